"""The parts of a DOCX or PPTX and how they point to each other; XML is read without entities, DTDs or network."""

from __future__ import annotations

import posixpath
import zipfile
from typing import TYPE_CHECKING

from evidence_check.extract.archive import part

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 60_000_000


def parsed(archive: zipfile.ZipFile, name: str) -> _Element:
    """Return the root of a part; raise `KeyError` when it is not there, `SyntaxError` when it is no XML."""
    return xml_of(part(archive, spelled(archive, name), MAX_PART))


def xml_of(data: bytes) -> _Element:
    """Return the root of some XML that nobody has to trust; raise `SyntaxError` when it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    return etree.fromstring(data, parser)


def spelled(archive: zipfile.ZipFile, name: str) -> str:
    """Return a part's name as the archive spells it; some programs write other cases or backslashes."""
    if name in archive.NameToInfo:
        return name
    return next((real for real in archive.namelist() if real.replace("\\", "/").lower() == name.lower()), name)


def relations_of(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the parts a part points to inside the package, by their keys; `""` stands for the package."""
    folder, base = posixpath.split(name)
    try:
        root = parsed(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    except (KeyError, SyntaxError):
        return {}
    found = {}
    for child in root:
        if child.get("TargetMode") != "External" and (target := child.get("Target")):
            found[child.get("Id", "")] = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return found
