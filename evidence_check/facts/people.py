"""The people a paper names, with their NIP, and what part each plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_check.facts.language import mentions_in
from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.rating import rating_of
from evidence_check.facts.roster import MALFORMED_MOST, MOST, ROLES, Roster, merged_rows, roster_of
from evidence_check.facts.signature import RANK, clean_name, is_name
from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.words.lines import Line

NAME_REACH = 4

_SPLIT = re.compile(r"\s{3,}|\t|\|")


@dataclass(frozen=True, slots=True)
class Named:
    """The people of a paper with what is wrong about their NIP."""

    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


def people_of(paper: Paper, signatory: Person | None, part: str) -> Named:
    """Return the people of a paper, the signatory first.

    `part` is what the type of the paper makes of those it is about: `rated` (an identity block names one), or the
    role of everybody in its tables. Whoever else has a NIP in the text is `listed`.
    """
    roster = roster_of(paper, part if part in ROLES else "")
    first = (signatory,) if signatory else ()
    placed = (*first, *rating_of(paper, part == "rated"), *merged_rows(roster.people))
    known = {person.nip for person in placed if person.nip and person.name}
    listed, malformed = _listed(paper, known, MOST - len(roster.people))
    findings = (*roster.findings, *(each for each in malformed if each.place not in _places(roster)))
    return Named(_merged(placed, listed), findings[:MALFORMED_MOST])


def _places(roster: Roster) -> list[Place | None]:
    return [finding.place for finding in roster.findings]


def _listed(paper: Paper, known: set[str], room: int) -> tuple[list[Person], list[Finding]]:
    """Return whoever has a NIP in the text and is not known by name yet, and the NIPs that cannot be right."""
    listed: list[Person] = []
    findings: list[Finding] = []
    for line in paper.lines:
        if len(listed) >= room:
            break
        for index, nip in enumerate(nips_in(line.text)):
            if not nip.valid:
                if len(findings) < MALFORMED_MOST:
                    found = params(digits=len(nip.digits))
                    findings.append(Finding("EC206", Level.NOTE, found, paper.place(line)))
            elif nip.digits not in known:
                name = _name_near(paper, line, index, nip.start)
                listed.append(Person(name, "listed", paper.place(line), nip.digits))
    return listed, findings


def _merged(placed: tuple[Person, ...], listed: list[Person]) -> tuple[Person, ...]:
    """Return the people once for each role; a bare listing of somebody who has a role is dropped."""
    names = {person.nip: person.name for person in reversed((*placed, *listed)) if person.nip and person.name}
    kept = [replace(person, name=person.name or names.get(person.nip, "")) for person in placed]
    known = {person.nip for person in placed}
    for person in listed:
        if person.nip not in known:
            known.add(person.nip)
            kept.append(replace(person, name=person.name or names.get(person.nip, "")))
    return tuple(kept)


def _name_near(paper: Paper, line: Line, index: int, start: int) -> str:
    """Return the name that belongs to the NIP at `start`, the `index`th of its line; empty when it is not plain."""
    before = clean_name(_SPLIT.split(line.text[:start].rstrip(" \t|/:-"))[-1]) if index == 0 else ""
    before = re.sub(r"^\d{1,3}[.)]?\s+", "", re.sub(r"(?i)[\s/|:]*\bNIP\b.*$", "", before)).strip(" /|:")
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
