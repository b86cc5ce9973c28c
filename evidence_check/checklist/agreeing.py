"""Whether a checklist, the year under check and the office's own file fit together."""

from __future__ import annotations

from evidence_check.checklist.suggesting import suggestion
from evidence_check.errors import ChecklistError
from evidence_check.model.asked import Checklist, Office


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


def _its_own(checklist: Checklist, office: Office) -> bool:
    """Say whether the office's file was written for this checklist; a path is taken to be it."""
    named = office.checklist
    return named in ("", checklist.id, checklist.extends) or named.lower().endswith((".yaml", ".yml"))
