"""The one sentence of the program: folder → files → content → documents → facts → matches → verdicts → readiness."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache as once
from pathlib import Path
from typing import TypeVar

from evidence_check import folder
from evidence_check.arriving import RemoteFolder
from evidence_check.collecting import Progress, collect, finish
from evidence_check.executors.protocol import Executor
from evidence_check.extract.settings import Reach, ReadSettings
from evidence_check.facts.gathering import facts_of
from evidence_check.facts.kinds import Recogniser
from evidence_check.matching.every import every_match
from evidence_check.model.asked import Checklist, DocumentType, Office
from evidence_check.model.facts import Evidence
from evidence_check.model.files import INSIDE, Content, File, Unreadable
from evidence_check.model.outcome import Readiness, Verdict
from evidence_check.model.reviews import Review
from evidence_check.model.yardsticks import Draw, Yardsticks
from evidence_check.privacy.gathering import personal_data
from evidence_check.scoring import readiness_of
from evidence_check.shares.tree import Tree
from evidence_check.sources import LocalFolder, Source
from evidence_check.split import Splitter
from evidence_check.store.cache import Cache
from evidence_check.store.versions import mark_of_catalogue
from evidence_check.verdicts.agreeing import agreeing
from evidence_check.verdicts.crossing import crossed
from evidence_check.verdicts.deciding import decided
from evidence_check.verdicts.drawing import drawn
from evidence_check.verdicts.judging import verdict_of
from evidence_check.verdicts.located import Lying
from evidence_check.verdicts.pictures import with_shared
from evidence_check.verdicts.placing import placed
from evidence_check.verdicts.quoting import quoted
from evidence_check.verdicts.reading_on import to_read_on
from evidence_check.verdicts.unseen import with_unfetched, with_unseen

Catalogue = Mapping[str, DocumentType]
Found = TypeVar("Found", Content, Unreadable)


def source_of(root: Path, share: Tree | None) -> Source:
    """Return where the files of a check come from: a folder of this machine, or a share."""
    return RemoteFolder(share) if share else LocalFolder(root)


def check(
    source: Source,
    checklist: Checklist,
    catalogue: Catalogue,
    yardsticks: Yardsticks,
    office: Office,
    year: int,
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
    cache: Cache | None = None,
    draw: Draw | None = None,
    apart: Collection[str] = (),
) -> Readiness:
    """Say how ready one office's folder is: every requirement of the checklist gets a verdict.

    `seconds` is the time one file may take; what the cache knows is not read again; `draw` asks for the samples of
    people drawn by lot; files of the folder that are `apart` are no evidence. Raises `FolderError` when the folder
    cannot be read at all.
    """
    how = (executor, seconds, progress, cache)
    read_files = tuple(source.collect(_at_first(settings), *how, apart))
    contents = _by_path(each for each in read_files if isinstance(each, Content))
    unreadable = _by_path(each for each in read_files if isinstance(each, Unreadable))
    look = _examiner(catalogue, cache)
    papers = {content.file.path: look(content) for content in contents}
    while True:
        evidence = tuple(each for content in contents for each in papers[content.file.path])
        verdicts = judged(checklist, evidence, unreadable, catalogue, yardsticks, office, year, draw)
        fronts = _fronts(contents)
        more = fronts if settings.reach is Reach.ALL else to_read_on(fronts, verdicts, evidence, settings.max_ocr_pages)
        if not more:
            readiness = readiness_of(checklist, office, year, verdicts, contents, evidence, unreadable)
            return replace(readiness, personal=personal_data(contents))
        whole = {content.file.path: content for content in source.finish(more, settings, *how)}
        contents = tuple(whole.get(content.file.path, content) for content in contents)
        papers.update({path: look(content) for path, content in whole.items()})


def reviewed(readiness: Readiness, reviews: Sequence[Review], catalogue: Catalogue) -> Readiness:
    """Return the readiness with the decisions of people laid over it; the program's own verdicts stay beside."""
    if not reviews:
        return readiness
    lying = Lying(readiness.contents, readiness.unreadable, readiness.evidence)
    asked = (readiness.checklist, readiness.office, readiness.year)
    verdicts, stray = decided(readiness.verdicts, reviews, lying, catalogue, readiness.office, readiness.year)
    found = (readiness.contents, readiness.evidence, readiness.unreadable)
    return readiness_of(*asked, verdicts, *found, (*readiness.findings, *stray))


def _at_first(settings: ReadSettings) -> ReadSettings:
    """Return the settings of the first round, in which long scans are only begun."""
    return replace(settings, reach=Reach.FRONT)


def _fronts(contents: Iterable[Content]) -> tuple[Content, ...]:
    """Return the scans that were only begun; what lies in an archive is out of reach by now."""
    return tuple(content for content in contents if content.is_front and INSIDE not in content.file.path)


def _by_path(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda each: each.file.path))


def judged(
    checklist: Checklist,
    evidence: Sequence[Evidence],
    unreadable: Sequence[Unreadable],
    catalogue: Catalogue,
    yardsticks: Yardsticks,
    office: Office,
    year: int,
    draw: Draw | None = None,
) -> tuple[Verdict, ...]:
    """Return the verdict of every requirement of a checklist, each judged by itself and then beside the others."""
    exemptions = (*office.not_applicable, *checklist.switched_off)
    matches = every_match(checklist.requirements, evidence, catalogue, office, year)
    verdicts = tuple(
        verdict_of(each, found, unreadable, exemptions, catalogue, office, year)
        for each, found in zip(checklist.requirements, matches, strict=True)
    )
    beside = crossed(agreeing(quoted(verdicts), catalogue, office), catalogue, office, yardsticks)
    beside = with_shared(drawn(beside, catalogue, draw) if draw else beside)
    return with_unfetched(with_unseen(placed(beside), evidence), unreadable)


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
    look = _examiner(catalogue, cache)
    return tuple(each for content in contents for each in look(content)), unreadable


def contents_of(
    paths: Sequence[Path],
    settings: ReadSettings,
    executor: Executor,
    seconds: float,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> tuple[tuple[Content, ...], tuple[Unreadable, ...]]:
    """Read some files as far as the settings go: what each says, and those that could not be read."""
    seen = [(path, folder.look_at(path, path.parent, memory=cache)) for path in paths]
    located = [(str(path), file) for path, file in seen if isinstance(file, File)]
    how = (executor, seconds, progress, cache)
    results = tuple(collect(located, _at_first(settings), *how))
    unreadable = [file for _, file in seen if isinstance(file, Unreadable)]
    unreadable += [each for each in results if isinstance(each, Unreadable)]
    contents = tuple(each for each in results if isinstance(each, Content))
    if settings.reach is Reach.FRONT:
        return contents, tuple(unreadable)
    begun = {content.file: content for content in _fronts(contents)}
    places = [(path, begun[file]) for path, file in located if file in begun]
    whole = {content.file: content for content in finish(places, settings, *how)}
    return tuple(whole.get(content.file, content) for content in contents), tuple(unreadable)


def examined(contents: Iterable[Content], catalogue: Catalogue) -> Iterator[Evidence]:
    """Yield each logical document of the contents with what it says about itself."""
    look = _examiner(catalogue)
    for content in contents:
        yield from look(content)


Examiner = Callable[[Content], tuple[Evidence, ...]]


def _examiner(catalogue: Catalogue, memory: Cache | None = None) -> Examiner:
    """Return what finds the papers of a file; what the memory knows is not looked at again, and the rest kept."""
    mark = mark_of_catalogue(catalogue) if memory else ""
    looker = once(lambda: _looker(catalogue))

    def look(content: Content) -> tuple[Evidence, ...]:
        papers = memory.papers(content, mark) if memory else None
        if papers is None:
            papers = looker()(content)
            if memory:
                memory.keep_papers(papers, content, mark)
        return papers

    return look


def _looker(catalogue: Catalogue) -> Examiner:
    splitter = Splitter(catalogue)
    recogniser = Recogniser(catalogue)

    def look(content: Content) -> tuple[Evidence, ...]:
        papers = []
        for document in splitter.split(content):
            kinds = recogniser.kinds_of(document)
            facts = facts_of(document, catalogue, kinds)
            settled, doubt, rival = recogniser.settled(kinds), recogniser.doubt(kinds), recogniser.rival(kinds)
            facts = replace(facts, kind=settled, doubt=doubt, rival=rival)
            papers.append(Evidence(document, facts))
        return tuple(papers)

    return look
