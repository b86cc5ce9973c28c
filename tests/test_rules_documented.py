"""Every rule of the format page is shown by an example, and its cases come out as the page says."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_check import library
from evidence_check.casebook import office_of_cases, run_cases, year_of_cases
from evidence_check.checklist.reading import read_checklist
from evidence_check.model.asked import Case, Checklist, Requirement
from evidence_check.model.outcome import Status

PAGE = (Path(__file__).parents[1] / "docs" / "checklist-format.md").read_text("utf-8")
SECTION = PAGE.partition("## Rules: one example each")[2]
EXAMPLES = re.findall(r"^### (.+?)\n.*?```yaml rule\n(.*?)```", SECTION, re.DOTALL | re.MULTILINE)
HEAD = """\
format: 1
id: aturan
name: Contoh aturan
years: [2026]
dimensions: [{id: D, name: Contoh}]
indicators:
  - id: I
    dimension: D
    name: Contoh
    requirements:
"""
CATALOGUE = library.catalogue()
YARDSTICKS = library.yardsticks()


def checklist_of(example: str) -> Checklist:
    return read_checklist(HEAD + textwrap.indent(example, " " * 6), "docs", CATALOGUE)


def outcomes(checklist: Checklist, **office: object) -> list[tuple[str, str, str]]:
    """Return requirement, case and status of every case, for the office of cases with some changes."""
    year = year_of_cases(checklist, 0)
    here = replace(office_of_cases(year), **office)  # type: ignore[arg-type]
    results = run_cases(checklist, CATALOGUE, YARDSTICKS, here, year)
    return [(each.requirement.id, each.case.name, each.verdict.status.value) for each in results]


@pytest.mark.parametrize("example", [text for _, text in EXAMPLES], ids=[title for title, _ in EXAMPLES])
def test_the_cases_of_an_example_come_out_as_told(example: str) -> None:
    checklist = checklist_of(example)
    told = [(asked.id, case.name, case.status) for asked in checklist.requirements for case in asked.cases]
    assert told and outcomes(checklist) == told


@pytest.mark.parametrize("example", [text for _, text in EXAMPLES], ids=[title for title, _ in EXAMPLES])
def test_every_example_shows_what_passes_and_what_fails(example: str) -> None:
    for asked in checklist_of(example).requirements:
        statuses = {case.status for case in asked.cases}
        best = "unsure" if asked.photo else "met"
        assert not asked.cases or (best in statuses and len(statuses) > 1), asked.id


def test_every_rule_has_its_example() -> None:
    shown = [asked for _, text in EXAMPLES for asked in checklist_of(text).requirements]
    plain = Requirement("", "", "", shown[0].method, shown[0].basis)
    rules = ("all_of", "must_mention", "must_cover", "per_product", "contacts", "agrees_with", "applies_to", "photo")
    for rule in rules:
        assert any(getattr(each, rule) != getattr(plain, rule) for each in shown), rule
    assert {each.distinct_by for each in shown} >= {"month", "quarter", "product"}
    assert {each.period for each in shown} >= {"last_3_months", "each_month"}


def example(rule: str) -> Checklist:
    return next(checklist_of(text) for title, text in EXAMPLES if f"`{rule}`" in title)


def test_without_a_visit_the_last_months_are_never_sure() -> None:
    for rule in ("period: last_3_months", "period: each_month"):
        assert Status.MET not in {status for _, _, status in outcomes(example(rule), visit="")}
        assert Status.UNSURE in {status for _, _, status in outcomes(example(rule), visit="")}


def test_a_finished_year_wants_all_twelve_months() -> None:
    after = {case: status for _, case, status in outcomes(example("period: each_month"), visit="2027-01-20")}
    assert after["semester pertama dan Juli"] == Status.PARTIAL
    assert after["laporan setahun yang dibuat sebelum tahunnya selesai"] == Status.MET


def test_without_products_one_paper_is_enough_and_a_note_says_so() -> None:
    checklist = example("per_product")
    results = run_cases(checklist, CATALOGUE, YARDSTICKS, replace(office_of_cases(2026), products=()), 2026)
    statuses = [each.verdict.status for each in results]
    assert statuses == [Status.MET, Status.MET, Status.MET]
    assert all("EC324" in {finding.code for finding in each.verdict.findings} for each in results)


def test_a_case_that_comes_out_otherwise_is_told() -> None:
    checklist = example("must_mention")
    asked = checklist.requirements[0]
    wrong = replace(asked, cases=(*asked.cases, Case("keliru", (), "met")))
    results = run_cases(replace(checklist, requirements=(wrong,)), CATALOGUE, YARDSTICKS, office_of_cases(2026), 2026)
    assert [each.as_expected for each in results] == [True, True, False]
    assert results[-1].verdict.status is Status.MISSING
