"""The text layer of a PDF page sign by sign: which signs a quote is, on which lines they stand, which are to be hidden.

What may be seen is decided twice, once in the order of the layer and once line by line as a reader sees them, and a
sign hidden by either stays hidden: a number need not lie in the file in the order in which it is read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from evidence_check.messages.masking import mask

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points of the page."""

LEAST = 8
"""Letters and digits that must agree before a part of a quote is taken for the quote."""
_APART = 0.35
"""Share of the height of a line from which on a gap between two signs is a blank."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the layer and where it stands; white space has no box."""

    char: str
    box: Box | None


def signs_of(page: PdfPage) -> tuple[Sign, ...]:
    """Return the signs of a page in the order of its layer."""
    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        count = max(0, raw.FPDFText_CountChars(layer))
        return tuple(_sign(layer, index) for index in range(count))
    finally:
        layer.close()


def _sign(layer: object, index: int) -> Sign:
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(layer, index)
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if char.isspace() or not char.isprintable():
        return Sign(char if char.isspace() else " ", None)
    room = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(room)):
        return Sign(char, None)
    left, right = sorted((room.left, room.right))
    bottom, top = sorted((room.bottom, room.top))
    return Sign(char, (left, bottom, right, top) if right > left and top > bottom else None)


def quoted(signs: Sequence[Sign], quote: str) -> range:
    """Return which signs a quote is, else those of as much of its beginning as stands there; empty when too little is.

    Only letters and digits are compared, for blanks and line breaks are a matter of reading.
    """
    at, letters = [], []
    for index, sign in enumerate(signs):
        for letter in _letters(sign.char):
            at.append(index)
            letters.append(letter)
    text = "".join(letters)
    wanted = "".join(_letters(quote))
    words = quote.split()
    while wanted and (start := text.find(wanted)) < 0:
        words = words[:-1]
        wanted = "".join(_letters(" ".join(words)))
    if not wanted or len(wanted) < min(LEAST, len("".join(_letters(quote)))):
        return range(0)
    first, last = at[start], at[start + len(wanted) - 1]
    beside = [char for char in reversed(quote.split()[-1]) if not char.isalnum()]
    while beside and last + 1 < len(signs) and signs[last + 1].char in beside:
        last += 1
    return range(first, last + 1)


def lines_of(signs: Sequence[Sign]) -> tuple[tuple[int, ...], ...]:
    """Return the signs that have a place line by line, from the top down and each from the left."""
    order = sorted((index for index, sign in enumerate(signs) if sign.box), key=lambda index: -_middle(signs[index]))
    lines: list[list[int]] = []
    for index in order:
        if lines and _on_one_line(signs[lines[-1][0]], signs[index]):
            lines[-1].append(index)
        else:
            lines.append([index])
    return tuple(tuple(sorted(line, key=lambda index: _box(signs[index])[0])) for line in lines)


def hidden(signs: Sequence[Sign], lines: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the signs of identity and telephone numbers that may not be seen."""
    in_order = "".join(sign.char for sign in signs)
    found = {index for index, (was, now) in enumerate(zip(in_order, mask(in_order), strict=True)) if was != now}
    for line in lines:
        text, at = _as_read(signs, line)
        found |= {index for index, was, now in zip(at, text, mask(text), strict=True) if was != now and index >= 0}
    return frozenset(found)


def _as_read(signs: Sequence[Sign], line: Sequence[int]) -> tuple[str, list[int]]:
    """Return a line as it is read, with a blank in every gap, and which sign each of its characters is (-1: a gap)."""
    text, at = signs[line[0]].char, [line[0]]
    for before, index in pairwise(line):
        one, next_one = _box(signs[before]), _box(signs[index])
        if next_one[0] - one[2] > _APART * (one[3] - one[1]):
            text, at = text + " ", [*at, -1]
        text, at = text + signs[index].char, [*at, index]
    return text, at


def _letters(text: str) -> Iterator[str]:
    return (letter for letter in text.casefold() if letter.isalnum())


def _on_one_line(first: Sign, other: Sign) -> bool:
    one, two = _box(first), _box(other)
    return abs(_middle(first) - _middle(other)) < 0.5 * min(one[3] - one[1], two[3] - two[1])


def _middle(sign: Sign) -> float:
    _, bottom, _, top = _box(sign)
    return (bottom + top) / 2


def _box(sign: Sign) -> Box:
    return sign.box or (0.0, 0.0, 0.0, 0.0)
