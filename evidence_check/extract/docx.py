"""A DOCX → its pages: body, tables, text boxes, headers, footers and notes, straight from its XML."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.extract.archive import TooMuchError, check_claim, part
from evidence_check.extract.docx_body import WORD, Body, lines_of
from evidence_check.extract.settings import ReadSettings, finding, unreadable
from evidence_check.model.files import Content, File, Finding, Level, Page, Params, Unreadable, params

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 60_000_000
FEW_LETTERS = 40
_OLE = b"\xd0\xcf\x11\xe0"
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def read_docx(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the text of a DOCX page by page, as Word last laid it out; a scan pasted into it is recognised."""
    data = path.read_bytes()
    if data.startswith(_OLE):
        return unreadable(file, "EC101")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_claim(archive, settings.max_unpacked)
            return _read(archive, file, settings)
    except TooMuchError as error:
        return unreadable(file, "EC104", size=error.size, limit=error.limit)
    except (zipfile.BadZipFile, KeyError, SyntaxError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)


def _read(archive: zipfile.ZipFile, file: File, settings: ReadSettings) -> Content:
    main = _main_part(archive)
    root = _parse(archive, main)
    relations = _relations(archive, main)
    body = Body(lambda key: _lines_of_part(archive, relations.get(key, "")))
    body.read(root)
    for name in _named(archive, main, ("footnotes", "endnotes")):
        body.append(_lines_of_part(archive, name))
    pages = body.pages()
    findings: list[Finding] = []
    if sum(char.isalpha() for page in pages for char in page.text) < FEW_LETTERS:
        pages += _pictures(archive, file, settings, len(pages))
    if len(pages) > settings.max_pages:
        findings.append(finding(file, "EC117", Level.DOUBT, limit=settings.max_pages, pages=len(pages)))
    return Content(file, tuple(pages[: settings.max_pages]), tuple(findings), _marks(archive, main, root))


# ---------------------------------------------------------------- parts of the package


def _main_part(archive: zipfile.ZipFile) -> str:
    for target in _relations(archive, "").values():
        if target.endswith("document.xml") or target.startswith("word/document"):
            return target
    return "word/document.xml"


def _relations(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the parts a part points to inside the package, by their keys."""
    folder, base = posixpath.split(name)
    try:
        root = _parse(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    except (KeyError, SyntaxError):
        return {}
    found = {}
    for child in root:
        if child.get("TargetMode") != "External" and (target := child.get("Target")):
            found[child.get("Id", "")] = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return found


def _parse(archive: zipfile.ZipFile, name: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    return etree.fromstring(part(archive, _spelled(archive, name), MAX_PART), parser)


def _spelled(archive: zipfile.ZipFile, name: str) -> str:
    """Return a part's name as the archive spells it; some programs write other cases or backslashes."""
    if name in archive.NameToInfo:
        return name
    return next((real for real in archive.namelist() if real.replace("\\", "/").lower() == name.lower()), name)


def _lines_of_part(archive: zipfile.ZipFile, name: str) -> list[str]:
    try:
        return lines_of(_parse(archive, name)) if name else []
    except (KeyError, SyntaxError):
        return []


def _named(archive: zipfile.ZipFile, main: str, words: tuple[str, ...]) -> Iterator[str]:
    for target in sorted(_relations(archive, main).values()):
        if posixpath.basename(target).startswith(words):
            yield target


# ---------------------------------------------------------------- marks and pictures


def _marks(archive: zipfile.ZipFile, main: str, root: _Element) -> Params:
    """Return how many changes and comments nobody has settled yet; nothing when there are none."""
    changes = sum(1 for _ in root.iter(WORD + "ins", WORD + "del", WORD + "moveFrom", WORD + "moveTo"))
    comments = 0
    for name in _named(archive, main, ("comments.xml",)):
        try:
            comments += sum(1 for _ in _parse(archive, name).iter(WORD + "comment"))
        except (KeyError, SyntaxError):
            continue
    marks: dict[str, Any] = {"tracked_changes": changes, "comments": comments}
    return params(**{key: count for key, count in marks.items() if count})


def _pictures(archive: zipfile.ZipFile, file: File, settings: ReadSettings, before: int) -> list[Page]:
    """Return the pictures of a document that has hardly any text, each read as a page of its own."""
    from evidence_check.extract.image import read_picture

    names = [name for name in archive.namelist() if "/media/" in name and name.lower().endswith(_PICTURES)]
    pages: list[Page] = []
    for name in names[: settings.max_images]:
        page = read_picture(part(archive, name, MAX_PART), file, before + len(pages) + 1, settings)
        if page is not None:
            pages.append(page)
    return pages
