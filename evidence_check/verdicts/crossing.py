"""A look over all verdicts at once: what papers that count say against each other (`cross_checks`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from evidence_check.model.asked import DocumentType, Office
from evidence_check.model.files import Finding, Level
from evidence_check.model.outcome import Status, Verdict
from evidence_check.model.yardsticks import Yardsticks
from evidence_check.verdicts.cross_checks import CROSS_CHECKS
from evidence_check.verdicts.cross_checks.desk import Desk, Used


def crossed(
    verdicts: Sequence[Verdict], catalogue: Mapping[str, DocumentType], office: Office, yardsticks: Yardsticks
) -> tuple[Verdict, ...]:
    """Return the verdicts, a green one in doubt where a paper it rests on does not add up; nothing becomes green."""
    desk = Desk(_papers(verdicts), catalogue, office, yardsticks)
    concerning: dict[int, dict[Finding, None]] = {}
    for check in CROSS_CHECKS.values():
        for each in check(desk):
            for used in each.papers:
                concerning.setdefault(id(used.evidence), {})[each.finding] = None
    return tuple(_told(verdict, concerning) for verdict in verdicts)


def _papers(verdicts: Sequence[Verdict]) -> tuple[Used, ...]:
    """Return every paper that counts somewhere, once, in the order of file and page."""
    used = {id(match.evidence): Used(match.evidence, match.type) for each in verdicts for match in each.matches}
    return tuple(sorted(used.values(), key=lambda each: (each.file, each.evidence.document.first)))


def _told(verdict: Verdict, concerning: Mapping[int, Iterable[Finding]]) -> Verdict:
    found = dict.fromkeys(each for match in verdict.matches for each in concerning.get(id(match.evidence), ()))
    if not found:
        return verdict
    doubts = [each for each in found if each.level is not Level.NOTE]
    status = Status.UNSURE if doubts and verdict.status is Status.MET else verdict.status
    advice = doubts[0] if doubts and verdict.status is Status.MET else verdict.advice
    return replace(verdict, status=status, findings=(*verdict.findings, *found), advice=advice)
