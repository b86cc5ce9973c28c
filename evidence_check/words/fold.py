"""One way to fold Indonesian text, so that every comparison stands on the same footing."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_SPACED_LETTERS = re.compile(r"(?<![a-z0-9])[a-z](?: [a-z]){3,}(?![a-z0-9])")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def fold(text: str) -> str:
    """Return the words of a text in lower case, without marks, parted by single blanks.

    Letter-spaced words (`P E N I L A I A N`) are joined. Folding twice changes nothing.
    """
    folded = " ".join(_WORD.findall(text.lower() if text.isascii() else _without_marks(text)))
    return _SPACED_LETTERS.sub(lambda match: match.group().replace(" ", ""), folded)


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).casefold()
    return _FOREIGN.sub(lambda match: "" if unicodedata.combining(match.group()) else " ", plain)


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
