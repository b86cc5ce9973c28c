"""Tables of a PDF by pdfplumber, and the text of PDFs PDFium cannot open."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from evidence_check.extract.settings import ReadSettings, unreadable
from evidence_check.model.files import Content, File, Page, ReadAs, Table, Unreadable

_TEXT: dict[str, Any] = {"x_tolerance_ratio": 0.15}
_TABLE: dict[str, Any] = {"text_x_tolerance_ratio": 0.15}


def tables_of(data: bytes, numbers: list[int]) -> Iterator[tuple[int, tuple[Table, ...]]]:
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
                tables = tuple(_tables_on(page))
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


def _tables_on(page: Any) -> Iterator[Table]:
    for rows in page.extract_tables(_TABLE):
        kept = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in rows)
        filled = tuple(row for row in kept if any(row))
        if len(filled) >= 2 and max(map(len, filled)) >= 2:
            yield Table(filled)
