"""People: those in samples must be on the staff list, the one interviewed on complaints in the team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence_check.model.facts import Person
from evidence_check.model.files import Finding, Level, params
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used
from evidence_check.verdicts.same_person import same_name, same_person
from evidence_check.words.fold import fold

# A list of fewer people was hardly read, or is a list of something else.
A_LIST = 3
COMPLAINTS = "pengaduan"
TEAM = ("member", "head")


def people_on_staff_list(desk: Desk) -> Iterator[Disagreement]:
    """Whoever is rated in a paper must be on the staff list."""
    lists = [used for used in desk.papers if used.figures("staff_rows")]
    staff = [person for used in lists for person in used.evidence.facts.people if person.role == "listed"]
    if len(staff) < A_LIST:
        return
    for used in desk.papers:
        rated = next((person for person in used.evidence.facts.people if person.role == "rated"), None)
        if rated and not any(same_person(rated, other) for other in staff):
            told = params(name=rated.name, file=used.file, other=lists[0].file, count=len(staff))
            yield Disagreement(Finding("EC357", Level.DOUBT, told, rated.place), (used,))


def complaint_head_in_team(desk: Desk) -> Iterator[Disagreement]:
    """Whom the office names for the interview on complaints must be in the team its decree sets up."""
    asked = [each for each in desk.office.interviewees if COMPLAINTS in fold(f"{each.role} {each.post}").split()]
    for used in desk.papers if asked else ():
        team = _team(used)
        if not team or COMPLAINTS not in _subject(used):
            continue
        for each in asked:
            if not any(same_name(each.name, member.name) for member in team):
                told = params(name=each.name, role=each.role, file=used.file, count=len(team))
                yield Disagreement(Finding("EC358", Level.DOUBT, told, team[0].place), (used,))


def _team(used: Used) -> Sequence[Person]:
    return tuple(person for person in used.evidence.facts.people if person.role in TEAM)


def _subject(used: Used) -> list[str]:
    facts = used.evidence.facts
    return fold(" ".join(fact.value for fact in (facts.title, facts.about) if fact)).split()
