"""`evidence-check watch`: a root of many offices looked at until somebody ends it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.commands import Command, whole
from evidence_check.cli.many import (
    desk_for,
    executor_for,
    line_of,
    now,
    order_of,
    order_options,
    place_for_reports,
    write_recap,
)
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, EvidenceCheckError, ReportError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.batching.watching import Watch
    from evidence_check.messages.catalog import Catalog

EVERY, SETTLE = 60, 30
LONGEST = 86_400


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(every: int, settle: int, **asked: Any) -> int:
        from evidence_check.batching.overview import Gathering
        from evidence_check.batching.watching import Watch, glancing
        from evidence_check.cli.telling import words_for

        order = order_of(**asked)
        words = words_for(wording, False)
        place = place_for_reports(order.output, order.region, wording)
        how = order.how(wording, len(order.region.rows()))
        with desk_for(order, place) as desk:
            executor = executor_for(order, len(desk.stems))
            watch = Watch(glancing(order.region, how, desk), executor, desk, Gathering(desk, words), settle)
            say(wording("watch.begun", path=visible(order.region.name)))
            _until_stopped(watch, every, words, wording)
            say("\n" + wording("watch.ended", path=visible(str(place / "rekap.html"))))
        return READY

    return Command("watch", wording, callback=run, params=_parameters(wording))


def _until_stopped(watch: Watch, every: int, words: Catalog, wording: Wording) -> None:
    """Look again and again until Ctrl-C; whatever goes wrong with one look, the next one comes.

    Raises only what the first look finds of what was asked for itself, such as a cluster that does not answer.
    """
    pause = threading.Event()
    begun = stale = False
    try:
        while True:
            try:
                went, outcomes = watch.round(time.monotonic())
                stale = stale or went
                for done, outcome in enumerate(outcomes, 1):
                    stale = True
                    say(f"{now():%H:%M:%S} {line_of(outcome, done, len(watch.desk.stems), words, wording)}")
                if stale:
                    write_recap(watch.gathering.recap(), watch.desk.reports, words)
                    stale = False
            except EvidenceCheckError as error:
                if not begun and not isinstance(error, ReportError):
                    raise
                say(f"{now():%H:%M:%S} {visible(' '.join(words.error(error)))}")
            begun = True
            pause.wait(every)
    except KeyboardInterrupt:
        return


def _parameters(wording: Wording) -> list[click.Parameter]:
    seconds = whole(0, LONGEST)
    return [
        *order_options(wording),
        click.Option(["--every"], type=seconds, default=EVERY, metavar="N", help=wording("watch.every", usual=EVERY)),
        click.Option(["--settle"], type=seconds, default=SETTLE, metavar="N",
                     help=wording("watch.settle", usual=SETTLE)),
    ]  # fmt: skip
