"""Which elements of a group stand in a paper, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from evidence_check.model.asked import DocumentType, Holding
from evidence_check.model.facts import Fact
from evidence_check.model.files import Page, Place, ReadAs
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line, lines_of, place_of_line
from evidence_check.words.openings import Says, headings_in
from evidence_check.words.phrases import Hit, Joined, Pattern, Vocabulary, pattern


def family_of(kind: DocumentType, catalogue: Mapping[str, DocumentType]) -> Iterator[DocumentType]:
    """Yield a type and, one after the other, the more general types it belongs to."""
    yield kind
    while kind.kind_of:
        kind = catalogue[kind.kind_of]
        yield kind


def holdings_of(kind: DocumentType, catalogue: Mapping[str, DocumentType]) -> tuple[Holding, ...]:
    """Return the groups of elements of a type and of those it belongs to; the more special goes before."""
    found: dict[str, Holding] = {}
    for each in family_of(kind, catalogue):
        for holding in each.holds:
            found.setdefault(holding.name, holding)
    return tuple(found.values())


def needs_of(kind: DocumentType, catalogue: Mapping[str, DocumentType]) -> frozenset[str]:
    """Return what a type and those it belongs to need."""
    return frozenset(need for each in family_of(kind, catalogue) for need in each.needs)


def standing(
    holding: Holding, file: str, pages: Sequence[Page], figures: Collection[Fact]
) -> dict[str, Place | None]:
    """Return the elements that are there, each with its place where that can be shown."""
    shown = _headed(holding, pages) if holding.stands == "heading" else _written(holding, pages)
    found: dict[str, Place | None] = {}
    for element in holding.elements:
        fact = next((each for each in figures if element.figure and each.name == element.figure), None)
        if fact is not None:
            found[element.name] = fact.place
        elif element.name in shown:
            found[element.name] = place_of_line(file, shown[element.name], pages)
    return found


def _headed(holding: Holding, pages: Sequence[Page]) -> dict[str, Line]:
    """Return the elements whose words open a line or a cell with something in their place."""
    names = {words: element.name for element in holding.elements for words in element.words}
    found: dict[str, Line] = {}
    for opened in headings_in(pages, tuple(names)).opened:
        if opened.says is not Says.NOTHING:
            found.setdefault(names[opened.heading], opened.line)
    return found


def _written(holding: Holding, pages: Sequence[Page]) -> dict[str, Line]:
    """Return the elements whose words stand anywhere in the text or in the cells of the tables."""
    patterns = {element: [pattern(words) for words in element.words] for element in holding.elements}
    words = frozenset(word for each in patterns.values() for one in each for word in one.vocabulary)
    noisy = any(page.read_as is ReadAs.OCR for page in pages)
    vocabulary = Vocabulary(words) if noisy else None
    texts = [Joined(some, vocabulary) for some in (lines_of(pages), tuple(_cells(pages))) if some]
    found: dict[str, Line] = {}
    for element, wanted in patterns.items():
        if line := _first(wanted, texts):
            found[element.name] = line
    return found


def _first(patterns: Sequence[Pattern], texts: Sequence[Joined]) -> Line | None:
    for text in texts:
        for each in patterns:
            hit: Hit | None = each.find(text)
            if hit:
                return text.lines[hit.first]
    return None


def _cells(pages: Sequence[Page]) -> Iterator[Line]:
    for page in pages:
        for table in page.tables:
            for row in table.rows:
                for cell in row:
                    if folded := fold(cell):
                        yield Line(page.number, -1, cell, folded)
