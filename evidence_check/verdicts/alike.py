"""Papers that are nearly the same: last year's report with the date changed, one sample copied for another.

Dates, years and the names of periods are taken out; what is left, numbers included, is compared in runs of words.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
        if _alike(shapes[one], shapes[other]):
            copy, first = (other, one) if _later(matches[other], matches[one]) else (one, other)
            copies.setdefault(copy, matches[first])
    return copies


def _can_be_a_copy(match: Match, requirement: Requirement, catalogue: Mapping[str, DocumentType]) -> bool:
    """Say whether papers of this type report on something new each time; a decree may well be issued anew unchanged."""
    kind = catalogue.get(match.type)
    return bool(requirement.distinct_by) or (kind is not None and kind.dated_by == "period")


def _shape(match: Match) -> _Shape:
    text = fold(" ".join(page.text for page in match.evidence.document.pages))
    words = _DATES.sub(" ", text).split()
    runs = frozenset(zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return _Shape(runs, tuple(sorted(runs)[:SKETCH]), tuple(_DATES.findall(text)))


def _candidates(shapes: Mapping[int, _Shape]) -> list[tuple[int, int]]:
    """Return the pairs whose sketches have much in common, so that not every paper is compared with every other."""
    having: dict[int, list[int]] = {}
    for index, shape in shapes.items():
        for each in shape.sketch if len(shape.runs) >= FEWEST_RUNS else ():
            having.setdefault(each, []).append(index)
    shared = Counter(
        (one, other) for sharers in having.values() if len(sharers) <= len(shapes) for at, one in enumerate(sharers)
        for other in sharers[at + 1 :]
    )
    return sorted(pair for pair, count in shared.items() if count >= SHARED)


def _alike(one: _Shape, other: _Shape) -> bool:
    both = len(one.runs & other.runs)
    return both >= ALIKE * len(one.runs | other.runs) and one.dates != other.dates


def _later(one: Match, other: Match) -> bool:
    """Say whether the first is the copy: the paper of the later year, else the one further down the list."""
    return _year(one) >= _year(other)


def _year(match: Match) -> str:
    facts = match.evidence.facts
    said = facts.period or facts.year or facts.date
    return said.value if said else ""
