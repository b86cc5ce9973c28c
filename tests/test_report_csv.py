"""The CSV: opens in Excel with its letters whole, and calculates nothing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import golden
import pytest
import readiness
import reports
from readiness import CHECKED_AT, NAMES, NIP_BAGUS, VERDICTS, hostile, sample

from evidence_check.messages.catalog import load
from evidence_check.report.context import Context
from evidence_check.report.csv_report import render
from evidence_check.report.formulas import is_armed
from evidence_check.report.visible import visible

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")


def rows(data: bytes, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_csv_is_the_kept_one() -> None:
    golden.check("report.csv", render(sample(), CONTEXT).replace(b"\r\n", b"\n"))


def test_it_begins_with_the_mark_excel_knows_and_ends_lines_as_it_does() -> None:
    data = render(sample(), CONTEXT)
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n") == len(VERDICTS) + 1


@pytest.mark.parametrize(("lang", "delimiter", "head"), [("id", ";", "Butir"), ("en", ",", "Item")])
def test_cells_are_parted_as_excel_expects_where_the_language_is_spoken(lang: str, delimiter: str, head: str) -> None:
    table = rows(render(sample(), Context(load(lang).naming(NAMES), CHECKED_AT)), delimiter)
    assert table[0][0] == head and len({len(row) for row in table}) == 1
    assert [row[0] for row in table[1:]] == [verdict.requirement.id for verdict in VERDICTS]


@pytest.mark.parametrize("text", reports.FORMULAS)
def test_no_cell_is_a_formula(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "HOSTILE", (text,))
    attacked = hostile()
    (verdict,) = attacked.verdicts
    asked = replace(verdict.requirement, id=text, name=text, indicator=text, sources=(text,), note=text)
    table = rows(render(replace(attacked, verdicts=(replace(verdict, requirement=asked),)), CONTEXT))
    assert [cell for row in table for cell in row if is_armed(cell)] == []
    shown = visible(text)
    assert table[1][0] == ("'" + shown if is_armed(shown) else shown)


def test_a_heading_that_looks_like_a_formula_is_none_either() -> None:
    words = load()
    texts = {**words.texts, "columns": {**words.texts["columns"], "requirement": "=1+1"}}
    assert rows(render(sample(), Context(replace(words, texts=texts), CHECKED_AT)))[0][0] == "'=1+1"


def test_hostile_names_break_no_line_and_identities_are_masked() -> None:
    assert len(rows(render(hostile(), CONTEXT))) == 1 + len(readiness.HOSTILE)
    assert NIP_BAGUS not in render(sample(), CONTEXT).decode()
