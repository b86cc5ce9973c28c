"""A whole page or a photograph as a picture so small that no number in it can be read.

The words of a scan have no place that is kept, so nothing in it could be hidden: it is shown too small to read, with
a mark about where the quote is. A close picture is left out where its words hold a long number, for a card that fills
it would stay readable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evidence_check.cropping.drawing import as_crop, marked
from evidence_check.messages.masking import mask
from evidence_check.model.crops import Crop, Shows
from evidence_check.model.files import Page
from evidence_check.model.pictures import has_few_words
from evidence_check.words.fold import squeeze

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE_SIDE = 212
PHOTO_SIDE = 104
"""A number on a card that fills so small a picture has three points for each digit."""
WELL_READ = 0.7
"""Below it the many words of a page may be none, and the page a card that fills its picture."""
LARGER = 4
"""How many times larger they are with leave to show identities."""
_LONG_NUMBER = re.compile(r"(?:\d[\s.\-]?){9,}")


def may_be_shown(page: Page, identities: bool) -> bool:
    """Say whether a small picture of a page gives no number away: its letters are tiny, or it holds no long one."""
    if identities or not has_few_words(page):
        return True
    return mask(page.text) == page.text and not _LONG_NUMBER.search(page.text)


def small_crop(image: Image, page: Page, quote: str, identities: bool) -> Crop:
    """Return a page far too small to be read with a mark about where the quote stands, or a photograph as a stamp."""
    from PIL.Image import Resampling

    photo = has_few_words(page)
    side = (PAGE_SIDE if not photo and page.confidence >= WELL_READ else PHOTO_SIDE) * (LARGER if identities else 1)
    factor = side / max(1, *image.size)
    width, height = (max(8, round(length * factor)) for length in image.size)
    small = image.convert("RGB").resize((width, height), Resampling.BOX, reducing_gap=2.0)
    share = None if photo else line_share(page.text, quote)
    if share is None:
        return as_crop(small, Shows.PHOTO if photo else Shows.PAGE)
    middle, half = round(height * share), max(4, height // 40)
    row = (6, max(0, middle - half), width - 3, min(height - 1, middle + half))
    return as_crop(marked(small, [row]), Shows.PAGE, about=True)


def line_share(text: str, quote: str) -> float | None:
    """Return about how far down its page a quote stands (0..1), by its line among all lines; None when not found.

    The first and the last line are taken to stand a margin away from the edges of the paper.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    wanted = squeeze(quote)
    if not wanted or not lines:
        return None
    ends, length = [], 0
    for line in lines:
        length += len(squeeze(line))
        ends.append(length)
    start = "".join(map(squeeze, lines)).find(wanted)
    if start < 0:
        return None
    middle = start + len(wanted) // 2
    number = next(at for at, end in enumerate(ends) if middle < end)
    return 0.07 + 0.86 * (number + 0.5) / len(lines)
