"""The people a paper names, with their NIP, and what part each plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_check.facts.labelled import people_of_labels
from evidence_check.facts.language import mentions_in
from evidence_check.facts.listing import people_of_lists
from evidence_check.facts.nip import Nip, nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.rating import rating_of
from evidence_check.facts.roster import MALFORMED_MOST, MOST, ROLES, Roster, is_person, merged_rows, roster_of
from evidence_check.facts.signature import RANK, clean_name, is_name
from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

NAME_REACH = 4

_LABEL_AND_REST = re.compile(r"(?i)(?<![\s/|:])[\s/|:]*+\bNIP\b.*$")
_LEAD = re.compile(r"^(?:[A-Z][a-z]{3,12}\s{0,3}:\s{0,3})?(?:\d{1,3}[.)]?\s{1,4})?")
"""What stands before the first name of a list: *Kepada : 1.*"""

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
    rows = roster.people or _apart_from_tables(paper, part)
    placed = (*first, *rating_of(paper, part == "rated"), *merged_rows(rows))
    known = {person.nip for person in placed if person.nip and person.name}
    listed, malformed = _listed(paper, known, MOST - len(roster.people))
    findings = (*roster.findings, *(each for each in malformed if each.place not in _places(roster)))
    return Named(_merged(placed, listed), findings[:MALFORMED_MOST])


def _apart_from_tables(paper: Paper, part: str) -> tuple[Person, ...]:
    """Return the people of lists and of blocks with labels; whom a paper rates has such a block, too."""
    listed = tuple(people_of_lists(paper, part)) if part in ROLES else ()
    return listed or (() if part == "rated" else tuple(people_of_labels(paper, part if part in ROLES else "listed")))


def _places(roster: Roster) -> list[Place | None]:
    return [finding.place for finding in roster.findings]


def _listed(paper: Paper, known: set[str], room: int) -> tuple[list[Person], list[Finding]]:
    """Return whoever has a NIP in the text and is not known by name yet, and the NIPs that cannot be right."""
    listed: list[Person] = []
    findings: list[Finding] = []
    for line in paper.lines:
        if len(listed) >= room:
            break
        nips = nips_in(line.text)
        names: tuple[str, ...] | None = None
        for index, nip in enumerate(nips):
            if not nip.valid:
                if len(findings) < MALFORMED_MOST:
                    found = params(digits=len(nip.digits))
                    findings.append(Finding("EC206", Level.NOTE, found, paper.place(line)))
            elif nip.digits not in known:
                names = names or _names_of(paper, line, nips)
                listed.append(Person(names[index], "listed", paper.place(line), nip.digits))
    return listed, findings


def _merged(placed: tuple[Person, ...], listed: list[Person]) -> tuple[Person, ...]:
    """Return the people once for each role; a bare listing of somebody who has a role is dropped."""
    names = {person.nip: person.name for person in reversed((*placed, *listed)) if person.nip and person.name}
    again = {fold(person.name) for person in listed}
    kept = [
        replace(person, name=person.name or names.get(person.nip, ""))
        for person in placed
        if person.nip or person.role != "listed" or fold(person.name) not in again
    ]
    known = {person.nip for person in placed}
    for person in listed:
        if person.nip not in known:
            known.add(person.nip)
            kept.append(replace(person, name=person.name or names.get(person.nip, "")))
    return tuple(kept)


def _names_of(paper: Paper, line: Line, nips: tuple[Nip, ...]) -> tuple[str, ...]:
    """Return the names that belong to the NIPs of a line, empty where that is not plain."""
    before = clean_name(_SPLIT.split(line.text[: nips[0].start].rstrip(" \t|/:-"))[-1])
    before = _LEAD.sub("", _LABEL_AND_REST.sub("", before)).strip(" /|:")
    beside = len(before) > 4 and before[:1].isupper() and not any(char.isdigit() for char in before)
    if len(nips) == 1:
        above = before if beside else next((clean_name(other.text) for other in _upwards(paper, line)), "")
        return (above if is_person(above) else _in_its_cell(paper, line, nips[0]) or above,)
    shown = next(_upwards(paper, line), None)
    names = _apart(shown, len(nips)) if shown else ("",) * len(nips)
    return (before, *names[1:]) if beside else names


def _in_its_cell(paper: Paper, line: Line, nip: Nip) -> str:
    """Return the name that stands above a NIP in one cell of a table, empty when there is none."""
    said = line.text[nip.start : nip.end]
    cells = (cell for page, table in paper.tables() if page == line.page for row in table.rows for cell in row)
    for cell in cells:
        at = cell.find(said)
        name = clean_name(cell[max(0, at - 100) : at].strip(" /\n")) if at > 0 else ""
        if is_person(name):
            return name
    return ""


def _apart(line: Line, count: int) -> tuple[str, ...]:
    """Return the names that stand side by side on a line when there are as many as wanted, else so many empty ones."""
    columns = [part for part in _SPLIT.split(line.text) if part.strip()]
    if len(columns) < 2:
        columns = [mention.text for mention in mentions_in(line.text) if mention.label == "NAME"]
    return tuple(clean_name(part) for part in columns) if len(columns) == count else ("",) * count


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
