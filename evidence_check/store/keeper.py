"""What the owner of a cache may do with it: see what it holds, forget a folder or everything."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from evidence_check.store import place
from evidence_check.store.database import MEMBERS, PATIENCE, below, connect, shrink
from evidence_check.store.results import Inside, unpack_inside


@dataclass(frozen=True, slots=True)
class Held:
    """What a cache holds: bytes on the disk, results, files they are for, and when the oldest was kept (seconds)."""

    size: int = 0
    entries: int = 0
    files: int = 0
    oldest: int | None = None
    aside: int = 0


def info(file: Path, patience: float = PATIENCE) -> Held:
    """Return what a cache holds, nothing when there is none; raise `sqlite3.Error` when it cannot be opened."""
    pieces = place.pieces(file)
    size = sum(path.lstat().st_size for path in pieces)
    aside = sum(place.ASIDE in path.name for path in pieces)
    if not file.is_file():
        return Held(size, aside=aside)
    with closing(connect(file, patience)) as link:
        asked = "SELECT count(*), count(DISTINCT sha), min(made) FROM entry WHERE what = 'result'"
        entries, shas, oldest = link.execute(asked).fetchone()
    return Held(size, entries, shas, oldest, aside)


def clear(file: Path, folder: Path | str | None = None, patience: float = PATIENCE) -> int:
    """Forget what was read from a folder, or everything; return how many files that were.

    A text is the address of a folder elsewhere. The same content elsewhere is forgotten too. Raises `sqlite3.Error`
    when the cache cannot be written.
    """
    if not file.is_file():
        return 0
    with closing(connect(file, patience)) as link:
        return _forget(link, folder)


def _members(link: sqlite3.Connection, sha: str) -> list[str]:
    """Return the hashes of what lies inside a container."""
    found = link.execute("SELECT value FROM entry WHERE sha = ? AND what = ?", (sha, MEMBERS)).fetchall()
    return [each.sha256 for (data,) in found for each in _unpacked(data).files]


def _unpacked(data: bytes) -> Inside:
    try:
        return unpack_inside(data, "")
    except ValueError:
        return Inside()


def _forget(link: sqlite3.Connection, folder: Path | str | None) -> int:
    link.execute("BEGIN IMMEDIATE")
    if folder is None:
        shas = [row[0] for row in link.execute("SELECT DISTINCT sha FROM entry")]
        link.execute("DELETE FROM entry")
        link.execute("DELETE FROM seen")
    else:
        path = folder if isinstance(folder, str) else os.path.realpath(folder)
        asked = "SELECT DISTINCT sha FROM seen WHERE path = ? OR path >= ? AND path < ?"
        shas = [row[0] for row in link.execute(asked, (os.fsencode(path), *below(path)))]
        for sha in shas:  # grows while it is walked: containers in containers
            shas += [each for each in _members(link, sha) if each not in shas]
        for table in ("entry", "seen"):
            link.executemany(f"DELETE FROM {table} WHERE sha = ?", [(sha,) for sha in shas])
    link.execute("COMMIT")
    shrink(link)
    return len(shas)
