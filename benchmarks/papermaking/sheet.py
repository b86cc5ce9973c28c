"""Workbooks: several sheets, merged headings, a row of column numbers."""

from __future__ import annotations

import io
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .broken import same_each_time

Cell = str | int | float


@dataclass(frozen=True)
class Sheet:
    """One sheet: title lines over the width, heading rows, rows, lines of signature at the right."""

    name: str
    title: tuple[str, ...]
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    merge: tuple[str, ...] = ()
    numbered: bool = True
    sign: tuple[str, ...] = ()
    total: bool = False


def workbook(sheets: tuple[Sheet, ...], year: str = "2026") -> bytes:
    """Return the sheets as XLSX bytes, the same every time."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    book.properties.creator = "operator"
    out = io.BytesIO()
    book.save(out)
    return same_each_time(out.getvalue(), year)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    wide = len(sheet.widths)
    for at, width in enumerate(sheet.widths):
        page.column_dimensions[get_column_letter(at + 1)].width = width
    row = 1
    for line in sheet.title:
        page.cell(row, 1, line).font = Font(bold=True, size=12)
        page.cell(row, 1).alignment = Alignment(horizontal="center")
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=wide)
        row += 1
    row = _head(page, sheet, row + 1)
    for number, cells in enumerate(sheet.rows):
        last = sheet.total and number == len(sheet.rows) - 1
        _row(page, row, cells, bold=last)
        row += 1
    for line in sheet.sign:
        row += 1
        page.cell(row, max(1, wide - 1), line)


def _head(page: Worksheet, sheet: Sheet, row: int) -> int:
    top = row
    for cells in sheet.head:
        _row(page, row, cells, bold=True, fill=True)
        row += 1
    for area in sheet.merge:
        first, last = area.split(":")
        page.merge_cells(f"{first[0]}{top + int(first[1:]) - 1}:{last[0]}{top + int(last[1:]) - 1}")
    if sheet.numbered:
        _row(page, row, tuple(f"({at + 1})" for at in range(len(sheet.widths))), fill=True)
        row += 1
    return row


def _row(page: Worksheet, row: int, cells: tuple[Cell, ...], bold: bool = False, fill: bool = False) -> None:
    side = Side(style="thin")
    for column, value in enumerate(cells, 1):
        cell = page.cell(row, column, value)
        cell.border = Border(side, side, side, side)
        cell.font = Font(bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if fill else None)
        if fill:
            cell.fill = PatternFill("solid", fgColor="D9E1F2")
