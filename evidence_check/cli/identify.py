"""`evidence-check identify`: what are these files, what do they say about themselves, and why do we think so."""

from __future__ import annotations

import json
from pathlib import Path

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.terminal import say, warn
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible

FORMATS = ("text", "json")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        files: tuple[str, ...],
        format: str | None,
        jobs: int,
        no_ocr: bool,
        read: str,
        show_identities: bool,
        no_cache: bool,
        verify: bool,
        cache_dir: str,
        **limits: int,
    ) -> int:
        from evidence_check.cli.telling import as_json, as_text, words_for

        there = [Path(name) for name in files if _is_there(name, wording)]
        if there:
            from evidence_check.cli.running import identified

            caching = Caching(not no_cache, verify, cache_dir)
            reading = Reading(not no_ocr, read, Limits(**limits))
            evidence, unreadable = identified(there, jobs, reading, wording, caching)
            catalog = words_for(wording, show_identities)
            if format == "json":
                say(json.dumps(as_json(evidence, unreadable, catalog), ensure_ascii=False, indent=2))
            else:
                say(as_text(evidence, unreadable, catalog, wording))
        return READY if len(there) == len(files) else UsageError.exit_code

    return Command("identify", wording, callback=run, params=_parameters(wording))


def _is_there(name: str, wording: Wording) -> bool:
    """Say whether this is a file at all; what is none is told, and the rest goes on."""
    path = Path(name)
    try:
        folder, there = path.is_dir(), path.exists() or path.is_symlink()
    except (OSError, ValueError):
        folder, there = False, False
    if folder:
        warn(wording("identify.folder", path=visible(name)))
    elif not there:
        warn(wording("identify.missing", path=visible(name)))
    return there and not folder


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["files"], nargs=-1, required=True, metavar=words("identify.files")),
        click.Option(["--format"], type=click.Choice(FORMATS), metavar="text|json", help=words("identify.format")),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("check.jobs")),
        *reading_options(words),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        *cache_options(words),
    ]
