"""Files → contents: archives opened, nothing read twice, a failure told as the reason of its file.

A container lies among the files like any other; what it holds is written out beside the folder, never
in it, and read in the next round. What the cache knows stays shut.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.extract.members import Opened
from evidence_check.extract.opening import carries_files, holds_files, open_up
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable
from evidence_check.store.cache import Cache, Keeping, keep
from evidence_check.store.results import Inside

Progress = Callable[[int, int, str], None]


def collect(
    located: Sequence[tuple[Path, File]],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content | Unreadable]:
    """Yield what files say, and what lies in archives and mails among them, written out beside the folder."""
    with contextlib.ExitStack() as spools:
        for depth in range(settings.max_depth + 1):
            opens = depth < settings.max_depth
            boxes = [each for each in located if opens and holds_files(each[1])]
            plain = [each for each in located if not (opens and holds_files(each[1]))]
            for where, result in zip(plain, _read(plain, settings, executor, seconds, progress, cache), strict=True):
                yield result
                if opens and carries_files(result):
                    boxes.append(where)
            located, shut = [], []
            for where in boxes:
                inside = _known_inside(where[1], cache, settings.max_depth - depth)
                if inside is None:
                    shut.append(where)
                    continue
                located += [(where[0], file) for file in inside.files]
                yield from inside.unreadable
            if shut:
                try:
                    spool = Path(spools.enter_context(tempfile.TemporaryDirectory(prefix="evidence-check-")))
                except OSError:
                    yield from (_failed(box, Failure("EC125")) for _, box in shut)
                    return
                opening = executor.map(partial(_open_up, settings, spool), shut, seconds=seconds)
                for (path, box), opened in zip(shut, opening, strict=True):
                    if isinstance(opened, Failure):
                        yield _failed(box, opened)
                        continue
                    located += opened.files
                    yield from opened.unreadable
                    if cache and folder.still_is(path, box):
                        cache.keep_inside(Inside(tuple(file for _, file in opened.files), opened.unreadable), box)
            if not located:
                return


def _known_inside(box: File, cache: Cache | None, depth: int) -> Inside | None:
    """Return what a container holds when all of it was read before, so that it need not be opened."""
    inside = cache.inside(box) if cache else None
    if cache is None or inside is None:
        return None
    for file in inside.files:
        opens = depth > 1
        if opens and holds_files(file):
            known = _known_inside(file, cache, depth - 1) is not None
        else:
            result = cache.result(file)
            known = result is not None
            if result is not None and opens and carries_files(result):
                known = _known_inside(file, cache, depth - 1) is not None
        if not known:
            return None
    return inside


def _open_up(settings: ReadSettings, spool: Path, located: tuple[Path, File]) -> Opened:
    return open_up(*located, settings, spool)


def _read(
    located: Sequence[tuple[Path, File]],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
    cache: Cache | None = None,
) -> Iterator[Content | Unreadable]:
    known = cache.results([file for _, file in located]) if cache else [None] * len(located)
    new = [each for each, result in zip(located, known, strict=True) if result is None]
    keeping = cache.keeping if cache and not cache.trouble else None
    results = executor.map(partial(_read_one, settings, keeping), new, seconds=seconds) if new else iter(())
    for number, ((_, file), found) in enumerate(zip(located, known, strict=True), start=1):
        result = found or _settled(next(results), file, cache)
        if progress:
            progress(number, len(located), file.path)
        yield result
    if next(results, None) is not None:  # asked, so that the executor ends in order
        raise RuntimeError("more results than files")


def _settled(
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


def _read_one(
    settings: ReadSettings, keeping: Keeping | None, located: tuple[Path, File]
) -> tuple[Content | Unreadable, str]:
    """Read one file and keep what came of it at once, here, so that whatever ends the run loses this file at most."""
    path, file = located
    result = read(path, file, settings)
    if keeping is None or not folder.still_is(path, file):
        return result, ""
    return result, keep(keeping, result)
