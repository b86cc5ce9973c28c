"""An ODT or ODP → its pages: paragraphs, lists, tables, frames, notes and the page header, straight from its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.archive import TooMuchError, check_claim, part
from evidence_check.extract.ooxml import MAX_PART, xml_of
from evidence_check.extract.paged import Paged, clean_lines
from evidence_check.extract.pictures import FEW_LETTERS, letters_in, pages_of_pictures
from evidence_check.extract.settings import ReadSettings, capped, unreadable
from evidence_check.model.files import Content, File, Page, Params, Unreadable, params
from evidence_check.model.pictures import Picture, marks_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 40
MAX_REPEATED = 63
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BREAK = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}break-"
_PAGE = "\f"
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": _PAGE}
_SILENT = frozenset({"tracked-changes", "annotation", "annotation-end", "forms", "notes", "sequence-decls"})


def read_open_document(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the text of an ODT page by page as last laid out, or of an ODP slide by slide."""
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            check_claim(archive, settings.max_unpacked)
            if _encrypted(archive):
                return unreadable(file, "EC101")
            return _read(archive, file, settings)
    except TooMuchError as error:
        return unreadable(file, "EC104", size=error.size, limit=error.limit)
    except (zipfile.BadZipFile, KeyError, SyntaxError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)


def _read(archive: zipfile.ZipFile, file: File, settings: ReadSettings) -> Content:
    root = xml_of(part(archive, "content.xml", MAX_PART))
    body = _Body(_styles_that_break(root))
    for content in root.iter(_OFFICE + "text", _OFFICE + "presentation"):
        body.read(content)
    body.paged.put_first(_heading(archive))
    pages: list[Page] = body.paged.pages()
    looks: list[Picture] = []
    if letters_in(pages) < FEW_LETTERS:
        more, looks = pages_of_pictures(archive, "Pictures/", file, settings, len(pages))
        pages += more
    marks = (*_marks(root), *marks_of(looks))
    return capped(Content(file, tuple(pages), (), tuple(sorted(marks))), settings)


def _encrypted(archive: zipfile.ZipFile) -> bool:
    try:
        return b"manifest:encryption-data" in part(archive, "META-INF/manifest.xml", MAX_PART)
    except KeyError:
        return False


def _styles_that_break(root: _Element) -> dict[str, str]:
    """Return the styles that put their paragraph on a new page (`before`) or end the page with it (`after`)."""
    found = {}
    for style in root.iter(_STYLE + "style"):
        for child in style:
            for side in ("before", "after"):
                if child.get(_BREAK + side) == "page":
                    found[style.get(_STYLE + "name", "")] = side
        if style.get(_STYLE + "master-page-name"):
            found.setdefault(style.get(_STYLE + "name", ""), "before")
    return found


def _heading(archive: zipfile.ZipFile) -> list[str]:
    """Return the lines of the page headers, where many offices keep their letterhead."""
    try:
        root = xml_of(part(archive, "styles.xml", MAX_PART))
    except (KeyError, SyntaxError):
        return []
    lines: list[str] = []
    for header in root.iter(_STYLE + "header", _STYLE + "header-first"):
        body = _Body({})
        body.read(header)
        found = [line for page in body.paged.pages() for line in page.text.splitlines()]
        lines += [line for line in found if line not in lines]
    return lines


def _marks(root: _Element) -> Params:
    changes = sum(1 for _ in root.iter(_TEXT + "changed-region"))
    comments = sum(1 for _ in root.iter(_OFFICE + "annotation"))
    return params(**{key: n for key, n in (("tracked_changes", changes), ("comments", comments)) if n})


class _Body:
    """Walks a body; frames and notes anchored in a paragraph follow it."""

    def __init__(self, breaking: dict[str, str]) -> None:
        self.paged = Paged()
        self._breaking = breaking

    def read(self, parent: _Element, depth: int = 0) -> None:
        """Take in what stands in an element."""
        if depth > MAX_DEPTH:
            return
        for child in parent:
            name = _name(child)
            if name in ("p", "h"):
                self._paragraph(child, depth)
            elif name == "table":
                self._break(child, "before")
                rows = [[_cell_lines(cell) for cell in row] for row in _rows(child)]
                self.paged.add_table(rows, _head_rows(child))
            elif name == "soft-page-break":
                self.paged.new_page()
            elif name == "page":
                self.paged.new_page()
                self.read(child, depth + 1)
            elif name not in _SILENT:
                self.read(child, depth + 1)

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        self._break(paragraph, "before")
        text, anchored = _text_of(paragraph)
        for index, piece in enumerate(text.split(_PAGE)):
            if index:
                self.paged.new_page()
            self.paged.add(piece)
        for each in anchored:
            self.read(each, depth + 1)
        self._break(paragraph, "after")

    def _break(self, element: _Element, side: str) -> None:
        style = element.get(_TEXT + "style-name") or element.get(_TABLE + "style-name") or ""
        if self._breaking.get(style) == side:
            self.paged.new_page()


def _rows(table: _Element) -> Iterator[list[_Element | None]]:
    """Yield the rows of a table as cells, None where a merged cell reaches; a frame's inner table is its cell's."""
    for child in table:
        name = _name(child)
        if name == "table-row":
            row: list[_Element | None] = []
            for cell in child:
                if _name(cell) in ("table-cell", "covered-table-cell"):
                    count = _count(cell, _TABLE + "number-columns-repeated")
                    row += [cell if _name(cell) == "table-cell" else None] * count
            yield row
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _head_rows(table: _Element) -> int:
    """Return how many rows at the top of a table are marked as its header."""
    return sum(_name(row) == "table-row" for child in table if _name(child) == "table-header-rows" for row in child)


def _cell_lines(cell: _Element | None, depth: int = 0) -> list[str]:
    lines: list[str] = []
    if cell is None or depth > MAX_DEPTH:
        return lines
    for child in cell:
        name = _name(child)
        if name in ("p", "h"):
            text, anchored = _text_of(child)
            lines += clean_lines(text.replace(_PAGE, "\n"))
            for each in anchored:
                lines += _cell_lines(each, depth + 1)
        elif name not in _SILENT:
            lines += _cell_lines(child, depth + 1)
    return lines


def _text_of(paragraph: _Element) -> tuple[str, list[_Element]]:
    """Return a paragraph's text, page breaks as form feeds, and the frames and notes anchored in it."""
    pieces: list[str] = [_run(paragraph.text)]
    anchored: list[_Element] = []
    waiting = [iter(paragraph)]
    owners = [paragraph]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            owner = owners.pop()
            if waiting:
                pieces.append(_run(owner.tail))
            continue
        name = _name(child)
        if name in ("frame", "custom-shape", "note-body", "g"):
            anchored.append(child)
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "s":
            pieces.append(" ")
        elif name not in _SILENT:
            pieces.append(_run(child.text))
            waiting.append(iter(child))
            owners.append(child)
            continue
        pieces.append(_run(child.tail))
    return "".join(pieces), anchored


def _run(text: str | None) -> str:
    """Return characters with the line ends of the XML, which mean nothing, as spaces."""
    return (text or "").replace("\n", " ")


def _count(element: _Element, key: str) -> int:
    value = element.get(key, "1")
    return min(int(value), MAX_REPEATED) if value.isdigit() and int(value) > 0 else 1


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "annotation"
