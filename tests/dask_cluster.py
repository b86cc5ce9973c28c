"""A Dask cluster of a test's own: a scheduler and workers as real processes on this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

HERE = Path(__file__).parent
SECONDS = 60


@dataclass
class Running:
    """A cluster at work: the address of its scheduler, and its workers, which can be killed."""

    address: str
    start: Callable[[], subprocess.Popen[bytes]]
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self) -> None:
        """Start a worker and wait until it is there."""
        self.workers.append(self.start())
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=SECONDS)

    def kill_one(self) -> None:
        """Kill a worker the hard way."""
        self.workers.pop().send_signal(signal.SIGKILL)


    def end(self) -> None:
        """Kill the scheduler the hard way."""
        self.scheduler.kill()
        self.scheduler.wait()


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Running]:
    """Start a scheduler and so many workers, and end them."""
    told = folder / "scheduler.json"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE)]),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }

    def started(name: str, *more: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{name}", "--no-dashboard", *more]
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)

    with open(folder / "log.txt", "wb") as log:
        scheduler = started("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
        one = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(folder))
        running = Running("", lambda: started("worker", running.address, *one), scheduler)
        try:
            wait_for(told.exists)
            running.address = json.loads(told.read_text())["address"]
            for _ in range(workers):
                running.add_worker()
            yield running
        finally:
            for process in (*running.workers, scheduler):
                process.kill()
                process.wait()


def wait_for(there: Callable[[], bool]) -> None:
    """Wait until something is there."""
    end = time.monotonic() + SECONDS
    while not there():
        assert time.monotonic() < end
        time.sleep(0.05)
