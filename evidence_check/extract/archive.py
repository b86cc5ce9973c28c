"""Looking into the zip a modern office file is, without trusting the sizes it claims."""

from __future__ import annotations

import zipfile

_STEP = 1 << 20


class TooMuchError(ValueError):
    """Something unpacks to more than the reader may spend; both in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size = size
        self.limit = limit


def part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Return one part unpacked; raise `TooMuchError` past `limit` bytes, `KeyError` when it is not there."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(name) as stream:
        while piece := stream.read(_STEP):
            size += len(piece)
            if size > limit:
                raise TooMuchError(size, limit)
            pieces.append(piece)
    return b"".join(pieces)


def check_claim(archive: zipfile.ZipFile, limit: int) -> None:
    """Raise `TooMuchError` when the archive itself says that it unpacks to more than `limit` bytes."""
    size = sum(entry.file_size for entry in archive.infolist())
    if size > limit:
        raise TooMuchError(size, limit)
