"""A paper as a PDF with a text layer."""

from __future__ import annotations

import io
from math import cos, pi, sin
from random import Random
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from . import blocks as b
from .office import Office

rl_config.invariant = 1
rl_config.useA85 = 0
for _name, _file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
    pdfmetrics.registerFont(TTFont(_name, _file))

FONTS = {
    "Times": ("Times-Roman", "Times-Bold"),
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Vera": ("Vera", "Vera-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}
ALIGN = {"l": TA_LEFT, "c": TA_CENTER, "r": TA_RIGHT, "j": TA_JUSTIFY}
SIZES: dict[str, tuple[float, float]] = {"folio": (215 * mm, 330 * mm), "a4": A4, "letter": LETTER}
INK = colors.Color(0.10, 0.12, 0.45)
STAMP = colors.Color(0.36, 0.22, 0.62)


def pdf(paper: b.Paper, password: str = "") -> bytes:
    """Return the paper as PDF bytes, the same every time."""
    out = io.BytesIO()
    size = SIZES[paper.size]
    size = landscape(size) if paper.landscape else size
    lock = StandardEncryption(password, canPrint=0) if password else None
    doc = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=24 * mm,
        rightMargin=20 * mm,
        topMargin=15 * mm,
        bottomMargin=18 * mm,
        title=paper.title,
        author=paper.author,
        invariant=1,
        encrypt=lock,
    )
    story: list[Flowable] = []
    for block in paper.blocks:
        story += flow(block, paper.font, doc.width)

    def each(canvas: Canvas, _: object) -> None:
        _edge(canvas, paper, size)

    doc.build(story, onFirstPage=each, onLaterPages=each)
    return out.getvalue()


def _edge(canvas: Canvas, paper: b.Paper, size: tuple[float, float]) -> None:
    if paper.border:
        for gap, width in ((8, 2.5), (10.5, 0.8)):
            canvas.setLineWidth(width)
            canvas.rect(gap * mm, gap * mm, size[0] - 2 * gap * mm, size[1] - 2 * gap * mm)
    if paper.footer:
        canvas.setFont(FONTS["Helvetica"][0], 7)
        for at, line in enumerate(paper.footer.split("\n")):
            canvas.drawCentredString(size[0] / 2, (12 - 3 * at) * mm, line)


def style(font: str, size: float = 11, align: str = "j", bold: bool = False, indent: float = 0) -> ParagraphStyle:
    """Return a paragraph style for one of the known font families."""
    name = FONTS[font][1 if bold else 0]
    return ParagraphStyle(
        f"{name}{size}{align}",
        fontName=name,
        fontSize=size,
        leading=size * 1.28,
        alignment=ALIGN[align],
        leftIndent=indent * mm,
        spaceAfter=size * 0.3,
    )


def _p(text: str, look: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), look)


def flow(block: b.Block, font: str, width: float) -> list[Flowable]:
    """Return the flowables that print one block."""
    match block:
        case b.Kop():
            return [_Kop(block.office, font, width), Spacer(1, 3 * mm)]
        case b.Crown():
            return [_Crest(width), *(_p(line, style(font, 13, "c", True)) for line in block.lines), Spacer(1, 3 * mm)]
        case b.Title():
            return [_p(line, style(font, block.size, "c", True)) for line in block.lines] + [Spacer(1, 2 * mm)]
        case b.Text():
            return [_p(block.text, style(font, block.size, block.align, block.bold, block.indent))]
        case b.Clause():
            return [_clause(block, font, width)]
        case b.Fields():
            return [_fields(block, font, width), Spacer(1, 2 * mm)]
        case b.Grid():
            return [_grid(block, font, width), Spacer(1, 3 * mm)]
        case b.Sign():
            return [Spacer(1, 4 * mm), _Signs((None, block), font, width)]
        case b.Signs():
            return [Spacer(1, 4 * mm), _Signs(block.blocks, font, width)]
        case _:
            return _drawn(block, font, width)


def _drawn(block: b.Block, font: str, width: float) -> list[Flowable]:
    match block:
        case b.Flow():
            return [_Steps(block.steps, font, width), Spacer(1, 3 * mm)]
        case b.Bars():
            return [_Chart(block, font, width), Spacer(1, 3 * mm)]
        case b.Seal():
            return [_Seal(block, width)]
        case b.Boxed():
            table = Table([[_p(block.text, style(font, 10, "c"))]], colWidths=[width])
            table.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 1, colors.black)]))
            return [table, Spacer(1, 3 * mm)]
        case b.Gap():
            return [Spacer(1, block.mm * mm)]
        case _:
            return [PageBreak()]


def _clause(block: b.Clause, font: str, width: float) -> Flowable:
    look = style(font)
    rows = [
        [
            _p(block.label if at == 0 else "", style(font, align="l")),
            ":" if at == 0 else "",
            _p(mark, look),
            _p(text, look),
        ]
        for at, (mark, text) in enumerate(block.items)
    ]
    if all(not mark for mark, _ in block.items):
        rows = [[row[0], row[1], row[3], ""] for row in rows]
        widths = [28 * mm, 4 * mm, width - 32 * mm, 0]
    else:
        widths = [28 * mm, 4 * mm, 9 * mm, width - 41 * mm]
    table = Table(rows, colWidths=widths)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("FONT", (1, 0), (1, -1), FONTS[font][0], 11),
                ("LEFTPADDING", (0, 0), (-1, -1), 1),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ]
        )
    )
    return table


def _fields(block: b.Fields, font: str, width: float) -> Flowable:
    look = style(font, block.size, "l")
    rows = [[_p(label, look), _p(":", look), _p(value, look)] for label, value in block.pairs]
    table = Table(rows, colWidths=[block.label * mm, 4 * mm, width - (block.label + 4) * mm])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 1),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return table


def _grid(block: b.Grid, font: str, width: float) -> Flowable:
    total = sum(block.widths)
    rows = []
    for at, row in enumerate(block.rows):
        top = at < block.head or at in block.bold_rows
        rows.append([_p(cell, style(font, block.size, "c" if at < block.head else "l", top)) for cell in row])
    table = Table(rows, colWidths=[width * share / total for share in block.widths], repeatRows=block.head)
    looks: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    if block.head:
        looks.append(("BACKGROUND", (0, 0), (-1, block.head - 1), colors.Color(0.9, 0.9, 0.9)))
    looks += [("SPAN", (x0, y0), (x1, y1)) for x0, y0, x1, y1 in block.spans]
    table.setStyle(TableStyle(looks))
    return table


def crest(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw an invented coat of arms whose lower left corner is at x, y."""
    path = canvas.beginPath()
    path.moveTo(x, y + size)
    path.lineTo(x + size, y + size)
    path.lineTo(x + size, y + size * 0.4)
    path.curveTo(x + size, y + size * 0.15, x + size * 0.7, y, x + size / 2, y - size * 0.1)
    path.curveTo(x + size * 0.3, y, x, y + size * 0.15, x, y + size * 0.4)
    path.close()
    canvas.setFillColor(colors.Color(0.16, 0.40, 0.30))
    canvas.setLineWidth(1.5)
    canvas.drawPath(path, fill=1, stroke=1)
    canvas.setFillColor(colors.Color(0.95, 0.80, 0.20))
    canvas.circle(x + size / 2, y + size * 0.62, size * 0.2, fill=1, stroke=0)
    canvas.setStrokeColor(colors.white)
    for at in range(3):
        height = y + size * (0.14 + 0.09 * at)
        canvas.bezier(
            x + size * 0.2, height, x + size * 0.4, height + 4, x + size * 0.6, height - 4, x + size * 0.8, height
        )
    canvas.setFillColor(colors.black)
    canvas.setStrokeColor(colors.black)


class _Crest(Flowable):
    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, 24 * mm

    def draw(self) -> None:
        crest(self.canv, self.width / 2 - 9 * mm, 4 * mm, 18 * mm)


class _Kop(Flowable):
    def __init__(self, office: Office, font: str, width: float) -> None:
        super().__init__()
        self.office, self.font, self.width, self.height = office, font, width, 31 * mm

    def draw(self) -> None:
        canvas, (plain, bold) = self.canv, FONTS[self.font]
        crest(canvas, 2 * mm, 8 * mm, 18 * mm)
        middle = self.width / 2 + 8 * mm
        name = self.office.name.upper()
        above = (f"PEMERINTAH {self.office.region.upper()}", plain, 14.0)
        parent = [(self.office.parent.upper(), bold, 12.0)] if self.office.parent else []
        lines: list[tuple[str, str, float]] = [above, *parent, (name, bold, 16 if len(name) < 25 else 13)]
        lines += [(line, plain, 8.5) for line in self.office.address]
        y = self.height - 6 * mm
        for text, face, size in lines:
            canvas.setFont(face, size)
            canvas.drawCentredString(middle, y, text)
            y -= size * 1.3
        canvas.setLineWidth(2.4)
        canvas.line(0, 3 * mm, self.width, 3 * mm)
        canvas.setLineWidth(0.7)
        canvas.line(0, 1.8 * mm, self.width, 1.8 * mm)


class _Signs(Flowable):
    def __init__(self, signs: tuple[b.Sign | None, ...], font: str, width: float) -> None:
        super().__init__()
        self.signs, self.font, self.width = signs, font, width
        most = max(len(sign.before) for sign in signs if sign)
        self.height = (most * 5 + 24 + 15) * mm

    def draw(self) -> None:
        share = self.width / len(self.signs)
        for at, sign in enumerate(self.signs):
            if sign:
                self._one(sign, share * at + share / 2)

    def _one(self, sign: b.Sign, x: float) -> None:
        canvas, (plain, bold) = self.canv, FONTS[self.font]
        y = self.height - 5 * mm
        for line in sign.before:
            canvas.setFont(plain, 11)
            canvas.drawCentredString(x, y, line)
            y -= 5 * mm
        if sign.mark:
            canvas.drawCentredString(x, y - 9 * mm, sign.mark)
        name = sign.person.name if sign.person else sign.name
        below = [(name, bold)] + (
            [(sign.person.rank, plain), (f"NIP. {sign.person.spaced}", plain)] if sign.person else []
        )
        low = y - 22 * mm
        for text, face in below:
            canvas.setFont(face, 11)
            canvas.drawCentredString(x, low, text)
            low -= 4.6 * mm
        if sign.stamp:
            ring(canvas, x - 17 * mm, y - 11 * mm, 15 * mm, sign.stamp)
        if sign.ink:
            scribble(canvas, x - 14 * mm, y - 13 * mm, name)


class _Seal(Flowable):
    def __init__(self, seal: b.Seal, width: float) -> None:
        super().__init__()
        self.seal, self.width, self.height = seal, width, 0

    def draw(self) -> None:
        x, y = self.width * self.seal.share, self.seal.up * mm
        ring(self.canv, x, y, 13 * mm, self.seal.stamp)
        scribble(self.canv, x + 3 * mm, y - 2 * mm, self.seal.person.name)


def ring(canvas: Canvas, x: float, y: float, radius: float, words: str) -> None:
    """Draw a round office stamp with its middle at x, y."""
    canvas.saveState()
    canvas.setStrokeColor(STAMP, alpha=0.75)
    canvas.setFillColor(STAMP, alpha=0.75)
    for share, width in ((1.0, 1.6), (0.94, 0.6), (0.62, 0.8)):
        canvas.setLineWidth(width)
        canvas.circle(x, y, radius * share)
    canvas.setFont("Helvetica-Bold", 5.2)
    for at, letter in enumerate(words):
        angle = pi * 1.25 - 2 * pi * at / len(words)
        canvas.saveState()
        canvas.translate(x + radius * 0.74 * cos(angle), y + radius * 0.74 * sin(angle))
        canvas.rotate(angle * 180 / pi - 90)
        canvas.drawCentredString(0, 0, letter)
        canvas.restoreState()
    canvas.setLineWidth(0.8)
    for at in range(5):
        one, two = pi / 2 + at * 4 * pi / 5, pi / 2 + (at + 1) * 4 * pi / 5
        reach = radius * 0.5
        canvas.line(x + reach * cos(one), y + reach * sin(one), x + reach * cos(two), y + reach * sin(two))
    canvas.restoreState()


def scribble(canvas: Canvas, x: float, y: float, seed: str) -> None:
    """Draw a signature that starts near x, y; the same name gives the same strokes."""
    random = Random(seed)
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    canvas.setLineCap(1)
    for _ in range(4):
        ends = [(x + random.uniform(0, 30) * mm, y + random.uniform(-4, 11) * mm) for _ in range(3)]
        flat = [value for end in ends for value in end]
        canvas.bezier(x + random.uniform(0, 8) * mm, y + random.uniform(0, 8) * mm, *flat)
    canvas.bezier(
        x, y + 2 * mm, x + 10 * mm, y - 4 * mm, x + 22 * mm, y + 4 * mm, x + 34 * mm, y + random.uniform(-2, 6) * mm
    )
    canvas.restoreState()


class _Steps(Flowable):
    def __init__(self, steps: tuple[str, ...], font: str, width: float) -> None:
        super().__init__()
        self.steps, self.font, self.width, self.height = steps, font, width, 17 * mm * len(steps)

    def draw(self) -> None:
        canvas = self.canv
        for at, step in enumerate(self.steps):
            y = self.height - 17 * mm * at - 11 * mm
            canvas.roundRect(self.width * 0.2, y, self.width * 0.6, 10 * mm, 3)
            canvas.setFont(FONTS[self.font][0], 10)
            canvas.drawCentredString(self.width / 2, y + 3.8 * mm, step)
            if at + 1 < len(self.steps):
                canvas.line(self.width / 2, y, self.width / 2, y - 6 * mm)
                canvas.line(self.width / 2, y - 6 * mm, self.width / 2 - 1.5 * mm, y - 4 * mm)
                canvas.line(self.width / 2, y - 6 * mm, self.width / 2 + 1.5 * mm, y - 4 * mm)


class _Chart(Flowable):
    def __init__(self, bars: b.Bars, font: str, width: float) -> None:
        super().__init__()
        self.bars, self.font, self.width, self.height = bars, font, width, 55 * mm

    def draw(self) -> None:
        canvas, step = self.canv, self.width / len(self.bars.values)
        for at, (label, value) in enumerate(self.bars.values):
            tall = 42 * mm * value / self.bars.top
            canvas.setFillColor(colors.Color(0.25, 0.45, 0.70))
            canvas.rect(at * step + step * 0.2, 6 * mm, step * 0.6, tall, fill=1)
            canvas.setFillColor(colors.black)
            canvas.setFont(FONTS[self.font][0], 8)
            canvas.drawCentredString(at * step + step / 2, 2 * mm, label)
            canvas.drawCentredString(at * step + step / 2, 7.5 * mm + tall, f"{value:.2f}".replace(".", ","))
