"""Results of earlier checks, read from disk: strangers may have made them, so nothing in them is trusted."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from evidence_check.errors import ResultError
from evidence_check.model.files import Finding, Level, Place
from evidence_check.model.records import Record
from evidence_check.records.document import record_of

LIMIT = 200_000_000
"""Bytes: many times a result of thousands of files."""
SUFFIX = ".json"
Found = tuple[str, Path]
"""What a result is called, and where it is."""


def read(path: Path, shown: Callable[[str], str], source: str = "") -> Record:
    """Return the record of a result; raise `ResultError`, which says in plain words why it cannot be used.

    `source` is what the result is called, the name of its file when empty.
    """
    return record_of(_document(path), source or path.name, shown)


def read_all(found: Iterable[Found], shown: Callable[[str], str]) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Return the records of many results, and a finding for each that cannot be used."""
    records: list[Record] = []
    refused: list[Finding] = []
    for source, path in found:
        try:
            records.append(read(path, shown, source))
        except ResultError as error:
            refused.append(Finding(error.code, Level.ERROR, error.params, Place(source, 0, "")))
    return tuple(records), tuple(refused)


def results_in(places: Iterable[Path]) -> Iterator[Found]:
    """Yield the results that are named, and every JSON file of the folders that are named, in a steady order.

    Each comes with what it is called: its way from the folder, so that two of one name in different folders differ.
    """
    known: set[str] = set()
    for name, path in _named(places):
        # A second one of that name is told from the first by the folder it lies in, never by where that folder is.
        source = name if name not in known else f"{path.parent.name}/{name}"
        known.add(source)
        yield source, path


def _named(places: Iterable[Path]) -> Iterator[Found]:
    for place in places:
        if _is_folder(place):
            for path in sorted(path for path in place.rglob("*") if path.suffix.lower() == SUFFIX and path.is_file()):
                yield path.relative_to(place).as_posix(), path
        else:
            yield place.name, place


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False


def _document(path: Path) -> Any:
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ResultError("EC503", file=path.name) from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ResultError("EC502", file=path.name, line=error.lineno) from error
    except (ValueError, RecursionError) as error:  # a number too long, or lists too deep, for anything written here
        raise ResultError("EC503", file=path.name) from error


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LIMIT:
            raise ResultError("EC503", file=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise ResultError("EC501", file=path.name) from error
