"""Which pictures may show what is asked: by the words on them, under them or in their name; a person confirms it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidence_check.model.asked import DocumentType, Method, Requirement
from evidence_check.model.facts import Evidence, Fact
from evidence_check.model.files import Document, Finding, Level, Page, Place, Reason, params
from evidence_check.model.outcome import Match
from evidence_check.model.pictures import IMAGES, Picture, has_few_words, is_picture, pictures_of
from evidence_check.words.fold import fold, holds
from evidence_check.words.lines import Line, lines_of, place_of

PICTURED = (Method.PHOTO, Method.SCREENSHOT)
SHOWN_BY_TEXT = 0.6
SHOWN_BY_NAME = 0.4
# By which years a picture may be taken, before or after the year under check; all others are those of the year itself.
_YEARS = {"previous_year": (-1, -1), "year_or_previous": (-1, 0)}


def pictured(
    requirement: Requirement, evidence: Evidence, catalogue: Mapping[str, DocumentType], year: int
) -> Iterator[Match]:
    """Yield every picture of a paper that suggests itself."""
    document = evidence.document
    pages = {page.number: page for page in document.pages if _may_hold_pictures(document, page)}
    # A page of a paper that is known for what it is, is no photograph, however few its words.
    if not pages or (document.file.kind not in IMAGES and evidence.facts.kind):
        return
    only = all(page.number in pages and (is_picture(document, page) or has_few_words(page)) for page in document.pages)
    named = f" {fold(document.file.path)} " if only else ""
    for picture in _pictures(document, pages):
        lines = _words_of(document, pages[picture.page], picture)
        reason = _suggests(requirement.photo, document, picture, lines, named)
        if reason:
            place = reason.place or Place(document.file.path, picture.page, "")
            doubts = tuple(_doubts(requirement, evidence, picture, reason, place, catalogue, year))
            told = (reason, *_boards_told(evidence, picture))
            yield Match(requirement.id, evidence, reason.weight, place, told, doubts, picture=picture)


def _may_hold_pictures(document: Document, page: Page) -> bool:
    return is_picture(document, page) or any(each.page == page.number for each in pictures_of(document))


def _pictures(document: Document, pages: Mapping[int, Page]) -> Iterator[Picture]:
    """Yield the pictures in the order of the pages; a page that is a picture of unknown look is one all the same."""
    known = pictures_of(document)
    for number, page in pages.items():
        found = [each for each in known if each.page == number]
        if found or is_picture(document, page):
            yield from found or [Picture(number)]


def _words_of(document: Document, page: Page, picture: Picture) -> tuple[Line, ...]:
    """Return the lines that speak of a picture: its caption, else all of a page that says little beside it."""
    lines = lines_of([page])
    if picture.caption and holds(page.text, picture.caption):
        return (Line(page.number, 0, picture.caption, fold(picture.caption)),)
    return lines if is_picture(document, page) or has_few_words(page) else ()


def _suggests(
    phrases: Sequence[str], document: Document, picture: Picture, lines: Sequence[Line], named: str
) -> Reason | None:
    for phrase in phrases:
        line = next((line for line in lines if f" {phrase} " in f" {line.folded} "), None)
        if line and picture.caption:
            place = place_of(document.file.path, [line])
            return Reason("shown_by_caption", SHOWN_BY_TEXT, params(words=phrase), place)
        if line:
            return Reason("shown_by_text", SHOWN_BY_TEXT, params(words=phrase), place_of(document.file.path, [line]))
        if f" {phrase} " in named:
            return Reason("shown_by_name", SHOWN_BY_NAME, params(words=phrase))
    return None


def _boards_told(evidence: Evidence, picture: Picture) -> Iterator[Reason]:
    for board in _boards_on(evidence, picture):
        yield Reason("shows_board", 0.0, params(board=board.value), board.place)


def _boards_on(evidence: Evidence, picture: Picture) -> tuple[Fact, ...]:
    figures = evidence.facts.figures
    return tuple(fact for fact in figures if fact.name == "board" and fact.place.page == picture.page)


# ---------------------------------------------------------------- what is in doubt


def _doubts(
    requirement: Requirement,
    evidence: Evidence,
    picture: Picture,
    reason: Reason,
    place: Place,
    catalogue: Mapping[str, DocumentType],
    year: int,
) -> Iterator[Finding]:
    """Yield what is known against a picture, another year or another board, and then that a person must look."""
    taken = _taken(evidence, picture)
    first, last = (year + each for each in _YEARS.get(requirement.period, (0, 0)))
    if taken is None:
        yield Finding("EC334", Level.NOTE, (), place)
    elif not first <= int(taken.value[:4]) <= last:
        expected = str(last) if first == last else f"{first}-{last}"
        yield Finding("EC330", Level.DOUBT, params(date=taken.value, how=taken.of, expected=expected), taken.place)
    for finding in evidence.facts.findings:
        if finding.code == "EC225" and finding.place and finding.place.page == picture.page:
            yield finding
    yield from _other_board(evidence, picture, catalogue)
    yield Finding("EC305", Level.DOUBT, reason.params, place)


def _taken(evidence: Evidence, picture: Picture) -> Fact | None:
    """Return when the picture was taken, by the surest that says it; the file's name speaks of all its pages."""
    place = Place(evidence.document.file.path, picture.page, "")
    if picture.taken:
        return Fact(picture.taken, place, 1.0, "taken", "camera")
    known = [fact for fact in evidence.facts.dates if fact.name == "taken" and fact.of != "camera"]
    here = [fact for fact in known if fact.place.page == picture.page or fact.of == "name"]
    return max(here, key=lambda fact: fact.confidence, default=None)


def _other_board(
    evidence: Evidence, picture: Picture, catalogue: Mapping[str, DocumentType]
) -> Iterator[Finding]:
    """Yield a doubt where the name of a picture speaks of one board and the picture shows another."""
    document = evidence.document
    shown = _boards_on(evidence, picture)
    if document.file.kind not in IMAGES or not shown:
        return
    name = f" {fold(document.file.path.rpartition('/')[2])} "
    boards = [board for key in sorted(catalogue) for board in catalogue[key].boards]
    named = [board.name for board in boards if any(f" {words} " in name for words in board.words)]
    if named and not {fact.value for fact in shown} & set(named):
        told = params(named=", ".join(dict.fromkeys(named)), shown=", ".join(fact.value for fact in shown))
        yield Finding("EC226", Level.DOUBT, told, shown[0].place)
