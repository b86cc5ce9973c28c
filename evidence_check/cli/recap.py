"""`evidence-check recap`: the results of many offices in, an overview out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import click

from evidence_check.cli.check import way_to
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
        from evidence_check.tracking.recap import linked, recap_of

        words = words_for(wording, False)
        outputs = places_for(output, format, RECAPS, results, wording)
        found = tuple(results_in(Path(name) for name in results))
        records, refused = read_all(found, words.shown)
        if not found:
            raise ResultError("EC512", file=Path(results[0]).name)
        if not records and len(refused) == 1:
            raise ResultError(refused[0].code, **dict(refused[0].params))
        recap = recap_of(records, refused)
        tell(recap, outputs, RECAPS, words, lambda place: linked(recap, ways_to_reports(found, place)))
        return ResultError.exit_code if refused else READY

    return Command("recap", wording, callback=run, params=_parameters(wording))


def ways_to_reports(found: Iterable[tuple[str, Path]], place: Path | None) -> dict[str, str]:
    """Return how an overview at some place leads to the report that lies beside each result, where one does."""
    ways = {}
    for source, path in found:
        report = path.with_suffix(".html") if path.suffix else path
        if place is not None and report != path and report.is_file() and report.resolve() != place.resolve():
            ways[source] = link_to(way_to(report, place))
    return ways


def link_to(way: str) -> str:
    """Return a relative way as a link in which nothing has a meaning of its own; empty where there is none."""
    if not way or way.startswith("/"):
        return ""
    return ("" if way.startswith(".") else "./") + quote(way, safe="/", errors="surrogateescape")


def _parameters(wording: Wording) -> list[click.Parameter]:
    argument = click.Argument(["results"], nargs=-1, required=True, metavar=wording("recap.results"))
    return [argument, *output_options(wording, FORMATS)]
