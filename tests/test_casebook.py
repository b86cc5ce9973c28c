"""The cases of every instrument on the shelf come out as they say, and none is read as anything but its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence_check import library
from evidence_check.casebook import office_of_cases, run_cases, year_of_cases
from evidence_check.model.asked import Case, Checklist
from evidence_check.model.outcome import Status

CATALOGUE = library.catalogue()
YARDSTICKS = library.yardsticks()
WITH_CASES = ("ombudsman-2026", "ombudsman-2022-2024-dinas")


def wrong(checklist: Checklist) -> list[tuple[str, str, str, str]]:
    year = year_of_cases(checklist, 2026)
    return [
        (each.requirement.id, each.case.name, each.case.status, each.verdict.status.value)
        for each in run_cases(checklist, CATALOGUE, YARDSTICKS, office_of_cases(year), year)
        if not each.as_expected
    ]


@pytest.mark.parametrize("name", library.checklist_ids())
def test_the_cases_of_an_instrument_come_out_as_told(name: str) -> None:
    assert wrong(library.checklist(name)) == []


@pytest.mark.parametrize("name", WITH_CASES)
def test_cases_show_what_passes_and_what_fails(name: str) -> None:
    shown = [asked for asked in library.checklist(name).requirements if asked.cases]
    assert len(shown) >= 5
    for asked in shown:
        best = "unsure" if asked.photo else "met"
        statuses = {case.status for case in asked.cases}
        assert best in statuses and len(statuses) > 1, asked.id


def test_each_case_is_judged_by_its_own_papers_only() -> None:
    checklist = library.checklist("ombudsman-2026")
    asked = next(each for each in checklist.requirements if each.id == "PR-14.1")
    texts = asked.cases[0].texts
    cases = (Case("ada", texts, "met"), Case("kosong", (), "missing"), Case("ada lagi", texts, "met"))
    alone = replace(checklist, requirements=(replace(asked, cases=cases),))
    results = run_cases(alone, CATALOGUE, YARDSTICKS, office_of_cases(2026), 2026)
    assert [each.verdict.status for each in results] == [Status.MET, Status.MISSING, Status.MET]
    assert [len(each.verdict.matches) for each in results] == [1, 0, 1]


def test_a_case_of_a_switched_off_requirement_is_still_judged() -> None:
    checklist = library.checklist("ombudsman-2026")
    asked = next(each for each in checklist.requirements if each.id == "PR-14.1")
    alone = replace(checklist, requirements=(asked,))
    office = replace(office_of_cases(2026), kind="puskesmas")
    results = run_cases(alone, CATALOGUE, YARDSTICKS, office, 2026)
    assert [each.as_expected for each in results] == [True] * len(asked.cases)


def test_a_checklist_without_cases_gives_no_results() -> None:
    checklist = library.checklist("ombudsman-2026")
    bare = tuple(replace(each, cases=()) for each in checklist.requirements)
    assert run_cases(replace(checklist, requirements=bare), CATALOGUE, YARDSTICKS, office_of_cases(2026), 2026) == ()


def test_a_checklist_of_no_year_takes_the_given_one() -> None:
    checklist = library.checklist("ombudsman-2026")
    assert year_of_cases(checklist, 1999) == 2026
    assert year_of_cases(replace(checklist, years=()), 1999) == 1999
