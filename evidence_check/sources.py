"""Where the files of one check come from: a folder of this machine, or a share from which they are fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evidence_check import folder
from evidence_check.collecting import Progress, collect, finish
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import Content, Unreadable
from evidence_check.store.cache import Cache


class Source(Protocol):
    """Where files come from, read in two rounds: all of them, then what was left of long scans."""

    def collect(
        self,
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
        apart: Collection[str] = (),
    ) -> Iterator[Content | Unreadable]:
        """Yield what every file says, or why it cannot be read, in any order; those that are `apart` are left out.

        Raises `FolderError` when there is no folder to read.
        """
        ...

    def finish(
        self,
        contents: Sequence[Content],
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
    ) -> Iterator[Content]:
        """Yield contents of which only the front matter was read, now as whole as the settings allow."""
        ...


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder the system itself reaches: files are read where they are."""

    root: Path

    def collect(
        self,
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
        apart: Collection[str] = (),
    ) -> Iterator[Content | Unreadable]:
        """Yield what every file says, or why it cannot be read."""
        listing = folder.walk(self.root, memory=cache).without(apart)
        yield from listing.unreadable
        located = [(folder.real_path(self.root, file.path), file) for file in listing.files]
        yield from collect(located, settings, executor, seconds, progress, cache)

    def finish(
        self,
        contents: Sequence[Content],
        settings: ReadSettings,
        executor: Executor,
        seconds: float,
        progress: Progress | None,
        cache: Cache | None = None,
    ) -> Iterator[Content]:
        """Yield contents of which only the front matter was read, now as whole as the settings allow."""
        places = [(folder.real_path(self.root, content.file.path), content) for content in contents]
        yield from finish(places, settings, executor, seconds, progress, cache)
