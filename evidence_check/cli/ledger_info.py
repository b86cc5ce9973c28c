"""`evidence-check ledger info`: where the store of results is, and how much it holds."""

from __future__ import annotations

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.ledgering import ledger_at, ledger_option
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(ledger: str) -> int:
        with ledger_at(ledger) as opened:
            say(wording("ledger_info.held", place=visible(opened.place), **opened.counts()))
        return READY

    return Command("ledger_info", wording, callback=run, params=[ledger_option(wording)])
