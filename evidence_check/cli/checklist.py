"""`evidence-check checklist`: the group of commands for those who keep the checklists true."""

from __future__ import annotations

from evidence_check.cli.commands import Commands
from evidence_check.cli.wording import Wording

COMMANDS = ("list", "show", "lint", "test", "diff", "schema", "export", "import")


def command(wording: Wording) -> Commands:
    """Return the group."""
    return Commands(wording, "checklist", COMMANDS)
