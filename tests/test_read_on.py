"""Long scans: begun at their ends, read on as soon as a requirement depends on it, and no picture read twice."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from papers import CATALOGUE, evidence_of, requirement_of
from reads import SETTINGS, content, needs_tesseract
from scans import SK, page_image, scan_pdf

from evidence_check import pipeline
from evidence_check.executors.serial import Serial
from evidence_check.extract.page_memory import remembering
from evidence_check.extract.pdf_scans import chosen_of, completed, later_of
from evidence_check.extract.settings import Reach, ReadSettings
from evidence_check.model.asked import Checklist, Dimension, Indicator, Method, Office
from evidence_check.model.files import LONG_SCAN, Content, File, Finding, Level, Page, ReadAs
from evidence_check.model.outcome import Readiness, Status, Verdict
from evidence_check.model.yardsticks import Yardsticks
from evidence_check.sources import LocalFolder
from evidence_check.store.cache import Cache, Keeping
from evidence_check.verdicts.reading_on import to_read_on

FRONT = replace(SETTINGS, reach=Reach.FRONT)
SKM = (
    "PEMERINTAH KABUPATEN TIRTA KENCANA",
    "DINAS SOSIAL",
    "LAPORAN",
    "SURVEI KEPUASAN MASYARAKAT",
    "TAHUN 2026",
    "Jumlah responden dan sembilan unsur pelayanan Dinas Sosial",
)


class Dictionary:
    """A memory of pages that counts how often it was of use."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.used = 0

    def page(self, picture: str, file: File) -> Page | None:
        self.used += picture in self.pages
        return self.pages.get(picture)

    def keep_page(self, picture: str, page: Page, file: File) -> None:
        self.pages[picture] = page


def numbered(count: int, **others: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return pages of which all are empty but some (`p5`)."""
    return [others.get(f"p{number}", ()) for number in range(1, count + 1)]


def long_scan(path: Path, pages: list[tuple[str, ...]]) -> Path:
    return scan_pdf(path, [page_image(lines, dpi=100) for lines in pages])


def checklist_of(*types: str) -> Checklist:
    asked = [requirement_of(id=f"X.{number}", any_of=(type,), period="any") for number, type in enumerate(types)]
    return Checklist("x", "X", (2026,), (Dimension("D", "D"),), (Indicator("X", "D", "X"),), tuple(asked))


def check(root: Path, *types: str, cache: Cache | None = None, settings: ReadSettings = SETTINGS) -> Readiness:
    how = (Yardsticks(), Office("Dinas Sosial"), 2026, settings, Serial(), 0.0)
    return pipeline.check(LocalFolder(root), checklist_of(*types), CATALOGUE, *how, cache=cache)


def unread(found: Content) -> list[int]:
    return [page.number for page in found.pages if page.read_as is ReadAs.UNREAD]


# ---------------------------------------------------------------- which pages


@pytest.mark.parametrize(
    ("count", "reach", "chosen"),
    [
        (10, Reach.FRONT, [*range(1, 11)]),
        (11, Reach.FRONT, [1, 2, 3, 4, 10, 11]),
        (60, Reach.WHOLE, [*range(1, 61)]),
        (61, Reach.WHOLE, [*range(1, 46), *range(47, 62)]),
        (61, Reach.ALL, [*range(1, 62)]),
    ],
)
def test_how_far_a_reach_goes(count: int, reach: Reach, chosen: list[int]) -> None:
    found = chosen_of(range(1, count + 1), replace(SETTINGS, reach=reach))
    assert sorted(found) == chosen


@pytest.mark.parametrize("count", [11, 60, 61, 300])
def test_begun_and_read_on_is_the_same_as_read_at_once(count: int) -> None:
    at_once = chosen_of(range(1, count + 1), SETTINGS)
    begun = chosen_of(range(1, count + 1), FRONT)
    later, beyond = later_of(front_of(count, begun), SETTINGS)
    assert begun | {page.number for page in later} == at_once
    assert {page.number for page in beyond} == set(range(1, count + 1)) - at_once


def front_of(count: int, begun: frozenset[int]) -> Content:
    problem = Finding("EC127", Level.NOTE)
    pages = tuple(
        Page(number, "teks", ReadAs.OCR)
        if number in begun
        else Page(number, "", ReadAs.UNREAD, 0.0, problem=problem)
        for number in range(1, count + 1)
    )
    return Content(File("a.pdf", 1, "0" * 64, "pdf"), pages, marks=((LONG_SCAN, str(count)),))


def test_what_is_beyond_the_limit_is_told_and_left() -> None:
    front = front_of(70, chosen_of(range(1, 71), FRONT))
    now, beyond = later_of(front, SETTINGS)
    whole = completed(front, [*(Page(page.number, "teks", ReadAs.OCR) for page in now), *beyond])
    assert [(each.code, dict(each.params)) for each in whole.findings] == [("EC119", {"pages": "46-55"})]
    assert not whole.is_front


@needs_tesseract
def test_a_long_scan_is_begun_at_its_ends(tmp_path: Path) -> None:
    found = content(long_scan(tmp_path / "panjang.pdf", numbered(12)), FRONT)
    assert unread(found) == [5, 6, 7, 8, 9, 10]
    assert [(each.code, each.level, dict(each.params)) for each in found.findings] == [
        ("EC127", Level.NOTE, {"pages": "5-10"})
    ]


@needs_tesseract
def test_time_that_is_up_leaves_the_rest_for_the_next_run(tmp_path: Path) -> None:
    found = content(long_scan(tmp_path / "lama.pdf", numbered(3)), replace(SETTINGS, seconds=1e-6))
    assert {each.code for each in found.findings} == {"EC128"}
    assert found.is_front


# ---------------------------------------------------------------- when to read on


def verdict(status: Status, method: Method = Method.DOCUMENT, path: str = "") -> Verdict:
    from evidence_check.model.outcome import Match

    evidence = evidence_of(path=path or "lain.pdf")
    match = Match("X.1", evidence, 0.5, evidence.facts.title.place)  # type: ignore[union-attr]
    return Verdict(requirement_of(method=method), status, near_misses=(match,) if path else ())


@pytest.mark.parametrize(
    ("status", "method", "read_on"),
    [
        (Status.MET, Method.DOCUMENT, False),
        (Status.NOT_CHECKED, Method.DOCUMENT, False),
        (Status.NOT_APPLICABLE, Method.DOCUMENT, False),
        (Status.MISSING, Method.DOCUMENT, True),
        (Status.PARTIAL, Method.DOCUMENT, True),
        (Status.DEFECTIVE, Method.DOCUMENT, True),
        (Status.UNSURE, Method.DOCUMENT, True),
        (Status.UNSURE, Method.PHOTO, False),
    ],
)
def test_only_what_is_open_and_asks_for_papers_makes_it_read_on(status: Status, method: Method, read_on: bool) -> None:
    front = front_of(20, chosen_of(range(1, 21), FRONT))
    assert bool(to_read_on([front], [verdict(status, method)], [], 60)) is read_on


@pytest.mark.parametrize(
    ("pages", "kind", "candidate", "read_on"),
    [
        (60, True, False, True),
        (61, True, False, False),
        (61, True, True, True),
        (61, False, False, True),
    ],
)
def test_a_book_nobody_asks_for_is_left_alone(pages: int, kind: bool, candidate: bool, read_on: bool) -> None:
    front = front_of(pages, chosen_of(range(1, pages + 1), FRONT))
    evidence = evidence_of(path="a.pdf")
    evidence = replace(evidence, facts=replace(evidence.facts, kind=evidence.facts.kinds[0] if kind else None))
    asked = verdict(Status.MISSING, path="a.pdf" if candidate else "")
    assert bool(to_read_on([front], [asked], [evidence], 60)) is read_on


@needs_tesseract
def test_a_paper_in_the_middle_of_a_bundle_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    folder.mkdir()
    long_scan(folder / "Scan0001.pdf", numbered(13, p1=SK, p7=SKM))
    readiness = check(folder, "laporan_skm")
    (verdict,) = readiness.verdicts
    assert verdict.status is not Status.MISSING
    assert (*verdict.matches, *verdict.near_misses)[0].place.page == 7
    assert unread(readiness.contents[0]) == []


@needs_tesseract
def test_nothing_is_read_that_nothing_depends_on(tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    folder.mkdir()
    long_scan(folder / "Scan0001.pdf", numbered(12, p1=SKM))
    readiness = check(folder, "laporan_skm")
    assert [each.status for each in readiness.verdicts] == [Status.MET]
    assert unread(readiness.contents[0]) == [5, 6, 7, 8, 9, 10]
    forced = check(folder, "laporan_skm", settings=replace(SETTINGS, reach=Reach.ALL))
    assert unread(forced.contents[0]) == []


@needs_tesseract
def test_what_was_read_before_changes_nothing_but_the_time(tmp_path: Path) -> None:
    """Whatever else was asked of a scan before: the same check comes to the same result."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    long_scan(folder / "Scan0001.pdf", numbered(12, p1=SKM))
    keeping = Keeping(tmp_path / "cache" / "a.sqlite3", "settings")
    with closing(Cache(keeping)) as cache:
        first = check(folder, "laporan_skm", cache=cache)
    with closing(Cache(keeping)) as cache:
        check(folder, "laporan_skm", "sk_generic", cache=cache)
    with closing(Cache(keeping)) as cache:
        assert check(folder, "laporan_skm", cache=cache) == first
    assert first.contents[0].is_front


# ---------------------------------------------------------------- no picture twice


@needs_tesseract
def test_a_picture_is_recognised_once_in_whatever_file_it_lies(tmp_path: Path) -> None:
    memory = Dictionary()
    image = page_image()
    with remembering(memory):
        first = content(scan_pdf(tmp_path / "a.pdf", [image]))
        second = content(scan_pdf(tmp_path / "b.pdf", [page_image(("sampul",)), image]))
    assert (len(memory.pages), memory.used) == (2, 1)
    assert second.pages[1].text == first.pages[0].text
    assert second.pages[1].number == 2


@needs_tesseract
def test_a_poor_page_known_by_heart_names_its_own_place(tmp_path: Path) -> None:
    memory = Dictionary()
    with remembering(memory):
        content(scan_pdf(tmp_path / "a.pdf", [page_image()]))
        (picture,) = memory.pages
        memory.pages[picture] = replace(memory.pages[picture], problem=Finding("EC112", Level.DOUBT))
        found = content(scan_pdf(tmp_path / "b.pdf", [page_image()]))
    problem = found.pages[0].problem
    assert problem is not None and problem.place is not None
    assert (problem.place.file, problem.place.page) == ("b.pdf", 1)
