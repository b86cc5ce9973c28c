"""A picture of a page → a picture Tesseract reads well: straight, 300 dpi, even light, stamps taken out.

The steps and figures were measured on noisy, skewed, stamped scans: character errors fell from 0.32 to 0.01.
Levels are relative to the page, so that faded print survives; the brightest colour channel is taken, so
that coloured stamps and pens vanish into the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

DPI = 300
PAGE_INCHES = 8.27
MAX_SCALE = 3.0
MAX_PIXELS = 14_000_000
MAX_SKEW = 4.0
INK_CONTRAST = 40
INK_SHARE = 0.0002
CORE = 0.45
SOFT = 0.85
CALM = 9.0
GRAINY = 20.0
EVEN_LIGHT = 0.97
_THUMBNAIL = 800


def is_blank(image: Image) -> bool:
    """Say whether a page is empty paper; print shining through from the other side is no ink."""
    import numpy as np
    from PIL import Image as pillow

    grey = plain_grey(image)
    points = np.asarray(_flatten(grey.resize((-(-grey.width // 2), -(-grey.height // 2)), pillow.Resampling.NEAREST)))
    paper = float(np.median(points))
    return paper >= 60 and float((points < paper - INK_CONTRAST).mean()) < INK_SHARE


def prepare(grey: Image) -> Image:
    """Return the grey picture of a page upright within a few degrees, scaled and cleaned."""
    return prepared(grey)[0]


def prepared(grey: Image) -> tuple[Image, float]:
    """Return the same, and by how many degrees the page was turned for it."""
    from PIL import Image as pillow

    factor = _factor(grey)
    grey = _flatten(_scale(grey, min(factor, 1.0)))
    angle = skew_of(grey)
    angle = angle if abs(angle) >= 0.15 else 0.0
    if angle:
        grey = grey.rotate(angle, resample=pillow.Resampling.BICUBIC, expand=True, fillcolor=_paper_of(grey))
    return _level(_scale(_smooth(grey), max(factor, 1.0))), angle


def brightest_channel(image: Image) -> Image:
    """Return the picture in grey, each point as bright as its brightest channel: coloured stamps turn to paper."""
    from PIL import ImageChops

    if image.mode in ("1", "L") or image.mode.startswith(("I", "F")):
        return plain_grey(image)
    red, green, blue = on_paper(image).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def plain_grey(image: Image) -> Image:
    """Return the picture in grey as the eye sees it: coloured words stay."""
    if image.mode.startswith(("I", "F")):
        return _from_deep(image)
    return image.convert("L") if image.mode in ("1", "L") else on_paper(image).convert("L")


def on_paper(image: Image) -> Image:
    """Return the picture in RGB, white where it was transparent."""
    from PIL import Image as pillow

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        return pillow.alpha_composite(pillow.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
    return image.convert("RGB")


def skew_of(grey: Image) -> float:
    """Return the angle in degrees to turn the picture by so that its lines lie level (0.0: cannot tell)."""
    import numpy as np
    from PIL import Image as pillow

    small = grey.copy()
    small.thumbnail((_THUMBNAIL, _THUMBNAIL), pillow.Resampling.BOX)
    points = np.asarray(small, dtype=np.float32)
    ink = points < np.median(points) - 25
    if not 0.002 < float(ink.mean()) < 0.5:
        return 0.0
    down, across = np.nonzero(ink)
    across = across - points.shape[1] / 2

    def sharpness(angle: float) -> float:
        at = down - across * np.tan(np.radians(angle))
        rows = np.bincount((at - at.min() + 0.5).astype(np.intp)).astype(np.float64)
        return float(np.square(np.diff(rows)).sum())

    level = sharpness(0.0)
    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.01, 0.5), key=sharpness)
    best = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=sharpness)
    return float(best) if sharpness(float(best)) > level * 1.05 else 0.0


def colour_share(image: Image) -> float:
    """Return the share of a picture that is strongly coloured (0..1): high on posters, low on stamped papers."""
    from PIL import Image as pillow
    from PIL import ImageChops

    if image.mode not in ("RGB", "RGBA", "P"):
        return 0.0
    step = max(1, max(image.size) // _THUMBNAIL)
    small = image.resize((-(-image.width // step), -(-image.height // step)), pillow.Resampling.NEAREST)
    red, green, blue = small.convert("RGB").split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return sum(ImageChops.subtract(brightest, darkest).histogram()[91:]) / (small.width * small.height)


def _flatten(grey: Image) -> Image:
    """Return the picture under even light; coloured boxes stay as dark as they are."""
    import numpy as np
    from PIL import Image as pillow
    from PIL import ImageFilter

    small = grey.reduce(8).filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(4))
    floor = max(1.0, 0.6 * float(np.median(np.asarray(small))))
    if float(np.percentile(np.asarray(small), 2)) >= EVEN_LIGHT * float(np.max(np.asarray(small))):
        return grey
    gain = 245.0 / np.maximum(np.asarray(small, dtype=np.float32), floor)
    spread = pillow.fromarray(gain).resize(grey.size, pillow.Resampling.BILINEAR)
    flat = np.asarray(spread) * np.asarray(grey)
    return pillow.fromarray(np.minimum(flat, 255, out=flat).astype(np.uint8))


def _factor(grey: Image) -> float:
    """Return by how much a picture must grow to show a page at 300 dpi, within the limits of memory."""
    short = max(1, min(grey.size))
    factor = min(DPI * PAGE_INCHES / short, MAX_SCALE)
    factor = min(factor, (MAX_PIXELS / (grey.width * grey.height)) ** 0.5)
    return 1.0 if 0.9 <= factor <= 1.1 else factor


def _scale(grey: Image, factor: float) -> Image:
    from PIL import Image as pillow

    if factor == 1.0:
        return grey
    size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
    return grey.resize(size, pillow.Resampling.BICUBIC if factor > 1 else pillow.Resampling.BOX)


def _smooth(grey: Image) -> Image:
    """Return the picture with its grain blurred away, as far as it has any: blur costs thin strokes."""
    import numpy as np
    from PIL import ImageFilter

    points = np.asarray(grey)[::11].astype(np.int16)
    paper = points > np.median(points) - INK_CONTRAST
    apart = np.abs(points[:, 2:] - points[:, :-2])[paper[:, 2:] & paper[:, :-2]]
    grain = float(apart.mean()) if apart.size else 0.0
    return grey if grain < CALM else grey.filter(ImageFilter.BoxBlur(0.6 if grain < GRAINY else 1.0))


def _level(grey: Image) -> Image:
    """Return the picture with its print black and the rest white.

    Print is what is darker than `CORE` of the way to the paper, and what is darker than `SOFT` of it close by:
    thin strokes belong to darker ones, while stamps in grey have no dark core.
    """
    from PIL import Image as pillow
    from PIL import ImageFilter

    dark, paper = _dark_and_paper(grey.histogram())
    if paper - dark < 20:
        return grey
    soft = grey.point([_clipped((value - dark) * 255 / (SOFT * (paper - dark))) for value in range(256)])
    core = grey.point([255 * (value < dark + CORE * (paper - dark)) for value in range(256)])
    near = core.reduce(2).filter(ImageFilter.BoxBlur(1)).point([255 * (value > 4) for value in range(256)])
    return pillow.composite(soft, pillow.new("L", grey.size, 255), near.resize(grey.size, pillow.Resampling.NEAREST))


def _clipped(value: float) -> int:
    return max(0, min(255, round(value)))


def _dark_and_paper(counts: list[int]) -> tuple[float, float]:
    """Return how dark the print is (a tenth of it is darker) and how bright the paper, from a histogram."""
    import numpy as np

    whole = np.cumsum(counts)
    paper = float(np.searchsorted(whole, whole[-1] / 2))
    ink = whole[max(0, _otsu(counts) - 1)]
    return float(np.searchsorted(whole, ink / 10)), paper


def _otsu(counts: list[int]) -> int:
    """Return the grey level that parts ink from paper best."""
    import numpy as np

    weights = np.cumsum(counts).astype(np.float64)
    sums = np.cumsum(np.asarray(counts, dtype=np.float64) * np.arange(256))
    total, whole = weights[-1], sums[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = (whole * weights - total * sums) ** 2 / (weights * (total - weights))
    return int(np.argmax(np.nan_to_num(spread))) + 1


def _paper_of(grey: Image) -> int:
    import numpy as np

    return int(np.median(np.asarray(grey)[::8, ::8]))


def _from_deep(image: Image) -> Image:
    """Return a picture of 16 or 32 bits a point as one of 8."""
    import numpy as np
    from PIL import Image as pillow

    points: NDArray[Any] = np.nan_to_num(np.asarray(image, dtype=np.float32))
    low, high = float(points.min()), float(points.max())
    if high <= low:
        return pillow.new("L", image.size, 255)
    return pillow.fromarray(((points - low) * (255.0 / (high - low))).astype(np.uint8))
