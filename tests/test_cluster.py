"""Offices on a cluster: the same bytes as here, lost workers cost nothing, what kills its reader only itself."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from dask_cluster import Running, cluster
from regency import desk_at, how, regency, tasks_of

from evidence_check import __version__
from evidence_check.batching.run import run as judged
from evidence_check.errors import ToolMissingError
from evidence_check.executors import cluster as executor
from evidence_check.executors.cluster import Cluster
from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Failure
from evidence_check.executors.serial import Serial
from evidence_check.model.batch import Turn
from evidence_check.store.versions import program_version


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with cluster(tmp_path_factory.mktemp("dask")) as found:
        yield found


@pytest.fixture
def doomed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with cluster(tmp_path_factory.mktemp("dask")) as found:
        yield found


def slow_square(number: int) -> int:
    time.sleep(0.2)
    return number * number


def misbehave(how: str) -> str:
    if how == "exit":
        os._exit(7)
    if how == "raise":
        raise ValueError(how)
    return how


def read_all(hows: list[str]) -> list[str]:
    """Let other processes read some files, one of which ends whoever reads it."""
    with Processes(1).kept() as readers:
        results = list(readers.map(misbehave, hows, seconds=20))
    return [each.code if isinstance(each, Failure) else each for each in results]


def test_results_come_in_order_and_what_raises_costs_only_itself(running: Running) -> None:
    there = Cluster(running.address, program_version)
    assert list(there.map(slow_square, range(8), seconds=0)) == [number * number for number in range(8)]
    results = list(there.map(misbehave, ["a", "raise", "b"], seconds=0))
    assert [each.code if isinstance(each, Failure) else each for each in results] == ["a", "EC110", "b"]
    # A worker of the cluster starts readers of its own.
    assert list(there.map(read_all, [["a", "exit", "b"], ["c"]], seconds=0)) == [["a", "EC110", "b"], ["c"]]


def test_few_are_in_flight_however_many_there_are(running: Running) -> None:
    taken = []

    def endless() -> Iterator[int]:
        for number in range(1_000_000):
            taken.append(number)
            yield number

    results = Cluster(running.address, program_version).map(slow_square, endless(), seconds=0)
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 8
    results.close()  # type: ignore[attr-defined]


def test_a_lost_worker_costs_nothing_and_what_ends_every_worker_is_told(doomed: Running) -> None:
    there = Cluster(doomed.address, program_version)
    threading.Timer(1.0, doomed.kill_one).start()
    assert list(there.map(slow_square, range(25), seconds=0)) == [number * number for number in range(25)]
    assert len(doomed.workers) == 1
    doomed.add_worker()
    (result,) = there.map(misbehave, ["exit"], seconds=0)
    assert isinstance(result, Failure) and dict(result.params)["detail"] == "KilledWorker"


def test_a_cluster_that_has_lost_every_worker_is_not_waited_for_for_ever(
    doomed: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executor, "PATIENCE", 0.5)
    results = Cluster(doomed.address, program_version).map(slow_square, range(12), seconds=0)
    found = [next(results)]
    doomed.kill_one()
    doomed.kill_one()
    found += results
    assert found[0] == 0 and len(found) == 12
    assert {dict(each.params)["detail"] for each in found if isinstance(each, Failure)} == {"NoWorkers"}


def test_a_cluster_whose_scheduler_ends_is_told(doomed: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "PATIENCE", 0.5)
    results = Cluster(doomed.address, program_version).map(slow_square, range(30), seconds=0)
    found = [next(results)]
    doomed.end()
    with pytest.raises(ToolMissingError) as caught:
        found.extend(results)
    assert caught.value.code == "cluster_unreachable" and found[0] == 0


def test_a_cluster_says_what_one_process_says(running: Running, tmp_path: Path) -> None:
    root = regency(tmp_path, 4)
    found = []
    for way in (Serial(), Cluster(running.address, program_version)):
        reports = tmp_path / f"laporan {len(found)}" / "x"
        reports.parent.mkdir()
        with desk_at(root, reports) as desk:
            outcomes = list(judged(tasks_of(root, reports, how(reports.parent)), way, desk))
            found.append(([(each.key, each.turn, each.state, each.sum, each.document) for each in outcomes],
                          {path.name: path.read_bytes() for path in reports.iterdir()}))  # fmt: skip
    assert found[0] == found[1]
    assert {turn for _, turn, *_ in found[0][0]} == {Turn.CHECKED}


def test_a_cluster_that_cannot_be_used_is_told(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "PATIENCE", 1.0)
    for there, code in (
        (Cluster("tcp://127.0.0.1:9", program_version), "cluster_unreachable"),
        (Cluster("bukan alamat", program_version), "cluster_unreachable"),
        (Cluster(running.address, lambda: f"{__version__} {os.getpid()}"), "cluster_other_version"),
    ):
        with pytest.raises(ToolMissingError) as caught:
            list(there.map(slow_square, [1], seconds=0))
        assert caught.value.code == code
