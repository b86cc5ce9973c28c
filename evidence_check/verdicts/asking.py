"""What is left for a person to decide, and which papers or pictures to look at for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidence_check.model.asked import Method
from evidence_check.model.files import File, Unreadable
from evidence_check.model.outcome import Match, Status, Verdict
from evidence_check.model.reviews import ABOUT_A_FILE, BY_ASKING, Standing
from evidence_check.verdicts.located import speaks_of
from evidence_check.verdicts.pictures import PICTURED

MOST = 9
SETTLED = (Status.MET, Status.NOT_APPLICABLE, Status.NOT_CHECKED)
_UNREAD = "EC306"


def is_contradicted(verdict: Verdict) -> bool:
    """Say whether people said the opposite: another decision would not settle that."""
    return any(each.standing is Standing.CONTRADICTED for each in verdict.reviews)


def is_open(verdict: Verdict) -> bool:
    """Say whether a person is to decide: what is in doubt, pictures to be seen, what is judged by asking or looking."""
    method: Method = verdict.requirement.method
    if is_contradicted(verdict):
        return False
    if method in BY_ASKING:
        return verdict.status is Status.NOT_CHECKED
    if method in PICTURED:
        return verdict.status not in SETTLED and bool(candidates_of(verdict))
    return verdict.status is Status.UNSURE


def candidates_of(verdict: Verdict) -> tuple[Match, ...]:
    """Return the papers or pictures nobody decided on yet: those in question first, then those that count already."""
    decided = [
        each.review
        for each in verdict.reviews
        if each.standing is Standing.HOLDS and each.review.decision in ABOUT_A_FILE
    ]
    found = [*verdict.near_misses, *verdict.matches]
    return tuple(each for each in found if not any(speaks_of(review, each) for review in decided))[:MOST]


def unread_for(verdict: Verdict, unreadable: Sequence[Unreadable]) -> tuple[File, ...]:
    """Return the files nobody could read that may be what is asked; a person can open what a program cannot."""
    named = {each.place.file for each in verdict.findings if each.code == _UNREAD and each.place}
    decided = {each.review.sha256 for each in verdict.reviews if each.standing is Standing.HOLDS}
    files: Mapping[str, File] = {each.file.path: each.file for each in unreadable if each.file.sha256}
    return tuple(files[path] for path in sorted(named) if path in files and files[path].sha256 not in decided)
