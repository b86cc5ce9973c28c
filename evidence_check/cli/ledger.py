"""`evidence-check ledger`: what the batches kept over time, asked for and handed on."""

from __future__ import annotations

from evidence_check.cli.commands import Commands
from evidence_check.cli.wording import Wording

COMMANDS = ("info", "history", "export")


def command(wording: Wording) -> Commands:
    """Return the group."""
    return Commands(wording, "ledger", COMMANDS)
