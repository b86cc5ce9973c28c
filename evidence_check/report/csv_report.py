"""The working paper as CSV: UTF-8 with a mark that Excel knows, and not one cell that is a formula."""

from __future__ import annotations

import csv
import io

from evidence_check.model.outcome import Readiness
from evidence_check.report.context import Context
from evidence_check.report.formulas import disarmed
from evidence_check.report.results import results_of
from evidence_check.report.tables import BY_HAND, LINK, Cell, requirements


def render(readiness: Readiness, context: Context) -> bytes:
    """Return one line per requirement; cells are parted by what Excel expects where the language is spoken."""
    words = context.catalog
    table = requirements(results_of(readiness, context), words)
    kept = [number for number, column in enumerate(table.columns) if column not in (*BY_HAND, LINK)]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=words.ui("csv_separator"), lineterminator="\r\n")
    writer.writerow([disarmed(words.word("columns", table.columns[number])) for number in kept])
    for row in table.rows:
        writer.writerow([_shown(row[number]) for number in kept])
    return stream.getvalue().encode("utf-8-sig")


def _shown(cell: Cell) -> str:
    return str(cell.number) if cell.number is not None else disarmed(" | ".join(cell.lines))
