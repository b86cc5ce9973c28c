"""A piece of work done: the files of one office read and judged, its reports made, and its result made small."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from evidence_check import library, pipeline
from evidence_check.assignment import Assignment
from evidence_check.batching.task import OWN, How, Outcome, Task, sum_of
from evidence_check.cropping.making import crops_of
from evidence_check.executors.processes import Processes
from evidence_check.executors.protocol import Executor
from evidence_check.executors.workers import may_have_children
from evidence_check.messages.catalog import Catalog, load
from evidence_check.model.batch import Turn
from evidence_check.model.files import Content, Unreadable
from evidence_check.model.outcome import Readiness
from evidence_check.report import SHOWING_CROPS
from evidence_check.report.context import Context, report_for
from evidence_check.report.json_report import document_of
from evidence_check.report.results import results_of
from evidence_check.store.cache import Cache, Keeping
from evidence_check.store.place import default_file
from evidence_check.store.results import lasting
from evidence_check.store.versions import mark_of_settings

UNRECOGNISED = ("EC108",)
"""What is found where pictures are not to be recognised, which stays so until they are."""


def judged(task: Task, given: Assignment, state: str) -> Outcome:
    """Return how an office comes out; `state` is the one it is in. Raises what is wrong with its folder."""
    how = task.how
    executor = _readers(how.jobs, how.memory)
    readiness = _readiness(task, given, executor)
    words = _words(how.language).showing(how.identities)
    crops = {}
    if task.share is None and any(form in SHOWING_CROPS for form in how.forms):
        crops = crops_of(readiness, Path(task.place), executor, how.seconds, how.identities)
    context = Context(words, task.now, task.way, how.identities, crops=crops)
    reports = tuple((form, report_for(form)(readiness, context)) for form in how.forms)
    kept = _small(document_of(results_of(readiness, Context(_words(how.language), task.now))))
    found: tuple[Content | Unreadable, ...] = (*readiness.contents, *readiness.unreadable)
    if not all(lasting(each, () if how.settings.ocr else UNRECOGNISED) for each in found):
        state = ""
    return Outcome(task.key, Turn.CHECKED, state, as_text(kept), reports, sum_of(kept))


def _readiness(task: Task, given: Assignment, executor: Executor) -> Readiness:
    how = task.how
    asked = (given.checklist, library.catalogue(), library.yardsticks(), given.office, given.year)
    with _kept(how) as memory:
        source = pipeline.source_of(Path(task.place), task.share)
        readiness = pipeline.check(source, *asked, how.settings, executor, how.seconds, None, memory)
    return pipeline.reviewed(readiness, given.reviews, library.catalogue())


@cache
def _readers(jobs: int, memory: int) -> Executor:
    """Return the workers that read files for this process, which stay from one office to the next."""
    may_have_children()
    readers = ExitStack()
    # A process that was started by another ends this way, too, but does not do what is registered with `atexit`.
    Finalize(None, readers.close, exitpriority=1)
    return readers.enter_context(Processes(jobs, memory).kept())


@contextmanager
def _kept(how: How) -> Iterator[Cache | None]:
    """Open the cache for one office; one that cannot be used costs time only."""
    if not how.cache:
        yield None
        return
    file = default_file() if how.cache == OWN else Path(how.cache)
    memory = Cache(Keeping(file, mark_of_settings(how.settings), verify=how.verify))
    try:
        yield None if memory.trouble else memory
    finally:
        memory.close()


@cache
def _words(language: str) -> Catalog:
    return load(language).naming({key: each.name for key, each in library.catalogue().items()})


def as_text(document: dict[str, Any]) -> str:
    """Return a document as JSON on one line; a name that is no valid text stays valid JSON."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _small(document: dict[str, Any]) -> dict[str, Any]:
    """Return what an overview, a comparison or a list of things to do needs of a result, a tenth of it."""
    files = [{**each, "documents": [], "findings": []} for each in document["files"]]
    verdicts = [
        {**each, "documents": _bare(each["documents"]), "near_misses": [], "components": []}
        for each in document["verdicts"]
    ]
    return {**document, "files": files, "verdicts": verdicts}


def _bare(matches: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**each, "reasons": []} for each in matches]
