"""What every command that reads files needs: how a file is read, by how many processes, and for how long."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.assignment import assignment, must_hold_something, paths_inside
from evidence_check.cli.caching import Caching
from evidence_check.cli.limiting import Limits
from evidence_check.cli.reading import Reading
from evidence_check.cli.terminal import counter, warn
from evidence_check.cli.wording import Wording
from evidence_check.collecting import Progress, Step
from evidence_check.executors import EXECUTORS
from evidence_check.executors.processes import processors
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import ReadSettings
from evidence_check.messages.masking import mask
from evidence_check.model.batch import Wanted
from evidence_check.model.crops import Crops
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, Unreadable
from evidence_check.model.outcome import Readiness
from evidence_check.model.records import Record
from evidence_check.model.reviews import Review
from evidence_check.model.yardsticks import Draw
from evidence_check.report.visible import visible
from evidence_check.shares.tree import Tree
from evidence_check.store.cache import Cache, Keeping
from evidence_check.store.versions import mark_of_settings
from evidence_check.tracking.changes import must_be_of_one_kind

MOST_JOBS = 60
"""Windows cannot wait for more processes at once."""


@dataclass(frozen=True, slots=True)
class Job:
    """One check that was asked for: what the folder's own file does not say comes from the command line.

    `share` is where the folder is when it is not `root`, a folder of this machine.
    """

    root: Path
    checklist: str = ""
    year: int | None = None
    jobs: int = 0
    reading: Reading = field(default_factory=Reading)
    caching: Caching = field(default_factory=Caching)
    sample: int | None = None
    seed: str = ""
    visit: str = ""
    since: Record | None = None
    reviews: tuple[str, ...] = ()
    share: Tree | None = None

    def draw(self, year: int) -> Draw | None:
        """Return the sample that is to be drawn; without a seed the year is it, so that a second run draws the same."""
        return Draw(self.sample, self.seed or str(year)) if self.sample else None


def executor_of(jobs: int, limits: Limits) -> Executor:
    """Return what reads the files: always other processes, so that a file that kills its reader costs only itself."""
    module, _, name = EXECUTORS["processes"].partition(":")
    executor: Executor = getattr(import_module(module), name)(
        jobs or min(processors(), MOST_JOBS), limits.memory << 20
    )
    return executor


def checked(job: Job, wording: Wording) -> Readiness:
    """Return how ready a folder is; raise what is wrong with the command line or the folder before reading it."""
    return pipeline.reviewed(*judged(job, wording), library.catalogue())


def judged(job: Job, wording: Wording) -> tuple[Readiness, tuple[Review, ...]]:
    """Return how ready a folder is by the program alone, and what people decided."""
    if job.share is None:
        must_hold_something(job.root)
        job.caching.must_lie_outside(job.root)
    given = assignment(job.root, Wanted(job.checklist, job.year, job.visit), job.reviews, job.share)
    if job.since:
        must_be_of_one_kind(job.since, given.checklist.id, given.office.name, given.office.region)
    settings = job.reading.settings()
    how = (settings, executor_of(job.jobs, job.reading.limits), job.reading.limits.seconds, progress(wording))
    with kept(job.caching, settings, wording) as cache:
        asked = (given.checklist, library.catalogue(), library.yardsticks(), given.office, given.year)
        apart = frozenset() if job.share else paths_inside(job.root, job.reviews)
        source = pipeline.source_of(job.root, job.share)
        return pipeline.check(source, *asked, *how, cache, job.draw(given.year), apart), given.reviews


def cropped(job: Job, readiness: Readiness, identities: bool) -> Crops:
    """Return pictures of what the verdicts rest on, for a report that shows them; none of files that lie elsewhere."""
    if job.share is not None:
        return {}
    from evidence_check.cropping.making import crops_of

    executor = executor_of(job.jobs, job.reading.limits)
    return crops_of(readiness, job.root, executor, job.reading.limits.seconds, identities)


def identified(
    paths: list[Path], jobs: int, reading: Reading, wording: Wording, caching: Caching
) -> tuple[tuple[Evidence, ...], tuple[Unreadable, ...]]:
    """Return what some files are, and those that could not be read."""
    executor = executor_of(min(len(paths), jobs or MOST_JOBS, processors()), reading.limits)
    settings = reading.settings()
    how = (settings, executor, reading.limits.seconds, progress(wording))
    with kept(caching, settings, wording) as cache:
        return pipeline.identify(paths, library.catalogue(), *how, cache)


def read_one(path: Path, reading: Reading, wording: Wording, caching: Caching) -> Content | Unreadable:
    """Return what one file says, or why nobody can read it."""
    settings = reading.settings()
    how = (settings, executor_of(1, reading.limits), reading.limits.seconds, progress(wording))
    with kept(caching, settings, wording) as cache:
        contents, unreadable = pipeline.contents_of([path], *how, cache)
    return contents[0] if contents else unreadable[0]


@contextmanager
def kept(caching: Caching, settings: ReadSettings, wording: Wording) -> Iterator[Cache | None]:
    """Open the cache for one run, None when it is not wanted or cannot be used; say what is wrong with it, once."""
    if not caching.use:
        yield None
        return
    file = caching.file()
    cache = Cache(Keeping(file, mark_of_settings(settings), verify=caching.verify))
    if told := "damaged" if cache.mended else cache.trouble:
        warn(wording(f"cache.{told}", path=visible(str(file))))
    begun = cache.trouble
    try:
        yield None if begun else cache
    except KeyboardInterrupt:
        if cache.wanted and not cache.trouble:
            warn("\n" + wording("cache.kept", done=cache.held(), total=len(cache.wanted)))
        raise
    finally:
        cache.close()
        if cache.trouble and not begun:
            warn(wording(f"cache.{cache.trouble}", path=visible(str(file))))


def progress(wording: Wording) -> Progress | None:
    """Return the progress line of reading files."""
    return counter(lambda step, left: told_of(step, left, wording))


def told_of(step: Step, left: float | None, wording: Wording) -> str:
    """Return how far reading is; the name comes last, so that a narrow window cuts off nothing else."""
    told = wording(f"progress.{step.unit}", done=step.done, total=step.total, pages=step.pages)
    return f"{told}{_left(left, wording)}: {visible(mask(os.path.basename(step.name)))}"


def _left(seconds: float | None, wording: Wording) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        return wording("progress.seconds_left", seconds=max(5, round(seconds / 5) * 5))
    return wording("progress.minutes_left", minutes=round(seconds / 60))
