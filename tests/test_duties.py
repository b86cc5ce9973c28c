"""Lists of things to do: who gets what, in which order, until when; and that every form is safe to forward."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import golden
import pytest
import readiness
import reports
from hypothesis import given
from hypothesis import strategies as st
from readiness import BIDI, SCRIPT, ZERO
from records import FIELDS, ITEMS, item, record, records

from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Status
from evidence_check.model.records import OPEN, Record
from evidence_check.model.tracked import By
from evidence_check.report import todo_csv, todo_html, todo_text
from evidence_check.report.formulas import is_armed
from evidence_check.report.forwarding import bold, harmless, one_sentence
from evidence_check.tracking.duties import deadline_of, to_do

TODAY = date(2026, 7, 20)
WORDS = load()
TODO = to_do(record(), TODAY)


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (None, ["Siti Aminah", "Bagas Tirtayasa", ""]), (By.IN_CHARGE, ["Siti Aminah", "Bagas Tirtayasa", ""]),
        (By.DIMENSION, ["01", "02", "04"]), (By.INDICATOR, ["IN-01", "PR-01", "PG-01"]),
    ],
)  # fmt: skip
def test_lists_are_parted_by_what_is_asked(by: By | None, keys: list[str]) -> None:
    assert [each.key for each in to_do(record(), TODAY, by).lists] == keys


def test_without_anybody_in_charge_the_lists_are_those_of_the_dimensions() -> None:
    nobody = record(*(replace(each, in_charge="") for each in ITEMS))
    assert to_do(nobody, TODAY).by is By.DIMENSION
    assert [each.name for each in to_do(nobody, TODAY).lists] == ["Input", "Proses", "Pengaduan"]


def test_a_result_that_knows_no_dimension_is_parted_by_what_it_knows() -> None:
    assert [each.key for each in to_do(record(fields=()), TODAY, By.DIMENSION).lists] == ["IN-01", "PR-01", "PG-01"]


@given(records(), st.sampled_from([None, *By]))
def test_everything_open_is_in_one_list_the_worst_first(one: Record, by: By | None) -> None:
    lists = to_do(one, TODAY, by).lists
    told = [each.requirement for todo in lists for each in todo.duties]
    assert sorted(told) == sorted(each.requirement for each in one.items if each.open)
    for todo in lists:
        ranks = [OPEN.index(each.status) for each in todo.duties]
        assert ranks == sorted(ranks)
    assert len({each.key for each in lists}) == len(lists)


@pytest.mark.parametrize(
    ("visit", "today", "deadline"),
    [
        ((2026, 8, 12), (2026, 7, 20), (2026, 8, 11)),  # the day before
        ((2026, 8, 10), (2026, 7, 20), (2026, 8, 7)),  # a Monday: the Friday before
        ((2026, 8, 9), (2026, 7, 20), (2026, 8, 7)),  # a Sunday: the Friday before
        ((2026, 8, 12), (2026, 8, 12), (2026, 8, 12)), ((2026, 8, 10), (2026, 8, 9), (2026, 8, 9)),
        ((2026, 8, 12), (2026, 8, 13), None),
    ],
)  # fmt: skip
def test_the_deadline_is_the_last_working_day_before_the_visit(
    visit: tuple[int, int, int], today: tuple[int, int, int], deadline: tuple[int, int, int] | None
) -> None:
    assert deadline_of(date(*visit), date(*today)) == (deadline and date(*deadline))


@pytest.mark.parametrize(
    ("visit", "lines"),
    [
        ("2026-08-12", ["Batas: 11 Agustus 2026", "Kunjungan: 12 Agustus 2026, 23 hari lagi"]),
        ("2026-07-20", ["Batas: 20 Juli 2026", "Kunjungan: 20 Juli 2026, hari ini"]),
        ("2026-07-19", ["Kunjungan: 19 Juli 2026, sudah lewat"]), ("", []), ("segera", []),
    ],
)  # fmt: skip
def test_when_things_are_due(visit: str, lines: list[str]) -> None:
    told = list(todo_text.times(to_do(record(visit=visit), TODAY), WORDS))
    assert told == [*lines, "Menurut pemeriksaan 1 Juli 2026"]


# ---------------------------------------------------------------- forms


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_text_is_the_kept_one(lang: str) -> None:
    golden.check(f"todo.{lang}.txt", todo_text.render(TODO, load(lang)))


def test_the_page_is_the_kept_one() -> None:
    golden.check("todo.html", todo_html.render(TODO, WORDS))


def test_the_csv_is_the_kept_one() -> None:
    golden.check("todo.csv", todo_csv.render(TODO, WORDS).replace(b"\r\n", b"\n"))


@pytest.mark.parametrize("render", [todo_text.render, todo_html.render, todo_csv.render])
def test_nothing_to_do_is_told_too(render: object) -> None:
    assert callable(render)
    told = render(to_do(record(item("A.1", Status.MET)), TODAY), WORDS).decode("utf-8")
    assert "Tidak ada yang harus dikerjakan." in told or told.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SK *penting*", "SK ∗penting∗"), ("~coret~ `kode`", "∼coret∼ ˋkodeˋ"), ("SK_tim.pdf", "SK_tim.pdf"),
        ("_miring_", "＿miring＿"), ("https://x.id/a", "https：//x.id/a"), ("www.x.id", "www․x.id"),
        ("dua\nbaris", "dua‹U+000A›baris"), (BIDI, "gaji‹U+202E›xcod.exe"), ("10:30", "10:30"),
    ],
)  # fmt: skip
def test_what_a_chat_would_format_or_follow_is_taken_out(text: str, told: str) -> None:
    assert harmless(text) == told


@given(st.text())
def test_what_a_stranger_wrote_ends_no_bold_and_breaks_no_line(text: str) -> None:
    assert bold(text).strip("*").count("*") == 0 and "\n" not in harmless(text)
    assert not re.search(r"[A-Za-z]://", harmless(text))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lihat halaman 3. Bila benar, biarkan.", "Lihat halaman 3."), ("1. Buka dahulu", "1. Buka dahulu"),
        ("Lihat sendiri halamannya. Bila benar, biarkan.", "Lihat sendiri halamannya."),
        ("Simpan surat No. 12 dari kantor.", "Simpan surat No. 12 dari kantor."), ("", ""),
        ("Cari untuk Kab. Tirta Kencana", "Cari untuk Kab. Tirta Kencana"), ("Lihat hlm. Dua", "Lihat hlm. Dua"),
        ("Pindai ulang! Lalu periksa.", "Pindai ulang!"),
    ],
)  # fmt: skip
def test_the_next_step_is_one_sentence(text: str, first: str) -> None:
    assert one_sentence(text) == first


def hostile(text: str) -> Record:
    """Return a record in which every text attacks the reader."""
    attacked = replace(item("A.1"), requirement=text, indicator=text, name=text, happened=text, advice=text,
                       in_charge=text)  # fmt: skip
    field = replace(FIELDS[0], id=text, name=text, dimension=text, dimension_name=text)
    return replace(record(attacked, fields=(field,)), office=text, region=text, checklist_name=text, checked_at=text)


@pytest.mark.parametrize("text", readiness.HOSTILE)
@pytest.mark.parametrize("by", By)
def test_nothing_of_a_stranger_runs_in_the_page(text: str, by: By) -> None:
    told = todo_html.render(to_do(hostile(text), TODAY, by), WORDS).decode("utf-8")
    assert "<script" not in told and "onmouseover='" not in told and 'onmouseover="' not in told
    assert not set(told) & {"\u202e", "\u200b", "\u2066", "\x1b"}
    assert "default-src 'none'; style-src 'sha256-" in unescape(told) and "script-src" not in told


@pytest.mark.parametrize("text", [*readiness.HOSTILE, "*palsu*\n*Selesai*"])
def test_nothing_of_a_stranger_adds_a_line_to_a_message(text: str) -> None:
    told = todo_text.text_of(to_do(hostile(text), TODAY, By.IN_CHARGE), WORDS)
    kept = todo_text.text_of(to_do(hostile("A.1"), TODAY, By.IN_CHARGE), WORDS)
    assert told.count("\n") <= kept.count("\n") + 1 and told.count("*") == kept.count("*")
    assert not set(told) & {ZERO[2], "\u202e", "\x1b"}


@pytest.mark.parametrize("text", [*reports.FORMULAS, SCRIPT])
def test_no_cell_is_a_formula(text: str) -> None:
    data = todo_csv.render(to_do(hostile(text), TODAY), WORDS).decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
    assert len(table) == 2 and [cell for row in table for cell in row if is_armed(cell)] == []
