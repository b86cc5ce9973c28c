"""Looks over verdicts already made: copies with another date, samples drawn by lot, quotes, and folders."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import CATALOGUE, evidence_of, requirement_of

from evidence_check.matching.candidates import matches_of
from evidence_check.model.asked import Office, Requirement
from evidence_check.model.facts import Evidence, Fact, Person
from evidence_check.model.files import Place
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.model.yardsticks import Draw
from evidence_check.verdicts.drawing import draw_from, drawn
from evidence_check.verdicts.judging import verdict_of
from evidence_check.verdicts.placing import named_in, placed
from evidence_check.verdicts.quoting import quoted

OFFICE = Office(name="Dinas Sosial", region="Kabupaten Arunika")
DICE = random.Random(5)
WORDS = ("pelayanan", "responden", "unsur", "nilai", "waktu", "biaya", "produk", "petugas", "loket", "antrean")
BODY = " ".join(f"{DICE.choice(WORDS)} {DICE.choice(WORDS)} {DICE.randint(10, 99)}" for _ in range(60))


def report(period: str, year: str, body: str, path: str) -> Evidence:
    text = f"LAPORAN SURVEI KEPUASAN MASYARAKAT\n{period}\n{body}"
    office = Fact("Dinas Sosial Kabupaten Arunika", Place(path, 1, "LAPORAN"))
    return evidence_of(text, path=path, year=year, office=office)


def judge(papers: list[Evidence], **asks: object) -> Verdict:
    requirement = requirement_of(**asks)
    matches = matches_of(requirement, papers, CATALOGUE, OFFICE, 2026)
    return verdict_of(requirement, matches, (), (), CATALOGUE, OFFICE, 2026)


def test_last_years_report_with_its_date_changed_is_not_green() -> None:
    papers = [report("Semester I Tahun 2025", "2025", BODY, "lama.pdf"),
              report("Semester I Tahun 2026", "2026", BODY, "baru.pdf")]  # fmt: skip
    verdict = judge(papers, period="year")
    assert verdict.status is not Status.MET and verdict.matches == ()
    copy = next(match for match in verdict.near_misses if match.place.file == "baru.pdf")
    assert [dict(finding.params)["other"] for finding in copy.failed if finding.code == "EC340"] == ["lama.pdf"]
    assert judge(papers[::-1], period="year") == verdict


def test_a_new_report_with_new_numbers_is_no_copy() -> None:
    changed = " ".join(str(DICE.randint(10, 99)) if word.isdigit() else word for word in BODY.split())
    papers = [report("Semester I Tahun 2025", "2025", BODY, "lama.pdf"),
              report("Semester I Tahun 2026", "2026", changed, "baru.pdf")]  # fmt: skip
    assert judge(papers, period="year").status is Status.MET


def test_a_decree_issued_anew_is_no_copy() -> None:
    text = f"KEPUTUSAN KEPALA DINAS SOSIAL TENTANG TIM\nMEMUTUSKAN\n{BODY}"
    papers = [evidence_of(f"{text}\n{year}", path=f"{year}.pdf", type="sk_generic", year=year)
              for year in ("2025", "2026")]  # fmt: skip
    assert all(finding.code != "EC340" for finding in judge(papers, any_of=("sk_generic",)).findings)


# ---------------------------------------------------------------- samples drawn by lot

PLACE = Place("daftar.xlsx", 1, "DAFTAR")
STAFF = tuple(
    Person(f"Pegawai {chr(65 + n)}{chr(97 + n)}", "listed", PLACE, f"1980010120100{n % 9 + 1}1{n:03}")
    for n in range(20)
)


@given(st.permutations(STAFF), st.text(max_size=8), st.integers(1, 25))
def test_the_draw_is_the_same_in_any_order_and_draws_as_many_as_there_are(
    staff: list[Person], seed: str, count: int
) -> None:
    chosen = draw_from(staff, Draw(count, seed))
    assert chosen == draw_from(STAFF, Draw(count, seed))
    assert len(set(chosen)) == len(chosen) == min(count, len(STAFF))
    assert chosen[:3] == draw_from(STAFF, Draw(3, seed))[: len(chosen)]


def test_seeds_draw_different_people() -> None:
    assert len({draw_from(STAFF, Draw(4, str(seed))) for seed in range(20)}) > 15


def listing() -> Verdict:
    evidence = evidence_of("DAFTAR", path="daftar.xlsx", type="skp_tahunan")
    facts = replace(evidence.facts, people=STAFF, figures=(Fact("20", PLACE, 0.9, "staff_rows"),))
    match = Match("L", Evidence(evidence.document, facts), 1.0, PLACE, type="data_kepegawaian")
    return Verdict(requirement_of(id="L"), Status.MET, (match,))


def samples(people: tuple[Person, ...], status: Status = Status.MET) -> Verdict:
    asked: Requirement = requirement_of(id="S", any_of=("skp_tahunan",), distinct_by="person", count=4)
    papers = [evidence_of("SKP", path=f"{at}.pdf", type="skp_tahunan", person=each.name, nip=each.nip)
              for at, each in enumerate(people)]  # fmt: skip
    places = [Place(each.document.file.path, 1, "SKP") for each in papers]
    matches = [Match("S", each, 1.0, place, type="skp_tahunan") for each, place in zip(papers, places, strict=True)]
    return Verdict(asked, status, tuple(matches))


def test_those_drawn_must_be_there() -> None:
    draw = Draw(4, "2026")
    chosen = draw_from(STAFF, draw)
    assert drawn((listing(), samples(chosen)), CATALOGUE, draw)[1].status is Status.MET
    others = tuple(person for person in STAFF if person not in chosen)
    short = drawn((listing(), samples((*chosen[:3], others[0]))), CATALOGUE, draw)[1]
    assert short.status is Status.PARTIAL
    assert dict(short.findings[0].params) == {
        "names": chosen[3].name, "count": "1", "drawn": "4", "among": "20", "seed": "2026"
    }  # fmt: skip
    nobody = drawn((listing(), samples((), Status.MISSING)), CATALOGUE, draw)[1]
    assert nobody.status is Status.MISSING and dict(nobody.findings[0].params)["count"] == "4"


def test_without_a_staff_list_nobody_is_drawn_and_that_is_said() -> None:
    result = drawn((samples(STAFF[:4]),), CATALOGUE, Draw(4, "1"))[0]
    assert result.status is Status.MET and [finding.code for finding in result.findings] == ["EC342"]


# ---------------------------------------------------------------- quotes and folders


@pytest.mark.parametrize(
    ("quote", "status"), [("LAPORAN SURVEI", Status.MET), ("LAPORAN KEUANGAN", Status.UNSURE), ("", Status.UNSURE)]
)
def test_a_green_verdict_rests_on_a_quote_that_is_there(quote: str, status: Status) -> None:
    evidence = evidence_of("LAPORAN  SURVEI\nKEPUASAN")
    match = Match("X", evidence, 1.0, Place("a.pdf", 1, quote), type="laporan_skm")
    result = quoted((Verdict(requirement_of(), Status.MET, (match,)),))[0]
    assert result.status is status and ("EC344" in {each.code for each in result.findings}) == (status is Status.UNSURE)


@pytest.mark.parametrize(
    ("path", "named"),
    [("PR-08/a.pdf", {"PR-08"}), ("02/PR-01 sd PR-03/a.pdf", {"PR-01", "PR-02", "PR-03"}), ("PR-08 a.pdf", set()),
     ("pr 08 - SOTK/IN-01/a.pdf", {"PR-08", "IN-01"}), ("lain/a.pdf", set()), ("PR-088/a.pdf", set())],
)  # fmt: skip
def test_folders_name_indicators(path: str, named: set[str]) -> None:
    assert named_in(path, ("IN-01", "PR-01", "PR-02", "PR-03", "PR-08")) == named


def test_a_paper_in_the_folder_of_another_indicator_is_told_and_stays_green() -> None:
    def verdict(path: str, indicator: str) -> Verdict:
        match = Match("X", evidence_of("LAPORAN", path=path), 1.0, Place(path, 1, "LAPORAN"))
        return Verdict(requirement_of(id=f"{indicator}.1", indicator=indicator), Status.MET, (match,))

    here, there = placed((verdict("PR-01/a.pdf", "PR-01"), verdict("PR-01/b.pdf", "PR-08")))
    assert here.findings == () and here.status is there.status is Status.MET
    assert dict(there.findings[0].params) == {"file": "PR-01/b.pdf", "lies": "PR-01", "belongs": "PR-08"}
