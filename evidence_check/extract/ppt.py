"""An old presentation (PPT) → one page for each slide, from its own records.

Sources: [MS-PPT] 2.1.2 (finding what is current), 2.3.4 (how records nest), 2.9.40 to 2.9.43 (texts).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.paged import clean_lines
from evidence_check.extract.pictures import FEW_LETTERS, carved, letters_in, recognised
from evidence_check.extract.settings import ReadSettings, capped, unreadable
from evidence_check.model.files import Content, File, Page, ReadAs, Unreadable

if TYPE_CHECKING:
    from olefile import OleFileIO

MAX_STREAM = 200_000_000
MAX_RECORDS = 2_000_000
MAX_EDITS = 10_000
_CONTAINER = 0xF
_ENCRYPTED = 0xF3D1C4DF
_DOCUMENT, _SLIDE, _LIST, _SLIDE_AT = 0x03E8, 0x03EE, 0x0FF0, 0x03F3
_WIDE, _NARROW = 0x0FA0, 0x0FA8
_EDIT, _DIRECTORY = 0x0FF5, 0x1772


def read_ppt(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the slides of a PPT in their order; one of nothing but pictures is recognised."""
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as ole:
            return _read(ole, file, settings)
    except (olefile.olefile.OleFileError, struct.error, IndexError, KeyError, ValueError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)


def _read(ole: OleFileIO, file: File, settings: ReadSettings) -> Content | Unreadable:
    user = ole.openstream("Current User").read(4096)
    if int.from_bytes(user[12:16], "little") == _ENCRYPTED:
        return unreadable(file, "EC101")
    data = ole.openstream("PowerPoint Document").read(MAX_STREAM)
    texts = slides_of(data, int.from_bytes(user[16:20], "little"))
    pages = [Page(number, "\n".join(lines), ReadAs.TEXT) for number, lines in enumerate(texts, 1)]
    if letters_in(pages) < FEW_LETTERS and ole.exists("Pictures"):
        pictures = carved(ole.openstream("Pictures").read(MAX_STREAM), settings.max_images)
        pages += recognised(pictures, file, settings, len(pages))
    return capped(Content(file, tuple(pages)), settings)


def slides_of(data: bytes, edit: int) -> list[list[str]]:
    """Return the lines of each slide of the stream `PowerPoint Document`; `edit` is where its last edit lies."""
    places = _places(data, edit)
    slides: list[list[str]] = []
    for document in (at for at in places.values() if _kind(data, at) == _DOCUMENT):
        for at, kind, start, end in _records(data, document, document + 8 + _size(data, document), {_DOCUMENT}):
            if kind == _LIST and _instance(data, at) == 0:
                slides += _listed(data, start, end, places)
    return slides


def _listed(data: bytes, start: int, end: int, places: dict[int, int]) -> Iterator[list[str]]:
    """Yield the lines of the slides of a list: the outline kept in the list, and what else stands on the slide."""
    lines: list[str] = []
    slide = -1
    for _, kind, first, last in _records(data, start, end, set()):
        if kind == _SLIDE_AT:
            if slide >= 0:
                yield lines + _drawn(data, places.get(slide, -1), lines)
            lines, slide = [], int.from_bytes(data[first : first + 4], "little")
        else:
            lines += _text(data, kind, first, last)
    if slide >= 0:
        yield lines + _drawn(data, places.get(slide, -1), lines)


def _drawn(data: bytes, at: int, known: list[str]) -> list[str]:
    if at < 0 or _kind(data, at) != _SLIDE:
        return []
    lines: list[str] = []
    for _, kind, start, end in _records(data, at, at + 8 + _size(data, at), None):
        lines += _text(data, kind, start, end)
    return [line for line in lines if line not in known]


def _text(data: bytes, kind: int, start: int, end: int) -> list[str]:
    if kind == _WIDE:
        text = data[start:end].decode("utf-16-le", "replace")
    elif kind == _NARROW:
        text = data[start:end].decode("latin-1")
    else:
        return []
    return clean_lines(text.replace("\r", "\n").replace("\x0b", "\n").replace("\0", ""))


def _places(data: bytes, edit: int) -> dict[int, int]:
    """Return where each part lies now: later edits win over those before."""
    places: dict[int, int] = {}
    seen: set[int] = set()
    while edit and edit not in seen and len(seen) < MAX_EDITS and _kind(data, edit) == _EDIT:
        seen.add(edit)
        before, directory = struct.unpack_from("<II", data, edit + 8 + 8)
        at, end = directory + 8, directory + 8 + _size(data, directory)
        if _kind(data, directory) != _DIRECTORY:
            raise ValueError("no directory")
        while at + 4 <= min(end, len(data)):
            head = int.from_bytes(data[at : at + 4], "little")
            first, count = head & 0xFFFFF, head >> 20
            for step in range(count):
                where = data[at + 4 + 4 * step : at + 8 + 4 * step]
                places.setdefault(first + step, int.from_bytes(where, "little"))
            at += 4 + 4 * count
        edit = before
    return places


def _records(data: bytes, start: int, end: int, inside: set[int] | None) -> Iterator[tuple[int, int, int, int]]:
    """Yield records as (place, kind, start, end of what they hold); containers of `inside` (None: all) are entered."""
    at, end = start, min(end, len(data))
    for _ in range(MAX_RECORDS):
        if at + 8 > end:
            return
        kind, size = _kind(data, at), _size(data, at)
        yield at, kind, at + 8, min(at + 8 + size, end)
        enters = data[at] & 0x0F == _CONTAINER and (inside is None or kind in inside)
        at += 8 if enters else 8 + size


def _kind(data: bytes, at: int) -> int:
    return int.from_bytes(data[at + 2 : at + 4], "little")


def _size(data: bytes, at: int) -> int:
    return int.from_bytes(data[at + 4 : at + 8], "little")


def _instance(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little") >> 4
