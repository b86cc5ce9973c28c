"""`check` on real folders: where reports go, what the exit code says, and that the folder stays as it was."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from command_line import checklist_in, run

MAKLUMAT = """PEMERINTAH KABUPATEN TIRTA KENCANA
DINAS SOSIAL
MAKLUMAT PELAYANAN
Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan
serta akan melakukan perbaikan secara terus-menerus,
dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan.
Tirta Kencana, 5 Januari 2026
KEPALA DINAS SOSIAL
ttd
Rahmat Suryanto"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return the folder of an office that has one maklumat and one file of no interest."""
    from docx import Document

    folder = tmp_path / "Dinas Sosial"
    folder.mkdir()
    document = Document()
    for line in MAKLUMAT.splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "maklumat pelayanan.docx"))
    (folder / "catatan.txt").write_text("bukan bukti", "utf-8")
    checklist = checklist_in(tmp_path)
    own = f"format: 1\noffice: Dinas Sosial\nregion: Kabupaten Tirta Kencana\nchecklist: {checklist}\nyear: 2026\n"
    (folder / "evidence-check.yaml").write_text(own, "utf-8")
    return folder


def state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return the times, sizes and bytes of everything in a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_exit_code_is_0_when_ready_and_1_with_a_gap(office: Path, tmp_path: Path) -> None:
    ready = run("check", office)
    assert ready.code == 0, ready.out + ready.err
    (tmp_path / "lain").mkdir()
    gap = run("check", office, "--checklist", checklist_in(tmp_path / "lain", "skp_tahunan"))
    assert gap.code == 1, gap.out + gap.err


def test_reports_are_written_beside_the_summary_which_names_them(office: Path, tmp_path: Path) -> None:
    page, data, text = tmp_path / "a b.html", tmp_path / "a.json", tmp_path / "a.txt"
    before = state(office)
    ran = run("check", office, "--output", page, "--output", data, "--output", text)
    assert ran.code == 0, ran.err
    assert state(office) == before
    assert all(str(path) in ran.out for path in (page, data, text))
    assert page.read_text("utf-8").lstrip().lower().startswith("<!doctype html>")
    assert json.loads(data.read_text("utf-8"))["checklist"]["id"] == "satu"
    assert "Dinas Sosial" in text.read_text("utf-8")
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["Dinas Sosial", "a b.html", "a.json", "a.txt", "satu.yaml"]


def test_reports_in_office_forms_and_for_scripts_are_written_too(office: Path, tmp_path: Path) -> None:
    from docx import Document
    from openpyxl import load_workbook

    own, place = tmp_path / "kop.docx", tmp_path / "laporan"
    place.mkdir()
    document = Document()
    document.add_paragraph("KOP KANTOR {{office}}")
    document.save(str(own))
    asked = [part for suffix in ("xlsx", "docx", "csv", "xml", "sarif") for part in ("--output", place / f"a.{suffix}")]
    ran = run("check", office, *asked, "--template", own, "--lang", "en")
    assert ran.code == 0, ran.err
    assert Document(str(place / "a.docx")).paragraphs[0].text == "KOP KANTOR Dinas Sosial"
    sheet = load_workbook(place / "a.xlsx")["Working paper"]
    (link,) = {cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert link == "../Dinas%20Sosial/maklumat%20pelayanan.docx"
    assert (place / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfItem,")
    assert b"<testsuites" in (place / "a.xml").read_bytes()
    assert json.loads((place / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("name", "outputs", "code"),
    [("tiada.docx", ["a.docx"], "tidak dapat dibaca"), ("buruk.docx", ["a.docx"], "bukan dokumen Word"),
     ("buruk.docx", ["a.xlsx"], "tidak ada laporan .docx")],
)  # fmt: skip
def test_a_template_is_refused_before_anything_is_read(
    office: Path, tmp_path: Path, name: str, outputs: list[str], code: str
) -> None:
    (tmp_path / "buruk.docx").write_bytes(b"bukan")
    asked = [part for each in outputs for part in ("--output", tmp_path / each)]
    ran = run("check", office, *asked, "--template", tmp_path / name)
    assert ran.code == 2 and code in ran.err and not (tmp_path / outputs[0]).exists()


def test_links_of_the_report_lead_to_the_files(office: Path, tmp_path: Path) -> None:
    from urllib.parse import unquote

    place = tmp_path / "laporan"
    place.mkdir()
    run("check", office, "--output", place / "a.html")
    links = re.findall(r'href="([^"#][^"]*docx)"', (place / "a.html").read_text("utf-8"))
    assert links
    assert all((place / unquote(link)).is_file() for link in links)


@pytest.mark.parametrize("args", [["--output", "-", "--format", "json"], ["--format", "json"]])
def test_json_on_standard_output_stands_alone(office: Path, args: list[str]) -> None:
    ran = run("check", office, *args)
    assert ran.code == 0
    assert ran.err == ""
    assert json.loads(ran.out)["tally"]["total"] == 1


def test_the_same_input_gives_the_same_bytes(office: Path) -> None:
    first, second = (run("check", office, "--format", "json", "--jobs", jobs).out for jobs in (1, 2))
    when = re.compile(r'"checked_at": "[^"]+"')
    assert when.search(first)
    assert when.sub("", first) == when.sub("", second)


def test_the_command_line_overrides_the_office_file(office: Path) -> None:
    ran = run("check", office, "--year", 2025)
    assert ran.code == 3
    assert "2025" in ran.err


def test_english_on_request(office: Path) -> None:
    indonesian, english = run("check", office).out, run("check", office, "--lang", "en").out
    assert "Terpenuhi" in indonesian
    assert english != indonesian
    assert run("check", office, EVIDENCE_CHECK_LANG="en").out == english


# ---------------------------------------------------------------- places that are refused


@pytest.mark.parametrize("inside", ["a.html", "./../Dinas Sosial/a.html", "sub/a.html"])
def test_a_report_inside_the_folder_is_2_and_not_written(office: Path, inside: str) -> None:
    (office / "sub").mkdir()
    before = state(office)
    ran = run("check", office, "--output", office / inside)
    assert ran.code == 2
    assert "di dalam folder" in ran.err and ran.out == ""
    assert state(office) == before


def test_a_link_into_the_folder_is_inside_too(office: Path, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links need a privilege on Windows")
    (tmp_path / "jalan").symlink_to(office)
    (tmp_path / "laporan.html").symlink_to(office / "laporan.html")
    assert run("check", office, "--output", tmp_path / "jalan" / "a.html").code == 2
    assert run("check", office, "--output", tmp_path / "laporan.html").code == 2
    assert run("check", tmp_path / "jalan", "--output", office / "a.html").code == 2
    assert not (office / "laporan.html").exists() and not (office / "a.html").exists()


def test_a_report_inside_is_written_when_asked(office: Path) -> None:
    ran = run("check", office, "--output", office / "a.html", "--allow-inside")
    assert ran.code == 0, ran.err
    assert (office / "a.html").is_file()


def test_a_folder_beside_with_the_same_beginning_is_not_inside(office: Path, tmp_path: Path) -> None:
    beside = tmp_path / "Dinas Sosial laporan"
    beside.mkdir()
    assert run("check", office, "--output", beside / "a.html").code == 0


@pytest.mark.parametrize(("name", "words"), [("tidak/a.html", "foldernya tidak ada"), ("ada.html", "sebuah folder")])
def test_a_report_that_cannot_be_written_is_6(office: Path, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "ada.html").mkdir()
    ran = run("check", office, "--output", tmp_path / name)
    assert ran.code == 6
    assert words in ran.err and ran.out == ""


@pytest.mark.parametrize("name", ["a.pdf", "a", "a."])
def test_an_unknown_suffix_is_2_and_names_the_known(office: Path, tmp_path: Path, name: str) -> None:
    ran = run("check", office, "--output", tmp_path / name)
    assert ran.code == 2
    assert ".html" in ran.err and ".json" in ran.err


def test_a_file_without_a_known_suffix_takes_the_format(office: Path, tmp_path: Path) -> None:
    assert run("check", office, "--output", tmp_path / "hasil", "--format", "json").code == 0
    assert json.loads((tmp_path / "hasil").read_text("utf-8"))["tally"]["total"] == 1


# ---------------------------------------------------------------- other commands


def test_identify_tells_type_reasons_and_places(office: Path) -> None:
    ran = run("identify", office / "maklumat pelayanan.docx")
    assert ran.code == 0, ran.err
    assert "[maklumat]" in ran.out and "hlm. 1" in ran.out
    assert re.search(r"^ +\+\d\.\d\d  ", ran.out, re.MULTILINE)


def test_identify_as_json_has_the_shape_of_the_report(office: Path) -> None:
    file = office / "maklumat pelayanan.docx"
    (found,) = json.loads(run("identify", "--format", "json", file).out)
    reported = json.loads(run("check", office, "--format", "json").out)["files"]
    (same,) = [each for each in reported if each["path"] == found["path"]]
    assert found["documents"] == same["documents"]
    assert found["documents"][0]["type"] == "maklumat"


def test_doctor_is_5_when_something_needed_is_missing(tmp_path: Path) -> None:
    import subprocess

    from command_line import ROOT

    program = "import sys; from evidence_check.cli import doctor, main; "
    program += "doctor.LIBRARIES += ('pustaka-yang-tidak-ada',); sys.exit(main.main(['doctor']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 5
    assert "pip install pustaka-yang-tidak-ada" in done.stdout


def test_progress_is_shown_only_to_a_terminal(office: Path) -> None:
    assert run("check", office).err == ""
    if os.name == "nt":
        pytest.skip("no pseudo-terminal on Windows")
    import pty
    import subprocess

    from command_line import ROOT

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "evidence_check", "check", str(office), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    assert done.returncode == 0
    told = os.read(ours, 100_000)
    assert b"Membaca berkas 0 dari 2" in told
    assert b"Membaca berkas 1 dari 2 (1 halaman): maklumat pelayanan.docx" in told
    os.close(ours)
