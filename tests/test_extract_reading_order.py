"""Lines of a PDF come in the order a reader sees them where they were drawn otherwise."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from evidence_check.extract.pdf_page import text_of

BODY = [(72, 600 - 20 * number, f"Baris isi nomor {number}") for number in range(16)]
HEAD = [(72, 780, "LAPORAN KEGIATAN"), (72, 760, "DINAS SOSIAL"), (330, 760, "TAHUN 2026")]


def lines(folder: Path, drawn: list[tuple[int, int, str]]) -> list[str]:
    path = folder / "a.pdf"
    canvas = Canvas(str(path))
    for left, height, text in drawn:
        canvas.drawString(left, height, text)
    canvas.save()
    document = PdfDocument(path)
    try:
        return text_of(document[0]).splitlines()
    finally:
        document.close()


def test_a_head_drawn_last_comes_first(tmp_path: Path) -> None:
    assert lines(tmp_path, [*BODY, *HEAD])[:3] == ["LAPORAN KEGIATAN", "DINAS SOSIAL TAHUN 2026", "Baris isi nomor 0"]


def test_all_lines_are_put_back_in_order(tmp_path: Path) -> None:
    shuffled = lines(tmp_path, [*BODY[8:], *HEAD, *BODY[:8]])
    assert shuffled[2:] == [text for _, _, text in BODY]


def test_text_drawn_from_the_top_stays_as_it_is(tmp_path: Path) -> None:
    columns = [(72, 700 - 20 * number, f"kiri {number}") for number in range(20)]
    columns += [(330, 640 - 20 * number, f"kanan {number}") for number in range(16)]
    assert lines(tmp_path, [*HEAD, *columns])[-1] == "kanan 15"
