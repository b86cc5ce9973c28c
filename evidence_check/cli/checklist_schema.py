"""`evidence-check checklist schema`: the JSON Schema of a kind of file, for editors that complete and check."""

from __future__ import annotations

import json

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY

KINDS = ("checklist", "type", "office", "reviews")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(kind: str) -> int:
        from evidence_check.checklist.schema import SCHEMAS

        say(json.dumps(SCHEMAS["document" if kind == "type" else kind](), ensure_ascii=False, indent=2))
        return READY

    kind = click.Argument(["kind"], type=click.Choice(KINDS), default="checklist", metavar=f"[{'|'.join(KINDS)}]")
    return Command("checklist_schema", wording, callback=run, params=[kind])
