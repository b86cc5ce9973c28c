"""A checklist → plain values under the keys of its YAML; what says nothing is left out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from evidence_check.model.asked import Checklist, Requirement

FORMAT = 1


def plain(value: Any) -> Any:
    """Return any value of the model as texts, numbers, lists and mappings."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def plain_requirement(requirement: Requirement) -> dict[str, Any]:
    """Return a requirement without the keys that say nothing."""
    empty = {"count": 1, "contacts": 0, "period": "any"}
    told = plain(requirement)
    del told["indicator"]
    return {key: value for key, value in told.items() if value != empty.get(key) and _says(value)}


def plain_checklist(checklist: Checklist) -> dict[str, Any]:
    """Return a checklist as its YAML says it, overlays already laid over; `off` lists what is switched off."""
    indicators = []
    for indicator in checklist.indicators:
        asked = [plain_requirement(each) for each in checklist.requirements if each.indicator == indicator.id]
        indicators.append({**_told(indicator), "requirements": asked})
    told = {
        "format": FORMAT,
        "id": checklist.id,
        "name": checklist.name,
        "years": list(checklist.years),
        "note": checklist.note,
        "sources": dict(checklist.sources),
        "categories": [_told(each) for each in checklist.categories],
        "dimensions": [_told(each) for each in checklist.dimensions],
        "indicators": indicators,
        "off": [_told(each) for each in checklist.switched_off],
    }
    always = ("dimensions", "indicators")
    return {key: value for key, value in told.items() if key in always or _says(value)}


def _told(item: Any) -> dict[str, Any]:
    return {key: value for key, value in plain(item).items() if _says(value)}


def _says(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", [], {})
