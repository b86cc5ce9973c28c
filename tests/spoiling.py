"""Ways to spoil a file; the same random source spoils it the same way again."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

HARSH = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_PIECE = re.compile(rb"<[^<>]{1,400}>|\d+|[A-Za-z/\\]{2,20}|[{}\[\]()]")
LARGEST = 400_000


def spoiled(data: bytes, other: bytes, random: Random) -> bytes:
    """Return a file spoilt in one to four ways; `other` lends it pieces. A package may be spoilt inside."""
    if data.startswith(b"PK\x03\x04") and random.random() < 0.7:
        with contextlib.suppress(zipfile.BadZipFile, ValueError, NotImplementedError, zlib.error, IndexError):
            return _inside(data, other, random)
    return _ways(data, other, random)


def _ways(data: bytes, other: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        if data:
            data = random.choice(_WAYS)(data, other, random)[:LARGEST]
    return data


def _inside(data: bytes, other: bytes, random: Random) -> bytes:
    """Return a package with one part of it spoilt and packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as spoilt:
        names = archive.namelist()
        chosen = random.choice(names)
        for name in names:
            part = archive.read(name)
            spoilt.writestr(name, _ways(part, other, random) if name == chosen else part)
    return stream.getvalue()


def _flip(data: bytes, other: bytes, random: Random) -> bytes:
    out = bytearray(data)
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(out))
        out[at] ^= 1 << random.randrange(8)
    return bytes(out)


def _number(data: bytes, other: bytes, random: Random) -> bytes:
    width = random.choice((1, 2, 4))
    value = (random.choice(HARSH) & ((1 << 8 * width) - 1)).to_bytes(width, random.choice(("little", "big")))
    at = random.randrange(len(data))
    return data[:at] + value + data[at + width :]


def _cut(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data)) + 1]


def _hole(data: bytes, other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randint(1, 1 + len(data) // 8) :]


def _again(data: bytes, other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    piece = data[at : at + random.randint(1, 400)]
    return data[:at] + piece * random.choice((2, 3, 100)) + data[at:]


def _splice(data: bytes, other: bytes, random: Random) -> bytes:
    if not other:
        return data
    start, at = random.randrange(len(other)), random.randrange(len(data))
    return data[:at] + other[start : start + random.randint(1, 2000)] + data[at:]


def _swap(data: bytes, other: bytes, random: Random) -> bytes:
    """Put one word, tag or number of the file in the place of another."""
    found = [match.span() for match in _PIECE.finditer(data[:LARGEST])]
    if len(found) < 2:
        return data
    (first, last), (start, end) = random.choice(found), random.choice(found)
    return data[:first] + data[start:end] + data[last:]


def _huge(data: bytes, other: bytes, random: Random) -> bytes:
    """Put a harsh number in the place of one written in digits."""
    found = [match.span() for match in re.finditer(rb"\d+", data[:LARGEST])]
    if not found:
        return data
    first, last = random.choice(found)
    value = random.choice((*HARSH, -1, 10**15, 10**40))
    return data[:first] + str(value).encode() + data[last:]


_WAYS: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _flip,
    _number,
    _cut,
    _hole,
    _again,
    _splice,
    _swap,
    _huge,
)
