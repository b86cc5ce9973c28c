"""EML: the letter is a page, what is attached to it are files of their own."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pytest import TempPathFactory
from reads import content
from test_members import RTF, read, zipped

from evidence_check.extract.mail import read_mail
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import File


def letter(text: str = "Mohon hadir pada rapat.") -> EmailMessage:
    """Return a mail."""
    message = EmailMessage()
    message["From"] = "Sari <sari@contoh.go.id>"
    message["To"] = "dinas@contoh.go.id"
    message["Subject"] = "Undangan rapat – Jum’at"
    message.set_content(text)
    return message


def test_heading_and_body(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(letter().as_bytes())
    assert content(path).pages[0].text.splitlines() == [
        "From: Sari <sari@contoh.go.id>",
        "To: dinas@contoh.go.id",
        "Subject: Undangan rapat – Jum’at",
        "Mohon hadir pada rapat.",
    ]


def test_attachments_are_read_in_place_and_a_mail_in_a_mail_too(tmp_path: Path) -> None:
    message = letter()
    message.add_alternative("<p>Mohon hadir.</p>", "html")
    message.add_attachment(RTF, "application", "rtf", filename="../../surat.rtf")
    message.add_attachment(zipped({"c.rtf": RTF}), "application", "zip", filename="b.zip")
    message.add_attachment(letter("Isi lama."))
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    found = read(tmp_path / "a.eml")
    assert found.pop("a.eml").endswith("Mohon hadir pada rapat.")
    assert found.pop("a.eml/› 3.eml").endswith("Isi lama.")
    assert found == {"a.eml/› surat.rtf": "Keputusan Kepala Dinas", "a.eml/› b.zip/› c.rtf": "Keputusan Kepala Dinas"}


def test_letter_in_html_only(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Data"
    message.set_content("<table><tr><td>No<td>Nama</table>", "html")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert content(tmp_path / "a.eml").pages[0].tables[0].rows == (("No", "Nama"),)


@given(st.binary(max_size=400))
def test_any_bytes_end_as_content(tmp_path_factory: TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "acak.eml"
    path.write_bytes(b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + data)
    assert read_mail(path, File("acak.eml", 1, "", "eml"), ReadSettings()).pages
