"""Photos, screenshots and scans saved as pictures; and the preparation of pages for OCR."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reads import SETTINGS, WITHOUT_OCR, content, needs_tesseract, outcome
from scans import SK, as_scanned, letters, page_image

from evidence_check.extract import ocr
from evidence_check.extract.prepare import brightest_channel, is_blank, skew_of
from evidence_check.extract.settings import ReadSettings
from evidence_check.extract.tesseract import tesseract_data
from evidence_check.model.files import ReadAs, Unreadable


@needs_tesseract
def test_phone_photo_is_turned_as_the_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "WhatsApp Image 2026.jpeg"
    path.write_bytes(letters(page_image().rotate(90, expand=True), exif=exif))
    (page,) = content(path).pages
    assert page.read_as is ReadAs.OCR
    assert "NOMOR 188 TAHUN 2026" in page.text


@needs_tesseract
def test_every_page_of_a_tiff_up_to_the_limit(tmp_path: Path) -> None:
    images = [page_image((f"HALAMAN {word}", *SK[4:9]), dpi=150) for word in ("SATU", "DUA", "TIGA")]
    path = tmp_path / "faks.tif"
    images[0].save(path, save_all=True, append_images=images[1:])
    found = content(path, replace(SETTINGS, max_ocr_pages=2))
    assert [page.text.splitlines()[0] for page in found.pages] == ["HALAMAN SATU", "HALAMAN DUA"]
    assert [each.code for each in found.findings] == ["EC117"]


@needs_tesseract
def test_photo_without_words_is_no_fault(tmp_path: Path) -> None:
    image = Image.radial_gradient("L").resize((900, 600)).convert("RGB")
    path = tmp_path / "loket.jpg"
    path.write_bytes(letters(image))
    found = content(path)
    assert found.findings == ()
    assert found.pages[0].read_as is ReadAs.OCR


@needs_tesseract
def test_coloured_poster_keeps_its_coloured_words(tmp_path: Path) -> None:
    image = Image.new("RGB", (1400, 900), (255, 250, 235))
    draw = ImageDraw.Draw(image)
    from PIL import ImageFont

    font = ImageFont.load_default(size=70)
    for index, line in enumerate(("MAKLUMAT PELAYANAN", "KAMI SANGGUP MELAYANI", "SESUAI STANDAR PELAYANAN")):
        draw.text((80, 80 + 160 * index), line, fill=(225, 20, 20), font=font)
    path = tmp_path / "poster.png"
    path.write_bytes(letters(image, "PNG"))
    assert "MAKLUMAT PELAYANAN" in content(path).pages[0].text


def test_picture_without_ocr_is_unread_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(letters(page_image(), "PNG"))
    (page,) = content(path, WITHOUT_OCR).pages
    assert page.read_as is ReadAs.UNREAD
    assert page.problem is not None
    assert page.problem.code == "EC108"


def test_wrong_data_folder_means_no_ocr(tmp_path: Path) -> None:
    assert not ocr.ocr_ready(ReadSettings(tessdata=str(tmp_path)))
    assert not ocr.ocr_ready(ReadSettings(language="tlh"))


def test_data_is_found_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tlh.traineddata").write_bytes(b"")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert tesseract_data("tlh") == str(tmp_path)
    assert tesseract_data("tlh+qya") is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_damaged_picture(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "rusak"
    path.write_bytes(letters(page_image(dpi=60), kind)[:40])
    found = outcome(path)
    assert isinstance(found, Unreadable)
    assert found.reason.code == "EC102"


def test_picture_of_absurd_size_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.png"
    Image.new("1", (20_000, 10_000)).save(path)
    found = outcome(path)
    assert isinstance(found, Unreadable)
    assert found.reason.code == "EC104"


@pytest.mark.parametrize("angle", [-3.0, -1.2, 0.0, 1.5, 3.0])
def test_skew_is_found(angle: float) -> None:
    found = skew_of(brightest_channel(as_scanned(page_image(), skew=angle, noise=10)))
    assert found == pytest.approx(-angle, abs=0.3)


def test_stamp_and_shade_are_paper_and_print_is_not() -> None:
    assert is_blank(page_image(()))
    assert is_blank(as_scanned(page_image(()), noise=10))
    assert not is_blank(page_image(SK[:1]))
    assert not is_blank(as_scanned(page_image(SK[:2]), noise=10))
