"""Many offices at once: each judged once, nothing done twice, a death costs what was in hand, all ways say the same."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import ROOT, checklist_in, run
from regency import MAKLUMAT, desk_at, how, office_in, regency, tasks_of, timeless, write_paper

from evidence_check.batching.overview import Gathering
from evidence_check.batching.run import run as judged
from evidence_check.executors.serial import Serial
from evidence_check.executors.workers import Workers
from evidence_check.messages.catalog import load
from evidence_check.model.batch import Turn, Wanted


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return regency(tmp_path)


def batch(root: Path, *more: object, **environment: str) -> tuple[int, list[str], str]:
    """Run a batch as a person does; return its exit code, its lines and what went wrong."""
    folder = root.parent
    asked = ["--output", folder / "laporan", "--checklist", checklist_in(folder), "--year", 2026, "--no-ocr"]
    ran = run("batch", root, *asked, *more, EVIDENCE_CHECK_LEDGER=str(folder / "hasil.sqlite3"), **environment)
    return ran.code, ran.out.splitlines(), ran.err


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}


def test_every_office_gets_its_report_and_all_one_overview(root: Path) -> None:
    (root / "rusak").mkdir()
    (root / "rusak" / "evidence-check.yaml").write_text("format: 1\noffice: [", "utf-8")
    (root / "rusak" / "a.txt").write_text("x")
    before, log = state(root), root.parent / "log.jsonl"
    code, lines, err = batch(root, "--log", log)
    assert code == 4, err
    assert [line.partition(":")[0] for line in lines[:5]] == [
        "[1/5] dinas 0", "[2/5] dinas 1", "[3/5] dinas 2", "[4/5] dinas 3", "[5/5] rusak"
    ]  # fmt: skip
    assert "100% siap (1 dari 1), 0 kekurangan" in lines[0] and "0% siap" in lines[1]
    assert "evidence-check.yaml" in lines[4] and state(root) == before
    reports = root.parent / "laporan"
    names = {f"dinas {number}.{form}" for number in range(4) for form in ("html", "json")}
    assert {path.name for path in reports.iterdir()} == names | {"rekap.html", "rekap.xlsx", "rekap.csv"}
    recap = (reports / "rekap.html").read_text("utf-8")
    assert "./dinas%200.html" in recap and "rusak" in recap and "EC513" in recap
    events = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [each["event"] for each in events if each.get("office") == "dinas 1"] == ["office_started", "office_checked"]
    assert events[0]["event"] == "run_started" and events[-1] == events[-1] | {"event": "run_ended", "state": "done"}
    (failed,) = (each for each in events if each["event"] == "office_failed")
    assert failed["office"] == "rusak" and failed["code"].startswith("checklist_")


def test_what_did_not_change_is_passed_over_and_what_did_is_judged_again(root: Path) -> None:
    assert batch(root)[0] == 1
    first = timeless(root.parent / "laporan")
    assert [line.endswith("(tidak berubah)") for line in batch(root)[1][:4]] == [True] * 4
    assert timeless(root.parent / "laporan") == first
    write_paper(root / "dinas 1" / "maklumat pelayanan.docx", MAKLUMAT.format(office="DINAS 1"))
    (root.parent / "laporan" / "dinas 2.html").unlink()
    code, lines, _ = batch(root)
    assert [line.endswith("(tidak berubah)") for line in lines[:4]] == [True, True, False, False]
    assert code == 1 and lines[2].startswith("[3/4] dinas 1: 100% siap")
    assert (root.parent / "laporan" / "dinas 2.html").exists()
    assert not any(line.endswith("(tidak berubah)") for line in batch(root, "--again")[1])
    assert not any(line.endswith("(tidak berubah)") for line in batch(root, "--show-identities")[1])


def test_a_new_office_joins_and_one_that_went_leaves_the_overview(root: Path) -> None:
    batch(root)
    office_in(root, "dinas baru")
    (root / "dinas 0").rename(root.parent / "disimpan")
    code, lines, _ = batch(root)
    recap = (root.parent / "laporan" / "rekap.csv").read_text("utf-8")
    assert code == 1 and len(lines) == 5
    assert "dinas baru" in recap and "dinas 0" not in recap


@pytest.mark.parametrize(("least", "code"), [(0, 0), (100, 1)])
def test_how_ready_is_ready_enough_can_be_said(root: Path, least: int, code: int) -> None:
    assert batch(root, "--fail-under", least)[0] == code


def test_all_ready_ends_with_0(tmp_path: Path) -> None:
    office_in(tmp_path / "akar", "dinas a")
    assert batch(tmp_path / "akar")[0] == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--output", "{root}/laporan"), "di dalam folder yang diperiksa"),
        (("--log", "{root}/log.jsonl"), "di dalam folder yang diperiksa"),
        (("--format", "html,pdf"), "--format"),
        (("--ledger", "postgresql://a:b@c/d"), "kata sandi"),
        (("--offices", "tiada.yaml"), "tiada.yaml"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(root: Path, more: tuple[str, str], told: str) -> None:
    before = state(root)
    code, lines, err = batch(root, more[0], more[1].format(root=root))
    assert code in (2, 3, 5) and told in err and not lines
    assert state(root) == before


def test_a_list_names_the_offices_and_what_is_asked_of_them(root: Path) -> None:
    listed = root.parent / "daftar.yaml"
    checklist_in(root.parent, "maklumat")
    (root.parent / "setelan.yaml").write_text("format: 1\noffice: Dinas Tiga\n", "utf-8")
    listed.write_text(
        "format: 1\nchecklist: satu.yaml\nyear: 2026\noffices:\n"
        "  - folder: dinas 0\n    office: Dinas Nol\n  - folder: dinas 3\n    settings: setelan.yaml\n",
        "utf-8",
    )
    asked = ("--offices", listed, "--output", root.parent / "laporan", "--no-ocr")
    ran = run("batch", root, *asked, EVIDENCE_CHECK_LEDGER=str(root.parent / "hasil.sqlite3"))
    assert ran.code == 1, ran.err
    told = [json.loads((root.parent / "laporan" / f"dinas {n}.json").read_text("utf-8"))["office"] for n in (0, 3)]
    assert told == ["Dinas Nol", "Dinas Tiga"]


def test_names_with_numbers_of_people_are_masked_on_the_way_out(tmp_path: Path) -> None:
    root, nip = tmp_path / "akar", "198503122010012005"
    office_in(root, f"SKP {nip}", ready=False)
    _, lines, err = batch(root, "--log", tmp_path / "log.jsonl")
    assert nip not in "\n".join(lines) + err + (tmp_path / "log.jsonl").read_text("utf-8")


# ------------------------------------------------------------ a death, and two at once


def started(root: Path, reports: Path, ledger: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "evidence_check", "batch", root, "--output", reports, "--no-ocr", "--jobs", "1",
               "--checklist", checklist_in(root.parent), "--year", "2026", "--ledger", ledger]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([*map(str, command)], env=environment, stdout=subprocess.PIPE, text=True)


def test_a_run_that_is_killed_is_taken_up_where_it_ended(tmp_path: Path) -> None:
    root, reports, ledger = regency(tmp_path, 6), tmp_path / "laporan", tmp_path / "hasil.sqlite3"
    killed = started(root, reports, str(ledger))
    assert killed.stdout is not None
    said = [killed.stdout.readline() for _ in range(2)]
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert all("siap" in line for line in said)
    free_the_dead(ledger)
    code, lines, err = batch(root)
    assert code == 1, err
    assert [line.endswith("(tidak berubah)") for line in lines[:2]] == [True, True]
    fresh = tmp_path / "segar"
    asked = ("--output", fresh, "--no-ocr", "--checklist", checklist_in(tmp_path), "--year", 2026)
    run("batch", root, *asked, EVIDENCE_CHECK_LEDGER=str(tmp_path / "segar.sqlite3"))
    assert timeless(reports) == timeless(fresh)


def free_the_dead(ledger: Path) -> None:
    """Let the time of what a dead run had in hand pass."""
    import sqlite3

    with sqlite3.connect(ledger) as link:
        link.execute("UPDATE claims SET until = 0")
    link.close()


def test_two_runs_at_once_share_the_offices_out(tmp_path: Path) -> None:
    root, ledger = regency(tmp_path, 6), str(tmp_path / "hasil.sqlite3")
    both = [started(root, tmp_path / "laporan", ledger) for _ in range(2)]
    outs = [process.communicate(timeout=240)[0] for process in both]
    assert [process.returncode for process in both] == [1, 1]
    told = [re.sub(r"^\[\d+/\d+\] ", "", line) for out in outs for line in out.splitlines() if line.startswith("[")]
    judged_once = [line.partition(":")[0] for line in told if not line.endswith("(tidak berubah)")]
    assert sorted(judged_once) == [f"dinas {number}" for number in range(6)]
    assert len(told) == 12


# ------------------------------------------------------------ all ways say the same


def test_serial_and_workers_give_the_same_bytes(tmp_path: Path) -> None:
    root = regency(tmp_path)
    found = []
    for executor in (Serial(), Workers(2)):
        reports = tmp_path / f"laporan {len(found)}" / "x"
        reports.parent.mkdir()
        with desk_at(root, reports) as desk:
            gathering = Gathering(desk, load())
            outcomes = list(judged(tasks_of(root, reports, how(reports.parent)), executor, desk))
            for outcome in outcomes:
                gathering.add(outcome)
            found.append(([(each.key, each.turn, each.state, each.sum, each.document) for each in outcomes],
                          {path.name: path.read_bytes() for path in reports.iterdir()}, gathering.recap()))  # fmt: skip
    assert found[0] == found[1]
    assert {turn for _, turn, *_ in found[0][0]} == {Turn.CHECKED}


def test_an_office_whose_worker_dies_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    from dataclasses import replace

    root = regency(tmp_path, 3)
    reports = tmp_path / "laporan"
    with desk_at(root, reports) as desk:
        tasks = tasks_of(root, reports, how(tmp_path))
        tasks[1] = replace(tasks[1], wanted=Dying())
        outcomes = list(judged(tasks, Workers(1), desk))
    assert [each.turn for each in outcomes] == [Turn.CHECKED, Turn.FAILED, Turn.CHECKED]
    assert outcomes[1].fault and outcomes[1].fault.code == "EC514"


class Dying(Wanted):
    """What is asked of an office that ends the process that asks it."""

    def over(self, other: Wanted) -> Wanted:
        os._exit(9)


# ------------------------------------------------------------ what would be read


def test_a_plan_counts_what_is_new_and_keeps_nothing(root: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(root / "dinas 1" / "tiga halaman.pdf"))
    for number in range(3):
        if number:
            canvas.drawString(100, 700, "Halaman dengan cukup banyak huruf untuk dibaca")
        canvas.showPage()
    canvas.save()
    (root / "kosong").mkdir()
    ran = run("plan", root, "--no-ocr")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert "2 berkas, 0 sudah dibaca, 0 halaman" in lines[0]
    assert "2 berkas, 0 sudah dibaca, 3 halaman, 1 di antaranya hasil pindai" in lines[1]
    assert lines[-1].startswith("Jumlah 5 kantor: 7 berkas")
    batch(root)
    again = run("plan", root, "--no-ocr").out.splitlines()
    assert "2 berkas, 2 sudah dibaca, 0 halaman" in again[0]


def test_nothing_is_left_running(tmp_path: Path) -> None:
    root, reports = regency(tmp_path, 6), tmp_path / "laporan"
    process = started(root, reports, str(tmp_path / "hasil.sqlite3"))
    assert process.stdout is not None
    process.stdout.readline()
    family = children_of(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    end = time.monotonic() + 20
    while any(alive(pid) for pid in family) and time.monotonic() < end:
        time.sleep(0.1)
    assert len(family) >= 2 and not any(alive(pid) for pid in family)


def children_of(pid: int) -> set[int]:
    """Return all processes below one."""
    found, waiting = set(), [pid]
    while waiting:
        here = waiting.pop()
        done = subprocess.run(["pgrep", "-P", str(here)], capture_output=True, text=True, check=False)
        below = {int(line) for line in done.stdout.split()}
        found |= below
        waiting += below
    return found


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
