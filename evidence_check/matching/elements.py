"""What a genuine paper of its type holds: named elements, an annex it announces, rows under its heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence_check.matching.question import Question, title_place
from evidence_check.model.asked import Holding
from evidence_check.model.facts import HELD, Fact
from evidence_check.model.files import Finding, Level, Place, ReadAs, params
from evidence_check.words.elements import holdings_of, needs_of, standing
from evidence_check.words.months import month_in, months_in


def holds_what_its_type_holds(asked: Question) -> Iterator[Finding]:
    """So many elements of each group must be there; those of an outdated method must not."""
    for holding in holdings_of(asked.type, asked.catalogue):
        there = _there(asked, holding)
        if holding.outdated:
            if len(there) >= holding.at_least:
                told = params(group=holding.name, found=len(there))
                yield Finding("EC241", Level.DOUBT, told, next(iter(there.values())) or title_place(asked))
        elif len(there) < holding.at_least:
            lacking = "; ".join(each.name for each in holding.elements if each.name not in there)
            told = params(group=holding.name, elements=lacking, found=len(there), needed=holding.at_least)
            yield Finding("EC236", _level(asked, holding, len(there)), told, title_place(asked))


def _there(asked: Question, holding: Holding) -> dict[str, Place | None]:
    """Return the elements that are there: as the facts have them of the likeliest kind, else looked for now."""
    document, figures = asked.evidence.document, asked.evidence.facts.figures
    known = {fact.value: fact.place for fact in figures if fact.name == HELD and fact.of == holding.name}
    likeliest = asked.evidence.facts.kinds[0].type if asked.evidence.facts.kinds else ""
    if known and asked.type.id == likeliest:
        return dict(known)
    return standing(holding, document.file.path, document.pages, figures)


def _level(asked: Question, holding: Holding, found: int) -> Level:
    if holding.lacking == "doubt" or (holding.doubt_from and found >= holding.doubt_from):
        return Level.DOUBT
    return asked.missing()


def is_filled_in(asked: Question) -> Iterator[Finding]:
    """No table of it may be empty but for its heads; where rows are what is asked for, that is told by its form."""
    empty = _figures(asked, "empty_table")
    if empty and not (_needs_rows(asked) and any(_has_rows(asked))):
        yield Finding("EC238", Level.DOUBT, (), empty[0].place)


def has_what_its_form_needs(asked: Question) -> Iterator[Finding]:
    """An annex it announces must be there, its table be filled in, and the days in it lie in its period."""
    needs = needs_of(asked.type, asked.catalogue)
    for need, rule in FORM.items():
        if need in needs:
            yield from rule(asked)


def _has_its_annex(asked: Question) -> Iterator[Finding]:
    """Yield a doubt only: the annex may be a file of its own, or stand on pages nobody read."""
    announced = _figures(asked, "annex_announced")
    unread = any(page.read_as is ReadAs.UNREAD for page in asked.evidence.document.pages)
    if announced and not _figures(asked, "annex") and not unread:
        yield Finding("EC237", Level.DOUBT, (), announced[0].place)


def _needs_rows(asked: Question) -> bool:
    return "rows" in needs_of(asked.type, asked.catalogue)


def _has_rows(asked: Question) -> Iterator[Finding]:
    filled = _figures(asked, "filled_rows")
    if filled and filled[0].value == "0":
        yield Finding("EC238", asked.missing(), (), filled[0].place)


def _rows_lie_in_its_period(asked: Question) -> Iterator[Finding]:
    period, days = asked.evidence.facts.period, _figures(asked, "row_date")
    months = months_in(period.value) if period else range(0)
    outside = [day for day in days if month_in(day.value) not in months]
    if period and months and outside:
        told = params(found=outside[0].value, count=len(outside), total=len(days), expected=period.value)
        yield Finding("EC239", Level.DOUBT, told, outside[0].place)


def _has_contacts(asked: Question) -> Iterator[Finding]:
    if not any(fact.value != "0" for fact in _figures(asked, "contacts")):
        yield Finding("EC240", asked.missing(), (), title_place(asked))


def _figures(asked: Question, name: str) -> list[Fact]:
    return [fact for fact in asked.evidence.facts.figures if fact.name == name]


FORM: dict[str, Callable[[Question], Iterator[Finding]]] = {
    "annex": _has_its_annex,
    "rows": _has_rows,
    "rows_in_period": _rows_lie_in_its_period,
    "contacts": _has_contacts,
}
