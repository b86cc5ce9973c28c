"""What a picture looks like, and the day its camera wrote into it; where it was taken is never read.

A look is the sign of the coarse waves a picture is made of (a discrete cosine transform of its grey tones), of the
whole and of a few cuts, so that a copy cut at its edges still meets one of them.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from evidence_check.model.pictures import DIGITS, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 32
_WAVES = 12
_WORKING = 320
_PLAIN = 4.0
_SMALLEST = 200
_MAX_POINTS = 60_000_000
# How much each cut takes away at the left, the top, the right and the bottom.
_CUTS = (
    (0.0, 0.0, 0.0, 0.0), (0.03, 0.03, 0.03, 0.03), (0.06, 0.06, 0.06, 0.06), (0.05, 0.0, 0.0, 0.0),
    (0.0, 0.05, 0.0, 0.0), (0.0, 0.0, 0.05, 0.0), (0.0, 0.0, 0.0, 0.05), (0.05, 0.05, 0.0, 0.0),
    (0.0, 0.0, 0.05, 0.05), (0.05, 0.0, 0.0, 0.05), (0.0, 0.05, 0.05, 0.0),
)  # fmt: skip
_EXIF = 0x8769
# When the picture was taken; when it was made digital, which is the same for every camera.
_TAKEN = (0x9003, 0x9004)
_DAY = re.compile(r"((?:19|20)\d\d)[:/-](\d\d)[:/-](\d\d)")
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, ArithmeticError, struct.error)


def picture_in(image: Image, shown: Image, page: int, number: int = 1) -> Picture:
    """Return an opened picture as one of its file; `shown` is the same the way the camera meant it."""
    return Picture(page, number, look_of(shown), taken_on(image), shown.width, shown.height)


def pictures_in(found: Iterable[tuple[bytes, int, str]]) -> list[Picture]:
    """Return pictures inside another file, each given with its page and caption; icons and damaged ones left out."""
    from PIL import Image as pillow
    from PIL import ImageOps

    kept: list[Picture] = []
    for data, page, caption in found:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with pillow.open(io.BytesIO(data)) as image:
                    if min(image.size) < _SMALLEST or image.width * image.height > _MAX_POINTS:
                        continue
                    size, taken = image.size, taken_on(image)
                    image.draft("RGB", (2 * _WORKING, 2 * _WORKING))
                    look = look_of(ImageOps.exif_transpose(image))
            except (*_FAULTS, pillow.DecompressionBombError):
                continue
        number = 1 + sum(each.page == page for each in kept)
        kept.append(Picture(page, number, look, taken, *size, caption))
    return kept


def look_of(image: Image) -> str:
    """Return the look of a picture in hexadecimal digits, nothing when it is as good as plain."""
    import numpy as np
    from PIL import Image as pillow

    grey = image.convert("L")
    grey.thumbnail((_WORKING, _WORKING))
    if float(np.asarray(grey, dtype=np.float32).std()) < _PLAIN:
        return ""
    return "".join(
        _waves(
            grey.resize(
                (_SIDE, _SIDE),
                pillow.Resampling.LANCZOS,
                (left * grey.width, top * grey.height, (1 - right) * grey.width, (1 - bottom) * grey.height),
            )
        )
        for left, top, right, bottom in _CUTS
    )


def taken_on(image: Image) -> str:
    """Return the ISO day a camera says it took a picture, nothing when it does not say or says no day."""
    try:
        told = image.getexif().get_ifd(_EXIF)
    except _FAULTS:
        return ""
    return next((day for key in _TAKEN if (day := _day(told.get(key)))), "")


def _waves(grey: Image) -> str:
    import numpy as np

    table = _cosines()
    tones = np.asarray(grey, dtype=np.float32)
    waves = (table @ tones @ table.T)[:_WAVES, :_WAVES].ravel()[1:]
    signs = waves > np.median(waves)
    return f"{int(''.join('01'[int(sign)] for sign in signs), 2):0{DIGITS}x}"


@cache
def _cosines() -> Any:
    import numpy as np

    wave, at = np.arange(_SIDE)[:, None], np.arange(_SIDE)[None]
    return np.cos(np.pi * (2 * at + 1) * wave / (2 * _SIDE)).astype(np.float32)


def _day(value: object) -> str:
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""

