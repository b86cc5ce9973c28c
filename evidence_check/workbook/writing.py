"""The rows of a checklist's sheets → the bytes of an Excel workbook; the same rows give the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evidence_check.checklist.marked import Entries, marked
from evidence_check.errors import ChecklistError
from evidence_check.report.steady import MADE, steady
from evidence_check.workbook.columns import CHOICES, COLUMNS, GUIDE, META, VALUE, WIDTH, WIDTHS
from evidence_check.workbook.sheets import Row, Source, rows_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
SPARE_ROWS = 200
FORMULA = ("=", "+", "-", "@")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def workbook_of(text: str, name: str, indicators: frozenset[str], guide: Sequence[str]) -> bytes:
    """Return the workbook of a checklist's YAML text that is known to be sound.

    `indicators` are the ids of all indicators, those of an extended checklist too; `guide` are the
    lines of the first sheet.
    """
    from openpyxl import Workbook

    tree = marked(text, name)
    if not isinstance(tree, Entries):
        raise tree.spot.error("checklist_no_keys")
    rows = rows_of(Source(tree, indicators))
    book = Workbook()
    book.properties.created = MADE
    book.properties.creator = "evidence-check"
    for sheet in book.worksheets:
        book.remove(sheet)
    _write_guide(book.create_sheet(GUIDE), guide)
    for title, columns in COLUMNS.items():
        _write(book.create_sheet(title), columns, rows[title], name)
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def _write_guide(sheet: Worksheet, lines: Sequence[str]) -> None:
    from openpyxl.styles import Alignment

    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        cell.value, cell.data_type = line, "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _write(sheet: Worksheet, columns: Row, rows: Sequence[Row], name: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, 1):
        head = sheet.cell(1, number, column)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
        letter = get_column_letter(number)
        shown = sheet.column_dimensions[letter]
        shown.width = WIDTHS.get(column, WIDTH)
        shown.number_format, shown.alignment = "@", Alignment(wrap_text=True, vertical="top")
        for place, row in enumerate(rows, 2):
            _put(sheet.cell(place, number), row[number - 1], f"{name} {sheet.title}!{letter}{place}")
    sheet.freeze_panes = "A2" if sheet.title == META else "B2"
    _validate(sheet, columns, len(rows) + SPARE_ROWS + 1)


def _put(cell: Any, text: str, place: str) -> None:
    """Write a text as a text, even one that looks like a formula."""
    from openpyxl.styles import Alignment

    cell.number_format, cell.alignment = "@", Alignment(wrap_text=True, vertical="top")
    if not text:
        return
    if len(text) > LONGEST or _ILLEGAL.search(text):
        raise ChecklistError("workbook_cannot_hold", place=place, limit=LONGEST)
    cell.value = text
    cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True


def _validate(sheet: Worksheet, columns: Row, last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(columns, 1):
        if column in CHOICES and column != VALUE:
            listed = '"' + ",".join(CHOICES[column]) + '"'
            rule = DataValidation(type="list", formula1=listed, allow_blank=True)
            sheet.add_data_validation(rule)
            rule.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{last}")
