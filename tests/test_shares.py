"""Places files live in: addresses, folders of this machine, a ZIP as a folder."""

from __future__ import annotations

import os
import pickle
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_check.errors import EvidenceCheckError, FolderError, UsageError
from evidence_check.shares.address import address_of, is_remote
from evidence_check.shares.local import long_path
from evidence_check.shares.opening import open_share
from evidence_check.shares.patience import patiently

PDF = b"%PDF-1.4\n%%EOF\n"
NAMES = ("a.pdf", "b/ SK .pdf", "b/titik..pdf", "b/c/e\u0301.pdf", "b/c/\u00e9.pdf", "z 😀.pdf")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    root = tmp_path / "kantor"
    for name in NAMES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(PDF + name.encode())
    (root / "evidence-check.yaml").write_text("format: 1\n", "utf-8")
    (root / ".git").mkdir()
    return root


@pytest.fixture(params=["folder", "zip"])
def address(request: pytest.FixtureRequest, office: Path, tmp_path: Path) -> str:
    if request.param == "folder":
        return str(office)
    with zipfile.ZipFile(tmp_path / "berkas.zip", "w") as archive:
        for path in sorted(office.rglob("*")):
            archive.write(path, path.relative_to(office).as_posix())
    return str(tmp_path / "berkas.zip")


def test_every_file_is_listed_in_a_stable_order_and_fetched_as_it_is(address: str, tmp_path: Path) -> None:
    share = open_share(address)
    entries = list(share.entries())
    assert sorted(each.path for each in entries if not each.fault) == sorted((*NAMES, "evidence-check.yaml"))
    assert {each.path: each.fault.code for each in entries if each.fault} == {".git": "EC114"}
    assert entries == list(share.entries())
    for name in NAMES:
        share.fetch(name, tmp_path / "salinan")
        assert (tmp_path / "salinan").read_bytes() == PDF + name.encode()
        assert share.entry(name) in entries
    assert sorted(share.folders()) == ["b"]
    share.close()


def test_one_folder_of_it_is_a_share_too_also_after_a_journey(address: str) -> None:
    with_parent = open_share(address)
    inner = pickle.loads(pickle.dumps(with_parent.within("b")))
    assert [each.path for each in inner.entries()] == [" SK .pdf", "titik..pdf", "c/e\u0301.pdf", "c/\u00e9.pdf"]
    assert inner.address == f"{address}/b" and list(inner.folders()) == ["c"]


def test_small_files_of_the_office_are_read(address: str) -> None:
    share = open_share(address)
    assert share.text("evidence-check.yaml", 100) == "format: 1\n"
    assert share.text("reviews.yaml", 100) is None
    with pytest.raises(ValueError, match="more than 3"):
        share.text("evidence-check.yaml", 3)


def test_a_stamp_changes_with_the_file_and_a_change_of_just_now_is_fresh(office: Path) -> None:
    share = open_share(str(office))
    before = share.entry("a.pdf")
    (office / "a.pdf").write_bytes(PDF + b"A.PDF")
    os.utime(office / "a.pdf", (1, 1))
    after = share.entry("a.pdf")
    assert before.size == after.size and before.stamp != after.stamp and after.fresh


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows any byte in a name")
def test_names_that_are_no_text_stay_reachable(tmp_path: Path) -> None:
    root = tmp_path / "kantor"
    root.mkdir()
    Path(os.fsdecode(os.fsencode(root) + b"/rusak-\xff.pdf")).write_bytes(PDF)
    share = open_share(str(root))
    (entry,) = share.entries()
    entry.path.encode("utf-8")
    share.fetch(entry.path, tmp_path / "salinan")
    assert (tmp_path / "salinan").read_bytes() == PDF


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights on Windows")
def test_links_that_leave_or_loop_are_told_and_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "kantor"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "rahasia.pdf").write_bytes(PDF)
    (root / "keluar.pdf").symlink_to(tmp_path / "rahasia.pdf")
    (root / "sub" / "naik").symlink_to(root)
    (root / "asli.pdf").write_bytes(PDF)
    (root / "tautan.pdf").symlink_to(root / "asli.pdf")
    told = {each.path: each.fault and each.fault.code for each in open_share(str(root)).entries()}
    assert told == {"asli.pdf": None, "keluar.pdf": "EC111", "sub/naik": "EC111", "tautan.pdf": None}


def test_a_hostile_zip_names_no_place_outside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name in ("../../luar.pdf", "/mutlak.pdf", "a", "a/b.pdf", "c\\d.pdf"):
            archive.writestr(name, PDF)
    share = open_share(str(tmp_path / "b.zip"))
    assert [each.path for each in share.entries()] == ["a", "luar.pdf", "mutlak.pdf", "c/d.pdf", "a/b.pdf"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("smb://budi:rahasia@server/bagi", "address_with_password"),
        ("sftp://budi%3Arahasia@server/bagi", "address_with_password"),
        ("smb://budi:ra/hasia@server/bagi", "address_not_understood"),
        ("ftp://server/bagi", "address_unknown_scheme"),
        ("smb://server", "address_without_share"),
        ("smb://server:99999/bagi", "address_not_understood"),
        ("s3:///kosong", "address_not_understood"),
        ("smb://server/bagi/../lain", "address_not_understood"),
    ],
)
def test_addresses_that_are_refused_and_never_repeated(text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_share(text)
    assert caught.value.code == code
    assert not any("hasia" in value or "budi" in value for _, value in caught.value.params)


@pytest.mark.parametrize(
    ("text", "shown", "user"),
    [
        ("smb://DINAS;budi@server:1445/bagi/Dinas Sosial/", "smb://server:1445/bagi/Dinas Sosial", "DINAS;budi"),
        ("SFTP://budi@10.0.0.1/srv/bukti", "sftp://10.0.0.1/srv/bukti", "budi"),
        ("webdavs://awan.contoh.go.id/a%20b#c?d", "webdavs://awan.contoh.go.id/a%20b#c?d", ""),
        ("s3://ember", "s3://ember", ""),
        ("sftp://[::1]:22/x", "sftp://[::1]:22/x", ""),
    ],
)
def test_addresses_are_shown_without_the_user(text: str, shown: str, user: str) -> None:
    found = address_of(text)
    assert (found.shown, found.user) == (shown, user)
    assert is_remote(text)


@pytest.mark.skipif(sys.platform == "win32", reason="there the system itself reaches them")
def test_unc_paths_are_smb_where_the_system_knows_none() -> None:
    for text in (r"\\server\bagi\Dinas Sosial", r"\\?\UNC\server\bagi\Dinas Sosial"):
        assert address_of(text).shown == "smb://server/bagi/Dinas Sosial"
    assert not is_remote(r"\\?\C:\Dinas")


def test_long_paths_of_windows() -> None:
    assert long_path("C:/a/b. ", windows=True) == "\\\\?\\C:\\a\\b. "
    assert long_path(r"\\server\bagi", windows=True) == r"\\?\UNC\server\bagi"
    assert long_path(r"\\?\C:\a", windows=True) == r"\\?\C:\a"
    assert long_path("/a/b", windows=False) == "/a/b"


@given(st.text(max_size=60), st.sampled_from(["smb://", "s3://", "sftp://", "webdav://", "\\\\"]))
def test_any_address_is_understood_or_refused(rest: str, scheme: str) -> None:
    try:
        found = address_of(scheme + rest)
    except EvidenceCheckError:
        return
    assert "@" not in found.server and not found.path.startswith("/")


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(PDF)
    for name, code in (("tidak-ada", "folder_missing"), ("berkas", "folder_not_a_folder")):
        with pytest.raises(FolderError) as caught:
            open_share(str(tmp_path / name))
        assert caught.value.code == code


def test_what_stands_still_is_given_up_and_what_gets_on_is_not() -> None:
    import threading

    stuck = threading.Event()
    with pytest.raises(TimeoutError):
        patiently(lambda tick: stuck.wait(), 0.05)
    stuck.set()

    def slow(tick: object) -> int:
        for _ in range(6):
            threading.Event().wait(0.05)
            tick()  # type: ignore[operator]
        return 7

    assert patiently(slow, 0.2) == 7
