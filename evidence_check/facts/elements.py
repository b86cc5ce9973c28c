"""The elements a paper of its kind has to hold, each with its place, and the figures measured beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidence_check.facts.annex import annex_of
from evidence_check.facts.contacts import contacts_of
from evidence_check.facts.paper import Paper
from evidence_check.facts.rows import rows_of
from evidence_check.facts.survey import survey_of
from evidence_check.model.asked import DocumentType, Holding
from evidence_check.model.facts import Fact, Kind
from evidence_check.words.elements import holdings_of, needs_of, standing

HELD = "held"
"""The name of a figure that says: this element (`value`) of this group (`of`) is there."""
NEAR = 0.35


def figures_of(paper: Paper, catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind]) -> tuple[Fact, ...]:
    """Return what is measured in a paper, then which elements of its likeliest kind it holds."""
    measured = tuple(fact for holding in _measured(catalogue, kinds) for fact in survey_of(paper, holding))
    return (*measured, *_held(paper, catalogue, kinds, measured), *_of_its_form(paper, catalogue, kinds))


def _of_its_form(paper: Paper, catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind]) -> Iterator[Fact]:
    """Yield what the likely kinds need besides their elements: an annex, rows, telephone numbers."""
    likely = [catalogue[kind.type] for kind in kinds if kind.score >= NEAR and kind.type in catalogue]
    needs = {need: kind for kind in reversed(likely) for need in needs_of(kind, catalogue)}
    if "annex" in needs:
        yield from annex_of(paper)
    if "rows" in needs:
        yield from rows_of(paper, needs["rows"])
    if "contacts" in needs:
        yield from contacts_of(paper)


def _measured(catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind]) -> Iterator[Holding]:
    """Yield the measured group of the best kind that has one."""
    for kind in kinds:
        if kind.score >= NEAR and kind.type in catalogue:
            for holding in holdings_of(catalogue[kind.type], catalogue):
                if holding.measured:
                    yield holding
                    return


def _held(
    paper: Paper, catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind], measured: Sequence[Fact]
) -> Iterator[Fact]:
    kind = catalogue.get(kinds[0].type) if kinds else None
    if kind is None:
        return
    for holding in holdings_of(kind, catalogue):
        for name, place in standing(holding, paper.file, paper.document.pages, measured).items():
            if place is not None:
                yield Fact(name, place, 1.0, HELD, holding.name)
