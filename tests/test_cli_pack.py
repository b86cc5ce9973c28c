"""`pack` and `verify` as a person runs them: a package is made whole or not at all, and one changed byte is named."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from command_line import checklist_in, run
from packages import pdf_of

MAKLUMAT = """PEMERINTAH KABUPATEN TIRTA KENCANA
DINAS SOSIAL
MAKLUMAT PELAYANAN
Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan
serta akan melakukan perbaikan secara terus-menerus,
dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan.
Tirta Kencana, 5 Januari 2026
KEPALA DINAS SOSIAL
ttd
Rahmat Suryanto""".splitlines()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return the folder of an office whose maklumat lies in an archive, with the hotline of a person in its name."""
    folder = tmp_path / "Dinas Sosial"
    folder.mkdir()
    with zipfile.ZipFile(folder / "kiriman.zip", "w") as archive:
        archive.writestr("dalam/maklumat 081234567890.pdf", pdf_of(MAKLUMAT))
    (folder / "catatan.txt").write_text("bukan bukti", "utf-8")
    own = "format: 1\noffice: Dinas Sosial\nregion: Kabupaten Tirta Kencana\nyear: 2026\n"
    (folder / "evidence-check.yaml").write_text(f"{own}checklist: {checklist_in(tmp_path)}\n", "utf-8")
    return folder


def test_pack_then_change_one_byte_then_verify_names_it(office: Path, tmp_path: Path) -> None:
    target = tmp_path / "berkas.zip"
    made = run("pack", office, "--output", target, "--marked")
    assert made.code == 0, made.out + made.err
    assert made.err == "" and "1 folder, 1 dokumen" in made.out and "1 salinan bertanda" in made.out
    (mark,) = re.findall(r"\b[0-9a-f]{64}\b", made.out)
    same = run("verify", target, "--fingerprint", mark)
    assert same.code == 0, same.out
    assert "Tidak berubah" in same.out and mark in same.out
    with zipfile.ZipFile(target) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("/01 maklumat 0812xxxxxx90.pdf"))
        assert archive.read(name) == pdf_of(MAKLUMAT)
        info = archive.getinfo(name)
    data = bytearray(target.read_bytes())
    data[info.header_offset + 30 + len(name.encode()) + info.file_size // 2] ^= 1
    target.write_bytes(data)
    changed = run("verify", target, "--fingerprint", mark)
    assert changed.code == 1
    assert "EC601" in changed.out and name in changed.out and "BERUBAH" in changed.out
    assert "CHANGED" in run("verify", target, "--lang", "en").out


def test_the_package_holds_the_reports_of_the_check(office: Path, tmp_path: Path) -> None:
    run("pack", office, "--output", tmp_path / "a.zip", "--date", "2026-11-26", "--lang", "en")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        report = json.loads(archive.read("00 Report/report.json"))
        page = archive.read("00 Report/report.html").decode()
        members = {each["path"] for each in json.loads(archive.read("manifest.json"))["members"]}
        assert members | {"manifest.json"} == set(archive.namelist())
        everything = b"".join(archive.read(each) for each in archive.namelist()) + str(archive.namelist()).encode()
    assert report["checklist"]["id"] == "satu" and "26 November 2026" in page
    assert str(tmp_path).encode() not in everything and b"081234567890" not in everything


def test_the_same_day_gives_the_same_bytes(office: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert run("pack", office, "--output", tmp_path / name, "--date", "2026-11-26", "--no-cache").code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_package_is_refused_where_a_report_would_be(office: Path, tmp_path: Path) -> None:
    assert run("pack", office, "--output", office / "a.zip").code == 2
    assert run("pack", office, "--output", tmp_path / "a.rar").code == 2
    assert run("pack", office, "--output", tmp_path / "tiada" / "a.zip").code == 6
    assert run("pack", office, "--output", tmp_path / "a.zip", "--date", "26-11-2026").code == 2
    assert run("pack", office).code == 2
    (tmp_path / "lama.zip").write_bytes(b"lama")
    assert run("pack", office, "--output", tmp_path / "lama.zip").code == 2
    assert (tmp_path / "lama.zip").read_bytes() == b"lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Dinas Sosial", "lama.zip", "satu.yaml"]
    assert sorted(path.name for path in office.iterdir()) == ["catatan.txt", "evidence-check.yaml", "kiriman.zip"]


def test_a_gap_is_told_by_the_exit_code_and_in_the_package(office: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    other = checklist_in(tmp_path / "lain", "skp_tahunan")
    ran = run("pack", office, "--output", tmp_path / "a.zip", "--checklist", other)
    assert ran.code == 1 and "1 folder, 0 dokumen" in ran.out
    assert run("verify", tmp_path / "a.zip").code == 0


@pytest.mark.parametrize(("name", "words"), [("tiada.zip", "tidak ditemukan"), ("rusak.zip", "bukan paket ZIP"),
                                             ("polos.zip", "manifest.json")])  # fmt: skip
def test_what_is_no_package_is_4(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "rusak.zip").write_bytes(b"rusak")
    with zipfile.ZipFile(tmp_path / "polos.zip", "w") as archive:
        archive.writestr("a", "b")
    ran = run("verify", tmp_path / name)
    assert ran.code == 4 and words in ran.err and ran.out == ""
