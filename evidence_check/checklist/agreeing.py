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
    """Refuse an office file that switches off a requirement the checklist does not have."""
    known = {requirement.id for requirement in checklist.requirements}
    for exemption in office.not_applicable:
        if exemption.requirement not in known:
            near = suggestion(exemption.requirement, known)
            raise ChecklistError(
                "checklist_unknown_requirement", file=name, requirement=exemption.requirement, suggestion=near
            )
