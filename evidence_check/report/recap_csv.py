"""Many offices as CSV: one line for each office and field of work, so that a spreadsheet can turn it as it likes.

Counts stand in columns of their own: a spreadsheet would take `2/5` for a day of May.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import OfficeRow, Overview, Recap, Share
from evidence_check.report.recap_told import meaning, moved, office_name, still_open
from evidence_check.report.separated import separated

COLUMNS = (
    "office", "region", "checklist", "year", "checked_on", "dimension", "indicator", "required", "met", "unsure",
    "low", "high", "status", "still_open", "trend", "since", "unread",
)  # fmt: skip


def render(recap: Recap, words: Catalog) -> bytes:
    """Return the lines office by office, each office first as a whole (with no field of work)."""
    rows = (row for overview in recap.overviews for row in _rows(overview, words))
    return separated(COLUMNS, rows, words)


def _rows(overview: Overview, words: Catalog) -> Iterator[tuple[str, ...]]:
    for row in overview.rows:
        more = (str(still_open(row)), words.word("trends", row.trend), moved(row, words), str(len(row.record.lost)))
        yield (*_about(row, overview, words), "", "", *_share(row.total, words), *more)
        for field, share in zip(overview.fields, row.cells, strict=True):
            if share is not None:
                named = (field.dimension_name or field.dimension, f"{field.id} {field.name}".strip())
                yield (*_about(row, overview, words), *named, *_share(share, words), "", "", "", "")


def _about(row: OfficeRow, overview: Overview, words: Catalog) -> tuple[str, ...]:
    record = row.record
    day = record.day.isoformat() if record.day else record.checked_at
    return (office_name(record, words), record.region, overview.checklist, str(overview.year), day)


def _share(share: Share, words: Catalog) -> tuple[str, ...]:
    bounds = ("" if each is None else str(each) for each in (share.low, share.high))
    return (str(share.required), str(share.met), str(share.unsure), *bounds, meaning(share, words))
