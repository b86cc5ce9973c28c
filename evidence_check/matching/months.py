"""Whether a paper falls in the months that are asked: the last three before the visit, or each one up to it."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.matching.question import LEGIBLE, Question, title_place
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.months import iso_of, month_in, months_in

RECENT = 3
# A report on more months than this does not show the recent ones.
LONGEST_RECENT = 6


def is_of_the_months(asked: Question) -> Iterator[Finding]:
    """The months of the paper must be known, and be recent where the last three months are asked."""
    period = asked.requirement.period
    if period not in ("last_3_months", "each_month"):
        return
    said = _dated(asked)
    months = months_in(said.value) if said else range(0)
    if not said or not months:
        yield from _unknown(asked, period)
    elif period == "last_3_months":
        yield from _recent(asked, said, months)


def _dated(asked: Question) -> Fact | None:
    """Return the fact that says of which months the paper is."""
    facts = asked.evidence.facts
    return facts.period if asked.type.dated_by == "period" else facts.date


def _unknown(asked: Question, period: str) -> Iterator[Finding]:
    year = asked.evidence.facts.year
    if period == "last_3_months" and year and not asked.year - 1 <= int(year.value[:4]) <= asked.year:
        found = params(found=year.value[:4], expected=asked.year)
        yield Finding("EC209", Level.ERROR if year.confidence >= LEGIBLE else Level.DOUBT, found, year.place)
    else:
        yield Finding("EC320", Level.DOUBT, params(apart="month"), title_place(asked))


def _recent(asked: Question, said: Fact, months: range) -> Iterator[Finding]:
    """Count back from the visit; where it is not known, from any month of the year, and then a person must look."""
    visit = month_in(asked.office.visit)
    last = asked.year * 12 + 11 if visit is None else visit
    first = (asked.year * 12 if visit is None else visit) - RECENT
    expected = f"{iso_of(first)}/{iso_of(last)}"
    if months[-1] < first or months[0] > last:
        level = Level.ERROR if said.confidence >= LEGIBLE else Level.DOUBT
        yield Finding("EC209", level, params(found=said.value, expected=expected), said.place)
    elif visit is None:
        yield Finding("EC323", Level.DOUBT, (), said.place)
    elif len(months) > LONGEST_RECENT or months[-1] > last:
        yield Finding("EC209", Level.DOUBT, params(found=said.value, expected=expected), said.place)
