"""The made offices: the same seed gives the same bytes, and the truth beside the folder tells of every file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

ROOT = Path(__file__).parents[1]
INSIDE = "/› "
CHECKLIST = "ombudsman-2022-2024-dinas"


@pytest.fixture(scope="module", autouse=True)
def _reachable() -> Iterator[None]:
    """Let the makers be imported, which are no part of the program."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield
    sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one office as text."""
    from offices import make

    folder = tmp_path_factory.mktemp("made") / "kantor"
    make(folder, 3, "text", checklist=CHECKLIST, papers=30)
    return folder


def truth_of(folder: Path) -> dict[str, Any]:
    """Return the truth beside a folder."""
    found: dict[str, Any] = json.loads(Path(f"{folder}.truth.json").read_text("utf-8"))
    return found


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(office: Path, tmp_path: Path) -> None:
    from offices import make

    make(tmp_path / "lagi", 3, "text", checklist=CHECKLIST, papers=30)
    make(tmp_path / "lain", 4, "text", checklist=CHECKLIST, papers=0)
    assert bytes_of(tmp_path / "lagi") == bytes_of(office)
    assert truth_of(tmp_path / "lagi") == truth_of(office)
    assert bytes_of(tmp_path / "lain") != bytes_of(office)


def test_the_truth_names_every_file_and_no_other(office: Path) -> None:
    told = {path for path in truth_of(office)["files"] if INSIDE not in path}
    assert told | {"evidence-check.yaml"} == set(bytes_of(office))


def test_the_papers_of_a_file_cover_its_pages_one_after_the_other(office: Path) -> None:
    for path, papers in truth_of(office)["files"].items():
        if path.endswith(".pdf") and INSIDE not in path:
            with pypdfium2.PdfDocument(office / path) as document:
                ends = [(paper["first"], paper["last"]) for paper in papers]
                assert ends[0][0] == 1 and ends[-1][1] == len(document)
                assert all(last + 1 == first for (_, last), (first, _) in pairwise(ends))


def test_every_requirement_is_judged_and_no_spoiled_paper_alone_meets_one(office: Path) -> None:
    from officemaking.asked import asked

    told = truth_of(office)
    wanted = {each.id: each for each in asked(told["checklist"])}
    assert [each["id"] for each in told["requirements"]] == list(wanted)
    papers = [paper for file in told["files"].values() for paper in file]
    serving = {paper["type"] for paper in papers if not paper["defect"]}
    for verdict in told["requirements"]:
        if verdict["met"] and not wanted[verdict["id"]].draft:
            assert serving & set(wanted[verdict["id"]].types), verdict
    assert {paper["defect"] for paper in papers} > {""}


def test_every_type_has_three_layouts_of_which_the_third_alone_is_held_out() -> None:
    from papermaking.layouts.registry import layouts

    assert len(layouts()) >= 49
    assert {len(three) for three in layouts().values()} == {3}


def test_every_layout_tells_its_type_and_its_own_office() -> None:
    from random import Random

    from papermaking.invent import invent
    from papermaking.layouts.registry import layouts
    from papermaking.scene import Scene

    for type_, three in layouts().items():
        made = [layout(Scene(invent(Random(5)), 2025, "2026-07-14", Random(6))) for layout in three]
        assert {each.type for each in made} == {type_}
        assert [each.layout.endswith("held-out") for each in made] == [False, False, True]
        assert len({each.layout for each in made}) == 3


def test_the_numbers_of_an_office_agree_with_each_other() -> None:
    from random import Random

    from papermaking.invent import invent
    from papermaking.layouts import figures

    office = invent(Random(8))
    posts = figures.posts(office)
    assert sum(held for _, held, _ in posts) == len(office.staff)
    survey = figures.survey(office, 2025, figures.Span("Semester I Tahun 2025", 1, 6))
    assert survey.index == round(25 * sum(survey.weighted), 2)
    halves = [figures.complaints(office, 2025, 1, 6), figures.complaints(office, 2025, 7, 12)]
    assert sum(map(len, halves)) == len(figures.complaints(office, 2025))
