"""The walk: everything in a folder is listed once, with its kind or with the reason it is not read."""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_check.errors import FolderError
from evidence_check.folder import File, Listing, look_at, real_path, walk
from evidence_check.model.files import Level

PDF = b"%PDF-1.4\n%%EOF\n"


def codes(listing: Listing) -> dict[str, str]:
    """Return the reason by path of what is not to be read."""
    return {entry.file.path: entry.reason.code for entry in listing.unreadable}


def test_files_are_sorted_and_fingerprinted(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.pdf", "b/a.pdf", "a.pdf"):
        (tmp_path / name).write_bytes(PDF + name.encode())
    listing = walk(tmp_path)
    assert [file.path for file in listing.files] == ["a.pdf", "b/a.pdf", "z.pdf"]
    assert listing.files[1].sha256 == hashlib.sha256(PDF + b"b/a.pdf").hexdigest()
    assert listing.files[1].size == len(PDF + b"b/a.pdf")


def test_empty_folder_is_an_empty_listing(tmp_path: Path) -> None:
    assert walk(tmp_path) == Listing()


@pytest.mark.parametrize(("name", "code"), [("tidak-ada", "folder_missing"), ("berkas", "folder_not_a_folder")])
def test_root_that_cannot_be_walked(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "berkas").write_bytes(PDF)
    with pytest.raises(FolderError) as caught:
        walk(tmp_path / name)
    assert caught.value.code == code
    assert caught.value.exit_code == 4


def test_own_files_are_skipped_only_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("evidence-check.yaml", "reviews.yaml", "sub/reviews.yaml"):
        (tmp_path / name).write_text("format: 1\n")
    listing = walk(tmp_path)
    assert [file.path for file in listing.files] == ["sub/reviews.yaml"]
    assert listing.unreadable == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$Laporan.docx", "EC114"),
        ("Thumbs.db", "EC114"),
        ("desktop.ini", "EC114"),
        (".DS_Store", "EC114"),
        (".rahasia.pdf", "EC114"),
        ("unduhan.pdf.crdownload", "EC114"),
        ("SK.lnk", "EC118"),
        ("Laporan.gdoc", "EC118"),
        ("situs.URL", "EC118"),
    ],
)
def test_what_is_no_paper_is_listed_with_its_reason(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert codes(walk(tmp_path)) == {name: code}


def test_zero_bytes_and_too_large(tmp_path: Path) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    (tmp_path / "besar.pdf").write_bytes(PDF * 100)
    listing = walk(tmp_path, max_bytes=500)
    assert codes(listing) == {"besar.pdf": "EC104", "kosong.pdf": "EC103"}
    assert dict(listing.unreadable[0].reason.params) == {"limit": "500", "size": str(len(PDF) * 100)}


def test_hidden_folder_is_one_note(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.pdf").write_bytes(PDF)
    listing = walk(tmp_path)
    assert codes(listing) == {".git": "EC114"}
    assert listing.unreadable[0].reason.level is Level.NOTE


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights on Windows")
def test_links_that_loop_leave_or_are_dead_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "rahasia.pdf").write_bytes(PDF)
    root = tmp_path / "kantor"
    (root / "sub").mkdir(parents=True)
    (root / "asli.pdf").write_bytes(PDF)
    (root / "sub" / "naik").symlink_to(root)
    (root / "lingkar").symlink_to(root / "lingkar")
    (root / "keluar").symlink_to(outside)
    (root / "keluar.pdf").symlink_to(outside / "rahasia.pdf")
    (root / "mati.pdf").symlink_to(root / "tidak-ada.pdf")
    (root / "tautan.pdf").symlink_to(root / "asli.pdf")
    listing = walk(root)
    assert [file.path for file in listing.files] == ["asli.pdf", "tautan.pdf"]
    assert codes(listing) == dict.fromkeys(["keluar", "keluar.pdf", "lingkar", "mati.pdf", "sub/naik"], "EC111")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    assert codes(walk(tmp_path)) == {"pipa.pdf": "EC106"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows any byte in a name")
def test_names_that_are_no_text_stay_reachable(tmp_path: Path) -> None:
    for name in (b"baris\nbaru.pdf", "foto 😀.pdf".encode(), b"rusak-\xff\xfe.pdf", "e\u0301.pdf".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(PDF + name)
    listing = walk(tmp_path)
    assert len(listing.files) == 4
    for file in listing.files:
        file.path.encode("utf-8")
        assert hashlib.sha256(Path(real_path(tmp_path, file.path)).read_bytes()).hexdigest() == file.sha256


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs a second user to be refused")
def test_no_permission_is_a_reason_and_the_rest_is_listed(tmp_path: Path) -> None:
    (tmp_path / "terkunci").mkdir(mode=0o000)
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "b.pdf").write_bytes(PDF)
    (tmp_path / "b.pdf").chmod(0o000)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        listing = walk(tmp_path)
        fine = codes(listing) == {"b.pdf": "EC109", "terkunci": "EC109"} and len(listing.files) == 1
        os._exit(0 if fine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator is never refused; see the test above"
)
def test_no_permission_without_a_second_user(tmp_path: Path) -> None:
    locked = tmp_path / "terkunci"
    locked.mkdir(mode=0o000)
    try:
        assert codes(walk(tmp_path)) == {"terkunci": "EC109"}
        with pytest.raises(FolderError) as caught:
            walk(locked)
        assert caught.value.code == "folder_no_permission"
    finally:
        locked.chmod(0o755)


def zipped(path: Path, *names: str) -> None:
    """Write a zip that holds empty parts of these names."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"application/vnd.oasis.opendocument.text" if name == "mimetype" else b"")


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7", "a.doc", "pdf"),
        (b"\n\n  %PDF-1.7", "a.pdf", "pdf"),
        (b"\xff\xd8\xff\xe0", "a.png", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "a.jpg", "png"),
        (b"II*\x00", "a", "tiff"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a", "webp"),
        (b"\0\0\0\x18ftypheic", "a.jpg", "heic"),
        (b"{\\rtf1", "a.doc", "rtf"),
        (b"<html><body>", "a.xls", "html"),
        (b"Rar!\x1a\x07\x00", "a", "rar"),
        (b"From: a@contoh.go.id\nSubject: x\n", "a.eml", "eml"),
        (b"a;b\n1;2\n", "a.csv", "csv"),
        (b"halo", "a.pdf", "text"),
        (b"\x00\x01\x02\x03" * 20, "a.pdf", "unknown"),
        (b"PK\x03\x04 dan seterusnya", "a.docx", "docx"),
        (b"PK\x03\x04 dan seterusnya", "a.bin", "zip"),
    ],
)
def test_kind_comes_from_the_bytes(tmp_path: Path, head: bytes, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(head)
    found = look_at(tmp_path / name, tmp_path)
    assert isinstance(found, File)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), "docx"),
        (("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (("mimetype", "content.xml"), "odt"),
        (("SK.pdf", "word/x"), "zip"),
    ],
)
def test_kind_of_zips(tmp_path: Path, names: tuple[str, ...], kind: str) -> None:
    zipped(tmp_path / "a.bin", *names)
    found = look_at(tmp_path / "a.bin", tmp_path)
    assert isinstance(found, File)
    assert found.kind == kind


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=600), st.sampled_from([".pdf", ".docx", ".xls", ".jpg", ""]))
def test_any_bytes_have_a_place_in_the_listing(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    listing = walk(tmp_path)
    path.unlink()
    assert len(listing.files) + len(listing.unreadable) == 1
    assert bool(listing.unreadable) == (data == b"")


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    before = [(entry.name, entry.stat().st_mtime_ns) for entry in os.scandir(tmp_path)], tmp_path.stat().st_mtime_ns
    walk(tmp_path)
    after = [(entry.name, entry.stat().st_mtime_ns) for entry in os.scandir(tmp_path)], tmp_path.stat().st_mtime_ns
    assert before == after
