"""The JSON report keeps its published shape."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import Any

import golden
import pytest
from jsonschema import Draft202012Validator
from readiness import CHECKED_AT, NAMES, NIP_BAGUS, NIP_RETNO, hostile, sample

from evidence_check.messages.catalog import load
from evidence_check.model.outcome import Readiness, Status, Tally
from evidence_check.report.context import Context
from evidence_check.report.json_report import SCHEMA_VERSION, render

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")


def schema() -> dict[str, Any]:
    found = resources.files("evidence_check.report").joinpath("result.schema.json").read_text("utf-8")
    return dict(json.loads(found))


def empty() -> Readiness:
    base = sample()
    return replace(
        base, verdicts=(), tally=Tally(()), contents=(), evidence=(), unreadable=(), unasked=(),
    )  # fmt: skip


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["schema_version"]["const"] == SCHEMA_VERSION


@pytest.mark.parametrize("make", [sample, hostile, empty])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_real_outputs_are_valid(make: Any, lang: str) -> None:
    found = json.loads(render(make(), replace(CONTEXT, catalog=load(lang).naming(NAMES))))
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(found)] == []


def test_the_schema_refuses_what_is_not_published() -> None:
    found = json.loads(render(sample(), CONTEXT))
    found["verdicts"][0]["status"] = "Terpenuhi"
    found["surprise"] = 1
    assert len(list(Draft202012Validator(schema()).iter_errors(found))) == 2


def test_the_same_input_gives_the_same_bytes_but_for_the_time() -> None:
    first = render(sample(), CONTEXT)
    later = render(sample(), replace(CONTEXT, checked_at="2027-01-01T00:00:00+07:00"))
    assert first == render(sample(), CONTEXT)
    assert later.replace(b"2027-01-01T00:00:00+07:00", CHECKED_AT.encode()) == first


def test_the_shape_others_build_on() -> None:
    data = render(sample(), CONTEXT)
    found = json.loads(data)
    assert list(found) == [
        "schema_version", "program", "checklist", "office", "region", "visit", "checked_at", "dimensions",
        "indicators", "files", "verdicts", "findings", "tally", "personal_data", "changes",
    ]  # fmt: skip
    assert found["checklist"] == {"id": "contoh-2026", "year": 2026, "name": "Penilaian Contoh 2026"}
    assert found["tally"]["counts"] == {
        "met": 3, "partial": 1, "defective": 2, "unsure": 2, "missing": 3, "not_checked": 2, "not_applicable": 1,
    }  # fmt: skip
    assert [found["tally"][key] for key in ("total", "judged", "required", "ready")] == [14, 11, 10, 3]
    assert [found["tally"][key] for key in ("percent", "ready_min", "ready_max")] == [30, 30, 50]
    assert data.endswith(b"}\n") and b"\r" not in data
    assert set(found["tally"]["counts"]) == {str(status) for status in Status}


def test_every_met_requirement_shows_file_page_and_quote() -> None:
    met = [verdict for verdict in json.loads(render(sample(), CONTEXT))["verdicts"] if verdict["status"] == "met"]
    assert met
    for verdict in met:
        assert all(each["file"] and each["place"]["page"] and each["place"]["quote"] for each in verdict["documents"])
        assert verdict["documents"]


def test_a_type_in_doubt_is_not_stated() -> None:
    files = {file["path"]: file for file in json.loads(render(sample(), CONTEXT))["files"]}
    doubtful = files["lain-lain/undangan rapat.docx"]["documents"][0]
    assert doubtful["type"] is None and doubtful["score"] == 0.8 and doubtful["reasons"]
    assert doubtful["abstained"] == {"because": "margin", "nearest": "undangan"}
    assert doubtful["runner_up"] == {"type": "notulen", "score": 0.724, "margin": 0.076}
    assert files["02 Proses/Laporan SKM.pdf"]["documents"][0]["type"] == "laporan_skm"
    assert files["02 Proses/Laporan SKM.pdf"]["documents"][0]["abstained"] is None


def test_identity_numbers_are_masked() -> None:
    text = render(sample(), CONTEXT).decode()
    assert NIP_RETNO not in text and NIP_BAGUS not in text
    assert "19910705 201503 1 004" not in text and "0812-3456-7890" not in text
    assert NIP_RETNO in render(sample(), replace(CONTEXT, identities=True)).decode()


def test_a_name_that_is_no_text_survives_the_way_through_json() -> None:
    paths = [file["path"] for file in json.loads(render(hostile(), CONTEXT))["files"]]
    assert "rusak\udcff.pdf" in paths and "dua\nbaris\r\x1b[31m.pdf" in paths


def test_it_is_the_kept_report() -> None:
    golden.check("report.json", render(sample(), CONTEXT))


def test_the_schema_names_its_version() -> None:
    assert schema()["$id"] == f"urn:evidence-check:result:{SCHEMA_VERSION}"


def test_every_date_that_has_a_word_is_published() -> None:
    assert set(schema()["$defs"]["named_date"]["properties"]["name"]["enum"]) == set(load().texts["dates"])
