"""Every date a text holds, however it is written, and numbers spelled out in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from evidence_check.facts.months import digits_of, month_of, year_of
from evidence_check.words.fold import fold

_D = "[0-9OoIlS]"
_WORDED = re.compile(
    rf"(?<![0-9A-Za-z])([0-3OoIl]?{_D})[-/.,\s]{{0,4}}(?:bulan\s{{1,3}})?([A-Za-z]{{3,10}})[-/.,\s]{{0,4}}"
    rf"(?:tahun\s{{1,3}})?([12Il]{_D}{{3}})(?![0-9A-Za-z])"
)
_SHORT_YEAR = re.compile(r"(?<![0-9A-Za-z])(\d{1,2})[-/]([A-Za-z]{3,9})[-/](\d\d)(?![0-9A-Za-z])")
_NUMERIC = re.compile(r"(?<![0-9./-])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)\d\d)(?![0-9/])")
_ISO = re.compile(r"(?<![0-9./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![0-9])")
_MONTHLY = re.compile(rf"(?<![A-Za-z])([A-Za-z]{{3,10}})[-/.,\s]{{1,3}}([12]{_D}{{3}})(?![0-9A-Za-z/])")
_SPELLED = re.compile(r"\btanggal ([a-z ]{3,40}?) bulan ([a-z]{3,10}) tahun ([a-z ]{8,80})")
_HINT = re.compile(r"[0-9]|tahun", re.IGNORECASE)
_PARTS = re.compile(
    r"seribu|seratus|sepuluh|sebelas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|nol|belas|puluh|ratus|ribu"
)
LONGEST_MONTH, MONTHS = 31, 12
_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: ISO `YYYY-MM-DD`, or `YYYY-MM` when the day is missing, and where it begins and ends.

    Of one spelled in words the end is not known (0).
    """

    iso: str
    start: int
    end: int = 0

    @property
    def whole(self) -> bool:
        """Say whether the day is known."""
        return len(self.iso) == 10


@lru_cache(maxsize=8192)
def dates_in(text: str) -> tuple[Dated, ...]:
    """Return the dates of a text in reading order; what is no date of any calendar is left out.

    The same lines are asked for by every search for a date, so what was found is kept.
    """
    if not _HINT.search(text):
        return ()
    found = sorted(_all_in(text), key=lambda dated: (dated.start, dated.iso))
    return tuple(found)


@lru_cache(maxsize=8192)
def impossible_in(text: str) -> tuple[str, ...]:
    """Return what a text writes like a date that no calendar has, such as *31 Februari 2026*, as it stands there.

    Of figures only days and months that occur are looked at: *12/34/2026* is rather part of a number.
    """
    if not _HINT.search(text):
        return ()
    written = [(match, month_of(match[2])) for match in _WORDED.finditer(text)]
    written += [(match, int(match[2])) for match in _NUMERIC.finditer(text) if 1 <= int(match[1]) <= LONGEST_MONTH]
    return tuple(
        match[0]
        for match, month in written
        if month and month <= MONTHS and year_of(match[3]) and not any(_dated(match[3], month, match[1], (0, 0)))
    )


def months_in(text: str) -> tuple[Dated, ...]:
    """Return the month-and-year mentions of a text, such as *Desember 2017*."""
    found: list[Dated] = []
    for match in _MONTHLY.finditer(text):
        month, year = month_of(match[1]), year_of(match[2])
        if month and year:
            found.append(Dated(f"{year:04}-{month:02}", *match.span()))
    return tuple(found)


def number_in_words(text: str) -> int | None:
    """Return the number the first words of a text spell, glued words included; None when they spell none."""
    total = hundreds = part = 0
    parts: list[str] = []
    for spoken in fold(text).split():
        inside = _PARTS.findall(spoken)
        if "".join(inside) != spoken:
            break
        parts += inside
    for word in parts:
        if word == "belas":
            part += 10
        elif word == "puluh":
            hundreds, part = hundreds + max(part, 1) * 10, 0
        elif word == "ratus":
            hundreds, part = hundreds + max(part, 1) * 100, 0
        elif word == "ribu":
            total, hundreds, part = total + max(hundreds + part, 1) * 1000, 0, 0
        elif word == "seribu":
            total += 1000
        elif word == "seratus":
            hundreds += 100
        else:
            part += _UNITS[word]
    return total + hundreds + part if parts else None


def _all_in(text: str) -> Iterator[Dated]:
    for match in _WORDED.finditer(text):
        yield from _dated(match[3], month_of(match[2]), match[1], match.span())
    for match in _SHORT_YEAR.finditer(text):
        yield from _dated(f"20{match[3]}", month_of(match[2]), match[1], match.span())
    for match in _NUMERIC.finditer(text):
        yield from _dated(match[3], int(match[2]), match[1], match.span())
    for match in _ISO.finditer(text):
        yield from _dated(match[1], int(match[2]), match[3], match.span())
    yield from _spelled(text)


def _spelled(text: str) -> Iterator[Dated]:
    if "tahun" not in text.lower():
        return
    for match in _SPELLED.finditer(fold(text)):
        day, year = number_in_words(match[1]), number_in_words(match[3])
        if day and year:
            yield from _dated(str(year), month_of(match[2]), str(day), (match.start(), 0))


def _dated(year: str, month: int | None, day: str, span: tuple[int, int]) -> Iterator[Dated]:
    known = year_of(year)
    try:
        if known and month:
            yield Dated(date(known, month, int(digits_of(day))).isoformat(), *span)
    except ValueError:
        return
