"""Plain text and CSV in the encodings of old programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import content, reason

from evidence_check.extract.text import decoded
from evidence_check.model.files import ReadAs


def saved(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a text."""
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "NOTULEN RAPAT – “Jum’at”\r\nDinas Sosial\fHalaman dua"
    found = content(saved(tmp_path / "a.txt", text, encoding))
    assert [page.text for page in found.pages] == ["NOTULEN RAPAT – “Jum’at”\nDinas Sosial", "Halaman dua"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_is_one_table_whatever_parts_its_columns(tmp_path: Path, separator: str) -> None:
    rows = [("No", "Nama", "Nilai"), ("1", f'"Sari{separator} S.Sos"', "88.5"), ("", "", "")]
    found = content(saved(tmp_path / "a.csv", "\n".join(separator.join(row) for row in rows), "cp1252"))
    (page,) = found.pages
    assert page.read_as is ReadAs.CELLS
    assert page.tables[0].rows == (("No", "Nama", "Nilai"), ("1", " ".join(f"Sari{separator} S.Sos".split()), "88.5"))


def test_columns_of_tabs_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    found = content(saved(tmp_path / "a.xls", "No\tNama\n1\tSari\n"))
    assert found.pages[0].tables[0].rows == (("No", "Nama"), ("1", "Sari"))
    assert [finding.code for finding in found.findings] == ["EC107"]


def test_text_under_the_name_of_a_pdf_is_damaged(tmp_path: Path) -> None:
    assert reason(saved(tmp_path / "a.pdf", "Halaman tidak ditemukan")) == "EC102"


def test_blank_text_says_nothing(tmp_path: Path) -> None:
    assert [finding.code for finding in content(saved(tmp_path / "a.txt", " \n ")).findings] == ["EC113"]


@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert decoded(data).encode("utf-8", "surrogatepass") is not None
