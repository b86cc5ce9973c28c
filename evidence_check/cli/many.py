"""What `batch`, `plan` and `watch` share: the options, where everything goes, and how an office is told on one line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence_check.cli.caching import Caching, cache_options
from evidence_check.cli.commands import whole
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading, reading_options
from evidence_check.cli.results import visit_option
from evidence_check.cli.wording import Wording
from evidence_check.errors import ReportError, UsageError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.batching.events import Clock, EventLog
    from evidence_check.batching.handing import Region
    from evidence_check.batching.run import Desk
    from evidence_check.batching.task import How, Outcome
    from evidence_check.executors.protocol import Executor
    from evidence_check.messages.catalog import Catalog
    from evidence_check.model.tracked import Recap

FORMS = ("html", "json", "xlsx", "docx", "csv")
RECAP_FORMS = ("html", "xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked of many offices, as the options say it."""

    region: Region
    output: str
    reading: Reading
    caching: Caching
    forms: tuple[str, ...] = ()
    jobs: int = 0
    scheduler: str = ""
    ledger: str = ""
    log: str = ""
    identities: bool = False
    again: bool = False

    def how(self, wording: Wording, offices: int) -> How:
        """Return how each office is judged; where there are fewer than processes, each gets several to read with."""
        from evidence_check.batching.task import How
        from evidence_check.executors.processes import processors

        workers = self.jobs or processors()
        limits = self.reading.limits
        return How(
            settings=self.reading.settings(),
            seconds=limits.seconds,
            memory=limits.memory << 20,
            jobs=max(1, workers // max(1, offices)) if not self.scheduler else 1,
            cache=self._cache(),
            verify=self.caching.verify,
            forms=self.forms,
            language=wording.language,
            identities=self.identities,
        )


    def _cache(self) -> str:
        """Return where each office's readers remember: on a cluster in their own machine's place, if none is named."""
        from evidence_check.batching.task import OWN

        if not self.caching.use:
            return ""
        return OWN if self.scheduler and not self.caching.folder else str(self.caching.file())


def place_for_reports(output: str, region: Region, wording: Wording) -> Path:
    """Return the folder for the reports, made if need be; raise when it lies where offices hand in their papers."""
    from evidence_check.cli.outputs import Output, refuse_bad_places

    place = Path(output)
    must_lie_outside(place, region)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise ReportError("report_cannot_write", path=visible(output), detail=detail) from error
    refuse_bad_places([Output("html", place / "rekap.html")], region.root, region.share is not None, wording)
    return place.resolve()


def must_lie_outside(place: Path, region: Region) -> None:
    """Raise when something would be written into the folder of the offices, before a folder is made for it."""
    if region.share is None and Path(os.path.realpath(place)).is_relative_to(os.path.realpath(region.root)):
        raise UsageError("report_inside_folder", path=visible(str(place)))


@contextmanager
def log_at(name: str, region: Region, clock: Clock) -> Iterator[EventLog]:
    """Open the log of events, to which lines are added; nothing is written where none is asked for."""
    from evidence_check.batching.events import EventLog

    if not name:
        yield EventLog(None, clock)
        return
    must_lie_outside(Path(name), region)
    try:
        stream = open(name, "ab")  # noqa: SIM115
    except OSError as error:
        raise ReportError("report_cannot_write", path=visible(name), detail=error.strerror or "?") from error
    with stream:
        yield EventLog(stream, clock)


@contextmanager
def desk_for(order: Order, place: Path) -> Iterator[Desk]:
    """Open the store and the log for reports that go to a place, and close them whatever happens."""
    from evidence_check.batching.offices import stems_of
    from evidence_check.batching.run import Desk
    from evidence_check.ledger.ledger import Ledger

    with log_at(order.log, order.region, now) as log, closing(Ledger.open(order.ledger, clock=now)) as ledger:
        stems = stems_of([row.folder for row in order.region.rows()])
        yield Desk(order.region.name, ledger, place, log, now, stems, order.again)


def now() -> datetime:
    """Return the moment it is, with the zone of this machine."""
    return datetime.now().astimezone()


def executor_for(order: Order, offices: int) -> Executor:
    """Return what judges offices: a cluster where one is named, else processes of this machine."""
    from evidence_check.executors.processes import processors
    from evidence_check.executors.workers import Workers

    if order.scheduler:
        from evidence_check.executors.cluster import Cluster
        from evidence_check.store.versions import program_version

        return Cluster(order.scheduler, program_version)
    return Workers(min(offices, order.jobs or processors()))


def write_recap(recap: Recap, place: Path, words: Catalog) -> list[Path]:
    """Write the overview in every form, each whole or not at all; return where."""
    from evidence_check.batching.overview import NAME
    from evidence_check.report import RECAPS
    from evidence_check.report.writing import write

    written = []
    for form in RECAP_FORMS:
        module, _, name = RECAPS[form].partition(":")
        target = place / f"{NAME}.{form}"
        write(getattr(import_module(module), name)(recap, words), target)
        written.append(target)
    return written


def line_of(outcome: Outcome, done: int, total: int, words: Catalog, wording: Wording) -> str:
    """Return one line that says how an office came out."""
    from evidence_check.batching.overview import told_of

    head = f"[{done}/{total}] {visible(words.shown(outcome.key))}:"
    if outcome.sum is None:
        return f"{head} {wording('batch.not_judged', why=visible(told_of(outcome, words)))}"
    found = outcome.sum
    share = "–" if found.low is None else f"{found.low}%" if found.low == found.high else f"{found.low}–{found.high}%"
    told = wording("batch.judged", share=share, ready=found.ready, required=found.required, gaps=found.gaps)
    lost = f", {wording('batch.unread', count=found.unread)}" if found.unread else ""
    same = f" {wording('batch.unchanged')}" if outcome.turn == "unchanged" else ""
    return f"{head} {told}{lost}{same}"


def order_options(wording: Wording) -> list[click.Parameter]:
    """Return the options of a command that judges many offices."""
    words, named = wording, ",".join(FORMS)
    return [
        *region_options(words),
        click.Option(["--output"], required=True, metavar=words("metavar.folder"), help=words("batch.output")),
        click.Option(["--format"], type=forms, default="html,json", metavar=named, help=words("batch.format")),
        click.Option(["--jobs"], type=whole(0, 64), default=0, metavar="N", help=words("batch.jobs")),
        click.Option(["--scheduler"], default="", metavar="tcp://HOST:PORT", help=words("batch.scheduler")),
        click.Option(["--ledger"], default="", metavar="URL", help=words("batch.ledger")),
        click.Option(["--log"], default="", metavar=words("metavar.file"), help=words("batch.log")),
        click.Option(["--show-identities"], is_flag=True, help=words("check.show_identities")),
        *reading_options(words),
        *cache_options(words),
    ]


def region_options(wording: Wording) -> list[click.Parameter]:
    """Return the argument and the options that say which offices there are, and what is asked of them."""
    words = wording
    return [
        click.Argument(["root"], metavar=words("batch.root")),
        click.Option(["--offices"], default="", metavar=words("metavar.file"), help=words("batch.offices")),
        click.Option(["--checklist"], default="", metavar="ID", help=words("batch.checklist")),
        click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("batch.year")),
        visit_option(words),
    ]


def forms(value: Any) -> tuple[str, ...]:
    """Return the forms of reports that are named with commas between; raise `ValueError` at an unknown one."""
    named = tuple(dict.fromkeys(each.strip() for each in str(value).split(",") if each.strip()))
    if not named or any(each not in FORMS for each in named):
        raise ValueError
    return named


def order_of(
    root: str,
    offices: str,
    checklist: str,
    year: int | None,
    visit: str,
    no_ocr: bool,
    read: str,
    no_cache: bool,
    verify: bool,
    cache_dir: str,
    seconds: int,
    memory: int,
    max_pages: int,
    output: str = "",
    format: tuple[str, ...] = (),
    show_identities: bool = False,
    **rest: Any,
) -> Order:
    """Return what was asked for, as click hands it over; raise what is wrong with it before anything is read."""
    from evidence_check.batching.handing import region_at
    from evidence_check.cli.sharing import root_of, share_at
    from evidence_check.model.batch import Wanted

    caching = Caching(not no_cache, verify, cache_dir)
    share = share_at(root)
    region = region_at(root_of(root), offices, Wanted(checklist, year, visit), share)
    if share is None:
        caching.must_lie_outside(region.root)
    reading = Reading(not no_ocr, read, Limits(seconds, memory, max_pages))
    return Order(region, output, reading, caching, format, identities=show_identities, **rest)
