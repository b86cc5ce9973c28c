"""One way to fold Indonesian text, so that every comparison stands on the same footing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACED_LETTERS = re.compile(r"(?<![a-z0-9])[a-z](?: [a-z]){3,}(?![a-z0-9])")
_LEAST_SPACED = 4
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_TO_WORDS = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789" else 32 for byte in range(256))
REMEMBERED = 400
"""Up to this length a folded text is kept, for every room folds the same lines."""


def fold(text: str) -> str:
    """Return the words of a text in lower case, without marks, parted by single blanks.

    Letter-spaced words (`P E N I L A I A N`) are joined. Folding twice changes nothing.
    """
    return fold_kept(text) if len(text) <= REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    plain = text if text.isascii() else _without_marks(text)
    words = plain.lower().encode("ascii", "replace").translate(_TO_WORDS).split()
    folded = b" ".join(words).decode("ascii")
    if sum(len(word) == 1 for word in words) < _LEAST_SPACED:
        return folded
    return _SPACED_LETTERS.sub(lambda match: match.group().replace(" ", ""), folded)


fold_kept = lru_cache(maxsize=16_384)(_folded)


def _without_marks(text: str) -> str:
    """Return the letters of a text without what is combined with them.

    Marks that stand by themselves go first: the time to put thousands of them in order grows with their square.
    """
    bare = "".join(char for char in text.translate(_INVISIBLE) if not unicodedata.combining(char))
    plain = unicodedata.normalize("NFKD", bare).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def squeeze(text: str) -> str:
    """Return the folded text without any blanks, for text layers that lost them (`NOMOR28`)."""
    return fold(text).replace(" ", "")


def quote(text: str, limit: int = 200) -> str:
    """Return the words of a passage on one line, cut at a blank before `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0]


def holds(text: str, passage: str) -> bool:
    """Say whether a quoted passage really stands in a text, blanks and line breaks aside."""
    return bool(passage) and " ".join(passage.split()) in " ".join(text.split())
