"""What papers that count say against each other, as a table; and that a disagreement never leaves a verdict green."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from papers import file_of, requirement_of

from evidence_check import library
from evidence_check.model.asked import Interviewee, Office
from evidence_check.model.facts import Evidence, Fact, Facts, Person
from evidence_check.model.files import Document, Level, Page, Place, ReadAs
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.verdicts.cross_checks import CROSS_CHECKS
from evidence_check.verdicts.cross_checks.desk import Desk, Used
from evidence_check.verdicts.crossing import crossed

CASES = yaml.safe_load((Path(__file__).parent / "cross_check_cases.yaml").read_text(encoding="utf-8"))
CATALOGUE, YARDSTICKS = library.catalogue(), library.yardsticks()


def evidence_in(case: dict[str, Any]) -> Evidence:
    place = Place(case["file"], case.get("page", 1), "kutipan")
    figures = tuple(Fact(str(each[1]), place, 0.9, each[0], *each[2:]) for each in case.get("figures", ()))
    people = tuple(Person(each[1], each[0], place, *each[2:]) for each in case.get("people", ()))
    said = {key: Fact(case[key], place) for key in ("period", "date", "about") if key in case}
    page = Page(place.page, case.get("text", "kutipan"), ReadAs.TEXT)
    return Evidence(Document(file_of(case["file"]), (page,)), Facts(figures=figures, people=people, **said))


def desk_in(case: dict[str, Any]) -> Desk:
    office = Office("Dinas Sosial", interviewees=tuple(Interviewee(*each) for each in case.get("interviewees", ())))
    papers = tuple(Used(evidence_in(each), each.get("type", "laporan_skm")) for each in case["papers"])
    return Desk(papers, CATALOGUE, office, YARDSTICKS)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cross_check(case: dict[str, Any]) -> None:
    desk = desk_in(case)
    found = [each.finding for check in CROSS_CHECKS.values() for each in check(desk)]
    assert [finding.code for finding in found] == case["codes"]
    for name, value in case.get("params", {}).items():
        assert dict(found[0].params)[name] == value


def test_every_cross_check_finds_something_in_a_case_and_passes_another() -> None:
    finding = {name for name, check in CROSS_CHECKS.items() for case in CASES if list(check(desk_in(case)))}
    assert finding == set(CROSS_CHECKS)


@pytest.mark.parametrize("case", [case for case in CASES if case["codes"]], ids=lambda case: case["name"])
def test_what_does_not_add_up_is_not_green_and_nothing_becomes_green(case: dict[str, Any]) -> None:
    desk = desk_in(case)
    verdicts = []
    for number, used in enumerate(desk.papers):
        match = Match("X", used.evidence, 1.0, Place(used.file, 1, "kutipan"), type=used.type)
        verdicts.append(Verdict(requirement_of(id=f"X.{number}"), Status.MET, (match,)))
    after = crossed(verdicts, CATALOGUE, desk.office, YARDSTICKS)
    weighty = [each for each in after if any(finding.level is not Level.NOTE for finding in each.findings)]
    assert all(each.status is Status.UNSURE and each.advice is not None for each in weighty)
    assert {finding.code for each in after for finding in each.findings} == set(case["codes"])
    before = [Verdict(each.requirement, Status.MISSING, each.matches) for each in verdicts]
    assert {each.status for each in crossed(before, CATALOGUE, desk.office, YARDSTICKS)} == {Status.MISSING}


