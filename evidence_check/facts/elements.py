"""The elements a paper of its kind has to hold, each with its place, and the figures measured beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidence_check.facts.annex import annex_of
from evidence_check.facts.contacts import contacts_of
from evidence_check.facts.paper import Paper
from evidence_check.facts.rows import empty_tables_of, rows_of
from evidence_check.facts.survey import survey_of
from evidence_check.model.asked import DocumentType, Holding
from evidence_check.model.facts import HELD, Fact, Kind
from evidence_check.words.elements import holdings_of, needs_of, standing

NEAR = 0.35


def figures_of(paper: Paper, catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind]) -> tuple[Fact, ...]:
    """Return what is measured in a paper, then which elements of its likeliest kind it holds."""
    measured = tuple(fact for holding in _measured(catalogue, kinds) for fact in survey_of(paper, holding))
    held = _held(paper, catalogue, kinds, measured)
    return (*measured, *held, *_of_its_form(paper, catalogue, kinds), *empty_tables_of(paper))


def _of_its_form(paper: Paper, catalogue: Mapping[str, DocumentType], kinds: Sequence[Kind]) -> Iterator[Fact]:
    """Yield what the likely kinds need besides their elements: an annex, rows, telephone numbers."""
    likely = [catalogue[kind.type] for kind in kinds if kind.score >= NEAR and kind.type in catalogue]
    needs = {need: kind for kind in reversed(likely) for need in needs_of(kind, catalogue)}
    if "annex" in needs:
        yield from annex_of(paper)
    if "rows" in needs:
        # Days are kept only where they are compared: a row may hold the number of somebody served.
        yield from rows_of(paper, needs["rows"], "rows_in_period" in needs_of(needs["rows"], catalogue))
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
            yield Fact(name, place or paper.place(paper.lines[0]), 1.0, HELD, holding.name)
