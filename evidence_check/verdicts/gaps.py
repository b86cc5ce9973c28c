"""What still lacks when some papers count: how many, which types, months, quarters, products, components.

Each rule gets the papers that would count together and yields a finding for what they leave open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence_check.model.asked import DocumentType, Office, Requirement
from evidence_check.model.files import Finding, Level, ReadAs, params
from evidence_check.model.outcome import Match
from evidence_check.verdicts.apart import dated_of, products_of, unit_of
from evidence_check.verdicts.components import best_of, place_of_empty
from evidence_check.words.months import due_months, iso_of, months_in, quarter_iso, quarters_of, year_months
from evidence_check.words.products import products_in


@dataclass(frozen=True, slots=True)
class Asked:
    """What a requirement asks of which office for which year, with the catalogue its types stand in."""

    requirement: Requirement
    catalogue: Mapping[str, DocumentType]
    office: Office
    year: int


def gaps_of(asked: Asked, papers: Sequence[Match]) -> tuple[Finding, ...]:
    """Return what the papers together leave open, nothing when they suffice."""
    return tuple(finding for rule in GAPS for finding in rule(asked, papers))


def too_few(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """There must be `count` papers; where `any_of` stands beside `all_of`, papers of its types."""
    requirement = asked.requirement
    if requirement.any_of and requirement.all_of:
        papers = [match for match in papers if family_of(match.type, asked.catalogue) & set(requirement.any_of)]
    if len(papers) < requirement.count:
        yield Finding("EC302", Level.ERROR, params(found=len(papers), needed=requirement.count))


def types_missing(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """Each type of `all_of` must have a paper; a paper serves the most special of them it belongs to."""
    wanted = asked.requirement.all_of
    served = {_slot(match.type, wanted, asked.catalogue) for match in papers}
    missing = [asked.catalogue[each].name for each in wanted if each not in served]
    if missing:
        yield Finding("EC313", Level.ERROR, params(types="; ".join(missing)))


def months_missing(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """Each month up to the one before the visit must have a paper; without a visit, each month of the year.

    A paper that speaks of months yet to come at the visit has not seen them: it is no proof of any.
    """
    if asked.requirement.period != "each_month":
        return
    due = due_months(asked.year, asked.office.visit)
    wanted = year_months(asked.year) if due is None else due
    covered: set[int] = set()
    for match in papers:
        fact = dated_of(match, asked.catalogue)
        months = months_in(fact.value) if fact else range(0)
        if due is None and len(months) > 6:
            continue
        if len(months) == 1 or (months and months[-1] <= max(wanted) + 1):
            covered.update(months)
    missing = [iso_of(month) for month in wanted if month not in covered]
    if missing:
        level = Level.ERROR if due is not None else Level.DOUBT
        yield Finding("EC314", level, params(months=", ".join(missing)))


def quarters_missing(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """Where samples differ by quarter and are too few, name the quarters of the year nobody handed in."""
    requirement = asked.requirement
    if requirement.distinct_by != "quarter" or len(papers) >= requirement.count:
        return
    there = {unit_of(match, "quarter", asked.catalogue, asked.office) for match in papers}
    quarters = [quarter_iso(each) for each in quarters_of(year_months(asked.year))]
    missing = [each for each in quarters if each not in there]
    if missing:
        yield Finding("EC315", Level.ERROR, params(months=", ".join(missing)))


def products_missing(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """Each product of the office must have a paper about it, with all headings in the part that concerns it.

    A product that is only mentioned in passing is in doubt.
    """
    requirement = asked.requirement
    if not requirement.per_product or not papers:
        return
    about = {match: products_of(match, asked.office) for match in papers}
    level = Level.DOUBT if any(map(_hardly_read, papers)) else Level.ERROR
    missing = [each for each in asked.office.products if not any(each in products for products in about.values())]
    mentioned = {each for match in papers for each in products_in(_text(match), asked.office.products)}
    for products, weight in (
        ([each for each in missing if each not in mentioned], level),
        ([each for each in missing if each in mentioned], Level.DOUBT),
    ):
        if products:
            yield Finding("EC317", weight, params(products="; ".join(products)))
    for product in asked.office.products:
        having = [match for match in papers if product in about[match]]
        if having and requirement.must_cover:
            yield from _components(requirement, product, having, asked.office, level)


def contacts_missing(asked: Asked, papers: Sequence[Match]) -> Iterator[Finding]:
    """There must be so many telephone numbers of people served, for each product where each is looked at by itself."""
    requirement = asked.requirement
    if not requirement.contacts or not papers:
        return
    by_product = requirement.per_product and bool(asked.office.products)
    level = Level.DOUBT if any(map(_hardly_read, papers)) else Level.ERROR
    for product in asked.office.products if by_product else ("",):
        found, repeated, invalid = (
            sum(_contacts(match, name, product, asked.office) for match in papers)
            for name in ("contacts", "contacts_repeated", "contacts_invalid")
        )
        if found < requirement.contacts:
            told = params(found=found, needed=requirement.contacts, product=product, repeated=repeated, invalid=invalid)
            yield Finding("EC335", level, told, papers[0].place)


def _contacts(match: Match, name: str, product: str, office: Office) -> int:
    """Return how many numbers a paper has for a product: in rows that name it, or in all where it is about it alone."""
    alone = not product or products_of(match, office) == (product,)
    return sum(
        int(fact.value) for fact in match.evidence.facts.figures
        if fact.name == name and (product in named if (named := products_in(fact.of, office.products)) else alone)
    )  # fmt: skip


def _components(
    requirement: Requirement, product: str, papers: Sequence[Match], office: Office, level: Level
) -> Iterator[Finding]:
    """Yield what the best paper on a product lacks."""
    wanted = requirement.must_cover
    match, best = best_of(product, papers, wanted, office)
    lacking = [each for each in wanted if each not in best.found]
    bare = [each for each in wanted if each in best.bare]
    if not lacking and not bare:
        return
    weight = level if lacking else Level.DOUBT
    told = params(components="; ".join(lacking or bare), found=len(wanted) - len(lacking or bare),
                  needed=len(wanted), product=product, empty="; ".join(each for each in wanted if each in best.empty))
    yield Finding("EC316", weight, told, place_of_empty(match, best))


def _text(match: Match) -> str:
    return " ".join(page.text for page in match.evidence.document.pages)


def _hardly_read(match: Match) -> bool:
    return any(page.read_as in (ReadAs.UNREAD, ReadAs.OCR) for page in match.evidence.document.pages)


def family_of(kind: str, catalogue: Mapping[str, DocumentType]) -> set[str]:
    """Return a type and all the more general ones it belongs to."""
    family = {kind}
    while kind := catalogue[kind].kind_of:
        family.add(kind)
    return family


def _slot(kind: str, wanted: Sequence[str], catalogue: Mapping[str, DocumentType]) -> str:
    """Return the type of `all_of` a paper serves: its own, else the nearest more general one."""
    while kind and kind not in wanted:
        kind = catalogue[kind].kind_of
    return kind


GAPS: tuple[Callable[[Asked, Sequence[Match]], Iterator[Finding]], ...] = (
    too_few,
    types_missing,
    months_missing,
    quarters_missing,
    products_missing,
    contacts_missing,
)
