"""The NIP: eighteen digits of a fixed form, however they are parted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_BARE = re.compile(
    r"(?<![0-9])((?:19|20)\d\d)[ .\-]?(\d\d)[ .\-]?(\d\d)[ .\-]{0,3}((?:19"
    r"|20)\d\d)[ .\-]?(\d\d)[ .\-]{0,3}([12])[ .\-]{0,3}(\d{3})(?![0-9])"
)
_LABELLED = re.compile(
    r"\bN[I1l]\s?P(?:PPK|\s?PPPK)?\b\s{0,3}[.:;]{0,3}\s{0,6}([0-9][0-9OoIl .\-]{6,40})|\bNIP[.:]?([0-9]{9,22})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_FOLD = str.maketrans("OoIl", "0011")
LONG_ENOUGH, TOO_LONG = 15, 20


@dataclass(frozen=True, slots=True)
class Nip:
    """A NIP found in a text: 18 digits, or the digits of a malformed one, and where it stands."""

    digits: str
    valid: bool
    start: int
    end: int


def is_nip(digits: str) -> bool:
    """Say whether 18 digits have the form of a NIP: birth date, month of appointment or PPPK contract, sex, serial."""
    if len(digits) != 18 or not (digits.isascii() and digits.isdigit()):
        return False
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    appointed = 1 <= int(digits[12:14]) <= 12 or 20 <= int(digits[12:14]) <= 29
    return digits[:2] in ("19", "20") and digits[8:10] in ("19", "20") and appointed and digits[14] in "12"


def nips_in(text: str) -> tuple[Nip, ...]:
    """Return the NIPs of a line from left to right, malformed ones after a label included."""
    found: list[Nip] = []
    if not _DIGIT.search(text):
        return ()
    for match in _BARE.finditer(text):
        digits = "".join(match.groups())
        if is_nip(digits):
            found.append(Nip(digits, True, match.start(), match.end()))
    for match in _LABELLED.finditer(text):
        if any(known.start < match.end() and match.start() < known.end for known in found):
            continue
        digits = "".join(char for char in (match[1] or match[2]).translate(_FOLD) if char.isdigit())
        if is_nip(digits) or LONG_ENOUGH <= len(digits) <= TOO_LONG:
            found.append(Nip(digits, is_nip(digits), match.start(), match.end()))
    return tuple(sorted(found, key=lambda nip: nip.start))
