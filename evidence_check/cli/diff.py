"""`evidence-check diff`: two results of one office in, what changed between them out."""

from __future__ import annotations

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.results import output_options, places_for, record_at, tell, visit_option
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY

FORMATS = ("text", "html", "json")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(old: str, new: str, output: tuple[str, ...], format: str | None, visit: str, renamed: bool) -> int:
        from dataclasses import replace

        from evidence_check.cli.telling import words_for
        from evidence_check.report import CHANGES
        from evidence_check.tracking.changes import compared

        words = words_for(wording, False)
        outputs = places_for(output, format, CHANGES, (old, new), wording)
        before, after = record_at(old, words), record_at(new, words)
        changes = compared(before, replace(after, visit=visit or after.visit), renamed)
        tell(changes, outputs, CHANGES, words)
        return READY

    return Command("diff", wording, callback=run, params=_parameters(wording))


def _parameters(wording: Wording) -> list[click.Parameter]:
    return [
        click.Argument(["old"], metavar=wording("diff.old")),
        click.Argument(["new"], metavar=wording("diff.new")),
        *output_options(wording, FORMATS),
        visit_option(wording),
        click.Option(["--renamed"], is_flag=True, help=wording("diff.renamed")),
    ]
