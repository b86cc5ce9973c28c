"""Lines and tables gathered page by page, the way a reader of a flowing document sees them."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.model.files import Page, ReadAs, Table


class Paged:
    """Collects the pages of a flowing document; a page without a line is none."""

    def __init__(self) -> None:
        self._pages: list[tuple[list[str], list[Table]]] = [([], [])]

    def add(self, text: str) -> None:
        """Add a paragraph; its line breaks are kept, its other space is folded."""
        self._pages[-1][0].extend(clean_lines(text))

    def add_table(self, rows: Sequence[Sequence[Sequence[str]]], head_rows: int = 0) -> None:
        """Add a table of rows of cells, each cell its lines; `head_rows` are marked as header where the format can."""
        for row in rows:
            self._pages[-1][0].extend(row_lines(row))
        texts = tuple(cells for row in rows if any(cells := tuple(" ".join(cell) for cell in row)))
        if texts:
            marked = sum(any(map(any, row)) for row in rows[:head_rows])
            self._pages[-1][1].append(Table(texts, body_at=marked))

    def put_first(self, lines: Sequence[str]) -> None:
        """Put lines above everything else, such as a letterhead kept in the page header."""
        self._pages[0][0][:0] = lines

    def new_page(self) -> None:
        """Begin a page, unless the present one holds nothing yet."""
        if self._pages[-1][0]:
            self._pages.append(([], []))

    def pages(self) -> list[Page]:
        """Return the pages so far, numbered from 1."""
        kept = self._pages if self._pages[-1][0] or len(self._pages) == 1 else self._pages[:-1]
        return [
            Page(number, "\n".join(lines), ReadAs.TEXT, tables=tuple(tables))
            for number, (lines, tables) in enumerate(kept, 1)
        ]


def clean_lines(text: str) -> list[str]:
    """Return the lines of a text that hold anything, runs of space folded."""
    return [line for line in (" ".join(piece.split()) for piece in text.split("\n")) if line]


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return a row as lines: short cells side by side, long cells one after the other."""
    lines: list[str] = []
    open_line = False
    for cell in cells:
        if not cell:
            continue
        if open_line:
            lines[-1] += " " + cell[0]
            lines.extend(cell[1:])
        else:
            lines.extend(cell)
        open_line = len(cell) == 1
    return lines
