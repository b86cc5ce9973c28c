"""A file → what it says, or why nobody can read it; the one way into all readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from evidence_check.extract import ARCHIVES, EXTRACTORS, MORE_PAGES
from evidence_check.extract.heads import with_heads
from evidence_check.extract.settings import ReadSettings, finding, unreadable
from evidence_check.model.files import Content, File, Level, Page, ReadAs, Unreadable

_ARCHIVES = ARCHIVES | {"gzip"}
_PICTURES = frozenset({"jpeg", "png", "tiff", "webp", "bmp", "gif", "heic"})
_MAY_BE_TEXT = frozenset({".doc", ".xls", ".rtf"})
"""Names under which programs save plain text; under any other name of an office file it is what is left of it."""

SUFFIXES: dict[str, set[str]] = {
    ".pdf": {"pdf"},
    ".docx": {"docx"},
    ".docm": {"docx"},
    ".doc": {"doc"},
    ".xlsx": {"xlsx"},
    ".xlsm": {"xlsx"},
    ".xlsb": {"xlsx"},
    ".xls": {"xls"},
    ".ods": {"ods"},
    ".odt": {"odt"},
    ".odp": {"odp"},
    ".pptx": {"pptx"},
    ".ppt": {"ppt"},
    ".rtf": {"rtf"},
    ".jpg": {"jpeg"},
    ".jpeg": {"jpeg"},
    ".png": {"png"},
    ".tif": {"tiff"},
    ".tiff": {"tiff"},
    ".webp": {"webp"},
    ".bmp": {"bmp"},
    ".gif": {"gif"},
    ".heic": {"heic"},
    ".heif": {"heic"},
    ".msg": {"msg"},
    ".zip": {"zip"},
    ".rar": {"rar"},
    ".7z": {"7z"},
}


def read(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return what a file says, or the reason it cannot be read; a bad file never raises."""
    suffix = PurePosixPath(file.path).suffix.lower()
    expected = SUFFIXES.get(suffix, set())
    if file.kind not in EXTRACTORS or (file.kind == "text" and expected and suffix not in _MAY_BE_TEXT):
        return _not_supported(file, expected)
    try:
        if path.stat().st_size != file.size:
            return unreadable(file, "EC115")
        result: Content | Unreadable = _named(EXTRACTORS[file.kind])(path, file, settings)
        if isinstance(result, Content):
            return _with_notes(with_heads(result), suffix, expected)
        return result
    except Exception as error:  # a hostile file may raise anything at all from the libraries beneath
        code, detail = _fault_of(error)
        return unreadable(file, code, Level.ERROR, **detail)


def read_more(path: Path, file: File, pages: Sequence[Page], settings: ReadSettings) -> tuple[Page, ...]:
    """Return pages of a file that were left for later, recognised; those that cannot be say why."""
    try:
        if path.stat().st_size != file.size:
            return failed(file, pages, "EC115")
        more: tuple[Page, ...] = _named(MORE_PAGES[file.kind])(path, file, pages, settings)
        return more
    except Exception as error:  # as above
        code, detail = _fault_of(error)
        return failed(file, pages, code, **detail)


def failed(file: File, pages: Sequence[Page], code: str, **detail: object) -> tuple[Page, ...]:
    """Return pages that could not be recognised, as little as is known of them, with the reason."""
    return tuple(replace(page, problem=finding(file, code, Level.DOUBT, page.number, **detail)) for page in pages)


def _fault_of(error: Exception) -> tuple[str, dict[str, object]]:
    if isinstance(error, MemoryError):
        return "EC110", {}
    if isinstance(error, PermissionError):
        return "EC109", {}
    if isinstance(error, FileNotFoundError):
        return "EC115", {}
    return "EC102", {"detail": type(error).__name__}


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _not_supported(file: File, expected: set[str]) -> Unreadable:
    if file.kind in _ARCHIVES:
        damaged = bool(expected) and not expected & _ARCHIVES
        return unreadable(file, "EC102", detail=file.kind) if damaged else unreadable(file, "EC116", kind=file.kind)
    if file.kind in ("unknown", "text") and expected & EXTRACTORS.keys():
        return unreadable(file, "EC102", detail=file.kind)
    return unreadable(file, "EC106", kind=file.kind)


def _with_notes(content: Content, suffix: str, expected: set[str]) -> Content:
    file = content.file
    notes = []
    if expected and file.kind not in expected:
        notes.append(finding(file, "EC107", Level.NOTE, suffix=suffix, kind=file.kind))
    if file.kind not in _PICTURES and _says_nothing(content):
        notes.append(finding(file, "EC113", Level.DOUBT))
    return replace(content, findings=content.findings + tuple(notes))


def _says_nothing(content: Content) -> bool:
    unread = any(page.read_as is ReadAs.UNREAD for page in content.pages)
    return not unread and not any(char.isalnum() for page in content.pages for char in page.text)
