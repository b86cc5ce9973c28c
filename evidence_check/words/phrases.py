"""Patterns over folded words: how the catalogue names a title.

`laporan ... survei|survey kepuasan masyarakat`: blanks part words, `|` parts alternatives for one
word, `...` stands for up to twelve words. A pattern matches whole words; where the text layer lost
its blanks (`ANALISISBEBANKERJA`) it is tried on the letters alone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz.distance import Levenshtein

from evidence_check.words.lines import Line

GAP_WORDS = 12
GAP_LETTERS = 40
SQUEEZED_LETTERS = 14
# Indonesian words are shorter: one as long as this has lost its blanks.
GLUED_LETTERS = 17
MENDED_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found: its first and last line, the words, and whether they open their first line."""

    first: int
    last: int
    start: int
    opens_line: bool
    words: str = ""


class Pattern:
    """A compiled title pattern; `words` counts its words, gaps aside."""

    def __init__(self, source: str) -> None:
        self.source = source
        slots = source.split()
        self.words = sum(slot != "..." for slot in slots)
        self._slots = tuple(frozenset(slot.split("|")) for slot in slots if slot != "...")
        self.vocabulary = frozenset().union(*self._slots)
        spaced = _regex(slots, " ", rf"(?: \S++){{0,{GAP_WORDS}}}?")
        self._spaced = re.compile(spaced)
        self._opening = re.compile("^" + spaced, re.MULTILINE)
        letters = sum(min(map(len, slot.split("|"))) for slot in slots if slot != "...")
        self._squeezed = (
            re.compile(_regex(slots, "", rf"\S{{0,{GAP_LETTERS}}}?")) if letters >= SQUEEZED_LETTERS else None
        )

    def find(self, text: Joined) -> Hit | None:
        """Return the first place of the pattern in the joined lines, None when it is not there."""
        match = self._spaced.search(text.spaced) if self._may_stand_among(text.words) else None
        if match:
            return replace(text.hit(match.start(), match.end(), text.starts), words=match.group())
        match = self._squeezed.search(text.squeezed) if self._squeezed and self._may_be_glued(text) else None
        return replace(text.hit(match.start(), match.end(), text.squeezed_starts), words=self.plain) if match else None

    def _may_stand_among(self, words: frozenset[str]) -> bool:
        return not any(slot.isdisjoint(words) for slot in self._slots)

    def _may_be_glued(self, text: Joined) -> bool:
        return text.is_glued and all(any(word in text.squeezed for word in slot) for slot in self._slots)

    @property
    def plain(self) -> str:
        """The pattern as words to show: the first of each alternatives, gaps left out."""
        return " ".join(slot.split("|")[0] for slot in self.source.split() if slot != "...")

    def opens(self, openings: str) -> bool:
        """Say whether one of the lines of a folded text begins with the pattern."""
        return self._opening.search(openings) is not None


def _regex(slots: Sequence[str], blank: str, gap: str) -> str:
    edge_left, edge_right = (r"(?<!\S)", r"(?!\S)") if blank else ("", "")
    parts: list[str] = []
    for index, slot in enumerate(slots):
        if slot == "...":
            parts.append(gap)
            continue
        parts.append((blank if index else "") + "(?:" + "|".join(map(re.escape, slot.split("|"))) + ")")
    return edge_left + "".join(parts) + edge_right


@lru_cache(maxsize=4096)
def pattern(source: str) -> Pattern:
    """Return the compiled pattern, the same object for the same source."""
    return Pattern(source)


class Joined:
    """Lines joined to one folded text that still knows where each line began."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary | None = None) -> None:
        self.lines = tuple(lines)
        self._folded = [vocabulary.mend(line.folded) if vocabulary else line.folded for line in self.lines]
        self.spaced = " ".join(self._folded)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(self.spaced.split())

    @cached_property
    def is_glued(self) -> bool:
        """Whether a text layer seems to have lost blanks."""
        return any(len(word) >= GLUED_LETTERS for word in self.words)

    @cached_property
    def squeezed(self) -> str:
        """The text without its blanks."""
        return self.spaced.replace(" ", "")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins in the spaced text."""
        return _starts(len(text) + 1 for text in self._folded)

    @cached_property
    def squeezed_starts(self) -> list[int]:
        """Where each line begins in the squeezed text."""
        return _starts(len(text) - text.count(" ") for text in self._folded)

    @cached_property
    def _between_blanks(self) -> str:
        return f" {self.spaced} "

    def phrase(self, phrase: str) -> Hit | None:
        """Return where a plain phrase of folded words first stands, also across a line break."""
        if not self.lines:
            return None
        start = self._between_blanks.find(f" {phrase} ")
        return self.hit(start, start + len(phrase), self.starts) if start >= 0 else None

    def hit(self, start: int, end: int, starts: Sequence[int]) -> Hit:
        """Return the lines a stretch of the joined text covers."""
        first = bisect.bisect_right(starts, start) - 1
        last = bisect.bisect_right(starts, max(start, end - 1)) - 1
        return Hit(first, last, start, starts[first] == start)


def _starts(lengths: Iterable[int]) -> list[int]:
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length)
    return starts[:-1] or [0]


class Vocabulary:
    """The words of a catalogue, to which the noise of a scan can be mended."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= MENDED_LETTERS)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._words):
            self._by_length.setdefault(len(word), []).append(word)
        self._known: dict[str, str] = {}

    def mend(self, folded: str) -> str:
        """Return the folded words, each unknown one replaced by the single near word of the vocabulary."""
        return " ".join(self._mended(word) for word in folded.split())

    def _mended(self, word: str) -> str:
        if len(word) < MENDED_LETTERS or word in self._words:
            return word
        if word not in self._known:
            self._known[word] = self._nearest(word)
        return self._known[word]

    def _nearest(self, word: str) -> str:
        limit = 1 if len(word) < 9 else 2
        near = [
            (distance, known)
            for length in range(len(word) - limit, len(word) + limit + 1)
            for known in self._by_length.get(length, ())
            if (distance := Levenshtein.distance(word, known, score_cutoff=limit)) <= limit
        ]
        near.sort()
        clear = len(near) == 1 or (len(near) > 1 and near[0][0] < near[1][0])
        return near[0][1] if clear else word
