"""A ZIP of this machine as if it were a folder; nothing is unpacked but what is fetched."""

from __future__ import annotations

import errno
import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from evidence_check.shares.address import Address
from evidence_check.shares.faults import LockedError
from evidence_check.shares.protocol import Item

ENCRYPTED = 0x1


class ZipReach:
    """Reaches what lies in a ZIP; the names in it are keys, never places on the disk."""

    def __init__(self, address: Address) -> None:
        self._archive = zipfile.ZipFile(address.path)
        self._start = [part for part in address.inside.split("/") if part]
        self._files: dict[str, zipfile.ZipInfo] = {}
        self._folders: dict[str, dict[tuple[str, bool], None]] = {}
        if not self._start:
            self._folders[""] = {}
        for entry in self._archive.infolist():
            self._add(entry)

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder of the ZIP."""
        for name, is_folder in self._folders.get(folder, ()):
            yield Item(name, folder=True) if is_folder else self.look(f"{folder}/{name}" if folder else name)

    def look(self, path: str) -> Item:
        """Return one file or folder of the ZIP."""
        name = path.rpartition("/")[2]
        entry = self._files.get(path)
        if entry is None:
            if path not in self._folders:
                raise FileNotFoundError(errno.ENOENT, "not in the archive")
            return Item(name, folder=True)
        stamp = f"{entry.CRC:08x}-{entry.compress_size}-{'-'.join(map(str, entry.date_time))}"
        return Item(name, False, entry.file_size, stamp, link=stat.S_ISLNK(entry.external_attr >> 16))

    def open(self, path: str) -> BinaryIO:
        """Open a file of the ZIP for reading."""
        if path not in self._files:
            raise FileNotFoundError(errno.ENOENT, "not in the archive")
        if self._files[path].flag_bits & ENCRYPTED:
            raise LockedError(errno.EACCES, "encrypted")
        return cast(BinaryIO, self._archive.open(self._files[path]))

    def close(self) -> None:
        """Close the ZIP."""
        self._archive.close()

    def _add(self, entry: zipfile.ZipInfo) -> None:
        parts = [part for part in entry.filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        if parts[: len(self._start)] != self._start:
            return
        parts = parts[len(self._start) :]
        above = ""
        for depth, name in enumerate(parts, 1):
            folder = depth < len(parts) or entry.is_dir()
            self._folders.setdefault(above, {})[name, folder] = None
            above = "/".join(parts[:depth])
            if folder:
                self._folders.setdefault(above, {})
            else:
                self._files[above] = entry
        self._folders.setdefault("", {})
