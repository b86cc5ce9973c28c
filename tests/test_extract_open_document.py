"""ODT and ODP: paragraphs, tables, frames and headers in order; hostile packages end with a reason."""

from __future__ import annotations

import zipfile
from pathlib import Path

from reads import content, outcome, reason

from evidence_check.model.files import Unreadable

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
BREAKING = (
    '<office:automatic-styles><style:style style:name="B"><style:paragraph-properties fo:break-before="page"/>'
    "</style:style></office:automatic-styles>"
)


def package(path: Path, body: str, kind: str = "text", styles: str = "", head: str = "") -> Path:
    """Write an OpenDocument file of nothing but a body, and page styles if any."""
    inner = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml", f"{head}<office:document-content {NAMES}>{BREAKING}{inner}</office:document-content>"
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>")
    return path


def test_header_paragraphs_table_and_frame_in_reading_order(tmp_path: Path) -> None:
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("No", "Nama"))
    body = (
        "<text:h>DAFTAR<text:s/>PEGAWAI</text:h>"
        "<text:p>Nomor<text:tab/>7<draw:frame><draw:text-box><text:p>SALINAN</text:p></draw:text-box></draw:frame></text:p>"
        f"<table:table><table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Sari</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table>"
    )
    styles = "<style:header><text:p>PEMERINTAH KABUPATEN TIRTA KENCANA</text:p></style:header>"
    (page,) = content(package(tmp_path / "a.odt", body, styles=styles)).pages
    assert page.text.splitlines() == [
        "PEMERINTAH KABUPATEN TIRTA KENCANA",
        "DAFTAR PEGAWAI",
        "Nomor 7",
        "SALINAN",
        "No Nama",
        "Sari",
    ]
    assert [table.rows for table in page.tables] == [(("No", "Nama"), ("Sari", ""))]


def test_soft_breaks_and_styles_begin_pages(tmp_path: Path) -> None:
    body = (
        "<text:p>satu</text:p><text:soft-page-break/><text:p>dua<text:soft-page-break/> tiga</text:p>"
        '<text:p text:style-name="B">empat</text:p>'
    )
    found = content(package(tmp_path / "a.odt", body))
    assert [page.text for page in found.pages] == ["satu", "dua", "tiga", "empat"]


def test_deleted_text_is_not_read_and_open_changes_are_marks(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>lama</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>baru<office:annotation><text:p>tolong cek</text:p></office:annotation> sekali</text:p>"
    )
    found = content(package(tmp_path / "a.odt", body))
    assert found.pages[0].text == "baru sekali"
    assert dict(found.marks) == {"tracked_changes": "1", "comments": "1"}


def test_slides_are_pages(tmp_path: Path) -> None:
    slide = "<draw:page><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></draw:page>"
    found = content(package(tmp_path / "a.odp", slide.format("Paparan") + slide.format("Penutup"), "presentation"))
    assert [(page.number, page.text) for page in found.pages] == [(1, "Paparan"), (2, "Penutup")]


def test_locked_document(tmp_path: Path) -> None:
    path = package(tmp_path / "a.odt", "<text:p>x</text:p>")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert reason(path) == "EC101"


def test_bomb_and_broken_xml_are_refused(tmp_path: Path) -> None:
    assert reason(package(tmp_path / "bom.odt", "<text:p>x</text:p>" * 4_000_000)) == "EC104"
    assert reason(package(tmp_path / "rusak.odt", "<text:p>")) == "EC102"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi rahasia")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    found = outcome(package(tmp_path / "a.odt", "<text:p>sebelum &x; sesudah</text:p>", head=head))
    text = "" if isinstance(found, Unreadable) else found.pages[0].text
    assert "isi rahasia" not in text


def test_repeated_cells_are_bounded(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="900000000"><text:p>x</text:p></table:table-cell>'
    body = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    assert len(content(package(tmp_path / "a.odt", body)).pages[0].tables[0].rows[0]) < 100
