"""Decisions of people laid over verdicts: a table of cases, and what must hold for any decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import CATALOGUE, evidence_of, file_of, requirement_of
from test_verdicts import OFFICE, judge, paper, requirement_in

from evidence_check.model.files import Content, Finding, Level, Unreadable
from evidence_check.model.outcome import Status, Verdict
from evidence_check.model.reviews import Answer, Decision, Review, Standing
from evidence_check.verdicts.deciding import decided
from evidence_check.verdicts.located import Lying

CASES = yaml.safe_load((Path(__file__).parent / "review_cases.yaml").read_text(encoding="utf-8"))
OTHER = "f" * 64


def review_of(told: dict[str, Any], papers: Sequence[Any], line: int = 3) -> Review:
    decision = Decision(told["decision"])
    file = papers[told["paper"]].document.file if "paper" in told else file_of(told.get("file", ""))
    about = "paper" in told or "file" in told
    since = told.get("since", "")
    path = {"gone": "sudah tidak ada.pdf"}.get(since, told.get("was", file.path))
    return Review(
        requirement=told.get("requirement", "X.1"),
        decision=decision,
        by=told.get("by", "Wening Prasasti"),
        date=told.get("date", "2026-08-01"),
        reason=told.get("reason", "sudah dilihat"),
        file=path if about else "",
        sha256=(OTHER if since else file.sha256) if about else "",
        page=told.get("page"),
        picture=told.get("picture"),
        answer=Answer(told["answer"]) if "answer" in told else None,
        source="reviews.yaml",
        line=line,
    )


def lying_of(papers: Sequence[Any], unread: Sequence[str] = ()) -> Lying:
    contents = [Content(each.document.file, each.document.pages) for each in papers]
    return Lying(contents, [Unreadable(file_of(path), Finding("EC101", Level.DOUBT)) for path in unread], papers)


def laid_over(verdict: Verdict, reviews: Sequence[Review], lying: Lying) -> Verdict:
    (laid,), stray = decided([verdict], reviews, lying, CATALOGUE, OFFICE, 2026)
    assert not stray
    return laid


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_decisions(case: dict[str, Any]) -> None:
    papers = [paper(each, number) for number, each in enumerate(case["papers"])]
    unread = case.get("unread", ())
    verdict = judge(requirement_in(case), papers, unread, case.get("exempt", False))
    reviews = [review_of(each, papers, number) for number, each in enumerate(case["reviews"], 3)]
    laid = laid_over(verdict, reviews, lying_of(papers, unread))
    assert verdict.status == case["machine"]
    assert laid.status == case["status"]
    assert set(case.get("codes", ())) <= {finding.code for finding in laid.findings}
    assert set(case.get("notes", ())) <= {each.code for each in laid.findings if each.level is Level.NOTE}
    if "counted" in case:
        assert len(laid.matches) == case["counted"]
    if "standings" in case:
        assert [each.standing for each in laid.reviews] == case["standings"]
    if not reviews:
        assert laid == verdict
        return
    assert laid.machine is verdict.status
    assert laid.by_people == (laid.status is not verdict.status)
    settled = laid.status in (Status.MET, Status.NOT_APPLICABLE)
    assert (laid.advice is None) == settled


def test_a_decision_on_what_is_not_asked_is_told_of_the_run() -> None:
    verdict = judge(requirement_of(), [])
    laid, stray = decided(
        [verdict], [review_of({"decision": "waive", "requirement": "Y.9"}, [])], lying_of([]), CATALOGUE, OFFICE, 2026
    )
    assert laid == (verdict,) and [each.code for each in stray] == ["EC415"]


def test_an_acceptance_holds_for_a_copy_elsewhere_and_is_lost_with_a_file_that_cannot_be_compared() -> None:
    one = evidence_of(path="a.pdf", year="")
    copy = replace(one, document=replace(one.document, file=replace(one.document.file, path="b/a.pdf")))
    asked = requirement_of(period="year")
    review = review_of({"decision": "accept", "paper": 0}, [one])
    assert laid_over(judge(asked, [copy]), [review], lying_of([copy])).status is Status.MET
    shut = Unreadable(replace(one.document.file, sha256=""), Finding("EC109", Level.ERROR))
    lapsed = laid_over(judge(asked, []), [review], Lying([], [shut], []))
    assert lapsed.status is Status.MISSING and {"EC417"} <= {each.code for each in lapsed.findings}


def test_a_page_chooses_the_paper_of_a_bundle() -> None:
    first = evidence_of(path="bundel.pdf", year="")
    pages = (replace(first.document.pages[0], number=2),)
    second = replace(first, document=replace(first.document, pages=pages))
    asked = requirement_of(period="year")
    verdict = judge(asked, [first, second])
    wrong = review_of({"decision": "reject", "paper": 0, "page": 1}, [first])
    right = review_of({"decision": "accept", "paper": 0, "page": 2}, [first])
    laid = laid_over(verdict, [wrong, right], lying_of([first, second]))
    assert laid.status is Status.MET and [each.evidence for each in laid.matches] == [second]
    whole = review_of({"decision": "accept", "paper": 0}, [first])
    assert laid_over(verdict, [wrong, whole], lying_of([first, second])).status is verdict.status


def test_a_pointed_paper_takes_the_type_that_lacks() -> None:
    skm, other = paper({"path": "a.pdf"}, 0), evidence_of("SURAT", path="b.pdf", type="maklumat")
    asked = requirement_of(any_of=(), all_of=("laporan_skm", "skp_tahunan"))
    verdict = judge(asked, [skm, other])
    laid = laid_over(verdict, [review_of({"decision": "point", "paper": 1, "page": 1}, [skm, other])],
                     lying_of([skm, other]))  # fmt: skip
    assert verdict.status is not Status.MET and laid.status is Status.MET
    assert [each.type for each in laid.matches] == ["laporan_skm", "skp_tahunan"]


PAPERS = st.lists(
    st.fixed_dictionaries(
        {
            "score": st.sampled_from([0.3, 0.5, 0.9]),
            "year": st.sampled_from(["", "2024", "2026"]),
            "person": st.sampled_from(["", "A", "B", "C"]),
            "findings": st.sampled_from([[], [["EC201", "error"]], [["EC215", "note"]]]),
        }
    ),
    min_size=1,
    max_size=5,
)
ASKS = st.fixed_dictionaries({"count": st.integers(1, 3), "distinct_by": st.sampled_from(["", "person"]),
                              "period": st.sampled_from(["any", "year"])})  # fmt: skip
GREEN = (Status.MET, Status.NOT_APPLICABLE)
# "Too few" and "enough, one of them in doubt" are level: an accepted paper may turn the first into the second.
RANK = {Status.MISSING: 0, Status.DEFECTIVE: 1, Status.UNSURE: 2, Status.PARTIAL: 2, Status.MET: 3}


def told_reviews(decisions: Sequence[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries({"decision": st.sampled_from(decisions), "paper": st.integers(0, 4),
                                 "since": st.sampled_from(["", "", "changed", "gone"])})  # fmt: skip
    return st.lists(one, max_size=4)


def judged_and_laid(cases: Any, asks: Any, told: Any) -> tuple[Verdict, Verdict]:
    papers = [paper(case, number) for number, case in enumerate(cases)]
    verdict = judge(requirement_of(**asks), papers)
    reviews = [review_of({**each, "paper": each["paper"] % len(papers)}, papers) for each in told]
    return verdict, laid_over(verdict, reviews, lying_of(papers))


@settings(deadline=None)
@given(PAPERS, ASKS, told_reviews(["reject"]))
def test_a_rejection_makes_nothing_green(cases: Any, asks: Any, told: Any) -> None:
    verdict, laid = judged_and_laid(cases, asks, told)
    assert laid.status is not Status.MET or verdict.status is Status.MET


@settings(deadline=None)
@given(PAPERS, ASKS, told_reviews(["accept"]))
def test_an_acceptance_makes_nothing_worse(cases: Any, asks: Any, told: Any) -> None:
    verdict, laid = judged_and_laid(cases, asks, told)
    assert RANK[laid.status] >= RANK[verdict.status]


@settings(deadline=None)
@given(PAPERS, ASKS, told_reviews(["accept", "reject"]))
def test_what_does_not_hold_changes_nothing(cases: Any, asks: Any, told: Any) -> None:
    verdict, laid = judged_and_laid(cases, asks, told)
    if not any(each.standing is Standing.HOLDS for each in laid.reviews):
        assert (laid.status, laid.matches, laid.near_misses) == (verdict.status, verdict.matches, verdict.near_misses)
    if told:
        assert laid.machine is verdict.status and set(verdict.matches) <= {*laid.matches, *laid.near_misses}


@settings(deadline=None)
@given(PAPERS, ASKS, told_reviews(["accept", "reject"]), st.randoms())
def test_the_order_of_decisions_changes_no_status(cases: Any, asks: Any, told: Any, chance: Any) -> None:
    shuffled = told[:]
    chance.shuffle(shuffled)
    first, second = judged_and_laid(cases, asks, told)[1], judged_and_laid(cases, asks, shuffled)[1]
    assert first.status is second.status and set(first.findings) == set(second.findings)
