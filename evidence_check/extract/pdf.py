"""A PDF → its pages: the text layer where it is sound, OCR where it is not, decided page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.ocr import POOR, ocr_page, ocr_ready, page_without_ocr
from evidence_check.extract.pdf_page import Look, look_at_page, page_as_printed, picture_of, text_of
from evidence_check.extract.settings import ATTACHMENTS, ReadSettings, finding, unreadable
from evidence_check.extract.soundness import SOUND, noise, soundness, words_of
from evidence_check.model.files import Content, File, Finding, Level, Page, Params, ReadAs, Table, Unreadable, params

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FEW_WORDS = 60
"""A layer of fewer words over a picture of the whole page is a stamp or a caption, not the page's text."""

TABLE_PATHS = 4
TOO_MANY_PATHS = 4000
MISREAD = 0.005
"""Share of misread words above which a layer over scans is read anew; papers born digital stay below it."""

OUTLINED = 60
"""A page without text but with this many drawn shapes may be text drawn as outlines."""


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


@dataclass(frozen=True, slots=True)
class _Seen:
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


def _read(document: PdfDocument, data: bytes, file: File, settings: ReadSettings) -> Content:
    total = len(document)
    seen = _doubted([_see(document, index) for index in range(min(total, settings.max_pages))])
    pages = {page.number: _layer_page(page, file) for page in seen}
    pages.update(_recognised(document, [page for page in seen if page.needs_ocr], file, settings))
    findings: list[Finding] = []
    if total > len(seen):
        findings.append(finding(file, "EC117", Level.DOUBT, limit=settings.max_pages, pages=total))
    skipped = sorted(number for number, page in pages.items() if page.problem and page.problem.code == "EC119")
    if skipped:
        findings.append(finding(file, "EC119", Level.DOUBT, skipped[0], pages=_ranges(skipped)))
    for number, tables in _tables(data, seen, pages, settings):
        pages[number] = replace(pages[number], tables=tables)
    return Content(file, tuple(pages[number] for number in sorted(pages)), tuple(findings), _marks(document))


def _see(document: PdfDocument, index: int) -> _Seen:
    import pypdfium2

    try:
        page, form = page_as_printed(document, index)
    except pypdfium2.PdfiumError:
        return _Seen(index + 1, "", Look(), 0.0, False, broken=True)
    try:
        text = text_of(page, form)
        look = look_at_page(page)
    except pypdfium2.PdfiumError:
        return _Seen(index + 1, "", Look(), 0.0, False, broken=True)
    finally:
        page.close()
    return _judge(index + 1, text, look)


def _judge(number: int, text: str, look: Look) -> _Seen:
    words = len(words_of(text))
    sound = soundness(text)
    if not text.strip():
        picture = look.picture > 0.05 or look.paths >= OUTLINED
        return _Seen(number, "", look, 1.0, picture)
    if look.picture > 0.5 and words < FEW_WORDS:
        return _Seen(number, text, look, sound, True)
    if sound < SOUND:
        return _Seen(number, text, look, sound, True)
    return _Seen(number, text, look, min(1.0, sound) if look.picture > 0.5 else 1.0, False)


def _doubted(seen: list[_Seen]) -> list[_Seen]:
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


def _layer_page(seen: _Seen, file: File) -> Page:
    if seen.broken:
        problem = finding(file, "EC102", Level.DOUBT, seen.number, detail="page")
        return Page(seen.number, "", ReadAs.UNREAD, 0.0, problem=problem)
    return Page(seen.number, seen.text, ReadAs.TEXT, round(seen.confidence, 3))


# ---------------------------------------------------------------- recognising


def _recognised(
    document: PdfDocument, wanted: list[_Seen], file: File, settings: ReadSettings
) -> Iterator[tuple[int, Page]]:
    """Yield the pages that had to be recognised; of a long scan only the beginning and the end."""
    if wanted and not ocr_ready(settings):
        for seen in wanted:
            yield seen.number, _unrecognised(seen, file)
        return
    chosen = {seen.number for seen in wanted}
    if len(wanted) > settings.max_ocr_pages:
        edges = wanted[: settings.long_scan_first] + wanted[-settings.long_scan_last :]
        chosen = {seen.number for seen in edges}
    for seen in wanted:
        if seen.number in chosen:
            yield seen.number, _recognise(document, seen, file, settings)
        else:
            yield seen.number, _skipped(seen, file)


def _recognise(document: PdfDocument, seen: _Seen, file: File, settings: ReadSettings) -> Page:
    image = picture_of(document, seen.number - 1)
    if image is None:
        return replace(_layer_page(seen, file), confidence=round(min(seen.confidence, 0.3), 3))
    page = ocr_page(image, file, seen.number, settings)
    if not seen.text.strip():
        return page
    if seen.old_layer:
        return page if _better(page, seen.text) else _layer_page(seen, file)
    sound = soundness(seen.text) >= SOUND
    if not words_of(page.text) or (not sound and page.confidence < seen.confidence):
        return _layer_page(seen, file)
    return replace(page, text=_joined(page.text, seen.text)) if sound else page


def _better(page: Page, layer: str) -> bool:
    enough = len(words_of(page.text)) >= 0.8 * len(words_of(layer))
    return enough and page.confidence >= POOR and noise(page.text) <= noise(layer)


def _joined(recognised: str, layer: str) -> str:
    """Return the recognised text with the lines of the layer it misses, such as a signing caption."""
    known = set(recognised.lower().split())
    missed = [line for line in layer.splitlines() if set(line.lower().split()) - known]
    return "\n".join([recognised, *missed])


def _unrecognised(seen: _Seen, file: File) -> Page:
    """Return a page nobody could recognise; a sound layer stays, a rubbish one would only mislead."""
    if seen.old_layer:
        return _layer_page(seen, file)
    text = seen.text if soundness(seen.text) >= SOUND else ""
    return page_without_ocr(file, seen.number, text)


def _skipped(seen: _Seen, file: File) -> Page:
    if seen.old_layer:
        return _layer_page(seen, file)
    sound = bool(seen.text.strip()) and soundness(seen.text) >= SOUND
    problem = finding(file, "EC119", Level.DOUBT, seen.number, pages=seen.number)
    return Page(seen.number, seen.text if sound else "", ReadAs.UNREAD, 0.0, problem=problem)


def _ranges(numbers: list[int]) -> str:
    """Return page numbers as people write them: `13-82, 90`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


# ---------------------------------------------------------------- tables and marks


def _tables(
    data: bytes, seen: list[_Seen], pages: dict[int, Page], settings: ReadSettings
) -> Iterator[tuple[int, tuple[Table, ...]]]:
    from evidence_check.extract.pdf_tables import tables_of

    gated = [
        page.number
        for page in seen
        if pages[page.number].read_as is ReadAs.TEXT and page.text and TABLE_PATHS <= page.look.paths <= TOO_MANY_PATHS
    ]
    if gated:
        yield from tables_of(data, gated[: settings.max_table_pages])


def _marks(document: PdfDocument) -> Params:
    from pypdfium2 import raw

    signatures = raw.FPDF_GetSignatureCount(document)
    attached = raw.FPDFDoc_GetAttachmentCount(document)
    marks = {"signature_fields": signatures, ATTACHMENTS: attached}
    return params(**{key: count for key, count in marks.items() if count > 0})
