"""Many offices: how they are counted, who stands still, what many lack; and that every form is safe."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from html import unescape

import golden
import pytest
import readiness
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness import NIP_BAGUS
from records import FIELDS, ITEMS, LOST, item, record, records

from evidence_check.cli.recap import link_to
from evidence_check.messages.catalog import load
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Status
from evidence_check.model.records import Item, Lost, Record
from evidence_check.model.tracked import Trend
from evidence_check.report import recap_csv, recap_html, recap_text, recap_xlsx
from evidence_check.report.formulas import is_armed
from evidence_check.report.recap_told import cell, percent, short
from evidence_check.tracking.recap import linked, recap_of, share_of

MET, PARTIAL, DEFECTIVE, UNSURE, MISSING = (
    Status.MET, Status.PARTIAL, Status.DEFECTIVE, Status.UNSURE, Status.MISSING,
)  # fmt: skip
ASIDE = Status.NOT_CHECKED
WORDS = load()


def items(*statuses: Status) -> tuple[Item, ...]:
    """Return requirements of one indicator."""
    return tuple(item(f"IN-01.{number}", status) for number, status in enumerate(statuses, 1))


@pytest.mark.parametrize(
    ("statuses", "status", "low", "high", "told"),
    [
        ((MET, MET), MET, 100, 100, "✔ 2 dari 2"), ((MET, UNSURE), UNSURE, 50, 100, "? 1–2 dari 2"),
        ((UNSURE,), UNSURE, 0, 100, "? 0–1 dari 1"), ((MET, MISSING), PARTIAL, 50, 50, "◐ 1 dari 2"),
        ((UNSURE, MISSING), PARTIAL, 0, 50, "◐ 0–1 dari 2"), ((PARTIAL, MISSING), PARTIAL, 0, 0, "◐ 0 dari 2"),
        ((DEFECTIVE, MISSING), DEFECTIVE, 0, 0, "✖ 0 dari 2"), ((MISSING,), MISSING, 0, 0, "○ 0 dari 1"),
        ((ASIDE, Status.NOT_APPLICABLE), ASIDE, None, None, "·"), ((), ASIDE, None, None, "·"),
        ((MET,) * 199 + (MISSING,), PARTIAL, 99, 99, "◐ 199 dari 200"),
        ((MET,) * 199 + (UNSURE,), UNSURE, 99, 100, "? 199–200 dari 200"), ((MET, ASIDE), MET, 100, 100, "✔ 1 dari 1"),
    ],
)  # fmt: skip
def test_what_a_cell_says(
    statuses: tuple[Status, ...], status: Status, low: int | None, high: int | None, told: str
) -> None:
    share = share_of(items(*statuses))
    assert (share.status, share.low, share.high, cell(share, WORDS)) == (status, low, high, told)


def test_what_is_optional_does_not_count() -> None:
    share = share_of((item("A.1", MET), item("A.2", MISSING, optional=True), item("A.3", MET, optional=True)))
    assert (share.required, share.met) == (1, 1)


@given(records())
def test_a_hundred_percent_only_when_all_is_met(one: Record) -> None:
    share = share_of(one.items)
    counting = [each for each in one.items if each.counts]
    assert (share.low == 100) == (bool(counting) and all(each.status is MET for each in counting))
    assert share.low is None or share.high is None or share.low <= share.high
    shown = percent(share, WORDS)
    assert ("–" in shown) == (share.unsure > 0 and share.low != share.high)
    assert short(share).endswith(f"/{share.required}")


@pytest.mark.parametrize(
    ("before", "after", "trend"),
    [
        ((MISSING, MISSING), (MISSING, MISSING), Trend.STILL), ((MISSING, MISSING), (MET, MISSING), Trend.AHEAD),
        ((MISSING, MET), (MET, MISSING), Trend.STILL), ((MET, MISSING), (MISSING, MISSING), Trend.BACK),
        ((MISSING, PARTIAL), (PARTIAL, PARTIAL), Trend.AHEAD), ((PARTIAL, MET), (MISSING, MET), Trend.BACK),
        ((MISSING, MISSING), (Status.NOT_APPLICABLE, MISSING), Trend.STILL),  # switching off is no step ahead
        ((MISSING, MET, MET), (PARTIAL, MISSING, MET), Trend.BACK),
    ],
)  # fmt: skip
def test_where_an_office_goes(before: tuple[Status, ...], after: tuple[Status, ...], trend: Trend) -> None:
    both = (record(*items(*before)), record(*items(*after), day="2026-07-15"))
    for order in (both, both[::-1]):
        (row,) = recap_of(order).overviews[0].rows
        assert (row.trend, row.record.checked_at[:10]) == (trend, "2026-07-15")


def test_one_result_alone_tells_no_trend_and_a_copy_of_it_is_none() -> None:
    (row,) = recap_of([record(), replace(record(), source="salinan.json")]).overviews[0].rows
    assert (row.trend, row.since) == (Trend.UNKNOWN, None)


def test_the_last_two_of_many_results_are_compared() -> None:
    days = ("2026-07-15", "2026-06-01", "2026-07-01")
    statuses = {"2026-06-01": MISSING, "2026-07-01": MET, "2026-07-15": MET}
    (row,) = recap_of(record(*items(statuses[day]), day=day) for day in days).overviews[0].rows
    assert row.trend is Trend.STILL and row.since and row.since.pace.days == 14


def test_offices_are_put_in_order_of_what_is_certain() -> None:
    many = [record(*items(*each), office=name) for name, each in
            (("B", (MET, MISSING)), ("A", (MET, MET)), ("C", (MISSING, MISSING)), ("D", (MET, UNSURE)))]  # fmt: skip
    assert [row.record.office for row in recap_of(many).overviews[0].rows] == ["C", "B", "D", "A"]


def test_an_older_result_says_so_beside_the_overview() -> None:
    assert [note.code for note in recap_of([record(older="1.1")]).refused] == ["EC506"]


def test_each_checklist_and_year_is_an_overview_of_its_own() -> None:
    many = [record(), replace(record(), year=2025), replace(record(), checklist="lain-2026")]
    assert [(each.checklist, each.year) for each in recap_of(many).overviews] == [
        ("contoh-2026", 2025), ("contoh-2026", 2026), ("lain-2026", 2026),
    ]  # fmt: skip


def test_common_gaps_are_those_of_two_offices_at_least() -> None:
    many = [record(*items(MISSING, MISSING, MET), office="A"), record(*items(MISSING, MET, MET), office="B"),
            record(*items(UNSURE, MISSING, ASIDE), office="C")]  # fmt: skip
    gaps = recap_of(many).overviews[0].gaps
    assert [(gap.requirement, gap.offices, gap.judged) for gap in gaps] == [
        ("IN-01.1", ("C", "A", "B"), 3), ("IN-01.2", ("C", "A"), 3),
    ]  # fmt: skip


def test_results_without_a_name_stay_apart_and_are_told() -> None:
    many = [record(office="", source="a.json"), record(office="", source="b.json", day="2026-07-02")]
    recap = recap_of(many)
    assert len(recap.overviews[0].rows) == 2
    assert [note.code for note in recap.refused] == ["EC511", "EC511"]


def test_an_older_result_is_shown_by_the_codes_it_has() -> None:
    assert [field.id for field in recap_of([record(fields=())]).overviews[0].fields] == ["IN-01", "PR-01", "PG-01"]


@settings(deadline=None, max_examples=60)
@given(st.lists(records(), max_size=6))
def test_any_records_make_an_overview_whatever_their_order(many: list[Record]) -> None:
    many = [replace(each, source=f"{number}.json") for number, each in enumerate(many)]
    recap = recap_of(many)
    rows = [row for each in recap.overviews for row in each.rows]
    assert len(rows) <= len(many) and bool(rows) == bool(many)
    assert all(len(row.cells) == len(each.fields) for each in recap.overviews for row in each.rows)
    again = recap_of(many[::-1])
    assert [[row.total for row in each.rows] for each in again.overviews] == [
        [row.total for row in each.rows] for each in recap.overviews
    ]
    for render in RENDERERS:
        assert render(recap, WORDS)


RENDERERS = (recap_text.render, recap_html.render, recap_csv.render, recap_xlsx.render)

# ---------------------------------------------------------------- forms

REFUSED = (Finding("EC503", Level.ERROR, params(file="asing.json"), Place("asing.json", 0, "")),)


def sample_recap() -> object:
    """Return the overview the kept reports show."""
    met = tuple(replace(each, status=MET) if each.status in (UNSURE, PARTIAL) else each for each in ITEMS)
    many = (
        record(lost=LOST), record(*met, day="2026-07-15", lost=LOST), record(office="Dinas Kesehatan"),
        record(office="Dinas Kesehatan", day="2026-07-10"), record(*met, office="Badan Pendapatan"),
        replace(record(office="Puskesmas Melati"), checklist="lain-2026", checklist_name="Penilaian Lain 2026"),
    )  # fmt: skip
    return recap_of(many, REFUSED)


RECAP = sample_recap()


@pytest.mark.parametrize(
    ("name", "render"),
    [("recap.txt", recap_text.render), ("recap.html", recap_html.render), ("recap.csv", recap_csv.render)],
)
def test_it_is_the_kept_report(name: str, render: object) -> None:
    assert callable(render)
    golden.check(name, render(RECAP, WORDS).replace(b"\r\n", b"\n"))


def test_the_workbook_is_the_kept_one_and_the_same_each_time() -> None:
    data = recap_xlsx.render(RECAP, WORDS)  # type: ignore[arg-type]
    assert data == recap_xlsx.render(RECAP, WORDS)  # type: ignore[arg-type]
    golden.check("recap.xlsx.txt", reports.told_by_workbook(data).encode())
    assert reports.parts(data)


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_nothing_at_all_is_told_too(render: object, lang: str) -> None:
    assert callable(render)
    assert render(recap_of([], REFUSED), load(lang))


def hostile(text: str) -> Record:
    """Return a record in which every text attacks the reader."""
    attacked = replace(item("A.1"), requirement=text, indicator=text, name=text)
    field = replace(FIELDS[0], id=text, name=text, dimension=text, dimension_name=text)
    return replace(
        record(attacked, fields=(field,)), office=text, region=text, checklist=text, checklist_name=text,
        checked_at=text, source=text, lost=(Lost(text, text, text),),
    )  # fmt: skip


def attacked(text: str) -> object:
    """Return an overview of two offices, so that the gap is a common one."""
    refused = (Finding("EC503", Level.ERROR, params(file=text), Place(text, 0, text)),)
    return recap_of([hostile(text), replace(hostile(text), region="lain")], refused)


@pytest.mark.parametrize("text", [*readiness.HOSTILE, "</style><b>", "{{ 7*7 }}"])
def test_nothing_of_a_stranger_runs_in_the_page(text: str) -> None:
    told = recap_html.render(attacked(text), WORDS).decode("utf-8")  # type: ignore[arg-type]
    assert "<script" not in told and "onmouseover='" not in told and 'onmouseover="' not in told
    assert told.count("<style>") == told.count("</style>") == 1 and "<b>" not in told.replace("<b><bdi>", "")
    assert not set(told) & {"\u202e", "\u200b", "\u2066", "\x1b"}
    assert "default-src 'none'; style-src 'sha256-" in unescape(told) and "script-src" not in told
    assert "49" not in told.split("</style>")[1].replace("2026", "")


@pytest.mark.parametrize("text", reports.FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    data = recap_csv.render(attacked(text), WORDS).decode("utf-8-sig")  # type: ignore[arg-type]
    table = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
    assert [value for row in table for value in row if is_armed(value)] == []
    book = recap_xlsx.render(attacked(text), WORDS)  # type: ignore[arg-type]
    for one in reports.cells(book):
        assert one.data_type in ("s", "n")
    assert not any("<f>" in part for name, part in reports.parts(book).items() if name.startswith("xl/worksheets/"))


def test_a_page_asks_for_nothing_from_elsewhere_and_leads_nowhere() -> None:
    told = recap_html.render(RECAP, WORDS).decode("utf-8")  # type: ignore[arg-type]
    assert "http:" not in told and "https:" not in told and "src=" not in told and "url(" not in told
    assert [part.split('"')[0] for part in told.split('href="')[1:]] == ["#main"]


def test_an_office_leads_to_its_report_where_there_is_one() -> None:
    recap = linked(RECAP, {"Dinas Sosial 2026-07-15.json": "./dinas%20sosial.html"})  # type: ignore[arg-type]
    told = recap_html.render(recap, WORDS).decode("utf-8")
    assert [part.split('"')[0] for part in told.split('href="')[1:]] == ["#main", "./dinas%20sosial.html"]


@pytest.mark.parametrize(
    ("way", "link"),
    [("../a b/c.html", "../a%20b/c.html"), ("javascript:alert(1).html", "./javascript%3Aalert%281%29.html"),
     ("/etc/a.html", ""), ("", ""), ('"x.html', "./%22x.html"), ("#a.html", "./%23a.html")],
)  # fmt: skip
def test_a_link_is_relative_and_means_nothing_else(way: str, link: str) -> None:
    assert link_to(way) == link


def test_colour_never_stands_alone() -> None:
    told = recap_html.render(RECAP, WORDS).decode("utf-8")  # type: ignore[arg-type]
    for part in told.split('<td class="cell')[1:]:
        inner = part.split(">", 1)[1].split("</td>")[0]
        assert any(char.isdigit() for char in inner) or "tidak dinilai" in inner
        assert any(sign in inner for sign in "✔◐✖?○·")


def test_the_day_in_a_workbook_is_no_number_a_spreadsheet_would_turn() -> None:
    with zipfile.ZipFile(io.BytesIO(recap_xlsx.render(RECAP, WORDS))) as package:  # type: ignore[arg-type]
        assert "xl/workbook.xml" in package.namelist()
    for one in reports.cells(recap_xlsx.render(RECAP, WORDS)):  # type: ignore[arg-type]
        assert not isinstance(one.value, date)


def test_identities_in_results_are_masked_where_they_are_read() -> None:
    assert NIP_BAGUS not in recap_html.render(RECAP, WORDS).decode("utf-8")  # type: ignore[arg-type]
