"""What comes out: matches, verdicts, readiness."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from evidence_check.model.asked import Checklist, Office, Requirement
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, Finding, Place, Reason, Unreadable
from evidence_check.model.personal import Personal
from evidence_check.model.pictures import Picture
from evidence_check.model.reviews import Reviewed


class Status(StrEnum):
    """How a requirement stands; the shown Indonesian word comes from the message catalogue."""

    MET = "met"
    PARTIAL = "partial"
    DEFECTIVE = "defective"
    UNSURE = "unsure"
    MISSING = "missing"
    NOT_CHECKED = "not_checked"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Match:
    """A document that may serve a requirement: the type it is taken for, why, and which rules it failed.

    Without a failed rule it counts; one that a person accepted counts with what the program holds against it. Where
    pictures are asked, it is one `picture` of the document. Papers of the same `content` say the same words; empty
    where nobody compared.
    """

    requirement: str
    evidence: Evidence
    score: float
    place: Place
    reasons: tuple[Reason, ...] = ()
    failed: tuple[Finding, ...] = ()
    type: str = ""
    picture: Picture | None = None
    content: str = ""


class There(StrEnum):
    """Whether a component stands in a paper: with its content, only by its name, with an empty place, or not at all."""

    YES = "there"
    UNCLEAR = "unclear"
    EMPTY = "empty"
    NO = "missing"


@dataclass(frozen=True, slots=True)
class Component:
    """One cell of the matrix of products and components: how it stands in the best paper on the product, and where.

    `name` is a pattern of `must_cover`; `product` is empty where the paper is looked at as a whole.
    """

    product: str
    name: str
    there: There
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one requirement stands, what it rests on, what came near, and the next step.

    `components` are, product by product, those of `must_cover` in the papers it rests on, else in those that came near.
    `reviews` are the decisions of people on it, and `machine` what the status is without them, None without any.
    """

    requirement: Requirement
    status: Status
    matches: tuple[Match, ...] = ()
    near_misses: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    advice: Finding | None = None
    components: tuple[Component, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    machine: Status | None = None

    @property
    def by_people(self) -> bool:
        """Whether the status rests on the word of a person, not on the program's."""
        return self.machine is not None and self.machine is not self.status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many verdicts of each status there are; the counts add up to the number of requirements."""

    counts: tuple[tuple[Status, int], ...]

    def of(self, status: Status) -> int:
        """Return how many verdicts have this status."""
        return dict(self.counts).get(status, 0)

    @property
    def judged(self) -> int:
        """How many requirements are judged from files at all."""
        outside = (Status.NOT_CHECKED, Status.NOT_APPLICABLE)
        return sum(count for status, count in self.counts if status not in outside)

    @property
    def total(self) -> int:
        """How many requirements the checklist has."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Readiness:
    """Everything a report needs: verdicts, tallies that add up, files nobody could read, papers nobody asked for.

    `personal` says where data of the public stand, which are to be masked before a file is shared.
    """

    checklist: Checklist
    office: Office
    year: int
    verdicts: tuple[Verdict, ...]
    tally: Tally
    contents: tuple[Content, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    unasked: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    personal: tuple[Personal, ...] = ()
