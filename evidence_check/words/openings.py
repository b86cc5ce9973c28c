"""Which headings open a line or a cell of a paper, and which only stand in a bare list of headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from evidence_check.model.files import Page, ReadAs
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line, lines_of
from evidence_check.words.phrases import Pattern, Vocabulary, pattern

OPENING = 80
# So many headings in a row (or all that are wanted) with hardly a word beside them only list what should come.
BARE_LIST = 5
BARE_WORDS = 3
_NUMBERING = re.compile(r"^(?:[a-z]|\d{1,2}|[ivx]{1,4}|bagian|komponen)(?: (?:\d{1,2}))? (?=\w)")
_CONTENTS_ROW = re.compile(
    r"((?<!\.)\.{3,}+|…|(?<!\. )(\. ){3,}+)\s*+(\d{1,3}|[ivx]{1,4})?\s*+$"
)
# Something is said beside a heading: after a colon, or an amount with its unit.
_AFTER_COLON = re.compile(r":\s*+\w")
_AMOUNT = re.compile(r"\d ++[A-Za-z]")
_SOME_WORD = re.compile(r"\w")
_CELL = re.compile(r"\t| {3,}|\s\|\s")


@dataclass(frozen=True, slots=True)
class Headings:
    """Which of the wanted headings were found, and which of them only in a bare list."""

    found: frozenset[str]
    bare: frozenset[str] = frozenset()


def headings_in(pages: Iterable[Page], wanted: Sequence[str]) -> Headings:
    """Return which patterns open a line or a cell of some pages; rows of a table of contents do not count."""
    kept = tuple(pages)
    cells = [cell for page in kept for table in page.tables for row in table.rows for cell in row[:3]]
    return headings_among(lines_of(kept), cells, wanted, any(page.read_as is ReadAs.OCR for page in kept))


def headings_among(lines: Sequence[Line], cells: Iterable[str], wanted: Sequence[str], noisy: bool) -> Headings:
    """Return which patterns open one of the lines or cells; `noisy` words are mended to those of the patterns."""
    patterns = [pattern(source) for source in wanted]
    vocabulary = Vocabulary(frozenset(word for each in patterns for word in each.vocabulary)) if noisy else None
    kept = [line for line in lines if not _CONTENTS_ROW.search(line.text)]
    opened = [opening_of(line.folded, vocabulary) for line in kept]
    joined = [f"{line} {below}" for line, below in zip(opened, (*opened[1:], ""), strict=False)]
    parts = [part for line in kept for part in _CELL.split(line.text)[1:]]
    in_cells = [opening_of(fold(part), vocabulary) for part in (*parts, *cells) if fold(part)]
    found_in_cells = _opened(patterns, in_cells)
    listed = _bare_lines([_says(line.text) for line in kept], opened, patterns)
    told = [text for index, text in enumerate(joined) if index not in listed]
    solid = _opened(patterns, told) | found_in_cells
    found = solid | _opened(patterns, joined)
    return Headings(frozenset(found), frozenset(found - solid))


def _says(text: str) -> bool:
    """Say whether something stands beside a heading: words after a colon, or an amount with its unit after a word."""
    if _AFTER_COLON.search(text):
        return True
    first = _SOME_WORD.search(text)
    return first is not None and _AMOUNT.search(text, first.end()) is not None


def opening_of(folded: str, vocabulary: Vocabulary | None = None) -> str:
    """Return how a folded line or cell begins, its number taken off."""
    text = _NUMBERING.sub("", folded)[:OPENING]
    return vocabulary.mend(text) if vocabulary else text


def _opened(patterns: Iterable[Pattern], texts: Iterable[str]) -> set[str]:
    joined = "\n".join(texts)
    return {each.source for each in patterns if each.opens(joined)}


def _bare_lines(says: Sequence[bool], opened: Sequence[str], patterns: Sequence[Pattern]) -> Collection[int]:
    """Return the positions of lines in a run of headings that say hardly anything else."""
    listed: set[int] = set()
    run: list[int] = []
    for index, (text, told) in enumerate(zip((*opened, ""), (*says, True), strict=True)):
        size = len(text.split())
        if not told and any(size <= each.words + BARE_WORDS and each.opens(text) for each in patterns):
            run.append(index)
            continue
        if len(run) >= max(2, min(BARE_LIST, len(patterns))):
            listed.update(run)
        run = []
    return listed
