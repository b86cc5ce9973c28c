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
    if unicodedata.category(char) in _UNSAFE or char in _FILLERS:
        return f"‹U+{ord(char):04X}›"
    return char
