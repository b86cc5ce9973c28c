"""Ruled tables of a PDF, from PDFium's own objects or else by pdfplumber, and text where PDFium cannot open a file."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from evidence_check.extract.pdf_cells import Words
from evidence_check.extract.pdf_lines import lines_on
from evidence_check.extract.ruled import grids
from evidence_check.extract.settings import ReadSettings, unreadable
from evidence_check.model.files import Content, File, Page, ReadAs, Table, Unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_TEXT: dict[str, Any] = {"x_tolerance_ratio": 0.15}
_TABLE: dict[str, Any] = {"text_x_tolerance_ratio": 0.15}


def tables_of(page: PdfPage) -> tuple[Table, ...]:
    """Return the ruled tables of a page; raise `TooManyShapesError` where lines are too many to be a table's."""
    found = grids(*lines_on(page))
    if not found:
        return ()
    layer = page.get_textpage()
    try:
        words = Words(layer, page.get_rotation())
        return tuple(_kept(map(words.fill, found)))
    finally:
        layer.close()


def tables_by_pdfplumber(data: bytes, numbers: list[int]) -> Iterator[tuple[int, tuple[Table, ...]]]:
    """Yield the ruled tables of some pages by page number; a page pdfplumber stumbles over has none."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        document = pdfplumber.open(io.BytesIO(data))
    except Exception:  # pdfminer raises whatever a hostile file provokes; the text is already there
        return
    with document:
        for number in numbers:
            try:
                page = document.pages[number - 1]
                tables = tuple(_kept(page.extract_tables(_TABLE)))
                page.close()
            except Exception:  # same reason: a table is a help, never a condition
                continue
            if tables:
                yield number, tables


def read_damaged(data: bytes, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return what pdfplumber can save of a PDF PDFium could not open, else EC101 or EC102."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    pages: list[Page] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages[: settings.max_pages], 1):
                text = page.extract_text(**_TEXT) or ""
                pages.append(Page(number, text, ReadAs.TEXT, 0.8))
                page.close()
    except Exception as error:  # pdfminer raises whatever a hostile file provokes
        if isinstance(error, PDFPasswordIncorrect) or isinstance(error.__cause__, PDFPasswordIncorrect):
            return unreadable(file, "EC101")
        if "PasswordIncorrect" in repr(error):
            return unreadable(file, "EC101")
        return unreadable(file, "EC102", detail=type(error).__name__)
    if not any(page.text.strip() for page in pages):
        return unreadable(file, "EC102", detail="PDF")
    return Content(file, tuple(pages))


def _kept(tables: Iterable[Sequence[Sequence[str | None]]]) -> Iterator[Table]:
    """Yield what is a table: two rows and two columns at least, empty rows left out."""
    for rows in tables:
        kept = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in rows)
        filled = tuple(row for row in kept if any(row))
        if len(filled) >= 2 and max(map(len, filled)) >= 2:
            yield Table(filled)
