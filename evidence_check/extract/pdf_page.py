"""One page of a PDF as PDFium sees it: its text layer, what is drawn on it, and its picture."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_check.extract.reading_order import in_reading_order, of_a_form

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

MAX_OBJECTS = 6000
MAX_ANNOTATIONS = 2000
FORM_FIELDS = 4
MAX_SIDE = 4400
DPI = 300


@dataclass(frozen=True, slots=True)
class Look:
    """What is drawn on a page: how many lines and shapes, and the share of it that pictures cover (0..1)."""

    paths: int = 0
    picture: float = 0.0


def page_as_printed(document: PdfDocument, index: int) -> tuple[PdfPage, bool]:
    """Return a page with its form values, stamps and signature panels laid on it as a printer does.

    Also says whether so many were laid on that the page is a form.
    """
    from pypdfium2 import raw

    page = document[index]
    count = raw.FPDFPage_GetAnnotCount(page)
    laid_on = sum(_printed(page, number) for number in range(min(count, MAX_ANNOTATIONS)))
    if not laid_on:
        return page, False
    raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
    page.close()
    return document[index], laid_on >= FORM_FIELDS


def _printed(page: PdfPage, number: int) -> bool:
    from pypdfium2 import raw

    annotation = raw.FPDFPage_GetAnnot(page, number)
    if not annotation:
        return False
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    raw.FPDFPage_CloseAnnot(annotation)
    return kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)


def text_of(page: PdfPage, laid_on: bool = False) -> str:
    """Return the text layer of a page with line breaks; hyphens at line ends as PDFium marks them restored.

    `laid_on` says that form values were laid on the page, so that its text was not drawn from top to bottom.
    """
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_range()
        if not page.get_rotation():
            text = of_a_form(layer, text) if laid_on else in_reading_order(layer, text)
    finally:
        layer.close()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text.replace("\ufffe", "-").replace("\x02", "-")


def look_at_page(page: PdfPage) -> Look:
    """Return what is drawn on a page; a form counts as enough shapes for a table and as what it covers."""
    from pypdfium2 import raw

    width, height = page.get_size()
    whole = max(1.0, width * height)
    paths, covered = 0, 0.0
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += _area(thing)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            paths += 4
            covered += _pictures_in(thing)
    return Look(paths, min(1.0, covered / whole))


def picture_of(document: PdfDocument, index: int) -> Image | None:
    """Return a page drawn in colour at 300 dpi, or at less when it is larger than a big poster; None: cannot."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        longest = max(page.get_size())
        scale = min(DPI / 72, MAX_SIDE / max(1.0, longest))
        bitmap = page.render(scale=scale, may_draw_forms=False)
        try:
            image: Image = bitmap.to_pil().copy()
            return image
        finally:
            bitmap.close()
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        page.close()


def _pictures_in(form: object) -> float:
    """Return the area of a form that holds a picture, 0.0 for one that holds none."""
    from pypdfium2 import raw

    for index in range(min(raw.FPDFFormObj_CountObjects(form), 200)):
        if raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(form, index)) == raw.FPDF_PAGEOBJ_IMAGE:
            return _area(form)
    return 0.0


def _area(thing: object) -> float:
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return abs(right.value - left.value) * abs(top.value - bottom.value)
