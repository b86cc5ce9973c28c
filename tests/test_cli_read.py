"""`read` shows what was read of one file, page by page, so that a doubtful page can be seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run
from reads import needs_tesseract
from scans import SK, page_image, text_pdf

NIP = "19800112 200501 1 003"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return text_pdf(tmp_path / "sk.pdf", (SK, ("Kepala Dinas Sosial", "Rahmat Suryanto", f"NIP {NIP}")))


def test_every_page_is_shown_with_how_it_was_read(paper: Path) -> None:
    ran = run("read", paper)
    assert ran.code == 0
    assert "sk.pdf  [pdf," in ran.out
    assert "── Halaman 1, dari teks berkas, keyakinan 100% ──" in ran.out
    assert all(line in ran.out for line in SK)
    assert "── Halaman 2" in ran.out and "Rahmat Suryanto" in ran.out


def test_one_page_alone(paper: Path) -> None:
    ran = run("read", paper, "--page", "2")
    assert "Halaman 2" in ran.out and "Halaman 1" not in ran.out
    wrong = run("read", paper, "--page", "3")
    assert wrong.code == 2 and "2 halaman" in wrong.err


def test_identities_are_masked_unless_asked_for(paper: Path) -> None:
    assert NIP not in run("read", paper).out
    assert NIP not in run("read", paper, "--format", "json").out
    assert NIP in run("read", paper, "--show-identities").out
    assert NIP in run("read", paper, "--format", "json", "--show-identities").out


def test_tables_are_shown_row_by_row(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Rekap"
    for row in (("No", "Nama", "NIP"), (1, "Ani\nLestari", "198001122005012003")):
        book.active.append(row)
    book.save(tmp_path / "rekap.xlsx")
    ran = run("read", tmp_path / "rekap.xlsx")
    assert "“Rekap”, dari sel lembar kerja" in ran.out
    assert "  Kepala kolom: No | Nama | NIP\n" in ran.out and "1 | Ani Lestari | 1980" in ran.out
    assert "198001122005012003" not in ran.out
    (page,) = json.loads(run("read", tmp_path / "rekap.xlsx", "--format", "json").out)["pages"]
    assert page["read_as"] == "cells" and page["name"] == "Rekap"
    assert page["tables"][0]["rows"][0] == ["No", "Nama", "NIP"]


@needs_tesseract
def test_a_scan_tells_its_confidence_and_without_ocr_its_reason(tmp_path: Path) -> None:
    page_image().save(tmp_path / "foto.png")
    assert "dari hasil pindai (OCR), keyakinan" in run("read", tmp_path / "foto.png").out
    (page,) = json.loads(run("read", tmp_path / "foto.png", "--format", "json", "--no-ocr").out)["pages"]
    assert page["read_as"] == "unread" and page["problem"]["code"] == "EC108" and page["text"] == ""


def test_an_unreadable_file_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7\nhanya judul")
    ran = run("read", tmp_path / "rusak.pdf")
    assert ran.code == 0 and "EC102" in ran.out
    assert json.loads(run("read", tmp_path / "rusak.pdf", "--format", "json").out)["unreadable"]["code"] == "EC102"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert run("read", tmp_path).code == 2
    gone = run("read", tmp_path / "tidak ada.pdf")
    assert gone.code == 2 and "tidak ditemukan" in gone.err


def test_hostile_signs_in_a_paper_do_not_reach_the_terminal(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Surat\u202etxt.exe\u200b\tselesai")
    document.save(str(tmp_path / "a.docx"))
    out = run("read", tmp_path / "a.docx").out
    assert "‹U+202E›" in out and "\u202e" not in out and "\t" not in out
