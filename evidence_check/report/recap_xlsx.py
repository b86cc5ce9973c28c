"""Many offices as a workbook: the map, the offices, what many lack, and what nobody could read."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Status
from evidence_check.model.tracked import OfficeRow, Overview, Recap, Share
from evidence_check.report import recap_told as told
from evidence_check.report.looks import LOOKS, SIGNS
from evidence_check.report.results import PROGRAM
from evidence_check.report.sheet_cells import put
from evidence_check.report.steady import MADE, moment, steady
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT, SIZE = "Arial", 9
_HEAD = "1F3A5F"
WIDTHS = {"office": 34, "region": 26, "asked": 44, "lacking": 60, "file": 50, "reason": 60, "since": 32, "trend": 22}
WIDTH, NARROW = 13, 9
LINE_HEIGHT, TURNED_HEIGHT = 12.0, 150.0
"""In points: of a line in these letters, and of a head that is turned because its column is narrow."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell says, and the status it is coloured by."""

    text: str = ""
    number: int | None = None
    status: Status | None = None


def render(recap: Recap, words: Catalog) -> bytes:
    """Return the workbook; each checklist and year has sheets of its own."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    saved = max((moment(row.record.checked_at) for each in recap.overviews for row in each.rows), default=MADE)
    book.properties.creator, book.properties.created = PROGRAM, saved
    book.properties.title = words.ui("recap")
    for number, overview in enumerate(recap.overviews, 1):
        suffix = f" {number}" if len(recap.overviews) > 1 else ""
        for key, columns, rows in _tables(overview, words):
            top = (f"{words.ui('recap')}: {told.heading(overview, words)}", *_lead(key, words))
            _write(book, words.word("sheets", key) + suffix, top, columns, rows)
    top = (words.ui("recap"), told.lead(recap, words))
    if recap.refused or not recap.overviews:
        lines = [(Shown(line),) for line in told.refused(recap, words)]
        _write(book, words.word("sheets", "findings"), top, [(words.ui("recap_refused"), 110)], lines)
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue(), saved)


Column = tuple[str, int]
Rows = Iterator[tuple[Shown, ...]]


def _tables(overview: Overview, words: Catalog) -> Iterator[tuple[str, Sequence[Column], Rows]]:
    fields = [(told.field_name(field), NARROW) for field in overview.fields]
    yield "recap_map", [*_columns(("office", "low"), words), *fields], _map(overview, words)
    offices = ("office", "region", "checked_on", "low", "still_open", "trend", "since", "unread")
    yield "recap_offices", _columns(offices, words), (_office(row, words) for row in overview.rows)
    common = ("requirement", "asked", "indicator", "offices", "lacking")
    yield "recap_common", _columns(common, words), _common(overview, words)
    yield "recap_lost", _columns(("office", "file", "reason"), words), _lost(overview, words)


def _columns(keys: Sequence[str], words: Catalog) -> list[Column]:
    return [(words.word("columns", key), WIDTHS.get(key, WIDTH)) for key in keys]


def _lead(key: str, words: Catalog) -> tuple[str, ...]:
    if key != "recap_map":
        return ()
    legend = " · ".join(f"{SIGNS[status]} {words.ui(text)}" for status, text in told.LEGEND.items())
    return (words.ui("recap_map_lead"), legend, words.ui("not_a_score"))


def _map(overview: Overview, words: Catalog) -> Rows:
    for row in overview.rows:
        shares = [Shown(_cell(each), status=each.status if each else None) for each in row.cells]
        total = Shown(told.percent(row.total, words), status=row.total.status)
        yield (Shown(told.office_name(row.record, words)), total, *shares)


def _cell(share: Share | None) -> str:
    """Return what a cell of the map says: a text, never a number a spreadsheet would take for a day."""
    if share is None or not share.required:
        return SIGNS[Status.NOT_CHECKED]
    return f"{SIGNS[share.status]} {told.short(share)}"


def _office(row: OfficeRow, words: Catalog) -> tuple[Shown, ...]:
    return (
        Shown(told.office_name(row.record, words)),
        Shown(row.record.region),
        Shown(told.checked_on(row.record, words)),
        Shown(told.percent(row.total, words)),
        Shown(number=told.still_open(row)),
        Shown(told.trend(row, words)),
        Shown(told.moved(row, words)),
        Shown(number=len(row.record.lost)),
    )


def _common(overview: Overview, words: Catalog) -> Rows:
    for gap in overview.gaps:
        count = Shown(number=len(gap.offices))
        yield (
            Shown(gap.requirement), Shown(gap.name), Shown(told.field_name(gap.field)), count,
            Shown(told.lacking(gap, words)),
        )  # fmt: skip


def _lost(overview: Overview, words: Catalog) -> Rows:
    for each in told.lost_files(overview, words):
        yield (Shown(each.office), Shown(each.file), Shown(each.reason))


def _write(
    book: Workbook, name: str, top: Sequence[str], columns: Sequence[Column], rows: Sequence[tuple[Shown, ...]] | Rows
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name[:31])
    for number, line in enumerate(top, 1):
        put(sheet.cell(number, 1), visible(line))
        sheet.cell(number, 1).font = Font(FONT, 13 if number == 1 else SIZE, bold=number == 1)
    head = len(top) + 2
    for number, (column, width) in enumerate(columns, 1):
        cell = sheet.cell(head, number)
        put(cell, visible(column))
        cell.font, cell.fill = Font(FONT, SIZE, bold=True, color="FFFFFF"), PatternFill("solid", fgColor=_HEAD)
        turned = 90 if width == NARROW else 0
        cell.alignment = Alignment(wrap_text=True, vertical="bottom" if turned else "center", text_rotation=turned)
        sheet.column_dimensions[get_column_letter(number)].width = width
    widths = [width for _, width in columns]
    sheet.row_dimensions[head].height = TURNED_HEIGHT if NARROW in widths else 2 * LINE_HEIGHT + 3
    last = head
    for last, row in enumerate(rows, head + 1):
        for number, shown in enumerate(row, 1):
            _fill(sheet.cell(last, number), shown)
        sheet.row_dimensions[last].height = _height([shown.text for shown in row], widths)
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(columns))}{max(last, head + 1)}"
    sheet.freeze_panes = f"B{head + 1}"
    _print_as(sheet, head)


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Return how high a row has to be: not every office program fits a row to wrapped text by itself."""
    lines = (len(textwrap.wrap(text, int(1.2 * width))) for text, width in zip(texts, widths, strict=True))
    return min(400.0, LINE_HEIGHT * max(1, *lines, 1) + 3)


def _fill(cell: Any, shown: Shown) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    look = LOOKS[shown.status] if shown.status else None
    cell.font = Font(FONT, SIZE, bold=bool(look), color=look.ink if look else "000000")
    if look:
        cell.fill = PatternFill("solid", fgColor=look.paper)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if look else "left")
    if shown.number is not None:
        cell.value = shown.number
    else:
        put(cell, visible(shown.text))


def _print_as(sheet: Worksheet, head: int) -> None:
    """Set the sheet up for A4 landscape: one page wide, the head on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
