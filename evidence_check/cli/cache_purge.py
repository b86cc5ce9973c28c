"""`evidence-check cache purge`: delete the file of the cache, and those that were set aside."""

from __future__ import annotations

import click

from evidence_check.cli.cache_info import size, usable
from evidence_check.cli.caching import Caching, cache_folder
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(cache_dir: str) -> int:
        from evidence_check.store.place import remove

        file = Caching(folder=cache_dir).file()
        with usable(file, wording):
            freed = remove(file)
        say(wording("cache_purge.done", size=size(freed)))
        return READY

    return Command("cache_purge", wording, callback=run, params=[cache_folder(wording)])
