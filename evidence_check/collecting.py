"""Files → contents: archives opened, nothing read twice, a failure told as the reason of its file.

A container lies among the files like any other; what it holds is written out beside the folder, never
in it, and read in the next round. What the cache knows stays shut.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.extract.members import Opened
from evidence_check.extract.opening import carries_files, holds_files, open_up
from evidence_check.extract.page_memory import remembering
from evidence_check.extract.pdf_scans import completed, later_of
from evidence_check.extract.reading import failed, read, read_more
from evidence_check.extract.settings import Reach, ReadSettings
from evidence_check.model.files import Content, File, Finding, Level, Page, Place, Unreadable
from evidence_check.store.cache import Cache, Keeping, keep, pages_kept
from evidence_check.store.results import Inside

PAGES_AT_ONCE = 4
"""How many pages of a long scan one worker takes: few, so that all workers help with one file."""

_SMALL = 50_000
"""Bytes that every file counts for at least when the share of the work is told."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far reading is: done and in all, the share of the work (0..1), and the file in hand.

    `unit` says what is counted: `files`, with the pages read so far, or `pages` of scans that are read on.
    """

    unit: str
    done: int
    total: int
    pages: int
    share: float
    name: str


Progress = Callable[[Step], None]
Where = tuple[str, File]
"""Where a file really is, as text, since thousands of path objects take longer than all else; and what it is."""


def collect(
    located: Sequence[Where],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content | Unreadable]:
    """Yield what files say, and what lies in archives and mails among them, written out beside the folder.

    Of long scans the front matter only, when the settings say so; `finish` reads on. What lies in an archive
    is read at once as far as the settings ever go.
    """
    how = (executor, seconds, progress, cache)
    boxes = yield from _read_plain(located, settings, *how, opens=settings.max_depth > 0)
    yield from collect_inside(boxes, settings, *how)


def collect_inside(
    boxes: Sequence[Where],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content | Unreadable]:
    """Yield what lies in some archives, mails and files with others attached, and in what lies in them."""
    how = (executor, seconds, progress, cache)
    with contextlib.ExitStack() as spools:
        for left in range(settings.max_depth, 0, -1):
            located: list[Where] = []
            shut: list[Where] = []
            for where in boxes:
                inside = known_inside(where[1], cache, left)
                if inside is None:
                    shut.append(where)
                    continue
                located += [(where[0], file) for file in inside.files]
                yield from inside.unreadable
            spool = _spool(spools) if shut else None
            if spool is None:
                opening: Iterator[Opened | Failure] = iter([Failure("EC125")] * len(shut))
            else:
                opening = executor.map(partial(_open_up, settings, spool), shut, seconds=seconds)
            for (path, box), opened in zip(shut, opening, strict=True):
                if isinstance(opened, Failure):
                    yield _failed(box, opened)
                    continue
                located += [(str(inside), file) for inside, file in opened.files]
                yield from opened.unreadable
                if cache and folder.still_is(path, box):
                    cache.keep_inside(Inside(tuple(file for _, file in opened.files), opened.unreadable), box)
            if not located:
                return
            if settings.reach is Reach.FRONT:
                settings = replace(settings, reach=Reach.WHOLE)
            boxes = yield from _read_plain(located, settings, *how, opens=left > 1)


def _read_plain(
    located: Sequence[Where],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None,
    opens: bool,
) -> Generator[Content | Unreadable, None, list[Where]]:
    """Yield what files say that are no mere boxes; return the boxes, and the files that carry others."""
    boxes = [each for each in located if opens and holds_files(each[1])]
    plain = [each for each in located if not (opens and holds_files(each[1]))]
    for where, result in zip(plain, _read(plain, settings, executor, seconds, progress, cache), strict=True):
        yield result
        if opens and carries_files(result):
            boxes.append(where)
    return boxes


def _spool(spools: contextlib.ExitStack) -> Path | None:
    """Return a new folder for what lies in archives, None when there is no room for one."""
    try:
        return Path(spools.enter_context(tempfile.TemporaryDirectory(prefix="evidence-check-")))
    except OSError:
        return None


def known_inside(box: File, cache: Cache | None, depth: int) -> Inside | None:
    """Return what a container holds when all of it was read before, so that it need not be opened."""
    inside = cache.inside(box) if cache else None
    if cache is None or inside is None:
        return None
    for file in inside.files:
        opens = depth > 1
        if opens and holds_files(file):
            known = known_inside(file, cache, depth - 1) is not None
        else:
            result = cache.result(file)
            known = result is not None
            if result is not None and opens and carries_files(result):
                known = known_inside(file, cache, depth - 1) is not None
        if not known:
            return None
    return inside


def finish(
    located: Sequence[tuple[str, Content]],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content]:
    """Yield contents of which only the front matter was read, now as whole as the settings allow.

    The pages are shared out among the workers, so that one long scan keeps all of them busy.
    """
    known = {content.file: cache.result(content.file) if cache else None for _, content in located}
    tasks: list[tuple[str, File, tuple[Page, ...]]] = []
    for path, content in located:
        if not isinstance(known[content.file], Content):
            now, _ = later_of(content, settings)
            starts = range(0, len(now), PAGES_AT_ONCE)
            tasks += [(path, content.file, now[start : start + PAGES_AT_ONCE]) for start in starts]
    keeping = cache.keeping if cache and not cache.trouble else None
    results = executor.map(partial(_read_on, settings, keeping), tasks, seconds=seconds) if tasks else iter(())
    read_on: dict[File, list[Page]] = {}
    done, total = 0, sum(len(pages) for _, _, pages in tasks)
    for _, file, pages in tasks:
        if progress:
            progress(Step("pages", done, total, done, done / total, file.path))
        result = next(results)
        told = dict(result.params) if isinstance(result, Failure) else {}
        more = failed(file, pages, result.code, **told) if isinstance(result, Failure) else result
        read_on.setdefault(file, []).extend(more)
        done += len(pages)
    if progress and tasks:
        progress(Step("pages", done, total, done, 1.0, tasks[-1][1].path))
    _exhausted(results)
    for path, content in located:
        found = known[content.file]
        if not isinstance(found, Content):
            found = completed(content, [*read_on.get(content.file, ()), *later_of(content, settings)[1]])
            if cache and folder.still_is(path, content.file):
                cache.keep_result(found)
        yield found


def _exhausted(results: Iterator[object]) -> None:
    """Ask for one result too many, so that the executor ends in order."""
    if next(results, None) is not None:
        raise RuntimeError("more results than files")


def _open_up(settings: ReadSettings, spool: Path, located: Where) -> Opened:
    return open_up(Path(located[0]), located[1], settings, spool)


def _read(
    located: Sequence[Where],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content | Unreadable]:
    front = settings.reach is Reach.FRONT
    known = cache.results([file for _, file in located], front) if cache else [None] * len(located)
    new = [each for each, result in zip(located, known, strict=True) if result is None]
    keeping = cache.keeping if cache and not cache.trouble else None
    results = executor.map(partial(read_one, settings, keeping), new, seconds=seconds) if new else iter(())
    steps = Steps(new, len(located))
    for (_, file), found in zip(located, known, strict=True):
        if found is None and progress:
            progress(steps.at(file))
        result = found or settled(next(results), file, cache)
        steps.take(result, found is None)
        yield result
    if progress and located:
        progress(steps.at(located[-1][1]))
    _exhausted(results)


class Steps:
    """Counts what is done of one round of reading."""

    def __init__(self, new: Sequence[Where], total: int, done: int = 0) -> None:
        self._total = total
        self._weight = sum(max(_SMALL, file.size) for _, file in new)
        self._done = done
        self._read = self._pages = 0

    def take(self, result: Content | Unreadable, new: bool) -> None:
        """Count one file; one that was known counts as no work."""
        self._done += 1
        self._read += max(_SMALL, result.file.size) if new else 0
        self._pages += len(result.pages) if isinstance(result, Content) else 0

    def at(self, file: File) -> Step:
        """Return how far it is, with this file in hand."""
        share = self._read / self._weight if self._weight else 1.0
        return Step("files", self._done, self._total, self._pages, share, file.path)


def settled(
    result: tuple[Content | Unreadable, str] | Failure, file: File, cache: Cache | None
) -> Content | Unreadable:
    """Return what came of a file, a failure as its reason; trouble with the cache is passed on."""
    if isinstance(result, Failure):
        return _failed(file, result)
    if cache and result[1]:
        cache.give_up(result[1])
    return result[0]


def _failed(file: File, failure: Failure) -> Unreadable:
    return Unreadable(file, Finding(failure.code, Level.ERROR, failure.params, Place(file.path, 1, "")))


def read_one(
    settings: ReadSettings, keeping: Keeping | None, located: Where
) -> tuple[Content | Unreadable, str]:
    """Read one file and keep what came of it at once, here, so that whatever ends the run loses this file at most."""
    path, file = located
    with remembering(pages_kept(keeping) if keeping else None):
        result = read(Path(path), file, settings)
    if keeping is None or not folder.still_is(path, file):
        return result, ""
    return result, keep(keeping, result)


def _read_on(
    settings: ReadSettings, keeping: Keeping | None, task: tuple[str, File, tuple[Page, ...]]
) -> tuple[Page, ...]:
    """Recognise some pages of one file that were left for later."""
    path, file, pages = task
    if not folder.still_is(path, file):
        return failed(file, pages, "EC115")
    with remembering(pages_kept(keeping) if keeping else None):
        return read_more(Path(path), file, pages, settings)
