"""Components of a standard: there with content, only named, empty, or missing; told product by product with places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import CATALOGUE, document_of, evidence_of, requirement_of

from evidence_check.matching.candidates import matches_of
from evidence_check.messages.catalog import load
from evidence_check.model.asked import Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import ReadAs, Table
from evidence_check.model.outcome import Status, There, Verdict
from evidence_check.verdicts.judging import verdict_of
from evidence_check.words.fold import holds
from evidence_check.words.openings import headings_in

WANTED = ("persyaratan", "dasar hukum", "biaya|tarif", "sistem|mekanisme")
FULL = "1. Persyaratan : KTP\n2. Dasar hukum : UU 25/2009\n3. Biaya : gratis\n4. Sistem dan mekanisme\nPemohon datang"


def verdict(*papers: Evidence, **office: object) -> Verdict:
    here = Office(**office)  # type: ignore[arg-type]
    asked = requirement_of(must_cover=WANTED, per_product=bool(here.products))
    return verdict_of(asked, matches_of(asked, papers, CATALOGUE, here, 2026), (), (), CATALOGUE, here, 2026)


def tabled(*rows: tuple[str, ...], read_as: ReadAs = ReadAs.TEXT) -> Evidence:
    text = "STANDAR PELAYANAN\n" + "\n".join(" ".join(row) for row in rows)
    paper = evidence_of(text)
    page = replace(document_of(text).pages[0], tables=(Table(rows),), read_as=read_as)
    return replace(paper, document=replace(paper.document, pages=(page,)))


@pytest.mark.parametrize(
    ("text", "empty", "bare"),
    [
        (FULL, set(), set()),
        (FULL.replace("UU 25/2009", "-"), {"dasar hukum"}, set()),
        (FULL.replace(": UU 25/2009", "........."), {"dasar hukum"}, set()),
        (FULL.replace(": UU 25/2009", "\n……………"), {"dasar hukum"}, set()),
        (FULL.replace("2. Dasar hukum : UU 25/2009", "2. Dasar hukum :\n- UU 25/2009"), set(), set()),
        (FULL.replace("2. Dasar hukum : UU 25/2009", "2. Dasar hukum -\nUU 25/2009"), set(), set()),
        (FULL.replace(": UU 25/2009", ""), set(), {"dasar hukum"}),
        (FULL.replace("Pemohon datang", "........"), {"sistem|mekanisme"}, set()),
        ("Dasar hukum : -\n" + FULL, set(), set()),
    ],
)
def test_a_heading_with_nothing_under_it(text: str, empty: set[str], bare: set[str]) -> None:
    seen = headings_in(document_of(text).pages, WANTED)
    assert (set(seen.empty), set(seen.bare), set(seen.found)) == (empty, bare, set(WANTED) - empty)


ROWS = (("1", "Persyaratan", "KTP"), ("2", "Dasar hukum", "UU 25/2009"), ("3", "Biaya/tarif", "Gratis"),
        ("4", "Sistem, mekanisme", "Datang"))  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        (ROWS, Status.MET),
        ((*ROWS[:1], ("2", "Dasar hukum", "-"), *ROWS[2:]), Status.PARTIAL),
        ((*ROWS[:1], ("2", "Dasar hukum", "........"), *ROWS[2:]), Status.PARTIAL),
        ((*ROWS[:1], ("2", "Dasar hukum", ""), *ROWS[2:]), Status.PARTIAL),
        ((*ROWS[:1], ("2", "Dasar hukum", ""), ("", "", "UU 25/2009"), *ROWS[2:]), Status.MET),
        ((*ROWS[:3], ("4", "Sistem, mekanisme", "")), Status.UNSURE),
    ],
)
def test_an_empty_cell_of_a_table_is_no_component(rows: tuple[tuple[str, ...], ...], status: Status) -> None:
    result = verdict(tabled(*rows))
    assert result.status is status
    if status is Status.PARTIAL:
        finding = next(each for each in result.findings if each.code == "EC316")
        assert finding.place and "Dasar hukum" in finding.place.quote
        assert "isinya kosong: dasar hukum" in load("id").finding(finding)


def test_what_a_scan_leaves_empty_is_only_in_doubt() -> None:
    rows = (*ROWS[:1], ("2", "Dasar hukum", "-"), *ROWS[2:])
    assert verdict(tabled(*rows, read_as=ReadAs.OCR)).status is Status.UNSURE


def test_the_matrix_tells_each_component_of_each_product_with_its_place() -> None:
    first = evidence_of("STANDAR PELAYANAN\nKARTU DISABILITAS\n" + FULL, path="a.pdf")
    second = evidence_of("STANDAR PELAYANAN\nREKOMENDASI PANTI\n" + FULL.replace("UU 25/2009", "-"), path="b.pdf")
    products = ("Kartu Disabilitas", "Rekomendasi Panti", "Bantuan Pangan")
    result = verdict(first, second, products=products)
    matrix = {(each.product, each.name): each for each in result.components}
    assert list(matrix) == [(product, name) for product in products for name in WANTED]
    assert matrix["Kartu Disabilitas", "dasar hukum"].there is There.YES
    assert matrix["Rekomendasi Panti", "dasar hukum"].there is There.EMPTY
    assert matrix["Bantuan Pangan", "dasar hukum"].there is There.NO
    assert result.status is Status.PARTIAL
    texts = {each.document.file.path: each.document.pages[0].text for each in (first, second)}
    placed = [each.place for each in result.components if each.there is not There.NO]
    assert all(place and holds(texts[place.file], place.quote) for place in placed)
