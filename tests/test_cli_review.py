"""`review` and the decisions `check` reads: asked one by one, kept with the content, lapsed where it changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import ROOT, Ran, run
from test_cli_check import MAKLUMAT, state

CHECKLIST = """format: 1
id: dua
name: Daftar beberapa butir
years: [2026]
dimensions:
  - {id: "01", name: Input}
indicators:
  - id: IN-01
    dimension: "01"
    name: Butir
    requirements:
      - {id: IN-01.1, name: Maklumat, method: document, any_of: [maklumat], period: any, basis: inferred}
      - {id: IN-01.2, name: Petugas, method: interview, prepare: Latih petugas., basis: inferred}
      - {id: IN-01.3, name: SKP, method: document, any_of: [skp_tahunan], period: any, basis: inferred}
"""
UNSIGNED = MAKLUMAT.replace("\nttd", "")


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """Return an office whose maklumat shows a typed name only, so that a person must look."""
    from docx import Document

    folder = tmp_path / "kantor"
    folder.mkdir()
    document = Document()
    for line in UNSIGNED.splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "maklumat.docx"))
    (tmp_path / "dua.yaml").write_text(CHECKLIST, "utf-8")
    own = f"format: 1\noffice: Dinas Sosial\nregion: Kabupaten Tirta Kencana\nchecklist: {tmp_path / 'dua.yaml'}\n"
    (folder / "evidence-check.yaml").write_text(own + "year: 2026\n", "utf-8")
    return folder


def review(folder: Path, *lines: str, args: tuple[object, ...] = ()) -> Ran:
    """Run `review` with some lines typed in answer; what follows them is the end of the input."""
    done = subprocess.run(
        [sys.executable, "-m", "evidence_check", "review", str(folder), *map(str, args)],
        input="".join(f"{line}\n" for line in lines).encode(),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=300,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in ran.out + ran.err
    return ran


def verdicts(folder: Path, *args: object) -> dict[str, dict[str, Any]]:
    ran = run("check", folder, "--format", "json", *args)
    assert ran.code in (0, 1), ran.err
    found = json.loads(ran.out)
    assert all(file["path"] != "reviews.yaml" for file in found["files"])
    return {each["requirement"]: each for each in found["verdicts"]}


def codes(verdict: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in verdict["findings"]}


def test_answers_are_written_at_once_and_count_for_the_next_check(kantor: Path) -> None:
    before = state(kantor)
    ran = review(kantor, "1", "sudah dilihat aslinya", "Wening, NIP 198003142005012003", "y", "sudah dilatih")
    assert ran.code == 1, ran.err
    assert "maklumat.docx" in ran.out and "Latih petugas." in ran.out and "MAKLUMAT PELAYANAN" in ran.out
    assert "[1/2] IN-01.1" in ran.out and "[2/2] IN-01.2" in ran.out
    after = state(kantor)
    assert after.keys() - before.keys() == {"reviews.yaml"}
    assert all(after[name] == before[name] for name in before)
    found = verdicts(kantor)
    assert (found["IN-01.1"]["status"], found["IN-01.1"]["machine_status"]) == ("met", "unsure")
    assert (found["IN-01.2"]["status"], found["IN-01.2"]["machine_status"]) == ("met", "not_checked")
    (first,) = found["IN-01.1"]["reviews"]
    assert first["by"].startswith("Wening") and "198003142005012003" not in first["by"]
    assert first["reason"] == "sudah dilihat aslinya" and first["standing"] == "holds"
    told = run("check", kantor).out
    assert "menurut orang" in told and "program: Perlu ditinjau" in told
    assert "1 dari 2 permintaan wajib Terpenuhi (1 di antaranya menurut orang) — 50% siap" in told


def test_a_decision_survives_a_rename_and_lapses_visibly_on_an_edit(kantor: Path) -> None:
    review(kantor, "1", "sudah dilihat", "Wening", "q")
    (kantor / "arsip").mkdir()
    moved = kantor / "arsip" / "maklumat final.docx"
    (kantor / "maklumat.docx").rename(moved)
    found = verdicts(kantor)["IN-01.1"]
    assert found["status"] == "met" and "EC413" in codes(found)
    from docx import Document

    document = Document(str(moved))
    document.core_properties.title = "disimpan lagi"
    document.save(str(moved))
    gone = verdicts(kantor)["IN-01.1"]
    assert gone["status"] == "unsure" and "EC411" in codes(gone)
    moved.rename(kantor / "maklumat.docx")
    changed = verdicts(kantor)["IN-01.1"]
    assert changed["status"] == "unsure" and "EC410" in codes(changed)
    assert changed["reviews"][0]["standing"] == "lapsed"
    assert "gugur" in run("check", kantor).out
    again = review(kantor, "1", "sudah dilihat lagi", "Wening", "q")
    assert "gugur" in again.out
    anew = verdicts(kantor)["IN-01.1"]
    assert anew["status"] == "met"
    assert [each["level"] for each in anew["findings"] if each["code"] == "EC410"] == ["note"]


def test_files_of_two_people_merge_and_a_contradiction_is_told(kantor: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "wening.yaml", kantor / "bagus.yaml"
    review(kantor, "1", "baik", "q", args=("--reviews", one, "--by", "Wening"))
    review(kantor, "-1", "buruk", "q", args=("--reviews", other, "--by", "Bagus"))
    assert not (kantor / "reviews.yaml").exists()
    assert verdicts(kantor, "--reviews", one)["IN-01.1"]["status"] == "met"
    alone = verdicts(kantor, "--reviews", other)
    assert alone["IN-01.1"]["status"] == "missing" and alone["IN-01.1"]["machine_status"] == "unsure"
    both = json.loads(run("check", kantor, "--format", "json", "--reviews", one, "--reviews", other).out)
    found = next(each for each in both["verdicts"] if each["requirement"] == "IN-01.1")
    assert found["status"] == "unsure" and "EC412" in codes(found)
    # What is named with --reviews is no evidence either, wherever it lies.
    assert all(file["path"] != "bagus.yaml" for file in both["files"])
    ran = review(kantor, "q", args=("--reviews", one, "--reviews", other))
    assert "bertentangan" in ran.out and "[1/1] IN-01.2" in ran.out


def test_a_paper_can_be_pointed_to_and_a_requirement_waived(kantor: Path) -> None:
    (kantor / "skp wening.txt").write_text("Catatan kinerja Wening", "utf-8")
    ran = review(kantor, "p", "tiada", "skp", "7", "skp", "1", "memang ini", "Wening", "n", "belum dilatih")
    assert "0 berkas cocok" in ran.out and "berakhir di halaman 1" in ran.out
    found = verdicts(kantor)
    assert found["IN-01.1"]["status"] == "met"
    assert [each["file"] for each in found["IN-01.1"]["documents"]] == ["skp wening.txt"]
    assert found["IN-01.2"]["status"] == "missing" and "EC407" in codes(found["IN-01.2"])
    text = (kantor / "reviews.yaml").read_text("utf-8")
    waive = "{requirement: IN-01.3, decision: waive, by: Wening, date: 2026-08-01, reason: tidak ada pegawai}"
    (kantor / "reviews.yaml").write_text(f"{text}  - {waive}\n", "utf-8")
    waived = verdicts(kantor)["IN-01.3"]
    assert (waived["status"], waived["machine_status"]) == ("not_applicable", "missing")


def test_remarks_of_a_person_stay(kantor: Path) -> None:
    (kantor / "reviews.yaml").write_text("# dibuat Wening\nformat: 1\nreviews:\n  # kosong dulu\n", "utf-8")
    review(kantor, "1", "baik", "Wening", "q")
    text = (kantor / "reviews.yaml").read_text("utf-8")
    assert "# dibuat Wening" in text and "# kosong dulu" in text and "reason: \"baik\"" in text


@pytest.mark.parametrize("typed", [(), ("",), ("q",), ("1", ""), ("1", "baik"), ("p", "", "q"), ("9", "x", "-3", "q")])
def test_nothing_is_written_without_an_answer_a_reason_and_a_name(kantor: Path, typed: tuple[str, ...]) -> None:
    before = state(kantor)
    ran = review(kantor, *typed)
    assert ran.code == 1, ran.err
    assert state(kantor) == before


def test_a_slip_is_told_with_its_line_before_anything_is_read(kantor: Path) -> None:
    slip = "format: 1\nreviews:\n  - requirement: IN-01.1\n    decison: accept\n"
    (kantor / "reviews.yaml").write_text(slip, "utf-8")
    for ran in (run("check", kantor), review(kantor, "1"), run("checklist", "lint", kantor / "reviews.yaml")):
        assert ran.code == 3 and "baris 4" in ran.err + ran.out and "decision" in ran.err + ran.out
    stray = "{requirement: IN-01.9, decision: waive, by: W, date: 2026-08-01, reason: x}"
    (kantor / "reviews.yaml").write_text(f"format: 1\nreviews:\n  - {stray}\n", "utf-8")
    ran = run("check", kantor)
    assert ran.code == 3 and "baris 3" in ran.err and "IN-01.9" in ran.err


def test_places_that_cannot_be_are_refused_at_once(kantor: Path, tmp_path: Path) -> None:
    assert review(kantor, args=("--reviews", kantor / "maklumat.docx")).code == 2
    assert review(kantor, args=("--reviews", tmp_path / "tiada" / "r.yaml")).code == 6
    assert run("check", kantor, "--reviews", tmp_path / "tiada.yaml").code == 2


def test_a_check_never_asks(kantor: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "evidence_check", "check", str(kantor)], cwd=ROOT,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)  # fmt: skip
    assert done.returncode == 1 and b"Ketik" not in done.stdout


def test_a_folder_of_decisions_alone_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "reviews.yaml").write_text("format: 1\n", "utf-8")
    assert run("check", tmp_path).code == 4


def test_english_on_request(kantor: Path) -> None:
    ran = review(kantor, "q", args=("--lang", "en"))
    assert "to decide" in ran.out and "Type 1 to accept" in ran.out
