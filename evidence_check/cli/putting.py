"""Where a command puts the one file it makes: never over an old one unless that is wanted."""

from __future__ import annotations

import os
from pathlib import Path

import click

from evidence_check.cli.wording import Wording
from evidence_check.errors import ReportError, UsageError
from evidence_check.report.visible import visible


def file_options(wording: Wording) -> list[click.Parameter]:
    """Return `--output` and `--force`."""
    told = wording("putting.output")
    return [
        click.Option(["--output"], required=True, metavar=wording("metavar.file"), help=told),
        click.Option(["--force"], is_flag=True, help=wording("putting.force")),
    ]


def place_for(name: str, suffixes: tuple[str, ...], force: bool) -> Path:
    """Return where a file may go; raise when it is of another kind or is there already."""
    path = Path(name)
    if path.suffix.lower() not in suffixes:
        raise UsageError("wrong_suffix", path=visible(name), suffix=suffixes[0])
    if os.path.lexists(path) and not force:
        raise UsageError("file_exists", path=visible(name))
    return path


def put_file(data: bytes, path: Path) -> None:
    """Write a file whole or not at all."""
    from evidence_check.report.writing import write

    try:
        write(data, path)
    except ReportError as error:
        raise ReportError("file_cannot_write", **dict(error.params)) from error
