"""Figures of papers described in `figure_cases.yaml`; each stands where its place says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from papers import file_of

from evidence_check.checklist.reading import TELLS
from evidence_check.extract.heads import headed
from evidence_check.facts.figures import FIGURES
from evidence_check.facts.paper import paper_of
from evidence_check.model.files import Document, Page, ReadAs, Table
from evidence_check.words.fold import holds
from evidence_check.words.numbers import number_of, plain

CASES = yaml.safe_load((Path(__file__).parent / "figure_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_figures(case: dict[str, Any]) -> None:
    tables = tuple(headed(Table(tuple(map(tuple, rows)))) for rows in case.get("tables", ()))
    text = case.get("text") or "\n".join("\t".join(row) for table in tables for row in table.rows)
    document = Document(file_of(), (Page(1, text, ReadAs.TEXT, 1.0, tables),))
    figures = list(FIGURES[case["reads"]](paper_of(document)))
    wanted = [(*each, "")[:3] for each in case["figures"]]
    assert [(fact.name, fact.value, fact.of) for fact in figures] == wanted
    assert all(fact.place.quote and holds(text, fact.place.quote) for fact in figures)


def test_every_word_the_catalogue_may_use_reads_something() -> None:
    assert set(TELLS) == set(FIGURES) == {case["reads"] for case in CASES}


@given(st.integers(-10**6, 10**6))
def test_whole_numbers_are_read_as_they_are_written(number: int) -> None:
    assert number_of(f"{number:,}".replace(",", ".")) == number_of(str(number)) == number


@given(st.decimals(0, 9999, places=2))
def test_decimals_keep_their_value_with_a_comma_or_a_full_stop(number: Decimal) -> None:
    read = number_of(f"{number:.2f}".replace(".", ","))
    assert read == number == number_of(f"{number:.2f}") and Decimal(plain(number)) == number


@pytest.mark.parametrize(("cell", "value"), [("-", 0), ("(2)", -2), ("1.234", 1234), ("1.234,5", Decimal("1234.5"))])
def test_numbers_of_bookkeepers(cell: str, value: Decimal) -> None:
    assert number_of(cell) == value


@pytest.mark.parametrize("cell", ["", "12 orang", "1/2", "III/a", "12.34.56", "9" * 40])
def test_what_is_no_number_is_none(cell: str) -> None:
    assert number_of(cell) is None
