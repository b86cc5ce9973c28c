"""Complaints: settled in time (Perpres 76/2013), and as many in the register as the report says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, figures_of
from evidence_check.words.months import month_in, months_in


def complaints_settled_in_time(desk: Desk) -> Iterator[Disagreement]:
    """From the day a complaint came to the day it was settled may pass as many days as the law gives."""
    days = desk.yardsticks.complaint_days
    for used in desk.papers if days is not None else ():
        settled = {fact.of: fact for fact in used.figures("complaint_settled")}
        came = [fact for fact in used.figures("complaint_received") if fact.of in settled]
        took = [(fact, settled[fact.of], _days(fact, settled[fact.of])) for fact in came]
        late = [each for each in took if days is not None and each[2] > days]
        before = [each for each in took if each[2] < 0]
        for code, level, found in (("EC355", Level.NOTE, late), ("EC363", Level.DOUBT, before)):
            if found:
                first, last, passed = found[0]
                told = params(received=first.value, settled=last.value, days=passed, limit=days, count=len(found),
                              law=desk.yardsticks.complaint_law)
                yield Disagreement(Finding(code, level, told, first.place), (used,))


def register_equals_report(desk: Desk) -> Iterator[Disagreement]:
    """A report must count as many complaints as the registers have in its period."""
    registers = [used for papers in desk.with_figures("complaint_received") for used in papers]
    came = [month_in(row.value[:7]) for row in figures_of(registers, "complaint_received")]
    for used in desk.papers if came else ():
        stated, period = used.figures("complaints_received"), used.evidence.facts.period
        if not stated:
            continue
        months = months_in(period.value) if period else range(0)
        inside = sum(month in months for month in came)
        if not inside or not _covered(came, months):
            continue
        if not any(int(fact.value) == inside for fact in stated):
            told = params(file=used.file, stated=stated[0].value, other=registers[0].file, counted=inside,
                          period=period.value if period else "")
            yield Disagreement(Finding("EC356", Level.DOUBT, told, stated[0].place), (used, *registers))


def _covered(came: Sequence[int | None], months: range) -> bool:
    """Say whether the registers reach from the first to the last month of a period: else they are not all there."""
    there = [month for month in came if month is not None]
    return bool(there) and bool(months) and min(there) <= months[0] and max(there) >= months[-1]


def _days(first: Fact, last: Fact) -> int:
    return (date.fromisoformat(last.value) - date.fromisoformat(first.value)).days

