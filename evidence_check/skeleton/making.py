"""Makes the empty shelves of an office on disk; nothing that is there already is touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidence_check.errors import FolderError, ReportError


@dataclass(frozen=True, slots=True)
class Made:
    """What was made and what was left as it was, as paths relative to the folder."""

    folders: tuple[str, ...]
    files: tuple[str, ...]
    left: tuple[str, ...]


def make(root: Path, files: Iterable[tuple[tuple[str, ...], bytes]]) -> Made:
    """Make the folders of some files and the files themselves; what is there already is left alone."""
    folders: list[str] = []
    written: list[str] = []
    left: list[str] = []
    _make_root(root)
    for way, data in files:
        folder = root
        for part in way[:-1]:
            folder = folder / part
            folders += [_shown(folder, root)] if _make_folder(folder) else []
        target = folder / way[-1]
        (written if _write_new(target, data) else left).append(_shown(target, root))
    return Made(tuple(folders), tuple(written), tuple(left))


def _make_root(root: Path) -> None:
    try:
        if (root.exists() or root.is_symlink()) and not root.is_dir():
            raise FolderError("folder_not_a_folder", path=root)
        root.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _failed(root, error) from error


def _make_folder(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError as error:
        if folder.is_dir():
            return False
        raise _failed(folder, error) from error
    except OSError as error:
        raise _failed(folder, error) from error
    return True


def _write_new(target: Path, data: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; return whether it was written."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError:
        return False
    except OSError as error:
        raise _failed(target, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _failed(target, error) from error
    return True


def _failed(path: Path, error: OSError | ValueError) -> ReportError:
    return ReportError("skeleton_cannot_make", path=path, detail=getattr(error, "strerror", None) or str(error))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
