"""`evidence-check plan`: a root of many offices in, what `batch` would read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.caching import cache_options
from evidence_check.cli.commands import Command, whole
from evidence_check.cli.many import order_of, region_options
from evidence_check.cli.reading import reading_options
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, FolderError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.batching.planning import Plan
    from evidence_check.messages.catalog import Catalog

MINUTE, HOUR = 60, 3600


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(jobs: int, **asked: Any) -> int:
        from evidence_check.batching.planning import plans, span_of
        from evidence_check.cli.running import executor_of, kept
        from evidence_check.cli.telling import words_for
        from evidence_check.executors.processes import processors

        order = order_of(jobs=jobs, **asked)
        words, found = words_for(wording, False), []
        tasks = order.region.tasks(order.how(wording, 1), order.region.root)
        with kept(order.caching, order.reading.settings(), wording) as cache:
            for plan in plans(tasks, executor_of(jobs, order.reading.limits), cache, order.reading.ocr):
                say(line_of(plan, words, wording))
                found.append(plan)
        workers = jobs or processors()
        say(total_of(found, span_of(found, workers), workers, wording))
        return FolderError.exit_code if any(plan.fault for plan in found) else READY

    return Command("plan", wording, callback=run, params=_parameters(wording))


def line_of(plan: Plan, words: Catalog, wording: Wording) -> str:
    """Return one line that says what is to be read of an office."""
    office = visible(words.shown(plan.key))
    if plan.fault:
        from evidence_check.errors import EvidenceCheckError

        why, _ = words.error(EvidenceCheckError(plan.fault.code, **dict(plan.fault.params)))
        return wording("plan.fault", office=office, why=visible(why))
    told = {"files": plan.files, "known": plan.known, "pages": plan.pages, "scans": plan.scans}
    return wording("plan.line", office=office, time=span(plan.seconds, wording), **told)


def total_of(plans: list[Plan], seconds: float, jobs: int, wording: Wording) -> str:
    """Return the line that sums up all offices."""
    sums = {name: sum(getattr(plan, name) for plan in plans) for name in ("files", "known", "pages", "scans")}
    size = f"{sum(plan.size for plan in plans) / 1e6:.0f}"
    return wording("plan.total", offices=len(plans), size=size, jobs=jobs, time=span(seconds, wording), **sums)


def span(seconds: float, wording: Wording) -> str:
    """Return a stretch of time in the largest unit it fills, rounded up."""
    if seconds < 2 * MINUTE:
        return wording("plan.seconds", count=-int(-seconds // 1))
    if seconds < 2 * HOUR:
        return wording("plan.minutes", count=-int(-seconds // MINUTE))
    return wording("plan.hours", count=-int(-seconds // HOUR))


def _parameters(wording: Wording) -> list[click.Parameter]:
    return [
        *region_options(wording),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=wording("batch.jobs")),
        *reading_options(wording),
        *cache_options(wording),
    ]
