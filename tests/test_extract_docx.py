"""DOCX: everything a reader of the paper sees, in order; hostile packages end with a reason."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from reads import WITHOUT_OCR, content, needs_tesseract, outcome, reason
from scans import letters, page_image

from evidence_check import library, pipeline
from evidence_check.executors.serial import Serial
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import ReadAs, Unreadable

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def saved(path: Path, build: Callable[[Any], None]) -> Path:
    """Write a DOCX that `build` fills."""
    document = Document()
    build(document)
    document.save(str(path))
    return path


def package(path: Path, body: str, head: str = "") -> Path:
    """Write a DOCX of nothing but a body."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", f"{head}<w:document {NS}><w:body>{body}</w:body></w:document>")
    return path


def paragraph(text: str, inner: str = "") -> str:
    """Return a paragraph of a body."""
    return f"<w:p><w:r><w:t>{text}</w:t>{inner}</w:r></w:p>"


def test_header_body_table_and_footer_in_reading_order(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "PEMERINTAH KABUPATEN TIRTA KENCANA"
        document.sections[0].footer.paragraphs[0].text = "Jalan Melati Nomor 1"
        document.add_paragraph("DAFTAR PEGAWAI")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ("No", "Nama", "1", "Sari"), strict=True):
            cell.text = text
        document.add_paragraph("Kepala Dinas")

    (page,) = content(saved(tmp_path / "a.docx", build)).pages
    assert page.text.splitlines() == [
        "PEMERINTAH KABUPATEN TIRTA KENCANA",
        "DAFTAR PEGAWAI",
        "No Nama",
        "1 Sari",
        "Kepala Dinas",
        "Jalan Melati Nomor 1",
    ]
    assert [table.rows for table in page.tables] == [(("No", "Nama"), ("1", "Sari"))]
    assert page.read_as is ReadAs.TEXT


def test_long_cells_keep_their_lines_and_short_ones_lead_in(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        row = document.add_table(rows=1, cols=3).rows[0]
        row.cells[0].text, row.cells[1].text = "Menimbang", ":"
        row.cells[2].text = "a. bahwa satu;\nb. bahwa dua;"

    (page,) = content(saved(tmp_path / "a.docx", build)).pages
    assert page.text.splitlines() == ["Menimbang : a. bahwa satu;", "b. bahwa dua;"]


def test_merged_cells_keep_the_columns_and_are_read_once(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Unsur"
        table.cell(0, 2).text = "Nilai"
        for index, text in enumerate(("U1", "Persyaratan", "3,2")):
            table.cell(1, index).text = text

    (page,) = content(saved(tmp_path / "a.docx", build)).pages
    assert page.tables[0].rows == (("Unsur", "", "Nilai"), ("U1", "Persyaratan", "3,2"))
    assert page.text.count("Unsur") == 1


def test_text_box_is_read_once_although_word_writes_it_twice(tmp_path: Path) -> None:
    box = paragraph("MAKLUMAT PELAYANAN")
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>{box}</w:txbxContent></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    (page,) = content(package(tmp_path / "a.docx", paragraph("Dinas Sosial", twice))).pages
    assert page.text.splitlines() == ["Dinas Sosial", "MAKLUMAT PELAYANAN"]


def test_old_text_box_without_a_modern_twin(tmp_path: Path) -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{paragraph('KOP LAMA')}</w:txbxContent></v:textbox></w:pict>"
    assert "KOP LAMA" in content(package(tmp_path / "a.docx", paragraph("x", box))).pages[0].text


def test_page_breaks_of_every_kind_count_once(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("satu").add_run().add_break(WD_BREAK.PAGE)
        following = document.add_paragraph()
        following.add_run()._r.append(parse_xml(f"<w:lastRenderedPageBreak {NS}/>"))
        following.add_run("dua")
        document.add_section()
        document.add_paragraph("tiga")
        document.add_paragraph("empat").paragraph_format.page_break_before = True

    found = content(saved(tmp_path / "a.docx", build))
    assert [(page.number, page.text) for page in found.pages] == [(1, "satu"), (2, "dua"), (3, "tiga"), (4, "empat")]


def test_tracked_changes_and_comments_are_marks(tmp_path: Path) -> None:
    body = (
        '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>baru</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>'
    )
    found = content(package(tmp_path / "a.docx", body))
    assert found.pages[0].text == "baru"
    assert dict(found.marks) == {"tracked_changes": "2"}


def test_content_controls_are_read_wherever_they_stand(tmp_path: Path) -> None:
    def control(inner: str) -> str:
        return f'<w:sdt><w:sdtPr><w:alias w:val="bukan"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    cell = f"<w:tc>{paragraph('Nama')}</w:tc>"
    body = (
        control(paragraph("MAKLUMAT"))
        + f"<w:p><w:r><w:t>Nomor </w:t></w:r>{control('<w:r><w:t>188</w:t></w:r>')}</w:p>"
        + f"<w:tbl><w:tr>{cell}{control(cell.replace('Nama', 'Sari'))}</w:tr>"
        + control(f"<w:tr>{cell.replace('Nama', 'Jabatan')}{cell.replace('Nama', 'Kepala')}</w:tr>")
        + "</w:tbl>"
    )
    (page,) = content(package(tmp_path / "a.docx", body)).pages
    assert page.text.splitlines() == ["MAKLUMAT", "Nomor 188", "Nama Sari", "Jabatan Kepala"]
    assert page.tables[0].rows == (("Nama", "Sari"), ("Jabatan", "Kepala"))


def test_comments_are_counted_and_not_read_as_text(tmp_path: Path) -> None:
    path = package(tmp_path / "a.docx", paragraph("Isi", '<w:commentReference w:id="0"/>'))
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "word/comments.xml", f"<w:comments {NS}><w:comment>{paragraph('tolong cek')}</w:comment></w:comments>"
        )
        target = '<Relationship Id="r1" Type="t" Target="comments.xml"/>'
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{relations}">{target}</Relationships>')
    found = content(path)
    assert found.pages[0].text == "Isi"
    assert dict(found.marks) == {"comments": "1"}


@needs_tesseract
def test_scan_pasted_into_an_empty_document_is_recognised(tmp_path: Path) -> None:
    picture = tmp_path / "scan.jpg"
    picture.write_bytes(letters(page_image()))
    found = content(saved(tmp_path / "FIX BANGET (1).docx", lambda document: document.add_picture(str(picture))))
    assert found.pages[-1].read_as is ReadAs.OCR
    assert "NOMOR 188 TAHUN 2026" in found.pages[-1].text


def test_pasted_scan_without_ocr_is_unread(tmp_path: Path) -> None:
    picture = tmp_path / "scan.jpg"
    picture.write_bytes(letters(page_image()))
    found = content(saved(tmp_path / "a.docx", lambda document: document.add_picture(str(picture))), WITHOUT_OCR)
    assert found.pages[-1].problem is not None
    assert found.pages[-1].problem.code == "EC108"


def test_empty_document_says_nothing(tmp_path: Path) -> None:
    found = content(saved(tmp_path / "a.docx", lambda document: None))
    assert [finding.code for finding in found.findings] == ["EC113"]


# ---------------------------------------------------------------- hostile and damaged


def test_zip_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    path = package(tmp_path / "bom.docx", paragraph("x") * 3_000_000)
    assert path.stat().st_size < 1_000_000
    assert reason(path) == "EC104"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi rahasia")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    found = outcome(package(tmp_path / "a.docx", paragraph("sebelum &x; sesudah"), head))
    text = "" if isinstance(found, Unreadable) else found.pages[0].text
    assert "isi rahasia" not in text


def test_deep_nesting_ends(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 200 + paragraph("dalam") + "</w:tc></w:tr></w:tbl>" * 200
    outcome(package(tmp_path / "a.docx", body))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_cut_off_docx_is_damaged(tmp_path: Path, share: float) -> None:
    whole = saved(tmp_path / "a.docx", lambda document: document.add_paragraph("x")).read_bytes()
    path = tmp_path / "rusak.docx"
    path.write_bytes(whole[: int(len(whole) * share)])
    assert reason(path) == "EC102"


def test_broken_xml_is_damaged(tmp_path: Path) -> None:
    assert reason(package(tmp_path / "a.docx", "<w:p><w:r>")) == "EC102"


def test_locked_docx(tmp_path: Path) -> None:
    path = tmp_path / "kunci.docx"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + b"\x09\x00" + bytes(16) + bytes(4)
    path.write_bytes(head.ljust(512, b"\0") + "EncryptedPackage\0".encode("utf-16-le").ljust(512, b"\0"))
    assert reason(path) == "EC101"


def test_change_still_open_in_a_header_makes_a_draft(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("KEPUTUSAN KEPALA DINAS")
        header = document.sections[0].header.paragraphs[0]
        header._p.append(parse_xml(f"<w:ins {NS} w:id='1' w:author='x'><w:r><w:t>KOP</w:t></w:r></w:ins>"))

    path = saved(tmp_path / "a.docx", build)
    assert dict(content(path).marks)["tracked_changes"] == "1"
    evidence, _ = pipeline.identify([path], library.catalogue(), ReadSettings(ocr=False), Serial(), 60)
    assert [finding.code for finding in evidence[0].facts.findings if finding.code == "EC228"] == ["EC228"]
