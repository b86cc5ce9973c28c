"""`evidence-check ledger export`: every table and view of the store as Parquet, for other programs."""

from __future__ import annotations

import os
from pathlib import Path

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.ledgering import ledger_at, ledger_option
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(folder: str, force: bool, ledger: str) -> int:
        from evidence_check.ledger.database import reading
        from evidence_check.ledger.exporting import export, targets

        for path in targets(Path(folder)).values():
            if os.path.lexists(path) and not force:
                raise UsageError("file_exists", path=visible(str(path)))
        with ledger_at(ledger) as opened, reading(opened.engine) as link:
            written = export(link, Path(folder))
        say("\n".join(visible(str(path)) for path in written))
        return READY

    argument = click.Argument(["folder"], metavar=wording("metavar.folder"))
    force = click.Option(["--force"], is_flag=True, help=wording("putting.force"))
    return Command("ledger_export", wording, callback=run, params=[argument, force, ledger_option(wording)])
