"""Facts of papers described in `facts_cases/*.yaml`; an inspector can add a case there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from evidence_check import library
from evidence_check.extract.heads import with_heads
from evidence_check.facts.gathering import facts_of
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Facts, Kind
from evidence_check.model.files import Content, Document, File, Page, Place, ReadAs, Table, Trace
from evidence_check.words.fold import holds

CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "facts_cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
LEVELLED = ("EC227", "EC228")
SIMPLE = ("title", "number", "date", "year", "period", "about", "office", "signature")


def document_of(case: dict[str, Any]) -> Document:
    """Return the document a case describes."""
    texts = case["text"].split("--- halaman\n")
    tables = {1: case["table"], **case.get("tables", {})} if "table" in case else case.get("tables", {})
    seen = tuple(Trace(name, 0.5, 0.6, line) for name, line in case.get("traces", {}).items())
    pages = tuple(
        Page(number, text, ReadAs(case.get("read_as", "text")), 1.0, tables_of(tables.get(number)), traces=seen)
        for number, text in enumerate(texts, start=1)
    )
    file = File("berkas.pdf", 1, "0" * 64, "pdf")
    marks = tuple(sorted(case.get("marks", {}).items()))
    return Document(file, with_heads(Content(file, pages)).pages, marks)


def tables_of(rows: list[list[str]] | None) -> tuple[Table, ...]:
    """Return the table of a page, none without rows."""
    return (Table(tuple(tuple(row) for row in rows)),) if rows else ()


def facts_in(case: dict[str, Any]) -> Facts:
    """Return the facts of a case; `person` says what its type makes of those in it, `rates: true` that it rates one.

    `type` names a type of the catalogue instead.
    """
    if "type" in case:
        return facts_of(document_of(case), library.catalogue(), (Kind(case["type"], 1.0),))
    part = case.get("person", "rated" if case.get("rates") else "")
    return facts_of(document_of(case), {"jenis": DocumentType("jenis", "Jenis", person=part)}, (Kind("jenis", 1.0),))


def places_of(facts: Facts) -> list[Place]:
    """Return every place the facts rest on."""
    single = (getattr(facts, name) for name in SIMPLE)
    places = [fact.place for fact in single if fact is not None]
    places += [person.place for person in facts.people]
    places += [fact.place for fact in (*facts.figures, *facts.dates, *facts.signs)]
    places += [finding.place for finding in facts.findings if finding.place is not None]
    return places + ([facts.signatory.place] if facts.signatory else [])


def seen(facts: Facts, name: str) -> Any:
    """Return what the facts hold under the name a case uses."""
    if name in SIMPLE:
        fact = getattr(facts, name)
        return fact.value if fact else None
    if name == "findings":
        return sorted(finding.code for finding in facts.findings)
    if name == "dates":
        return [f"{fact.name} {fact.value}" for fact in facts.dates]
    if name == "levels":
        return {finding.code: str(finding.level) for finding in facts.findings if finding.code in LEVELLED}
    if name == "people":
        return [" | ".join((person.role, person.name, person.nip, person.post)) for person in facts.people]
    if name == "figures":
        found = [(f"{fact.name} {fact.of}".strip(), fact.value) for fact in facts.figures
                 if fact.name not in ("held", "board")]  # fmt: skip
        return dict(reversed(found))
    if name == "held":
        return [fact.value for fact in facts.figures if fact.name == "held"]
    if name == "signs":
        return sorted(f"{sign.name}: {sign.value}" + (f", {sign.of}" if sign.of else "") for sign in facts.signs)
    if name == "listed":
        return [person.nip for person in facts.people if person.role == "listed"]
    if name in ("signatory", "post", "nip"):
        field = {"signatory": "name"}.get(name, name)
        return getattr(facts.signatory, field) if facts.signatory else None
    if name == "date_confidence":
        return facts.date.confidence if facts.date else None
    role, _, field = name.partition("_")
    person = next((person for person in facts.people if person.role == role), None)
    return getattr(person, field or "nip") if person else None


@pytest.mark.parametrize(("theme", "case"), CASES, ids=[f"{theme}: {case['name']}" for theme, case in CASES])
def test_paper_says_what_the_case_expects(theme: str, case: dict[str, Any]) -> None:
    facts = facts_in(case)
    assert case["expect"], theme
    assert {name: seen(facts, name) for name in case["expect"]} == case["expect"]


@pytest.mark.parametrize(("theme", "case"), CASES, ids=[f"{theme}: {case['name']}" for theme, case in CASES])
def test_every_quote_stands_on_its_page(theme: str, case: dict[str, Any]) -> None:
    texts = {page.number: page.text for page in document_of(case).pages}
    places = places_of(facts_in(case))
    assert places, theme
    for place in places:
        assert holds(texts[place.page], place.quote), place


@pytest.mark.parametrize(("theme", "case"), CASES, ids=[f"{theme}: {case['name']}" for theme, case in CASES])
def test_the_summary_has_the_date_of_signing_and_no_other(theme: str, case: dict[str, Any]) -> None:
    facts = facts_in(case)
    signed = [(fact.value, fact.place, fact.confidence) for fact in facts.dates if fact.name == "signed"]
    assert signed == ([(facts.date.value, facts.date.place, facts.date.confidence)] if facts.date else []), theme
