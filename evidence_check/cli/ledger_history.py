"""`evidence-check ledger history`: every check of one office that was kept, one line each."""

from __future__ import annotations

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.ledgering import ledger_at, ledger_option
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(office: str, ledger: str) -> int:
        with ledger_at(ledger) as opened:
            places = opened.places(office)
            if not places:
                raise UsageError("ledger_no_office", name=visible(office))
            for place in places:
                say(visible(place))
                for each in opened.history(place):
                    named = ("day", "checklist", "year", "ready", "required", "gaps", "unread")
                    say("  " + wording("ledger_history.line", **{key: visible(str(each[key])) for key in named}))
        return READY

    argument = click.Argument(["office"], metavar=wording("ledger_history.office"))
    return Command("ledger_history", wording, callback=run, params=[argument, ledger_option(wording)])
