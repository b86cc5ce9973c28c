"""A folder → the files in it, each with its size, its fingerprint and its kind sniffed from its bytes.

Only reads. What cannot or need not be read is listed with a reason, never left out; two files of the
office itself (`evidence-check.yaml`, `reviews.yaml` at the top) are the exception, they are not evidence.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from evidence_check.errors import FolderError
from evidence_check.model.files import File, Finding, Level, Place, Unreadable, params

MAX_BYTES = 200_000_000
OWN_FILES = frozenset({"evidence-check.yaml", "reviews.yaml"})
CHUNK = 1 << 20

_SYSTEM = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "lost+found"}
)
_TEMPORARY = (".tmp", ".temp", ".part", ".crdownload", ".partial", ".swp")
_SHORTCUTS = (".lnk", ".url", ".webloc", ".desktop", ".gdoc", ".gsheet", ".gslides", ".gdraw", ".gform", ".glink")
_ESCAPED = re.compile(r"\\u(d[89a-f][0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds, sorted by path: files to read, and files not to be read with the reason."""

    files: tuple[File, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


# ---------------------------------------------------------------- the walk


def walk(root: Path, max_bytes: int = MAX_BYTES) -> Listing:
    """Return every file under a folder; raise `FolderError` when the folder itself cannot be read."""
    _check_root(root)
    files: list[File] = []
    unreadable: list[Unreadable] = []
    for path, fault in _paths(root):
        found = _unreadable(path, root, *fault) if fault else look_at(path, root, max_bytes)
        if isinstance(found, File):
            files.append(found)
        else:
            unreadable.append(found)
    return Listing(
        tuple(sorted(files, key=lambda file: file.path)),
        tuple(sorted(unreadable, key=lambda entry: entry.file.path)),
    )


def look_at(path: Path, root: Path, max_bytes: int = MAX_BYTES) -> File | Unreadable:
    """Return one file as found, or the reason it is not to be read; `path` need not lie under `root`."""
    try:
        fault = _fault_of_link(path, root) or _fault_of_name(path.name)
        if fault:
            return _unreadable(path, root, *fault)
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return _unreadable(path, root, "EC106", Level.NOTE, {"kind": "device"})
        if state.st_size == 0:
            return _unreadable(path, root, "EC103")
        if state.st_size > max_bytes:
            return _unreadable(path, root, "EC104", Level.ERROR, {"size": state.st_size, "limit": max_bytes})
        return _read_once(path, root, state.st_size)
    except OSError as error:
        return _unreadable(path, root, *_fault_of_error(error))


def real_path(root: Path, file_path: str) -> Path:
    """Return where a file of a listing really is; undoes the escapes of names that are not valid text."""
    unescaped = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), file_path)
    if unescaped != file_path and os.path.lexists(root / unescaped):
        return root / unescaped
    return root / file_path


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


def _paths(root: Path) -> Iterator[tuple[Path, _Fault | None]]:
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
        for entry in entries:
            path = folder / entry.name
            if folder == root and entry.name in OWN_FILES:
                continue
            if not _is_folder(entry):
                yield path, None
            elif fault := _fault_of_name(entry.name):
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


def _identity(path: Path) -> tuple[int, int] | str:
    try:
        state = path.stat()
    except OSError:
        return str(path)
    return (state.st_dev, state.st_ino) if state.st_ino else str(path)


# ---------------------------------------------------------------- one file


def _read_once(path: Path, root: Path, size: int) -> File | Unreadable:
    digest = hashlib.sha256()
    read = 0
    with path.open("rb") as stream:
        head = stream.read(CHUNK)
        chunk = head
        while chunk:
            digest.update(chunk)
            read += len(chunk)
            chunk = stream.read(CHUNK)
        kind = sniff(head, stream, path.suffix.lower())
    if read != size:
        return _unreadable(path, root, "EC115")
    return File(_relative(path, root), size, digest.hexdigest(), kind)


def _unreadable(
    path: Path, root: Path, code: str, level: Level = Level.ERROR, values: dict[str, object] | None = None
) -> Unreadable:
    shown = _relative(path, root)
    try:
        state = path.lstat()
        size = state.st_size if stat.S_ISREG(state.st_mode) else 0
    except OSError:
        size = 0
    file = File(shown, size, "", "unknown")
    return Unreadable(file, Finding(code, level, params(**(values or {})), Place(shown, 1, "")))


def _fault_of_name(name: str) -> _Fault | None:
    folded = name.lower()
    if folded.startswith((".", "~$")) or folded in _SYSTEM or folded.endswith(_TEMPORARY):
        return "EC114", Level.NOTE, {}
    if folded.endswith(_SHORTCUTS):
        return "EC118", Level.ERROR, {}
    return None


def _fault_of_link(path: Path, root: Path) -> _Fault | None:
    """Say why a symbolic link is not followed: it loops, is dead, leaves the folder, or leads to a folder."""
    if not path.is_symlink():
        return None
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


def _relative(path: Path, root: Path) -> str:
    try:
        inner = path.relative_to(root)
    except ValueError:
        inner = path
    return _shown(inner.as_posix())


def _shown(name: str) -> str:
    """Return a name that is safe to encode; bytes that are no text become visible escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


# ---------------------------------------------------------------- kinds, from the bytes

_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"ID3", "mp3"),
    (b"%!PS", "ps"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))
_ZIP_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_MAIL = re.compile(rb"^(received|return-path|from|delivered-to|message-id|subject|date|to):", re.IGNORECASE)
_OFFICE_SUFFIXES = {".docx": "docx", ".docm": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".pptx": "pptx", ".odt": "odt"}


def sniff(head: bytes, stream: BinaryIO, suffix: str) -> str:
    """Return the kind of a file by its bytes; the suffix only decides between kinds the bytes allow."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(stream, suffix)
    if head.startswith(_OLE):
        return _ole_kind(head, stream, suffix)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "avi", b"WAVE": "wav"}.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc") else "mp4"
    return _text_kind(head[:8192], suffix)


def _zip_kind(stream: BinaryIO, suffix: str) -> str:
    try:
        stream.seek(0)
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype":
                with archive.open("mimetype") as part:
                    mime = part.read(200).decode("ascii", "replace")
                return next((kind for word, kind in _OPEN_DOCUMENT.items() if mime.endswith("." + word)), "zip")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError):
        return _OFFICE_SUFFIXES.get(suffix, "zip")
    folded = [name.replace("\\", "/").lower() for name in names]
    if "[content_types].xml" not in folded:
        return "zip"
    return next((kind for start, kind in _ZIP_PARTS if any(name.startswith(start) for name in folded)), "zip")


def _ole_kind(head: bytes, stream: BinaryIO, suffix: str) -> str:
    """Return the kind of a compound file by the names in its directory, wherever its sectors lie."""
    size = 1 << int.from_bytes(head[30:32], "little") if head[30:32] in (b"\x09\x00", b"\x0c\x00") else 512
    stream.seek((int.from_bytes(head[48:52], "little") + 1) * size)
    directory = stream.read(16 * size)
    for area in (directory, head):
        if "EncryptedPackage".encode("utf-16-le") in area:
            return _OFFICE_SUFFIXES.get(suffix, "docx")
        for name, kind in _OLE_STREAMS:
            if (name + "\0").encode("utf-16-le") in area:
                return kind
    return {".doc": "doc", ".xls": "xls", ".ppt": "ppt"}.get(suffix, "unknown")


def _text_kind(head: bytes, suffix: str) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if controls > len(head) // 50:
        return "unknown"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:1024]:
        return "html"
    if b"mime-version:" in start and b"multipart/related" in start:
        return "mhtml"
    if _MAIL.match(start) and b"\n" in start:
        return "eml"
    if start.startswith(b"<?xml"):
        return "svg" if b"<svg" in start else "xml"
    return "csv" if suffix == ".csv" else "text"
