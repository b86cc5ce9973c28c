"""A folder of this machine, or one that the system itself reaches (drive letters, mounts, UNC on Windows)."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from typing import BinaryIO

from evidence_check.shares.address import Address
from evidence_check.shares.protocol import Item

_ESCAPED = re.compile(r"\\u(d[89a-f][0-9a-f]{2})")


def long_path(path: str, windows: bool = os.name == "nt") -> str:
    """Return a path past the 260 letters of Windows, where also dots and spaces at the end of a name count."""
    if not windows or path.startswith("\\\\?\\"):
        return path
    whole = os.path.abspath(path) if os.name == "nt" else path
    whole = whole.replace("/", "\\")
    return f"\\\\?\\UNC\\{whole[2:]}" if whole.startswith("\\\\") else f"\\\\?\\{whole}"


class LocalReach:
    """Reaches a folder by the system's own calls."""

    def __init__(self, address: Address) -> None:
        self._root = long_path(address.path)

    def scan(self, folder: str) -> Iterator[Item]:
        """Yield what lies in a folder."""
        with os.scandir(self._real(folder)) as entries:
            for entry in entries:
                yield self._item(entry.name, entry.path, entry.stat(follow_symlinks=False))

    def look(self, path: str) -> Item:
        """Return one file or folder as it is now."""
        real = self._real(path)
        state = os.stat(real) if not path else os.lstat(real)
        return self._item(os.path.basename(path), real, state)

    def open(self, path: str) -> BinaryIO:
        """Open a file for reading."""
        return open(self._real(path), "rb")

    def close(self) -> None:
        """Nothing is held."""

    def _item(self, name: str, path: str, state: os.stat_result) -> Item:
        link = stat.S_ISLNK(state.st_mode)
        if link and self._leads_to_file(path):
            state, link = os.stat(path), False
        folder = stat.S_ISDIR(state.st_mode)
        odd = not folder and not stat.S_ISREG(state.st_mode)
        stamp = f"{state.st_mtime_ns}-{state.st_ctime_ns}-{state.st_ino}"
        changed = max(state.st_mtime, state.st_ctime)
        return Item(_shown(name), folder, state.st_size, stamp, changed, f"{state.st_dev}-{state.st_ino}", link or odd)

    def _leads_to_file(self, path: str) -> bool:
        target, root = os.path.realpath(path), os.path.realpath(self._root)
        return target.startswith(os.path.join(root, "")) and os.path.isfile(target)

    def _real(self, path: str) -> str:
        """Return where a path of a listing really is; undoes the escapes of names that are not valid text."""
        real = os.path.join(self._root, path.replace("/", os.sep)) if path else self._root
        if "\\u" in path and not os.path.lexists(real):
            return os.path.join(self._root, _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), path))
        return real


def _shown(name: str) -> str:
    """Return a name that is safe to encode; bytes that are no text become visible escapes."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")
