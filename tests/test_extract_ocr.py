"""Recognised pages: tables by their ruling lines, columns, reading order, doubtful words, lost lines."""

from __future__ import annotations

import sysconfig
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from reads import SETTINGS, content, needs_tesseract
from scans import SK, as_scanned, letters, page_image, scan_pdf

from evidence_check.extract import tesseract
from evidence_check.extract.blobs import blobs
from evidence_check.extract.layout import laid_out
from evidence_check.extract.lost_lines import lone_colons, share_lost, unread_ink
from evidence_check.extract.ocr import LOST, recognise
from evidence_check.extract.prepare import brightest_channel, prepare
from evidence_check.extract.rulings import Grid, without_rulings
from evidence_check.extract.tesseract import Word, words_in
from evidence_check.model.files import Content, ReadAs
from evidence_check.store.encoding import pack, unpack

ROWS = (
    ("No", "Jenis Pelayanan", "Jumlah"),
    ("1", "Surat keterangan\ndomisili usaha", "27"),
    ("2", "Rekomendasi izin", ""),
    ("3", "Bantuan sosial\nbagi lanjut usia", "145"),
)


def table_image(dpi: int = 200) -> Image.Image:
    """Return a page with two lines of text, a ruled table, and a line below it."""
    image = page_image((*SK[1:3],), dpi)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=round(dpi * 11 / 72))
    edges = [round(dpi * inch) for inch in (0.7, 1.3, 4.3, 5.6)]
    top, tall = round(dpi * 2.0), round(dpi * 0.55)
    for index, row in enumerate(ROWS):
        y = top + index * tall
        for left, right, cell in zip(edges, edges[1:], row, strict=False):
            draw.rectangle((left, y, right, y + tall), outline="black", width=2)
            draw.multiline_text((left + 12, y + 10), cell, fill="black", font=font)
    draw.text((edges[0], top + 5 * tall), "Demikian daftar ini dibuat", fill="black", font=font)
    return image


def word(text: str, left: int, top: int, line: int, wide: int = 90) -> Word:
    return Word(text, (left, top, left + wide, top + 30), 90, (line, 1, 1))


@needs_tesseract
@pytest.mark.parametrize("skew", [0.0, 1.7])
def test_table_of_a_scan_comes_out_cell_by_cell(tmp_path: Path, skew: float) -> None:
    path = tmp_path / "daftar.jpg"
    path.write_bytes(letters(as_scanned(table_image(), skew=skew, noise=6)))
    (page,) = content(path).pages
    (table,) = page.tables
    assert table.rows == tuple(tuple(" ".join(cell.split()) for cell in row) for row in ROWS)
    lines = page.text.splitlines()
    assert lines[2] == "No Jenis Pelayanan Jumlah"
    assert lines[-1] == "Demikian daftar ini dibuat"
    assert "1 Surat keterangan\ndomisili usaha" in page.text


@needs_tesseract
def test_every_word_has_its_sureness_and_the_store_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "daftar.png"
    path.write_bytes(letters(table_image(), "PNG"))
    found = content(path)
    (page,) = found.pages
    assert page.read_as is ReadAs.OCR
    assert len(page.sureness) == len(page.text.split()) > 10
    assert all(0 <= sure <= 100 for sure in page.sureness)
    assert unpack(Content, pack(Content, found, found.file.path), found.file.path) == found


@needs_tesseract
def test_lines_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    image = page_image()
    scrawl = np.random.default_rng(3)
    draw = ImageDraw.Draw(image)
    for line in range(5):
        y = 1300 + 70 * line
        for x in range(150, 1300, 14):
            points = [(x + int(dx), y + int(dy)) for dx, dy in scrawl.integers(0, 26, (3, 2))]
            draw.line(points, fill="black", width=3)
    path = tmp_path / "coretan.png"
    path.write_bytes(letters(image, "PNG"))
    (page,) = content(path).pages
    assert page.problem is not None
    assert page.problem.code == "EC126"
    assert page.confidence < 0.6


@needs_tesseract
def test_ink_of_a_line_nobody_read_is_seen() -> None:
    page = prepare(brightest_channel(as_scanned(page_image(), noise=6)))
    words = words_in(page, SETTINGS)
    assert unread_ink(page, words) == []
    gone = [each for each in words if "perlu" not in each.text and each.line != words[40].line]
    assert share_lost(unread_ink(page, gone), gone) >= LOST


@needs_tesseract
def test_good_page_is_not_suspected() -> None:
    found = recognise(as_scanned(page_image(), skew=1.2, noise=8, stamp=True), SETTINGS)
    assert found.lost < LOST


def test_labels_and_values_share_a_line_and_columns_do_not() -> None:
    form = [word("Nama", 100, 100 + 50 * row, row) for row in range(8)]
    form += [word(f"isi{row}", 400, 104 + 50 * row, 20 + row) for row in range(8)]
    assert laid_out(form, ()).text.splitlines() == [f"Nama isi{row}" for row in range(8)]
    columns = [word(f"kiri{row}", 100, 100 + 50 * row, row, 900) for row in range(8)]
    columns += [word(f"kanan{row}", 1100, 100 + 50 * row, 20 + row, 900) for row in range(8)]
    head = [word("JUDUL", 100, 20, 50, 1900)]
    assert laid_out([*columns, *head], ()).text.splitlines() == [
        "JUDUL", *(f"kiri{row}" for row in range(8)), *(f"kanan{row}" for row in range(8)),
    ]  # fmt: skip


def test_cell_over_several_rows_stands_in_the_first_and_keeps_its_place() -> None:
    grid = Grid((0, 100, 300), (0, 50, 100), ((0, 1), (0, 3)))
    words = [word("A", 10, 10, 1, 20), word("atas", 110, 10, 2), word("bawah", 110, 60, 3)]
    assert [table.rows for table in laid_out(words, (grid,)).tables] == [(("A", "atas"), ("", "bawah"))]


def test_page_without_lines_stays_as_it_is() -> None:
    page = page_image(SK).convert("L")
    assert without_rulings(page) == (page, [])


places = st.tuples(st.integers(0, 2000), st.integers(0, 2800), st.integers(1, 400), st.integers(0, 30))


@given(st.lists(places, max_size=40), st.booleans())
def test_no_word_is_lost_or_doubled_in_putting_in_order(found: list[tuple[int, int, int, int]], ruled: bool) -> None:
    words = [word(f"kata{index}", x, y, line, wide) for index, (x, y, wide, line) in enumerate(found)]
    grids = (Grid((300, 800, 1500), (400, 900, 1400), ((0, 1), (2, 3))),) if ruled else ()
    laid = laid_out(words, grids)
    assert sorted(laid.text.split()) == sorted(each.text for each in words)
    assert len(laid.sureness) == len(words)


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=8))
def test_pieces_of_ink_hold_every_point_once(rows: list[list[bool]]) -> None:
    mask = np.array(rows)
    found = blobs(mask)
    assert sum(each.points for each in found) == mask.sum()
    for each in found:
        assert mask[each.top : each.bottom, each.left : each.right].sum() >= each.points


def test_settings_without_tesseract_data_read_nothing(tmp_path: Path) -> None:
    path = tmp_path / "daftar.png"
    path.write_bytes(letters(table_image(), "PNG"))
    (page,) = content(path, replace(SETTINGS, tessdata=str(tmp_path))).pages
    assert page.read_as is ReadAs.UNREAD
    assert page.sureness == ()


@needs_tesseract
def test_colons_in_a_column_of_their_own_are_kept() -> None:
    image = page_image(SK[:4])
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=30)
    for index, (label, value) in enumerate((("Nama", "Candra Wijaya"), ("Jabatan", "Analis Data"), ("Unit", "Umum"))):
        for x, text in ((140, label), (560, ":"), (600, value)):
            draw.text((x, 700 + 52 * index), text, fill="black", font=font)
    page = prepare(brightest_channel(as_scanned(image, skew=0.8, noise=5)))
    read = [each for each in words_in(page, SETTINGS) if any(char.isalpha() for char in each.text)]
    laid = laid_out(read + lone_colons(page, read), ())
    assert laid.text.splitlines()[-3:] == ["Nama : Candra Wijaya", "Jabatan : Analis Data", "Unit : Umum"]


@pytest.mark.parametrize(
    ("there", "chosen"), [(("ind", "eng"), "ind"), (("eng",), "eng"), (("ind",), "ind"), ((), "ind")]
)
def test_the_language_is_indonesian_else_the_one_that_comes_with_pip(
    there: tuple[str, ...], chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "_PLACES", ())
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(tmp_path))
    monkeypatch.setattr("site.getuserbase", lambda: str(tmp_path))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    (tmp_path / "share" / "tessdata").mkdir(parents=True)
    for language in there:
        (tmp_path / "share" / "tessdata" / f"{language}.traineddata").write_bytes(b"")
    assert tesseract.language_at_hand() == chosen


def test_what_comes_with_pip_reads_a_scan_and_turns_it(tmp_path: Path) -> None:
    shipped = replace(SETTINGS, language=tesseract.SHIPPED, tessdata=f"{sysconfig.get_path('data')}/share/tessdata")
    if not tesseract.tesseract_ready(shipped):
        pytest.skip("the data that comes with pip is not installed for this Python")
    (page,) = content(scan_pdf(tmp_path / "terbalik.pdf", [page_image(SK).rotate(180)]), shipped).pages
    assert "NOMOR 188 TAHUN 2026" in page.text
