"""Headers of tables: merged, numbered, marked by the format, repeated and continued over pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from papers import file_of
from reads import WITHOUT_OCR, content
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as Drawn

from evidence_check.extract.heads import headed, with_heads
from evidence_check.model.files import Content, Page, ReadAs, Table

MERGED = (
    ("No", "Unit", "Jumlah", "", "Ket"),
    ("", "", "L", "P", ""),
)
DATA = (("1", "Loket", "3", "4", "-"), ("2", "Arsip", "1", "2", "-"))


@pytest.mark.parametrize(
    ("rows", "heads", "body_at"),
    [
        ((("No", "Nama"), ("1", "Sari")), ("No", "Nama"), 1),
        ((*MERGED, *DATA), ("No", "Unit", "Jumlah L", "Jumlah P", "Ket"), 2),
        ((*MERGED, ("(1)", "(2)", "(3)", "(4)", "(5)"), *DATA), ("No", "Unit", "Jumlah L", "Jumlah P", "Ket"), 3),
        ((("No", "Uraian", "Nilai"), ("1", "2", "3=1x2"), ("1", "Loket", "9")), ("No", "Uraian", "Nilai"), 2),
        ((("DAFTAR PEGAWAI", "", ""), ("Unit :", "Loket", ""), ("No", "Nama", "Umur"), ("1", "Sari", "40")),
         ("No", "Nama", "Umur"), 3),
        ((("Unsur", "Nilai"), ("Persyaratan", "3,21"), ("Prosedur", "3,4")), ("Unsur", "Nilai"), 1),
        ((("Tahap", "Pelaku", "Waktu"), ("Terima berkas", "Loket", "5 menit")), ("Tahap", "Pelaku", "Waktu"), 1),
        ((("Jabatan", "Realisasi", ""), ("", "2023", "2024"), ("Arsiparis", "2", "3")),
         ("Jabatan", "Realisasi 2023", "Realisasi 2024"), 2),
    ],
)  # fmt: skip
def test_header_rows(rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...], body_at: int) -> None:
    found = headed(Table(rows))
    assert (found.heads, found.body_at) == (heads, body_at)
    assert found.rows == rows
    assert found.body == rows[body_at:]


@pytest.mark.parametrize(
    "rows",
    [
        (("Nama Layanan", "Izin usaha"), ("Dasar hukum", "Peraturan daerah")),
        (("Nama", ":", "Sari"), ("Jabatan", ":", "Kepala")),
        (("1", "Loket", "3"), ("2", "Arsip", "4")),
        (("", "Kepala Dinas"), ("", "Sari")),
        (("2022", "2023", "2024"), ("3", "4", "5")),
        (("No", "Nama"),),
    ],
)
def test_a_table_without_a_header_gets_none(rows: tuple[tuple[str, ...], ...]) -> None:
    found = headed(Table(rows))
    assert (found.heads, found.body) == ((), rows)


def test_rows_marked_by_the_format_are_believed() -> None:
    rows = (("Layanan", "Dasar"), ("Izin usaha", "Peraturan daerah"))
    assert headed(Table(rows, body_at=1)).heads == ("Layanan", "Dasar")


@given(some.lists(some.lists(some.text("Ab1 (:-", max_size=4), min_size=1, max_size=5), min_size=1, max_size=9))
def test_any_rows_stay_as_they_are(cells: list[list[str]]) -> None:
    rows = tuple(map(tuple, cells))
    found = headed(Table(rows))
    assert found.rows == rows
    assert found.heads == () or len(found.heads) == max(map(len, rows))
    assert 0 <= found.body_at < max(2, len(rows))
    assert headed(found) == found


def pages(*tables: tuple[tuple[str, ...], ...], read_as: ReadAs = ReadAs.TEXT) -> Content:
    made = (Page(number, "\n".join(" ".join(row) for row in rows), read_as, tables=(Table(rows),))
            for number, rows in enumerate(tables, 1))  # fmt: skip
    return with_heads(Content(file_of(), tuple(made)))


HEADS = ("No", "Unit", "Jumlah L", "Jumlah P", "Ket")


@pytest.mark.parametrize(
    ("second", "body_at"),
    [(DATA, 0), ((*MERGED, *DATA), 2), ((*MERGED, DATA[0]), 2), ((("1", "2", "3", "4", "5"), *DATA), 1),
     ((("", "Tata usaha", "lama", "baru", "lain"), *DATA), 0)],
)  # fmt: skip
def test_a_table_goes_on_over_a_page(second: tuple[tuple[str, ...], ...], body_at: int) -> None:
    table = pages((*MERGED, *DATA), second).pages[1].tables[0]
    assert (table.heads, table.body_at, table.continues) == (HEADS, body_at, True)


def test_another_table_on_the_next_page_has_its_own_header() -> None:
    other = (("No", "Nama", "Pangkat", "Umur", "Ket"), ("1", "Sari", "III", "40", "-"))
    table = pages((*MERGED, *DATA), other).pages[1].tables[0]
    assert (table.heads, table.continues) == (other[0], False)


def test_a_table_of_other_columns_does_not_go_on() -> None:
    table = pages((*MERGED, *DATA), (("3", "Loket"), ("4", "Arsip"))).pages[1].tables[0]
    assert (table.heads, table.continues) == ((), False)


def test_sheets_of_a_workbook_do_not_go_on() -> None:
    assert not pages((*MERGED, *DATA), DATA, read_as=ReadAs.CELLS).pages[1].tables[0].continues


def test_a_table_below_other_text_does_not_go_on() -> None:
    text = " ".join(["Ini paragraf lain tentang pelayanan."] * 40)
    first = Page(1, "", ReadAs.TEXT, tables=(Table((*MERGED, *DATA)),))
    second = Page(2, text + " 1 Loket 3 4", ReadAs.TEXT, tables=(Table((("Aula", "Loket", "3", "4", "-"), DATA[1])),))
    second = Page(2, text + " Aula Loket", ReadAs.TEXT, tables=second.tables)
    assert not with_heads(Content(file_of(), (first, second))).pages[1].tables[0].continues


def test_a_long_table_of_a_pdf_has_the_same_heads_on_every_page(tmp_path: Path) -> None:
    rows = [["No", "Nama", "Jumlah", ""], ["", "", "L", "P"], ["(1)", "(2)", "(3)", "(4)"]]
    rows += [[str(number), f"Unit {number}", "3", "4"] for number in range(1, 90)]
    style = [("GRID", (0, 0), (-1, -1), 1, "black"), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)),
             ("SPAN", (1, 0), (1, 1))]  # fmt: skip
    for name, repeat in (("once.pdf", 0), ("again.pdf", 3)):
        SimpleDocTemplate(str(tmp_path / name), pagesize=A4).build([Drawn(rows, style=style, repeatRows=repeat)])
        tables = [table for page in content(tmp_path / name, WITHOUT_OCR).pages for table in page.tables]
        assert [table.continues for table in tables] == [False] + [True] * (len(tables) - 1)
        assert {table.heads for table in tables} == {("No", "Nama", "Jumlah L", "Jumlah P")}
        body = [row for table in tables for row in table.body]
        assert [row[0] for row in body] == [str(number) for number in range(1, 90)]


def test_a_workbook_with_a_title_and_merged_heads(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (["REKAP PEGAWAI"], ["Tahun 2026"], [], list(MERGED[0]), list(MERGED[1]), *map(list, DATA)):
        sheet.append([None if cell == "" else cell for cell in row])
    for merged in ("A1:E1", "C4:D4", "A4:A5", "B4:B5", "E4:E5"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "a.xlsx")
    (table,) = content(tmp_path / "a.xlsx").pages[0].tables
    assert table.heads == HEADS
    assert [row[1] for row in table.body] == ["Loket", "Arsip"]


def test_header_rows_marked_in_word(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import OxmlElement

    document = Document()
    table = document.add_table(rows=0, cols=3)
    for cells in (("Layanan", "Dasar", ""), ("", "Nomor", "Judul"), ("Izin usaha", "Perda", "Tentang izin")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.save(str(tmp_path / "a.docx"))
    (found,) = content(tmp_path / "a.docx").pages[0].tables
    assert found.heads == ("Layanan", "Dasar Nomor", "Dasar Judul")
    assert found.body == (("Izin usaha", "Perda", "Tentang izin"),)


def test_a_row_of_column_numbers_ends_the_header_whatever_stands_above_it() -> None:
    rows = (("No", "Tanggal", "Penyelesaian", ""), ("", "Diterima", "Tindak lanjut", "Tanggal selesai"),
            ("(1)", "(2)", "(3)", "(4)"), ("1", "05/01/2026", "Dijawab", "07/01/2026"))  # fmt: skip
    table = headed(Table(rows))
    assert table.heads == ("No", "Tanggal Diterima", "Penyelesaian Tindak lanjut", "Penyelesaian Tanggal selesai")
    assert table.body == rows[3:]
