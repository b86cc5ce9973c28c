"""Whole office folders with known truth: invented offices, sound papers and papers that only look sound.

    python benchmarks/offices.py FOLDER --seed 7 --offices 3 --medium mixed

Each office becomes `FOLDER/kantor-<seed>-<n>/` with its `evidence-check.yaml`, and beside it, where the program
does not read it, `FOLDER/kantor-<seed>-<n>.truth.json`:

    format 1, office, checklist, year, seed, medium
    files         by path in the folder (`evidence-check.yaml` left out); inside an archive `kiriman.zip/› …`, as the
                  program writes it. To each path a list of its logical papers in their order, empty for no paper:
        first, last   pages from 1 (sheets of a workbook; `last` is null for a Word file: the whole of it)
        type          of the catalogue
        layout        which of the three layouts of the type
        held_out      true: no rule may be tuned on this layout
        medium        text, scan, docx or xlsx
        defect        empty, or draft template wrong_year other_unit wrong_subject empty_form same_person
                      near_duplicate arithmetic missing_component unsigned blank_number
        asked         the requirement it was made for, empty for noise
        trait         harmless: bundle upside_down wrong_folder, parted by blanks
        facts         number, date, year, period, office, people [role, name, NIP], as `papermaking/scene.py` tells
    requirements  every one of the checklist in its order: `{id, met, why}`; `met` is null for what is not judged from
                  papers (photos, interviews, secondary data) and for what does not apply

`wrong_subject` is a paper that is soundly another type (`type` says which) in the place of the one asked for. Of papers
by the same person every one but the first is superfluous, yet all bear `same_person`. `met` follows from all papers of
the folder: one made for another requirement counts too. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from officemaking.writing import YEARS, write

MEDIA = ("mixed", "text", "scan", "docx")


def make(
    folder: Path, seed: int | str, medium: str = "mixed", layouts: str = "all", checklist: str = "", papers: int = 60
) -> None:
    """Write one office to `folder` and its truth to `folder` + `.truth.json`; no checklist named: one is drawn.

    Papers nobody asked for make up the number where the requirements alone draw fewer.
    """
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, str(seed), medium, layouts, checklist, papers)


def main() -> int:
    """Read the command line and make the offices."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--offices", type=int, default=1)
    parser.add_argument("--medium", choices=MEDIA, default="mixed")
    parser.add_argument("--layouts", choices=("all", "seen", "held-out"), default="all")
    parser.add_argument("--checklist", choices=tuple(YEARS), default="", help="one for all; else one is drawn for each")
    parser.add_argument("--papers", type=int, default=60, help="about how many an office has")
    options = parser.parse_args()
    for number in range(1, options.offices + 1):
        folder = options.folder / f"kantor-{options.seed}-{number}"
        make(folder, f"{options.seed}-{number}", options.medium, options.layouts, options.checklist, options.papers)
        sys.stdout.write(f"{folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
