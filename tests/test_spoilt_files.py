"""What fuzzing found, each as the smallest file that shows it; and a disk that is full."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pdf_bombs
import pytest
from bombs import packed
from compound import compound
from reads import outcome
from reportlab.lib import pdfencrypt
from scans import text_pdf

from evidence_check.executors.processes import Processes
from evidence_check.folder import look_at
from evidence_check.model.files import File, Unreadable


def record(kind: int, data: bytes) -> bytes:
    """Return one record of an old workbook."""
    return struct.pack("<HH", kind, len(data)) + data


BEGIN, END = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), record(0x0A, b"")


def through_a_worker(path: Path) -> object:
    """Return what a worker makes of a file; one that died is a `Failure`."""
    (result,) = Processes(1).map(outcome, [path], seconds=60)
    return result


def test_workbook_with_a_record_cut_short_is_damaged(tmp_path: Path) -> None:
    compound(tmp_path / "a.xls", {"Workbook": BEGIN + record(0x42, b"") + END})
    result = through_a_worker(tmp_path / "a.xls")
    assert isinstance(result, Unreadable)
    assert result.reason.code == "EC102"


def test_workbook_in_a_box_that_goes_in_circles_is_damaged(tmp_path: Path) -> None:
    path = compound(tmp_path / "a.xls", {"Workbook": BEGIN + END})
    data = bytearray(path.read_bytes())
    small, table = struct.unpack_from("<I", data, 60)[0], struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, 512 * (1 + table) + 4 * small, small)
    path.write_bytes(data)
    result = through_a_worker(path)
    assert isinstance(result, Unreadable)
    assert dict(result.reason.params) == {"detail": "OLE"}


def test_workbook_whose_directory_slipped_is_damaged(tmp_path: Path) -> None:
    path = compound(tmp_path / "a.xls", {"Workbook": (BEGIN + END).ljust(9000, b"\0")})
    data = path.read_bytes()
    path.write_bytes(data[:600] + data[700:])
    result = through_a_worker(path)
    assert isinstance(result, Unreadable)
    assert result.reason.code == "EC102"


@pytest.mark.parametrize("name", ["a.doc", "a.ppt", "a.msg"])
def test_cut_off_box_is_damaged_and_no_fault_of_ours(name: str, tmp_path: Path) -> None:
    stream = {"a.doc": "WordDocument", "a.ppt": "PowerPoint Document", "a.msg": "__properties_version1.0"}[name]
    path = compound(tmp_path / name, {stream: bytes(9000)})
    path.write_bytes(path.read_bytes()[:1600])
    result = outcome(path)
    assert isinstance(result, Unreadable)
    assert result.reason.code == "EC102"
    assert dict(result.reason.params)["detail"] != "AttributeError"


def test_spoilt_name_of_a_kind_does_not_end_the_walk(tmp_path: Path) -> None:
    data = bytearray(packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}))
    at = data.index(b"mimetype") + len("mimetype")
    data[at : at + 8] = b"\xff" * 8
    (tmp_path / "a.odt").write_bytes(data)
    file = look_at(tmp_path / "a.odt", tmp_path)
    assert isinstance(file, File)
    assert file.kind == "odt"


def test_damaged_pdf_is_not_called_locked_because_the_one_before_was(tmp_path: Path) -> None:
    """PDFium sets no error for a file without pages, and keeps that of the file before."""
    locked = text_pdf(tmp_path / "kunci.pdf", encrypt=pdfencrypt.StandardEncryption("rahasia", ownerPassword="p"))
    pdf_bombs.pdf(tmp_path / "rusak.pdf", [b"<</Type/Catalog>>"])
    alone = outcome(tmp_path / "rusak.pdf")
    before = outcome(locked)
    assert isinstance(before, Unreadable)
    assert before.reason.code == "EC101"
    assert outcome(tmp_path / "rusak.pdf") == alone


FULL = """
import json, resource, sys
from pathlib import Path
from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.pipeline import contents_of
if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    contents, unreadable = contents_of([Path(name) for name in sys.argv[1:]], ReadSettings(ocr=False), Processes(1), 60)
    told = {each.file.path: "" for each in contents} | {each.file.path: each.reason.code for each in unreadable}
    print(json.dumps(told, sort_keys=True))
"""


@pytest.fixture
def spool() -> Iterator[Path]:
    """Return a folder for what is unpacked, its name short enough for the sockets of workers that lie in it too."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files is not limited there")
@pytest.mark.parametrize("kind", ["zip", "7z"])
def test_full_disk_costs_the_archive_that_fills_it(kind: str, tmp_path: Path, spool: Path) -> None:
    large = os.urandom(3_000_000).hex().encode()
    first = tmp_path / f"besar.{kind}"
    if kind == "zip":
        packed({"awal.txt": b"Surat", "besar.txt": large}, first)
    else:
        import py7zr

        with py7zr.SevenZipFile(first, "w") as archive:
            archive.writestr(large, "besar.txt")
    packed({"surat.txt": b"Surat"}, tmp_path / "kecil.zip")
    script = tmp_path / "baca.py"
    script.write_text(FULL)
    environment = {**os.environ, "TMPDIR": str(spool), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, str(script), str(first), str(tmp_path / "kecil.zip")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f'{{"besar.{kind}": "EC125", "kecil.zip/\\u203a surat.txt": ""}}'
    assert list(spool.iterdir()) == []
