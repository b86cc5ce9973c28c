"""An overlay: a checklist with items added, changed or switched off, as in the letter an office received.

It is a file with `extends`; the checklist it extends is handed over, already read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from evidence_check.checklist.fields import Fields, opened
from evidence_check.checklist.marked import QUOTED, Entries, Node, marked
from evidence_check.checklist.reading import dimensions_of, exemptions_of, sources_of, years_of
from evidence_check.checklist.requirements import (
    INDICATOR,
    OF_INDICATOR,
    OF_REQUIREMENT,
    REQUIREMENT,
    Known,
    indicator_of,
    must_hold,
    requirement_of,
)
from evidence_check.checklist.suggesting import suggestion
from evidence_check.checklist.together import categories_of, must_agree_with, must_weigh
from evidence_check.checklist.unique import Unique
from evidence_check.model.asked import Checklist, Dimension, Exemption, Indicator, Requirement

OVERLAY = (
    "format", "id", "name", "years", "extends", "note", "sources", "categories", "dimensions", "add", "change", "off",
)  # fmt: skip
ADDED = ("indicator", "requirements")
CHANGED_INDICATOR = tuple(key for key in INDICATOR if key != "requirements")
CHANGED_REQUIREMENT = REQUIREMENT


def base_of(text: str, name: str) -> str:
    """Return what a checklist extends: an id or the path of a file; empty when it stands alone."""
    root = marked(text, name)
    if not isinstance(root, Entries) or "extends" not in root.pairs:
        return ""
    return Fields(Entries({"extends": root.pairs["extends"]}, root.spot), "", ("extends",)).text("extends").strip()


def overlaid(base: Checklist, text: str, name: str, types: Collection[str]) -> Checklist:
    """Return the base with the overlay of a YAML text laid over it.

    What is switched off stays among the requirements and is listed in `switched_off`. The overlay's
    own note comes first, the note of the base after it: what the base is not stays said.
    """
    fields = opened(marked(text, name), OVERLAY)
    fields.must("extends")
    key = _own_id(fields, base)
    sources = _joined_sources(fields, base)
    dimensions = base.dimensions + dimensions_of(fields, _seen("dimensions", base.dimensions, fields))
    known = Known(types, dict(sources), frozenset(each.id for each in dimensions))
    items = _Items(list(base.indicators), list(base.requirements), known)
    _add(items, fields)
    touched = _change(items, fields)
    asked = {each.id for each in items.requirements}
    for each in touched:
        must_agree_with(each, asked)
    must_weigh(fields, dimensions, items.indicators)
    return Checklist(
        id=key,
        name=fields.must_text("name"),
        years=years_of(fields) or base.years,
        dimensions=dimensions,
        indicators=tuple(items.indicators),
        requirements=tuple(items.requirements),
        sources=sources,
        note=" ".join(filter(None, (fields.text("note").strip(), base.note))),
        extends=base.id,
        categories=categories_of(fields) or base.categories,
        switched_off=_switched_off(fields, base, asked),
    )


@dataclass(slots=True)
class _Items:
    """The items of the base, as they grow and change."""

    indicators: list[Indicator]
    requirements: list[Requirement]
    known: Known
    added: list[Fields] = field(default_factory=list)


def _own_id(fields: Fields, base: Checklist) -> str:
    """An overlay under the name of its base would be taken for it."""
    key = fields.must_text("id")
    if key == base.id:
        raise fields.place("id").error("checklist_extends_circle", id=key[:QUOTED])
    return key


def _joined_sources(fields: Fields, base: Checklist) -> tuple[tuple[str, str], ...]:
    told = dict(base.sources)
    own = sources_of(fields)
    for key, what in own:
        if told.setdefault(key, what) != what:
            raise fields.place("sources").error("checklist_source_taken", source=key[:QUOTED])
    return tuple(told.items())


def _seen(key: str, known: Collection[Dimension | Indicator | Requirement], fields: Fields) -> Unique:
    """Return the ids of the base as already taken; they stand in no line of this file but that of `extends`."""
    ids = Unique(key)
    for each in known:
        ids.add(each.id, fields.place("extends"))
    return ids


def _add(items: _Items, fields: Fields) -> None:
    ids = _seen("indicators", items.indicators, fields)
    asked_ids = _seen("requirements", items.requirements, fields)
    for node in fields.items("add"):
        if isinstance(node, Entries) and "indicator" in node.pairs:
            asked = _added_to(node, items, asked_ids)
        else:
            indicator, asked = indicator_of(node, items.known, ids, asked_ids)
            items.indicators.append(indicator)
        _insert(items.requirements, asked)
        whole = Fields(node, "add", (*INDICATOR, *ADDED))
        items.added.extend(Fields(each, "requirements", REQUIREMENT) for each in whole.items("requirements"))


def _added_to(node: Node, items: _Items, asked_ids: Unique) -> tuple[Requirement, ...]:
    each = Fields(node, "add", ADDED)
    wanted = each.must_text("indicator")
    known = [indicator.id for indicator in items.indicators]
    if wanted not in known:
        near = suggestion(wanted, known)
        place = each.place("indicator")
        raise place.error("checklist_unknown_indicator", indicator=wanted[:QUOTED], suggestion=near)
    each.must("requirements")
    return tuple(requirement_of(asked, wanted, items.known, asked_ids) for asked in each.items("requirements"))


def _insert(requirements: list[Requirement], added: tuple[Requirement, ...]) -> None:
    """Put new requirements after the last of their indicator, so that reports keep its items together."""
    for new in added:
        same = [index for index, each in enumerate(requirements) if each.indicator == new.indicator]
        requirements.insert(same[-1] + 1 if same else len(requirements), new)


def _change(items: _Items, fields: Fields) -> list[Fields]:
    """Change items in place and return the fields that may speak of other requirements."""
    ids = Unique("change")
    touched = list(items.added)
    for node in fields.items("change"):
        loose = Fields(node, "change", tuple(dict.fromkeys((*CHANGED_REQUIREMENT, *CHANGED_INDICATOR))))
        key = ids.add(loose.must_text("id"), loose.place("id"))
        position = next((i for i, each in enumerate(items.requirements) if each.id == key), None)
        if position is not None:
            strict = Fields(node, "change", CHANGED_REQUIREMENT)
            items.requirements[position] = _changed_requirement(items.requirements[position], strict, items.known)
            touched.append(strict)
            continue
        place = next((i for i, each in enumerate(items.indicators) if each.id == key), None)
        if place is None:
            known = {each.id for each in items.requirements} | {each.id for each in items.indicators}
            near = suggestion(key, known)
            raise loose.place("id").error("checklist_unknown_requirement", requirement=key[:QUOTED], suggestion=near)
        strict = Fields(node, "change", CHANGED_INDICATOR)
        items.indicators[place] = _changed_indicator(items.indicators[place], strict, items.known)
    return touched


def _changed_requirement(requirement: Requirement, fields: Fields, known: Known) -> Requirement:
    for key in ("method", "basis"):
        if key in fields.present():
            fields.must(key)
    values = {key: OF_REQUIREMENT[key](fields, known) for key in fields.present() if key != "id"}
    changed = replace(requirement, **values)
    must_hold(changed, fields)
    return changed


def _changed_indicator(indicator: Indicator, fields: Fields, known: Known) -> Indicator:
    if "dimension" in fields.present():
        fields.must("dimension")
    return replace(indicator, **{key: OF_INDICATOR[key](fields, known) for key in fields.present() if key != "id"})


def _switched_off(fields: Fields, base: Checklist, asked: Collection[str]) -> tuple[Exemption, ...]:
    own = exemptions_of(fields, "off")
    for exemption, node in zip(own, fields.items("off"), strict=True):
        if exemption.requirement not in asked:
            place = Fields(node, "off", ("requirement", "reason", "by")).place("requirement")
            near = suggestion(exemption.requirement, asked)
            told = exemption.requirement[:QUOTED]
            raise place.error("checklist_unknown_requirement", requirement=told, suggestion=near)
    mine = {each.requirement for each in own}
    return tuple(each for each in base.switched_off if each.requirement not in mine) + own
