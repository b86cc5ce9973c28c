"""`evidence-check recap`: the results of many offices in, an overview out."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.results import output_options, places_for, tell
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ResultError

FORMATS = ("text", "html", "xlsx", "csv")


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(results: tuple[str, ...], output: tuple[str, ...], format: str | None) -> int:
        from evidence_check.cli.telling import words_for
        from evidence_check.records.reading import read_all, results_in
        from evidence_check.report import RECAPS
        from evidence_check.tracking.recap import recap_of

        words = words_for(wording, False)
        outputs = places_for(output, format, RECAPS, results, wording)
        paths = tuple(results_in(Path(name) for name in results))
        records, refused = read_all(paths, words.shown)
        if not paths:
            raise ResultError("EC412", file=Path(results[0]).name)
        if not records and len(refused) == 1:
            raise ResultError(refused[0].code, **dict(refused[0].params))
        tell(recap_of(records, refused), outputs, RECAPS, words)
        return ResultError.exit_code if refused else READY

    return Command("recap", wording, callback=run, params=_parameters(wording))


def _parameters(wording: Wording) -> list[click.Parameter]:
    argument = click.Argument(["results"], nargs=-1, required=True, metavar=wording("recap.results"))
    return [argument, *output_options(wording, FORMATS)]
