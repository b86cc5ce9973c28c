"""Each item in a worker process: a crash, a hang or a hunger for memory costs that item and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, TimeoutError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
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
_WARNINGS = "PYTHONWARNINGS"
_SOCKET_FOLDER = 70
"""Bytes of a folder's path that leave room for a socket in it: 104 on macOS, 108 on Linux, 32 for its own name."""

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
        source = iter(items)
        # No more workers than items: one still starting when the pool closes would die complaining.
        first = list(islice(source, self._workers))
        if not first:
            return
        pool = self._pool(len(first))
        try:
            yield from mapped(pool, function, chain(first, source), seconds, len(first) * _AHEAD)
        except BaseException:
            pool.stop()
            raise
        finally:
            pool.close()
            pool.join()

    @contextmanager
    def kept(self) -> Iterator[Kept]:
        """Give an executor whose workers stay between one `map` and the next; they start with the first."""
        executor = Kept(partial(self._pool, self._workers), self._workers * _AHEAD)
        try:
            yield executor
        finally:
            executor.close()

    @property
    def _workers(self) -> int:
        return self.jobs if self.jobs > 0 else processors()

    def _pool(self, workers: int) -> Any:
        return pool_of(workers, prepare_worker, (self.memory,), TASKS_PER_WORKER)


class Kept:
    """An executor on workers that were not started for one `map` alone; one thread may use it at a time."""

    def __init__(self, make: Callable[[], Any], ahead: int) -> None:
        self._make = make
        self._ahead = ahead
        self._pool: Any = None

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield results in the order of the items; function, items and results must be picklable."""
        source = iter(items)
        first = list(islice(source, 1))
        if first:
            self._pool = self._pool or self._make()
            yield from mapped(self._pool, function, chain(first, source), seconds, self._ahead)

    def close(self) -> None:
        """End the workers."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None


def pool_of(workers: int, prepare: Callable[..., None], given: tuple[Any, ...], tasks: int) -> Any:
    """Return a pool of so many workers, each prepared by a function and made anew after so many tasks (0: never)."""
    from pebble import ProcessPool

    _hush_tracker()
    how: dict[str, Any] = {"initializer": prepare, "initargs": given, "context": _context()}
    return ProcessPool(max_workers=workers, max_tasks=tasks, **how)


def mapped(
    pool: Any, function: Callable[[Item], Result], items: Iterable[Item], seconds: float, ahead: int
) -> Iterator[Result | Failure]:
    """Yield the results of a pool in the order of the items, of which at most `ahead` are taken before their turn."""
    waiting: deque[Future[Result | Failure]] = deque()
    try:
        for item in items:
            waiting.append(_scheduled(pool, (seconds, function, item)))
            if len(waiting) >= ahead:
                yield _result(waiting.popleft(), seconds)
        while waiting:
            yield _result(waiting.popleft(), seconds)
    finally:
        for future in waiting:
            future.cancel()


def _scheduled(pool: Any, given: tuple[float, Callable[[Item], Result], Item]) -> Future[Any]:
    """Hand an item to a pool; where no worker can be started any more the item is lost, not the run."""
    try:
        scheduled: Future[Any] = pool.schedule(_within, args=given, timeout=given[0] or None)
    except RuntimeError as error:
        scheduled = Future()
        scheduled.set_exception(error)
    return scheduled


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
    follow_parent()
    be_quiet()
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        except (ValueError, OSError):
            return  # macOS knows the limit by name only


def be_quiet() -> None:
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


def follow_parent() -> None:
    """End this process when the one that started it is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _hush_tracker() -> None:
    """Start what tidies up after a process that was killed so that it does its work without a word to the person."""
    if sys.platform != "win32" and not os.environ.get(DEBUG):
        from multiprocessing import resource_tracker

        asked = os.environ.get(_WARNINGS)
        os.environ[_WARNINGS] = ",".join(filter(None, (asked, "ignore:resource_tracker:UserWarning")))
        resource_tracker.ensure_running()
        if asked is None:
            del os.environ[_WARNINGS]
        else:
            os.environ[_WARNINGS] = asked


def _context() -> BaseContext:
    """Return a way to start workers that copies no libraries already at work in this process.

    The quicker way speaks through a socket in the folder of temporary files, whose whole path the system limits.
    """
    methods = multiprocessing.get_all_start_methods()
    fits = len(os.fsencode(tempfile.gettempdir())) <= _SOCKET_FOLDER
    return multiprocessing.get_context("forkserver" if "forkserver" in methods and fits else "spawn")


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
