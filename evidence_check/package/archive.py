"""Members → the bytes of a ZIP: stored as they are, with one time for all, so that the same input gives the same bytes.

Nothing is squeezed: papers are squeezed already, what squeezes differs from computer to computer, and a package
that is nothing but its members cannot be a bomb.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from evidence_check.package.manifest import Entry, Manifest, Source, as_bytes, fingerprint
from evidence_check.package.names import MANIFEST

EPOCH = (1980, 1, 1, 0, 0, 0)
STEP = 1 << 20
_UNIX, _MODE = 3, 0o644 << 16


class Archive:
    """A package in the making: members are added one by one, `finished` adds the list of them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._entries: list[Entry] = []

    def __enter__(self) -> Archive:
        """Return the package in the making; when it ends, finished or not, nothing is written any more."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the stream."""
        self._zip.close()

    def add(
        self,
        path: str,
        data: bytes | Path,
        role: str,
        source: Source | None = None,
        serves: tuple[tuple[str, bool], ...] = (),
    ) -> Entry:
        """Add one member from bytes or from a file; return it as it is listed."""
        size = len(data) if isinstance(data, bytes) else data.stat().st_size
        digest, done = hashlib.sha256(), 0
        with self._zip.open(_info(path, size), "w") as member:
            for piece in _pieces(data):
                digest.update(piece)
                done += len(piece)
                member.write(piece)
        entry = Entry(path, done, digest.hexdigest(), role, source, serves)
        self._entries.append(entry)
        return entry

    def finished(self, about: dict[str, object]) -> str:
        """Add the list of all members, close the ZIP, and return the fingerprint of the list."""
        data = as_bytes(Manifest(about, tuple(self._entries)))
        self._zip.writestr(_info(MANIFEST, len(data)), data)
        self._zip.close()
        return fingerprint(data)


def is_ours(archive: zipfile.ZipFile, size: int) -> bool:
    """Say whether a ZIP has the form this module writes, and nothing before, between or behind its members."""
    spent = 22
    for info in archive.infolist():
        plain = (info.date_time, info.compress_type, info.extra, info.comment, info.create_system, info.external_attr)
        if plain != (EPOCH, zipfile.ZIP_STORED, b"", b"", _UNIX, _MODE):
            # Beyond 4 GB the places are told in an extra field; such a package is not looked at so closely.
            return size > zipfile.ZIP64_LIMIT and info.compress_type == zipfile.ZIP_STORED
        name = len(info.filename.encode("utf-8"))
        spent += 30 + 46 + 2 * name + info.file_size
    return spent == size and not archive.comment


def _info(path: str, size: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, EPOCH)
    info.create_system, info.external_attr, info.file_size = _UNIX, _MODE, size
    return info


def _pieces(data: bytes | Path) -> Iterator[bytes] | Iterable[bytes]:
    if isinstance(data, bytes):
        yield data
        return
    with data.open("rb") as stream:
        while piece := stream.read(STEP):
            yield piece
