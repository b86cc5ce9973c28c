"""Executors: results in order, and a bad item costs only itself."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_check.executors import EXECUTORS
from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.executors.serial import Serial


def made(name: str) -> Executor:
    """Return the executor of this name with two jobs."""
    module, _, kind = EXECUTORS[name].partition(":")
    executor: Executor = getattr(importlib.import_module(module), kind)(jobs=2)
    return executor


def slow_square(number: int) -> int:
    time.sleep(0.05 if number % 3 == 0 else 0)
    return number * number


def misbehave(how: str) -> str:
    if how == "exit":
        os._exit(7)
    if how == "abort":
        os.abort()
    if how == "hang":
        time.sleep(60)
    if how == "hungry":
        return str(len(bytearray(6 << 30)))
    if how == "raise":
        raise ValueError(how)
    return how


@pytest.mark.parametrize("name", sorted(EXECUTORS))
def test_results_come_in_the_order_of_the_items(name: str) -> None:
    assert list(made(name).map(slow_square, range(20), seconds=20)) == [number * number for number in range(20)]


def test_a_folder_of_temporary_files_with_a_long_path_stops_no_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("panjang" * 20)
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert list(Processes(1).map(slow_square, (2, 3), seconds=60)) == [4, 9]


@pytest.mark.parametrize("name", sorted(EXECUTORS))
def test_no_items_no_results(name: str) -> None:
    assert list(made(name).map(slow_square, [], seconds=5)) == []


@pytest.mark.parametrize("name", sorted(EXECUTORS))
def test_an_exception_costs_its_item(name: str) -> None:
    results = list(made(name).map(misbehave, ["a", "raise", "b"], seconds=20))
    assert results[0] == "a"
    assert isinstance(results[1], Failure)
    assert results[1].code == "EC110"
    assert results[2] == "b"


def test_crash_hang_and_hunger_cost_their_item() -> None:
    hows = ["a", "exit", "b", "hang", "c", "abort", "d"]
    if sys.platform == "linux":
        hows += ["hungry", "e"]
    results = list(Processes(2).map(misbehave, hows, seconds=3))
    got = [result.code if isinstance(result, Failure) else result for result in results]
    bad = {"exit": "EC110", "abort": "EC110", "hang": "EC105", "hungry": "EC110"}
    assert got == [bad.get(how, how) for how in hows]


def test_the_time_limit_is_told() -> None:
    (result,) = Processes(1).map(misbehave, ["hang"], seconds=1)
    assert result == Failure("EC105", (("seconds", "1"),))


def test_serial_streams() -> None:
    asked = []

    def items() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    results = Serial().map(slow_square, items(), seconds=1)
    assert next(results) == 0
    assert asked == [0]


def test_stopping_early_leaves_no_workers() -> None:
    started = time.monotonic()
    results = Processes(2).map(misbehave, ["a", *["hang"] * 6], seconds=50)
    assert next(results) == "a"
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 30


SCRIPT = """
import os, sys, time
from evidence_check.executors.processes import Processes
def work(item):
    if item == 0:
        return os.getpid()
    time.sleep(120)
if __name__ == "__main__":
    results = Processes(1).map(work, [0, 1], seconds=100)
    print(next(results), flush=True)
    next(results)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the worker in /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "induk.py"
    script.write_text(SCRIPT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert Path(f"/proc/{worker}").exists()
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 15
    while _alive(worker) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(worker)


def _alive(process: int) -> bool:
    """Say whether a process still runs; one that ended but was not collected does not."""
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def busy(_: int) -> None:
    while True:
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="processor time is not limited there")
def test_processor_time_is_limited_where_nobody_watches_the_clock() -> None:
    script = (
        "import resource; from evidence_check.executors.processes import _within; resource.setrlimit("
        "resource.RLIMIT_CORE, (0, 0)); from test_executors import busy; _within(-4, busy, 0)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])}
    assert subprocess.run([sys.executable, "-c", script], env=environment).returncode == -signal.SIGXCPU


@pytest.mark.skipif(sys.platform == "win32", reason="processor time is not limited there")
def test_worker_over_its_processor_time_ran_out_of_time() -> None:
    (result,) = Processes(1).map(spent, [0], seconds=30)
    assert result == Failure("EC105", (("seconds", "30"),))


def spent(_: int) -> None:
    os.kill(os.getpid(), signal.SIGXCPU)
    time.sleep(10)


@pytest.mark.skipif(sys.platform == "win32", reason="the null device has another name there")
def test_workers_keep_the_complaints_of_libraries_to_themselves(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(Processes(1).map(complain, ["ya"], seconds=20)) == ["ya"]
    assert capfd.readouterr().err == ""


def complain(word: str) -> str:
    os.write(2, b"libkeluhan: galat 17\n")
    return word


NESTED = """
import os, signal
from evidence_check.batching.judging import _readers
from evidence_check.executors.processes import MEMORY
from evidence_check.executors.workers import Workers
def small(item):
    return item
def office(end):
    done = list(_readers(1, MEMORY).map(small, [1, 2], seconds=20))
    if end:
        os.kill(os.getpid(), signal.SIGKILL)
    return done
if __name__ == "__main__":
    print(*(type(result).__name__ for result in Workers(1).map(office, [0, 1, 0], seconds=0)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing there can be killed so that it tidies up no more")
def test_a_killed_worker_with_workers_of_its_own_costs_its_item_without_a_word(tmp_path: Path) -> None:
    script = tmp_path / "bersarang.py"
    script.write_text(NESTED)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, env=environment)
    assert (ran.stdout.split(), ran.stderr) == (["list", "Failure", "list"], "")
