"""Where the file of a decision lies now: found by its content, under whatever name, or told as lapsed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence_check.model.facts import Evidence, Facts
from evidence_check.model.files import Content, Document, File, Finding, Level, Page, Place, Unreadable, params
from evidence_check.model.outcome import Match
from evidence_check.model.reviews import ABOUT_A_FILE, Review, Standing


@dataclass(frozen=True, slots=True)
class Case:
    """A review as it stands before others are looked at: where its file lies, and which papers it speaks of."""

    review: Review
    standing: Standing
    file: File | None = None
    papers: tuple[Evidence, ...] = ()
    told: Finding | None = None


class Lying:
    """The files of a folder, by content and by path, with their papers."""

    def __init__(
        self, contents: Iterable[Content], unreadable: Iterable[Unreadable], evidence: Sequence[Evidence]
    ) -> None:
        self._pages: dict[str, tuple[Page, ...]] = {each.file.path: each.pages for each in contents}
        files = [each.file for each in contents] + [each.file for each in unreadable]
        self._by_path: Mapping[str, File] = {each.path: each for each in files}
        self._by_content: dict[str, list[File]] = defaultdict(list)
        for file in sorted(files, key=lambda file: file.path):
            self._by_content[file.sha256].append(file)
        self._papers: dict[str, list[Evidence]] = defaultdict(list)
        for each in evidence:
            self._papers[each.document.file.path].append(each)

    def case_of(self, review: Review) -> Case:
        """Return where a review stands by its file alone."""
        if review.decision not in ABOUT_A_FILE:
            return Case(review, Standing.HOLDS)
        here = self._by_content.get(review.sha256, [])
        file = next((each for each in here if each.path == review.file), here[0] if here else None)
        if file is None:
            return Case(review, Standing.LAPSED, told=self._lapsed(review))
        papers = self._papers_at(file, review.page)
        if not papers:
            told = _finding("EC414", Level.DOUBT, review, page_named=review.page, name=file.path)
            return Case(review, Standing.UNFIT, file, told=told)
        moved = _finding("EC413", Level.NOTE, review, was=review.file, now=file.path)
        return Case(review, Standing.HOLDS, file, papers, moved if file.path != review.file else None)

    def _lapsed(self, review: Review) -> Finding:
        there = self._by_path.get(review.file)
        if there is None:
            return _finding("EC411", Level.DOUBT, review, name=review.file)
        return _finding("EC410" if there.sha256 else "EC417", Level.DOUBT, review, name=review.file)

    def _papers_at(self, file: File, page: int | None) -> tuple[Evidence, ...]:
        """Return the papers a page belongs to, all without a page; what no paper was seen in is one of its own."""
        papers = self._papers.get(file.path, [])
        pages = self._pages.get(file.path, ())
        if page is None:
            return tuple(papers) or (Evidence(Document(file, pages), Facts()),)
        found = tuple(each for each in papers if _holds(each, page))
        if found:
            return found
        own = tuple(each for each in pages if each.number == page)
        # Of a file nobody could read nobody knows how many pages it has.
        return (Evidence(Document(file, own), Facts()),) if own or not pages else ()


def _finding(code: str, level: Level, review: Review, **more: object) -> Finding:
    written = {"by": review.by, "date": review.date, "decision": review.decision.value}
    return Finding(code, level, params(source=review.source, line=review.line, **written, **more))


def speaks_of(review: Review, match: Match) -> bool:
    """Say whether a decision is about a match: the same content, on its page, and its picture where one is named."""
    document = match.evidence.document
    if document.file.sha256 != review.sha256:
        return False
    if match.picture:
        page_fits = review.page in (None, match.picture.page)
        return page_fits and review.picture in (None, match.picture.number)
    return review.page is None or _holds(match.evidence, review.page)


def _holds(evidence: Evidence, page: int) -> bool:
    document = evidence.document
    return not document.pages or document.first <= page <= document.last


def match_for(requirement: str, evidence: Evidence, page: int | None, type: str) -> Match:
    """Return a paper the program did not think of as a match, resting on the first words of its page."""
    document = evidence.document
    at = next((each for each in document.pages if each.number == page), next(iter(document.pages), None))
    quote = next((line.strip() for line in at.text.splitlines() if line.strip()), "") if at else ""
    place = Place(document.file.path, at.number if at else page or 1, quote)
    score = next((kind.score for kind in evidence.facts.kinds if kind.type == type), 0.0)
    return Match(requirement, evidence, score, place, type=type)
