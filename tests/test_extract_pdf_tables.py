"""Ruled tables of PDFs from PDFium's own objects: every make of line, merged cells, turned pages, many pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from reads import WITHOUT_OCR, content
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from evidence_check.extract.ruled import grids
from evidence_check.extract.settings import ReadSettings

ROWS = (("No", "Unsur Pelayanan", "Nilai"), ("1", "Persyaratan", "3,21"), ("2", "Waktu layanan", "3,40"))
LEFTS = (60.0, 100.0, 300.0, 380.0)
TALL = 24.0


def strokes(canvas: Canvas, x: float, y: float, width: float, tall: float) -> None:
    canvas.lines([(x, y, x + width, y), (x, y + tall, x + width, y + tall), (x, y, x, y + tall),
                  (x + width, y, x + width, y + tall)])  # fmt: skip


def bars(canvas: Canvas, x: float, y: float, width: float, tall: float) -> None:
    for box in ((x, y, width, 0.5), (x, y + tall, width, 0.5), (x, y, 0.5, tall), (x + width, y, 0.5, tall)):
        canvas.rect(*box, stroke=0, fill=1)


def boxes(canvas: Canvas, x: float, y: float, width: float, tall: float) -> None:
    canvas.rect(x, y, width, tall)


def scaled(canvas: Canvas, x: float, y: float, width: float, tall: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width, tall)
    canvas.setLineWidth(0.01)
    canvas.rect(0, 0, 1, 1)
    canvas.restoreState()


def draw(canvas: Canvas, cell: Callable[..., None], top: float = 760.0) -> None:
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            left, right = LEFTS[column], LEFTS[column + 1]
            cell(canvas, left, top - TALL * (number + 1), right - left, TALL)
            for line, word in enumerate(text.split()):
                canvas.drawString(left + 4, top - TALL * number - 10 - 10 * line, word)


@pytest.mark.parametrize("cell", [strokes, bars, boxes, scaled])
def test_every_make_of_line(tmp_path: Path, cell: Callable[..., None]) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    draw(canvas, cell)
    canvas.save()
    (table,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables
    assert table.rows == ROWS
    assert table.heads == ROWS[0]


def test_lines_inside_a_form_are_seen(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.beginForm("grid")
    for number in range(3):
        for left, right in pairwise(LEFTS):
            boxes(canvas, left - 60, TALL * number, right - left, TALL)
    canvas.endForm()
    draw(canvas, lambda *_: None)
    canvas.translate(60, 760 - 3 * TALL)
    canvas.doForm("grid")
    canvas.save()
    (table,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables
    assert table.rows == ROWS


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_table_that_is_upright_on_a_turned_page(tmp_path: Path, turn: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(turn)
    width, height = A4
    canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
    canvas.rotate(turn)
    draw(canvas, strokes, 560)
    canvas.save()
    (table,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables
    assert table.rows == ROWS


def test_words_drawn_over_a_border_are_parted(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Courier", 10)
    for row in (0, 1):
        for column in (0, 1):
            boxes(canvas, 60 + 30 * column, 700 - 20 * row, 30, 20)
        canvas.drawString(60, 706 - 20 * row, "AAAAABBBBB")
    canvas.save()
    (table,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables
    assert table.rows == (("AAAAA", "BBBBB"), ("AAAAA", "BBBBB"))


def test_words_of_a_cell_drawn_from_below_are_put_in_order(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for row in (0, 1):
        for column in (0, 1):
            boxes(canvas, 60 + 100 * column, 700 - 40 * row, 100, 40)
            canvas.drawString(64 + 100 * column, 706 - 40 * row, "kedua")
            canvas.drawString(64 + 100 * column, 726 - 40 * row, "pertama")
    canvas.save()
    (table,) = content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables
    assert table.rows == (("pertama kedua",) * 2,) * 2


def test_every_page_has_its_tables_and_they_can_be_left_out(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for _ in range(15):
        draw(canvas, bars)
        canvas.showPage()
    canvas.save()
    assert [len(page.tables) for page in content(tmp_path / "a.pdf", WITHOUT_OCR).pages] == [1] * 15
    without = content(tmp_path / "a.pdf", ReadSettings(ocr=False, tables=False))
    assert not any(page.tables for page in without.pages)


def test_lines_that_make_no_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(60, 780, "KEPUTUSAN KEPALA DINAS")
    for number in range(6):
        canvas.line(60, 700 - 20 * number, 300, 700 - 20 * number)
        canvas.line(400, 500, 500, 400 + number)
    canvas.save()
    assert content(tmp_path / "a.pdf", WITHOUT_OCR).pages[0].tables == ()


@pytest.mark.skipif(not (Path(__file__).parents[2] / "shared").exists(), reason="the shared papers are not here")
def test_real_tables_are_those_of_pdfplumber() -> None:
    folder = Path(__file__).parents[2] / "shared" / "corpus" / "documents" / "dpmptspnaker"
    same = wanted = 0
    for path in sorted(folder.glob("*.pdf"))[:40]:
        try:
            pages = {page.number: page for page in content(path, WITHOUT_OCR).pages}
        except AssertionError:
            continue
        if len(pages) > 6 or not any(page.tables for page in pages.values()):
            continue
        with pdfplumber.open(io.BytesIO(path.read_bytes())) as document:
            for number, page in enumerate(document.pages, 1):
                mine = [_bare(table.rows) for table in pages[number].tables]
                for rows in map(_bare, page.extract_tables({"text_x_tolerance_ratio": 0.15})):
                    if len(rows) > 1 and len(rows[0]) > 1:
                        wanted += 1
                        same += rows in mine
    assert wanted > 10
    assert same >= 0.9 * wanted


def _bare(rows: Any) -> list[list[str]]:
    bare = [["".join((cell or "").split()) for cell in row] for row in rows]
    return [row for row in bare if any(row)]


tiles = some.lists(some.integers(12, 80), min_size=1, max_size=6)


@settings(max_examples=60)
@given(tiles, tiles, some.floats(-1, 1))
def test_a_full_grid_comes_back_whole(widths: list[int], heights: list[int], off: float) -> None:
    xs = [sum(widths[:number]) for number in range(len(widths) + 1)]
    ys = [sum(heights[:number]) for number in range(len(heights) + 1)]
    level = [(y + off * (x % 2), x, x + width) for y in ys for x, width in zip(xs, widths, strict=False)]
    upright = [(float(x), y, y + height) for x in xs for y, height in zip(ys, heights, strict=False)]
    found = grids(level, upright)
    if len(widths) * len(heights) == 1:
        assert found == []
    else:
        assert [[len(row) for row in grid] for grid in found] == [[len(widths)] * len(heights)]
        assert all(cell for row in found[0] for cell in row)
