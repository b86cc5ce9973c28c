"""`evidence-check cache info`: where the cache is, how large, how much it holds, since when, and who may see it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from evidence_check.cli.caching import Caching, cache_folder
from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ReportError
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(cache_dir: str) -> int:
        from evidence_check.store.keeper import info

        file = Caching(folder=cache_dir).file()
        with usable(file, wording):
            held = info(file)
        shown = visible(str(file))
        if not held.size:
            say(wording("cache_info.none", path=shown))
            return READY
        lines = [wording("cache_info.held", path=shown, size=size(held.size), entries=held.entries, files=held.files)]
        if held.oldest is not None:
            day = datetime.fromtimestamp(held.oldest).date().isoformat()
            lines.append(wording("cache_info.oldest", day=day))
        if held.aside:
            lines.append(wording("cache_info.aside", count=held.aside))
        say("\n".join([*lines, wording("cache_info.private")]))
        return READY

    return Command("cache_info", wording, callback=run, params=[cache_folder(wording)])


@contextmanager
def usable(file: Path, wording: Wording) -> Iterator[None]:
    """Turn what is wrong with a cache into an error with a sentence."""
    from evidence_check.store.database import trouble_of

    try:
        yield
    except (sqlite3.Error, OSError) as error:
        detail = wording(f"cache_why.{trouble_of(error)}")
        raise ReportError("cache_unusable", path=str(file), detail=detail) from error


def size(count: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"
