"""The cache as a person meets it: the same result always, faster, and nothing lost however a run ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from command_line import ROOT, Ran, checklist_in, heeds_ctrl_c, run
from reads import needs_tesseract
from scans import SK, page_image, scan_pdf, text_pdf

from evidence_check.store import place
from evidence_check.store.database import connect

MANY = 5
TELLING = "Simpanan hasil baca"
posix = pytest.mark.skipif(os.name == "nt", reason="no such signals or limits there")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return the folder of an office with a few papers."""
    return office_in(tmp_path, 2)


@pytest.fixture
def slow_office(tmp_path: Path) -> Path:
    """Return the folder of an office with papers that take a moment to read."""
    return office_in(tmp_path, 60)


def office_in(tmp_path: Path, pages: int) -> Path:
    folder = tmp_path / "Dinas Sosial"
    folder.mkdir()
    data = text_pdf(tmp_path / "satu.pdf", (SK,) * pages).read_bytes()
    for number in range(MANY):
        (folder / f"sk-{number}.pdf").write_bytes(data + b"\n%" + str(number).encode())
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7\nhanya judul")
    own = f"format: 1\noffice: Dinas Sosial\nchecklist: {checklist_in(tmp_path)}\nyear: 2026\n"
    (folder / "evidence-check.yaml").write_text(own, "utf-8")
    return folder


def said(ran: Ran) -> dict[str, object]:
    """Return the report of a run, without the time it was made."""
    report: dict[str, object] = json.loads(ran.out)
    del report["checked_at"]
    return report


def check(folder: Path, *args: object) -> Ran:
    return run("check", folder, "--format", "json", *args)


def rows(file: Path, what: str = "result") -> dict[str, int]:
    """Return every entry of a sort with its row, which is another one as soon as it is written again."""
    if not file.is_file():
        return {}
    with closing(sqlite3.connect(file)) as link:
        try:
            return dict(link.execute("SELECT key, rowid FROM entry WHERE what = ?", (what,)))
        except sqlite3.Error:
            return {}


@pytest.fixture
def file(cache_folder: Path) -> Path:
    return cache_folder / place.FILE


def begun(folder: Path, *args: str) -> subprocess.Popen[str]:
    """Start a check in the background."""
    command = [sys.executable, "-m", "evidence_check", "check", str(folder), "--format", "json", "--jobs", "1", *args]
    return subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=None if os.name == "nt" else heeds_ctrl_c,
    )  # fmt: skip


def wait_for(file: Path, count: int, what: str = "result") -> dict[str, int]:
    """Wait until so many results are kept, and return them."""
    for _ in range(1200):
        if len(found := rows(file, what)) >= count:
            return found
        time.sleep(0.05)
    raise AssertionError("nothing was kept in a minute")


def test_the_second_run_says_the_same_and_reads_nothing(office: Path, file: Path) -> None:
    fresh = check(office, "--no-cache")
    assert not file.exists()
    first = check(office)
    kept = rows(file)
    second = check(office)
    assert said(fresh) == said(first) == said(second)
    assert (fresh.code, fresh.err) == (second.code, second.err)
    assert len(kept) == MANY + 1
    assert rows(file) == kept


def test_moved_and_renamed_files_are_not_read_again(office: Path, file: Path) -> None:
    check(office)
    kept = rows(file)
    (office / "IN-01").mkdir()
    for path in list(office.glob("sk-*.pdf")):
        path.rename(office / "IN-01" / path.name.replace("sk", "keputusan"))
    moved = check(office)
    assert rows(file) == kept
    assert said(moved) == said(check(office, "--no-cache"))
    assert "sk-1.pdf" not in moved.out


def test_a_run_killed_in_the_middle_loses_at_most_the_file_in_hand(slow_office: Path, file: Path) -> None:
    process = begun(slow_office)
    wait_for(file, 2)
    process.kill()
    process.communicate()
    time.sleep(0.3)
    kept = rows(file)
    again = check(slow_office)
    after = rows(file)
    assert 2 <= len(kept) <= len(after) == MANY + 1
    assert kept.items() <= after.items()
    assert again.err == ""
    assert said(again) == said(check(slow_office, "--no-cache"))


@needs_tesseract
def test_a_run_killed_in_the_middle_of_a_scan_loses_at_most_the_page_in_hand(tmp_path: Path, file: Path) -> None:
    folder = office_in(tmp_path, 1)
    for path in folder.glob("sk-*.pdf"):
        path.unlink()
    pages = 6
    scan_pdf(folder / "pindai.pdf", [page_image((*SK, f"Halaman {number}"), dpi=100) for number in range(pages)])
    process = begun(folder)
    wait_for(file, 2, "page")
    process.kill()
    process.communicate()
    time.sleep(0.3)
    kept = rows(file, "page")
    assert 2 <= len(kept) < pages
    again = check(folder)
    after = rows(file, "page")
    assert len(after) == pages
    assert kept.items() <= after.items()
    assert said(again) == said(check(folder, "--no-cache"))


@posix
def test_ctrl_c_keeps_what_is_done_and_says_so(slow_office: Path, file: Path) -> None:
    process = begun(slow_office)
    wait_for(file, 2)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert f"Hasil baca {len(rows(file))} dari {MANY + 1} berkas tersimpan" in errors
    assert "Traceback" not in errors
    assert said(check(slow_office)) == said(check(slow_office, "--no-cache"))


def test_two_runs_at_once_on_one_cache(slow_office: Path, file: Path) -> None:
    both = [begun(slow_office), begun(slow_office)]
    ends = [each.communicate(timeout=120) for each in both]
    reports = [said(Ran(each.returncode, *end)) for each, end in zip(both, ends, strict=True)]
    assert [errors for _, errors in ends] == ["", ""]
    assert reports[0] == reports[1] == said(check(slow_office, "--no-cache"))
    assert len(rows(file)) == MANY + 1


def test_a_damaged_cache_is_set_aside_with_a_warning(office: Path, file: Path) -> None:
    check(office)
    file.write_bytes(b"rusak" * 10_000)
    ran = check(office)
    assert f"{TELLING} rusak dan disisihkan" in ran.err and ran.err.count("\n") == 1
    assert Path(f"{file}{place.ASIDE}1").read_bytes().startswith(b"rusak")
    assert said(ran) == said(check(office, "--no-cache"))
    assert check(office).err == "" and len(rows(file)) == MANY + 1


def test_a_cache_in_use_for_too_long_is_done_without(office: Path, file: Path) -> None:
    check(office)
    for path in office.glob("sk-*.pdf"):
        path.write_bytes(path.read_bytes() + b" ")
    with closing(connect(file)) as link:
        link.execute("BEGIN IMMEDIATE")
        ran = check(office)
    assert f"{TELLING} sedang dipakai proses lain" in ran.err and ran.err.count("\n") == 1
    assert said(ran) == said(check(office, "--no-cache"))


@posix
def test_a_full_disk_is_told_and_gone_on_without(office: Path, file: Path) -> None:
    import resource

    command = [sys.executable, "-m", "evidence_check", "check", str(office), "--format", "json"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
    )  # fmt: skip
    assert f"{TELLING} tidak dapat ditulis" in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert said(Ran(done.returncode, done.stdout, "")) == said(check(office, "--no-cache"))
    assert check(office).err == "" and len(rows(file)) == MANY + 1


def test_the_place_is_the_option_then_the_environment(office: Path, file: Path, tmp_path: Path) -> None:
    check(office, "--cache-dir", tmp_path / "sini")
    assert rows(tmp_path / "sini" / place.FILE) and not file.exists()


def test_a_cache_in_the_folder_of_the_office_is_refused(office: Path) -> None:
    ran = check(office, "--cache-dir", office / "simpanan")
    assert ran.code == 2 and "--cache-dir" in ran.err
    assert not (office / "simpanan").exists()


def test_verify_sees_what_size_and_time_do_not_tell(office: Path, file: Path) -> None:
    check(office)
    with closing(connect(file)) as link:
        link.execute("UPDATE seen SET sha = ?", ("0" * 64,))
    with closing(connect(file)) as link:
        assert link.execute("SELECT count(*) FROM seen").fetchone()[0] == MANY + 1
    wrong = said(check(office))
    right = said(check(office, "--verify"))
    assert right == said(check(office, "--no-cache"))
    assert wrong != right


def test_identify_uses_it_too_and_keeps_files_of_one_name_apart(office: Path, tmp_path: Path, file: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    text_pdf(other / "sk-1.pdf", (("MAKLUMAT PELAYANAN", "Dinas Sosial"),))
    files = (office / "sk-1.pdf", other / "sk-1.pdf")
    first = run("identify", *files, "--format", "json")
    kept = rows(file)
    assert len(kept) == 2
    assert run("identify", *files, "--format", "json").out == first.out
    assert run("identify", *files, "--format", "json", "--no-cache").out == first.out
    assert rows(file) == kept


def test_info_tells_place_size_entries_and_whose_it_is(office: Path, file: Path) -> None:
    empty = run("cache", "info")
    assert empty.code == 0 and "masih kosong" in empty.out and not file.exists()
    check(office)
    told = run("cache", "info", "--lang", "en")
    assert told.code == 0
    assert str(file) in told.out and f"{MANY + 1} results for {MANY + 1} files" in told.out
    assert f"Oldest: {time.strftime('%Y-')}" in told.out and "personal data" in told.out


def test_clear_one_folder_or_everything(office: Path, tmp_path: Path, file: Path) -> None:
    check(office)
    (tmp_path / "lain").mkdir()
    assert "0 berkas" in run("cache", "clear", tmp_path / "lain").out
    assert f"{MANY + 1} berkas" in run("cache", "clear", office).out
    assert rows(file) == {}
    check(office)
    assert f"{MANY + 1} berkas" in run("cache", "clear").out
    assert rows(file) == {}


def test_purge_deletes_the_file_even_a_damaged_one(office: Path, file: Path) -> None:
    check(office)
    file.write_bytes(b"rusak" * 10_000)
    told = run("cache", "info")
    assert told.code == 6 and "cache purge" in told.err and "rusak" in told.err
    assert run("cache", "clear").code == 6
    assert run("cache", "purge").code == 0
    assert list(file.parent.iterdir()) == []
