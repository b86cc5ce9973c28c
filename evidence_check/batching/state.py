"""The state of an office: a fingerprint of everything its verdicts follow from, got without opening a file of it.

Two equal states come to the same reports, the moment of the check aside. That a file may change while its size and
times stay is what `--verify` is for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache

from evidence_check import library
from evidence_check.assignment import Assignment
from evidence_check.store.versions import mark_of_catalogue, program_version


def state_of(files: Iterable[tuple[str, int, str]], given: Assignment, how: str) -> str:
    """Return the state of an office from path, size and stamp of each of its files, and what is asked of it.

    `how` is a fingerprint of the settings it is read and told with.
    """
    digest = hashlib.sha256()
    for line in _lines(files, given, how):
        digest.update(line.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _lines(files: Iterable[tuple[str, int, str]], given: Assignment, how: str) -> Iterator[str]:
    yield _shelf()
    yield repr(given)
    yield how
    yield from (f"{path}\0{size}\0{stamp}" for path, size, stamp in sorted(files))


@cache
def _shelf() -> str:
    """Return a fingerprint of the program and of all that it judges by, whatever the office."""
    parts = (program_version(), mark_of_catalogue(library.catalogue()), repr(library.yardsticks()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
