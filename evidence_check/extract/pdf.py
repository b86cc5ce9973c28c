"""A PDF → its pages: the text layer where it is sound, OCR where it is not, decided page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.pdf_drawn import drawn_traces
from evidence_check.extract.pdf_pictures import pictures_of_pdf
from evidence_check.extract.pdf_scans import left_out_of, recognised
from evidence_check.extract.pdf_seen import Seen, doubted, layer_page, see
from evidence_check.extract.pdf_signatures import signature_marks
from evidence_check.extract.settings import ATTACHMENTS, Reach, ReadSettings, finding, unreadable
from evidence_check.model.files import (
    LONG_SCAN,
    Content,
    File,
    Finding,
    Level,
    Page,
    Params,
    ReadAs,
    Table,
    Unreadable,
    params,
)
from evidence_check.model.pictures import marks_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PICTURED = 0.03
TABLE_PATHS = 4
TOO_MANY_PATHS = 4000


def read_pdf(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return every page of a PDF, up to the limits of the settings."""
    import pypdfium2

    data = path.read_bytes()
    # PDFium keeps the error of the file before, and would call a damaged file locked by it.
    pypdfium2.raw.FPDF_LoadMemDocument(b"-", 1, None)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            return unreadable(file, "EC101")
        from evidence_check.extract.pdf_tables import read_damaged

        return read_damaged(data, file, settings)
    try:
        return _read(document, data, file, settings)
    finally:
        document.close()


def pages_of_pdf(path: Path, file: File, pages: Sequence[Page], settings: ReadSettings) -> tuple[Page, ...]:
    """Return some pages of a PDF that were left out before, now recognised; raise what the library raises."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        wanted = [_as_before(see(document, page.number - 1), page) for page in pages]
        return tuple(page for _, page in recognised(document, wanted, file, replace(settings, reach=Reach.ALL)))
    finally:
        document.close()


def _as_before(seen: Seen, page: Page) -> Seen:
    """Return a page with the doubt about its layer that the whole file gave rise to."""
    if seen.needs_ocr:
        return seen
    return replace(seen, needs_ocr=True, old_layer=True, confidence=page.confidence)


def _read(document: PdfDocument, data: bytes, file: File, settings: ReadSettings) -> Content:
    total = len(document)
    seen = doubted([see(document, index) for index in range(min(total, settings.max_pages))])
    pages = {page.number: layer_page(page, file) for page in seen}
    wanted = [page for page in seen if page.needs_ocr]
    pages.update(recognised(document, wanted, file, settings))
    findings: list[Finding] = []
    if total > len(seen):
        findings.append(finding(file, "EC117", Level.DOUBT, limit=settings.max_pages, pages=total))
    findings += left_out_of(list(pages.values()), file)
    for number, tables in _tables(document, data, seen, pages, settings):
        pages[number] = replace(pages[number], tables=tables)
    for number, traces in drawn_traces(document, [pages[page.number] for page in seen if page.look.marked]):
        pages[number] = replace(pages[number], traces=traces)
    marks = _marks(document, data, len(wanted) if len(wanted) > settings.short_scan else 0)
    looks = pictures_of_pdf(document, [pages[page.number] for page in seen if page.look.picture >= PICTURED])
    whole = tuple(pages[number] for number in sorted(pages))
    return Content(file, whole, tuple(findings), tuple(sorted((*marks, *marks_of(looks)))))


# ---------------------------------------------------------------- tables and marks


def _tables(
    document: PdfDocument, data: bytes, seen: list[Seen], pages: dict[int, Page], settings: ReadSettings
) -> Iterator[tuple[int, tuple[Table, ...]]]:
    """Yield the tables of the pages that have lines enough; drawings go to pdfplumber, and only a few of them."""
    from evidence_check.extract.pdf_tables import tables_by_pdfplumber

    drawings: list[int] = []
    for page in seen if settings.tables else ():
        if pages[page.number].read_as is ReadAs.TEXT and page.text and page.look.paths >= TABLE_PATHS:
            tables = _tables_on(document, page.number - 1)
            if tables:
                yield page.number, tables
            elif tables is None and page.look.paths <= TOO_MANY_PATHS:
                drawings.append(page.number)
    if drawings:
        yield from tables_by_pdfplumber(data, drawings[: settings.max_table_pages])


def _tables_on(document: PdfDocument, index: int) -> tuple[Table, ...] | None:
    """Return the tables of a page, None where PDFium's objects do not tell."""
    import pypdfium2

    from evidence_check.extract.pdf_lines import TooManyShapesError
    from evidence_check.extract.pdf_tables import tables_of

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        return tables_of(page)
    except (pypdfium2.PdfiumError, TooManyShapesError):
        return None
    finally:
        page.close()


def _marks(document: PdfDocument, data: bytes, scanned: int) -> Params:
    from pypdfium2 import raw

    signatures = raw.FPDF_GetSignatureCount(document)
    attached = raw.FPDFDoc_GetAttachmentCount(document)
    counts = {"signature_fields": signatures, ATTACHMENTS: attached, LONG_SCAN: scanned}
    return params(**{key: count for key, count in counts.items() if count > 0}, **signature_marks(data, signatures))
