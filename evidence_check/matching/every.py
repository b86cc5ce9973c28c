"""All requirements put to all papers: each text is folded once, each paper put only to those it may serve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from evidence_check.matching.candidates import NEAR, matches_of, ranked, wanted_of, written
from evidence_check.matching.pictures import PICTURED
from evidence_check.matching.signing import signing_of
from evidence_check.matching.text import Text
from evidence_check.model.asked import DocumentType, Office, Requirement
from evidence_check.model.facts import Evidence
from evidence_check.model.outcome import Match


def every_match(
    requirements: Sequence[Requirement],
    evidence: Sequence[Evidence],
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
) -> tuple[tuple[Match, ...], ...]:
    """Return, for each requirement in its order, every paper that may serve it, best first."""
    asking = [
        (each, frozenset() if each.method in PICTURED else wanted_of(each, catalogue)) for each in requirements
    ]
    office = replace(office, signing=signing_of(evidence, office))
    by_type = _by_type(wanted for _, wanted in asking)
    found: list[list[Match]] = [[] for _ in asking]
    for paper in evidence:
        text = Text(paper.document)
        seeming = (kind.type for kind in paper.facts.kinds if kind.score >= NEAR)
        for index in sorted({index for kind in seeming for index in by_type.get(kind, ())}):
            requirement, wanted = asking[index]
            found[index].extend(written(requirement, paper, text, wanted, catalogue, office, year))
    return tuple(
        matches_of(each, evidence, catalogue, office, year) if each.method in PICTURED else ranked(matches)
        for each, matches in zip(requirements, found, strict=True)
    )


def _by_type(wanted: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    """Return, for each type, the positions of the requirements it may serve."""
    by_type: dict[str, list[int]] = {}
    for index, types in enumerate(wanted):
        for each in types:
            by_type.setdefault(each, []).append(index)
    return by_type
