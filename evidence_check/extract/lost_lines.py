"""Ink that looks like writing where no word was recognised: confidence does not see whole lines gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evidence_check.extract.blobs import Blob, blobs
from evidence_check.extract.rulings import HALF, Grid
from evidence_check.extract.tesseract import Box, Word

if TYPE_CHECKING:
    from PIL.Image import Image

QUARTER = 4
INK = 150
GAP = 4
MARGIN = 2
TALL_WORD = 2.5
MAX_PIECES = 40
GUESS = 20
HALF_SURE = 70
NARROW = 1.2
STROKES = 1.8
SHORT_LINE = 12
"""Width of a short line such as a number, in heights of an ordinary word."""
GUESSED_PART = 0.4
LETTERS = 4
MAX_DOTS = 300
COLONS = 999_000
COLON_SURE = 70


def unread_ink(page: Image, words: Sequence[Word]) -> list[Box]:
    """Return where ink lies in the shape of lines of writing that no word covers, in points of the page."""
    import numpy as np
    from PIL import ImageFilter

    height = typical_height(words) / QUARTER
    small = uncovered(page, words, QUARTER)
    ink = small.point([255 * (value < INK) for value in range(256)])
    smeared = np.asarray(ink.filter(ImageFilter.BoxBlur((GAP, 0)))) > 0
    found = [_box(blob) for blob in blobs(smeared) if _like_a_line(blob, height)]
    return [box for box in found if _has_letters(page, box, typical_height(words))]


def empty_cells(page: Image, words: Sequence[Word], grids: Sequence[Grid]) -> list[Box]:
    """Return the cells of tables that hold ink but no word, such as lone digits, in points of the page."""
    import numpy as np

    ink = np.asarray(page.reduce(QUARTER)) < INK
    least = max(2.0, 0.12 * typical_height(words) / QUARTER)
    found: list[Box] = []
    for grid in grids:
        filled = {grid.cell_at((w.box[0] + w.box[2]) / 2, (w.box[1] + w.box[3]) / 2) for w in words}
        for number in {cell for row in grid.cells for cell in row} - filled:
            left, top, right, bottom = _box_of(grid, number)
            inner = ink[top // QUARTER + 3 : bottom // QUARTER - 2, left // QUARTER + 3 : right // QUARTER - 2]
            if inner.any() and max(inner.sum(axis=1)) >= least and inner.mean() < 0.5:
                found.append((left + 8, top + 8, right - 8, bottom - 8))
    return sorted(found, key=lambda box: (box[1], box[0]))[:MAX_PIECES]


def without_scrawl(page: Image, words: Sequence[Word]) -> list[Word]:
    """Return the words without those that were made of a signature or a stain: unsure, and not the strokes of print."""
    height = typical_height(words)
    return [
        word
        for word in words
        if word.sure >= HALF_SURE
        or word.box[2] - word.box[0] < NARROW * height
        or strokes(page, word.box, height) >= STROKES
    ]


def strokes(page: Image, box: Box, height: float) -> float:
    """Return how many edges a level line through the middle of some ink crosses, in the width of an ordinary letter.

    Print has four or five, hardly ever less than two and a half; the loops of a signature less than one and a half.
    """
    import numpy as np

    left, top, right, bottom = box
    ink = np.asarray(page.crop((max(0, left), max(0, top), right, bottom)))[::2, ::2] < INK
    middle = ink[len(ink) // 4 : max(len(ink) // 4 + 1, 3 * len(ink) // 4)]
    if not middle.size:
        return 0.0
    edges = (middle[:, 1:] != middle[:, :-1]).sum(axis=1).mean()
    return float(edges) * height / max(1, right - left)


def lone_colons(page: Image, words: Sequence[Word]) -> list[Word]:
    """Return colons in a column of their own between labels and values, which Tesseract takes for dirt."""
    import numpy as np

    height = typical_height(words) / HALF
    ink = np.asarray(uncovered(page, words, HALF)) < INK
    dots = [blob for blob in blobs(ink) if 2 <= blob.wide <= 0.35 * height and 2 <= blob.tall <= 0.35 * height]
    found: list[Word] = []
    for upper in dots[:MAX_DOTS]:
        for lower in dots[:MAX_DOTS]:
            if abs(upper.left - lower.left) <= 2 and 0.25 * height <= lower.top - upper.top <= 0.8 * height:
                box = (upper.left * HALF, upper.top * HALF, lower.right * HALF, lower.bottom * HALF)
                found.append(Word(":", box, COLON_SURE, (COLONS, 1, len(found))))
    return found


def share_lost(lost: Sequence[Box], words: Sequence[Word]) -> float:
    """Return which share of the writing was not read, by width (0..1), nothing for less than a short line.

    Words that are mere guesses count in part: pens and stamps make such words too.
    """
    height = typical_height(words)
    unread = sum(right - left for left, _, right, _ in lost)
    guesses = (word.box for word in words if word.sure < GUESS)
    guessed = GUESSED_PART * sum(box[2] - box[0] for box in guesses if 0.5 * height <= box[3] - box[1] <= 2 * height)
    whole = sum(word.box[2] - word.box[0] for word in words)
    if unread + guessed < SHORT_LINE * height:
        return 0.0
    return (unread + guessed) / max(1, unread + whole)


def typical_height(words: Sequence[Word]) -> float:
    """Return the height of an ordinary word in points, that of 10-point print where there is none."""
    heights = sorted(word.box[3] - word.box[1] for word in words if len(word.text) > 2)
    return float(heights[len(heights) // 2]) if heights else 32.0


def uncovered(page: Image, words: Sequence[Word], step: int) -> Image:
    """Return the page made smaller by a step, with the recognised words turned to paper."""
    from PIL import ImageDraw

    small = page.reduce(step)
    draw = ImageDraw.Draw(small)
    tallest = TALL_WORD * typical_height(words)
    for word in words:
        left, top, right, bottom = word.box
        if bottom - top <= tallest or word.sure >= 60:
            box = (left // step - MARGIN, top // step - MARGIN, right // step + MARGIN, bottom // step + MARGIN)
            draw.rectangle(box, fill=255)
    return small


def _like_a_line(blob: Blob, height: float) -> bool:
    return 0.5 * height <= blob.tall <= 2.0 * height and blob.wide >= 3.0 * height


def _has_letters(page: Image, box: Box, height: float) -> bool:
    """Say whether a piece of a page is made of pieces of the size of letters, as no rule, logo or pen stroke is."""
    import numpy as np

    ink = np.asarray(page.crop(box).reduce(HALF)) < INK
    least, most = 0.3 * height / HALF, 1.8 * height / HALF
    letters = sum(least <= blob.tall <= most and blob.wide <= 2.5 * height / HALF for blob in blobs(ink))
    return letters >= max(LETTERS, (box[2] - box[0]) / (2.0 * height))


def _box(blob: Blob) -> Box:
    edge = 2 * MARGIN
    return (
        max(0, (blob.left - edge) * QUARTER),
        max(0, (blob.top - edge) * QUARTER),
        (blob.right + edge) * QUARTER,
        (blob.bottom + edge) * QUARTER,
    )


def _box_of(grid: Grid, number: int) -> Box:
    rows = [row for row, cells in enumerate(grid.cells) if number in cells]
    columns = [column for cells in grid.cells for column, cell in enumerate(cells) if cell == number]
    return grid.xs[min(columns)], grid.ys[rows[0]], grid.xs[max(columns) + 1], grid.ys[rows[-1] + 1]
