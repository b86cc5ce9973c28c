"""The XML of a DOCX body → lines, tables and pages, in the order a reader sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from evidence_check.extract.paged import row_lines
from evidence_check.model.files import Page, ReadAs, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
BREAK = "\f"
MAX_DEPTH = 40

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": BREAK}
_SILENT = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr"})


def lines_of(root: _Element) -> list[str]:
    """Return the lines of a part that has no pages of its own, such as a header or the footnotes."""
    body = Body(lambda key: [])
    body.read(root)
    return [line for page in body.pages() for line in page.text.splitlines()]


class Body:
    """Collects the pages of a body; `lines_by_key` gives the lines of a header or footer part."""

    def __init__(self, lines_by_key: Callable[[str], list[str]]) -> None:
        self._lines_by_key = lines_by_key
        self._pages: list[tuple[list[str], list[Table]]] = [([], [])]
        self._section = 0
        self._shown: set[tuple[str, ...]] = set()

    def read(self, root: _Element) -> None:
        """Take in a whole part; its outermost element may be a document, a header or notes."""
        self._blocks(root, 0)

    def append(self, lines: list[str]) -> None:
        """Add lines at the end, such as footnotes."""
        self._pages[-1][0].extend(lines)

    def pages(self) -> list[Page]:
        """Return the pages so far, numbered from 1."""
        return [
            Page(number, "\n".join(lines), ReadAs.TEXT, tables=tuple(tables))
            for number, (lines, tables) in enumerate(self._pages, 1)
        ]

    def _blocks(self, parent: _Element, depth: int) -> None:
        for child in parent:
            name = _name(child)
            if name == "p":
                self._paragraph(child, depth)
            elif name == "tbl":
                self._table(child, depth)
            elif name == "sectPr":
                self._end_section(child)
            elif name == "AlternateContent":
                self._blocks(_choice(child), depth)
            elif name not in _SILENT and depth < MAX_DEPTH:
                self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        if paragraph.find(f"{_space(paragraph)}pPr/{_space(paragraph)}pageBreakBefore") is not None:
            self._new_page()
        text, boxes = _text_of(paragraph)
        for index, piece in enumerate(text.split(BREAK)):
            if index:
                self._new_page()
            self._pages[-1][0].extend(_clean(piece))
        for box in boxes:
            if depth < MAX_DEPTH:
                self._blocks(box, depth + 1)
        section = paragraph.find(f"{_space(paragraph)}pPr/{_space(paragraph)}sectPr")
        if section is not None:
            self._end_section(section)
            kind = section.find(f"{_space(section)}type")
            if kind is None or kind.get(f"{_space(section)}val") != "continuous":
                self._new_page()
            self._section = len(self._pages) - 1

    def _table(self, table: _Element, depth: int) -> None:
        rows, lines = read_table(table, depth)
        self._pages[-1][0].extend(lines)
        if rows:
            self._pages[-1][1].append(Table(rows, body_at=_head_rows(table)))

    def _new_page(self) -> None:
        if any(line.strip() for line in self._pages[-1][0]):
            self._pages.append(([], []))

    def _end_section(self, section: _Element) -> None:
        """Put the header of the section before its first page and its footer after its last."""
        for child in section:
            name = _name(child)
            if name not in ("headerReference", "footerReference"):
                continue
            lines = self._lines_by_key(_relation(child))
            if not lines or tuple(lines) in self._shown:
                continue
            self._shown.add(tuple(lines))
            if name == "headerReference":
                self._pages[self._section][0][:0] = lines
            else:
                self._pages[-1][0].extend(lines)


def read_table(table: _Element, depth: int = 0) -> tuple[tuple[tuple[str, ...], ...], list[str]]:
    """Return a table's rows of cell texts, and its words as lines in reading order."""
    rows: list[tuple[str, ...]] = []
    lines: list[str] = []
    for row in _children(table, "tr"):
        cells: list[list[str]] = []
        texts: list[str] = []
        for cell in _children(row, "tc"):
            inner = _cell_lines(cell, depth + 1)
            cells.append(inner)
            texts.append(" ".join(inner))
            texts.extend([""] * (_span(cell) - 1))
        if any(texts):
            rows.append(tuple(texts))
        lines.extend(row_lines(cells))
    return tuple(rows), lines


def _head_rows(table: _Element) -> int:
    """Return how many rows at the top of a table are marked to be repeated as its header."""
    count = 0
    for row in _children(table, "tr"):
        mark = row.find(f"{_space(row)}trPr/{_space(row)}tblHeader")
        if mark is None or mark.get(f"{_space(row)}val", "1") in ("0", "false", "off"):
            break
        count += 1 if any(True for cell in _children(row, "tc") if _cell_lines(cell, 1)) else 0
    return count


def _cell_lines(cell: _Element, depth: int) -> list[str]:
    lines: list[str] = []
    if depth > MAX_DEPTH:
        return lines
    for child in cell:
        name = _name(child)
        if name == "p":
            text, boxes = _text_of(child)
            lines.extend(line for piece in text.split(BREAK) for line in _clean(piece))
            for box in boxes:
                lines.extend(_cell_lines(box, depth + 1))
        elif name == "tbl":
            lines.extend(read_table(child, depth + 1)[1])
        elif name == "AlternateContent":
            lines.extend(_cell_lines(_choice(child), depth + 1))
        elif name not in _SILENT:
            lines.extend(_cell_lines(child, depth + 1))
    return lines


def _text_of(paragraph: _Element) -> tuple[str, list[_Element]]:
    """Return a paragraph's text, page breaks as form feeds, and the text boxes anchored in it."""
    pieces: list[str] = []
    boxes: list[_Element] = []
    waiting = [iter(paragraph)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            continue
        name = _name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "br":
            pieces.append(BREAK if child.get(f"{_space(child)}type") == "page" else "\n")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            waiting.append(iter(_choice(child)))
        elif name not in _SILENT:
            waiting.append(iter(child))
    return "".join(pieces), boxes


def _clean(text: str) -> list[str]:
    return [line for line in (" ".join(piece.split()) for piece in text.split("\n")) if line]


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield the rows or cells of a table, also those wrapped in content controls or tracked insertions."""
    for child in parent:
        found = _name(child)
        if found == name:
            yield child
        elif found in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(child, name)


def _choice(element: _Element) -> _Element:
    """Return the modern form of content Word writes twice; the old form only when there is no other."""
    for name in ("Choice", "Fallback"):
        found = element.find(_COMPATIBLE + name)
        if found is not None:
            return found
    return element


def _span(cell: _Element) -> int:
    found = cell.find(f"{_space(cell)}tcPr/{_space(cell)}gridSpan")
    value = found.get(f"{_space(cell)}val", "1") if found is not None else "1"
    return min(int(value), 63) if value.isdigit() and int(value) > 0 else 1


def _relation(element: _Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "del"


def _space(element: _Element) -> str:
    return _STRICT if str(element.tag).startswith(_STRICT) else WORD
