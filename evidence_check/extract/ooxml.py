"""The parts of a DOCX or PPTX and how they point to each other; XML is read without entities, DTDs or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.extract.archive import TooMuchError, check_claim, part
from evidence_check.extract.settings import ReadSettings, unreadable
from evidence_check.model.files import Content, File, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 60_000_000
# A package behind a password is wrapped in an OLE file.
_OLE = b"\xd0\xcf\x11\xe0"


def read_package(
    path: Path, file: File, settings: ReadSettings, read: Callable[[zipfile.ZipFile, File, ReadSettings], Content]
) -> Content | Unreadable:
    """Return what `read` makes of an opened package, or why it is locked, too large or damaged."""
    data = path.read_bytes()
    if data.startswith(_OLE):
        return unreadable(file, "EC101")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_claim(archive, settings.max_unpacked)
            return read(archive, file, settings)
    except TooMuchError as error:
        return unreadable(file, "EC104", size=error.size, limit=error.limit)
    except (zipfile.BadZipFile, KeyError, SyntaxError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)


def parsed(archive: zipfile.ZipFile, name: str) -> _Element:
    """Return the root of a part; raise `KeyError` when it is not there, `SyntaxError` when it is no XML."""
    return xml_of(part(archive, spelled(archive, name), MAX_PART))


def xml_of(data: bytes) -> _Element:
    """Return the root of some XML that nobody has to trust; raise `SyntaxError` when it is none.

    Entities of its own are refused: left unresolved, they would take text away without a word.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise
    own: Any = root.getroottree().docinfo.internalDTD
    if own is not None and next(own.iterentities(), None) is not None:
        raise SyntaxError("entities")
    return root


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
