"""How large the HTML report of 500 files is and how soon it is there, beside a page with nothing on it.

    python benchmarks/report.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from browser import CHROMIUM, Browser, browser
from readiness import CHECKED_AT, NAMES
from reports import many

from evidence_check.messages.catalog import load
from evidence_check.report.context import Context
from evidence_check.report.html import render

ROUNDS = 5
FILES, TIMES = 560, 6
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Print the table."""
    if not CHROMIUM:
        print("Not measured: Chromium is not installed here.")
        return
    with tempfile.TemporaryDirectory() as work:
        report, empty = Path(work) / "report.html", Path(work) / "empty.html"
        readiness = many(FILES, TIMES)
        report.write_bytes(render(readiness, Context(load().naming(NAMES), CHECKED_AT, "../berkas")))
        empty.write_text("<!doctype html><title>x</title>", "utf-8")
        with browser(Path(work) / "profile") as chromium:
            took: dict[Path, list[float]] = {report: [], empty: []}
            for _ in range(ROUNDS):
                for page, times in took.items():
                    times.append(_opened(chromium, page))
        size = report.stat().st_size / 1e6
    best, least = min(took[report]), min(took[empty])
    print("| page | requirements | MB | opened and drawn, s | times an empty page |\n|---|---:|---:|---:|---:|")
    print(f"| report of {FILES} files | {len(readiness.verdicts)} | {size:.1f} | {best:.2f} | {best / least:.1f} |")
    print("\nWanted: under 5 MB, opened in under a second.")


def _opened(chromium: Browser, page: Path) -> float:
    begun = time.monotonic()
    chromium.open(page)
    chromium.run(DRAWN)
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
