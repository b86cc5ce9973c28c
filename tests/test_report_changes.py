"""What changed, as it is shown: alone as text, page and JSON, and inside the reports of a check."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from html import unescape
from importlib import resources
from typing import Any

import golden
import pytest
import readiness
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from readiness import CHECKED_AT, NAMES, sample
from records import ITEMS, RENSTRA, SK, SK_NEW, item, later, record
from test_records import PLACES, WHOLE, json_values

from evidence_check.errors import ResultError
from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Status
from evidence_check.model.records import Proof, Record
from evidence_check.model.tracked import Changes
from evidence_check.records.document import record_of
from evidence_check.report import (
    changes_html,
    changes_json,
    changes_text,
    recap_csv,
    recap_html,
    recap_text,
    recap_xlsx,
    todo_csv,
    todo_html,
    todo_text,
)
from evidence_check.report.changed import changes_shown, pace_lines, tenths
from evidence_check.report.context import Context, report_for
from evidence_check.report.terminal import Look, summary
from evidence_check.tracking.changes import compared
from evidence_check.tracking.duties import to_do
from evidence_check.tracking.recap import recap_of

WORDS = load()
CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
MET, MISSING = Status.MET, Status.MISSING


def every_move() -> Changes:
    """Return changes of every kind."""
    before = record(*ITEMS, item("PG-01.3", MET, SK), item("PG-01.4", MISSING), item("PG-01.5", Status.UNSURE))
    now = {"IN-01.1": MISSING, "IN-01.2": MET, "PR-01.1": Status.UNSURE, "PG-01.1": MISSING, "PG-01.2": MISSING}
    after = [replace(each, status=now.get(each.requirement, each.status)) for each in before.items]
    after = [replace(each, proofs=(RENSTRA,) if each.requirement == "IN-01.2" else each.proofs) for each in after]
    after = [replace(each, proofs=(SK_NEW,) if each.requirement == "PG-01.3" else each.proofs) for each in after]
    kept = [each for each in after if each.requirement != "PG-01.5"]
    return compared(replace(before, year=2025, older="1.1"), record(*kept, day="2026-07-15"))


CHANGES = every_move()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_text_is_the_kept_one(lang: str) -> None:
    golden.check(f"changes.{lang}.txt", changes_text.render(CHANGES, load(lang)))


def test_the_page_is_the_kept_one() -> None:
    golden.check("changes.html", changes_html.render(CHANGES, WORDS))


def test_the_json_is_the_kept_one() -> None:
    golden.check("changes.json", changes_json.render(CHANGES, WORDS))


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ((10, 8, 3, 1, 14, 28), [
            "10 terbuka waktu itu, 8 sekarang; 3 tertutup, 1 kekurangan baru.",
            "Dalam 14 hari tertutup 3 butir, kira-kira 0,2 per hari.",
            "Kunjungan 12 Agustus 2026: 28 hari lagi, 8 butir masih terbuka.",
            "Supaya selesai sebelum kunjungan, perlu tertutup 0,3 butir per hari.",
            "Dengan laju ini sisanya baru selesai dalam 56 hari, sesudah kunjungan.",
        ]),
        ((10, 2, 8, 0, 4, 28), [
            "10 terbuka waktu itu, 2 sekarang; 8 tertutup, 0 kekurangan baru.",
            "Dalam 4 hari tertutup 8 butir, kira-kira 2 per hari.",
            "Kunjungan 12 Agustus 2026: 28 hari lagi, 2 butir masih terbuka.",
            "Supaya selesai sebelum kunjungan, perlu tertutup 0,1 butir per hari.",
            "Dengan laju ini sisanya selesai dalam 1 hari, sebelum kunjungan.",
        ]),
        ((3, 3, 0, 0, 5, 0), [
            "3 terbuka waktu itu, 3 sekarang; 0 tertutup, 0 kekurangan baru.",
            "Belum ada yang tertutup sejak hasil itu.",
            "Kunjungan 12 Agustus 2026: hari itu juga, 3 butir masih terbuka.",
        ]),
        ((3, 4, 1, 2, 5, 2), [
            "3 terbuka waktu itu, 4 sekarang; 1 tertutup, 2 kekurangan baru.",
            "Dalam 5 hari tertutup 1 butir, kira-kira 0,2 per hari.",
            "Kunjungan 12 Agustus 2026: 2 hari lagi, 4 butir masih terbuka.",
            "Supaya selesai sebelum kunjungan, perlu tertutup 2 butir per hari.",
            "Yang terbuka belum berkurang, sehingga belum dapat diperkirakan kapan selesai.",
        ]),
        ((3, 0, 3, 0, 0, -2), [
            "3 terbuka waktu itu, 0 sekarang; 3 tertutup, 0 kekurangan baru.",
            "Kunjungan 12 Agustus 2026: sudah lewat 2 hari, 0 butir masih terbuka.",
            "Tidak ada yang terbuka lagi.",
        ]),
        ((3, 2, 1, 0, None, None), [
            "3 terbuka waktu itu, 2 sekarang; 1 tertutup, 0 kekurangan baru.",
            "Kunjungan 12 Agustus 2026: ? hari lagi, 2 butir masih terbuka.",
        ]),
    ],
)  # fmt: skip
def test_the_burn_down_in_words(numbers: tuple[Any, ...], lines: list[str]) -> None:
    keys = ("open_before", "open", "closed", "opened", "days", "left")
    pace = replace(CHANGES.pace, visit="2026-08-12", **dict(zip(keys, numbers, strict=True)))
    assert list(pace_lines(pace, WORDS)) == lines


def test_without_a_day_of_the_visit_it_is_asked_for() -> None:
    lines = list(pace_lines(replace(CHANGES.pace, visit="", left=None), WORDS))
    assert lines[-1] == WORDS.ui("visit_unknown")


@pytest.mark.parametrize(("count", "told"), [(0, "0"), (2, "0,2"), (10, "1"), (25, "2,5"), (100, "10")])
def test_numbers_of_tenths(count: int, told: str) -> None:
    assert tenths(count, WORDS) == told


def test_many_files_are_cut_short() -> None:
    proofs = tuple(Proof(f"{number}.pdf", "", 1, 1) for number in range(9))
    changes = compared(record(item("A.1")), record(item("A.1", MET, *proofs)))
    (move,) = changes_shown(changes, WORDS).moves
    assert move.changes[0].evidence[0].endswith("5.pdf hlm. 1, dan 3 lagi")


# ---------------------------------------------------------------- inside the reports of a check


def with_changes(before: Record | None = None) -> Context:
    """Return a context whose check is compared with an earlier one."""
    return replace(CONTEXT, changes=CHANGES if before is None else compared(before, later()))


def test_the_terminal_tells_what_changed_before_what_is_to_be_done() -> None:
    told = summary(sample(), with_changes(), Look(100))
    assert told.index("Yang berubah sejak 1 Juli 2026") < told.index("Yang harus dikerjakan")
    assert "✔ IN-01.2  Permintaan IN-01.2: Belum ada → Terpenuhi" in told
    plain = summary(sample(), with_changes(), Look(100, encoding="ascii"))
    assert plain.isascii() and "^ PR-01.1" in plain and "= PG-01.3" in plain


def test_the_page_tells_it_too_and_lets_nothing_in() -> None:
    told = report_for("html")(sample(), with_changes()).decode("utf-8")
    assert "Yang berubah sejak 1 Juli 2026" in told and 'id="progress"' in told
    assert "Isinya berganti: 02 Proses/SK.pdf hlm. 1–4" in told


def test_the_working_paper_has_a_sheet_and_a_column_for_it() -> None:
    book = reports.book_of(report_for("xlsx")(sample(), with_changes()))
    top = [row[0].value for row in book["Perubahan"].iter_rows(max_row=8) if row[0].value]
    assert "Yang berubah sejak 1 Juli 2026" in top and any("terbuka" in line for line in top)
    rows = {row[0].value: [cell.value for cell in row] for row in book["Perubahan"].iter_rows() if row[5].value}
    assert rows["IN-01.2"][2:5] == ["✔ Tertutup, kini Terpenuhi", "○ Belum ada", "✔ Terpenuhi"]
    sheet = book["Kertas kerja"]
    columns = {cell.value: cell.column for cell in sheet[int(sheet.freeze_panes[1:]) - 1]}
    found = {row[0].value: row[columns["Perubahan"] - 1].value for row in sheet.iter_rows()}
    both = found.keys() & rows.keys() - {"Butir"}
    assert both and all(found[each] == rows[each][2] for each in both)
    assert any(each.requirement.id not in rows and found[each.requirement.id] is None for each in sample().verdicts)
    without = reports.book_of(report_for("xlsx")(sample(), CONTEXT))
    assert "Perubahan" not in without.sheetnames
    told = report_for("csv")(sample(), with_changes()).decode("utf-8-sig").splitlines()
    assert told[0].endswith(";Perubahan")
    assert all(any(line.startswith(f"{each};") and rows[each][2] in line for line in told) for each in both)


def test_the_report_to_be_signed_tells_it_between_summary_and_gaps() -> None:
    told = reports.told_by_document(report_for("docx")(sample(), with_changes()))
    parts = ("Ringkasan", "Yang berubah sejak 1 Juli 2026", "IN-01.2", "Isinya berganti")
    places = [told.index(each) for each in parts]
    assert places == sorted(places)
    assert "Yang berubah" not in reports.told_by_document(report_for("docx")(sample(), CONTEXT))


@pytest.mark.parametrize("name", ["html", "text", "json"])
def test_without_an_earlier_check_and_a_visit_nothing_is_told(name: str) -> None:
    told = report_for(name)(sample(), CONTEXT).decode("utf-8")
    assert "Yang berubah" not in told and "Kemajuan" not in told and 'id="progress"' not in told


@pytest.mark.parametrize("name", ["html", "text", "docx"])
def test_with_a_visit_the_days_left_are_told(name: str) -> None:
    visited = replace(sample(), office=replace(sample().office, visit="2026-12-02"))
    data = report_for(name)(visited, CONTEXT)
    told = reports.told_by_document(data) if name == "docx" else data.decode("utf-8")
    assert name != "html" or ('href="#progress"' in told and 'id="progress"' in told)
    assert "Kunjungan 2 Desember 2026: 10 hari lagi, 7 butir masih terbuka." in told


@pytest.mark.parametrize("change", [CHANGES, compared(record(office=""), later()), compared(record(), record())])
def test_the_json_of_a_check_with_changes_keeps_its_published_shape(change: Changes) -> None:
    schema = json.loads(resources.files("evidence_check.report").joinpath("result.schema.json").read_text("utf-8"))
    visited = replace(sample(), office=replace(sample().office, visit="2026-12-02"))
    found = json.loads(report_for("json")(visited, replace(CONTEXT, changes=change)))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
    assert found["visit"] == "2026-12-02"
    told = found["changes"]
    assert len(told["changes"]) == len(change.changes) and told["pace"]["open"] == change.pace.open
    found["changes"]["pace"]["open"] = -1
    assert list(Draft202012Validator(schema).iter_errors(found))


# ---------------------------------------------------------------- texts of strangers


def hostile(text: str) -> Changes:
    """Return changes in which every text attacks the reader."""
    name = text.encode("utf-8", "replace").decode()
    old = item("A.1", MISSING, Proof(text, "", 1, 1))
    new = replace(item("A.1", MET, Proof(f"{text} 2", "", 1, 1)), name=text)
    before = replace(record(old), source=text, checked_at=text, older=name)
    return compared(before, replace(record(new), checklist_name=text, visit=text, checked_at=text))


@pytest.mark.parametrize("text", readiness.HOSTILE)
def test_nothing_of_a_stranger_runs_or_hides(text: str) -> None:
    page = changes_html.render(hostile(text), WORDS).decode("utf-8")
    inside = report_for("html")(sample(), replace(CONTEXT, changes=hostile(text))).decode("utf-8")
    for told in (page, inside):
        assert "<script>alert" not in told and "onmouseover='" not in told and 'onmouseover="' not in told
        assert not set(told) & {"\u202e", "\u200b", "\u2066", "\x1b"}
    assert "default-src 'none'; style-src 'sha256-" in unescape(page) and "script-src" not in page
    plain = changes_text.render(hostile(text), WORDS).decode("utf-8")
    assert not set(plain) & {"\u202e", "\u200b", "\u2066", "\x1b", "\r"}
    told = changes_json.render(hostile(text), WORDS).decode("utf-8")
    assert json.loads(told)["changes"][0]["name"] == text


# ---------------------------------------------------------------- results that were spoilt


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PLACES), json_values)
def test_a_result_that_is_read_can_be_told_however_it_was_spoilt(way: tuple[Any, ...], value: Any) -> None:
    told = copy.deepcopy(WHOLE)
    inner = told
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    try:
        spoilt = record_of(told, "hasil.json", WORDS.shown)
    except ResultError:
        return
    changes = compared(spoilt, spoilt, renamed=True)
    for form in (changes_text, changes_html, changes_json):
        assert form.render(changes, WORDS)
    for form in (todo_text, todo_html, todo_csv):
        assert form.render(to_do(spoilt, date(2026, 7, 1)), WORDS)
    for form in (recap_text, recap_html, recap_csv, recap_xlsx):
        assert form.render(recap_of([spoilt, record()]), WORDS)
