"""The people a paper names, with their NIP, and what part each plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_check.facts.language import mentions_in
from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.rating import rating_of
from evidence_check.facts.signature import RANK, clean_name, is_name
from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.lines import Line

MOST = 300
NAME_REACH = 4

_SPLIT = re.compile(r"\s{3,}|\t|\|")


@dataclass(frozen=True, slots=True)
class Named:
    """The people of a paper with what is wrong about their NIP."""

    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


def people_of(paper: Paper, signatory: Person | None, wanted: bool) -> Named:
    """Return the people of a paper, the signatory first; `wanted`: an identity block names the person rated."""
    listed: list[Person] = []
    findings: list[Finding] = []
    for line in paper.lines:
        for index, nip in enumerate(nips_in(line.text)):
            if not nip.valid:
                findings.append(Finding("EC206", Level.NOTE, params(digits=len(nip.digits)), paper.place(line)))
                continue
            listed.append(Person(_name_near(paper, line, index, nip.start), "listed", paper.place(line), nip.digits))
        if len(listed) >= MOST:
            break
    first = (signatory,) if signatory else ()
    return Named(_merged((*first, *rating_of(paper, wanted), *listed)), tuple(findings[:20]))


def _merged(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return the people once for each role; a bare listing of somebody who has a role is dropped."""
    kept: list[Person] = []
    names = {person.nip: person.name for person in reversed(people) if person.nip and person.name}
    known: set[str] = set()
    for person in people:
        if person.role == "listed" and person.nip in known:
            continue
        known.add(person.nip)
        kept.append(replace(person, name=person.name or names.get(person.nip, "")))
    return tuple(kept)


def _name_near(paper: Paper, line: Line, index: int, start: int) -> str:
    """Return the name that belongs to the NIP at `start`, the `index`th of its line; empty when it is not plain."""
    before = clean_name(_SPLIT.split(line.text[:start].rstrip(" \t|/:.-"))[-1]) if index == 0 else ""
    before = re.sub(r"^\d{1,3}[.)]?\s+", "", re.sub(r"(?i)[\s/|:.]*\bNIP\b.*$", "", before)).strip(" /|:")
    if len(before) > 4 and before[:1].isupper() and not any(char.isdigit() for char in before):
        return before
    several = len(nips_in(line.text)) > 1
    for other in _upwards(paper, line):
        if several:
            columns = [part for part in _SPLIT.split(other.text) if part.strip()]
            names = [mention.text for mention in mentions_in(other.text) if mention.label == "NAME"]
            apart = columns if len(columns) > 1 else names
            return clean_name(apart[index]) if len(apart) == len(nips_in(line.text)) else ""
        return clean_name(other.text)
    return ""


def _upwards(paper: Paper, line: Line) -> Iterator[Line]:
    """Yield lines above a NIP that may hold the name, ranks passed over."""
    for other in reversed(paper.before(line, NAME_REACH)):
        if other.page != line.page or nips_in(other.text):
            return
        if RANK.search(other.folded):
            continue
        labelled = re.match(r"^\W{0,4}(\d{1,2}\W{1,3})?nama\b", other.text, re.IGNORECASE)
        if labelled or is_name(other):
            yield other
        return
