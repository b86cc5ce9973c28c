"""The one door: help, versions, and an exit code with one sentence for every way to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import ROOT, heeds_ctrl_c, run

HEAVY = ("spacy", "pypdfium2", "pdfplumber", "tesserocr", "numpy", "jinja2", "rapidfuzz", "lxml", "docx", "PIL")


@pytest.mark.parametrize("args", [["--help"], [], ["check", "--help"], ["--version"], ["explain", "EC101"]])
def test_light_commands_import_nothing_heavy(args: list[str]) -> None:
    program = f"""
import sys
from evidence_check.cli.main import main
code = main({args!r})
print([name for name in {HEAVY!r} if name in sys.modules], code)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0"


def test_help_names_every_command_in_both_languages() -> None:
    indonesian, english = run("--help"), run("--help", "--lang", "en")
    for name in ("check", "identify", "demo", "doctor", "explain"):
        assert f"\n  {name} " in indonesian.out
        assert f"\n  {name} " in english.out
    assert "Pemakaian:" in indonesian.out and "Pilihan:" in indonesian.out and "Perintah:" in indonesian.out
    assert "Usage:" in english.out and "Options:" in english.out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["chek"], "check"),
        (["check"], "FOLDER"),
        (["check", "--bogus", "x"], "--bogus"),
        (["check", "x", "--year", "dua"], "--year"),
        (["check", "x", "--year", "3000"], "--year"),
        (["check", "x", "--format", "pdf"], "--format"),
        (["check", "x", "--jobs", "-1"], "--jobs"),
        (["check", "x", "y"], "y"),
        (["check", "x", "--output"], "--output"),
        (["--lang", "xx", "doctor"], "--lang"),
        (["identify"], "BERKAS"),
        (["explain", "EC999"], "EC999"),
        (["explain", "201"], "EC201"),
        (["bo\nhong\x1b[2J"], "bo‹U+000A›hong"),
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_2(args: list[str], words: str) -> None:
    ran = run(*args)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("Gagal: ") and words in ran.err
    assert "\x1b" not in ran.err


def test_explain_tells_meaning_and_advice_of_several_codes() -> None:
    ran = run("explain", "ec101", "EC302")
    assert ran.code == 0
    assert ran.out.count("Arti: ") == ran.out.count("Yang harus dilakukan: ") == 2
    assert "EC101" in ran.out and "EC302" in ran.out


def test_explain_without_codes_lists_every_code() -> None:
    from evidence_check.messages.catalog import load

    listed = [line.split()[0] for line in run("explain").out.splitlines()]
    assert listed == list(load("id").codes())


def test_a_bug_is_one_sentence_a_file_of_details_and_70(tmp_path: Path) -> None:
    program = """
import sys
from evidence_check.cli import explain, main
def broken(wording):
    raise RuntimeError("secret of the bug")
explain.command = broken
sys.exit(main.main(["explain"]))
"""
    home = {**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-c", program]
    quiet = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)
    assert quiet.returncode == 70
    assert "Traceback" not in quiet.stderr and "secret" not in quiet.stderr and "RuntimeError" in quiet.stderr
    details = Path(quiet.stderr.strip().splitlines()[-1].rpartition(" ")[2])
    assert details.is_relative_to(tmp_path) and "secret of the bug" in details.read_text("utf-8")
    debug = {**home, "EVIDENCE_CHECK_DEBUG": "1"}
    loud = subprocess.run(command, cwd=ROOT, env=debug, capture_output=True, text=True, check=False)
    assert loud.returncode == 70 and "Traceback" in loud.stderr


def test_a_full_disk_behind_standard_output_is_6() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "evidence_check", "explain"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 6
    assert b"Traceback" not in done.stderr and b"Gagal" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals reach a process group on POSIX only")
def test_ctrl_c_is_one_sentence_and_130(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text("bukan bukti " * 400 * (number + 1), "utf-8")
    (tmp_path / "evidence-check.yaml").write_text("format: 1\nchecklist: ombudsman-2026\nyear: 2026\n", "utf-8")
    child = subprocess.Popen(
        [sys.executable, "-m", "evidence_check", "check", str(tmp_path)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=heeds_ctrl_c,
    )  # fmt: skip
    time.sleep(0.35)
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "Traceback" not in err
