"""Odd, damaged and hostile files from the test suites of others: each ends as read or with a reason, in time.

Every eighth file by default; all of them with EVIDENCE_CHECK_SLOW=1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Failure
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import real_path, walk
from evidence_check.model.files import Content, File, ReadAs, Unreadable

FOLDER = Path(__file__).parents[2] / "shared" / "corpus" / "awkward"
SECONDS = 120
ALL = os.environ.get("EVIDENCE_CHECK_SLOW") == "1"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared corpus is not on this machine")


def outcome(file: File) -> Content | Unreadable:
    """Return what becomes of a file; OCR only on its first pages, so that the run stays short."""
    settings = ReadSettings(max_ocr_pages=3, long_scan_first=1, long_scan_last=0)
    return read(Path(real_path(FOLDER, file.path)), file, settings)


def test_every_file_ends_as_content_or_with_a_reason() -> None:
    listing = walk(FOLDER)
    files = listing.files if ALL else listing.files[::8]
    results = list(Processes().map(outcome, files, seconds=SECONDS))
    failures = {file.path: result for file, result in zip(files, results, strict=True) if isinstance(result, Failure)}
    assert failures == {}
    assert len(results) == len(files)
    for result in results:
        assert isinstance(result, Content | Unreadable)
        if isinstance(result, Content):
            assert all(page.text == "" or page.text.encode("utf-8") for page in result.pages)
            assert all(0.0 <= page.confidence <= 1.0 for page in result.pages)
            assert all(page.problem or result.findings for page in result.pages if page.read_as is ReadAs.UNREAD)


def test_two_workers_say_what_one_says() -> None:
    files = walk(FOLDER).files[:: 1 if ALL else 25]
    one, two = (list(Processes(jobs).map(outcome, files, seconds=SECONDS)) for jobs in (1, 2))
    assert one == two


SCRIPT = """
import sys
import time
from pathlib import Path
from evidence_check.executors.processes import Processes
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import walk
from evidence_check.pipeline import contents_of
if __name__ == "__main__":
    root = Path(sys.argv[1])
    paths = [root / file.path for file in walk(root).files[::40]]
    contents_of(paths, ReadSettings(ocr=False), Processes(2), 60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_no_process_outlives_the_run(tmp_path: Path) -> None:
    script = tmp_path / "baca.py"
    script.write_text(SCRIPT)
    mark = {"EVIDENCE_CHECK_MARK": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, str(script), str(FOLDER)], env={**os.environ, **mark}, check=True)
    deadline = time.monotonic() + 15
    while (left := marked(str(tmp_path))) and time.monotonic() < deadline:
        time.sleep(0.1)  # those that start workers end by themselves when nobody is there to ask
    assert left == []


def marked(mark: str) -> list[Path]:
    """Return the processes that carry a mark in their environment."""
    return [each for each in Path("/proc").glob("[0-9]*/environ") if _marked(each, mark)]


def _marked(environ: Path, mark: str) -> bool:
    try:
        return f"EVIDENCE_CHECK_MARK={mark}".encode() in environ.read_bytes()
    except OSError:
        return False
