"""How often the program is right, on real papers and on made offices whose truth is known: `docs/accuracy.md`.

    python benchmarks/accuracy.py --corpus ../shared/corpus [--seeds 101-110] [--write docs/accuracy.md] [--details]
    python benchmarks/accuracy.py --only made --medium scan --seeds 1-3 --layouts seen --details

Seeds from 100 on are for measuring; whoever tunes a rule looks at smaller ones, and at no layout held out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import offices
from truth import FACTS, Scores, compared, load, misses_of, share

from evidence_check import library, pipeline
from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.outcome import Readiness

MEDIA = ("text", "docx", "xlsx", "scan", "held out")
SHOWN_CONFUSIONS = 40


def checked(folder: Path) -> Readiness:
    """Return how ready a made office is, read and judged as `check` does it."""
    office = library.office(folder)
    if office.year is None:
        raise ValueError(f"{folder.name}: no year")
    asked = (library.checklist(office.checklist), library.catalogue(), library.yardsticks(), office, office.year)
    return pipeline.check(folder, *asked, ReadSettings(), Processes(2), 600.0)


def made(seeds: Sequence[int], medium: str, layouts: str, keep: Path | None = None) -> dict[str, Scores]:
    """Return the counts over as many made offices as there are seeds."""
    groups: dict[str, Scores] = {}
    with tempfile.TemporaryDirectory(prefix="offices-") as work:
        for seed in seeds:
            folder = (keep or Path(work)) / f"{medium}-{seed}"
            offices.make(folder, seed, medium, layouts)
            truth = load(folder.with_name(f"{folder.name}.truth.json"))
            for name, score in compared(truth, checked(folder), library.catalogue()).items():
                groups.setdefault(name, Scores()).add(score)
    return groups


def types_table(groups: Mapping[str, Scores]) -> list[str]:
    """Return how often the type was right, by medium."""
    lines = ["| papers | right | wrong | abstained | right or abstained |", "|---|---|---|---|---|"]
    for name in (each for each in MEDIA if each in groups):
        types = groups[name].types
        total = sum(types.values())
        safe = types["right"] + types["abstained"]
        told = (f"{types[each]} ({share(types[each], total)})" for each in ("right", "wrong", "abstained"))
        lines.append(f"| {name} ({total}) | {' | '.join(told)} | {share(safe, total)} |")
    return lines


def facts_table(groups: Mapping[str, Scores]) -> list[str]:
    """Return which share of the facts was exact, by medium."""
    lines = [f"| papers | {' | '.join(FACTS)} |", f"|---|{'---|' * len(FACTS)}"]
    for name in (each for each in MEDIA if each in groups):
        facts = groups[name].facts
        cells = []
        for fact in FACTS:
            right, total = facts[fact, "right"], facts[fact, "right"] + facts[fact, "wrong"]
            cells.append(f"{share(right, total)} of {total}" if total else "–")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def splits_table(groups: Mapping[str, Scores]) -> list[str]:
    """Return how well bundles were split."""
    lines = ["| papers | right | missed | needless | F1 |", "|---|---|---|---|---|"]
    for name in (each for each in MEDIA if each in groups and groups[each].splits):
        split = groups[name].splits
        right, missed, needless = split["right"], split["missed"], split["needless"]
        f1 = share(2 * right, 2 * right + missed + needless)
        lines.append(f"| {name} | {right} | {missed} | {needless} | {f1} |")
    return lines


def verdicts_table(runs: Mapping[str, dict[str, Scores]]) -> list[str]:
    """Return precision and recall of *Terpenuhi*, by the medium of the office."""
    lines = ["| offices | met and green | green, not met | met, not green | not met, not green | precision | recall |",
             "|---|---|---|---|---|---|---|"]  # fmt: skip
    for medium, groups in runs.items():
        verdicts = groups["verdicts"].verdicts
        met, wrong, lost = verdicts["met"], verdicts["wrong"], verdicts["lost"]
        cells = f"{met} | {wrong} | {lost} | {verdicts['open']} | {share(met, met + wrong)} | {share(met, met + lost)}"
        lines.append(f"| {medium} | {cells} |")
    return lines


def confusions(groups: Mapping[str, Scores]) -> list[str]:
    """Return the confusion matrix off its diagonal, the most frequent first; on it, one line for all."""
    all_of: Counter[tuple[str, str]] = Counter()
    for name in (each for each in MEDIA[:-1] if each in groups):
        all_of.update(groups[name].confused)
    lines = ["| is | taken for | times | of |", "|---|---|---|---|"]
    totals = Counter({kind: 0 for kind, _ in all_of})
    for (kind, _), count in all_of.items():
        totals[kind] += count
    off = sorted((-count, pair) for pair, count in all_of.items() if pair[0] != pair[1])
    for count, (kind, taken) in off[:SHOWN_CONFUSIONS]:
        lines.append(f"| {kind} | {taken} | {-count} | {totals[kind]} |")
    return lines


def main() -> int:
    """Print the figures of what was asked for, and write the page when told where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--seeds", default="101-103")
    parser.add_argument("--medium", action="append", choices=("text", "scan", "mixed"))
    parser.add_argument("--layouts", choices=("all", "seen", "held-out"), default="all")
    parser.add_argument("--keep", type=Path, help="a folder to leave the made offices in")
    parser.add_argument("--only", choices=("made", "real"))
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    runs = {} if asked.only == "real" else {
        each: made(seeds, each, asked.layouts, asked.keep) for each in asked.medium or ("text", "scan")
    }
    for medium, groups in runs.items():
        tables = (types_table(groups), facts_table(groups), splits_table(groups), verdicts_table({medium: groups}))
        sys.stdout.write("\n".join([f"\n## {medium}", *(line for table in tables for line in (*table, ""))]))
        if asked.details:
            sys.stdout.write("\n".join(misses_of(groups)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
