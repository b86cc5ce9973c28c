"""Whatever is in a file: it is read, or refused with a place; nothing else ever happens."""

from __future__ import annotations

from collections.abc import Callable

import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.checklist.overlay import OVERLAY, base_of, overlaid
from evidence_check.checklist.reading import (
    CHECKLIST,
    EXEMPTION,
    OFFICE,
    TYPE,
    read_checklist,
    read_document_type,
    read_office,
)
from evidence_check.checklist.requirements import AGREEMENT, CASE, INDICATOR, REQUIREMENT
from evidence_check.checklist.together import CATEGORY
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist, DocumentType, Office

GOOD = """\
format: 1
id: contoh
name: "Daftar contoh"
years: [2026]
sources: {R1: Sumber}
dimensions:
  - {id: "01", name: Input, weight: 100}
indicators:
  - id: IN-01
    dimension: "01"
    name: Jaminan
    requirements:
      - id: IN-01.1
        name: >-
          Maklumat
          pelayanan
        method: document
        any_of: [maklumat]
        must_mention: ["sanksi|kompensasi"]
        optional: false
        basis: law
        sources: [R1]
"""
KEYS = sorted({
    *CHECKLIST, *TYPE, *OFFICE, *EXEMPTION, *INDICATOR, *REQUIREMENT, *OVERLAY, *AGREEMENT, *CASE, *CATEGORY,
})  # fmt: skip
TOKENS = [
    *"[]{}:,-?!&*|>'\"%@#\n\t \\~<",
    "\n  ",
    "\n    - ",
    ": ",
    "...",
    "---",
    "1",
    "2026",
    "\x00",
    "\u2028",
    "\ufeff",
]
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 3000), st.floats(), st.text(max_size=8), st.just("document")
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)),
    max_leaves=12,
)  # fmt: skip


BASE = read_checklist(GOOD, "good.yaml", ("maklumat",))
LAID = """\
format: 1
id: surat
name: Surat
extends: contoh
sources: {S1: Surat}
add:
  - {indicator: IN-01, requirements: [{id: X, name: x, method: document, any_of: [maklumat], basis: seen}]}
change:
  - {id: IN-01.1, count: 2, sources: [S1], agrees_with: [{requirement: X, on: year}]}
  - {id: IN-01, weight: null}
off:
  - {requirement: IN-01.1, reason: r, by: b}
"""


def ends_well(read: Callable[[], object], kind: type) -> None:
    try:
        assert isinstance(read(), kind)
    except ChecklistError as error:
        values = dict(error.params)
        assert values["file"] == "f.yaml"
        assert int(values["line"]) >= 1
        assert int(values["column"]) >= 1


def all_end_well(text: str) -> None:
    ends_well(lambda: read_checklist(text, "f.yaml", ("maklumat",)), Checklist)
    ends_well(lambda: base_of(text, "f.yaml"), str)
    ends_well(lambda: overlaid(BASE, text, "f.yaml", ("maklumat",)), Checklist)
    ends_well(lambda: read_document_type(text, "f.yaml"), DocumentType)
    ends_well(lambda: read_office(text, "f.yaml"), Office)


@given(st.text())
def test_any_text(text: str) -> None:
    all_end_well(text)


@given(st.lists(st.one_of(st.sampled_from([*TOKENS, *KEYS]), st.characters(categories=["Cs", "L"])), max_size=30))
def test_any_heap_of_yaml_signs(parts: list[str]) -> None:
    all_end_well("format: 1\n" + "".join(parts))


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_any_values_under_known_keys(values: dict[str, object]) -> None:
    all_end_well(yaml.safe_dump({"format": 1, **values}, allow_unicode=True))


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(max_size=6))
def test_any_cut_and_patch_of_a_good_checklist(start: int, length: int, patch: str) -> None:
    text = GOOD[:start] + patch + GOOD[start + length :]
    ends_well(lambda: read_checklist(text, "f.yaml", ("maklumat",)), Checklist)


@given(st.integers(0, len(LAID)), st.integers(0, 12), st.text(max_size=6))
def test_any_cut_and_patch_of_a_good_overlay(start: int, length: int, patch: str) -> None:
    text = LAID[:start] + patch + LAID[start + length :]
    ends_well(lambda: overlaid(BASE, text, "f.yaml", ("maklumat",)), Checklist)


def test_the_overlay_that_is_cut_is_good() -> None:
    assert overlaid(BASE, LAID, "f.yaml", ("maklumat",)).requirements[0].count == 2
