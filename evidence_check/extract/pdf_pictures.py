"""The pictures on the pages of a PDF that say little beside them, each with its caption where several share a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_float, c_uint
from typing import TYPE_CHECKING, Any

from evidence_check.extract.looks import look_of
from evidence_check.model.files import Page, ReadAs
from evidence_check.model.pictures import Picture, has_few_words
from evidence_check.words.fold import holds

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST = 60
MOST_ON_A_PAGE = 12
_SMALLEST = 200
_MAX_POINTS = 60_000_000
_SHARE = 0.03
_CAPTION = 45.0
"""How far, in points, a caption stands from its picture."""


def pictures_of_pdf(document: PdfDocument, pages: Sequence[Page]) -> list[Picture]:
    """Return the pictures on the given pages; one of many words, or cut into many strips, has none."""
    import pypdfium2

    found: list[Picture] = []
    for page in pages:
        if len(found) >= MOST:
            break
        if page.read_as is not ReadAs.UNREAD and has_few_words(page):
            try:
                found += _on_page(document, page)
            except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError):
                continue
    return found


def _on_page(document: PdfDocument, page: Page) -> Iterator[Picture]:
    sheet = document[page.number - 1]
    try:
        things = list(_things(sheet))
        if len(things) > MOST_ON_A_PAGE:
            return
        for number, thing in enumerate(things, 1):
            # PDFium's memory goes with the last picture that lies in it; to close it by hand would be too early.
            image = thing.get_bitmap(render=False).to_pil()
            caption = _caption(sheet, thing, page.text) if len(things) > 1 else ""
            yield Picture(page.number, number, look_of(image), "", image.width, image.height, caption)
    finally:
        sheet.close()


def _things(sheet: PdfPage) -> Iterator[Any]:
    """Yield the images of a page that are large enough to be pictures."""
    from pypdfium2 import raw

    width, height = sheet.get_size()
    for thing in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        across, down = _points_of(thing)
        left, bottom, right, top = _bounds_of(thing)
        large = min(across, down) >= _SMALLEST and across * down <= _MAX_POINTS
        if large and (right - left) * (top - bottom) >= _SHARE * width * height:
            yield thing


def _caption(sheet: PdfPage, thing: Any, text: str) -> str:
    """Return the line under a picture, else the one above it; nothing where the page's text has it otherwise."""
    left, bottom, right, top = _bounds_of(thing)
    layer = sheet.get_textpage()
    try:
        under = layer.get_text_bounded(left, bottom - _CAPTION, right, bottom).split("\n")
        over = layer.get_text_bounded(left, top, right, top + _CAPTION).split("\n")
    finally:
        layer.close()
    lines = (" ".join(line.split()) for line in (*under, *reversed(over)))
    return next((line for line in lines if line and holds(text, line)), "")


def _points_of(thing: Any) -> tuple[int, int]:
    from pypdfium2 import raw

    across, down = c_uint(), c_uint()
    return (across.value, down.value) if raw.FPDFImageObj_GetImagePixelSize(thing, across, down) else (0, 0)


def _bounds_of(thing: Any) -> tuple[float, float, float, float]:
    from pypdfium2 import raw

    sides = (c_float(), c_float(), c_float(), c_float())
    raw.FPDFPageObj_GetBounds(thing, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top
