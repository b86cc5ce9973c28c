"""What is asked of one office: its own file, the checklist and the year, and what people decided.

What is asked on the command line goes first, then what a list of offices says of it, then the office's own file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_check import library
from evidence_check.checklist.agreeing import check_office, check_reviews, check_year
from evidence_check.errors import FolderError, UsageError
from evidence_check.folder import OWN_FILES
from evidence_check.model.asked import Checklist, Office
from evidence_check.model.batch import OfficeRow, Wanted
from evidence_check.model.reviews import Review
from evidence_check.report.visible import visible
from evidence_check.shares.address import REMOTE, is_remote
from evidence_check.shares.opening import folder_errors
from evidence_check.shares.tree import Tree

_LIKE_ADDRESS = re.compile(rf"(?:{'|'.join(sorted(REMOTE))}):[\\/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One office to be judged, all of it read and found to fit together."""

    checklist: Checklist
    office: Office
    year: int
    reviews: tuple[Review, ...] = ()


def assignment(root: Path, wanted: Wanted, reviews: Sequence[str] = (), share: Tree | None = None) -> Assignment:
    """Return what is asked of the office of a folder; `reviews` are files of decisions beside its own.

    `share` is where the folder is when it is elsewhere. Raises `UsageError` when no checklist or no year is chosen,
    `ChecklistError` when something cannot be used, `FolderError` when the folder cannot be read or holds nothing.
    """
    _must_hold_something(root, share)
    return _fitting(root, _office_at(root, share), wanted, wanted.checklist, reviews, None, share)


def listed_assignment(
    root: Path, row: OfficeRow, beside: Path, wanted: Wanted, general: Wanted, share: Tree | None = None
) -> Assignment:
    """Return what is asked of an office of a list that lies in the folder `beside`.

    `wanted` goes before the list, `general` is what the list asks of whoever says nothing; see `assignment`.
    """
    _must_hold_something(root, share)
    office = library.office_at(beside / row.settings) if row.settings else _office_at(root, share)
    office = replace(office, name=row.office or office.name, region=row.region or office.region)
    asked = wanted.over(row.wanted)
    named = asked.checklist or ("" if office.checklist else general.checklist)
    told = asked.over(Wanted("", office.year, office.visit)).over(general)
    return _fitting(root, office, told, named, [str(beside / name) for name in row.reviews], beside, share)


def _fitting(
    root: Path,
    office: Office,
    wanted: Wanted,
    named: str,
    reviews: Sequence[str],
    beside: Path | None,
    share: Tree | None,
) -> Assignment:
    """Return the assignment; `named` is a checklist that was named elsewhere than in the office's own file."""
    office = replace(office, visit=wanted.visit or office.visit)
    name = named or office.checklist
    if not name:
        raise UsageError("no_checklist", known=", ".join(library.checklist_ids()))
    year = wanted.year or office.year
    if not year:
        raise UsageError("no_year")
    # What the office's own file names may lie beside it: the overlay for the letter it received.
    checklist = library.checklist(name, beside) if named else _checklist_at(name, root, share)
    check_year(checklist, year)
    check_office(checklist, office, library.OFFICE_FILE)
    decided = library.reviews(root, reviews, share)
    check_reviews(checklist, office, decided)
    return Assignment(checklist, office, year, decided)


def paths_inside(root: Path, names: Iterable[str]) -> frozenset[str]:
    """Return those of some files that lie in a folder, by their paths in it."""
    top = Path(os.path.realpath(root))
    real = [Path(os.path.realpath(name)) for name in names]
    return frozenset(path.relative_to(top).as_posix() for path in real if path.is_relative_to(top))


def must_hold_something(root: Path) -> None:
    """Raise when the folder is missing, is none, may not be read, or holds nothing at all."""
    refuse_address(root)
    shown = visible(str(root))
    try:
        if not root.is_dir():
            raise FolderError("folder_not_a_folder" if root.exists() else "folder_missing", path=shown)
        with os.scandir(root) as entries:
            if all(entry.name in OWN_FILES for entry in entries):
                raise FolderError("folder_empty", path=shown)
    except PermissionError as error:
        raise FolderError("folder_no_permission", path=shown) from error
    except (OSError, ValueError) as error:
        raise FolderError("folder_missing", path=shown) from error


def refuse_address(path: Path) -> None:
    """Raise when a command that needs a folder of this machine was given an address."""
    text = str(path)
    if is_remote(text) or _LIKE_ADDRESS.match(text):  # a path has lost one of the two slashes
        raise UsageError("address_not_here")


def _must_hold_something(root: Path, share: Tree | None) -> None:
    if share is None:
        must_hold_something(root)
        return
    with folder_errors(share):
        if all(entry.path in OWN_FILES for entry in share.entries()):
            raise FolderError("folder_empty", path=visible(share.address))


def _office_at(root: Path, share: Tree | None) -> Office:
    return library.office_there(share) if share else library.office(root)


def _checklist_at(name: str, root: Path, share: Tree | None) -> Checklist:
    """Return the checklist the folder's own file names, which may lie beside it."""
    return library.checklist_there(name, share) if share else library.checklist(name, root)
