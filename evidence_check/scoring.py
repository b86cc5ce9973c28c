"""Verdicts → Readiness: tallies that add up, and the papers nobody asked for."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.model.asked import Checklist, Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, Finding, Unreadable
from evidence_check.model.outcome import Readiness, Status, Tally, Verdict


def tally_of(verdicts: Sequence[Verdict]) -> Tally:
    """Count the verdicts by status, every status named even when nothing has it."""
    return Tally(tuple((status, sum(each.status is status for each in verdicts)) for status in Status))


def readiness_of(
    checklist: Checklist,
    office: Office,
    year: int,
    verdicts: Sequence[Verdict],
    contents: Sequence[Content],
    evidence: Sequence[Evidence],
    unreadable: Sequence[Unreadable],
    findings: Sequence[Finding] = (),
) -> Readiness:
    """Put together everything a report needs."""
    used = {id(match.evidence) for verdict in verdicts for match in (*verdict.matches, *verdict.near_misses)}
    unasked = tuple(each for each in evidence if id(each) not in used)
    return Readiness(
        checklist,
        office,
        year,
        tuple(verdicts),
        tally_of(verdicts),
        tuple(contents),
        tuple(evidence),
        tuple(unreadable),
        unasked,
        tuple(findings),
    )


def gaps_of(readiness: Readiness) -> tuple[Verdict, ...]:
    """Return the verdicts that still need work before the visit; what is optional and absent is no gap."""
    done = (Status.MET, Status.NOT_CHECKED, Status.NOT_APPLICABLE)
    return tuple(
        each
        for each in readiness.verdicts
        if each.status not in done and not (each.status is Status.MISSING and each.requirement.optional)
    )
