"""What looks like the ink of a pen or a stamp on the picture of a page: found by colour, shape and size alone.

A stamp is a ring of violet, blue or red, of the size office stamps have; ink is strokes that are no print: thin,
winding, larger than letters, level with no ruling line. Whether they are what they look like is for a person to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.extract.blobs import blobs
from evidence_check.extract.lost_lines import QUARTER, uncovered
from evidence_check.extract.prepare import brightest_channel, on_paper
from evidence_check.extract.rings import BLACK, Ring, grown, is_round, rings_in
from evidence_check.extract.tesseract import Box, Word
from evidence_check.model.files import Trace

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    Mask = NDArray[Any]

INK, STAMP = "ink", "stamp"
MM = 300 / 25.4 / QUARTER
"""Points to a millimetre of paper on the picture made small, an A4 page taken to fill it."""

VIVID = 22
"""Least difference between the brightest and the darkest of red, green and blue, where print has hardly any."""
APART, SPOTTED, SPOTS = 8, 30, 25
"""Of points so far apart, so many must be so coloured before the rest of a page is looked at."""
STAMP_HUES = ((138, 255), (0, 8))
PEN_HUES = ((140, 200),)
DARK = 170
DRAWN_DARK, WHITE = 140, 225
"""On a drawing: what is darker is black or navy ink, pads of stamps are brighter; what is brighter is paper."""
WIDE, TALL = 7.0, 4.0
"""Least width and height of ink, in millimetres."""
LARGEST = 90.0
DARKER, DARK_PART, EDGE = 0.75, 25, 0.1
THIN = 0.3
STRAIGHT, DRAWN_STRAIGHT = 0.62, 0.8
"""How much of a piece one straight line may fill; from a drawing the boxes were taken away before."""
SURE = 60
TO_AND_FRO = 1.5
"""Least length of the strokes, in widths and heights of what they fill: a rule or a corner has one."""
STROKE = 5.0
"""Least length of the longest stroke, in millimetres: letters are shorter."""
MOST_RUNS = 5_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was read: its picture in colour, how far that was turned, what was made of it, and its words."""

    image: Image
    angle: float
    page: Image
    words: Sequence[Word]


def traces_of(seen: Seen, lines: Sequence[Box]) -> tuple[Trace, ...]:
    """Return what looks like ink or a stamp, from top to bottom; `lines` are the boxes of the lines of the text."""
    return tuple(
        _trace(kind, box, seen.page.height, lines)
        for kind, box in _marks(_laid_over(seen), _dark(seen), lambda: _worded(seen))
    )


def may_be_mark(wide: float, tall: float) -> bool:
    """Say whether something drawn or pasted this large, in millimetres, may be a signature or a stamp."""
    return wide >= WIDE and tall >= TALL and max(wide, tall) <= LARGEST


def marks_on(small: Image) -> list[tuple[str, Box]]:
    """Return what looks like ink or a stamp on a picture without words, with its box, from top to bottom.

    The picture is in RGB, `MM` points to a millimetre.
    """
    import numpy as np

    dark = np.asarray(brightest_channel(small)) < DRAWN_DARK
    grey = np.asarray(small.convert("L"))
    found = _marks(small, dark, lambda: np.zeros_like(dark), DRAWN_STRAIGHT)
    # Curves in a photograph lie on no paper.
    return [(kind, box) for kind, box in found if np.median(grey[box[1] : box[3], max(0, box[0]) : box[2]]) >= WHITE]


def _marks(
    small: Image, dark: Mask, worded: Callable[[], Mask], straight: float = STRAIGHT
) -> list[tuple[str, Box]]:
    """Return ink and stamps; `dark` is where black or navy ink lies, `worded` tells where words stand.

    `straight` is the share of a piece one level or upright line may fill when it is strokes of a pen.
    """
    vivid, pen = _coloured(small)
    rings = rings_in(vivid, MM)
    found = [(INK, box) for box in _strokes(dark, straight)] if rings else []
    if not rings:
        rings = rings_in(dark, MM, BLACK)
        found = [(INK, box) for box in _strokes(_outside(dark, rings), straight)]
    if not found:
        inside = [_inside(small, vivid, ring) for ring in rings]
        found = [(INK, box) for mask in inside for box in _strokes(mask, straight)]
    if not found:
        found = [(INK, box) for box in _strokes(_outside(pen & ~worded(), rings), straight)]
    found += [(STAMP, ring.box) for ring in rings]
    return sorted(found, key=lambda each: each[1][1])


def _coloured(small: Image) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return where a page has the colour of stamps, and where that of blue pens."""
    import numpy as np
    from PIL import ImageChops

    red, green, blue = small.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    vivid = np.asarray(ImageChops.subtract(brightest, darkest)) >= VIVID
    hue = small.convert("HSV").getchannel(0)
    return vivid & _among(hue, STAMP_HUES), vivid & _among(hue, PEN_HUES)


def _inside(small: Image, vivid: NDArray[Any], ring: Ring) -> NDArray[Any]:
    """Return where a page is far darker than the ring of a stamp, in and around it: a pen of the same colour."""
    import numpy as np

    grey = np.asarray(small.convert("L"))
    down, across = np.ogrid[: grey.shape[0], : grey.shape[1]]
    away = np.hypot(down - ring.y, across - ring.x)
    drawn = grey[vivid & (np.abs(away - ring.radius) <= 2)]
    limit = DARKER * float(np.percentile(drawn, DARK_PART)) if drawn.size else 0.0
    within = (away < 1.6 * ring.radius) & (np.abs(away / ring.radius - 1.0) > EDGE)
    pen: NDArray[Any] = vivid & within & (grey < limit)
    return pen


def _among(hue: Image, ranges: Sequence[tuple[int, int]]) -> NDArray[Any]:
    import numpy as np

    table = [255 * any(low <= value <= high for low, high in ranges) for value in range(256)]
    return np.asarray(hue.point(table)) > 0


def _laid_over(seen: Seen) -> Image:
    """Return the coloured picture made small and turned as the page was, its paper white."""
    from PIL import Image as pillow

    wide, tall = seen.page.width // QUARTER, seen.page.height // QUARTER
    if seen.image.mode in ("1", "L") or seen.image.mode.startswith(("I", "F")):
        return pillow.new("RGB", (wide, tall), "white")
    image = seen.image if seen.image.mode == "RGB" else on_paper(seen.image)
    if not _has_colour(image):
        return pillow.new("RGB", (wide, tall), "white")
    step = min(image.width // max(1, wide), image.height // max(1, tall))
    small = image.reduce(step) if step > 1 else image
    if seen.angle:
        # Turned at no finer a measure than needed: this is done for every page.
        small = small.rotate(seen.angle, pillow.Resampling.NEAREST, expand=True, fillcolor="white")
    if small.size != (wide, tall):
        near = abs(small.width - wide) <= 2 and abs(small.height - tall) <= 2
        small = small.resize((wide, tall), pillow.Resampling.NEAREST if near else pillow.Resampling.BOX)
    sample = small.resize((wide // QUARTER, tall // QUARTER), pillow.Resampling.NEAREST)
    paper = [_median(sample.getchannel(channel).histogram()) for channel in range(3)]
    return small.point([min(255, value * 245 // max(60, bright)) for bright in paper for value in range(256)])


def _has_colour(image: Image) -> bool:
    """Say whether a picture has any colour worth the time, by a point here and there."""
    import numpy as np
    from PIL import Image as pillow

    sample = image.resize((max(1, image.width // APART), max(1, image.height // APART)), pillow.Resampling.NEAREST)
    points = np.asarray(sample)
    spread = points.max(axis=2) - points.min(axis=2)
    return int((spread >= SPOTTED).sum()) >= SPOTS


def _median(counts: Sequence[int]) -> int:
    half, sum_so_far = sum(counts) / 2, 0
    for value, count in enumerate(counts):
        sum_so_far += count
        if sum_so_far >= half:
            return value
    return 255


def _dark(seen: Seen) -> NDArray[Any]:
    """Return where black or navy ink lies that no word covers."""
    import numpy as np

    size = seen.page.width // QUARTER, seen.page.height // QUARTER
    return np.asarray(uncovered(seen.page, seen.words, QUARTER).crop((0, 0, *size))) < DARK


def _worded(seen: Seen) -> NDArray[Any]:
    """Return where sure words stand."""
    import numpy as np
    from PIL import Image as pillow
    from PIL import ImageDraw

    said = pillow.new("1", (seen.page.width // QUARTER, seen.page.height // QUARTER))
    draw = ImageDraw.Draw(said)
    for word in seen.words:
        if word.sure >= SURE:
            draw.rectangle([side // QUARTER for side in word.box], fill=1)
    return np.asarray(said)


def _outside(mask: NDArray[Any], rings: Sequence[Ring]) -> NDArray[Any]:
    """Return a mask without what lies within a ring."""
    import numpy as np

    for ring in rings:
        down, across = np.ogrid[: mask.shape[0], : mask.shape[1]]
        mask = mask & ((down - ring.y) ** 2 + (across - ring.x) ** 2 > (1.15 * ring.radius) ** 2)
    return mask


def _strokes(mask: NDArray[Any], straight: float) -> Iterator[Box]:
    """Yield the boxes of what looks like strokes of a pen."""
    # A stroke is often broken where a line was taken out or it grew thin.
    joined = grown(mask)
    if int((joined[:, 1:] & ~joined[:, :-1]).sum()) > MOST_RUNS:
        return
    for blob in blobs(joined):
        if blob.wide >= WIDE * MM and blob.tall >= TALL * MM and max(blob.wide, blob.tall) <= LARGEST * MM:
            piece = mask[blob.top : blob.bottom, blob.left : blob.right]
            if _winding(piece, straight) and not is_round(piece, MM):
                yield blob.left, blob.top, blob.right, blob.bottom


def _winding(piece: NDArray[Any], most: float) -> bool:
    """Say whether a piece is made of thin, long strokes that go to and fro and follow no ruling line."""
    tall, wide = piece.shape
    points = int(piece.sum())
    straight = max(piece.sum(axis=1).max() / wide, piece.sum(axis=0).max() / tall)
    if not TO_AND_FRO * (wide + tall) <= points <= THIN * wide * tall or straight > most:
        return False
    return max((max(part.wide, part.tall) for part in blobs(piece)), default=0) >= STROKE * MM


def _trace(kind: str, box: Box, height: int, lines: Sequence[Box]) -> Trace:
    left, top, right, bottom = (side * QUARTER for side in box)
    nearest = min(range(len(lines)), key=lambda at: _apart(lines[at], (left, top, right, bottom)), default=-1)
    return Trace(kind, round(max(0.0, top / height), 3), round(min(1.0, bottom / height), 3), nearest)


def _apart(line: Box, box: Box) -> float:
    """Return how far a line stands from the middle of a box, a line beside it farther than one above or below."""
    middle = (box[1] + box[3]) / 2
    down = abs((line[1] + line[3]) / 2 - middle)
    aside = max(0, line[0] - box[2], box[0] - line[2])
    return down + aside
