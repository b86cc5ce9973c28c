"""The lines of a paper, each with its page and its folded words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_check.model.files import Page, Place
from evidence_check.words.fold import fold, holds, quote

LONGEST = 4000
"""No line of a paper is longer; where all breaks were lost, one is put at a blank, so that no search takes for ever."""


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
            for part in (text,) if len(text) <= LONGEST else _parts(text):
                folded = fold(part)
                if folded:
                    found.append(Line(page.number, len(found), part.strip(), folded))
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        blank = text.rfind(" ", start + 1, start + LONGEST) if len(text) - start > LONGEST else -1
        end = blank if blank > 0 else start + LONGEST
        yield text[start:end]
        start = end


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
