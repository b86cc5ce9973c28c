"""Where the cache is, and the options that say whether a command uses it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from evidence_check.cli.wording import Wording
from evidence_check.errors import UsageError
from evidence_check.report.visible import visible

CACHE = "EVIDENCE_CHECK_CACHE"


@dataclass(frozen=True, slots=True)
class Caching:
    """Whether what was read is remembered; `verify`: hash every file; `folder`: where, empty for the user's own."""

    use: bool = True
    verify: bool = False
    folder: str = ""

    def file(self) -> Path:
        """Return the file of the cache: where the option says, else the environment, else the user's cache folder."""
        from evidence_check.store.place import FILE, default_folder

        named = self.folder or os.environ.get(CACHE, "")
        return (Path(named) if named else default_folder()) / FILE

    def must_lie_outside(self, root: Path) -> None:
        """Raise when the cache would be written into the folder that is only to be read."""
        file = self.file()
        if self.use and Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
            raise UsageError("cache_inside_folder", path=visible(str(file.parent)))


def cache_options(wording: Wording) -> list[click.Parameter]:
    """Return `--no-cache`, `--verify` and `--cache-dir`."""
    return [
        click.Option(["--no-cache"], is_flag=True, help=wording("check.no_cache")),
        click.Option(["--verify"], is_flag=True, help=wording("check.verify")),
        cache_folder(wording),
    ]


def cache_folder(wording: Wording) -> click.Option:
    """Return `--cache-dir`."""
    return click.Option(["--cache-dir"], default="", metavar=wording("metavar.folder"), help=wording("check.cache_dir"))
