"""Both samples, end to end on real files: every verdict equals what a careful inspector expects."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from evidence_check import library, pipeline
from evidence_check.executors.processes import Processes
from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.extract.tesseract import tesseract_data
from evidence_check.model.asked import Office
from evidence_check.model.files import INSIDE, Content, ReadAs
from evidence_check.model.outcome import Readiness, Status
from evidence_check.sources import LocalFolder
from evidence_check.words.fold import holds

SAMPLES = Path(__file__).parents[1] / "samples"
OFFICES = ("dinas-sosial", "disdukcapil")

pytestmark = pytest.mark.skipif(tesseract_data() is None, reason="Tesseract dengan bahasa Indonesia tidak terpasang")


def run(name: str) -> Readiness:
    root = SAMPLES / name
    office = library.office(root)
    assert office.year is not None
    return pipeline.check(
        LocalFolder(root),
        library.checklist(office.checklist),
        library.catalogue(),
        library.yardsticks(),
        office,
        office.year,
        ReadSettings(),
        Processes(2),
        300.0,
    )


@pytest.fixture(scope="module", params=OFFICES)
def checked(request: pytest.FixtureRequest) -> tuple[str, Readiness, dict[str, Any]]:
    name = str(request.param)
    expected = yaml.safe_load((SAMPLES / f"{name}.expected.yaml").read_text(encoding="utf-8"))
    return name, run(name), expected


def test_every_verdict_is_as_expected(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, expected = checked
    wanted = expected.get("verdicts", expected)
    got = {verdict.requirement.id: str(verdict.status) for verdict in readiness.verdicts}
    assert got == {key: wanted[key]["status"] for key in got}


def test_green_rests_on_the_expected_files(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, expected = checked
    wanted = expected.get("verdicts", expected)
    for verdict in readiness.verdicts:
        if verdict.status is Status.MET:
            files = {match.evidence.document.file.path for match in verdict.matches}
            assert files & set(wanted[verdict.requirement.id]["files"]), verdict.requirement.id


def test_every_quote_really_stands_on_its_page(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    text = {(content.file.path, page.number): page.text for content in readiness.contents for page in content.pages}
    for verdict in readiness.verdicts:
        for match in verdict.matches:
            assert holds(text[match.place.file, match.place.page], match.place.quote), match.place


def test_every_file_is_accounted_for(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    name, readiness, _ = checked
    there = {path.relative_to(SAMPLES / name).as_posix() for path in (SAMPLES / name).rglob("*") if path.is_file()}
    told = {each.file.path.partition(INSIDE)[0] for each in (*readiness.contents, *readiness.unreadable)}
    assert there - told <= {"evidence-check.yaml"}
    assert all(page.read_as is not ReadAs.UNREAD for content in readiness.contents for page in content.pages[:1])


def test_nothing_in_the_folder_is_changed(tmp_path: Path) -> None:
    root = tmp_path / "kantor"
    shutil.copytree(SAMPLES / "dinas-sosial", root, ignore=shutil.ignore_patterns("*.pdf", "*.jp*g"))
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in root.rglob("*") if path.is_file()}
    pipeline.check(LocalFolder(root), library.checklist("ombudsman-2026"), library.catalogue(), library.yardsticks(),
                   library.office(root), 2026, ReadSettings(ocr=False), Serial(1), 60.0)
    assert before == {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in root.rglob("*") if path.is_file()}


def green(readiness: Readiness, contents: Iterable[Content], office: Office, year: int) -> list[str]:
    """Judge the sample's texts again for another office or year, or after they were changed."""
    catalogue = library.catalogue()
    evidence = tuple(pipeline.examined(contents, catalogue))
    measures = (catalogue, library.yardsticks(), office, year)
    verdicts = pipeline.judged(readiness.checklist, evidence, readiness.unreadable, *measures)
    return [verdict.requirement.id for verdict in verdicts if verdict.status is Status.MET]


def test_nothing_is_green_for_another_office(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    other = replace(readiness.office, name="Dinas Perikanan", aliases=())
    assert green(readiness, readiness.contents, other, readiness.year) == []


def test_nothing_is_green_for_the_same_office_elsewhere(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    elsewhere = replace(readiness.office, region="Kabupaten Lain Sekali")
    assert green(readiness, readiness.contents, elsewhere, readiness.year) == []


def test_nothing_is_green_for_ever(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    assert green(readiness, readiness.contents, readiness.office, readiness.year + 10) == []


def test_no_draft_is_green(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    drafts = [
        replace(content, pages=tuple(replace(page, text=f"DRAFT\n{page.text}") for page in content.pages))
        for content in readiness.contents
    ]
    assert green(readiness, drafts, readiness.office, readiness.year) == []


def test_no_paper_without_a_year_or_number_is_green(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    _, readiness, _ = checked
    blank = [
        replace(content, pages=tuple(replace(page, text=re.sub(r"\d", "", page.text), tables=())
                                     for page in content.pages))
        for content in readiness.contents
    ]
    assert green(readiness, blank, readiness.office, readiness.year) == []


# Other instruments over the same papers: what an inspector would call proven, and what not.
ELSEWHERE = {
    ("dinas-sosial", "pekppp-2023", 2026): ({"1.2", "5.1", "11.1", "27.1"}, {"6.1", "8.1", "9.1", "13.1", "29.1"}),
    ("dinas-sosial", "ombudsman-2025", 2025): ({"C-I3.1", "C-A1.3"}, {"C-I4.1", "C-I4.2", "C-A2.3"}),
    ("dinas-sosial", "ombudsman-2022-2024-puskesmas", 2024): ({"A4.2"}, {"S8.2", "S11.3", "S11.4", "S12.1"}),
    ("disdukcapil", "pekppp-2023", 2024): ({"1.2", "5.1", "6.1", "11.1"}, {"13.1", "29.1", "30.1"}),
    ("disdukcapil", "ombudsman-2025", 2025): ({"C-I3.1", "C-A2.3"}, {"C-I2.3", "C-I4.2"}),
    ("disdukcapil", "ombudsman-2021", 2021): (set(), {"V2.3", "V6.2"}),
    ("disdukcapil", "panrb-17-2017", 2021): (set(), {"KP-1.1"}),
}


def test_the_same_papers_serve_other_instruments(checked: tuple[str, Readiness, dict[str, Any]]) -> None:
    name, readiness, _ = checked
    catalogue = library.catalogue()
    evidence = tuple(pipeline.examined(readiness.contents, catalogue))
    text = {(content.file.path, page.number): page.text for content in readiness.contents for page in content.pages}
    for (office, instrument, year), (proven, unproven) in ELSEWHERE.items():
        if office != name:
            continue
        checklist = library.checklist(instrument)
        measures = (catalogue, library.yardsticks(), readiness.office, year)
        verdicts = pipeline.judged(checklist, evidence, readiness.unreadable, *measures)
        met = {verdict.requirement.id for verdict in verdicts if verdict.status is Status.MET}
        assert len(verdicts) == len(checklist.requirements)
        assert proven <= met, instrument
        assert not unproven & met, instrument
        assert unproven <= {requirement.id for requirement in checklist.requirements}
        quoted = [match.place for verdict in verdicts for match in verdict.matches if verdict.status is Status.MET]
        assert all(holds(text[place.file, place.page], place.quote) for place in quoted)
