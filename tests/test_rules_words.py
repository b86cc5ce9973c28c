"""Months counted through, headings that open a line, and products as papers name them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.model.files import Page, ReadAs, Table
from evidence_check.words.lines import Line, lines_of
from evidence_check.words.months import due_months, iso_of, month_in, months_in, quarters_of, year_months
from evidence_check.words.openings import headings_in
from evidence_check.words.products import parts_of, products_headed, products_in

PRODUCTS = ("Penerbitan KTP", "Kartu Keluarga", "Layanan Kartu Keluarga Sejahtera")


def page(text: str, *tables: Table, read_as: ReadAs = ReadAs.TEXT) -> Page:
    return Page(1, text, read_as, 1.0, tables)


def lines(text: str) -> tuple[Line, ...]:
    return lines_of([page(text)])


@pytest.mark.parametrize(
    ("interval", "found"),
    [("2026-01/2026-03", ["2026-01", "2026-02", "2026-03"]), ("2025-12/2026-01", ["2025-12", "2026-01"]),
     ("2026-05-09", ["2026-05"]), ("2026-05", ["2026-05"]), ("2026", []), ("", []), ("2026-13", []),
     ("2026-03/2026-01", []), ("2026/2026", [])],
)  # fmt: skip
def test_months_of_an_interval(interval: str, found: list[str]) -> None:
    assert [iso_of(month) for month in months_in(interval)] == found


@given(st.text())
def test_any_text_has_months_or_none(text: str) -> None:
    assert all(month_in(iso_of(month)) == month for month in months_in(text))


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_written_is_the_month_read(year: int, month: int) -> None:
    assert month_in(f"{year:04}-{month:02}") == year * 12 + month - 1
    assert iso_of(year * 12 + month - 1) == f"{year:04}-{month:02}"


@pytest.mark.parametrize(
    ("visit", "count"),
    [("2026-08-12", 7), ("2026-02-01", 1), ("2027-01-01", 12), ("2030-05-05", 12), ("2026-01-31", None), ("", None),
     ("2025-08-12", None), ("lusa", None)],
)  # fmt: skip
def test_months_due_by_the_visit(visit: str, count: int | None) -> None:
    due = due_months(2026, visit)
    assert (None if due is None else len(due)) == count
    assert due is None or due[0] == year_months(2026)[0]


def test_a_year_has_four_quarters() -> None:
    assert [iso_of(each) for each in quarters_of(year_months(2026))] == ["2026-01", "2026-04", "2026-07", "2026-10"]


@pytest.mark.parametrize(
    ("text", "found", "bare"),
    [
        ("1. Persyaratan : KTP\nb) Biaya/tarif : gratis", {"persyaratan", "biaya|tarif"}, set()),
        ("syarat dan persyaratan lain", set(), set()),
        ("Persyaratan ......... 4\nBiaya . . . . . 5", set(), set()),
        ("Jangka\nwaktu : 5 hari", {"jangka waktu"}, set()),
        ("1. Persyaratan\n2. Jangka waktu\n3. Biaya", {"persyaratan", "jangka waktu", "biaya|tarif"},
         {"persyaratan", "jangka waktu", "biaya|tarif"}),
        ("1. Persyaratan\n2. Jangka waktu\n3. Biaya\nUraian\nPersyaratan\nKTP",
         {"persyaratan", "jangka waktu", "biaya|tarif"}, {"jangka waktu", "biaya|tarif"}),
        ("", set(), set()),
    ],
)  # fmt: skip
def test_headings_that_open_a_line(text: str, found: set[str], bare: set[str]) -> None:
    seen = headings_in([page(text)], ("persyaratan", "jangka waktu", "biaya|tarif"))
    assert (seen.found, seen.bare) == (found, bare)


def test_headings_in_cells_and_misread_ones_of_a_scan() -> None:
    wanted = ("persyaratan", "jangka waktu")
    table = Table((("No", "Komponen", "Uraian"), ("1", "Persyaratan", "KTP"), ("2", "Jangka waktu", "5 hari")))
    assert headings_in([page("STANDAR", table)], wanted).found == set(wanted)
    misread = "Persyarata : KTP\nJangka vvaktu"
    assert headings_in([page(misread)], wanted).found == set()
    assert headings_in([page(misread, read_as=ReadAs.OCR)], wanted).found == {"persyaratan"}


@given(st.lists(st.sampled_from(["1. Persyaratan", "Jangka waktu : 5 hari", "Biaya", "tulisan lain", ""]), max_size=12))
def test_what_is_bare_was_found(texts: list[str]) -> None:
    seen = headings_in([page("\n".join(texts))], ("persyaratan", "jangka waktu", "biaya|tarif"))
    assert seen.bare <= seen.found
    assert ("persyaratan" in seen.found) == any("Persyaratan" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pelayanan penerbitan KTP", ("Penerbitan KTP",)), ("KTP-el", ("Penerbitan KTP",)), ("KTPel", ()),
        ("Kartu Keluarga", ("Kartu Keluarga",)),
        ("kartu keluarga sejahtera", ("Layanan Kartu Keluarga Sejahtera",)),
        ("kartu keluarga sejahtera dan kartu keluarga", ("Kartu Keluarga", "Layanan Kartu Keluarga Sejahtera")),
        ("", ()),
    ],
)  # fmt: skip
def test_products_a_text_names(text: str, found: tuple[str, ...]) -> None:
    assert products_in(text, PRODUCTS) == found


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Standar Pelayanan KTP", "", ("Penerbitan KTP",)),
        ("Standar", "STANDAR PELAYANAN KTP PADA DINAS", ("Penerbitan KTP",)),
        ("Standar", "A. Kartu Keluarga\nB. KTP", ("Penerbitan KTP", "Kartu Keluarga")),
        ("Standar", "Jenis layanan : Kartu Keluarga", ("Kartu Keluarga",)),
        ("Standar", "Persyaratan\n1. KTP\nfotokopi Kartu Keluarga\nKTP asli", ()),
        ("Standar", "Pelayanan KTP dan Kartu Keluarga", ()),
    ],
)
def test_a_paper_is_about_what_its_title_or_a_heading_names(title: str, text: str, found: tuple[str, ...]) -> None:
    assert products_headed(title, lines(text), PRODUCTS) == found


def test_each_product_has_its_part() -> None:
    parts = parts_of("Standar Pelayanan", lines("umum\nA. KTP\nsatu\nB. Kartu Keluarga\ndua\n1. KTP\ntiga"), PRODUCTS)
    told = {product: ([line.text for line in part.sure], [line.text for line in part.possible])
            for product, part in parts.items()}  # fmt: skip
    assert told == {
        "Penerbitan KTP": (["A. KTP", "satu"], ["A. KTP", "satu"]),
        "Kartu Keluarga": (["B. Kartu Keluarga", "dua"], ["B. Kartu Keluarga", "dua", "1. KTP", "tiga"]),
    }
