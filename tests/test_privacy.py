"""Personal data of the public is found by kind, page and number; what belongs to an office or an official is not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from readiness import CHECKED_AT, LOGBOOK, PHOTO, sample
from reports import book_of

from evidence_check.messages.catalog import load
from evidence_check.model.files import Content, File, Page, ReadAs, Table
from evidence_check.model.personal import Personal, Sort
from evidence_check.privacy.gathering import personal_data
from evidence_check.privacy.lines import of_text
from evidence_check.privacy.rows import of_table
from evidence_check.report.context import Context, report_for

CASES = yaml.safe_load((Path(__file__).parent / "privacy_cases.yaml").read_text("utf-8"))


def content_of(case: dict[str, Any]) -> Content:
    tables: tuple[Table, ...] = ()
    if "heads" in case:
        heads = tuple(case["heads"])
        tables = (Table((heads, *(tuple(map(str, row)) for row in case["rows"])), heads=heads, body_at=1),)
    return Content(File("berkas.pdf", 1, "", "pdf"), (Page(3, case.get("text", ""), ReadAs.TEXT, 1.0, tables),))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case_comes_out_as_told(case: dict[str, Any]) -> None:
    found = personal_data([content_of(case)])
    assert {str(each.sort): each.count for each in found} == case["found"]
    assert all((each.file, each.page) == ("berkas.pdf", 3) for each in found)


def test_every_sort_has_a_case_and_so_has_what_is_none() -> None:
    assert {sort for case in CASES for sort in case["found"]} == {str(each) for each in Sort}
    assert sum(not case["found"] for case in CASES) >= 10


def test_what_is_found_never_holds_the_data() -> None:
    (found,) = personal_data([content_of({"text": "NIK 3328014507850003"})])
    assert found == Personal("berkas.pdf", 3, Sort.NIK, 1)


@pytest.mark.parametrize("form", ["html", "json", "text", "xlsx", "sarif"])
def test_the_reports_list_which_papers_to_mask(form: str) -> None:
    data = report_for(form)(sample(), Context(load("id"), CHECKED_AT, "../berkas"))
    if form == "xlsx":
        rows = [[cell.value for cell in row] for row in book_of(data)["Data pribadi"].iter_rows(min_row=4)]
        assert [(row[0], row[2], row[3], row[4]) for row in rows] == [
            (PHOTO.path, 1, "alamat", 1), (LOGBOOK.path, 1, "NIK", 3), (LOGBOOK.path, 1, "nomor telepon", 18),
            (LOGBOOK.path, 2, "nomor telepon", 7),
        ]  # fmt: skip
        return
    text = " ".join(data.decode("utf-8").split())
    if form == "json":
        assert json.loads(text)["personal_data"][1] == {"file": LOGBOOK.path, "page": 1, "sort": "nik", "count": 3}
    if form == "text":
        assert f"{LOGBOOK.path}: 3 NIK, 25 nomor telepon (hlm. 1, 2)" in text
    if form != "text":
        assert "EC130" in text and "memuat data pribadi warga: 3 NIK, 25 nomor telepon." in text
    if form == "html":
        assert '<section id="personal"' in text and "18 nomor telepon" in text


def test_a_report_without_personal_data_says_so() -> None:
    bare = replace(sample(), personal=())
    context = Context(load("id"), CHECKED_AT)
    assert "Tidak ditemukan data pribadi warga" in report_for("html")(bare, context).decode()
    assert "Data pribadi" not in report_for("text")(bare, context).decode()
    assert "Data pribadi" not in book_of(report_for("xlsx")(bare, context)).sheetnames


@given(st.text(max_size=300), st.lists(st.lists(st.text(max_size=20), max_size=4), max_size=4))
def test_no_text_and_no_table_makes_it_fail(text: str, rows: list[list[str]]) -> None:
    list(of_text(text))
    list(of_table(Table(tuple(map(tuple, rows))), text))


def test_long_pages_are_looked_at_in_time_that_grows_with_them() -> None:
    import time

    hostile = ["0812 " * 4000, "1" * 60_000, "alamat" * 9000, "nama" * 9000, "12.34.5.789 " * 4000, "no hp " * 9000]
    begun = time.perf_counter()
    for text in hostile:
        list(of_text(f"IDENTITAS PELAPOR\nNama : a\n{text}"))
    assert time.perf_counter() - begun < 4
