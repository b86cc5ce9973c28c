"""The one way into all readers: lying suffixes, unknown kinds, files that vanish; nothing ever raises."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reads import WITHOUT_OCR, content, outcome, reason
from scans import text_pdf

from evidence_check.extract import EXTRACTORS
from evidence_check.extract.reading import read
from evidence_check.folder import look_at
from evidence_check.model.files import Content, File, Level, Unreadable


@pytest.mark.parametrize("target", sorted(set(EXTRACTORS.values())))
def test_registry_names_what_exists(target: str) -> None:
    module, _, name = target.partition(":")
    assert callable(getattr(import_module(module), name))


def test_lying_suffix_is_noted_and_the_file_read_all_the_same(tmp_path: Path) -> None:
    found = content(text_pdf(tmp_path / "SK.docx"))
    assert "STANDAR PELAYANAN" in found.pages[0].text
    assert [(each.code, each.level, dict(each.params)) for each in found.findings] == [
        ("EC107", Level.NOTE, {"kind": "pdf", "suffix": ".docx"})
    ]


def test_no_suffix_is_no_lie(tmp_path: Path) -> None:
    assert content(text_pdf(tmp_path / "Surat Keputusan")).findings == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.svg", b"<?xml version='1.0'?><svg/>", "EC106"),
        ("a.mp3", b"ID3 halo", "EC106"),
        ("a.rar", b"Rar!\x1a\x07\x00", "EC116"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "EC116"),
        ("a.pdf", b"bukan pdf sama sekali", "EC102"),
        ("a.xlsx", b"\x00\x01\x02\x03" * 50, "EC102"),
    ],
)
def test_kinds_nobody_reads(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason(tmp_path / name) == code


def test_archive_asks_to_be_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "berkas.zip", "w") as archive:
        archive.writestr("SK.pdf", b"%PDF-1.4")
    assert reason(tmp_path / "berkas.zip") == "EC116"


def test_file_that_vanished_or_changed(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf")
    file = look_at(path, tmp_path)
    assert isinstance(file, File)
    changed = read(path, replace(file, size=file.size + 1), WITHOUT_OCR)
    path.unlink()
    gone = read(path, file, WITHOUT_OCR)
    assert isinstance(changed, Unreadable)
    assert isinstance(gone, Unreadable)
    assert (changed.reason.code, gone.reason.code) == ("EC115", "EC115")


def test_every_reason_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    found = outcome(tmp_path / "rusak.pdf")
    assert isinstance(found, Unreadable)
    assert found.reason.place is not None
    assert found.reason.place.file == "rusak.pdf"


@pytest.mark.parametrize("kind", sorted(EXTRACTORS))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(min_size=1, max_size=2000))
def test_rubbish_of_any_kind_never_raises(tmp_path: Path, kind: str, data: bytes) -> None:
    path = tmp_path / "sampah"
    path.write_bytes(data)
    found = read(path, File("sampah", len(data), "", kind), WITHOUT_OCR)
    assert isinstance(found, Content | Unreadable)
