"""`evidence-check checklist show`: a whole checklist, overlays laid over it, or one of its items."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from evidence_check.cli.checklist_list import basis_counts
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.model.asked import Checklist, Indicator, Requirement
from evidence_check.report.visible import visible

FORMATS = ("text", "yaml", "json")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(checklist: str, format: str, requirement: str) -> int:
        from evidence_check import library
        from evidence_check.checklist.plain import plain_checklist, plain_requirement

        shown = library.checklist(checklist)
        item = one(shown, requirement) if requirement else None
        if format == "text":
            say("\n".join(_item(item, shown, wording) if item else _whole(shown, wording)))
        else:
            told = plain_requirement(item) if item else plain_checklist(shown)
            say(json.dumps(told, ensure_ascii=False, indent=2) if format == "json" else as_yaml(told))
        return READY

    words = wording
    parameters: list[click.Parameter] = [
        click.Argument(["checklist"], metavar="ID"),
        click.Option(
            ["--format"], type=click.Choice(FORMATS), default="text", metavar="|".join(FORMATS),
            help=words("checklist_show.format"),
        ),
        click.Option(["--requirement"], default="", metavar="ID", help=words("checklist_show.requirement")),
    ]  # fmt: skip
    return Command("checklist_show", wording, callback=run, params=parameters)


def one(checklist: Checklist, key: str) -> Requirement:
    """Return a requirement by its id; raise when there is none, with the nearest."""
    from evidence_check.checklist.suggesting import suggestion

    known = {each.id: each for each in checklist.requirements}
    if key not in known:
        near = suggestion(key, known)
        raise UsageError("no_such_item", id=visible(key), checklist=checklist.id, suggestion=near)
    return known[key]


def as_yaml(told: Any) -> str:
    """Return plain values as YAML, in their order."""
    import yaml

    text: str = yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=110)
    return text


def _whole(checklist: Checklist, wording: Wording) -> Iterator[str]:
    yield f"{checklist.name} [{checklist.id}]"
    yield basis_counts(checklist, wording)
    if checklist.extends:
        yield wording("checklist_show.extends", id=checklist.extends)
    if checklist.note:
        yield wording("checklist_show.note", note=_flat(checklist.note))
    for dimension in checklist.dimensions:
        yield f"\n{dimension.id} {dimension.name}{_weight(dimension.weight)}"
        for indicator in checklist.indicators:
            if indicator.dimension == dimension.id:
                yield from _indicator(indicator, checklist, wording)
    for key, name in checklist.sources:
        yield wording("checklist_show.source", source=key, name=_flat(name))


def _indicator(indicator: Indicator, checklist: Checklist, wording: Wording) -> Iterator[str]:
    from evidence_check.messages.catalog import load

    words = load(wording.language)
    off = {each.requirement for each in checklist.switched_off}
    yield f"  {indicator.id} {indicator.name}{_weight(indicator.weight)}"
    for each in checklist.requirements:
        if each.indicator == indicator.id:
            mark = f" · {wording('checklist_show.off')}" if each.id in off else ""
            yield f"    {each.id} {each.name} ({words.method(each.method)} · {words.basis(each.basis)}{mark})"


def _item(asked: Requirement, checklist: Checklist, wording: Wording) -> Iterator[str]:
    """Yield every key of an item that says something, the basis in words; a list has a line per value."""
    from evidence_check.checklist.plain import plain_requirement
    from evidence_check.messages.catalog import load

    words = load(wording.language)
    sources = dict(checklist.sources)
    for key, value in plain_requirement(asked).items():
        if key == "basis":
            yield f"{key}: {value} ({words.basis(asked.basis)}. {words.word('basis_meanings', asked.basis)})"
        elif key == "sources":
            yield from (f"sources: {each}: {_flat(sources.get(each, ''))}" for each in value)
        elif isinstance(value, list):
            yield from (f"{key}: {_flat(told(each))}" for each in value)
        else:
            yield f"{key}: {_flat(told(value))}"


def told(value: Any) -> str:
    """Return a plain value on one line, as a person reads it."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {told(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(told, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _weight(weight: float | None) -> str:
    return "" if weight is None else f" ({weight:g}%)"


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))
