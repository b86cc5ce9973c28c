"""Matches → one verdict per requirement: counting, telling samples apart, status, next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_check.model.asked import DocumentType, Exemption, Method, Requirement
from evidence_check.model.files import Finding, Level, Place, Unreadable, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.words.fold import fold

# From this score a doubtful paper makes the requirement one to look at; below it is only told as near.
WORTH_A_LOOK = 0.45
NEAR_MISSES = 5
HARDLY_READ = {"EC108", "EC112", "EC113"}
BY_FILES = (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The matches of a requirement by what they are good for."""

    counted: tuple[Match, ...]
    doubtful: tuple[Match, ...]
    spoilt: tuple[Match, ...]
    others: tuple[Match, ...]


def verdict_of(
    requirement: Requirement,
    matches: Sequence[Match],
    unreadable: Sequence[Unreadable],
    exemptions: Sequence[Exemption],
    catalogue: Mapping[str, DocumentType],
) -> Verdict:
    """Judge one requirement by its matches, best first, and by the files nobody could read."""
    exempt = next((each for each in exemptions if each.requirement == requirement.id), None)
    if exempt:
        told = Finding("EC311", Level.NOTE, params(reason=exempt.reason, by=exempt.by))
        return Verdict(requirement, Status.NOT_APPLICABLE, findings=(told,))
    if requirement.method not in BY_FILES:
        ask = Finding("EC312", Level.NOTE, params(prepare=requirement.prepare))
        return Verdict(requirement, Status.NOT_CHECKED, findings=(ask,), advice=ask)
    return _judged(requirement, _sort(requirement, matches, catalogue), unreadable, catalogue)


def _judged(
    requirement: Requirement,
    found: Sorted,
    unreadable: Sequence[Unreadable],
    catalogue: Mapping[str, DocumentType],
) -> Verdict:
    may_be = _may_be(requirement, unreadable, catalogue)
    status = _status(requirement, found, bool(may_be))
    findings = _findings(requirement, status, found, may_be)
    near = (*found.doubtful, *found.spoilt, *found.others)[:NEAR_MISSES]
    return Verdict(requirement, status, found.counted, near, findings, _advice(status, findings, near))


def _status(requirement: Requirement, found: Sorted, unread_may_be: bool) -> Status:
    """The decision table of `docs/architecture.md`."""
    counted, doubtful = len(found.counted), len(found.doubtful)
    if counted >= requirement.count:
        return Status.MET
    if counted and counted + doubtful >= requirement.count:
        return Status.UNSURE
    if counted:
        return Status.PARTIAL
    if doubtful:
        return Status.UNSURE
    if found.spoilt:
        return Status.DEFECTIVE
    return Status.UNSURE if unread_may_be else Status.MISSING


def _sort(requirement: Requirement, matches: Sequence[Match], catalogue: Mapping[str, DocumentType]) -> Sorted:
    counted: list[Match] = []
    doubtful: list[Match] = []
    spoilt: list[Match] = []
    others: list[Match] = []
    seen: dict[str, Match] = {}
    for match in matches:
        match = _apart(requirement, match, seen, catalogue)
        codes = {finding.code for finding in match.failed}
        errors = any(finding.level is Level.ERROR for finding in match.failed)
        if _is_another_paper(requirement, match, catalogue):
            others.append(match)
        elif errors:
            spoilt.append(match)
        elif codes & {"EC303", "EC307"}:
            others.append(match)
        elif match.failed:
            doubtful.append(match)
        else:
            counted.append(match)
    return Sorted(tuple(counted), tuple(doubtful), tuple(spoilt), tuple(others))


def _is_another_paper(requirement: Requirement, match: Match, catalogue: Mapping[str, DocumentType]) -> bool:
    """Say whether the match is only told as near: it is of another kind, or a general form on another subject."""
    if requirement.method is not Method.DOCUMENT:
        return False
    codes = {finding.code for finding in match.failed}
    off_subject = "EC304" in codes and not codes & HARDLY_READ
    # A paper that came in through a general type it belongs to is loose too: any SK, on any subject.
    loose = "EC210" in codes or catalogue[match.type].generic or match.type not in requirement.any_of
    return "EC211" in codes or match.score < WORTH_A_LOOK or (off_subject and loose)


def _apart(
    requirement: Requirement, match: Match, seen: dict[str, Match], catalogue: Mapping[str, DocumentType]
) -> Match:
    """Mark a match that repeats one already seen: the same content, or the same person where people must differ."""
    failed = list(match.failed)
    same = f"content {_content(match)}"
    if same in seen:
        failed.append(Finding("EC307", Level.DOUBT, params(other=seen[same].evidence.document.file.path), match.place))
    elif requirement.distinct_by == "person":
        person = _person(match, catalogue)
        if not person and not any(finding.code == "EC309" for finding in failed):
            failed.append(Finding("EC309", Level.DOUBT, (), match.place))
        elif person and f"person {person}" in seen:
            other = seen[f"person {person}"].evidence.document.file.path
            failed.append(Finding("EC303", Level.DOUBT, params(name=_name(match, catalogue), other=other), match.place))
        elif person and not any(finding.level is Level.ERROR for finding in failed):
            seen[f"person {person}"] = match
    seen.setdefault(same, match)
    return replace(match, failed=tuple(failed))


def _content(match: Match) -> str:
    document = match.evidence.document
    text = fold(" ".join(page.text for page in document.pages))
    return text if len(text) > 80 else f"{document.file.sha256} {document.first}"


def _rated(match: Match, catalogue: Mapping[str, DocumentType]) -> tuple[str, str]:
    role = (catalogue[match.type].person if match.type else "") or "rated"
    for person in match.evidence.facts.people:
        if person.role == role:
            return person.nip, person.name
    return "", ""


def _person(match: Match, catalogue: Mapping[str, DocumentType]) -> str:
    nip, name = _rated(match, catalogue)
    return nip or fold(name)


def _name(match: Match, catalogue: Mapping[str, DocumentType]) -> str:
    return _rated(match, catalogue)[1]


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
    for key in requirement.any_of:
        kind = catalogue[key]
        named = any(f" {fold(phrase)} " in path for phrase in (kind.name, *kind.aliases) if phrase)
        if named and (not kind.generic or any(f" {word} " in path for word in subject)):
            return True
    return False


def _findings(
    requirement: Requirement, status: Status, found: Sorted, may_be: Sequence[Unreadable]
) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    if status is Status.MISSING:
        code, level = ("EC310", Level.NOTE) if requirement.optional else ("EC301", Level.ERROR)
        findings.append(Finding(code, level, params(name=requirement.name)))
    if found.counted and len(found.counted) < requirement.count:
        counts = params(found=len(found.counted), needed=requirement.count)
        findings.append(Finding("EC302", Level.ERROR, counts))
    for match in (*found.doubtful, *found.spoilt):
        findings.extend(match.failed)
    for match in found.others:
        findings.extend(finding for finding in match.failed if finding.code in ("EC303", "EC307"))
    if status is not Status.MET:
        findings.extend(
            Finding("EC306", Level.DOUBT, params(file=each.file.path), Place(each.file.path, 1, "")) for each in may_be
        )
    return tuple(findings)


def _advice(status: Status, findings: Sequence[Finding], near: Sequence[Match]) -> Finding | None:
    """Return the finding whose advice is the next step: what spoils the best candidate, else what is missing."""
    if status is Status.MET:
        return None
    if status in (Status.DEFECTIVE, Status.UNSURE) and near and near[0].failed:
        wanted = Level.ERROR if status is Status.DEFECTIVE else Level.DOUBT
        first = [finding for finding in near[0].failed if finding.level is wanted]
        return (first or list(near[0].failed))[0]
    return findings[0] if findings else None
