"""Two checklists → what was added, removed, changed, or only looks alike, at every level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from evidence_check.model.asked import Checklist, Dimension, Indicator, Requirement
from evidence_check.words.fold import fold

ALIKE = 75.0
SAME_ID = 60.0
_LEFT_OUT = frozenset({"id", "dimensions", "indicators", "requirements", "switched_off"})
_NOT_TOLD_OF_ALIKE = frozenset({"indicator", "dimension", "sources", "note", "cases", "code"})

Item = Dimension | Indicator | Requirement


class State(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Changed:
    """One key of an item that says something else; the values are those of the model."""

    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that is not the same in both; `old` or `new` is None when it is only in one."""

    level: str
    state: State
    old: Item | None
    new: Item | None
    keys: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two checklists, and how many items of each level are the same."""

    old: Checklist
    new: Checklist
    keys: tuple[Changed, ...]
    differences: tuple[Difference, ...]
    same: tuple[tuple[str, int], ...]


def compare(old: Checklist, new: Checklist) -> Comparison:
    """Return what differs; items are paired by id, those left by how alike their names are."""
    related = old.id == new.id or new.extends == old.id or old.extends == new.id
    differences: list[Difference] = []
    same = []
    levels: tuple[tuple[str, Sequence[Item], Sequence[Item]], ...] = (
        ("dimension", old.dimensions, new.dimensions),
        ("indicator", old.indicators, new.indicators),
        ("requirement", old.requirements, new.requirements),
    )
    for level, before, after in levels:
        found, kept = _level(level, before, after, related)
        differences += found
        same.append((level, kept))
    return Comparison(old, new, _keys(old, new, _LEFT_OUT) + _off(old, new), tuple(differences), tuple(same))


def _off(old: Checklist, new: Checklist) -> tuple[Changed, ...]:
    before, after = (tuple(each.requirement for each in one.switched_off) for one in (old, new))
    return (Changed("off", before, after),) if before != after else ()


def _level(level: str, old: Sequence[Item], new: Sequence[Item], related: bool) -> tuple[list[Difference], int]:
    """Return the differences of one level in the order of the new checklist, what is gone last."""
    pairs = _by_id(old, new, related)
    pairs |= _by_name([each for each in old if each.id not in pairs.values()], [e for e in new if e.id not in pairs])
    before = {each.id: each for each in old}
    found, same = [], 0
    for after in new:
        if after.id not in pairs:
            found.append(Difference(level, State.ADDED, None, after))
            continue
        was = before[pairs[after.id]]
        by_id = was.id == after.id
        keys = _keys(was, after, frozenset({"id"}) if by_id else _NOT_TOLD_OF_ALIKE | {"id"})
        if by_id and not keys:
            same += 1
        else:
            found.append(Difference(level, State.CHANGED if by_id else State.ALIKE, was, after, keys))
    kept = set(pairs.values())
    found += [Difference(level, State.REMOVED, each, None) for each in old if each.id not in kept]
    return found, same


def _by_id(old: Sequence[Item], new: Sequence[Item], related: bool) -> dict[str, str]:
    """Pair equal ids; in unrelated checklists only when the names do not speak against it."""
    before = {each.id: each for each in old}
    both = (each for each in new if each.id in before)
    return {each.id: each.id for each in both if related or _alike(before[each.id], each) >= SAME_ID}


def _by_name(old: Sequence[Item], new: Sequence[Item]) -> dict[str, str]:
    """Pair the most alike names first, each once."""
    scores = ((_alike(before, after), n, m) for m, before in enumerate(old) for n, after in enumerate(new))
    pairs: dict[str, str] = {}
    for score, n, m in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if score < ALIKE:
            break
        if new[n].id not in pairs and old[m].id not in pairs.values():
            pairs[new[n].id] = old[m].id
    return pairs


def _alike(old: Item, new: Item) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(fold(old.name), fold(new.name))


def _keys(old: Item | Checklist, new: Item | Checklist, left_out: frozenset[str]) -> tuple[Changed, ...]:
    names = (each.name for each in fields(old) if each.name not in left_out)
    both = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(Changed(name, before, after) for name, before, after in both if before != after)
