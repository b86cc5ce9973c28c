"""Lines of a PDF page in the order a reader sees them.

A text layer holds its text in the order it was drawn. Papers printed from a spreadsheet draw cells
in any order, so that the title may come last. Only where lines of the head of the page were drawn
late are the lines put back from top to bottom: elsewhere the drawn order keeps cells together.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HEAD_LINES = 6
DRAWN_LATE = 12
SAME_LINE = 4.0
MAX_LINES = 1500


@dataclass(frozen=True, slots=True)
class Placed:
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
    placed = _placed(layer, lines)
    head = sorted(range(len(placed)), key=lambda index: -placed[index].top)[:HEAD_LINES]
    return "\r\n".join(_rows(placed)) if max(head, default=0) >= DRAWN_LATE else text


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


def _placed(layer: PdfTextPage, lines: list[str]) -> list[Placed]:
    from pypdfium2 import raw

    placed = []
    at = 0
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for line in lines:
        first = at + len(line) - len(line.lstrip())
        # The layer counts UTF-16 units: a pictogram is two.
        at += len(line.encode("utf-16-le", "surrogatepass")) // 2 + len("\r\n")
        if line.strip() and raw.FPDFText_GetCharBox(layer, first, left, right, bottom, top):
            placed.append(Placed(line.strip(), left.value, bottom.value))
    return placed


def _rows(placed: list[Placed]) -> list[str]:
    """Return the lines by height, those of one height joined from left to right."""
    rows: list[list[Placed]] = []
    for line in sorted(placed, key=lambda line: -line.top):
        if rows and rows[-1][0].top - line.top <= SAME_LINE:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.left)) for row in rows]
