"""How surely the words were recognised that a fact rests on, worked into its confidence in one place for all facts.

The confidence of a fact is that of the search which found it, times how surely the least sure word of its value was
read: 1 from `SURE` on, else the sureness itself, at most `UNSURE`. Of 343 recognised words with digits, on 17 scans
whose text is known, 3 of the 281 read at 85 or more were wrong, and 40 of the 59 below 80. So a fact with such a word
is in doubt for every rule, whatever found it (`matching.question.LEGIBLE` lies above `UNSURE`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any, TypeVar

from evidence_check.facts.dates import dates_in, months_in
from evidence_check.facts.months import digits_of, month_of
from evidence_check.facts.nip import nips_in
from evidence_check.model.facts import Fact, Facts, Person
from evidence_check.model.files import Document, Finding, Level, Page, Place, ReadAs
from evidence_check.words.fold import fold

SURE = 80
UNSURE = 0.55
OCCURRENCES = 5
ROMAN = ("i", "ii", "iii", "iv")
DATES = ("date", "dates")
HANDWRITTEN = ("EC202", "EC203")
"""What a recognised page lacks here is often there in handwriting, which no recognition of print reads."""

Found = TypeVar("Found", Fact, Person)


def with_sureness(facts: Facts, document: Document) -> Facts:
    """Return facts that know how surely they were read; those of pages with a text of their own stay as they are."""
    if not any(page.sureness or page.read_as is ReadAs.OCR for page in document.pages):
        return facts
    reading = _Reading(document)
    single = ("title", "number", "date", "year", "period", "about", "office")
    known = {name: fact for name in single if (fact := getattr(facts, name)) is not None}
    weighed: dict[str, Any] = {name: _weighed(fact, reading.of_fact(fact, name)) for name, fact in known.items()}
    return replace(
        facts,
        **weighed,
        dates=tuple(_weighed(fact, reading.of_fact(fact, "dates")) for fact in facts.dates),
        figures=tuple(_weighed(fact, reading.of_fact(fact, "number")) for fact in facts.figures),
        people=tuple(_weighed(person, reading.of_person(person)) for person in facts.people),
        signatory=facts.signatory and _weighed(facts.signatory, reading.of_person(facts.signatory)),
        findings=tuple(map(reading.seen_through, facts.findings)),
    )


def _weighed(found: Found, share: float) -> Found:
    return found if share == 1.0 else replace(found, confidence=round(found.confidence * share, 3))


class _Words:
    """The words of one recognised page as one text, with how surely each was read."""

    def __init__(self, page: Page) -> None:
        words = page.text.split()
        self.text = " ".join(words)
        self._sureness = page.sureness[: len(words)]
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        self.of_nip = {nip.digits: self.least([(nip.start, nip.end)]) for nip in nips_in(self.text) if nip.valid}

    def least(self, spans: Iterable[tuple[int, int]]) -> int:
        """Return how surely the least sure word was read that one of the stretches touches; 100 without any."""
        touched = (
            self._sureness[bisect_right(self._starts, start) - 1 : bisect_left(self._starts, end)]
            for start, end in spans
        )
        return min((sure for each in touched for sure in each), default=100)

    def places(self, quote: str) -> Iterator[int]:
        """Yield where a quote begins; one that stands there several times may be any of them."""
        at = self.text.find(quote)
        for _ in range(OCCURRENCES):
            if at < 0:
                return
            yield at
            at = self.text.find(quote, at + 1)


class _Reading:
    """The recognised pages of a document."""

    def __init__(self, document: Document) -> None:
        self._recognised = {page.number for page in document.pages if page.read_as is ReadAs.OCR}
        self._pages = {page.number: page for page in document.pages if page.sureness}
        self._words: dict[int, _Words] = {}

    def _on(self, page: int) -> _Words | None:
        if page in self._pages and page not in self._words:
            self._words[page] = _Words(self._pages[page])
        return self._words.get(page)

    def of_fact(self, fact: Fact, name: str) -> float:
        """Return the share of its confidence that a fact keeps."""
        return self._share(fact.place, list(_spans(fact.place.quote, fact.value, name)))

    def of_person(self, person: Person) -> float:
        """Return the share for somebody: that of the NIP where there is one, else of the name."""
        words = self._on(person.place.page)
        if words and person.nip in words.of_nip:
            return _share(words.of_nip[person.nip])
        return self._share(person.place, list(_spans(person.place.quote, person.name or person.nip, "name")))

    def seen_through(self, finding: Finding) -> Finding:
        """Return a finding, in doubt where it rests on words hardly read or on what may be there in handwriting."""
        if finding.level is not Level.ERROR or finding.place is None:
            return finding
        if finding.code in HANDWRITTEN and finding.place.page in self._recognised:
            return replace(finding, level=Level.DOUBT)
        said = " ".join(value for _, value in finding.params)
        share = self._share(finding.place, list(_spans(finding.place.quote, said, "words")))
        return finding if share == 1.0 else replace(finding, level=Level.DOUBT)

    def _share(self, place: Place, spans: list[tuple[int, int]]) -> float:
        words = self._on(place.page)
        if words is None:
            return 1.0
        least = (words.least((at + start, at + end) for start, end in spans) for at in words.places(place.quote))
        return _share(min(least, default=100))


def _share(sureness: int) -> float:
    return 1.0 if sureness >= SURE else min(sureness / 100, UNSURE)


def _spans(quote: str, value: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a quote that bear the value; every word of it when none surely does."""
    found = list(_bearing(quote, value, name))
    yield from found or _words(quote)


def _bearing(quote: str, value: str, name: str) -> Iterator[tuple[int, int]]:
    if name in DATES:
        dated = [each for each in (*dates_in(quote), *months_in(quote)) if each.iso == value]
        yield from ((each.start, each.end) for each in dated if each.end)
        return
    bears = _TESTS.get(name, _is_word_of)
    yield from ((start, end) for start, end in _words(quote) if bears(quote[start:end], value))


def _is_word_of(word: str, value: str) -> bool:
    return not set(fold(value).split()).isdisjoint(fold(word).split())


def _has_digits(word: str, value: str) -> bool:
    return any(map(str.isdigit, word))


def _has_year(word: str, value: str) -> bool:
    return value[:4] in digits_of(word)


def _tells_period(word: str, value: str) -> bool:
    return _has_digits(word, value) or month_of(word) is not None or fold(word) in ROMAN


_TESTS: dict[str, Callable[[str, str], bool]] = {
    "number": _has_digits, "year": _has_year, "period": _tells_period,
}  # fmt: skip


def _words(quote: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a quote begin and end, lone marks left out."""
    start = 0
    for word in quote.split(" "):
        if any(map(str.isalnum, word)):
            yield start, start + len(word)
        start += len(word) + 1
