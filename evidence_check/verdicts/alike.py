"""Papers that are nearly the same: last year's report with the date changed, one sample copied for another.

Dates, years and the names of periods are taken out; what is left, numbers included, is compared in runs of words.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from evidence_check.model.asked import DocumentType, Requirement
from evidence_check.model.outcome import Match
from evidence_check.words.fold import fold

RUN = 4
FEWEST_RUNS = 40
# Of two genuine reports on different periods some numbers always differ; copies differ in a word or two.
ALIKE = 0.95
SKETCH = 24
SHARED = 12
_DATES = re.compile(
    r"\b(?:(?:\d{1,2} )?(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|nopember|desember)(?: \d{4})?|(?:semester|triwulan|tw|caturwulan) (?:[ivx]{1,4}|\d)|(?:19|20)\d\d"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b"
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The runs of words of a paper without its dates, and the smallest of their hashes."""

    runs: frozenset[int]
    sketch: tuple[int, ...]
    dates: tuple[str, ...]


def copies_among(
    matches: Sequence[Match], requirement: Requirement, catalogue: Mapping[str, DocumentType]
) -> dict[int, Match]:
    """Return which matches (by index) are nearly the same as another, and which other; of two the later is the copy."""
    told = [index for index, match in enumerate(matches) if _can_be_a_copy(match, requirement, catalogue)]
    if len(told) < 2:
        return {}
    shapes = {index: _shape(matches[index]) for index in told}
    copies: dict[int, Match] = {}
    for one, other in _candidates(shapes):
        copy, first = (other, one) if _later(matches[other], matches[one]) else (one, other)
        if copy not in copies and _alike(shapes[one], shapes[other]):
            copies[copy] = matches[first]
    return copies


def _can_be_a_copy(match: Match, requirement: Requirement, catalogue: Mapping[str, DocumentType]) -> bool:
    """Say whether papers of this type report on something new each time; a decree may well be issued anew unchanged."""
    kind = catalogue.get(match.type)
    return bool(requirement.distinct_by) or (kind is not None and kind.dated_by == "period")


def _shape(match: Match) -> _Shape:
    text = fold(" ".join(page.text for page in match.evidence.document.pages))
    found = list(_DATES.finditer(text))
    starts = (0, *(each.end() for each in found))
    ends = (*(each.start() for each in found), len(text))
    words = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True)).split()
    runs = frozenset(_runs(words))
    return _Shape(runs, tuple(sorted(runs)[:SKETCH]), tuple(each.group() for each in found))


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Yield the hash of every run of words."""
    joined = " ".join(words).encode()
    ends = list(accumulate(len(word) + 1 for word in words))
    starts = (0, *ends)
    for start, end in zip(starts, ends[RUN - 1 :], strict=False):
        yield zlib.crc32(joined[start : end - 1])


def _candidates(shapes: Mapping[int, _Shape]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose sketches have much in common, so that not every paper is compared with every other.

    Papers of the same dates are no copies of each other and are not paired.
    """
    having: dict[int, dict[tuple[str, ...], list[int]]] = {}
    for index in sorted(shapes):
        for each in _sketch(shapes[index]):
            having.setdefault(each, {}).setdefault(shapes[index].dates, []).append(index)
    for one in sorted(shapes):
        shared = Counter(
            other
            for each in _sketch(shapes[one])
            for dates, sharers in having[each].items()
            if dates != shapes[one].dates
            for other in sharers[bisect_right(sharers, one) :]
        )
        yield from ((one, other) for other in sorted(shared) if shared[other] >= SHARED)


def _sketch(shape: _Shape) -> tuple[int, ...]:
    return shape.sketch if len(shape.runs) >= FEWEST_RUNS else ()


def _alike(one: _Shape, other: _Shape) -> bool:
    fewer, more = sorted((len(one.runs), len(other.runs)))
    if one.dates == other.dates or fewer < ALIKE * more:
        return False
    both = len(one.runs & other.runs)
    return both >= ALIKE * (len(one.runs) + len(other.runs) - both)


def _later(one: Match, other: Match) -> bool:
    """Say whether the first is the copy: the paper of the later year, else the one further down the list."""
    return _year(one) >= _year(other)


def _year(match: Match) -> str:
    facts = match.evidence.facts
    said = facts.period or facts.year or facts.date
    return said.value if said else ""
