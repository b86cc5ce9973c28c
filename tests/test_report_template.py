"""An office's own template: filled where it says so, and refused when it could run or fetch anything."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import reports
from readiness import CHECKED_AT, NAMES, sample

from evidence_check.errors import UsageError
from evidence_check.messages.catalog import load
from evidence_check.report import SUFFIXES
from evidence_check.report.context import Context
from evidence_check.report.docx_report import BLOCKS, VALUES, checked_template, render

CONTEXT = Context(load().naming(NAMES), CHECKED_AT)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def template(*lines: str, make: Callable[[Any], None] | None = None) -> bytes:
    """Return a Word document with some paragraphs; `make` adds what else it holds."""
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if make:
        make(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return a package with one part changed, or a new one made from nothing."""
    stream, done = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == name:
                text, done = change(text.decode()).encode(), True
            new.writestr(part, text)
        if not done:
            new.writestr(name, change("").encode())
    return stream.getvalue()


def related(kind: str, target: str, mode: str = "") -> bytes:
    """Return a template whose document is tied to something."""
    external = f' TargetMode="{mode}"' if mode else ""
    tie = f'<Relationship Id="rX" Type="{OFFICE_RELS}/{kind}" Target="{target}"{external}/></Relationships>'
    return changed(template(), "word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", tie))


def with_body(xml: str) -> bytes:
    """Return a template with some XML in its body."""
    return changed(template(), "word/document.xml", lambda text: text.replace("<w:body>", f"<w:body>{xml}", 1))


def field(*pieces: str) -> str:
    """Return a field whose instruction is torn into pieces."""
    told = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{told}{end}</w:p>"


def nested(outer: str, inner: str) -> str:
    """Return a field within a field."""
    begin, run, rest = field(outer).partition("</w:r>")
    return begin + run + field(inner).removeprefix("<w:p>").removesuffix("</w:p>") + rest


def filled(data: bytes) -> Any:
    return reports.document_of(render(reports.signed(), replace(CONTEXT, template=data)))


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(UsageError) as caught:
        checked_template(data)
    message, advice = load().error(caught.value)
    assert message and advice
    return caught.value.code, dict(caught.value.params).get("what", "")


def test_values_are_put_everywhere_and_torn_names_are_found() -> None:
    def make(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ office }} — {{year}}"
        torn = document.add_paragraph("Kantor: ")
        for piece in ("{", "{off", "ice}", "} di {{region}}", "."):
            torn.add_run(piece).bold = True
        document.add_table(1, 1).cell(0, 0).text = "{{readiness}}"

    document = filled(template("Pada {{date}} terhadap {{checklist}}", make=make))
    assert document.sections[0].header.paragraphs[0].text == "Dinas Sosial — 2026"
    assert "Kantor: Dinas Sosial di Kabupaten Tirta Kencana." in [each.text for each in document.paragraphs]
    assert document.paragraphs[0].text == "Pada 22 November 2026 pukul 14.05 (WIB) terhadap Penilaian Contoh 2026"
    assert document.tables[0].cell(0, 0).text.startswith("3 dari 10 permintaan wajib Terpenuhi")


def test_parts_come_where_they_are_named_and_the_others_before_the_next() -> None:
    def make(document: Any) -> None:
        document.add_table(1, 2).cell(0, 1).text = "{{signature}}"

    own = template("KOP KANTOR", "{{recommendations}}", "Tengah", "{{ gaps }}", "Akhir", make=make)
    told = reports.told_by_document(render(reports.signed(), replace(CONTEXT, template=own)))
    order = ["KOP KANTOR", "Rekomendasi", "Tengah", "LAPORAN KESIAPAN", "Ringkasan", "Kekurangan", "Akhir"]
    order += ["Berkas yang tidak terbaca", "Demikian", "NIP ..."]
    places = [told.index(each) for each in order]
    assert places == sorted(places) and "{{" not in told
    assert "PEMERINTAH" not in told, "a template has a letterhead of its own"


def test_a_template_that_names_nothing_gets_the_whole_report_at_its_end() -> None:
    told = reports.told_by_document(render(reports.signed(), replace(CONTEXT, template=template("KOP KANTOR"))))
    plain = reports.told_by_document(render(reports.signed(), CONTEXT))
    assert told == "[Normal] KOP KANTOR\n" + plain[plain.index("[Normal] LAPORAN") :]


def test_a_part_may_stand_in_a_cell() -> None:
    def make(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{gaps}}"

    tables = filled(template(make=make)).tables
    (cell,) = [table.cell(0, 0) for table in tables if table.cell(0, 0).tables]
    assert len(cell.tables) == 1 and cell.paragraphs[-1].text == ""


def test_tables_take_the_style_a_template_keeps_for_them() -> None:
    def make(document: Any) -> None:
        document.styles.add_style("Laporan", 3)

    assert {table.style.name for table in filled(template(make=make)).tables} == {"Laporan"}


def test_a_template_without_the_usual_styles_still_gets_headings_and_rules() -> None:
    def bare(text: str) -> str:
        for name in ("heading 1", "Table Grid"):
            text = text.replace(f'<w:name w:val="{name}"/>', f'<w:name w:val="x {name}"/>')
        return text

    document = filled(changed(template(), "word/styles.xml", bare))
    assert "tblBorders" in document.tables[0]._tbl.xml
    (heading,) = [each for each in document.paragraphs if each.text == "Ringkasan"]
    assert heading.runs[0].bold


def test_nothing_in_a_template_is_calculated() -> None:
    assert filled(template("{% for x in y %}", "{% import os %} ${7*7} {7*7}")).paragraphs[1].text.endswith("{7*7}")
    for name in ("7*7", "''.__class__", "gaps|safe", "config", ""):
        assert refused(template("{{" + name + "}}"))[0] == "template_bad_name"


@pytest.mark.parametrize("lines", [("{{gapss}}",), ("{{gaps}} dan",), ("{{gaps}}", "{{gaps}}")])
def test_a_slip_in_a_name_is_told_with_the_names_that_are_known(lines: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        checked_template(template(*lines))
    _, advice = load().error(caught.value)
    assert all(f"{{{{{name}}}}}" in advice for name in (*BLOCKS, *VALUES))


def test_a_part_cannot_stand_in_a_header() -> None:
    def make(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{gaps}}"

    assert refused(template(make=make))[0] == "template_bad_name"


def macros_by_type(data: bytes) -> bytes:
    return changed(data, "[Content_Types].xml", lambda text: text.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml"))  # fmt: skip


@pytest.mark.parametrize("data", [
    macros_by_type(template()),
    changed(template(), "word/vbaProject.bin", lambda _: "x"),
])  # fmt: skip
def test_macros_are_refused(data: bytes) -> None:
    assert refused(data)[0] == "template_macros"


@pytest.mark.parametrize(("data", "what"), [
    (related("oleObject", "embeddings/oleObject1.bin"), "oleObject"),
    (related("aFChunk", "chunk.html"), "aFChunk"),
    (related("control", "activeX/activeX1.xml"), "control"),
    (related("image", "https://contoh.example/a.png", "External"), "image (TargetMode=External)"),
    (related("frame", "https://contoh.example", "External"), "frame"),
    (related("hyperlink", "file://server/share/a.exe", "External"), "hyperlink"),
    (related("hyperlink", "\\\\server\\share", "External"), "hyperlink"),
    (with_body(field("DD", "EAUTO c:\\\\x.exe")), "field DDEAUTO"),
    (with_body(field("INCLUDETEXT x")), "field INCLUDETEXT"),
    (with_body(nested("TOC \\o", "DDE x")), "field DDE"),
    (with_body(nested("QUOTE 68", "PAGE")), "field QUOTE"),
    (with_body(field('HYPERLINK "x.exe"')), "field HYPERLINK"),
    (with_body(field("")), "field ?"),
    (with_body('<w:p><w:fldSimple w:instr=" includepicture x "/></w:p>'), "field INCLUDEPICTURE"),
    (with_body('<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://x"/></w:pict></w:r></w:p>'),
     "imagedata src"),
    (changed(template(), "word/settings.xml", lambda t: t.replace("</w:settings>", "<w:mailMerge/></w:settings>")),
     "mailMerge"),
    (changed(template(), "docProps/app.xml", lambda _: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "DOCTYPE"),
])  # fmt: skip
def test_what_could_run_or_fetch_something_is_refused_by_name(data: bytes, what: str) -> None:
    assert refused(data) == ("template_unsafe", what)


def test_harmless_fields_and_links_are_kept() -> None:
    data = related("hyperlink", "https://contoh.example", "External")
    assert checked_template(data)
    assert checked_template(with_body(field("PAGE") + field("HYPERLINK \\l a") + nested("TOC \\o", "PAGEREF a")))


def test_the_template_a_template_was_made_from_is_forgotten() -> None:
    tie = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE_RELS}/attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/></Relationships>'
    )
    data = changed(template(), "word/_rels/settings.xml.rels", lambda _: tie)
    data = changed(data, "word/settings.xml", lambda text: text.replace(
        "</w:settings>", f'<w:attachedTemplate xmlns:r="{OFFICE_RELS}" r:id="rId1"/></w:settings>'))  # fmt: skip
    made = reports.parts(render(sample(), replace(CONTEXT, template=data)))
    assert "attachedTemplate" not in "".join(made.values()) and "x.dotm" not in "".join(made.values())


@pytest.mark.parametrize("data", [
    b"", b"PK\x03\x04", b"{\\rtf1}", changed(template(), "[Content_Types].xml", lambda _: "<Types/>"),
    changed(template(), "word/document.xml", lambda text: text[: len(text) // 2]), template()[:2000],
])  # fmt: skip
def test_what_is_no_whole_word_document_is_refused(data: bytes) -> None:
    assert refused(data)[0] == "template_not_docx"


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 100_000_001)
    assert refused(stream.getvalue())[0] == "template_too_large"
    assert refused(b"x" * 20_000_001)[0] == "template_too_large"


def test_the_same_template_gives_the_same_bytes() -> None:
    context = replace(CONTEXT, template=template("{{gaps}}"))
    assert render(sample(), context) == render(sample(), context)


def test_the_page_on_reports_names_every_part_and_value_and_no_other() -> None:
    page = (Path(__file__).parents[1] / "docs" / "reports.md").read_text("utf-8")
    assert re.findall(r"^\| `\{\{(\w+)\}\}`", page, re.MULTILINE) == [*BLOCKS, *VALUES]
    rows = re.findall(r"^\| `(\.[a-z, `.]+)` \|", page, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"\.[a-z]+", row)} == set(SUFFIXES)
