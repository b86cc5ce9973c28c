"""The results as an Excel workbook, the office's working paper: every cell a text or a number, never a formula."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report.changed import progress_of
from evidence_check.report.context import Context
from evidence_check.report.html import when
from evidence_check.report.looks import LOOKS
from evidence_check.report.results import results_of
from evidence_check.report.shapes import Results
from evidence_check.report.sheet_cells import held, put
from evidence_check.report.steady import moment, steady
from evidence_check.report.tables import BY_HAND, Cell, Table, status_text, tables_of
from evidence_check.report.terminal import readiness_line
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_LINK, LAST_LINK = 2_000, 60_000
"""Excel drops links that are longer, and calls a sheet with more than 65,530 of them damaged."""
WIDTHS = {
    "requirement": 9, "indicator": 17, "asked": 27, "status": 16, "file": 28, "page": 7, "quote": 24, "findings": 30,
    "advice": 28, "in_charge": 13, "remark": 14, "code": 8, "level": 11, "title": 20, "message": 42, "size": 10,
    "sha256": 20, "score": 8, "sure": 8, "reason": 40, "documents": 28, "value": 44, "why": 40,
    "component": 32, "product": 24, "there": 18, "kind": 12,
    "open": 7, "note": 50, "sources": 18, "basis": 20,
    "machine": 16, "reviews": 40, "decision": 18, "by": 22, "reason_why": 40, "standing": 18,
    "personal": 24, "count": 10, "change": 24, "before": 16, "rests_on": 60,
    "readable": 15, "serves": 14, "counted": 12, "document": 24, "fact": 16, "necessity": 11,
}  # fmt: skip
WIDTH = 16
FONT, SIZE = "Arial", 9
LINE_HEIGHT, MOST_HEIGHT = 11.6, 400.0
"""In points: of a line in these letters, and the most Excel gives a row."""
_HEAD = "1F3A5F"
_LINES = "B8C4D0"


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the workbook: requirements, evidence, findings, files and facts, one sheet each."""
    from openpyxl import Workbook

    words = context.catalog
    results = results_of(readiness, context)
    book = Workbook()
    book.remove(book.active)
    saved = moment(context.checked_at)
    book.properties.creator, book.properties.created = results.program, saved
    book.properties.title = held(visible(words.ui("report_of", office=_office(results, words))))
    for table in tables_of(results, words):
        _write(book, table, _top(table, results, context), results, words)
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue(), saved)


def _top(table: Table, results: Results, context: Context) -> list[str]:
    """Return the lines above the table: whose it is, of when, and how ready."""
    words = context.catalog
    title = f"{words.word('sheets', table.key)} — {words.ui('report_of', office=_office(results, words))}"
    progress = progress_of(results, words) if results.changes else None
    if table.key == "changes" and progress:
        return [title, progress.title, *progress.lines, *progress.notes]
    if table.key != "requirements":
        return [title]
    told = words.ui("checked_at", when=when(context.checked_at, words))
    masked = words.ui("shown_identities" if context.identities else "masked")
    return [
        title,
        f"{results.checklist_name} · {words.ui('year', year=results.year)} · {told}",
        readiness_line(results, words),
        f"{words.ui('not_a_score')} {masked}",
    ]


def _write(book: Workbook, table: Table, top: list[str], results: Results, words: Catalog) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(words.word("sheets", table.key))
    for number, line in enumerate(top, 1):
        put(sheet.cell(number, 1), visible(line))
        sheet.cell(number, 1).font = Font(FONT, 13 if number == 1 else SIZE + 1, bold=number == 1)
    head = len(top) + 2
    _write_head(sheet, table, head, words)
    letters = _letters()
    for number, row in enumerate(table.rows, head + 1):
        for column, cell in enumerate(row, 1):
            _write_cell(sheet.cell(number, column), cell, letters)
        sheet.row_dimensions[number].height = _height(table.columns, [cell.lines for cell in row])
    last = get_column_letter(len(table.columns))
    end = head + max(1, len(table.rows))
    sheet.auto_filter.ref = f"A{head}:{last}{end}"
    sheet.freeze_panes = f"B{head + 1}"
    if "status" in table.columns:
        _colour(sheet, get_column_letter(table.columns.index("status") + 1), head, end, words)
    _print_as(sheet, f"A1:{get_column_letter(table.printed)}{end}", head, _office(results, words), words)


def _write_head(sheet: Worksheet, table: Table, head: int, words: Catalog) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(head, number)
        put(cell, words.word("columns", column))
        cell.font = Font(FONT, SIZE, bold=True, color="FFFFFF", italic=column in BY_HAND)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, WIDTH)
    sheet.row_dimensions[head].height = _height(table.columns, [(words.word("columns", c),) for c in table.columns])


@dataclass(frozen=True, slots=True)
class _Letters:
    """How cells look, made once: thousands of cells share them."""

    plain: Any
    link: Any
    border: Any
    alignment: Any


def _letters() -> _Letters:
    from openpyxl.styles import Alignment, Border, Font, Side

    side = Side("thin", color=_LINES)
    return _Letters(
        Font(FONT, SIZE),
        Font(FONT, SIZE, color="0B4FA8", underline="single"),
        Border(side, side, side, side),
        Alignment(horizontal="left", wrap_text=True, vertical="top"),
    )


def _height(columns: tuple[str, ...], texts: list[tuple[str, ...]]) -> float:
    """Return how high a row has to be: not every office program fits a row to wrapped text by itself."""
    tall = [
        sum(len(textwrap.wrap(line, int(1.3 * WIDTHS.get(column, WIDTH)))) or 1 for line in lines)
        for column, lines in zip(columns, texts, strict=True)
    ]
    return min(MOST_HEIGHT, LINE_HEIGHT * max(1, *tall) + 3)


def _write_cell(cell: Any, told: Cell, letters: _Letters) -> None:
    cell.font, cell.border, cell.alignment = letters.plain, letters.border, letters.alignment
    if told.number is not None:
        cell.value = told.number
        return
    # A row of more links than Excel takes, or a link too long for it, is told without one.
    linked = told.href and len(told.href) <= LONGEST_LINK and cell.row <= LAST_LINK
    if linked and told.lines:
        # A page of a PDF cannot be named: Excel takes what follows a number sign for a place in a workbook.
        cell.hyperlink = told.href.partition("#")[0]
        cell.font = letters.link
    put(cell, "\n".join(told.lines))


def _colour(sheet: Worksheet, letter: str, head: int, end: int, words: Catalog) -> None:
    """Colour the statuses by rules that compare them with our own words, so that a sorted sheet stays coloured."""
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill

    for status in Status:
        look = LOOKS[status]
        fill, font = PatternFill(bgColor=look.paper), Font(color=look.ink, bold=True)
        for by_people in (False, True):
            same = ['"' + status_text(status, words, by_people).replace('"', '""') + '"']
            rule = CellIsRule(operator="equal", formula=same, fill=fill, font=font)
            sheet.conditional_formatting.add(f"{letter}{head + 1}:{letter}{end}", rule)


def _print_as(sheet: Worksheet, area: str, head: int, office: str, words: Catalog) -> None:
    """Set the sheet up for A4 landscape: one page wide, the head on every page, numbered pages."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = area
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
    # In a footer an ampersand begins a code; doubled it is a sign like others.
    sheet.oddFooter.left.text = visible(office).replace("&", "&&")[:80]
    sheet.oddFooter.right.text = words.ui("page_number", page="&P", pages="&N")


def _office(results: Results, words: Catalog) -> str:
    return ", ".join(filter(None, (results.office or words.ui("unnamed_office"), results.region)))
