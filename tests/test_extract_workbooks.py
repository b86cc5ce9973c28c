"""Workbooks: every sheet a page and a table; values as saved, errors kept, giants refused."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import bombs
import pytest
from openpyxl import Workbook
from reads import SETTINGS, content, outcome, reason

from evidence_check.extract.sheet_parts import letters_of
from evidence_check.model.files import ReadAs, Unreadable


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    """Write an XLSX with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_sheets_are_pages_and_tables(tmp_path: Path) -> None:
    rows = [["No", "Nama"], [None, None], [1, "Sari"], [2.5, datetime.date(2026, 1, 31)]]
    found = content(workbook(tmp_path / "a.xlsx", Daftar=rows, Kosong=[], Rekap=[["Jumlah", True]]))
    assert [(page.number, page.name, page.read_as) for page in found.pages] == [
        (1, "Daftar", ReadAs.CELLS),
        (2, "Kosong", ReadAs.CELLS),
        (3, "Rekap", ReadAs.CELLS),
    ]
    assert found.pages[0].text == "No Nama\n1 Sari\n2.5 2026-01-31"
    assert found.pages[0].tables[0].rows == (("No", "Nama"), ("1", "Sari"), ("2.5", "2026-01-31"))
    assert found.pages[0].tables[0].name == "Daftar"
    assert found.pages[1].tables == ()
    assert found.pages[2].text == "Jumlah TRUE"


def test_error_values_stay(tmp_path: Path) -> None:
    book = Workbook()
    for place, value in (("A1", "Nilai"), ("B2", "#DIV/0!"), ("D4", "#REF!")):
        book.active[place] = value
    for place in ("B2", "D4"):
        book.active[place].data_type = "e"
    book.active["D5"] = "akhir"
    book.save(tmp_path / "a.xlsx")
    found = content(tmp_path / "a.xlsx")
    assert found.pages[0].text == "Nilai\n#DIV/0!\n#REF!\nakhir"
    assert [(each.code, dict(each.params)) for each in found.findings] == [
        ("EC123", {"cell": "B2", "count": "2", "sheet": "Sheet", "value": "#DIV/0!"})
    ]


def test_hidden_sheet_is_read_and_marked(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "tampak"
    hidden = book.create_sheet("Gudang")
    hidden["A1"] = "tersembunyi"
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found = content(tmp_path / "a.xlsx")
    assert [page.text for page in found.pages] == ["tampak", "tersembunyi"]
    assert dict(found.marks) == {"hidden_sheets": "1"}
    assert [(each.code, dict(each.params)) for each in found.findings] == [("EC122", {"sheets": "Gudang"})]


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_shown(column: int, name: str) -> None:
    assert letters_of(column) == name


def test_one_far_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "awal"
    book.active["XFD1048576"] = "ujung"
    book.save(tmp_path / "jauh.xlsx")
    assert reason(tmp_path / "jauh.xlsx") == "EC104"


def test_sheet_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", A=[["x" * 1000] * 20] * 100)
    found = outcome(path, replace(SETTINGS, max_unpacked=20_000))
    assert isinstance(found, Unreadable)
    assert found.reason.code == "EC104"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_cut_off_workbook_is_damaged(tmp_path: Path, share: float) -> None:
    whole = workbook(tmp_path / "a.xlsx", A=[[1]]).read_bytes()
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(whole[: int(len(whole) * share)])
    assert reason(path) == "EC102"


def test_formulas_whose_result_nobody_saved_are_told(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Nama", "Nilai"], ["Sari", 3], ["Jumlah", "=SUM(B2:B2)"], ["Rerata", "=B3/1"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    found = [each for each in content(tmp_path / "a.xlsx").findings if each.code == "EC124"]
    assert [dict(each.params) for each in found] == [{"count": "2", "sheet": "Sheet"}]


def test_formulas_with_their_result_are_read(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>3</v></c><c r="B1"><f>A1*2</f><v>6</v></c><c r="C1" t="str"><f>"a"</f><v>Baik</v></c>'
    bombs.xlsx(tmp_path / "a.xlsx", f'<row r="1">{cells}</row>')
    found = content(tmp_path / "a.xlsx")
    assert found.pages[0].text == "3 6 Baik"
    assert found.findings == ()
