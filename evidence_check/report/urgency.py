"""What to do first: how bad a gap is, what hangs on it as far as that is public, and how easy it is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_check.model.asked import Basis, Checklist, Method
from evidence_check.model.outcome import Status
from evidence_check.report.shapes import VerdictShown
from evidence_check.report.tallies import GAPS, is_gap

EFFORTS = ("look", "repair", "shoot", "complete", "make")
"""Ways to close a gap, the easiest first: open it, mend a paper, take a picture, add papers, find or write one."""

_PICTURES = (Method.PHOTO, Method.SCREENSHOT)
_BY_STATUS = {Status.UNSURE: "look", Status.DEFECTIVE: "repair", Status.PARTIAL: "complete"}


@dataclass(frozen=True, slots=True)
class Weight:
    """What is public of the weight a requirement belongs to: percent, and whether of its `indicator` or `dimension`."""

    of: str
    percent: float
    share: float


Weights = Mapping[str, Weight]
"""Public weights by the id of a requirement; one nothing is public of is absent."""


def weights_of(checklist: Checklist) -> dict[str, Weight]:
    """Return the public weights; `share` parts one evenly among the requirements under it, only to put them in order.

    How the assessor parts a weight among the papers of an indicator is not public, so the share is never shown.
    """
    indicators = {each.id: each for each in checklist.indicators}
    dimensions = {each.id: each for each in checklist.dimensions}
    judged = [each for each in checklist.requirements if not each.optional]
    under = Counter(each.indicator for each in judged)
    within = Counter(indicators[each.indicator].dimension for each in judged if each.indicator in indicators)
    found: dict[str, Weight] = {}
    for each in judged:
        indicator = indicators.get(each.indicator)
        dimension = dimensions.get(indicator.dimension) if indicator else None
        if indicator and indicator.weight is not None:
            found[each.id] = Weight("indicator", indicator.weight, indicator.weight / under[indicator.id])
        elif dimension and dimension.weight is not None:
            found[each.id] = Weight("dimension", dimension.weight, dimension.weight / within[dimension.id])
    return found


def effort_of(verdict: VerdictShown) -> str:
    """Return how a gap is closed, one of `EFFORTS`."""
    by_status = _BY_STATUS.get(verdict.status)
    if by_status:
        return by_status
    return "shoot" if verdict.method in _PICTURES else "make"


def worst_first(verdicts: Iterable[VerdictShown], weights: Weights) -> tuple[VerdictShown, ...]:
    """Return the gaps: the worst status first, in it what is surely asked, what weighs more, and what is easier.

    Otherwise they stay in the order of the checklist.
    """
    gaps = [verdict for verdict in verdicts if is_gap(verdict)]
    return tuple(sorted(gaps, key=lambda verdict: _rank(verdict, weights)))


def _rank(verdict: VerdictShown, weights: Weights) -> tuple[int, bool, float, int]:
    weight = weights.get(verdict.requirement)
    return (
        GAPS.index(verdict.status),
        verdict.basis == Basis.INFERRED,
        -weight.share if weight else 0.0,
        EFFORTS.index(effort_of(verdict)),
    )
