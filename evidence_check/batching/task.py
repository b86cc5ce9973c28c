"""One office as a piece of work that crosses to another process or machine, and what comes back of it.

Nothing here opens a file of the office: what does is taken in where the work is done (`judging.py`), so that a batch
that finds all as it was is over at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evidence_check import folder
from evidence_check.assignment import Assignment, listed_assignment
from evidence_check.batching.state import state_of
from evidence_check.errors import EvidenceCheckError
from evidence_check.executors.processes import MEMORY
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.batch import Fault, OfficeRow, Sum, Turn, Wanted
from evidence_check.model.outcome import Status
from evidence_check.model.records import OPEN
from evidence_check.shares.opening import folder_errors
from evidence_check.shares.tree import Tree
from evidence_check.store.versions import mark_of_settings

OWN = "~"
"""In place of the file of a cache: the one of whoever reads, wherever that is."""


@dataclass(frozen=True, slots=True)
class How:
    """How every office of a batch is judged and told.

    `jobs` processes read the files of one office; `cache` is the file of what was read before, empty for none; `forms`
    are the reports to make of each.
    """

    settings: ReadSettings = field(default_factory=ReadSettings)
    seconds: float = 0
    memory: int = MEMORY
    jobs: int = 1
    cache: str = ""
    verify: bool = False
    forms: tuple[str, ...] = ()
    language: str = "id"
    identities: bool = False

    def mark(self) -> str:
        """Return what of all this decides what comes out; the reports that are made are looked for themselves."""
        return f"{mark_of_settings(self.settings)} {self.language} {self.identities}"


@dataclass(frozen=True, slots=True)
class Task:
    """One office to be judged: `key` is what it is called in its batch, `place` where its folder is.

    `beside` is the folder of the list it stands in; `known` the state it was last judged in, empty for never; `way`
    leads from its reports to its folder; `now` is the moment it was handed out (ISO); `share` is where its folder is
    when that is elsewhere.
    """

    key: str
    place: str
    row: OfficeRow
    how: How
    wanted: Wanted = field(default_factory=Wanted)
    general: Wanted = field(default_factory=Wanted)
    beside: str = ""
    known: str = ""
    way: str = ""
    now: str = ""
    share: Tree | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an office came out. `document` is what its record is read from later, `reports` are whole files by form.

    `state` is a fingerprint of what was judged, empty where judging it again may come to something else.
    """

    key: str
    turn: Turn
    state: str = ""
    document: str = ""
    reports: tuple[tuple[str, bytes], ...] = ()
    sum: Sum | None = None
    fault: Fault | None = None


def judge(task: Task) -> Outcome:
    """Judge one office, unless it is as it was; what is wrong with it is its outcome, never an exception."""
    from evidence_check.batching.judging import judged

    try:
        given, state = asked_of(task)
        return Outcome(task.key, Turn.UNCHANGED, state) if state == task.known else judged(task, given, state)
    except EvidenceCheckError as error:
        return Outcome(task.key, Turn.FAILED, fault=Fault(error.code, error.params))


def unchanged(task: Task) -> bool:
    """Say whether an office is as it was when last judged; what is wrong with it is left to `judge` to tell."""
    try:
        return bool(task.known) and asked_of(task)[1] == task.known
    except EvidenceCheckError:
        return False


def asked_of(task: Task) -> tuple[Assignment, str]:
    """Return what is asked of an office and the state it is in; raise what is wrong with it."""
    given = listed_assignment(Path(task.place), task.row, Path(task.beside), task.wanted, task.general, task.share)
    return given, state_of(stamps_of(task), given, task.how.mark())


def stamps_of(task: Task) -> Iterator[tuple[str, int, str]]:
    """Yield path, size and stamp of each file of an office, without opening one; raise when its folder is not there."""
    if task.share is None:
        yield from folder.stamps(Path(task.place))
        return
    with folder_errors(task.share):
        for entry in task.share.entries():
            yield entry.path, entry.size, entry.fault.code if entry.fault else entry.stamp


def sum_of(document: dict[str, Any]) -> Sum:
    """Return what a line says of an office, from the document of its check."""
    tally = document["tally"]
    judged = [verdict for verdict in document["verdicts"] if verdict["status"] in OPEN]
    return Sum(
        required=tally["required"],
        ready=tally["ready"],
        low=tally["ready_min"],
        high=tally["ready_max"],
        gaps=sum(not (each["optional"] and each["status"] == Status.MISSING) for each in judged),
        files=len(document["files"]),
        unread=sum(each["unreadable"] is not None for each in document["files"]),
    )
