"""An office file without the time it was made at: the same parts give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

MADE = datetime(2026, 1, 1)
_CORE = "docProps/core.xml"
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def steady(data: bytes, saved: datetime = MADE) -> bytes:
    """Return a DOCX or XLSX with one time for all its parts, and with the time it says it was saved at."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = made.read(name)
            if name == _CORE:
                part = _SAVED.sub(rb"\g<1>" + saved.isoformat().encode() + b"Z", part)
            kept.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def moment(iso: str) -> datetime:
    """Return an ISO time as the properties of an office file hold it: in UTC, without a zone."""
    try:
        told = datetime.fromisoformat(iso)
        return (told.astimezone(UTC) if told.tzinfo else told).replace(tzinfo=None, microsecond=0)
    except (ValueError, OverflowError):
        return MADE
