"""Bad scans of invented office papers, with the text they should give; the same seed makes the same picture.

Papers are typeset by reportlab, drawn by PDFium and then spoilt the way scanners, stamps and phones spoil them.
The first seeds and the fonts of `TUNED` may be looked at while the reader is made better; `HELD_OUT` is for measuring.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

TUNED = (("Helvetica", 1), ("Times-Roman", 2), ("Helvetica", 3), ("Times-Roman", 4))
HELD_OUT = (("Vera", 101), ("Courier", 102), ("Times-Roman", 103), ("Helvetica", 104))

WIDTH, HEIGHT, EDGE = 595.0, 842.0, 62.0

SUBJECTS = (
    "Kepala dinas", "Petugas loket", "Pelaksana pelayanan", "Unit pengaduan", "Tim penyusun", "Sekretaris", "Pemohon",
    "Masyarakat", "Koordinator lapangan", "Bagian umum", "Kepala seksi", "Pejabat penghubung", "Operator sistem",
)  # fmt: skip
VERBS = (
    "menetapkan", "memeriksa", "menerima", "menyampaikan", "mencatat", "melaporkan", "mengumumkan", "menyusun",
    "memverifikasi", "menindaklanjuti", "menyerahkan", "mengarsipkan", "mengevaluasi", "menandatangani",
)  # fmt: skip
OBJECTS = (
    "berkas permohonan", "standar pelayanan", "rekapitulasi pengaduan", "hasil survei kepuasan masyarakat",
    "surat keterangan domisili", "jadwal petugas piket", "daftar hadir rapat", "maklumat pelayanan",
    "laporan triwulan", "persyaratan administrasi", "dokumen pendukung", "formulir pendaftaran", "biaya retribusi",
)  # fmt: skip
ENDINGS = (
    "paling lambat {n} hari kerja sejak berkas lengkap", "sesuai ketentuan peraturan perundang-undangan",
    "pada tanggal {n} bulan berikutnya", "dengan nomor agenda {n}/{m}/IV/2026", "melalui loket {n} atau laman resmi",
    "untuk {m} pemohon yang terdaftar", "dalam rangka peningkatan mutu pelayanan publik", "tanpa dipungut biaya",
    "sebagaimana tercantum dalam lampiran {n}", "yang dihadiri oleh {m} orang peserta", "setiap hari Senin dan Kamis",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as a PDF of one page, and the text a reader sees on it."""

    pdf: bytes
    truth: str


def scans(kind: str, damage: str, which: tuple[tuple[str, int], ...]) -> Iterator[tuple[Image.Image, str]]:
    """Yield pictures of one class with their truth: `kind` of `KINDS`, `damage` of `DAMAGES`."""
    for font, seed in which:
        paper = KINDS[kind](font, random.Random(seed * 7919))
        yield DAMAGES[damage](paper.pdf, random.Random(seed * 31 + 5)), paper.truth


# ---------------------------------------------------------------- papers


class _Sheet:
    """A page being typeset: remembers every line drawn, in the order a reader sees them."""

    def __init__(self, font: str, size: float) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        if font == "Vera":
            pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        self.font, self.size = font, size
        self.stream = io.BytesIO()
        self.canvas: Any = Canvas(self.stream, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.truth: list[str] = []
        self.y = HEIGHT - 60

    def put(self, text: str, x: float, y: float) -> None:
        self.canvas.setFont(self.font, self.size)
        self.canvas.drawString(x, y, text)
        self.truth.append(text)

    def centred(self, text: str) -> None:
        self.canvas.setFont(self.font, self.size)
        self.canvas.drawCentredString(WIDTH / 2, self.y, text)
        self.truth.append(text)
        self.y -= self.size * 1.5

    def paragraph(self, text: str) -> None:
        for line in self.split(text, WIDTH - 2 * EDGE):
            self.put(line, EDGE, self.y)
            self.y -= self.size * 1.4
        self.y -= self.size * 0.6

    def split(self, text: str, width: float) -> list[str]:
        from reportlab.lib.utils import simpleSplit

        lines: list[str] = simpleSplit(text, self.font, self.size, width)
        return lines

    def row(self, cells: list[str], widths: list[float]) -> None:
        pieces = [self.split(cell, width - 8) for cell, width in zip(cells, widths, strict=True)]
        tall = max(map(len, pieces)) * self.size * 1.25 + 7
        x = EDGE
        self.canvas.setLineWidth(0.7)
        for lines, width in zip(pieces, widths, strict=True):
            self.canvas.rect(x, self.y - tall, width, tall)
            for index, line in enumerate(lines):
                self.put(line, x + 4, self.y - self.size * (1.05 + 1.25 * index))
            x += width
        self.y -= tall

    def paper(self) -> Paper:
        self.canvas.save()
        return Paper(self.stream.getvalue(), "\n".join(self.truth))


def text_paper(font: str, chance: random.Random) -> Paper:
    """Return a letter or decree: a centred head and paragraphs down the page."""
    sheet = _head(font, chance, chance.choice((10.0, 11.0, 12.0)))
    number = 0
    while sheet.y > 110:
        number += 1
        sheet.paragraph(f"{number}. " + " ".join(_sentence(chance) for _ in range(chance.randint(2, 3))))
    return sheet.paper()


def table_paper(font: str, chance: random.Random) -> Paper:
    """Return a list in a ruled table: narrow number columns, cells of several lines, some cells empty."""
    sheet = _head(font, chance, chance.choice((9.0, 10.0)))
    widths = [30.0, 120.0, 165.0, 60.0, WIDTH - 2 * EDGE - 375.0]
    sheet.row(["No", "Uraian Kegiatan", "Keterangan", "Jumlah", "Petugas"], widths)
    number = 0
    while sheet.y > 140:
        number += 1
        count = str(chance.randint(3, 980)) if chance.random() < 0.8 else ""
        note = _sentence(chance) if chance.random() < 0.85 else "-"
        sheet.row([str(number), _deed(chance), note, count, chance.choice(SUBJECTS)], widths)
    return sheet.paper()


def _head(font: str, chance: random.Random, size: float) -> _Sheet:
    sheet = _Sheet(font, size)
    sheet.centred("PEMERINTAH KABUPATEN TIRTA KENCANA")
    sheet.centred(f"DINAS {chance.choice(('SOSIAL', 'KESEHATAN', 'PERHUBUNGAN'))}")
    sheet.centred(f"NOMOR {chance.randint(100, 999)}/{chance.randint(10, 99)}/2026")
    sheet.y -= size
    return sheet


def _deed(chance: random.Random) -> str:
    return f"{chance.choice(VERBS).capitalize()} {chance.choice(OBJECTS)}"


def _sentence(chance: random.Random) -> str:
    ending = chance.choice(ENDINGS).format(n=chance.randint(1, 30), m=chance.randint(31, 400))
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} {ending}."


# ---------------------------------------------------------------- damage


def clean(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a fair scan at 200 dpi: a little noise, hardly askew."""
    return _grain(_turned(_drawn(pdf, 200), chance.uniform(-0.4, 0.4)), 5, chance)


def noisy(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a scan askew by up to 3 degrees, with noise, uneven light and strong compression."""
    askew = _turned(_drawn(pdf, 200), chance.choice((-1, 1)) * chance.uniform(1, 3))
    return _squeezed(_grain(_unevenly_lit(askew, 0.25, chance), 14, chance), 40)


def grey_stamp(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a noisy grey scan with two office stamps lying over the words."""
    page = _stamped(_drawn(pdf, 200), [(150, 150, 150), (165, 165, 165)], chance)
    return _squeezed(_grain(_turned(page, chance.uniform(-2, 2)), 9, chance), 50).convert("L")


def coloured_stamp(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a colour scan with a violet and a red stamp and a blue pen lying over the words."""
    page = _stamped(_drawn(pdf, 200), [(95, 75, 205), (215, 60, 75)], chance)
    return _squeezed(_grain(_turned(_signed(page, chance), chance.uniform(-2, 2)), 7, chance), 60)


def coarse(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a scan at 150 dpi, a little askew, compressed."""
    return _squeezed(_grain(_turned(_drawn(pdf, 150), chance.uniform(-1.5, 1.5)), 6, chance), 45)


def photo(pdf: bytes, chance: random.Random) -> Image.Image:
    """Return a page photographed on a dark desk, from aside, in uneven light."""
    return photographed(_drawn(pdf, 220), chance)


def photographed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Return the picture of a page as a phone takes it."""
    page = _unevenly_lit(page, 0.4, chance)
    wide, tall = page.size
    edge = round(0.06 * wide)
    desk = Image.new("RGB", (wide + 2 * edge, tall + 2 * edge), (92, 70, 52))
    desk.paste(page, (edge, edge))
    seen = desk.transform(desk.size, Image.Transform.PERSPECTIVE, _aside(desk.size, chance), Image.Resampling.BICUBIC,
                          fillcolor=(92, 70, 52))  # fmt: skip
    return _squeezed(_grain(seen.filter(ImageFilter.GaussianBlur(0.7)), 5, chance), 70)


def _drawn(pdf: bytes, dpi: int) -> Image.Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[0].render(scale=dpi / 72).to_pil().convert("RGB")
        return image
    finally:
        document.close()


def _turned(image: Image.Image, angle: float) -> Image.Image:
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def _grain(image: Image.Image, strength: float, chance: random.Random) -> Image.Image:
    grain = np.random.default_rng(chance.randrange(1 << 30)).normal(0, strength, (image.height, image.width, 1))
    points = np.clip(np.asarray(image, dtype=np.float32) * 0.94 + 8 + grain, 0, 255).astype(np.uint8)
    return Image.fromarray(points).filter(ImageFilter.GaussianBlur(0.6))


def _unevenly_lit(image: Image.Image, depth: float, chance: random.Random) -> Image.Image:
    across, down = np.meshgrid(np.linspace(0, 1, image.width), np.linspace(0, 1, image.height))
    x, y = chance.uniform(0.1, 0.9), chance.uniform(0.1, 0.9)
    light = 1 - depth * np.clip(np.hypot(across - x, down - y), 0, 1)
    return Image.fromarray((np.asarray(image) * light[..., None]).astype(np.uint8))


def _squeezed(image: Image.Image, quality: int) -> Image.Image:
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return Image.open(io.BytesIO(stream.getvalue()))


def _stamped(image: Image.Image, colours: list[tuple[int, int, int]], chance: random.Random) -> Image.Image:
    ink = Image.new("RGB", image.size, "white")
    for colour in colours:
        across = round(image.width * 0.2)
        stamp = Image.new("RGB", (across, across), "white")
        draw = ImageDraw.Draw(stamp)
        for inset in (3, 12, across // 4):
            draw.ellipse([inset, inset, across - inset, across - inset], outline=colour, width=max(3, across // 80))
        face = ImageFont.load_default(size=across // 11)
        for index, word in enumerate(("DINAS", "TIRTA KENCANA")):
            draw.text((across / 2, across * (0.42 + 0.14 * index)), word, colour, face, "mm")
        turned = stamp.rotate(chance.uniform(-25, 25), fillcolor="white")
        place = (chance.randint(0, image.width - across), chance.randint(image.height // 5, image.height - across))
        ink.paste(turned, place)
    return ImageChops.multiply(image, ink)


def _signed(image: Image.Image, chance: random.Random) -> Image.Image:
    ink = Image.new("RGB", image.size, "white")
    x, y = image.width * chance.uniform(0.2, 0.6), image.height * chance.uniform(0.3, 0.8)
    points = [(x + image.width * 0.02 * step, y + chance.uniform(-60, 60)) for step in range(12)]
    ImageDraw.Draw(ink).line(points, fill=(50, 70, 200), width=5, joint="curve")
    return ImageChops.multiply(image, ink)


def _aside(size: tuple[int, int], chance: random.Random) -> list[float]:
    """Return the eight figures with which Pillow looks at a picture from aside."""
    wide, tall = size
    corners = [(0, 0), (wide, 0), (wide, tall), (0, tall)]
    seen = [(x + chance.uniform(0, 0.05) * (wide if x == 0 else -wide), y + chance.uniform(0, 0.03)
             * (tall if y == 0 else -tall)) for x, y in corners]  # fmt: skip
    rows = []
    for (x, y), (u, v) in zip(seen, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    figures = np.linalg.solve(np.array(rows), np.array([value for corner in corners for value in corner]))
    return [float(figure) for figure in figures]


Damage = Callable[[bytes, random.Random], Image.Image]
KINDS: dict[str, Callable[[str, random.Random], Paper]] = {"text": text_paper, "table": table_paper}
DAMAGES: dict[str, Damage] = {
    "clean": clean,
    "skew, noise": noisy,
    "grey stamps": grey_stamp,
    "coloured stamps": coloured_stamp,
    "150 dpi": coarse,
    "photo": photo,
}
