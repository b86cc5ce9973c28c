"""What was read before: by the content of the file, so that a moved or renamed file is not read again.

A cache that is locked, damaged or full never stops a run: it says so in `trouble` and then keeps nothing.
It holds the texts of papers, so only its owner may open it. Each write is a transaction of its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, File, Page, Unreadable
from evidence_check.store import place, there
from evidence_check.store.database import (
    FRONT,
    MEMBERS,
    PAGE,
    PAPERS,
    PATIENCE,
    RESULT,
    connect,
    shrink,
    size_of,
    trouble_of,
)
from evidence_check.store.results import (
    Inside,
    lasting,
    lasts,
    pack_inside,
    pack_page,
    pack_papers,
    pack_result,
    unpack_inside,
    unpack_page,
    unpack_papers,
    unpack_result,
)
from evidence_check.store.versions import knower_version, reader_version

LIMIT = 1_000_000_000
DAY = 86_400
AT_ONCE = 200
FINE, COARSE = 0.1, 2.1
"""Seconds in which a file may change again without a new time: on most disks, on disks that count whole seconds."""

T = TypeVar("T")
_Row = tuple[Any, ...]
"""What is remembered of a file: size, times, inode, version, hash and kind."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How results are kept: in which file, for which settings (a fingerprint), up to how many bytes.

    `verify`: trust no remembered time of a file, hash it. `patience`: seconds to wait for another run.
    """

    file: Path
    settings: str = ""
    limit: int = LIMIT
    verify: bool = False
    patience: float = PATIENCE


class Cache:
    """An open cache; `trouble` says why it can no longer be used: locked, damaged, full or unusable.

    `mend`: set a damaged file aside; `mended` says that this was done and a new one begun.
    """

    def __init__(self, keeping: Keeping, *, mend: bool = True, clock: Callable[[], float] = time.time) -> None:
        self.keeping = keeping
        self.trouble = ""
        self.wanted: tuple[File, ...] = ()
        self._clock = clock
        self._mend = mend
        self._touched: list[str] = []
        self._folders: dict[str, str] = {}
        self._expected: dict[str, _Row | None] = {}
        self._link: sqlite3.Connection | None = None
        self._open()
        self.mended = self.trouble == "damaged" and mend
        if self.mended:
            self._open()

    # ------------------------------------------------------------ what is in the files

    def results(self, files: Sequence[File], front: bool = False) -> list[Content | Unreadable | None]:
        """Return what is known of each of the files that are wanted now; `front`: of long scans the front matter."""
        self.wanted += tuple(files)
        found: list[Content | Unreadable | None] = []
        for start in range(0, len(files), AT_ONCE):
            some = files[start : start + AT_ONCE]
            keys = [self._keys_of_result(file) for file in some]
            values = self._values([key for pair in keys for key in (pair if front else pair[:1])])
            found += [self._known_result(file, pair, values, front) for file, pair in zip(some, keys, strict=True)]
        return found

    def result(self, file: File) -> Content | Unreadable | None:
        """Return what came of reading the same bytes before, None when that is not known."""
        key = self._key_of_result(file)
        return self._result(file, key, self._value(key))

    def keep_result(self, result: Content | Unreadable) -> None:
        """Keep what came of reading a file, if it would come to the same the next time."""
        if lasting(result):
            file, what = result.file, _what(result)
            self._keep(self._key_of_result(file, what), file, lambda: pack_result(result, file.path), what)

    def page(self, picture: str, file: File) -> Page | None:
        """Return the page recognised from a picture before, None when that is not known."""
        key = _key(PAGE, picture, reader_version())
        data = self._value(key)
        return self._unpacked(key, lambda: unpack_page(data, file.path)) if data else None

    def keep_page(self, picture: str, page: Page, file: File) -> None:
        """Keep a page just recognised from a picture in a file."""
        if lasts(page):
            self._keep(_key(PAGE, picture, reader_version()), file, lambda: pack_page(page, file.path), PAGE)

    def papers(self, content: Content, catalogue: str) -> tuple[Evidence, ...] | None:
        """Return the papers found in a file before, None when unknown; `catalogue` is its fingerprint."""
        if not lasting(content):
            return None
        key = self._key_of_papers(content, catalogue)
        data = self._value(key)
        return self._unpacked(key, lambda: unpack_papers(data, content)) if data else None

    def keep_papers(self, papers: Sequence[Evidence], content: Content, catalogue: str) -> None:
        """Keep the papers found in a file, if what was read of it is worth keeping."""
        if lasting(content):
            file = content.file
            self._keep(self._key_of_papers(content, catalogue), file, lambda: pack_papers(papers, content), PAPERS)

    def inside(self, file: File) -> Inside | None:
        """Return what a container holds, None when it was not opened before."""
        key = self._key_of_result(file, MEMBERS)
        data = self._value(key)
        return self._unpacked(key, lambda: unpack_inside(data, file.path)) if data else None

    def keep_inside(self, inside: Inside, file: File) -> None:
        """Keep what a container holds, if opening it again would come to the same."""
        if lasting(inside):
            self._keep(self._key_of_result(file, MEMBERS), file, lambda: pack_inside(inside, file), MEMBERS)

    def held(self) -> int:
        """Return how many of the wanted files need not be read again."""
        asked = "SELECT 1 FROM entry WHERE key IN (?, ?)"
        keys = [self._keys_of_result(file) for file in self.wanted]
        return self._do(lambda link: sum(link.execute(asked, pair).fetchone() is not None for pair in keys), 0)

    # ------------------------------------------------------------ which files are there

    def known(self, path: str, state: os.stat_result) -> tuple[str, str] | None:
        """Return content hash and kind of a file whose size and times are as remembered, else None."""
        if self.keeping.verify:
            return None
        row = self._expected[path] if path in self._expected else self._seen_alone(path)
        return (str(row[5]), str(row[6])) if row and row[:5] == (*_stamp(state), reader_version()) else None

    def expect(self, folder: str, names: Sequence[str]) -> None:
        """Look up together which files of a folder were seen before; only the last folder is kept in mind."""
        self._expected = {}
        for start in range(0, 0 if self.keeping.verify else len(names), AT_ONCE):
            self._expected.update(self._seen(folder, names[start : start + AT_ONCE]))

    def _seen(self, folder: str, names: Sequence[str]) -> dict[str, _Row | None]:
        """Return what is remembered of each of some files in a folder by its path, None where nothing is."""
        asked = f"SELECT path, size, mtime, ctime, inode, version, sha, kind FROM seen WHERE path IN ({_places(names)})"
        real, start = self._real(folder) + os.sep, folder if folder.endswith(os.sep) else folder + os.sep
        places = [os.fsencode(real + name) for name in names]
        rows: list[tuple[Any, ...]] = self._do(lambda link: link.execute(asked, places).fetchall(), [])
        found = {row[0]: row[1:] for row in rows}
        return {start + name: found.get(place) for name, place in zip(names, places, strict=True)}

    def remember(self, path: str, state: os.stat_result, sha256: str, kind: str) -> None:
        """Remember a file that was just hashed; `state` is from before that."""
        size, mtime, ctime, inode = _stamp(state)
        changed = max(state.st_mtime, state.st_ctime)
        if self._clock() - changed < (COARSE if mtime % 10_000_000 == 0 else FINE):
            mtime = -1  # it could change once more without showing it
        row = (self._name(path), size, mtime, ctime, inode, reader_version(), sha256, kind)
        self._do(lambda link: link.execute("INSERT OR REPLACE INTO seen VALUES (?,?,?,?,?,?,?,?)", row), None)

    def known_there(self, address: str, path: str, size: int, stamp: str) -> tuple[str, str] | None:
        """Return content hash and kind of a file of a share whose size and stamp are as remembered, else None."""
        if self.keeping.verify:
            return None
        row = (*there.key_of(address, path, size, stamp), reader_version())
        found: tuple[str, str] | None = self._do(lambda link: link.execute(there.ASKED, row).fetchone(), None)
        return found

    def remember_there(self, address: str, path: str, size: int, stamp: str, sha256: str, kind: str) -> None:
        """Remember a file of a share that was just hashed; one that may change again under this stamp is not to be."""
        row = (*there.key_of(address, path, size, stamp), 0, 0, reader_version(), sha256, kind)
        self._do(lambda link: link.execute("INSERT OR REPLACE INTO seen VALUES (?,?,?,?,?,?,?,?)", row), None)

    def give_up(self, trouble: str) -> None:
        """Keep nothing more, because a reader of this run could not."""
        if not self.trouble:
            self._end(trouble)

    def close(self) -> None:
        """Note what was used, and close."""
        now = int(self._clock())
        rows = [(now, key) for key in self._touched]
        if rows:
            self._do(lambda link: _together(link, "UPDATE entry SET used = ? WHERE key = ?", rows), None)
        self._shut()

    # ------------------------------------------------------------ inside

    def _open(self) -> None:
        self.trouble = ""
        try:
            place.prepare(self.keeping.file)
            self._link = connect(self.keeping.file, self.keeping.patience)
        except (sqlite3.Error, OSError) as error:
            self._fail(error)

    def _do(self, action: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        if self._link is None:
            return otherwise
        try:
            return action(self._link)
        except (sqlite3.Error, OSError) as error:
            self._fail(error)
            return otherwise

    def _fail(self, error: Exception) -> None:
        self._end(trouble_of(error))

    def _end(self, trouble: str) -> None:
        self.trouble = trouble
        self._shut()
        if self.trouble == "damaged" and self._mend:
            try:
                place.set_aside(self.keeping.file)
            except OSError:
                self.trouble = "unusable"

    def _shut(self) -> None:
        if self._link is not None:
            with contextlib.suppress(sqlite3.Error):
                self._link.close()
            self._link = None

    def _known_result(
        self, file: File, keys: tuple[str, str], values: Mapping[str, bytes], asked_front: bool
    ) -> Content | Unreadable | None:
        """Return the front matter when it was asked for and is known, else the whole unless that is too much."""
        whole, front = keys
        if front in values:
            return self._result(file, front, values[front])
        found = self._result(file, whole, values.get(whole))
        return None if asked_front and isinstance(found, Content) and found.long_scan else found

    def _result(self, file: File, key: str, data: bytes | None) -> Content | Unreadable | None:
        return self._unpacked(key, lambda: unpack_result(data, file)) if data else None

    def _value(self, key: str) -> bytes | None:
        return self._values([key]).get(key)

    def _values(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return what is kept under some keys, and note that it was of use."""
        asked = f"SELECT key, value, used FROM entry WHERE key IN ({_places(keys)})"
        rows: list[tuple[str, object, int]] = self._do(lambda link: link.execute(asked, keys).fetchall(), [])
        old = self._clock() - DAY
        self._touched += [key for key, _, used in rows if used < old]
        return {key: value if isinstance(value, bytes) else b"?" for key, value, _ in rows}

    def _unpacked(self, key: str, unpacked: Callable[[], T]) -> T | None:
        """Return a kept value, None after forgetting one that is damaged."""
        try:
            return unpacked()
        except ValueError:
            self._do(lambda link: link.execute("DELETE FROM entry WHERE key = ?", (key,)), None)
            return None

    def _keep(self, key: str, file: File, packed: Callable[[], bytes], what: str = RESULT) -> None:
        if self._link is None:
            return
        try:
            data = packed()
        except ValueError:
            return
        if len(data) > self.keeping.limit // 4:
            return
        now = int(self._clock())
        row = (key, what, file.sha256, now, now, data)
        self._do(lambda link: link.execute("INSERT OR REPLACE INTO entry VALUES (?,?,?,?,?,?)", row), None)
        self._do(self._fit, None)

    def _fit(self, link: sqlite3.Connection) -> None:
        """Forget what was not used for longest, until a fifth of the room is free again."""
        if size_of(link) <= self.keeping.limit:
            return
        oldest = "SELECT key FROM entry ORDER BY used, made LIMIT ?"
        while size_of(link) > self.keeping.limit * 4 // 5:
            if not link.execute(f"DELETE FROM entry WHERE key IN ({oldest})", (AT_ONCE,)).rowcount:
                break
        link.execute("DELETE FROM seen WHERE sha NOT IN (SELECT sha FROM entry)")
        shrink(link)

    def _seen_alone(self, path: str) -> _Row | None:
        folder, name = os.path.split(path)
        return next(iter(self._seen(folder or os.curdir, [name]).values()))

    def _name(self, path: str) -> bytes:
        folder, name = os.path.split(path)
        return os.fsencode(self._real(folder) + os.sep + name)

    def _real(self, folder: str) -> str:
        """Return what a folder is really called, without a separator at its end."""
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder or os.curdir).rstrip(os.sep)
        return self._folders[folder]

    def _key_of_result(self, file: File, what: str = RESULT) -> str:
        """Name what decides the result: the bytes, the ending of the name, the code and the settings."""
        if what == FRONT:
            return self._keys_of_result(file)[1]
        return _key(what, file.sha256, file.kind, _suffix(file.path), reader_version(), self.keeping.settings)

    def _keys_of_result(self, file: File) -> tuple[str, str]:
        whole = self._key_of_result(file)
        return whole, f"{whole} {FRONT}"

    def _key_of_papers(self, content: Content, catalogue: str) -> str:
        """Name what decides the papers: what was read, the whole path (it hints at the kind), code and catalogue."""
        read = self._key_of_result(content.file, _what(content))
        return _key(PAPERS, read, content.file.path, knower_version(), catalogue)


def keep(keeping: Keeping, result: Content | Unreadable) -> str:
    """Keep one result from a process that reads files; return what trouble there was, if any."""
    try:
        cache = _of_this_process(keeping)
        cache.keep_result(result)
    except MemoryError:  # the file was read all the same
        return ""
    return cache.trouble


def pages_kept(keeping: Keeping) -> Cache:
    """Return the memory of pages of a process that reads files."""
    return _of_this_process(keeping)


@lru_cache(maxsize=1)
def _of_this_process(keeping: Keeping) -> Cache:
    return Cache(keeping, mend=False)


def _what(result: Content | Unreadable) -> str:
    return FRONT if isinstance(result, Content) and result.is_front else RESULT


def _places(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _suffix(path: str) -> str:
    """Return what `PurePosixPath(path).suffix.lower()` gives, which is slow."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


def _stamp(state: os.stat_result) -> tuple[int, int, int, str]:
    """Return what changes when a file does; the inode as text, some are larger than SQLite's numbers."""
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, str(state.st_ino)


def _together(link: sqlite3.Connection, statement: str, rows: Iterable[Sequence[object]]) -> None:
    """Run one statement for many rows in one transaction."""
    link.execute("BEGIN IMMEDIATE")
    try:
        link.executemany(statement, rows)
        link.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            link.execute("ROLLBACK")
        raise
