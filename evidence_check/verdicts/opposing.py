"""Decisions on one requirement that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from evidence_check.model.files import Finding, Level, params
from evidence_check.model.reviews import GIVING, Answer, Decision, Review, Standing
from evidence_check.verdicts.located import Case


def opposing(cases: Sequence[Case]) -> tuple[Finding, ...]:
    """Return a doubt for each two decisions that say the opposite, with where both are written."""
    holding = [each for each in cases if each.standing is Standing.HOLDS]
    return tuple(_told(one.review, other.review) for one, other in combinations(holding, 2) if _oppose(one, other))


def _oppose(one: Case, other: Case) -> bool:
    first, second = one.review, other.review
    decisions = {first.decision, second.decision}
    if Decision.WAIVE in decisions:
        return any(_says_asked(each) for each in (first, second))
    if decisions == {Decision.ANSWER}:
        return first.answer is not second.answer
    if Decision.REJECT in decisions and decisions & set(GIVING):
        return first.sha256 == second.sha256 and not _apart(one, other)
    return False


def _says_asked(review: Review) -> bool:
    """Say whether somebody took it for granted that the office is asked this; who rejects a paper need not."""
    return review.decision in GIVING or review.answer is Answer.READY or review.answer is Answer.NOT_READY


def _apart(one: Case, other: Case) -> bool:
    """Say whether two decisions on one file speak of different papers or pictures in it."""
    papers = {id(each) for each in one.papers} & {id(each) for each in other.papers}
    if not papers:
        return True
    first, second = one.review, other.review
    if None in (first.picture, second.picture):
        return False
    return (first.page, first.picture) != (second.page, second.picture)


def _told(one: Review, other: Review) -> Finding:
    first, second = sorted((one, other), key=lambda each: (each.source, each.line, each.date, each.by, each.decision))
    told = dict(_parts(first, "")) | dict(_parts(second, "other_"))
    return Finding("EC412", Level.DOUBT, params(**told))


def _parts(review: Review, prefix: str) -> Iterator[tuple[str, str]]:
    yield f"{prefix}by", review.by
    yield f"{prefix}decision", review.decision.value
    yield f"{prefix}source", review.source
    yield f"{prefix}line", str(review.line)
