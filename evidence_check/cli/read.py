"""`evidence-check read`: what was read of one file, page by page, how, and how surely."""

from __future__ import annotations

import json
from pathlib import Path

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible

FORMATS = ("text", "json")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(
        file: str,
        page: int | None,
        format: str | None,
        no_ocr: bool,
        read: str,
        show_identities: bool,
        no_cache: bool,
        verify: bool,
        cache_dir: str,
        **limits: int,
    ) -> int:
        from evidence_check.cli.running import read_one
        from evidence_check.cli.showing import as_json, as_text, only_page
        from evidence_check.messages.catalog import load

        path = there(file)
        reading = Reading(not no_ocr, read, Limits(**limits))
        result = read_one(path, reading, wording, Caching(not no_cache, verify, cache_dir))
        result = only_page(result, page) if page else result
        catalog = load(wording.language).showing(show_identities)
        if format == "json":
            say(json.dumps(as_json(result, catalog), ensure_ascii=False, indent=2))
        else:
            say(as_text(result, catalog, wording))
        return READY

    return Command("read", wording, callback=run, params=_parameters(wording))


def there(name: str) -> Path:
    """Return the path of a file; raise when it is a folder or not there at all."""
    path = Path(name)
    try:
        folder, found = path.is_dir(), path.exists() or path.is_symlink()
    except (OSError, ValueError):
        folder, found = False, False
    if folder or not found:
        raise UsageError("read_folder" if folder else "read_missing", path=visible(name))
    return path


def _parameters(wording: Wording) -> list[click.Parameter]:
    words = wording
    return [
        click.Argument(["file"], metavar=words("metavar.file")),
        click.Option(["--page"], type=whole(1, 1_000_000), metavar="N", help=words("read.page")),
        click.Option(["--format"], type=click.Choice(FORMATS), metavar="text|json", help=words("identify.format")),
        *reading_options(words),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        *cache_options(words),
    ]
