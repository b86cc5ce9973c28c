"""How long it takes to match and judge very many papers against a checklist, on one core.

    python benchmarks/matching.py [--papers 10000] [--checklist ombudsman-2026]

The papers are those of the two samples, read once without OCR, each again and again with other names, numbers and
one line of its own, so that no two texts are the same. Their facts are taken beforehand; only matching and judging
are measured, by the time the processor spends, and beside them one plain pass that folds every text once.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.matching.every import every_match
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.facts import Evidence, Facts, Person
from evidence_check.model.files import Document, Page
from evidence_check.model.outcome import Status, Verdict
from evidence_check.verdicts.judging import verdict_of
from evidence_check.words.fold import fold

SAMPLES = Path(__file__).parents[1] / "samples"
OFFICE = "dinas-sosial"
NAMES = ("Sri", "Agus", "Dewi", "Bagus", "Ratna", "Eko", "Wahyu", "Lestari", "Putra", "Handayani", "Joko", "Indah")


def papers_of_samples() -> list[Evidence]:
    """Return every paper of both samples that can be read without OCR."""
    paths = sorted(path for kind in ("pdf", "docx", "xlsx") for path in SAMPLES.glob(f"*/**/*.{kind}"))
    contents, _ = pipeline.contents_of(paths, ReadSettings(ocr=False), Serial(), 600.0)
    evidence = pipeline.examined(contents, library.catalogue())
    return [each for each in evidence if each.facts.kinds and any(page.text.strip() for page in each.document.pages)]


def varied(papers: list[Evidence], count: int, seed: int = 1) -> Iterator[Evidence]:
    """Yield so many papers, each a sample's with people, serial number and one line that are its own."""
    chance = random.Random(seed)
    for number in range(count):
        yield _another(papers[number % len(papers)], number, chance)


def _another(paper: Evidence, number: int, chance: random.Random) -> Evidence:
    names = {person.name: " ".join(chance.sample(NAMES, 3)) for person in paper.facts.people}
    serial = f"{chance.randrange(1, 1900)}.{number}"
    swaps = {**names, "188.45": serial}
    pages = [replace(page, text=_swapped(page.text, swaps)) for page in paper.document.pages]
    own = f"Berkas {number} atas nama {' '.join(chance.sample(NAMES, 2))}, lembar {chance.randrange(10**9)}"
    pages[-1] = replace(pages[-1], text=f"{pages[-1].text}\n{own}")
    file = replace(paper.document.file, path=f"{number:05}/{paper.document.file.path}", sha256=f"{number:064x}")
    return Evidence(Document(file, tuple(pages), paper.document.marks), _facts(paper.facts, names))


def _swapped(text: str, swaps: dict[str, str]) -> str:
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text


def _facts(facts: Facts, names: dict[str, str]) -> Facts:
    def renamed(person: Person) -> Person:
        return replace(person, name=names.get(person.name, person.name), nip="")

    return replace(facts, people=tuple(map(renamed, facts.people)))


def folded_once(evidence: tuple[Evidence, ...]) -> int:
    """Fold every line of every paper: the least that any look at the texts can cost."""
    pages: Iterator[Page] = (page for each in evidence for page in each.document.pages)
    return sum(len(fold(line)) for page in pages for line in page.text.splitlines())


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action."""
    begun = time.process_time()
    action()
    return time.process_time() - begun


def judged(asked: Checklist, evidence: tuple[Evidence, ...], catalogue: Mapping[str, DocumentType], office: Office,
           year: int) -> list[Verdict]:
    """Match every paper and judge every requirement, without the second looks of verdicts at each other."""
    found = every_match(asked.requirements, evidence, catalogue, office, year)
    exempt = office.not_applicable
    pairs = zip(asked.requirements, found, strict=True)
    return [verdict_of(each, matches, (), exempt, catalogue, office, year) for each, matches in pairs]


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--checklist", default="ombudsman-2026")
    asked = parser.parse_args()
    checklist, catalogue = library.checklist(asked.checklist), library.catalogue()
    office = library.office(SAMPLES / OFFICE)
    year = office.year or checklist.years[0]
    evidence = tuple(varied(papers_of_samples(), asked.papers))
    folding = seconds(lambda: folded_once(evidence))
    verdicts: list[Verdict] = []
    judging = seconds(lambda: verdicts.extend(judged(checklist, evidence, catalogue, office, year)))
    beside = (checklist, evidence, (), catalogue, library.yardsticks(), office, year)
    whole = seconds(lambda: pipeline.judged(*beside))
    long = sum(len(page.text) for each in evidence for page in each.document.pages) // max(1, len(evidence))
    found = Counter(verdict.status for verdict in verdicts)
    print(f"| {len(evidence)} papers of {long} characters, {len(verdicts)} requirements | figure | at most |")
    print("|---|---|---|")
    print(f"| matched and judged, seconds of one core | {judging:.1f} | 10 |")
    print(f"| as a multiple of folding all the texts once | {judging / folding:.1f}× | |")
    print(f"| with the second looks of all verdicts at each other, seconds | {whole:.1f} | |")
    print(f"| verdicts | {', '.join(f'{found[each]} {each}' for each in Status if found[each])} | |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
