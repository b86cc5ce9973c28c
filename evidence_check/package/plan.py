"""What goes into a package, and under which name: a folder for each indicator, a copy for each paper that proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_check.messages.catalog import Catalog
from evidence_check.messages.masking import DOT
from evidence_check.model.asked import Indicator
from evidence_check.model.files import Document, File, Level
from evidence_check.model.outcome import Match, Readiness, Status, Verdict
from evidence_check.package.names import one_of_a_kind, safe_file, safe_part

PROVING = (Status.MET, Status.PARTIAL)
SIGNED = "signature_fields"
"""The mark of a PDF whose digital signature would not survive a cut."""


@dataclass(frozen=True, slots=True)
class Serves:
    """A requirement a paper serves, and whether it surely does; `quotes` are (page, words) it rests on."""

    requirement: str
    sure: bool
    quotes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One paper in a folder: its source file, the pages that are meant, and whether only they are copied (`cut`).

    `member` is its name in the package, `marked` that of a copy with its quotes marked, where one is made.
    """

    member: str
    marked: str
    file: File
    first: int
    last: int
    cut: bool
    serves: tuple[Serves, ...]

    @property
    def sure(self) -> bool:
        """Whether it surely proves something; else a person has to look at it."""
        return any(each.sure for each in self.serves)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of one indicator: the verdicts it answers and the papers in it."""

    folder: str
    indicator: Indicator
    verdicts: tuple[Verdict, ...]
    items: tuple[Item, ...]


def planned(readiness: Readiness, words: Catalog, unsure: bool = True) -> tuple[Shelf, ...]:
    """Return the folders in the order of the checklist; `unsure` False leaves out what a person has to look at."""
    papers = _papers_per_file(readiness)
    known = {each.id for each in readiness.checklist.indicators}
    named = dict.fromkeys(each.requirement.indicator for each in readiness.verdicts)
    indicators = (*readiness.checklist.indicators, *(Indicator(each, each, "") for each in named if each not in known))
    order = {each.id: number for number, each in enumerate(readiness.checklist.requirements)}
    verdicts = sorted(readiness.verdicts, key=lambda each: order.get(each.requirement.id, len(order)))
    shelves: list[Shelf] = []
    taken: set[str] = set()
    for indicator in indicators:
        inside = tuple(each for each in verdicts if each.requirement.indicator == indicator.id)
        if not inside:
            continue
        name = indicator.name if indicator.name != indicator.id else ""
        plain = f"{len(shelves) + 1:02} {indicator.id} {words.shown(name)}"
        folder = one_of_a_kind(safe_part(_in_names(plain), 60), taken)
        items = tuple(_items(folder, inside, papers, words, unsure))
        shelves.append(Shelf(folder, indicator, inside, items))
    return tuple(shelves)


def files_of(shelves: Iterable[Shelf]) -> tuple[File, ...]:
    """Return every file something is copied from, once."""
    return tuple(dict.fromkeys(item.file for shelf in shelves for item in shelf.items))


def _papers_per_file(readiness: Readiness) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in readiness.evidence:
        path = each.document.file.path
        counts[path] = counts.get(path, 0) + 1
    return counts


def _items(
    folder: str, verdicts: Iterable[Verdict], papers: dict[str, int], words: Catalog, unsure: bool
) -> Iterator[Item]:
    found: dict[tuple[str, int, int], tuple[list[Document], list[Serves]]] = {}
    for verdict in verdicts:
        for match, sure in _going(verdict, unsure):
            document = match.evidence.document
            # A file that is copied whole is copied once, however many papers of it are meant.
            key = (document.file.path, *(_pages(document) if _is_cut(document, papers) else (0, 0)))
            documents, serves = found.setdefault(key, ([], []))
            documents.append(document)
            serves.append(Serves(verdict.requirement.id, sure, tuple(_quotes(match))))
    taken: set[str] = set()
    ranked = sorted(found.items(), key=lambda each: not any(serving.sure for serving in each[1][1]))
    for number, (_, (documents, serves)) in enumerate(ranked, start=1):
        document = documents[0]
        cut = _is_cut(document, papers)
        first, last = min(_pages(each)[0] for each in documents), max(_pages(each)[1] for each in documents)
        start = f"{number:02}" if any(each.sure for each in serves) else f"{number:02} {words.ui('pack_look')}"
        pages = words.ui("pack_pages", pages=str(first) if first == last else f"{first}-{last}") if cut else ""
        shown = (_in_names(words.shown(document.file.path)), document.file.kind, start, pages)
        member = one_of_a_kind(f"{folder}/{safe_file(*shown)}", taken)
        marked = one_of_a_kind(f"{folder}/{safe_file(*shown, words.ui('pack_marked'))}", taken)
        yield Item(member, marked, document.file, first, last, cut, _merged(serves))


def _going(verdict: Verdict, unsure: bool) -> Iterator[tuple[Match, bool]]:
    """Yield the papers of a verdict that go into the package, and whether they surely prove."""
    if verdict.status in PROVING:
        yield from ((match, True) for match in verdict.matches)
    elif verdict.status is Status.UNSURE and unsure:
        doubtful = (each for each in verdict.near_misses if all(why.level is not Level.ERROR for why in each.failed))
        yield from ((match, False) for match in (*verdict.matches, *doubtful))


def _merged(serves: Iterable[Serves]) -> tuple[Serves, ...]:
    """Return each requirement once: where several pictures of one paper serve it, with the quotes of all."""
    merged: dict[tuple[str, bool], list[tuple[int, str]]] = {}
    for each in serves:
        merged.setdefault((each.requirement, each.sure), []).extend(each.quotes)
    return tuple(Serves(name, sure, tuple(dict.fromkeys(quotes))) for (name, sure), quotes in merged.items())


def _quotes(match: Match) -> Iterator[tuple[int, str]]:
    """Yield where a match rests: its own place, then those of its reasons that stand in the same paper."""
    document = match.evidence.document
    first, last = _pages(document)
    for place in (match.place, *(reason.place for reason in match.reasons if reason.weight > 0)):
        if place and place.file == document.file.path and place.quote and first <= place.page <= last:
            yield place.page, place.quote


def _pages(document: Document) -> tuple[int, int]:
    return (document.first, document.last) if document.pages else (1, 1)


def _is_cut(document: Document, papers: dict[str, int]) -> bool:
    """Say whether only the pages of a paper are copied: it lies in a PDF with others, and no signature covers them."""
    bundled = document.file.kind == "pdf" and papers.get(document.file.path, 1) > 1
    return bundled and SIGNED not in dict(document.marks)


def _in_names(text: str) -> str:
    """Return a text whose hidden digits can stand in a name of a file."""
    return text.replace(DOT, "x")
