"""Regulations that are cited although something else has replaced them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from evidence_check.model.files import Finding, Level, params
from evidence_check.model.yardsticks import Revoked
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used
from evidence_check.words.lines import lines_of, place_of

_TAKEN_BACK = re.compile(r"\b(?:dicabut|mencabut|tidak berlaku|diganti|digantikan|menggantikan|pengganti)\b")
BETWEEN = 8
"""How many words may stand between the name of a regulation and its number."""


def revoked_regulations(desk: Desk) -> Iterator[Disagreement]:
    """A paper made after a regulation was replaced should cite what replaced it, or say in the line that it was."""
    for used in desk.papers:
        made = _year(used)
        for revoked in desk.yardsticks.revoked if made else ():
            if made < revoked.since:
                continue
            for line in lines_of(used.evidence.document.pages):
                found = revoked.number in line.text and _cites(revoked).search(line.folded)
                if found and not _TAKEN_BACK.search(line.folded):
                    told = params(cited=f"{revoked.number}/{revoked.year}", by=revoked.by, since=revoked.since)
                    place = place_of(used.file, [line])
                    yield Disagreement(Finding("EC362", Level.NOTE, told, place), (used,))
                    break


def _year(used: Used) -> int:
    """Return the year a paper was made, 0 when it is not known."""
    facts = used.evidence.facts
    said = facts.date or facts.year
    return int(said.value[:4]) if said and said.value[:4].isdigit() else 0


@cache
def _cites(revoked: Revoked) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(revoked.names, key=len, reverse=True)))
    return re.compile(
        rf"\b(?:{names})(?: (?!tahun\b)[a-z]+){{0,{BETWEEN}}}? (?:(?:nomor|no) )?{re.escape(revoked.number)}"
        rf" (?:tahun )?{revoked.year}\b"
    )
