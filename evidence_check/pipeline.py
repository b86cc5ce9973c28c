"""The one sentence of the program: folder → files → content → documents → facts → matches → verdicts → readiness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from evidence_check import folder
from evidence_check.executors.protocol import Executor, Failure
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.kinds import Recogniser
from evidence_check.matching.candidates import matches_of
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable
from evidence_check.model.outcome import Readiness
from evidence_check.scoring import readiness_of
from evidence_check.split import Splitter
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
) -> Readiness:
    """Say how ready one office's folder is: every requirement of the checklist gets a verdict.

    `seconds` is the time one file may take. Raises `FolderError` when the root cannot be read at all.
    """
    listing = folder.walk(root)
    located = [(folder.real_path(root, file.path), file) for file in listing.files]
    read_files = tuple(_read(located, settings, executor, seconds, progress))
    contents = tuple(each for each in read_files if isinstance(each, Content))
    unreadable = tuple(
        sorted(
            (*listing.unreadable, *(each for each in read_files if isinstance(each, Unreadable))),
            key=lambda each: each.file.path,
        )
    )
    evidence = tuple(examined(contents, catalogue))
    verdicts = tuple(
        verdict_of(
            requirement,
            matches_of(requirement, evidence, catalogue, office, year),
            unreadable,
            office.not_applicable,
            catalogue,
        )
        for requirement in checklist.requirements
    )
    return readiness_of(checklist, office, year, verdicts, contents, evidence, unreadable)


def identify(
    paths: Sequence[Path],
    catalogue: Catalogue,
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
) -> tuple[tuple[Evidence, ...], tuple[Unreadable, ...]]:
    """Say what some files are: their logical documents with facts, and those that could not be read."""
    seen = [(path, folder.look_at(path, path.parent)) for path in paths]
    located = [(path, file) for path, file in seen if isinstance(file, File)]
    results = tuple(_read(located, settings, executor, seconds, progress))
    unreadable = [file for _, file in seen if isinstance(file, Unreadable)]
    unreadable += [each for each in results if isinstance(each, Unreadable)]
    contents = [each for each in results if isinstance(each, Content)]
    return tuple(examined(contents, catalogue)), tuple(unreadable)


def examined(contents: Iterable[Content], catalogue: Catalogue) -> Iterator[Evidence]:
    """Yield each logical document of the contents with what it says about itself."""
    splitter = Splitter(catalogue)
    recogniser = Recogniser(catalogue)
    for content in contents:
        for document in splitter.split(content):
            kinds = recogniser.kinds_of(document)
            facts = replace(facts_of(document, catalogue, kinds), kind=recogniser.settled(kinds))
            yield Evidence(document, facts)


def _read(
    located: Sequence[tuple[Path, File]],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None,
) -> Iterator[Content | Unreadable]:
    results = executor.map(partial(_read_one, settings), located, seconds=seconds)
    for number, ((_, file), result) in enumerate(zip(located, results, strict=True), start=1):
        if progress:
            progress(number, len(located), file.path)
        if isinstance(result, Failure):
            yield Unreadable(file, Finding(result.code, Level.ERROR, result.params, Place(file.path, 1, "")))
        else:
            yield result


def _read_one(settings: ReadSettings, located: tuple[Path, File]) -> Content | Unreadable:
    path, file = located
    return read(path, file, settings)
