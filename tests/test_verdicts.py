"""Rules and verdicts as a decision table, and what must hold for any table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from papers import CATALOGUE, evidence_of, file_of, requirement_of

from evidence_check.matching.candidates import matches_of
from evidence_check.model.asked import Exemption, Method, Office, Requirement
from evidence_check.model.facts import Evidence, Fact, Kind
from evidence_check.model.files import Finding, Level, Place, Unreadable
from evidence_check.model.outcome import Status, Verdict
from evidence_check.scoring import tally_of
from evidence_check.verdicts.judging import verdict_of

CASES = yaml.safe_load((Path(__file__).parent / "verdict_cases.yaml").read_text(encoding="utf-8"))
OFFICE = Office(name="Dinas Sosial", region="Kabupaten Arunika")
SAME = "LAPORAN SURVEI KEPUASAN MASYARAKAT\n" + "Jumlah responden pada semester ini seratus dua puluh orang. " * 3


def paper(case: dict[str, Any], number: int) -> Evidence:
    path = case.get("path", f"{number}.pdf")
    text = case.get("text", f"LAPORAN SURVEI KEPUASAN MASYARAKAT {number}").replace("&same", SAME)
    rival = case.get("rival")
    office = None if case.get("unnamed") else case.get("office", "Dinas Sosial Kabupaten Arunika")
    evidence = evidence_of(
        text,
        path=path,
        type=case.get("type", "laporan_skm"),
        score=case.get("score", 0.9),
        others=[Kind(*rival)] if rival else (),
        year=case.get("year", "2026"),
        person=case.get("person", ""),
        findings=[Finding(code, Level(level)) for code, level in case.get("findings", [])],
        confidence=case.get("confidence", 1.0),
        office=Fact(office, Place(path, 1, office)) if office else None,
        period=Fact(case["period"], Place(path, 1, text)) if "period" in case else None,
        signature=Fact(case["signature"], Place(path, 1, text)) if "signature" in case else None,
    )
    if case.get("settled"):
        evidence = replace(evidence, facts=replace(evidence.facts, kind=evidence.facts.kinds[0]))
    if case.get("kept"):
        evidence = replace(evidence, document=replace(evidence.document, file=file_of(path, case["kept"])))
    if case.get("picture"):
        document = replace(evidence.document, file=file_of(path, "jpeg"))
        return Evidence(document, replace(evidence.facts, kinds=()))
    return evidence


def judge(
    requirement: Requirement,
    papers: Sequence[Evidence],
    unread: Sequence[str] = (),
    exempt: bool = False,
) -> Verdict:
    matches = matches_of(requirement, papers, CATALOGUE, OFFICE, 2026)
    unreadable = [Unreadable(file_of(path), Finding("EC101", Level.DOUBT)) for path in unread]
    exemptions = [Exemption(requirement.id, "semua gratis", "Sekretaris")] if exempt else []
    return verdict_of(requirement, matches, unreadable, exemptions, CATALOGUE, OFFICE, 2026)


def requirement_in(case: dict[str, Any]) -> Requirement:
    asks = {key: tuple(value) if isinstance(value, list) else value for key, value in case.get("asks", {}).items()}
    if "method" in asks:
        asks["method"] = Method(asks["method"])
    return requirement_of(**asks)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_verdict(case: dict[str, Any]) -> None:
    papers = [paper(each, number) for number, each in enumerate(case["papers"])]
    verdict = judge(requirement_in(case), papers, case.get("unread", ()), case.get("exempt", False))
    assert verdict.status == case["status"]
    assert set(case.get("codes", ())) <= {finding.code for finding in verdict.findings}
    if "near" in case:
        assert len(verdict.near_misses) == case["near"]
    if verdict.status is Status.MET:
        assert all(match.place.quote in SAME + match.place.quote and match.place.quote for match in verdict.matches)
        assert not verdict.advice
    elif verdict.status is not Status.NOT_APPLICABLE:
        assert verdict.advice is not None


PAPERS = st.lists(
    st.fixed_dictionaries(
        {
            "score": st.sampled_from([0.3, 0.5, 0.7, 0.9]),
            "year": st.sampled_from(["", "2024", "2025", "2026", "2027"]),
            "person": st.sampled_from(["", "A", "B", "C"]),
            "findings": st.sampled_from([[], [["EC201", "error"]], [["EC215", "note"]]]),
            "confidence": st.sampled_from([0.3, 1.0]),
        }
    ),
    max_size=6,
)
ASKS = st.fixed_dictionaries(
    {
        "count": st.integers(1, 4),
        "distinct_by": st.sampled_from(["", "person"]),
        "period": st.sampled_from(["any", "year", "previous_year", "in_force"]),
    }
)
ORDER = [Status.MISSING, Status.DEFECTIVE, Status.UNSURE, Status.PARTIAL, Status.MET]


@given(PAPERS, ASKS, st.randoms())
def test_the_order_of_files_changes_nothing(cases: list[dict[str, Any]], asks: dict[str, Any], chance: Any) -> None:
    papers = [paper(case, number) for number, case in enumerate(cases)]
    requirement = requirement_of(**{**asks, "any_of": ("laporan_skm", "skp_tahunan")})
    shuffled = papers[:]
    chance.shuffle(shuffled)
    assert judge(requirement, papers) == judge(requirement, shuffled)


@given(PAPERS, ASKS)
def test_green_rests_on_enough_papers_without_a_failed_rule(cases: list[dict[str, Any]], asks: dict[str, Any]) -> None:
    verdict = judge(requirement_of(**asks), [paper(case, number) for number, case in enumerate(cases)])
    assert (verdict.status is Status.MET) == (len(verdict.matches) >= asks["count"])
    assert all(not match.failed and match.place.quote for match in verdict.matches)


@given(PAPERS, ASKS, st.sampled_from([0.9]))
def test_one_more_good_paper_never_lowers_a_verdict_except_to_doubt(
    cases: list[dict[str, Any]], asks: dict[str, Any], score: float
) -> None:
    papers = [paper(case, number) for number, case in enumerate(cases)]
    requirement = requirement_of(**{**asks, "period": "any"})
    more = paper({"score": score, "person": "NEW"}, 99)
    before, after = judge(requirement, papers).status, judge(requirement, [*papers, more]).status
    assert ORDER.index(after) >= ORDER.index(before) or after is Status.UNSURE


@given(st.lists(st.sampled_from(list(Status))))
def test_the_tally_adds_up(statuses: list[Status]) -> None:
    tally = tally_of([Verdict(requirement_of(), status) for status in statuses])
    assert tally.total == len(statuses)
    assert sum(tally.of(status) for status in Status) == tally.total
    assert tally.judged == tally.total - tally.of(Status.NOT_CHECKED) - tally.of(Status.NOT_APPLICABLE)
