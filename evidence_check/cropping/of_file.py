"""One file and places in it → their crops, by what the file is; whatever goes wrong costs the crop and nothing else."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.cropping.lines import lines_crop
from evidence_check.cropping.small import may_be_shown, small_crop
from evidence_check.extract.image import MAX_POINTS, upright
from evidence_check.extract.pdf_page import page_as_printed
from evidence_check.model.crops import Crop
from evidence_check.model.files import File, Page, Place, ReadAs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

Wanted = Sequence[tuple[Place, Page]]
_LOOKED_AT = 1400
"""Points of the longer side of a page that is made small."""


def crops_of_file(path: Path, file: File, wanted: Wanted, identities: bool) -> dict[Place, Crop]:
    """Return the crops of some places of a file, without those that cannot be made."""
    try:
        return dict(_of_pdf(path, wanted, identities) if file.kind == "pdf" else _of_image(path, wanted, identities))
    except Exception:  # a hostile file may raise anything at all from the libraries beneath
        return {}


def _of_pdf(path: Path, wanted: Wanted, identities: bool) -> Iterator[tuple[Place, Crop]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        for place, page in wanted:
            with contextlib.suppress(pypdfium2.PdfiumError, ValueError):
                if crop := _of_page(document, place, page, identities):
                    yield place, crop
    finally:
        document.close()


def _of_page(document: PdfDocument, place: Place, page: Page, identities: bool) -> Crop | None:
    if page.read_as not in (ReadAs.TEXT, ReadAs.OCR):
        return None
    shown, _ = page_as_printed(document, page.number - 1)
    try:
        if page.read_as is ReadAs.TEXT and (crop := lines_crop(shown, place.quote, identities)):
            return crop
        if page.read_as is ReadAs.TEXT or not may_be_shown(page, identities):
            return None
        bitmap = shown.render(scale=_LOOKED_AT / max(1.0, *shown.get_size()), may_draw_forms=False)
        try:
            return small_crop(bitmap.to_pil(), page, place.quote, identities)
        finally:
            bitmap.close()
    finally:
        shown.close()


def _of_image(path: Path, wanted: Wanted, identities: bool) -> Iterator[tuple[Place, Crop]]:
    from PIL import Image as pillow

    with contextlib.suppress(ImportError):
        import pillow_heif

        pillow_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pillow.MAX_IMAGE_PIXELS = None
        with pillow.open(path) as image:
            for place, page in wanted:
                image.seek(page.number - 1)
                if image.width * image.height <= MAX_POINTS and may_be_shown(page, identities):
                    image.draft("RGB", (_LOOKED_AT, _LOOKED_AT))
                    yield place, small_crop(upright(image), page, place.quote, identities)
