"""Pictures counted: the same one twice is one, and one that serves two requirements is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from evidence_check.model.asked import Method, Requirement
from evidence_check.model.files import Finding, Level, ReadAs, params
from evidence_check.model.outcome import Match, Verdict
from evidence_check.words.fold import fold

Words = Mapping[str, int]
PICTURED = (Method.PHOTO, Method.SCREENSHOT)
REPEATED = "EC331"
SHOWN = 30
"""How many pictures are listed for one requirement."""

# A word of so many letters, read so surely (0..100), is on the picture; it is another when no word is so much like it.
_LETTERS = 4
_SURE = 85
_ALIKE = 70.0


def same_picture(one: Match, other: Match) -> bool:
    """Say whether two matches are the same picture: the same bytes, or the same look and not other words on it."""
    if one.picture is None or other.picture is None:
        return False
    here, there = one.evidence.document.file, other.evidence.document.file
    at = (one.picture.page, one.picture.number) == (other.picture.page, other.picture.number)
    if here.sha256 == there.sha256 and at:
        return True
    return one.picture.same_as(other.picture) and not _say_otherwise(_words_on(one), _words_on(other))


def counted(requirement: Requirement, distinct: Sequence[Match], repeated: Sequence[Match]) -> Finding | None:
    """Return how many different pictures there are of how many, None where one picture is all there is and is asked."""
    found, needed = len(distinct), requirement.count
    copies = sum(any(finding.code == REPEATED for finding in match.failed) for match in repeated)
    if requirement.method not in PICTURED or not found or (found == needed == 1 and not copies):
        return None
    level = Level.DOUBT if found < needed else Level.NOTE
    return Finding("EC333", level, params(found=found, needed=needed, copies=copies))


def with_shared(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts, each told which of its pictures serve other requirements too."""
    used = [(verdict.requirement.id, match) for verdict in verdicts for match in _pictures(verdict)]
    return tuple(_told(verdict, used) for verdict in verdicts)


def _told(verdict: Verdict, used: Sequence[tuple[str, Match]]) -> Verdict:
    mine = verdict.requirement.id
    found = []
    for match in _pictures(verdict):
        others = dict.fromkeys(asked for asked, other in used if asked != mine and same_picture(match, other))
        if others:
            found.append(Finding("EC332", Level.NOTE, params(requirements=", ".join(others)), match.place))
    return replace(verdict, findings=(*verdict.findings, *found)) if found else verdict


def _pictures(verdict: Verdict) -> list[Match]:
    if verdict.requirement.method not in PICTURED:
        return []
    return [match for match in (*verdict.matches, *verdict.near_misses) if match.picture]


def _words_on(match: Match) -> Words:
    """Return the words read on a picture with how surely; those of a page with several pictures belong to none."""
    picture = match.picture
    if picture is None or picture.caption or picture.number > 1:
        return {}
    pages = match.evidence.document.pages
    page = next((page for page in pages if page.number == picture.page and page.read_as is ReadAs.OCR), None)
    if page is None:
        return {}
    words = page.text.split()
    sureness = page.sureness if len(page.sureness) == len(words) else (100,) * len(words)
    return {
        word: sure
        for read, sure in zip(words, sureness, strict=True)
        for word in fold(read).split()
        if len(word) >= _LETTERS and word.isalpha()
    }


def _say_otherwise(here: Words, there: Words) -> bool:
    """Say whether each has a word that the other has not: what is lost in a copy is lost on one side only."""
    return _has_its_own(here, there) and _has_its_own(there, here)


def _has_its_own(words: Words, others: Words) -> bool:
    return any(
        sure >= _SURE and max((ratio(word, other) for other in others), default=0.0) < _ALIKE
        for word, sure in words.items()
    )
