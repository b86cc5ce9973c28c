"""Offices on real servers: the same result as from this machine, nothing written there, and servers that fail."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from command_line import Ran, run
from reads import WITHOUT_OCR
from scans import SK, text_pdf
from servers import PASSWORD, SERVERS, USER, Server

from evidence_check.arriving import RemoteFolder
from evidence_check.errors import FolderError, ToolMissingError
from evidence_check.executors.serial import Serial
from evidence_check.model.files import Content, Unreadable
from evidence_check.shares.bringing import Bringer, Room
from evidence_check.shares.opening import open_share
from evidence_check.sources import LocalFolder

REVIEWS = "format: 1\nreviews: []\n"
NAMES = (
    "SK/penetapan.pdf", "SK/ berspasi .pdf", "SK/titik..pdf", "SK/e\u0301.pdf", "SK/\u00e9.pdf",
    "SK/100% & #1 +a.pdf", "Surat/😀.pdf", "Surat/tahun 2026/dalam/sekali.pdf",
)  # fmt: skip


def office_in(folder: Path) -> Path:
    """Make the folder of an office: papers, an archive, odd names, and what is no evidence; all of yesterday."""
    root = folder / "Dinas Sosial"
    root.mkdir(parents=True)
    data = text_pdf(folder / "satu.pdf", (SK,)).read_bytes()
    for number, name in enumerate(NAMES):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data + b"\n%" + str(number).encode())
    paper = docx.Document()
    paper.add_paragraph("MAKLUMAT PELAYANAN")
    paper.add_paragraph("Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan.")
    paper.save(str(root / "Surat" / "maklumat.docx"))
    with zipfile.ZipFile(root / "arsip.zip", "w") as archive:
        archive.writestr("di dalam.pdf", data + b"\n%dalam")
        archive.writestr("lagi/rusak.pdf", b"%PDF-1.7\nrusak")
    (root / "rusak.pdf").write_bytes(b"%PDF-1.7\nhanya judul")
    (root / "kosong.pdf").write_bytes(b"")
    (root / "Thumbs.db").write_bytes(b"x")
    (root / "SK" / "PETUNJUK.txt").write_text("== evidence-check: petunjuk, bukan bukti ==\nIsi\n", "utf-8")
    (root / "Surat" / "PETUNJUK.txt").write_text("Catatan rapat\n", "utf-8")
    (root / "evidence-check.yaml").write_text(
        "format: 1\noffice: Dinas Sosial\nchecklist: daftar.yaml\nyear: 2026\n", "utf-8"
    )
    (root / "daftar.yaml").write_text("format: 1\nid: daftar\nname: Daftar\nextends: ombudsman-2026\n", "utf-8")
    (root / "reviews.yaml").write_text(REVIEWS, "utf-8")
    day = time.time() - 86_400
    for path in root.rglob("*"):
        os.utime(path, (day, day))
    return root


def said(ran: Ran) -> dict[str, object]:
    """Return the report of a run, without the time it was made."""
    report: dict[str, object] = json.loads(ran.out)
    del report["checked_at"]
    return report


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    """Return what lies in a folder with its times."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
    }


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_in(tmp_path_factory.mktemp("kantor"))


@pytest.fixture(scope="module")
def local(office: Path) -> dict[str, object]:
    ran = run("check", office, "--format", "json", "--no-ocr", "--no-cache")
    assert ran.code == 1, ran.err
    return said(ran)


@pytest.fixture(params=list(SERVERS))
def server(request: pytest.FixtureRequest, office: Path, tmp_path: Path) -> Iterator[Server]:
    with SERVERS[request.param](office, tmp_path / "server") as server:
        yield server


def check(server: Server, *args: object, address: str = "", **environment: str) -> Ran:
    how = {**server.environment, **environment}
    return run("check", address or server.address, "--format", "json", "--no-ocr", *args, **how)


def test_the_same_result_as_from_this_machine_and_nothing_touched(
    server: Server, office: Path, local: dict[str, object], tmp_path: Path
) -> None:
    before = state(office)
    (tmp_path / "sementara").mkdir()
    for _ in range(2 if server.address.startswith("smb") else 1):  # the second time from what is remembered
        ran = check(server, TMPDIR=str(tmp_path / "sementara"))
        assert (ran.code, ran.err) == (1, "")
        assert said(ran) == local
    assert state(office) == before
    assert list((tmp_path / "sementara").iterdir()) == []
    assert PASSWORD not in ran.out


def source(server: Server, patch: pytest.MonkeyPatch, seconds: float = 20.0, **how: object) -> RemoteFolder:
    """Return the folder of a server, read in this process."""
    for key, value in server.environment.items():
        patch.setenv(key, value)
    share = open_share(server.address, seconds)
    return RemoteFolder(share, lambda tree, spool: Bringer(tree, spool, **how))  # type: ignore[arg-type]


def test_a_server_that_stops_in_mid_run_is_survived_and_said(
    server: Server, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {each.file.path for each in LocalFolder(office).collect(WITHOUT_OCR, Serial(), 0.0, None)}
    far = source(server, monkeypatch, threads=1, room=Room(files=1), pauses=(0.01,))
    found = []
    for each in far.collect(WITHOUT_OCR, Serial(), 0.0, None):
        found.append(each)
        if isinstance(each, Content):
            server.stop()
    told = {each.file.path: each.reason.code for each in found if isinstance(each, Unreadable)}
    assert any(isinstance(each, Content) for each in found)
    assert sum(code in ("EC142", "EC143") for code in told.values()) > 3
    assert {path for path in expected if "› " not in path} <= {each.file.path for each in found} | {"arsip.zip"}


def test_a_server_that_stands_still_is_given_up(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SERVERS["smb"](office, tmp_path / "server") as server:
        far = source(server, monkeypatch, 1.5, threads=1, room=Room(files=1), pauses=(0.01,))
        found = []
        for each in far.collect(WITHOUT_OCR, Serial(), 0.0, None):
            found.append(each)
            if isinstance(each, Content):
                server.freeze()
        codes = [each.reason.code for each in found if isinstance(each, Unreadable)]
        assert codes.count("EC142") > 3
        with pytest.raises(FolderError) as caught:
            open_share(server.address, 1.5)
        assert caught.value.code == "share_stalled"
        server.thaw()
        assert any(open_share(server.address, 20.0).folders())


def test_a_file_somebody_holds_is_waited_for_and_named(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import smbclient

    with SERVERS["smb"](office, tmp_path / "server") as server:
        host, _, port = server.address.removeprefix("smb://").removesuffix("/bukti").partition(":")
        login = {"username": server.environment["EVIDENCE_CHECK_SMB_USER"], "password": PASSWORD, "port": int(port)}
        held = [
            smbclient.open_file(rf"\\{host}\bukti\SK\{name}", mode="rb", share_access=None, **login)
            for name in ("penetapan.pdf", "titik..pdf")
        ]
        far = source(server, monkeypatch, threads=1, pauses=(0.1,), sleep=lambda _: held[1].close())
        found = {each.file.path: each for each in far.collect(WITHOUT_OCR, Serial(), 0.0, None)}
        held[0].close()
        smbclient.reset_connection_cache()
    lost = found["SK/penetapan.pdf"]
    assert isinstance(lost, Unreadable) and lost.reason.code == "EC140"
    assert isinstance(found["SK/titik..pdf"], Content)


@pytest.mark.parametrize("kind", ["smb", "webdav"])
def test_a_wrong_password_is_told_and_never_shown(kind: str, office: Path, tmp_path: Path) -> None:
    with SERVERS[kind](office, tmp_path / "server") as server:
        wrong = {key: "salah-benar" for key in server.environment if key.endswith("PASSWORD")}
        ran = check(server, **wrong)
    assert ran.code == 4 and "tidak mengizinkan masuk" in ran.err
    assert "salah-benar" not in ran.err + ran.out


def test_a_server_with_an_unknown_key_is_not_trusted(office: Path, tmp_path: Path) -> None:
    with SERVERS["sftp"](office, tmp_path / "server") as server:
        (tmp_path / "server" / "home" / ".ssh" / "known_hosts").write_text("")
        ran = check(server)
    assert ran.code == 4 and "tidak dipercaya" in ran.err


def test_a_password_comes_from_the_keyring(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backend import KeyringBackend
    from keyring.credentials import SimpleCredential

    with SERVERS["webdav"](office, tmp_path / "server") as server:

        class Kept(KeyringBackend):
            """Keeps one password, for one server."""

            priority = 1  # type: ignore[assignment]

            def get_password(self, service: str, username: str) -> str | None:
                return None

            def set_password(self, service: str, username: str, password: str) -> None:
                raise NotImplementedError

            def get_credential(self, service: str, username: str | None) -> SimpleCredential | None:
                known = service == f"evidence-check:{server.address.removesuffix('/awan')}"
                return SimpleCredential(USER, PASSWORD) if known else None

        before = keyring.get_keyring()
        keyring.set_keyring(Kept())
        try:
            assert "SK" in list(open_share(server.address, 20.0).folders())
        finally:
            keyring.set_keyring(before)


def test_a_library_that_is_not_there_ends_the_run_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smbclient", None)
    with pytest.raises(ToolMissingError) as caught:
        open_share("smb://127.0.0.1/bagi")
    assert caught.value.exit_code == 5


@pytest.mark.parametrize(
    ("command", "code"), [(("check", "smb://budi:rahasia@server/bagi"), 2), (("pack", "smb://budi:rahasia@server/bagi",
     "--output", "paket.zip"), 2), (("check", "sftp://127.0.0.1:1/x"), 4)],
)  # fmt: skip
def test_addresses_that_cannot_be_used(command: tuple[str, ...], code: int, tmp_path: Path) -> None:
    ran = run(*command, cwd=tmp_path)
    assert ran.code == code and "rahasia" not in ran.err + ran.out


def test_a_zip_is_checked_as_the_folder_it_holds(office: Path, local: dict[str, object], tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "berkas"), "zip", office)
    ran = run("check", packed, "--format", "json", "--no-ocr", "--no-cache")
    assert (ran.code, ran.err) == (1, "") and said(ran) == local
