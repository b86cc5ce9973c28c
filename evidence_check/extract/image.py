"""A photo, a screenshot or a scan saved as a picture → its pages, read by OCR."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.archive import TooMuchError
from evidence_check.extract.looks import picture_in
from evidence_check.extract.ocr import ocr_ready, page_without_ocr
from evidence_check.extract.page_memory import page_of_picture
from evidence_check.extract.settings import Reach, ReadSettings, finding, unreadable
from evidence_check.model.files import Content, File, Level, Page, Unreadable
from evidence_check.model.pictures import Picture, marks_of

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_POINTS = 180_000_000
_WORKING_POINTS = 25_000_000
_SMALLEST = 200
_COUNTED = 2000


def read_image(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return every page of a picture; a photo without words is a page with little text, not an error."""
    from PIL import Image as pillow

    if file.kind == "heic" and not _heic_ready():
        return unreadable(file, "EC106", kind=file.kind)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pillow.MAX_IMAGE_PIXELS = None
        try:
            with pillow.open(path) as image:
                return _read_frames(image, file, settings)
        except TooMuchError as error:
            size, limit = (f"{points // 1_000_000} MP" for points in (error.size, error.limit))
            return unreadable(file, "EC104", size=size, limit=limit)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            return unreadable(file, "EC102", detail=type(error).__name__)


def read_picture(data: bytes, file: File, number: int, settings: ReadSettings) -> Page | None:
    """Return a picture inside another file as a page; None when it is damaged, far too large or a mere icon."""
    from PIL import Image as pillow

    if not ocr_ready(settings):
        return page_without_ocr(file, number)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pillow.MAX_IMAGE_PIXELS = None
        try:
            with pillow.open(io.BytesIO(data)) as image:
                points = image.width * image.height
                if points > MAX_POINTS or min(image.size) < _SMALLEST:
                    return None
                return page_of_picture(upright(image), file, number, settings)
        except (OSError, SyntaxError, ValueError, EOFError):
            return None


def upright(image: Image) -> Image:
    """Return a picture as the camera meant it, small enough to work on."""
    from PIL import Image as pillow
    from PIL import ImageOps

    points = image.width * image.height
    if points > _WORKING_POINTS:
        factor = (_WORKING_POINTS / points) ** 0.5
        size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
        image.draft("RGB", size)
        if image.mode not in ("1", "L", "RGB", "RGBA"):
            image = image.convert("RGB")
        image = image.resize(size, pillow.Resampling.BOX)
    return ImageOps.exif_transpose(image)


def _heic_ready() -> bool:
    """Say whether the photos of newer telephones can be opened: an extra, pillow-heif."""
    try:
        import pillow_heif
    except ImportError:
        return False
    pillow_heif.register_heif_opener()
    return True


def _read_frames(image: Image, file: File, settings: ReadSettings) -> Content:
    """Read every frame up to the limit; raise `TooMuchError`, in points, when one of them is far too large."""
    _check_points(image)
    frames = 1 if file.kind == "gif" or image.format == "MPO" else _frames(image)
    limit = min(frames, settings.max_pages if settings.reach is Reach.ALL else settings.max_ocr_pages)
    pages: list[Page] = []
    pictures: list[Picture] = []
    for index in range(limit):
        image.seek(index)
        _check_points(image)
        shown = upright(image)
        pictures.append(picture_in(image, shown, index + 1))
        if ocr_ready(settings):
            pages.append(page_of_picture(shown, file, index + 1, settings))
        else:
            pages.append(page_without_ocr(file, index + 1))
    found = (finding(file, "EC117", Level.DOUBT, limit=limit, pages=frames),) if frames > limit else ()
    return Content(file, tuple(pages), found, marks_of(pictures))


def _check_points(image: Image) -> None:
    points = image.width * image.height
    if points > MAX_POINTS:
        raise TooMuchError(points, MAX_POINTS)


def _frames(image: Image) -> int:
    """Return how many frames a picture has, of a TIFF of very many only that they are; counting all may take hours."""
    if image.format != "TIFF":
        return int(getattr(image, "n_frames", 1))
    for index in range(1, _COUNTED):
        try:
            image.seek(index)
        except EOFError:
            return index
        _check_points(image)
    return _COUNTED
