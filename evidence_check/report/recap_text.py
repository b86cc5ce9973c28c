"""Many offices as plain text: a line each, then who stands still and what many lack."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import Overview, Recap
from evidence_check.report import recap_told as told
from evidence_check.report.visible import visible

MOST_GAPS = 10


def render(recap: Recap, words: Catalog) -> bytes:
    """Return the overview as UTF-8 text."""
    return ("\n".join(_lines(recap, words)) + "\n").encode("utf-8", errors="backslashreplace")


def _lines(recap: Recap, words: Catalog) -> Iterator[str]:
    yield words.ui("recap")
    yield told.lead(recap, words)
    for overview in recap.overviews:
        yield ""
        yield from map(visible, _overview(overview, words))
    if recap.refused:
        yield ""
        yield words.ui("recap_refused")
        yield from (f"  {visible(line)}" for line in told.refused(recap, words))


def _overview(overview: Overview, words: Catalog) -> Iterator[str]:
    yield told.heading(overview, words)
    for row in overview.rows:
        share = row.total
        name = told.office_name(row.record, words)
        parts = [told.percent(share, words), told.counted(share, words), told.trend(row, words), told.moved(row, words)]
        yield f"  {told.cell(share, words)[:1]} {name}: {' · '.join(filter(None, parts))}"
        if row.record.lost:
            yield f"    {words.word('columns', 'unread')}: {len(row.record.lost)}"
    for gap in overview.gaps[:MOST_GAPS]:
        if gap is overview.gaps[0]:
            yield words.ui("recap_common")
        yield f"  {gap.requirement} {gap.name}: {told.lacking(gap, words)}"
