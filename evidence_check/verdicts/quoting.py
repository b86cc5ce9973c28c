"""The last check of a green verdict: the quote it rests on must stand on its page, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.words.fold import holds


def quoted(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts, each resting on quotes that stand there; one that has none cannot be green."""
    return tuple(_rested(each) if each.matches else each for each in verdicts)


def _rested(verdict: Verdict) -> Verdict:
    matches = tuple(_with_quote(match) for match in verdict.matches)
    if matches == verdict.matches and all(map(_stands, matches)):
        return verdict
    lost = [match for match in matches if not _stands(match)]
    found = tuple(Finding("EC344", Level.DOUBT, params(file=match.place.file), match.place) for match in lost)
    if not found:
        return replace(verdict, matches=matches)
    status = Status.UNSURE if verdict.status is Status.MET else verdict.status
    advice = found[0] if verdict.status is Status.MET else verdict.advice
    return replace(verdict, matches=matches, status=status, findings=(*verdict.findings, *found), advice=advice)


def _with_quote(match: Match) -> Match:
    """Return a match whose quote stands there: its own, else that of its best reason that does."""
    if _stands(match):
        return match
    places = (reason.place for reason in match.reasons if reason.place)
    return next((replace(match, place=place) for place in places if _is_there(match, place)), match)


def _stands(match: Match) -> bool:
    return _is_there(match, match.place)


def _is_there(match: Match, place: Place) -> bool:
    pages = match.evidence.document.pages
    return any(holds(page.text, place.quote) for page in pages if page.number == place.page)
