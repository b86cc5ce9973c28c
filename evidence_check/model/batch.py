"""Many offices under one root: which there are, what is asked of each, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from evidence_check.model.files import Params


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an office, as far as it is said; empty and None leave it to whoever is asked next."""

    checklist: str = ""
    year: int | None = None
    visit: str = ""

    def over(self, other: Wanted) -> Wanted:
        """Return this with what it leaves open taken from another."""
        return Wanted(self.checklist or other.checklist, self.year or other.year, self.visit or other.visit)


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office of a list: the folder it hands over, from the root, and what is said of it there.

    `settings` is a file like `evidence-check.yaml` that stands in for the folder's own, and `reviews` are further files
    of decisions, both from the folder the list lies in. `office` and `region` go before what the settings say.
    """

    folder: str
    office: str = ""
    region: str = ""
    wanted: Wanted = field(default_factory=Wanted)
    settings: str = ""
    reviews: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offices:
    """A list of offices, and what is asked of each that says nothing itself."""

    rows: tuple[OfficeRow, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)


class Turn(StrEnum):
    """How an office came out of a batch: judged, as it was, not to be judged, or left to another run."""

    CHECKED = "checked"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an office could not be judged: the sentence of an error and its parameters."""

    code: str
    params: Params = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """What a line says of an office: `ready` of the `required` items are met, and the share in percent lies between.

    `low` counts what is certain, `high` also what a person still has to look at, both None when nothing is judged from
    files. `gaps` are left to be closed, and nobody could read `unread` of its `files`.
    """

    required: int
    ready: int
    low: int | None
    high: int | None
    gaps: int
    files: int
    unread: int
