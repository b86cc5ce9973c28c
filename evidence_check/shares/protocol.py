"""What a place of files is to the program (`Share`), and what each kind of place must be able to do (`Reach`).

Everything here only reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from evidence_check.model.files import Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as listed: its path below the folder with forward slashes, its size, and a stamp.

    The stamp changes when the file does. `fault` says why it is not to be read; a folder that cannot be entered is
    an entry with a fault too. `fresh`: it changed so lately that it may change again without a new stamp.
    """

    path: str
    size: int = 0
    stamp: str = ""
    fault: Finding | None = None
    fresh: bool = False


class Share(Protocol):
    """A folder somewhere. It can be pickled and is opened again wherever that is undone; one thread may use it."""

    @property
    def address(self) -> str:
        """How the folder is named to people: never a user, never a password."""
        ...

    def folders(self) -> Iterator[str]:
        """Yield the names of the folders at its top, sorted; those that are no work of people are left out."""
        ...

    def within(self, folder: str) -> Share:
        """Return one of these folders as a share of its own."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Yield every file below, lazily, in an order that is the same each time."""
        ...

    def entry(self, path: str) -> Entry:
        """Return one file as it is now; raise `OSError` when it cannot be seen."""
        ...

    def fetch(self, path: str, target: Path) -> None:
        """Copy one file piece by piece; raise `OSError`, `TimeoutError` when no piece came in time."""
        ...

    def text(self, name: str, limit: int) -> str | None:
        """Return the text of a small file at the top, None when there is none.

        Raises `OSError` when it cannot be read, `ValueError` when it is larger than `limit` bytes or no UTF-8.
        """
        ...

    def close(self) -> None:
        """Let go of whatever connection there is; it is opened again when needed."""
        ...


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a folder as its place tells it; `changed` is when it did (seconds), None where that tells nothing.

    `identity` is the same for the same folder under two names. `link`: it leads elsewhere and is not followed.
    """

    name: str
    folder: bool = False
    size: int = 0
    stamp: str = ""
    changed: float | None = None
    identity: str = ""
    link: bool = False


class Reach(Protocol):
    """How one kind of place is reached. Paths are below the address; failures are `OSError`s of the fitting class."""

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder, in any order."""
        ...

    def look(self, path: str) -> Item:
        """Return one file or folder as it is now; the empty path is the folder of the address."""
        ...

    def open(self, path: str) -> BinaryIO:
        """Open a file for reading, and for nothing else."""
        ...

    def close(self) -> None:
        """Let go of the connection, without waiting for a place that does not answer."""
        ...
