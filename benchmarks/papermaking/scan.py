"""A paper as it comes out of a copier: pictures of pages without a text layer."""

from __future__ import annotations

import io
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from . import blocks as b
from .pdf import pdf


def scan(paper: b.Paper, seed: str, dpi: int = 150, grey: bool = False, quality: int = 52) -> bytes:
    """Return the paper as a PDF that holds only scanned pictures."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    random = Random(seed)
    for page in pictures(paper, dpi):
        picture = worn(page, random, grey)
        size = (picture.width * 72 / dpi, picture.height * 72 / dpi)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(jpeg(picture, quality))), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pictures(paper: b.Paper, dpi: int) -> list[Image.Image]:
    """Return the printed pages as pictures."""
    document = pypdfium2.PdfDocument(pdf(paper))
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def jpeg(picture: Image.Image, quality: int) -> bytes:
    """Return a picture as JPEG bytes without metadata."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def worn(picture: Image.Image, random: Random, grey: bool = False) -> Image.Image:
    """Return the page slightly turned, unevenly lit, blurred and noisy."""
    paper = (random.randint(244, 250), random.randint(243, 248), random.randint(236, 244))
    turned = picture.rotate(
        random.choice((-1, 1)) * random.uniform(0.25, 0.8), Image.Resampling.BICUBIC, fillcolor=paper
    )
    turned = turned.filter(ImageFilter.GaussianBlur(0.45))
    pixels = np.asarray(turned, dtype=np.float32) * (np.array(paper, dtype=np.float32) / 255)
    noise = np.random.default_rng(random.randint(0, 2**31))
    height, width = pixels.shape[:2]
    light = 1 - 0.05 * random.random() * np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    grain = noise.normal(0, 2.2, (height, width, 1)).astype(np.float32)
    specks = noise.random((height, width, 1)) < 0.00004
    pixels = np.where(specks, 70, pixels * light + grain)
    made = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return made.convert("L") if grey else made
