"""Lines of a PDF page in the order a reader sees them.

A text layer holds its text in the order it was drawn. Papers printed from a spreadsheet draw cells
in any order, so that the title may come last. Only where lines of the head of the page were drawn
late are the lines put back from top to bottom: elsewhere the drawn order keeps cells together.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from heapq import nlargest
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from evidence_check.extract.pdfium import address, calls

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HEAD_LINES = 6
DRAWN_LATE = 12
SAME_LINE = 4.0
MAX_LINES = 1500
APART = 60.0
PROSE = 18
"""Letters a line of running text has at least; the cells of a column are shorter."""

_UPRIGHT = (1, 0, 0, 1)


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
    beside = _columns(places, lines)
    tops = [float("-inf") if at in beside else top for at, (_, top, _) in enumerate(places)]
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
    """Return the left and top of the first letter of each line that holds anything, and which line it is.

    They are counted as a reader turns the page: along the text and up from it.
    """
    box, handle = calls().char_box, address(layer)
    room = (ctypes.c_double * 4)()
    left, right, bottom, top = (ctypes.addressof(room) + 8 * place for place in range(4))
    starts = _starts(lines)
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    a, b, c, d = _direction(box, handle, starts[longest], len(lines[longest].strip()))
    places = []
    for number, line in enumerate(lines):
        if line and not line.isspace() and box(handle, starts[number], left, right, bottom, top):
            x, y = room[0], room[2]
            places.append((a * x + b * y, c * x + d * y, number))
    return places


def _starts(lines: list[str]) -> list[int]:
    """Return where the first letter of each line stands in the layer, which counts UTF-16 units: a pictogram is two."""
    wide = not all(map(str.isascii, lines))
    starts = []
    at = 0
    for line in lines:
        starts.append(at if line[:1] > " " else at + len(line) - len(line.lstrip()))
        at += (len(line.encode("utf-16-le", "surrogatepass")) // 2 if wide else len(line)) + len("\r\n")
    return starts


def _direction(box: Callable[..., Any], handle: int, first: int, length: int) -> tuple[int, int, int, int]:
    """Return how to turn places so that a line runs to the right, judged by its first and a later letter."""
    room = (ctypes.c_double * 4)()
    sides = [ctypes.addressof(room) + 8 * place for place in range(4)]
    if not box(handle, first, *sides):
        return _UPRIGHT
    x, y = room[0], room[2]
    if not box(handle, first + max(0, length - 1), *sides):
        return _UPRIGHT
    along, up = room[0] - x, room[2] - y
    if abs(along) >= abs(up):
        return _UPRIGHT if along >= 0 else (-1, 0, 0, -1)
    return (0, 1, -1, 0) if up > 0 else (0, -1, 1, 0)


def _columns(places: list[tuple[float, float, int]], lines: list[str]) -> set[int]:
    """Return which places belong to a column of running text beside the one drawn before it: those are in order."""
    runs: list[list[int]] = [[]]
    for at, (_, top, _) in enumerate(places):
        if at and top > places[at - 1][1] + SAME_LINE:
            runs.append([])
        runs[-1].append(at)
    found: set[int] = set()
    for before, after in pairwise(runs):
        aside = min(places[at][0] for at in after) > max(places[at][0] for at in before) + APART
        prose = all(median(len(lines[places[at][2]]) for at in run) >= PROSE for run in (before, after))
        if aside and prose and min(len(before), len(after)) > 1:
            found.update(after)
    return found


def _rows(placed: list[Placed]) -> list[str]:
    """Return the lines by height, those of one height joined from left to right."""
    rows: list[list[Placed]] = []
    for line in sorted(placed, key=lambda line: -line.top):
        if rows and rows[-1][0].top - line.top <= SAME_LINE:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.left)) for row in rows]
