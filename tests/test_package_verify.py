"""A package whose bytes were touched is told, member by member; a hostile one does no harm."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import MEMBERS, package, rezipped

from evidence_check.errors import FolderError
from evidence_check.package import verifying
from evidence_check.package.manifest import ManifestError, fingerprint, read
from evidence_check.package.names import MANIFEST

PACKAGE = package()


def found(data: bytes, place: Path, expected: str = "") -> list[tuple[str, str]]:
    """Return code and member of everything that differs."""
    path = place / "p.zip"
    path.write_bytes(data)
    return [(each.code, dict(each.params).get("member", "")) for each in verifying.verified(path, expected).findings]


def refused(data: bytes, place: Path) -> str:
    """Return why a package is not looked at at all."""
    with pytest.raises(FolderError) as raised:
        found(data, place)
    assert raised.value.exit_code == 4
    return raised.value.code


def listing(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(MANIFEST)


def test_the_same_members_give_the_same_bytes() -> None:
    assert package() == PACKAGE


def test_an_untouched_package_is_unchanged(tmp_path: Path) -> None:
    assert found(PACKAGE, tmp_path) == []
    assert found(PACKAGE, tmp_path, fingerprint(listing(PACKAGE)).upper() + " ") == []


@pytest.mark.parametrize(("name", "data"), [each for each in MEMBERS if each[1]])
def test_every_byte_of_a_member_counts(name: str, data: bytes, tmp_path: Path) -> None:
    start = PACKAGE.index(data)
    for at in range(start, start + len(data)):
        changed = bytearray(PACKAGE)
        changed[at] ^= 1
        assert found(bytes(changed), tmp_path) == [("EC601", name)]


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(PACKAGE) - 1), st.integers(1, 255))
def test_a_byte_changed_anywhere_never_makes_another_content_pass(at: int, by: int) -> None:
    changed = bytearray(PACKAGE)
    changed[at] ^= by
    stream = io.BytesIO(bytes(changed))
    mark = fingerprint(listing(PACKAGE))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = verifying._verified(stream, Path("p.zip"), mark)
    except FolderError:
        return
    if result.unchanged:
        with zipfile.ZipFile(stream) as archive:
            assert [(name, archive.read(name)) for name in archive.namelist() if name != MANIFEST] == list(MEMBERS)


def test_what_is_gone_and_what_is_new_is_named(tmp_path: Path) -> None:
    gone = rezipped(PACKAGE, SK=None)
    assert found(gone, tmp_path) == [("EC602", "01 IN-01 Dasar/01 SK.pdf"), ("EC607", "")]
    stream = io.BytesIO(PACKAGE)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("01 IN-01 Dasar/03 sisipan.exe", b"MZ")
    assert found(stream.getvalue(), tmp_path) == [("EC603", "01 IN-01 Dasar/03 sisipan.exe"), ("EC607", "")]


def test_a_package_zipped_again_by_another_program_is_the_same_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "lagi.zip"
    path.write_bytes(rezipped(PACKAGE))
    result = verifying.verified(path)
    assert [each.code for each in result.findings] == ["EC607"] and result.unchanged
    assert found(b"#!/bin/sh\n" + PACKAGE, tmp_path) == [("EC607", "")]
    assert found(PACKAGE[:-2] + b"\x05\x00aneh!", tmp_path) == [("EC607", "")]


def test_a_list_written_anew_is_caught_by_the_fingerprint_only(tmp_path: Path) -> None:
    other = package([(name, data + b"!") for name, data in MEMBERS])
    assert found(other, tmp_path) == []
    assert [code for code, _ in found(other, tmp_path, fingerprint(listing(PACKAGE)))] == ["EC606"]


# ---------------------------------------------------------------- hostile packages


@pytest.mark.parametrize(
    "data", [b"", b"PK\x05\x06", b"bukan zip", PACKAGE[:200], PACKAGE[:-30], b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_package_is_4(data: bytes, tmp_path: Path) -> None:
    assert refused(data, tmp_path) in ("package_no_zip", "package_too_large")


def test_a_missing_package_and_a_folder_are_4(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "tiada.zip", "package_missing"), (tmp_path, "package_unreadable")):
        with pytest.raises(FolderError) as raised:
            verifying.verified(path)
        assert raised.value.code == code


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"format": "evidence-check-package", "version": 99, "members": []}',
     b'{"format": "evidence-check-package", "version": 1, "members": {}}',
     b'{"format": "evidence-check-package", "version": 1, "members": [1]}',
     b'{"format": "evidence-check-package", "version": 1, "members": [{"path": "a", "size": -1, "sha256": "0"}]}'],
)  # fmt: skip
def test_a_list_that_cannot_be_used_is_4(text: bytes, tmp_path: Path) -> None:
    with pytest.raises(ManifestError):
        read(text)
    assert refused(rezipped(PACKAGE, manifest=text), tmp_path) == "package_list_damaged"


def test_a_package_without_a_list_or_with_two_is_4(tmp_path: Path) -> None:
    assert refused(rezipped(PACKAGE, manifest=None), tmp_path) == "package_no_list"
    stream = io.BytesIO(PACKAGE)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(MANIFEST, b"{}")
    assert refused(stream.getvalue(), tmp_path) == "package_list_damaged"


def listed(*entries: dict[str, object]) -> bytes:
    return json.dumps({"format": "evidence-check-package", "version": 1, "members": entries}).encode()


def zipped(members: list[tuple[str, bytes]], squeeze: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", squeeze) as archive:
        warnings.simplefilter("ignore")
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def test_names_twice_and_names_that_lead_elsewhere_are_told(tmp_path: Path) -> None:
    names = ["a.pdf", "A.pdf", "a.pdf", "../../x", "/etc/x", "nul.txt", "a\u202eb", "C:\\x"]
    told = found(zipped([*((name, b"1") for name in names), (MANIFEST, listed())]), tmp_path)
    codes = {name: {code for code, member in told if member == name} for name in names}
    assert codes["A.pdf"] == {"EC604", "EC603"} and codes["a.pdf"] == {"EC604", "EC603"}
    for name in ("../../x", "/etc/x", "nul.txt", "a\u202eb"):
        assert codes[name] == {"EC605", "EC603"}


def test_a_bomb_is_not_let_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "FREE_BYTES", 1_000_000)
    nothing = bytes(5_000_000)
    entry = {"path": "bom.bin", "role": "evidence", "size": len(nothing), "sha256": "0" * 64}
    bomb = zipped([("bom.bin", nothing), (MANIFEST, listed(entry))], zipfile.ZIP_DEFLATED)
    assert ("EC608", "bom.bin") in found(bomb, tmp_path)
    small = {**entry, "size": 10}
    assert ("EC601", "bom.bin") in found(rezipped(bomb, manifest=listed(small)), tmp_path)


def test_a_member_that_unpacks_to_more_than_it_says_is_changed(tmp_path: Path) -> None:
    data = bytearray(zipped([("a.bin", bytes(100_000)), (MANIFEST, listed(
        {"path": "a.bin", "role": "evidence", "size": 10, "sha256": "0" * 64}))], zipfile.ZIP_DEFLATED))  # fmt: skip
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    assert ("EC601", "a.bin") in found(bytes(data), tmp_path)


@pytest.mark.parametrize("squeeze", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_ways_to_squeeze_that_ask_for_memory_are_not_opened(squeeze: int, tmp_path: Path) -> None:
    assert refused(rezipped(PACKAGE, squeeze), tmp_path) == "package_list_damaged"


def test_a_directory_without_end_is_not_read(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 0xFFFFFFF0, 0, 0)
    assert refused(PACKAGE + end, tmp_path) == "package_too_large"
