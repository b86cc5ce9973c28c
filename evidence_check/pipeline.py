"""The one sentence of the program: folder → files → content → documents → facts → matches → verdicts → readiness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evidence_check import folder
from evidence_check.collecting import Progress, collect
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import ReadSettings
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.kinds import Recogniser
from evidence_check.matching.candidates import matches_of
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import Content, File, Unreadable
from evidence_check.model.outcome import Readiness, Verdict
from evidence_check.scoring import readiness_of
from evidence_check.split import Splitter
from evidence_check.store.cache import Cache
from evidence_check.store.versions import mark_of_catalogue
from evidence_check.verdicts.agreeing import agreeing
from evidence_check.verdicts.judging import verdict_of
from evidence_check.verdicts.unseen import with_unseen

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
    read_files = tuple(collect(located, settings, executor, seconds, progress, cache))
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
    return with_unseen(agreeing(verdicts, catalogue, office), evidence)


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
    results = tuple(collect(located, settings, executor, seconds, progress, cache))
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
