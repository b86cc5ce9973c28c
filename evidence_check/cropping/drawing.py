"""Marks on a picture and the small file it becomes: a crop must be seen to prove something, and weigh little."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evidence_check.model.crops import Crop, Shows

if TYPE_CHECKING:
    from PIL.Image import Image

BAR = 8
"""Room on the left for the bar that marks lines also where no colour can be told."""
MEDIA = "image/webp"
_HIGHLIGHT = (255, 232, 115)
_DARK = (150, 90, 0)


def marked(image: Image, rows: Iterable[tuple[int, int, int, int]]) -> Image:
    """Return a picture with boxes of it coloured like by a felt pen, each with a bar beside and a line below."""
    from PIL import Image as pillow
    from PIL import ImageChops, ImageDraw

    layer = pillow.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(layer)
    for left, top, right, bottom in rows:
        pen.rectangle((left, top, right, bottom), fill=_HIGHLIGHT)
        pen.line((left, bottom, right, bottom), fill=_DARK, width=1)
        pen.rectangle((0, top, 3, bottom), fill=_DARK)
    return ImageChops.multiply(image.convert("RGB"), layer)


def as_crop(image: Image, shows: Shows, *, hidden: bool = False, about: bool = False) -> Crop:
    """Return a picture as a crop: few colours kept exactly where it is text, else as small as it can still be seen."""
    stream = io.BytesIO()
    if shows is Shows.LINES:
        few = image.quantize(16).convert("RGB")
        few.save(stream, "WEBP", lossless=True, quality=80, method=4)
    else:
        image.save(stream, "WEBP", quality=45, method=4)
    return Crop(shows, stream.getvalue(), MEDIA, *image.size, hidden, about)
