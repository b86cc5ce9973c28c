"""HTML and MHTML, also saved under the names of office files: what a browser prints, nothing fetched or run."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import content, reason

from evidence_check.extract.web import pages_of_html


def saved(path: Path, body: str, encoding: str = "utf-8") -> Path:
    """Write an HTML page."""
    path.write_bytes(f"<html><head><title>x</title></head><body>{body}</body></html>".encode(encoding))
    return path


def test_lines_and_tables_as_printed(tmp_path: Path) -> None:
    body = (
        "<h1>DAFTAR\n PEGAWAI</h1><p>Nomor <b>7</b><br>Tahun&nbsp;2026</p><script>bukan()</script><style>p{}</style>"
        '<p style="display:none">rahasia</p><!-- catatan --><table><tr><th>No<th colspan=2>Nama</tr>'
        "<tr><td>1<td>Sari<td><table><tr><td>dalam</td></tr></table></tr></table>Tutup"
    )
    (page,) = content(saved(tmp_path / "a.html", body)).pages
    assert page.text.splitlines() == ["DAFTAR PEGAWAI", "Nomor 7", "Tahun 2026", "No Nama", "1 Sari dalam", "Tutup"]
    assert page.tables[0].rows == (("No", "Nama", ""), ("1", "Sari", "dalam"))


@pytest.mark.parametrize("name", ["a.doc", "a.xls"])
def test_under_the_name_of_an_office_file(tmp_path: Path, name: str) -> None:
    found = content(saved(tmp_path / name, '<p>satu</p><br style="page-break-before:always"><p>dua</p>'))
    assert [page.text for page in found.pages] == ["satu", "dua"]
    assert [finding.code for finding in found.findings] == ["EC107"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    assert content(saved(tmp_path / "a.html", f"{meta}<p>“Jum’at”</p>", encoding)).pages[0].text == "“Jum’at”"


def test_mhtml_as_word_saves_it(tmp_path: Path) -> None:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_type("multipart/related")
    message.add_related("<html><body><p>Maklumat – pelayanan</p></body></html>", "html", charset="windows-1252")
    message.add_related(b"\x89PNG", "image", "png")
    path = tmp_path / "a.doc"
    path.write_bytes(message.as_bytes())
    assert content(path).pages[0].text == "Maklumat – pelayanan"


def test_mhtml_without_a_page_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    path.write_bytes(b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x--\n')
    assert reason(path) == "EC102"


def test_deep_nesting_ends() -> None:
    assert pages_of_html("<div>" * 5000 + "dalam" + "</div>" * 5000)


@given(st.text(max_size=300))
def test_any_text_ends_as_pages(text: str) -> None:
    assert all(page.text is not None for page in pages_of_html("<html><table><tr>" + text))
