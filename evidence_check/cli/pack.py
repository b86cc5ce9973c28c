"""`evidence-check pack`: one office's folder in, one package to hand over out."""

from __future__ import annotations

from datetime import date as calendar
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.putting import file_options, place_for
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.terminal import say, warn
from evidence_check.cli.wording import Wording

if TYPE_CHECKING:
    from evidence_check.messages.catalog import Catalog
    from evidence_check.model.outcome import Readiness
    from evidence_check.packing import Packed

REPORTS = ("html", "json")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        folder: str,
        output: str,
        force: bool,
        checklist: str,
        year: int | None,
        date: str,
        without_unsure: bool,
        marked: bool,
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
        **limits: int,
    ) -> int:
        from evidence_check.assignment import must_hold_something
        from evidence_check.cli.check import exit_code
        from evidence_check.cli.outputs import Output, refuse_bad_places
        from evidence_check.cli.running import Job, checked, executor_of
        from evidence_check.packing import Means, Order, pack
        from evidence_check.report.writing import whole as written_whole

        caching = Caching(not no_cache, verify, cache_dir)
        reading = Reading(not no_ocr, read, Limits(**limits))
        job = Job(Path(folder), checklist, year, jobs, reading, caching, sample, seed)
        target = place_for(output, (".zip",), force)
        must_hold_something(job.root)
        refuse_bad_places([Output("zip", target)], job.root, allow_inside, wording)
        order = Order(date or datetime.now().astimezone().date().isoformat(), not without_unsure, marked)
        readiness = checked(job, wording)
        words = _words(wording, show_identities)
        means = Means(reading.settings(), executor_of(jobs, reading.limits), reading.limits.seconds)
        with written_whole(target) as stream:
            packed = pack(readiness, job.root, stream, _reports(readiness, words, order.date), words, order, means)
        _tell(packed, target, words, wording)
        return exit_code(readiness)

    return Command("pack", wording, callback=run, params=_parameters(wording))


def _words(wording: Wording, identities: bool) -> Catalog:
    from evidence_check import library
    from evidence_check.messages.catalog import load

    names = {key: each.name for key, each in library.catalogue().items()}
    return load(wording.language).naming(names).showing(identities)


def _reports(readiness: Readiness, words: Catalog, date: str) -> list[tuple[str, bytes]]:
    """Return the reports of a package; they tell the day only, so that the same day gives the same bytes."""
    from evidence_check.report.context import Context, report_for

    context = Context(words, date, "", words.identities)
    return [(f"{words.ui('pack_report')}.{each}", report_for(each)(readiness, context)) for each in REPORTS]


def _tell(packed: Packed, target: Path, words: Catalog, wording: Wording) -> None:
    from evidence_check.report.visible import visible

    say(wording("pack.made", path=visible(str(target.resolve())), folders=packed.folders, papers=packed.papers))
    if packed.marked:
        say(wording("pack.marked_copies", count=packed.marked))
    for key, members in (("pack.uncut", packed.uncut), ("pack.unmarked", packed.unmarked)):
        if members:
            warn(wording(key, names=", ".join(visible(words.shown(each)) for each in members)))
    say(wording("pack.fingerprint", fingerprint=packed.fingerprint))


def _day(value: Any) -> str:
    """Return an ISO date; anything else is no date."""
    return calendar.fromisoformat(str(value)).isoformat() if value else ""


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["folder"], metavar=words("check.folder")),
        *file_options(words),
        click.Option(["--checklist"], default="", metavar="ID", help=words("check.checklist")),
        click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("check.year")),
        click.Option(["--date"], type=_day, default="", metavar=words("metavar.date"), help=words("pack.date")),
        click.Option(["--without-unsure"], is_flag=True, help=words("pack.without_unsure")),
        click.Option(["--marked"], is_flag=True, help=words("pack.marked")),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("check.jobs")),
        click.Option(["--allow-inside"], is_flag=True, help=words("check.allow_inside")),
        *reading_options(words),
        click.Option(["--sample"], type=whole(1, 100), metavar="N", help=words("check.sample")),
        click.Option(["--seed"], default="", metavar=words("metavar.text"), help=words("check.seed")),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        *cache_options(words),
    ]
