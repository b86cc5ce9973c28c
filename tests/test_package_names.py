"""Names in a package are safe on every computer, whoever named the files."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.package.names import (
    LONGEST_BYTES,
    LONGEST_PART,
    is_device,
    is_safe,
    one_of_a_kind,
    safe_file,
    safe_part,
    same_to_people,
)

ANY = st.text(st.characters(exclude_categories=()), max_size=300)
HOSTILE = (
    "../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.pdf", "\\\\server\\share\\a", "..", ".", "", "   ", "a/../b.pdf",
    "CON", "nul.txt", "com1.pdf", "LPT¹.doc", "gaji\u202excod.exe", "SK\u200bTim.pdf", "a\x00b.pdf", "a\nb\r.pdf",
    "akhir. ", "...", "a<b>c:d|e?f*.pdf", "rusak\udcff.pdf", "\u3164.pdf", "漢" * 200 + ".pdf", "é" * 90 + ".jpeg",
    "e\u0301.pdf", "-rf.pdf", "~$x.docx", "a" * 400,
)  # fmt: skip


def assert_harmless(part: str) -> None:
    assert part and part not in (".", "..") and part == part.strip(" .")
    assert not set(part) & set('<>:"/\\|?*')
    assert all(unicodedata.category(char)[0] != "C" for char in part)
    assert len(part) <= LONGEST_PART and len(part.encode()) <= LONGEST_BYTES
    assert unicodedata.normalize("NFC", part) == part
    assert not is_device(part)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_become_harmless(name: str) -> None:
    assert_harmless(safe_part(name))
    named = safe_file(name, "pdf", "01 TINJAU", "hlm 1-4", "SALINAN BERTANDA")
    assert_harmless(named)
    assert named.startswith("01 TINJAU ") and "SALINAN BERTANDA." in named
    assert is_safe(f"01 IN-01/{named}")


@given(ANY, st.sampled_from(["pdf", "unknown", "xlsx"]), st.sampled_from(["", "hlm 12-345"]))
def test_any_name_becomes_harmless(name: str, kind: str, end: str) -> None:
    assert_harmless(safe_part(name))
    assert safe_part(safe_part(name)) == safe_part(name)
    assert_harmless(safe_file(name, kind, "07", end))


@pytest.mark.parametrize(
    ("name", "kind", "end", "shown"),
    [
        ("a/b/SK Tim.PDF", "pdf", "", "01 SK Tim.pdf"),
        ("bundel.pdf", "pdf", "hlm 4-6", "01 bundel hlm 4-6.pdf"),
        ("tanpa akhiran", "docx", "", "01 tanpa akhiran.docx"),
        ("Laporan v1.2 final", "pdf", "", "01 Laporan v1.2 final.pdf"),
        ("arsip.zip/› dalam/surat.msg", "msg", "", "01 surat.msg"),
        ("arsip.zip/› surat.msg", "msg", "", "01 surat.msg"),
        ("aneh", "unknown", "", "01 aneh"),
    ],
)
def test_what_a_copy_is_called(name: str, kind: str, end: str, shown: str) -> None:
    assert safe_file(name, kind, "01", end) == shown


@pytest.mark.parametrize(
    "path",
    ["/a", "a//b", "../a", "a/..", "a/./b", "C:/a", "a\\b", "con", "a/NUL.txt", "a\u202eb", "a ", "", "a/b/c/d/e"],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_not_safe(path: str) -> None:
    assert not is_safe(path)


def test_names_are_one_of_a_kind_whatever_the_capitals() -> None:
    taken: set[str] = set()
    names = [one_of_a_kind(name, taken) for name in ("a/SK.pdf", "a/sk.PDF", "a/ﬁx.pdf", "a/fix.pdf")]
    assert names == ["a/SK.pdf", "a/sk (2).PDF", "a/ﬁx.pdf", "a/fix (2).pdf"]
    assert len({same_to_people(name) for name in names}) == 4
