"""Recognised words → text in the order a reader sees it: lines from top to bottom, columns apart, tables by rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_check.extract.rulings import Grid
from evidence_check.extract.tesseract import Box, Word
from evidence_check.model.files import Table

COLUMN_LINES = 6
COLUMN_WIDTH = 0.28
BLOCK = 3

Line = list[Word]


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a page with line breaks, how sure each of its words is (0..100), its tables, and a box a line."""

    text: str
    sureness: tuple[int, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words Tesseract saw as one line, with the box around them."""

    words: Line
    box: Box

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def tall(self) -> int:
        """Height in points."""
        return self.box[3] - self.box[1]

    @property
    def wide(self) -> int:
        """Width in points."""
        return self.box[2] - self.box[0]


def laid_out(words: Sequence[Word], grids: Sequence[Grid]) -> Laid:
    """Return the words as text and tables; a row of a table is read from left to right, a cell as a whole."""
    free, inside = _shared_out(words, grids)
    shown = sorted((grid for grid in grids if inside[grid]), key=lambda grid: grid.ys[0])
    lines: list[Line] = []
    tables: list[Table] = []
    for grid in shown:
        above = [piece for piece in free if piece.middle < grid.ys[0]]
        free = [piece for piece in free if piece.middle >= grid.ys[0]]
        rows = _rows_of(grid, inside[grid])
        lines += _flowing(above)
        lines += [line for row in rows for line in _row_lines(row)]
        tables += _table(rows)
    lines += _flowing(free)
    # A line without a letter or digit is a stain or the rest of a ruling line.
    lines = [line for line in lines if any(char.isalnum() for word in line for char in word.text)]
    text = "\n".join(_told(line) for line in lines)
    sureness = tuple(word.sure for line in lines for word in line)
    return Laid(text, sureness, tuple(tables), tuple(_piece(line).box for line in lines))


def _shared_out(
    words: Sequence[Word], grids: Sequence[Grid]
) -> tuple[list[_Piece], dict[Grid, dict[int, list[_Piece]]]]:
    """Return the pieces of lines outside tables, and those inside by grid and cell."""
    lines: dict[tuple[int, tuple[int, int, int]], Line] = {}
    homes: dict[tuple[int, int], list[_Piece]] = {}
    for word in words:
        lines.setdefault((_home(word, grids), word.line), []).append(word)
    free: list[_Piece] = []
    inside: dict[Grid, dict[int, list[_Piece]]] = {grid: {} for grid in grids}
    for (table, _), line in lines.items():
        if table < 0:
            free.append(_piece(line))
            continue
        by_cell: dict[int, Line] = {}
        for word in line:
            cell = grids[table].cell_at(*_centre(word))
            if cell is not None:
                by_cell.setdefault(cell, []).append(word)
        for cell, part in by_cell.items():
            homes.setdefault((table, cell), []).append(_piece(part))
    for (table, cell), pieces in homes.items():
        inside[grids[table]][cell] = pieces
    return free, inside


def _home(word: Word, grids: Sequence[Grid]) -> int:
    at = _centre(word)
    return next((index for index, grid in enumerate(grids) if grid.cell_at(*at) is not None), -1)


def _centre(word: Word) -> tuple[float, float]:
    left, top, right, bottom = word.box
    return (left + right) / 2, (top + bottom) / 2


def _piece(words: Line) -> _Piece:
    left, top, right, bottom = zip(*(word.box for word in words), strict=True)
    return _Piece(words, (min(left), min(top), max(right), max(bottom)))


# ---------------------------------------------------------------- tables


def _rows_of(grid: Grid, cells: dict[int, list[_Piece]]) -> list[list[list[Line]]]:
    """Return the rows of a table; a cell that spans several squares stands in the first of them."""
    seen: set[int] = set()
    rows = []
    for numbers in grid.cells:
        row: list[list[Line]] = []
        for number in numbers:
            row.append([] if number in seen else _side_by_side(cells.get(number, [])))
            seen.add(number)
        rows.append(row)
    return rows


def _row_lines(row: Sequence[Sequence[Line]]) -> list[Line]:
    """Return a row as lines: short cells side by side, long cells one after the other, a block on lines of its own.

    A block is as often a signature as a list; its post, name and number are looked for at the start of a line.
    """
    lines: list[Line] = []
    open_line = False
    for cell in row:
        if not cell:
            continue
        if open_line and len(cell) < BLOCK:
            lines[-1] = lines[-1] + cell[0]
            lines.extend(cell[1:])
        else:
            lines.extend(cell)
        open_line = len(cell) == 1
    return lines


def _table(rows: list[list[list[Line]]]) -> list[Table]:
    texts = tuple(tuple(" ".join(map(_told, cell)) for cell in row) for row in rows)
    filled = tuple(row for row in texts if any(row))
    return [Table(filled)] if len(filled) >= 2 else []


def _told(line: Line) -> str:
    return " ".join(word.text for word in line)


# ---------------------------------------------------------------- text


def _flowing(pieces: list[_Piece]) -> list[Line]:
    """Return pieces of lines as lines from top to bottom; columns of running text one after the other."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _side_by_side(pieces)
    crossing = [piece for piece in pieces if piece.box[0] < gutter < piece.box[2]]
    lines: list[Line] = []
    for piece in sorted(crossing, key=lambda piece: piece.middle):
        lines += _in_columns([each for each in pieces if each.middle < piece.middle and each not in crossing], gutter)
        pieces = [each for each in pieces if each.middle >= piece.middle and each is not piece]
        lines.append(piece.words)
    return lines + _in_columns([each for each in pieces if each not in crossing], gutter)


def _in_columns(pieces: list[_Piece], gutter: float) -> list[Line]:
    left = [piece for piece in pieces if piece.box[2] <= gutter]
    right = [piece for piece in pieces if piece.box[2] > gutter]
    if min(len(left), len(right)) < COLUMN_LINES:
        return _side_by_side(pieces)
    return _side_by_side(left) + _side_by_side(right)


def _gutter(pieces: list[_Piece]) -> float | None:
    """Return where the page parts into two columns of running text, None when it does not.

    Labels with their values beside them are no columns: one side of them is narrow.
    """
    if len(pieces) < 2 * COLUMN_LINES:
        return None
    start, end = min(piece.box[0] for piece in pieces), max(piece.box[2] for piece in pieces)
    enough = COLUMN_WIDTH * (end - start)
    wide = [piece for piece in pieces if piece.wide >= enough]
    rights = sorted(piece.box[0] for piece in wide if piece.box[0] > start + enough)
    if len(rights) < COLUMN_LINES:
        return None
    edge = rights[len(rights) // 2]
    lefts = [piece for piece in wide if piece.box[2] < edge]
    crossing = sum(piece.box[0] < edge - 5 < piece.box[2] for piece in pieces)
    if len(lefts) < COLUMN_LINES or crossing > len(rights) // 2:
        return None
    return min(rights[len(rights) // 10], edge) - 5.0


def _side_by_side(pieces: Iterable[_Piece]) -> list[Line]:
    """Return pieces as lines from top to bottom, pieces at one height joined from left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        home = next((row for row in reversed(rows[-3:]) if _beside(row, piece)), None)
        if home is None:
            rows.append([piece])
        else:
            home.append(piece)
    return [sorted((word for piece in row for word in piece.words), key=lambda word: word.box[0]) for row in rows]


def _beside(row: list[_Piece], piece: _Piece) -> bool:
    """Say whether a piece stands on the line of others, and not over or under one of them."""
    close = all(abs(other.middle - piece.middle) < 0.5 * max(1, min(other.tall, piece.tall)) for other in row[-1:])
    return close and all(_shared_width(other, piece) < piece.tall for other in row)


def _shared_width(one: _Piece, other: _Piece) -> int:
    return min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
