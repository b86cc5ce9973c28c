"""A root looked at again and again: what settled is judged, what vanished leaves the overview, nothing ends the watch.

Shares send no word of changes, so every look lists the folders anew. An office is judged when two looks at least as
far apart as `settle` saw the same, so that nothing half-copied is judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from evidence_check.batching.handing import Region
from evidence_check.batching.offices import stems_of
from evidence_check.batching.overview import Gathering
from evidence_check.batching.run import Desk, run
from evidence_check.batching.task import How, Outcome, Task, stamps_of
from evidence_check.errors import EvidenceCheckError
from evidence_check.executors.protocol import Executor
from evidence_check.model.batch import Turn

RETRY = 900.0
"""Seconds until an office is judged again whose last result may not last: a file was busy, a share stalled."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look at a root saw: the offices in their order, each with a fingerprint of its files."""

    tasks: tuple[Task, ...]
    looks: dict[str, str]


def glancing(region: Region, how: How, desk: Desk) -> Callable[[], Glance]:
    """Return what looks at a root: its offices as they are now, each with a fingerprint of what lies in its folder.

    Offices that came or went since the last look get the names of their reports anew.
    """

    def glance() -> Glance:
        tasks = tuple(region.tasks(how, desk.reports))
        desk.stems = stems_of([task.key for task in tasks])
        return Glance(tasks, {task.key: look_of(task) for task in tasks})

    return glance


def look_of(task: Task) -> str:
    """Return a fingerprint of the names, sizes and times in the folder of an office, without opening a file."""
    digest = hashlib.sha256()
    for path, size, stamp in sorted(stamps_of(task)):
        digest.update(f"{path}\0{size}\0{stamp}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@dataclass(slots=True)
class _Seen:
    look: str
    since: float
    judged: str | None = None
    again_at: float | None = None


@dataclass(slots=True)
class Watch:
    """Judges what settled, round by round; `glance` looks at the root, `settle` and the moments are in seconds."""

    glance: Callable[[], Glance]
    executor: Executor
    desk: Desk
    gathering: Gathering
    settle: float
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def round(self, now: float) -> tuple[bool, Iterator[Outcome]]:
        """Look once; return whether offices came or went, and the outcomes of those that are judged now.

        The outcomes must be taken for the offices to be judged. A root that cannot be listed changes nothing.
        """
        try:
            glance = self.glance()
        except EvidenceCheckError as error:
            self.desk.log("root_unreachable", code=error.code, params=dict(error.params))
            return False, iter(())
        gone = [key for key in self._seen if key not in glance.looks]
        for key in gone:
            del self._seen[key]
            self.gathering.forget(key)
            self.desk.log("office_gone", office=key)
        ready = [task for task in glance.tasks if self._is_ready(task.key, glance.looks[task.key], now)]
        return bool(gone), self._judged(ready, glance, now)

    def _is_ready(self, key: str, look: str, now: float) -> bool:
        seen = self._seen.get(key)
        if seen is None or seen.look != look:
            judged = seen.judged if seen else None
            self._seen[key] = _Seen(look, now, judged)
            return self.settle <= 0
        if seen.judged == look:
            return seen.again_at is not None and now >= seen.again_at
        return now - seen.since >= self.settle

    def _judged(self, ready: Sequence[Task], glance: Glance, now: float) -> Iterator[Outcome]:
        if not ready:
            return
        for outcome in run(ready, self.executor, self.desk):
            self.gathering.add(outcome)
            seen = self._seen[outcome.key]
            seen.judged = glance.looks[outcome.key]
            passing = not outcome.state or outcome.turn is Turn.BUSY
            seen.again_at = now + RETRY if passing else None
            yield outcome
