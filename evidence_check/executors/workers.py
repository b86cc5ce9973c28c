"""Each item in a process of its own that may start others: for whole offices, whose files are read by further workers.

Such a worker has no limits, for what it does itself is bounded; those it starts have them. When it dies, its item
is lost, and whoever started it goes on.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.util import is_exiting
from types import FrameType
from typing import Any, cast

from evidence_check.executors.processes import be_quiet, follow_parent, mapped, pool_of, processors
from evidence_check.executors.protocol import Failure, Item, Result

AHEAD = 3
"""How many items wait for each worker: an office may come back with megabytes of reports."""


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor on `jobs` worker processes (0: one for each processor this process may use)."""

    jobs: int = 0

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield results in the order of the items; function, items and results must be picklable."""
        source = iter(items)
        first = list(islice(source, self.jobs if self.jobs > 0 else processors()))
        if not first:
            return
        pool = pool_of(len(first), prepare_parent, (), 0)
        try:
            yield from mapped(pool, function, chain(first, source), seconds, len(first) * AHEAD)
        except BaseException:
            pool.stop()
            raise
        finally:
            pool.close()
            pool.join()


def prepare_parent() -> None:
    """Let a worker have workers of its own, end with whoever started it, and have no word of its own."""
    may_have_children()
    follow_parent()
    be_quiet()
    signal.signal(signal.SIGTERM, _end_tidily)


def _end_tidily(number: int, _: FrameType | None) -> None:
    """End this process, its own workers first.

    One that ends because there is no more to do is told to end as well, and would stop in the middle of tidying up.
    """
    from pebble.common.process import process_exit

    signal.signal(number, signal.SIG_IGN)
    if not is_exiting():
        process_exit(number)


def may_have_children() -> None:
    """Take the mark from this process that forbids it children; it is there so that none outlives it.

    Ours follow their parent by themselves (`follow_parent`), however it ends.
    """
    settings = cast(dict[str, Any], getattr(multiprocessing.current_process(), "_config", {}))
    settings["daemon"] = False
