"""Drawn pictures that stand for phone photographs and a screenshot."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import numpy as np
import reportlab
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .scan import jpeg

WIDE = (1280, 960)
_FONTS = Path(reportlab.__file__).parent / "fonts"
Colour = tuple[int, int, int]


def _font(size: int, bold: bool = True) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / ("VeraBd.ttf" if bold else "Vera.ttf")), size)


def _room(random: Random) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    wall = (random.randint(205, 235), random.randint(205, 225), random.randint(190, 215))
    picture = Image.new("RGB", WIDE, wall)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 700), (1280, 700), (1280, 960), (0, 960)], fill=(150, 140, 128))
    for x in range(-600, 1900, 160):
        draw.line([(640 + (x - 640) // 2, 700), (x, 960)], fill=(132, 122, 112), width=2)
    for y in (740, 800, 880):
        draw.line([(0, y), (1280, y)], fill=(132, 122, 112), width=2)
    draw.rectangle([0, 690, 1280, 702], fill=(110, 90, 70))
    return picture, draw


def _taken(picture: Image.Image, random: Random, turn: float = 1.2) -> bytes:
    """Return the picture as a phone would save it: turned a little, soft, unevenly lit."""
    picture = picture.rotate(random.uniform(-turn, turn), Image.Resampling.BICUBIC, fillcolor=(160, 155, 145))
    picture = picture.crop((24, 18, 1256, 942)).filter(ImageFilter.GaussianBlur(0.7))
    pixels = np.asarray(picture, dtype=np.float32)
    light = np.linspace(1.04, 0.86, pixels.shape[1], dtype=np.float32)[None, :, None]
    noise = np.random.default_rng(random.randint(0, 2**31)).normal(0, 2.5, (*pixels.shape[:2], 1))
    return jpeg(Image.fromarray(np.clip(pixels * light + noise, 0, 255).astype(np.uint8)), 58)


def _centred(draw: ImageDraw.ImageDraw, x: int, y: int, text: str, size: int, fill: Colour, bold: bool = True) -> None:
    draw.text((x, y), text, font=_font(size, bold), fill=fill, anchor="mm")


def board(seed: str, heading: str, lines: tuple[str, ...], colour: Colour = (25, 70, 130)) -> bytes:
    """Return a photograph of a board on a wall."""
    random = Random(seed)
    picture, draw = _room(random)
    draw.rectangle([150, 70, 1130, 670], fill=(60, 50, 40))
    draw.rectangle([165, 85, 1115, 655], fill=(250, 250, 246))
    draw.rectangle([165, 85, 1115, 185], fill=colour)
    _centred(draw, 640, 135, heading, 50 if len(heading) < 24 else 36, (255, 255, 255))
    for at, line in enumerate(lines):
        _centred(draw, 640, 245 + at * 58, line, 27, (20, 20, 30), bold=False)
    draw.ellipse([1010, 540, 1090, 620], fill=(240, 200, 60))
    return _taken(picture, random)


def waiting_room(seed: str, sign: str) -> bytes:
    """Return a photograph of a waiting room with rows of chairs and a sign."""
    random = Random(seed)
    picture, draw = _room(random)
    draw.rectangle([440, 90, 840, 180], fill=(30, 90, 60))
    _centred(draw, 640, 135, sign, 40, (255, 255, 255))
    draw.rectangle([120, 120, 330, 400], fill=(190, 215, 235), outline=(90, 90, 90), width=6)
    for row, y in enumerate((620, 760)):
        for at in range(6):
            x = 170 + at * 165 - row * 20
            draw.rounded_rectangle([x, y - 100, x + 120, y], 14, fill=(40, 80 + row * 20, 150))
            draw.rectangle([x + 8, y, x + 112, y + 30], fill=(35, 60, 120))
            draw.line([(x + 20, y + 30), (x + 20, y + 80)], fill=(60, 60, 60), width=7)
            draw.line([(x + 100, y + 30), (x + 100, y + 80)], fill=(60, 60, 60), width=7)
    return _taken(picture, random)


def counters(seed: str, names: tuple[str, ...]) -> bytes:
    """Return a photograph of empty service counters with their signs."""
    random = Random(seed)
    picture, draw = _room(random)
    wide = 1080 // len(names)
    for at, name in enumerate(names):
        x = 100 + at * wide
        draw.rectangle([x + 20, 150, x + wide - 20, 225], fill=(150, 30, 40))
        _centred(draw, x + wide // 2, 188, name, 34, (255, 255, 255))
        draw.rectangle([x + wide // 2 - 90, 400, x + wide // 2 + 60, 510], fill=(40, 45, 55))
        draw.rectangle([x + wide // 2 - 30, 510, x + wide // 2, 540], fill=(40, 45, 55))
        draw.rectangle([x + 20, 540, x + wide - 20, 800], fill=(120, 80, 50))
        draw.rectangle([x + 20, 530, x + wide - 20, 556], fill=(220, 215, 205))
    return _taken(picture, random)


def thing(seed: str, kind: str, label: str = "") -> bytes:
    """Return a photograph of one thing: car park, wheelchair, suggestion box, extinguisher or toilet door."""
    random = Random(seed)
    picture, draw = _room(random)
    if kind == "parking":
        for at in range(4):
            x = 90 + at * 290
            draw.line([(x, 960), (x + 60, 640)], fill=(250, 250, 250), width=12)
            draw.rounded_rectangle(
                [x + 70, 660, x + 260, 780], 26, fill=((180, 40, 40), (50, 60, 150), (210, 210, 210), (60, 60, 60))[at]
            )
            draw.ellipse([x + 90, 755, x + 140, 805], fill=(20, 20, 20))
            draw.ellipse([x + 195, 755, x + 245, 805], fill=(20, 20, 20))
    elif kind == "wheelchair":
        draw.ellipse([480, 480, 780, 780], outline=(30, 30, 30), width=16)
        draw.rectangle([500, 430, 740, 560], fill=(30, 50, 110))
        draw.rectangle([480, 250, 530, 560], fill=(30, 50, 110))
        draw.ellipse([780, 690, 880, 790], outline=(30, 30, 30), width=12)
        draw.line([(740, 560), (840, 690)], fill=(120, 120, 120), width=16)
    elif kind == "box":
        draw.rectangle([430, 300, 850, 690], fill=(225, 225, 215), outline=(90, 90, 90), width=6)
        draw.rectangle([520, 345, 760, 365], fill=(30, 30, 30))
    elif kind == "extinguisher":
        draw.rounded_rectangle([540, 300, 740, 720], 70, fill=(190, 25, 30))
        draw.rectangle([600, 240, 680, 305], fill=(40, 40, 40))
        draw.line([(640, 250), (820, 330), (800, 600)], fill=(20, 20, 20), width=18)
    else:
        draw.rectangle([450, 130, 830, 720], fill=(140, 100, 70), outline=(80, 55, 35), width=10)
        draw.ellipse([770, 420, 800, 450], fill=(220, 200, 90))
    if label:
        draw.rectangle([400, 40, 880, 120], fill=(20, 80, 140))
        _centred(draw, 640, 80, label, 34, (255, 255, 255))
    return _taken(picture, random)


def poster(heading: tuple[str, ...], value: str, lines: tuple[str, ...]) -> bytes:
    """Return an infographic as offices post them."""
    picture = Image.new("RGB", (900, 1120), (236, 246, 250))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 0, 900, 230], fill=(20, 110, 120))
    for at, line in enumerate(heading):
        _centred(draw, 450, 60 + at * 56, line, 36, (255, 255, 255))
    draw.ellipse([270, 270, 630, 630], fill=(245, 180, 50))
    _centred(draw, 450, 450, value, 96, (40, 40, 40))
    for at, line in enumerate(lines):
        _centred(draw, 450, 720 + at * 60, line, 30, (30, 50, 60), bold=False)
    return jpeg(picture, 70)


def dashboard(office: str, rows: tuple[tuple[str, str, str], ...]) -> bytes:
    """Return a screenshot of the admin page of a complaint system."""
    picture = Image.new("RGB", (1366, 768), (244, 246, 249))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 0, 1366, 40], fill=(222, 225, 230))
    draw.rounded_rectangle([160, 8, 1100, 33], 12, fill=(255, 255, 255))
    draw.text((180, 12), "https://www.lapor.example/admin/dashboard", font=_font(15, False), fill=(70, 70, 70))
    draw.rectangle([0, 40, 1366, 100], fill=(190, 30, 40))
    draw.text((30, 55), "SP4N-LAPOR!  Dashboard Admin Instansi", font=_font(24), fill=(255, 255, 255))
    draw.text((880, 60), office, font=_font(16, False), fill=(255, 255, 255))
    for at, (name, value, _) in enumerate(rows[:4]):
        x = 40 + at * 325
        draw.rounded_rectangle([x, 130, x + 300, 240], 10, fill=(255, 255, 255), outline=(210, 210, 210))
        draw.text((x + 20, 145), name, font=_font(18, False), fill=(90, 90, 90))
        draw.text((x + 20, 180), value, font=_font(36), fill=(30, 60, 120))
    draw.rectangle([40, 270, 1326, 310], fill=(225, 230, 238))
    draw.text(
        (60, 280),
        "Tanggal          Isi laporan                                        Status",
        font=_font(17),
        fill=(40, 40, 40),
    )
    for at, (_, _, text) in enumerate(rows):
        draw.text((60, 330 + at * 50), text, font=_font(17, False), fill=(40, 40, 40))
        draw.line([(40, 362 + at * 50), (1326, 362 + at * 50)], fill=(215, 215, 215))
    out = io.BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
