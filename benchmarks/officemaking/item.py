"""One logical paper of an office, with what is true about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from papermaking import blocks as b
from papermaking.office import Office, Person
from papermaking.scene import Made
from papermaking.sheet import Sheet


@dataclass(frozen=True)
class Item:
    """A made paper: the year it serves, its day, what is wrong with it, the requirement it was made for."""

    made: Made
    year: int
    date: str
    defect: str = ""
    asked: str = ""

    @property
    def person(self) -> str:
        """The NIP of the one rated, empty when nobody is."""
        return next((nip for role, _, nip in self.made.truth.people if role == "rated"), "")

    @property
    def held_out(self) -> bool:
        """Whether the layout is one that rules must not be tuned on."""
        return self.made.layout.endswith("held-out")


def strings(thing: object) -> Iterator[str]:
    """Yield every text of a paper or of its sheets, offices and people by what is printed of them."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Office):
        yield from (thing.name, thing.region)
    elif isinstance(thing, Person):
        yield thing.name
    elif isinstance(thing, (tuple, list)):
        for each in thing:
            yield from strings(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))


def fold(text: str) -> str:
    """Return lower-case words parted by single blanks."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def text_of(made: Made) -> str:
    """Return everything a paper says, folded, with a bar between its parts."""
    return " | ".join(fold(part) for part in strings(made.paper))


def reworded(thing: Any, change: Callable[[str], str]) -> Any:
    """Return a paper, its blocks or sheets with every text changed; offices and people stay."""
    if isinstance(thing, str):
        return change(thing)
    if isinstance(thing, (Office, Person)):
        return thing
    if isinstance(thing, tuple):
        return tuple(reworded(each, change) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        kept = {"align", "font", "size", "stamp", "mark", "widths", "merge"}
        kept |= {"title", "author"} if isinstance(thing, b.Paper) else {"name"} if isinstance(thing, Sheet) else set()
        held = {field.name: getattr(thing, field.name) for field in fields(thing)}
        return replace(thing, **{k: v if k in kept else reworded(v, change) for k, v in held.items()})
    return thing


def blocks_of(made: Made, change: Callable[[b.Block], b.Block | None]) -> Made:
    """Return a printed paper with each block changed, or left out where the change gives none."""
    if not isinstance(made.paper, b.Paper):
        return made
    found = tuple(new for new in map(change, made.paper.blocks) if new is not None)
    return replace(made, paper=replace(made.paper, blocks=found))
