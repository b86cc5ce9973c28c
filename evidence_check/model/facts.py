"""What a document says about itself, each statement with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence_check.model.files import Document, Finding, Place, Reason


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement a document makes about itself, as a normalised value with its place and confidence (0..1).

    Where a document makes several of one sort, `name` says which this is (`signed`, `cited`, `posts_held`) and `of`
    what it is about, such as the post in the row of a table.
    """

    value: str
    place: Place
    confidence: float = 1.0
    name: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a document; `nip` is 18 digits or empty and is masked wherever it is shown.

    `confidence` says how surely the NIP, or the name without one, was read (0..1).
    """

    name: str
    role: str
    place: Place
    nip: str = ""
    post: str = ""
    confidence: float = 1.0


HELD = "held"
"""The name of a figure that says: this element (`value`) of this group (`of`) is there."""

# From this score a document is taken for what it seems to be, if no other type comes within the margin.
ACCEPTED = 0.65


MARGIN = 0.08


class Doubt(StrEnum):
    """Why a document is taken for nothing: its best candidate scores too little, or its rival comes too near."""

    SCORE = "score"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Kind:
    """A candidate type of a document; `score` is the sum of its reasons, cut to 0..1."""

    type: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says about itself.

    `kinds` best first; `kind` the type it is taken for, None when that is in `doubt`; `rival` the best
    candidate that is no relative of the first; `date` ISO, the date it was signed, without its day when
    the paper has none; `year` the year it speaks of; `period` an ISO month interval such as
    2026-01/2026-06; `signature` sums up `signs`: `digital`, `claimed`, `copy`, `ink`, `typed` or `none`;
    `findings` what is wrong with the paper itself.
    `dates`, `signs` and `figures` are many of one sort, told apart by their names: every date (`signed`, `enacted`,
    `effective`, `event`, `cited`, `printed`, `taken`), every sign of a signature (`digital`, `claimed`, `ink`,
    `stamp`, `copy`), and the values that other papers or the paper itself must agree with.
    """

    kinds: tuple[Kind, ...] = ()
    kind: Kind | None = None
    doubt: Doubt | None = None
    rival: Kind | None = None
    title: Fact | None = None
    number: Fact | None = None
    date: Fact | None = None
    year: Fact | None = None
    period: Fact | None = None
    about: Fact | None = None
    office: Fact | None = None
    signatory: Person | None = None
    people: tuple[Person, ...] = ()
    signature: Fact | None = None
    findings: tuple[Finding, ...] = ()
    dates: tuple[Fact, ...] = ()
    signs: tuple[Fact, ...] = ()
    figures: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document together with what it says about itself."""

    document: Document
    facts: Facts
