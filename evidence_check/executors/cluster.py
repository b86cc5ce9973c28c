"""Each item on a Dask cluster that runs already: what one worker loses another tries, and few are in flight at once."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from evidence_check.errors import ToolMissingError
from evidence_check.executors.protocol import Failure, Item, Result
from evidence_check.executors.workers import may_have_children
from evidence_check.model.files import params

AHEAD = 2
"""How many items are on the cluster for each of its threads: enough that none waits, few enough that none piles up."""

PATIENCE = 20.0
"""Seconds to wait for the scheduler, and for its first worker."""

LONELY = 3
"""How many times that long a cluster may be without any worker before what it has in hand is given up."""

_ONE_AT_A_TIME = threading.Lock()
"""Libraries that read papers do not bear two threads; a worker with several takes items one after the other."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """An executor on the cluster of a scheduler (`tcp://host:8786`).

    `version` must give the same there as here, for what crosses between two versions means something else.
    """

    scheduler: str
    version: Callable[[], str]

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float
    ) -> Iterator[Result | Failure]:
        """Yield results in the order of the items, which must be picklable; `seconds` cannot be kept here.

        Raises `ToolMissingError` when the scheduler does not answer, has no workers or those of another version, or
        ends in the meantime.
        """
        source = iter(items)
        first = list(islice(source, 1))
        if not first:
            return
        client = _connected(self.scheduler)
        waiting: deque[Any] = deque()
        hand = _Hand(client)
        try:
            most = AHEAD * self._threads(client)
            for item in chain(first, source):
                waiting.append(self._submitted(client, function, item))
                if len(waiting) >= most:
                    yield hand.result(waiting.popleft())
            while waiting:
                yield hand.result(waiting.popleft())
        finally:
            with suppress(Exception):  # a scheduler that is gone has nothing left to cancel
                client.cancel(list(waiting))
            client.close()

    def _submitted(self, client: Any, function: Callable[[Item], Result], item: Item) -> Any:
        try:
            return client.submit(_alone, function, item, pure=False)
        except Exception as error:
            raise _unreachable(self.scheduler, error) from error

    def _threads(self, client: Any) -> int:
        """Return how many threads the cluster has; raise when it has none, or runs another version."""
        here = self.version()
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise ToolMissingError("cluster_without_workers", address=self.scheduler) from error
        there = client.run(self.version)
        if set(there.values()) != {here}:
            others = sorted(name for name, version in there.items() if version != here)
            raise ToolMissingError("cluster_other_version", address=self.scheduler, workers=", ".join(others[:5]))
        return int(sum(client.nthreads().values())) or 1


def _connected(scheduler: str) -> Any:
    try:
        from distributed import Client as connect
    except ImportError as error:
        raise ToolMissingError("cluster_not_installed") from error
    try:
        client: Any = connect
        return client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise _unreachable(scheduler, error) from error


def _unreachable(scheduler: str, error: Exception) -> ToolMissingError:
    return ToolMissingError("cluster_unreachable", address=scheduler, detail=type(error).__name__)


def _alone(function: Callable[[Item], Result], item: Item) -> Result:
    may_have_children()
    with _ONE_AT_A_TIME:
        return function(item)


@dataclass(slots=True)
class _Hand:
    """Takes results from a cluster, and knows how often in a row it was found without any worker."""

    client: Any
    lonely: int = 0

    def result(self, future: Any) -> Any:
        """Return what became of an item; one that took several workers with it, or has none left, is given up."""
        try:
            while not self._gave_up():
                try:
                    return future.result(timeout=PATIENCE)
                except TimeoutError:
                    if future.done():  # its own, not ours
                        raise
                    self.lonely = 0 if self.client.nthreads() else self.lonely + 1
            return Failure("EC110", params(detail="NoWorkers"))
        except Exception as error:  # whatever the function raised, or the loss of its workers, came back here
            return Failure("EC110", params(detail=type(error).__name__))
        finally:
            future.release()

    def _gave_up(self) -> bool:
        """Say whether the cluster has had no worker for long, and still has none."""
        if self.lonely >= LONELY and self.client.nthreads():
            self.lonely = 0
        return self.lonely >= LONELY
