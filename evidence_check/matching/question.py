"""One requirement put to one candidate: what every rule looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_check.matching.text import Text
from evidence_check.model.asked import DocumentType, Office, Requirement
from evidence_check.model.facts import Evidence, Kind
from evidence_check.model.files import Level, Place, ReadAs
from evidence_check.words.lines import place_of
from evidence_check.words.phrases import Joined

LEGIBLE = 0.6


@dataclass(frozen=True, slots=True)
class Question:
    """One requirement put to one candidate: everything a rule may look at."""

    requirement: Requirement
    evidence: Evidence
    kind: Kind
    runner_up: Kind | None
    type: DocumentType
    catalogue: Mapping[str, DocumentType]
    office: Office
    year: int
    text: Joined
    partly_read: bool

    def missing(self) -> Level:
        """How much it weighs that something was not found in the text."""
        return Level.DOUBT if self.partly_read else Level.ERROR


def question_of(
    requirement: Requirement,
    evidence: Evidence,
    kind: Kind,
    runner_up: Kind | None,
    catalogue: Mapping[str, DocumentType],
    office: Office,
    year: int,
    text: Text,
) -> Question:
    """Lay a candidate out for the rules."""
    pages = evidence.document.pages
    # Reading a picture may lose a line without a sign of it: what is not found there is only in doubt.
    pictured = (ReadAs.UNREAD, ReadAs.OCR)
    partly = any(page.read_as in pictured or page.confidence < LEGIBLE for page in pages)
    chosen = catalogue[kind.type]
    return Question(requirement, evidence, kind, runner_up, chosen, catalogue, office, year, text.joined, partly)


def title_place(asked: Question) -> Place:
    """Return where the title stands, else the first lines."""
    title = asked.evidence.facts.title
    if title:
        return title.place
    return place_of(asked.evidence.document.file.path, asked.text.lines[:2])
