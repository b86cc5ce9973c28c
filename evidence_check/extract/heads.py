"""Which rows of a table are its header, whatever the table was read from, and which tables go on over a page.

Only the texts of the cells tell, so that a PDF, a scan, a Word file and a workbook are judged alike. A reader that
knows the header rows from its format says so by `body_at`; that is then believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence_check.model.files import Content, Page, ReadAs, Table

Row = Sequence[str]

MAX_HEAD_ROWS = 4
MAX_LEAD_ROWS = 20
MAX_HEAD = 90
SHORT_HEAD = 40
BODY_ROWS = 12
NEAR_EDGE = 400
"""How many letters, of headers and footers, may stand between a table and the edge of the page it goes on over."""

_NUMBERED = re.compile(r"[(\[]?\s*(\d{1,2})\s*(?:=[^)\]]*)?[)\]]?\.?")
_VALUE = re.compile(r"(?=.*\d)[\W\d_]*(?:rp|jam|menit|hari|bulan|tahun)?[\W\d_]*|[-–—.\s]+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTER = re.compile(r"no(?:mor|mer)?\.?(?:\s*urut)?\.?", re.IGNORECASE)


def with_heads(content: Content) -> Content:
    """Return a content whose tables know their header, those continued from the page before included."""
    pages: list[Page] = []
    for page in content.pages:
        tables = tuple(map(headed, page.tables))
        if pages and tables:
            tables = _continued(pages[-1], page, tables)
        pages.append(replace(page, tables=tables) if tables else page)
    return replace(content, pages=tuple(pages))


def headed(table: Table) -> Table:
    """Return a table with its heads, or as it is when no row is surely a header."""
    if table.heads or not table.rows:
        return table
    rows = _even(table.rows[: MAX_LEAD_ROWS + MAX_HEAD_ROWS + BODY_ROWS])
    start = _first_full(rows)
    stated = max(table.body_at, 0)
    after = stated if start < stated < len(table.rows) else start + _depth(rows, start)
    numbered = after < len(rows) and _is_numbering(rows[after])
    if not (start < stated or _is_head(rows, start, after, numbered)):
        return replace(table, body_at=0)
    return replace(table, heads=_joined(rows[start:after]), body_at=after + numbered)


def _even(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    width = max(map(len, rows))
    return [tuple(" ".join(cell.split()) for cell in row) + ("",) * (width - len(row)) for row in rows]


def _first_full(rows: list[tuple[str, ...]]) -> int:
    """Return the first row that is not a title above the table: one that fills as many columns as a header does."""
    width = len(rows[0])
    used = sum(any(row[column] for row in rows) for column in range(width))
    wanted = max(2, (used + 1) // 2)
    for number, row in enumerate(rows[:MAX_LEAD_ROWS]):
        below = rows[number + 1] if number + 1 < len(rows) else ()
        if any(map(_is_keyed, row)):
            continue
        if sum(map(bool, row)) >= wanted or (sum(map(bool, row)) > 1 and _goes_on([row], below)):
            return number
    return 0


def _depth(rows: list[tuple[str, ...]], start: int) -> int:
    """Return how many rows the header has: all above a row of column numbers, else those that part what is above."""
    numbered = _before_numbering(rows, start)
    if numbered:
        return numbered
    depth = 1
    while depth < MAX_HEAD_ROWS and start + depth < len(rows):
        if not _goes_on(rows[start : start + depth], rows[start + depth]):
            break
        depth += 1
    return depth


def _before_numbering(rows: list[tuple[str, ...]], start: int) -> int:
    """Return how many rows of labels stand above a row of column numbers, 0 when there is no such row near."""
    for depth in range(1, MAX_HEAD_ROWS + 1):
        if start + depth >= len(rows):
            return 0
        if _is_numbering(rows[start + depth]):
            return depth
        if not all(_is_label(cell) for cell in rows[start + depth] if cell):
            return 0
    return 0


def _goes_on(above: list[tuple[str, ...]], row: Row) -> bool:
    """Say whether a row belongs to the header above: labels, under merged heads only, filling a gap of theirs."""
    filled = [column for column, cell in enumerate(row) if cell]
    if not filled or not all(_is_label(row[column]) for column in filled):
        return False
    last = above[-1]
    gaps = [column for column in filled if not last[column]]
    parents = [column for column in filled if last[column]]
    empty_everywhere = [column for column in range(len(row)) if not row[column] and not any(r[column] for r in above)]
    splits = all(column + 1 < len(last) and not last[column + 1] and row[column + 1] for column in parents)
    return bool(gaps) and splits and not empty_everywhere


def _is_head(rows: list[tuple[str, ...]], start: int, after: int, numbered: bool) -> bool:
    """Say whether rows are a header: labels all, and something that shows that what follows is under them."""
    heads = _joined(rows[start:after])
    named = [head for head in heads if head]
    body = rows[after + numbered : after + numbered + BODY_ROWS]
    if not body or len(named) < 2 or not all(map(_is_label, named)) or all(map(_YEAR.fullmatch, named)):
        return False
    if numbered or after - start > 1 or _is_sure(heads, body):
        return True
    return 3 <= len(named) == len(heads) == len(set(named)) and max(map(len, named)) <= SHORT_HEAD


def _is_sure(heads: Row, body: Sequence[Row]) -> bool:
    """Say whether heads name a running number, or stand as words over columns of values."""
    columns = [column for column, head in enumerate(heads) if head and not _YEAR.fullmatch(head)]
    return any(_COUNTER.fullmatch(head) for head in heads) or any(_are_values(body, column) for column in columns)


def _is_label(cell: str) -> bool:
    if _YEAR.fullmatch(cell):
        return True
    return len(cell) <= MAX_HEAD and not _is_keyed(cell) and not _VALUE.fullmatch(cell)


def _is_keyed(cell: str) -> bool:
    """Say whether a cell is part of a line such as `Unit kerja : Dinas Sosial`."""
    return cell.startswith(":") or cell.endswith(":")


def _are_values(body: Sequence[Row], column: int) -> bool:
    filled = [row[column] for row in body if row[column]]
    return bool(filled) and sum(bool(_VALUE.fullmatch(cell)) for cell in filled) > len(filled) / 2


def _is_numbering(row: Row) -> bool:
    """Say whether a row only numbers the columns, such as `(1) (2) (3)` or `1 2 3 4=2x3`."""
    found = [_NUMBERED.fullmatch(cell) for cell in row if cell]
    numbers = [int(each.group(1)) for each in found if each]
    enough = 2 if any(cell.startswith("(") for cell in row) else 3
    return len(found) == len(numbers) >= enough and numbers == list(range(1, len(numbers) + 1))


def _joined(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one head for each column: what stands above it, merged heads reaching over the columns to their right."""
    spread = map(_spread, rows, _below(rows))
    return tuple(" ".join(filter(None, parts)) for parts in zip(*spread, strict=True))


def _below(rows: list[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    return (rows[number + 1 :] for number in range(len(rows)))


def _spread(row: tuple[str, ...], below: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a header row with a merged head in every column that is parted below it."""
    spread: list[str] = []
    open_head = ""
    for column, cell in enumerate(row):
        parted = any(under[column] for under in below)
        if cell:
            open_head = cell if parted else ""
        spread.append(cell or (open_head if parted else ""))
    return tuple(spread)


# ---------------------------------------------------------------- over pages


def _continued(before: Page, page: Page, tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Return the tables of a page, the first with the heads of the last table before when it goes on from there."""
    if not before.tables or page.number != before.number + 1 or ReadAs.CELLS in (page.read_as, before.read_as):
        return tables
    last, first = before.tables[-1], tables[0]
    if not last.heads or not (_ends(before, last) and _begins(page, first)):
        return tables
    going_on = _going_on(last, first)
    return (going_on, *tables[1:]) if going_on else tables


def _going_on(last: Table, first: Table) -> Table | None:
    """Return the first table of a page as the rest of the last one before, None when it is one of its own."""
    rows = _even(first.rows)
    if len(rows[0]) != len(last.heads):
        return None
    again = next((n for n in range(1, min(MAX_HEAD_ROWS, len(rows)) + 1) if _joined(rows[:n]) == last.heads), 0)
    many_rows, body = first.body_at > 1, rows[first.body_at :][:BODY_ROWS]
    if not again and first.heads and all(first.heads) and (many_rows or _is_sure(first.heads, body)):
        return None
    numbered = again < len(rows) and _is_numbering(rows[again])
    return replace(first, heads=last.heads, body_at=again + numbered, continues=True)


def _ends(page: Page, table: Table) -> bool:
    """Say whether a table is the last thing on its page, but for a footer."""
    text, cell = _squeezed(page.text), _squeezed(next((cell for cell in reversed(table.rows[-1]) if cell), ""))
    at = text.rfind(cell)
    return at < 0 or len(text) - at - len(cell) <= NEAR_EDGE


def _begins(page: Page, table: Table) -> bool:
    text, cell = _squeezed(page.text), _squeezed(next((cell for cell in table.rows[0] if cell), ""))
    return text.find(cell) <= NEAR_EDGE


def _squeezed(text: str) -> str:
    return "".join(text.split())
