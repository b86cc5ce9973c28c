"""Which state of the program a kept result belongs to: what another state would read otherwise is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from evidence_check import __version__
from evidence_check.store.results import SHAPE

TELLING = ("cli", "report", "messages", "skeleton", "workbook", "executors", "store", "batching")
JUDGING = ("assignment", "checklist", "library", "casebook", "pipeline", "matching", "verdicts", "scoring")
KNOWING = ("facts", "split")
"""Rooms that do not change what is read; a room nobody thought of here counts as one that does."""

READERS = (
    "lxml", "numpy", "olefile", "openpyxl", "pdfplumber", "pillow", "pillow-heif", "py7zr", "pyhanko", "pypdfium2",
    "python-calamine", "python-docx", "rarfile", "tesserocr",
)  # fmt: skip


@cache
def reader_version() -> str:
    """Return a fingerprint of all code and libraries that decide what is read from given bytes."""
    return _digest(SHAPE, *_code((*TELLING, *JUDGING, *KNOWING)), *map(_installed, READERS))


@cache
def knower_version() -> str:
    """Return a fingerprint of all code and libraries that decide what papers say about themselves."""
    return _digest(SHAPE, *_code((*TELLING, *JUDGING)), _installed("spacy"), _installed("rapidfuzz"))


@cache
def program_version() -> str:
    """Return a fingerprint of all code, and of all libraries that decide what is read or known."""
    return _digest(SHAPE, *_code(()), *map(_installed, (*READERS, "spacy", "rapidfuzz")))


def mark_of_settings(settings: Any) -> str:
    """Return a fingerprint of the settings a file is read with, every field of the dataclass but its time.

    What was read within a time would be read the same within another; what was not, is not kept.
    """
    return _digest(*(f"{each.name}={getattr(settings, each.name)!r}" for each in fields(settings)
                     if each.name != "seconds"))  # fmt: skip


def mark_of_catalogue(catalogue: Mapping[str, Any]) -> str:
    """Return a fingerprint of everything the catalogue says."""
    return _digest(*(repr(catalogue[key]) for key in sorted(catalogue)))


def _code(without: Iterable[str]) -> list[str]:
    """Return the source of the program, some rooms left out; only its version where no source is installed."""
    package = Path(__file__).resolve().parents[1]
    out = set(without)
    places = sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).as_posix())
    kept = [path for path in places if path.relative_to(package).parts[0].removesuffix(".py") not in out]
    return [__version__, *(path.read_text("utf-8") for path in kept if "_data" not in path.parts)]


def _installed(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} -"


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
