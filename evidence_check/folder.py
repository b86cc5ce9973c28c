"""A folder → the files in it, each with its size, its fingerprint and its kind sniffed from its bytes.

Only reads. What cannot or need not be read is listed with a reason, never left out; the exceptions are no
evidence: two files of the office itself (`evidence-check.yaml`, `reviews.yaml` at the top), and the pages
`PETUNJUK.txt` that `init` made, known by their first line.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from evidence_check.errors import FolderError
from evidence_check.model.files import File, Finding, Level, Place, Unreadable, params
from evidence_check.sniffing import fault_of_name, sniff

MAX_BYTES = 200_000_000
OWN_FILES = frozenset({"evidence-check.yaml", "reviews.yaml"})
GUIDE_FILE = "PETUNJUK.txt"
GUIDE_MARK = "== evidence-check: petunjuk, bukan bukti =="
CHUNK = 1 << 20

_ESCAPED = re.compile(r"\\u(d[89a-f][0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds, sorted by path: files to read, and files not to be read with the reason."""

    files: tuple[File, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    def without(self, paths: Collection[str]) -> Listing:
        """Return the listing without some files that are no evidence."""
        files = tuple(each for each in self.files if each.path not in paths)
        return Listing(files, tuple(each for each in self.unreadable if each.file.path not in paths))


class Memory(Protocol):
    """What is remembered of files seen before; a file whose size and times agree is not even opened."""

    def expect(self, folder: str, names: Sequence[str]) -> None:
        """Be told which files of a folder will be asked for next, so that they can be looked up together."""
        ...

    def known(self, path: str, state: os.stat_result) -> tuple[str, str] | None:
        """Return sha256 and kind of a file that is as it was, None when it must be looked at."""
        ...

    def remember(self, path: str, state: os.stat_result, sha256: str, kind: str) -> None:
        """Take note of a file just looked at; `state` is from before it was opened."""
        ...


# ---------------------------------------------------------------- the walk


def walk(root: Path, max_bytes: int = MAX_BYTES, memory: Memory | None = None) -> Listing:
    """Return every file under a folder; raise `FolderError` when the folder itself cannot be read."""
    _check_root(root)
    files: list[File] = []
    unreadable: list[Unreadable] = []
    start = str(root)
    for path, fault in _paths(start, memory):
        found = _unreadable(path, start, *fault) if fault else _look_at(path, start, max_bytes, memory)
        if isinstance(found, File):
            files.append(found)
        else:
            unreadable.append(found)
    return Listing(
        tuple(sorted(files, key=lambda file: file.path)),
        tuple(sorted(unreadable, key=lambda entry: entry.file.path)),
    )


def stamps(root: Path) -> Iterator[tuple[str, int, str]]:
    """Yield path, size and stamp of everything in a folder without opening it; a stamp changes when its file does.

    The office's own files are among them, though they are no evidence.
    """
    start = str(root)
    for name in sorted(OWN_FILES):
        with contextlib.suppress(OSError):
            state = os.stat(f"{start}{os.sep}{name}")
            yield name, state.st_size, f"{state.st_mtime_ns} {state.st_ctime_ns}"
    for path, fault in _paths(start, None):
        try:
            state = os.lstat(path)
        except OSError as error:
            yield _relative(path, start), 0, _fault_of_error(error)[0]
            continue
        yield _relative(path, start), state.st_size, fault[0] if fault else f"{state.st_mtime_ns} {state.st_ctime_ns}"


def glances(root: Path, memory: Memory | None = None) -> Iterator[tuple[str, int, bool]]:
    """Yield where each file of a folder is, its size, and whether the memory knows it as it is; none is opened."""
    for path, fault in _paths(str(root), memory):
        with contextlib.suppress(OSError):
            state = os.stat(path)
            if not fault and stat.S_ISREG(state.st_mode):
                yield path, state.st_size, bool(memory and memory.known(path, state))


def look_at(
    path: Path, root: Path, max_bytes: int = MAX_BYTES, memory: Memory | None = None
) -> File | Unreadable:
    """Return one file as found, or the reason it is not to be read; `path` need not lie under `root`."""
    return _look_at(str(path), str(root), max_bytes, memory)


def _look_at(path: str, root: str, max_bytes: int, memory: Memory | None) -> File | Unreadable:
    # Paths are texts here: objects for them take longer than all the rest of a walk.
    try:
        state = os.lstat(path)
        linked = stat.S_ISLNK(state.st_mode)
        fault = (_fault_of_link(path, root) if linked else None) or _named(os.path.basename(path))
        if fault:
            return _unreadable(path, root, *fault)
        state = os.stat(path) if linked else state
        if not stat.S_ISREG(state.st_mode):
            return _unreadable(path, root, "EC106", Level.NOTE, {"kind": "device"})
        if state.st_size == 0:
            return _unreadable(path, root, "EC103")
        if state.st_size > max_bytes:
            return _unreadable(path, root, "EC104", Level.ERROR, {"size": state.st_size, "limit": max_bytes})
        if memory and (known := memory.known(path, state)):
            return File(_relative(path, root), state.st_size, *known)
        found = _read_once(path, root, state.st_size)
    except OSError as error:
        return _unreadable(path, root, *_fault_of_error(error))
    if memory and isinstance(found, File):
        memory.remember(path, state, found.sha256, found.kind)
    return found


def still_is(path: str, file: File) -> bool:
    """Say whether a file holds the same bytes as when it was found."""
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def real_path(root: Path, file_path: str) -> str:
    """Return where a file of a listing really is; undoes the escapes of names that are not valid text."""
    path = f"{root}/{file_path}"
    if path.startswith("\\\\?\\"):
        return path.replace("/", "\\")  # such a path is taken letter for letter
    if "\\u" in file_path:
        unescaped = f"{root}/{_ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), file_path)}"
        return unescaped if unescaped != path and os.path.lexists(unescaped) else path
    return path


_Fault = tuple[str, Level, dict[str, object]]


def _check_root(root: Path) -> None:
    try:
        if not root.exists():
            raise FolderError("folder_missing", path=_shown(str(root)))
        if not root.is_dir():
            raise FolderError("folder_not_a_folder", path=_shown(str(root)))
        with os.scandir(root):
            pass
    except PermissionError as error:
        raise FolderError("folder_no_permission", path=_shown(str(root))) from error
    except OSError as error:
        raise FolderError("folder_missing", path=_shown(str(root))) from error


def _paths(root: str, memory: Memory | None) -> Iterator[tuple[str, _Fault | None]]:
    """Yield every entry that is not a folder, and folders that cannot be entered with their fault."""
    seen = {_identity(root)}
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield folder, _fault_of_error(error)
            continue
        if memory:
            memory.expect(folder, [entry.name for entry in entries])
        start = folder if folder.endswith(os.sep) else folder + os.sep
        for entry in entries:
            path = start + entry.name
            if folder == root and entry.name in OWN_FILES:
                continue
            if _is_guide_entry(entry):
                continue
            if not _is_folder(entry):
                yield path, None
            elif fault := _named(entry.name):
                yield path, fault
            elif (identity := _identity(path)) in seen:
                yield path, ("EC111", Level.NOTE, {})
            else:
                seen.add(identity)
                waiting.append(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_guide_entry(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False) and is_guide(entry.name, entry.path)
    except OSError:
        return False


def is_guide(name: str, path: str) -> bool:
    """Say whether this is a page of ours; one somebody wrote under the same name is listed like any file."""
    if name.casefold() != GUIDE_FILE.casefold():
        return False
    try:
        with open(path, "rb") as stream:
            first = stream.readline(200)
    except OSError:
        return False
    return first.decode("utf-8-sig", "replace").strip() == GUIDE_MARK


def _identity(path: str) -> tuple[int, int] | str:
    try:
        state = os.stat(path)
    except OSError:
        return path
    return (state.st_dev, state.st_ino) if state.st_ino else path


# ---------------------------------------------------------------- one file


def _read_once(path: str, root: str, size: int) -> File | Unreadable:
    digest = hashlib.sha256()
    read = 0
    with open(path, "rb") as stream:
        head = stream.read(CHUNK)
        chunk = head
        while chunk:
            digest.update(chunk)
            read += len(chunk)
            chunk = stream.read(CHUNK)
        kind = sniff(head, stream, PurePath(path).suffix.lower())
    if read != size:
        return _unreadable(path, root, "EC115")
    return File(_relative(path, root), size, digest.hexdigest(), kind)


def _unreadable(
    path: str, root: str, code: str, level: Level = Level.ERROR, values: dict[str, object] | None = None
) -> Unreadable:
    shown = _relative(path, root)
    try:
        state = os.lstat(path)
        size = state.st_size if stat.S_ISREG(state.st_mode) else 0
    except OSError:
        size = 0
    file = File(shown, size, "", "unknown")
    return Unreadable(file, Finding(code, level, params(**(values or {})), Place(shown, 1, "")))


def _named(name: str) -> _Fault | None:
    found = fault_of_name(name)
    return (*found, {}) if found else None


def _fault_of_link(path: str, root: str) -> _Fault | None:
    """Say why a symbolic link is not followed: it loops, is dead, leaves the folder, or leads to a folder."""
    target = Path(os.path.realpath(path))
    inside = target.is_relative_to(os.path.realpath(root))
    if inside and target.is_file():
        return None
    return "EC111", Level.NOTE if inside and target.is_dir() else Level.ERROR, {}


def _fault_of_error(error: OSError) -> _Fault:
    if isinstance(error, PermissionError):
        return "EC109", Level.ERROR, {}
    if isinstance(error, FileNotFoundError):
        return "EC115", Level.ERROR, {}
    if error.errno == errno.ELOOP:
        return "EC111", Level.ERROR, {}
    return "EC102", Level.ERROR, {"detail": error.strerror or type(error).__name__}


def _relative(path: str, root: str) -> str:
    start = root if root.endswith(os.sep) else root + os.sep
    if path.startswith(start):
        return _shown(path[len(start) :].replace(os.sep, "/"))
    whole, top = PurePath(path), PurePath(root)
    return _shown((whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix())


def _shown(name: str) -> str:
    """Return a name that is safe to encode; bytes that are no text become visible escapes."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")
