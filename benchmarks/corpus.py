"""How often `identify` names the right type on real, labelled files: right, wrong, abstained.

    python benchmarks/corpus.py ../shared/corpus [--details]

The files are read where they are and never copied; figures are printed by label and by source.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Evidence

# What a label of the corpus allows as an answer, by type of the catalogue or by a general type it belongs to.
ALLOWED: dict[str, tuple[str, ...]] = {
    "sk_lainnya": ("sk_generic",),
    "laporan_pengaduan": ("laporan_pengaduan", "rekap_pengaduan", "register_pengaduan"),
    "notulen": ("notulen",),
    "publikasi_pengaduan": ("publikasi_pengaduan",),
}


def answer(evidence: Iterable[Evidence]) -> str:
    """Return the settled type of the first document that has one, empty when the program abstains.

    A template is told as such and never counts as evidence, so it is no answer for papers that are none.
    """
    return next((each.facts.kind.type for each in evidence if each.facts.kind), "")


def is_template(evidence: Iterable[Evidence]) -> bool:
    """Say whether the paper is told to be a template or a draft, so that it cannot count."""
    return any(finding.code in ("EC201", "EC205") for each in evidence for finding in each.facts.findings)


def line_of(kind: str, catalogue: dict[str, DocumentType]) -> set[str]:
    """Return a type with all the general types it belongs to."""
    line = set()
    while kind:
        line.add(kind)
        kind = catalogue[kind].kind_of
    return line


def outcome(label: str, kind: str, template: bool, catalogue: dict[str, DocumentType]) -> str:
    """Say whether an answer is right, wrong, or an abstention."""
    if label == "other":
        return "right" if not kind or template or not catalogue[kind].evidence else "wrong"
    if not kind:
        return "abstained"
    return "right" if line_of(kind, catalogue) & set(ALLOWED.get(label, (label,))) else "wrong"


def main() -> int:
    """Print the figures; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--details", action="store_true")
    asked = parser.parse_args()
    catalogue = library.catalogue()
    labels = [row for row in csv.DictReader((asked.corpus / "labels.csv").open(encoding="utf-8"))
              if row["label"] != "ambiguous"]
    paths = [asked.corpus / "documents" / row["file"] for row in labels]
    evidence, unread = pipeline.identify(paths, catalogue, ReadSettings(), Processes(2), 600.0)
    by_hash: dict[str, list[Evidence]] = {}
    for each in evidence:
        by_hash.setdefault(each.document.file.sha256, []).append(each)
    by_label: dict[str, Counter[str]] = {}
    by_source: dict[str, Counter[str]] = {}
    for row in labels:
        found = by_hash.get(row["sha256"], [])
        kind = answer(found)
        result = outcome(row["label"], kind, is_template(found), catalogue)
        by_label.setdefault(row["label"], Counter())[result] += 1
        by_source.setdefault(row["file"].split("/")[0], Counter())[result] += 1
        if asked.details and result != "right":
            print(f"{result:10} {row['label']:20} {kind or '-':24} {row['file']}")
    for title, table in (("label", by_label), ("source", by_source)):
        print(f"\n{title:24} right wrong abstained")
        for key in sorted(table):
            print(f"{key:24} {table[key]['right']:5} {table[key]['wrong']:5} {table[key]['abstained']:9}")
    total = sum(by_label.values(), Counter())
    print(f"\n{'all':24} {total['right']:5} {total['wrong']:5} {total['abstained']:9}   unread files: {len(unread)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
