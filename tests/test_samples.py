"""The samples: made again the same, complete, and with an expected verdict for every requirement."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
import yaml

from evidence_check.model.outcome import Status

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
OFFICES = {"dinas-sosial": "ombudsman-2026", "disdukcapil": "ombudsman-2022-2024-dinas"}
QUICK = "dinas-sosial/01 INPUT/*"


def run(*arguments: str, seed: str = "0") -> str:
    """Run the generator as its README says, with a given hash seed, and return what it printed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(SAMPLES / "make.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, encoding="utf-8")
    return done.stdout


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file by its path inside the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(path: Path) -> list[str]:
    """Return what a PDF, workbook or Word file says, free of how it is packed."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return [f"{sheet.title}|{cell}" for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    if path.suffix == ".docx":
        file = docx.Document(str(path))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return [paragraph.text for paragraph in file.paragraphs] + cells
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def expected(office: str) -> dict[str, dict[str, object]]:
    """Return the verdicts a person gave."""
    found: dict[str, dict[str, object]] = yaml.safe_load((SAMPLES / f"{office}.expected.yaml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a part of the samples in another place."""
    folder = tmp_path_factory.mktemp("remade")
    run("--into", str(folder), "--only", QUICK)
    return folder


def test_the_generator_makes_the_same_bytes_every_time(remade: Path, tmp_path: Path) -> None:
    run("--into", str(tmp_path), "--only", QUICK, seed="1")
    assert files_of(tmp_path) == files_of(remade)


def test_the_committed_papers_are_the_ones_the_generator_makes(remade: Path) -> None:
    made = [path for path in remade.rglob("*") if path.is_file() and not path.name.startswith("Berita Acara")]
    assert len(made) >= 7
    for path in made:
        assert said(path) == said(SAMPLES / path.relative_to(remade)), path.name


def test_the_folders_hold_exactly_what_the_generator_names() -> None:
    on_disk = {f"{office}/{name}" for office in OFFICES for name in files_of(SAMPLES / office)}
    assert on_disk == set(run("--list").splitlines())


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_large_enough_to_be_real_and_small_enough_to_ship(office: str) -> None:
    files = files_of(SAMPLES / office)
    assert len(files) >= 30
    assert sum(len(content) for content in files.values()) < 3_000_000


@pytest.mark.parametrize(("office", "checklist"), OFFICES.items())
def test_every_requirement_has_an_expected_verdict_and_nothing_else_has(office: str, checklist: str) -> None:
    asked = yaml.safe_load((ROOT / "checklists" / f"{checklist}.yaml").read_text("utf-8"))
    ids = [each["id"] for indicator in asked["indicators"] for each in indicator["requirements"]]
    assert sorted(expected(office)) == sorted(ids)


@pytest.mark.parametrize("office", OFFICES)
def test_an_expected_verdict_rests_on_files_exactly_when_something_counts(office: str) -> None:
    for requirement, verdict in expected(office).items():
        assert set(verdict) == {"status", "files", "why"}, requirement
        status, files = Status(str(verdict["status"])), verdict["files"]
        assert isinstance(files, list)
        assert bool(files) == (status in (Status.MET, Status.PARTIAL)), requirement
        assert all((SAMPLES / office / name).is_file() for name in files), requirement
        assert str(verdict["why"]).endswith("."), requirement


@pytest.mark.parametrize("office", OFFICES)
def test_every_status_comes_up(office: str) -> None:
    assert {verdict["status"] for verdict in expected(office).values()} == {status.value for status in Status}


@pytest.mark.parametrize(("office", "checklist"), OFFICES.items())
def test_the_office_names_its_checklist(office: str, checklist: str) -> None:
    own = yaml.safe_load((SAMPLES / office / "evidence-check.yaml").read_text("utf-8"))
    assert own["checklist"] == checklist
    exempt = {entry["requirement"] for entry in own["not_applicable"]}
    assert exempt == {key for key, verdict in expected(office).items() if verdict["status"] == "not_applicable"}
