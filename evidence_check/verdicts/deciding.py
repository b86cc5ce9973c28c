"""Decisions of people laid over the verdicts: what a person says counts and is told apart, the program's stays beside.

None of it reads a paper again. A decision that lapsed or does not fit changes nothing and is told; where two say the
opposite, the program's verdict stays for the whole requirement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from evidence_check.model.asked import DocumentType, Office
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Status, Verdict
from evidence_check.model.reviews import ABOUT_A_FILE, Answer, Decision, Review, Reviewed, Standing, fits
from evidence_check.verdicts.gaps import Asked
from evidence_check.verdicts.located import Case, Lying
from evidence_check.verdicts.opposing import opposing
from evidence_check.verdicts.recounting import recounted

_CODES = {
    Decision.ACCEPT: "EC401",
    Decision.REJECT: "EC402",
    Decision.POINT: "EC403",
    Decision.WAIVE: "EC404",
    Decision.CONFIRM: "EC405",
}


def decided(
    verdicts: Sequence[Verdict],
    reviews: Sequence[Review],
    lying: Lying,
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
) -> tuple[tuple[Verdict, ...], tuple[Finding, ...]]:
    """Return the verdicts with the decisions laid over them, and what is told of decisions on nothing that is asked."""
    by_requirement: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        by_requirement[review.requirement].append(review)
    known = {each.requirement.id for each in verdicts}
    stray = tuple(_stray(each) for each in reviews if each.requirement not in known)
    laid = tuple(
        _laid_over(each, by_requirement[each.requirement.id], lying, Asked(each.requirement, catalogue, office, year))
        if each.requirement.id in by_requirement
        else each
        for each in verdicts
    )
    return laid, stray


def _laid_over(verdict: Verdict, reviews: Sequence[Review], lying: Lying, asked: Asked) -> Verdict:
    cases = [_case_of(each, verdict, lying) for each in reviews]
    opposed = opposing(cases)
    if opposed:
        cases = [_with(each, Standing.CONTRADICTED) if _holds(each) else each for each in cases]
    holding = [each for each in cases if _holds(each)]
    told = [_weighed(each.told, each, holding) for each in cases if each.told]
    laid = _changed(verdict, holding, asked) if holding else verdict
    applied = [finding_of(each, verdict.status) for each in holding]
    advice = laid.advice or _advice(laid.status, applied)
    return replace(
        laid,
        findings=(*opposed, *told, *applied, *laid.findings),
        advice=advice,
        reviews=tuple(Reviewed(each.review, each.standing, each.file.path if each.file else "") for each in cases),
        machine=verdict.status,
    )


def _holds(case: Case) -> bool:
    return case.standing is Standing.HOLDS


def _with(case: Case, standing: Standing) -> Case:
    return replace(case, standing=standing)


def _case_of(review: Review, verdict: Verdict, lying: Lying) -> Case:
    """Return where a review stands; one on what is not asked of the office, or asked otherwise, does not fit."""
    requirement = verdict.requirement
    spared = verdict.status is Status.NOT_APPLICABLE and review.decision is not Decision.WAIVE
    if fits(review.decision, requirement) and not spared:
        return lying.case_of(review)
    told = params(by=review.by, decision=review.decision.value, source=review.source, line=review.line)
    return Case(review, Standing.UNFIT, told=Finding("EC416", Level.DOUBT, told))


def _weighed(told: Finding, case: Case, holding: Sequence[Case]) -> Finding:
    """Return what is told of a case; a lapsed one is only a note when the file as it is now was decided on anew."""
    anew = any(each.file and each.file.path == case.review.file for each in holding)
    return replace(told, level=Level.NOTE) if case.standing is Standing.LAPSED and anew else told


def _stray(review: Review) -> Finding:
    told = params(requirement=review.requirement, by=review.by, source=review.source, line=review.line)
    return Finding("EC415", Level.DOUBT, told)


def _changed(verdict: Verdict, holding: Sequence[Case], asked: Asked) -> Verdict:
    decisions = {each.review.decision for each in holding}
    if Decision.WAIVE in decisions:
        return replace(verdict, status=Status.NOT_APPLICABLE, advice=None)
    if Decision.ANSWER in decisions:
        ready = holding[0].review.answer is Answer.READY
        return replace(verdict, status=Status.MET if ready else Status.MISSING, advice=None)
    about_files = [each for each in holding if each.review.decision in ABOUT_A_FILE]
    return recounted(verdict, about_files, asked)


def finding_of(case: Case, machine: Status) -> Finding:
    """Return what a decision says, with the status the program would give without it."""
    review = case.review
    told = {"by": review.by, "date": review.date, "reason": review.reason, "machine": machine.value}
    if review.decision is Decision.ANSWER:
        code, level = ("EC406", Level.NOTE) if review.answer is Answer.READY else ("EC407", Level.ERROR)
        return Finding(code, level, params(**told))
    if case.file is None:
        return Finding(_CODES[review.decision], Level.NOTE, params(**told))
    place = Place(case.file.path, review.page or 0, "")
    return Finding(_CODES[review.decision], Level.NOTE, params(**told), place)


def _advice(status: Status, applied: Sequence[Finding]) -> Finding | None:
    """Return the next step where the one of the program is gone: it is a person who said what lacks."""
    if status in (Status.MET, Status.NOT_APPLICABLE):
        return None
    saying = ("EC402", "EC407")
    return next((each for each in applied if each.code in saying), None)
