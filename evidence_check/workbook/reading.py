"""The bytes of an Excel workbook → a checklist's YAML text, or an error that names sheet and cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.checklist.marked import Entries, Spot
from evidence_check.errors import ChecklistError
from evidence_check.workbook.columns import COLUMNS, GUIDE
from evidence_check.workbook.trees import Line, Lines, tree_of
from evidence_check.workbook.yaml_text import letter, with_cell, yaml_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LIMIT = 5_000_000
UNPACKED = 60_000_000
ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Imported:
    """A checklist taken from a workbook: its YAML text, and the tree that knows the cell of every value."""

    text: str
    tree: Entries
    name: str

    def error(self, error: ChecklistError) -> ChecklistError:
        """Return an error about the text as one about a cell."""
        return with_cell(error, self.text, self.tree, self.name)


def imported(data: bytes, name: str) -> Imported:
    """Return the checklist of a workbook; `name` is how errors call the file."""
    book = _book(data, name)
    try:
        lines: Lines = {title: _lines(book[title], title, columns, name) for title, columns in _sheets(book, name)}
        tree = tree_of(lines, Spot("Checklist", 1, 1))
    except ChecklistError as error:
        raise _named(error, name) from None
    return Imported(yaml_of(tree), tree, name)


def _named(error: ChecklistError, name: str) -> ChecklistError:
    """Return an error found in the rows with the name of the file and the letters of the column."""
    told = dict(error.params)
    if "column" in told and told.get("file") in COLUMNS:
        told |= {"file": f"{name} › {told['file']}", "column": letter(int(told["column"]))}
    return ChecklistError(error.code, **told)


def _book(data: bytes, name: str) -> Workbook:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if len(data) > LIMIT or size > UNPACKED:
            told = {"size": f"{max(size, len(data)) / 1e6:.1f}", "limit": f"{LIMIT / 1e6:.0f}"}
            raise ChecklistError("checklist_too_large", file=name, **told)
        return load_workbook(io.BytesIO(data))
    except ChecklistError:
        raise
    except Exception as error:  # whatever a damaged or hostile workbook makes the library do
        raise ChecklistError("workbook_unreadable", file=name, detail=type(error).__name__) from None


def _sheets(book: Workbook, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sheets to read; refuse a missing one, and an unknown one that holds something."""
    for title in COLUMNS:
        if title not in book.sheetnames:
            raise ChecklistError("workbook_no_sheet", file=name, sheet=title, found=", ".join(book.sheetnames)[:200])
    for title in book.sheetnames:
        if title not in COLUMNS and title != GUIDE and _filled(book[title]):
            raise ChecklistError("workbook_strange_sheet", file=name, sheet=title[:80])
    yield from COLUMNS.items()


def _filled(sheet: Any) -> bool:
    rows = sheet.iter_rows(values_only=True) if hasattr(sheet, "iter_rows") else ()
    return any(value is not None for row in rows for value in row)


def _lines(sheet: Worksheet, title: str, columns: tuple[str, ...], name: str) -> list[Line]:
    if not hasattr(sheet, "iter_rows"):
        raise ChecklistError("workbook_no_sheet", file=name, sheet=title, found="")
    if sheet.max_row > ROWS:
        raise ChecklistError("workbook_too_long", file=name, sheet=title, limit=ROWS)
    _must_be_headed(sheet, title, columns)
    lines = []
    for number, row in enumerate(sheet.iter_rows(min_row=2), 2):
        texts = [_text(cell, Spot(title, number, place)) for place, cell in enumerate(row, 1)]
        for place, text in enumerate(texts[len(columns) :], len(columns) + 1):
            if text.strip():
                raise Spot(title, number, place).error("workbook_outside", value=text[:80])
        if any(text.strip() for text in texts):
            texts += [""] * (len(columns) - len(texts))
            spots = {column: Spot(title, number, place) for place, column in enumerate(columns, 1)}
            lines.append(Line(dict(zip(columns, texts, strict=False)), spots, Spot(title, number, 1)))
    return lines


def _must_be_headed(sheet: Worksheet, title: str, columns: tuple[str, ...]) -> None:
    found = [_text(cell, Spot(title, 1, place)).strip() for place, cell in enumerate(next(sheet.iter_rows()), 1)]
    for place in range(max(len(found), len(columns))):
        there = found[place] if place < len(found) else ""
        wanted = columns[place] if place < len(columns) else ""
        if there != wanted:
            spot = Spot(title, 1, place + 1)
            raise spot.error("workbook_header", value=there[:80] or "—", wanted=wanted or "—")


def _text(cell: Any, spot: Spot) -> str:
    """Return what a cell says as text; a formula, an error value or a date is refused."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e", "d"):
        raise spot.error("workbook_formula", kind=cell.data_type)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
