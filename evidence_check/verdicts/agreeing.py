"""Whether the papers of one requirement say the same as those of another: a second look over all verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from evidence_check.model.asked import Agreement, DocumentType, Office
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.verdicts.apart import bare_name, dated_of, products_of
from evidence_check.words.names import same_office

# Whom a paper is about where its type tells nobody apart; who rates, approves or signs it is not among them.
NAMED = ("rated", "listed", "member", "head", "participant")
Catalogue = Mapping[str, DocumentType]


def agreeing(verdicts: Sequence[Verdict], catalogue: Catalogue, office: Office) -> tuple[Verdict, ...]:
    """Return the verdicts, a green one in doubt where its papers do not agree with those it must agree with.

    Every verdict is compared with the others as they were before, so their order changes nothing.
    """
    by_id = {verdict.requirement.id: verdict for verdict in verdicts}
    return tuple(_looked_at(verdict, by_id, catalogue, office) for verdict in verdicts)


def _looked_at(verdict: Verdict, by_id: Mapping[str, Verdict], catalogue: Catalogue, office: Office) -> Verdict:
    if not verdict.matches or not verdict.requirement.agrees_with:
        return verdict
    found: list[Finding] = []
    for agreement in verdict.requirement.agrees_with:
        other = by_id.get(agreement.requirement)
        found += _compared(agreement, verdict.matches, other.matches if other else (), catalogue, office)
    doubts = [each for each in found if each.level is Level.DOUBT]
    status = Status.UNSURE if doubts and verdict.status is Status.MET else verdict.status
    advice = doubts[0] if doubts and not verdict.advice else verdict.advice
    return replace(verdict, status=status, findings=(*verdict.findings, *found), advice=advice)


def _compared(
    agreement: Agreement, here: Sequence[Match], there: Sequence[Match], catalogue: Catalogue, office: Office
) -> Iterator[Finding]:
    """Yield a note when there is nothing to compare with, a doubt for each paper that says otherwise or nothing."""
    about = {"requirement": agreement.requirement, "on": agreement.on}
    if not there:
        yield Finding("EC321", Level.NOTE, params(**about))
        return
    values = [value for match in there for value in _said(match, agreement.on, catalogue, office)]
    for match in here:
        said = _said(match, agreement.on, catalogue, office)
        if not said or not values:
            yield Finding("EC321", Level.DOUBT, params(**about), match.place)
            continue
        stray = [value for value in said if not any(_same(agreement.on, value, other, office) for other in values)]
        if stray:
            told = params(**about, here=_listed(stray), there=_listed(values))
            yield Finding("EC318", Level.DOUBT, told, match.place)


def _said(match: Match, on: str, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    return SAID[on](match, catalogue, office)


def _year(match: Match, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    year = match.evidence.facts.year
    return (year.value[:4],) if year else ()


def _period(match: Match, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    fact = dated_of(match, catalogue)
    return (fact.value,) if fact else ()


def _office(match: Match, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    named = match.evidence.facts.office
    return (named.value,) if named else ()


def _people(match: Match, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    wanted = (catalogue[match.type].persons if match.type else ()) or NAMED
    people = [person for person in match.evidence.facts.people if person.role in wanted]
    return tuple(f"{person.name} / {person.nip}" if person.nip else person.name for person in people)


def _products(match: Match, catalogue: Catalogue, office: Office) -> tuple[str, ...]:
    return products_of(match, office)


SAID: dict[str, Callable[[Match, Catalogue, Office], tuple[str, ...]]] = {
    "year": _year, "period": _period, "office": _office, "people": _people, "products": _products,
}  # fmt: skip


def _same(on: str, one: str, other: str, office: Office) -> bool:
    if on == "office":
        return same_office(one, other, (), office.region) is True
    return _same_person(one, other) if on == "people" else one == other


def _same_person(one: str, other: str) -> bool:
    """Say whether two people are one: by identity number where both have it, else by name without titles."""
    (name, _, nip), (other_name, _, other_nip) = one.partition(" / "), other.partition(" / ")
    return nip == other_nip if nip and other_nip else bool(bare_name(name)) and bare_name(name) == bare_name(other_name)


def _listed(values: Sequence[str]) -> str:
    return ", ".join(sorted({value.partition(" / ")[0] for value in values}))
