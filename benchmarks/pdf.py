"""How fast PDFs are read next to the plain libraries, in one run, file by file in turn; printed as markdown.

    python benchmarks/pdf.py ../shared/corpus [--rounds 3] [--every 1] [--details]

Reads 50 PDFs made here (seeded) and those of the corpus whose pages are text. markitdown and kreuzberg are measured
where they are installed; nothing here needs them. Times are sums over all files, the ratio is the median of the rounds.
"""

from __future__ import annotations

import argparse
import io
import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2
from making import make, make_long

from evidence_check.extract.pdf_page import look_at_page
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import look_at
from evidence_check.model.files import Content, File, Table

TEXT_ONLY = ReadSettings(ocr=False, tables=False)
WITH_TABLES = replace(TEXT_ONLY, tables=True)
MEMORY_LIMIT = 400

Way = Callable[[Path], object]


def ours(path: Path, settings: ReadSettings) -> Content | None:
    """Read a file as the program does."""
    found = read(path, _file(path), settings)
    return found if isinstance(found, Content) else None


@cache
def _file(path: Path) -> File:
    file = look_at(path, path.parent)
    assert isinstance(file, File)
    return file


def pdfium(path: Path) -> None:
    """Read a file with PDFium alone, and nothing else."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for index in range(len(document)):
        page = document[index]
        layer = page.get_textpage()
        layer.get_text_range()
        layer.close()
        page.close()
    document.close()


def plumber(path: Path, tables: bool) -> list[list[list[list[str | None]]]]:
    """Read a file with pdfplumber; the tables of each page when they are asked for."""
    found = []
    with pdfplumber.open(io.BytesIO(path.read_bytes())) as document:
        for page in document.pages:
            page.extract_text()
            found.append(page.extract_tables({"text_x_tolerance_ratio": 0.15}) if tables else [])
            page.close()
    return found


def others() -> dict[str, Way]:
    """Return the other readers that are installed."""
    found: dict[str, Way] = {}
    try:
        from markitdown import MarkItDown

        converter = MarkItDown()
        found["markitdown"] = lambda path: converter.convert(str(path))
    except ImportError:
        print("markitdown is not installed: left out", file=sys.stderr)
    try:
        import kreuzberg

        found["kreuzberg"] = lambda path: kreuzberg.extract_file_sync(str(path))
    except ImportError:
        print("kreuzberg is not installed: left out", file=sys.stderr)
    return found


def ways() -> dict[str, Way]:
    """Return everything measured, by name."""
    return {
        "pypdfium2 text": pdfium,
        "evidence_check text": lambda path: ours(path, TEXT_ONLY),
        "evidence_check text + tables": lambda path: ours(path, WITH_TABLES),
        "pdfplumber text": lambda path: plumber(path, False),
        "pdfplumber text + tables": lambda path: plumber(path, True),
        **others(),
    }


def text_papers(corpus: Path) -> list[Path]:
    """Return the PDFs of the corpus of whose pages at least nine in ten are text and not a picture."""
    return [path for path in sorted((corpus / "documents").rglob("*.pdf")) if _is_text(path)]


def _is_text(path: Path) -> bool:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return False
    good = 0
    for index in range(len(document)):
        page = document[index]
        layer = page.get_textpage()
        good += layer.count_chars() > 100 and look_at_page(page, index).picture <= 0.5
        layer.close()
        page.close()
    enough = good >= 0.9 * len(document)
    document.close()
    return enough


def measured(paths: list[Path], rounds: int) -> list[dict[str, float]]:
    """Return the seconds of each way over all files for each round; slow ways run in the first round only."""
    found = []
    for number in range(rounds):
        spent: dict[str, float] = {}
        for path in paths:
            for name, way in ways_of_round(number).items():
                began = time.perf_counter()
                way(path)
                spent[name] = spent.get(name, 0.0) + time.perf_counter() - began
        found.append(spent)
    return found


_ALL = ways()


def ways_of_round(number: int) -> dict[str, Way]:
    """Return all ways in the first round, later only those whose ratio is near its target."""
    return _ALL if number == 0 else {name: _ALL[name] for name in ("pypdfium2 text", "evidence_check text")}


def shape(tables: Iterable[Iterable[Iterable[str | None]]]) -> list[list[list[str]]]:
    """Return tables without white space and empty rows; only those of two rows and two columns or more."""
    found = []
    for table in tables:
        rows = [["".join((cell or "").split()) for cell in row] for row in table]
        filled = [row for row in rows if any(row)]
        if len(filled) >= 2 and max(map(len, filled)) >= 2:
            found.append(filled)
    return found


def compared(paths: list[Path], details: bool) -> tuple[int, int, int]:
    """Return how many tables pdfplumber finds, how many of them we read cell by cell, and how many more we have."""
    wanted = same = more = 0
    for path in paths:
        content = ours(path, WITH_TABLES)
        mine = {page.number: _rows(page.tables) for page in content.pages} if content else {}
        for number, tables in enumerate(plumber(path, True), 1):
            left = shape(mine.get(number, []))
            for table in shape(tables):
                wanted += 1
                if table in left:
                    left.remove(table)
                    same += 1
                elif details:
                    print(f"differs: {path.name} page {number}, {len(table)} rows", file=sys.stderr)
            more += len(left)
    return wanted, same, more


def _rows(tables: tuple[Table, ...]) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in tables]


def peak(folder: Path) -> int:
    """Return the megabytes a process needs at most to read a PDF of 2,000 pages, tables included."""
    path = make_long(folder / "long.pdf")
    done = subprocess.run([sys.executable, __file__, "--only", str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout)


def report(title: str, paths: list[Path], rounds: int, details: bool) -> None:
    """Print the rows of one set of files."""
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in paths)
    times = measured(paths, rounds)
    print(f"\n{title}: {len(paths)} files, {pages} pages\n\n| way | pages/s | our text, times as fast | our text + "
          "tables, times as fast |\n|---|---:|---:|---:|")
    for name, seconds in times[0].items():
        rates = [each[name] / each["evidence_check text"] for each in times if name in each]
        with_tables = seconds / times[0]["evidence_check text + tables"]
        print(f"| {name} | {pages / seconds:.0f} | {median(rates):.2f} ({min(rates):.2f}-{max(rates):.2f}) | "
              f"{with_tables:.2f} |")
    wanted, same, more = compared(paths, details)
    print(f"\nTables pdfplumber finds: {wanted}; the same cells: {same} ({100 * same / max(1, wanted):.1f} %); "
          f"tables only we have, or have otherwise: {more}")


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--every", type=int, default=1, help="only every n-th file, for a quick look")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--only", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if asked.only:
        ours(asked.only, replace(WITH_TABLES, max_pages=100_000))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return 0
    with tempfile.TemporaryDirectory() as place:
        report("Made here", make(Path(place))[:: asked.every], asked.rounds, asked.details)
        if asked.corpus:
            report("Public papers", text_papers(asked.corpus)[:: asked.every], asked.rounds, asked.details)
        print(f"\n2,000 pages in one process: {peak(Path(place))} MB at most (wanted: under {MEMORY_LIMIT} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
