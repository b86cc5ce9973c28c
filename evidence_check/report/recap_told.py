"""Many offices in words: what the cells of the map, the rows of the offices and the lists below them say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Status
from evidence_check.model.records import Field, Record
from evidence_check.model.tracked import CommonGap, Move, OfficeRow, Overview, Recap, Share, Trend
from evidence_check.report.changed import day_in_words
from evidence_check.report.looks import SIGNS

TREND_SIGNS = {Trend.STILL: "=", Trend.BACK: "▼", Trend.AHEAD: "▲", Trend.UNKNOWN: "–"}
LEGEND = {
    Status.MET: "all_met",
    Status.UNSURE: "only_unsure",
    Status.PARTIAL: "some_met",
    Status.DEFECTIVE: "none_met_flawed",
    Status.MISSING: "none_met",
    Status.NOT_CHECKED: "none_judged",
}
"""What the colour and the sign of a cell mean."""


@dataclass(frozen=True, slots=True)
class LostShown:
    """A file of one office nobody could read."""

    office: str
    file: str
    reason: str


def office_name(record: Record, words: Catalog) -> str:
    """Return the name of an office; one without a name is told by the file of its result."""
    return record.office or f"{words.ui('unnamed_office')} ({record.source})"


def field_name(field: Field) -> str:
    """Return the id and the name of a field of work."""
    return field.id if field.name in ("", field.id) else f"{field.id} {field.name}"


def cell(share: Share | None, words: Catalog) -> str:
    """Return what a cell says: its sign, and how many are met; a range where some have still to be looked at."""
    if share is None or not share.required:
        return SIGNS[Status.NOT_CHECKED]
    return f"{SIGNS[share.status]} {counted(share, words)}"


def counted(share: Share, words: Catalog) -> str:
    """Return how many are met of those that count."""
    most = share.met + share.unsure
    if most == share.met:
        return words.ui("share", met=share.met, required=share.required)
    return words.ui("share_range", met=share.met, most=most, required=share.required)


def short(share: Share) -> str:
    """Return how many are met as short as can be, for a map that shows many fields of work side by side."""
    most = share.met + share.unsure
    return f"{share.met}{f'–{most}' if most > share.met else ''}/{share.required}"


def dimensions(overview: Overview) -> tuple[tuple[str, int], ...]:
    """Return the dimensions in their order, each with how many fields of work in a row belong to it."""
    named = (field.dimension_name or field.dimension for field in overview.fields)
    return tuple((name, len(list(group))) for name, group in groupby(named))


def meaning(share: Share | None, words: Catalog) -> str:
    """Return what the colour of a cell means, in words."""
    return words.ui(LEGEND[share.status if share else Status.NOT_CHECKED])


def percent(share: Share, words: Catalog) -> str:
    """Return how ready an office is: a range when something has still to be looked at."""
    if share.low is None:
        return words.ui("none_judged")
    return f"{share.low}%" if share.low == share.high else f"{share.low}–{share.high}%"


def still_open(row: OfficeRow) -> int:
    """Return how many requirements of an office are open."""
    return sum(item.open for item in row.record.items)


def trend(row: OfficeRow, words: Catalog) -> str:
    """Return where an office goes, as a sign and in words."""
    return f"{TREND_SIGNS[row.trend]} {words.word('trends', row.trend)}"


def moved(row: OfficeRow, words: Catalog) -> str:
    """Return what changed since the result before, and in how many days; empty when there is none."""
    if row.since is None:
        return ""
    pace = row.since.pace
    numbers = {"closed": pace.closed, "opened": len(row.since.of(Move.NEW_GAP))}
    if pace.days is None:
        return words.ui("moved_undated", **numbers)
    return words.ui("moved", days=pace.days, **numbers)


def standing_still(overview: Overview) -> tuple[OfficeRow, ...]:
    """Return the offices that are known to stand still or to go back."""
    return tuple(row for row in overview.rows if row.trend in (Trend.STILL, Trend.BACK))


def lacking(gap: CommonGap, words: Catalog) -> str:
    """Return which offices lack a thing."""
    names = ", ".join(name or words.ui("unnamed_office") for name in gap.offices)
    return words.ui("in_offices", count=len(gap.offices), judged=gap.judged, offices=names)


def lost_files(overview: Overview, words: Catalog) -> Iterator[LostShown]:
    """Yield the files nobody could read, office by office."""
    for row in overview.rows:
        for lost in row.record.lost:
            yield LostShown(office_name(row.record, words), lost.file, f"{lost.code} {lost.reason}".strip())


def refused(recap: Recap, words: Catalog) -> tuple[str, ...]:
    """Return which results were left out and why, and what is odd about others."""
    return tuple(f"{each.code} {words.finding(each)} {words.advice(each)}" for each in recap.refused)


def lead(recap: Recap, words: Catalog) -> str:
    """Return of how many offices the overview is, and from how many results."""
    if not recap.overviews:
        return words.ui("recap_none")
    offices = sum(len(each.rows) for each in recap.overviews)
    return words.ui("recap_lead", offices=offices, results=recap.results)


def heading(overview: Overview, words: Catalog) -> str:
    """Return which checklist and year the offices were checked by."""
    return f"{overview.name or overview.checklist} · {words.ui('year', year=overview.year)}"


def checked_on(record: Record, words: Catalog) -> str:
    """Return the day of a check in words."""
    return day_in_words(record.checked_at, words)
