"""One walk, one way to copy for every kind of place; what differs is its `Reach`."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from evidence_check.errors import EvidenceCheckError
from evidence_check.model.files import Level
from evidence_check.shares import SHARES
from evidence_check.shares.address import Address
from evidence_check.shares.faults import LOOP, finding, finding_of, is_of_place
from evidence_check.shares.patience import Tick, patiently
from evidence_check.shares.protocol import Entry, Item, Reach
from evidence_check.sniffing import fault_of_name

SECONDS = 60.0
"""How long a place may stand still before it is left alone."""

FRESH = 60.0
"""Seconds after a change in which a file may change again: the clocks of server and machine differ a little."""

PATIENCE = 3
"""After so many failures of the place itself in a row the rest of it is given up."""

DEEPEST = 60
CHUNK = 1 << 20
T = TypeVar("T")


class Tree:
    """A `Share`: the folder of an address with everything below it."""

    def __init__(self, place: Address, seconds: float = SECONDS, clock: Callable[[], float] = time.time) -> None:
        self._place = place
        self._seconds = seconds
        self._clock = clock
        self._reach: Reach | None = None

    def __reduce__(self) -> tuple[type[Tree], tuple[Address, float]]:
        return type(self), (self._place, self._seconds)

    @property
    def address(self) -> str:
        """How the folder is named to people: never a user, never a password."""
        return self._place.shown

    @property
    def is_local(self) -> bool:
        """Whether the system itself reaches it."""
        return self._place.is_local

    @property
    def seconds(self) -> float:
        """How long the place may stand still before it is left alone."""
        return self._seconds

    def again(self) -> Tree:
        """Return the same share with a connection of its own, for another thread."""
        return type(self)(self._place, self._seconds, self._clock)

    def folders(self) -> Iterator[str]:
        """Yield the names of the folders at its top, sorted; those that are no work of people are left out."""
        for item in self._scanned(""):
            if item.folder and not item.link and not fault_of_name(item.name):
                yield item.name

    def within(self, folder: str) -> Tree:
        """Return one of these folders as a share of its own."""
        return type(self)(self._place.below(folder), self._seconds, self._clock)

    def entries(self) -> Iterator[Entry]:
        """Yield every file below, lazily, in an order that is the same each time."""
        waiting: list[tuple[str, tuple[str, ...]]] = [("", ())]
        lost = 0
        while waiting:
            folder, above = waiting.pop()
            try:
                items = self._scanned(folder)
            except OSError as error:
                if not folder:
                    raise
                yield Entry(folder, fault=finding_of(folder, error, self._seconds))
                lost = lost + 1 if is_of_place(error) else 0
                if lost >= PATIENCE:
                    told = error
                    yield from (Entry(each, fault=finding_of(each, told, self._seconds)) for each, _ in waiting)
                    return
                continue
            lost = 0
            for item in items:
                path = f"{folder}/{item.name}" if folder else item.name
                if fault := fault_of_name(item.name):
                    yield Entry(path, item.size, item.stamp, finding(path, *fault))
                elif not item.folder:
                    yield self._entry(path, item)
                elif item.link or len(above) >= DEEPEST or (item.identity and item.identity in above):
                    yield Entry(path, fault=finding(path, LOOP, Level.NOTE))
                else:
                    waiting.append((path, (*above, item.identity)))

    def entry(self, path: str) -> Entry:
        """Return one file as it is now; raise `OSError` when it cannot be seen."""
        return self._entry(path, self._patiently(lambda reach, tick: reach.look(path)))

    def look(self) -> Item:
        """Return the folder of the address itself; raise `OSError` when it cannot be seen."""
        return self._patiently(lambda reach, tick: reach.look(""))

    def fetch(self, path: str, target: Path) -> None:
        """Copy one file piece by piece; raise `OSError`, `TimeoutError` when no piece came in time."""

        def copied(reach: Reach, tick: Tick) -> None:
            with reach.open(path) as source, open(target, "wb") as copy:
                while piece := source.read(CHUNK):
                    copy.write(piece)
                    tick()

        self._patiently(copied)

    def text(self, name: str, limit: int) -> str | None:
        """Return the text of a small file at the top, None when there is none."""

        def read(reach: Reach, tick: Tick) -> bytes | None:
            try:
                with reach.open(name) as source:
                    return source.read(limit + 1)
            except (FileNotFoundError, NotADirectoryError):
                return None

        data = self._patiently(read)
        if data is not None and len(data) > limit:
            raise ValueError(f"more than {limit} bytes")
        return data.decode("utf-8-sig") if data is not None else None

    def close(self) -> None:
        """Let go of whatever connection there is; it is opened again when needed."""
        reach, self._reach = self._reach, None
        if reach is not None:
            reach.close()

    def _scanned(self, folder: str) -> list[Item]:
        def scan(reach: Reach, tick: Tick) -> list[Item]:
            items = []
            for item in reach.scan(folder):
                items.append(item)
                tick()
            return items

        return sorted(self._patiently(scan), key=lambda item: item.name)

    def _entry(self, path: str, item: Item) -> Entry:
        fault = finding(path, LOOP, Level.NOTE) if item.link else None
        fresh = item.changed is not None and self._clock() - item.changed < FRESH
        return Entry(path, item.size, item.stamp, fault, fresh)

    def _patiently(self, action: Callable[[Reach, Tick], T]) -> T:
        """Act on the place within the time it has; after trouble with it the next action begins anew."""

        def act(tick: Tick) -> T:
            if self._reach is None:
                self._reach = reach_of(self._place)
                tick()
            return action(self._reach, tick)

        try:
            return patiently(act, self._seconds)
        except (ConnectionError, TimeoutError):
            self.close()
            raise
        except (OSError, EvidenceCheckError):
            raise
        except Exception as error:  # the libraries beneath, and what a hostile archive makes them do
            raise OSError(errno.EIO, type(error).__name__) from error


def reach_of(place: Address) -> Reach:
    """Return a way to a place, by its scheme; raise `ToolMissingError` when the library for it is not installed."""
    module, _, name = SHARES[place.scheme].partition(":")
    reach: Reach = getattr(import_module(module), name)(place)
    return reach
