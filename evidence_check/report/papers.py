"""Files and the logical documents in them, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence_check.messages.masking import mask_number
from evidence_check.messages.values import size
from evidence_check.model.facts import Evidence, Fact, Facts, Person
from evidence_check.model.files import Content, File, Finding, ReadAs, Unreadable
from evidence_check.model.outcome import Readiness
from evidence_check.model.personal import Personal
from evidence_check.report.personal import finding_of
from evidence_check.report.pieces import Teller, by_path, first_page, last_page
from evidence_check.report.shapes import FactShown, FileShown, PaperShown, PersonShown, RivalShown

_FACTS = ("title", "number", "date", "year", "period", "about", "office", "signature")
_IN_WORDS = {"date", "period", "year"}
_DRAFT = ("EC201", "EC228")
_PAGED = {"pdf"}


def paged_files(readiness: Readiness) -> frozenset[str]:
    """Return the paths of files that a link can open at a page."""
    return frozenset(file.path for file in _all_files(readiness) if file.kind in _PAGED)


def files_of(readiness: Readiness, teller: Teller) -> tuple[FileShown, ...]:
    """Return every file of the folder once, read or not, by path."""
    contents = {content.file.path: content for content in readiness.contents}
    unreadable = {failure.file.path: failure for failure in readiness.unreadable}
    papers: dict[str, list[Evidence]] = defaultdict(list)
    for evidence in readiness.evidence:
        papers[evidence.document.file.path].append(evidence)
    files = {file.path: file for file in _all_files(readiness)}
    personal: dict[str, list[Personal]] = defaultdict(list)
    for each in readiness.personal:
        personal[each.file].append(each)
    return tuple(
        _file(files[path], contents.get(path), unreadable.get(path), papers[path], personal.get(path, ()), teller)
        for path in sorted(files, key=by_path)
    )


def papers_of(evidence: Iterable[Evidence], teller: Teller) -> tuple[PaperShown, ...]:
    """Return logical documents in words, by file and page."""
    return tuple(_paper(each, teller) for each in sorted(evidence, key=_position))


def _all_files(readiness: Readiness) -> Iterable[File]:
    yield from (content.file for content in readiness.contents)
    yield from (evidence.document.file for evidence in readiness.evidence)
    yield from (failure.file for failure in readiness.unreadable)


def _file(
    file: File,
    content: Content | None,
    failure: Unreadable | None,
    papers: list[Evidence],
    personal: Sequence[Personal],
    teller: Teller,
) -> FileShown:
    words = teller.catalog
    exposed = finding_of(file.path, personal)
    return FileShown(
        path=words.shown(file.path),
        href=teller.href(file.path),
        size=file.size,
        size_text=size(str(file.size), words),
        sha256=file.sha256,
        kind=file.kind,
        kind_name=words.word("file_kinds", file.kind),
        unreadable=teller.finding(failure.reason) if failure else None,
        papers=papers_of(papers, teller),
        findings=teller.findings([*(_findings(content) if content else ()), *([exposed] if exposed else ())]),
    )


def _findings(content: Content) -> Iterable[Finding]:
    """Return what is to be told of a file; what it says of many pages at once is not said of each once more."""
    told = {each.code for each in content.findings}
    problems = (page.problem for page in content.pages if page.problem)
    return [*content.findings, *(each for each in problems if each.code not in told)]


def _paper(evidence: Evidence, teller: Teller) -> PaperShown:
    document, facts = evidence.document, evidence.facts
    best = facts.kind or next(iter(facts.kinds), None)
    ways = {page.read_as for page in document.pages}
    return PaperShown(
        file=teller.catalog.shown(document.file.path),
        first=first_page(document),
        last=last_page(document),
        type=facts.kind.type if facts.kind else "",
        type_name=_type_name(facts, teller),
        score=round(best.score, 4) if best else 0.0,
        read_as=tuple(str(way) for way in ReadAs if way in ways),
        confidence=round(document.confidence, 4),
        draft=any(finding.code in _DRAFT for finding in facts.findings),
        reasons=teller.reasons(best.reasons) if best else (),
        facts=tuple(_facts(facts, teller)),
        signatory=_person(facts.signatory, teller) if facts.signatory else None,
        people=tuple(_person(person, teller) for person in facts.people),
        findings=teller.findings(facts.findings),
        href=teller.href(document.file.path, first_page(document)),
        signs=tuple(_sign(sign, teller) for sign in facts.signs),
        dates=tuple(_date(fact, teller) for fact in facts.dates),
        figures=tuple(_figure(fact, teller) for fact in facts.figures),
        rival=_rival(facts, teller),
        doubt=str(facts.doubt or ""),
        nearest=best.type if best else "",
        nearest_name=teller.catalog.type_name(best.type) if best else "",
    )


def _rival(facts: Facts, teller: Teller) -> RivalShown | None:
    if not facts.rival:
        return None
    name, score = teller.catalog.type_name(facts.rival.type), facts.rival.score
    return RivalShown(facts.rival.type, name, round(score, 4), round(facts.kinds[0].score - score, 4))


def _type_name(facts: Facts, teller: Teller) -> str:
    """Return the name of the type it is taken for, said with doubt when it is only the nearest."""
    if facts.kind:
        return teller.catalog.type_name(facts.kind.type)
    if facts.kinds:
        return teller.catalog.ui("perhaps", type=teller.catalog.type_name(facts.kinds[0].type))
    return ""


def _facts(facts: Facts, teller: Teller) -> Iterable[FactShown]:
    for name in _FACTS:
        fact: Fact | None = getattr(facts, name)
        if fact is None:
            continue
        yield FactShown(
            name=name,
            label=teller.catalog.word("fields", name),
            value=teller.catalog.shown(fact.value),
            text=_text(name, fact.value, teller),
            confidence=round(fact.confidence, 4),
            place=teller.certain_place(fact.place),
        )


def _sign(sign: Fact, teller: Teller) -> FactShown:
    """Return one sign of a signature in words that claim no more than is known of it."""
    words = teller.catalog
    who = words.shown(sign.of)
    return FactShown(
        name=sign.name,
        label=words.word("signs", sign.name),
        value=words.shown(sign.value),
        text=words.shown(words.word("sign_values", sign.value)) + (words.ui("certificate_of", who=who) if who else ""),
        confidence=round(sign.confidence, 4),
        place=teller.certain_place(sign.place),
        of=who,
    )


def _date(date: Fact, teller: Teller) -> FactShown:
    """Return one of the dates; that of a picture also tells how it is known."""
    shown = _one_of_many("dates", date, teller)
    return replace(shown, about=teller.catalog.word("how_taken", shown.of))


def _figure(figure: Fact, teller: Teller) -> FactShown:
    shown = _one_of_many("figure_names", figure, teller)
    return replace(shown, about=shown.of)


def _one_of_many(section: str, fact: Fact, teller: Teller) -> FactShown:
    """Return a date or a figure under the word for its sort."""
    words = teller.catalog
    value, about = words.shown(fact.value), words.shown(fact.of)
    return FactShown(
        name=fact.name,
        label=words.word(section, fact.name),
        value=value,
        text=words.date(value),
        confidence=round(fact.confidence, 4),
        place=teller.certain_place(fact.place),
        of=about,
    )


def _text(name: str, value: str, teller: Teller) -> str:
    if name == "signature":
        return teller.catalog.word("signatures", value)
    shown = teller.catalog.shown(value)
    return teller.catalog.date(shown) if name in _IN_WORDS else shown


def _person(person: Person, teller: Teller) -> PersonShown:
    words = teller.catalog
    return PersonShown(
        name=words.shown(person.name),
        role=person.role,
        post=words.shown(person.post),
        nip=person.nip if words.identities else mask_number(person.nip),
        place=teller.certain_place(person.place),
    )


def _position(evidence: Evidence) -> tuple[tuple[str, str], int, int]:
    document = evidence.document
    return (by_path(document.file.path), first_page(document), last_page(document))
