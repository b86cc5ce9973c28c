"""A paper as a Word file."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as Align
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from . import blocks as b
from .broken import same_each_time
from .office import Office

ALIGN = {"l": Align.LEFT, "c": Align.CENTER, "r": Align.RIGHT, "j": Align.JUSTIFY}
FONTS = {"Times": "Times New Roman", "Helvetica": "Arial", "Vera": "Bookman Old Style", "Courier": "Courier New"}
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:rect style="width:430pt;height:48pt"'
    ' fillcolor="#f3f3f3"><v:textbox><w:txbxContent><w:p><w:pPr><w:jc'
    ' w:val="center"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>'
)


def word(paper: b.Paper, year: str = "2026") -> bytes:
    """Return the paper as DOCX bytes, the same every time."""
    file = Document()
    look = file.styles["Normal"]
    look.font.name = FONTS[paper.font]
    look.font.size = Pt(11)
    look.paragraph_format.space_after = Pt(3)
    _page(file, paper)
    for block in paper.blocks:
        _put(file, block)
    file.core_properties.author = paper.author or "operator"
    file.core_properties.title = paper.title
    file.core_properties.last_modified_by = "operator"
    out = io.BytesIO()
    file.save(out)
    return same_each_time(out.getvalue(), year)


def _page(file: WordFile, paper: b.Paper) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    if paper.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(330), Mm(215)
    section.left_margin, section.right_margin = Mm(25), Mm(20)


def _line(file: WordFile, text: str, align: str = "j", bold: bool = False, size: float = 11) -> None:
    paragraph = file.add_paragraph()
    paragraph.alignment = ALIGN[align]
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)


def _put(file: WordFile, block: b.Block) -> None:
    match block:
        case b.Kop():
            _kop(file, block.office)
        case b.Crown() | b.Title():
            for line in block.lines:
                _line(file, line, "c", True, 12)
        case b.Text():
            _line(file, block.text, block.align, block.bold, block.size)
        case b.Clause():
            rows = tuple(
                (block.label if at == 0 else "", ":" if at == 0 else "", mark, text)
                for at, (mark, text) in enumerate(block.items)
            )
            _table(file, rows, (28, 4, 9, 120), ruled=False)
        case b.Fields():
            _table(file, tuple((label, ":", value) for label, value in block.pairs), (45, 4, 110), ruled=False)
        case b.Grid():
            _table(file, block.rows, block.widths, block.head, block.spans)
            file.add_paragraph()
        case b.Sign():
            _signs(file, (None, block))
        case b.Signs():
            _signs(file, block.blocks)
        case b.Boxed():
            file.add_paragraph()._p.append(parse_xml(BOX.format(text=block.text)))
        case b.Flow():
            for step in block.steps:
                _line(file, step, "c")
        case b.Page():
            file.add_page_break()
        case b.Gap():
            file.add_paragraph()


def _kop(file: WordFile, office: Office) -> None:
    header = file.sections[0].header
    parent = [office.parent.upper()] if office.parent else []
    lines = [f"PEMERINTAH {office.region.upper()}", *parent, office.name.upper(), *office.address]
    for at, line in enumerate(lines):
        paragraph = header.paragraphs[0] if at == 0 else header.add_paragraph()
        paragraph.alignment = Align.CENTER
        run = paragraph.add_run(line)
        head = at < 2 + len(parent)
        run.bold = head
        run.font.size = Pt((14, 16, 16)[at] if head else 9)
    header.add_paragraph("_" * 84)


def _table(
    file: WordFile,
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
    head: int = 0,
    spans: tuple[tuple[int, int, int, int], ...] = (),
    ruled: bool = True,
) -> None:
    table = file.add_table(len(rows), len(widths))
    if ruled:
        table.style = "Table Grid"
    total = sum(widths)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(at, column)
            cell.width = Mm(165 * widths[column] / total)
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(9 if ruled else 11)
            run.bold = at < head
    for x0, y0, x1, y1 in spans:
        table.cell(y0, x0).merge(table.cell(y1, x1))


def _signs(file: WordFile, signs: tuple[b.Sign | None, ...]) -> None:
    table = file.add_table(1, len(signs))
    for at, sign in enumerate(signs):
        if not sign:
            continue
        name = [sign.person.name, sign.person.rank, f"NIP. {sign.person.spaced}"] if sign.person else [sign.name]
        lines = [*sign.before, "", sign.mark, "", *name]
        for number, line in enumerate(lines):
            cell = table.cell(0, at)
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.alignment = Align.CENTER
            paragraph.add_run(line)
