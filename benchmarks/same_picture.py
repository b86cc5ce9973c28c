"""How surely the same picture is known again, and how seldom another is taken for it.

`python -m benchmarks.same_picture [--pictures 60]`: drawn photographs of offices, each seen from its own place, in four
copies as people make them (compressed, made smaller, cut at the edges, made brighter or darker) and two worse ones.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from random import Random

from PIL import Image, ImageDraw, ImageEnhance

from benchmarks.papermaking import photo
from evidence_check.extract.looks import look_of
from evidence_check.model.pictures import SAME, distance

HEADS = (
    "MAKLUMAT PELAYANAN", "ALUR PELAYANAN", "BIAYA PELAYANAN", "PERSYARATAN", "JAM PELAYANAN", "STANDAR PELAYANAN",
    "KANAL PENGADUAN", "INDEKS KEPUASAN", "VISI DAN MISI", "JANGKA WAKTU", "PRODUK LAYANAN", "KODE ETIK",
    "TIM PENGAWASAN", "DASAR HUKUM", "MOTO LAYANAN", "DAFTAR TARIF",
)  # fmt: skip
WORDS = (
    "kartu", "keluarga", "akta", "surat", "pengantar", "loket", "petugas", "berkas", "lengkap", "lima", "hari", "kerja",
    "gratis", "tanpa", "biaya", "telepon", "nomor", "senin", "kamis", "jumat", "pukul", "delapan", "sampai", "empat",
)  # fmt: skip
SIGNS = ("RUANG TUNGGU", "RUANG LAKTASI", "RUANG BERMAIN", "MUSALA")
THINGS = (
    ("parking", "PARKIR"), ("wheelchair", "KURSI RODA"), ("box", "KOTAK SARAN"), ("extinguisher", "APAR"),
    ("door", "TOILET"),
)  # fmt: skip


@cache
def picture(number: int) -> Image.Image:
    """Return a drawn photograph, with people and plants in the way, seen from a place of its own."""
    random = Random(f"picture {number}")
    image = Image.open(io.BytesIO(_scene(number, random))).convert("RGB")
    draw = ImageDraw.Draw(image)
    for _ in range(random.randint(1, 4)):
        x, y = random.randint(0, image.width), random.randint(image.height // 3, image.height)
        w, h = random.randint(30, 110), random.randint(60, 210)
        draw.ellipse([x - w, y - h, x + w, y + h], fill=tuple(random.randint(20, 200) for _ in range(3)))
    share = random.uniform(0.62, 0.95)
    width, height = int(image.width * share), int(image.height * share)
    left, top = random.randint(0, image.width - width), random.randint(0, image.height - height)
    return image.crop((left, top, left + width, top + height))


def _scene(number: int, random: Random) -> bytes:
    kind, which = number % 4, number // 4
    if kind == 0:
        lines = tuple(" ".join(random.sample(WORDS, random.randint(3, 5))) for _ in range(random.randint(3, 7)))
        colour = (random.randint(0, 200), random.randint(0, 120), random.randint(0, 160))
        return photo.board(f"b{number}", HEADS[which % len(HEADS)], lines, colour)
    if kind == 1:
        return photo.waiting_room(f"w{number}", SIGNS[which % len(SIGNS)])
    if kind == 2:
        return photo.counters(f"c{number}", tuple(f"LOKET {each}" for each in range(1, 3 + which % 4)))
    thing, label = THINGS[which % len(THINGS)]
    return photo.thing(f"t{number}", thing, label if which // len(THINGS) % 2 else "")


def copies(image: Image.Image, seed: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield the copies of a picture that must be known again, each with what was done to it."""
    random, (width, height) = Random(seed), image.size
    yield "compressed", _saved(image, 35)
    yield "smaller", _saved(image.resize((int(width * 0.4), int(height * 0.4)), Image.Resampling.LANCZOS), 80)
    yield "cut up to 6 %", _saved(_cut(image, random, 0.06), 80)
    light = ImageEnhance.Brightness(image).enhance(random.choice((0.75, 1.25)))
    yield "light and contrast", _saved(ImageEnhance.Contrast(light).enhance(random.choice((0.85, 1.15))), 80)


def worse(image: Image.Image, seed: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield copies at the limit of what can be known again."""
    random, (width, height) = Random(f"{seed} worse"), image.size
    inner = (width * 0.05, height * 0.05, width * 0.95, height * 0.95)
    yield "cut 5 % all around", _saved(image.crop(tuple(map(int, inner))), 80)
    cut = ImageEnhance.Brightness(_cut(image, random, 0.1)).enhance(1.2)
    yield "cut up to 10 %, brighter, small", _saved(cut.resize((600, 600 * height // width)), 50)


def _cut(image: Image.Image, random: Random, most: float) -> Image.Image:
    left, top, right, bottom = (most * random.random() for _ in range(4))
    width, height = image.size
    return image.crop((int(left * width), int(top * height), int((1 - right) * width), int((1 - bottom) * height)))


def _saved(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(out)


@dataclass(frozen=True)
class Measured:
    """Distances of copies to their picture by what was done, and of different pictures and their copies."""

    same: dict[str, list[int]]
    worse: dict[str, list[int]]
    different: list[int]

    def missed(self, limit: int = SAME) -> float:
        """Return the share of copies that are not known again."""
        return _share([apart > limit for each in self.same.values() for apart in each])

    def confused(self, limit: int = SAME) -> float:
        """Return the share of pairs of different pictures that are taken for the same."""
        return _share([apart <= limit for apart in self.different])


def _share(cases: list[bool]) -> float:
    return sum(cases) / len(cases) if cases else 0.0


def measure(count: int) -> Measured:
    """Measure some pictures: each against its copies, and each against every other and the copies of every other."""
    same: dict[str, list[int]] = {}
    bad: dict[str, list[int]] = {}
    looks: list[list[str]] = []
    for number in range(count):
        image = picture(number)
        own = [look_of(image)]
        for name, copy in copies(image, str(number)):
            own.append(look_of(copy))
            same.setdefault(name, []).append(distance(own[0], own[-1]))
        for name, copy in worse(image, str(number)):
            bad.setdefault(name, []).append(distance(own[0], look_of(copy)))
        looks.append(own)
    pairs = combinations(looks, 2)
    return Measured(same, bad, [distance(one[0], other) for one, others in pairs for other in others])


def main() -> None:
    """Print what was measured, for the limit in use and its neighbours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=60)
    found = measure(parser.parse_args().pictures)
    print("| copy | n | farthest | missed |\n|---|---:|---:|---:|")
    for name, apart in (*found.same.items(), *found.worse.items()):
        print(f"| {name} | {len(apart)} | {max(apart)} | {_share([each > SAME for each in apart]):.1%} |")
    print(f"\n| limit | missed of {4 * len(found.same['smaller'])} copies | confused of {len(found.different)} pairs |")
    print("|---:|---:|---:|")
    for limit in (8, 14, 17, 20, 23, 26, 32, 38):
        used = " (in use)" if limit == SAME else ""
        print(f"| {limit}{used} | {found.missed(limit):.2%} | {found.confused(limit):.2%} |")
    print(f"\nThe nearest different pictures: {sorted(found.different)[:5]}")


if __name__ == "__main__":
    main()
