"""Makes signs visible that hide, reorder or break text, so that a hostile name can only look odd."""

from __future__ import annotations

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def visible(text: str) -> str:
    """Return the text with control, direction and zero-width signs as ‹U+202E›, line breaks included."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if unicodedata.category(char) in _UNSAFE or char in _FILLERS or _is_no_character(ord(char)):
        return f"‹U+{ord(char):04X}›"
    return char


def _is_no_character(code: int) -> bool:
    """Say whether Unicode keeps a code from ever being a character; XML refuses some of them."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
