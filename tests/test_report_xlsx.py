"""The workbook: complete, printable, and without a single formula, whatever files are called."""

from __future__ import annotations

import re
from dataclasses import replace

import golden
import pytest
import readiness
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness import BAGUS, CHECKED_AT, NAMES, NIP_BAGUS, NIP_RETNO, SK, VERDICTS, hostile, sample

from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.model.asked import Office
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Status
from evidence_check.report import tables
from evidence_check.report.context import Context
from evidence_check.report.formulas import disarmed, is_armed
from evidence_check.report.looks import LOOKS, SIGNS
from evidence_check.report.results import results_of
from evidence_check.report.xlsx_report import render

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
HEAD = 6


def test_the_workbook_is_the_kept_one() -> None:
    golden.check("report.xlsx.txt", reports.told_by_workbook(render(sample(), CONTEXT)).encode())


def test_there_is_a_row_for_every_requirement_finding_file_and_fact() -> None:
    book, results = reports.book_of(render(sample(), CONTEXT)), results_of(sample(), CONTEXT)
    assert book.sheetnames == ["Kertas kerja", "Bukti", "Komponen", "Temuan", "Berkas", "Fakta", "Data pribadi"]
    ids = [row[0].value for row in book["Kertas kerja"].iter_rows(min_row=HEAD + 1)]
    assert ids == [verdict.requirement.id for verdict in VERDICTS]
    files = {row[0].value: row for row in book["Berkas"].iter_rows(min_row=4)}
    assert set(files) == {file.path for file in results.files}
    unread = files["04 Pengaduan/SK Tim Pengaduan.pdf"]
    assert unread[4].value == "✖ tidak terbaca" and unread[5].value.startswith("EC101 ")
    codes = {row[2].value for row in book["Temuan"].iter_rows(min_row=4)}
    assert codes == {"EC101", "EC102", "EC130", "EC201", "EC202", "EC209", "EC211", "EC215"} | {
        "EC301", "EC302", "EC303", "EC305", "EC306", "EC310", "EC312",
    }  # fmt: skip
    values = [row[5].value for row in book["Fakta"].iter_rows(min_row=4)]
    assert "9 Februari 2026" in values and any(value.startswith(BAGUS.name) for value in values)


def test_components_dates_and_figures_are_told_where_there_are_any() -> None:
    book = reports.book_of(render(sample(), CONTEXT))
    rows = [[cell.value for cell in row] for row in book["Komponen"].iter_rows(min_row=4)]
    assert [(row[0], row[2], row[4], row[5]) for row in rows[1::2]] == [
        ("PR-01.1", "Rekomendasi PKH", "◐ kosong", SK.path), ("PR-01.1", "Izin UGB", "○ belum ada", None),
    ]  # fmt: skip
    facts = [[cell.value for cell in row] for row in book["Fakta"].iter_rows(min_row=4)]
    assert {"18 Juli 2009", "Rekomendasi PKH"} <= {row[5] for row in facts if row[0] == SK.path}
    bare = replace(sample(), verdicts=tuple(replace(each, components=()) for each in VERDICTS))
    assert "Komponen" not in reports.book_of(render(bare, CONTEXT)).sheetnames


def test_what_is_wrong_with_papers_that_do_not_count_explains_nothing_that_is_met() -> None:
    base, other = sample(), Finding("EC209", Level.ERROR, params(found="2024", expected="2026"), Place("x.pdf", 1, ""))
    own = Finding("EC215", Level.NOTE, (), Place(SK.path, 4, "RETNO WULANDARI"))
    met = replace(next(each for each in VERDICTS if each.requirement.id == "PR-01.1"), findings=(other, own, own))
    book = reports.book_of(render(replace(base, verdicts=(met,)), CONTEXT))
    told = book["Kertas kerja"].cell(HEAD + 1, 9).value
    assert told.count("EC215") == 1 and "EC209" not in told
    assert "EC209" in {row[2].value for row in book["Temuan"].iter_rows(min_row=4)}


def test_every_sheet_can_be_filtered_scrolled_and_printed() -> None:
    for sheet in reports.book_of(render(sample(), CONTEXT)):
        head = int(re.sub(r"\D", "", sheet.freeze_panes)) - 1
        assert all(cell.value for cell in sheet[head])
        assert sheet.auto_filter.ref.startswith(f"A{head}:")
        assert sheet.print_title_rows == f"${head}:${head}"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == ("9", "landscape") or (
            sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape"
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0


def test_a_status_is_told_by_sign_word_and_a_colour_that_follows_it() -> None:
    sheet = reports.book_of(render(sample(), CONTEXT))["Kertas kerja"]
    shown = {cell.value for cell in sheet["D"][HEAD:]}
    assert shown == {f"{SIGNS[status]} {load().status(status)}" for status in Status}
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    by_people = {f"{each} (menurut orang)" for each in shown}
    assert {rule.formula[0].strip('"') for rule in rules} == shown | by_people
    assert {rule.dxf.fill.bgColor.rgb[-6:] for rule in rules} == {look.paper for look in LOOKS.values()}


def test_links_are_relative_encoded_and_only_there_when_wanted() -> None:
    links = {cell.hyperlink.target for cell in reports.cells(render(sample(), CONTEXT)) if cell.hyperlink}
    assert "../berkas/01%20Input/Renstra%20Dinas%20Sosial%202025-2029.pdf" in links
    assert all(link.startswith("../berkas/") and "#" not in link and " " not in link for link in links)
    without = render(sample(), replace(CONTEXT, root=""))
    assert not any(cell.hyperlink for cell in reports.cells(without))
    assert not any(cell.hyperlink for cell in reports.cells(render(sample(), replace(CONTEXT, root="x" * 3000))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_a_formula(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "HOSTILE", reports.FORMULAS)
    attacked = replace(hostile(), office=Office("=1+1", region="@x"))
    data = render(attacked, replace(CONTEXT, catalog=load(lang).naming({text: text for text in reports.FORMULAS})))
    for name, part in reports.parts(data).items():
        assert not re.search(r"<f[ >]", part) or not name.startswith("xl/worksheets/"), name
        assert "externalLink" not in name and "vba" not in name.lower()
    armed = [cell for cell in reports.cells(data) if isinstance(cell.value, str) and is_armed(cell.value)]
    assert armed and all(cell.data_type == "s" and cell.quotePrefix for cell in armed)
    told = reports.told_by_workbook(data)
    assert "‹U+0009›=1" in told and "=cmd|" in told


def test_a_code_that_excel_would_read_as_a_hidden_sign_stays_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "HOSTILE", reports.FORMULAS)
    sheet = reports.parts(render(hostile(), CONTEXT))["xl/worksheets/sheet1.xml"]
    assert "_x005F_x202E_a" in sheet and not re.search(r"(?<!005F)_x202E_", sheet)


def test_hostile_names_can_only_look_odd() -> None:
    told = reports.told_by_workbook(render(hostile(), CONTEXT))
    assert "gaji‹U+202E›xcod.exe" in told and "SK‹U+200B›Tim‹U+2066›" in told and "‹U+DCFF›" in told
    assert not re.search("[\u200b\u202e\u2066\ufeff]", told)


def test_identities_are_masked_unless_they_are_wanted() -> None:
    hidden = "".join(reports.parts(render(sample(), CONTEXT)).values())
    shown = "".join(reports.parts(render(sample(), replace(CONTEXT, identities=True))).values())
    for number in (NIP_RETNO, NIP_BAGUS, "0812-3456-7890"):
        assert number not in hidden and number in shown


def test_the_same_results_give_the_same_bytes() -> None:
    first = render(sample(), CONTEXT)
    assert first == render(sample(), CONTEXT)
    core = reports.parts(first)["docProps/core.xml"]
    assert set(re.findall(r"2\d{3}-[\d:TZ-]+", core)) == {"2026-11-22T07:05:09Z"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_and_sheet_has_its_word(lang: str) -> None:
    assert len(tables.tables_of(results_of(sample(), CONTEXT), load(lang))) == 7
    for table in tables.tables_of(results_of(sample(), CONTEXT), load(lang)):
        assert table.key in load(lang).texts["sheets"]
        assert set(table.columns) <= set(load(lang).texts["columns"])
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    base = sample()
    asked = replace(VERDICTS[0].requirement, name="x" * 40_000)
    data = render(replace(base, verdicts=(replace(VERDICTS[0], requirement=asked),)), CONTEXT)
    (long,) = {cell.value for cell in reports.cells(data) if isinstance(cell.value, str) and len(cell.value) > 30_000}
    assert len(long) <= 32_767 and long.endswith("…")


@given(st.text())
def test_a_disarmed_text_is_never_armed(text: str) -> None:
    assert not is_armed(disarmed(text)) and disarmed(text).endswith(text)


@settings(max_examples=8, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_can_be_held(text: str) -> None:
    base = sample()
    asked = replace(VERDICTS[0].requirement, name=text)
    data = render(replace(base, verdicts=(replace(VERDICTS[0], requirement=asked),)), CONTEXT)
    assert reports.book_of(data)["Kertas kerja"].cell(HEAD + 1, 3).data_type in ("s", "n")
