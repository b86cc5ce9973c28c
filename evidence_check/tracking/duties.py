"""A record → lists of what there is to do: one for each person in charge, or for each field of work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from evidence_check.model.records import OPEN, Field, Item, Record
from evidence_check.model.tracked import By, DutyList, ToDo
from evidence_check.tracking.pace import day_of, days_until

SATURDAY = 5


def to_do(record: Record, today: date, by: By | None = None) -> ToDo:
    """Return everything that is open in lists, the worst first; parted by person wherever somebody is in charge.

    `today` is the day from which the days to the visit are counted.
    """
    opened = [item for item in record.items if item.open]
    how = by or (By.IN_CHARGE if any(item.in_charge for item in opened) else By.DIMENSION)
    visit = day_of(record.visit)
    return ToDo(
        record,
        how,
        tuple(_lists(opened, record, how)),
        deadline_of(visit, today) if visit else None,
        days_until(record.visit, today),
    )


def deadline_of(visit: date, today: date) -> date | None:
    """Return the last working day before a visit, today when that is past; None when the visit is past itself."""
    if visit < today:
        return None
    last = visit - timedelta(days=1)
    while last.weekday() >= SATURDAY:
        last -= timedelta(days=1)
    return max(last, today)


def worst_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return open items, the worst status first, otherwise as they came."""
    return tuple(sorted(items, key=lambda item: OPEN.index(item.status)))


def _lists(items: list[Item], record: Record, by: By) -> Iterable[DutyList]:
    fields = {field.id: field for field in record.fields}
    names: dict[str, str] = {}
    grouped: dict[str, list[Item]] = {}
    for item in items:
        key, name = _group(item, fields.get(item.indicator) or Field(item.indicator, ""), by)
        names.setdefault(key, name)
        grouped.setdefault(key, []).append(item)
    # What nobody is named for comes last, and is not forgotten.
    for key in sorted(grouped, key=lambda key: not key):
        yield DutyList(key, names[key], worst_first(grouped[key]))


def _group(item: Item, field: Field, by: By) -> tuple[str, str]:
    if by is By.IN_CHARGE:
        return item.in_charge, item.in_charge
    if by is By.INDICATOR:
        return field.id, field.name
    # A result that does not know its dimensions is parted by what it does know.
    return (field.dimension, field.dimension_name) if field.dimension else (field.id, field.name)
