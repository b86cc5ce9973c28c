"""The level and upright lines drawn on a PDF page: strokes, edges of boxes, thin filled boxes, also inside forms."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_check.extract.pdfium import FORM, LINE_TO, MOVE_TO, PATH, address, calls, six_floats
from evidence_check.extract.ruled import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

STRAIGHT = 0.05
"""How far, in points, the ends of a line may be off and the line still be level or upright."""

MAX_SEGMENTS = 400
MAX_SHAPES = 12_000
MAX_LINES = 40_000
MAX_DEPTH = 4

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_SAME: Matrix = (1, 0, 0, 1, 0, 0)
TURNS: tuple[Matrix, ...] = ((1, 0, 0, -1, 0, 0), (0, 1, 1, 0, 0, 0), (-1, 0, 0, 1, 0, 0), (0, -1, -1, 0, 0, 0))
"""From the coordinates of a page to the page as shown, y downwards, by its quarter turns clockwise."""


class TooManyShapesError(Exception):
    """A page is drawn of more shapes than a table can have: a map or a drawing."""


def lines_on(page: PdfPage) -> tuple[list[Line], list[Line]]:
    """Return the level and the upright lines of a page as shown; raise `TooManyShapesError` for a drawing."""
    from pypdfium2 import raw

    handle, object_of = address(page), calls().object_of
    count = raw.FPDFPage_CountObjects(page)
    level: list[Line] = []
    upright: list[Line] = []
    turn = TURNS[page.get_rotation() // 90 % 4]
    things = (object_of(handle, index) for index in range(count))
    for shapes, (path, matrix) in enumerate(_paths(things, turn, 0)):
        if shapes > MAX_SHAPES or len(level) + len(upright) > MAX_LINES:
            raise TooManyShapesError
        for (x, y), (right, down) in _edges(path, matrix):
            if abs(down - y) <= STRAIGHT:
                level.append((y, min(x, right), max(x, right)))
            elif abs(right - x) <= STRAIGHT:
                upright.append((x, min(y, down), max(y, down)))
    return level, upright


def _paths(things: Iterator[int], outer: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """Yield the paths with the matrix that takes their points to the page as shown."""
    call = calls()
    for thing in things:
        kind = call.kind_of(thing)
        if kind == PATH:
            yield thing, _times(_matrix(thing), outer)
        elif kind == FORM and depth < MAX_DEPTH:
            inner = (call.object_in(thing, index) for index in range(call.objects_in(thing)))
            yield from _paths(inner, _times(_matrix(thing), outer), depth + 1)


def _edges(path: int, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    """Yield the straight pieces of a path as shown; one of very many pieces is a drawing and yields none."""
    call = calls()
    count = call.segments_of(path)
    if not 2 <= count <= MAX_SEGMENTS:
        return
    room = (ctypes.c_float * 2)()
    x, y = ctypes.addressof(room), ctypes.addressof(room) + 4
    a, b, c, d, e, f = matrix
    first = before = (0.0, 0.0)
    for index in range(count):
        segment = call.segment_of(path, index)
        if not call.segment_point(segment, x, y):
            return
        kind = call.segment_kind(segment)
        here = (a * room[0] + c * room[1] + e, b * room[0] + d * room[1] + f)
        if kind == MOVE_TO:
            first = here
        elif kind == LINE_TO:
            yield before, here
        if call.segment_closes(segment):
            yield here, first
        before = here


def _matrix(thing: int) -> Matrix:
    room, at = six_floats()
    if not calls().matrix_of(thing, at):
        return _SAME
    a, b, c, d, e, f = room
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does the inner first, then the outer."""
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p
