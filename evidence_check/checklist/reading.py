"""YAML text → a checklist, an entry of the catalogue, or the office's own file.

The formats are described in `docs/checklist-format.md`. Whatever is wrong is a `ChecklistError` that
names file, line and column; nothing unknown is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Collection

from evidence_check.checklist.fields import Fields, opened, whole
from evidence_check.checklist.holdings import holdings_of
from evidence_check.checklist.kinds_of_office import OFFICE_KINDS
from evidence_check.checklist.marked import QUOTED, Node, marked
from evidence_check.checklist.requirements import Known, indicator_of
from evidence_check.checklist.titles import title_of
from evidence_check.checklist.together import categories_of, must_agree, must_weigh
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import (
    Board,
    Charge,
    Checklist,
    Dimension,
    DocumentType,
    Exemption,
    Indicator,
    Interviewee,
    LookAlike,
    Office,
    Requirement,
    Signatory,
)

CHECKLIST = (
    "format", "id", "name", "years", "extends", "note", "sources", "categories", "dimensions", "indicators",
)  # fmt: skip
DIMENSION = ("id", "name", "weight")
TYPE = (
    "format", "id", "name", "titles", "aliases", "anchors", "columns", "parts", "look_alikes", "boards", "kind_of",
    "evidence", "generic", "dated_by", "needs", "holds", "person", "tells", "issuer", "sources", "note",
)  # fmt: skip
LOOK_ALIKE = ("name", "words")
BOARD = ("name", "words")
OFFICE = (
    "format", "office", "region", "aliases", "kind", "checklist", "year", "visit", "products", "interviewees",
    "not_applicable", "letterhead", "signatory", "in_charge",
)  # fmt: skip
INTERVIEWEE = ("role", "name", "post")
SIGNATORY = ("name", "post", "rank", "nip", "town")
EXEMPTION = ("requirement", "reason", "by")
CHARGE = ("name", "items")
PERSONS = ("rated", "listed", "member", "participant")
TELLS = ("staff", "workload", "complaint_rows", "complaint_counts", "products", "channels", "compensations")
NEEDS = (
    "number", "date", "office", "about", "person", "period", "signature_block", "annex", "rows", "rows_in_period",
    "contacts",
)  # fmt: skip
YEARS = (1990, 2200)


def read_checklist(text: str, name: str, types: Collection[str]) -> Checklist:
    """Return the checklist of a YAML text; `types` are the ids of the catalogue, `name` is shown in errors."""
    fields = opened(marked(text, name), CHECKLIST)
    if fields.node("extends"):
        raise fields.place("extends").error("checklist_needs_base", base=fields.text("extends")[:QUOTED])
    sources = sources_of(fields)
    fields.must("dimensions")
    dimensions = dimensions_of(fields, Unique("dimensions"))
    known = Known(types, dict(sources), frozenset(each.id for each in dimensions))
    indicators, requirements = _indicators(fields, known)
    must_agree(fields.items("indicators"), {each.id for each in requirements})
    must_weigh(fields, dimensions, indicators)
    return Checklist(
        id=fields.must_text("id"),
        name=fields.must_text("name"),
        years=years_of(fields),
        dimensions=dimensions,
        indicators=indicators,
        requirements=requirements,
        sources=sources,
        note=fields.text("note"),
        categories=categories_of(fields),
    )


def read_document_type(text: str, name: str) -> DocumentType:
    """Return the catalogue entry of a YAML text; phrases come out as folded words."""
    fields = opened(marked(text, name), TYPE)
    return DocumentType(
        id=fields.must_text("id"),
        name=fields.must_text("name"),
        titles=tuple(title_of(title, spot) for title, spot in fields.texts("titles")),
        aliases=fields.phrases("aliases"),
        anchors=fields.phrases("anchors"),
        columns=tuple(_columns(node) for node in fields.items("columns")),
        parts=tuple(title_of(part, spot) for part, spot in fields.texts("parts")),
        look_alikes=tuple(_look_alike(node) for node in fields.items("look_alikes")),
        boards=tuple(_board(node) for node in fields.items("boards")),
        kind_of=fields.text("kind_of"),
        evidence=fields.flag("evidence", True),
        generic=fields.flag("generic", False),
        dated_by=fields.one_of("dated_by", ("period", "signed"), "signed"),
        needs=fields.some_of("needs", NEEDS),
        tells=fields.some_of("tells", TELLS),
        person=fields.one_of("person", ("", *PERSONS), ""),
        holds=holdings_of(fields),
        issuer=fields.one_of("issuer", ("own", "any", "region"), "own"),
        sources=fields.names("sources"),
        note=fields.text("note"),
    )


def read_office(text: str, name: str) -> Office:
    """Return what an office says of itself in its own `evidence-check.yaml`."""
    fields = opened(marked(text, name), OFFICE)
    return Office(
        name=fields.text("office").strip(),
        aliases=fields.names("aliases"),
        region=fields.text("region").strip(),
        kind=fields.one_of("kind", ("", *OFFICE_KINDS), ""),
        checklist=fields.text("checklist").strip(),
        year=fields.whole("year", *YEARS),
        visit=fields.day("visit"),
        products=_products(fields),
        interviewees=tuple(_interviewee(node) for node in fields.items("interviewees")),
        not_applicable=exemptions_of(fields, "not_applicable"),
        letterhead=fields.names("letterhead"),
        signatory=_signatory(fields.node("signatory")),
        in_charge=_charges(fields),
    )


def years_of(fields: Fields) -> tuple[int, ...]:
    """Return the years a checklist is made for."""
    return tuple(whole(node, "years", *YEARS) for node in fields.items("years"))


def sources_of(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Return the sources of a checklist, each with what it is."""
    node = fields.node("sources")
    if node is None:
        return ()
    keys = tuple(getattr(node, "pairs", ()))
    told = Fields(node, "sources", keys)
    return tuple((key, told.must_text(key)) for key in keys)


def dimensions_of(fields: Fields, ids: Unique) -> tuple[Dimension, ...]:
    """Return the dimensions of a checklist; their ids join those seen so far."""
    dimensions = []
    for node in fields.items("dimensions"):
        each = Fields(node, "dimensions", DIMENSION)
        key = ids.add(each.must_text("id"), each.place("id"))
        dimensions.append(Dimension(key, each.must_text("name"), each.percent("weight")))
    return tuple(dimensions)


def _indicators(fields: Fields, known: Known) -> tuple[tuple[Indicator, ...], tuple[Requirement, ...]]:
    fields.must("indicators")
    ids, asked_ids = Unique("indicators"), Unique("requirements")
    indicators: list[Indicator] = []
    requirements: list[Requirement] = []
    for node in fields.items("indicators"):
        indicator, asked = indicator_of(node, known, ids, asked_ids)
        indicators.append(indicator)
        requirements.extend(asked)
    return tuple(indicators), tuple(requirements)


def _columns(node: Node) -> tuple[str, ...]:
    wrapped = Fields.of_list(node, "columns")
    return wrapped.phrases("columns")


def _look_alike(node: Node) -> LookAlike:
    each = Fields(node, "look_alikes", LOOK_ALIKE)
    each.must("words")
    return LookAlike(each.must_text("name"), each.phrases("words"))


def _board(node: Node) -> Board:
    each = Fields(node, "boards", BOARD)
    each.must("words")
    return Board(each.must_text("name"), each.phrases("words"))


def exemptions_of(fields: Fields, under: str) -> tuple[Exemption, ...]:
    """Return the requirements switched off under a key, each with why and on whose word."""
    ids = Unique(under)
    exemptions = []
    for node in fields.items(under):
        each = Fields(node, under, EXEMPTION)
        key = ids.add(each.must_text("requirement"), each.place("requirement"))
        exemptions.append(Exemption(key, each.must_text("reason"), each.must_text("by")))
    return tuple(exemptions)


def _products(fields: Fields) -> tuple[str, ...]:
    names = Unique("products")
    products = zip(fields.names("products"), fields.texts("products"), strict=True)
    return tuple(names.add(product, spot) for product, (_, spot) in products)


def _interviewee(node: Node) -> Interviewee:
    each = Fields(node, "interviewees", INTERVIEWEE)
    return Interviewee(each.must_text("role"), each.must_text("name"), each.text("post").strip())


def _charges(fields: Fields) -> tuple[Charge, ...]:
    """Return who is in charge of what; an item has one person only, so that nobody waits for another."""
    taken = Unique("in_charge")
    charges = []
    for node in fields.items("in_charge"):
        each = Fields(node, "in_charge", CHARGE)
        each.must("items")
        named = zip(each.names("items"), each.texts("items"), strict=True)
        charges.append(Charge(each.must_text("name"), tuple(taken.add(item, spot) for item, (_, spot) in named)))
    return tuple(charges)


def _signatory(node: Node | None) -> Signatory | None:
    if node is None:
        return None
    each = Fields(node, "signatory", SIGNATORY)
    return Signatory(each.must_text("name"), each.must_text("post"), *(each.text(key).strip() for key in SIGNATORY[2:]))
