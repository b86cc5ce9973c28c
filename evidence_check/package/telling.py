"""What the cover sheets and the index of a package say, before it is set on paper or on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Verdict
from evidence_check.package.plan import Item, Shelf


@dataclass(frozen=True, slots=True)
class About:
    """What a package is about, as shown; `date` is ISO."""

    office: str
    region: str
    checklist: str
    year: int
    date: str

    def whose(self, words: Catalog) -> str:
        """Return the office and its region."""
        return ", ".join(filter(None, (self.office or words.ui("unnamed_office"), self.region)))


@dataclass(frozen=True, slots=True)
class Paper:
    """One copy in a folder, in words: its name there, where it comes from, and whether a person has to look."""

    name: str
    member: str
    origin: str
    sure: bool


def heading(shelf: Shelf, words: Catalog) -> str:
    """Return the number and name of an indicator."""
    name = shelf.indicator.name if shelf.indicator.name != shelf.indicator.id else ""
    return f"{shelf.indicator.id} {words.shown(name)}".strip()


def answers(shelf: Shelf, verdict: Verdict, words: Catalog) -> Iterator[Paper]:
    """Yield the papers of a folder that answer one requirement."""
    for item in shelf.items:
        for serving in item.serves:
            if serving.requirement == verdict.requirement.id:
                yield Paper(item.member.rsplit("/", 1)[-1], item.member, origin(item, words), serving.sure)


def origin(item: Item, words: Catalog) -> str:
    """Return which file, and which of its pages, a copy was made from."""
    key = "page" if item.first == item.last else "pages"
    pages = words.ui(key, page=item.first, first=item.first, last=item.last)
    paged = item.file.kind == "pdf" and (item.cut or item.last > 1)
    shown = words.shown(item.file.path)
    if not paged:
        return words.ui("pack_from", file=shown)
    return words.ui("pack_cut_from" if item.cut else "pack_pages_of", file=shown, pages=pages)


def papers_in(shelves: Iterable[Shelf]) -> int:
    """Return how many copies the folders hold."""
    return sum(len(shelf.items) for shelf in shelves)
