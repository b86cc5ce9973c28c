"""Files that cannot be read, and files that are not papers at all."""

from __future__ import annotations

import io
import zipfile

STAMP = (2026, 1, 2, 8, 0, 0)


def torn(data: bytes, share: float = 0.45) -> bytes:
    """Return only the first part of a file, as after a broken copy."""
    return data[: int(len(data) * share)]


def archive(files: dict[str, bytes]) -> bytes:
    """Return a zip archive with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in files.items():
            box.writestr(_entry(name), data)
    return out.getvalue()


def same_each_time(data: bytes, year: str) -> bytes:
    """Return an Office file rewritten with fixed times inside and outside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _core(part, year)
            new.writestr(_entry(name), part)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    return entry


def _core(part: bytes, year: str) -> bytes:
    import re

    text = part.decode()
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", f"{year}-01-02T08:00:00Z", text).encode()


def thumbs() -> bytes:
    """Return the beginning of a Thumbs.db: an OLE container with nothing worth reading."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480 + 1024)
