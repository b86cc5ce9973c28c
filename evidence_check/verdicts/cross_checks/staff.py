"""Staff list against workload analysis: posts held, needed, the difference, and the sums (documents.md 5.6, 5.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used, figures_of

# A table of more posts than this was not taken whole, so its sum proves nothing.
WHOLE_TABLE = 300


def staff_list_adds_up(desk: Desk) -> Iterator[Disagreement]:
    """The sum a staff list states must be the number of people it lists, where one file has both."""
    for papers in desk.with_figures("staff_rows", "staff_total"):
        listed, stated = _listed(papers), figures_of(papers, "staff_total")
        if listed is not None and stated and not any(int(fact.value) == listed for fact in stated):
            told = params(file=papers[0].file, listed=listed, stated=stated[0].value)
            yield Disagreement(Finding("EC345", Level.DOUBT, told, stated[0].place), papers)


def workload_adds_up(desk: Desk) -> Iterator[Disagreement]:
    """Each difference must be what is held less what is needed, and each stated sum the sum of its rows."""
    for papers in desk.with_figures("posts_held", "posts_needed"):
        for used in papers:
            yield from _differences(used)
            for name in ("posts_held", "posts_needed"):
                yield from _sum(used, name)


def staff_equals_workload(desk: Desk) -> Iterator[Disagreement]:
    """Posts held by the workload analysis must be as many as the people on the staff list."""
    lists = desk.with_figures("staff_rows", "staff_total")
    for analysis in desk.with_figures("posts_held", "posts_held_total"):
        held = _held(analysis)
        counts = [(papers, counted) for papers in lists if (counted := _counts(papers))]
        if held is None or not counts or any(held.value in {str(each) for each in counted} for _, counted in counts):
            continue
        papers, counted = counts[0]
        told = params(file=analysis[0].file, held=held.value, other=papers[0].file, listed=min(counted),
                      difference=f"{int(Decimal(held.value)) - min(counted):+d}")
        yield Disagreement(Finding("EC350", Level.DOUBT, told, held.place), (*analysis, *papers))


def _listed(papers: Sequence[Used]) -> int | None:
    rows = figures_of(papers, "staff_rows")
    return sum(int(fact.value) for fact in rows) if rows else None


def _counts(papers: Sequence[Used]) -> set[int]:
    """Return every number of staff a list can be said to have; where its sums disagree, any of them may be meant."""
    listed = _listed(papers)
    stated = {int(fact.value) for fact in figures_of(papers, "staff_total")}
    return stated | ({listed} if listed is not None else set())


def _held(papers: Sequence[Used]) -> Fact | None:
    """Return the number of posts held in all: the sum stated last, else the sum of the rows."""
    stated = figures_of(papers, "posts_held_total")
    if stated:
        return stated[-1]
    rows = figures_of(papers, "posts_held")
    total = _plain(sum((Decimal(fact.value) for fact in rows), Decimal(0)))
    return Fact(total, rows[0].place, rows[0].confidence, "posts_held_total") if 0 < len(rows) < WHOLE_TABLE else None


def _differences(used: Used) -> Iterator[Disagreement]:
    """Tell the first post whose stated difference is none of need and holding; papers write it with either sign."""
    needed = {fact.of: fact for fact in used.figures("posts_needed")}
    held = {fact.of: fact for fact in used.figures("posts_held")}
    for short in used.figures("posts_short"):
        if short.of not in needed or short.of not in held:
            continue
        gap = Decimal(held[short.of].value) - Decimal(needed[short.of].value)
        if abs(gap) != abs(Decimal(short.value)):
            told = params(post=short.of, held=held[short.of].value, needed=needed[short.of].value,
                          difference=_plain(gap), stated=short.value)
            yield Disagreement(Finding("EC352", Level.DOUBT, told, short.place), (used,))
            return


def _sum(used: Used, name: str) -> Iterator[Disagreement]:
    rows, stated = used.figures(name), used.figures(f"{name}_total")
    if not stated or not 1 < len(rows) < WHOLE_TABLE:
        return
    total = sum((Decimal(fact.value) for fact in rows), Decimal(0))
    if not any(Decimal(fact.value) == total for fact in stated):
        told = params(column=name, total=_plain(total), stated=stated[-1].value, rows=len(rows))
        yield Disagreement(Finding("EC351", Level.DOUBT, told, stated[-1].place), (used,))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
