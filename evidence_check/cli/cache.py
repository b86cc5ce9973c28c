"""`evidence-check cache`: see what is remembered of the files read before, and have it forgotten."""

from __future__ import annotations

from evidence_check.cli.commands import Commands
from evidence_check.cli.wording import Wording

COMMANDS = ("info", "clear", "purge")


def command(wording: Wording) -> Commands:
    """Return the group."""
    return Commands(wording, "cache", COMMANDS)
