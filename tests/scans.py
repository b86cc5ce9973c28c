"""Papers made for the tests of reading: real PDFs, and pictures that look like scans of them."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SK = (
    "PEMERINTAH KABUPATEN TIRTA KENCANA",
    "DINAS SOSIAL",
    "KEPUTUSAN KEPALA DINAS SOSIAL",
    "NOMOR 188 TAHUN 2026",
    "TENTANG",
    "PENETAPAN STANDAR PELAYANAN",
    "Menimbang bahwa untuk melaksanakan ketentuan peraturan perundang-undangan",
    "perlu menetapkan standar pelayanan pada Dinas Sosial yang wajib ditaati",
    "oleh seluruh pelaksana dalam memberikan pelayanan kepada masyarakat",
    "Ditetapkan di Tirta Kencana pada tanggal 12 Januari 2026",
)


def text_pdf(path: Path, pages: tuple[tuple[str, ...], ...] = (SK,), **options: object) -> Path:
    """Write a PDF with a text layer, one tuple of lines a page; `options` go to the canvas."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, invariant=1, **options)
    for lines in pages:
        canvas.setFont("Helvetica", 11)
        for index, line in enumerate(lines):
            canvas.drawString(60, 780 - 18 * index, line)
        canvas.showPage()
    canvas.save()
    return path


def page_image(lines: tuple[str, ...] = SK, dpi: int = 200) -> Image.Image:
    """Return a clean white A4 page in colour with these lines on it."""
    image = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=round(dpi * 12 / 72))
    for index, line in enumerate(lines):
        draw.text((dpi * 0.7, dpi * (0.8 + 0.32 * index)), line, fill=(25, 25, 30), font=font)
    return image


def as_scanned(image: Image.Image, skew: float = 0.0, noise: float = 0.0, stamp: bool = False) -> Image.Image:
    """Return a page as a poor scanner sees it: turned by `skew` degrees, with noise and a blue stamp over the words."""
    image = image.copy()
    if stamp:
        ink = Image.new("RGB", image.size, "white")
        draw = ImageDraw.Draw(ink)
        width, height = image.size
        for radius in (0.10, 0.12, 0.14):
            box = [width * (0.4 - radius), height * 0.17, width * (0.4 + radius), height * 0.17 + 2 * radius * width]
            draw.ellipse(box, outline=(70, 90, 255), width=max(4, width // 220))
        image = ImageChops.multiply(image, ink)
    turned = image.rotate(skew, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    if noise:
        grain = np.random.default_rng(7).normal(0, noise, (turned.height, turned.width, 1))
        points = np.clip(np.asarray(turned, dtype=float) * 0.93 + grain, 0, 255).astype(np.uint8)
        turned = Image.fromarray(points).filter(ImageFilter.GaussianBlur(0.6))
    return turned


def scan_pdf(path: Path, images: list[Image.Image]) -> Path:
    """Write a PDF whose pages are nothing but pictures."""
    images[0].save(path, "PDF", save_all=True, append_images=images[1:], resolution=200)
    return path


def letters(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return a picture as the bytes of a file."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()
