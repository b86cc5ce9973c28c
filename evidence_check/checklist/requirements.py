"""The indicators of a checklist and the requirements under each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from evidence_check.checklist.fields import Fields
from evidence_check.checklist.kinds_of_office import OFFICE_KINDS
from evidence_check.checklist.marked import QUOTED, Node
from evidence_check.checklist.suggesting import suggestion
from evidence_check.checklist.titles import title_of
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import Agreement, Basis, Case, Indicator, Method, Requirement

INDICATOR = ("id", "dimension", "variable", "code", "name", "weight", "ladder", "requirements")
REQUIREMENT = (
    "id", "name", "method", "any_of", "all_of", "count", "distinct_by", "period", "must_mention", "must_cover",
    "per_product", "contacts", "agrees_with", "applies_to", "photo", "optional", "draft", "prepare", "basis", "sources",
    "note", "cases",
)  # fmt: skip
AGREEMENT = ("requirement", "on")
CASE = ("name", "texts", "status")
PERIODS = (
    "any", "year", "previous_year", "year_or_previous", "last_3_months", "each_month", "in_force",
)  # fmt: skip
DISTINCT = ("", "person", "month", "quarter", "product")
AGREES_ON = ("year", "period", "office", "people", "products")
STATUSES = ("met", "partial", "defective", "unsure", "missing", "not_checked", "not_applicable")
FROM_FILES = (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)
MATCHING_KEYS = ("any_of", "all_of", "must_mention", "must_cover", "agrees_with", "photo")
MOST = 1000


@dataclass(frozen=True, slots=True)
class Known:
    """What a requirement may refer to: types of the catalogue, sources and dimensions of its checklist."""

    types: Collection[str]
    sources: Mapping[str, str]
    dimensions: Collection[str]


def indicator_of(node: Node, known: Known, ids: Unique, asked_ids: Unique) -> tuple[Indicator, tuple[Requirement, ...]]:
    """Return an indicator and its requirements."""
    fields = Fields(node, "indicators", INDICATOR)
    key = ids.add(fields.must_text("id"), fields.place("id"))
    fields.must("dimension")
    values = {name: read(fields, known) for name, read in OF_INDICATOR.items()}
    indicator = Indicator(id=key, **values)
    fields.must("requirements")
    return indicator, tuple(requirement_of(each, key, known, asked_ids) for each in fields.items("requirements"))


def requirement_of(node: Node, indicator: str, known: Known, ids: Unique) -> Requirement:
    """Return a requirement of the indicator; its id joins the ids seen so far."""
    fields = Fields(node, "requirements", REQUIREMENT)
    key = ids.add(fields.must_text("id"), fields.place("id"))
    fields.must("method")
    fields.must("basis")
    values = {name: read(fields, known) for name, read in OF_REQUIREMENT.items()}
    requirement = Requirement(id=key, indicator=indicator, **values)
    must_hold(requirement, fields)
    return requirement


def must_hold(requirement: Requirement, fields: Fields) -> None:
    """A paper needs a type to be found by; what is not judged from files can have no rule for finding it."""
    if requirement.method is Method.DOCUMENT and not requirement.any_of and not requirement.all_of:
        raise fields.place("any_of").error("checklist_missing_key", key="any_of")
    for key in MATCHING_KEYS:
        if requirement.method not in FROM_FILES and getattr(requirement, key):
            raise fields.place(key).error("checklist_conflict", key=key, method=requirement.method.value)
    for agreement in requirement.agrees_with:
        if agreement.requirement == requirement.id:
            raise fields.place("agrees_with").error("checklist_agrees_itself", requirement=requirement.id[:QUOTED])


def _types(key: str) -> Callable[[Fields, Known], tuple[str, ...]]:
    def read(fields: Fields, known: Known) -> tuple[str, ...]:
        for text, spot in fields.texts(key):
            if text not in known.types:
                near = suggestion(text, known.types)
                raise spot.error("checklist_unknown_type", type=text[:QUOTED], suggestion=near)
        return fields.names(key)

    return read


def _agreements(fields: Fields, known: Known) -> tuple[Agreement, ...]:
    agreements = []
    for node in fields.items("agrees_with"):
        each = Fields(node, "agrees_with", AGREEMENT)
        each.must("on")
        agreements.append(Agreement(each.must_text("requirement"), each.one_of("on", AGREES_ON, "")))
    return tuple(agreements)


def _cases(fields: Fields, known: Known) -> tuple[Case, ...]:
    names = Unique("cases")
    cases = []
    for node in fields.items("cases"):
        each = Fields(node, "cases", CASE)
        name = names.add(each.must_text("name"), each.place("name"))
        each.must("status")
        cases.append(Case(name, tuple(text for text, _ in each.texts("texts")), each.one_of("status", STATUSES, "")))
    return tuple(cases)


# Each key and how it is read, so that a whole item and a change of some keys are read alike.
OF_INDICATOR: dict[str, Callable[[Fields, Known], Any]] = {
    "dimension": lambda fields, known: fields.one_of("dimension", known.dimensions, ""),
    "variable": lambda fields, _: fields.text("variable").strip(),
    "code": lambda fields, _: fields.text("code").strip(),
    "name": lambda fields, _: fields.must_text("name"),
    "weight": lambda fields, _: fields.percent("weight"),
    "ladder": lambda fields, _: fields.names("ladder"),
}
OF_REQUIREMENT: dict[str, Callable[[Fields, Known], Any]] = {
    "name": lambda fields, _: fields.must_text("name"),
    "method": lambda fields, _: Method(fields.one_of("method", tuple(Method), "")),
    "basis": lambda fields, _: Basis(fields.one_of("basis", tuple(Basis), "")),
    "any_of": _types("any_of"),
    "all_of": _types("all_of"),
    "count": lambda fields, _: fields.whole("count", 1, MOST) or 1,
    "distinct_by": lambda fields, _: fields.one_of("distinct_by", DISTINCT, ""),
    "period": lambda fields, _: fields.one_of("period", PERIODS, "any"),
    "must_mention": lambda fields, _: fields.choices("must_mention"),
    "must_cover": lambda fields, _: tuple(title_of(text, spot) for text, spot in fields.texts("must_cover")),
    "per_product": lambda fields, _: fields.flag("per_product", False),
    "contacts": lambda fields, _: fields.whole("contacts", 1, MOST) or 0,
    "agrees_with": _agreements,
    "applies_to": lambda fields, _: fields.some_of("applies_to", OFFICE_KINDS),
    "photo": lambda fields, _: fields.phrases("photo"),
    "optional": lambda fields, _: fields.flag("optional", False),
    "draft": lambda fields, _: fields.flag("draft", False),
    "prepare": lambda fields, _: fields.text("prepare"),
    "sources": lambda fields, known: fields.some_of("sources", tuple(known.sources)),
    "note": lambda fields, _: fields.text("note"),
    "cases": _cases,
}
