"""The ruling lines of a scanned page: found, taken out of the picture, and put together as the grids of tables.

Tesseract loses words that touch a line and reads tables column by column; without the lines it reads better,
and the grid says afterwards which word stands in which cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_check.extract.blobs import Blob, blobs
from evidence_check.extract.tesseract import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

HALF = 2
LEVEL_RUN = 60
UPRIGHT_RUN = 40
MAX_THICK = 6.0
NEAR = 7
DRAWN = 0.55
MAX_LINES = 400
INK = 170


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of a table: where its columns and rows part, and for each square the number of the cell it is in."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """Return the box around the table."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the number of the cell a point lies in, None when it lies outside."""
        row, column = _between(self.ys, y), _between(self.xs, x)
        return None if row is None or column is None else self.cells[row][column]


def without_rulings(page: Image) -> tuple[Image, list[Grid]]:
    """Return the page without its ruling lines, and the grids they made."""
    import numpy as np

    ink = np.asarray(page.reduce(HALF)) < INK
    level, across = _lines(ink, LEVEL_RUN, 1)
    upright, down = _lines(ink, UPRIGHT_RUN, 0)
    if not across or len(across) + len(down) > MAX_LINES:
        return page, []
    groups = _groups(across, down)
    crossing = [line for _, columns in groups for line in columns]
    cleaned = _painted_over(page, [(level, across), (upright, crossing)])
    return cleaned, [grid for rows, columns in groups if (grid := _grid(rows, columns))]


# ---------------------------------------------------------------- lines


def _lines(ink: NDArray[np.bool_], length: int, axis: int) -> tuple[NDArray[np.bool_], list[Blob]]:
    """Return the long runs of ink along an axis as a mask, and the thin ones as lines; a slight slant is allowed."""
    import numpy as np

    thick = ink.copy()
    across, back = ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1]))[1 - axis]
    thick[across] |= ink[back]
    thick[back] |= ink[across]
    opened = _opened(thick, length, axis)
    along = ink if axis else ink.T
    found = blobs(opened if axis else opened.T)
    thin = [line for line in found if line.points <= line.wide * MAX_THICK and _on_paper(along, line)]
    return opened, thin if axis else [Blob(line.top, line.left, line.bottom, line.right, line.points) for line in thin]


def _on_paper(ink: NDArray[np.bool_], line: Blob) -> bool:
    """Say whether a level line has paper on at least one side; in a dark band, what runs between letters has none."""
    above = ink[max(0, line.top - 4) : max(0, line.top - 1), line.left : line.right]
    below = ink[line.bottom + 1 : line.bottom + 4, line.left : line.right]
    return any(not side.size or float(side.mean()) < 0.5 for side in (above, below))


def _opened(mask: NDArray[np.bool_], length: int, axis: int) -> NDArray[np.bool_]:
    """Return the mask with only its runs of at least `length` points along an axis, by doubling steps."""
    import numpy as np

    whole = mask.shape[axis]
    if whole <= length:
        return np.zeros_like(mask)
    kept = mask
    for step in _steps(length):
        kept = kept[_from(axis, step, None)] & kept[_from(axis, 0, -step)]
    if not kept.any():
        return np.zeros_like(mask)
    for step in _steps(length):
        grown = np.zeros(tuple(size + step * (at == axis) for at, size in enumerate(kept.shape)), dtype=bool)
        grown[_from(axis, 0, -step)] = kept
        grown[_from(axis, step, None)] |= kept
        kept = grown
    return kept


def _steps(length: int) -> list[int]:
    """Return steps, each at most one more than the sum of those before, that make up a run of a length."""
    steps, reached = [], 1
    while reached < length:
        steps.append(min(reached, length - reached))
        reached += steps[-1]
    return steps


def _from(axis: int, start: int, end: int | None) -> tuple[slice, slice]:
    whole, part = slice(None), slice(start, end)
    return (part, whole) if axis == 0 else (whole, part)


def _painted_over(page: Image, found: list[tuple[NDArray[np.bool_], list[Blob]]]) -> Image:
    """Return the page with its lines turned to paper."""
    import numpy as np
    from PIL import Image as pillow

    gone = np.zeros_like(found[0][0])
    for mask, lines in found:
        for line in lines:
            place = np.s_[line.top : line.bottom, line.left : line.right]
            gone[place] |= mask[place]
    if not gone.any():
        return page
    cover = pillow.fromarray((gone * np.uint8(255)).astype(np.uint8)).resize(page.size, pillow.Resampling.NEAREST)
    page = page.copy()
    page.paste(255, (0, 0, *page.size), cover)
    return page


# ---------------------------------------------------------------- grids


def _groups(across: list[Blob], down: list[Blob]) -> list[tuple[list[Blob], list[Blob]]]:
    """Return the lines that touch one another, level and upright ones apart; lone lines are left out."""
    groups: list[tuple[list[Blob], list[Blob]]] = []
    for line in down:
        touched = [other for other in across if _touch(other, line)]
        if not touched:
            continue
        joined = [group for group in groups if any(each is other for each in group[0] for other in touched)]
        rows, columns = list(touched), [line]
        for group in joined:
            rows += [each for each in group[0] if not any(each is other for other in rows)]
            columns += group[1]
            groups.remove(group)
        groups.append((rows, columns))
    return groups


def _touch(across: Blob, down: Blob) -> bool:
    apart_x = max(across.left - down.right, down.left - across.right)
    apart_y = max(across.top - down.bottom, down.top - across.bottom)
    return apart_x <= NEAR and apart_y <= NEAR


def _grid(rows: list[Blob], columns: list[Blob]) -> Grid | None:
    """Return the grid of lines that touch, in points of the whole page; None when they make no table."""
    ends_x = [min(row.left for row in rows), max(row.right for row in rows)]
    ends_y = [min(column.top for column in columns), max(column.bottom for column in columns)]
    xs = _gathered([(line.left + line.right) / 2 for line in columns], ends_x)
    ys = _gathered([(line.top + line.bottom) / 2 for line in rows], ends_y)
    if len(xs) < 3 or len(ys) < 3:
        return None
    cells = _cells(xs, ys, rows, columns)
    if len({cell for row in cells for cell in row}) < 4:
        return None
    return Grid(tuple(round(x * HALF) for x in xs), tuple(round(y * HALF) for y in ys), cells)


def _gathered(places: list[float], ends: list[int]) -> list[float]:
    """Return places as a few sorted ones, those close together as one; the outer ends are added where none is near."""
    near = 2 * NEAR
    places = places + [end for end in ends if all(abs(end - place) > near for place in places)]
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][0] <= near:
            found[-1].append(place)
        else:
            found.append([place])
    return [sum(each) / len(each) for each in found]


def _cells(xs: list[float], ys: list[float], rows: list[Blob], columns: list[Blob]) -> tuple[tuple[int, ...], ...]:
    """Return for each square the number of its cell: squares with no line between them are one cell."""
    wide, tall = len(xs) - 1, len(ys) - 1
    cell = [[row * wide + column for column in range(wide)] for row in range(tall)]
    level = [(line.left, line.right, line.top, line.bottom) for line in rows]
    upright = [(line.top, line.bottom, line.left, line.right) for line in columns]
    for row in range(tall):
        for column in range(wide):
            if column and not _drawn(upright, xs[column], ys[row], ys[row + 1]):
                _merge(cell, cell[row][column - 1], cell[row][column])
            if row and not _drawn(level, ys[row], xs[column], xs[column + 1]):
                _merge(cell, cell[row - 1][column], cell[row][column])
    return tuple(map(tuple, cell))


def _drawn(lines: list[tuple[int, int, int, int]], at: float, start: float, end: float) -> bool:
    """Say whether lines run along most of the way between two squares."""
    covered = sum(
        max(0.0, min(end, to) - max(start, since))
        for since, to, low, high in lines
        if low - 2 * NEAR <= at <= high + 2 * NEAR
    )
    return covered >= DRAWN * (end - start)


def _merge(cell: list[list[int]], kept: int, gone: int) -> None:
    for row in cell:
        row[:] = [kept if number == gone else number for number in row]


def _between(edges: tuple[int, ...], at: float) -> int | None:
    return next((index for index in range(len(edges) - 1) if edges[index] <= at < edges[index + 1]), None)
