"""Ink and stamps drawn or pasted on a page of text: all but its words and its boxes, looked at as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evidence_check.extract.pdfium import BEZIER_TO, FORM, IMAGE, PATH, address, bounds_of, calls
from evidence_check.extract.traces import MM, marks_on, may_be_mark
from evidence_check.model.files import Page, ReadAs, Trace

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

POINTS_TO_MM = 72 / 25.4
HEAD = 0.82
"""What lies above this share of the height of the first page belongs to its letterhead."""
MANY_SEGMENTS = 12
"""A path of so many pieces is no box: a stroke of a pen is drawn by many short ones."""
MOST_LOOKED_AT = 400
"""Of a page with more on it, a map or a chart, only the last things are looked at: who signs signs last."""
MOST_PAGES = 40
FINE = 2
BELOW, ASIDE = 30.0, 10.0
"""How far below a mark, and beside it, the name may stand, in millimetres."""


def may_be_signed(page: PdfPage, index: int, things: Sequence[int], kinds: Sequence[int]) -> bool:
    """Say whether a page, counted from 0, has anything drawn on it that is neither word nor box nor letterhead."""
    marks = [at for at, kind in enumerate(kinds) if kind in (IMAGE, FORM, PATH)][-MOST_LOOKED_AT:]
    head = _head_of(page, index) if marks else 0.0
    return any(_is_mark(things[at], kinds[at], head) for at in marks)


def _head_of(page: PdfPage, index: int) -> float:
    """Return how far up from the origin of a page its letterhead begins, in points; only a first page has one."""
    return HEAD * float(page.get_cropbox()[3]) if index == 0 else float("inf")


def drawn_traces(document: PdfDocument, pages: Sequence[Page]) -> Iterator[tuple[int, tuple[Trace, ...]]]:
    """Yield the number of each page of text with marks like ink or a stamp on it, and the marks."""
    import pypdfium2

    texts = [page for page in pages if page.read_as is ReadAs.TEXT and page.text.strip()]
    for page in texts[-MOST_PAGES:]:
        try:
            found = tuple(_on_page(document, page))
        except (pypdfium2.PdfiumError, ValueError, MemoryError):
            continue
        if found:
            yield page.number, found


def _on_page(document: PdfDocument, page: Page) -> Iterator[Trace]:
    scale = MM / POINTS_TO_MM
    drawing, left, bottom, top = _drawing(document, page.number - 1, scale)
    marks = marks_on(drawing)
    if not marks:
        return
    sheet = document[page.number - 1]
    layer = sheet.get_textpage()
    try:
        for kind, (west, north, east, south) in marks:
            box = (left + west / scale, top - south / scale, left + east / scale, top - north / scale)
            line = _line_near(layer, box, page.text, bottom)
            height = drawing.height
            yield Trace(kind, round(max(0.0, north / height), 3), round(min(1.0, south / height), 3), line)
    finally:
        layer.close()
        sheet.close()


def _drawing(document: PdfDocument, index: int, scale: float) -> tuple[Image, float, float, float]:
    """Return a page drawn without its words and boxes, and where its left, bottom and top are; the file is untouched.

    `scale` is how many points of the picture a point of the page becomes.
    """
    import numpy as np
    from PIL import Image as pillow

    sheet = document[index]
    try:
        sheet.set_rotation(0)
        left, bottom, _, top = sheet.get_cropbox()
        head = _head_of(sheet, index)
        for thing in list(sheet.get_objects(max_depth=1)):
            if not _is_mark(address(thing), thing.type, head):
                sheet.remove_obj(thing)
        bitmap = sheet.render(scale=FINE * scale, may_draw_forms=False)
        try:
            # A thin stroke must not grow pale as the picture is made small.
            fine = np.asarray(bitmap.to_pil().convert("RGB"))
            tall, wide = fine.shape[0] // FINE, fine.shape[1] // FINE
            blocks = fine[: tall * FINE, : wide * FINE].reshape(tall, FINE, wide, FINE, 3)
            return pillow.fromarray(blocks.min(axis=(1, 3))), left, bottom, top
        finally:
            bitmap.close()
    finally:
        sheet.close()


def _is_mark(thing: int, kind: int, head: float) -> bool:
    """Say whether a thing on a page may be a mark somebody left: a small picture, a form, or a path that bends."""
    if (kind == PATH and not _bends(thing)) or kind not in (PATH, IMAGE, FORM):
        return False
    left, bottom, right, top = bounds_of(thing)
    if (bottom + top) / 2 > head:
        return False
    return kind == PATH or may_be_mark((right - left) / POINTS_TO_MM, (top - bottom) / POINTS_TO_MM)


def _bends(path: int) -> bool:
    """Say whether a path has a curve, or so many pieces that a hand may have drawn it."""
    call = calls()
    count = call.segments_of(path)
    if count >= MANY_SEGMENTS:
        return True
    return any(call.segment_kind(call.segment_of(path, at)) == BEZIER_TO for at in range(1, count))


def _line_near(layer: PdfTextPage, box: tuple[float, float, float, float], text: str, bottom: float) -> int:
    """Return which line of a text stands over or right below a mark, the last one of its words; -1: none."""
    west, south, east, north = box
    aside, below = ASIDE * POINTS_TO_MM, BELOW * POINTS_TO_MM
    near = layer.get_text_bounded(west - aside, max(bottom, south - below), east + aside, north)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for said in (" ".join(line.split()) for line in near.splitlines()):
        if sum(map(str.isalpha, said)) > 2:
            at = next((at for at in range(len(lines) - 1, -1, -1) if said in lines[at]), -1)
            if at >= 0:
                return at
    return -1
