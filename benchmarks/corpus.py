"""How often `identify` names the right type on real, labelled files: right, wrong, abstained.

    python benchmarks/corpus.py ../shared/corpus [--details]

The files are read where they are and never copied; figures are printed by label and by source. The two thresholds
that were tuned are scored once more with every source left out in turn: chosen on the others, used on this one.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.facts.kinds import Recogniser
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import ACCEPTED, MARGIN, Evidence

# What a label of the corpus allows as an answer, by type of the catalogue or by a general type it belongs to.
ALLOWED: dict[str, tuple[str, ...]] = {
    "sk_lainnya": ("sk_generic",),
    "laporan_pengaduan": ("laporan_pengaduan", "rekap_pengaduan", "register_pengaduan"),
    "notulen": ("notulen",),
    "publikasi_pengaduan": ("publikasi_pengaduan",),
}
RESULTS = ("right", "wrong", "abstained")
ACCEPTEDS = tuple(each / 100 for each in range(45, 86, 5))
MARGINS = tuple(each / 100 for each in range(0, 17, 4))
WRONG_COSTS = 10
BANDS = (0.35, 0.5, 0.65, 0.8, 0.95)


@dataclass(frozen=True)
class Paper:
    """A labelled file with the documents the program found in it."""

    file: str
    label: str
    evidence: tuple[Evidence, ...]

    @property
    def source(self) -> str:
        """Return whose file it is."""
        return self.file.split("/")[0]


class Judge:
    """Says whether the answer to a paper is right, at the thresholds of the program or at others."""

    def __init__(self, catalogue: Mapping[str, DocumentType]) -> None:
        self._catalogue = catalogue
        self._recogniser = Recogniser(catalogue)

    def answer(self, paper: Paper, accepted: float = ACCEPTED, margin: float = MARGIN) -> str:
        """Return the settled type of the first document that has one, empty when the program abstains."""
        kinds = (self._recogniser.settled(each.facts.kinds, accepted, margin) for each in paper.evidence)
        return next((kind.type for kind in kinds if kind), "")

    def outcome(self, paper: Paper, accepted: float = ACCEPTED, margin: float = MARGIN) -> str:
        """Say whether the answer is right, wrong, or an abstention.

        A template is told as such and never counts as evidence, so it is right for papers that are none.
        """
        kind = self.answer(paper, accepted, margin)
        if paper.label == "other":
            return "right" if not kind or is_template(paper) or not self._catalogue[kind].evidence else "wrong"
        return ("right" if self.fits(paper, kind) else "wrong") if kind else "abstained"

    def fits(self, paper: Paper, kind: str) -> bool:
        """Say whether a type is the label of the paper, or belongs to it."""
        return bool(line_of(kind, self._catalogue) & set(ALLOWED.get(paper.label, (paper.label,))))

    def is_evidence(self, kind: str) -> bool:
        """Say whether papers of the type may serve a requirement."""
        return self._catalogue[kind].evidence


def is_template(paper: Paper) -> bool:
    """Say whether the paper is told to be a template or a draft, so that it cannot count."""
    return any(finding.code in ("EC201", "EC205") for each in paper.evidence for finding in each.facts.findings)


def line_of(kind: str, catalogue: Mapping[str, DocumentType]) -> set[str]:
    """Return a type with all the general types it belongs to."""
    line = set()
    while kind:
        line.add(kind)
        kind = catalogue[kind].kind_of
    return line


def papers_of(corpus: Path, catalogue: Mapping[str, DocumentType]) -> tuple[list[Paper], int]:
    """Return the labelled files as the program reads them, and how many it could not read."""
    with (corpus / "labels.csv").open(encoding="utf-8") as lines:
        labels = [row for row in csv.DictReader(lines) if row["label"] != "ambiguous"]
    paths = [corpus / "documents" / row["file"] for row in labels]
    evidence, unread = pipeline.identify(paths, dict(catalogue), ReadSettings(), Processes(2), 600.0)
    by_hash: dict[str, list[Evidence]] = {}
    for each in evidence:
        by_hash.setdefault(each.document.file.sha256, []).append(each)
    papers = [Paper(row["file"], row["label"], tuple(by_hash.get(row["sha256"], ()))) for row in labels]
    return papers, len(unread)


def counted(papers: Iterable[Paper], judge: Judge, key: Callable[[Paper], str]) -> dict[str, Counter[str]]:
    """Return the outcomes by what `key` says of a paper."""
    counts: dict[str, Counter[str]] = {}
    for paper in papers:
        counts.setdefault(key(paper), Counter())[judge.outcome(paper)] += 1
    return counts


def chosen(papers: Sequence[Paper], judge: Judge) -> tuple[float, float]:
    """Return the thresholds that do best on some papers; of equals, those nearest to the program's own.

    A wrong type costs as much as ten right ones bring, so that none is bought with it.
    """
    def worth(pair: tuple[float, float]) -> tuple[float, float]:
        outcomes = Counter(judge.outcome(paper, *pair) for paper in papers)
        return outcomes["right"] - WRONG_COSTS * outcomes["wrong"], -abs(pair[0] - ACCEPTED) - abs(pair[1] - MARGIN)

    return max(((accepted, margin) for accepted in ACCEPTEDS for margin in MARGINS), key=worth)


def left_out(papers: Sequence[Paper], judge: Judge) -> Iterator[tuple[str, float, float, Counter[str]]]:
    """Yield each source with the thresholds chosen without it and how its own papers fare at these."""
    for source in sorted({paper.source for paper in papers}):
        accepted, margin = chosen([each for each in papers if each.source != source], judge)
        own = [each for each in papers if each.source == source]
        yield source, accepted, margin, Counter(judge.outcome(each, accepted, margin) for each in own)


def left_out_table(papers: Sequence[Paper], judge: Judge) -> list[str]:
    """Return how every source fares at thresholds that were chosen without it."""
    lines = ["| source left out | accepted from | margin | right | wrong | abstained |", "|---|---|---|---|---|---|"]
    total: Counter[str] = Counter()
    for source, accepted, margin, outcomes in left_out(papers, judge):
        total.update(outcomes)
        told = " | ".join(str(outcomes[each]) for each in RESULTS)
        lines.append(f"| {source} | {accepted:.2f} | {margin:.2f} | {told} |")
    return [*lines, f"| **all** | | | {' | '.join(str(total[each]) for each in RESULTS)} |"]


def reliability_table(papers: Sequence[Paper], judge: Judge) -> list[str]:
    """Return how often the best candidate is right, by its score, settled or not."""
    bands: dict[int, Counter[bool]] = {}
    for paper in papers:
        best = max((kinds[0] for each in paper.evidence if (kinds := each.facts.kinds)), default=None,
                   key=lambda kind: kind.score)  # fmt: skip
        if best and judge.is_evidence(best.type):
            band = sum(best.score >= least for least in BANDS)
            fits = judge.fits(paper, best.type) or (paper.label == "other" and is_template(paper))
            bands.setdefault(band, Counter())[fits] += 1
    edges = (0.0, *BANDS, 1.0)
    lines = ["| score of the best candidate | papers | it is right |", "|---|---|---|"]
    for band in sorted(bands):
        right, count = bands[band][True], sum(bands[band].values())
        lines.append(f"| {edges[band]:.2f}–{edges[band + 1]:.2f} | {count} | {right} ({right / count:.2f}) |")
    return lines


def outcome_table(counts: Mapping[str, Counter[str]], title: str) -> list[str]:
    """Return right, wrong and abstained by group, and of all."""
    lines = [f"| {title} | right | wrong | abstained |", "|---|---|---|---|"]
    lines += [f"| {key} | {' | '.join(str(counts[key][each]) for each in RESULTS)} |" for key in sorted(counts)]
    total = sum(counts.values(), Counter[str]())
    return [*lines, f"| **all** | {' | '.join(str(total[each]) for each in RESULTS)} |"]


def confusion_table(papers: Iterable[Paper], judge: Judge) -> list[str]:
    """Return every pair of what a paper is and what it was taken for, with how often."""
    pairs = Counter((paper.label, judge.answer(paper) or "–", judge.outcome(paper)) for paper in papers)
    ordered = sorted(pairs.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0]))
    lines = ["| is | taken for | times | |", "|---|---|---|---|"]
    return [*lines, *(f"| {label} | {kind} | {count} | {result} |" for (label, kind, result), count in ordered)]


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--details", action="store_true")
    asked = parser.parse_args()
    catalogue = library.catalogue()
    judge = Judge(catalogue)
    papers, unread = papers_of(asked.corpus, catalogue)
    for paper in papers if asked.details else ():
        result = judge.outcome(paper)
        if result != "right":
            print(f"{result:10} {paper.label:20} {judge.answer(paper) or '-':24} {paper.file}")
    tables = (
        outcome_table(counted(papers, judge, lambda paper: paper.label), "label"),
        outcome_table(counted(papers, judge, lambda paper: paper.source), "source"),
        left_out_table(papers, judge),
        reliability_table(papers, judge),
    )
    print("\n\n".join("\n".join(table) for table in tables))
    print(f"\nFiles unread: {unread}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
