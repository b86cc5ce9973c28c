"""What people decided: one review each, and what became of it in a run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evidence_check.model.asked import Method, Requirement


class Decision(StrEnum):
    """What a person decided on a requirement.

    `accept`: this paper serves, `reject`: it does not, `point`: another paper or page is the one, `waive`: this is not
    asked of the office, `confirm`: this picture shows what is asked, `answer`: how an interview or a look would end.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    POINT = "point"
    WAIVE = "waive"
    CONFIRM = "confirm"
    ANSWER = "answer"


class Answer(StrEnum):
    """How an office stands where the assessor asks people or looks around."""

    READY = "ready"
    NOT_READY = "not_ready"


GIVING = (Decision.ACCEPT, Decision.POINT, Decision.CONFIRM)
"""Decisions that make a paper count."""

ABOUT_A_FILE = (*GIVING, Decision.REJECT)
"""Decisions that hold for the content of one file, and lapse with it."""

_PICTURED = (Method.PHOTO, Method.SCREENSHOT)
BY_FILES = (Method.DOCUMENT, *_PICTURED)
BY_ASKING = (Method.INTERVIEW, Method.OBSERVATION)
FITS: Mapping[Decision, Collection[Method]] = {
    Decision.ACCEPT: BY_FILES,
    Decision.REJECT: BY_FILES,
    Decision.POINT: BY_FILES,
    Decision.CONFIRM: _PICTURED,
    Decision.ANSWER: BY_ASKING,
    Decision.WAIVE: tuple(Method),
}
"""By what a requirement must be judged for a decision to make sense."""


def fits(decision: Decision, requirement: Requirement) -> bool:
    """Say whether a decision makes sense for a requirement, by how that is judged."""
    return requirement.method in FITS[decision]


@dataclass(frozen=True, slots=True)
class Review:
    """What one person decided on one requirement, and why; `date` ISO.

    `sha256` is the content it was decided on and `file` where that lay then; `page` None stands for the whole file,
    `picture` None for every picture of the page. `source` and `line` say where it is written.
    """

    requirement: str
    decision: Decision
    by: str
    date: str
    reason: str
    file: str = ""
    sha256: str = ""
    page: int | None = None
    picture: int | None = None
    answer: Answer | None = None
    source: str = ""
    line: int = 0


class Standing(StrEnum):
    """What became of a review: it holds, its file is not what it was, another one says the opposite, or it cannot be.

    `unfit`: the requirement is judged in another way, or the file has no such page.
    """

    HOLDS = "holds"
    LAPSED = "lapsed"
    CONTRADICTED = "contradicted"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review in a run: how it stands, and where its file lies now (empty where it is about none, or none is left)."""

    review: Review
    standing: Standing
    file: str = ""
