"""Files of a share among those that were seen before: named by address and path, known by size and stamp."""

from __future__ import annotations

import hashlib

ASKED = "SELECT sha, kind FROM seen WHERE path = ? AND size = ? AND mtime = ? AND version = ?"


def key_of(address: str, path: str, size: int, stamp: str) -> tuple[bytes, int, int]:
    """Return place, size and time of a file; its stamp, which may be any text, stands for the time as a number."""
    number = hashlib.blake2b(stamp.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return f"{address}/{path}".encode("utf-8", "surrogatepass"), size, int.from_bytes(number, "big")
