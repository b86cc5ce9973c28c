"""What the commands that read results share: where results are, and in which form something is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.wording import Wording
from evidence_check.errors import UsageError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.cli.outputs import Output
    from evidence_check.messages.catalog import Catalog
    from evidence_check.model.outcome import Readiness
    from evidence_check.model.records import Record


def day(value: str) -> str:
    """Return a day as it was written, year-month-day; raise `ValueError` when it is none."""
    from datetime import date

    if value and date.fromisoformat(value).isoformat() != value:
        raise ValueError
    return value


def visit_option(wording: Wording) -> click.Option:
    """Return `--visit`, which goes before what the office's own file says."""
    told = wording("check.visit")
    return click.Option(["--visit"], type=day, default="", metavar=wording("metavar.day"), help=told)


def output_options(wording: Wording, forms: Sequence[str]) -> list[click.Parameter]:
    """Return `--output` and `--format` of a command that has a few forms."""
    named = "|".join(forms)
    return [
        click.Option(["--output"], multiple=True, metavar=wording("metavar.file"), help=wording("results.output")),
        click.Option(["--format"], type=click.Choice(forms), metavar=named, help=wording("check.format")),
    ]


def record_at(name: str, words: Catalog) -> Record:
    """Return the record of a result; raise what makes it unfit."""
    from evidence_check.records.reading import read

    return read(Path(name), words.shown)


def warn_if_older(record: Record, words: Catalog) -> None:
    """Say beside what is asked for that a result is of an earlier shape, and what it therefore lacks."""
    from evidence_check.cli.terminal import warn
    from evidence_check.model.files import Finding, Level, Place, params

    if record.older:
        note = Finding("EC506", Level.NOTE, params(version=record.older), Place(record.source, 0, ""))
        warn(visible(f"{note.code} {words.finding(note)}"))


def record_of_check(readiness: Readiness, words: Catalog, now: str = "") -> Record:
    """Return the record of a check that was just made, the way it would be read back from its JSON."""
    from datetime import datetime

    from evidence_check.records.document import record_of
    from evidence_check.report.context import Context
    from evidence_check.report.json_report import document_of
    from evidence_check.report.results import results_of

    context = Context(words, now or datetime.now().astimezone().isoformat(timespec="seconds"), "", words.identities)
    return record_of(document_of(results_of(readiness, context)), words.ui("this_check"), words.shown)


def places_for(
    names: Sequence[str], asked: str | None, forms: Mapping[str, str], inputs: Iterable[str], wording: Wording
) -> tuple[Output, ...]:
    """Return where something is told in which form; raise when it cannot be, or would be written over what is read."""
    from evidence_check.cli.outputs import outputs_of, refuse_bad_places
    from evidence_check.report import RECAPS, SUFFIXES

    outputs = outputs_of(names, asked)
    known = ", ".join(suffix for suffix, form in sorted(SUFFIXES.items()) if form in forms)
    for output in outputs:
        if output.format not in forms:
            suffix = output.path.suffix if output.path else output.format
            raise UsageError("report_unknown_format", suffix=suffix, known=known)
    for name in inputs:
        # A folder may be one that is to be checked: it is only read.
        refuse_bad_places(outputs, Path(name), forms is RECAPS or not os.path.isdir(name), wording)
        for path in (output.path for output in outputs if output.path):
            if os.path.realpath(path) == os.path.realpath(name):
                raise UsageError("report_over_result", path=visible(str(path)))
    return outputs


def tell(
    what: Any,
    outputs: Iterable[Output],
    forms: Mapping[str, str],
    words: Catalog,
    as_from: Callable[[Path | None], Any] | None = None,
) -> None:
    """Write something in every form that was asked for, files first; `as_from` says how it looks from one place."""
    from evidence_check.cli.outputs import put
    from evidence_check.cli.terminal import say

    written: list[str] = []
    for output in sorted(outputs, key=lambda output: output.path is None):
        data = _renderer(forms[output.format])(as_from(output.path) if as_from else what, words)
        if output.path is None and output.format == "text":
            reports = [words.ui("written", path=visible(path)) for path in written]
            say("\n".join([data.decode("utf-8").rstrip("\n"), *([""] if reports else []), *reports]))
            continue
        put(data, output)
        written += [str(output.path.resolve())] if output.path else []


def _renderer(place: str) -> Callable[[Any, Catalog], bytes]:
    module, _, name = place.partition(":")
    found: Callable[[Any, Catalog], bytes] = getattr(import_module(module), name)
    return found
