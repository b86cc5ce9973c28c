"""The results as SARIF 2.1.0: every requirement with how it stands, and every finding with its code."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import INSIDE, Level
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report.context import Context
from evidence_check.report.results import results_of
from evidence_check.report.shapes import FileShown, FindingShown, Results, VerdictShown
from evidence_check.report.tallies import is_gap
from evidence_check.report.telling import Told, told
from evidence_check.report.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FOLDER = "FOLDER"
LEVELS = {Level.ERROR: "error", Level.DOUBT: "warning", Level.NOTE: "note"}
KINDS = {
    Status.MET: "pass",
    Status.UNSURE: "review",
    Status.NOT_CHECKED: "open",
    Status.NOT_APPLICABLE: "notApplicable",
}

Json = dict[str, Any]


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the log in UTF-8."""
    results = results_of(readiness, context)
    text = json.dumps(_log(results, context.catalog), ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8")


def _log(results: Results, words: Catalog) -> Json:
    findings = told(results)
    asked = [_asked(each) for each in results.verdicts]
    rules = asked + [_coded(code, words) for code in sorted({each.finding.code for each in findings})]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    shown = [_requirement(each) for each in results.verdicts] + [_finding(each) for each in findings]
    for result in shown:
        result["ruleIndex"] = places[result["ruleId"]]
    run = {
        "tool": {"driver": {"name": results.program, "semanticVersion": results.version, "rules": rules}},
        "language": words.lang,
        "originalUriBaseIds": {FOLDER: {"description": _message(results.office or words.ui("unnamed_office"))}},
        "invocations": [_invocation(results)],
        "artifacts": [_artifact(file) for file in results.files],
        "results": shown,
        "properties": {"checklist": results.checklist, "year": results.year, "checkedAt": results.checked_at},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _asked(verdict: VerdictShown) -> Json:
    return {
        "id": verdict.requirement,
        "shortDescription": _message(verdict.name or verdict.requirement),
        "properties": {"indicator": verdict.indicator, "basis": verdict.basis, "optional": verdict.optional},
    }


def _coded(code: str, words: Catalog) -> Json:
    return {
        "id": code,
        "shortDescription": _message(words.title(code)),
        "fullDescription": _message(words.meaning(code)),
    }


def _requirement(verdict: VerdictShown) -> Json:
    """Return how a requirement stands; only a gap is a failure, and only a failure may have a level."""
    gap = is_gap(verdict) and verdict.status is not Status.UNSURE
    rests = verdict.matches or verdict.near_misses
    return {
        "ruleId": verdict.requirement,
        "kind": "fail" if gap else KINDS.get(verdict.status, "informational"),
        "level": "error" if gap else "none",
        "message": _message(" ".join(filter(None, (verdict.happened, verdict.advice))) or verdict.name),
        "locations": [_location(each.file, each.place.page, each.place.quote) for each in rests],
        "properties": {"status": str(verdict.status), "counted": len(verdict.matches), **_decided(verdict)},
    }


def _decided(verdict: VerdictShown) -> Json:
    """Return what people decided, and the program's own status beside it; nothing where nobody did."""
    if not verdict.reviews:
        return {}
    machine = str(verdict.machine or verdict.status)
    return {"machineStatus": machine, "decisions": [visible(each.text) for each in verdict.reviews]}


def _finding(about: Told) -> Json:
    finding = about.finding
    page, said = (finding.place.page, finding.place.quote) if finding.place else (0, "")
    result: Json = {
        "ruleId": finding.code,
        "level": LEVELS[Level(finding.level)],
        "message": _message(finding.message),
        "locations": [_location(about.file, page, said)] if about.file else [],
        "properties": {"advice": visible(finding.advice)},
    }
    if about.requirement:
        result["properties"]["requirement"] = visible(about.requirement)
    return result


def _location(file: str, page: int, said: str) -> Json:
    """Return where a statement rests: SARIF knows lines and characters but no pages, so these are properties."""
    properties: Json = {"file": visible(file), "page": page}
    if said:
        properties["quote"] = visible(said)
    return {"physicalLocation": {"artifactLocation": _place(file)}, "properties": properties}


def _place(file: str) -> Json:
    outer = file.partition(INSIDE)[0]
    return {"uri": quote(outer, safe="/", errors="surrogateescape"), "uriBaseId": FOLDER}


def _artifact(file: FileShown) -> Json:
    return {
        "location": _place(file.path),
        "description": _message(file.path),
        "length": file.size,
        "hashes": {"sha-256": file.sha256},
    }


def _invocation(results: Results) -> Json:
    failed = [(file, file.unreadable) for file in results.files if file.unreadable]
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [_unread(file, finding) for file, finding in failed],
    }


def _unread(file: FileShown, finding: FindingShown) -> Json:
    return {
        "descriptor": {"id": finding.code},
        "level": LEVELS[Level(finding.level)],
        "message": _message(finding.message),
        "locations": [_location(file.path, 0, "")],
    }


def _message(text: str) -> Json:
    return {"text": visible(text)}
