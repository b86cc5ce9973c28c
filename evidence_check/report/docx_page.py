"""Paragraphs, headings and tables of the report to be signed, in the styles that the document has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Status
from evidence_check.report.letter import office_in_words
from evidence_check.report.looks import LOOKS
from evidence_check.report.shapes import Results
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Arial"

Shown = str | Status | tuple[Status, bool]
"""What a cell shows: a text, or a status and whether it rests on the word of a person."""

TABLE_STYLES = ("Laporan", "Table Grid")
"""A table takes the first of these styles that a template has; without any it is ruled by itself."""
_MARGIN_CM = {"top": 2.0, "bottom": 2.0, "left": 2.5, "right": 2.0}
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}


@dataclass
class Page:
    """A document being written at its end, and what it is written from."""

    document: Document
    results: Results
    words: Catalog
    when: str

    @property
    def office(self) -> str:
        """The office as it is named in sentences."""
        return office_in_words(self.results, self.words)

    def paragraph(self, text: str, *, bold: bool = False, centred: bool = False, size: float = 0) -> Paragraph:
        """Add a paragraph of one kind of letters."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        added = self.document.add_paragraph()
        run = added.add_run(visible(text))
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if centred:
            added.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return added

    def heading(self, text: str) -> None:
        """Add a heading, bold where the template knows no heading style."""
        style = self._style(("Heading 1", "heading 1"))
        if style is None:
            self.paragraph(text, bold=True).paragraph_format.keep_with_next = True
            return
        self.document.add_paragraph(visible(text), style=style)

    def numbered(self, texts: Iterable[str]) -> None:
        """Add paragraphs with numbers that are plain text, so that no list of a template is continued."""
        from docx.shared import Cm

        for number, text in enumerate(texts, 1):
            added = self.document.add_paragraph()
            added.add_run(f"{number}.").add_tab()
            added.add_run(visible(text))
            laid = added.paragraph_format
            laid.left_indent, laid.first_line_indent = Cm(0.8), Cm(-0.8)
            laid.tab_stops.add_tab_stop(Cm(0.8))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Shown]], shares: Sequence[float]) -> None:
        """Add a table whose head is repeated on every page; `shares` part its width, statuses are coloured."""
        from docx.shared import Pt

        table = self.document.add_table(rows=1, cols=len(heads))
        style = self._style(TABLE_STYLES)
        if style is None:
            _ruled(table)
        else:
            table.style = style
        table.autofit = False
        self._write_row(table.rows[0].cells, heads, bold=True)
        _repeated(table.rows[0])
        for row in rows:
            added = table.add_row()
            _unbroken(added)
            self._write_row(added.cells, row)
        width = self.document._block_width
        for share, column in zip(shares, table.columns, strict=True):
            column.width = int(width * share)
            for cell in column.cells:
                cell.width = int(width * share)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def rule(self) -> None:
        """Draw the double line under the lines written so far."""
        from docx.shared import Pt

        added = self.document.add_paragraph()
        added.paragraph_format.space_after = Pt(12)
        line = _element("pBdr")
        line.append(_element("top", val="thickThinSmallGap", sz="24", space="1", color="000000"))
        properties = added._p.get_or_add_pPr()
        properties.insert_element_before(line, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")

    def signed(self, lines: Sequence[tuple[str, bool]]) -> None:
        """Add the lines of a signature block in the right half of the page, never parted by a page break."""
        from docx.shared import Cm, Pt

        for number, (line, bold) in enumerate(lines, 1):
            laid = self.paragraph(line, bold=bold).paragraph_format
            laid.left_indent, laid.space_after = Cm(8.5), Pt(0)
            laid.space_before = Pt(18 if number == 1 else 0)
            laid.keep_with_next = number < len(lines)

    def _write_row(self, cells: Sequence[_Cell], texts: Sequence[Shown], bold: bool = False) -> None:
        from docx.shared import Pt

        for cell, text in zip(cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            status, by_people = text if isinstance(text, tuple) else (text, False)
            shown = self._status(status, by_people) if isinstance(status, Status) else visible(status)
            run = paragraph.add_run(shown)
            run.font.size, run.bold = Pt(9), bold or isinstance(status, Status) or None
            if isinstance(status, Status):
                _shaded(cell, run, LOOKS[status].paper, LOOKS[status].ink)
            elif bold:
                _shaded(cell, run, "E3E9F0", "000000")

    def _status(self, status: Status, by_people: bool) -> str:
        from evidence_check.report.tables import status_text

        return status_text(status, self.words, by_people)

    def _style(self, names: Sequence[str]) -> Any:
        known = {style.name: style for style in self.document.styles}
        return next((known[name] for name in names if name in known), None)


def plain_document(words: Catalog) -> Document:
    """Return an empty A4 document in black letters, with numbered pages."""
    from docx import Document as new_document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for side, wide in _MARGIN_CM.items():
        setattr(section, f"{side}_margin", Cm(wide))
    for name, size, bold in (("Normal", 11, False), ("Heading 1", 12, True)):
        style = document.styles[name]
        _plain_font(style)
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12 if bold else 0), Pt(6)
    _set_language(document.styles["Normal"], _LANGUAGES.get(words.lang, "id-ID"))
    document.styles["Footer"].font.size = Pt(9)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = words.ui("page_number", page="\0", pages="\0").split("\0")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        footer.add_run(text)
        if field:
            _add_field(footer, field)
    return document


def _plain_font(style: Any) -> None:
    """Name one font for all letters; a font of the theme would win over it."""
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:cs"), FONT)


def _set_language(style: Any, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(_tag("lang")):
        properties.remove(old)
    properties.append(_element("lang", val=language))


def _add_field(paragraph: Paragraph, name: str) -> None:
    run = paragraph.add_run()
    instruction = _element("instrText")
    instruction.text = name
    for part in (_element("fldChar", fldCharType="begin"), instruction, _element("fldChar", fldCharType="end")):
        run._r.append(part)


def _ruled(table: Table) -> None:
    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(side, val="single", sz="4", space="0", color="8A97A6"))
    properties = table._tbl.tblPr
    after = [each for each in properties if each.tag in {_tag(name) for name in ("tblLayout", "tblCellMar", "tblLook")}]
    properties.insert(properties.index(after[0]) if after else len(properties), borders)


def _repeated(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("tblHeader"))
    _unbroken(row)


def _unbroken(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def _shaded(cell: _Cell, run: Any, paper: str, ink: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(ink)
    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=paper))


def _element(name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(_tag(key), value)
    return made


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    tag: str = qn(f"w:{name}")
    return tag
