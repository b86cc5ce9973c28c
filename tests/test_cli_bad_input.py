"""Bad input on real folders: one clear sentence in Indonesian, the right exit code, and the rest is still checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command_line import ROOT, checklist_in, run

NOBODY = 65534
ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63600000000200016be0bb2a0000000049454e44ae426082"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder with a name of two words."""
    path = tmp_path / "Bukti Dukung"
    path.mkdir()
    return path


@pytest.fixture
def checklist(tmp_path: Path) -> Path:
    """Return the path of a checklist with one requirement."""
    return checklist_in(tmp_path)


def unreadable(folder: Path, checklist: Path) -> dict[str, str]:
    """Check a folder and return the code of each file that was not read."""
    ran = run("check", folder, "--checklist", checklist, "--year", 2026, "--format", "json", "--no-ocr")
    assert ran.code == 1, ran.err
    assert ran.err == ""
    files = json.loads(ran.out)["files"]
    return {file["path"]: file["unreadable"]["code"] for file in files if file["unreadable"]}


def pdf(path: Path, text: str, password: str | None = None) -> None:
    """Write a PDF of one page."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(72, 720, text)
    canvas.save()


# ---------------------------------------------------------------- the folder itself


def test_an_empty_folder_is_4(folder: Path, checklist: Path) -> None:
    ran = run("check", folder, "--checklist", checklist, "--year", 2026)
    assert ran.code == 4
    assert "kosong" in ran.err and "Bukti Dukung" in ran.err


def test_a_folder_with_only_its_own_file_is_empty_too(folder: Path) -> None:
    (folder / "evidence-check.yaml").write_text("format: 1\nchecklist: ombudsman-2026\nyear: 2026\n", "utf-8")
    assert run("check", folder).code == 4


def test_a_missing_folder_is_4(folder: Path) -> None:
    ran = run("check", folder / "tidak ada")
    assert ran.code == 4
    assert "tidak ditemukan" in ran.err and ran.out == ""


@pytest.mark.parametrize("name", ["a" * 5000, "nama\nbaris\x1b[31m", "😀"])
def test_a_strange_folder_name_is_4(name: str) -> None:
    ran = run("check", name)
    assert ran.code == 4
    assert "\x1b" not in ran.err and "tidak ditemukan" in ran.err


def test_a_file_instead_of_a_folder_is_4(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")
    ran = run("check", folder / "a.pdf")
    assert ran.code == 4
    assert "bukan folder" in ran.err


def test_a_folder_without_read_permission_is_4_and_a_file_without_is_named(folder: Path, checklist: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps permissions elsewhere")
    user = NOBODY if os.geteuid() == 0 else None
    if user is not None and not _nobody_can_run():
        pytest.skip("root may read everything, and the user nobody cannot run this Python")
    pdf(folder / "terbuka.pdf", "Maklumat Pelayanan")
    pdf(folder / "tertutup.pdf", "Maklumat Pelayanan")
    (folder / "tertutup.pdf").chmod(0)
    for parent in (folder, *folder.parents[:4]):
        if str(parent).startswith("/tmp/"):
            parent.chmod(0o755)
    checklist.chmod(0o644)
    asked = ("--checklist", checklist, "--year", 2026, "--format", "json")
    ran = run("check", folder, *asked, user=user, HOME="/tmp")
    assert ran.code == 1, ran.err
    closed = [file for file in json.loads(ran.out)["files"] if file["unreadable"]]
    assert [(file["path"], file["unreadable"]["code"]) for file in closed] == [("tertutup.pdf", "EC109")]
    folder.chmod(0)
    ran = run("check", folder, *asked, user=user, HOME="/tmp")
    folder.chmod(0o755)
    assert ran.code == 4
    assert "tidak boleh dibaca" in ran.err


def _nobody_can_run() -> bool:
    command = [sys.executable, "-c", "import evidence_check, yaml"]
    try:
        return subprocess.run(command, user=NOBODY, cwd=ROOT, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# ---------------------------------------------------------------- checklist and year


def test_an_unknown_checklist_is_3_and_names_the_known(folder: Path) -> None:
    (folder / "a.txt").write_text("a", "utf-8")
    ran = run("check", folder, "--checklist", "ombudsman-2062", "--year", 2026)
    assert ran.code == 3
    assert "ombudsman-2062" in ran.err and "ombudsman-2026" in ran.err


def test_a_checklist_with_a_typo_is_3_with_file_line_and_a_guess(folder: Path, checklist: Path) -> None:
    (folder / "a.txt").write_text("a", "utf-8")
    checklist.write_text(checklist.read_text("utf-8").replace("any_of", "any_off"), "utf-8")
    ran = run("check", folder, "--checklist", checklist, "--year", 2026)
    assert ran.code == 3
    assert all(words in ran.err for words in ("satu.yaml", "12", "any_off", "any_of"))
    assert not any(f"{name}=" in ran.err for name in ("file", "line", "key"))


def test_a_typo_in_the_office_file_is_3(folder: Path) -> None:
    (folder / "a.txt").write_text("a", "utf-8")
    (folder / "evidence-check.yaml").write_text("format: 1\nofice: Dinas Sosial\n", "utf-8")
    ran = run("check", folder)
    assert ran.code == 3
    assert "evidence-check.yaml" in ran.err and "ofice" in ran.err


def test_no_checklist_and_no_year_are_2(folder: Path, checklist: Path) -> None:
    (folder / "a.txt").write_text("a", "utf-8")
    ran = run("check", folder, "--year", 2026)
    assert ran.code == 2
    assert "--checklist" in ran.err and "ombudsman-2026" in ran.err
    ran = run("check", folder, "--checklist", checklist)
    assert ran.code == 2
    assert "--year" in ran.err


def test_a_year_the_checklist_was_not_made_for_is_3(folder: Path, checklist: Path) -> None:
    (folder / "a.txt").write_text("a", "utf-8")
    ran = run("check", folder, "--checklist", checklist, "--year", 2020)
    assert ran.code == 3
    assert "2020" in ran.err and "2026" in ran.err


# ---------------------------------------------------------------- files


def test_every_bad_file_is_named_with_its_reason_and_the_rest_is_read(folder: Path, checklist: Path) -> None:
    pdf(folder / "baik.pdf", "Maklumat Pelayanan")
    pdf(folder / "terkunci.pdf", "rahasia", "kunci")
    (folder / "nol.pdf").write_bytes(b"")
    whole = (folder / "baik.pdf").read_bytes()
    (folder / "rusak.pdf").write_bytes(whole[:40] + bytes(range(256)) * 4)
    (folder / "bohong.pdf").write_text("ini teks biasa", "utf-8")
    with zipfile.ZipFile(folder / "arsip.zip", "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("dalam/nol.txt", "")
    assert unreadable(folder, checklist) == {
        "arsip.zip/› dalam/nol.txt": "EC103",
        "bohong.pdf": "EC102",
        "nol.pdf": "EC103",
        "rusak.pdf": "EC102",
        "terkunci.pdf": "EC101",
    }


def test_a_lying_suffix_is_read_by_its_content_and_said(folder: Path, checklist: Path) -> None:
    pdf(folder / "sebenarnya pdf.docx", "Maklumat Pelayanan")
    (folder / "sebenarnya gambar.pdf").write_bytes(ONE_PIXEL)
    ran = run("check", folder, "--checklist", checklist, "--year", 2026, "--format", "json", "--no-ocr")
    files = {file["path"]: file for file in json.loads(ran.out)["files"]}
    assert files["sebenarnya pdf.docx"]["kind"] == "pdf"
    assert files["sebenarnya gambar.pdf"]["kind"] == "png"
    assert "EC107" in {finding["code"] for finding in files["sebenarnya pdf.docx"]["findings"]}


def test_links_that_loop_or_lead_out_are_not_followed(folder: Path, checklist: Path, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links need a privilege on Windows")
    (tmp_path / "luar.pdf").write_bytes(b"%PDF-1.4")
    (folder / "putar").symlink_to(folder)
    (folder / "diri").symlink_to(folder / "diri")
    (folder / "keluar.pdf").symlink_to(tmp_path / "luar.pdf")
    assert unreadable(folder, checklist) == dict.fromkeys(("diri", "keluar.pdf", "putar"), "EC111")


def test_names_with_newlines_emoji_and_broken_bytes_stay_one_line(folder: Path, checklist: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux takes any byte in a name")
    names = [os.fsencode("baris\nbaru.txt"), os.fsencode("😀 \u202efdp.txt"), b"rusak\xff\xfe.txt", b"esc\x1b[2J.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"ID3 bukan bukti")
    assert len(unreadable(folder, checklist)) == len(names)
    ran = run("check", folder, "--checklist", checklist, "--year", 2026)
    assert ran.code == 1
    assert "\x1b" not in ran.out and "\u202e" not in ran.out and "😀" in ran.out
    assert "baris\nbaru" not in ran.out


def test_identify_says_what_is_missing_and_goes_on(folder: Path) -> None:
    pdf(folder / "maklumat.pdf", "MAKLUMAT PELAYANAN")
    (folder / "nol.pdf").write_bytes(b"")
    ran = run("identify", folder / "tidak ada.pdf", folder / "maklumat.pdf", folder / "nol.pdf", folder)
    assert ran.code == 2
    assert "tidak ada.pdf" in ran.err and "folder" in ran.err
    assert "maklumat.pdf" in ran.out and "EC103" in ran.out
