"""What a batch would read, before it reads: files, pages and scans of each office, and about how long that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from evidence_check import folder
from evidence_check.batching.task import Task
from evidence_check.errors import EvidenceCheckError
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.model.batch import Fault
from evidence_check.shares.opening import folder_errors
from evidence_check.shares.tree import Tree
from evidence_check.sniffing import sniff
from evidence_check.store.cache import Cache

SCAN, TEXT, OTHER = 4.0, 0.03, 0.2
"""Seconds one processor takes for a page to be recognised, a page with text, and a file without pages.

Rough on purpose: `docs/performance.md` has what was measured, and machines differ by more than that.
"""

LOOKED_AT = 6
"""How many pages of a PDF are looked at to see whether it is a scan."""

LEAST_TEXT = 20
"""Letters; a page with fewer is one to be recognised."""

PICTURES = frozenset({"jpeg", "png", "tiff", "bmp", "gif", "webp", "heic"})
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to read in a file: its pages, and how many of them look as if they must be recognised."""

    pages: int
    scans: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read of one office; of `files`, `known` were read before and are not read again.

    `seconds` is what one processor takes. With a `fault` the office cannot be judged at all.
    """

    key: str
    files: int = 0
    size: int = 0
    known: int = 0
    pages: int = 0
    scans: int = 0
    seconds: float = 0.0
    fault: Fault | None = None


def plans(tasks: Iterable[Task], executor: Executor, memory: Cache | None, ocr: bool) -> Iterator[Plan]:
    """Yield what is to be read of each office, in their order; nothing is judged and nothing kept."""
    for task in tasks:
        try:
            yield _plan(task, executor, memory, ocr)
        except EvidenceCheckError as error:
            yield Plan(task.key, fault=Fault(error.code, error.params))


def _plan(task: Task, executor: Executor, memory: Cache | None, ocr: bool) -> Plan:
    if task.share is not None:
        there = list(_there(task.share, memory))
        new = sum(not known for _, _, known in there)
        return Plan(task.key, len(there), sum(size for _, size, _ in there), len(there) - new, seconds=new * OTHER)
    found = list(folder.glances(Path(task.place), memory))
    unread = [path for path, _, known in found if not known]
    extents = [
        Extent(0, 0) if isinstance(each, Failure) else each for each in executor.map(extent_of, unread, seconds=SECONDS)
    ]
    pages, scans = sum(each.pages for each in extents), sum(each.scans for each in extents)
    without = sum(not each.pages for each in extents)
    seconds = scans * (SCAN if ocr else 0.0) + (pages - scans) * TEXT + without * OTHER
    size, known = sum(size for _, size, _ in found), len(found) - len(unread)
    return Plan(task.key, len(found), size, known, pages, scans, seconds)


def _there(share: Tree, memory: Cache | None) -> Iterator[tuple[str, int, bool]]:
    """Yield the files of an office elsewhere as they are listed; how many pages they have cannot be seen from here."""
    with folder_errors(share):
        for each in share.entries():
            known = memory and memory.known_there(share.address, each.path, each.size, each.stamp)
            yield each.path, each.size, bool(known)


def extent_of(path: str) -> Extent:
    """Return how much there is to read in a file, seen from a few of its pages; a damaged one has nothing."""
    with open(path, "rb") as stream:
        kind = sniff(stream.read(folder.CHUNK), stream, PurePath(path).suffix.lower())
    if kind in PICTURES:
        return Extent(1, 1)
    return _extent_of_pdf(path) if kind == "pdf" else Extent(0, 0)


def _extent_of_pdf(path: str) -> Extent:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return Extent(0, 0)
    try:
        pages = len(pdf)
        looked_at = sorted({round(number * (pages - 1) / max(1, LOOKED_AT - 1)) for number in range(LOOKED_AT)})
        bare = sum(_is_bare(pdf, number) for number in looked_at if number < pages)
        return Extent(pages, round(pages * bare / len(looked_at)) if pages else 0)
    finally:
        pdf.close()


def _is_bare(pdf: object, number: int) -> bool:
    page = pdf[number]  # type: ignore[index]
    text = page.get_textpage()
    try:
        return bool(text.count_chars() < LEAST_TEXT)
    finally:
        text.close()
        page.close()


def span_of(plans: Iterable[Plan], jobs: int) -> float:
    """Return the seconds a batch takes with so many processes, an office being the smallest piece of work."""
    seconds = [plan.seconds for plan in plans]
    return max(sum(seconds) / max(1, jobs), max(seconds, default=0.0))
