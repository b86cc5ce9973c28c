"""A package → what is no longer as it was listed; made for packages that somebody may have tampered with.

What is read is bounded: the list by its size, a member by the size it is listed with, all of them by the size of the
package. Nothing is unpacked to the disk.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from evidence_check.errors import FolderError
from evidence_check.model.files import Finding, Level, params
from evidence_check.package import manifest
from evidence_check.package.archive import STEP, is_ours
from evidence_check.package.manifest import Entry, Manifest, ManifestError
from evidence_check.package.names import MANIFEST, is_safe, same_to_people

MOST_NAMES = 16_000_000
"""Bytes that the directory of a package may have: more names than any folder holds."""
FREE_BYTES, MOST_RATIO = 1_000_000_000, 150

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of a package: its list, the fingerprint of that, and what differs, none where all is as listed."""

    manifest: Manifest
    fingerprint: str
    findings: tuple[Finding, ...]

    @property
    def unchanged(self) -> bool:
        """Whether every member is there, as it was, and none besides."""
        return all(each.level is Level.NOTE for each in self.findings)


def verified(path: Path, expected: str = "") -> Verified:
    """Compare a package with its own list, and that with the `expected` fingerprint where one is given.

    Raises `FolderError` when it is no package at all, or has no list that can be read.
    """
    try:
        with path.open("rb") as stream:
            return _verified(stream, path, expected)
    except FileNotFoundError as error:
        raise FolderError("package_missing", path=path) from error
    except OSError as error:
        raise FolderError("package_unreadable", path=path, detail=error.strerror or type(error).__name__) from error


def _verified(stream: BinaryIO, path: Path, expected: str) -> Verified:
    size = stream.seek(0, 2)
    if _directory_size(stream, size) > MOST_NAMES:
        raise FolderError("package_too_large", path=path)
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise FolderError("package_no_zip", path=path) from error
    with archive:
        data = _listed(archive, path)
        try:
            told = manifest.read(data)
        except ManifestError as error:
            raise FolderError("package_list_damaged", path=path) from error
        mark = manifest.fingerprint(data)
        findings = [*_of_list(mark, expected), *_of_names(archive, told), *_of_members(archive, told, size)]
        if not is_ours(archive, size):
            findings.append(Finding("EC607", Level.NOTE))
    return Verified(told, mark, tuple(findings))


def _directory_size(stream: BinaryIO, size: int) -> int:
    """Return how large the directory says it is, looked up before anything is made of it."""
    start = max(0, size - (1 << 16) - 22)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        return 0
    told: int = struct.unpack_from("<L", tail, at + 12)[0]
    locator = tail[max(0, at - 20) : at]
    if len(locator) == 20 and locator.startswith(b"PK\x06\x07"):
        stream.seek(min(size, struct.unpack_from("<Q", locator, 8)[0]))
        record = stream.read(56)
        if len(record) == 56 and record.startswith(b"PK\x06\x06"):
            told = max(told, struct.unpack_from("<Q", record, 40)[0])
    return told if told != 0xFFFFFFFF else MOST_NAMES + 1


def _listed(archive: zipfile.ZipFile, path: Path) -> bytes:
    """Return the bytes of the list; where two have its name nobody can say which is meant."""
    named = [info for info in archive.infolist() if info.filename == MANIFEST]
    if len(named) != 1:
        raise FolderError("package_no_list" if not named else "package_list_damaged", path=path)
    try:
        with _opened(archive, named[0]) as member:
            data = member.read(manifest.LARGEST + 1)
    except _BROKEN as error:
        raise FolderError("package_list_damaged", path=path) from error
    if len(data) > manifest.LARGEST:
        raise FolderError("package_too_large", path=path)
    return data


def _of_list(mark: str, expected: str) -> Iterator[Finding]:
    wanted = "".join(expected.split()).lower()
    if wanted and wanted != mark:
        yield Finding("EC606", Level.ERROR, params(found=mark, expected=wanted))


def _of_names(archive: zipfile.ZipFile, told: Manifest) -> Iterator[Finding]:
    """Yield names that are there but not listed, there twice, or that lead elsewhere."""
    listed = {entry.path for entry in told.entries}
    folders = {path.rpartition("/")[0] + "/" for path in listed}
    seen: set[str] = set()
    for info in archive.infolist():
        name = info.filename
        if name in folders and info.file_size == 0:
            continue
        if not is_safe(name):
            yield _about("EC605", name)
        if (key := same_to_people(name)) in seen:
            yield _about("EC604", name)
        seen.add(key)
        if name not in listed and name != MANIFEST:
            yield _about("EC603", name)
    for path, count in _counted(told).items():
        if count > 1 or path == MANIFEST:
            yield _about("EC604", path)


def _of_members(archive: zipfile.ZipFile, told: Manifest, size: int) -> Iterator[Finding]:
    """Yield members that are gone or not as listed; what would cost too much is said to be unread."""
    there = {info.filename: info for info in archive.infolist()}
    left = max(FREE_BYTES, size * MOST_RATIO)
    for entry in told.entries:
        info = there.get(entry.path)
        if info is None:
            yield _about("EC602", entry.path)
            continue
        if info.file_size != entry.size:
            yield _about("EC601", entry.path)
            continue
        left -= entry.size
        if left < 0:
            yield _about("EC608", entry.path)
        elif not _is_same(archive, info, entry):
            yield _about("EC601", entry.path)


def _is_same(archive: zipfile.ZipFile, info: zipfile.ZipInfo, entry: Entry) -> bool:
    digest, left = hashlib.sha256(), entry.size
    try:
        with _opened(archive, info) as member:
            while piece := member.read(min(STEP, left + 1)):
                left -= len(piece)
                if left < 0:
                    return False
                digest.update(piece)
    except _BROKEN:
        return False
    return left == 0 and digest.hexdigest() == entry.sha256


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    """Open a member; other ways to squeeze ask for as much memory as the member says."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(info.compress_type)
    return archive.open(info)


def _counted(told: Manifest) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in told.entries:
        counts[entry.path] = counts.get(entry.path, 0) + 1
    return counts


def _about(code: str, member: str) -> Finding:
    return Finding(code, Level.ERROR, params(member=member))
