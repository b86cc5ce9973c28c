"""Files of a share → copies on this machine, by several threads: they only wait for the network, and read nothing.

The copies lie in a private folder and are short-lived: whoever has read one removes it, and no more is fetched than
there is room for. What is locked, vanished or half copied is tried again, and then named with its reason.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from evidence_check.model.files import Finding
from evidence_check.shares.faults import CHANGING, ChangingError, finding_of, is_of_place, may_pass
from evidence_check.shares.protocol import Entry
from evidence_check.shares.tree import PATIENCE, Tree

THREADS = 4
PAUSES = (0.5, 2.0, 8.0)
"""Seconds before a file is tried again."""

LARGE = 4 << 20
"""Bytes from which a file is looked at once more after it was copied: it may have changed under way."""

SUFFIX = 12
STEP = 0.02


@dataclass(frozen=True, slots=True)
class Room:
    """How much may lie here at once: bytes and files; and how many seconds to wait for room to be made."""

    size: int = 512 << 20
    files: int = 256
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of one file: where its copy is, or the reason there is none; `entry` is as it was when copied."""

    entry: Entry
    path: str = ""
    fault: Finding | None = None


class Bringer:
    """Fetches files of one share into a folder that nobody else writes to."""

    def __init__(
        self,
        share: Tree,
        spool: Path,
        threads: int = THREADS,
        room: Room | None = None,
        pauses: tuple[float, ...] = PAUSES,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._share = share
        self._spool = spool
        self._threads = threads
        self._room = room or Room()
        self._pauses = pauses
        self._sleep = sleep
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._held: dict[str, int] = {}
        self._lost = 0
        self._told: OSError | None = None

    def bring(self, entries: Iterable[Entry]) -> Iterator[Brought]:
        """Yield the files as they come, each once; whoever is done with a copy removes it."""
        source = iter(entries)
        done: queue.SimpleQueue[Brought | BaseException | None] = queue.SimpleQueue()
        ended = threading.Event()
        threads = [
            threading.Thread(target=self._work, args=(source, done, ended), daemon=True, name="bring")
            for _ in range(self._threads)
        ]
        for thread in threads:
            thread.start()
        left = len(threads)
        try:
            while left:
                try:
                    found = done.get(timeout=1.0)  # so that Ctrl-C is heard on Windows too
                except queue.Empty:
                    continue
                if found is None:
                    left -= 1
                elif isinstance(found, BaseException):
                    raise found
                else:
                    yield found
        finally:
            ended.set()
            for thread in threads:  # one that is stuck in the network is left to itself
                thread.join(STEP)

    def release(self, path: str) -> None:
        """Remove a copy that is no longer needed."""
        with contextlib.suppress(OSError):
            os.unlink(path)
        with self._lock:
            self._held.pop(path, None)

    def _work(
        self,
        source: Iterator[Entry],
        done: queue.SimpleQueue[Brought | BaseException | None],
        ended: threading.Event,
    ) -> None:
        share = self._share.again()
        try:
            while not ended.is_set():
                with self._lock:
                    entry = next(source, None)
                if entry is None:
                    break
                target = self._place(entry, ended)
                if ended.is_set():
                    break
                done.put(self._brought(share, entry, target, ended))
        except BaseException as error:  # a bug of ours, which is to be heard in the thread that waits
            done.put(error)
        finally:
            with contextlib.suppress(Exception):
                share.close()
            done.put(None)

    def _place(self, entry: Entry, ended: threading.Event) -> str:
        """Wait for room and return where the copy goes; what is in the way too long is gone past."""
        suffix = PurePosixPath(entry.path).suffix
        suffix = suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= SUFFIX else ""
        waited = 0.0
        while not ended.is_set():
            with self._lock:
                for path in [each for each in self._held if not os.path.exists(each)]:
                    del self._held[path]
                full = sum(self._held.values()) + entry.size > self._room.size or len(self._held) >= self._room.files
                if not (full and self._held) or waited >= self._room.seconds:
                    target = str(self._spool / f"{next(self._numbers)}{suffix}")
                    Path(target).touch(0o600)
                    self._held[target] = entry.size
                    return target
            ended.wait(STEP)
            waited += STEP
        return ""

    def _brought(self, share: Tree, entry: Entry, target: str, ended: threading.Event) -> Brought:
        """Fetch one file, again after a pause where that may help."""
        error: OSError | None = None
        for pause in (*self._pauses, None):
            if self._lost >= PATIENCE or ended.is_set():
                break
            try:
                _copy(share, entry, Path(target))
            except OSError as failure:
                stalled = isinstance(error, TimeoutError) and isinstance(failure, TimeoutError)
                error = failure
                if stalled:  # twice in a row is enough: each time costs the whole patience
                    break
            else:
                self._lost = 0
                return Brought(entry, target)
            if pause is None or not may_pass(error):
                break
            self._sleep(pause)
            with contextlib.suppress(OSError):
                entry = share.entry(entry.path)
        self.release(target)
        error = error or self._told or ConnectionError()
        if is_of_place(error):
            with self._lock:
                self._lost += 1
                self._told = error
        return Brought(entry, fault=finding_of(entry.path, error, share.seconds))


def _copy(share: Tree, entry: Entry, target: Path) -> None:
    """Copy one file as it was listed; raise `ChangingError` when it is not, or no longer, as it was."""
    share.fetch(entry.path, target)
    changed = target.stat().st_size != entry.size
    if not changed and (entry.fresh or entry.size > LARGE):
        now = share.entry(entry.path)
        changed = (now.size, now.stamp) != (entry.size, entry.stamp)
    if changed:
        raise ChangingError(CHANGING)
