"""The two instruments: their counts, their weights, and what each requirement rests on."""

from __future__ import annotations

from collections import Counter

import pytest

from evidence_check import library
from evidence_check.model.asked import Basis, Checklist, Method, Requirement
from evidence_check.words.fold import fold

IDS = ("ombudsman-2026", "ombudsman-2022-2024-dinas")
PICTURES = (Method.PHOTO, Method.SCREENSHOT)
FROM_FILES = (Method.DOCUMENT, *PICTURES)


@pytest.fixture(scope="module")
def new() -> Checklist:
    return library.checklist("ombudsman-2026")


@pytest.fixture(scope="module")
def old() -> Checklist:
    return library.checklist("ombudsman-2022-2024-dinas")


def of(checklist: Checklist, key: str) -> Requirement:
    return next(requirement for requirement in checklist.requirements if requirement.id == key)


def test_2026_has_the_counts_of_its_source(new: Checklist) -> None:
    assert (len(new.requirements), len(new.indicators), len(new.dimensions)) == (79, 30, 4)
    assert sum(each.method in PICTURES for each in new.requirements) == 29
    assert Counter(each.dimension for each in new.indicators) == {"01": 3, "02": 14, "03": 4, "04": 9}
    assert new.years == (2026,)


def test_2026_is_never_passed_off_as_the_regulation(new: Checklist) -> None:
    assert {each.basis for each in new.requirements} == {Basis.REPORTED}
    assert all(each.sources == ("R1",) for each in new.requirements)
    assert "bukan naskah peraturan" in new.note
    assert all(each.weight is None for each in (*new.dimensions, *new.indicators))


def test_2026_leaves_only_five_items_optional(new: Checklist) -> None:
    optional = {each.id for each in new.requirements if each.optional}
    assert optional == {"IN-02.6", "OUT-01.1", "OUT-02.1", "OUT-03.1", "OUT-04.1"}
    assert {each.id for each in new.requirements if each.method is Method.SECONDARY} == optional - {"IN-02.6"}


@pytest.mark.parametrize(
    ("indicator", "methods"),
    [
        ("PR-01", ["document", "photo"]),
        ("PR-07", ["photo"] * 14 + ["document"]),
        ("PG-08", ["screenshot", "document", "document", "document", "document", "screenshot", "document", "document"]),
    ],
)
def test_2026_keeps_the_order_of_its_source(new: Checklist, indicator: str, methods: list[str]) -> None:
    asked = [each for each in new.requirements if each.indicator == indicator]
    assert [each.method.value for each in asked] == methods
    assert [each.id for each in asked] == [f"{indicator}.{number}" for number in range(1, len(asked) + 1)]


def test_2022_2024_has_the_indicators_and_weights_of_its_sources(old: Checklist) -> None:
    numbers = [f"K{n}" for n in range(1, 7)] + [f"S{n}" for n in range(7, 16)] + [f"P{n}" for n in range(1, 12)]
    numbers += [f"O{n}" for n in range(1, 7)] + [f"A{n}" for n in range(1, 7)]
    assert [each.id for each in old.indicators] == numbers
    assert len(numbers) == 38
    assert [each.weight for each in old.dimensions] == [21.85, 32.37, 24.24, 21.54]
    assert sum(each.weight or 0 for each in old.dimensions) == pytest.approx(100)
    assert all(each.weight is None for each in old.indicators)
    assert old.years == (2022, 2023, 2024)


def test_2022_2024_asks_four_samples_of_four_people(old: Checklist) -> None:
    asked = [each for each in old.requirements if each.indicator == "S11"]
    assert len(asked) == 6
    samples = [(each.any_of, each.distinct_by) for each in asked if each.count == 4]
    assert samples == [(("laporan_kinerja_bulanan",), "person"), (("skp_tahunan",), "person")]
    assert {each.basis for each in asked} == {Basis.SEEN}
    assert "bertentangan" in of(old, "S11.4").note


def test_2022_2024_judges_every_indicator_somehow(old: Checklist) -> None:
    assert {each.indicator for each in old.requirements} == {each.id for each in old.indicators}
    methods = Counter(each.method for each in old.requirements)
    assert (methods[Method.SURVEY], methods[Method.SECONDARY], methods[Method.INTERVIEW]) == (5, 1, 10)


@pytest.mark.parametrize("key", ["K2.2", "S7.1", "S7.2", "S8.1", "S8.2", "S9.1", "O1.2"])
def test_2022_2024_papers_named_in_a_source_are_seen(old: Checklist, key: str) -> None:
    assert of(old, key).basis is Basis.SEEN
    assert "N4" in of(old, key).sources


def test_2022_2024_says_what_is_only_inferred(old: Checklist) -> None:
    assert of(old, "A1.2").basis is Basis.REPORTED
    inferred = [each for each in old.requirements if each.basis is Basis.INFERRED]
    assert all("bukan permintaan Ombudsman" in each.note for each in inferred)
    watched = {each.indicator for each in old.requirements if each.method is Method.OBSERVATION}
    beside = [each for each in old.requirements if each.indicator in watched and each.method in FROM_FILES]
    assert beside
    assert all(each.optional and each.basis is Basis.INFERRED for each in beside)


@pytest.mark.parametrize("key", IDS)
def test_every_requirement_says_how_it_is_found_or_what_to_prepare(key: str) -> None:
    for each in library.checklist(key).requirements:
        found_by = (
            each.photo if each.method in PICTURES else each.any_of if each.method is Method.DOCUMENT else each.prepare
        )
        assert found_by, each.id
        assert each.sources, each.id


@pytest.mark.parametrize("key", IDS)
def test_every_matching_rule_is_marked_as_ours(key: str) -> None:
    for each in library.checklist(key).requirements:
        if each.method in FROM_FILES:
            assert "penyusun" in each.note, each.id


@pytest.mark.parametrize("key", IDS)
def test_every_type_asked_is_evidence_in_the_catalogue(key: str) -> None:
    catalogue = library.catalogue()
    asked = {name for each in library.checklist(key).requirements for name in each.any_of}
    assert {name for name in asked if not catalogue[name].evidence} == set()


@pytest.mark.parametrize("key", IDS)
def test_what_must_be_mentioned_could_stand_in_a_paper(key: str) -> None:
    for each in library.checklist(key).requirements:
        words = [*each.photo, *(part for entry in each.must_mention for part in entry.split("|"))]
        assert words == [fold(word) for word in words], each.id


@pytest.mark.parametrize("key", IDS)
def test_samples_that_must_differ_by_person_are_of_types_that_name_one(key: str) -> None:
    catalogue = library.catalogue()
    for each in library.checklist(key).requirements:
        if each.distinct_by == "person":
            assert all(catalogue[name].person for name in each.any_of), each.id
