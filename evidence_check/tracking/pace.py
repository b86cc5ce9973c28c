"""How fast gaps close, and what that means for the day of the visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evidence_check.model.records import Record
from evidence_check.model.tracked import Change, Move, Pace


def pace_of(before: Record, after: Record, changes: Sequence[Change]) -> Pace:
    """Return how fast gaps closed from one check to the next."""
    moves = [change.move for change in changes]
    return Pace(
        open_before=sum(item.open for item in before.items),
        open=sum(item.open for item in after.items),
        closed=moves.count(Move.CLOSED),
        opened=moves.count(Move.NEW_GAP),
        days=_days(before.day, after.day),
        left=days_until(after.visit, after.day),
        visit=after.visit,
    )


def days_until(visit: str, today: date | None) -> int | None:
    """Return how many days there are to an ISO date, below 0 when it is past; None when nobody can say."""
    return _days(today, day_of(visit))


def day_of(iso: str) -> date | None:
    """Return the day of an ISO date, None when it is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _days(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first and last else None
