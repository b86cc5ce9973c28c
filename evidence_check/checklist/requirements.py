"""The indicators of a checklist and the requirements under each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from evidence_check.checklist.fields import Fields
from evidence_check.checklist.marked import QUOTED, Node
from evidence_check.checklist.suggesting import suggestion
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import Basis, Indicator, Method, Requirement

INDICATOR = ("id", "dimension", "name", "weight", "requirements")
REQUIREMENT = (
    "id", "name", "method", "any_of", "count", "distinct_by", "period", "must_mention", "photo", "optional", "draft",
    "prepare", "basis", "sources", "note",
)  # fmt: skip
PERIODS = ("any", "year", "previous_year", "year_or_previous", "in_force")
FROM_FILES = (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)
MATCHING_KEYS = ("any_of", "must_mention", "photo")
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
    indicator = Indicator(
        id=key,
        name=fields.must_text("name"),
        dimension=fields.one_of("dimension", known.dimensions, ""),
        weight=fields.percent("weight"),
    )
    fields.must("requirements")
    return indicator, tuple(_requirement(each, key, known, asked_ids) for each in fields.items("requirements"))


def _requirement(node: Node, indicator: str, known: Known, ids: Unique) -> Requirement:
    fields = Fields(node, "requirements", REQUIREMENT)
    key = ids.add(fields.must_text("id"), fields.place("id"))
    fields.must("method")
    fields.must("basis")
    method = Method(fields.one_of("method", tuple(Method), ""))
    _must_agree(fields, method)
    return Requirement(
        id=key,
        indicator=indicator,
        name=fields.must_text("name"),
        method=method,
        basis=Basis(fields.one_of("basis", tuple(Basis), "")),
        any_of=_types(fields, known),
        count=fields.whole("count", 1, MOST) or 1,
        distinct_by=fields.one_of("distinct_by", ("", "person"), ""),
        period=fields.one_of("period", PERIODS, "any"),
        must_mention=fields.choices("must_mention"),
        photo=fields.phrases("photo"),
        optional=fields.flag("optional", False),
        draft=fields.flag("draft", False),
        prepare=fields.text("prepare"),
        sources=fields.some_of("sources", tuple(known.sources)),
        note=fields.text("note"),
    )


def _must_agree(fields: Fields, method: Method) -> None:
    """A paper needs a type to be found by; what is not judged from files can have no rule for finding it."""
    if method is Method.DOCUMENT and not fields.items("any_of"):
        raise fields.place("any_of").error("checklist_missing_key", key="any_of")
    for key in MATCHING_KEYS:
        if method not in FROM_FILES and fields.items(key):
            raise fields.place(key).error("checklist_conflict", key=key, method=method.value)


def _types(fields: Fields, known: Known) -> tuple[str, ...]:
    for text, spot in fields.texts("any_of"):
        if text not in known.types:
            near = suggestion(text, known.types)
            raise spot.error("checklist_unknown_type", type=text[:QUOTED], suggestion=near)
    return fields.names("any_of")
