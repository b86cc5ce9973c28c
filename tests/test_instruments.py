"""The instruments: their counts, their weights, and what each requirement rests on."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from evidence_check import library
from evidence_check.model.asked import Basis, Checklist, Method, Requirement
from evidence_check.words.fold import fold

# indicators, requirements, dimensions, requirements that rest on inference alone
COUNTS = {
    "ombudsman-2021": (10, 26, 1, 16),
    "ombudsman-2022-2024-dinas": (38, 66, 4, 21),
    "ombudsman-2022-2024-puskesmas": (38, 66, 4, 21),
    "ombudsman-2025": (11, 22, 6, 10),
    "ombudsman-2026": (30, 79, 4, 0),
    "panrb-17-2017": (6, 15, 6, 11),
    "pekppp-2023": (31, 59, 6, 0),
}
IDS = tuple(COUNTS)
PICTURES = (Method.PHOTO, Method.SCREENSHOT)
FROM_FILES = (Method.DOCUMENT, *PICTURES)


@pytest.fixture(scope="module")
def new() -> Checklist:
    return library.checklist("ombudsman-2026")


@pytest.fixture(scope="module")
def old() -> Checklist:
    return library.checklist("ombudsman-2022-2024-dinas")


def test_these_are_all_the_instruments_there_are() -> None:
    assert library.checklist_ids() == IDS


@pytest.mark.parametrize("key", IDS)
def test_each_has_the_counts_of_its_source(key: str) -> None:
    checklist = library.checklist(key)
    inferred = sum(each.basis is Basis.INFERRED for each in checklist.requirements)
    found = (len(checklist.indicators), len(checklist.requirements), len(checklist.dimensions), inferred)
    assert found == COUNTS[key]
    assert {each.indicator for each in checklist.requirements} == {each.id for each in checklist.indicators}
    assert {each.dimension for each in checklist.indicators} == {each.id for each in checklist.dimensions}


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


def test_the_puskesmas_list_is_that_of_the_dinas_but_for_who_and_what_is_asked(old: Checklist) -> None:
    other = library.checklist("ombudsman-2022-2024-puskesmas")
    assert (other.indicators, other.dimensions, other.categories) == (old.indicators, old.dimensions, old.categories)
    differing = {
        mine.id for mine, theirs in zip(old.requirements, other.requirements, strict=True) if mine != theirs
    }
    assert {f"K{n}.1" for n in range(1, 7)} | {"S7.2", "S9.1", "S11.3", "S11.4"} <= differing
    assert "kepala puskesmas" in of(other, "K1.1").prepare
    assert "kepala/sekretaris dinas" not in of(other, "K1.1").prepare
    assert "notulen" in of(other, "S7.2").any_of and "notulen" not in of(old, "S7.2").any_of
    assert "Dinas Kesehatan" in of(other, "S9.1").note
    assert "puskesmas" in of(other, "P1.1").prepare


def test_what_only_a_participant_reported_does_not_decide(old: Checklist) -> None:
    """Monthly supervision for full marks is one participant's note: one paper counts, and the note tells it."""
    assert (of(old, "S7.2").count, of(old, "S7.2").period) == (1, "year")
    assert "tiap bulan" in of(old, "S7.2").note


def test_2022_2024_tells_its_categories_and_which_letters_are_inferred(old: Checklist) -> None:
    assert [(each.letter, each.lowest, each.highest, each.zone) for each in old.categories] == [
        ("A", 88.0, 100.0, "hijau"), ("B", 78.0, 87.99, "hijau"), ("C", 54.0, 77.99, "kuning"),
        ("D", 32.0, 53.99, "merah"), ("E", 0.0, 31.99, "merah"),
    ]  # fmt: skip
    assert [each.letter for each in old.categories if each.basis is Basis.INFERRED] == ["D", "E"]


def test_the_standard_must_cover_its_fourteen_components_for_each_product(old: Checklist) -> None:
    for asked in (of(old, "S12.1"), of(library.checklist("pekppp-2023"), "1.2")):
        assert (len(asked.must_cover), asked.per_product) == (14, True)
        assert asked.must_cover == library.catalogue()["standar_pelayanan"].parts


def test_2021_has_ten_variables_two_channels_and_three_zones() -> None:
    checklist = library.checklist("ombudsman-2021")
    assert [each.id for each in checklist.indicators] == [f"V{n}" for n in range(1, 11)]
    assert [(each.zone, each.lowest) for each in checklist.categories] == [
        ("hijau", 81.0), ("kuning", 51.0), ("merah", 0.0),
    ]  # fmt: skip
    names = " ".join(each.name for each in checklist.requirements)
    assert "(elektronik)" in names and "(non-elektronik)" in names
    assert all(each.weight is None for each in checklist.indicators)
    pictures = [each for each in checklist.requirements if each.method in PICTURES]
    assert pictures and all(each.optional and each.basis is Basis.INFERRED for each in pictures)


def test_2025_knows_no_limits_and_only_one_weight() -> None:
    checklist = library.checklist("ombudsman-2025")
    assert len(checklist.categories) == 5 and all(each.lowest is None is each.highest for each in checklist.categories)
    assert [each.weight for each in checklist.dimensions] == [None, None, None, None, 30.0, None]
    assert "rentang" in checklist.note
    assert of(checklist, "C-P2.2").period == "last_3_months"
    seen = {each.id for each in checklist.requirements if each.basis is Basis.SEEN and each.method is Method.DOCUMENT}
    assert seen == {"C-I3.1", "C-I4.1", "C-I4.2"}


def test_panrb_2017_knows_six_aspects_and_no_weight() -> None:
    checklist = library.checklist("panrb-17-2017")
    assert all(each.weight is None for each in (*checklist.dimensions, *checklist.indicators))
    assert not checklist.categories
    assert {each.basis for each in checklist.requirements} == {Basis.INFERRED, Basis.REPORTED}


def test_pekppp_has_the_weights_of_its_sources() -> None:
    checklist = library.checklist("pekppp-2023")
    assert [each.weight for each in checklist.dimensions] == [24, 25, 18, 11, 10, 12]
    assert [each.id for each in checklist.indicators] == [str(number) for number in range(1, 32)]
    assert [each.weight for each in checklist.indicators] == [
        17, 14, 7, 14, 10, 17, 7, 7, 7, 10, 20, 20, 20, 30, 15, 23, 20, 20, 11, 11, 30, 20, 20, 30, 20, 25, 25, 30, 50,
        50, 0,
    ]  # fmt: skip
    assert {len(each.ladder) for each in checklist.indicators} == {0, 6}


def test_pekppp_grades_leave_no_hundredth_out() -> None:
    categories = library.checklist("pekppp-2023").categories
    assert [each.letter for each in categories] == ["A", "A-", "B", "B-", "C", "C-", "D", "E", "F"]
    for better, worse in pairwise(categories):
        assert round(better.lowest - worse.highest, 2) == 0.01
    assert (categories[0].highest, categories[-1].lowest) == (5.0, 0.0)
    assert {each.basis for each in categories} == {Basis.REPORTED}


@pytest.mark.parametrize("key", IDS)
def test_what_is_asked_or_watched_says_what_to_prepare(key: str) -> None:
    for each in library.checklist(key).requirements:
        if each.method not in FROM_FILES:
            assert len(each.prepare) > 30, each.id


@pytest.mark.parametrize("key", IDS)
def test_what_is_inferred_says_so_in_words(key: str) -> None:
    for each in library.checklist(key).requirements:
        if each.basis is Basis.INFERRED:
            told = each.note + each.prepare
            assert "disimpulkan" in told or "bukan permintaan Ombudsman" in told, each.id


@pytest.mark.parametrize("key", IDS)
def test_every_requirement_says_how_it_is_found_or_what_to_prepare(key: str) -> None:
    for each in library.checklist(key).requirements:
        found_by = (
            each.photo
            if each.method in PICTURES
            else (each.any_of or each.all_of)
            if each.method is Method.DOCUMENT
            else each.prepare
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
    asked = {name for each in library.checklist(key).requirements for name in (*each.any_of, *each.all_of)}
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
