"""How well pages are recognised, against raw Tesseract on the unprepared picture, and how fast.

    python benchmarks/ocr.py ../shared/corpus/ocr [--tuned] [--jobs 2] [--speed] [--lost]

CER is the edit distance over the length of the truth, white space folded: it counts another reading order as errors.
Unordered errors pair every word of the truth with the likest word read, so that only wrong, lost and added letters
count. Recall is the share of the truth's words read letter by letter. Made scans are those kept out of tuning,
unless `--tuned` is asked for. The truth of the corpus is in the order of a PDF's text layer, which in tables and
justified lines is not the order of reading: its CER cannot come near zero.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import scans
from PIL import Image
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from evidence_check.extract import ocr, tesseract
from evidence_check.extract.lost_lines import unread_ink
from evidence_check.extract.prepare import brightest_channel, prepare
from evidence_check.extract.rulings import without_rulings
from evidence_check.extract.settings import ReadSettings

SETTINGS = ReadSettings()
TARGETS = {"text": 0.015, "table": 0.03}

Job = tuple[str, Image.Image, str]
"""The class of a page, its picture and its truth."""


def character_errors(truth: str, read: str) -> float:
    """Return the edit distance over the length of the truth, white space folded."""
    truth, read = " ".join(truth.split()), " ".join(read.split())
    return Levenshtein.distance(truth, read) / max(1, len(truth))


def unordered_errors(truth: str, read: str) -> float:
    """Return the wrong, lost and added letters over the letters of the truth, each word paired with its likest."""
    wanted, found = Counter(truth.split()), Counter(read.split())
    left, right = list((wanted - found).elements()), list((found - wanted).elements())
    errors = sum(map(len, left)) + sum(map(len, right))
    if left and right:
        apart = process.cdist(left, right, scorer=Levenshtein.distance)
        saved = np.add.outer([len(word) for word in left], [len(word) for word in right]) - apart
        used: tuple[set[int], set[int]] = (set(), set())
        for place in np.argsort(-saved, axis=None).tolist():
            one, other = divmod(place, len(right))
            if one not in used[0] and other not in used[1] and saved[one, other] > 0:
                used[0].add(one)
                used[1].add(other)
                errors -= int(saved[one, other])
    return errors / max(1, len("".join(truth.split())))


def recall(truth: str, read: str) -> float:
    """Return the share of the truth's words that were read exactly, in any order."""
    wanted = Counter(truth.split())
    return (wanted & Counter(read.split())).total() / max(1, wanted.total())


def raw(image: Image.Image) -> str:
    """Return what Tesseract makes of a picture by itself."""
    engine = tesseract._engine(tesseract._folder(SETTINGS), SETTINGS.language)
    engine.SetPageSegMode(tesseract.WHOLE_PAGE)
    engine.SetImage(image)
    return str(engine.GetUTF8Text())


def measured(job: Job) -> tuple[str, list[float]]:
    """Return the figures of one page: raw CER, unordered errors and recall, then ours."""
    name, image, truth = job
    texts = (raw(image), ocr.recognise(image, SETTINGS).text)
    return name, [figure(truth, text) for text in texts for figure in (character_errors, unordered_errors, recall)]


def timed(job: Job) -> tuple[float, float]:
    """Return the seconds raw Tesseract takes for a prepared picture, and those we take from the picture as scanned."""
    prepared = prepare(brightest_channel(job[1]))
    start = time.perf_counter()
    raw(prepared)
    between = time.perf_counter()
    ocr.recognise(job[1], SETTINGS)
    return between - start, time.perf_counter() - between


def flagged(job: Job) -> tuple[bool, bool]:
    """Return whether lines are said to be lost on the page as it is, and when every eighth line is taken away.

    The lines are taken from what was recognised, not from the picture, as when Tesseract passes them over.
    """
    page, _ = without_rulings(prepare(brightest_channel(job[1])))
    words = tesseract.words_in(page, SETTINGS)
    lines = sorted({word.line for word in words})
    kept = [word for word in words if lines.index(word.line) % 8 != 3]
    return tuple(ocr.share_lost(unread_ink(page, some), some) >= ocr.LOST for some in (words, kept))  # type: ignore[return-value]


def jobs(corpus: Path, which: tuple[tuple[str, int], ...]) -> Iterator[Job]:
    """Yield every page: those of the corpus, then the made ones by class."""
    for end in ("_200.png", "_150deg.jpg"):
        for path in sorted(corpus.glob(f"*{end}")):
            truth = path.with_name(path.name.removesuffix(end) + ".gt.txt").read_text("utf-8")
            yield f"corpus {end[1:]}", Image.open(path).copy(), truth
    for kind in scans.KINDS:
        for damage in scans.DAMAGES:
            yield from ((f"{kind}: {damage}", image, truth) for image, truth in scans.scans(kind, damage, which))


def quality(found: Iterator[tuple[str, list[float]]]) -> str:
    """Return the figures as a Markdown table, a row for each class of pages."""
    classes: dict[str, list[list[float]]] = {}
    for name, figures in found:
        classes.setdefault(name, []).append(figures)
    lines = [
        "| pages | n | raw CER | raw unordered | raw recall | CER | unordered | recall | target CER | better |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, rows in classes.items():
        mean = np.mean(rows, axis=0)
        target = TARGETS.get(name.partition(":")[0])
        better = "yes" if mean[3] <= mean[0] and mean[5] >= mean[2] else "no"
        shown = " | ".join(f"{value:.4f}" for value in mean)
        lines.append(f"| {name} | {len(rows)} | {shown} | {f'{target:.3f}' if target else '–'} | {better} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table that was asked for; exit 0 always, this is a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--tuned", action="store_true", help="the made scans that were used in tuning")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="only every n-th page, for a quick look")
    parser.add_argument("--speed", action="store_true", help="speed instead of quality")
    parser.add_argument("--lost", action="store_true", help="how surely lost lines are told, instead of quality")
    asked = parser.parse_args()
    made = scans.TUNED if asked.tuned else scans.HELD_OUT
    chosen = list(islice(jobs(asked.corpus, made), 0, None, asked.every))
    with get_context("spawn").Pool(asked.jobs) as pool:
        if asked.speed:
            times = np.array(pool.map(timed, chosen, chunksize=1)).sum(axis=0)
            print("| recognising, all cores | times the pages a second of raw Tesseract | at least |\n|---|---|---|")
            print(f"| preparation, reading and layout of {len(chosen)} pages, against reading alone "
                  f"| {times[0] / times[1]:.2f}× | 0.9× |")
        elif asked.lost:
            told = np.array(pool.map(flagged, chosen, chunksize=1))
            print("| lost lines | said of | pages |\n|---|---|---|")
            print(f"| no line is lost | {told[:, 0].sum()} | {len(told)} |")
            print(f"| every eighth line is lost | {told[:, 1].sum()} | {len(told)} |")
        else:
            print(quality(iter(pool.imap(measured, chosen, chunksize=1))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
