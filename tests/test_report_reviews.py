"""Decisions in every report: the program's status beside the person's, counted apart, masked, and harmless."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import reports
from jsonschema import Draft202012Validator
from readiness import CHECKED_AT, NAMES, PHOTO, SK, SKP, sample
from test_report_json import schema

from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Readiness, Status
from evidence_check.model.reviews import Answer, Decision, Review
from evidence_check.pipeline import reviewed
from evidence_check.report import REPORTS
from evidence_check.report.context import Context, report_for
from evidence_check.report.results import results_of
from evidence_check.report.tables import requirements, tables_of

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
NIP = "198003142005012003"
HOSTILE = "=1+1 <script>alert(1)</script> \u202e‮ {{gaps}}"
WHO = f"Wening Prasasti NIP {NIP}"


def review(requirement: str, decision: Decision, **more: object) -> Review:
    told = {"by": WHO, "date": "2026-08-01", "reason": "sudah dilihat", "source": "reviews.yaml", "line": 3, **more}
    return Review(requirement, decision, **told)  # type: ignore[arg-type]


REVIEWS = (
    review("PR-01.2", Decision.CONFIRM, file=PHOTO.path, sha256=PHOTO.sha256, reason=HOSTILE),
    review("PR-01.1", Decision.REJECT, file=SK.path, sha256=SK.sha256, page=1),
    review("PR-08.1", Decision.ACCEPT, file=SKP.path, sha256="e" * 64),
    review("PR-12.2", Decision.ANSWER, answer=Answer.READY),
    review("IN-02.1", Decision.WAIVE),
    review("PG-01.1", Decision.WAIVE, line=4),
    review("PG-01.1", Decision.ACCEPT, file=SK.path, sha256=SK.sha256, by="Bagus"),
    review("XX-99.9", Decision.WAIVE),
)


def decided() -> Readiness:
    return reviewed(sample(), REVIEWS, {})


def shown(name: str, context: Context = CONTEXT) -> str:
    data = report_for(name)(decided(), context)
    if name == "xlsx":
        return reports.told_by_workbook(data)
    return reports.told_by_document(data) if name == "docx" else data.decode("utf-8-sig")


def test_nothing_decided_changes_nothing() -> None:
    assert reviewed(sample(), (), {}) == sample()


def test_each_requirement_stands_as_decided() -> None:
    found = {each.requirement.id: (each.machine, each.status) for each in decided().verdicts if each.reviews}
    assert found == {
        "PR-01.2": (Status.UNSURE, Status.MET),
        "PR-01.1": (Status.MET, Status.MISSING),
        "PR-08.1": (Status.PARTIAL, Status.PARTIAL),
        "PR-12.2": (Status.NOT_CHECKED, Status.MET),
        "IN-02.1": (Status.MISSING, Status.NOT_APPLICABLE),
        "PG-01.1": (Status.UNSURE, Status.UNSURE),
    }
    assert decided().tally.total == sample().tally.total


def test_what_people_say_is_counted_apart_and_never_flatters() -> None:
    before, after = results_of(sample(), CONTEXT).tally, results_of(decided(), CONTEXT).tally
    assert (before.ready, before.by_people, before.required) == (3, 0, 10)
    # One photo confirmed, one decree rejected, one requirement waived; the interview is no document.
    assert (after.ready, after.by_people, after.required) == (3, 1, 9)
    assert after.of(Status.MET) == 4 and after.met == 3
    assert sum(count for _, count in after.counts) == after.total == before.total


@pytest.mark.parametrize("name", REPORTS)
def test_the_status_by_the_program_stands_beside_the_persons(name: str) -> None:
    text = shown(name)
    assert "sudah dilihat" in text and "Wening Prasasti" in text
    if name == "json":
        return
    assert "menurut orang" in text or "machineStatus" in text
    assert "Perlu ditinjau" in text


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_number_in_the_name_of_a_reviewer_is_masked(name: str, lang: str) -> None:
    context = replace(CONTEXT, catalog=load(lang).naming(NAMES))
    assert NIP not in shown(name, context)
    assert NIP in shown(name, replace(context, identities=True))


@pytest.mark.parametrize("name", [each for each in REPORTS if each != "json"])
def test_a_hostile_reason_stays_text(name: str) -> None:
    text = shown(name)
    assert "\u202e" not in text
    if name in ("html", "junit"):
        assert "<script>alert" not in text
    if name == "xlsx":
        data = report_for("xlsx")(decided(), CONTEXT)
        assert {cell.data_type for cell in reports.cells(data)} <= {"s", "n"}


def test_every_standing_is_published() -> None:
    found = json.loads(shown("json"))
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(found)] == []
    of = {each["requirement"]: each for each in found["verdicts"]}
    assert [each["standing"] for each in of["PR-08.1"]["reviews"]] == ["lapsed"]
    assert {each["standing"] for each in of["PG-01.1"]["reviews"]} == {"contradicted"}
    assert of["PR-12.2"]["reviews"][0]["answer"] == "ready"
    assert [each["code"] for each in found["findings"]] == ["EC415"]
    assert found["tally"]["by_people"] == 1
    assert all(each["machine_status"] == each["status"] for each in of.values() if not each["reviews"])


def test_the_working_paper_has_both_statuses_and_a_sheet_of_decisions() -> None:
    words = CONTEXT.catalog
    results = results_of(decided(), CONTEXT)
    table = requirements(results, words)
    row = next(each for each in table.rows if each[0].lines == ("PR-01.2",))
    told = dict(zip(table.columns, row, strict=True))
    assert told["status"].lines == ("✔ Terpenuhi (menurut orang)",)
    assert told["machine"].lines == ("? Perlu ditinjau",) and len(told["reviews"].lines) == 1
    (sheet,) = [each for each in tables_of(results, words) if each.key == "reviews"]
    assert len(sheet.rows) == 7
    assert "reviews" not in {each.key for each in tables_of(results_of(sample(), CONTEXT), words)}


def test_a_rejected_paper_has_its_next_step() -> None:
    gap = next(each for each in results_of(decided(), CONTEXT).gaps if each.requirement == "PR-01.1")
    assert gap.happened.startswith("“SK Standar Pelayanan FINAL.pdf” halaman 1 ditolak") and gap.advice


def test_the_terminal_says_how_decisions_stand() -> None:
    text = shown("text")
    assert "Keputusan orang: 4 berlaku, 1 gugur, 2 ditangguhkan, 0 tidak dipakai." in text
    assert "EC415" in text
