"""What is promised must be one in standard, pledge and procedure: channels for complaints, and compensation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used

Names = Callable[[str, str], dict[str, str]]
"""How what is said here and there is called in the finding."""


def channels_agree(desk: Desk) -> Iterator[Disagreement]:
    """Two papers that name telephone numbers or addresses for complaints must have one of a kind in common."""
    for kind in ("phone", "email"):
        papers = [(used, [fact for fact in used.figures("channel") if fact.of == kind]) for used in desk.papers]
        yield from _apart(papers, "EC360", partial(_channels, kind))


def compensation_agrees(desk: Desk) -> Iterator[Disagreement]:
    """Two papers that say how a failure is made good must have a form of it in common."""
    yield from _apart([(used, list(used.figures("compensation"))) for used in desk.papers], "EC361", _forms)


def _apart(papers: list[tuple[Used, list[Fact]]], code: str, names: Names) -> Iterator[Disagreement]:
    """Yield each paper that has nothing in common with any of the others, once: the first pair says both."""
    saying = [(used, facts, {fact.value for fact in facts}) for used, facts in papers if facts]
    told: set[str] = set()
    for index, (used, facts, values) in enumerate(saying):
        others = [each for at, each in enumerate(saying) if at != index and each[0].file != used.file]
        if not others or any(values & other for _, _, other in others) or used.file in told:
            continue
        other, theirs, _ = others[0]
        told |= {used.file, other.file}
        told_of = params(**names(_listed(facts), _listed(theirs)), file=used.file, other=other.file)
        yield Disagreement(Finding(code, Level.NOTE, told_of, facts[0].place), (used, other))


def _channels(kind: str, here: str, there: str) -> dict[str, str]:
    return {"channel": kind, "here": here, "there": there}


def _forms(here: str, there: str) -> dict[str, str]:
    return {"forms": here, "other_forms": there}


def _listed(facts: list[Fact]) -> str:
    return ", ".join(sorted({fact.value for fact in facts}))
