"""Drawn lines → the grids they make: what cells, of which table, in what rows.

The steps are those of pdfplumber (lines nearly on one another are one, cells are the smallest boxes between crossings,
cells that share a corner are one table), so that both read the same tables. Points; y grows downwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

NEAR = 3.0
SHORTEST = 1.0
SHORTEST_JOINED = 3.0
MAX_CROSSINGS = 20_000
MAX_MEETINGS = 16_000_000
"""How many pairs of lines are looked at; more are a drawing."""

Line = tuple[float, float, float]
"""Where a line lies across its direction, where it begins and where it ends."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Grid = list[list[Box | None]]
"""Rows of cells from top to bottom; None where a merged cell reaches."""

Point = tuple[float, float]


def grids(level: Iterable[Line], upright: Iterable[Line]) -> list[Grid]:
    """Return the tables level and upright lines make, from top to bottom; a lone box is none."""
    crossings = _crossings(_joined(level), _joined(upright))
    tables = [cells for cells in _together(_cells(crossings)) if len(cells) > 1]
    return [_rows(cells) for cells in sorted(tables, key=lambda cells: min((box[1], box[0]) for box in cells))]


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Return lines nearly on one another as one, and pieces that nearly touch as one."""
    kept = sorted(line for line in lines if line[2] - line[1] >= SHORTEST)
    joined: list[Line] = []
    first = 0
    for last in range(len(kept)):
        if last + 1 == len(kept) or kept[last + 1][0] - kept[last][0] > NEAR:
            bundle = kept[first : last + 1]
            at = sum(line[0] for line in bundle) / len(bundle)
            joined += [(at, begin, end) for begin, end in _spans(bundle) if end - begin >= SHORTEST_JOINED]
            first = last + 1
    return joined


def _spans(bundle: list[Line]) -> list[tuple[float, float]]:
    spans: list[tuple[float, float]] = []
    for _, begin, end in sorted(bundle, key=lambda line: line[1]):
        if spans and begin <= spans[-1][1] + NEAR:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((begin, end))
    return spans


def _crossings(level: list[Line], upright: list[Line]) -> dict[Point, tuple[set[int], set[int]]]:
    """Return where lines cross, with the upright and the level lines that meet there."""
    found: dict[Point, tuple[set[int], set[int]]] = {}
    if not 0 < len(level) * len(upright) <= MAX_MEETINGS:
        return found
    rows, columns = np.array(level), np.array(upright)
    y, left, right = rows.T
    x, top, bottom = columns.T
    meet = (top[:, None] <= y + NEAR) & (bottom[:, None] >= y - NEAR)
    meet &= (x[:, None] >= left - NEAR) & (x[:, None] <= right + NEAR)
    if np.count_nonzero(meet) > MAX_CROSSINGS:
        return found
    for one, other in np.argwhere(meet).tolist():
        ones, others = found.setdefault((upright[one][0], level[other][0]), (set(), set()))
        ones.add(one)
        others.add(other)
    return found


def _cells(crossings: dict[Point, tuple[set[int], set[int]]]) -> list[Box]:
    """Return for each crossing the smallest box it is the upper left corner of, where there is one."""
    below: dict[float, list[float]] = defaultdict(list)
    beside: dict[float, list[float]] = defaultdict(list)
    for x, y in sorted(crossings):
        below[x].append(y)
        beside[y].append(x)
    cells = []
    for x, y in sorted(crossings):
        ones, others = crossings[x, y]
        downs = [down for down in below[x] if down > y and ones & crossings[x, down][0]]
        rights = [right for right in beside[y] if right > x and others & crossings[right, y][1]]
        corner = next(
            ((right, down) for down in downs for right in rights if _closes(crossings, x, y, right, down)), None
        )
        if corner:
            cells.append((x, y, *corner))
    return cells


def _closes(
    crossings: dict[Point, tuple[set[int], set[int]]], x: float, y: float, right: float, down: float
) -> bool:
    corner = crossings.get((right, down))
    return bool(corner and corner[0] & crossings[right, y][0] and corner[1] & crossings[x, down][1])


def _together(cells: list[Box]) -> list[list[Box]]:
    """Return the cells by table: those that share a corner, directly or through others."""
    at_corner: dict[Point, list[int]] = defaultdict(list)
    for number, (left, top, right, bottom) in enumerate(cells):
        for corner in ((left, top), (left, bottom), (right, top), (right, bottom)):
            at_corner[corner].append(number)
    left_over = set(range(len(cells)))
    tables = []
    for number in range(len(cells)):
        if number not in left_over:
            continue
        left_over.discard(number)
        table, waiting = [], [number]
        while waiting:
            box = cells[waiting.pop()]
            table.append(box)
            for corner in ((box[0], box[1]), (box[0], box[3]), (box[2], box[1]), (box[2], box[3])):
                fresh = left_over.intersection(at_corner[corner])
                left_over -= fresh
                waiting += fresh
        tables.append(table)
    return tables


def _rows(cells: list[Box]) -> Grid:
    columns = {left: column for column, left in enumerate(sorted({box[0] for box in cells}))}
    rows: dict[float, list[Box | None]] = {}
    for box in sorted(cells, key=lambda box: (box[1], box[0])):
        rows.setdefault(box[1], [None] * len(columns))[columns[box[0]]] = box
    return list(rows.values())
