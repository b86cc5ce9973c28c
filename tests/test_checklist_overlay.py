"""Overlays: items added, changed or switched off on top of another checklist, and what cannot be laid over."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_check import library
from evidence_check.checklist.overlay import base_of, overlaid
from evidence_check.checklist.reading import read_checklist
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist, Exemption, Indicator, Method

TYPES = ("maklumat", "renja", "skp_tahunan")
BASE_TEXT = """\
format: 1
id: dasar
name: Daftar dasar
years: [2026]
note: Bukan naskah peraturan.
sources: {R1: Sumber dasar}
categories: [{letter: A, name: Tertinggi, lowest: 88, highest: 100}]
dimensions:
  - {id: I, name: Input}
indicators:
  - id: A
    dimension: I
    name: Kinerja
    requirements:
      - {id: A.1, name: SKP, method: document, any_of: [skp_tahunan], count: 4, optional: ya, basis: seen}
  - id: B
    dimension: I
    name: Jaminan
    requirements:
      - {id: B.1, name: Maklumat, method: document, any_of: [maklumat], basis: seen}
"""
BASE = read_checklist(BASE_TEXT, "dasar.yaml", TYPES)
HEAD = """\
format: 1
id: surat
name: Menurut surat
extends: dasar
"""


def laid(more: str, base: Checklist = BASE) -> Checklist:
    return overlaid(base, HEAD + more, "surat.yaml", TYPES)


def refused(more: str) -> tuple[str, dict[str, str]]:
    with pytest.raises(ChecklistError) as caught:
        laid(more)
    return caught.value.code, dict(caught.value.params)


def test_an_overlay_that_changes_nothing_is_its_base_under_another_name() -> None:
    result = laid("")
    assert (result.id, result.name, result.extends, result.years) == ("surat", "Menurut surat", "dasar", (2026,))
    assert (result.requirements, result.indicators, result.categories) == (
        BASE.requirements, BASE.indicators, BASE.categories,
    )  # fmt: skip
    assert result.note == BASE.note
    assert BASE.extends == ""


def test_an_overlay_says_its_own_first_and_keeps_what_the_base_warns_of() -> None:
    result = laid("note: Menurut surat.\nyears: [2027]\nsources: {S1: Surat}\n")
    assert result.note == "Menurut surat. Bukan naskah peraturan."
    assert (result.years, result.sources) == ((2027,), (("R1", "Sumber dasar"), ("S1", "Surat")))


def test_what_is_added_stands_with_its_indicator() -> None:
    result = laid("""\
add:
  - indicator: A
    requirements: [{id: A.2, name: Renja, method: document, any_of: [renja], basis: seen, sources: [R1]}]
  - id: C
    dimension: I
    name: Baru
    requirements: [{id: C.1, name: Wawancara, method: interview, basis: seen}]
  - {indicator: C, requirements: [{id: C.2, name: Lagi, method: survey, basis: seen}]}
""")
    assert [each.id for each in result.requirements] == ["A.1", "A.2", "B.1", "C.1", "C.2"]
    assert [each.id for each in result.indicators] == ["A", "B", "C"]
    assert result.requirements[-1].indicator == "C"


def test_only_the_keys_that_are_written_change() -> None:
    result = laid("change:\n  - {id: A.1, count: 1, optional: null}\n  - {id: B, name: Penjaminan mutu}\n")
    first = result.requirements[0]
    assert (first.count, first.optional, first.name, first.any_of) == (1, False, "SKP", ("skp_tahunan",))
    assert result.indicators[1] == Indicator("B", "Penjaminan mutu", "I")
    assert BASE.requirements[0].count == 4


def test_a_paper_may_become_an_interview_when_its_types_go() -> None:
    result = laid("change: [{id: B.1, method: interview, any_of: null, prepare: Siapkan petugas}]\n")
    assert (result.requirements[1].method, result.requirements[1].any_of) == (Method.INTERVIEW, ())


def test_what_is_switched_off_stays_with_its_reason() -> None:
    once = laid("off: [{requirement: B.1, reason: Tidak diminta, by: Camat}]\n")
    assert [each.id for each in once.requirements] == ["A.1", "B.1"]
    assert once.switched_off == (Exemption("B.1", "Tidak diminta", "Camat"),)
    more = "off: [{requirement: A.1, reason: r, by: b}]\n"
    twice = overlaid(once, HEAD.replace("surat", "lain") + more, "lain.yaml", TYPES)
    assert [each.requirement for each in twice.switched_off] == ["B.1", "A.1"]


# (what the overlay says, code, line, column, further parameters)
SLIPS = [
    ("add: [{indicator: D, requirements: []}]", "checklist_unknown_indicator", 5, 19, {"suggestion": "A, B"}),
    ("change: [{id: A.11, count: 2}]", "checklist_unknown_requirement", 5, 15, {"suggestion": "A.1"}),
    ("off: [{requirement: B.2, reason: r, by: b}]", "checklist_unknown_requirement", 5, 21, {"requirement": "B.2"}),
    ("off: [{requirement: B.1, by: b}]", "checklist_missing_key", 5, 7, {"key": "reason"}),
    ("change: [{id: A.1, weight: 2}]", "checklist_unknown_key", 5, 20, {"key": "weight"}),
    ("change: [{id: A, count: 2}]", "checklist_unknown_key", 5, 18, {"key": "count"}),
    ("change: [{id: A.1, any_of: []}]", "checklist_missing_key", 5, 28, {"key": "any_of"}),
    ("change: [{id: A.1, method: null}]", "checklist_missing_key", 5, 20, {"key": "method"}),
    ("change: [{id: A, dimension: null}]", "checklist_missing_key", 5, 18, {"key": "dimension"}),
    ("change: [{id: A.1}, {id: A.1}]", "checklist_duplicate_id", 5, 26, {"id": "A.1"}),
    ("change: [{id: A.1, any_of: [renjaa]}]", "checklist_unknown_type", 5, 29, {"suggestion": "renja"}),
    ("change: [{id: A.1, agrees_with: [{requirement: A.1, on: year}]}]", "checklist_agrees_itself", 5, 33, {}),
    ("change: [{id: A.1, agrees_with: [{requirement: A.2, on: year}]}]", "checklist_unknown_requirement", 5, 48, {}),
    ("add: [{id: A, dimension: I, name: x, requirements: []}]", "checklist_duplicate_id", 5, 12, {"first_line": "4"}),
    ("add: [{indicator: A, requirements: [{id: B.1, name: x, method: survey, basis: law}]}]",
     "checklist_duplicate_id", 5, 42, {"id": "B.1"}),
    ("dimensions: [{id: I, name: x}]", "checklist_duplicate_id", 5, 19, {"id": "I"}),
    ("sources: {R1: Lain}", "checklist_source_taken", 5, 10, {"source": "R1"}),
    ("indicators: []", "checklist_unknown_key", 5, 1, {"key": "indicators"}),
]  # fmt: skip


@pytest.mark.parametrize(("more", "code", "line", "column", "params"), SLIPS)
def test_a_slip_is_named_with_its_place(more: str, code: str, line: int, column: int, params: dict[str, str]) -> None:
    found, told = refused(more + "\n")
    assert (found, told["line"], told["column"]) == (code, str(line), str(column))
    assert params.items() <= told.items()


def test_weights_of_a_base_that_an_overlay_breaks_are_refused() -> None:
    heavy = read_checklist(BASE_TEXT.replace("name: Input}", "name: Input, weight: 100}"), "dasar.yaml", TYPES)
    with pytest.raises(ChecklistError) as caught:
        laid("dimensions: [{id: II, name: Lagi, weight: 1}]\n", heavy)
    assert (caught.value.code, dict(caught.value.params)["sum"]) == ("checklist_weights", "101")


def test_an_overlay_does_not_pass_itself_off_as_its_base() -> None:
    with pytest.raises(ChecklistError) as caught:
        overlaid(BASE, HEAD.replace("id: surat", "id: dasar"), "surat.yaml", TYPES)
    assert caught.value.code == "checklist_extends_circle"


def test_what_a_file_extends_is_known_before_it_is_read() -> None:
    assert base_of(HEAD, "x") == "dasar"
    assert base_of(BASE_TEXT, "x") == base_of("- a\n", "x") == base_of("extends: null\n", "x") == ""


def put(folder: Path, name: str, base: str, more: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"format: 1\nid: {path.stem}\nname: N\nextends: {base}\n{more}", "utf-8")
    return path


def test_an_overlay_beside_the_papers_extends_what_comes_with_the_program(tmp_path: Path) -> None:
    path = put(tmp_path, "surat.yaml", "ombudsman-2026", "off: [{requirement: PR-05.1, reason: gratis, by: Camat}]\n")
    found = library.checklist(str(path))
    assert (found.extends, len(found.requirements), len(found.switched_off)) == ("ombudsman-2026", 79, 1)
    assert library.checklist("surat.yaml", beside=tmp_path) == found


def test_an_overlay_may_extend_another_file_as_seen_from_its_own_folder(tmp_path: Path) -> None:
    put(tmp_path, "daerah.yml", "ombudsman-2026")
    path = put(tmp_path / "dinas", "surat.yaml", "../daerah.yml", "change: [{id: PG-09, name: Bimtek}]\n")
    found = library.checklist(str(path))
    assert (found.id, found.extends) == ("surat", "daerah")
    assert next(each for each in found.indicators if each.id == "PG-09").name == "Bimtek"


@pytest.mark.parametrize(("first", "second"), [("a.yaml", "a.yaml"), ("b.yaml", "a.yaml"), ("./b.yaml", "../w/a.yaml")])
def test_a_circle_of_overlays_is_refused(first: str, second: str, tmp_path: Path) -> None:
    path = put(tmp_path / "w", "a.yaml", first)
    put(tmp_path / "w", "b.yaml", second)
    with pytest.raises(ChecklistError) as caught:
        library.checklist(str(path))
    assert caught.value.code == "checklist_extends_circle"


@pytest.mark.parametrize(
    ("base", "code"), [("ombudsman-2062", "checklist_unknown"), ("tidak-ada.yaml", "checklist_not_found")]
)
def test_an_overlay_of_what_is_not_there_says_so(base: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(ChecklistError) as caught:
        library.checklist(str(put(tmp_path, "surat.yaml", base)))
    assert caught.value.code == code
