"""The file of the cache: where it is, that only its owner may look into it, and how it is set aside or removed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

FILE = "read-1.sqlite3"
ASIDE = ".rusak-"
_BESIDE = ("", "-wal", "-shm", "-journal")


def default_folder() -> Path:
    """Return the cache folder of this user on this platform."""
    from platformdirs import user_cache_path

    return user_cache_path("evidence-check", appauthor=False)


def default_file() -> Path:
    """Return the file of this user's cache; `EVIDENCE_CHECK_CACHE` names another folder for it."""
    named = os.environ.get("EVIDENCE_CHECK_CACHE", "")
    return (Path(named) if named else default_folder()) / FILE


def prepare(file: Path) -> None:
    """Make the folder (0700) and the file (0600); raise `OSError` when that fails or somebody else owns the file.

    A folder that was there keeps its mode, unless it is the program's own.
    """
    there = file.parent.is_dir()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name != "nt" and (not there or file.parent == default_folder()):
        file.parent.chmod(0o700)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    state = file.lstat()
    if file.is_symlink() or not file.is_file():
        raise OSError("not a plain file")
    if os.name != "nt":
        if state.st_uid != os.geteuid():
            raise PermissionError("owned by somebody else")
        if state.st_mode & 0o077:
            file.chmod(0o600)


def set_aside(file: Path) -> Path:
    """Rename a damaged cache to a name that is free; raise `OSError` when that fails."""
    number = next(n for n in range(1, 10_000) if not os.path.lexists(f"{file}{ASIDE}{n}"))
    target = Path(f"{file}{ASIDE}{number}")
    os.replace(file, target)
    for end in _BESIDE[1:]:
        with contextlib.suppress(OSError):
            os.unlink(f"{file}{end}")
    return target


def remove(file: Path) -> int:
    """Delete the cache and what was set aside; return how many bytes are free again, raise `OSError` on failure."""
    freed = 0
    for path in pieces(file):
        freed += path.lstat().st_size
        path.unlink()
    return freed


def pieces(file: Path) -> list[Path]:
    """Return every file that belongs to the cache, those set aside included."""
    return sorted(path for path in _candidates(file) if os.path.lexists(path) and not path.is_dir())


def _candidates(file: Path) -> Iterator[Path]:
    yield from (Path(f"{file}{end}") for end in _BESIDE)
    with contextlib.suppress(OSError):
        yield from (path for path in file.parent.iterdir() if path.name.startswith(file.name + ASIDE))
