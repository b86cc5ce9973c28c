"""What an annex says, kept apart from how it is printed: as a grid, as prose, as small forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .. import blocks as b
from ..office import Person
from ..scene import Scene
from .parts import Listed, entry, some


@dataclass(frozen=True)
class Table:
    """What an annex says, before it is a table or prose: a title, headings, rows, and the people in it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    people: Listed = ()


def grid(table: Table, numbers: bool = False, size: float = 9.5) -> tuple[b.Block, ...]:
    """Return a table as a ruled grid, with a row of column numbers when wanted."""
    rows = tuple((f"{at}.", *row) for at, row in enumerate(table.rows, 1))
    head: tuple[tuple[str, ...], ...] = (("NO", *(text.upper() for text in table.head)),)
    if numbers:
        head = (*head, tuple(f"({at})" for at in range(1, len(table.head) + 2)))
    return (b.Title((table.title.upper(),), 11), b.Grid((*head, *rows), (1, *table.widths), len(head), size))


def prose(table: Table) -> tuple[b.Block, ...]:
    """Return a table as numbered sentences."""
    lines = []
    for at, row in enumerate(table.rows, 1):
        first, *rest = (cell.replace("\n", ", ") for cell in row)
        lines.append(b.Text(f"{at}. {first}: {'; '.join(rest)}.", indent=4))
    return (b.Text(table.title, "l", True), *lines)


def entries(table: Table) -> tuple[b.Block, ...]:
    """Return a table as small forms, one a row, each with its labels."""
    found: list[b.Block] = [b.Title((table.title,), 11.5)]
    for at, row in enumerate(table.rows, 1):
        pairs = zip(table.head, (cell.replace("\n", ", ") for cell in row), strict=True)
        found += [b.Text(f"{chr(64 + at) if at < 27 else at}.", "l", True), b.Fields(tuple(pairs), 10.5)]
    return tuple(found)


SPREADS: dict[str, Callable[[Table], tuple[b.Block, ...]]] = {
    "grid": grid,
    "numbered": lambda table: grid(table, numbers=True, size=9),
    "prose": prose,
    "entries": entries,
}


def members(
    scene: Scene, title: str, roles: tuple[str, ...], head: tuple[str, ...], order: str = "npr", role: str = "member"
) -> Table:
    """Return the table of a team; `order` tells the columns: n name and NIP, s name alone, p post, r role, i NIP."""
    people = (scene.office.head, *some(scene, len(roles) - 1))[: len(roles)]
    cells: dict[str, Callable[[Person, str], str]] = {
        "n": lambda who, part: f"{who.name}\nNIP. {who.spaced}",
        "s": lambda who, part: who.name,
        "i": lambda who, part: who.spaced,
        "p": lambda who, part: who.post,
        "r": lambda who, part: part,
        "g": lambda who, part: f"{who.rank} ({who.grade})",
    }
    rows = tuple(tuple(cells[key](who, part) for key in order) for who, part in zip(people, roles, strict=False))
    shares = {"n": 6, "s": 5, "i": 5, "p": 5, "r": 5, "g": 4}
    return Table(title, head, rows, tuple(shares[key] for key in order), tuple(entry(role, who) for who in people))
