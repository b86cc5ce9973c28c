"""PPT: the slides of old presentations as they are now, in their order."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from compound import compound
from hypothesis import given
from hypothesis import strategies as st
from reads import WITHOUT_OCR, content, outcome, reason

from evidence_check.extract.ppt import slides_of
from evidence_check.model.files import Content, Unreadable


def record(kind: int, data: bytes, box: bool = False) -> bytes:
    """Return one record."""
    return struct.pack("<HHI", 15 if box else 0, kind, len(data)) + data


def wide(text: str) -> bytes:
    """Return a record of text."""
    return record(0x0FA0, text.encode("utf-16-le"))


def presentation(path: Path, head: int = 0xE391C05F) -> Path:
    """Write a PPT of two slides, the first edited later: its old state still lies in the file."""
    old = record(0x03EE, wide("keadaan lama"), box=True)
    new = record(0x03EE, record(0xF00D, wide("Kotak – teks") + wide("PAPARAN"), box=True), box=True)
    second = record(0x03EE, record(0x0FA8, b"Penutup\rTerima kasih"), box=True)
    at = record(0x03F3, struct.pack("<IIIII", 2, 0, 0, 256, 0)) + wide("PAPARAN")
    at += record(0x03F3, struct.pack("<IIIII", 3, 0, 0, 257, 0))
    document = record(0x03E8, record(0x0FF0, at, box=True), box=True)
    places, data = [], b""
    for part in (document, old, second, new):
        places.append(len(data))
        data += part
    first = len(data)
    data += record(0x1772, struct.pack("<IIII", 1 | 3 << 20, places[0], places[1], places[2]))
    edit = len(data)
    data += record(0x0FF5, struct.pack("<IIIIIII", 0, 0, 0, first, 1, 4, 0))
    later = len(data)
    data += record(0x1772, struct.pack("<II", 2 | 1 << 20, places[3]))
    last = len(data)
    data += record(0x0FF5, struct.pack("<IIIIIII", 0, 0, edit, later, 1, 4, 0))
    user = record(0x0FF6, struct.pack("<III", 20, head, last))
    return compound(path, {"Current User": user, "PowerPoint Document": data.ljust(5000, b"\0")})


def test_slides_as_they_are_now(tmp_path: Path) -> None:
    found = content(presentation(tmp_path / "a.ppt"), WITHOUT_OCR)
    assert [page.text.splitlines() for page in found.pages] == [
        ["PAPARAN", "Kotak – teks"],
        ["Penutup", "Terima kasih"],
    ]


def test_locked(tmp_path: Path) -> None:
    assert reason(presentation(tmp_path / "a.ppt", 0xF3D1C4DF)) == "EC101"


@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
def test_cut_off_presentation_ends(tmp_path: Path, share: float) -> None:
    whole = presentation(tmp_path / "a.ppt").read_bytes()
    (tmp_path / "b.ppt").write_bytes(whole[: int(len(whole) * share)])
    assert isinstance(outcome(tmp_path / "b.ppt", WITHOUT_OCR), Content | Unreadable)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_bytes_give_slides_or_an_error_that_is_told(data: bytes, edit: int) -> None:
    try:
        assert isinstance(slides_of(data, edit), list)
    except (ValueError, struct.error, IndexError):
        return
