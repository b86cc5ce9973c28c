"""`evidence-check batch`: a root of many offices in; a report of each and one overview out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.commands import Command, whole
from evidence_check.cli.many import (
    desk_for,
    executor_for,
    line_of,
    order_of,
    order_options,
    place_for_reports,
    write_recap,
)
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import GAPS_FOUND, READY, FolderError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.batching.task import Outcome


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(fail_under: int | None, **asked: Any) -> int:
        from evidence_check.batching.overview import Gathering
        from evidence_check.batching.run import run as judged
        from evidence_check.cli.telling import words_for

        order = order_of(**asked)
        words = words_for(wording, False)
        place = place_for_reports(order.output, order.region, wording)
        tasks = tuple(order.region.tasks(order.how(wording, len(order.region.rows())), place))
        code = READY
        with desk_for(order, place) as desk:
            gathering = Gathering(desk, words)
            for done, outcome in enumerate(judged(tasks, executor_for(order, len(tasks)), desk), 1):
                say(line_of(outcome, done, len(tasks), words, wording))
                gathering.add(outcome)
                code = max(code, code_of(outcome, fail_under))
            written = write_recap(gathering.recap(), desk.reports, words)
        say(wording("batch.done", count=len(tasks), path=visible(str(written[0]))))
        return code

    return Command("batch", wording, callback=run, params=_parameters(wording))


def code_of(outcome: Outcome, fail_under: int | None) -> int:
    """Return the exit code of one office: not judged, with gaps (or below what is asked for), or ready."""
    if outcome.sum is None:
        return FolderError.exit_code
    if fail_under is None:
        return GAPS_FOUND if outcome.sum.gaps else READY
    return GAPS_FOUND if (outcome.sum.low or 0) < fail_under else READY


def _parameters(wording: Wording) -> list[click.Parameter]:
    return [
        *order_options(wording),
        click.Option(["--again"], is_flag=True, help=wording("batch.again")),
        click.Option(["--fail-under"], type=whole(0, 100), metavar="N", help=wording("batch.fail_under")),
    ]
