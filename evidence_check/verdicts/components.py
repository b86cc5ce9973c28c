"""Which component of which product stands where: the matrix a person would draw over the standards of an office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence_check.model.asked import Office, Requirement
from evidence_check.model.files import Page, Place, ReadAs
from evidence_check.model.outcome import Component, Match, There
from evidence_check.verdicts.apart import products_of, title_of
from evidence_check.words.lines import lines_of, place_of_line
from evidence_check.words.openings import Headings, Opened, Says, headings_among, headings_in, hollow_in
from evidence_check.words.products import parts_of

THERE = {Says.SOMETHING: There.YES, Says.UNCLEAR: There.UNCLEAR, Says.NOTHING: There.EMPTY}


def components_of(requirement: Requirement, papers: Sequence[Match], office: Office) -> tuple[Component, ...]:
    """Return how each component of each product stands in the best of some papers."""
    wanted = requirement.must_cover
    if not wanted or not papers:
        return ()
    if not (requirement.per_product and office.products):
        return tuple(_row("", *_best([(match, headings_in(_pages(match), wanted)) for match in papers]), wanted))
    about = {match: products_of(match, office) for match in papers}
    found: list[Component] = []
    for product in office.products:
        having = [match for match in papers if product in about[match]]
        if having:
            found += _row(product, *best_of(product, having, wanted, office), wanted)
        else:
            found += [Component(product, each, There.NO) for each in wanted]
    return tuple(found)


def best_of(
    product: str, papers: Sequence[Match], wanted: Sequence[str], office: Office
) -> tuple[Match, Headings]:
    """Return the paper that has most of a product's headings, with those in the part that concerns the product."""
    return _best([(match, _headings(match, product, wanted, office)) for match in papers])


def place_of_empty(match: Match, headings: Headings) -> Place | None:
    """Return where the first heading with nothing in its place stands."""
    return next((_place(match, each) for each in headings.opened if each.says is Says.NOTHING), None)


def _best(seen: Sequence[tuple[Match, Headings]]) -> tuple[Match, Headings]:
    return max(seen, key=lambda each: (len(each[1].found), -len(each[1].bare)))


def _row(product: str, match: Match, headings: Headings, wanted: Sequence[str]) -> Iterator[Component]:
    known = {each.heading: each for each in headings.opened}
    for name in wanted:
        if name in known:
            yield Component(product, name, THERE[known[name].says], _place(match, known[name]))
        else:
            yield Component(product, name, There.NO)


def _place(match: Match, opened: Opened) -> Place | None:
    return place_of_line(match.evidence.document.file.path, opened.line, _pages(match))


def _pages(match: Match) -> tuple[Page, ...]:
    return match.evidence.document.pages


def _headings(match: Match, product: str, wanted: Sequence[str], office: Office) -> Headings:
    """Return the headings in the part of a paper on one product; those not surely its own are told as unclear."""
    pages = _pages(match)
    parts = parts_of(title_of(match), lines_of(pages), office.products)
    if len(parts) == 1 and parts[product].sure == lines_of(pages):
        return headings_in(pages, wanted)
    noisy, hollow = any(page.read_as is ReadAs.OCR for page in pages), hollow_in(pages)
    sure = headings_among(parts[product].sure, (), wanted, noisy, hollow)
    possible = headings_among(parts[product].possible, (), wanted, noisy, hollow)
    known = {each.heading: each for each in sure.opened}
    unclear = (replace(each, says=min(each.says, Says.UNCLEAR)) for each in possible.opened)
    return Headings(tuple(known.get(each.heading, each) for each in unclear))
