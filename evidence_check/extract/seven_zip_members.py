"""A 7z → its members; py7zr is an extra, without it the archive stays closed and says so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_check.extract.archive import TooMuchError
from evidence_check.extract.members import STEP, LockedError, Member, UnopenedError
from evidence_check.extract.settings import ReadSettings

IN_MEMORY = 1 << 18


def seven_zip_members(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield the files of a 7z, unpacked in one go: its members are squeezed together."""
    try:
        import py7zr
    except ImportError as error:
        raise UnopenedError("py7zr") from error
    try:
        with py7zr.SevenZipFile(path) as archive:
            if archive.needs_password():
                raise LockedError(path.name)
            entries = [entry for entry in archive.list() if entry.is_file or entry.is_symlink]
            size = sum(entry.uncompressed for entry in entries)
            if size > settings.max_unpacked:
                raise TooMuchError(size, settings.max_unpacked)
            wanted = [entry.filename for entry in entries[: settings.max_members] if entry.is_file]
            files = _unpacked(archive, wanted, settings.max_unpacked)
    except py7zr.exceptions.PasswordRequired as error:
        raise LockedError(path.name) from error
    try:
        for entry in entries:
            yield Member(
                entry.filename,
                lambda name=entry.filename: _pieces(files, name),  # type: ignore[misc]
                entry.is_symlink,
            )
    finally:
        for stream in files.values():
            stream.close()


def _unpacked(archive: Any, names: list[str], limit: int) -> dict[str, Any]:
    from py7zr.io import Py7zIO, WriterFactory

    files: dict[str, Any] = {}
    spent = [0]

    class Kept(Py7zIO):
        """One member as it is unpacked; in memory while it is small."""

        def __init__(self) -> None:
            self.stream = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (closed by the caller)

        def write(self, data: bytes | bytearray) -> int:
            spent[0] += len(data)
            if spent[0] > limit:
                raise TooMuchError(spent[0], limit)
            return self.stream.write(data)

        def read(self, size: int | None = None) -> bytes:
            return self.stream.read(-1 if size is None else size)

        def seek(self, offset: int, whence: int = 0) -> int:
            return self.stream.seek(offset, whence)

        def flush(self) -> None:
            self.stream.flush()

        def size(self) -> int:
            at = self.stream.tell()
            end = self.stream.seek(0, 2)
            self.stream.seek(at)
            return end

    class Keeper(WriterFactory):
        def create(self, filename: str) -> Py7zIO:
            kept = Kept()
            files[filename] = kept.stream
            return kept

    archive.extract(targets=names, factory=Keeper())
    return files


def _pieces(files: dict[str, Any], name: str) -> Iterator[bytes]:
    stream = files[name]
    stream.seek(0)
    while piece := stream.read(STEP):
        yield piece
