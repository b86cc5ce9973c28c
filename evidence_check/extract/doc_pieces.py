"""The streams of a DOC → its text in the order of the document, and what each letter of it is.

Sources: [MS-DOC] 2.5 (file header), 2.8.35 (pieces), 2.9.33 and 2.9.175 (pages of properties), 2.6 (properties).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

PLAIN, IN_TABLE, ROW_END, SILENT = " ", "t", "e", "d"
_WORD_97 = 193
_STORIES = ("main", "notes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
_IN_TABLE, _ROW_END = 0x2416, 0x2417
_DELETED, _INSERTED, _HIDDEN = 0x0800, 0x0801, 0x083C
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_DEFINE_TABLE, _CHANGE_TABS = 0xD608, 0xC615
_FKP = 512
_MAX_RUNS = 2_000_000

_Run = tuple[int, int, dict[int, int]]


@dataclass(frozen=True, slots=True)
class Word:
    """Text with one flag for each letter, and where its stories lie in it; `changes` counts tracked stretches."""

    text: str
    flags: str
    stories: dict[str, tuple[int, int]]
    header_stories: tuple[tuple[int, int], ...] = ()
    changes: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text: from which letter on, at which byte, how many letters, of how many bytes each."""

    first: int
    offset: int
    length: int
    width: int


@dataclass(slots=True)
class _Flags:
    letters: list[str] = field(default_factory=list)
    changes: int = 0


def word_of(main: bytes, table: bytes) -> Word:
    """Return the text of the streams `WordDocument` and `0Table` or `1Table`; raise `ValueError` when they lie."""
    version = _number(main, 2, 2)
    if version < _WORD_97 or not table:
        return _older(main)
    counts = [_number(main, 0x4C + 4 * index) for index in range(len(_STORIES))]
    stories = {}
    at = 0
    for name, count in zip(_STORIES, counts, strict=True):
        stories[name] = (at, at + count)
        at += count
    pieces = list(_pieces(_slice(main, table, 33)))
    text = "".join(_decoded(main, piece) for piece in pieces)
    flags = _Flags([PLAIN] * len(text))
    _flag_paragraphs(flags, pieces, _runs(main, _slice(main, table, 13), 13))
    _flag_letters(flags, pieces, _runs(main, _slice(main, table, 12), 1))
    return Word(
        text,
        "".join(flags.letters),
        stories,
        _header_stories(_slice(main, table, 11), stories["headers"]),
        flags.changes,
        text[slice(*stories["main"])].count("\x05"),
    )


def _older(main: bytes) -> Word:
    """Return the text of Word 6 and 95, which lies in one stretch; two cell marks in a row end a table row."""
    text = main[_number(main, 0x18) : _number(main, 0x1C)].decode("cp1252", "replace")
    if not text:
        raise ValueError("no text")
    flags = [
        ROW_END if char == "\x07" and text[index - 1 : index] == "\x07" else PLAIN for index, char in enumerate(text)
    ]
    stories = dict.fromkeys(_STORIES, (len(text), len(text)))
    return Word(text, "".join(flags), {**stories, "main": (0, len(text))})


# ---------------------------------------------------------------- pieces


def _pieces(clx: bytes) -> Iterator[_Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + _number(clx, at + 1, 2)
    if at >= len(clx) or clx[at] != 2:
        raise ValueError("no piece table")
    plc = clx[at + 5 : at + 5 + _number(clx, at + 1)]
    count = (len(plc) - 4) // 12
    first = 0
    for index in range(count):
        length = _number(plc, 4 * index + 4) - _number(plc, 4 * index)
        where = _number(plc, 4 * (count + 1) + 8 * index + 2)
        if length <= 0:
            continue
        compressed = bool(where & 0x40000000)
        offset = where & 0x3FFFFFFF
        yield _Piece(first, offset // 2 if compressed else offset, length, 1 if compressed else 2)
        first += length


def _decoded(main: bytes, piece: _Piece) -> str:
    """Return the letters of a piece, exactly as many as it claims, so that positions keep their meaning."""
    data = main[piece.offset : piece.offset + piece.length * piece.width]
    if len(data) < piece.length * piece.width:
        raise ValueError("piece beyond the end")
    if piece.width == 1:
        return data.decode("cp1252", "replace")
    letters = map(chr, struct.unpack(f"<{piece.length}H", data))
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in letters)


def _header_stories(plc: bytes, headers: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    start, end = headers
    marks = [start + _number(plc, 4 * index) for index in range(len(plc) // 4)]
    return tuple((first, min(last, end)) for first, last in pairwise(marks) if first <= last <= end)


# ---------------------------------------------------------------- properties


def _runs(main: bytes, plc: bytes, entry: int) -> Iterator[_Run]:
    """Yield the stretches of bytes with their properties; `entry` is 13 for paragraphs, 1 for letters."""
    count = (len(plc) - 4) // 8
    seen = 0
    for index in range(count):
        page_number = _number(plc, 4 * (count + 1) + 4 * index) & 0x3FFFFF
        page = main[page_number * _FKP : (page_number + 1) * _FKP]
        if len(page) < _FKP:
            continue
        runs = min(page[511], (_FKP - 5) // (4 + entry))
        for run in range(runs):
            seen += 1
            if seen > _MAX_RUNS:
                return
            where = page[4 * (runs + 1) + run * entry] * 2
            properties = dict(_properties(_grpprl(page, where, entry == 13))) if where else {}
            yield _number(page, 4 * run), _number(page, 4 * run + 4), properties


def _grpprl(page: bytes, where: int, paragraph: bool) -> bytes:
    if not paragraph:
        return page[where + 1 : where + 1 + page[where]]
    size = 2 * page[where] - 1 if page[where] else 2 * page[where + 1]
    start = where + 1 if page[where] else where + 2
    return page[start + 2 : start + size]


def _properties(grpprl: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at + 2 < len(grpprl):
        code = _number(grpprl, at, 2)
        at += 2
        if code >> 13 in _SIZES:
            size = _SIZES[code >> 13]
        elif code == _DEFINE_TABLE:
            size = _number(grpprl, at, 2) + 1 if at + 1 < len(grpprl) else 1
        elif code == _CHANGE_TABS and grpprl[at] == 255:
            return
        else:
            size = grpprl[at] + 1
        yield code, grpprl[at]
        at += size


def _flag_paragraphs(flags: _Flags, pieces: list[_Piece], runs: Iterator[_Run]) -> None:
    for start, end, properties in runs:
        if not properties.get(_IN_TABLE):
            continue
        flag = ROW_END if properties.get(_ROW_END) else IN_TABLE
        for first, last in _letters(pieces, start, end):
            flags.letters[first:last] = [flag] * (last - first)


def _flag_letters(flags: _Flags, pieces: list[_Piece], runs: Iterator[_Run]) -> None:
    for start, end, properties in runs:
        deleted = bool(properties.get(_DELETED))
        flags.changes += deleted or bool(properties.get(_INSERTED))
        if deleted or properties.get(_HIDDEN) == 1:
            for first, last in _letters(pieces, start, end):
                flags.letters[first:last] = [SILENT] * (last - first)


def _letters(pieces: list[_Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the letters that lie in a stretch of bytes."""
    for piece in pieces:
        low = max(start, piece.offset)
        high = min(end, piece.offset + piece.length * piece.width)
        if low < high:
            yield piece.first + (low - piece.offset) // piece.width, piece.first + (high - piece.offset) // piece.width


def _slice(main: bytes, table: bytes, index: int) -> bytes:
    """Return the structure of the table stream that entry `index` of the header points to."""
    at = 0x9A + 8 * index
    start, size = _number(main, at), _number(main, at + 4)
    return table[start : start + size]


def _number(data: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(data[at : at + size], "little")
