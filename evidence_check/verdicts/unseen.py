"""A last look at what is not green: papers whose pictures nobody could recognise may be what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence_check.model.facts import Evidence
from evidence_check.model.files import Finding, Level, ReadAs, params
from evidence_check.model.outcome import Status, Verdict

WITHOUT_OCR = "EC108"
OPEN = (Status.MISSING, Status.DEFECTIVE, Status.PARTIAL)


def with_unseen(verdicts: Sequence[Verdict], evidence: Iterable[Evidence]) -> tuple[Verdict, ...]:
    """Return the verdicts; where pictures were not recognised, what is not met needs a look instead.

    Without OCR a scan says nothing, and no name can tell what it is not.
    """
    problems = [problem for each in evidence if (problem := _unseen(each))]
    if not problems:
        return tuple(verdicts)
    told = dict(problems[0].params)
    doubt = Finding("EC325", Level.DOUBT, params(count=len(problems), **told), problems[0].place)
    return tuple(
        replace(verdict, status=Status.UNSURE, findings=(doubt, *verdict.findings), advice=doubt)
        if verdict.status in OPEN
        else verdict
        for verdict in verdicts
    )


def _unseen(evidence: Evidence) -> Finding | None:
    """Return why none of the pages of a paper was read, None when one was or the reason is another."""
    pages = evidence.document.pages
    if any(page.read_as is not ReadAs.UNREAD for page in pages):
        return None
    return next((page.problem for page in pages if page.problem and page.problem.code == WITHOUT_OCR), None)
