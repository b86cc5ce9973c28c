"""Plain text and CSV, in whatever encoding an old program wrote them."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

from evidence_check.extract.paged import clean_lines
from evidence_check.extract.settings import ReadSettings, capped, finding
from evidence_check.model.files import Content, File, Level, Page, ReadAs, Table

MAX_ROWS = 20_000
MAX_COLUMNS = 256
MAX_TEXT = 20_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ";,\t|"
_SAMPLE = 50


def read_text(path: Path, file: File, settings: ReadSettings) -> Content:
    """Return a plain text, a new page at each form feed; columns parted by tabs are a table."""
    text = decoded(path.read_bytes())[:MAX_TEXT]
    if _tabbed(text):
        return _table(text, "\t", file)
    pages = ["\n".join(clean_lines(page)) for page in text.split("\f")]
    kept = [page for page in pages if page] or [""]
    found = tuple(Page(number, page, ReadAs.TEXT) for number, page in enumerate(kept, 1))
    return capped(Content(file, found), settings)


def read_csv(path: Path, file: File, settings: ReadSettings) -> Content:
    """Return a CSV as one sheet with one table, whatever sign parts its columns."""
    text = decoded(path.read_bytes())[:MAX_TEXT]
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    counts = {sign: sorted(line.count(sign) for line in lines) for sign in _SEPARATORS}
    separator = max(_SEPARATORS, key=lambda sign: counts[sign][len(counts[sign]) // 2] if lines else 0)
    return _table(text, separator, file)


def decoded(data: bytes) -> str:
    """Return text as its bytes mean it: by their mark, else UTF-8 if they are, else the old Windows page.

    Guessing among more encodings misreads short Latin texts, and no other is in use where these papers come from.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _tabbed(text: str) -> bool:
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    return len(lines) > 1 and all("\t" in line.strip() for line in lines)


def _table(text: str, separator: str, file: File) -> Content:
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            cells = tuple(" ".join(cell.split()) for cell in row[:MAX_COLUMNS])
            rows += [cells] if any(cells) else []
            if len(rows) > MAX_ROWS:
                break
    except csv.Error:
        rows = [tuple(clean_lines(line)) for line in text.splitlines()[:MAX_ROWS] if line.strip()]
    cut = (finding(file, "EC117", Level.DOUBT, limit=MAX_ROWS, pages=file.path),) if len(rows) > MAX_ROWS else ()
    kept = tuple(rows[:MAX_ROWS])
    words = "\n".join(" ".join(cell for cell in row if cell) for row in kept)
    return Content(file, (Page(1, words, ReadAs.CELLS, tables=(Table(kept),) if kept else ()),), cut)
