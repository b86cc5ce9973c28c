"""`evidence-check checklist diff`: what one checklist asks that another does not, or asks otherwise."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.checklist_show import told
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.checklist.comparing import Changed, Comparison, Difference

FORMATS = ("text", "json")
SIGNS = {"added": "+", "removed": "-", "changed": "~", "alike": "≈"}
LONGEST = 160
KEPT = 4
LEVELS = ("dimension", "indicator", "requirement")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(old: str, new: str, format: str) -> int:
        from evidence_check import library
        from evidence_check.checklist.comparing import compare

        comparison = compare(library.checklist(old), library.checklist(new))
        if format == "json":
            say(json.dumps(as_json(comparison), ensure_ascii=False, indent=2))
        else:
            say("\n".join(as_text(comparison, wording)))
        return READY

    words = wording
    return Command(
        "checklist_diff",
        wording,
        callback=run,
        params=[
            click.Argument(["old"], metavar="A"),
            click.Argument(["new"], metavar="B"),
            click.Option(
                ["--format"], type=click.Choice(FORMATS), default="text", metavar="text|json",
                help=words("checklist_diff.format"),
            ),
        ],
    )  # fmt: skip


def as_text(comparison: Comparison, wording: Wording) -> Iterator[str]:
    """Yield the counts of each level, then every difference with the keys that say something else."""
    yield f"{comparison.old.id} → {comparison.new.id}"
    same = dict(comparison.same)
    for level in LEVELS:
        counted = Counter(each.state.value for each in comparison.differences if each.level == level)
        states = [f"{counted[state]} {wording(f'checklist_diff.{state}')}" for state in SIGNS if counted[state]]
        states.append(f"{same[level]} {wording('checklist_diff.same')}")
        yield f"  {wording(f'checklist_diff.{level}')}: {', '.join(states)}"
    yield from (f"  {_key(each)}" for each in comparison.keys)
    for level in LEVELS:
        found = [each for each in comparison.differences if each.level == level]
        if found:
            yield f"\n{wording(f'checklist_diff.{level}')}"
        for each in sorted(found, key=lambda each: list(SIGNS).index(each.state)):
            yield from _difference(each, wording)


def _difference(each: Difference, wording: Wording) -> Iterator[str]:
    state = wording(f"checklist_diff.{each.state}")
    named = [f"{item.id} {item.name}" for item in (each.old, each.new) if item]
    if each.state == "changed" and each.new:
        named = [f"{each.new.id} {each.new.name}"]
    yield visible(f"  {SIGNS[each.state]} {state}: {' → '.join(named)}")
    for changed in each.keys:
        if not (each.state == "alike" and changed.key == "name"):
            yield f"      {_key(changed)}"


def _key(changed: Changed) -> str:
    from evidence_check.checklist.plain import plain

    old, new = plain(changed.old), plain(changed.new)
    if changed.key == "sources":
        old, new = ([each[0] if isinstance(each, list) else each for each in value] for value in (old, new))
    if changed.key in ("categories", "cases"):
        old, new = ([each["name"] for each in value] for value in (old, new))
    if isinstance(old, list) and isinstance(new, list):
        gone, come = ([each for each in a if each not in b] for a, b in ((old, new), (new, old)))
        parts = [f"-{_short(each)}" for each in gone] + [f"+{_short(each)}" for each in come]
        return visible(f"{changed.key}: {', '.join(parts) or _short(new)}")
    if isinstance(old, str) and isinstance(new, str):
        old, new = _from_where_they_part(old, new)
    return visible(f"{changed.key}: {_short(old)} → {_short(new)}")


def _from_where_they_part(old: str, new: str) -> tuple[str, str]:
    """Return two long texts without the words both begin with, but for the last few."""
    words = [text.split() for text in (old, new)]
    same = next((place for place, (a, b) in enumerate(zip(*words, strict=False)) if a != b), min(map(len, words)))
    if same <= KEPT or max(len(old), len(new)) <= LONGEST:
        return old, new
    first, second = ("… " + " ".join(each[same - KEPT :]) for each in words)
    return first, second


def _short(value: Any) -> str:
    text = " ".join(told(value).split()) or "—"
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain values."""
    return {
        "old": comparison.old.id,
        "new": comparison.new.id,
        "same": dict(comparison.same),
        "keys": [_plain_key(each) for each in comparison.keys],
        "differences": [_plain_difference(each) for each in comparison.differences],
    }


def _plain_difference(each: Difference) -> dict[str, Any]:
    old, new = ({"id": item.id, "name": item.name} if item else None for item in (each.old, each.new))
    keys = [_plain_key(changed) for changed in each.keys]
    return {"level": each.level, "state": each.state.value, "old": old, "new": new, "keys": keys}


def _plain_key(changed: Changed) -> dict[str, Any]:
    from evidence_check.checklist.plain import plain

    return {"key": changed.key, "old": plain(changed.old), "new": plain(changed.new)}
