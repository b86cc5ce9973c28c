"""Spoilt files of every kind, through the real workers: each ends as content or with a reason, none kills its reader.

`EVIDENCE_CHECK_FUZZ_SECONDS` says for how long (20), `EVIDENCE_CHECK_FUZZ_SEED` which files (1). A failure names
the file it began with, the seed and the number: `spoilt(name, seed, number)` makes the same bytes again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest
from seeds import SEEDS
from spoiling import LARGEST, spoiled

from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Failure
from evidence_check.extract import EXTRACTORS, OPENERS
from evidence_check.extract.opening import open_up
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import look_at
from evidence_check.model.files import Content, File, Page, ReadAs, Unreadable

SECONDS = float(os.environ.get("EVIDENCE_CHECK_FUZZ_SECONDS", "20"))
SEED = os.environ.get("EVIDENCE_CHECK_FUZZ_SEED", "1")
ONE_FILE = 40.0
AWKWARD = Path(__file__).parents[2] / "shared" / "corpus" / "awkward"
SETTINGS = ReadSettings(ocr=False, max_members=30)
PICTURES = ReadSettings(max_ocr_pages=1, long_scan_first=1, long_scan_last=0)


@dataclass(frozen=True, slots=True)
class Case:
    """One spoilt file, by what makes it again."""

    name: str
    seed: str
    number: int


@cache
def honest(folder: Path) -> dict[str, bytes]:
    """Return the files to begin with: those made here and, where it is, the awkward corpus."""
    found = {}
    for name, write in SEEDS.items():
        write(folder / name)
        found[name] = (folder / name).read_bytes()
    for path in sorted(AWKWARD.rglob("*")) if AWKWARD.is_dir() else []:
        if path.is_file() and path.stat().st_size <= LARGEST and path.suffix != ".csv":
            found[path.relative_to(AWKWARD).as_posix()] = path.read_bytes()
    return found


def spoilt(case: Case, folder: Path) -> bytes:
    """Return the bytes of a case."""
    random = Random(f"{case.seed}/{case.name}/{case.number}")
    files = honest(folder)
    kin = [name for name in sorted(files) if Path(name).suffix == Path(case.name).suffix]
    return spoiled(files[case.name], files[random.choice(kin)], random)


def cases(folder: Path, seed: str, until: float) -> Iterator[Case]:
    """Yield cases, every file of those to begin with in turn, until the time is over."""
    number = 0
    while True:
        for name in honest(folder):
            if time.monotonic() > until:
                return
            yield Case(name, seed, number)
        number += 1


def wrong_with(folder: Path, case: Case) -> str:
    """Return what is wrong with what becomes of a case, empty when nothing is."""
    own = folder / str(os.getpid())
    own.mkdir(exist_ok=True)
    path = own / f"berkas{Path(case.name).suffix}"
    path.write_bytes(spoilt(case, folder))
    file = look_at(path, own)
    if not isinstance(file, File):
        return ""
    faults = []
    if file.kind in EXTRACTORS:
        pictures = EXTRACTORS[file.kind].endswith("read_image")
        result = read(path, file, PICTURES if pictures else SETTINGS)
        faults += [_fault(result)]
    if file.kind in OPENERS:
        opened = open_up(path, file, SETTINGS, own)
        faults += [_fault(each) for each in opened.unreadable]
        faults += [_fault(read(*each, SETTINGS)) for each in opened.files[:5]]
    return "; ".join(filter(None, faults))


def _fault(result: object) -> str:
    if isinstance(result, Unreadable):
        return "" if result.reason.code.startswith("EC1") else result.reason.code
    if not isinstance(result, Content):
        return type(result).__name__
    return "; ".join(filter(None, map(_fault_of_page, result.pages)))


def _fault_of_page(page: Page) -> str:
    try:
        for text in (page.text, page.name, *(cell for table in page.tables for row in table.rows for cell in row)):
            text.encode("utf-8")
    except UnicodeEncodeError:
        return f"page {page.number} holds what is no text"
    if not 0.0 <= page.confidence <= 1.0:
        return f"page {page.number} is sure by {page.confidence}"
    if page.read_as is ReadAs.UNREAD and page.problem is None:
        return f"page {page.number} is unread without a reason"
    return ""


def test_spoilt_files_end_as_content_or_with_a_reason(tmp_path: Path) -> None:
    until = time.monotonic() + SECONDS
    tried = []

    def noted() -> Iterator[Case]:
        for case in cases(tmp_path, SEED, until):
            tried.append(case)
            yield case

    results = Processes(2).map(partial(wrong_with, tmp_path), noted(), seconds=ONE_FILE)
    told = [(tried[index], result) for index, result in enumerate(results) if result]
    for case, result in told:
        why = f"{result.code} {dict(result.params)}" if isinstance(result, Failure) else result
        print(f"{case}: {why}")
    print(f"{len(tried)} files")
    assert told == [], f"{len(told)} of {len(tried)} files"


@pytest.mark.parametrize("name", list(SEEDS))
def test_the_files_to_begin_with_are_read(name: str, tmp_path: Path) -> None:
    SEEDS[name](tmp_path / name)
    file = look_at(tmp_path / name, tmp_path)
    assert isinstance(file, File)
    if file.kind in EXTRACTORS:
        result = read(tmp_path / name, file, SETTINGS)
        assert isinstance(result, Content), result
        assert any(page.text or page.problem for page in result.pages)
    else:
        assert open_up(tmp_path / name, file, SETTINGS, tmp_path).files
