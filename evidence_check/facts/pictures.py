"""What a picture says about itself: the day it was taken, and which boards for the public it shows.

The day comes from the camera, from a date the camera printed on the picture, or from the file's name; a date that
belongs to the board, such as the day a maklumat was signed, is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from evidence_check.facts.months import month_of
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Fact, Facts
from evidence_check.model.files import Document, Finding, Level, Page, Place, params
from evidence_check.model.pictures import IMAGES, is_picture, pictures_of
from evidence_check.words.lines import Line, lines_of, place_of

TAKEN, BOARD = "taken", "board"
CAMERA, PRINTED, NAME = "camera", "printed", "name"
SURE = {CAMERA: 0.9, PRINTED: 0.8, NAME: 0.5}
MOST_BOARDS = 6

_PRINTED = re.compile(
    r"(?<![\d./-])(?:(?P<day>\d{1,2})[ ./-]{1,2}(?P<month>[A-Za-z]{3,9})[ .,/-]{1,2}(?P<year>(?:20)?\d\d)"
    r"|(?P<month2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2}),? (?P<year2>20\d\d)"
    r"|(?P<year3>20\d\d)[-/.](?P<month3>\d\d)[-/.](?P<day3>\d\d)"
    r"|(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year4>(?:20)?\d\d))(?![\d/])"
)
_TIME = r"\d{1,2}\s?[:.]\s?\d\d(?:\s?[:.]\s?\d\d)?(?![\d/])\s?(?:[AP]\.?M\b\.?)?"
_ZONE = r"(?:\s?(?:WIB|WITA|WIT|GMT|UTC)\b.{0,9})?"
_RANGE = r"\s?(?:[-–—]|s\W?d\b|sampai)"
_AFTER = re.compile(rf"^[\s,|@-]{{0,3}}(?:pukul|jam|at)?\s?{_TIME}{_ZONE}(?!{_RANGE})", re.IGNORECASE)
_BEFORE = re.compile(rf"^{_TIME}{_ZONE}\W{{0,3}}(?:[A-Za-z]{{3,9}}\W{{1,3}})?$", re.IGNORECASE)
_ALONE = re.compile(rf"(?<!\W)\W*+{_TIME}{_ZONE}\W*+", re.IGNORECASE)
_HALVES = re.compile(r"\d\s?[AP]\.?M\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_HIDDEN = "•"
_NEAR = 4


def with_pictures(facts: Facts, document: Document, catalogue: Mapping[str, DocumentType]) -> Facts:
    """Return the facts with what the pictures of the document say; those of any other paper as they are."""
    pages = [page for page in document.pages if is_picture(document, page)]
    lines = lines_of(pages)
    taken = (*_by_camera(document), *_printed(document, lines), *_by_name(document))
    if not taken and not lines:
        return facts
    return replace(
        facts,
        dates=(*facts.dates, *taken),
        figures=(*facts.figures, *_boards(document, lines, catalogue)),
        findings=(*facts.findings, *_contradictions(taken)),
    )


def _fact(day: str, place: Place, how: str) -> Fact:
    return Fact(day, place, SURE[how], TAKEN, how)


def _by_camera(document: Document) -> Iterator[Fact]:
    for each in pictures_of(document):
        if each.taken:
            yield _fact(each.taken, Place(document.file.path, each.page, ""), CAMERA)


def _by_name(document: Document) -> Iterator[Fact]:
    found = _NAMED.search(document.file.path.rpartition("/")[2])
    day = _iso(found[1], found[3], found[4]) if found and document.file.kind in IMAGES else ""
    if day:
        yield _fact(day, Place(document.file.path, document.first, ""), NAME)


# ---------------------------------------------------------------- printed on the picture


def _printed(document: Document, lines: Sequence[Line]) -> Iterator[Fact]:
    """Yield the first date of each page that stands beside a time of day or a hidden coordinate."""
    seen: set[int] = set()
    pages = {page.number: page for page in document.pages}
    for at, line in enumerate(lines):
        for found in _PRINTED.finditer(line.text) if line.page not in seen else ():
            day = _day_of(found, bool(_HALVES.search(line.text)))
            if day and _is_stamp(found, at, lines, pages[line.page]):
                seen.add(line.page)
                yield _fact(day, place_of(document.file.path, [line]), PRINTED)
                break


def _is_stamp(found: re.Match[str], at: int, lines: Sequence[Line], page: Page) -> bool:
    text = lines[at].text
    if _AFTER.match(text[found.end() :]) or _BEFORE.match(text[: found.start()]):
        return True
    beside = [line.text for line in lines[max(0, at - 1) : at + 2] if line.page == lines[at].page]
    return any(_ALONE.fullmatch(each) for each in beside) or _is_by_a_place(text, page.text)


def _is_by_a_place(text: str, whole: str) -> bool:
    """Say whether a line stands near a coordinate that was hidden; such a line has no word left."""
    lines = [line.strip() for line in whole.splitlines() if line.strip()]
    at = lines.index(text) if text in lines else 0
    return any(_HIDDEN in line for line in lines[max(0, at - _NEAR) : at + _NEAR + 1])


def _day_of(found: re.Match[str], american: bool) -> str:
    """Return a printed date as ISO day; only its year where day and month may be the other way round."""
    if found["first"]:
        first, second, year = int(found["first"]), int(found["second"]), _full(found["year4"])
        if second > 12:
            return _iso(year, first, second)
        if american and first <= 12 and first != second:
            return year
        return _iso(year, second, first)
    if found["year3"]:
        return _iso(found["year3"], found["month3"], found["day3"])
    month = month_of(found["month"] or found["month2"])
    return _iso(_full(found["year"] or found["year2"]), month or 0, found["day"] or found["day2"])


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _iso(year: str, month: str | int, day: str | int) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _contradictions(taken: Sequence[Fact]) -> Iterator[Finding]:
    """Yield a doubt where camera and print are more than a day apart, as when a picture was made to look new."""
    for printed in (fact for fact in taken if fact.of == PRINTED and len(fact.value) == 10):
        for camera in (fact for fact in taken if fact.of == CAMERA and fact.place.page == printed.place.page):
            apart = date.fromisoformat(camera.value) - date.fromisoformat(printed.value)
            if abs(apart.days) > 1:
                told = params(taken=camera.value, printed=printed.value)
                yield Finding("EC225", Level.DOUBT, told, printed.place)


# ---------------------------------------------------------------- boards


def _boards(document: Document, lines: Sequence[Line], catalogue: Mapping[str, DocumentType]) -> tuple[Fact, ...]:
    """Return the boards whose heading opens a line, in reading order, each once."""
    shown: dict[str, Fact] = {}
    for line in lines:
        for key, board, words in _known(catalogue):
            if board not in shown and _heads(words, line):
                shown[board] = Fact(board, place_of(document.file.path, [line]), 1.0, BOARD, key)
    return tuple(shown.values())[:MOST_BOARDS]


def _known(catalogue: Mapping[str, DocumentType]) -> Iterator[tuple[str, str, str]]:
    for key in sorted(catalogue):
        for board in catalogue[key].boards:
            for words in board.words:
                yield key, board.name, words


def _heads(words: str, line: Line) -> bool:
    """Say whether a line begins with the words and says not much more; a heading in capitals may say more."""
    if line.folded != words and not line.folded.startswith(f"{words} "):
        return False
    share = len(words.split()) / len(line.folded.split())
    return share >= (1 / 3 if line.text.isupper() else 1 / 2)
