"""The products a list names must be those the standards are about (ombudsman-2026.md PR-06)."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.model.files import Finding, Level, params
from evidence_check.verdicts.cross_checks.desk import Desk, Disagreement, Used
from evidence_check.words.products import products_in


def products_have_standards(desk: Desk) -> Iterator[Disagreement]:
    """Each product of a list must be named in a standard; what is not is told with the list."""
    standards = [used for used in desk.papers if _has_parts(used, desk) and not used.figures("product")]
    known: dict[tuple[str, ...], set[str]] = {}
    for used in desk.papers if standards else ():
        products = tuple(dict.fromkeys(fact.value for fact in used.figures("product")))
        if products and products not in known:
            known[products] = {product for each in standards for product in products_in(_text(each), products)}
        named = known.get(products, set())
        missing = [product for product in products if product not in named]
        if missing:
            told = params(file=used.file, products="; ".join(missing), named=len(named), listed=len(products),
                          other=standards[0].file)
            yield Disagreement(Finding("EC359", Level.DOUBT, told, used.figures("product")[0].place), (used,))


def _has_parts(used: Used, desk: Desk) -> bool:
    """Say whether a paper is of a type that is made up of set headings, as a service standard is."""
    kind = desk.catalogue.get(used.type)
    while kind is not None and not kind.parts:
        kind = desk.catalogue.get(kind.kind_of)
    return kind is not None


def _text(used: Used) -> str:
    return " ".join(page.text for page in used.evidence.document.pages)
