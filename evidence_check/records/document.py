"""The JSON of a check → a record, or an error that says in plain words why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from evidence_check.errors import ResultError
from evidence_check.model.outcome import Status
from evidence_check.model.records import Field, Item, Lost, Proof, Record
from evidence_check.records.fields import Fields

PROGRAM = "evidence-check"
MAJOR = 1
NAMED_SINCE = 2
"""The shape that is read (the first number of `schema_version`), and since when it names fields and people."""
_VERSION = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})", re.ASCII)


def record_of(document: Any, source: str, shown: Callable[[str], str]) -> Record:
    """Return the record a JSON document holds; `source` is what the result is called when something is wrong with it.

    `shown` masks what may not be shown. Raises `ResultError`.
    """
    version = version_of(document, source)
    told = Fields(document, "", source, shown)
    checklist = told.inner("checklist")
    files = tuple(told.each("files"))
    return Record(
        checklist=checklist.plain("id"),
        checklist_name=checklist.text("name"),
        year=checklist.number("year"),
        office=told.text("office"),
        region=told.text("region", needed=False),
        checked_at=told.plain("checked_at"),
        items=_items(told, {file.plain("path"): file.plain("sha256") for file in files}),
        fields=tuple(_fields(told)),
        lost=tuple(_lost(files)),
        files=len(files),
        visit=told.plain("visit", needed=False),
        source=source,
        older="" if version >= (MAJOR, NAMED_SINCE) else ".".join(map(str, version)),
    )


def version_of(document: Any, source: str) -> tuple[int, int]:
    """Return the version of the shape; raise when it is no result, or one of another shape than this program reads."""
    program = document.get("program") if isinstance(document, dict) else None
    version = document.get("schema_version") if isinstance(document, dict) else None
    if not isinstance(program, dict) or program.get("name") != PROGRAM or not isinstance(version, str):
        raise ResultError("EC503", file=source)
    numbers = _VERSION.fullmatch(version)
    if not numbers:
        raise ResultError("EC503", file=source)
    major, minor = (int(number) for number in numbers.groups())
    if major != MAJOR:
        raise ResultError("EC504", file=source, version=version, known=f"{MAJOR}.x")
    return major, minor


def _items(told: Fields, contents: dict[str, str]) -> tuple[Item, ...]:
    items: dict[str, Item] = {}
    for verdict in told.each("verdicts"):
        item = _item(verdict, contents)
        if item.requirement in items:
            raise verdict.wrong("requirement")
        items[item.requirement] = item
    return tuple(items.values())


def _item(verdict: Fields, contents: dict[str, str]) -> Item:
    status = verdict.plain("status")
    if status not in set(Status):
        raise verdict.wrong("status")
    return Item(
        requirement=verdict.plain("requirement"),
        indicator=verdict.plain("indicator"),
        name=verdict.text("name"),
        status=Status(status),
        optional=verdict.flag("optional"),
        proofs=tuple(_proof(match, contents) for match in verdict.each("documents")),
        happened=verdict.text("happened", needed=False),
        advice=verdict.inner("advice").text("message"),
        in_charge=verdict.text("in_charge", needed=False),
    )


def _proof(match: Fields, contents: dict[str, str]) -> Proof:
    return Proof(match.text("file"), contents.get(match.plain("file"), ""), *match.pages("pages"))


def _fields(told: Fields) -> Iterator[Field]:
    names = {each.plain("id"): each.text("name") for each in told.each("dimensions", needed=False)}
    for indicator in told.each("indicators", needed=False):
        dimension = indicator.plain("dimension")
        yield Field(indicator.plain("id"), indicator.text("name"), dimension, names.get(dimension, ""))


def _lost(files: tuple[Fields, ...]) -> Iterator[Lost]:
    for file in files:
        if file.has("unreadable"):
            why = file.inner("unreadable")
            yield Lost(file.text("path"), why.plain("code"), why.text("reason"))
