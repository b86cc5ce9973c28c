"""YAML text → a checklist, an entry of the catalogue, or the office's own file.

The formats are described in `docs/checklist-format.md`. Whatever is wrong is a `ChecklistError` that
names file, line and column; nothing unknown is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Collection

from evidence_check.checklist.fields import Fields, opened, whole
from evidence_check.checklist.marked import Node, marked
from evidence_check.checklist.requirements import Known, indicator_of
from evidence_check.checklist.titles import title_of
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import (
    Checklist,
    Dimension,
    DocumentType,
    Exemption,
    Indicator,
    LookAlike,
    Office,
    Requirement,
)

CHECKLIST = ("format", "id", "name", "years", "note", "sources", "dimensions", "indicators")
DIMENSION = ("id", "name", "weight")
TYPE = (
    "format", "id", "name", "titles", "aliases", "anchors", "columns", "parts", "look_alikes", "kind_of", "evidence",
    "generic", "dated_by", "needs", "person", "issuer", "sources", "note",
)  # fmt: skip
LOOK_ALIKE = ("name", "words")
OFFICE = ("format", "office", "region", "aliases", "kind", "checklist", "year", "not_applicable")
EXEMPTION = ("requirement", "reason", "by")
NEEDS = ("number", "date", "office", "about", "person", "period", "signature_block")
YEARS = (1990, 2200)


def read_checklist(text: str, name: str, types: Collection[str]) -> Checklist:
    """Return the checklist of a YAML text; `types` are the ids of the catalogue, `name` is shown in errors."""
    fields = opened(marked(text, name), CHECKLIST)
    sources = _sources(fields)
    dimensions = _dimensions(fields)
    known = Known(types, dict(sources), frozenset(each.id for each in dimensions))
    indicators, requirements = _indicators(fields, known)
    return Checklist(
        id=fields.must_text("id"),
        name=fields.must_text("name"),
        years=tuple(whole(node, "years", *YEARS) for node in fields.items("years")),
        dimensions=dimensions,
        indicators=indicators,
        requirements=requirements,
        sources=sources,
        note=fields.text("note"),
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
        kind_of=fields.text("kind_of"),
        evidence=fields.flag("evidence", True),
        generic=fields.flag("generic", False),
        dated_by=fields.one_of("dated_by", ("period", "signed"), "signed"),
        needs=fields.some_of("needs", NEEDS),
        person=fields.one_of("person", ("", "rated", "listed"), ""),
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
        kind=fields.text("kind").strip(),
        checklist=fields.text("checklist").strip(),
        year=fields.whole("year", *YEARS),
        not_applicable=_exemptions(fields),
    )


def _sources(fields: Fields) -> tuple[tuple[str, str], ...]:
    node = fields.node("sources")
    if node is None:
        return ()
    keys = tuple(getattr(node, "pairs", ()))
    told = Fields(node, "sources", keys)
    return tuple((key, told.must_text(key)) for key in keys)


def _dimensions(fields: Fields) -> tuple[Dimension, ...]:
    fields.must("dimensions")
    ids = Unique("dimensions")
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


def _exemptions(fields: Fields) -> tuple[Exemption, ...]:
    ids = Unique("not_applicable")
    exemptions = []
    for node in fields.items("not_applicable"):
        each = Fields(node, "not_applicable", EXEMPTION)
        key = ids.add(each.must_text("requirement"), each.place("requirement"))
        exemptions.append(Exemption(key, each.must_text("reason"), each.must_text("by")))
    return tuple(exemptions)
