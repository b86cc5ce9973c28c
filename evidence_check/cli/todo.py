"""`evidence-check todo`: a result or a folder in, lists of what there is to do out, to be forwarded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.results import (
    output_options,
    places_for,
    record_at,
    record_of_check,
    tell,
    visit_option,
    warn_if_older,
)
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.messages.catalog import Catalog
    from evidence_check.model.tracked import ToDo

FORMATS = ("text", "html", "csv")
BY = ("in_charge", "indicator", "dimension")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        result: str,
        by: str | None,
        only: str,
        output: tuple[str, ...],
        format: str | None,
        visit: str,
        checklist: str,
        year: int | None,
        jobs: int,
        no_ocr: bool,
        read: str,
        no_cache: bool,
        verify: bool,
        cache_dir: str,
        **limits: int,
    ) -> int:
        from dataclasses import replace
        from datetime import date

        from evidence_check.cli.running import Job, checked
        from evidence_check.cli.telling import words_for
        from evidence_check.model.tracked import By
        from evidence_check.report import LISTS
        from evidence_check.tracking.duties import to_do

        words, place = words_for(wording, False), Path(result)
        outputs = places_for(output, format, LISTS, (result,), wording)
        if is_folder(place):
            reading = Reading(not no_ocr, read, Limits(**limits))
            job = Job(place, checklist, year, jobs, reading, Caching(not no_cache, verify, cache_dir), visit=visit)
            record = record_of_check(checked(job, wording), words)
        else:
            record = record_at(result, words)
            warn_if_older(record, words)
        # A list is made today and read today, whenever the check was.
        found = to_do(replace(record, visit=visit or record.visit), date.today(), By(by) if by else None)
        tell(only_for(only, found, words) if only else found, outputs, LISTS, words)
        return READY

    return Command("todo", wording, callback=run, params=_parameters(wording))


def is_folder(place: Path) -> bool:
    """Say whether a place is a folder to be checked; what cannot be looked at is left to whoever opens it."""
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False


def only_for(name: str, todo: ToDo, words: Catalog) -> ToDo:
    """Return the list of one person or one field of work; raise when there is none of that name."""
    from dataclasses import replace

    from evidence_check.report.todo_text import name_of
    from evidence_check.words.fold import fold

    kept = tuple(each for each in todo.lists if fold(name) in (fold(each.key), fold(name_of(each, words))))
    if not kept:
        known = ", ".join(name_of(each, words) for each in todo.lists) or "–"
        raise UsageError("todo_no_list", name=visible(name), known=visible(known))
    return replace(todo, lists=kept)


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["result"], metavar=words("todo.result")),
        click.Option(["--by"], type=click.Choice(BY), metavar="|".join(BY), help=words("todo.by")),
        click.Option(["--only"], default="", metavar=words("metavar.name"), help=words("todo.only")),
        *output_options(words, FORMATS),
        visit_option(words),
        click.Option(["--checklist"], default="", metavar="ID", help=words("check.checklist")),
        click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("check.year")),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("check.jobs")),
        *reading_options(words),
        *cache_options(words),
    ]
