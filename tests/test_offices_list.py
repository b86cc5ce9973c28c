"""Lists of offices and folders under a root: what is read, what is refused with its line, what reports are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.batching.handing import region_at
from evidence_check.batching.offices import rows_of, stems_of
from evidence_check.batching.task import How
from evidence_check.checklist.offices import read_offices
from evidence_check.errors import ChecklistError, FolderError
from evidence_check.model.batch import OfficeRow, Wanted
from evidence_check.package.names import safe_part, same_to_people

LIST = """\
format: 1
checklist: ombudsman-2025-opd
year: 2025
visit: 2025-09-01
offices:
  - folder: dinas-sosial
    office: Dinas Sosial
    region: Kabupaten Contoh
  - folder: kecamatan\\puskesmas barat
    checklist: ombudsman-2025-puskesmas
    year: 2024
    settings: setelan/barat.yaml
    reviews: [keputusan.yaml]
"""


def test_a_list_says_what_is_asked_of_each_office() -> None:
    found = read_offices(LIST, "offices.yaml")
    assert found.wanted == Wanted("ombudsman-2025-opd", 2025, "2025-09-01")
    assert found.rows == (
        OfficeRow("dinas-sosial", "Dinas Sosial", "Kabupaten Contoh"),
        OfficeRow(
            "kecamatan/puskesmas barat",
            wanted=Wanted("ombudsman-2025-puskesmas", 2024),
            settings="setelan/barat.yaml",
            reviews=("keputusan.yaml",),
        ),
    )


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("  - folder: ../dinas-lain", "offices_bad_folder", "3"),
        ("  - folder: a//b", "offices_bad_folder", "3"),
        ("  - folder: a\n  - folder: /a/", "offices_twice", "4"),
        ("  - office: Dinas", "checklist_missing_key", "3"),
        ("  - folder: a\n    tahun: 2025", "checklist_unknown_key", "4"),
        ("  - folder: a\n    year: dua ribu", "checklist_not_whole", "4"),
        ("  - a", "checklist_not_mapping", "3"),
    ],
)
def test_what_is_wrong_with_a_list_is_told_with_its_line(rows: str, code: str, line: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_offices(f"format: 1\noffices:\n{rows}\n", "offices.yaml")
    assert (caught.value.code, dict(caught.value.params)["line"]) == (code, line)


def test_what_is_said_first_goes_first() -> None:
    asked = Wanted(year=2026).over(Wanted("ombudsman-2025-opd", 2025, "2025-09-01"))
    assert asked == Wanted("ombudsman-2025-opd", 2026, "2025-09-01")


def test_every_folder_is_an_office_but_those_a_system_made() -> None:
    made = [".git", "$RECYCLE.BIN", "@eaDir", "System Volume Information", "~tmp", "#recycle"]
    names = ["puskesmas", *made, "dinas-sosial"]
    assert [row.folder for row in rows_of(names)] == ["dinas-sosial", "puskesmas"]


def test_a_root_hands_out_its_folders_or_its_list(tmp_path: Path) -> None:
    for name in ("dinas-b", "dinas-a", "lain"):
        (tmp_path / "akar" / name).mkdir(parents=True)
    (tmp_path / "akar" / "catatan.txt").write_text("x")
    reports = tmp_path / "laporan"
    reports.mkdir()
    plain = region_at(tmp_path / "akar", "", Wanted())
    assert [task.key for task in plain.tasks(How(), reports)] == ["dinas-a", "dinas-b", "lain"]
    assert next(task.way for task in plain.tasks(How(), reports)) == "../akar/dinas-a"
    (tmp_path / "akar" / "offices.yaml").write_text("format: 1\nyear: 2025\noffices:\n  - folder: dinas-b\n", "utf-8")
    for place in (tmp_path / "akar", tmp_path / "akar" / "offices.yaml"):
        listed = region_at(place, "", Wanted(visit="2025-09-01"))
        (task,) = listed.tasks(How(), reports)
        assert (task.key, task.general.year, task.wanted.visit) == ("dinas-b", 2025, "2025-09-01")
    apart = tmp_path / "daftar.yaml"
    apart.write_text("format: 1\noffices:\n  - folder: lain\n", "utf-8")
    assert [task.key for task in region_at(tmp_path / "akar", str(apart), Wanted()).tasks(How(), reports)] == ["lain"]


def test_a_root_without_offices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError) as none:
        region_at(tmp_path, "", Wanted()).rows()
    with pytest.raises(FolderError) as gone:
        region_at(tmp_path / "tiada", "", Wanted()).rows()
    assert (none.value.code, gone.value.code) == ("batch_no_offices", "folder_missing")


@given(st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=8))
def test_no_two_reports_have_one_name_and_every_name_is_safe(keys: list[str]) -> None:
    stems = stems_of(keys)
    assert len({same_to_people(stem) for stem in stems.values()}) == len(keys)
    assert all(safe_part(stem, 100, 250) == stem for stem in stems.values())


@given(st.lists(st.text("aAbB/ .", min_size=1, max_size=4), unique=True, max_size=8), st.randoms())
def test_what_a_report_is_called_does_not_depend_on_the_order(keys: list[str], chance: object) -> None:
    shuffled = keys[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stems_of(keys) == stems_of(shuffled)
