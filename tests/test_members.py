"""Archives, mails and attachments read in place: members named, bounded and harmless; nothing written to the folder."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.executors.processes import Processes
from evidence_check.executors.serial import Serial
from evidence_check.extract.opening import open_up
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import look_at
from evidence_check.model.files import Content, File, Unreadable
from evidence_check.pipeline import contents_of

SETTINGS = ReadSettings(ocr=False)
RTF = rb"{\rtf1 Keputusan Kepala Dinas}"


def zipped(members: Mapping[str, bytes], path: Path | None = None) -> bytes:
    """Return a ZIP of members; write it too when a path is given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    if path:
        path.write_bytes(stream.getvalue())
    return stream.getvalue()


def read(path: Path, settings: ReadSettings = SETTINGS) -> dict[str, str]:
    """Return what becomes of a file and all it holds: text, or the code why not, by path."""
    contents, unreadable = contents_of([path], settings, Serial(), 60)
    found = {each.file.path: each.pages[0].text for each in contents}
    return {**found, **{each.file.path: each.reason.code for each in unreadable}}


def test_members_are_read_in_place_and_named_by_the_way_to_them(tmp_path: Path) -> None:
    zipped({"dalam/surat.rtf": RTF, "kosong.rtf": b"", "Thumbs.db": b"x", "dalam/": b""}, tmp_path / "bundel.zip")
    assert read(tmp_path / "bundel.zip") == {
        "bundel.zip/› dalam/surat.rtf": "Keputusan Kepala Dinas",
        "bundel.zip/› kosong.rtf": "EC103",
        "bundel.zip/› Thumbs.db": "EC114",
    }
    assert os.listdir(tmp_path) == ["bundel.zip"]


def test_archives_in_archives_are_opened_to_the_second_depth(tmp_path: Path) -> None:
    third = zipped({"c.rtf": RTF})
    zipped({"dua.zip": zipped({"b.rtf": RTF, "tiga.zip": third})}, tmp_path / "satu.zip")
    assert read(tmp_path / "satu.zip") == {
        "satu.zip/› dua.zip/› b.rtf": "Keputusan Kepala Dinas",
        "satu.zip/› dua.zip/› tiga.zip": "EC116",
    }


def test_the_same_with_processes(tmp_path: Path) -> None:
    zipped({f"{number}.rtf": RTF for number in range(5)}, tmp_path / "a.zip")
    contents, unreadable = contents_of([tmp_path / "a.zip"], SETTINGS, Processes(2), 60)
    assert [each.file.path for each in contents] == [f"a.zip/› {number}.rtf" for number in range(5)]
    assert unreadable == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../luar.rtf", "luar.rtf"),
        ("/etc/mutlak.rtf", "etc/mutlak.rtf"),
        ("C:\\Users\\a.rtf", "Users/a.rtf"),
        ("a/./b/../c.rtf", "a/b/c.rtf"),
    ],
)
def test_names_lead_nowhere_but_down(tmp_path: Path, name: str, shown: str) -> None:
    inner = tmp_path / "kantor"
    inner.mkdir()
    zipped({name: RTF}, inner / "a.zip")
    assert list(read(inner / "a.zip")) == [f"a.zip/› {shown}"]
    assert os.listdir(tmp_path) == ["kantor"]
    assert os.listdir(inner) == ["a.zip"]


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.warns(UserWarning), zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.rtf", RTF)
        archive.writestr("a.rtf", RTF)
    assert sorted(read(tmp_path / "a.zip")) == ["a.zip/› a (2).rtf", "a.zip/› a.rtf"]


def test_link_inside_is_not_followed(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("tautan.rtf")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert read(tmp_path / "a.zip") == {"a.zip/› tautan.rtf": "EC111"}


def test_locked_and_damaged_members_cost_only_themselves(tmp_path: Path) -> None:
    whole = bytearray(zipped({"a.rtf": RTF, "b.rtf": RTF * 9, "c.rtf": RTF}))
    first = whole.index(b"PK\x01\x02")
    whole[first + 8] |= 1
    where = whole.index(b"b.rtf") + 5
    whole[where : where + 8] = b"\xff" * 8
    (tmp_path / "a.zip").write_bytes(whole)
    assert read(tmp_path / "a.zip") == {
        "a.zip/› a.rtf": "EC101",
        "a.zip/› b.rtf": "EC102",
        "a.zip/› c.rtf": "Keputusan Kepala Dinas",
    }


def test_bombs_are_refused_by_what_they_really_inflate_to(tmp_path: Path) -> None:
    swollen = bytearray(zipped({"a.rtf": RTF, "bom.rtf": bytes(80_000_000)}))
    where = swollen.rindex(b"PK\x01\x02") + 24
    swollen[where : where + 4] = (10).to_bytes(4, "little")
    (tmp_path / "jujur.zip").write_bytes(zipped({"a.rtf": RTF, "bom.rtf": bytes(80_000_000)}))
    (tmp_path / "bohong.zip").write_bytes(swollen)
    honest = read(tmp_path / "jujur.zip")
    assert honest == {"jujur.zip/› a.rtf": "Keputusan Kepala Dinas", "jujur.zip": "EC121"}
    assert "bohong.zip/› a.rtf" in read(tmp_path / "bohong.zip")


def test_too_many_members_are_told(tmp_path: Path) -> None:
    zipped({f"{number}.rtf": RTF for number in range(12)}, tmp_path / "a.zip")
    found = read(tmp_path / "a.zip", ReadSettings(ocr=False, max_members=10))
    assert len(found) == 11
    assert found["a.zip"] == "EC120"


def test_empty_archive_is_told(tmp_path: Path) -> None:
    zipped({}, tmp_path / "a.zip")
    assert read(tmp_path / "a.zip") == {"a.zip": "EC113"}


def test_archive_under_the_name_of_a_paper_is_damaged(tmp_path: Path) -> None:
    zipped({"a.rtf": RTF}, tmp_path / "surat.docx")
    assert read(tmp_path / "surat.docx") == {"surat.docx": "EC102"}


@given(data=st.data())
def test_mutated_archives_end(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    whole = bytearray(zipped({"a.rtf": RTF, "b/c.rtf": RTF * 20}))
    for where in data.draw(st.lists(st.integers(4, len(whole) - 1), max_size=6)):
        whole[where] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("acak")
    path = folder / "a.zip"
    path.write_bytes(whole)
    file = look_at(path, folder)
    assert isinstance(file, File)
    opened = open_up(path, File(file.path, file.size, file.sha256, "zip"), SETTINGS, folder)
    assert opened.files or opened.unreadable
    assert all(isinstance(each, Content | Unreadable) for each in opened.unreadable)
