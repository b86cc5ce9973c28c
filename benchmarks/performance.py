"""Runs every benchmark of speed, memory and recognition, and writes what they print as `docs/performance.md`.

    python benchmarks/performance.py [--corpus ../shared/corpus] [--output docs/performance.md]

Each benchmark prints its own markdown table and runs in a process of its own, one after the other. One that
cannot run here (the corpus or a peer to compare with is not on this machine) says so in its place.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
HEAD = """# How fast, how much memory, how well read

This page is made by `make performance` and by nothing else. Machines differ and are shared, so every speed is a
ratio of two things measured in turn in one run; the right-hand column is what was aimed at. A figure that misses
its aim is left standing.
"""


@dataclass(frozen=True)
class Part:
    """One benchmark: its script, what it is given, and what its figures are about."""

    title: str
    script: str
    arguments: tuple[str, ...] = ()


def parts(corpus: Path) -> tuple[Part, ...]:
    """Return the benchmarks in the order of the page."""
    return (
        Part("Text and tables of PDFs", "pdf.py", (str(corpus), "--every", "4", "--rounds", "1")),
        Part("Recognising scans: how well", "ocr.py", (str(corpus / "ocr"),)),
        Part("Recognising scans: how fast", "ocr.py", (str(corpus / "ocr"), "--speed", "--every", "5")),
        Part("Recognising scans: lost lines", "ocr.py", (str(corpus / "ocr"), "--lost", "--every", "2")),
        Part("The second run", "second_run.py"),
        Part("Odd, damaged and hostile files", "awkward.py", (str(corpus / "awkward"),)),
    )


def section(part: Part) -> str:
    """Return what a benchmark printed, under its title; a failure is told, not hidden."""
    command = [sys.executable, str(HERE / part.script), *part.arguments]
    print(f"{part.title} …", file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    told = done.stdout.strip() or "Nothing was printed."
    failed = f"\n\nThe benchmark ended with exit code {done.returncode}." if done.returncode else ""
    options = " ".join(word for word in part.arguments if not Path(word).is_absolute())
    called = f"python benchmarks/{part.script} {options}".strip()
    return f"## {part.title}\n\n`{called}`\n\n{told}{failed}\n"


def main() -> int:
    """Write the page; exit 0 always, these are measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.resolve().parents[1] / "shared" / "corpus")
    parser.add_argument("--output", type=Path, default=HERE.parent / "docs" / "performance.md")
    asked = parser.parse_args()
    machine = f"Made on {platform.system()} {platform.machine()} with Python {platform.python_version()}."
    page = "\n".join([HEAD, machine + "\n", *map(section, parts(asked.corpus))])
    asked.output.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
