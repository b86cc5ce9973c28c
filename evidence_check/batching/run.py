"""The third sentence: offices → handed out → judged → kept, told and reported, each at once.

A run that is killed loses the offices in hand and nothing else; two runs on one store never do the same office twice.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evidence_check.batching.events import Clock, EventLog
from evidence_check.batching.task import Outcome, Task, judge, sum_of, unchanged
from evidence_check.errors import ReportError
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.ledger.ledger import Ledger
from evidence_check.model.batch import Fault, Turn
from evidence_check.model.files import params
from evidence_check.report import SUFFIXES
from evidence_check.report.writing import write

LEASE = 600.0
"""Seconds an office stays with a run that no longer says it is alive."""

PAUSE = 5.0
"""Seconds between two looks at an office another run has in hand."""

ENDINGS = {form: suffix for suffix, form in reversed(SUFFIXES.items()) if suffix != ".htm"}


@dataclass(slots=True)
class Desk:
    """Where offices are handed out and what comes back is put: the store, the folder of reports, the log of events.

    `again` hands out offices that are as they were, too; `wait` is how a run waits for another one (seconds).
    """

    root: str
    ledger: Ledger
    reports: Path
    log: EventLog
    clock: Clock
    stems: dict[str, str]
    again: bool = False
    wait: Callable[[float], Any] = field(default=threading.Event().wait)


    def filed(self, key: str) -> str:
        """Return what an office is called in the store, where offices of many roots are."""
        return f"{self.root}/{key}".encode("utf-8", "backslashreplace").decode("utf-8")

    def earlier(self, key: str) -> str | None:
        """Return the document of the last check of an office on an earlier day, None when there is none."""
        return self.ledger.earlier(self.filed(key), self.clock().date())


def run(tasks: Iterable[Task], executor: Executor, desk: Desk) -> Iterator[Outcome]:
    """Yield how each office came out: those that are as they were, the others in their order, last what others do."""
    number = desk.ledger.begin(desk.root)
    desk.log("run_started", root=desk.root)
    state = "stopped"
    held: set[str] = set()
    alive = _alive(desk, number, held)
    try:
        busy: list[Task] = []
        yield from _handed(tasks, executor, desk, number, held, busy)
        yield from _left_over(busy, executor, desk, number, held)
        state = "done"
    finally:
        alive.set()
        for key in sorted(held):
            desk.ledger.release(number, desk.filed(key))
        desk.ledger.end(number, state)
        desk.log("run_ended", root=desk.root, state=state)


def _handed(
    tasks: Iterable[Task], executor: Executor, desk: Desk, number: Any, held: set[str], busy: list[Task]
) -> Iterator[Outcome]:
    """Hand out every office that no other run has, and yield what comes back; the others are added to `busy`."""
    changed: list[Task] = []
    for task in tasks:
        ready = replace(task, known=_known_state(task, desk))
        if unchanged(ready):
            outcome = _put(Outcome(task.key, Turn.UNCHANGED, ready.known), desk, number)
            desk.log.of(outcome)
            yield outcome
        else:
            changed.append(task)
    out: deque[Task] = deque()

    def handing() -> Iterator[Task]:
        for task in changed:
            if not desk.ledger.claim(number, desk.filed(task.key), LEASE):
                busy.append(task)
                continue
            held.add(task.key)
            ready = replace(task, known=_known_state(task, desk), now=desk.clock().isoformat(timespec="seconds"))
            out.append(ready)
            desk.log("office_started", office=task.key)
            yield ready

    for result in executor.map(judge, handing(), seconds=0):
        task = out.popleft()
        outcome = _lost(task, result) if isinstance(result, Failure) else result
        outcome = _put(outcome, desk, number)
        held.discard(task.key)
        desk.ledger.release(number, desk.filed(task.key))
        desk.log.of(outcome)
        yield outcome


def _left_over(busy: list[Task], executor: Executor, desk: Desk, number: Any, held: set[str]) -> Iterator[Outcome]:
    """Yield the offices another run had in hand, once it is done with them or has died."""
    waited = 0.0
    while busy:
        still: list[Task] = []
        before = len(busy)
        yield from _handed(busy, executor, desk, number, held, still)
        if len(still) < before:
            waited = 0.0
        busy = still
        if busy and waited > 2 * LEASE:
            for task in busy:
                outcome = Outcome(task.key, Turn.BUSY)
                desk.log.of(outcome)
                yield outcome
            return
        if busy:
            desk.wait(PAUSE)
            waited += PAUSE


def _known_state(task: Task, desk: Desk) -> str:
    """Return the state an office was last judged in, empty when it is to be judged whatever it is."""
    if desk.again or any(not place_of(desk, task.key, form).is_file() for form in task.how.forms):
        return ""
    return desk.ledger.last_state(desk.filed(task.key))


def place_of(desk: Desk, key: str, form: str) -> Path:
    """Return where the report of an office in one form is."""
    return desk.reports / f"{desk.stems[key]}{ENDINGS[form]}"


def _put(outcome: Outcome, desk: Desk, number: Any) -> Outcome:
    """Write the reports, then keep the result: so that what is kept always has its reports.

    A report somebody has open costs its office, which is looked at again the next time, and no other.
    """
    if outcome.turn is Turn.CHECKED:
        try:
            for form, data in outcome.reports:
                write(data, place_of(desk, outcome.key, form))
        except ReportError as error:
            return Outcome(outcome.key, Turn.FAILED, fault=Fault(error.code, error.params))
        desk.ledger.keep(number, desk.filed(outcome.key), outcome.state, outcome.document)
        return replace(outcome, reports=())
    if outcome.turn is Turn.UNCHANGED:
        document = desk.ledger.known(desk.filed(outcome.key), outcome.state) or "{}"
        return replace(outcome, document=document, sum=sum_of(json.loads(document)))
    return outcome


def _lost(task: Task, failure: Failure) -> Outcome:
    detail = dict(failure.params).get("detail", failure.code)
    return Outcome(task.key, Turn.FAILED, fault=Fault("EC514", params(detail=detail)))


def _alive(desk: Desk, number: Any, held: set[str]) -> threading.Event:
    """Renew what the run has in hand again and again until the event is set."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(LEASE / 4):
            for key in tuple(held):
                desk.ledger.renew(number, desk.filed(key), LEASE)

    threading.Thread(target=renew, daemon=True).start()
    return over
