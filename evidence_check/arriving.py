"""A share → contents: what is remembered is not fetched, the rest is read while more of it arrives."""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.collecting import (
    Progress,
    Steps,
    Where,
    collect_inside,
    finish,
    known_inside,
    read_one,
    settled,
)
from evidence_check.errors import FolderError
from evidence_check.executors.protocol import Executor
from evidence_check.extract.opening import carries_files, holds_files
from evidence_check.extract.settings import Reach, ReadSettings
from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable, params
from evidence_check.shares.bringing import Bringer, Brought
from evidence_check.shares.opening import folder_errors
from evidence_check.shares.protocol import Entry
from evidence_check.shares.tree import Tree
from evidence_check.store.cache import Cache, Keeping

TOGETHER = 256 << 20
"""Bytes of archives, or of long scans, that lie here at once."""

Bringing = Callable[[Tree, Path], Bringer]


@dataclass(frozen=True)
class RemoteFolder:
    """A folder that is reached over a network, or a ZIP: its files are fetched, a few at a time, and never kept."""

    share: Tree
    bringing: Bringing = Bringer
    max_bytes: int = folder.MAX_BYTES
    _entries: dict[str, Entry] = field(default_factory=dict)

    def collect(
        self,
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
        apart: Collection[str] = (),
    ) -> Iterator[Content | Unreadable]:
        """Yield what every file says, or why it cannot be read or fetched."""
        wanted: list[Entry] = []
        for entry in self._listed(apart):
            if fault := entry.fault or self._fault(entry):
                yield Unreadable(File(entry.path, entry.size, "", "unknown"), fault)
            else:
                wanted.append(entry)
        self._entries.update({entry.path: entry for entry in wanted})
        front = settings.reach is Reach.FRONT
        known = self._known(wanted, cache)
        results = cache.results([known[each.path] for each in wanted if each.path in known], front) if cache else []
        at_hand = {result.file.path: result for result in results if result is not None}
        boxes = [file for file in known.values() if _is_box(file, settings)]
        no_news = at_hand.keys() | {file.path for file in boxes}
        new = [each for each in wanted if each.path not in no_news]
        for result in at_hand.values():
            yield result
            boxes += [result.file] if carries_files(result) and settings.max_depth else []
        with self._spooled() as bringer:
            reader = _Round(bringer, settings, executor, seconds, progress, cache, self.share.address, len(wanted))
            yield from reader.read(new, len(at_hand))
            boxes += reader.boxes
            how = (settings, executor, seconds, progress, cache)
            for some in _portions(boxes):
                yield from self._opened(bringer, some, *how)

    def finish(
        self,
        contents: Sequence[Content],
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
    ) -> Iterator[Content]:
        """Yield contents of which only the front matter was read; a few files are fetched once more at a time."""
        whole = {content.file: content for content in contents}
        with self._spooled() as bringer:
            for some in _portions(whole):
                new = [file for file in some if not (cache and isinstance(cache.result(file), Content))]
                places = {each.entry.path: each.path for each in self._brought(bringer, new)}
                # A file that could not be fetched again is one that is no longer there.
                located = [(places.get(file.path) or os.devnull, whole[file]) for file in some]
                yield from finish(located, settings, executor, seconds, progress, cache)
                for path in places.values():
                    bringer.release(path)

    def _listed(self, apart: Collection[str]) -> list[Entry]:
        with folder_errors(self.share):
            return [
                entry
                for entry in self.share.entries()
                if entry.path not in folder.OWN_FILES and entry.path not in apart
            ]

    def _fault(self, entry: Entry) -> Finding | None:
        if entry.size == 0:
            return _finding(entry.path, "EC103")
        if entry.size > self.max_bytes:
            return _finding(entry.path, "EC104", size=entry.size, limit=self.max_bytes)
        return None

    def _known(self, entries: Iterable[Entry], cache: Cache | None) -> dict[str, File]:
        """Return what is remembered of files whose size and stamp are as they were."""
        found: dict[str, File] = {}
        for entry in entries if cache else ():
            if cache and (known := cache.known_there(self.share.address, entry.path, entry.size, entry.stamp)):
                found[entry.path] = File(entry.path, entry.size, *known)
        return found

    @contextmanager
    def _spooled(self) -> Iterator[Bringer]:
        try:
            spool = tempfile.TemporaryDirectory(prefix="evidence-check-", ignore_cleanup_errors=True)
        except OSError as error:
            raise FolderError("share_no_room", path=self.share.address) from error
        with spool as place:
            yield self.bringing(self.share, Path(place))

    def _brought(self, bringer: Bringer, files: Sequence[File]) -> Iterator[Brought]:
        """Yield files that were fetched before, fetched again."""
        return bringer.bring(self._entries[file.path] for file in files)

    def _opened(
        self,
        bringer: Bringer,
        boxes: Sequence[File],
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None,
    ) -> Iterator[Content | Unreadable]:
        """Yield what lies in some containers; of what is all known nothing is fetched."""
        shut = [box for box in boxes if known_inside(box, cache, settings.max_depth) is None]
        places: dict[str, str] = {}
        lost: set[str] = set()
        for each in self._brought(bringer, shut):
            if each.fault:
                lost.add(each.entry.path)
                yield Unreadable(next(box for box in shut if box.path == each.entry.path), each.fault)
            else:
                places[each.entry.path] = each.path
        located = [(places.get(box.path, ""), box) for box in boxes if box.path not in lost]
        yield from collect_inside(located, settings, executor, seconds, progress, cache)
        for path in places.values():
            bringer.release(path)


@dataclass
class _Round:
    """The first reading of what is not known: what arrives is handed to the readers at once."""

    bringer: Bringer
    settings: ReadSettings
    executor: Executor
    seconds: float
    progress: Progress | None
    cache: Cache | None
    address: str
    total: int
    boxes: list[File] = field(default_factory=list)
    _aside: list[Content | Unreadable] = field(default_factory=list)
    _waiting: deque[Where] = field(default_factory=deque)

    def read(self, entries: Sequence[Entry], done: int) -> Iterator[Content | Unreadable]:
        """Yield what came of some files that are to be fetched."""
        steps = Steps([("", File(each.path, each.size, "", "")) for each in entries], self.total, done)
        keeping = self.cache.keeping if self.cache and not self.cache.trouble else None
        task = partial(_read_copy, self.settings, keeping)
        for result in self.executor.map(task, self._arriving(entries), seconds=self.seconds):
            path, file = self._waiting.popleft()
            if self.progress:
                self.progress(steps.at(file))
            found = settled(result, file, self.cache)
            self.bringer.release(path)
            yield from self._told(found, steps)
            yield from self._others(steps)
        yield from self._others(steps)
        if self.progress and entries:
            self.progress(steps.at(File(entries[-1].path, 0, "", "")))

    def _others(self, steps: Steps) -> Iterator[Content | Unreadable]:
        while self._aside:
            yield from self._told(self._aside.pop(), steps)

    def _told(self, found: Content | Unreadable, steps: Steps) -> Iterator[Content | Unreadable]:
        steps.take(found, True)
        if carries_files(found) and self.settings.max_depth:
            self.boxes.append(found.file)
        yield found

    def _arriving(self, entries: Sequence[Entry]) -> Iterator[Where]:
        """Yield the files that are to be read, as they come; what needs no reading is set aside."""
        for brought in self.bringer.bring(entries):
            entry, path = brought.entry, brought.path
            if brought.fault:
                self._aside.append(Unreadable(File(entry.path, entry.size, "", "unknown"), brought.fault))
                continue
            file = self._looked_at(entry, path)
            if file is None:
                self.bringer.release(path)
            elif _is_box(file, self.settings):
                self.boxes.append(file)
                self.bringer.release(path)
            elif known := self._at_hand(file):
                self._aside.append(known)
                self.bringer.release(path)
            else:
                self._waiting.append((path, file))
                yield path, file

    def _looked_at(self, entry: Entry, path: str) -> File | None:
        """Return a file that arrived; None for a page of ours, and for what is set aside with its reason."""
        if folder.is_guide(os.path.basename(entry.path), path):
            return None
        found = folder.look_at(Path(path), Path(path).parent)
        if isinstance(found, Unreadable):
            place = Place(entry.path, 1, "")
            file = replace(found.file, path=entry.path)
            self._aside.append(Unreadable(file, replace(found.reason, place=place)))
            return None
        if self.cache and not entry.fresh:
            there = (self.address, entry.path, entry.size, entry.stamp)
            self.cache.remember_there(*there, found.sha256, found.kind)
        return replace(found, path=entry.path)

    def _at_hand(self, file: File) -> Content | Unreadable | None:
        """Return what is known of the same bytes under another name or stamp."""
        front = self.settings.reach is Reach.FRONT
        return self.cache.results([file], front)[0] if self.cache else None


def _read_copy(settings: ReadSettings, keeping: Keeping | None, where: Where) -> tuple[Content | Unreadable, str]:
    """Read a copy and remove it, here, so that there is room for the next one before anybody asks for the result."""
    try:
        return read_one(settings, keeping, where)
    finally:
        with suppress(OSError):
            os.unlink(where[0])


def _is_box(file: File, settings: ReadSettings) -> bool:
    return settings.max_depth > 0 and holds_files(file)


def _portions(files: Iterable[File]) -> Iterator[list[File]]:
    """Yield files in portions of some size; one that is larger comes alone."""
    portion: list[File] = []
    for file in files:
        if portion and sum(each.size for each in portion) + file.size > TOGETHER:
            yield portion
            portion = []
        portion.append(file)
    if portion:
        yield portion


def _finding(path: str, code: str, **values: object) -> Finding:
    return Finding(code, Level.ERROR, params(**values), Place(path, 1, ""))
