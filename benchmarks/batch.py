"""Whole regencies: how long, in how much memory, by how many processes or a cluster, and how that grows.

    python benchmarks/batch.py regency [--offices 48] [--papers 80]
    python benchmarks/batch.py overhead [--offices 12] [--papers 40]
    python benchmarks/batch.py growth [--sizes 10000,30000,100000]

`regency` runs the command itself over made offices (`offices.py`) with a fresh cache each time; `overhead` judges the
same offices by a plain pool of processes and by the program's executors, in turn; `growth` checks small text files,
a thousand to an office, once and once more. Memory is the most that all processes together held at one moment, what
they share counted once (PSS), looked at four times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import psutil
from offices import make
from papermaking.broken import torn
from second_run import made as made_texts

from evidence_check.batching.handing import region_at
from evidence_check.batching.task import How, Task, judge
from evidence_check.executors.cluster import Cluster
from evidence_check.executors.protocol import Executor
from evidence_check.executors.workers import Workers, prepare_parent
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.batch import Wanted
from evidence_check.store.versions import program_version

HERE = Path(__file__).parent
EACH = 1000
"""Small files in each office of `growth`."""

ROUNDS = 3
SCANS = 2
"""Pages of each office that are pictures: one takes as long as dozens of others."""

Command = Sequence[object]


@dataclass(frozen=True)
class Taken:
    """What a run took: seconds on the clock and of all processors, and the most memory in MB at one moment."""

    seconds: float
    processor: float
    memory: float


# ------------------------------------------------------------------ offices


def regency(root: Path, offices: int, papers: int) -> None:
    """Make offices whose papers are PDFs or Office files by turns, each with scanned pages and a torn file."""
    for number in range(offices):
        folder = root / f"kantor {number:02}"
        make(folder, f"batch-{number}", ("text", "docx")[number % 2], papers=papers)
        (root / f"{folder.name}.truth.json").unlink()
        whole = sorted(folder.rglob("*.pdf")) or sorted(root.rglob("*.pdf"))
        (folder / "putus.pdf").write_bytes(torn(whole[0].read_bytes()))
        for page in range(SCANS):
            scanned(whole[(page + 1) % len(whole)], folder / f"pindaian {page + 1}.pdf")


def scanned(paper: Path, target: Path) -> None:
    """Write the first page of a PDF as a picture in a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(paper)
    try:
        document[0].render(scale=150 / 72).to_pil().convert("L").save(target, format="PDF", resolution=150)
    finally:
        document.close()


def texts(root: Path, files: int) -> None:
    """Make offices of a thousand small text files each."""
    for number in range(files // EACH):
        made_texts(root / f"kantor {number:03}", EACH, number)


# ------------------------------------------------------------------ measuring


@contextmanager
def watched() -> Iterator[Callable[[], Taken]]:
    """Watch all processes below this one; what is given tells what they took so far."""
    over, begun = threading.Event(), time.monotonic()
    most = [0.0]
    used: dict[tuple[int, float], float] = {}

    def look() -> None:
        held = 0.0
        for each in psutil.Process().children(recursive=True):
            with suppress(psutil.Error, OSError):
                times = each.cpu_times()
                used[each.pid, each.create_time()] = times.user + times.system
                held += each.memory_full_info().pss
        most[0] = max(most[0], held / 1e6)

    def watch() -> None:
        while not over.wait(0.25):
            look()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield lambda: Taken(time.monotonic() - begun, sum(used.values()), most[0])
    finally:
        over.set()
        thread.join()


def batch(root: Path, work: Path, *more: object) -> None:
    """Run the command over a root with cache, store and reports in a working folder."""
    command: Command = (sys.executable, "-m", "evidence_check", "batch", root, "--output", work / "laporan", "--ledger",
                        work / "hasil.sqlite3", "--cache-dir", work / "cache", "--format", "json", *more)  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    done = subprocess.run([*map(str, command)], env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"The batch ended with exit code {done.returncode}.")


def measured(root: Path, work: Path, *more: object) -> Taken:
    """Run the command and return what it took; its traces stay in the working folder."""
    with watched() as taken:
        batch(root, work, *more)
        return taken()


@contextmanager
def fresh(base: Path) -> Iterator[Path]:
    """Give an empty working folder."""
    work = Path(tempfile.mkdtemp(dir=base))
    try:
        yield work
    finally:
        shutil.rmtree(work)


def pages_of(reports: Path) -> int:
    """Return how many pages were read, by the reports of a run."""
    told = (json.loads(path.read_text("utf-8")) for path in reports.glob("*.json"))
    return sum(sum(each["pages"][1] - each["pages"][0] + 1 for each in file["documents"])
               for report in told for file in report["files"])  # fmt: skip


# ------------------------------------------------------------------ the three tables


def print_regency(base: Path, offices: int, papers: int) -> None:
    """Print time, speed and memory of each way to judge one regency."""
    from dask_cluster import cluster

    root = base / "akar"
    regency(root, offices, papers)
    files = sum(len(names) for _, _, names in os.walk(root))
    rows: list[tuple[str, Taken, dict[str, bytes]]] = []
    pages = 0
    for name, more in (("1 process", ("--jobs", 1)), ("2 processes", ("--jobs", 2)), ("2 workers of a cluster", ())):
        with fresh(base) as work:
            if more:
                taken = measured(root, work, *more)
            else:
                with cluster(work) as running:
                    taken = measured(root, work, "--scheduler", running.address)
            reports = {path.name: timeless(path) for path in (work / "laporan").glob("*.json")}
            pages = pages_of(work / "laporan")
        rows.append((name, taken, reports))
    print(f"{offices} offices, {files} files, {pages} pages, of them {offices * SCANS} pictures to be recognised.\n")
    print("| way | time, times 1 process | pages a second | processor time, times 1 process | peak memory, MB "
          "| reports as of 1 process |\n|---|---:|---:|---:|---:|---|")  # fmt: skip
    one = rows[0]
    for name, taken, reports in rows:
        same = "yes" if reports == one[2] else f"no: {sum(reports[key] != one[2][key] for key in one[2])} differ"
        print(f"| {name} | {taken.seconds / one[1].seconds:.2f} | {pages / taken.seconds:.1f} "
              f"| {taken.processor / one[1].processor:.2f} | {taken.memory:.0f} | {same} |")  # fmt: skip


def timeless(path: Path) -> bytes:
    """Return a report without the moment it was made."""
    told = json.loads(path.read_text("utf-8"))
    del told["checked_at"]
    return json.dumps(told, sort_keys=True).encode()


def print_overhead(base: Path, offices: int, papers: int) -> None:
    """Print what the executors cost beside a plain pool of as many processes, on the same pieces of work."""
    from dask_cluster import cluster

    root = base / "akar"
    regency(root, offices, papers)
    region = region_at(root, "", Wanted())
    tasks = list(region.tasks(How(ReadSettings(ocr=False), seconds=120, forms=("json",)), base))
    with cluster(base) as running:
        ways: dict[str, Callable[[list[Task]], int]] = {
            "a plain pool of 2 processes": in_a_plain_pool,
            "2 processes": lambda given: through(Workers(2), given),
            "2 workers of a cluster": lambda given: through(Cluster(running.address, program_version), given),
        }
        took: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                with fresh(base) as work:
                    now = datetime.now(UTC).isoformat(timespec="seconds")
                    given = [replace(each, now=now, how=replace(each.how, cache=str(work / "read.sqlite3")))
                             for each in tasks]  # fmt: skip
                    begun = time.monotonic()
                    assert way(given) == offices
                    took[name].append(time.monotonic() - begun)
    plain = took["a plain pool of 2 processes"]
    print(f"{offices} offices without pictures; {ROUNDS} rounds by turns.\n")
    print("| way | median of the rounds, times the plain pool | least, times the plain pool | at most |")
    print("|---|---:|---:|---|")
    for name, times in took.items():
        aim = "" if times is plain else "1.05"
        middle = statistics.median(each / beside for each, beside in zip(times, plain, strict=True))
        print(f"| {name} | {middle:.3f} | {min(times) / min(plain):.3f} | {aim} |")


def in_a_plain_pool(tasks: list[Task]) -> int:
    """Judge offices in the pool of the standard library; return how many came back."""
    with ProcessPoolExecutor(2, mp_context=get_context("forkserver"), initializer=prepare_parent) as pool:
        return sum(outcome.sum is not None for outcome in pool.map(judge, tasks))


def through(executor: Executor, tasks: list[Task]) -> int:
    """Judge offices by an executor of the program; return how many came back."""
    return sum(getattr(outcome, "sum", None) is not None for outcome in executor.map(judge, tasks, seconds=0))


def print_growth(base: Path, sizes: Sequence[int]) -> None:
    """Print how time and memory grow with the number of files, and how soon a second run is over."""
    print("| files | time a file, times the smallest | processor time a file, times the smallest "
          "| peak memory, times the smallest | second run: times faster | memory of the second, times the smallest |\n"
          "|---:|---:|---:|---:|---:|---:|")  # fmt: skip
    first: tuple[float, Taken, Taken] | None = None
    for files in sizes:
        root = base / f"akar {files}"
        texts(root, files)
        time.sleep(2.5)  # files this young are looked at once more
        with fresh(base) as work:
            asked = ("--jobs", 2, "--checklist", "ombudsman-2026", "--year", 2026)
            once = measured(root, work, *asked)
            again = measured(root, work, *asked)
        shutil.rmtree(root)
        each = once.seconds / files
        first = first or (each, once, again)
        spent = once.processor / files / (first[1].processor / sizes[0])
        print(f"| {files:,} | {each / first[0]:.2f} | {spent:.2f} | {once.memory / first[1].memory:.2f} "
              f"| {once.seconds / again.seconds:.0f} | {again.memory / first[2].memory:.2f} |", flush=True)  # fmt: skip
    print("\nWanted: time a file within 1.10, memory within 1.2, the second run at least 50 times faster.")


def main() -> int:
    """Print the table that is asked for; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", choices=("regency", "overhead", "growth"))
    parser.add_argument("--offices", type=int, default=0)
    parser.add_argument("--papers", type=int, default=0)
    parser.add_argument("--sizes", default="10000,30000,100000")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as spot:
        base = Path(spot).resolve()
        if asked.table == "regency":
            print_regency(base, asked.offices or 48, asked.papers or 80)
        elif asked.table == "overhead":
            print_overhead(base, asked.offices or 12, asked.papers or 40)
        else:
            print_growth(base, [int(each) for each in asked.sizes.split(",")])
    return 0


if __name__ == "__main__":
    sys.exit(main())
