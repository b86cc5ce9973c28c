"""How long a second run over unchanged files takes, as a multiple of only walking and stat-ing the tree.

    python benchmarks/second_run.py [--files 2000]

The files are made in a temporary folder; both ways are measured in turn in this one process, by the time the
processor spends, so that a busy machine tells the same. Also says how many files the second run opened.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from evidence_check import folder
from evidence_check.collecting import collect
from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.store.cache import Cache, Keeping

WORDS = ("laporan", "survei", "kepuasan", "masyarakat", "dinas", "sosial", "nomor", "tahun", "pelayanan")
FOLDERS = 40
ROUNDS = 15


def made(root: Path, count: int, seed: int = 1) -> None:
    """Write text files of two kilobytes each, spread over folders; another seed, other texts."""
    chance = random.Random(seed)
    for number in range(count):
        inside = root / f"IN-{number % FOLDERS:02}"
        inside.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(" ".join(chance.choices(WORDS, k=10)) for _ in range(30))
        (inside / f"{number}.txt").write_text(f"{number}\n{lines}", "utf-8")


def walked(root: Path) -> int:
    """Walk a tree and ask the system about every file in it."""
    return sum(os.stat(os.path.join(base, name)).st_nlink > 0 for base, _, names in os.walk(root) for name in names)


def run(root: Path, keeping: Keeping) -> int:
    """Take in a folder as `check` does, up to what every file says."""
    cache = Cache(keeping)
    located = [(folder.real_path(root, file.path), file) for file in folder.walk(root, memory=cache).files]
    count = sum(1 for _ in collect(located, ReadSettings(), Serial(), 0.0, None, cache))
    cache.close()
    return count


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action."""
    begun = time.process_time()
    action()
    return time.process_time() - begun


def opened_by(action: Callable[[], object], root: Path) -> int:
    """Return how many files below a folder an action opens."""
    opened: list[str] = []
    watching = [True]
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" and watching else None)
    action()
    watching.clear()
    return sum(path.startswith(f"{root}{os.sep}") and os.path.isfile(path) for path in opened)


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as spot:
        root, keeping = Path(spot, "tree").resolve(), Keeping(Path(spot, "cache", "read.sqlite3"), "benchmark")
        made(root, asked.files)
        first = seconds(lambda: run(root, keeping))
        time.sleep(2.5)  # files this young are hashed once more: they could still change within their time stamp
        run(root, keeping)
        pairs = [(seconds(lambda: walked(root)), seconds(lambda: run(root, keeping))) for _ in range(ROUNDS)]
        opened = opened_by(lambda: run(root, keeping), root)
    walk, again = (statistics.median(each) for each in zip(*pairs, strict=True))
    print("| second run over unchanged files | figure | at most |")
    print("|---|---|---|")
    print(f"| {asked.files} files, as a multiple of walking and stat-ing them | {again / walk:.1f}× | 10× |")
    print(f"| the least of {ROUNDS} rounds each | {min(a for _, a in pairs) / min(w for w, _ in pairs):.1f}× | 10× |")
    print(f"| files opened by it | {opened} | 0 |")
    print(f"| first run, as a multiple of the second | {first / again:.0f}× | |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
