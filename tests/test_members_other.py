"""7z, RAR and the attachments of PDFs: opened in place like a ZIP, or told why not."""

from __future__ import annotations

import shutil
import struct
import zlib
from pathlib import Path

import pypdfium2
import pytest
from test_members import RTF, read

from evidence_check.extract.rar_members import rar_tool
from evidence_check.extract.settings import ReadSettings

py7zr = pytest.importorskip("py7zr", reason="py7zr, an extra, is not installed")


def packed_7z(path: Path, members: dict[str, bytes], password: str | None = None) -> Path:
    """Write a 7z."""
    with py7zr.SevenZipFile(path, "w", password=password) as archive:
        for name, data in members.items():
            archive.writestr(data, name)
    return path


def stored_rar(path: Path, members: dict[str, bytes], method: int = 0x30, locked: bool = False) -> Path:
    """Write a RAR 4 whose members are stored as they are, or only say that they are packed."""
    whole = b"Rar!\x1a\x07\x00" + _block(0x73, 0, bytes(6))
    for name, data in members.items():
        sizes = struct.pack(
            "<IIBIIBBHI", len(data), len(data), 2, zlib.crc32(data), 0x5A210000, 20, method, len(name), 32
        )
        whole += _block(0x74, 0x8000 | (4 if locked else 0), sizes + name.encode()) + data
    path.write_bytes(whole + _block(0x7B, 0x4000, b""))
    return path


def _block(kind: int, flags: int, rest: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
    return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head


def test_7z_is_read_in_place(tmp_path: Path) -> None:
    packed_7z(tmp_path / "a.7z", {"dalam/surat.rtf": RTF, "b.rtf": RTF, "kosong.txt": b""})
    assert read(tmp_path / "a.7z") == {
        "a.7z/› dalam/surat.rtf": "Keputusan Kepala Dinas",
        "a.7z/› b.rtf": "Keputusan Kepala Dinas",
        "a.7z/› kosong.txt": "EC103",
    }


def test_locked_damaged_and_swollen_7z(tmp_path: Path) -> None:
    assert read(packed_7z(tmp_path / "kunci.7z", {"a.rtf": RTF}, "rahasia")) == {"kunci.7z": "EC101"}
    whole = packed_7z(tmp_path / "a.7z", {"a.rtf": RTF * 100}).read_bytes()
    (tmp_path / "potong.7z").write_bytes(whole[: len(whole) // 2])
    assert read(tmp_path / "potong.7z") == {"potong.7z": "EC102"}
    bomb = packed_7z(tmp_path / "bom.7z", {"bom.rtf": bytes(3_000_000)})
    assert read(bomb, ReadSettings(ocr=False, max_unpacked=2_000_000)) == {"bom.7z": "EC121"}


def test_stored_rar_needs_no_program(tmp_path: Path) -> None:
    stored_rar(tmp_path / "a.rar", {"dalam\\surat.rtf": RTF, "b.rtf": RTF})
    assert read(tmp_path / "a.rar") == {
        "a.rar/› dalam/surat.rtf": "Keputusan Kepala Dinas",
        "a.rar/› b.rtf": "Keputusan Kepala Dinas",
    }


def test_locked_rar(tmp_path: Path) -> None:
    assert read(stored_rar(tmp_path / "a.rar", {"a.rtf": RTF}, locked=True)) == {"a.rar/› a.rtf": "EC101"}


def test_packed_rar_without_a_program_stays_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert rar_tool() == ""
    assert read(stored_rar(tmp_path / "a.rar", {"a.rtf": RTF}, 0x33)) == {"a.rar": "EC116"}


@pytest.mark.skipif(not shutil.which("bsdtar"), reason="no program here unpacks RAR")
def test_packed_rar_goes_through_the_program_and_damage_is_told(tmp_path: Path) -> None:
    assert rar_tool()
    assert read(stored_rar(tmp_path / "a.rar", {"a.rtf": RTF}, 0x33)) == {"a.rar/› a.rtf": "EC116"}


def test_files_embedded_in_a_pdf_are_read_too(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.new_attachment("lampiran.rtf").set_data(RTF)
    document.save(str(tmp_path / "a.pdf"))
    found = read(tmp_path / "a.pdf")
    assert found == {"a.pdf": "", "a.pdf/› lampiran.rtf": "Keputusan Kepala Dinas"}


def test_the_papers_of_a_portfolio_are_read(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    for name in ("satu.rtf", "dua.rtf"):
        document.new_attachment(name).set_data(RTF)
    document.save(str(tmp_path / "plain.pdf"))
    plain = (tmp_path / "plain.pdf").read_bytes()
    (tmp_path / "plain.pdf").unlink()
    assert plain.count(b"/Type/Catalog") == 1
    portfolio = plain.replace(b"/Type/Catalog", b"/Type/Catalog/Collection<</Type/Collection/View/D>>")
    (tmp_path / "a.pdf").write_bytes(portfolio)
    text = "Keputusan Kepala Dinas"
    assert read(tmp_path / "a.pdf") == {"a.pdf": "", "a.pdf/› satu.rtf": text, "a.pdf/› dua.rtf": text}
