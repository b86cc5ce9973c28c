"""Whether what a paper counts by is sure: read well, and not said otherwise by another of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.matching.question import LEGIBLE, Question
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, Place, params

ANY_TIME = "any"
BY_MONTH = ("month", "quarter")


def is_read_surely(asked: Question) -> Iterator[Finding]:
    """A number, date, period or person that may be another one proves nothing yet, nor does it disprove anything."""
    told: set[Place] = set()
    for name, fact in _counted_by(asked):
        if _confidence(asked, fact) < LEGIBLE and fact.place not in told:
            told.add(fact.place)
            yield _doubt(name, fact.value, fact.confidence, fact.place)
    if "person" in asked.type.needs or asked.requirement.distinct_by == "person":
        person = next((each for each in asked.evidence.facts.people if each.role in asked.type.persons), None)
        if person and person.confidence < LEGIBLE and person.place not in told:
            yield _doubt("people", person.name, person.confidence, person.place)


def _doubt(name: str, value: str, confidence: float, place: Place) -> Finding:
    return Finding("EC229", Level.DOUBT, params(fact=name, value=value, confidence=confidence), place)


def _counted_by(asked: Question) -> Iterator[tuple[str, Fact]]:
    """Yield what the paper must have, and what dates it where a period is asked or samples differ by it."""
    facts, needs = asked.evidence.facts, asked.type.needs
    dated = asked.requirement.period != ANY_TIME or asked.requirement.distinct_by in BY_MONTH
    signed = asked.type.dated_by == "signed"
    for name, fact, wanted in (
        ("number", facts.number, "number" in needs),
        ("date", facts.date, "date" in needs or (dated and signed)),
        ("period", facts.period, "period" in needs or (dated and not signed)),
        ("year", facts.year, dated or "period" in needs),
    ):
        if fact is not None and wanted:
            yield name, fact


def _confidence(asked: Question, fact: Fact) -> float:
    """Return how sure a fact is; where only the year is asked, a date whose year is sure is sure enough."""
    year = asked.evidence.facts.year
    by_month = asked.requirement.distinct_by in BY_MONTH or asked.requirement.period in ("each_month", "last_3_months")
    if year is None or by_month or fact is not asked.evidence.facts.date or year.value[:4] != fact.value[:4]:
        return fact.confidence
    return max(fact.confidence, year.confidence)
