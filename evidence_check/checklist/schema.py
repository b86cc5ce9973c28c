"""JSON Schemas (2020-12) of the files people write, for editors, made from the keys the reader knows.

A schema says less than the reader: whether a type, a source or another item exists, whether ids occur
once, weights add up and a pattern of words can match, only the reader knows.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from evidence_check.checklist.holdings import ELEMENT, FIGURES, HOLDING, LACKING, STANDS
from evidence_check.checklist.holdings import MOST as MOST_ELEMENTS
from evidence_check.checklist.kinds_of_office import OFFICE_KINDS
from evidence_check.checklist.overlay import ADDED, CHANGED_INDICATOR, CHANGED_REQUIREMENT, OVERLAY
from evidence_check.checklist.reading import (
    BOARD,
    CHARGE,
    CHECKLIST,
    DIMENSION,
    EXEMPTION,
    INTERVIEWEE,
    LOOK_ALIKE,
    NEEDS,
    OFFICE,
    PERSONS,
    SIGNATORY,
    TELLS,
    TYPE,
    YEARS,
)
from evidence_check.checklist.requirements import (
    AGREEMENT,
    AGREES_ON,
    CASE,
    DISTINCT,
    INDICATOR,
    MATCHING_KEYS,
    MOST,
    PERIODS,
    REQUIREMENT,
    STATUSES,
)
from evidence_check.checklist.reviewing import OF_A_FILE, PAGES, REVIEW, REVIEWS
from evidence_check.checklist.together import CATEGORY, HIGHEST
from evidence_check.model.asked import Basis, Method
from evidence_check.model.reviews import ABOUT_A_FILE, Answer, Decision

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN: Schema = {"type": ["string", "integer", "number", "boolean", "null"]}
FILLED: Schema = {"type": ["string", "integer"], "pattern": "\\S"}
FLAG: Schema = {"enum": [True, False, "ya", "tidak", "yes", "no", None]}
WORDS: Schema = {"type": "string", "pattern": "[A-Za-z0-9]"}


def _list(of: Schema) -> Schema:
    return {"type": ["array", "null"], "items": of}


def _one_of(allowed: Collection[str]) -> Schema:
    return {"enum": [each for each in allowed if each]}


def _maybe(allowed: Collection[str]) -> Schema:
    return {"enum": [*dict.fromkeys(("", *allowed)), None]}


PERCENT: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 100}
SCORE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": HIGHEST}
YEAR: Schema = {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]}
COUNT: Schema = {"type": ["integer", "null"], "minimum": 1, "maximum": MOST}
WORD_LISTS = ("must_mention", "must_cover", "photo", "titles", "aliases", "anchors", "parts", "words")
NAME_LISTS = ("any_of", "all_of", "sources", "ladder", "products")
SHAPES: dict[str, Schema] = {
    "format": {"enum": [1, "1"]},
    **dict.fromkeys(("name", "dimension"), FILLED),
    "years": _list(YEAR),
    "year": {"type": ["integer", "null"], "minimum": YEARS[0], "maximum": YEARS[1]},
    "visit": {"type": ["string", "null"], "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "weight": PERCENT,
    "lowest": SCORE,
    "highest": SCORE,
    "method": _one_of(tuple(Method)),
    "basis": _one_of(tuple(Basis)),
    "count": COUNT,
    "contacts": COUNT,
    "distinct_by": _maybe(DISTINCT),
    "period": _maybe(PERIODS),
    "applies_to": _list(_one_of(OFFICE_KINDS)),
    "kind": _maybe(OFFICE_KINDS),
    "on": _one_of(AGREES_ON),
    "status": _one_of(STATUSES),
    "needs": _list(_one_of(NEEDS)),
    "tells": _list(_one_of(TELLS)),
    "dated_by": _maybe(("period", "signed")),
    "person": _maybe(PERSONS),
    "issuer": _maybe(("own", "any", "region")),
    "columns": _list(_list(WORDS)),
    "texts": _list(PLAIN),
    "aliases of an office": _list(FILLED),
    **dict.fromkeys(("per_product", "optional", "draft", "evidence", "generic"), FLAG),
    **dict.fromkeys(WORD_LISTS, _list(WORDS)),
    **dict.fromkeys(NAME_LISTS, _list(FILLED)),
}


def _object(keys: Collection[str], needed: Collection[str], **special: Schema) -> Schema:
    shapes = {key: special.get(key, SHAPES.get(key, PLAIN)) for key in keys}
    shapes |= {key: FILLED for key in needed if shapes[key] is PLAIN}
    return {"type": "object", "properties": shapes, "required": list(needed), "additionalProperties": False}


def _requirement(keys: Collection[str], needed: Collection[str]) -> Schema:
    agreement = _object(AGREEMENT, ("requirement", "on"))
    case = _object(CASE, ("name", "status"))
    return _object(keys, needed, agrees_with=_list(agreement), cases=_list(case))


def _requirements() -> Schema:
    """Whole requirements: a paper needs a type, and what is not judged from files no rule to find it."""
    some: Schema = {"type": "array", "minItems": 1}
    typed = {"anyOf": [{"required": [key], "properties": {key: some}} for key in ("any_of", "all_of")]}
    unseen = [each.value for each in Method if each not in (Method.DOCUMENT, Method.PHOTO, Method.SCREENSHOT)]
    none: Schema = {"properties": {key: {"maxItems": 0} for key in MATCHING_KEYS}}
    rules = [
        {"if": {"properties": {"method": {"const": "document"}}}, "then": typed},
        {"if": {"properties": {"method": {"enum": unseen}}}, "then": none},
    ]
    return {"type": "array", "items": _requirement(REQUIREMENT, ("id", "name", "method", "basis")) | {"allOf": rules}}


def _indicator() -> Schema:
    needed = ("id", "dimension", "name", "requirements")
    return _object(INDICATOR, needed, requirements=_requirements())


def _shared() -> dict[str, Schema]:
    """What a checklist and an overlay have in common."""
    return {
        "sources": {"type": ["object", "null"], "additionalProperties": FILLED},
        "categories": _list(_object(CATEGORY, ("name",), basis=_maybe(tuple(Basis)))),
        "dimensions": _list(_object(DIMENSION, ("id", "name"))),
        "extends": {"type": "null"},
    }


def _exemptions() -> Schema:
    return _list(_object(EXEMPTION, EXEMPTION))


def _checklist() -> Schema:
    needed = ("format", "id", "name", "dimensions", "indicators")
    special = _shared() | {"indicators": {"type": "array", "items": _indicator()}}
    special["dimensions"] = special["dimensions"] | {"type": "array"}
    return _object(CHECKLIST, needed, **special)


def _overlay() -> Schema:
    more = _object(ADDED, ADDED, requirements=_requirements())
    change = {"anyOf": [_requirement(CHANGED_REQUIREMENT, ("id",)), _object(CHANGED_INDICATOR, ("id",))]}
    filled = {"type": "string", "pattern": "\\S"}
    special = {"extends": filled, "off": _exemptions(), "change": _list(change)}
    special["add"] = _list({"if": {"required": ["indicator"]}, "then": more, "else": _indicator()})
    return _object(OVERLAY, ("format", "id", "name", "extends"), **_shared() | special)


def checklist_schema() -> Schema:
    """Return the schema of a checklist or, where `extends` says so, of an overlay."""
    is_overlay = {"required": ["extends"], "properties": {"extends": {"type": "string", "pattern": "\\S"}}}
    return {"$schema": DIALECT, "if": is_overlay, "then": _overlay(), "else": _checklist()}


def document_schema() -> Schema:
    """Return the schema of an entry of the catalogue."""
    look_alike = _object(LOOK_ALIKE, LOOK_ALIKE)
    look_alike["properties"]["words"] = {"type": "array", "items": WORDS}
    board = _object(BOARD, BOARD)
    board["properties"]["words"] = look_alike["properties"]["words"]
    special = {"look_alikes": _list(look_alike), "boards": _list(board), "holds": _list(_holding())}
    return {"$schema": DIALECT} | _object(TYPE, ("format", "id", "name"), **special)


def _holding() -> Schema:
    shown: Schema = {"required": ["words"], "properties": {"words": {"type": "array"}}}
    proven: Schema = {"required": ["figure"], "properties": {"figure": {"enum": list(FIGURES)}}}
    element = _object(ELEMENT, ("name",), figure=_maybe(FIGURES)) | {"anyOf": [shown, proven]}
    count: Schema = {"type": ["integer", "null"], "minimum": 1, "maximum": MOST_ELEMENTS}
    special = {"elements": {"type": "array", "items": element, "minItems": 1}, "at_least": count, "doubt_from": count}
    special |= {"lacking": _maybe(LACKING), "stands": _maybe(STANDS), "measured": FLAG, "outdated": FLAG}
    return _object(HOLDING, ("name", "elements", "basis"), **special)


def office_schema() -> Schema:
    """Return the schema of an office's own `evidence-check.yaml`."""
    interviewee = _object(INTERVIEWEE, ("role", "name"))
    signatory = _object(SIGNATORY, ("name", "post"))
    charge = _object(CHARGE, CHARGE, items={"type": "array", "items": FILLED})
    special = {
        "aliases": SHAPES["aliases of an office"],
        "interviewees": _list(interviewee),
        "not_applicable": _exemptions(),
        "letterhead": _list(FILLED),
        "signatory": {"oneOf": [signatory, {"type": "null"}]},
        "in_charge": _list(charge),
    }
    return {"$schema": DIALECT} | _object(OFFICE, ("format",), **special)


def reviews_schema() -> Schema:
    """Return the schema of a file of decisions, `reviews.yaml`."""
    page = {"type": ["integer", "null"], "minimum": PAGES[0], "maximum": PAGES[1]}
    day = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    special: dict[str, Schema] = {"page": page, "picture": page, "date": day}
    special |= {"sha256": {"type": ["string", "null"], "pattern": "^[0-9A-Fa-f]{64}$"}}
    special |= {"decision": _one_of(tuple(Decision)), "answer": {"enum": [*Answer, None]}}
    review = _object(REVIEW, ("requirement", "decision", "by", "date", "reason"), **special)
    review["allOf"] = [_when(each) for each in Decision] + [
        {"if": {"required": ["picture"], "properties": {"picture": {"type": "integer"}}}, "then": _filled("page")}
    ]
    return {"$schema": DIALECT} | _object(REVIEWS, ("format",), reviews=_list(review))


def _when(decision: Decision) -> Schema:
    """Return what a decision needs and what it has no use for."""
    needed = ["file", "sha256"] if decision in ABOUT_A_FILE else []
    needed += {Decision.ANSWER: ["answer"], Decision.POINT: ["page"]}.get(decision, [])
    needless = [] if decision in ABOUT_A_FILE else list(OF_A_FILE)
    needless += [] if decision is Decision.ANSWER else ["answer"]
    then = _filled(*needed)
    then["properties"] |= {key: {"type": "null"} for key in needless}
    return {"if": {"properties": {"decision": {"const": decision.value}}, "required": ["decision"]}, "then": then}


def _filled(*keys: str) -> Schema:
    some: Schema = {"not": {"type": "null"}, "pattern": "\\S"}
    return {"required": list(keys), "properties": dict.fromkeys(keys, some)}


# What each schema is called, for whoever writes them out.
SCHEMAS = {
    "checklist": checklist_schema,
    "document": document_schema,
    "office": office_schema,
    "reviews": reviews_schema,
}
