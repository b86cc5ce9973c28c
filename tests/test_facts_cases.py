"""Facts of papers described in `facts_cases/*.yaml`; an inspector can add a case there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from evidence_check import library
from evidence_check.facts.gathering import facts_of
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Facts, Kind
from evidence_check.model.files import Document, File, Page, Place, ReadAs, Table
from evidence_check.words.fold import holds

CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "facts_cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
RATED = DocumentType("penilaian", "Penilaian", person="rated")
SIMPLE = ("title", "number", "date", "year", "period", "about", "office", "signature")


def document_of(case: dict[str, Any]) -> Document:
    """Return the document a case describes."""
    texts = case["text"].split("--- halaman\n")
    rows = tuple(tuple(row) for row in case.get("table", ()))
    heads = case.get("heads", 0)
    tables = (Table(rows, heads=rows[0] if heads else (), body_at=heads),) if rows else ()
    pages = tuple(
        Page(number, text, ReadAs(case.get("read_as", "text")), 1.0, tables if number == 1 else ())
        for number, text in enumerate(texts, start=1)
    )
    marks = tuple(sorted(case.get("marks", {}).items()))
    return Document(File("berkas.pdf", 1, "0" * 64, "pdf"), pages, marks)


def facts_in(case: dict[str, Any]) -> Facts:
    """Return the facts of a case; `rates: true` says that somebody is rated, `type` what the paper is."""
    if "type" in case:
        return facts_of(document_of(case), library.catalogue(), (Kind(case["type"], 1.0),))
    kinds = (Kind("penilaian", 1.0),) if case.get("rates") else ()
    return facts_of(document_of(case), {"penilaian": RATED}, kinds)


def places_of(facts: Facts) -> list[Place]:
    """Return every place the facts rest on."""
    single = (getattr(facts, name) for name in SIMPLE)
    places = [fact.place for fact in single if fact is not None]
    places += [person.place for person in facts.people]
    places += [fact.place for fact in facts.figures]
    places += [finding.place for finding in facts.findings if finding.place is not None]
    return places + ([facts.signatory.place] if facts.signatory else [])


def seen(facts: Facts, name: str) -> Any:
    """Return what the facts hold under the name a case uses."""
    if name in SIMPLE:
        fact = getattr(facts, name)
        return fact.value if fact else None
    if name == "findings":
        return sorted(finding.code for finding in facts.findings)
    if name == "figures":
        found = [(f"{fact.name} {fact.of}".strip(), fact.value) for fact in facts.figures if fact.name != "held"]
        return dict(reversed(found))
    if name == "held":
        return [fact.value for fact in facts.figures if fact.name == "held"]
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
