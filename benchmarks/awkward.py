"""What becomes of odd, damaged and hostile files: read once with one worker and once with two, told as a table.

    python benchmarks/awkward.py FOLDER [--seconds 120] [--ocr-pages 3]

Prints how many files ended how, the slowest, whether both runs said the same, and processes left over. The
files are read where they are and never copied.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Failure
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import real_path, walk
from evidence_check.model.files import Content, File, ReadAs, Unreadable

SLOWEST = 8
Outcome = Content | Unreadable | Failure
Timed = tuple[Outcome, float]


def timed(folder: Path, settings: ReadSettings, file: File) -> Timed:
    """Read one file and say how many seconds it took; archives stay closed here."""
    start = time.monotonic()
    return read(Path(real_path(folder, file.path)), file, settings), time.monotonic() - start


def run(folder: Path, files: Iterable[File], settings: ReadSettings, jobs: int, seconds: float) -> list[Timed]:
    """Read all files with so many workers; one that failed counts with the whole time it was given."""
    results = Processes(jobs).map(partial(timed, folder, settings), files, seconds=seconds)
    return [(each, seconds) if isinstance(each, Failure) else each for each in results]


def told(outcome: Outcome) -> str:
    """Return how a file ended, in a few words."""
    if isinstance(outcome, Failure):
        return f"worker lost: {outcome.code}"
    if isinstance(outcome, Unreadable):
        return f"unreadable: {outcome.reason.code}"
    if all(page.read_as is ReadAs.UNREAD for page in outcome.pages):
        return "read: no page, each with its reason"
    return "read: some pages unread" if any(page.problem for page in outcome.pages) else "read"


def children() -> list[int]:
    """Return the processes this one started and that still run, the one that starts workers left out."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = entry.read_text().rpartition(")")
            command = (entry.parent / "cmdline").read_bytes()
        except OSError:
            continue
        state, parent = rest.split()[:2]
        helper = b"forkserver" in command or b"resource_tracker" in command
        if state != "Z" and not helper and _comes_from_here(int(parent)):
            found.append(int(name.split()[0]))
    return found


def _comes_from_here(process: int) -> bool:
    while process > 1:
        if process == os.getpid():
            return True
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False


def main() -> int:
    """Print the tables; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--ocr-pages", type=int, default=3)
    asked = parser.parse_args()
    settings = ReadSettings(max_ocr_pages=asked.ocr_pages, long_scan_first=1, long_scan_last=0)
    files = list(walk(asked.folder).files)
    one, two = (run(asked.folder, files, settings, jobs, asked.seconds) for jobs in (1, 2))
    counts = [Counter(told(outcome) for outcome, _ in results) for results in (one, two)]
    print(f"| how {len(files)} files ended | 1 job | 2 jobs |\n|---|---|---|")
    for key in sorted(counts[0] | counts[1]):
        print(f"| {key} | {counts[0][key]} | {counts[1][key]} |")
    print(f"\n| slowest (limit {asked.seconds:g} s) | 1 job, s | 2 jobs, s |\n|---|---|---|")
    for index in sorted(range(len(files)), key=lambda index: -one[index][1])[:SLOWEST]:
        print(f"| {files[index].path} | {one[index][1]:.1f} | {two[index][1]:.1f} |")
    differ = [file.path for file, (a, _), (b, _) in zip(files, one, two, strict=True) if a != b]
    print("\n| what | figure |\n|---|---|")
    print(f"| files that ended otherwise with 2 jobs | {len(differ)} {' '.join(differ)} |")
    print(f"| processes left over | {len(children())} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
