"""Checklists as Excel workbooks: nothing is lost on the way there and back, and every error names its cell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from evidence_check import library
from evidence_check.checklist.overlay import OVERLAY as OVERLAY_KEYS
from evidence_check.checklist.reading import CHECKLIST, DIMENSION
from evidence_check.checklist.requirements import INDICATOR, REQUIREMENT
from evidence_check.checklist.together import CATEGORY
from evidence_check.cli.checklist_export import workbook
from evidence_check.cli.checklist_import import yaml_of
from evidence_check.cli.wording import load_wording
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist
from evidence_check.workbook.columns import COLUMNS, META_KEYS
from evidence_check.workbook.reading import imported
from evidence_check.workbook.sheets import STRUCTURE
from evidence_check.workbook.writing import workbook_of

WORDING = load_wording("id")
WHOLE = """format: 1
id: satu
name: "Daftar = satu: dengan tanda"
years: [2025, 2026]
note: |
  Baris satu.

  Baris dua, "berkutip".
sources: {S1: "=1+1", S2: '@sumber: #2'}
categories:
  - {letter: A, name: Tertinggi, lowest: 88, highest: 100, zone: hijau, basis: seen}
dimensions:
  - {id: "01", name: Input, weight: 100}
indicators:
  - id: "1"
    dimension: "01"
    variable: V
    code: "007"
    name: "-Butir"
    weight: 100
    ladder: ["no", "satu\\nbaris", 'c:\\new']
    requirements:
      - id: "1.1"
        name: "+Satu"
        method: document
        any_of: [maklumat, sop]
        all_of: [renstra]
        count: 4
        distinct_by: person
        period: each_month
        must_mention: ["ombudsman", "a|b"]
        must_cover: ["sistem ... prosedur"]
        per_product: true
        agrees_with: [{on: year, requirement: "1.2"}]
        applies_to: [dinas, puskesmas]
        optional: true
        draft: yes
        basis: seen
        sources: [S1, S2]
        note: "null"
        cases:
          - {name: kosong, texts: [], status: missing}
          - {name: dua, texts: ["Maklumat\\n\\n  \\\\f nya\\fhalaman dua", "= teks lain"], status: met}
      - {id: "1.2", name: Wawancara, method: interview, prepare: "Siapkan: a, b", basis: law}
  - {id: "2", dimension: "01", name: Kosong, requirements: []}
"""
OVERLAY = """format: 1
id: surat
name: Surat untuk satu kantor
extends: ombudsman-2026
sources: {T1: surat rekaan}
add:
  - id: TAMBAH
    dimension: "01"
    name: Indikator tambahan
    requirements:
      - {id: TAMBAH.1, name: Maklumat, method: document, any_of: [maklumat], basis: seen, sources: [T1]}
  - indicator: IN-01
    requirements:
      - {id: IN-01.90, name: SOP, method: document, any_of: [sop], basis: seen, sources: [T1]}
change:
  - {id: IN-02, name: Nama lain, ladder: []}
  - {id: IN-01.1, count: 2, must_mention: [], note: ""}
off:
  - {requirement: IN-02.5, reason: "Bukan kementerian", by: "Sekretaris"}
"""


def there_and_back(text: str, name: str = "satu.yaml") -> str:
    """Return a YAML text after it was a workbook."""
    indicators = frozenset(each.id for each in library.checklist_of(text, name, Path()).indicators)
    return imported(workbook_of(text, name, indicators, ["petunjuk"]), "satu.xlsx").text


def read(text: str) -> Checklist:
    return library.checklist_of(text, "satu.yaml", Path())


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Callable[[Workbook], None]], ChecklistError]:
    """Return what changes an exported workbook and returns the error importing it must end in."""

    def changed(change: Callable[[Workbook], None]) -> ChecklistError:
        path = tmp_path / "satu.xlsx"
        opened = load_workbook(io.BytesIO(workbook_of(WHOLE, "satu.yaml", frozenset({"1", "2"}), [])))
        change(opened)
        opened.save(path)
        with pytest.raises(ChecklistError) as caught:
            yaml_of(path, tmp_path / "satu.yaml")
        assert caught.value.exit_code == 3
        return caught.value

    return changed


@pytest.mark.parametrize("name", library.checklist_ids())
def test_every_instrument_comes_back_equal(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(workbook(name, WORDING))
    text, count = yaml_of(path, tmp_path / f"{name}.yaml")
    before = library.checklist(name)
    assert library.checklist_of(text, f"{name}.yaml", tmp_path) == before
    assert count == len(before.requirements)


@pytest.mark.parametrize("text", [WHOLE, OVERLAY], ids=["every key", "overlay"])
def test_every_key_comes_back_equal(text: str) -> None:
    back = there_and_back(text)
    assert read(back) == read(text)
    assert there_and_back(back) == back


def test_every_key_the_reader_knows_has_a_column() -> None:
    columns = {column for names in COLUMNS.values() for column in names} | {"requirements", "cases"}
    assert set(INDICATOR) | set(REQUIREMENT) | set(DIMENSION) | set(CATEGORY) <= columns
    assert set(CHECKLIST) | set(OVERLAY_KEYS) == set(META_KEYS) | set(STRUCTURE)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1).filter(str.strip),
    st.sampled_from(["", "=", "+", "-", "@", "'", "null", "0", "\t", "#", "\\"]),
)
def test_any_name_and_note_come_back(text: str, start: str) -> None:
    from json import dumps

    told = dumps(start + text, ensure_ascii=False)
    made = WHOLE.replace('"+Satu"', told).replace('"Siapkan: a, b"', told)
    assert read(there_and_back(made)) == read(made)


def test_the_same_checklist_gives_the_same_bytes() -> None:
    first, second = (workbook_of(WHOLE, "satu.yaml", frozenset(), ["a"]) for _ in range(2))
    assert first == second


def test_what_looks_like_a_formula_is_text() -> None:
    opened = load_workbook(io.BytesIO(workbook_of(WHOLE, "satu.yaml", frozenset(), ["=1+1"])))
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    signed = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(signed) >= 5 and all(cell.quotePrefix for cell in signed if cell.parent.title != "Petunjuk")


def test_sheets_are_made_for_people() -> None:
    opened = load_workbook(io.BytesIO(workbook("ombudsman-2026", WORDING)))
    assert opened.sheetnames == ["Petunjuk", *COLUMNS]
    sheet = opened["Persyaratan"]
    assert sheet.freeze_panes == "B2" and sheet.max_row >= 80
    lists = " ".join(str(rule.formula1) for rule in sheet.data_validations.dataValidation)
    assert "interview" in lists and "inferred" in lists and "in_force" in lists
    assert "import" in str(opened["Petunjuk"]["A2"].value)


def test_plain_numbers_and_yes_or_no_of_excel_are_taken(tmp_path: Path) -> None:
    opened = load_workbook(io.BytesIO(workbook_of(WHOLE, "satu.yaml", frozenset(), [])))
    sheet = opened["Persyaratan"]
    sheet.cell(2, 8).value, sheet.cell(2, 17).value = 3, False
    opened["Dimensi"]["C2"].value = 100.0
    opened.save(tmp_path / "satu.xlsx")
    text, _ = yaml_of(tmp_path / "satu.xlsx", tmp_path / "satu.yaml")
    first = read(text).requirements[0]
    assert (first.count, first.optional, read(text).dimensions[0].weight) == (3, False, 100.0)


def place(error: ChecklistError) -> tuple[str, str, str]:
    told = dict(error.params)
    return told["file"], told["line"], told["column"]


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("Persyaratan", "E1", "cara", "workbook_header"),
        ("Persyaratan", "A1", None, "workbook_header"),
        ("Kategori", "G1", "tambahan", "workbook_header"),
        ("Persyaratan", "E2", "dokumen", "checklist_bad_value"),
        ("Persyaratan", "F2", "maklumat\ntidak_ada", "checklist_unknown_type"),
        ("Persyaratan", "H2", "banyak", "checklist_not_whole"),
        ("Persyaratan", "B3", "9", "workbook_stray"),
        ("Persyaratan", "C3", "1.1", "checklist_duplicate_id"),
        ("Persyaratan", "D3", None, "checklist_missing_key"),
        ("Persyaratan", "H2", "=1+1", "workbook_formula"),
        ("Persyaratan", "Z9", "tersesat", "workbook_outside"),
        ("Kategori", "H5", "tersesat", "workbook_outside"),
        ("Persyaratan", "A2", "hapus", "checklist_bad_value"),
        ("Persyaratan", "N2", "1.9 year", "checklist_unknown_requirement"),
        ("Dimensi", "C2", "seratus", "checklist_not_percent"),
        ("Sumber", "A3", "S1", "checklist_duplicate_key"),
        ("Checklist", "A2", "ubah", "checklist_unknown_key"),
        ("Kasus", "A2", "9.9", "workbook_stray"),
    ],
)
def test_an_error_names_its_cell(
    book: Callable[[Callable[[Workbook], None]], ChecklistError], sheet: str, cell: str, value: object, code: str
) -> None:
    def change(opened: Workbook) -> None:
        opened[sheet][cell].value = value

    error = book(change)
    assert error.code == code
    file, line, column = place(error)
    assert file == f"satu.xlsx › {sheet}"
    if code == "checklist_missing_key":
        assert line == "3"
    else:
        assert f"{column}{line}" == cell


def test_a_missing_sheet_is_named(book: Callable[[Callable[[Workbook], None]], ChecklistError]) -> None:
    error = book(lambda opened: opened.remove(opened["Indikator"]))
    assert (error.code, dict(error.params)["sheet"]) == ("workbook_no_sheet", "Indikator")


def test_a_strange_sheet_is_named_unless_it_is_empty(
    book: Callable[[Callable[[Workbook], None]], ChecklistError], tmp_path: Path
) -> None:
    def add(opened: Workbook) -> None:
        opened.create_sheet("Catatan")["A1"].value = "ingat"

    assert book(add).code == "workbook_strange_sheet"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rusak", b"bukan excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99])
def test_what_is_no_workbook_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ChecklistError, match="workbook_unreadable"):
        imported(data, "satu.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 100_000_000)
    with pytest.raises(ChecklistError, match="checklist_too_large"):
        imported(stream.getvalue(), "satu.xlsx")


def test_a_text_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(ChecklistError, match="workbook_cannot_hold"):
        workbook_of(WHOLE.replace("+Satu", "x" * 40_000), "satu.yaml", frozenset(), [])


def test_numbers_and_flags_stand_without_quotes() -> None:
    text = there_and_back(WHOLE)
    assert re.search(r"^format: 1$", text, re.MULTILINE) and "count: 4\n" in text and "per_product: true\n" in text
    assert "id: '01'" in text or 'id: "01"' in text
