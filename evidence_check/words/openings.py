"""Which headings open a line or a cell of a paper, and which only stand in a bare list of headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from evidence_check.model.files import Page, ReadAs, Table
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
# A dash or dots where something should be said.
_MARK = re.compile(r"[-–—…]|[._]{3}")
_LETTER = re.compile(r"[^\W_]")
_LAST_MARKS = re.compile(r"(?<=[:|\s])(?:[-–—]{1,3}|[.…_]{3,}+|…++)$")
_NUMBERED = re.compile(r"^\W{0,3}(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)\s|]")
# Words that only complete the name of a heading and say nothing under it.
_COMPLETING = frozenset(
    ("dan", "atau", "serta", "pelayanan", "layanan", "pelaksana", "fasilitas", "saran", "masukan", "keselamatan")
)



class Says(IntEnum):
    """What stands under a heading: nothing though there is room for it, nobody can tell, or something."""

    NOTHING = 0
    UNCLEAR = 1
    SOMETHING = 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A heading where it stands, and whether something is said under it."""

    heading: str
    line: Line
    says: Says


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as a line of its own, and what the rest of its row says."""

    line: Line
    says: Says = Says.SOMETHING


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each of the wanted headings stands at its best: with content, only by its name, or with an empty place."""

    opened: tuple[Opened, ...] = ()

    @property
    def found(self) -> frozenset[str]:
        """The headings that are there, in a bare list at least; one with nothing in its place is not there."""
        return frozenset(each.heading for each in self.opened if each.says is not Says.NOTHING)

    @property
    def bare(self) -> frozenset[str]:
        """The headings under which nobody can tell that something is said."""
        return frozenset(each.heading for each in self.opened if each.says is Says.UNCLEAR)

    @property
    def empty(self) -> frozenset[str]:
        """The headings with a dash, dots or nothing in their place."""
        return frozenset(each.heading for each in self.opened if each.says is Says.NOTHING)

    def at(self, heading: str) -> Line | None:
        """Return where a heading stands."""
        return next((each.line for each in self.opened if each.heading == heading), None)


def headings_in(pages: Iterable[Page], wanted: Sequence[str]) -> Headings:
    """Return which patterns open a line or a cell of some pages; rows of a table of contents do not count."""
    kept = tuple(pages)
    openers = Openers(pattern(source) for source in wanted)
    cells = [cell for page in kept for table in page.tables for cell in _cells(page.number, table, openers)]
    noisy = any(page.read_as is ReadAs.OCR for page in kept)
    return headings_among(lines_of(kept), cells, wanted, noisy, hollow_in(kept))


def headings_among(
    lines: Sequence[Line],
    cells: Iterable[Cell],
    wanted: Sequence[str],
    noisy: bool,
    hollow: Collection[int] = frozenset(),
) -> Headings:
    """Return which patterns open one of the lines or cells; `noisy` words are mended to those of the patterns.

    `hollow` are the numbers of lines below which a line of nothing but a dash or dots stands.
    """
    patterns = [pattern(source) for source in wanted]
    known = _COMPLETING.union(*(each.vocabulary for each in patterns))
    vocabulary = Vocabulary(known) if noisy else None
    kept = [line for line in lines if not _CONTENTS_ROW.search(line.text) or _ends_in_marks(line.text)]
    seen = (*_in_lines(kept, patterns, vocabulary, hollow), *_in_cells(kept, cells, Openers(patterns), vocabulary))
    best: dict[str, Opened] = {}
    for each in seen:
        if each.heading not in best or each.says > best[each.heading].says:
            best[each.heading] = each
    empty = {each.heading for each in seen if each.says is Says.NOTHING}
    return Headings(tuple(_settled(best[source], source in empty) for source in wanted if source in best))


def _settled(best: Opened, also_empty: bool) -> Opened:
    """Where one place of a heading is surely empty, another that only names it does not help."""
    return Opened(best.heading, best.line, Says.NOTHING) if also_empty and best.says is Says.UNCLEAR else best


def _is_marks(text: str) -> bool:
    """Say whether a text is nothing but a dash or dots."""
    return _LETTER.search(text) is None and _MARK.search(text) is not None


def _ends_in_marks(text: str) -> bool:
    """Say whether a line ends in a dash or dots that stand by themselves."""
    return _LAST_MARKS.search(text.rstrip()) is not None


def hollow_in(pages: Iterable[Page]) -> frozenset[int]:
    """Return the numbers of the lines below which a line of nothing but a dash or dots stands."""
    found: set[int] = set()
    number = -1
    for page in pages:
        for text in page.text.splitlines():
            if fold(text):
                number += 1
            elif _is_marks(text):
                found.add(number)
    return frozenset(found)


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


def _in_lines(
    lines: Sequence[Line], patterns: Sequence[Pattern], vocabulary: Vocabulary | None, hollow: Collection[int]
) -> Iterator[Opened]:
    opened = [opening_of(line.folded, vocabulary) for line in lines]
    joined = [f"{text} {below}" for text, below in zip(opened, (*opened, "")[1:], strict=True)]
    openers = Openers(patterns)
    heads = [openers.of(text) for text in joined]
    listed = _bare_lines([_says(line.text) for line in lines], opened, patterns)
    for index, line in enumerate(lines):
        follows = index + 1 == len(lines) or bool(heads[index + 1])
        ends = follows or bool(_NUMBERED.search(lines[index + 1].text))
        for head in heads[index]:
            says = Says.UNCLEAR if index in listed else Says.SOMETHING
            if ends and (_ends_in_marks(line.text) or line.number in hollow):
                says = Says.NOTHING
            elif follows and not _adds(opened[index], head):
                says = Says.UNCLEAR
            yield Opened(head.source, line, says)


def _adds(opened: str, head: Pattern) -> bool:
    """Say whether a line says more than the name of its heading."""
    return any(word not in head.vocabulary and word not in _COMPLETING for word in opened.split())


def _in_cells(
    lines: Sequence[Line], cells: Iterable[Cell], openers: Openers, vocabulary: Vocabulary | None
) -> Iterator[Opened]:
    for line in lines:
        parts = _CELL.split(line.text)
        for at, part in enumerate(parts[1:], start=2):
            folded = fold(part)
            beside = parts[at:]
            blank = bool(beside) and all(_is_marks(each) for each in beside)
            for head in openers.of(opening_of(folded, vocabulary)):
                yield Opened(head.source, line, Says.NOTHING if blank else Says.SOMETHING)
    for cell in cells:
        for head in openers.of(opening_of(cell.line.folded, vocabulary)):
            yield Opened(head.source, cell.line, cell.says)


class Openers:
    """Patterns found by the first word they may begin with."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._by_word: dict[str, list[Pattern]] = {}
        for each in patterns:
            for word in each.source.split()[0].split("|"):
                self._by_word.setdefault(word, []).append(each)

    def of(self, text: str) -> list[Pattern]:
        """Return the patterns a folded text begins with."""
        return [each for each in self._by_word.get(text.partition(" ")[0], ()) if each.opens(text)]


def _cells(page: int, table: Table, openers: Openers) -> Iterator[Cell]:
    """Yield the first cells of each row with what their row says beside them."""
    for index, row in enumerate(table.rows):
        below = table.rows[index + 1] if index + 1 < len(table.rows) else ()
        followed = any(openers.of(opening_of(fold(cell))) for cell in below[:3])
        last = not below
        for at, cell in enumerate(row[:3]):
            if folded := fold(cell):
                yield Cell(Line(page, -1, cell, folded), _row_says(cell, row[at + 1 :], followed, last))


def _row_says(cell: str, beside: Sequence[str], followed: bool, last: bool) -> Says:
    """Return what a row says beside its heading; an empty cell tells only where the next heading follows at once."""
    said = [each.strip() for each in beside if each.strip()]
    if any(not _is_marks(each) for each in said) or len(fold(cell).split()) > BARE_LIST + BARE_WORDS:
        return Says.SOMETHING
    if said or (beside and followed):
        return Says.NOTHING
    return Says.UNCLEAR if followed or (beside and last) else Says.SOMETHING


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
