"""`--seconds`, `--memory` and `--max-pages`: what one file may cost, on every command that reads."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import bombs
import pdf_bombs
import pytest
from command_line import run
from scans import text_pdf


def told(path: Path, *args: object) -> list[str]:
    """Return the codes `read` names for a file."""
    said = json.loads(run("read", path, "--format", "json", *args).out)
    return [each["code"] for each in [said["unreadable"], *said["findings"]] if each]


def test_pages_beyond_the_limit_are_named(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf", (("Surat",),) * 5)
    assert told(path, "--max-pages", 3) == ["EC117"]
    assert told(path, "--max-pages", 5) == []


def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    pdf_bombs.busy(tmp_path / "a.pdf")
    assert told(tmp_path / "a.pdf", "--seconds", 1) == ["EC105"]


@pytest.mark.skipif(sys.platform == "win32", reason="memory of a process is not limited there")
def test_what_takes_too_much_memory_is_given_up_and_read_with_more(tmp_path: Path) -> None:
    bombs.far_docx(tmp_path / "a.docx")
    assert told(tmp_path / "a.docx", "--memory", 1024, "--max-pages", 10) == ["EC110"]
    assert told(tmp_path / "a.docx", "--memory", 4096, "--max-pages", 10) == ["EC117"]


@pytest.mark.parametrize("option", ["--seconds", "--memory", "--max-pages"])
@pytest.mark.parametrize("value", ["0", "-1", "banyak", "1.5", "99999999999"])
@pytest.mark.parametrize("command", ["check", "identify", "read"])
def test_limits_that_make_no_sense_are_usage_errors(option: str, value: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Surat")
    ran = run(command, tmp_path if command == "check" else tmp_path / "a.txt", option, value)
    assert ran.code == 2
    assert option in ran.err
