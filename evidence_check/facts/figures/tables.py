"""The tables of a paper by their heads: which column says what, and where a row stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_check.facts.paper import Paper
from evidence_check.model.files import Place
from evidence_check.words.fold import fold

MOST_ROWS = 5000
_SUM = re.compile(r"^(?:sub ?)?(?:jumlah|total|jml)\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of data: its page, its cells, and the folded heads of the columns."""

    page: int
    cells: tuple[str, ...]
    heads: tuple[str, ...]

    def at(self, column: int | None) -> str:
        """Return the cell of a column, nothing when the row has none there."""
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ""

    @property
    def sums_up(self) -> bool:
        """Whether the row holds sums: it says *Jumlah* or *Total* first."""
        return bool(_SUM.search(next((words for cell in self.cells if (words := fold(cell))), "")))


def rows_of(paper: Paper) -> Iterator[Row]:
    """Yield the rows of data of every table whose header is known, in reading order; empty ones are left out."""
    left = MOST_ROWS
    for page in paper.document.pages:
        for table in page.tables:
            heads = tuple(map(fold, table.heads))
            for cells in table.body if heads else ():
                left -= 1
                if left < 0:
                    return
                if any(cell.strip() for cell in cells):
                    yield Row(page.number, cells, heads)


def column(heads: Sequence[str], *patterns: str) -> int | None:
    """Return the first column whose head fits the first of the patterns that any head fits."""
    for wanted in patterns:
        for index, head in enumerate(heads):
            if re.search(wanted, head):
                return index
    return None


def place_of_row(paper: Paper, row: Row) -> Place:
    """Return the place of a row, quoted by its longest cell that stands as a passage of the page."""
    for cell in sorted(row.cells, key=len, reverse=True):
        if cell.strip() and (place := paper.place_of_words(row.page, cell)):
            return place
    return paper.top_of(row.page)
