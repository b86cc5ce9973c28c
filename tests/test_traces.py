"""Ink and stamps on pictures of pages: seen where they are, claimed where they are not as seldom as can be."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from reads import content, needs_tesseract
from scans import as_scanned, letters, scan_pdf

from evidence_check.extract.prepare import brightest_channel, prepared
from evidence_check.extract.rings import grown, rings_in
from evidence_check.extract.tesseract import Word
from evidence_check.extract.traces import MM, Seen, traces_of
from evidence_check.facts.gathering import facts_of
from evidence_check.model.files import Content, Document, Trace
from evidence_check.store.encoding import pack, unpack

DPI = 200
PAPER = (
    "SURAT EDARAN",
    "NOMOR 05/SE/DS/2026",
    "TENTANG JAM PELAYANAN",
    "Seluruh loket pelayanan melayani masyarakat pada hari Senin sampai Jumat",
    "mulai pukul delapan pagi dan tidak memungut biaya apa pun dari pemohon",
    "",
    "Tirta Kencana, 5 Januari 2026",
    "KEPALA DINAS SOSIAL,",
    "",
    "",
    "",
    "LARAS WIDURI",
    "NIP. 198001012006042003",
)
POST, NAME = 7, 11
BLUE, BLACK, VIOLET, RED = (40, 60, 190), (25, 25, 35), (110, 70, 190), (200, 50, 70)
Colour = tuple[int, int, int]


def row(number: int) -> int:
    return round(DPI * (0.9 + 0.3 * number))


def page(ink: Colour | None = None, stamp: Colour | None = None) -> tuple[Image.Image, list[Word]]:
    """Return a page in colour with its words, signed and stamped in these colours between post and name."""
    image = Image.new("RGB", (round(8.27 * DPI), round(11.69 * DPI)), (250, 250, 248))
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(size=round(DPI * 12 / 72))
    words = []
    for number, text in enumerate(PAPER):
        at = (round(DPI * (4.6 if number >= 6 else 0.8)), row(number))
        draw.text(at, text, fill=(30, 30, 34), font=font)
        if text:
            box = tuple(round(side * 1.5) for side in draw.textbbox(at, text, font=font))
            words.append(Word(text, box, 95, (number, 1, 1)))  # type: ignore[arg-type]
    middle = (round(DPI * 4.9), (row(POST) + row(NAME)) // 2 + 10)
    if stamp:
        image = ImageChops.multiply(image, ring(image.size, middle, stamp))
    if ink:
        image = ImageChops.multiply(image, scrawl(image.size, (middle[0] + round(0.5 * DPI), middle[1]), ink))
    return image, words


def ring(size: tuple[int, int], middle: tuple[int, int], colour: Colour) -> Image.Image:
    """Return a round stamp of 38 mm on white."""
    sheet = Image.new("RGB", size, "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=18)
    for millimetres, wide in ((19, 5), (17.5, 2), (11, 3)):
        reach = millimetres / 25.4 * DPI
        box = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
        draw.ellipse(box, outline=colour, width=wide)
    draw.text(middle, "DINAS SOSIAL", fill=colour, font=font, anchor="mm")
    return sheet


def scrawl(size: tuple[int, int], start: tuple[int, int], colour: Colour) -> Image.Image:
    """Return a signature of loops on white."""
    sheet = Image.new("RGB", size, "white")
    turn = np.linspace(0, 6 * np.pi, 160)
    x = start[0] + 9 * turn / np.pi * DPI / 50 + 34 * np.sin(1.7 * turn)
    y = start[1] + 46 * np.sin(turn) * np.exp(-turn / 30)
    ImageDraw.Draw(sheet).line(list(zip(x, y, strict=True)), fill=colour, width=5, joint="curve")
    return sheet


def traces(image: Image.Image, words: list[Word]) -> tuple[Trace, ...]:
    made, angle = prepared(brightest_channel(image))
    return traces_of(Seen(image, angle, made, words), [word.box for word in words])


def looks(image: Image.Image, words: list[Word]) -> list[str]:
    return sorted({each.looks_like for each in traces(image, words)})


@pytest.mark.parametrize("ink", [None, BLUE, BLACK], ids=["unsigned", "blue", "black"])
@pytest.mark.parametrize("stamp", [None, VIOLET, RED, BLUE], ids=["unstamped", "violet", "red", "blue"])
def test_ink_and_stamp_are_seen_where_they_are_and_nowhere_else(ink: Colour | None, stamp: Colour | None) -> None:
    expected = [name for name, there in (("ink", ink), ("stamp", stamp)) if there]
    assert looks(*page(ink, stamp)) == expected


def test_they_lie_between_the_post_and_the_name() -> None:
    image, words = page(BLACK, VIOLET)
    for trace in traces(image, words):
        assert row(POST) - 30 < trace.top * image.height < trace.bottom * image.height < row(NAME) + 60
        assert words[trace.line].text in PAPER[POST - 1 :]


@pytest.mark.parametrize("stamp", [VIOLET, RED, BLUE, BLACK])
def test_a_stamp_copied_in_grey_is_never_taken_for_ink(stamp: Colour) -> None:
    image, words = page(None, stamp)
    assert "ink" not in looks(image.convert("L"), words)


def test_frames_logos_codes_and_coloured_lines_are_neither() -> None:
    image, words = page()
    draw, chance = ImageDraw.Draw(image), np.random.default_rng(3)
    top, left = row(POST) + 45, round(DPI * 5.0)
    code = Image.fromarray(np.kron(chance.integers(0, 2, (25, 25)) * 255, np.ones((6, 6))).astype(np.uint8))
    image.paste(code, (left, top))
    draw.rectangle((100, top, 500, top + 150), outline="black", width=3)
    draw.line((100, top + 75, 500, top + 75), fill=(30, 60, 200), width=4)
    draw.ellipse((560, top, 560 + 300, top + 300), fill=(40, 80, 190))
    draw.polygon([(0, 0), (320, 0), (0, 320)], fill=(200, 30, 40))
    assert looks(image, words) == []


def test_a_page_full_of_specks_costs_nothing_and_shows_nothing() -> None:
    image, words = page()
    specks = np.random.default_rng(1).random((image.height, image.width)) < 0.2
    points = np.asarray(image).copy()
    points[specks] = VIOLET
    assert looks(Image.fromarray(points), words) == []


def test_a_ring_needs_most_of_its_round() -> None:
    down, across = np.ogrid[:300, :300]
    away, turn = np.hypot(down - 150, across - 150), np.arctan2(down - 150, across - 150)
    whole = (away > 52) & (away < 56)
    assert len(rings_in(whole, MM)) == 1
    assert len(rings_in(whole & (turn > -2.7), MM)) == 1
    assert rings_in(whole & (turn > 0), MM) == []
    assert rings_in(away < 56, MM) == []
    assert rings_in(np.zeros((40, 40), bool), MM) == []


def test_a_mask_grows_by_one_point() -> None:
    one = np.zeros((5, 5), bool)
    one[2, 2] = True
    assert grown(one).sum() == 9
    assert not one[1].any()


@needs_tesseract
def test_a_signed_scan_says_so_at_the_name_and_an_unsigned_one_does_not(tmp_path: Path) -> None:
    pictures = [as_scanned(page(*marks)[0], skew=1.2, noise=5) for marks in ((BLUE, VIOLET), (None, None))]
    found = [content(scan_pdf(tmp_path / f"{number}.pdf", [image])) for number, image in enumerate(pictures)]
    signed, unsigned = (facts_of(Document(each.file, each.pages, each.marks), {}) for each in found)
    assert [sign.name for sign in signed.signs] == ["ink", "stamp"]
    assert {sign.place.quote for sign in signed.signs} <= set(PAPER[NAME:])
    assert signed.signature is not None and signed.signature.value == "ink"
    assert unsigned.signs == ()
    assert "EC223" in {each.code for each in unsigned.findings} - {each.code for each in signed.findings}
    assert unpack(Content, pack(Content, found[0], found[0].file.path), found[0].file.path) == found[0]


@needs_tesseract
def test_a_photo_of_a_signed_paper_says_so_too(tmp_path: Path) -> None:
    image = Image.open(io.BytesIO(letters(page(BLACK, RED)[0])))
    desk = Image.new("RGB", (image.width + 160, image.height + 160), (92, 70, 52))
    desk.paste(image, (80, 80))
    path = tmp_path / "foto.jpg"
    path.write_bytes(letters(desk.rotate(0.8, fillcolor=(92, 70, 52))))
    assert {each.looks_like for each in content(path).pages[0].traces} == {"ink", "stamp"}
