"""A PDF of several papers → a PDF with the pages of one of them, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MADE = re.compile(rb"(<</CreationDate\(D:)\d{14}([^)]*\)/Creator\(PDFium\))")
_IDS = re.compile(rb"/ID\s?\[<([0-9A-Fa-f]*)><([0-9A-Fa-f]*)>\]")
_TRAILER = 4096


def cut(source: Path, first: int, last: int, target: Path) -> bool:
    """Write some pages of a PDF (from 1, both included) as one of their own; False when that cannot be done.

    A PDF whose owner restricted what may be done with it is left whole.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        return False
    try:
        if is_restricted(document) or not 1 <= first <= last <= len(document):
            return False
        part = pypdfium2.PdfDocument.new()
        try:
            part.import_pages(document, list(range(first - 1, last)))
            target.write_bytes(saved(part))
        finally:
            part.close()
    except pypdfium2.PdfiumError:
        return False
    finally:
        document.close()
    return True


def is_restricted(document: PdfDocument) -> bool:
    """Say whether a PDF is encrypted, though it opens without a password."""
    from pypdfium2 import raw

    return bool(raw.FPDF_GetSecurityHandlerRevision(document) != -1)


def saved(document: PdfDocument) -> bytes:
    """Return the bytes of a PDF without what PDFium draws by lot and takes from the clock."""
    stream = io.BytesIO()
    document.save(stream)
    return _steady(stream.getvalue())


def _steady(data: bytes) -> bytes:
    """Return a PDF with a fixed time of making, and an ID that follows from its bytes; no length changes."""
    data = _MADE.sub(rb"\g<1>20260101000000\g<2>", data, count=1)
    start = max(0, len(data) - _TRAILER)
    head, tail = data[:start], data[start:]
    found = _IDS.search(tail)
    if not found:
        return data
    made_here = found[1] == found[2]
    bare = tail[: found.start()] + tail[found.end() :]
    mark = hashlib.sha256(head + bare).hexdigest().upper().encode()
    second = mark[: len(found[2])].ljust(len(found[2]), b"0")
    first = second if made_here else found[1]
    return head + tail[: found.start(1)] + first + b"><" + second + tail[found.end(2) :]
