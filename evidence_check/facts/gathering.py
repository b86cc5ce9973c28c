"""Everything a document says about itself, gathered from the modules that look for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from evidence_check.facts.about import about_of, title_of
from evidence_check.facts.draft import draft_signs
from evidence_check.facts.elements import NEAR, figures_of
from evidence_check.facts.figures import FIGURES
from evidence_check.facts.number import month_in_number, number_of
from evidence_check.facts.office import office_of
from evidence_check.facts.paper import Paper, paper_of
from evidence_check.facts.people import people_of
from evidence_check.facts.period import period_of, year_of_paper
from evidence_check.facts.pictures import with_pictures
from evidence_check.facts.signature import signature_of
from evidence_check.facts.signing import signed_date
from evidence_check.facts.sureness import with_sureness
from evidence_check.facts.timeline import timeline_of
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Fact, Facts, Kind
from evidence_check.model.files import Document, Finding, Level, params

UNSURE_DATE = 0.5
LIKELY = 3


def facts_of(document: Document, catalogue: Mapping[str, DocumentType], kinds: tuple[Kind, ...] = ()) -> Facts:
    """Return what a document says about itself; `kinds` (best first) say what part those in it play."""
    paper = paper_of(document)
    facts = Facts(kinds=kinds)
    if paper.lines:
        figures = (*_figures(paper, catalogue, kinds), *figures_of(paper, catalogue, kinds))
        facts = replace(_gathered(paper, kinds, _part(catalogue, kinds)), figures=figures)
    return with_sureness(with_pictures(facts, document, catalogue), document)


def _figures(paper: Paper, catalogue: Mapping[str, DocumentType], kinds: tuple[Kind, ...]) -> Iterator[Fact]:
    """Yield the figures that papers of the likely types are asked for, each sort once."""
    likely = [catalogue[kind.type] for kind in kinds[:LIKELY] if kind.type in catalogue and kind.score >= NEAR]
    for told in dict.fromkeys(told for kind in likely for told in kind.tells):
        yield from FIGURES[told](paper)


def _doubted(date: Fact | None, number: Fact | None) -> Fact | None:
    """Return the date, less sure when the year in the paper's own number is another: one of them was misread."""
    years = set(re.findall(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.])", number.value)) if number else set()
    if date is None or not years or date.value[:4] in years:
        return date
    return replace(date, confidence=min(date.confidence, UNSURE_DATE))


def _of_another_month(date: Fact | None, number: Fact | None) -> tuple[Finding, ...]:
    """Return EC230 when the Roman month in a number is not the one its paper was signed in."""
    month = month_in_number(number.value) if number else None
    if not number or not month or not date or int(date.value[5:7]) == month:
        return ()
    told = params(number=number.value, date=date.value)
    return (Finding("EC230", Level.NOTE, told, number.place),)


def _part(catalogue: Mapping[str, DocumentType], kinds: tuple[Kind, ...]) -> str:
    """Return what the likeliest type of a paper makes of those it is about."""
    best = catalogue.get(kinds[0].type) if kinds else None
    return best.person if best is not None else ""


def _gathered(paper: Paper, kinds: tuple[Kind, ...], part: str) -> Facts:
    numbered = number_of(paper)
    dated = signed_date(paper)
    reported = period_of(paper)
    signed = signature_of(paper)
    about = about_of(paper)
    named = people_of(paper, signed.signatory, part)
    date = _doubted(dated.date, numbered.number)
    timeline = timeline_of(paper, date)
    return Facts(
        kinds=kinds,
        title=title_of(paper),
        number=numbered.number,
        date=date,
        year=year_of_paper(paper, reported.period, date, numbered.number),
        period=reported.period,
        about=about,
        office=office_of(paper, about, signed.signatory),
        signatory=signed.signatory,
        people=named.people,
        signature=signed.state,
        dates=timeline.dates,
        findings=(
            *draft_signs(paper),
            *numbered.findings,
            *dated.findings,
            *timeline.findings,
            *_of_another_month(date, numbered.number),
            *reported.findings,
            *named.findings,
            *signed.findings,
        ),
        signs=signed.signs,
    )
