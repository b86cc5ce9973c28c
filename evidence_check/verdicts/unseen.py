"""A last look at what is not green: pages that nobody could recognise may hold what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from evidence_check.model.asked import Method
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Finding, Level, ReadAs, Unreadable, params
from evidence_check.model.outcome import Status, Verdict

WITHOUT_OCR = "EC108"
OUT_OF_REACH = frozenset({"EC142", "EC143"})
"""A file or folder whose place did not answer, or to which the connection was lost."""

OPEN = (Status.MISSING, Status.DEFECTIVE, Status.PARTIAL)


def with_unfetched(verdicts: Sequence[Verdict], unreadable: Iterable[Unreadable]) -> tuple[Verdict, ...]:
    """Return the verdicts; while the place of some files did not answer, nothing is said to lack or to be wrong.

    One file that cannot be read is judged by its name; what was lost with its place may be anything.
    """
    lost = [each.reason for each in unreadable if each.reason.code in OUT_OF_REACH]
    if not lost:
        return tuple(verdicts)
    doubt = Finding("EC327", Level.DOUBT, params(count=len(lost)), lost[0].place)
    return tuple(_doubted(each, doubt) if each.status in OPEN else each for each in verdicts)


def with_unseen(verdicts: Sequence[Verdict], evidence: Iterable[Evidence]) -> tuple[Verdict, ...]:
    """Return the verdicts; what unread pages may hold is not called missing, but needs a look.

    Without OCR a scan says nothing, and no name can tell what it is not: then all that is not met needs a look.
    A paper that nobody recognised for what it is, with pages left unread, may be what is missing.
    """
    evidence = tuple(evidence)
    dark = [problem for each in evidence if (problem := _dark(each))]
    if dark:
        doubt = Finding("EC325", Level.DOUBT, params(count=len(dark), **dict(dark[0].params)), dark[0].place)
        return tuple(_doubted(each, doubt) if each.status in OPEN else each for each in verdicts)
    partly = [problem for each in evidence if (problem := _partly(each))]
    if partly:
        doubt = Finding("EC326", Level.DOUBT, params(count=len(partly)), partly[0].place)
        return tuple(_doubted(each, doubt) if _asks_for_a_missing_paper(each) else each for each in verdicts)
    return tuple(verdicts)


def _doubted(verdict: Verdict, doubt: Finding) -> Verdict:
    return replace(verdict, status=Status.UNSURE, findings=(doubt, *verdict.findings), advice=doubt)


def _asks_for_a_missing_paper(verdict: Verdict) -> bool:
    return verdict.status is Status.MISSING and verdict.requirement.method is Method.DOCUMENT


def _dark(evidence: Evidence) -> Finding | None:
    """Return why none of the pages of a paper was read, None when one was or the reason is another."""
    pages = evidence.document.pages
    if any(page.read_as is not ReadAs.UNREAD for page in pages):
        return None
    return _problem(evidence, {WITHOUT_OCR})


def _partly(evidence: Evidence) -> Finding | None:
    """Return why some pages of a paper were not read of which nobody knows what it is."""
    if evidence.facts.kind is not None:
        return None
    problem = _problem(evidence, ())
    return problem if problem and problem.code != WITHOUT_OCR and problem.level is not Level.NOTE else None


def _problem(evidence: Evidence, codes: Collection[str]) -> Finding | None:
    """Return the first problem of an unread page; of the codes, when there are any."""
    unread = (page.problem for page in evidence.document.pages if page.read_as is ReadAs.UNREAD and page.problem)
    return next((problem for problem in unread if not codes or problem.code in codes), None)
