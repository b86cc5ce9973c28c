"""Signatures drawn or pasted on papers that hold text: seen beside the name, and nothing else taken for one."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from reads import content
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from test_traces import BLACK, BLUE, NAME, PAPER, POST, VIOLET, ring, scrawl

from evidence_check.facts.gathering import facts_of
from evidence_check.model.facts import Facts
from evidence_check.model.files import Content, Document

LEFT, TOP, STEP = 320, 760, 18
AT = (LEFT + 10, TOP - STEP * (NAME - 1))
"""Where somebody signs: between the post and the name."""


def pasted(colour: tuple[int, int, int] = BLUE) -> Image.Image:
    """Return a signature cut out of a scan, white around it."""
    return scrawl((420, 160), (20, 80), colour)


def code() -> Image.Image:
    """Return a square code as an electronic signature has it."""
    image = Image.new("1", (29, 29), 1)
    for at in range(29 * 29):
        image.putpixel((at % 29, at // 29), (at * at * 7 + at // 29) % 3 > 0)
    return image.resize((290, 290))


def draw_strokes(canvas: Canvas) -> None:
    """Draw strokes of a pen one by one, as a tablet does."""
    x, y = AT
    canvas.setStrokeColorRGB(0.1, 0.1, 0.4)
    for at in range(4):
        canvas.bezier(x + 14 * at, y, x + 30 + 9 * at, y + 60, x + 8 * at, y - 34, x + 50 + 12 * at, y + 34)


def paste(image: Image.Image, wide: float, tall: float, at: tuple[float, float] = AT) -> Callable[[Canvas], None]:
    """Return what pastes a picture of so many millimetres."""
    return lambda canvas: canvas.drawImage(ImageReader(image), *at, wide * mm, tall * mm)  # type: ignore[func-returns-value]


def frame(canvas: Canvas) -> None:
    """Draw a box with round corners and a table beside the name."""
    canvas.roundRect(AT[0], AT[1], 50 * mm, 12 * mm, 6)
    canvas.grid([AT[0], AT[0] + 60, AT[0] + 120], [AT[1], AT[1] + 15, AT[1] + 30])


def printed(path: Path, *drawn: Callable[[Canvas], Any], turned: int = 0) -> Content:
    """Return what is read of a paper of text with something drawn on it."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(PAPER):
        canvas.drawString(LEFT if number >= POST - 1 else 60, TOP - STEP * number, line)
    for draw in drawn:
        draw(canvas)
    if turned:
        canvas.setPageRotation(turned)
    canvas.save()
    return content(path)


def told(read: Content) -> Facts:
    return facts_of(Document(read.file, read.pages, read.marks), {})


SIGNED = {
    "strokes": (draw_strokes,),
    "picture": (paste(pasted(), 42, 20),),
    "black picture": (paste(pasted(BLACK), 42, 16),),
    "over the name": (paste(pasted(), 42, 20, (AT[0], AT[1] - 20)),),
}
BARE: dict[str, tuple[Callable[[Canvas], Any], ...]] = {
    "nothing": (),
    "frames": (frame,),
    "code": (paste(code(), 22, 22),),
    "letterhead": (paste(pasted(), 42, 16, (60, 780)),),
    "far away": (paste(pasted(), 42, 16, (60, 120)),),
    "photo": (paste(Image.radial_gradient("L").resize((600, 400)), 80, 55),),
}


@pytest.mark.parametrize("way", SIGNED)
def test_a_signature_on_a_paper_of_text_is_seen_at_the_name(way: str, tmp_path: Path) -> None:
    read = printed(tmp_path / "a.pdf", *SIGNED[way])
    facts = told(read)
    assert facts.signature is not None and facts.signature.value == "ink", read.pages[0].traces
    assert {sign.place.quote for sign in facts.signs} <= {PAPER[NAME], PAPER[POST], PAPER[NAME + 1]}
    assert "EC215" not in {each.code for each in facts.findings}


@pytest.mark.parametrize("way", BARE)
def test_nothing_else_is_taken_for_one(way: str, tmp_path: Path) -> None:
    facts = told(printed(tmp_path / "a.pdf", *BARE[way]))
    assert facts.signature is not None and facts.signature.value == "typed"
    assert "EC215" in {each.code for each in facts.findings}


def test_a_stamp_is_told_apart_from_ink_and_a_turned_page_read_alike(tmp_path: Path) -> None:
    stamp = ring((320, 320), (160, 160), VIOLET)
    for turned in (0, 180):
        read = printed(tmp_path / f"{turned}.pdf", paste(stamp, 41, 41), draw_strokes, turned=turned)
        assert {trace.looks_like for trace in read.pages[0].traces} == {"ink", "stamp"}, turned
        alone = printed(tmp_path / f"{turned}-cap.pdf", paste(stamp, 41, 41), turned=turned)
        assert {trace.looks_like for trace in alone.pages[0].traces} == {"stamp"}


def test_the_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    read = printed(path, draw_strokes)
    before = path.read_bytes()
    assert "LARAS WIDURI" in read.pages[0].text
    assert content(path) == read
    assert path.read_bytes() == before


def word(path: Path, picture: Image.Image | None) -> Content:
    """Return what is read of a Word file with a picture between the post and the name."""
    from docx import Document as new
    from docx.shared import Mm

    paper = new()
    for number, line in enumerate(PAPER):
        if picture and number == NAME - 1:
            data = io.BytesIO()
            picture.save(data, "PNG")
            data.seek(0)
            paper.add_paragraph().add_run().add_picture(data, width=Mm(42))
        paper.add_paragraph(line)
    paper.save(str(path))
    return content(path)


@pytest.mark.parametrize("picture", [pasted(), pasted(BLACK).convert("RGBA")], ids=["blue", "black"])
def test_a_signature_pasted_into_a_word_file_is_seen(picture: Image.Image, tmp_path: Path) -> None:
    facts = told(word(tmp_path / "a.docx", picture))
    assert facts.signature is not None and facts.signature.value == "ink"
    assert facts.signature.place.quote == PAPER[NAME]


def test_other_pictures_in_a_word_file_are_none(tmp_path: Path) -> None:
    logo = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(logo).rectangle((30, 30, 170, 170), fill=(20, 90, 160))
    for number, picture in enumerate((None, code().convert("RGB"), logo)):
        facts = told(word(tmp_path / f"{number}.docx", picture))
        assert facts.signature is not None and facts.signature.value == "typed"
