"""How long it takes to gather what papers say about themselves, in milliseconds a page and against folding their text.

    python benchmarks/facts.py [--samples samples] [--rounds 5] [--no-ocr]

The samples are read once; then only the gathering is timed, by the time the processor spends, with nothing
remembered from the round before. A law and a staff list are made to be long.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.executors.serial import Serial
from evidence_check.extract.heads import with_heads
from evidence_check.extract.settings import ReadSettings
from evidence_check.facts.dates import dates_in
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.language import mentions_in
from evidence_check.model.facts import Kind
from evidence_check.model.files import Content, Document, File, Page, ReadAs, Table
from evidence_check.sources import LocalFolder
from evidence_check.words import fold as folding

AIM = "< 20 ms"
Paper = tuple[Document, tuple[Kind, ...]]


def sample(root: Path, settings: ReadSettings) -> list[Paper]:
    """Return the papers of one sample with the types they may be."""
    office = library.office(root)
    asked = (library.checklist(office.checklist), library.catalogue(), office, office.year or 2026)
    found = pipeline.check(LocalFolder(root), *asked, settings, Serial(1), 300.0)  # fmt: skip
    return [(each.document, each.facts.kinds) for each in found.evidence]


def made(texts: Sequence[str], tables: Sequence[tuple[tuple[str, ...], ...]], kind: str) -> list[Paper]:
    """Return a paper of these pages as the type it is."""
    file = File("made.pdf", 1, "0" * 64, "pdf")
    pages = tuple(
        Page(number, text, ReadAs.TEXT, 1.0, tuple(Table(rows) for rows in tables[number - 1 : number]))
        for number, text in enumerate(texts, start=1)
    )
    return [(Document(file, with_heads(Content(file, pages)).pages), (Kind(kind, 1.0),))]


def law(pages: int) -> list[Paper]:
    """Return a law, no line of which is like another."""
    first = "UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 25 TAHUN 2009\nTENTANG\nPELAYANAN PUBLIK\n"
    lines = [f"({number}) Penyelenggara ke-{number} wajib menyusun standar.\n" for number in range(pages * 30)]
    middle = ["".join(lines[30 * page : 30 * page + 30]) for page in range(2, pages)]
    last = "Disahkan di Jakarta\npada tanggal 18 Juli 2009\nPRESIDEN REPUBLIK INDONESIA,\nttd\nSEKAR AYU WIDURI\n"
    return made([first, *middle, last], [], "undang_undang")


def staff(count: int) -> list[Paper]:
    """Return a staff list, forty to a page."""
    nips = [f"19800101{2000 + number // 999}011{number % 999 + 1:03}" for number in range(count)]
    rows = [(str(number), f"Widuri {chr(97 + number % 26)}", nip, "Analis") for number, nip in enumerate(nips, start=1)]
    pages = [tuple(rows[start : start + 40]) for start in range(0, count, 40)]
    pages[0] = (("NO", "NAMA", "NIP", "JABATAN"), *pages[0])
    texts = ["\n".join(" ".join(row) for row in page) for page in pages]
    return made(texts, pages, "data_kepegawaian")


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of some work that remembers nothing from before."""
    for remembered in (folding.fold_kept, dates_in, mentions_in):
        remembered.cache_clear()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def row(name: str, papers: Sequence[Paper], rounds: int) -> str:
    """Return the line of the table on some papers."""
    catalogue = library.catalogue()
    pages = [page for document, _ in papers for page in document.pages]
    texts = [page.text for page in pages]
    facts_of(papers[0][0], catalogue, papers[0][1])
    pairs = [
        (
            milliseconds(lambda: [facts_of(document, catalogue, kinds) for document, kinds in papers]),
            milliseconds(lambda: [folding.fold(line) for text in texts for line in text.splitlines()]),
        )
        for _ in range(rounds)
    ]
    gathered, folded = (statistics.median(each) for each in zip(*pairs, strict=True))
    return f"| {name} | {len(pages)} | {gathered / len(pages):.2f} ms | {AIM} | {gathered / folded:.0f}× |"


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path(__file__).parents[1] / "samples")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-ocr", action="store_true")
    asked = parser.parse_args()
    print("| papers | pages | a page | aim | against folding its lines |\n|---|---|---|---|---|")
    for root in sorted(path.parent for path in asked.samples.glob("*/evidence-check.yaml")):
        print(row(root.name, sample(root, ReadSettings(ocr=not asked.no_ocr)), asked.rounds), flush=True)
    print(row("a law", law(460), asked.rounds))
    print(row("a list of 2,000 staff", staff(2000), asked.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
