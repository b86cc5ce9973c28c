"""A page of a PDF as first seen: what its text layer is worth, and whether its picture must be recognised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evidence_check.extract.pdf_page import Look, look_at_page, page_as_printed, text_of
from evidence_check.extract.settings import finding
from evidence_check.extract.soundness import SOUND, noise, soundness, words_of
from evidence_check.model.files import File, Level, Page, ReadAs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FEW_WORDS = 60
"""A layer of fewer words over a picture of the whole page is a stamp or a caption, not the page's text."""

MISREAD = 0.005
"""Share of misread words above which a layer over scans is read anew; papers born digital stay below it."""

OUTLINED = 60
"""A page without text but with this many drawn shapes may be text drawn as outlines."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as first seen: what its layer says and whether its picture should be recognised.

    An `old_layer` is the whole text of the page as somebody's scanner misread it: better than nothing.
    """

    number: int
    text: str
    look: Look
    confidence: float
    needs_ocr: bool
    old_layer: bool = False
    broken: bool = False


def see(document: PdfDocument, index: int) -> Seen:
    """Return a page, counted from 0, as its layer and its drawing show it; a broken one says so."""
    import pypdfium2

    try:
        page, form = page_as_printed(document, index)
    except pypdfium2.PdfiumError:
        return Seen(index + 1, "", Look(), 0.0, False, broken=True)
    try:
        text = text_of(page, form)
        look = look_at_page(page, index)
    except pypdfium2.PdfiumError:
        return Seen(index + 1, "", Look(), 0.0, False, broken=True)
    finally:
        page.close()
    return _judge(index + 1, text, look)


def _judge(number: int, text: str, look: Look) -> Seen:
    sound = soundness(text)
    if not text.strip():
        picture = look.picture > 0.05 or look.paths >= OUTLINED
        return Seen(number, "", look, 1.0, picture)
    if look.picture > 0.5 and len(words_of(text)) < FEW_WORDS:
        return Seen(number, text, look, sound, True)
    if sound < SOUND:
        return Seen(number, text, look, sound, True)
    return Seen(number, text, look, min(1.0, sound) if look.picture > 0.5 else 1.0, False)


def doubted(seen: list[Seen]) -> list[Seen]:
    """Return the pages with the layers over scans marked for reading anew when they hold many misread words."""
    layers = [page for page in seen if page.look.picture > 0.5 and page.text and not page.needs_ocr]
    misread = noise(" ".join(page.text for page in layers))
    if misread < MISREAD:
        return seen
    doubted = {page.number for page in layers}
    sure = round(max(0.5, 1.0 - 5 * misread), 3)
    return [
        replace(page, needs_ocr=True, old_layer=True, confidence=sure) if page.number in doubted else page
        for page in seen
    ]


def layer_page(seen: Seen, file: File) -> Page:
    """Return the page as its text layer has it."""
    if seen.broken:
        problem = finding(file, "EC102", Level.DOUBT, seen.number, detail="page")
        return Page(seen.number, "", ReadAs.UNREAD, 0.0, problem=problem)
    return Page(seen.number, seen.text, ReadAs.TEXT, round(seen.confidence, 3))
