"""The empty shelves: every item has its place, nothing is overwritten, and an empty shelf is `Belum ada`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run
from hypothesis import given
from hypothesis import strategies as st

from evidence_check import library
from evidence_check.errors import FolderError, ReportError
from evidence_check.folder import GUIDE_FILE, GUIDE_MARK, walk
from evidence_check.messages.catalog import load
from evidence_check.model.asked import Basis
from evidence_check.skeleton.guide import FROM_FILES, Guide
from evidence_check.skeleton.making import make
from evidence_check.skeleton.office_file import office_file
from evidence_check.skeleton.shelves import LONGEST_INDICATOR, safe_name, shelves_of

IDS = library.checklist_ids()
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def pages(name: str, language: str = "id") -> dict[str, str]:
    """Return the page of every indicator of a checklist."""
    checklist = library.checklist(name)
    guide = Guide(checklist, library.catalogue(), load(language), max(checklist.years, default=None), GUIDE_MARK)
    return {each.id: guide.page(each).decode("utf-8-sig") for each in checklist.indicators}


@given(st.text(), st.integers(10, 80))
def test_a_name_is_safe_everywhere(name: str, longest: int) -> None:
    safe = safe_name(name, longest)
    assert 0 < len(safe) <= longest
    assert not set(safe) & set('<>:"/\\|?*') and safe == safe.strip(" .") and safe.isprintable()
    assert safe.partition(".")[0].casefold() not in RESERVED and not safe.startswith((".", "~$"))


@pytest.mark.parametrize(
    ("name", "safe"),
    [("CON", "_CON"), ("nul.txt", "_nul.txt"), ("a/b: c?", "a-b- c"), ("...", "_"), ("a. . ", "a")],
)
def test_names_that_were_not_safe(name: str, safe: str) -> None:
    assert safe_name(name, 40) == safe


@pytest.mark.parametrize("name", IDS)
def test_every_indicator_has_a_folder_of_its_own(name: str) -> None:
    shelves = shelves_of(library.checklist(name))
    assert [each.indicator for each in shelves] == [each.id for each in library.checklist(name).indicators]
    ways = ["/".join(each.way).casefold() for each in shelves]
    assert len(set(ways)) == len(ways)
    assert all(len(part) <= LONGEST_INDICATOR for each in shelves for part in each.way)
    assert max(len(way) for way in ways) + len(GUIDE_FILE) < 140


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_says_everything_about_its_items(name: str, language: str) -> None:
    told, words = pages(name, language), load(language)
    for asked in library.checklist(name).requirements:
        page = " ".join(told[asked.indicator].split())
        assert f"{asked.id} {' '.join(asked.name.split())}" in page
        assert words.basis(asked.basis) in page
        if asked.method in FROM_FILES:
            assert all(library.catalogue()[each].name in page for each in (*asked.any_of, *asked.all_of))
        assert " ".join(asked.prepare.split()) in page
    assert all("guide" not in page and "{" not in page.replace("{bulan}", "") for page in told.values())


@pytest.mark.parametrize("name", IDS)
def test_a_guess_is_called_a_guess(name: str) -> None:
    told = pages(name)
    for asked in (each for each in library.checklist(name).requirements if each.basis is Basis.INFERRED):
        part = " ".join(told[asked.indicator].split(f"\n{asked.id} ", 1)[-1].split("-" * 90)[0].split())
        assert "bukan permintaan Ombudsman" in part


@pytest.mark.parametrize("name", IDS)
def test_pages_open_in_notepad(name: str) -> None:
    checklist = library.checklist(name)
    guide = Guide(checklist, {}, load("id"), None, GUIDE_MARK)
    data = guide.page(checklist.indicators[0])
    assert data.startswith(b"\xef\xbb\xbf" + GUIDE_MARK.encode() + b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 120 for line in data.decode("utf-8-sig").split("\r\n"))


@pytest.mark.parametrize("name", ["Dinas: \"Satu\" #2 'x'", "=1", "no", ""])
def test_the_offices_own_file_can_be_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "evidence-check.yaml").write_bytes(office_file(name, "ombudsman-2026", 2026, load("id")))
    office = library.office(tmp_path)
    assert (office.name, office.checklist, office.year) == (name, "ombudsman-2026", 2026)


def test_a_page_is_skipped_and_one_somebody_wrote_is_listed(tmp_path: Path) -> None:
    for name, first in (("a", GUIDE_MARK), ("b", "Petunjuk kami sendiri"), ("c", f"x {GUIDE_MARK}"), ("d", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "PETUNJUK.txt").write_text(f"\ufeff{first}\r\nisi\r\n", "utf-8", newline="")
    (tmp_path / "a" / "lain.txt").write_text(GUIDE_MARK, "utf-8")
    assert [file.path for file in walk(tmp_path).files] == ["a/lain.txt", *(f"{x}/PETUNJUK.txt" for x in "bcd")]


@pytest.mark.parametrize("name", ["ombudsman-2026", "ombudsman-2022-2024-dinas"])
def test_an_empty_skeleton_has_nothing_yet(name: str, tmp_path: Path) -> None:
    root = tmp_path / "Bukti Dukung"
    made = run("init", root, "--checklist", name, "--office", "Dinas Sosial")
    assert made.code == 0 and made.err == "", made.err
    assert library.office(root).name == "Dinas Sosial"
    ran = run("check", root, "--format", "json")
    assert ran.code == 1, ran.err
    found = json.loads(ran.out)
    assert found["files"] == []
    methods = {each.id: each for each in library.checklist(name).requirements}
    for each in found["verdicts"]:
        asked = methods[each["requirement"]]
        if asked.method in FROM_FILES and not asked.applies_to:
            assert each["status"] == "missing", asked.id
        elif asked.method not in FROM_FILES:
            assert each["status"] == "not_checked", asked.id


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    first = run("init", tmp_path / "a", "--checklist", "ombudsman-2026")
    paths = sorted((tmp_path / "a").rglob("*.*"))
    page = next(path for path in paths if path.name == GUIDE_FILE)
    page.write_text("diubah", "utf-8")
    before = {path: path.read_bytes() for path in paths if path.is_file()}
    second = run("init", tmp_path / "a")
    assert (first.code, second.code) == (0, 0)
    assert {path: path.read_bytes() for path in paths if path.is_file()} == before
    assert "Dibuat 0 folder dan 0 berkas" in second.out
    assert second.out.count(GUIDE_FILE) == len(before) and "evidence-check.yaml" in second.out


def test_a_checklist_of_ones_own_is_found_again(tmp_path: Path) -> None:
    text = library.source("ombudsman-2026")[1].replace("id: ombudsman-2026", "id: punya-kami")
    (tmp_path / "punya-kami.yaml").write_text(text, "utf-8")
    assert run("init", "kantor", "--checklist", "punya-kami.yaml", cwd=tmp_path).code == 0
    assert run("check", "kantor", cwd=tmp_path).code == 1


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("{}/baru",), 2),
        (("{}/baru", "--checklist", "tidak-ada"), 3),
        (("{}/baru", "--checklist", "ombudsman-2026", "--year", "2019"), 3),
        (("{}/berkas", "--checklist", "ombudsman-2026"), 4),
        (("{}/berkas/di/dalam", "--checklist", "ombudsman-2026"), 6),
        (("{}/" + "a" * 300, "--checklist", "ombudsman-2026"), 3),
    ],
)
def test_bad_input_is_one_sentence(args: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("isi", "utf-8")
    ran = run("init", *(arg.format(tmp_path) for arg in args))
    assert ran.code == code, ran.err
    assert ran.out == "" and ran.err.startswith("Gagal: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["berkas"]


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "01").write_text("isi", "utf-8")
    with pytest.raises(ReportError, match="skeleton_cannot_make"):
        make(tmp_path, [(("01", "a.txt"), b"isi")])
    with pytest.raises(FolderError, match="folder_not_a_folder"):
        make(tmp_path / "01", [])
