"""HEIC: the photos of newer telephones, by an extra."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reads import WITHOUT_OCR, content, needs_tesseract, outcome
from scans import letters, page_image

from evidence_check.model.files import Content, ReadAs, Unreadable

pillow_heif = pytest.importorskip("pillow_heif", reason="pillow-heif, an extra, is not installed")


def photo(path: Path) -> Path:
    """Write a photo of a page as a telephone does."""
    with Image.open(io.BytesIO(letters(page_image()))) as image:
        pillow_heif.from_pillow(image.convert("RGB")).save(str(path), quality=80)
    return path


@needs_tesseract
def test_photo_is_recognised(tmp_path: Path) -> None:
    (page,) = content(photo(tmp_path / "a.heic")).pages
    assert page.read_as is ReadAs.OCR
    assert "NOMOR 188 TAHUN 2026" in page.text


@pytest.mark.parametrize("share", [0.2, 0.7])
def test_cut_off_photo_ends(tmp_path: Path, share: float) -> None:
    whole = photo(tmp_path / "a.heic").read_bytes()
    (tmp_path / "b.heic").write_bytes(whole[: int(len(whole) * share)])
    assert isinstance(outcome(tmp_path / "b.heic", WITHOUT_OCR), Content | Unreadable)
