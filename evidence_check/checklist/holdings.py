"""What a paper of a type holds: named elements, how many of them there must be, and on whose word."""

from __future__ import annotations

from evidence_check.checklist.fields import Fields
from evidence_check.checklist.marked import Node
from evidence_check.checklist.titles import title_of
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import Basis, Element, Holding

HOLDING = (
    "name", "elements", "at_least", "doubt_from", "lacking", "stands", "measured", "outdated", "basis", "sources",
)  # fmt: skip
ELEMENT = ("name", "words", "figure")
LACKING = ("error", "doubt")
STANDS = ("text", "heading")
MOST = 100
FIGURES = ("survey_value", "survey_grade", "respondents")


def holdings_of(fields: Fields) -> tuple[Holding, ...]:
    """Return the groups of elements under `holds`."""
    names = Unique("holds")
    return tuple(_holding(node, names) for node in fields.items("holds"))


def _holding(node: Node, names: Unique) -> Holding:
    fields = Fields(node, "holds", HOLDING)
    name = names.add(fields.must_text("name"), fields.place("name"))
    fields.must("elements")
    fields.must("basis")
    elements = _elements(fields)
    return Holding(
        name=name,
        elements=elements,
        at_least=min(fields.whole("at_least", 1, MOST) or MOST, len(elements)),
        basis=Basis(fields.one_of("basis", tuple(Basis), "")),
        doubt_from=fields.whole("doubt_from", 1, MOST) or 0,
        lacking=fields.one_of("lacking", LACKING, "doubt"),
        stands=fields.one_of("stands", STANDS, "text"),
        measured=fields.flag("measured", False),
        outdated=fields.flag("outdated", False),
        sources=fields.names("sources"),
    )


def _elements(fields: Fields) -> tuple[Element, ...]:
    names = Unique("elements")
    elements = []
    for node in fields.items("elements"):
        each = Fields(node, "elements", ELEMENT)
        name = names.add(each.must_text("name"), each.place("name"))
        figure = each.one_of("figure", ("", *FIGURES), "")
        if not figure:
            each.must("words")
        elements.append(Element(name, tuple(title_of(words, spot) for words, spot in each.texts("words")), figure))
    return tuple(elements)
