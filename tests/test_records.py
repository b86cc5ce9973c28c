"""Results read back: what a check wrote comes back whole, and whatever is wrong is told in plain words."""

from __future__ import annotations

import copy
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness import CHECKED_AT, NAMES, NIP_BAGUS, SKP, hostile, sample

from evidence_check.errors import ResultError
from evidence_check.messages.catalog import load
from evidence_check.model.asked import Charge
from evidence_check.model.outcome import Readiness, Status
from evidence_check.model.records import Field, Proof
from evidence_check.records.document import MAJOR, record_of
from evidence_check.records.reading import LIMIT, read, read_all, results_in
from evidence_check.report.context import Context
from evidence_check.report.json_report import SCHEMA_VERSION, render

CONTEXT = Context(load().naming(NAMES), CHECKED_AT, "../berkas")
MASKED = load().shown


def charged() -> Readiness:
    """Return the sample of an office that says who is in charge and when it is visited."""
    base = sample()
    charges = (Charge("Siti Aminah", ("PR-08.1", "02")), Charge("Bagas", ("PR-12",)), Charge("Wening", ("IN-02.1",)))
    return replace(base, office=replace(base.office, visit="2026-12-10", in_charge=charges))


def document(readiness: Readiness | None = None) -> dict[str, Any]:
    """Return the JSON of a check."""
    return dict(json.loads(render(readiness or charged(), CONTEXT)))


def test_a_check_comes_back_as_it_was_written() -> None:
    record = record_of(document(), "hasil.json", MASKED)
    assert (record.checklist, record.year, record.office) == ("contoh-2026", 2026, "Dinas Sosial")
    assert (record.region, record.visit, record.older) == ("Kabupaten Tirta Kencana", "2026-12-10", "")
    assert record.fields[2] == Field("PR-01", "Ketersediaan dasar hukum", "02", "Proses")
    assert [item.status for item in record.items] == [verdict.status for verdict in sample().verdicts]
    assert sorted(lost.code for lost in record.lost) == ["EC101", "EC102"] and record.files == 10
    assert record.day and record.day.isoformat() == "2026-11-22"
    skp = next(item for item in record.items if item.requirement == "PR-08.1")
    assert skp.proofs == (Proof(SKP.path, SKP.sha256, 1, 6),)
    assert skp.happened and skp.advice


def test_who_is_in_charge_is_named_as_closely_as_can_be() -> None:
    items = {item.requirement: item.in_charge for item in record_of(document(), "hasil.json", MASKED).items}
    assert items["PR-08.1"] == items["PR-01.1"] == "Siti Aminah"
    assert (items["PR-12.1"], items["IN-02.1"], items["IN-01.1"]) == ("Bagas", "Wening", "")


def test_the_shape_that_is_read_is_the_one_that_is_written() -> None:
    assert SCHEMA_VERSION.split(".")[0] == str(MAJOR)


def test_identities_are_masked_again_whoever_wrote_the_result() -> None:
    told = document()
    told["verdicts"][0]["name"] = f"SKP {NIP_BAGUS}"
    told["files"][0]["path"] = told["verdicts"][0]["documents"][0]["file"] = f"SKP {NIP_BAGUS}.pdf"
    assert NIP_BAGUS not in repr(record_of(told, "hasil.json", MASKED))
    assert NIP_BAGUS in repr(record_of(told, "hasil.json", str))


def without(*names: str) -> Callable[[dict[str, Any]], None]:
    def change(told: dict[str, Any]) -> None:
        for name in names:
            told.pop(name)

    return change


def older(told: dict[str, Any]) -> None:
    """Make it a result of the shape 1.1."""
    told["schema_version"] = "1.1"
    without("region", "visit", "dimensions", "indicators", "changes")(told)
    for verdict in told["verdicts"]:
        without("happened", "in_charge")(verdict)


def test_an_older_result_is_read_and_says_so() -> None:
    told = document()
    older(told)
    record = record_of(told, "hasil.json", MASKED)
    assert (record.older, record.fields, record.visit) == ("1.1", (), "")
    assert len(record.items) == 14 and record.items[0].advice


def test_a_newer_result_of_the_same_shape_is_read() -> None:
    told = document() | {"schema_version": "1.9", "surprise": [1]}
    assert record_of(told, "hasil.json", MASKED).older == ""


@pytest.mark.parametrize(
    ("change", "code", "params"),
    [
        ({"schema_version": "2.0"}, "EC504", {"version": "2.0", "known": "1.x"}),
        ({"schema_version": "0.9"}, "EC504", {"version": "0.9"}),
        ({"schema_version": "1"}, "EC503", {}), ({"schema_version": 1.1}, "EC503", {}),
        ({"program": {"name": "lain", "version": "1"}}, "EC503", {}), ({"program": None}, "EC503", {}),
        ({"files": None}, "EC505", {"field": "files"}), ({"files": [1]}, "EC505", {"field": "files[0]"}),
        ({"office": 7}, "EC505", {"field": "office"}), ({"office": "x" * 30_000}, "EC505", {"field": "office"}),
        ({"checklist": []}, "EC505", {"field": "checklist"}), ({"verdicts": {}}, "EC505", {"field": "verdicts"}),
        ({"checklist": {"id": "x", "year": "2026", "name": "X"}}, "EC505", {"field": "checklist.year"}),
        ({"checklist": {"id": "x", "year": True, "name": "X"}}, "EC505", {"field": "checklist.year"}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_result_is_named(change: dict[str, Any], code: str, params: dict[str, str]) -> None:
    with pytest.raises(ResultError) as caught:
        record_of(document() | change, "hasil.json", MASKED)
    assert caught.value.code == code
    assert dict(caught.value.params) == {"file": "hasil.json", **dict(caught.value.params), **params}


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("status", "Terpenuhi", "verdicts[2].status"), ("status", None, "verdicts[2].status"),
        ("optional", 1, "verdicts[2].optional"), ("advice", "teks", "verdicts[2].advice"),
        ("requirement", "IN-01.1", "verdicts[2].requirement"),
        ("documents", [{"file": "a", "pages": [1]}], "verdicts[2].documents[0].pages"),
        ("documents", [{"file": "a", "pages": [0, 1]}], "verdicts[2].documents[0].pages"),
        ("documents", [{"file": "a", "pages": [True, 1]}], "verdicts[2].documents[0].pages"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_verdict_is_named(field: str, value: Any, named: str) -> None:
    told = document()
    told["verdicts"][2][field] = value
    with pytest.raises(ResultError) as caught:
        record_of(told, "hasil.json", MASKED)
    assert (caught.value.code, dict(caught.value.params)["field"]) == ("EC505", named)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
WHOLE = document()


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(each for key, inner in pairs for each in places(inner, (*way, key)))]


PLACES = [way for way in places(WHOLE) if way]


@given(st.sampled_from(PLACES), json_values)
def test_a_result_spoilt_anywhere_is_read_or_refused(way: tuple[Any, ...], value: Any) -> None:
    told = copy.deepcopy(WHOLE)
    inner = told
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    try:
        record_of(told, "hasil.json", MASKED)
    except ResultError as error:
        message, advice = load().error(error)
        assert message.startswith(error.code) and advice


@given(json_values)
def test_any_other_json_is_refused(value: Any) -> None:
    with pytest.raises(ResultError) as caught:
        record_of(value, "x.json", MASKED)
    assert caught.value.code == "EC503"


# ---------------------------------------------------------------- from disk


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "EC502"), (b'{"schema_version": "1.2",\n"program"', "EC502"), (b"\xff\xfe{}", "EC503"),
        (b"[" * 200_000, "EC503"), (b"9" * 10_000, "EC503"), (b"null", "EC503"), (b"[]", "EC503"), (b"{}", "EC503"),
        (b"%PDF-1.7", "EC502"), (b'{"program": "evidence-check"}', "EC503"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_result_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "hasil.json"
    path.write_bytes(data)
    with pytest.raises(ResultError) as caught:
        read(path, MASKED)
    assert caught.value.code == code


def test_the_line_of_the_damage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "hasil.json"
    path.write_bytes(render(sample(), CONTEXT)[:5000])
    with pytest.raises(ResultError) as caught:
        read(path, MASKED)
    assert int(dict(caught.value.params)["line"]) > 100
    message, _ = load().error(caught.value)
    assert "“hasil.json” bukan JSON yang utuh" in message


@pytest.mark.parametrize("name", ["tiada.json", "folder", "rusak\0.json"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ResultError) as caught:
        read(tmp_path / name, MASKED)
    assert caught.value.code in ("EC501", "EC503")


def test_a_file_far_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "besar.json"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    with pytest.raises(ResultError) as caught:
        read(path, MASKED)
    assert caught.value.code == "EC503"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.json")
    with pytest.raises(ResultError) as caught:
        read(tmp_path / "pipa.json", MASKED)
    assert caught.value.code == "EC503"


def test_many_results_are_read_and_those_that_cannot_be_are_told(tmp_path: Path) -> None:
    inner = tmp_path / "hasil" / "dinas"
    inner.mkdir(parents=True)
    (inner / "a.json").write_bytes(render(sample(), CONTEXT))
    (inner / "B.JSON").write_bytes(b"{}")
    (inner / "a.html").write_bytes(b"<p>")
    found = list(results_in([tmp_path / "hasil", tmp_path / "tiada.json", tmp_path / "rusak\0.json"]))
    assert [source for source, _ in found] == ["dinas/B.JSON", "dinas/a.json", "tiada.json", "rusak\0.json"]
    records, refused = read_all(found, MASKED)
    assert [record.source for record in records] == ["dinas/a.json"]
    assert [(each.code, each.place.file) for each in refused if each.place] == [
        ("EC503", "dinas/B.JSON"), ("EC501", "tiada.json"), ("EC501", "rusak\0.json"),
    ]  # fmt: skip


def test_results_of_one_name_are_told_apart_by_their_folder_and_no_more_of_the_way() -> None:
    found = results_in([Path("/a/dinsos/hasil.json"), Path("/a/dinkes/hasil.json")])
    assert [source for source, _ in found] == ["hasil.json", "dinkes/hasil.json"]


def test_hostile_texts_come_back_as_they_are_for_the_reports_to_show() -> None:
    record = record_of(document(hostile()), "hasil.json", MASKED)
    assert record.office == "<script>alert(1)</script>" and len(record.items) == 6
    assert {item.status for item in record.items} == {Status.DEFECTIVE}
