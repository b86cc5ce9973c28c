"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Collection

NEAREST = 3
SHORT_LIST = 16


def suggestion(word: str, known: Collection[str]) -> str:
    """Return up to three near words; when none is near, all words of a short list, else the least far."""
    from difflib import get_close_matches

    word = word[:100]
    names = {name.casefold(): name for name in sorted(known)}
    near = get_close_matches(word.casefold(), names, NEAREST, 0.6)
    if not near and len(known) > SHORT_LIST:
        near = get_close_matches(word.casefold(), names, NEAREST, 0.0)
    return ", ".join([names[name] for name in near] or sorted(known))
