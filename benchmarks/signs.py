"""How often ink and stamps are seen on made scans that have them, and claimed on scans that have none.

python benchmarks/signs.py                 # the held-out seeds, every way of scanning
python benchmarks/signs.py --seeds 1 2 3
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import scans  # noqa: E402
from papermaking import blocks as b  # noqa: E402
from papermaking import pdf as printing  # noqa: E402
from papermaking import scan as copying  # noqa: E402
from papermaking.office import Office, sosial  # noqa: E402
from papermaking.products import SOSIAL  # noqa: E402
from reportlab.lib.colors import Color  # noqa: E402

HELD_OUT = tuple(range(101, 109))
SIGNED = {"none": (False, False), "ink": (True, False), "stamp": (False, True), "both": (True, True)}
BESIDE = ("none", "qr", "ttd", "grid")
SCENES = (*((signed, "none") for signed in SIGNED), *(("none", beside) for beside in BESIDE[1:]))
WAYS = ("colour", "grey", "coarse", "photo")
PENS = (Color(0.10, 0.12, 0.45), Color(0.08, 0.08, 0.10), Color(0.15, 0.25, 0.75), Color(0.2, 0.2, 0.25))
PADS = (Color(0.36, 0.22, 0.62), Color(0.2, 0.3, 0.75), Color(0.75, 0.15, 0.25), Color(0.5, 0.2, 0.6))


@dataclass(frozen=True, slots=True)
class Scan:
    """A made scan of one page: how it was scanned, how it is signed, and what else stands there."""

    image: Image.Image
    way: str
    signed: str
    beside: str

    @property
    def truth(self) -> frozenset[str]:
        """What lies on the page: `ink`, `stamp`, both or nothing."""
        return frozenset(name for name, there in zip(("ink", "stamp"), SIGNED[self.signed], strict=True) if there)


def made(seeds: tuple[int, ...]) -> Iterator[Scan]:
    """Yield for every seed each way of signing, and each of what else may stand there; how it is scanned goes round."""
    office = sosial(SOSIAL)
    for seed in seeds:
        for at, (signed, beside) in enumerate(SCENES):
            way = WAYS[(seed + at) % len(WAYS)]
            chance = Random(f"{seed} {signed} {beside}")
            printing.INK, printing.STAMP = chance.choice(PENS), chance.choice(PADS)
            page = _page(office, signed, beside, chance)
            yield Scan(_scanned(page, way, chance), way, signed, beside)


def _page(office: Office, signed: str, beside: str, chance: Random) -> Image.Image:
    ink, stamp = SIGNED[signed]
    person = chance.choice((office.head, *office.staff))
    sign = b.Sign(
        (f"Ditetapkan di {office.place}", "pada tanggal 5 Januari 2026", f"{person.post.upper()},"),
        person, ink, office.stamp if stamp else "", "ttd" if beside == "ttd" else "", person.name,
    )  # fmt: skip
    words = (b.Text(" ".join(scans._sentence(chance) for _ in range(3))) for _ in range(chance.randint(2, 6)))
    rows = tuple((str(at), scans._deed(chance), scans._sentence(chance), "") for at in range(1, 7))
    grid = (b.Grid((("No", "Uraian", "Keterangan", "Paraf"), *rows), (1, 4, 6, 2)),) if beside == "grid" else ()
    block = b.Signs((sign, None)) if chance.random() < 0.2 else sign
    paper = b.Paper(
        (b.Kop(office), b.Title(("KEPUTUSAN KEPALA DINAS SOSIAL", "NOMOR 12 TAHUN 2026")), *words, *grid, block),
        font=chance.choice(tuple(printing.FONTS)), size=chance.choice(("a4", "folio")),
    )  # fmt: skip
    page = copying.pictures(paper, 200)[-1]
    return _with_square(page, chance) if beside == "qr" else page


def _with_square(page: Image.Image, chance: Random) -> Image.Image:
    """Return a page with the square code of an electronic signature where others sign."""
    draw = ImageDraw.Draw(page)
    dot, left, top = 6, round(page.width * chance.uniform(0.5, 0.65)), round(page.height * chance.uniform(0.45, 0.7))
    for row in range(29):
        for column in range(29):
            if chance.random() < 0.5:
                x, y = left + dot * column, top + dot * row
                draw.rectangle((x, y, x + dot - 1, y + dot - 1), fill="black")
    return page


def _scanned(page: Image.Image, way: str, chance: Random) -> Image.Image:
    if way == "photo":
        return scans.photographed(page, chance)
    small = page.resize((page.width * 3 // 4, page.height * 3 // 4), Image.Resampling.BOX) if way == "coarse" else page
    return scans._squeezed(copying.worn(small, chance, way == "grey"), 45 if way == "coarse" else 60)


def main() -> int:
    """Read the command line, read every scan, and print what a paper is said to be signed with."""
    from evidence_check.extract.ocr import ocr_page
    from evidence_check.extract.settings import ReadSettings
    from evidence_check.facts.gathering import facts_of
    from evidence_check.model.files import Document, File

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=HELD_OUT)
    counted: Counter[tuple[str, str, str]] = Counter()
    start = time.monotonic()
    file = File("a.pdf", 1, "0" * 64, "pdf")
    for scan in made(tuple(parser.parse_args().seeds)):
        page = ocr_page(scan.image, file, 1, ReadSettings())
        seen = {sign.name for sign in facts_of(Document(file, (page,)), {}).signs}
        for name in ("ink", "stamp"):
            for group in (scan.way, "all", f"unsigned, {scan.beside}" if scan.signed == "none" else scan.signed):
                counted[group, name, _named(name in scan.truth, name in seen)] += 1
    sys.stdout.write(_table(counted) + f"\n{time.monotonic() - start:.0f} s\n")
    return 0


def _named(there: bool, seen: bool) -> str:
    return ("hit" if seen else "missed") if there else ("claimed" if seen else "quiet")


def _table(counted: Counter[tuple[str, str, str]]) -> str:
    heads = ("scans", "mark", "there, seen", "there, missed", "not there, claimed", "not there, quiet")
    rows = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for group, name in sorted({key[:2] for key in counted}):
        figures = " | ".join(str(counted[group, name, each]) for each in ("hit", "missed", "claimed", "quiet"))
        rows.append(f"| {group} | {name} | {figures} |")
    return "\n".join(rows)


if __name__ == "__main__":
    raise SystemExit(main())
