"""`diff`, `todo`, `recap` and `check --since` as a person runs them: what they say, and what they refuse."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from readiness import NIP_BAGUS
from test_cli_check import office, state  # noqa: F401 - the folder of an office, made anew for each test

from evidence_check.model.outcome import Status


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of results of invented offices, made from the JSON of a check by hand."""
    from records import ITEMS

    place = tmp_path_factory.mktemp("hasil")
    base: dict[str, Any] = {
        "schema_version": "1.2", "program": {"name": "evidence-check", "version": "0.1.0"},
        "checklist": {"id": "contoh", "year": 2026, "name": "Penilaian Contoh"}, "office": "Dinas Sosial",
        "region": "Kota Arunika", "visit": "2026-08-12", "checked_at": "2026-07-01T08:00:00+07:00",
        "dimensions": [{"id": "01", "name": "Input"}, {"id": "02", "name": "Proses"}],
        "indicators": [{"id": "IN-01", "name": "Hasil", "dimension": "01"},
                       {"id": "PR-01", "name": "Hukum", "dimension": "02"}],
        "files": [], "tally": {}, "changes": None,
    }  # fmt: skip
    verdicts = [
        {
            "requirement": each.requirement, "indicator": each.indicator, "name": f"{each.name} {NIP_BAGUS}",
            "method": "document", "optional": each.optional, "status": each.status.value, "documents": [],
            "advice": {"code": None, "message": each.advice}, "happened": each.happened,
            "in_charge": each.in_charge or None,
        }
        for each in ITEMS
    ]  # fmt: skip
    better = [each | ({"status": Status.MET.value} if each["requirement"] == "IN-01.2" else {}) for each in verdicts]
    results = {
        "lama": base | {"verdicts": verdicts},
        "baru": base | {"verdicts": better, "checked_at": "2026-07-15T08:00:00+07:00"},
        "lain": base | {"verdicts": verdicts, "office": "Dinas Kesehatan"},
        "daftar-lain": base | {"verdicts": verdicts, "checklist": {"id": "lain", "year": 2026, "name": "Lain"}},
        "masa-depan": base | {"verdicts": verdicts, "schema_version": "2.0"},
        "cacat": base | {"verdicts": [{"requirement": "x"}]},
    }
    for name, result in results.items():
        (place / f"{name}.json").write_text(json.dumps(result), "utf-8")
    (place / "rusak.json").write_text('{"schema_version": "1.2",\n', "utf-8")
    (place / "asing.json").write_text("[]", "utf-8")
    return place


# ---------------------------------------------------------------- diff


def test_diff_tells_what_changed(kept: Path) -> None:
    ran = run("diff", kept / "lama.json", kept / "baru.json")
    assert ran.code == 0, ran.err
    assert "Tertutup, kini Terpenuhi (1)" in ran.out and "IN-01.2" in ran.out
    assert "Kunjungan 12 Agustus 2026: 28 hari lagi, 3 butir masih terbuka." in ran.out
    assert "Closed, Met now (1)" in run("diff", kept / "lama.json", kept / "baru.json", "--lang", "en").out
    assert NIP_BAGUS not in ran.out


def test_diff_backwards_says_that_the_order_is_wrong(kept: Path) -> None:
    ran = run("diff", kept / "baru.json", kept / "lama.json")
    assert ran.code == 0 and "EC510" in ran.out and "Kekurangan baru (1)" in ran.out


def test_diff_takes_another_day_of_the_visit(kept: Path) -> None:
    ran = run("diff", kept / "lama.json", kept / "baru.json", "--visit", "2026-07-30")
    assert "30 Juli 2026: 15 hari lagi" in ran.out


@pytest.mark.parametrize("day", ["12 Agustus 2026", "2026-02-30", "20260812", "2026-8-1"])
def test_a_day_that_is_none_is_a_wrong_command_line(kept: Path, day: str) -> None:
    ran = run("diff", kept / "lama.json", kept / "baru.json", "--visit", day)
    assert ran.code == 2 and "--visit" in ran.err


@pytest.mark.parametrize(
    ("old", "code"),
    [("lain.json", "EC508"), ("daftar-lain.json", "EC507"), ("masa-depan.json", "EC504"), ("rusak.json", "EC502"),
     ("asing.json", "EC503"), ("cacat.json", "EC505"), ("tiada.json", "EC501")],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_cannot_be_compared_is_told_in_plain_words(kept: Path, old: str, code: str, lang: str) -> None:
    ran = run("diff", kept / old, kept / "baru.json", "--lang", lang)
    assert ran.code == 4 and ran.out == ""
    assert code in ran.err and old in ran.err and len(ran.err.splitlines()) == 2


def test_an_office_that_changed_its_name_is_compared_when_asked(kept: Path) -> None:
    assert run("diff", kept / "lain.json", kept / "baru.json", "--renamed").code == 0


def test_diff_writes_its_forms_but_never_over_a_result(kept: Path, tmp_path: Path) -> None:
    both = (kept / "lama.json", kept / "baru.json")
    ran = run("diff", *both, "--output", tmp_path / "a.html", "--output", tmp_path / "a.json")
    assert ran.code == 0, ran.err
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["pace"]["closed"] == 1
    assert str(tmp_path / "a.html") in ran.out
    before = state(kept)
    refused = run("diff", *both, "--output", both[1])
    assert refused.code == 2 and state(kept) == before
    assert run("diff", *both, "--output", tmp_path / "a.xlsx").code == 2
    assert json.loads(run("diff", *both, "--format", "json").out)["changes"]


# ---------------------------------------------------------------- todo


def test_todo_parts_the_list_by_who_is_in_charge(kept: Path) -> None:
    ran = run("todo", kept / "lama.json")
    assert ran.code == 0, ran.err
    assert ran.out.count("*Daftar kerja") == 3 and "*Daftar kerja Siti Aminah*" in ran.out
    assert NIP_BAGUS not in ran.out


@pytest.mark.parametrize(
    ("args", "told", "not_told"),
    [
        (["--by", "dimension"], "*Daftar kerja 01 Input*", "Siti"),
        (["--by", "indicator"], "*Daftar kerja PR-01 Hukum*", "Siti"),
        (["--only", "siti aminah"], "*Daftar kerja Siti Aminah*", "Bagas"),
        (["--by", "dimension", "--only", "01"], "*Daftar kerja 01 Input*", "Proses"),
        (["--visit", "2020-01-01"], "sudah lewat", "Batas"),
    ],
)  # fmt: skip
def test_todo_as_it_is_asked_for(kept: Path, args: list[str], told: str, not_told: str) -> None:
    ran = run("todo", kept / "lama.json", *args)
    assert ran.code == 0 and told in ran.out and not_told not in ran.out


def test_todo_for_nobody_names_those_there_are(kept: Path) -> None:
    ran = run("todo", kept / "lama.json", "--only", "Wening")
    assert ran.code == 2 and "Siti Aminah, Bagas Tirtayasa" in ran.err


def test_todo_to_print_and_as_csv(kept: Path, tmp_path: Path) -> None:
    ran = run("todo", kept / "lama.json", "--output", tmp_path / "a.html", "--output", tmp_path / "a.csv")
    assert ran.code == 0, ran.err
    assert "☐" in (tmp_path / "a.html").read_text("utf-8")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfDaftar;")


def test_todo_of_a_folder_checks_it_first_and_leaves_it_alone(office: Path, tmp_path: Path) -> None:  # noqa: F811
    (office / "maklumat pelayanan.docx").unlink()
    with (office / "evidence-check.yaml").open("a", encoding="utf-8") as own:
        own.write("visit: 2099-08-12\nin_charge: [{name: Siti Aminah, items: [IN-01]}]\n")
    before = state(office)
    ran = run("todo", office)
    assert ran.code == 0, ran.err
    assert "*Daftar kerja Siti Aminah*" in ran.out and "Batas: 11 Agustus 2099" in ran.out
    assert state(office) == before
    inside = run("todo", office, "--output", office / "a.html")
    assert inside.code == 2 and state(office) == before


@pytest.mark.parametrize("name", ["tiada", "tiada.json"])
def test_todo_of_nothing_is_told(tmp_path: Path, name: str) -> None:
    ran = run("todo", tmp_path / name)
    assert ran.code == 4 and "EC501" in ran.err


def test_a_charge_for_what_the_checklist_lacks_is_told(office: Path) -> None:  # noqa: F811
    with (office / "evidence-check.yaml").open("a", encoding="utf-8") as own:
        own.write("in_charge: [{name: Siti Aminah, items: [IN-1]}]\n")
    ran = run("todo", office)
    assert ran.code == 3 and "IN-1" in ran.err and "IN-01" in ran.err


# ---------------------------------------------------------------- recap


def test_recap_lays_offices_side_by_side(kept: Path, tmp_path: Path) -> None:
    names = ("lama", "baru", "lain")
    asked = [part for suffix in ("html", "xlsx", "csv") for part in ("--output", tmp_path / f"a.{suffix}")]
    ran = run("recap", *(kept / f"{name}.json" for name in names), *asked)
    assert ran.code == 0, ran.err
    assert "2 kantor dari 3 hasil" in ran.out and "▲ Maju" in ran.out and "2 dari 2 kantor" in ran.out
    assert all((tmp_path / f"a.{suffix}").stat().st_size > 500 for suffix in ("html", "xlsx", "csv"))
    assert NIP_BAGUS not in ran.out + (tmp_path / "a.html").read_text("utf-8")


def test_an_overview_leads_to_the_reports_beside_the_results(kept: Path, tmp_path: Path) -> None:
    place = tmp_path / "hasil dinas"
    place.mkdir()
    (place / "lama.json").write_bytes((kept / "lama.json").read_bytes())
    (place / "lama.html").write_text("<p>laporan", "utf-8")
    assert run("recap", place, "--output", tmp_path / "rekap.html").code == 0
    assert 'href="./hasil%20dinas/lama.html"' in (tmp_path / "rekap.html").read_text("utf-8")


def test_an_older_result_is_used_and_told(kept: Path, tmp_path: Path) -> None:
    told = json.loads((kept / "lama.json").read_text("utf-8"))
    for name in ("region", "visit", "dimensions", "indicators", "changes"):
        told.pop(name)
    (tmp_path / "lama.json").write_text(json.dumps(told | {"schema_version": "1.1"}), "utf-8")
    for args in (("todo", tmp_path / "lama.json"), ("recap", tmp_path / "lama.json"),
                 ("diff", tmp_path / "lama.json", kept / "baru.json")):  # fmt: skip
        ran = run(*args)
        assert ran.code == 0 and "EC506" in ran.out + ran.err


def test_recap_of_a_folder_goes_on_without_what_it_cannot_use(kept: Path) -> None:
    ran = run("recap", kept)
    assert ran.code == 4
    assert all(code in ran.out for code in ("EC502", "EC503", "EC504", "EC505")) and "3 kantor dari 4 hasil" in ran.out


@pytest.mark.parametrize(("name", "code"), [("rusak.json", "EC502"), ("tiada.json", "EC501"), ("kosong", "EC512")])
def test_recap_of_nothing_usable_is_told(kept: Path, tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "kosong").mkdir()
    ran = run("recap", tmp_path / name if name == "kosong" else kept / name)
    assert ran.code == 4 and code in ran.err and ran.out == ""


def test_recap_of_nothing_at_all_is_a_wrong_command_line() -> None:
    assert run("recap").code == 2


# ---------------------------------------------------------------- check


def test_check_tells_what_changed_since_an_earlier_result(office: Path, tmp_path: Path) -> None:  # noqa: F811
    paper = (office / "maklumat pelayanan.docx").read_bytes()
    (office / "maklumat pelayanan.docx").unlink()
    assert run("check", office, "--output", tmp_path / "lama.json").code == 1
    (office / "maklumat pelayanan.docx").write_bytes(paper)
    asked = ("--since", tmp_path / "lama.json", "--visit", "2099-12-31", "--output", tmp_path / "baru.json")
    ran = run("check", office, *asked, "--output", tmp_path / "baru.html")
    assert ran.code == 0, ran.err
    assert "Tertutup, kini Terpenuhi (1)" in ran.out and "31 Desember 2099" in ran.out
    assert "Tertutup, kini Terpenuhi (1)" in (tmp_path / "baru.html").read_text("utf-8")
    told = json.loads((tmp_path / "baru.json").read_text("utf-8"))
    assert told["changes"]["changes"][0]["move"] == "closed" and told["visit"] == "2099-12-31"
    assert told["changes"]["since"]["source"] == "lama.json"
    same = run("diff", tmp_path / "baru.json", tmp_path / "baru.json")
    assert same.code == 0 and "Tidak ada butir yang berubah." in same.out


@pytest.mark.parametrize(
    ("change", "code"),
    [({"office": "Dinas Kesehatan"}, "EC508"), ({"checklist": {"id": "lain", "year": 2026, "name": "L"}}, "EC507"),
     ({"schema_version": "3.0"}, "EC504")],
)  # fmt: skip
def test_check_refuses_what_it_cannot_compare_with_before_reading(
    office: Path, tmp_path: Path, change: dict[str, Any], code: str  # noqa: F811
) -> None:
    run("check", office, "--output", tmp_path / "lama.json")
    told = json.loads((tmp_path / "lama.json").read_text("utf-8")) | change
    (tmp_path / "lama.json").write_text(json.dumps(told), "utf-8")
    ran = run("check", office, "--since", tmp_path / "lama.json", "--output", tmp_path / "baru.json")
    assert ran.code == 4 and code in ran.err and not (tmp_path / "baru.json").exists()


def test_the_earlier_result_may_be_replaced_by_the_new_one(office: Path, tmp_path: Path) -> None:  # noqa: F811
    result = tmp_path / "hasil.json"
    run("check", office, "--output", result)
    ran = run("check", office, "--since", result, "--output", result)
    assert ran.code == 0 and json.loads(result.read_text("utf-8"))["changes"]["changes"] == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that may not be read")
def test_a_result_that_may_not_be_read_is_told(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes((kept / "lama.json").read_bytes())
    path.chmod(0)
    assert "EC501" in run("diff", path, kept / "baru.json").err
