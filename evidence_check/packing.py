"""The second sentence of the program: readiness and reports → papers fetched, cut and marked → one package."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import evidence_check
from evidence_check import folder
from evidence_check.errors import ReportError
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import ReadSettings
from evidence_check.fetching import fetched
from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Readiness
from evidence_check.package import covers, index_page
from evidence_check.package.archive import Archive
from evidence_check.package.cutting import cut
from evidence_check.package.manifest import Source
from evidence_check.package.marking import Quote, mark
from evidence_check.package.plan import Item, Shelf, files_of, planned
from evidence_check.package.telling import About, papers_in

AUTHOR = "evidence-check"


@dataclass(frozen=True, slots=True)
class Order:
    """What a package is to hold: also what is *Perlu ditinjau* (`unsure`), also marked copies; its ISO `date`."""

    date: str
    unsure: bool = True
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """By what files are opened, cut and marked: bounded workers, so that a bad one costs its copy only."""

    settings: ReadSettings
    executor: Executor
    seconds: float


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of it: the fingerprint of the list, and how many folders, papers and marked copies there are.

    `uncut` are members that were to hold some pages of a file and hold all of it, `unmarked` those without the marked
    copy that was asked for.
    """

    fingerprint: str
    folders: int
    papers: int
    marked: int = 0
    uncut: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


def pack(
    readiness: Readiness,
    root: Path,
    stream: BinaryIO,
    reports: Sequence[tuple[str, bytes]],
    words: Catalog,
    order: Order,
    means: Means,
) -> Packed:
    """Write a package into a stream: index, reports (name, bytes), and for each indicator a cover sheet and its papers.

    `words` say in which language, and whether identities are shown. Raises `ReportError` when a file is no longer as it
    was when it was read: then nothing in the package would be proved.
    """
    shelves = planned(readiness, words, order.unsure)
    about = About(
        words.shown(readiness.office.name),
        words.shown(readiness.office.region),
        readiness.checklist.name,
        readiness.year,
        order.date,
    )
    with tempfile.TemporaryDirectory(prefix="evidence-check-") as place:
        spool = Path(place)
        (spool / "in").mkdir()
        sources = fetched(root, files_of(shelves), means.settings, means.executor, means.seconds, spool / "in")
        parts = _cut_out(shelves, sources, means, spool)
        copies = _marked(shelves, sources, parts, words, order, means, spool)
        with Archive(stream) as archive:
            _front(archive, shelves, reports, about, words)
            for shelf in shelves:
                archive.add(_cover(shelf, words), covers.cover(shelf, about, words), "cover")
                for item in shelf.items:
                    _add(archive, item, sources[item.file.path], parts.get(item.member), copies.get(item.member), words)
            print_of_list = archive.finished(_told(readiness, about))
    items = [item for shelf in shelves for item in shelf.items]
    return Packed(
        print_of_list,
        len(shelves),
        papers_in(shelves),
        len(copies),
        tuple(item.member for item in items if item.cut and item.member not in parts),
        tuple(i.member for i in items if order.marked and i.file.kind == "pdf" and i.member not in copies),
    )


def _front(
    archive: Archive, shelves: Sequence[Shelf], reports: Sequence[tuple[str, bytes]], about: About, words: Catalog
) -> None:
    """Add the index as a page to click and as pages to print, and the reports."""
    name = words.ui("pack_index")
    named = [(f"00 {words.ui('pack_reports')}/{report}", data) for report, data in reports]
    cover_names = [_cover(shelf, words) for shelf in shelves]
    page = index_page.page(shelves, cover_names, [report for report, _ in named], about, words)
    archive.add(f"00 {name}.html", page, "index")
    archive.add(f"00 {name}.pdf", covers.index(shelves, about, words), "index")
    for report, data in named:
        archive.add(report, data, "report")


def _cover(shelf: Shelf, words: Catalog) -> str:
    return f"{shelf.folder}/00 {words.ui('pack_cover')}.pdf"


def _add(archive: Archive, item: Item, whole: Path, part: Path | None, copy: Path | None, words: Catalog) -> None:
    """Add a paper, and its marked copy behind it."""
    shown = words.shown(item.file.path)
    source = Source(shown, item.file.size, item.file.sha256, (item.first, item.last), part is not None)
    serves = tuple((each.requirement, each.sure) for each in item.serves)
    try:
        entry = archive.add(item.member, part or whole, "evidence", source, serves)
        if part is None and entry.sha256 != item.file.sha256:
            raise ReportError("package_source_changed", path=item.file.path)
        if copy:
            archive.add(item.marked, copy, "marked", source, serves)
    except (FileNotFoundError, PermissionError) as error:
        raise ReportError("package_source_gone", path=item.file.path) from error


def _told(readiness: Readiness, about: About) -> dict[str, object]:
    checklist = {"id": readiness.checklist.id, "year": readiness.year, "name": about.checklist}
    return {
        "program": {"name": AUTHOR, "version": evidence_check.__version__},
        "office": about.office,
        "region": about.region,
        "checklist": checklist,
        "date": about.date,
    }


# ---------------------------------------------------------------- copies made by the workers


def _cut_out(shelves: Sequence[Shelf], sources: dict[str, Path], means: Means, spool: Path) -> dict[str, Path]:
    """Return, by member, the pages of papers that lie in a file with others; what cannot be cut is left out."""
    items = [item for shelf in shelves for item in shelf.items if item.cut]
    for file in dict.fromkeys(item.file for item in items):
        if not folder.still_is(str(sources[file.path]), file):
            raise ReportError("package_source_changed", path=file.path)
    work = [(sources[each.file.path], each.first, each.last, spool / f"cut{n}.pdf") for n, each in enumerate(items)]
    done = means.executor.map(_cut_one, work, seconds=means.seconds) if work else iter(())
    return {item.member: place for item, (*_, place), made in zip(items, work, done, strict=True) if made is True}


def _marked(
    shelves: Sequence[Shelf],
    sources: dict[str, Path],
    parts: dict[str, Path],
    words: Catalog,
    order: Order,
    means: Means,
    spool: Path,
) -> dict[str, Path]:
    """Return, by member, a marked copy of each PDF, where they are wanted; what cannot be marked is left out."""
    if not order.marked:
        return {}
    items = [item for shelf in shelves for item in shelf.items if item.file.kind == "pdf"]
    work = []
    for number, item in enumerate(items):
        part = parts.get(item.member)
        quotes = tuple(_quotes(item, item.first if part else 1, words))
        stamp = words.ui("pack_stamp", name=item.member.rsplit("/", 1)[-1])
        work.append((part or sources[item.file.path], quotes, stamp, spool / f"marked{number}.pdf"))
    done = means.executor.map(partial(_mark_one, AUTHOR), work, seconds=means.seconds) if work else iter(())
    return {item.member: place for item, (*_, place), made in zip(items, work, done, strict=True) if made is True}


def _quotes(item: Item, first: int, words: Catalog) -> list[Quote]:
    """Return the quotes of a paper on the pages of its copy, each once, with the requirements that rest on it."""
    found: dict[tuple[int, str], list[str]] = {}
    for serving in item.serves:
        for page, quote in serving.quotes:
            found.setdefault((page, quote), []).append(serving.requirement)
    told = []
    for (page, quote), served in found.items():
        names = ", ".join(dict.fromkeys(served))
        told.append(
            Quote(
                page - first,
                quote,
                words.ui("pack_proves", requirements=names),
                words.ui("pack_proves_unseen", requirements=names, quote=words.shown(quote)),
            )
        )
    return told


def _cut_one(work: tuple[Path, int, int, Path]) -> bool:
    return cut(*work)


def _mark_one(author: str, work: tuple[Path, tuple[Quote, ...], str, Path]) -> bool:
    source, quotes, stamp, target = work
    return mark(source, quotes, stamp, author, target)
