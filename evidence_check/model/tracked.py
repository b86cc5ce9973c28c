"""What follows from records: what changed, who has to do what, and how many offices stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence_check.model.files import Finding
from evidence_check.model.outcome import Status
from evidence_check.model.records import Field, Item, Proof, Record


class Move(StrEnum):
    """Which way a requirement went between two checks, in the order in which it is told."""

    NEW_GAP = "new_gap"
    WORSE = "worse"
    CLOSED = "closed"
    BETTER = "better"
    OTHER_EVIDENCE = "other_evidence"
    TAKEN_IN = "taken_in"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement that went somewhere; a status is None where that check did not have the requirement.

    `come` and `gone` are the pages it rests on now and did not before, and the other way round.
    """

    move: Move
    item: Item
    before: Status | None
    after: Status | None
    come: tuple[Proof, ...] = ()
    gone: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast gaps close: how many were open and are, and what was closed and opened in between.

    `days` passed between the checks and `left` are there until the visit, both None when nobody can say; `left` is
    counted from the day of the later check and below 0 when the visit was before it.
    """

    open_before: int
    open: int
    closed: int
    opened: int
    days: int | None = None
    left: int | None = None
    visit: str = ""

    @property
    def fewer(self) -> int:
        """How many fewer are open; below 0 when they have become more."""
        return self.open_before - self.open

    @property
    def needed_days(self) -> int | None:
        """How many days the rest takes at the same pace, rounded up; None when it is not getting less."""
        if not self.open:
            return 0
        if not self.days or self.fewer <= 0:
            return None
        return -(-self.open * self.days // self.fewer)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two checks of one office; `notes` say what the comparison cannot tell."""

    before: Record
    after: Record
    changes: tuple[Change, ...]
    pace: Pace
    notes: tuple[Finding, ...] = ()

    def of(self, move: Move) -> tuple[Change, ...]:
        """Return the changes of one kind, in the order of the checklist."""
        return tuple(change for change in self.changes if change.move is move)


class By(StrEnum):
    """What the lists of things to do are parted by."""

    IN_CHARGE = "in_charge"
    INDICATOR = "indicator"
    DIMENSION = "dimension"


@dataclass(frozen=True, slots=True)
class DutyList:
    """What one person has to do, or what there is to do in one field of work; `key` is empty where nobody is named."""

    key: str
    name: str
    duties: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """Everything that is open, in lists to forward; `deadline` and the days `left` are None where no visit is known."""

    record: Record
    by: By
    lists: tuple[DutyList, ...]
    deadline: date | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many requirements that count there are, how many are met, and how many a person has still to look at.

    `status` is what a cell is coloured by: met or to be looked at only when nothing else is open.
    """

    required: int
    met: int
    unsure: int
    status: Status

    @property
    def low(self) -> int | None:
        """What is certainly ready in percent, rounded down: 100 only when all is; None when nothing counts."""
        return 100 * self.met // self.required if self.required else None

    @property
    def high(self) -> int | None:
        """What is ready at most, should all that is to be looked at turn out to be valid; in percent, rounded down."""
        return 100 * (self.met + self.unsure) // self.required if self.required else None


class Trend(StrEnum):
    """Where an office goes: told from two checks only."""

    STILL = "still"
    BACK = "back"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office: its latest check, what changed since the one before, and a share for each field of work.

    `href` leads to the report that lies beside the result, empty when there is none.
    """

    record: Record
    total: Share
    cells: tuple[Share | None, ...]
    trend: Trend = Trend.UNKNOWN
    since: Changes | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class CommonGap:
    """A requirement that is open in some offices, out of those in which it is judged."""

    requirement: str
    name: str
    field: Field
    offices: tuple[str, ...]
    judged: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The offices that were checked by one checklist for one year, side by side."""

    checklist: str
    name: str
    year: int
    fields: tuple[Field, ...]
    rows: tuple[OfficeRow, ...]
    gaps: tuple[CommonGap, ...]


@dataclass(frozen=True, slots=True)
class Recap:
    """Many offices: an overview for each checklist and year, and what is wrong with results that are left out."""

    overviews: tuple[Overview, ...]
    results: int
    refused: tuple[Finding, ...] = ()
