"""Runs every benchmark of speed, memory and recognition, and writes what they print as `docs/performance.md`.

    python benchmarks/performance.py [--corpus ../shared/corpus] [--output docs/performance.md] [--only pdf.py]

Each benchmark prints its own markdown table and runs in a process of its own, one after the other. One that
cannot run here (the corpus or a peer to compare with is not on this machine) says so in its place. With `--only`
the rest of the page stays as it was measured before.
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
        Part("Text and tables of PDFs", "pdf.py", (str(corpus), "--every", "4")),
        Part("Recognising scans: how well", "ocr.py", (str(corpus / "ocr"),)),
        Part("Recognising scans: how fast", "ocr.py", (str(corpus / "ocr"), "--speed", "--every", "5")),
        Part("Recognising scans: lost lines", "ocr.py", (str(corpus / "ocr"), "--lost", "--every", "2")),
        Part("What papers say about themselves", "facts.py"),
        Part("Ten thousand papers against a checklist", "matching.py"),
        Part("The second run", "second_run.py"),
        Part("The report in a browser", "report.py"),
        Part("A whole regency", "batch.py", ("regency",)),
        Part("What sharing out costs", "batch.py", ("overhead",)),
        Part("A hundred thousand files", "batch.py", ("growth",)),
        Part("Odd, damaged and hostile files", "awkward.py", (str(corpus / "awkward"),)),
    )


def measured(part: Part) -> str:
    """Return what a benchmark printed; a failure is told, not hidden."""
    command = [sys.executable, str(HERE / part.script), *part.arguments]
    print(f"{part.title} …", file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    told = done.stdout.strip() or "Nothing was printed."
    return f"{told}\n\nThe benchmark ended with exit code {done.returncode}." if done.returncode else told


def measured_before(page: str) -> dict[str, str]:
    """Return what a page says under each of its titles, the line of the command left out."""
    pieces = (piece.split("\n\n", 2) for piece in page.split("\n## ")[1:])
    return {title: told.strip() for title, _, told in pieces}


def section(part: Part, told: str, corpus: Path) -> str:
    """Return a section of the page; the corpus is named as it lies beside the project."""
    options = " ".join(part.arguments).replace(str(corpus), "../shared/corpus")
    called = f"python benchmarks/{part.script} {options}".strip()
    return f"## {part.title}\n\n`{called}`\n\n{told}\n"


def main() -> int:
    """Write the page; exit 0 always, these are measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HERE.resolve().parents[1] / "shared" / "corpus")
    parser.add_argument("--output", type=Path, default=HERE.parent / "docs" / "performance.md")
    parser.add_argument("--only", default="", help="one script to run anew, the rest stays")
    asked = parser.parse_args()
    machine = f"Made on {platform.system()} {platform.machine()} with Python {platform.python_version()}."
    before = measured_before(asked.output.read_text("utf-8")) if asked.only else {}
    told = []
    for part in parts(asked.corpus):
        again = not asked.only or part.script == asked.only
        told.append(section(part, measured(part) if again else before.get(part.title, ""), asked.corpus))
    asked.output.write_text("\n".join([HEAD, machine + "\n", *told]), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
