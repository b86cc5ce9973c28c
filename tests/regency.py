"""A regency of small offices made for a test, and its check in this process with a clock that stands still."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from command_line import checklist_in

from evidence_check.batching.events import EventLog
from evidence_check.batching.handing import region_at
from evidence_check.batching.offices import stems_of
from evidence_check.batching.run import Desk
from evidence_check.batching.task import How, Task
from evidence_check.extract.settings import ReadSettings
from evidence_check.ledger.ledger import Ledger
from evidence_check.model.batch import Wanted

NOW = datetime(2026, 7, 20, 3, 0, tzinfo=UTC)
MAKLUMAT = """PEMERINTAH KABUPATEN TIRTA KENCANA
{office}
MAKLUMAT PELAYANAN
Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan
serta akan melakukan perbaikan secara terus-menerus,
dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan.
Tirta Kencana, 5 Januari 2026
KEPALA {office}
ttd
Rahmat Suryanto"""
TIMES = re.compile(r'"checked_at": "[^"]*"|Diperiksa [^<]*|\d+ \w+ \d{4} pukul [\d.]+ \(\w+\)')


def office_in(root: Path, name: str, ready: bool = True, files: int = 1) -> Path:
    """Make the folder of an office that has its maklumat or lacks it, and papers nobody asked for."""
    folder = root / name
    folder.mkdir(parents=True)
    own = f"format: 1\noffice: {name}\nregion: Kabupaten Tirta Kencana\n"
    (folder / "evidence-check.yaml").write_text(own, "utf-8")
    if ready:
        write_paper(folder / "maklumat pelayanan.docx", MAKLUMAT.format(office=name.upper()))
    for number in range(files):
        write_paper(folder / f"catatan {number}.docx", f"Catatan rapat {name} nomor {number}")
    return folder


def write_paper(path: Path, text: str) -> None:
    """Write a text as a Word file, a paragraph a line."""
    from docx import Document

    paper = Document()
    for line in text.splitlines():
        paper.add_paragraph(line)
    paper.save(str(path))


def regency(folder: Path, offices: int = 4) -> Path:
    """Make a root of small offices, every second one ready, with a list that names one checklist for all."""
    root = folder / "akar"
    for number in range(offices):
        office_in(root, f"dinas {number}", ready=number % 2 == 0)
    return root


@contextmanager
def desk_at(root: Path, reports: Path, url: str = "", log: Path | None = None) -> Iterator[Desk]:
    """Give a desk with a store of its own, whose clock stands still."""
    reports.mkdir(exist_ok=True)
    ledger = Ledger.open(url or str(reports.parent / f"{reports.name}.sqlite3"), clock=lambda: NOW)
    stems = stems_of([row.folder for row in region_at(root, "", Wanted()).rows()])
    stream = open(log, "ab") if log else None  # noqa: SIM115
    try:
        yield Desk(str(root), ledger, reports, EventLog(stream, lambda: NOW), lambda: NOW, stems)
    finally:
        ledger.close()
        if stream:
            stream.close()


def how(folder: Path, *forms: str) -> How:
    """Return how offices are judged in tests: without recognising pictures, with a cache beside the root."""
    forms = forms or ("html", "json")
    return How(ReadSettings(ocr=False), seconds=60, cache=str(folder / "cache" / "read.sqlite3"), forms=forms)


def tasks_of(root: Path, reports: Path, made: How) -> list[Task]:
    """Return the offices of a root as pieces of work, asked by a checklist that lies beside it."""
    checklist = root.parent / "satu.yaml"
    if not checklist.exists():
        checklist_in(root.parent)
    return list(region_at(root, "", Wanted(str(checklist), 2026)).tasks(made, reports))


def timeless(folder: Path) -> dict[str, str]:
    """Return the texts of a folder of reports without the moments in them."""
    suffixes = (".html", ".json", ".csv")
    paths = sorted(path for path in folder.iterdir() if path.suffix in suffixes)
    return {path.name: TIMES.sub("-", path.read_text("utf-8")) for path in paths}
