"""What a good checklist, catalogue entry and office file become."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_check import library
from evidence_check.checklist.agreeing import check_office, check_year
from evidence_check.checklist.catalogue import read_catalogue
from evidence_check.checklist.overlay import overlaid
from evidence_check.checklist.reading import read_checklist, read_document_type, read_office
from evidence_check.checklist.yardsticks import read_yardsticks
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import (
    Agreement,
    Basis,
    Case,
    Category,
    Charge,
    Dimension,
    Exemption,
    Indicator,
    Interviewee,
    LookAlike,
    Method,
    Office,
    Signatory,
)

FULL = """\
format: 1
id: contoh
name: Daftar contoh
years: [2025, 2026]
note: Daftar kerja.
sources:
  R1: Sumber satu
  2: Sumber dua
dimensions:
  - {id: 01, name: Input, weight: 40.5}
  - {id: "02", name: Proses, weight: null}
indicators:
  - id: IN-01
    dimension: 01
    name: Kinerja
    weight: null
    requirements:
      - id: IN-01.1
        name: SKP Tahunan
        method: document
        any_of: [skp_tahunan]
        count: 4
        distinct_by: person
        period: year_or_previous
        must_mention: ["Sasaran Kinerja|S.K.P", OMBUDSMAN]
        optional: ya
        basis: seen
        sources: [R1, 2]
        note: "no"
      - {id: IN-01.2, name: no, method: interview, prepare: Siapkan orangnya, basis: inferred}
      - {id: IN-01.3, name: Foto toilet, method: photo, photo: ["Toilet-Difabel"], basis: reported}
"""


def test_a_checklist_with_every_key() -> None:
    checklist = read_checklist(FULL, "contoh.yaml", {"skp_tahunan"})
    assert checklist.years == (2025, 2026)
    assert checklist.sources == (("R1", "Sumber satu"), ("2", "Sumber dua"))
    assert checklist.dimensions == (Dimension("01", "Input", 40.5), Dimension("02", "Proses", None))
    assert checklist.indicators == (Indicator("IN-01", "Kinerja", "01", None),)
    first, second, third = checklist.requirements
    assert (first.method, first.basis, first.any_of, first.count) == (Method.DOCUMENT, Basis.SEEN, ("skp_tahunan",), 4)
    assert (first.distinct_by, first.period, first.optional) == ("person", "year_or_previous", True)
    assert first.must_mention == ("sasaran kinerja|s k p", "ombudsman")
    assert (first.sources, first.note, first.indicator) == (("R1", "2"), "no", "IN-01")
    assert (second.name, second.prepare, second.count, second.period) == ("no", "Siapkan orangnya", 1, "any")
    assert (third.photo, third.any_of, third.optional) == (("toilet difabel",), (), False)


def test_every_rule_an_item_can_state_is_read() -> None:
    text = FULL.replace(
        "        optional: ya\n",
        "        all_of: [abk]\n        must_cover: [Jaminan ... Keamanan|Keselamatan]\n        per_product: true\n"
        "        agrees_with: [{requirement: IN-01.3, on: people}]\n        applies_to: [dinas, puskesmas]\n"
        "        cases: [{name: satu, texts: [SKP, 01], status: partial}]\n",
    )
    asked = read_checklist(text, "contoh.yaml", {"skp_tahunan", "abk"}).requirements[0]
    assert (asked.all_of, asked.per_product) == (("abk",), True)
    assert asked.must_cover == ("jaminan ... keamanan|keselamatan",)
    assert asked.agrees_with == (Agreement("IN-01.3", "people"),)
    assert asked.applies_to == ("dinas", "puskesmas")
    assert asked.cases == (Case("satu", ("SKP", "01"), "partial"),)


def test_an_indicator_has_a_place_and_a_ladder_and_a_result_has_grades() -> None:
    more = "    name: Kinerja\n    variable: SDM\n    code: b.K\n    ladder: [tidak ada, 1]\n"
    grades = "categories: [{letter: A, name: Prima, lowest: 4.51, highest: 5, zone: hijau}]\n"
    text = FULL.replace("    name: Kinerja\n", more).replace("dimensions:\n", grades + "dimensions:\n")
    checklist = read_checklist(text, "contoh.yaml", {"skp_tahunan"})
    assert checklist.indicators == (Indicator("IN-01", "Kinerja", "01", None, "SDM", "b.K", ("tidak ada", "1")),)
    assert checklist.categories == (Category("A", "Prima", 4.51, 5.0, "hijau", Basis.SEEN),)


def test_an_office_says_when_it_is_visited_what_it_offers_and_who_is_asked() -> None:
    office = read_office(
        "format: 1\nvisit: 2026-08-12\nproducts: [Kartu Keluarga, KTP-el]\n"
        "interviewees: [{role: kepala, name: Wening Prasasti, post: Sekretaris}, {role: pengaduan, name: Bagas}]\n",
        "evidence-check.yaml",
    )
    assert (office.visit, office.products) == ("2026-08-12", ("Kartu Keluarga", "KTP-el"))
    assert office.interviewees == (
        Interviewee("kepala", "Wening Prasasti", "Sekretaris"), Interviewee("pengaduan", "Bagas"),
    )  # fmt: skip


def test_an_office_says_what_stands_on_its_letters_and_who_signs_them() -> None:
    office = read_office(
        "format: 1\nletterhead: [DINAS SOSIAL, Jalan Melati 1]\n"
        "signatory: {name: Wening Prasasti, post: Kepala Dinas, nip: 198003142005012003}\n",
        "evidence-check.yaml",
    )
    assert office.letterhead == ("DINAS SOSIAL", "Jalan Melati 1")
    assert office.signatory == Signatory("Wening Prasasti", "Kepala Dinas", "", "198003142005012003")
    assert read_office("format: 1\nsignatory:\n", "evidence-check.yaml").signatory is None


def test_an_office_says_who_is_in_charge_of_what() -> None:
    text = "format: 1\nin_charge:\n  - {name: Siti, items: [IN-01, PR-05.2]}\n  - {name: Bagas, items: [\"04\"]}\n"
    office = read_office(text, "evidence-check.yaml")
    assert office.in_charge == (Charge("Siti", ("IN-01", "PR-05.2")), Charge("Bagas", ("04",)))


@pytest.mark.parametrize(
    ("charges", "code"),
    [("[{name: Siti, items: [IN-01, IN-01]}]", "checklist_duplicate_id"),
     ("[{name: Siti, items: [IN-01]}, {name: Bagas, items: [IN-01]}]", "checklist_duplicate_id"),
     ("[{name: Siti}]", "checklist_missing_key"), ("[{items: [IN-01]}]", "checklist_missing_key"),
     ("[{name: Siti, items: [IN-01], phone: 1}]", "checklist_unknown_key")],
)  # fmt: skip
def test_a_charge_that_cannot_be_is_refused(charges: str, code: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_office(f"format: 1\nin_charge: {charges}\n", "evidence-check.yaml")
    assert caught.value.code == code


@pytest.mark.parametrize(("item", "known"), [("IN-01", True), ("01", True), ("IN-01.1", True), ("IN-99", False)])
def test_a_charge_names_what_the_checklist_has(item: str, known: bool) -> None:
    checklist = read_checklist(FULL, "contoh.yaml", {"skp_tahunan"})
    office = Office(in_charge=(Charge("Siti", (item,)),))
    if known:
        check_office(checklist, office, "evidence-check.yaml")
        return
    with pytest.raises(ChecklistError) as caught:
        check_office(checklist, office, "evidence-check.yaml")
    assert caught.value.code == "checklist_unknown_charge"


def test_a_catalogue_entry_comes_out_as_folded_words() -> None:
    text = """\
format: 1
id: laporan_skm
name: Laporan Survei Kepuasan Masyarakat
titles: ["LAPORAN...Survei|Survey (Kepuasan) Masyarakat", "laporan sp4n-lapor!"]
aliases: [Laporan SKM]
anchors: ["Nilai rata-rata"]
columns: [[No, "U1", 9]]
look_alikes: [{name: Survei anti korupsi, words: ["SPAK"]}]
evidence: false
generic: true
dated_by: period
needs: [date, signature_block]
person: rated
issuer: any
sources: ["documents.md 5.11"]
"""
    entry = read_document_type(text, "documents/laporan_skm.yaml")
    assert entry.titles == ("laporan ... survei|survey kepuasan masyarakat", "laporan sp4n lapor")
    assert (entry.aliases, entry.anchors) == (("laporan skm",), ("nilai rata rata",))
    assert entry.columns == (("no", "u1", "9"),)
    assert entry.look_alikes == (LookAlike("Survei anti korupsi", ("spak",)),)
    assert (entry.evidence, entry.generic, entry.dated_by, entry.person) == (False, True, "period", "rated")
    assert (entry.needs, entry.issuer) == (("date", "signature_block"), "any")


def test_a_short_catalogue_entry_has_the_defaults_of_the_format() -> None:
    entry = read_document_type("format: 1\nid: sop\nname: SOP\n", "sop.yaml")
    assert (entry.evidence, entry.generic, entry.dated_by, entry.person, entry.issuer) == (
        True, False, "signed", "", "own",
    )  # fmt: skip
    assert (entry.titles, entry.needs, entry.kind_of) == ((), (), "")


def test_the_catalogue_is_sorted_and_knows_more_general_types() -> None:
    texts = {f"{key}.yaml": f"format: 1\nid: {key}\nname: N\nkind_of: {up}\n" for key, up in (("b", "a"), ("a", "''"))}
    catalogue = read_catalogue(texts)
    assert list(catalogue) == ["a", "b"]
    assert catalogue["b"].kind_of == "a"


def test_an_office_says_who_it_is_and_what_does_not_apply() -> None:
    text = """\
format: 1
office: Dinas Sosial
region: Kabupaten Tirta Kencana
aliases: [Dinsos]
kind: dinas
checklist: ombudsman-2026
year: 2026
not_applicable:
  - {requirement: PR-05.1, reason: "Semua layanan gratis", by: "Sekretaris Dinas"}
"""
    assert read_office(text, "evidence-check.yaml") == Office(
        name="Dinas Sosial",
        aliases=("Dinsos",),
        region="Kabupaten Tirta Kencana",
        kind="dinas",
        checklist="ombudsman-2026",
        year=2026,
        not_applicable=(Exemption("PR-05.1", "Semua layanan gratis", "Sekretaris Dinas"),),
    )


def test_a_year_the_checklist_was_not_made_for() -> None:
    checklist = read_checklist(FULL, "contoh.yaml", {"skp_tahunan"})
    check_year(checklist, 2026)
    with pytest.raises(ChecklistError) as caught:
        check_year(checklist, 2023)
    assert dict(caught.value.params) == {"id": "contoh", "year": "2023", "years": "2025, 2026"}


def test_an_exemption_must_name_a_requirement_of_the_checklist() -> None:
    checklist = read_checklist(FULL, "contoh.yaml", {"skp_tahunan"})
    check_office(checklist, Office(not_applicable=(Exemption("IN-01.1", "r", "b"),)), "evidence-check.yaml")
    with pytest.raises(ChecklistError) as caught:
        check_office(checklist, Office(not_applicable=(Exemption("IN-1.1", "r", "b"),)), "evidence-check.yaml")
    assert caught.value.code == "checklist_unknown_exemption"
    assert dict(caught.value.params)["suggestion"].startswith("IN-01.1")


@pytest.mark.parametrize(("named", "strict"), [("contoh", True), ("lain", False), ("", True), ("surat.yaml", True)])
def test_an_exemption_is_held_against_the_checklist_the_office_names(named: str, strict: bool) -> None:
    checklist = read_checklist(FULL, "contoh.yaml", {"skp_tahunan"})
    office = Office(checklist=named, not_applicable=(Exemption("PR-05.1", "r", "b"),))
    if strict:
        with pytest.raises(ChecklistError):
            check_office(checklist, office, "evidence-check.yaml")
    else:
        check_office(checklist, office, "evidence-check.yaml")


def test_the_examples_of_the_format_page_are_read_as_they_stand() -> None:
    page = (Path(__file__).parents[1] / "docs" / "checklist-format.md").read_text("utf-8")
    checklist, rules, overlay, entry, figures, office = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    catalogue = library.catalogue()
    assert read_checklist(rules, "docs", catalogue).requirements[1].agrees_with == (Agreement("A.1", "year"),)
    laid = overlaid(library.checklist("ombudsman-2026"), overlay, "docs", catalogue)
    assert [each.requirement for each in laid.switched_off] == ["PR-05.1"]
    assert read_checklist(checklist, "docs", {"renstra", "renja"}).requirements[0].any_of == ("renstra", "renja")
    assert read_document_type(entry, "docs").needs == ("date", "signature_block")
    assert read_yardsticks({"docs": figures}).revoked
    assert read_office(office, "docs").not_applicable[0].requirement == "PR-05.1"
