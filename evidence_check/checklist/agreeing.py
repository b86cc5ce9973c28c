"""Whether a checklist, the year under check, the office's own file and its decisions fit together."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_check.checklist.marked import QUOTED, Spot
from evidence_check.checklist.suggesting import suggestion
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist, Office
from evidence_check.model.reviews import Decision, Review, fits


def check_year(checklist: Checklist, year: int) -> None:
    """Refuse a year the checklist was not made for; one without years fits every year."""
    if checklist.years and year not in checklist.years:
        years = ", ".join(map(str, checklist.years))
        raise ChecklistError("checklist_wrong_year", id=checklist.id, year=year, years=years)


def check_office(checklist: Checklist, office: Office, name: str) -> None:
    """Refuse an office file that switches off a requirement, or puts somebody in charge, of what the checklist lacks.

    An office that is looked at by another checklist than it names may speak of what only its own has.
    """
    if not _its_own(checklist, office):
        return
    known = {requirement.id for requirement in checklist.requirements}
    for exemption in office.not_applicable:
        if exemption.requirement not in known:
            near = suggestion(exemption.requirement, known)
            raise ChecklistError(
                "checklist_unknown_exemption", file=name, requirement=exemption.requirement, suggestion=near
            )
    items = known | {each.id for each in checklist.indicators} | {each.id for each in checklist.dimensions}
    for item in (item for charge in office.in_charge for item in charge.items):
        if item not in items:
            raise ChecklistError("checklist_unknown_charge", file=name, item=item, suggestion=suggestion(item, items))


def check_reviews(checklist: Checklist, office: Office, reviews: Sequence[Review]) -> None:
    """Refuse decisions on requirements the checklist does not have, and those that do not fit how one is judged.

    Under another checklist than the office names they are let pass here and told in the report.
    """
    if not _its_own(checklist, office):
        return
    asked = {each.id: each for each in checklist.requirements}
    for review in reviews:
        spot = Spot(review.source, review.line, 1)
        requirement = asked.get(review.requirement)
        if requirement is None:
            near = suggestion(review.requirement, asked)
            told = review.requirement[:QUOTED]
            raise spot.error("reviews_unknown_requirement", requirement=told, suggestion=near)
        if not fits(review.decision, requirement):
            possible = ", ".join(each.value for each in Decision if fits(each, requirement))
            told_of = {"decision": review.decision.value, "method": requirement.method.value}
            raise spot.error("reviews_unfit", requirement=requirement.id, possible=possible, **told_of)


def _its_own(checklist: Checklist, office: Office) -> bool:
    """Say whether the office's file was written for this checklist; a path is taken to be it."""
    named = office.checklist
    return named in ("", checklist.id, checklist.extends) or named.lower().endswith((".yaml", ".yml"))
