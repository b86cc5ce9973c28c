"""What papers are measured by: the shipped figures, the example in the docs, and what is wrong in a file."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from evidence_check import library
from evidence_check.checklist.yardsticks import read_yardsticks
from evidence_check.errors import ChecklistError

PAGE = (Path(__file__).parents[1] / "docs" / "checklist-format.md").read_text("utf-8")


def test_the_shipped_figures_measure_everything() -> None:
    shipped = library.yardsticks()
    assert shipped.survey is not None and [each.letter for each in shipped.survey.grades] == list("ABCD")
    assert shipped.complaint_days == 60 and len(shipped.revoked) >= 10


def test_grades_leave_no_gap_and_do_not_overlap() -> None:
    survey = library.yardsticks().survey
    assert survey is not None
    for grades in (survey.grades, survey.older_grades):
        steps = [float(higher.lowest - lower.highest) for higher, lower in pairwise(grades)]
        assert steps == [0.01] * (len(grades) - 1)


def test_every_replacement_came_after_what_it_replaced() -> None:
    assert all(each.year <= each.since for each in library.yardsticks().revoked)


def test_the_example_of_the_docs_is_read() -> None:
    example = PAGE.split("## What papers are measured by", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
    assert read_yardsticks({"contoh.yaml": example}).revoked[0].names == ("peraturan ombudsman", "po")


@pytest.mark.parametrize(
    ("text", "line"),
    [("format: 1\nsurvei: {}", 2), ("format: 1\nrevoked:\n  - {names: [a], number: '1', year: 2010, since: 2011}", 3),
     ("format: 1\ncomplaints: {settled_within_days: enam puluh, law: x}", 2)],
)  # fmt: skip
def test_what_is_wrong_names_its_line(text: str, line: int) -> None:
    with pytest.raises(ChecklistError) as error:
        read_yardsticks({"angka.yaml": text})
    assert dict(error.value.params)["line"] == str(line) and re.search("angka.yaml", str(error.value.params))
