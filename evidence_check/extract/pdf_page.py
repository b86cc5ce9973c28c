"""One page of a PDF as PDFium sees it: its text layer, what is drawn on it, and its picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from evidence_check.extract.pdf_drawn import may_be_signed
from evidence_check.extract.pdfium import FORM, IMAGE, PATH, address, bounds_of, calls
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
    """What is drawn on a page: how many lines and shapes, and the share of it that pictures cover (0..1).

    `marked` says that something on it may be a signature or a stamp.
    """

    paths: int = 0
    picture: float = 0.0
    marked: bool = False


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
        if not laid_on:
            text = in_reading_order(layer, text)
        elif not page.get_rotation():
            text = of_a_form(layer, text)
    finally:
        layer.close()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text.replace("\ufffe", "-").replace("\x02", "-")


def look_at_page(page: PdfPage, index: int) -> Look:
    """Return what is drawn on a page, counted from 0; a form counts as shapes enough for a table and what it covers."""
    from pypdfium2 import raw

    width, height = page.get_size()
    whole = max(1.0, width * height)
    call, handle = calls(), address(page)
    count = min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)
    things = list(map(call.object_of, repeat(handle), range(count)))
    kinds = list(map(call.kind_of, things))
    covered = sum(_area(things[at]) for at, kind in enumerate(kinds) if kind == IMAGE) if IMAGE in kinds else 0.0
    forms = [things[at] for at, kind in enumerate(kinds) if kind == FORM] if FORM in kinds else []
    covered += sum(map(_pictures_in, forms))
    paths = kinds.count(PATH) + 4 * len(forms)
    return Look(paths, min(1.0, covered / whole), may_be_signed(page, index, things, kinds))


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


def _pictures_in(form: int) -> float:
    """Return the area of a form that holds a picture, 0.0 for one that holds none."""
    call = calls()
    for index in range(min(call.objects_in(form), 200)):
        if call.kind_of(call.object_in(form, index)) == IMAGE:
            return _area(form)
    return 0.0


def _area(thing: int) -> float:
    left, bottom, right, top = bounds_of(thing)
    return abs(right - left) * abs(top - bottom)
