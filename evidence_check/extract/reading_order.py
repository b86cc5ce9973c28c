"""Lines of a PDF page in the order a reader sees them.

A text layer holds its text in the order it was drawn. Papers printed from a spreadsheet draw cells
in any order, so that the title may come last. Only where lines of the head of the page were drawn
late are the lines put back from top to bottom: elsewhere the drawn order keeps cells together.
"""

from __future__ import annotations

import ctypes
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from evidence_check.extract.pdfium import address, calls

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HEAD_LINES = 6
DRAWN_LATE = 12
SAME_LINE = 4.0
MAX_LINES = 1500


class Placed(NamedTuple):
    """A line of text with the left and top of its first letter, in points from the lower left corner."""

    text: str
    left: float
    top: float


def in_reading_order(layer: PdfTextPage, text: str) -> str:
    """Return the text of a page, its lines from top to bottom when they were drawn in another order.

    `text` is the layer's whole text with its own line ends.
    """
    lines = text.split("\r\n")
    if not DRAWN_LATE < len(lines) <= MAX_LINES:
        return text
    places = _places(layer, lines)
    tops = [top for _, top, _ in places]
    head = nlargest(HEAD_LINES, range(len(tops)), key=tops.__getitem__)
    if max(head, default=0) < DRAWN_LATE:
        return text
    return "\r\n".join(_rows([Placed(lines[at].strip(), left, top) for left, top, at in places]))


def of_a_form(layer: PdfTextPage, text: str) -> str:
    """Return the text of a page whose form values were drawn last, each piece of it where it stands."""
    count = layer.count_rects()
    if count > MAX_LINES:
        return text
    placed = []
    for index in range(count):
        left, bottom, right, top = layer.get_rect(index)
        for line in layer.get_text_bounded(left, bottom, right, top).splitlines():
            if line.strip():
                placed.append(Placed(line.strip(), left, bottom))
    return "\r\n".join(_rows(placed))


def _places(layer: PdfTextPage, lines: list[str]) -> list[tuple[float, float, int]]:
    """Return the left and top of the first letter of each line that holds anything, and which line it is."""
    box, handle = calls().char_box, address(layer)
    room = (ctypes.c_double * 4)()
    left, right, bottom, top = (ctypes.addressof(room) + 8 * place for place in range(4))
    wide = not all(map(str.isascii, lines))
    places = []
    at = 0
    for number, line in enumerate(lines):
        if line and not line.isspace():
            first = at if line[0] > " " else at + len(line) - len(line.lstrip())
            if box(handle, first, left, right, bottom, top):
                places.append((room[0], room[2], number))
        # The layer counts UTF-16 units: a pictogram is two.
        at += (len(line.encode("utf-16-le", "surrogatepass")) // 2 if wide else len(line)) + len("\r\n")
    return places


def _rows(placed: list[Placed]) -> list[str]:
    """Return the lines by height, those of one height joined from left to right."""
    rows: list[list[Placed]] = []
    for line in sorted(placed, key=lambda line: -line.top):
        if rows and rows[-1][0].top - line.top <= SAME_LINE:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.left)) for row in rows]
