"""A report is written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from evidence_check.errors import ReportError
from evidence_check.report.writing import write


def test_a_report_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "laporan.html"
    write(b"lama", target)
    write(b"baru", target)
    assert target.read_bytes() == b"baru"
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_of_a_replaced_report_stays(tmp_path: Path) -> None:
    target = tmp_path / "laporan.html"
    write(b"lama", target)
    assert target.stat().st_mode & 0o777 == 0o644
    target.chmod(0o600)
    write(b"baru", target)
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["tiada/laporan.html", "berkas/laporan.html"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(ReportError) as caught:
        write(b"x", tmp_path / name)
    assert caught.value.exit_code == 6 and caught.value.code == "report_cannot_write"
    assert dict(caught.value.params)["path"] == str(tmp_path / name)


def test_a_folder_of_that_name_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "laporan.html").mkdir()
    with pytest.raises(ReportError):
        write(b"x", tmp_path / "laporan.html")
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.html"]


def test_a_failed_write_leaves_the_old_report(tmp_path: Path) -> None:
    target = tmp_path / "laporan.html"
    write(b"lama", target)
    with pytest.raises(TypeError):
        write("teks, bukan bita", target)  # type: ignore[arg-type]
    assert target.read_bytes() == b"lama"
    assert os.listdir(tmp_path) == ["laporan.html"]
