"""Crops of pages: they show the quote, and no number of a person, however it lies in the file."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from readiness import match_of, sample
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from evidence_check.cropping.layer import Sign, quoted
from evidence_check.cropping.making import MOST, _within, crops_of
from evidence_check.cropping.of_file import crops_of_file
from evidence_check.cropping.small import line_share, may_be_shown
from evidence_check.executors.serial import Serial
from evidence_check.folder import look_at
from evidence_check.model.crops import Crop, Shows
from evidence_check.model.files import File, Page, Place, ReadAs

WORDS = "KEPUTUSAN KEPALA DINAS SOSIAL"
ONE, OTHER = "198003142005012003", "198011092012042003"
"""Two numbers that are the same where they are masked."""


def pdf(path: Path, *lines: str, spread: bool = False, rotate: int = 0, behind: str = "") -> Path:
    """Write a page of some lines; `spread` draws the digits of each from the last to the first."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    if rotate:
        canvas.setPageRotation(rotate)
    if behind:
        canvas.drawImage(behind, 60, 560, 400, 200)
    for number, line in enumerate(lines):
        y = 740 - 18 * number
        if not spread:
            canvas.drawString(80, y, line)
            continue
        for at in reversed(range(len(line))):
            canvas.drawString(80 + 8 * at, y, line[at])
    canvas.save()
    return path


def crop_of(path: Path, quote: str, identities: bool = False, page: Page | None = None) -> Crop | None:
    file = look_at(path, path.parent)
    assert isinstance(file, File)
    place = Place(file.path, 1, quote)
    read = page or Page(1, quote, ReadAs.TEXT)
    return crops_of_file(path, file, [(place, read)], identities).get(place)


def picture(crop: Crop | None) -> Image.Image:
    assert crop is not None
    image = Image.open(io.BytesIO(crop.data))
    assert image.size == (crop.width, crop.height) and crop.media == "image/webp"
    return image.convert("RGB")


def yellow(image: Image.Image) -> int:
    return sum(count for count, (r, g, b) in image.getcolors(1 << 24) or () if r > 220 and g > 190 and b < 160)


def test_the_quote_is_shown_and_marked(tmp_path: Path) -> None:
    crop = crop_of(pdf(tmp_path / "a.pdf", "Kop surat", WORDS, "Isi surat"), WORDS)
    assert crop and crop.shows is Shows.LINES and not crop.hidden and len(crop.data) < 8000
    image = picture(crop)
    assert yellow(image) > 500 and image.width > 200
    assert yellow(picture(crop_of(tmp_path / "a.pdf", "Isi surat"))) < yellow(image)


@pytest.mark.parametrize("spread", [False, True], ids=["in order", "drawn from the last digit on"])
@pytest.mark.parametrize("shape", ["{}{}{}{}", "NIP. {}{}{}{}", "NIP {} {} {} {}"])
def test_two_numbers_that_are_masked_alike_look_alike(tmp_path: Path, spread: bool, shape: str) -> None:
    def crop(name: str, nip: str) -> Crop | None:
        line = shape.format(nip[:8], nip[8:14], nip[14], nip[15:])
        return crop_of(pdf(tmp_path / name, WORDS, line, "Kepala Dinas", spread=spread), WORDS)

    one, other = crop("a.pdf", ONE), crop("b.pdf", OTHER)
    assert one and other and one.hidden and one.data == other.data
    told = crop_of(tmp_path / "a.pdf", WORDS, identities=True), crop_of(tmp_path / "b.pdf", WORDS, identities=True)
    assert told[0] and told[1] and told[0].data != told[1].data and not told[0].hidden


def test_a_telephone_number_is_covered(tmp_path: Path) -> None:
    crop = crop_of(pdf(tmp_path / "a.pdf", WORDS, "Telepon 0812-3456-7890"), WORDS)
    assert crop and crop.hidden


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_shown_upright_as_readers_show_it(tmp_path: Path, rotate: int) -> None:
    image = picture(crop_of(pdf(tmp_path / "a.pdf", WORDS, rotate=rotate), WORDS))
    dark = sum(count for count, pixel in image.getcolors(1 << 24) or () if max(pixel[:3]) < 110)
    assert dark > 60, "no letters in it"
    assert (image.width > image.height) == (rotate in (0, 180))


def test_what_lies_behind_or_between_the_letters_is_not_shown(tmp_path: Path) -> None:
    behind = tmp_path / "behind.png"
    Image.new("RGB", (40, 20), "red").save(behind)
    path = pdf(tmp_path / "a.pdf", WORDS, behind=str(behind))
    assert crop_of(path, WORDS) is None, "text on a picture may be the misread layer of a scan"
    assert crop_of(path, WORDS, identities=True)


def test_words_that_are_not_there_give_no_crop(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", WORDS)
    assert crop_of(path, "Sasaran Kinerja Pegawai") is None
    assert crop_of(path, "") is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"<script>", b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
def test_a_bad_file_gives_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    for kind in ("pdf", "png"):
        file = File("a.pdf", len(data), "", kind)
        place = Place("a.pdf", 1, WORDS)
        assert crops_of_file(tmp_path / "a.pdf", file, [(place, Page(1, WORDS, ReadAs.TEXT))], False) == {}


def card(path: Path, number: str) -> Path:
    """Draw a card that fills its picture, as a photograph of an identity card does."""
    image = Image.new("RGB", (1712, 1080), "#bcd")
    ImageDraw.Draw(image).text((60, 200), number, fill="black", font=ImageFont.load_default(90))
    image.save(path)
    return path


def test_a_small_picture_cannot_be_read(tmp_path: Path) -> None:
    page = Page(1, "ALUR PELAYANAN", ReadAs.OCR)
    crop = crop_of(card(tmp_path / "a.png", "3374112233445566"), "ALUR PELAYANAN", page=page)
    assert crop and crop.shows is Shows.PHOTO and max(crop.width, crop.height) <= 104
    for text in ("NIK 3374112233445566", "33741 12233 445566", "081234567890"):
        assert not may_be_shown(Page(1, text, ReadAs.OCR), False) and may_be_shown(Page(1, text, ReadAs.OCR), True)
        assert crop_of(tmp_path / "a.png", "", page=Page(1, text, ReadAs.OCR)) is None


def test_what_was_read_poorly_is_shown_as_small_as_a_photograph(tmp_path: Path) -> None:
    path, noise = card(tmp_path / "a.png", "3374112233445566"), "r~ 1l " * 50
    sides = []
    for confidence in (0.5, 0.9):
        crop = crop_of(path, "", page=Page(1, noise, ReadAs.OCR, confidence))
        assert crop
        sides.append(max(crop.width, crop.height))
    assert sides == [104, 212]


def test_a_scan_is_small_and_marked_about_where_the_quote_is(tmp_path: Path) -> None:
    text = "\n".join(["kata " * 12] * 9 + ["MEMUTUSKAN"])
    image = Image.new("RGB", (1240, 1754), "white")
    image.save(tmp_path / "a.png")
    crop = crop_of(tmp_path / "a.png", "MEMUTUSKAN", page=Page(1, text, ReadAs.OCR))
    shown = picture(crop)
    assert crop and crop.about and crop.shows is Shows.PAGE and max(shown.size) <= 212
    top, bottom = shown.crop((0, 0, shown.width, 100)), shown.crop((0, 100, shown.width, shown.height))
    assert yellow(top) == 0 and yellow(bottom) > 100


@pytest.mark.parametrize(
    ("quote", "share"), [("satu", 0.285), ("dua  TIGA", 0.715), ("empat", None), ("", None)],
)
def test_where_a_line_stands(quote: str, share: float | None) -> None:
    found = line_share("SATU\n\ndua tiga", quote)
    assert found == share if share is None else found == pytest.approx(share)


def test_a_quote_is_found_whatever_blanks_it_has() -> None:
    signs = [Sign(char, None) for char in "No.: SK\r\nTENTANG Tim"]
    assert quoted(signs, "sk tentang") == range(5, 16)
    assert quoted(signs, "Nota Dinas tentang") == range(0)
    assert quoted(signs, "SK tentang tim dan lain-lain") == range(5, 20)


def test_crops_come_from_the_files_of_a_folder_and_changed_ones_give_none(tmp_path: Path) -> None:
    path = pdf(tmp_path / "sk.pdf", WORDS)
    file = look_at(path, tmp_path)
    assert isinstance(file, File)
    base = sample()
    verdict = next(each for each in base.verdicts if each.matches)
    evidence = verdict.matches[0].evidence
    document = replace(evidence.document, file=file, pages=(Page(1, WORDS, ReadAs.TEXT),))
    match = match_of("X", replace(evidence, document=document), WORDS)
    readiness = replace(base, verdicts=(replace(verdict, matches=(match,)),))
    assert set(crops_of(readiness, tmp_path, Serial(), 0)) == {match.place}
    path.write_bytes(path.read_bytes().replace(b"2000", b"2001") + b"\n")
    assert crops_of(readiness, tmp_path, Serial(), 0) == {}


def test_there_is_room_for_the_best_first() -> None:
    places = [Place("a.pdf", number, "q") for number in range(4)]
    crops = {place: Crop(Shows.LINES, b"x" * 300_000, "image/webp", 1, 1) for place in places}
    order = [(rank, place) for rank, place in zip((1, 0, 1, 0), places, strict=True)]
    kept = _within(1_000_000, order, crops)
    assert set(kept) == {places[1], places[3]}
    assert _within(MOST, order, crops).keys() == set(places)
