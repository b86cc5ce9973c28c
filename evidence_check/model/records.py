"""A check that was written down: what is left of it when only its JSON is at hand.

Everything in a record may come from strangers: its texts are told like those of any file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from evidence_check.model.outcome import Status

OPEN = (Status.MISSING, Status.DEFECTIVE, Status.PARTIAL, Status.UNSURE)
"""The statuses that leave something to do, the worst first."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Some pages of a file a verdict rests on; `sha256` tells the content apart from the name, empty when unknown."""

    file: str
    sha256: str
    first: int
    last: int

    @property
    def content(self) -> tuple[str, int, int]:
        """What is rested on, whatever the file is called."""
        return (self.sha256 or self.file, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Item:
    """How one requirement stood: its status, what it rested on, what was wrong and the next step, in words."""

    requirement: str
    indicator: str
    name: str
    status: Status
    optional: bool = False
    proofs: tuple[Proof, ...] = ()
    happened: str = ""
    advice: str = ""
    in_charge: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something for it."""
        return self.status in OPEN and not (self.optional and self.status is Status.MISSING)

    @property
    def counts(self) -> bool:
        """Whether it counts in the share that is ready: judged from files, and not optional."""
        return not self.optional and (self.status in OPEN or self.status is Status.MET)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work: an indicator, and the dimension it belongs to."""

    id: str
    name: str
    dimension: str = ""
    dimension_name: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file nobody could read: the code that says why, and the reason in words."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """One check of one office; `checked_at` and `visit` are ISO, `source` is the name of the file it was read from.

    `older` names the version of a shape that did not yet hold the names of indicators, who is in charge, and the visit.
    """

    checklist: str
    checklist_name: str
    year: int
    office: str
    region: str
    checked_at: str
    items: tuple[Item, ...]
    fields: tuple[Field, ...] = ()
    lost: tuple[Lost, ...] = ()
    files: int = 0
    visit: str = ""
    source: str = ""
    older: str = ""

    @property
    def day(self) -> date | None:
        """The day of the check, as a calendar where it was made shows it; None when it is not told."""
        moment = self._told
        return moment.date() if moment else None

    @property
    def moment(self) -> datetime | None:
        """The moment of the check at one place of the world, so that two can be put in order; None when not told."""
        moment = self._told
        try:
            return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment
        except OverflowError:
            return None

    @property
    def _told(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.checked_at)
        except ValueError:
            return None
