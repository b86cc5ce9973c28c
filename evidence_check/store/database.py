"""The SQLite file under the cache: opened so that every single write is safe at once, and why it may not work."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait for another run that is writing."""

PAUSE = 0.05
RESULT, FRONT, PAGE, PAPERS, MEMBERS = "result", "front", "page", "papers", "members"
"""What an entry is: what was read of a file, of the front matter of a long scan only, of the picture of one page, the
papers found in a file, what a container holds."""

SCHEMA = 1
_PAGES_OF_LOG = 1000

_TABLES = """
CREATE TABLE IF NOT EXISTS entry (
    key TEXT PRIMARY KEY, what TEXT NOT NULL, sha TEXT NOT NULL,
    made INTEGER NOT NULL, used INTEGER NOT NULL, value BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_sha ON entry (sha);
CREATE INDEX IF NOT EXISTS entry_used ON entry (used);
CREATE TABLE IF NOT EXISTS seen (
    path BLOB PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL,
    inode TEXT NOT NULL, version TEXT NOT NULL, sha TEXT NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seen_sha ON seen (sha);
"""

_LOCKED = {5, 6, 15}
_FULL = {10, 13}
_DAMAGED = {11, 26}


def connect(file: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open the database and make its tables; raise `sqlite3.Error` when that fails."""
    link = sqlite3.connect(file, timeout=patience, isolation_level=None)
    try:
        link.execute("PRAGMA secure_delete = ON")
        version = link.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            link.execute("PRAGMA auto_vacuum = INCREMENTAL")
        _write_ahead(link, patience)
        link.execute("PRAGMA synchronous = NORMAL")
        link.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_OF_LOG}")
        if version == 0:
            link.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
        elif version != SCHEMA:
            raise sqlite3.DatabaseError("file is not a database of this program")
        link.execute("SELECT key FROM entry LIMIT 1").fetchone()
        link.execute("SELECT path FROM seen LIMIT 1").fetchone()
    except BaseException:
        link.close()
        raise
    return link


def _write_ahead(link: sqlite3.Connection, patience: float) -> None:
    """Let readers and one writer work at once; two runs that make the file together must take turns here."""
    for _ in range(max(1, round(patience / PAUSE))):
        try:
            link.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if trouble_of(error) != "locked":
                raise
            time.sleep(PAUSE)
    raise sqlite3.OperationalError("database is locked")


def trouble_of(error: Exception) -> str:
    """Return why the database cannot be used: `locked`, `full`, `damaged` or `unusable`."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            return "locked" if "locked" in str(error) else "damaged"
        primary = code & 0xFF
        if primary in _LOCKED:
            return "locked"
        if primary in _FULL:
            return "full"
        # A table that is not there or looks otherwise was not made by this program.
        return "damaged" if primary in _DAMAGED or primary == 1 else "unusable"
    return "full" if isinstance(error, OSError) and error.errno in (27, 28, 122) else "unusable"


def size_of(link: sqlite3.Connection) -> int:
    """Return how many bytes the database holds, free pages not counted."""
    pages, free, size = (link.execute(f"PRAGMA {name}").fetchone()[0] for name in
                         ("page_count", "freelist_count", "page_size"))  # fmt: skip
    return int((pages - free) * size)


def shrink(link: sqlite3.Connection) -> None:
    """Give freed space back to the disk, the log of writes included, so that deleted texts are gone."""
    link.execute("PRAGMA incremental_vacuum").fetchall()
    link.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def below(folder: str) -> tuple[bytes, bytes]:
    """Return the bounds between which the bytes of all paths under a folder lie, the upper one left out."""
    low = os.fsencode(folder.rstrip(os.sep) + os.sep)
    return low, low[:-1] + bytes([low[-1] + 1])
