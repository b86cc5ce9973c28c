"""Every finding of a run once, with the requirement and the file it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_check.report.shapes import FindingShown, Results


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and what it is about: a requirement, a file, both, or the run as a whole."""

    finding: FindingShown
    requirement: str = ""
    file: str = ""
    href: str = ""


def told(results: Results) -> tuple[Told, ...]:
    """Return all findings: requirement by requirement, then file by file, then those of the whole run."""
    return tuple(dict.fromkeys((*_of_requirements(results), *_of_files(results), *_told(results.findings))))


def _of_requirements(results: Results) -> Iterator[Told]:
    for verdict in results.verdicts:
        yield from _told(verdict.findings, verdict.requirement)
        for match in (*verdict.matches, *verdict.near_misses):
            yield from _told(match.failed, verdict.requirement, match.file, match.href)


def _of_files(results: Results) -> Iterator[Told]:
    for file in results.files:
        if file.unreadable:
            yield from _told((file.unreadable,), "", file.path, file.href)
        yield from _told(file.findings, "", file.path, file.href)
        for paper in file.papers:
            yield from _told(paper.findings, "", paper.file, paper.href)


def _told(findings: Iterable[FindingShown], requirement: str = "", file: str = "", href: str = "") -> Iterator[Told]:
    for finding in findings:
        place = finding.place
        if place and place.file:
            yield Told(finding, requirement, place.file, place.href)
        else:
            yield Told(finding, requirement, file, href)
