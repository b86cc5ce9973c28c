"""A root → the pieces of work in it: every folder under it, or every office of its list."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidence_check import library
from evidence_check.assignment import refuse_address
from evidence_check.batching.offices import rows_of
from evidence_check.batching.task import How, Task
from evidence_check.errors import FolderError
from evidence_check.model.batch import OfficeRow, Offices, Wanted
from evidence_check.report.visible import visible
from evidence_check.shares.opening import folder_errors
from evidence_check.shares.tree import Tree


@dataclass(frozen=True, slots=True)
class Region:
    """Many offices under one root: the list of them (None: every folder is one), and what is asked of each.

    `share` is where the root is when it is elsewhere.

    `beside` is the folder the list lies in; `wanted` goes before the list and before the offices' own files.
    """

    root: Path
    share: Tree | None = None
    listed: Offices | None = None
    beside: Path = field(default_factory=Path)
    wanted: Wanted = field(default_factory=Wanted)

    def rows(self) -> tuple[OfficeRow, ...]:
        """Return the offices; raise `FolderError` when the root cannot be listed or holds none."""
        rows = self.listed.rows if self.listed is not None else rows_of(self._folders())
        if not rows:
            raise FolderError("batch_no_offices", path=visible(self.name))
        return rows

    @property
    def name(self) -> str:
        """How the root is named, to people and in the store."""
        return self.share.address if self.share else os.path.realpath(self.root)

    def _folders(self) -> Iterator[str]:
        if self.share is None:
            yield from _folders(self.root)
            return
        with folder_errors(self.share):
            yield from self.share.folders()

    def tasks(self, how: How, reports: Path) -> Iterator[Task]:
        """Yield a piece of work for each office."""
        general = self.listed.wanted if self.listed else Wanted()
        for row in self.rows():
            place = self.root / row.folder
            yield Task(
                key=row.folder,
                place=str(place),
                row=row,
                how=how,
                wanted=self.wanted,
                general=general,
                beside=str(self.beside),
                way="" if self.share else _way(place, reports),
                share=self.share.within(row.folder) if self.share else None,
            )


def region_at(place: Path, list_at: str, wanted: Wanted, share: Tree | None = None) -> Region:
    """Return the offices of a folder, or of a list: the one that is named, is the place itself, or lies in the folder.

    Raises `ChecklistError` when the list cannot be used.
    """
    if list_at:
        return Region(place, share, library.offices(Path(list_at)), Path(list_at).resolve().parent, wanted)
    if share is not None:
        return Region(place, share, library.offices_there(share), Path.cwd(), wanted)
    refuse_address(place)
    if place.suffix.lower() in library.SUFFIXES and place.is_file():
        return Region(place.parent, None, library.offices(place), place.resolve().parent, wanted)
    own = place / library.OFFICES_FILE
    listed = library.offices(own) if own.is_file() else None
    return Region(place, None, listed, place.resolve(), wanted)


def _folders(root: Path) -> Iterator[str]:
    shown = visible(str(root))
    try:
        if not root.is_dir():
            raise FolderError("folder_not_a_folder" if root.exists() else "folder_missing", path=shown)
        with os.scandir(root) as entries:
            names = [entry.name for entry in entries if entry.is_dir()]
    except PermissionError as error:
        raise FolderError("folder_no_permission", path=shown) from error
    except (OSError, ValueError) as error:
        raise FolderError("folder_missing", path=shown) from error
    yield from names


def _way(folder: Path, reports: Path) -> str:
    """Return the way from the reports to a folder, empty when there is none to follow."""
    try:
        return Path(os.path.relpath(folder.resolve(), reports.resolve())).as_posix()
    except ValueError:  # another drive of a Windows machine
        return ""
