"""`evidence-check check`: one office's folder in, how ready it is out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.results import record_at, record_of_check, visit_option
from evidence_check.cli.terminal import columns, say, shows_colour
from evidence_check.cli.wording import Wording
from evidence_check.errors import GAPS_FOUND, READY

if TYPE_CHECKING:
    from evidence_check.cli.outputs import Output
    from evidence_check.cli.running import Job
    from evidence_check.messages.catalog import Catalog
    from evidence_check.model.outcome import Readiness
    from evidence_check.model.records import Record
    from evidence_check.model.tracked import Changes
    from evidence_check.report.context import Context

FORMATS = ("text", "html", "json", "xlsx", "docx", "csv", "junit", "sarif")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        folder: str,
        checklist: str,
        year: int | None,
        output: tuple[str, ...],
        format: str | None,
        template: str,
        jobs: int,
        allow_inside: bool,
        no_ocr: bool,
        read: str,
        show_identities: bool,
        no_cache: bool,
        verify: bool,
        cache_dir: str,
        sample: int | None,
        seed: str,
        visit: str,
        since: str,
        reviews: tuple[str, ...],
        **limits: int,
    ) -> int:
        from evidence_check.assignment import must_hold_something
        from evidence_check.cli.outputs import outputs_of, refuse_bad_places, template_for
        from evidence_check.cli.running import Job, checked
        from evidence_check.cli.sharing import root_of, share_at
        from evidence_check.cli.telling import words_for

        caching = Caching(not no_cache, verify, cache_dir)
        reading = Reading(not no_ocr, read, Limits(**limits))
        before = record_at(since, words_for(wording, show_identities)) if since else None
        share = share_at(folder)
        job = Job(root_of(folder), checklist, year, jobs, reading, caching, sample, seed, visit, before, reviews, share)
        outputs = outputs_of(output, format)
        if share is None:
            must_hold_something(job.root)
        refuse_bad_places(outputs, job.root, allow_inside or share is not None, wording)
        own = template_for(outputs, template)
        readiness = checked(job, wording)
        report(readiness, job, outputs, show_identities, wording, own, before)
        return exit_code(readiness)

    return Command("check", wording, callback=run, params=_parameters(wording))


def exit_code(readiness: Readiness) -> int:
    """Return 0 when nothing is left to do before the visit, 1 when something is."""
    from evidence_check.scoring import gaps_of

    return GAPS_FOUND if gaps_of(readiness) else READY


def report(
    readiness: Readiness,
    job: Job,
    outputs: Sequence[Output],
    identities: bool,
    wording: Wording,
    template: bytes = b"",
    before: Record | None = None,
) -> None:
    """Write every report that was asked for, files first; the summary names them at its end.

    `before` is an earlier check of the office, None when there is none to compare with. A report on files that lie
    elsewhere has no links to them, and no pieces of their pages.
    """
    from evidence_check.cli.outputs import put
    from evidence_check.cli.running import cropped
    from evidence_check.cli.telling import words_for
    from evidence_check.report import SHOWING_CROPS
    from evidence_check.report.context import Context, report_for

    catalog = words_for(wording, identities)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    changes = changes_since(before, readiness, catalog, now) if before else None
    crops = cropped(job, readiness, identities) if any(each.format in SHOWING_CROPS for each in outputs) else {}
    written: list[str] = []
    for output in sorted(outputs, key=lambda output: output.path is None):
        context = Context(catalog, now, way_to(job.root, output.path), identities, template, changes, crops)
        if output.path is None and output.format == "text":
            say(summary_for_terminal(readiness, context, written))
            continue
        put(report_for(output.format)(readiness, context), output)
        written += [str(output.path.resolve())] if output.path else []


def changes_since(before: Record, readiness: Readiness, words: Catalog, now: str) -> Changes:
    """Return what changed from an earlier check to the one that was just made."""
    from evidence_check.tracking.changes import compared

    return compared(before, record_of_check(readiness, words, now))


def summary_for_terminal(readiness: Readiness, context: Context, written: Iterable[str]) -> str:
    """Return the summary in the width and colours of this terminal."""
    from evidence_check.report.terminal import Look, summary

    return summary(readiness, context, Look(columns(), shows_colour()), written)


def way_to(root: Path | None, report: Path | None) -> str:
    """Return the way from a report to the checked folder, empty when there is none to follow."""
    if report is None or root is None:
        return ""
    try:
        return Path(os.path.relpath(root.resolve(), report.resolve().parent)).as_posix()
    except ValueError:  # another drive of a Windows machine
        return ""


def reviews_option(wording: Wording) -> click.Option:
    """Return `--reviews`."""
    return click.Option(["--reviews"], multiple=True, metavar=wording("metavar.file"), help=wording("check.reviews"))


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["folder"], metavar=words("check.folder")),
        click.Option(["--checklist"], default="", metavar="ID", help=words("check.checklist")),
        click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("check.year")),
        click.Option(["--output"], multiple=True, metavar=words("metavar.file"), help=words("check.output")),
        click.Option(["--format"], type=click.Choice(FORMATS), metavar="|".join(FORMATS), help=words("check.format")),
        click.Option(["--template"], default="", metavar=words("metavar.file"), help=words("check.template")),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("check.jobs")),
        click.Option(["--allow-inside"], is_flag=True, help=words("check.allow_inside")),
        *reading_options(words),
        click.Option(["--sample"], type=whole(1, 100), metavar="N", help=words("check.sample")),
        click.Option(["--seed"], default="", metavar=words("metavar.text"), help=words("check.seed")),
        reviews_option(words),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        visit_option(words),
        click.Option(["--since"], default="", metavar=words("metavar.file"), help=words("check.since")),
        *cache_options(words),
    ]
