"""Regulations that are cited although something else has replaced them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.yardsticks import Revoked
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used
from evidence_check.words.fold import fold, quote

_TAKEN_BACK = re.compile(r"\b(?:dicabut|mencabut|tidak berlaku|diganti|digantikan|menggantikan|pengganti)\b")
BETWEEN = 8
"""How many words may stand between the name of a regulation and its number."""

LONGEST = 2000


def revoked_regulations(desk: Desk) -> Iterator[Disagreement]:
    """A paper made after a regulation was replaced should cite what replaced it, or say in the line that it was."""
    for used in desk.papers:
        made = _year(used)
        for revoked in desk.yardsticks.revoked if made else ():
            place = _cited(used, revoked) if made >= revoked.since else None
            if place is not None:
                told = params(cited=f"{revoked.number}/{revoked.year}", by=revoked.by, since=revoked.since)
                yield Disagreement(Finding("EC362", Level.NOTE, told, place), (used,))


def _cited(used: Used, revoked: Revoked) -> Place | None:
    """Return the first line that cites a regulation without saying that it is no longer in force."""
    year = str(revoked.year)
    for page in used.evidence.document.pages:
        for line in page.text.splitlines() if year in page.text else ():
            # Folding takes longer than all else: only lines that have both numbers are folded.
            if revoked.number not in line or year not in line:
                continue
            folded = fold(line[:LONGEST])
            if _cites(revoked).search(folded) and not _TAKEN_BACK.search(folded):
                return Place(used.file, page.number, quote(line))
    return None


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
