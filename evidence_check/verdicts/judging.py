"""Matches → one verdict per requirement: counting, telling samples apart, status, next step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_check.model.asked import DocumentType, Exemption, Method, Office, Requirement
from evidence_check.model.files import Finding, Level, Place, Unreadable, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.verdicts.alike import copies_among
from evidence_check.verdicts.apart import Seen
from evidence_check.verdicts.components import components_of
from evidence_check.verdicts.gaps import Asked, gaps_of
from evidence_check.verdicts.pictures import PICTURED, SHOWN, counted
from evidence_check.words.fold import fold

# From this score a doubtful paper makes the requirement one to look at; below it is only told as near.
WORTH_A_LOOK = 0.45
NEAR_MISSES = 5
HARDLY_READ = {"EC108", "EC112", "EC113"}
REPEATED = {"EC303", "EC307", "EC319", "EC331"}
# What is told of a copy too: an earlier year that only one of the copies owns up to.
TOLD_OF_COPIES = {*REPEATED, "EC330"}
BY_FILES = (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The matches of a requirement by what they are good for."""

    counted: tuple[Match, ...]
    incomplete: tuple[Match, ...]
    doubtful: tuple[Match, ...]
    spoilt: tuple[Match, ...]
    others: tuple[Match, ...]


def verdict_of(
    requirement: Requirement,
    matches: Sequence[Match],
    unreadable: Sequence[Unreadable],
    exemptions: Sequence[Exemption],
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
) -> Verdict:
    """Judge one requirement by its matches, best first, and by the files nobody could read."""
    exempt = next((each for each in exemptions if each.requirement == requirement.id), None)
    if exempt:
        told = Finding("EC311", Level.NOTE, params(reason=exempt.reason, by=exempt.by))
        return Verdict(requirement, Status.NOT_APPLICABLE, findings=(told,))
    if _is_for_others(requirement, office):
        told = Finding("EC322", Level.NOTE, params(kinds=", ".join(requirement.applies_to), office_kind=office.kind))
        return Verdict(requirement, Status.NOT_APPLICABLE, findings=(told,))
    if requirement.method not in BY_FILES:
        ask = Finding("EC312", Level.NOTE, params(prepare=requirement.prepare))
        return Verdict(requirement, Status.NOT_CHECKED, findings=(ask,), advice=ask)
    asked = Asked(requirement, catalogue, office, year)
    return _judged(asked, _sort(asked, matches), unreadable)


def _is_for_others(requirement: Requirement, office: Office) -> bool:
    """Say whether only other kinds of office are asked; an office of unknown kind is asked everything."""
    return bool(requirement.applies_to and office.kind) and fold(office.kind) not in map(fold, requirement.applies_to)


def _judged(asked: Asked, found: Sorted, unreadable: Sequence[Unreadable]) -> Verdict:
    requirement = asked.requirement
    may_be = _may_be(requirement, unreadable, asked.catalogue)
    gaps = gaps_of(asked, found.counted)
    status = _status(found, gaps, gaps_of(asked, (*found.counted, *found.doubtful)), bool(may_be))
    findings = _findings(asked, status, found, gaps, may_be)
    near = (*found.incomplete, *found.doubtful, *found.spoilt, *found.others)
    if status is Status.UNSURE:
        near = (*found.doubtful, *found.incomplete, *found.spoilt, *found.others)
    near = near[: SHOWN if requirement.method in PICTURED else NEAR_MISSES]
    advice = _advice(status, findings, near)
    matrix = components_of(requirement, found.counted or found.incomplete or found.doubtful, asked.office)
    return Verdict(requirement, status, found.counted, near, findings, advice, matrix)


def _status(found: Sorted, gaps: Sequence[Finding], at_best: Sequence[Finding], unread_may_be: bool) -> Status:
    """The decision table of `docs/architecture.md`; `at_best` is what lacks if all doubtful papers counted too."""
    if not gaps:
        return Status.MET
    if found.counted:
        return Status.PARTIAL if any(gap.level is Level.ERROR for gap in at_best) else Status.UNSURE
    if found.doubtful:
        return Status.UNSURE
    if found.incomplete:
        return Status.PARTIAL
    if found.spoilt:
        return Status.DEFECTIVE
    return Status.UNSURE if unread_may_be else Status.MISSING


def _sort(asked: Asked, matches: Sequence[Match]) -> Sorted:
    counted: list[Match] = []
    incomplete: list[Match] = []
    doubtful: list[Match] = []
    spoilt: list[Match] = []
    others: list[Match] = []
    seen = Seen(asked.requirement, asked.catalogue, asked.office)
    copies = copies_among(matches, asked.requirement, asked.catalogue)
    for index, match in enumerate(matches):
        match = seen.marked(_as_copy(match, copies.get(index)))
        codes = {finding.code for finding in match.failed}
        errors = any(finding.level is Level.ERROR for finding in match.failed)
        if _is_another_paper(asked.requirement, match, asked.catalogue):
            others.append(match)
        elif errors and _lacks_parts_only(match):
            incomplete.append(match)
        elif errors:
            spoilt.append(match)
        elif codes & REPEATED or _is_hardly_a_paper(match, codes):
            others.append(match)
        elif match.failed:
            doubtful.append(match)
        else:
            counted.append(match)
    return Sorted(tuple(counted), tuple(incomplete), tuple(doubtful), tuple(spoilt), tuple(others))


def _as_copy(match: Match, other: Match | None) -> Match:
    """Return a match with what it is nearly a copy of."""
    if other is None:
        return match
    told = params(other=other.evidence.document.file.path, page=other.evidence.document.first)
    return replace(match, failed=(*match.failed, Finding("EC340", Level.DOUBT, told, match.place)))


def _lacks_parts_only(match: Match) -> bool:
    """Say whether a paper is right but for parts that are missing; one with none of them is not right."""
    return all(
        each.code == "EC316" or (each.code == "EC236" and ("found", "0") not in each.params) for each in match.failed
    )


def _is_hardly_a_paper(match: Match, codes: Collection[str]) -> bool:
    """Say whether the match is a well-read picture of few words that nobody would take for any paper."""
    return "EC218" in codes and not HARDLY_READ & set(codes) and match.evidence.facts.kind is None


def _is_another_paper(requirement: Requirement, match: Match, catalogue: Mapping[str, DocumentType]) -> bool:
    """Say whether the match is only told as near: it is of another kind, or a general form on another subject."""
    if requirement.method is not Method.DOCUMENT:
        return False
    codes = {finding.code for finding in match.failed}
    off_subject = "EC304" in codes and not codes & HARDLY_READ
    # A paper that came in through a general type it belongs to is loose too: any SK, on any subject.
    named = match.type in (*requirement.any_of, *requirement.all_of)
    loose = "EC210" in codes or catalogue[match.type].generic or not named
    if any(finding.code == "EC316" and finding.level is Level.ERROR and ("found", "0") in finding.params
           for finding in match.failed):
        return not codes & HARDLY_READ
    return "EC211" in codes or match.score < WORTH_A_LOOK or (off_subject and loose)


def _may_be(
    requirement: Requirement, unreadable: Sequence[Unreadable], catalogue: Mapping[str, DocumentType]
) -> tuple[Unreadable, ...]:
    """Return the unread files whose name or folder suggests that they are what is asked for."""
    return tuple(each for each in unreadable if _suggests(requirement, f" {fold(each.file.path)} ", catalogue))


def _suggests(requirement: Requirement, path: str, catalogue: Mapping[str, DocumentType]) -> bool:
    """Say whether a folded path names what is asked; the name of a general form must also name the subject."""
    if any(f" {words} " in path for words in requirement.photo):
        return True
    subject = [word for words in requirement.must_mention for word in words.split("|")]
    for key in (*requirement.any_of, *requirement.all_of):
        kind = catalogue[key]
        named = any(f" {fold(phrase)} " in path for phrase in (kind.name, *kind.aliases) if phrase)
        if named and (not kind.generic or any(f" {word} " in path for word in subject)):
            return True
    return False


def _findings(
    asked: Asked, status: Status, found: Sorted, gaps: Sequence[Finding], may_be: Sequence[Unreadable]
) -> tuple[Finding, ...]:
    requirement = asked.requirement
    findings: list[Finding] = []
    if status is Status.MISSING:
        code, level = ("EC310", Level.NOTE) if requirement.optional else ("EC301", Level.ERROR)
        findings.append(Finding(code, level, params(name=requirement.name)))
    if found.counted:
        findings.extend(gaps)
    for match in (*found.incomplete, *found.doubtful, *found.spoilt):
        findings.extend(match.failed)
    for match in found.others:
        findings.extend(finding for finding in match.failed if finding.code in TOLD_OF_COPIES)
    if number := counted(requirement, found.doubtful, found.others):
        findings = [number, *findings] if number.level is Level.DOUBT else [*findings, number]
    if requirement.per_product and not asked.office.products:
        findings.append(Finding("EC324", Level.NOTE))
    if status is not Status.MET:
        findings.extend(
            Finding("EC306", Level.DOUBT, params(file=each.file.path), Place(each.file.path, 1, "")) for each in may_be
        )
    return tuple(findings)


def _advice(status: Status, findings: Sequence[Finding], near: Sequence[Match]) -> Finding | None:
    """Return the finding whose advice is the next step: what spoils the best candidate, else what is missing."""
    if status is Status.MET:
        return None
    if status is Status.DEFECTIVE and near:
        findings = near[0].failed
    wanted = Level.DOUBT if status is Status.UNSURE else Level.ERROR
    return next((each for each in findings if each.level is wanted), findings[0] if findings else None)
