"""A ZIP → its members, whatever its directory claims about them."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from evidence_check.extract.members import STEP, LockedError, Member
from evidence_check.extract.settings import ReadSettings


def zip_members(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield the files of a ZIP in the order of its directory."""
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                link = stat.S_ISLNK(entry.external_attr >> 16)
                yield Member(entry.filename, lambda entry=entry: _pieces(archive, entry), link)  # type: ignore[misc]


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    if entry.flag_bits & 0x1:
        raise LockedError(entry.filename)
    with archive.open(entry) as stream:
        while piece := stream.read(STEP):
            yield piece
