"""Ink that hangs together: the pieces of a mask, found run by run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_RUNS = 60_000

Run = tuple[int, int, int]
"""Row, first column, column after the last."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A piece of ink: its box (right and bottom exclusive) and how many points it has."""

    left: int
    top: int
    right: int
    bottom: int
    points: int

    @property
    def wide(self) -> int:
        """Width in points."""
        return self.right - self.left

    @property
    def tall(self) -> int:
        """Height in points."""
        return self.bottom - self.top


def blobs(mask: NDArray[Any]) -> list[Blob]:
    """Return the pieces of a mask that touch, also at corners; none when the mask is mere noise."""
    runs = _runs(mask)
    if len(runs) > MAX_RUNS:
        return []
    pieces: dict[int, list[Run]] = {}
    for run, root in zip(runs, _joined(runs), strict=True):
        pieces.setdefault(root, []).append(run)
    return [_blob(piece) for piece in pieces.values()]


def _runs(mask: NDArray[Any]) -> list[Run]:
    import numpy as np

    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))


def _joined(runs: list[Run]) -> list[int]:
    """Return for every run the number of the piece it belongs to."""
    parent = list(range(len(runs)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    above = 0
    for index, (row, start, end) in enumerate(runs):
        while runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] < start):
            above += 1
        other = above
        while other < index and runs[other][0] == row - 1 and runs[other][1] <= end:
            parent[root(other)] = root(index)
            other += 1
    return [root(index) for index in range(len(runs))]


def _blob(piece: list[Run]) -> Blob:
    left, right = min(start for _, start, _ in piece), max(end for _, _, end in piece)
    return Blob(left, piece[0][0], right, piece[-1][0] + 1, sum(end - start for _, start, end in piece))
