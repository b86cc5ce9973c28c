"""PDF pages as printed: form values, stamps, turned and wide pages, two columns."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reads import WITHOUT_OCR, content
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from scans import SK, text_pdf

LINES = [f"Baris ke-{number} tentang pelayanan publik di kantor" for number in range(1, 19)]


def test_form_values_are_read_in_their_places(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for number, name in enumerate(("Nama", "Nomor", "Tanggal", "Kantor")):
        canvas.drawString(60, 780 - 30 * number, f"{name} :")
        canvas.acroForm.textfield(name=name, value=f"isi {name.lower()}", x=130, y=772 - 30 * number, height=20)
    canvas.drawString(60, 100, "Kepala Dinas")
    canvas.save()
    (page,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages
    assert page.text.splitlines() == [
        "Nama : isi nama",
        "Nomor : isi nomor",
        "Tanggal : isi tanggal",
        "Kantor : isi kantor",
        "Kepala Dinas",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_keep_their_lines(tmp_path: Path, turn: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for number in [*range(5, len(LINES)), *range(5)]:
        canvas.drawString(60, 780 - 20 * number, LINES[number])
    canvas.save()
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    document[0].set_rotation(turn)
    document.save(str(tmp_path / "b.pdf"))
    (page,) = content(tmp_path / "b.pdf", WITHOUT_OCR).pages
    assert page.text.splitlines() == LINES


def test_upright_text_on_a_page_that_is_turned_to_show_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    for number, line in enumerate(LINES):
        canvas.drawString(60, -60 - 20 * number, line)
    canvas.save()
    assert content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text.splitlines() == LINES


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_from_its_shown_top(tmp_path: Path, turn: int) -> None:
    width, height = A4
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(turn)
    canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
    canvas.rotate(turn)
    for number in [*range(5, len(LINES)), *range(5)]:
        canvas.drawString(60, 540 - 20 * number, LINES[number])
    canvas.save()
    assert content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text.splitlines() == LINES


def test_wide_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=landscape(A4))
    for number, line in enumerate(LINES):
        canvas.drawString(60, 560 - 20 * number, f"{line} {line}")
    canvas.save()
    assert content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text.splitlines() == [f"{each} {each}" for each in LINES]


@pytest.mark.parametrize("rows", [9, 14, 36])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, rows: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    lines = [f"Butir {number} tentang pelayanan publik di kantor" for number in range(1, 2 * rows + 1)]
    for number, line in enumerate(lines):
        column, row = divmod(number, rows)
        canvas.drawString(40 + 280 * column, 780 - 20 * row, line)
    canvas.save()
    assert content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text.splitlines() == lines


def test_two_columns_under_a_title(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    lines = [f"Butir {number} tentang pelayanan publik di kantor" for number in range(1, 61)]
    canvas.drawString(180, 800, "LAPORAN PELAYANAN PUBLIK")
    for number, line in enumerate(lines):
        column, row = divmod(number, 30)
        canvas.drawString(40 + 280 * column, 770 - 20 * row, line)
    canvas.save()
    read = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text.splitlines()
    assert read == ["LAPORAN PELAYANAN PUBLIK", *lines]


def test_stamp_laid_on_a_page_is_read(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(text_pdf(tmp_path / "a.pdf", (SK,)))
    plain = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].text
    document.close()
    canvas = Canvas(str(tmp_path / "b.pdf"), pagesize=A4)
    for number, line in enumerate(SK):
        canvas.drawString(60, 780 - 20 * number, line)
    canvas.acroForm.textfield(name="cap", value="DRAF", x=300, y=100)
    canvas.save()
    assert "DRAF" not in plain
    assert "DRAF" in content(tmp_path / "b.pdf", WITHOUT_OCR).pages[0].text
