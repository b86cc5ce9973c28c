"""Office-like PDFs for the benchmarks: seeded, several fonts and layouts, ruled tables of several makes, 1-40 pages."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SAID = (
    "pelayanan publik dinas kabupaten kepala bidang pegawai laporan kegiatan tahun anggaran nomor keputusan "
    "menetapkan standar waktu biaya persyaratan prosedur pengaduan masyarakat survei kepuasan responden unsur "
    "nilai rata-rata mutu dan yang untuk dengan pada dari dalam oleh tentang serta jabatan analisis beban kerja "
    "pelaksana uraian tugas hasil jumlah keterangan sasaran indikator target realisasi bulan triwulan penilaian"
)
WORDS = SAID.split()
FONTS = ("Helvetica", "Times-Roman", "Courier", "Vera", "VeraBd")
HEADS = ("No", "Uraian", "Satuan", "Target", "Realisasi", "Keterangan", "Jumlah", "Waktu")

Draw = Callable[[Canvas, random.Random, str, tuple[float, float]], None]


def make(folder: Path, files: int = 50, seed: int = 4) -> list[Path]:
    """Write the PDFs into a folder and return their paths; the same seed gives the same papers."""
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    paths = []
    for number in range(files):
        chance = random.Random(seed * 1000 + number)
        path = folder / f"surat-{number:02}.pdf"
        _write(path, chance, chance.choice((1, 1, 2, 3, 4, 6, 9, 14, 20, 40)))
        paths.append(path)
    return paths


def make_long(path: Path, pages: int = 2000) -> Path:
    """Write one PDF of very many pages, tables on every third."""
    _write(path, random.Random(9), pages)
    return path


def _write(path: Path, chance: random.Random, pages: int) -> None:
    font = chance.choice(FONTS)
    size = landscape(A4) if chance.random() < 0.2 else A4
    canvas = Canvas(str(path), pagesize=size, invariant=True, pageCompression=1)
    for _ in range(pages):
        chance.choice(LAYOUTS)(canvas, chance, font, size)
        canvas.showPage()
    canvas.save()


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _letter(canvas: Canvas, chance: random.Random, font: str, size: tuple[float, float]) -> None:
    canvas.setFont(font, 11)
    top = size[1] - 60
    while top > 60:
        canvas.drawString(56, top, _words(chance, 9))
        top -= 15


def _columns(canvas: Canvas, chance: random.Random, font: str, size: tuple[float, float]) -> None:
    canvas.setFont(font, 9)
    for left in (50, size[0] / 2 + 10):
        top = size[1] - 60
        while top > 60:
            canvas.drawString(left, top, _words(chance, 5))
            top -= 13


def _table(canvas: Canvas, chance: random.Random, font: str, size: tuple[float, float]) -> None:
    canvas.setFont(font, 8)
    canvas.drawString(56, size[1] - 50, "LAPORAN " + _words(chance, 5).upper())
    top = size[1] - 70
    for _ in range(chance.choice((1, 1, 2))):
        columns = chance.randint(3, 7)
        rows = chance.randint(4, 14)
        widths = [28.0] + [(size[0] - 140) / (columns - 1)] * (columns - 1)
        top = _grid(canvas, chance, widths, rows, top) - 30


def _grid(canvas: Canvas, chance: random.Random, widths: list[float], rows: int, top: float) -> float:
    """Draw a table, some cells of two lines, some merged to the right; return where it ends."""
    ruler = chance.choice((_line, _bar, _frame))
    merged = chance.random() < 0.4
    for row in range(rows):
        tall = 14.0 if row == 0 or chance.random() < 0.7 else 24.0
        left, column = 56.0, 0
        while column < len(widths):
            span = 2 if merged and 0 < column < len(widths) - 1 and chance.random() < 0.1 else 1
            width = sum(widths[column : column + span])
            ruler(canvas, left, top, width, tall)
            for line, text in enumerate(_cell(chance, row, column, width, tall)):
                canvas.drawString(left + 3, top - 10 - 10 * line, text)
            left, column = left + width, column + span
        top -= tall
        if top < 60:
            break
    return top


def _cell(chance: random.Random, row: int, column: int, width: float, tall: float) -> list[str]:
    if row == 0:
        return [HEADS[column % len(HEADS)]]
    if column == 0:
        return [str(row)]
    if chance.random() < 0.3:
        return [str(chance.randint(1, 999))]
    fits = max(1, int(width // 50))
    return [_words(chance, fits) for _ in range(2 if tall > 20 else 1)]


def _line(canvas: Any, left: float, top: float, width: float, tall: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.lines([(left, top, left + width, top), (left, top - tall, left + width, top - tall),
                  (left, top, left, top - tall), (left + width, top, left + width, top - tall)])


def _bar(canvas: Any, left: float, top: float, width: float, tall: float) -> None:
    """Rule a cell as word processors print it: with thin filled rectangles."""
    for x, y, w, h in ((left, top, width, 0.5), (left, top - tall, width, 0.5),
                       (left, top - tall, 0.5, tall), (left + width, top - tall, 0.5, tall)):
        canvas.rect(x, y, w, h, stroke=0, fill=1)


def _frame(canvas: Any, left: float, top: float, width: float, tall: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.rect(left, top - tall, width, tall)


LAYOUTS: tuple[Draw, ...] = (_letter, _letter, _columns, _table, _table)
