"""Each item in a worker process: a crash, a hang or a hunger for memory costs that item and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from evidence_check.executors.protocol import Failure, Item, Result
from evidence_check.model.files import params

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

MEMORY = 3 << 30
"""Bytes of address space for each worker unless the caller says otherwise."""

GRACE = 5
"""Seconds of processor time beyond the time limit; the time limit is to come first."""

DEBUG = "EVIDENCE_CHECK_DEBUG"
TASKS_PER_WORKER = 200
_AHEAD = 64
"""How many items wait in the pool for each worker; more would only hold memory."""


@dataclass(frozen=True, slots=True)
class Processes:
    """An executor on `jobs` worker processes (0: one for each processor this process may use)."""

    jobs: int = 0
    memory: int = MEMORY

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield results in the order of the items; function, items and results must be picklable."""
        from pebble import ProcessPool

        source = iter(items)
        # No more workers than items: one still starting when the pool closes would die complaining.
        first = list(islice(source, self.jobs if self.jobs > 0 else processors()))
        if not first:
            return
        workers = len(first)
        pool: Any = ProcessPool(
            max_workers=workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=prepare_worker,
            initargs=(self.memory,),
            context=_context(),
        )
        waiting: list[Future[Result | Failure]] = []
        try:
            for item in chain(first, source):
                waiting.append(pool.schedule(_within, args=(seconds, function, item), timeout=seconds or None))
                if len(waiting) >= workers * _AHEAD:
                    yield _result(waiting.pop(0), seconds)
            while waiting:
                yield _result(waiting.pop(0), seconds)
        except BaseException:
            pool.stop()
            raise
        finally:
            pool.close()
            pool.join()


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def prepare_worker(memory: int) -> None:
    """Set a worker's limits: one thread for OCR, bounded memory, no life after its parent's, and no word of its own.

    Windows knows no such limit of memory: there the time limit ends what swells, and only that file is lost.
    """
    os.environ["OMP_THREAD_LIMIT"] = "1"
    threading.Thread(target=_follow_parent, daemon=True).start()
    _be_quiet()
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        except (ValueError, OSError):
            return  # macOS knows the limit by name only


def _be_quiet() -> None:
    """Keep what libraries say while they read or die off the person's screen; `EVIDENCE_CHECK_DEBUG` lets them talk."""
    if not os.environ.get(DEBUG):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _within(seconds: float, function: Callable[[Item], Result], item: Item) -> Result:
    """Call a function with a limit of processor time a little above its time limit, held by the system itself.

    It holds also when whoever watches the clock is stopped; Windows has none.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime + seconds) + GRACE if seconds else hard
        if hard == resource.RLIM_INFINITY or soft <= hard:
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    return function(item)


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _context() -> BaseContext:
    """Return a way to start workers that copies no libraries already at work in this process."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _result(future: Future[Result], seconds: float) -> Result | Failure:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Failure("EC105", params(seconds=f"{seconds:g}"))
    except ProcessExpired as error:
        if sys.platform != "win32" and error.exitcode == -signal.SIGXCPU:
            return Failure("EC105", params(seconds=f"{seconds:g}"))
        return Failure("EC110", params(detail=f"exit {error.exitcode}"))
    except Exception as error:  # whatever the function raised came back here
        return Failure("EC110", params(detail=type(error).__name__))
