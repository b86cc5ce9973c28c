"""A sample of staff drawn by lot, as an inspector draws it: whose papers must be there, not just any four."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from evidence_check.model.asked import DocumentType, Method
from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.model.yardsticks import Draw
from evidence_check.verdicts.same_person import bare, same_person


def drawn(verdicts: Sequence[Verdict], catalogue: Mapping[str, DocumentType], draw: Draw) -> tuple[Verdict, ...]:
    """Return the verdicts on samples of people, those lacking that were drawn told; without a staff list nobody is."""
    staff = _staff(verdicts)
    chosen = draw_from(staff, draw)
    return tuple(_told(each, chosen, len(staff), catalogue, draw) if _samples_people(each) else each
                 for each in verdicts)  # fmt: skip


def draw_from(staff: Sequence[Person], draw: Draw) -> tuple[Person, ...]:
    """Return the people drawn: the same for the same seed, whatever the order of the list and whoever else is on it."""
    lots = {_key(person): person for person in reversed(staff)}
    order = sorted(lots, key=lambda key: (hashlib.sha256(f"{draw.seed}\n{key}".encode()).hexdigest(), key))
    return tuple(lots[key] for key in order[: draw.count])


def _key(person: Person) -> str:
    return person.nip or bare(person.name)


def _staff(verdicts: Sequence[Verdict]) -> tuple[Person, ...]:
    """Return everybody on the staff lists that count, in the order of name and number."""
    listing = {id(match.evidence): match.evidence for each in verdicts for match in each.matches
               if any(fact.name == "staff_rows" for fact in match.evidence.facts.figures)}  # fmt: skip
    found = {_key(person): person for evidence in listing.values() for person in evidence.facts.people
             if person.role == "listed" and _key(person)}  # fmt: skip
    return tuple(found[key] for key in sorted(found))


def _samples_people(verdict: Verdict) -> bool:
    requirement = verdict.requirement
    judged = verdict.status not in (Status.NOT_APPLICABLE, Status.NOT_CHECKED)
    return judged and requirement.distinct_by == "person" and requirement.method is Method.DOCUMENT


def _told(
    verdict: Verdict, chosen: Sequence[Person], among: int, catalogue: Mapping[str, DocumentType], draw: Draw
) -> Verdict:
    if not chosen:
        nobody = Finding("EC342", Level.NOTE, params(count=draw.count, seed=draw.seed))
        return replace(verdict, findings=(*verdict.findings, nobody))
    there = [person for match in verdict.matches if (person := _rated(match, catalogue))]
    missing = [each for each in chosen if not any(same_person(each, person) for person in there)]
    if not missing:
        return verdict
    names = "; ".join(sorted(person.name or person.nip for person in missing))
    gap = Finding("EC341", Level.ERROR, params(names=names, count=len(missing), drawn=len(chosen), among=among,
                                               seed=draw.seed))  # fmt: skip
    status = Status.PARTIAL if verdict.status is Status.MET else verdict.status
    return replace(verdict, status=status, findings=(*verdict.findings, gap), advice=verdict.advice or gap)


def _rated(match: Match, catalogue: Mapping[str, DocumentType]) -> Person | None:
    role = (catalogue[match.type].person if match.type in catalogue else "") or "rated"
    return next((person for person in match.evidence.facts.people if person.role == role), None)
