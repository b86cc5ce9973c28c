"""The commands for those who keep the checklists true, run as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import checklist_in, run
from openpyxl import load_workbook

from evidence_check import library


def test_list_names_every_checklist_and_counts_it() -> None:
    ran = run("checklist", "list")
    assert ran.code == 0
    for name in library.checklist_ids():
        line = next(line for line in ran.out.splitlines() if line.startswith(f"{name}: "))
        assert f"{len(library.checklist(name).requirements)} butir" in line


def test_lint_is_green_on_everything_that_comes_along() -> None:
    ran = run("checklist", "lint")
    assert ran.code == 0, ran.out
    assert [line.split()[1].rstrip(":") for line in ran.out.splitlines()] == ["katalog", *library.checklist_ids()]


def test_lint_tells_of_every_file_and_goes_on(tmp_path: Path) -> None:
    good = checklist_in(tmp_path)
    bad = tmp_path / "salah.yaml"
    bad.write_text(good.read_text("utf-8").replace("method: document", "metod: document"), "utf-8")
    ran = run("checklist", "lint", bad, good, "samples/tidak-ada/evidence-check.yaml", "ombudsman-2026")
    lines = ran.out.splitlines()
    assert ran.code == 3 and len(lines) == 4
    assert lines[0].startswith("Gagal: “salah.yaml” baris 12") and "method" in lines[0]
    assert lines[1].startswith("baik") and lines[2].startswith("Gagal") and lines[3].startswith("baik")


def test_lint_reads_an_entry_of_the_catalogue_and_an_offices_file(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    entry = tmp_path / "documents" / "uji.yaml"
    entry.write_text("format: 1\nid: uji\nname: Uji\ntitles: [uji coba]\n", "utf-8")
    office = tmp_path / "evidence-check.yaml"
    office.write_text("format: 1\noffice: Dinas Sosial\nchecklist: ombudsman-2026\nyear: 2026\n", "utf-8")
    assert run("checklist", "lint", entry, office).code == 0
    office.write_text("format: 1\nkantor: Dinas Sosial\n", "utf-8")
    assert run("checklist", "lint", entry, office).code == 3


def test_show_an_item_in_three_forms() -> None:
    asked = library.checklist("ombudsman-2026").requirements[0]
    args = ("checklist", "show", "ombudsman-2026", "--requirement", asked.id)
    text, yaml, plain = (run(*args, "--format", each) for each in ("text", "yaml", "json"))
    assert (text.code, yaml.code, plain.code) == (0, 0, 0)
    assert asked.name in text.out and "Menurut pihak lain" in text.out
    assert f"id: {asked.id}" in yaml.out
    assert json.loads(plain.out)["any_of"] == list(asked.any_of)


def test_show_a_whole_checklist() -> None:
    ran = run("checklist", "show", "ombudsman-2026")
    assert ran.code == 0
    assert all(each.id in ran.out and each.name in ran.out for each in library.checklist("ombudsman-2026").requirements)
    assert len(json.loads(run("checklist", "show", "ombudsman-2026", "--format", "json").out)["indicators"]) == 30


def test_an_unknown_item_is_2_with_the_nearest() -> None:
    ran = run("checklist", "show", "ombudsman-2026", "--requirement", "IN-01.99")
    assert ran.code == 2 and "IN-01.9" in ran.err and "Mungkin" in ran.err


@pytest.mark.parametrize("kind", ["checklist", "type", "office"])
def test_schema_is_json(kind: str) -> None:
    assert "$schema" in json.loads(run("checklist", "schema", kind).out)


def test_diff_in_two_forms() -> None:
    args = ("checklist", "diff", "ombudsman-2022-2024-dinas", "ombudsman-2026")
    text, plain = run(*args), run(*args, "--format", "json")
    assert text.code == plain.code == 0
    assert "  ≈ mirip: I Input → 01 Input\n      weight: 21.85 → null" in text.out
    assert {each["state"] for each in json.loads(plain.out)["differences"]} >= {"added", "removed", "alike"}


def cases_in(folder: Path, status: str) -> Path:
    """Write a checklist whose one item has a case without any paper, and return its path."""
    path = checklist_in(folder)
    case = f"cases: [{{name: tanpa berkas, texts: [], status: {status}}}], basis:"
    path.write_text(path.read_text("utf-8").replace("basis:", case), "utf-8")
    return path


def test_cases_that_come_out_as_they_say_are_0(tmp_path: Path) -> None:
    ran = run("checklist", "test", cases_in(tmp_path, "missing"))
    assert (ran.code, ran.out) == (0, "satu: 1 kasus, 0 hasilnya lain\n")


def test_a_case_that_comes_out_otherwise_is_1_and_named(tmp_path: Path) -> None:
    ran = run("checklist", "test", cases_in(tmp_path, "met"))
    assert ran.code == 1
    assert "IN-01.1 “tanpa berkas”: seharusnya Terpenuhi, hasilnya Belum ada" in ran.out


def test_export_edit_import(tmp_path: Path) -> None:
    book, back = tmp_path / "a.xlsx", tmp_path / "a.yaml"
    assert run("checklist", "export", "ombudsman-2026", "--output", book).code == 0
    opened = load_workbook(book)
    opened["Persyaratan"]["D2"].value = "Nama yang disunting"
    opened.save(book)
    ran = run("checklist", "import", book, "--output", back)
    assert ran.code == 0 and "79 butir" in ran.out
    assert library.checklist(str(back)).requirements[0].name == "Nama yang disunting"
    assert run("checklist", "lint", back).code == 0


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    book.write_bytes(b"lama")
    ran = run("checklist", "export", "ombudsman-2026", "--output", book)
    assert ran.code == 2 and "--force" in ran.err and book.read_bytes() == b"lama"
    assert run("checklist", "export", "ombudsman-2026", "--output", book, "--force").code == 0
    assert book.read_bytes()[:2] == b"PK"


def test_a_changed_heading_is_3_and_nothing_is_written(tmp_path: Path) -> None:
    book, back = tmp_path / "a.xlsx", tmp_path / "a.yaml"
    back.write_text("lama", "utf-8")
    run("checklist", "export", "ombudsman-2026", "--output", book)
    opened = load_workbook(book)
    opened["Persyaratan"].delete_rows(1)
    opened.save(book)
    ran = run("checklist", "import", book, "--output", back, "--force")
    assert ran.code == 3 and "“a.xlsx › Persyaratan” baris 1 kolom A" in ran.err
    assert back.read_text("utf-8") == "lama" and sorted(p.name for p in tmp_path.iterdir()) == ["a.xlsx", "a.yaml"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("lis",), 2),
        (("show",), 2),
        (("show", "tidak-ada"), 3),
        (("diff", "ombudsman-2026", "tidak-ada"), 3),
        (("export", "ombudsman-2026", "--output", "a.txt"), 2),
        (("export", "ombudsman-2026", "--output", "tidak/ada/a.xlsx"), 6),
        (("export", "tidak-ada", "--output", "a.xlsx"), 3),
        (("import", "tidak-ada.xlsx", "--output", "a.yaml"), 3),
        (("import", ".", "--output", "a.yaml"), 3),
        (("import", "rusak.xlsx", "--output", "a.yaml"), 3),
        (("schema", "lain"), 2),
    ],
)
def test_bad_input_is_one_sentence(args: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan")
    ran = run("checklist", *args, cwd=tmp_path)
    assert ran.code == code, ran.err
    assert ran.out == "" and ran.err.startswith("Gagal: ") and len(ran.err.splitlines()) <= 2
    assert [path.name for path in tmp_path.iterdir()] == ["rusak.xlsx"]
