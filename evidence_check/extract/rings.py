"""Rings of the size of an office stamp in a mask of coloured points: voted for by their outermost points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.extract.blobs import Blob, blobs
from evidence_check.extract.tesseract import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST, MOST = 11.5, 26.0
"""Radii of stamps in millimetres."""
HALF = 2
WIDEST = 110.0
"""How large, in millimetres, a piece with a ring in it may be: words and pens reach out of it."""
DIRECTIONS = 60
OUTER = 0.5
"""Share of the directions in which a further ring must be seen around one that was found."""
BEYOND = 0.45
"""Share of the directions in which something may be seen just outside: a ring among other lines is none."""
ROUND = 0.5
ARC, ASIDE = 0.8, 2.5
"""Share of the points of some ink that lie as near, in points of the mask, to one arc when it is no pen's."""
MOST_RUNS = 5_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a ring must be like, in shares: of its directions it is seen in, of its disc that is full at most.

    `agreeing` is the share of the outermost points of what it belongs to that must lie on it.
    """

    whole: float
    full: float
    agreeing: float


COLOURED = Wanted(0.8, 0.62, 0.3)
"""A stamp is seldom printed evenly, pens and words reach out of it, but it is mostly paper, as no coat of arms is."""
BLACK = Wanted(0.9, 0.4, 0.6)
"""In black letters, frames and square codes lie about too."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring, by its middle and its radius in points of the mask."""

    x: int
    y: int
    radius: int

    @property
    def box(self) -> Box:
        """The box around it."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


def rings_in(mask: NDArray[Any], millimetre: float, wanted: Wanted = COLOURED) -> list[Ring]:
    """Return the rings of a mask from top to bottom; `millimetre` is how many of its points make one."""
    small = _halved(mask)
    joined = grown(grown(small))
    if int((joined[:, 1:] & ~joined[:, :-1]).sum()) > MOST_RUNS:
        return []
    scale = millimetre / HALF
    pieces = [piece for piece in blobs(joined) if _large(piece, scale)]
    found = (_ring(small, piece, scale, wanted) for piece in pieces)
    return [ring for ring in found if ring and _open(mask, ring, wanted.full)]


def _halved(mask: NDArray[Any]) -> NDArray[Any]:
    even = mask[: mask.shape[0] // HALF * HALF, : mask.shape[1] // HALF * HALF]
    halved: NDArray[Any] = even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]
    return halved


def grown(mask: NDArray[Any]) -> NDArray[Any]:
    """Return a mask with the points next to its own, also at corners."""
    across = mask.copy()
    across[:, 1:] |= mask[:, :-1]
    across[:, :-1] |= mask[:, 1:]
    both = across.copy()
    both[1:] |= across[:-1]
    both[:-1] |= across[1:]
    return both


def _large(piece: Blob, scale: float) -> bool:
    return min(piece.wide, piece.tall) >= 1.6 * LEAST * scale and max(piece.wide, piece.tall) <= WIDEST * scale


def _ring(small: NDArray[Any], piece: Blob, scale: float, wanted: Wanted) -> Ring | None:
    """Return the ring that most of the outermost points of a piece lie on, None when it is not seen all round."""
    inner = small[piece.top : piece.bottom, piece.left : piece.right]
    agreeing, *best = _agreeing(inner, scale)
    if agreeing < wanted.agreeing:
        return None
    # The outer ring of a stamp may be another piece: a word lies across it, and it must not be taken for a pen's.
    edge = round(MOST * scale)
    left, top = max(0, piece.left - edge), max(0, piece.top - edge)
    around = grown(small[top : piece.bottom + edge, left : piece.right + edge])
    share, x, y, radius = _closest(around, best[0] + piece.left - left, best[1] + piece.top - top, best[2])
    if share < wanted.whole:
        return None
    wider = (more for more in range(edge, radius, -1) if _seen(around, x, y, more) >= OUTER)
    radius = next(wider, radius)
    if _seen(around, x, y, round(1.15 * radius) + 1) > BEYOND:
        return None
    return Ring((left + x) * HALF + 1, (top + y) * HALF + 1, radius * HALF)


def is_round(piece: NDArray[Any], millimetre: float) -> bool:
    """Say whether a piece of ink is a ring or a part of one, rather than strokes of a pen."""
    small, scale = _halved(piece), millimetre / HALF
    if min(small.shape) >= 1.6 * LEAST * scale:
        return bool(small.any()) and _agreeing(small, scale)[0] >= ROUND
    return _on_an_arc(piece) >= ARC


def _on_an_arc(piece: NDArray[Any]) -> float:
    """Return the share of the points of a piece that lie on the one arc that fits them best."""
    import numpy as np

    y, x = (side.astype(np.float64) for side in np.nonzero(piece))
    fitted = np.linalg.lstsq(np.column_stack([x, y, np.ones_like(x)]), x**2 + y**2, rcond=None)[0]
    middle = fitted[0] / 2, fitted[1] / 2
    radius = np.sqrt(max(0.0, fitted[2] + middle[0] ** 2 + middle[1] ** 2))
    return float((np.abs(np.hypot(x - middle[0], y - middle[1]) - radius) <= ASIDE).mean())


def _agreeing(small: NDArray[Any], scale: float) -> tuple[float, int, int, int]:
    """Return the share of the outermost points of a piece that lie on one ring, and its middle and radius."""
    y, x = _outermost(small)
    radii = range(round(LEAST * scale), round(MOST * scale) + 1)
    votes, *best = max(_voted(y, x, small.shape, radius) for radius in radii)
    return votes / len(y), best[0], best[1], best[2]


def _open(mask: NDArray[Any], ring: Ring, full: float) -> bool:
    """Say whether a ring lies whole on the page and its disc is mostly paper."""
    left, top, right, bottom = ring.box
    whole = min(left, top) >= 0 and right <= mask.shape[1] and bottom <= mask.shape[0]
    return whole and float(mask[top:bottom, left:right].mean()) <= full


def _outermost(mask: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the first and last point of every row and every column."""
    import numpy as np

    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    left, right = mask.argmax(axis=1)[rows], mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)[rows]
    top, bottom = mask.argmax(axis=0)[columns], mask.shape[0] - 1 - mask[::-1].argmax(axis=0)[columns]
    return np.concatenate([rows, rows, top, bottom]), np.concatenate([left, right, columns, columns])


def _voted(y: NDArray[Any], x: NDArray[Any], shape: tuple[int, ...], radius: int) -> tuple[float, int, int, int]:
    """Return how many points lie on the ring of a radius that most of them lie on, and its middle."""
    import numpy as np

    turn = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
    # Votes are gathered in squares of two points, so that a ring pressed askew has one middle still.
    down = (y[:, None] + np.rint(radius * np.sin(turn)).astype(np.intp)) // 2
    across = (x[:, None] + np.rint(radius * np.cos(turn)).astype(np.intp)) // 2
    rows, columns = shape[0] // 2 + 1, shape[1] // 2 + 1
    inside = (down >= 0) & (down < rows) & (across >= 0) & (across < columns)
    votes = np.bincount((down * columns + across)[inside], minlength=rows * columns)
    at = int(votes.argmax())
    return float(votes[at]), at % columns * 2, at // columns * 2, radius


def _closest(mask: NDArray[Any], x: int, y: int, radius: int) -> tuple[float, int, int, int]:
    """Return how much of a ring is seen, and the ring: the best of those close by, the larger of two as good."""
    steps = (-1, 0, 1, 2)
    near = ((x + right, y + down, radius + more) for right in steps for down in steps for more in (0, 1))
    return max((_seen(mask, *each), *each) for each in near)


def _seen(mask: NDArray[Any], x: int, y: int, radius: int) -> float:
    """Return in which share of the directions a ring is seen in a mask."""
    import numpy as np

    turn = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
    down = np.rint(y + radius * np.sin(turn)).astype(np.intp)
    across = np.rint(x + radius * np.cos(turn)).astype(np.intp)
    inside = (down >= 0) & (down < mask.shape[0]) & (across >= 0) & (across < mask.shape[1])
    return float(mask[down[inside], across[inside]].sum()) / DIRECTIONS
