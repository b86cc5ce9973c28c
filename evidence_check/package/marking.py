"""A PDF → a copy of it in which the quotes a verdict rests on are marked, and that says it is no original."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.package.cutting import is_restricted, saved
from evidence_check.package.sheet import in_letters

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SHORTEST = 6
"""Letters and digits a piece of a quote must have to be looked for by itself."""
STAMP_SIZE, INSET = 8.0, 8.0
_YELLOW, _RED = (255, 214, 0), (176, 0, 32)
_PRINTED = 4
_PIECES = re.compile(r"\n| \| |…|\.\.\.")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words on a page (from 0) of the copy, and what is said of them: where found, and where only a note can say it."""

    page: int
    words: str
    found: str
    unseen: str


def mark(source: Path, quotes: Sequence[Quote], stamp: str, author: str, target: Path) -> bool:
    """Write a marked copy of a PDF; False when that cannot be done. The source is only read.

    Every page carries the stamp. A quote is marked where the text of the page has it; on a scan, which has none, a
    note says that it was read from the picture.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        return False
    try:
        if is_restricted(document):
            return False
        for index in range(len(document)):
            page = document[index]
            try:
                _mark_page(document, page, [each for each in quotes if each.page == index], stamp, author)
            finally:
                page.close()
        target.write_bytes(saved(document))
    except pypdfium2.PdfiumError:
        return False
    finally:
        document.close()
    return True


def _mark_page(document: PdfDocument, page: PdfPage, quotes: Sequence[Quote], stamp: str, author: str) -> None:
    text = page.get_textpage() if quotes else None
    try:
        folded, places = _folded(text) if text else ("", [])
        for number, quote in enumerate(quotes):
            boxes = [box for start, count in spans(quote.words, folded, places) for box in _boxes(text, start, count)]
            if boxes:
                _highlight(page, boxes, quote.found, author)
            else:
                _note(page, number, quote.unseen, author)
    finally:
        if text:
            text.close()
    _stamp(document, page, stamp, author)


# ---------------------------------------------------------------- finding the words


def spans(quote: str, folded: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield start and length, in signs of the page, of a quote in its folded text, else of the pieces of it."""
    wanted = fold(quote)
    if not wanted:
        return
    if (at := folded.find(wanted)) >= 0:
        yield _span(at, wanted, places)
        return
    after = 0
    for piece in map(fold, _PIECES.split(quote)):
        if len(piece) >= SHORTEST and (at := folded.find(piece, after)) >= 0:
            yield _span(at, piece, places)
            after = at + len(piece)


def fold(text: str) -> str:
    """Return the letters and digits of a text: how its words are spaced and broken differs from reader to reader."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _span(at: int, piece: str, places: Sequence[int]) -> tuple[int, int]:
    first, last = places[at], places[at + len(piece) - 1]
    return first, last - first + 1


def _folded(text: Any) -> tuple[str, list[int]]:
    """Return the folded text of a page, and for each of its signs which sign of the page it comes from."""
    from pypdfium2 import raw

    signs, places = [], []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        for sign in fold(chr(code)) if 0 < code < 0x110000 else "":
            signs.append(sign)
            places.append(index)
    return "".join(signs), places


def _boxes(text: Any, start: int, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, bottom, right, top of each run of a stretch of text."""
    from pypdfium2 import raw

    for index in range(raw.FPDFText_CountRects(text, start, count)):
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        if raw.FPDFText_GetRect(text, index, left, top, right, bottom):
            yield left.value, bottom.value, right.value, top.value


# ---------------------------------------------------------------- annotations


def _highlight(page: PdfPage, boxes: Sequence[tuple[float, float, float, float]], said: str, author: str) -> None:
    from pypdfium2 import raw

    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    for left, bottom, right, top in boxes:
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
    around = (min(b[0] for b in boxes), max(b[3] for b in boxes), max(b[2] for b in boxes), min(b[1] for b in boxes))
    _finish(annotation, around, _YELLOW, said, author)


def _note(page: PdfPage, number: int, said: str, author: str) -> None:
    from pypdfium2 import raw

    left, bottom, right, top = page.get_cropbox()
    x, y = min(right, left + INSET + 26 * number), max(bottom, top - 3 * INSET - STAMP_SIZE)
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    _finish(annotation, (x, y, x + 20, y - 20), _YELLOW, said, author)


def _stamp(document: PdfDocument, page: PdfPage, said: str, author: str) -> None:
    """Put one line of red letters on white at the head of a page, whichever way the page is turned."""
    from pypdfium2 import raw

    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation()
    wide = right - left if turned in (0, 180) else top - bottom
    size = min(STAMP_SIZE, max(3.0, STAMP_SIZE * (wide - 2 * INSET) / _width(said)))
    corner = {0: (left, top), 90: (left, bottom), 180: (right, bottom), 270: (right, top)}[turned]
    along, down = {0: ((1, 0), (0, -1)), 90: ((0, 1), (1, 0)), 180: ((-1, 0), (0, 1)), 270: ((0, -1), (-1, 0))}[turned]
    height, length = size * 1.6, _width(said) * size / STAMP_SIZE + 6

    def at(x: float, y: float) -> tuple[float, float]:
        return corner[0] + along[0] * x + down[0] * y, corner[1] + along[1] * x + down[1] * y

    near, far = at(INSET, INSET / 2), at(INSET + length, INSET / 2 + height)
    box = (min(near[0], far[0]), max(near[1], far[1]), max(near[0], far[0]), min(near[1], far[1]))
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_STAMP)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(*box))
    paper = raw.FPDFPageObj_CreateNewRect(box[0], box[3], box[2] - box[0], box[1] - box[3])
    raw.FPDFPageObj_SetFillColor(paper, 255, 255, 255, 255)
    raw.FPDFPath_SetDrawMode(paper, raw.FPDF_FILLMODE_WINDING, False)
    raw.FPDFAnnot_AppendObject(annotation, paper)
    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica-Bold")
    letters = raw.FPDFPageObj_CreateTextObj(document, font, size)
    raw.FPDFText_SetText(letters, _wide(in_letters(said)))
    raw.FPDFPageObj_SetFillColor(letters, *_RED, 255)
    x, y = at(INSET + 3, INSET / 2 + size * 1.15)
    raw.FPDFPageObj_Transform(letters, along[0], along[1], -down[0], -down[1], x, y)
    raw.FPDFAnnot_AppendObject(annotation, letters)
    _finish(annotation, box, None, said, author)


def _finish(
    annotation: Any, box: tuple[float, float, float, float], colour: tuple[int, int, int] | None, said: str, author: str
) -> None:
    """Give an annotation its place (left, top, right, bottom), its colour and its words, and close it."""
    from pypdfium2 import raw

    if colour:
        raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *colour, 255)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(*box))
    raw.FPDFAnnot_SetFlags(annotation, _PRINTED)
    raw.FPDFAnnot_SetStringValue(annotation, b"Contents", _wide(said))
    raw.FPDFAnnot_SetStringValue(annotation, b"T", _wide(author))
    raw.FPDFPage_CloseAnnot(annotation)


def _width(said: str) -> float:
    from evidence_check.package.sheet import width

    return width(in_letters(said), STAMP_SIZE, True)


def _wide(text: str) -> Any:
    """Return a text as PDFium takes it; the array, unlike a pointer cast from bytes, keeps its memory."""
    data = text.encode("utf-16-le", "replace") + b"\0\0"
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
