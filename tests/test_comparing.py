"""Two checklists side by side: what is new, gone, changed, or only alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from evidence_check import library
from evidence_check.checklist.comparing import State, compare
from evidence_check.checklist.plain import plain_checklist
from evidence_check.cli.checklist_diff import as_json, as_text
from evidence_check.cli.checklist_show import as_yaml
from evidence_check.cli.wording import load_wording
from evidence_check.model.asked import Basis, Checklist, Dimension, Exemption, Indicator, Method, Requirement

IDS = library.checklist_ids()


def asked(key: str, name: str, **values: object) -> Requirement:
    told = {"indicator": "1", "method": Method.DOCUMENT, "basis": Basis.SEEN, "any_of": ("sop",), **values}
    return Requirement(id=key, name=name, **told)  # type: ignore[arg-type]


def one(key: str, *requirements: Requirement) -> Checklist:
    return Checklist(key, key, (2026,), (Dimension("01", "Input"),), (Indicator("1", "Butir", "01"),), requirements)


def states(old: Checklist, new: Checklist) -> list[tuple[str, str, str]]:
    found = [each for each in compare(old, new).differences if each.level == "requirement"]
    return [(each.state.value, each.old.id if each.old else "", each.new.id if each.new else "") for each in found]


def test_what_is_equal_is_only_counted() -> None:
    old = one("a", asked("1", "Maklumat Pelayanan"))
    comparison = compare(old, old)
    assert comparison.differences == () and comparison.keys == ()
    assert dict(comparison.same) == {"dimension": 1, "indicator": 1, "requirement": 1}


def test_added_removed_and_changed() -> None:
    old = one("a", asked("1", "Maklumat Pelayanan"), asked("2", "Register Pengaduan"))
    new = one("a", asked("1", "Maklumat Pelayanan", count=2), asked("3", "Denah Ruang Tunggu"))
    assert states(old, new) == [("changed", "1", "1"), ("added", "", "3"), ("removed", "2", "")]
    changed = compare(old, new).differences[0]
    assert [(each.key, each.old, each.new) for each in changed.keys] == [("count", 1, 2)]


def test_another_id_with_a_like_name_is_alike_and_each_is_paired_once() -> None:
    old = one("a", asked("S1", "SK tim pengelola pengaduan"), asked("S2", "SK pengelola pengaduan"))
    new = one("b", asked("PG-1", "SK pengelola pengaduan", period="year"))
    assert states(old, new) == [("alike", "S2", "PG-1"), ("removed", "S1", "")]
    assert [each.key for each in compare(old, new).differences[0].keys] == ["period"]


def test_the_same_id_in_unrelated_checklists_means_nothing_by_itself() -> None:
    old, new = one("a", asked("1", "Maklumat Pelayanan")), one("b", asked("1", "Foto ruang laktasi dan difabel"))
    assert {state for state, _, _ in states(old, new)} == {"added", "removed"}
    assert states(old, replace(new, extends="a")) == [("changed", "1", "1")]


def test_what_is_switched_off_is_told() -> None:
    old = one("a", asked("1", "Maklumat"))
    new = replace(old, switched_off=(Exemption("1", "tidak ada layanan", "Sekretaris"),))
    assert [(each.key, each.new) for each in compare(old, new).keys] == [("off", ("1",))]


@pytest.mark.parametrize("name", IDS)
def test_every_instrument_is_equal_to_itself(name: str) -> None:
    whole = library.checklist(name)
    assert compare(whole, whole).differences == ()


@pytest.mark.parametrize(("old", "new"), list(pairwise(IDS)))
def test_every_item_is_counted_once_on_each_side(old: str, new: str) -> None:
    comparison = compare(library.checklist(old), library.checklist(new))
    same = dict(comparison.same)["requirement"]
    found = [each for each in comparison.differences if each.level == "requirement"]
    assert same + sum(each.old is not None for each in found) == len(comparison.old.requirements)
    assert same + sum(each.new is not None for each in found) == len(comparison.new.requirements)


def test_2025_and_2026_read_as_new_gone_and_alike() -> None:
    if "ombudsman-2025" not in IDS:
        pytest.skip("the instrument of 2025 is not on the shelf")
    comparison = compare(library.checklist("ombudsman-2025"), library.checklist("ombudsman-2026"))
    text = "\n".join(as_text(comparison, load_wording("id")))
    assert text.startswith("ombudsman-2025 → ombudsman-2026\n  Dimensi: ")
    assert " baru: " in text and " hilang: " in text and ("mirip: " in text or "berubah: " in text)
    assert "→ 01 Input" in text and "+ baru: IN-01 Pemanfaatan Hasil Penilaian Ombudsman" in text
    assert max(map(len, text.splitlines())) < 700
    assert {each["state"] for each in as_json(comparison)["differences"]} <= set(State)


def test_long_texts_are_shown_from_where_they_part() -> None:
    long = "Kata yang sama " * 30
    old, new = (one("a", asked("1", "Maklumat", note=long + end)) for end in ("lama", "baru"))
    text = "\n".join(as_text(compare(old, new), load_wording("id")))
    assert "sama lama → … " in text and text.endswith("baru") and len(text) < 500


@pytest.mark.parametrize("name", IDS)
def test_what_show_prints_as_yaml_is_the_same_checklist(name: str) -> None:
    whole = library.checklist(name)
    if whole.extends:
        pytest.skip("an overlay is shown laid over its base")
    assert library.checklist_of(as_yaml(plain_checklist(whole)), f"{name}.yaml", library.samples()) == whole
