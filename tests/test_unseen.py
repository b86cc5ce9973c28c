"""Without OCR nothing is called missing that a scan may hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import evidence_of, file_of, requirement_of

from evidence_check.model.facts import Evidence, Facts
from evidence_check.model.files import Document, Finding, Level, Page, Place, ReadAs, params
from evidence_check.model.outcome import Status, Verdict
from evidence_check.verdicts.unseen import with_unseen

EC108 = Finding("EC108", Level.DOUBT, params(platform="windows"), Place("Scan0001.pdf", 1, ""))
DARK = Page(1, "", ReadAs.UNREAD, 0.0, problem=EC108)
SCAN = Evidence(Document(file_of("Scan0001.pdf"), (DARK,)), Facts())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.MISSING, Status.UNSURE),
        (Status.DEFECTIVE, Status.UNSURE),
        (Status.PARTIAL, Status.UNSURE),
        (Status.UNSURE, Status.UNSURE),
        (Status.MET, Status.MET),
        (Status.NOT_CHECKED, Status.NOT_CHECKED),
        (Status.NOT_APPLICABLE, Status.NOT_APPLICABLE),
    ],
)
def test_an_unread_scan_may_be_what_is_missing(before: Status, after: Status) -> None:
    (verdict,) = with_unseen([Verdict(requirement_of(), before)], [SCAN, evidence_of()])
    assert verdict.status is after
    assert (verdict.advice is not None and verdict.advice.code == "EC325") == (before is not after)


def test_all_is_said_when_all_was_read() -> None:
    half = replace(SCAN.document, pages=(replace(DARK, number=2), Page(1, "KEPUTUSAN", ReadAs.TEXT)))
    missing = [Verdict(requirement_of(), Status.MISSING)]
    assert with_unseen(missing, [evidence_of(), Evidence(half, Facts())]) == tuple(missing)


def scan_with(code: str, level: Level = Level.DOUBT) -> Document:
    problem = Finding(code, level, params(pages="2"), Place("Scan0001.pdf", 2, ""))
    pages = (Page(1, "sampul", ReadAs.OCR), Page(2, "", ReadAs.UNREAD, 0.0, problem=problem))
    return Document(file_of("Scan0001.pdf"), pages)


@pytest.mark.parametrize(
    ("code", "level", "known", "status", "after"),
    [
        ("EC119", Level.DOUBT, False, Status.MISSING, Status.UNSURE),
        ("EC128", Level.DOUBT, False, Status.MISSING, Status.UNSURE),
        ("EC102", Level.DOUBT, False, Status.MISSING, Status.UNSURE),
        # what is known for what it is, is not what is missing
        ("EC119", Level.DOUBT, True, Status.MISSING, Status.MISSING),
        ("EC127", Level.NOTE, False, Status.MISSING, Status.MISSING),
        ("EC119", Level.DOUBT, False, Status.PARTIAL, Status.PARTIAL),
        ("EC119", Level.DOUBT, False, Status.MET, Status.MET),
    ],
)
def test_pages_left_unread_may_hold_what_is_missing(
    code: str, level: Level, known: bool, status: Status, after: Status
) -> None:
    facts = Facts(kind=evidence_of().facts.kinds[0] if known else None)
    (verdict,) = with_unseen([Verdict(requirement_of(), status)], [Evidence(scan_with(code, level), facts)])
    assert verdict.status is after
    assert (verdict.advice is not None and verdict.advice.code == "EC326") == (status is not after)
