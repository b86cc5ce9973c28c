"""Papers counted again after people accepted or rejected some: the same gaps, one more table for the status.

An acceptance answers for what stands in a paper, never for papers that are not there; a rejection makes nothing green.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_check.model.asked import Method
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.model.reviews import GIVING
from evidence_check.verdicts.gaps import Asked, family_of, gaps_of
from evidence_check.verdicts.judging import NEAR_MISSES, REPEATED, WORTH_A_LOOK
from evidence_check.verdicts.located import Case, match_for, speaks_of
from evidence_check.verdicts.pictures import PICTURED, SHOWN

COUNTING = {"EC302", "EC313", "EC314", "EC315"}
"""Gaps that only more papers close; what the others lack stands in a paper, and whoever accepts that answers for it."""

_OF_PAPERS = {*COUNTING, "EC316", "EC317", "EC335"}
_SAME = {"EC307", "EC331"}
_MAY_BE = {"EC306", "EC325", "EC326", "EC327"}
_DRAWN = "EC341"


def recounted(verdict: Verdict, cases: Sequence[Case], asked: Asked) -> Verdict:
    """Return the verdict after accepted papers were added to those that count and rejected ones taken away."""
    giving = [each for each in cases if each.review.decision in GIVING]
    rejecting = [each for each in cases if each.review.decision not in GIVING]
    kept = [each for each in verdict.matches if not _spoken_of(each, rejecting)]
    given = _given(verdict, giving, asked)
    counted = _different([*kept, *given])
    keys = {_key(each) for each in counted}
    near = tuple(each for each in (*verdict.matches, *verdict.near_misses) if _key(each) not in keys)
    left = [each for each in near if not _spoken_of(each, rejecting)]
    gaps = gaps_of(asked, counted)
    status = _status(verdict, counted, given, left, gaps, asked)
    if verdict.status is Status.UNSURE and status is Status.PARTIAL and _is_cut(verdict):
        status = Status.UNSURE
    findings = [each for each in verdict.findings if each.code not in _OF_PAPERS or _is_of(each, near)]
    findings += [each for each in gaps if counted and each not in findings]
    if status is Status.MISSING and status is not verdict.status:
        findings.append(_nothing(verdict))
    advice = _advice(verdict, status, findings, bool(rejecting))
    return replace(
        verdict, status=status, matches=tuple(counted), near_misses=near, findings=tuple(findings), advice=advice
    )


def _is_cut(verdict: Verdict) -> bool:
    """Say whether more papers may have come near than a verdict lists: then nobody can tell that too few are left."""
    return len(verdict.near_misses) >= (SHOWN if verdict.requirement.method in PICTURED else NEAR_MISSES)


def _spoken_of(match: Match, cases: Sequence[Case]) -> bool:
    return any(speaks_of(each.review, match) for each in cases)


def _given(verdict: Verdict, giving: Sequence[Case], asked: Asked) -> list[Match]:
    """Return the papers that count by the word of people, each of a type that is asked for."""
    pool = (*verdict.matches, *verdict.near_misses)
    given: list[Match] = []
    for case in giving:
        found = [match for match in pool if speaks_of(case.review, match)]
        if not found:
            paper = case.papers[0]
            found = [match_for(asked.requirement.id, paper, case.review.page, _own_type(paper))]
        given += [_typed(match, [*verdict.matches, *given], asked) for match in found if match not in given]
    return given


def _own_type(paper: Evidence) -> str:
    kind = paper.facts.kind or next(iter(paper.facts.kinds), None)
    return kind.type if kind else ""


def _typed(match: Match, others: Sequence[Match], asked: Asked) -> Match:
    """Return a match under a type that is asked for: its own if it is one, else the first nobody serves yet."""
    wanted = (*asked.requirement.all_of, *asked.requirement.any_of)
    own = family_of(match.type, asked.catalogue) if match.type in asked.catalogue else set()
    if not wanted or own & set(wanted):
        return match
    served = {each.type for each in others}
    return replace(match, type=next((each for each in wanted if each not in served), wanted[0]))


def _different(matches: Sequence[Match]) -> list[Match]:
    """Return each paper or picture once: whoever accepts a copy does not make two papers of one."""
    kept: dict[tuple[str, int, int], Match] = {}
    for match in matches:
        others = {each.evidence.document.file.path for each in kept.values()}
        if not any(each.code in _SAME and dict(each.params).get("other") in others for each in match.failed):
            kept[_key(match)] = match
    return list(kept.values())


def _key(match: Match) -> tuple[str, int, int]:
    """Return what tells papers and pictures apart by their bytes and their place in them."""
    document, picture = match.evidence.document, match.picture
    if picture:
        return (document.file.sha256, picture.page, picture.number)
    return (document.file.sha256, document.first if document.pages else 0, 0)


def _status(
    verdict: Verdict,
    counted: Sequence[Match],
    given: Sequence[Match],
    left: Sequence[Match],
    gaps: Sequence[Finding],
    asked: Asked,
) -> Status:
    """The table: what papers there are now, by whose word, and what is still open."""
    open_gaps = [each for each in gaps if each.code in COUNTING or not given]
    doubtful = [each for each in left if _is_doubtful(each)]
    codes = {each.code for each in verdict.findings}
    if counted and not open_gaps:
        return _doubts_left(verdict, counted, given) if given or verdict.status is Status.MET else verdict.status
    if "EC325" in codes:
        return Status.UNSURE
    if counted:
        at_best = gaps_of(asked, (*counted, *doubtful))
        lacking = any(each.level is Level.ERROR and (each.code in COUNTING or not given) for each in at_best)
        return Status.PARTIAL if lacking else Status.UNSURE
    if doubtful or codes & _MAY_BE:
        return Status.UNSURE if verdict.status is not Status.MISSING else verdict.status
    spoilt = verdict.status in (Status.PARTIAL, Status.DEFECTIVE) and any(_is_spoilt(each) for each in left)
    return verdict.status if spoilt else Status.MISSING


def _doubts_left(verdict: Verdict, counted: Sequence[Match], given: Sequence[Match]) -> Status:
    """Return what is left to a requirement with papers enough: doubts on those that nobody accepted stay."""
    if verdict.status is Status.MET:
        return Status.MET
    if any(each.code == _DRAWN for each in verdict.findings):
        return verdict.status
    accepted = {each.evidence.document.file.path for each in given}
    trusted = {each.evidence.document.file.path for each in counted} - accepted
    for finding in verdict.findings:
        held = finding.level is Level.DOUBT and finding.place and finding.place.file in trusted
        if held and not _is_of(finding, verdict.near_misses):
            return Status.UNSURE
    return Status.MET


def _is_of(finding: Finding, matches: Sequence[Match]) -> bool:
    return any(finding in each.failed for each in matches)


def _is_doubtful(match: Match) -> bool:
    codes = {each.code for each in match.failed}
    if any(each.level is Level.ERROR for each in match.failed) or codes & {*REPEATED, "EC211"}:
        return False
    return match.score >= WORTH_A_LOOK


def _is_spoilt(match: Match) -> bool:
    return match.score >= WORTH_A_LOOK and any(each.level is Level.ERROR for each in match.failed)


def _nothing(verdict: Verdict) -> Finding:
    code, level = ("EC310", Level.NOTE) if verdict.requirement.optional else ("EC301", Level.ERROR)
    return Finding(code, level, params(name=verdict.requirement.name))


def _advice(verdict: Verdict, status: Status, findings: Sequence[Finding], rejecting: bool) -> Finding | None:
    """Return the next step, None where the rejection says it; without a change it is the program's own."""
    if status is Status.MET:
        return None
    if status is verdict.status and not rejecting and verdict.advice in findings:
        return verdict.advice
    if status is Status.MISSING and status is not verdict.status:
        return None if verdict.requirement.method is Method.DOCUMENT else _nothing(verdict)
    wanted = Level.DOUBT if status is Status.UNSURE else Level.ERROR
    first = {Status.MISSING: ("EC301", "EC310"), Status.PARTIAL: tuple(_OF_PAPERS)}.get(status, ())
    named = next((each for each in findings if each.code in first), None)
    return named or next((each for each in findings if each.level is wanted), None)
