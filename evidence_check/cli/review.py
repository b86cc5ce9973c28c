"""`evidence-check review`: walks what a person has to decide, one at a time, and writes each answer down at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.check import exit_code, reviews_option
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.wording import Wording

if TYPE_CHECKING:
    from evidence_check.cli.walking import Walk


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        folder: str,
        checklist: str,
        year: int | None,
        by: str,
        jobs: int,
        no_ocr: bool,
        read: str,
        show_identities: bool,
        no_cache: bool,
        verify: bool,
        cache_dir: str,
        reviews: tuple[str, ...],
        **limits: int,
    ) -> int:
        from evidence_check import library
        from evidence_check.assignment import must_hold_something
        from evidence_check.cli.running import Job, judged

        root = Path(folder)
        must_hold_something(root)
        target = target_of(root, reviews)
        reading = Reading(not no_ocr, read, Limits(**limits))
        given = tuple(each for each in reviews if Path(each) != target or target.exists())
        job = Job(root, checklist, year, jobs, reading, Caching(not no_cache, verify, cache_dir), reviews=given)
        machine, decided = judged(job, wording)
        walk = _walk(wording, show_identities, target, by)
        return exit_code(walk.through(machine, decided, library.catalogue()))

    return Command("review", wording, callback=run, params=_parameters(wording))


def target_of(root: Path, reviews: tuple[str, ...]) -> Path:
    """Return where answers go: the first file named, else the folder's own; raise when nothing can be written there."""
    import os

    from evidence_check import library
    from evidence_check.errors import ReportError, UsageError
    from evidence_check.report.visible import visible

    target = Path(reviews[0]) if reviews else root / library.REVIEWS_FILE
    if target.suffix.lower() not in library.SUFFIXES:
        raise UsageError("wrong_suffix", path=visible(str(target)), suffix=library.SUFFIXES[0])
    parent = target.resolve().parent
    if not (parent.is_dir() and os.access(parent, os.W_OK)):
        raise ReportError("reviews_cannot_write", path=visible(str(target)))
    return target


def _walk(wording: Wording, identities: bool, target: Path, by: str) -> Walk:
    from evidence_check.cli.telling import words_for
    from evidence_check.cli.walking import Walk

    today = datetime.now().astimezone().date().isoformat()
    return Walk(wording, words_for(wording, identities), target, today, by.strip())


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["folder"], metavar=words("check.folder")),
        click.Option(["--checklist"], default="", metavar="ID", help=words("check.checklist")),
        click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("check.year")),
        click.Option(["--by"], default="", metavar=words("metavar.office"), help=words("review.by")),
        reviews_option(words),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("check.jobs")),
        *reading_options(words),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        *cache_options(words),
    ]
