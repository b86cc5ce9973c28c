"""The lines of a PDF page that hold a quote, as a picture with the quote marked.

Of a page only signs of its text layer are shown that need not be hidden, on white: a picture, a stamp or handwriting
between them could hold a number that nobody read. With leave to show identities the page is shown as it is.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from evidence_check.cropping.drawing import BAR, as_crop, marked
from evidence_check.cropping.layer import Box, Sign, hidden, lines_of, quoted, signs_of
from evidence_check.extract.pdfium import FORM, IMAGE, address, bounds_of, calls
from evidence_check.model.crops import Crop, Shows

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

SCALE = 1.2
"""Points of the picture for one point of paper."""
MOST_LINES = 8
MAX_WIDTH = 900
MAX_SIGNS = 20_000
_EDGE = 6
_DEPTH = 4

Corners = tuple[int, int, int, int]


def lines_crop(page: PdfPage, quote: str, identities: bool) -> Crop | None:
    """Return the lines that hold a quote, None where its words do not stand in text that can be shown."""
    signs = signs_of(page)
    if len(signs) > MAX_SIGNS:
        return None
    found = quoted(signs, quote)
    lines = lines_of(signs)
    shown = _around(signs, lines, set(found))
    if not shown:
        return None
    secret = frozenset() if identities else hidden(signs, lines)
    pictures = [] if identities else _pictures_on(page)
    kept = [index for index in sorted(shown) if not _any_holds(pictures, signs[index])]
    marks = [index for index in kept if index in found]
    if not marks:
        return None
    return _drawn(page, signs, kept, marks, secret, identities)


def _drawn(
    page: PdfPage, signs: Sequence[Sign], kept: list[int], marks: list[int], secret: frozenset[int], identities: bool
) -> Crop | None:
    from PIL import Image as pillow
    from PIL import ImageDraw

    width, height = page.get_size()
    scale = min(SCALE, MAX_WIDTH / max(1.0, width))
    to_picture = _placing(page, round(width * scale), round(height * scale))
    places = {index: to_picture(box) for index in kept if (box := signs[index].box)}
    left, top, right, bottom = _hull(places.values())
    frame = (left - _EDGE - BAR, top - _EDGE, right + _EDGE, bottom + _EDGE)
    if frame[2] - frame[0] > 2 * MAX_WIDTH or frame[3] - frame[1] > MAX_WIDTH:
        return None
    drawn = _rendered(page, scale)
    paper = drawn.crop(frame) if identities else pillow.new("RGB", (frame[2] - frame[0], frame[3] - frame[1]), "white")
    painted = ImageDraw.Draw(paper)
    for index, (x, y, to_x, to_y) in places.items():
        here = (x - frame[0], y - frame[1], to_x - frame[0], to_y - frame[1])
        if index in secret:
            painted.rectangle((here[0], here[1] + 2, here[2], here[3] - 2), fill="#333333")
        elif not identities:
            paper.paste(drawn.crop((x, y, to_x, to_y)), here[:2])
    rows = _rows([places[index] for index in marks if index in places], frame)
    return as_crop(marked(paper, rows), Shows.LINES, hidden=any(index in secret for index in places))


def _around(signs: Sequence[Sign], lines: Sequence[Sequence[int]], found: set[int]) -> set[int]:
    """Return the signs of the lines that hold some signs, and of a line close above and below."""
    at = [number for number, line in enumerate(lines) if found.intersection(line)]
    if not at:
        return set()
    first, last = at[0], min(at[-1], at[0] + MOST_LINES)
    if first > 0 and _close(signs[lines[first - 1][0]], signs[lines[first][0]]):
        first -= 1
    if last + 1 < len(lines) and _close(signs[lines[last][0]], signs[lines[last + 1][0]]):
        last += 1
    return {index for line in lines[first : last + 1] for index in line}


def _close(upper: Sign, lower: Sign) -> bool:
    """Say whether two signs stand on lines of one passage."""
    if not upper.box or not lower.box:
        return False
    return upper.box[1] - lower.box[3] < 0.9 * (lower.box[3] - lower.box[1])


def _rows(places: Iterable[Corners], frame: Corners) -> list[Corners]:
    """Return a box for each line of the quote, in points of the picture."""
    rows: list[Corners] = []
    for x, y, to_x, to_y in places:
        here = (x - frame[0], y - frame[1], to_x - frame[0], to_y - frame[1])
        if rows and here[1] < rows[-1][3] - 2 and here[3] > rows[-1][1] + 2:
            rows[-1] = _hull((rows[-1], here))
        else:
            rows.append(here)
    return rows


def _hull(boxes: Iterable[Corners]) -> Corners:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _placing(page: PdfPage, width: int, height: int) -> Callable[[Box], Corners]:
    """Return what turns a box of the page into one of its picture, turned pages too."""
    from pypdfium2 import raw

    def place(box: Box) -> Corners:
        corners = []
        for x, y in ((box[0], box[1]), (box[2], box[3])):
            to_x, to_y = ctypes.c_int(), ctypes.c_int()
            raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, ctypes.byref(to_x), ctypes.byref(to_y))
            corners.append((to_x.value, to_y.value))
        (one_x, one_y), (two_x, two_y) = corners
        return min(one_x, two_x), min(one_y, two_y), max(one_x, two_x) + 1, max(one_y, two_y) + 1

    return place


def _rendered(page: PdfPage, scale: float) -> Image:
    bitmap = page.render(scale=scale, may_draw_forms=False)
    try:
        image: Image = bitmap.to_pil().convert("RGB")
        return image
    finally:
        bitmap.close()


def _pictures_on(page: PdfPage) -> list[Box]:
    """Return where pictures lie; a text that stands on one may be the misread layer of a scan."""
    from pypdfium2 import raw

    call, handle = calls(), address(page)
    things = (call.object_of(handle, index) for index in range(raw.FPDFPage_CountObjects(page)))
    return [bounds_of(thing) for thing in things if _holds_picture(thing, _DEPTH)]


def _holds_picture(thing: int, depth: int) -> bool:
    """Say whether a thing is a picture or a group with one in it; one too deep to look into may have one."""
    call = calls()
    if call.kind_of(thing) != FORM:
        return bool(call.kind_of(thing) == IMAGE)
    inside = (call.object_in(thing, index) for index in range(call.objects_in(thing)))
    return depth == 0 or any(_holds_picture(each, depth - 1) for each in inside)


def _any_holds(pictures: Iterable[Box], sign: Sign) -> bool:
    if not sign.box:
        return True
    left, bottom, right, top = sign.box
    x, y = (left + right) / 2, (bottom + top) / 2
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in pictures)
