"""`evidence-check cache clear`: forget what was read from one folder, or everything."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_check.cli.cache_info import usable
from evidence_check.cli.caching import Caching, cache_folder
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(folder: str | None, cache_dir: str) -> int:
        from evidence_check.store.keeper import clear

        file = Caching(folder=cache_dir).file()
        with usable(file, wording):
            count = clear(file, _place(folder) if folder else None)
        say(wording("cache_clear.done", count=count))
        return READY

    folder = click.Argument(["folder"], required=False, metavar=wording("cache_clear.folder"))
    return Command("cache_clear", wording, callback=run, params=[folder, cache_folder(wording)])


def _place(folder: str) -> Path | str:
    """Return a folder as what was read from it is remembered: by its path, or by its address."""
    from evidence_check.shares.address import address_of, is_remote, is_zip

    return address_of(folder).shown if is_remote(folder) or is_zip(folder) else Path(folder)
