"""The one sentence of the program: folder → files → content → documents → facts → matches → verdicts → readiness."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.extract.members import Opened
from evidence_check.extract.opening import carries_files, holds_files, open_up
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.kinds import Recogniser
from evidence_check.matching.candidates import matches_of
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable
from evidence_check.model.outcome import Readiness, Verdict
from evidence_check.scoring import readiness_of
from evidence_check.split import Splitter
from evidence_check.store.cache import Cache, Keeping, keep
from evidence_check.store.results import Inside
from evidence_check.store.versions import mark_of_catalogue
from evidence_check.verdicts.agreeing import agreeing
from evidence_check.verdicts.judging import verdict_of

Progress = Callable[[int, int, str], None]
Catalogue = Mapping[str, DocumentType]


def check(
    root: Path,
    checklist: Checklist,
    catalogue: Catalogue,
    office: Office,
    year: int,
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Readiness:
    """Say how ready one office's folder is: every requirement of the checklist gets a verdict.

    `seconds` is the time one file may take; what the cache knows is not read again. Raises `FolderError` when the
    root cannot be read at all.
    """
    listing = folder.walk(root, memory=cache)
    located = [(folder.real_path(root, file.path), file) for file in listing.files]
    read_files = tuple(_read_through(located, settings, executor, seconds, progress, cache))
    contents = tuple(
        sorted((each for each in read_files if isinstance(each, Content)), key=lambda each: each.file.path)
    )
    unreadable = tuple(
        sorted(
            (*listing.unreadable, *(each for each in read_files if isinstance(each, Unreadable))),
            key=lambda each: each.file.path,
        )
    )
    evidence = tuple(_remembered(contents, catalogue, cache) if cache else examined(contents, catalogue))
    verdicts = judged(checklist, evidence, unreadable, catalogue, office, year)
    return readiness_of(checklist, office, year, verdicts, contents, evidence, unreadable)


def judged(
    checklist: Checklist,
    evidence: Sequence[Evidence],
    unreadable: Sequence[Unreadable],
    catalogue: Catalogue,
    office: Office,
    year: int,
) -> tuple[Verdict, ...]:
    """Return the verdict of every requirement of a checklist, each judged by itself and then beside the others."""
    exemptions = (*office.not_applicable, *checklist.switched_off)
    verdicts = tuple(
        verdict_of(
            requirement,
            matches_of(requirement, evidence, catalogue, office, year),
            unreadable,
            exemptions,
            catalogue,
            office,
            year,
        )
        for requirement in checklist.requirements
    )
    return agreeing(verdicts, catalogue, office)


def identify(
    paths: Sequence[Path],
    catalogue: Catalogue,
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> tuple[tuple[Evidence, ...], tuple[Unreadable, ...]]:
    """Say what some files are: their logical documents with facts, and those that could not be read."""
    contents, unreadable = contents_of(paths, settings, executor, seconds, progress, cache)
    return tuple(_remembered(contents, catalogue, cache) if cache else examined(contents, catalogue)), unreadable


def contents_of(
    paths: Sequence[Path],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> tuple[tuple[Content, ...], tuple[Unreadable, ...]]:
    """Read some files: what each says, and those that could not be read."""
    seen = [(path, folder.look_at(path, path.parent, memory=cache)) for path in paths]
    located = [(path, file) for path, file in seen if isinstance(file, File)]
    results = tuple(_read_through(located, settings, executor, seconds, progress, cache))
    unreadable = [file for _, file in seen if isinstance(file, Unreadable)]
    unreadable += [each for each in results if isinstance(each, Unreadable)]
    return tuple(each for each in results if isinstance(each, Content)), tuple(unreadable)


def examined(contents: Iterable[Content], catalogue: Catalogue) -> Iterator[Evidence]:
    """Yield each logical document of the contents with what it says about itself."""
    look = _examiner(catalogue)
    for content in contents:
        yield from look(content)


def _examiner(catalogue: Catalogue) -> Callable[[Content], tuple[Evidence, ...]]:
    splitter = Splitter(catalogue)
    recogniser = Recogniser(catalogue)

    def look(content: Content) -> tuple[Evidence, ...]:
        papers = []
        for document in splitter.split(content):
            kinds = recogniser.kinds_of(document)
            facts = replace(facts_of(document, catalogue, kinds), kind=recogniser.settled(kinds))
            papers.append(Evidence(document, facts))
        return tuple(papers)

    return look


def _remembered(contents: Iterable[Content], catalogue: Catalogue, cache: Cache) -> Iterator[Evidence]:
    """Yield the same as `examined`; only what the cache does not know is looked at, and then kept."""
    mark = mark_of_catalogue(catalogue)
    look: Callable[[Content], tuple[Evidence, ...]] | None = None
    for content in contents:
        papers = cache.papers(content, mark)
        if papers is None:
            look = look or _examiner(catalogue)
            papers = look(content)
            cache.keep_papers(papers, content, mark)
        yield from papers


def _read_through(
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
                spool = Path(spools.enter_context(tempfile.TemporaryDirectory(prefix="evidence-check-")))
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
