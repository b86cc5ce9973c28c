"""JUnit and SARIF, for those who script: whole, well formed, and in agreement with the results."""

from __future__ import annotations

import json
import re
from typing import Any

import golden
import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from readiness import CHECKED_AT, NAMES, NIP_BAGUS, VERDICTS, hostile, sample

from evidence_check.messages.catalog import LANGUAGES, load
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report import junit, sarif
from evidence_check.report.context import Context
from evidence_check.report.results import results_of
from evidence_check.report.tallies import is_gap

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
HIDING = re.compile("[\u200b\u202e\u2066\x1b]")


def log_of(readiness: Readiness, context: Context = CONTEXT) -> Any:
    return json.loads(sarif.render(readiness, context))


def test_both_are_the_kept_ones() -> None:
    golden.check("report.xml", junit.render(sample(), CONTEXT))
    golden.check("report.sarif", sarif.render(sample(), CONTEXT))


def test_a_gap_fails_an_unread_file_is_an_error_and_the_counts_add_up() -> None:
    root = etree.fromstring(junit.render(sample(), CONTEXT))
    results = results_of(sample(), CONTEXT)
    failed = [case.get("name").split()[0] for case in root.iterfind(".//testcase[failure]")]
    assert failed == [verdict.requirement for verdict in results.verdicts if is_gap(verdict)]
    assert len(root.findall(".//error")) == 2 and len(root.findall(".//skipped")) == 4
    for element in (root, *root):
        cases = element.findall(".//testcase")
        assert int(element.get("tests")) == len(cases)
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(element.get(key)) == len(element.findall(f".//{tag}"))
    assert int(root.get("tests")) == len(VERDICTS) + 2


def test_junit_has_the_shape_its_readers_expect() -> None:
    root = etree.fromstring(junit.render(sample(), CONTEXT))
    assert root.tag == "testsuites" and {suite.tag for suite in root} == {"testsuite"}
    for suite in root:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp"))
        assert {case.tag for case in suite} == {"testcase"}
        for case in suite:
            assert set(case.attrib) == {"name", "classname", "time"}
            assert len([each for each in case if each.tag in ("failure", "error", "skipped")]) <= 1
            assert {each.tag for each in case} <= {"failure", "error", "skipped", "system-out"}


TEXT = {
    "type": "object", "required": ["text"], "additionalProperties": False,
    "properties": {"text": {"type": "string", "minLength": 1}},
}  # fmt: skip
ARTIFACT = {
    "type": "object", "required": ["uri", "uriBaseId"], "additionalProperties": False,
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~%/-]+$"}, "uriBaseId": {"const": "FOLDER"}},
}  # fmt: skip
LOCATION = {
    "type": "object", "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object", "required": ["artifactLocation"], "additionalProperties": False,
            "properties": {"artifactLocation": ARTIFACT},
        },
        "properties": {"type": "object"},
    },
}  # fmt: skip
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object", "required": ["message", "ruleId", "ruleIndex", "level"], "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string", "minLength": 1},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "properties": {"type": "object"},
    },
    # SARIF 2.1.0, 3.27.10: what is no failure has no level.
    "if": {"required": ["kind"], "properties": {"kind": {"not": {"const": "fail"}}}},
    "then": {"properties": {"level": {"const": "none"}}},
}  # fmt: skip
RULE = {
    "type": "object", "required": ["id", "shortDescription"], "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 1}, "shortDescription": TEXT, "fullDescription": TEXT,
        "properties": {"type": "object"},
    },
}  # fmt: skip
NOTIFICATION = {
    "type": "object", "required": ["message"], "additionalProperties": False,
    "properties": {
        "descriptor": {"type": "object", "required": ["id"]}, "level": LEVEL, "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
    },
}  # fmt: skip
RUN = {
    "type": "object", "required": ["tool", "results"], "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object", "required": ["driver"], "additionalProperties": False,
            "properties": {"driver": {
                "type": "object", "required": ["name", "rules"], "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"}, "semanticVersion": {"type": "string"},
                    "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                },
            }},
        },
        "language": {"type": "string", "pattern": "^[a-z]{2}$"},
        "originalUriBaseIds": {"type": "object", "additionalProperties": {"type": "object"}},
        "invocations": {"type": "array", "items": {
            "type": "object", "required": ["executionSuccessful"], "additionalProperties": False,
            "properties": {
                "executionSuccessful": {"type": "boolean"},
                "toolExecutionNotifications": {"type": "array", "items": NOTIFICATION},
            },
        }},
        "artifacts": {"type": "array", "uniqueItems": True, "items": {
            "type": "object", "additionalProperties": False,
            "properties": {
                "location": ARTIFACT, "description": TEXT, "length": {"type": "integer", "minimum": -1},
                "hashes": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        }},
        "results": {"type": "array", "items": RESULT},
        "properties": {"type": "object"},
    },
}  # fmt: skip
# The part of the published schema of SARIF 2.1.0 that the report uses, in our own words and nowhere looser.
SARIF = Draft202012Validator({
    "type": "object", "required": ["version", "runs", "$schema"], "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": RUN},
    },
})  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sarif_has_the_published_shape(lang: str) -> None:
    context = Context(load(lang).naming(NAMES), CHECKED_AT)
    for readiness in (sample(), hostile()):
        assert [error.message for error in SARIF.iter_errors(log_of(readiness, context))] == []


def test_every_requirement_and_every_finding_is_a_result_of_its_rule() -> None:
    (run,) = log_of(sample())["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    stands = {result["ruleId"]: result for result in run["results"] if not result["ruleId"].startswith("EC")}
    assert list(stands) == [verdict.requirement.id for verdict in VERDICTS]
    kinds = {verdict.status: stands[verdict.requirement.id]["kind"] for verdict in VERDICTS}
    assert kinds[Status.MET] == "pass" and kinds[Status.DEFECTIVE] == kinds[Status.PARTIAL] == "fail"
    assert kinds[Status.UNSURE] == "review" and kinds[Status.NOT_APPLICABLE] == "notApplicable"
    assert stands["IN-01.3"]["kind"] == "fail" and stands["IN-02.6"]["kind"] == "informational"
    codes = {result["ruleId"] for result in run["results"]} - set(stands)
    assert {"EC101", "EC102", "EC201", "EC209", "EC215", "EC301"} <= codes
    unread = run["invocations"][0]["toolExecutionNotifications"]
    assert [each["descriptor"]["id"] for each in unread] == ["EC102", "EC101"]


def test_places_are_relative_and_tell_the_page() -> None:
    (run,) = log_of(sample())["runs"]
    (draft,) = [each for each in run["results"] if each["ruleId"] == "EC209" and "requirement" in each["properties"]]
    (place,) = draft["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "02%20Proses/Laporan%20SKM.pdf"
    assert place["properties"] == {"file": "02 Proses/Laporan SKM.pdf", "page": 1, "quote": "TAHUN 2024"}


@pytest.mark.parametrize("render", [junit.render, sarif.render])
def test_hostile_names_hide_nothing_and_identities_are_masked(render: Any) -> None:
    text = render(hostile(), CONTEXT).decode()
    assert not HIDING.search(text) and "‹U+202E›" in text
    assert NIP_BAGUS not in render(sample(), CONTEXT).decode()
    assert render(sample(), CONTEXT) == render(sample(), CONTEXT)
