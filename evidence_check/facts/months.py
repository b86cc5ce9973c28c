"""Months and years as Indonesian papers write them, old spellings, short forms and OCR slips included."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from evidence_check.words.fold import fold

_NAMES: tuple[tuple[str, ...], ...] = (
    ("januari", "jan", "january"),
    ("februari", "pebruari", "feb", "peb", "february"),
    ("maret", "mar", "mrt", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agu", "agt", "ags", "agust", "august", "aug"),
    ("september", "sep", "sept", "spt"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "des", "december", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
_DIGITS = str.maketrans("OoIlS", "00115")
FULL_MONTH = "|".join(sorted((name for name in _NUMBERS if len(name) > 3 or name == "mei"), key=len, reverse=True))
"""Alternatives of a pattern for a whole month name in folded text."""

EARLIEST, LATEST = 1945, 2099


@lru_cache(maxsize=4096)
def month_of(word: str) -> int | None:
    """Return the number of a month name, None when the word is none or could be two."""
    name = fold(word)
    if name in _NUMBERS:
        return _NUMBERS[name]
    if len(name) < 4:
        return None
    allowed = 1 if len(name) < 7 else 2
    near = {
        number
        for known, number in _NUMBERS.items()
        if len(known) > 3 and Levenshtein.distance(name, known, score_cutoff=allowed) <= allowed
    }
    return near.pop() if len(near) == 1 else None


def digits_of(text: str) -> str:
    """Return a numeral with letters that OCR put for digits turned back (`2O16` is 2016)."""
    return text.translate(_DIGITS)


def year_of(text: str) -> int | None:
    """Return a year of four digits between 1945 and 2099."""
    digits = digits_of(text)
    if len(digits) != 4 or not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) if EARLIEST <= int(digits) <= LATEST else None
