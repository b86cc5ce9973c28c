"""Months counted through, so that periods, visits and quarters can be compared.

A month is its number since the year 0 (`year * 12 + month - 1`); no month is known of a bare year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")


def month_in(iso: str) -> int | None:
    """Return the month of an ISO date or month, None when it names none."""
    match = _MONTH.fullmatch(iso)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    return int(match[1]) * 12 + int(match[2]) - 1


def months_in(interval: str) -> range:
    """Return the months of an ISO interval, date or month, none when it names none."""
    first, _, last = interval.partition("/")
    start, end = month_in(first), month_in(last or first)
    return range(start, end + 1) if start is not None and end is not None else range(0)


def iso_of(month: int) -> str:
    """Return a month as `YYYY-MM`."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def year_months(year: int) -> range:
    """Return the twelve months of a year."""
    return range(year * 12, year * 12 + 12)


def quarters_of(months: Iterable[int]) -> tuple[int, ...]:
    """Return the quarters some months lie in, each as the number of its first month."""
    return tuple(sorted({month - month % 3 for month in months}))


def quarter_iso(quarter: int) -> str:
    """Return a quarter as an ISO interval of months."""
    return f"{iso_of(quarter)}/{iso_of(quarter + 2)}"


def due_months(year: int, visit: str) -> range | None:
    """Return the months a monthly paper is due for by the visit: to the month before it, at most the whole year.

    None when no usable visit is known: then nobody can say up to where.
    """
    arrival = month_in(visit)
    if arrival is None or arrival <= year * 12:
        return None
    return range(year * 12, min(arrival, year * 12 + 12))
