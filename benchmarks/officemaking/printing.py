"""Papers as files: text PDF, scan, Word, workbook, bundles of several papers in one PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import pypdfium2
from papermaking import blocks as b
from papermaking.pdf import pdf
from papermaking.scan import jpeg, pictures, worn
from papermaking.scene import Made
from papermaking.sheet import Sheet, workbook
from papermaking.word import word
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .item import blocks_of

DPI = 150


@dataclass(frozen=True)
class Printed:
    """A file: its bytes, the ending of its name, and first and last page of each paper in it (sheets in a workbook)."""

    data: bytes
    ending: str
    medium: str
    parts: tuple[tuple[int, int | None], ...]


def printed(made: Sequence[Made], medium: str, chance: Random, turned: bool = False) -> Printed:
    """Return papers as one file of a medium; more than one only as text or scan."""
    if medium == "xlsx":
        sheets = made[0].paper
        assert isinstance(sheets, tuple)
        return Printed(workbook(sheets), "xlsx", medium, ((1, len(sheets)),))
    papers = [paper_of(each) for each in made]
    if medium == "docx":
        return Printed(word(paper_of(_marked(made[0]))), "docx", medium, ((1, None),))
    data = [pdf(paper) for paper in papers]
    counts = [_pages(each) for each in data]
    parts = tuple((sum(counts[:at]) + 1, sum(counts[: at + 1])) for at in range(len(counts)))
    whole = _scan(papers, chance, turned) if medium == "scan" else data[0] if len(data) == 1 else _joined(data)
    return Printed(whole, "pdf", medium, parts)


def _pages(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def _marked(made: Made) -> Made:
    """Return a paper whose ink is typed as a mark, since Word files hold no ink."""

    def typed(sign: b.Sign) -> b.Sign:
        return replace(sign, mark="ttd") if sign.ink else sign

    def change(block: b.Block) -> b.Block:
        if isinstance(block, b.Sign):
            return typed(block)
        if isinstance(block, b.Signs):
            return replace(block, blocks=tuple(typed(each) if each else None for each in block.blocks))
        return block

    return blocks_of(made, change)


def paper_of(made: Made) -> b.Paper:
    """Return the paper, or the sheets printed on paper."""
    if isinstance(made.paper, b.Paper):
        return made.paper
    blocks: list[b.Block] = []
    for sheet in made.paper:
        blocks += [b.Page()] if blocks else []
        blocks += _sheet(sheet)
    return b.Paper(tuple(blocks), "Helvetica", True, title=made.type, size="a4")


def _sheet(sheet: Sheet) -> list[b.Block]:
    size = 7 if len(sheet.widths) > 8 else 8.5
    rows = tuple(tuple(str(cell) for cell in row) for row in (*sheet.head, *sheet.rows))
    found: list[b.Block] = [b.Title(sheet.title), b.Grid(rows, sheet.widths, len(sheet.head), size)]
    return found + [b.Text(line, "r", size=9) for line in sheet.sign]


def _joined(data: Sequence[bytes]) -> bytes:
    """Return several PDFs as one, without the day and the id that would make it differ each time."""
    out, whole = io.BytesIO(), pypdfium2.PdfDocument.new()
    for each in data:
        with pypdfium2.PdfDocument(each) as document:
            whole.import_pages(document)
    whole.save(out)
    whole.close()
    found = re.sub(
        rb"/ID\[<[0-9A-F]+><[0-9A-F]+>\]", lambda m: re.sub(rb"[0-9A-F](?=[0-9A-F]*>)", b"0", m.group()), out.getvalue()
    )
    return re.sub(rb"D:\d{14}", b"D:20260102080000", found)


def _scan(papers: Sequence[b.Paper], chance: Random, turned: bool) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    grey = chance.random() < 0.4
    for paper in papers:
        for page in pictures(paper, DPI):
            picture = worn(page.rotate(180) if turned else page, chance, grey)
            size = (picture.width * 72 / DPI, picture.height * 72 / DPI)
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(io.BytesIO(jpeg(picture, chance.choice((45, 52, 60))))), 0, 0, *size)
            canvas.showPage()
    canvas.save()
    return out.getvalue()
