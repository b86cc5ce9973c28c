"""Records of many offices → an overview: how ready each is, who stands still, and what many lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Status
from evidence_check.model.records import OPEN, Field, Item, Record
from evidence_check.model.tracked import Changes, CommonGap, Move, OfficeRow, Overview, Recap, Share, Trend
from evidence_check.tracking.changes import compared
from evidence_check.words.fold import fold

LEAST_COMMON = 2
"""So many offices at least must lack a thing for it to be a common gap."""


def recap_of(records: Iterable[Record], refused: Iterable[Finding] = ()) -> Recap:
    """Return many offices side by side, those that are least ready first; `refused` results are told with it."""
    # A copy of a result under another name is no second check; whatever order they come in, the same one stays.
    in_order = sorted(records, key=lambda record: record.source)
    once = tuple({replace(record, source=""): record for record in in_order}.values())
    groups: dict[tuple[str, int], list[Record]] = {}
    for record in once:
        groups.setdefault((record.checklist, record.year), []).append(record)
    overviews = tuple(_overview(groups[key]) for key in sorted(groups))
    return Recap(overviews, len(once), (*refused, *(note for record in once for note in _notes(record))))


def linked(recap: Recap, hrefs: Mapping[str, str]) -> Recap:
    """Return the same overview with a way from each office to its report, by the name of its result."""

    def row(each: OfficeRow) -> OfficeRow:
        return replace(each, href=hrefs.get(each.record.source, ""))

    return replace(recap, overviews=tuple(replace(o, rows=tuple(map(row, o.rows))) for o in recap.overviews))


def share_of(items: Iterable[Item]) -> Share:
    """Return how many of some requirements are ready; optional ones and those not judged from files do not count."""
    statuses = [item.status for item in items if item.counts]
    met, unsure = statuses.count(Status.MET), statuses.count(Status.UNSURE)
    return Share(len(statuses), met, unsure, _standing(statuses, met, unsure))


def _standing(statuses: Sequence[Status], met: int, unsure: int) -> Status:
    if not statuses:
        return Status.NOT_CHECKED
    if met == len(statuses):
        return Status.MET
    if met + unsure == len(statuses):
        return Status.UNSURE
    if met or unsure or Status.PARTIAL in statuses:
        return Status.PARTIAL
    return Status.DEFECTIVE if Status.DEFECTIVE in statuses else Status.MISSING


def _overview(records: list[Record]) -> Overview:
    latest = max(records, key=_when)
    fields = _fields(records)
    rows = sorted((_row(history, fields) for history in _histories(records)), key=_least_ready)
    gaps = tuple(_common([row.record for row in rows], fields))
    return Overview(latest.checklist, latest.checklist_name, latest.year, fields, tuple(rows), gaps)


def _histories(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Yield the checks of each office, the earliest first; one without a name is an office of its own."""
    offices: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        named = tuple(fold(each) or each.strip() for each in (record.office, record.region))
        offices.setdefault(named if record.office.strip() else ("", "", record.source), []).append(record)
    for history in offices.values():
        yield sorted(history, key=_when)


def _when(record: Record) -> tuple[str, str, str]:
    """Return when a check was made, for sorting: the moment as it would be at one place, else as it is written."""
    moment = record.moment
    return (moment.isoformat() if moment else "", record.checked_at, record.source)


def _fields(records: Iterable[Record]) -> tuple[Field, ...]:
    """Return the fields of work in the order of the checklist, and those that only a requirement names."""
    known: dict[str, Field] = {}
    for record in records:
        for field in record.fields:
            known.setdefault(field.id, field)
    for record in records:
        for item in record.items:
            known.setdefault(item.indicator, Field(item.indicator, ""))
    asked = {item.indicator for record in records for item in record.items}
    return tuple(field for field in known.values() if field.id in asked)


def _row(history: list[Record], fields: Sequence[Field]) -> OfficeRow:
    record = history[-1]
    inside: dict[str, list[Item]] = {}
    for item in record.items:
        inside.setdefault(item.indicator, []).append(item)
    cells = tuple(share_of(inside[field.id]) if field.id in inside else None for field in fields)
    since = _since(history)
    return OfficeRow(record, share_of(record.items), cells, trend_of(since), since)


def _since(history: list[Record]) -> Changes | None:
    return compared(history[-2], history[-1], renamed=True) if len(history) > 1 else None


def trend_of(changes: Changes | None) -> Trend:
    """Return where an office goes: by what was closed and opened, and where that is even by what got better or worse.

    What is no longer judged is no step ahead.
    """
    if changes is None:
        return Trend.UNKNOWN
    for ahead, back in ((Move.CLOSED, Move.NEW_GAP), (Move.BETTER, Move.WORSE)):
        steps = len(changes.of(ahead)) - len(changes.of(back))
        if steps:
            return Trend.AHEAD if steps > 0 else Trend.BACK
    return Trend.STILL


def _least_ready(row: OfficeRow) -> tuple[int, int, str, str]:
    share = row.total
    return (101 if share.low is None else share.low, share.high or 0, fold(row.record.office), row.record.source)


def _common(records: Sequence[Record], fields: Sequence[Field]) -> Iterator[CommonGap]:
    """Yield what at least two offices lack, that which most lack first."""
    named = {field.id: field for field in fields}
    asked: dict[str, list[tuple[Item, Record]]] = {}
    for record in records:
        for item in record.items:
            asked.setdefault(item.requirement, []).append((item, record))
    found = []
    for name, both in asked.items():
        lacking = tuple(record.office for item, record in both if item.open)
        judged = sum(item.status in (*OPEN, Status.MET) for item, _ in both)
        if len(lacking) >= LEAST_COMMON:
            item = both[0][0]
            found.append(CommonGap(name, item.name, named[item.indicator], lacking, judged))
    yield from sorted(found, key=lambda gap: -len(gap.offices))


def _notes(record: Record) -> Iterator[Finding]:
    """Yield what a reader must know of a result that is used all the same."""
    if not record.office:
        yield Finding("EC511", Level.NOTE, params(source=record.source))
    if record.older:
        yield Finding("EC506", Level.NOTE, params(version=record.older), Place(record.source, 0, ""))
