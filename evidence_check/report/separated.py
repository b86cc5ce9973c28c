"""Rows of texts as CSV the way Excel opens it where the language is spoken."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from evidence_check.messages.catalog import Catalog
from evidence_check.report.formulas import disarmed
from evidence_check.report.visible import visible


def separated(columns: Sequence[str], rows: Iterable[Sequence[str]], words: Catalog) -> bytes:
    """Return a table with the words of its columns on top; hostile signs are shown, and no cell is a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=words.ui("csv_separator"), lineterminator="\r\n")
    writer.writerow([disarmed(words.word("columns", column)) for column in columns])
    writer.writerows([disarmed(visible(cell)) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
