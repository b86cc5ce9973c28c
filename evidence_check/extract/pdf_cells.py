"""The words of a PDF page put into the cells of its grids, by where the middle of each word stands."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from evidence_check.extract.pdf_lines import TURNS, Matrix
from evidence_check.extract.pdfium import address, calls, six_floats
from evidence_check.extract.ruled import Grid

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

SAME_LINE = 3.0
_NOWHERE = (float("nan"),) * 3
_BLANK = np.array([0, 9, 10, 13, 32, 0xA0])

Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Words, or letters of a word that reaches over the border of a cell, in the order they were drawn.

    `glued` says that a piece belongs to the one before it; `ends` holds middle and top of first and last letter.
    """

    texts: list[str]
    ends: Floats
    glued: list[bool]


class Words:
    """The words of a text layer with the places of their letters on the page as shown."""

    def __init__(self, layer: PdfTextPage, rotation: int) -> None:
        self._handle = address(layer)
        self._box = calls().loose_box
        self._room, self._at = six_floats()
        self._turn: Matrix = TURNS[rotation // 90 % 4]
        self._units = _units(layer)
        filled = np.concatenate(([False], ~np.isin(self._units, _BLANK), [False]))
        change = np.flatnonzero(filled[1:] != filled[:-1])
        self._first, self._after = change[::2].tolist(), change[1::2].tolist()
        self._ends = self._measured()

    def fill(self, grid: Grid) -> list[list[str]]:
        """Return the texts of the cells; a cell that is none is empty."""
        boxes = [box for row in grid for box in row if box]
        pieces = self._pieces(np.array(boxes))
        inside = _inside(pieces.ends[:, 0], np.array(boxes))
        texts = {box: _text(pieces, np.flatnonzero(inside[:, at]).tolist()) for at, box in enumerate(boxes)}
        return [[texts[box] if box else "" for box in row] for row in grid]

    def _pieces(self, boxes: Floats) -> Pieces:
        ends = self._ends
        one, other = _inside(ends[:, 0], boxes), _inside(ends[:, 1], boxes)
        torn = (one != other).any(axis=1).tolist()
        within = (one | other).any(axis=1).tolist()
        texts: list[str] = []
        places: list[Any] = []
        glued: list[bool] = []
        for word, (first, after) in enumerate(zip(self._first, self._after, strict=True)):
            if not within[word]:
                continue
            for begin, end in [(at, at + 1) for at in range(first, after)] if torn[word] else [(first, after)]:
                texts.append(self._said(begin, end))
                place = self._place(begin) if torn[word] else None
                places.append(ends[word] if place is None else (place, place))
                glued.append(begin > first)
        return Pieces(texts, np.array(places, dtype=float).reshape(-1, 2, 3), glued)

    def _measured(self) -> Floats:
        """Return middle and top of the first and of the last letter of every word."""
        last = [after - 1 for after in self._after]
        found = [(*self._place(first), *self._place(end)) for first, end in zip(self._first, last, strict=True)]
        return np.array(found, dtype=float).reshape(-1, 2, 3)

    def _place(self, index: int) -> tuple[float, float, float]:
        """Return the middle of a letter and its top on the page as shown."""
        if not self._box(self._handle, index, self._at):
            return _NOWHERE
        left, top, right, bottom = self._room[:4]
        a, b, c, d, e, f = self._turn
        x, y = (left + right) / 2, (top + bottom) / 2
        half = abs(b * (right - left) + d * (top - bottom)) / 2
        middle = b * x + d * y + f
        return a * x + c * y + e, middle, middle - half

    def _said(self, begin: int, end: int) -> str:
        text: str = self._units[begin:end].astype("<u2").tobytes().decode("utf-16-le", "replace")
        return text.replace("\ufffe", "-").replace("\x02", "-")


def _units(layer: PdfTextPage) -> Any:
    """Return the letters as UTF-16 units, one for each box the layer knows."""
    from pypdfium2 import raw

    count = layer.count_chars()
    room = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(layer, 0, count, room)
    if written == count + 1:
        return np.frombuffer(room, dtype=np.uint16)[:count]
    # The text leaves out signs that have a box: then the letters are asked for one by one.
    return np.array([min(raw.FPDFText_GetUnicode(layer, at), 0xFFFD) for at in range(count)], dtype=np.uint16)


def _inside(points: Floats, boxes: Floats) -> Any:
    """Return which of the points lie in which of the boxes."""
    x, y = points[:, 0, None], points[:, 1, None]
    left, top, right, bottom = boxes.T
    return (x >= left) & (x < right) & (y >= top) & (y < bottom)


def _text(pieces: Pieces, chosen: list[int]) -> str:
    """Return the words of a cell, put from top to bottom when they were drawn in another order."""
    if len(chosen) > 1:
        chosen = _in_order(pieces, chosen)
    said = ""
    for place, piece in enumerate(chosen):
        glued = place and pieces.glued[piece] and chosen[place - 1] == piece - 1
        said += pieces.texts[piece] if glued or not place else " " + pieces.texts[piece]
    return said


def _in_order(pieces: Pieces, chosen: list[int]) -> list[int]:
    begin, end = pieces.ends[chosen, 0], pieces.ends[chosen, 1]
    if (abs(end[:, 1] - begin[:, 1]) > abs(end[:, 0] - begin[:, 0]) + 1).any():
        return chosen
    x, y = begin[:, 0], begin[:, 2]
    by_height = np.argsort(y, kind="stable")
    new_line = np.concatenate(([0], np.diff(y[by_height]) > SAME_LINE)).cumsum()
    line = np.empty(len(chosen), dtype=int)
    line[by_height] = new_line
    return [chosen[at] for at in np.lexsort((x, line)).tolist()]

