"""A workbook (XLSX, XLS, ODS) → one page and one table for each sheet, with the values last saved in it."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.archive import TooMuchError, check_claim
from evidence_check.extract.settings import ReadSettings, finding, unreadable
from evidence_check.extract.sheet_parts import SheetPart, letters_of, sheet_parts
from evidence_check.extract.xls_box import holds_a_book
from evidence_check.model.files import Content, File, Finding, Level, Page, ReadAs, Table, Unreadable, params

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_ROWS = 20_000
MAX_COLUMNS = 256
_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the sheets of a workbook in their order, hidden ones included; error values stay as text."""
    import python_calamine

    data = path.read_bytes()
    parts: tuple[SheetPart, ...] = ()
    try:
        if file.kind == "xls":
            if not holds_a_book(data):
                return unreadable(file, "EC102", detail="OLE")
        elif data.startswith(_OLE):
            return unreadable(file, "EC101")
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                check_claim(archive, settings.max_unpacked)
                parts = sheet_parts(archive, settings.max_unpacked, settings.max_cells)
        _check_cells(sum(part.area for part in parts), settings)
        return _content(python_calamine.load_workbook(io.BytesIO(data)), parts, file, settings)
    except _TooManyCellsError as error:
        return unreadable(file, "EC104", size=_grouped(error.size), limit=_grouped(error.limit))
    except TooMuchError as error:
        return unreadable(file, "EC104", size=error.size, limit=error.limit)
    except python_calamine.PasswordError:
        return unreadable(file, "EC101")
    except (python_calamine.CalamineError, zipfile.BadZipFile) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)
    except BaseException as error:
        if not _is_panic(error):
            raise
        return unreadable(file, "EC102", detail=type(error).__name__)


class _TooManyCellsError(TooMuchError):
    """The sheets of a workbook span more cells than the reader may hold."""


def _check_cells(count: int, settings: ReadSettings) -> None:
    if count > settings.max_cells:
        raise _TooManyCellsError(count, settings.max_cells)


def _is_panic(error: BaseException) -> bool:
    """Say whether the spreadsheet reader gave up in its own way, which is no `Exception`."""
    return type(error).__name__ == "PanicException"


def _content(
    workbook: CalamineWorkbook, parts: tuple[SheetPart, ...], file: File, settings: ReadSettings
) -> Content:
    import python_calamine

    pages: list[Page] = []
    findings: list[Finding] = []
    hidden: list[str] = []
    cells = 0
    for index, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        hidden += [sheet.name] if sheet.visible != python_calamine.SheetVisibleEnum.Visible else []
        number = len(pages) + 1
        errors = parts[index].errors if index < len(parts) else ()
        try:
            grid = workbook.get_sheet_by_index(index)
            last = grid.end or (0, 0)
            cells += (last[0] + 1) * (last[1] + 1)
            _check_cells(cells, settings)
            rows = _rows(grid, errors)
        except python_calamine.CalamineError as error:
            problem = finding(file, "EC102", Level.DOUBT, number, detail=type(error).__name__)
            pages.append(Page(number, "", ReadAs.UNREAD, 0.0, problem=problem, name=sheet.name))
            continue
        if errors:
            findings.append(_broken_cells(file, number, sheet.name, errors))
        if uncomputed := parts[index].uncomputed if index < len(parts) else 0:
            findings.append(finding(file, "EC124", Level.NOTE, number, count=uncomputed, sheet=sheet.name))
        if len(rows) == MAX_ROWS:
            findings.append(finding(file, "EC117", Level.DOUBT, number, limit=MAX_ROWS, pages=sheet.name))
        text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
        tables = (Table(rows, sheet.name),) if rows else ()
        pages.append(Page(number, text, ReadAs.CELLS, tables=tables, name=sheet.name))
    if hidden:
        findings.append(finding(file, "EC122", Level.NOTE, sheets=", ".join(hidden)))
    marks = params(hidden_sheets=len(hidden)) if hidden else ()
    return Content(file, tuple(pages), tuple(findings), marks)


def _broken_cells(file: File, number: int, sheet: str, errors: tuple[tuple[int, int, str], ...]) -> Finding:
    """Return a note of how many cells hold an error value instead of a result, and which is the first."""
    row, column, value = errors[0]
    cell = f"{letters_of(column)}{row + 1}"
    return finding(file, "EC123", Level.NOTE, number, count=len(errors), cell=cell, value=value, sheet=sheet)


def _rows(sheet: CalamineSheet, errors: tuple[tuple[int, int, str], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows that hold anything, as text, cut to the columns in use."""
    grid = [[_text(value) for value in row[:MAX_COLUMNS]] for row in sheet.to_python(skip_empty_area=False)]
    for row, column, value in errors:
        if row < len(grid) and column < len(grid[row]):
            grid[row][column] = value
    kept = [row for row in grid if any(row)][:MAX_ROWS]
    width = max((index + 1 for row in kept for index, cell in enumerate(row) if cell), default=0)
    return tuple(tuple(row[:width]) for row in kept)


def _grouped(number: int) -> str:
    """Return a count with its thousands parted, which also tells it from a number of bytes."""
    return f"{number:,}".replace(",", ".")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return " ".join(str(value).split())
