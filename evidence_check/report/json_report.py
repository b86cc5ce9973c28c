"""The results as JSON for other programs; the shape is published in `result.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from evidence_check.model.outcome import Readiness
from evidence_check.report.changes_json import as_json
from evidence_check.report.context import Context
from evidence_check.report.results import results_of
from evidence_check.report.shapes import (
    CellShown,
    FactShown,
    FileShown,
    FindingShown,
    MatchShown,
    PaperShown,
    PersonShown,
    PlaceShown,
    ReasonShown,
    Results,
    ReviewShown,
    TallyShown,
    VerdictShown,
)

SCHEMA_VERSION = "1.2"

Json = dict[str, Any]


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the results as UTF-8 JSON; the same readiness gives the same bytes, `checked_at` aside."""
    text = json.dumps(document_of(results_of(readiness, context)), ensure_ascii=False, indent=2)
    # A file name that is no valid text holds lone surrogates; as escapes they stay valid JSON.
    return (text + "\n").encode("utf-8", errors="backslashreplace")


def document_of(results: Results) -> Json:
    """Return the results as plain dictionaries and lists."""
    return {
        "schema_version": SCHEMA_VERSION,
        "program": {"name": results.program, "version": results.version},
        "checklist": {"id": results.checklist, "year": results.year, "name": results.checklist_name},
        "office": results.office,
        "region": results.region,
        "visit": results.visit or None,
        "checked_at": results.checked_at,
        "dimensions": [{"id": each.id, "name": each.name} for each in results.dimensions],
        "indicators": [
            {"id": each.id, "name": each.name, "dimension": dimension.id}
            for dimension in results.dimensions
            for each in dimension.indicators
        ],
        "files": [_file(file) for file in results.files],
        "verdicts": [_verdict(verdict) for verdict in results.verdicts],
        "findings": [_finding(finding) for finding in results.findings],
        "tally": _tally(results.tally),
        "personal_data": [
            {"file": each.file, "page": each.page, "sort": each.sort, "count": each.count} for each in results.personal
        ],
        "changes": as_json(results.changes) if results.changes else None,
    }


def _file(file: FileShown) -> Json:
    unreadable = file.unreadable
    return {
        "path": file.path,
        "size": file.size,
        "sha256": file.sha256,
        "kind": file.kind,
        "unreadable": {"code": unreadable.code, "reason": unreadable.message} if unreadable else None,
        "findings": [_finding(finding) for finding in file.findings],
        "documents": [_paper(paper) for paper in file.papers],
    }


def _paper(paper: PaperShown) -> Json:
    facts: Json = dict.fromkeys(("title", "number", "date", "year", "period", "about", "office"))
    for fact in paper.facts:
        facts[fact.name] = {"value": fact.value, "confidence": fact.confidence, "place": _place(fact.place)}
    signature = facts.pop("signature", None)
    facts["signatory"] = _person(paper.signatory) if paper.signatory else None
    facts["people"] = [_person(person) for person in paper.people]
    facts["signature"] = signature
    facts["signs"] = [_named(sign) for sign in paper.signs]
    facts["dates"] = [_named(date) for date in paper.dates]
    facts["figures"] = [_named(figure) for figure in paper.figures]
    facts["draft"] = paper.draft
    rival = paper.rival
    abstained = {"because": paper.doubt, "nearest": paper.nearest or None} if paper.doubt else None
    return {
        "pages": [paper.first, paper.last],
        "type": paper.type or None,
        "score": paper.score,
        "abstained": abstained,
        "reasons": [_reason(reason) for reason in paper.reasons],
        "runner_up": {"type": rival.type, "score": rival.score, "margin": rival.margin} if rival else None,
        "read_as": list(paper.read_as),
        "confidence": paper.confidence,
        "facts": facts,
        "findings": [_finding(finding) for finding in paper.findings],
    }


def _named(fact: FactShown) -> Json:
    """Return one of many facts of a sort: a sign, a date, a figure."""
    return {
        "name": fact.name,
        "value": fact.value,
        "of": fact.of or None,
        "confidence": fact.confidence,
        "place": _place(fact.place),
    }


def _verdict(verdict: VerdictShown) -> Json:
    return {
        "requirement": verdict.requirement,
        "indicator": verdict.indicator,
        "name": verdict.name,
        "method": verdict.method,
        "optional": verdict.optional,
        "status": str(verdict.status),
        "machine_status": str(verdict.status if verdict.machine is None else verdict.machine),
        "reviews": [_review(review) for review in verdict.reviews],
        "documents": [_match(match) for match in verdict.matches],
        "near_misses": [_match(match) for match in verdict.near_misses],
        "findings": [_finding(finding) for finding in verdict.findings],
        "components": [_cell(cell) for cell in verdict.matrix.cells] if verdict.matrix else [],
        "happened": verdict.happened,
        "advice": {"code": verdict.advice_code or None, "message": verdict.advice},
        "in_charge": verdict.in_charge or None,
        "basis": verdict.basis,
        "sources": list(verdict.sources),
    }


def _review(review: ReviewShown) -> Json:
    return {
        "decision": review.decision,
        "answer": review.answer or None,
        "by": review.by,
        "date": review.date,
        "reason": review.reason,
        "file": review.file or None,
        "page": review.page,
        "standing": review.standing,
    }


def _cell(cell: CellShown) -> Json:
    return {"product": cell.product or None, "name": cell.name, "there": cell.there, "place": _place(cell.place)}


def _match(match: MatchShown) -> Json:
    return {
        "file": match.file,
        "pages": [match.first, match.last],
        "score": match.score,
        "place": {"page": match.place.page, "quote": match.place.quote},
        "reasons": [_reason(reason) for reason in match.reasons],
        "failed": [_finding(finding) for finding in match.failed],
    }


def _finding(finding: FindingShown) -> Json:
    return {
        "code": finding.code,
        "level": finding.level,
        "message": finding.message,
        "advice": finding.advice,
        "place": _place(finding.place),
    }


def _reason(reason: ReasonShown) -> Json:
    return {"code": reason.code, "weight": reason.weight, "message": reason.text, "place": _place(reason.place)}


def _person(person: PersonShown) -> Json:
    return {
        "name": person.name,
        "role": person.role,
        "post": person.post,
        "nip": person.nip or None,
        "place": _place(person.place),
    }


def _place(place: PlaceShown | None) -> Json | None:
    return {"file": place.file, "page": place.page, "quote": place.quote} if place else None


def _tally(tally: TallyShown) -> Json:
    return {
        "counts": {str(status): count for status, count in tally.counts},
        "total": tally.total,
        "judged": tally.judged,
        "required": tally.required,
        "ready": tally.ready,
        "by_people": tally.by_people,
        "percent": tally.ready_min,
        "ready_min": tally.ready_min,
        "ready_max": tally.ready_max,
    }
