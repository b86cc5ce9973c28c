"""RTF: what is printed, in order; groups that are not printed stay out, a file cut off is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import WITHOUT_OCR, content

from evidence_check.extract.rtf import read_rtf
from evidence_check.model.files import File


def saved(path: Path, body: str) -> Path:
    """Write an RTF of a body."""
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}" + body.encode("ascii") + b"}")
    return path


def test_letters_fields_breaks_and_the_header(tmp_path: Path) -> None:
    body = (
        r"{\header PEMERINTAH KABUPATEN\par}{\*\generator x;}KEPUTUSAN\par Jum\'92at \u8220?Dinas\u8221?\line baris dua"
        r"\par{\field{\*\fldinst PAGE}{\fldrslt 7}} {\v rahasia}\page LAMPIRAN{\footnote catatan}\par"
    )
    found = content(saved(tmp_path / "a.rtf", body))
    assert [page.text.splitlines() for page in found.pages] == [
        ["PEMERINTAH KABUPATEN", "KEPUTUSAN", "Jum’at “Dinas”", "baris dua", "7"],
        ["LAMPIRAN", "catatan"],
    ]


def test_table_and_text_box(tmp_path: Path) -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = (
        r"DAFTAR\par " + row.format("No", "Nama") + row.format("1", r"Sari\par Dewi") + r"\pard Tutup\par"
        r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt SALINAN\par}}{\shprslt SALINAN}}"
    )
    (page,) = content(saved(tmp_path / "a.rtf", body)).pages
    assert page.tables[0].rows == (("No", "Nama"), ("1", "Sari Dewi"))
    assert page.text.splitlines() == ["DAFTAR", "No Nama", "1 Sari", "Dewi", "Tutup", "SALINAN"]


def test_deleted_text_is_not_read_and_open_changes_are_a_mark(tmp_path: Path) -> None:
    found = content(saved(tmp_path / "a.rtf", r"tetap {\deleted lama}{\revised baru}"))
    assert found.pages[0].text == "tetap baru"
    assert dict(found.marks) == {"tracked_changes": "2"}


def test_pictures_say_nothing_as_text(tmp_path: Path) -> None:
    body = r"{\pict\jpegblip " + "ffd8ffe0" * 5000 + r"}Isi {\*\bin5 \bin5 {}{}{ selesai}"
    assert "ffd8" not in content(saved(tmp_path / "a.rtf", body), WITHOUT_OCR).pages[0].text


def test_cut_off_file_is_doubted(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.rtf", "{" + "kalimat yang cukup panjang untuk dibaca orang " * 3)
    path.write_bytes(path.read_bytes()[:-40])
    found = content(path, WITHOUT_OCR)
    assert "kalimat" in found.pages[0].text
    assert [finding.code for finding in found.findings] == ["EC102"]


def test_deep_nesting_ends(tmp_path: Path) -> None:
    assert content(saved(tmp_path / "a.rtf", "{" * 100_000 + "dalam" + "}" * 100_000)).pages[0].text == "dalam"


@pytest.mark.parametrize("start", [rb"{\rtf1 ", rb"{\rtf1{\pict "])
@given(rest=st.binary(max_size=300))
def test_any_bytes_end_as_content(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "acak.rtf"
    path.write_bytes(start + rest)
    assert read_rtf(path, File("acak.rtf", 1, "", "rtf"), WITHOUT_OCR).pages
