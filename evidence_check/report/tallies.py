"""Counts that add up and never flatter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from evidence_check.model.asked import Method
from evidence_check.model.outcome import Status
from evidence_check.report.shapes import TallyShown, VerdictShown

GAPS = (Status.MISSING, Status.DEFECTIVE, Status.PARTIAL, Status.UNSURE)
OUTSIDE = (Status.NOT_CHECKED, Status.NOT_APPLICABLE)
BY_ASKING = (Method.INTERVIEW, Method.OBSERVATION)


def tally_of(verdicts: Iterable[VerdictShown]) -> TallyShown:
    """Return how verdicts add up; optional items count among the statuses, but not in the share that is ready."""
    kept = list(verdicts)
    counts = Counter(verdict.status for verdict in kept)
    # An answer about an interview is no document: it must not raise the share of documents that are ready.
    judged = [verdict for verdict in kept if verdict.status not in OUTSIDE and verdict.method not in BY_ASKING]
    required = [verdict.status for verdict in judged if not verdict.optional]
    said = [each for each in judged if each.by_people and not each.optional and each.status is Status.MET]
    met, unsure = required.count(Status.MET), required.count(Status.UNSURE)
    return TallyShown(
        counts=tuple((status, counts[status]) for status in Status),
        total=len(kept),
        judged=len(judged),
        required=len(required),
        ready=met,
        ready_min=share(met, len(required)),
        ready_max=share(met + unsure, len(required)),
        met=sum(each.status is Status.MET for each in judged),
        by_people=len(said),
    )


def share(part: int, whole: int) -> int | None:
    """Return a share in whole percent, rounded down; None when there is nothing to share."""
    return 100 * part // whole if whole else None


def is_gap(verdict: VerdictShown) -> bool:
    """Say whether somebody still has to do something for this requirement."""
    return verdict.status in GAPS and not (verdict.optional and verdict.status is Status.MISSING)
