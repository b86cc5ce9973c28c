"""The people of numbered lists, as annexes name them without a table: *1. Embun Pagi, S.Sos.: Kepala Seksi.*"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.language import mentions_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.roster import is_person
from evidence_check.facts.signature import clean_name
from evidence_check.model.facts import Person
from evidence_check.words.fold import quote
from evidence_check.words.lines import Line

LEAST = 2
"""How many numbers must follow each other before they are a list."""
MOST = 400

_ENTRY = re.compile(
    r"^\W{0,3}(?P<at>\d{1,3})[.)]\s{1,4}(?P<name>[A-Z][^:;\d]{3,70})\s{0,3}[:;]\s{0,3}(?P<post>.{2,200})$"
)


def people_of_lists(paper: Paper, role: str) -> Iterator[Person]:
    """Yield who is named in a numbered list; names with degrees tell it from a list of anything else."""
    for run in _runs(paper):
        named = [(line, match) for line, match in run if is_person(match["name"].strip())]
        sure = sum(any(each.label == "NAME" for each in mentions_in(match["name"])) for _, match in named)
        if len(run) < LEAST or 2 * sure < len(run):
            continue
        for line, match in named:
            post = quote(match["post"].strip(" .;,"), 200)
            yield Person(clean_name(match["name"]), role, paper.place(line), post=post)


def _runs(paper: Paper) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    """Yield the entries of each list, whose numbers follow each other."""
    run: list[tuple[Line, re.Match[str]]] = []
    entries = ((line, _ENTRY.match(line.text)) for line in paper.lines if line.number not in paper.cited)
    for line, match in entries:
        if match is None:
            continue
        if run and int(match["at"]) != int(run[-1][1]["at"]) + 1:
            yield run
            run = []
        run.append((line, match))
        if len(run) >= MOST:
            break
    if run:
        yield run
