"""A watch of eight hours by a fast clock: files change, are half copied, vanish; it ends like a fresh batch."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from command_line import ROOT, checklist_in, heeds_ctrl_c
from regency import MAKLUMAT, desk_at, how, office_in, regency, tasks_of, timeless, write_paper

from evidence_check.batching.handing import region_at
from evidence_check.batching.overview import Gathering
from evidence_check.batching.run import run as judged
from evidence_check.batching.watching import Watch, glancing
from evidence_check.cli.many import write_recap
from evidence_check.executors.serial import Serial
from evidence_check.messages.catalog import load
from evidence_check.model.batch import Wanted

EVERY, SETTLE, HOURS = 60, 90, 8
MINUTE = 60


def test_after_eight_hours_the_overview_is_that_of_a_fresh_batch(tmp_path: Path) -> None:
    root, reports, log = regency(tmp_path, 3), tmp_path / "laporan", tmp_path / "log.jsonl"
    tasks_of(root, reports, how(tmp_path))  # writes the checklist
    whole = tmp_path / "utuh.docx"
    write_paper(whole, MAKLUMAT.format(office="DINAS 1"))
    data = whole.read_bytes()
    coming = root / "dinas 1" / "maklumat.docx"

    def copy(share: float) -> Callable[[], None]:
        return lambda: coming.write_bytes(data[: round(len(data) * share)]) and None

    happenings: dict[int, Callable[[], object]] = {
        # Half of a file lies there, and more of it at every look.
        30: copy(0.3), 31: copy(0.6), 32: copy(0.9), 33: copy(1.0),
        60: lambda: (root / "dinas 0" / "maklumat pelayanan.docx").unlink(),
        90: lambda: office_in(root, "dinas baru"),
        120: lambda: shutil.rmtree(root / "dinas 2"),
        150: lambda: root.rename(tmp_path / "putus"),
        170: lambda: (tmp_path / "putus").rename(root),
        200: lambda: (root / "dinas baru" / "rusak.pdf").write_bytes(b"%PDF-1.7 rusak"),
        240: lambda: write_paper(root / "dinas 0" / "maklumat.docx", MAKLUMAT.format(office="DINAS 0")),
        300: lambda: (root / "dinas baru" / "rusak.pdf").unlink(),
        350: lambda: (root / "dinas 1" / "evidence-check.yaml").write_text("format: 1\noffice: [", "utf-8"),
        360: lambda: (root / "dinas 1" / "evidence-check.yaml").write_text("format: 1\noffice: dinas 1\n", "utf-8"),
    }  # fmt: skip
    checklist = str(tmp_path / "satu.yaml")
    with desk_at(root, reports, log=log) as desk:
        made = how(tmp_path)
        region = region_at(root, "", Wanted(checklist, 2026))
        watch = Watch(glancing(region, made, desk), Serial(), desk, Gathering(desk, load()), SETTLE)
        told: list[tuple[int, str, str]] = []
        for minute in range(HOURS * 60):
            happenings.get(minute, lambda: None)()
            changed, outcomes = watch.round(minute * EVERY)
            found = [(minute, each.key, str(each.turn)) for each in outcomes]
            told += found
            if changed or found:
                write_recap(watch.gathering.recap(), reports, load())
    fresh = tmp_path / "segar"
    with desk_at(root, fresh) as desk:
        gathering = Gathering(desk, load())
        for outcome in judged(tasks_of(root, fresh, how(tmp_path)), Serial(), desk):
            gathering.add(outcome)
        write_recap(gathering.recap(), fresh, load())
    names = list(timeless(fresh))
    assert {name: timeless(reports)[name] for name in names} == timeless(fresh)
    assert "dinas 2" not in timeless(fresh)["rekap.csv"]
    # Nothing was judged while it grew, each change once, and what vanished or broke ended nothing.
    assert [minute for minute, key, _ in told if key == "dinas 1"][:2] == [2, 35]
    assert ("failed" in {turn for _, key, turn in told if key == "dinas 1"}) is True
    assert len([each for each in told if each[1] == "dinas 0"]) == 3
    events = [json.loads(line)["event"] for line in log.read_text("utf-8").splitlines()]
    assert events.count("root_unreachable") == 20 and events.count("office_gone") == 1


def test_an_office_that_changes_all_the_time_is_left_alone(tmp_path: Path) -> None:
    root, reports = regency(tmp_path, 2), tmp_path / "laporan"
    tasks_of(root, reports, how(tmp_path))
    with desk_at(root, reports) as desk:
        region = region_at(root, "", Wanted(str(tmp_path / "satu.yaml"), 2026))
        watch = Watch(glancing(region, how(tmp_path), desk), Serial(), desk, Gathering(desk, load()), SETTLE)
        keys = []
        for minute in range(10):
            (root / "dinas 1" / "tumbuh.txt").write_text("x" * minute)
            keys += [each.key for each in watch.round(minute * EVERY)[1]]
    assert keys == ["dinas 0"]


def test_a_watch_outlives_a_report_that_cannot_be_written_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    root, reports = regency(tmp_path, 2), tmp_path / "laporan"
    for blocked in ("rekap.csv", "dinas 1.json"):  # as a file that somebody has open on Windows
        (reports / blocked).mkdir(parents=True)
    command = [sys.executable, "-m", "evidence_check", "watch", root, "--output", reports, "--no-ocr", "--jobs", "1",
               "--checklist", checklist_in(tmp_path), "--year", "2026", "--ledger", tmp_path / "hasil.sqlite3",
               "--every", "1", "--settle", "0"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [*map(str, command)], env=environment, text=True, stdout=subprocess.PIPE, preexec_fn=heeds_ctrl_c
    )
    assert process.stdout is not None
    try:
        said = [process.stdout.readline() for _ in range(4)]
        assert "dinas 0: 100% siap" in said[1] and "dinas 1: " in said[2] and "dinas 1.json" in said[2]
        assert "rekap.csv" in said[3]
        (reports / "rekap.csv").rmdir()
        (reports / "dinas 1.json").rmdir()
        write_paper(root / "dinas 1" / "baru.docx", "Catatan rapat")
        while "dinas 1: 0% siap" not in said[-1]:
            said.append(process.stdout.readline())
            assert said[-1]
        # What could not be written was tried again, although nothing in the offices had changed.
        end = time.monotonic() + 60
        while "dinas 1" not in read(reports / "rekap.csv"):
            assert time.monotonic() < end
            time.sleep(0.2)
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)[0]
    assert process.returncode == 0 and "rekap.html" in rest


def read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
