"""The lines of a paper, each with its page and its folded words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_check.model.files import Page, Place
from evidence_check.words.fold import fold, holds, quote


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds at least one word: page number, position among all lines, text and folded text."""

    page: int
    number: int
    text: str
    folded: str


def lines_of(pages: Iterable[Page]) -> tuple[Line, ...]:
    """Return every line with words in it, in reading order."""
    found: list[Line] = []
    for page in pages:
        for text in page.text.splitlines():
            folded = fold(text)
            if folded:
                found.append(Line(page.number, len(found), text.strip(), folded))
    return tuple(found)


def place_of(file: str, lines: Iterable[Line]) -> Place:
    """Return the place of some lines of one page, quoted as they stand there."""
    kept = list(lines)
    page = kept[0].page if kept else 1
    return Place(file, page, quote(" ".join(line.text for line in kept if line.page == page)))


def place_of_line(file: str, line: Line, pages: Iterable[Page]) -> Place | None:
    """Return the place of a line or a cell: as many of its first words as its page's text has in a row."""
    text = " ".join(next((page.text for page in pages if page.number == line.page), "").split())
    words = quote(line.text).split()
    for count in range(len(words), 0, -1):
        if holds(text, shown := " ".join(words[:count])):
            return Place(file, line.page, shown)
    return None
