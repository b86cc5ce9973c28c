"""Photographs as an inspector takes them: how many, which twice, taken when, showing which board."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from docx.shared import Mm
from PIL import Image, ImageDraw, ImageFont
from reads import SETTINGS, WITHOUT_OCR, content, needs_tesseract
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.same_picture import measure, picture
from evidence_check import library, pipeline
from evidence_check.extract.coordinates import without_coordinates
from evidence_check.extract.looks import look_of
from evidence_check.facts.pictures import with_pictures
from evidence_check.model.asked import Basis, Method, Office, Requirement
from evidence_check.model.facts import Facts
from evidence_check.model.files import Content, Document, File, Finding, Level, Page, ReadAs
from evidence_check.model.outcome import Status, Verdict
from evidence_check.model.pictures import Picture, marks_of, pictures_of
from evidence_check.words.fold import holds

CATALOGUE = library.catalogue()
SAMPLES = Path(__file__).parents[1] / "samples"
EXIF, TAKEN, GPS = 0x8769, 0x9003, 0x8825
PLACE = {1: "S", 2: (7.0, 47.0, 49.4), 3: "E", 4: (110.0, 22.0, 13.9)}


def photo(path: Path, image: Image.Image, taken: str = "", quality: int = 90) -> Path:
    """Save a photograph as a camera does, with the place it was taken at."""
    exif = Image.Exif()
    exif[GPS] = PLACE
    if taken:
        exif[EXIF] = {TAKEN: taken}
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, quality=quality, exif=exif)
    return path


def asked(*phrases: str, id: str = "F.1", count: int = 1, period: str = "any") -> Requirement:
    return Requirement(id, "F", id, Method.PHOTO, Basis.SEEN, photo=phrases, count=count, period=period)


def judged(contents: Sequence[Content], *requirements: Requirement, year: int = 2026) -> tuple[Verdict, ...]:
    checklist = replace(library.checklist("ombudsman-2026"), requirements=requirements, indicators=())
    evidence = tuple(pipeline.examined(contents, CATALOGUE))
    office = Office(name="Dinas Sosial")
    return pipeline.judged(checklist, evidence, (), CATALOGUE, library.yardsticks(), office, year)


def read_all(root: Path) -> list[Content]:
    """Read every file below a folder without OCR; its path is told from the folder, as in a real check."""
    found = []
    for path in sorted(each for each in root.rglob("*") if each.is_file()):
        each = content(path, WITHOUT_OCR)
        found.append(replace(each, file=replace(each.file, path=path.relative_to(root).as_posix())))
    return found


def told(verdict: Verdict, code: str) -> list[Finding]:
    return [finding for finding in verdict.findings if finding.code == code]


def numbers(verdict: Verdict) -> tuple[str, ...]:
    """Return how many pictures a verdict found, needed and left out as copies."""
    (finding,) = told(verdict, "EC333")
    return tuple(dict(finding.params)[key] for key in ("found", "needed", "copies"))


# ---------------------------------------------------------------- the same picture


def test_copies_are_known_again_and_other_pictures_are_not() -> None:
    """A part of what `benchmarks/same_picture.py` measures."""
    found = measure(10)
    assert found.missed() == 0.0, {name: max(apart) for name, apart in found.same.items()}
    assert found.confused() == 0.0, min(found.different)


def test_a_plain_picture_has_no_look_and_is_like_no_other() -> None:
    assert look_of(Image.new("RGB", (600, 400), "white")) == ""
    assert not Picture(1).same_as(Picture(2))


@needs_tesseract
def test_boards_drawn_alike_are_told_apart_by_their_words() -> None:
    boards = [content(path) for path in sorted((SAMPLES / "dinas-sosial" / "FOTO").glob("WhatsApp*"))]
    one, other = (pictures_of(Document(each.file, each.pages, each.marks))[0] for each in boards)
    assert one.same_as(other), "the case shows nothing any more"
    (verdict,) = judged(boards, asked("maklumat", "alur"))
    assert numbers(verdict) == ("2", "1", "0")


def test_marks_bring_pictures_through() -> None:
    known = (Picture(2, 1, "ab", "2026-03-02", 640, 480, "Gambar 1. Loket"), Picture(10, 2))
    document = Document(FILE, (Page(2, "", ReadAs.OCR), Page(10, "", ReadAs.OCR)), marks_of(known))
    assert pictures_of(document) == known
    assert pictures_of(replace(document, pages=document.pages[1:])) == known[1:]


# ---------------------------------------------------------------- counting


def test_the_same_picture_counts_once_however_it_was_saved(tmp_path: Path) -> None:
    first, second = picture(1), picture(5)
    photo(tmp_path / "ruang tunggu 1.jpg", first)
    photo(tmp_path / "ruang tunggu 2.jpg", first.resize((500, 380)), quality=40)
    (tmp_path / "ruang tunggu 3.jpg").write_bytes((tmp_path / "ruang tunggu 1.jpg").read_bytes())
    photo(tmp_path / "ruang tunggu 4.jpg", second)
    (verdict,) = judged(read_all(tmp_path), asked("ruang tunggu", count=3))
    assert verdict.status is Status.UNSURE
    assert numbers(verdict) == ("2", "3", "2")
    assert {dict(each.params)["other"] for each in told(verdict, "EC331")} == {"ruang tunggu 1.jpg"}
    assert verdict.advice and verdict.advice.code == "EC333"


def test_enough_pictures_are_never_green_by_themselves(tmp_path: Path) -> None:
    for number in (1, 5, 9):
        photo(tmp_path / f"ruang tunggu {number}.jpg", picture(number), "2026:03:02 10:14:55")
    (verdict,) = judged(read_all(tmp_path), asked("ruang tunggu", count=2))
    assert verdict.status is Status.UNSURE and not verdict.matches
    assert numbers(verdict) == ("3", "2", "0")
    assert told(verdict, "EC333")[0].level is Level.NOTE


def test_screens_of_one_form_with_other_words_are_two_pictures() -> None:
    look = look_of(picture(0))
    texts = ("ruang tunggu pendaftaran antrean loket umum satu", "ruang tunggu farmasi tebus resep obat lansia")
    contents = [
        Content(file_of(f"{number}.png", number), (Page(1, text, ReadAs.OCR),), (), marks_of([Picture(1, look=look)]))
        for number, text in enumerate(texts)
    ]
    (apart,) = judged(contents, asked("ruang tunggu"))
    assert numbers(apart) == ("2", "1", "0")
    alike = [replace(each, pages=contents[0].pages) for each in contents]
    (same,) = judged(alike, asked("ruang tunggu"))
    assert numbers(same) == ("1", "1", "1")


def test_a_picture_used_twice_is_told_where_else(tmp_path: Path) -> None:
    photo(tmp_path / "toilet.jpg", picture(3))
    photo(tmp_path / "kursi roda.jpg", picture(3), quality=50)
    photo(tmp_path / "parkir.jpg", picture(7))
    verdicts = judged(
        read_all(tmp_path), asked("toilet", id="F.1"), asked("kursi roda", id="F.2"), asked("parkir", id="F.3")
    )
    elsewhere = [[dict(each.params)["requirements"] for each in told(verdict, "EC332")] for verdict in verdicts]
    assert elsewhere == [["F.2"], ["F.1"], []]
    assert {verdict.status for verdict in verdicts} == {Status.UNSURE}


# ---------------------------------------------------------------- taken when

FILE = File("foto/gambar.jpg", 10, "0" * 64, "jpeg")


def file_of(path: str, number: int = 0) -> File:
    return File(path, 10, f"{number:064x}", "jpeg")


@pytest.mark.parametrize(
    ("taken", "period", "code"),
    [
        ("2025:12:30 10:14:55", "any", "EC330"),
        ("2025:12:30 10:14:55", "year_or_previous", ""),
        ("2026:03:02 10:14:55", "any", ""),
        ("2027:01:02 10:14:55", "year", "EC330"),
        ("0000:00:00 00:00:00", "any", "EC334"),
        ("2026:02:31 10:14:55", "any", "EC334"),
        ("", "any", "EC334"),
    ],
)
def test_the_day_the_camera_wrote(tmp_path: Path, taken: str, period: str, code: str) -> None:
    photo(tmp_path / "parkir.jpg", picture(3), taken)
    (verdict,) = judged(read_all(tmp_path), asked("parkir", period=period))
    assert verdict.status is Status.UNSURE
    assert {each.code for each in verdict.findings} == {"EC305", code} - {""}


def test_a_copy_without_its_date_does_not_hide_the_year_of_the_other(tmp_path: Path) -> None:
    photo(tmp_path / "parkir a.jpg", picture(3), "2024:03:02 10:14:55")
    photo(tmp_path / "parkir b.jpg", picture(3), "2026:03:02 10:14:55", quality=40)
    (verdict,) = judged(read_all(tmp_path), asked("parkir"))
    assert {"EC330", "EC331"} <= {each.code for each in verdict.findings}


@pytest.mark.parametrize("text", ["parkir\n2 Maret 2025 10.14.55\n", "parkir\n2025-03-02 10:14"])
def test_print_and_camera_that_disagree_are_in_doubt(text: str) -> None:
    marks = marks_of([Picture(1, taken="2026-03-02")])
    (verdict,) = judged([Content(FILE, (Page(1, text, ReadAs.OCR),), (), marks)], asked("parkir"))
    assert {"EC225"} == {each.code for each in verdict.findings} - {"EC305"}


def said(text: str, path: str = "foto/gambar.jpg", kind: str = "jpeg") -> Facts:
    page = Page(1, text, ReadAs.OCR)
    return with_pictures(Facts(), Document(replace(FILE, path=path, kind=kind), (page,)), CATALOGUE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 Mar 2026 10.14.55", "2026-03-02"),
        ("Senin, 02 Maret 2026 10:14 WIB", "2026-03-02"),
        ("02/03/26 10:14 GMT +07:00", "2026-03-02"),
        ("13/03/2026 10:14 AM", "2026-03-13"),
        ("3/13/2026 10:14 AM", "2026-03-13"),
        ("02/03/2026 10:14 AM", "2026"),  # American or not: only the year is sure
        ("Mar 2, 2026 10:14:55 AM", "2026-03-02"),
        ("2026-03-02 10:14:55", "2026-03-02"),
        ("10:14 WIB Senin, 2 Maret 2026", "2026-03-02"),
        ("2 Maret 2026\n10.14", "2026-03-02"),
        ("2 Maret 2026\nKecamatan Arunika\n-•.••••••, •••.••••••", "2026-03-02"),
        # the day a board was signed, or hours of service, say nothing about the picture
        ("MAKLUMAT PELAYANAN\nTirta Kencana, 9 Februari 2026\nKEPALA DINAS", ""),
        ("Berlaku 2 Maret 2026 08.00 - 15.00", ""),
        ("Nomor 02/03/2026", ""),
        ("31/02/2026 10:14", ""),
    ],
)
def test_a_date_printed_by_the_camera(text: str, day: str) -> None:
    dates = said(text).dates
    assert [fact.value for fact in dates] == [day] * bool(day)
    assert all((fact.name, fact.of) == ("taken", "printed") and holds(text, fact.place.quote) for fact in dates)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("FOTO/IMG_20260302_101455.jpg", "2026-03-02"),
        ("WhatsApp Image 2026-03-02 at 10.11.13.jpeg", "2026-03-02"),
        ("IMG-20240610-WA0011.jpg", "2024-06-10"),
        ("20260302/loket.jpg", ""),
        ("IMG_20261302_101455.jpg", ""),
        ("6281202603021234.jpg", ""),
    ],
)
def test_a_date_in_the_name_of_the_file(path: str, day: str) -> None:
    assert [(fact.value, fact.of) for fact in said("", path).dates] == [(day, "name")] * bool(day)


def test_the_name_of_a_paper_says_nothing_about_pictures() -> None:
    assert said("", "SK 20260302.pdf", "pdf").dates == ()


# ---------------------------------------------------------------- which board


@pytest.mark.parametrize(
    ("text", "boards"),
    [
        ("MAKLUMAT PELAYANAN\ndengan ini kami menyatakan sanggup", ["Maklumat pelayanan"]),
        ("ALUR PELAYANAN\n1. Ambil antrean", ["Alur atau prosedur pelayanan"]),
        ("STANDAR PELAYANAN\nPersyaratan :\nKTP\nJangka Waktu\n5 hari\nBiaya: gratis",
         ["Standar pelayanan", "Persyaratan", "Jangka waktu", "Biaya atau tarif"]),
        ("INDEKS KEPUASAN MASYARAKAT\n88,2", ["Nilai IKM atau SKM"]),
        ("JAM PELAYANAN\nSenin - Kamis", ["Jam pelayanan"]),
        ("KANAL PENGADUAN\nWhatsApp", ["Kanal pengaduan"]),
        ("kami berjanji sesuai standar pelayanan", []),
        ("RUANG TUNGGU", []),
    ],
)  # fmt: skip
def test_boards_are_known_by_their_headings(text: str, boards: list[str]) -> None:
    shown = said(text).figures
    assert [fact.value for fact in shown] == boards
    assert all(fact.name == "board" and holds(text, fact.place.quote) for fact in shown)


def test_a_picture_named_after_another_board_is_in_doubt() -> None:
    for name, codes in (("foto maklumat.jpg", {"EC226"}), ("foto tarif.jpg", set()), ("IMG_1.jpg", set())):
        page = Page(1, "DAFTAR TARIF\nRp10.000", ReadAs.OCR)
        (verdict,) = judged([Content(file_of(name), (page,))], asked("maklumat", "tarif"))
        assert {each.code for each in verdict.findings} - {"EC305", "EC334"} == codes, name


# ---------------------------------------------------------------- where is nobody's business


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("-7.797068, 110.370529", False),
        ("Lat -7.797068° Long 110.370529°", False),
        ("7°47'49.4\"S 110°22'13.9\"E", False),
        ("7MXH+2QF, Arunika", False),
        ("Nilai 3,412 3,500", True),
        ("Rp 1.250.000, 2.500.000", True),
        ("02/03/2026 10:14", True),
        ("lat kencana 12", True),
    ],
)
def test_coordinates_are_hidden_and_other_figures_kept(text: str, kept: bool) -> None:
    shown = without_coordinates(text)
    assert (shown == text) is kept
    assert len(shown.split()) == len(text.split())
    assert kept or not any(char.isdigit() for char in shown.split(",")[0])


def test_what_the_camera_says_of_its_place_is_not_read(tmp_path: Path) -> None:
    path = photo(tmp_path / "parkir.jpg", picture(3), "2026:03:02 10:14:55")
    found = content(path, WITHOUT_OCR)
    with Image.open(path) as image:
        assert image.getexif().get_ifd(GPS)
    assert "110" not in repr((replace(found, marks=()), pictures_of(Document(found.file, found.pages, found.marks)))[0])
    (shown,) = pictures_of(Document(found.file, found.pages, found.marks))
    assert (shown.taken, shown.caption, shown.width) == ("2026-03-02", "", Image.open(path).width)


@needs_tesseract
def test_a_photograph_with_a_stamp_is_read_without_its_place(tmp_path: Path) -> None:
    image = Image.new("RGB", (1200, 900), (120, 140, 120))
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=44)
    draw.rectangle([0, 0, 1200, 200], fill="white")
    draw.text((60, 60), "RUANG TUNGGU", fill="black", font=ImageFont.load_default(size=80))
    draw.rectangle([0, 640, 1200, 900], fill="black")
    for at, line in enumerate(("2 Mar 2025 10.14.55", "-7.797068, 110.370529")):
        draw.text((60, 670 + 90 * at), line, fill="white", font=font)
    found = content(photo(tmp_path / "a.jpg", image), SETTINGS)
    assert "797068" not in repr(found) and "370529" not in repr(found)
    (verdict,) = judged([found], asked("ruang tunggu"))
    assert [dict(each.params)["date"] for each in told(verdict, "EC330")] == ["2025-03-02"]


# ---------------------------------------------------------------- pictures inside papers


def jpeg(image: Image.Image, quality: int = 85, **more: Any) -> io.BytesIO:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, **more)
    out.seek(0)
    return out


HEADING = "DOKUMENTASI SARANA DAN PRASARANA KANTOR KAMI TAHUN INI"


def album(path: Path, above: bool = False) -> Path:
    """Save a DOCX of three photographs with captions, two of them the same picture."""
    file = WordFile()
    file.add_paragraph(HEADING)
    for number, name in ((1, "Ruang tunggu"), (3, "Toilet pengunjung"), (1, "Ruang tunggu lantai dua")):
        if above:
            file.add_paragraph(name)
        file.add_picture(jpeg(picture(number), 85 - 20 * (name == "Ruang tunggu lantai dua")), width=Mm(90))
        if not above:
            file.add_paragraph(name)
    file.save(str(path))
    return path


@pytest.mark.parametrize("above", [False, True])
def test_pictures_of_a_docx_are_counted_by_their_captions(tmp_path: Path, above: bool) -> None:
    found = [content(album(tmp_path / "lampiran.docx", above), WITHOUT_OCR)]
    waiting, toilet, parking = judged(found, asked("ruang tunggu", count=2), asked("toilet"), asked("parkir"))
    assert numbers(waiting) == ("1", "2", "1")
    assert [match.place.quote for match in toilet.near_misses] == ["Toilet pengunjung"]
    assert (toilet.status, parking.status) == (Status.UNSURE, Status.MISSING)


def test_two_pictures_side_by_side_have_the_captions_below_them(tmp_path: Path) -> None:
    file = WordFile()
    file.add_paragraph(HEADING)
    table = file.add_table(rows=2, cols=2)
    for at, (number, name) in enumerate(((3, "Toilet"), (7, "Parkir"))):
        table.cell(0, at).paragraphs[0].add_run().add_picture(jpeg(picture(number)), width=Mm(60))
        table.cell(1, at).text = name
    file.save(str(tmp_path / "a.docx"))
    found = content(tmp_path / "a.docx", WITHOUT_OCR)
    known = pictures_of(Document(found.file, found.pages, found.marks))
    assert [(each.number, each.caption) for each in known] == [(1, "Toilet"), (2, "Parkir")]
    assert known[1].same_as(Picture(1, look=look_of(picture(7))))


def test_a_damaged_picture_takes_nothing_from_the_text_of_a_docx(tmp_path: Path) -> None:
    whole = album(tmp_path / "a.docx")
    bomb = io.BytesIO()
    Image.new("1", (20_000, 10_000)).save(bomb, "PNG")
    for name, change in (("b.docx", lambda data: data[:400]), ("c.docx", lambda data: bomb.getvalue())):
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(tmp_path / name, "w") as new:
            for each in old.namelist():
                new.writestr(each, change(old.read(each)) if "/media/" in each else old.read(each))
        found = content(tmp_path / name, WITHOUT_OCR)
        assert found.pages == content(whole, WITHOUT_OCR).pages and found.marks == (), name


def test_pictures_of_a_pdf_are_counted_by_their_captions(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for at, (number, name) in enumerate(((1, "Ruang tunggu"), (3, "Toilet pengunjung"))):
        canvas.drawImage(ImageReader(jpeg(picture(number))), 100, 480 - 330 * at, 300, 225)
        canvas.drawString(100, 465 - 330 * at, name)
    canvas.drawString(100, 760, HEADING)
    canvas.save()
    found = [content(tmp_path / "a.pdf", WITHOUT_OCR)]
    waiting, toilet = judged(found, asked("ruang tunggu"), asked("toilet"))
    assert [match.place.quote for match in waiting.near_misses] == ["Ruang tunggu"]
    assert [match.place.quote for match in toilet.near_misses] == ["Toilet pengunjung"]
    (match,) = toilet.near_misses
    assert match.picture and match.picture.same_as(Picture(1, look=look_of(picture(3))))
