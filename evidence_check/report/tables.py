"""The results as plain tables: what the worksheets of an XLSX and the lines of a CSV hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_check.messages.catalog import Catalog
from evidence_check.model.asked import Basis, Method
from evidence_check.model.files import Finding, Level
from evidence_check.model.outcome import Status
from evidence_check.report.changed import progress_of
from evidence_check.report.looks import SIGNS
from evidence_check.report.shapes import (
    FactShown,
    FindingShown,
    MatchShown,
    PaperShown,
    PersonShown,
    Results,
    VerdictShown,
)
from evidence_check.report.telling import told
from evidence_check.report.visible import visible

BY_HAND = ("in_charge", "remark")
LINK = "open"
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says, line by line, or its number; `href` leads to a file."""

    lines: tuple[str, ...] = ()
    number: int | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its key, those of its columns, and its rows; `printed` says how many columns fit on paper."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    printed: int


_THERE = {"there": "✔", "unclear": "?", "empty": "◐", "missing": "○"}


def tables_of(results: Results, words: Catalog) -> tuple[Table, ...]:
    """Return all tables, the requirements first."""
    components = tuple(_components(results, words))
    decided = tuple(_reviews(results, words))
    moved = tuple(_changes(results, words))
    return (
        requirements(results, words),
        *((_table("changes", CHANGES, moved),) if results.changes else ()),
        _table("evidence", EVIDENCE, _evidence(results, words)),
        *((_table("components", COMPONENTS, components),) if components else ()),
        *((_table("reviews", REVIEWS, decided),) if decided else ()),
        _table("findings", FINDINGS, _findings(results, words)),
        Table("files", FILES, tuple(_files(results, words)), FILES.index("sha256")),
        _table("facts", FACTS, _facts(results, words)),
        *((_table("personal", PERSONAL, _personal(results, words)),) if results.personal else ()),
    )


REQUIREMENTS = (
    "requirement", "indicator", "asked", "status", "file", "open", "page", "quote", "findings", "advice", *BY_HAND,
    "machine", "reviews", "dimension", "necessity", "method", "basis", "sources", "note", "change",
)  # fmt: skip
CHANGES = ("requirement", "asked", "change", "before", "status", "rests_on")
EVIDENCE = ("requirement", "asked", "counted", "file", "open", "page", "document", "score", "quote", "why")
COMPONENTS = ("requirement", "asked", "product", "component", "there", "file", "open", "page", "quote")
REVIEWS = (
    "requirement", "asked", "status", "machine", "decision", "by", "date", "reason_why", "standing", "file", "open",
    "page",
)  # fmt: skip
FINDINGS = ("requirement", "level", "code", "title", "message", "advice", "file", "open", "page", "quote")
FILES = ("file", "open", "kind", "size", "readable", "reason", "documents", "serves", "sha256")
PERSONAL = ("file", "open", "page", "personal", "count", "advice")
FACTS = ("file", "open", "page", "document", "fact", "value", "sure", "quote")


def requirements(results: Results, words: Catalog) -> Table:
    """Return the working paper: one row per requirement, in the order of the checklist."""
    names = {i.id: (i.name, d.name or d.id) for d in results.dimensions for i in d.indicators}
    moves = {row[0].lines: row[CHANGES.index("change")] for row in _changes(results, words)}
    rows = (
        (*_requirement(each, *names.get(each.indicator, ("", "")), words), moves.get((each.requirement,), Cell()))
        for each in results.verdicts
    )
    return Table("requirements", REQUIREMENTS, tuple(rows), REQUIREMENTS.index("machine"))


def status_text(status: Status, words: Catalog, by_people: bool = False) -> str:
    """Return a status as its sign and its word, told apart where it rests on the word of a person."""
    said = f" ({words.ui('by_people_short')})" if by_people else ""
    return f"{SIGNS[status]} {words.status(status)}{said}"


def pages_of(first: int, last: int) -> str:
    """Return the pages of a paper as short as they can be said."""
    return str(first) if first == last else f"{first}–{last}"


def _table(key: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(key, columns, tuple(rows), len(columns))


def _text(*lines: str) -> Cell:
    return Cell(tuple(visible(line) for line in lines if line))


def _link(href: str, words: Catalog) -> Cell:
    """Return a cell of its own for a link: not every office program breaks the lines of one that holds a link."""
    return Cell((words.ui("open_file"),), href=href) if href else Cell()


def _requirement(verdict: VerdictShown, indicator: str, dimension: str, words: Catalog) -> tuple[Cell, ...]:
    rests = verdict.matches or verdict.near_misses[:1]
    near = not verdict.matches
    first = rests[0] if rests else None
    asked = (
        _text(verdict.requirement),
        _text(f"{verdict.indicator} {indicator}".strip()),
        _text(verdict.name),
        _text(status_text(verdict.status, words, verdict.by_people)),
        _text(*_few([_paper(each, near, words) for each in rests], words)),
        _link(first.href if first else "", words),
        _text(*_few([pages_of(each.first, each.last) for each in rests], words)),
        _text(*((f"“{first.place.quote}”",) if first and first.place.quote else ())),
        _text(*_few(list(dict.fromkeys(f"{each.code} {each.message}" for each in _telling(verdict))), words)),
        _text(verdict.advice),
    )
    about = (
        _text(status_text(verdict.status if verdict.machine is None else verdict.machine, words)),
        _text(*_few([each.text for each in verdict.reviews], words)),
        _text(dimension),
        _text(words.ui("optional" if verdict.optional else "required")),
        _text(words.method(Method(verdict.method))),
        _text(words.basis(Basis(verdict.basis))),
        _text(", ".join(verdict.sources)),
        _text(verdict.note),
    )
    by_hand = {"in_charge": _text(verdict.in_charge)}
    return (*asked, *(by_hand.get(column, Cell()) for column in BY_HAND), *about)


def _telling(verdict: VerdictShown) -> Iterator[FindingShown]:
    """Yield what explains a status: what is wrong with other papers explains none that is met without them."""
    counted = {match.file for match in verdict.matches}
    for finding in verdict.findings:
        if verdict.status is not Status.MET or finding.place is None or finding.place.file in counted:
            yield finding


def _paper(match: MatchShown, near: bool, words: Catalog) -> str:
    return f"{words.ui('nearest')}: {match.file}" if near else match.file


def _few(lines: list[str], words: Catalog) -> list[str]:
    left = len(lines) - MOST_LINES
    return lines if left <= 0 else [*lines[:MOST_LINES], words.ui("more", count=left)]


def _evidence(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for verdict in results.verdicts:
        for counted, matches in ((True, verdict.matches), (False, verdict.near_misses)):
            for match in matches:
                yield (
                    _text(verdict.requirement),
                    _text(verdict.name),
                    _text(words.ui("counted" if counted else "not_counted")),
                    _text(match.file),
                    _link(match.href, words),
                    _text(pages_of(match.first, match.last)),
                    _text(match.type_name),
                    Cell(number=_percent(match.score)),
                    _text(match.place.quote),
                    _text(*_few([f"{each.code} {each.message}" for each in match.failed], words)),
                )


def _components(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for verdict in results.verdicts:
        for cell in verdict.matrix.cells if verdict.matrix else ():
            place = cell.place
            yield (
                _text(verdict.requirement),
                _text(verdict.name),
                _text(cell.product),
                _text(cell.name),
                _text(f"{_THERE.get(cell.there, '')} {cell.text}".strip()),
                _text(place.file if place else ""),
                _link(place.href if place else "", words),
                Cell(number=place.page or None) if place else Cell(),
                _text(place.quote if place else ""),
            )


def _changes(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    """Yield which requirements went somewhere since the earlier check, those that got worse first."""
    progress = progress_of(results, words) if results.changes else None
    for group in progress.moves if progress else ():
        for change in group.changes:
            yield (
                _text(change.requirement),
                _text(change.name),
                _text(f"{group.sign} {group.title}"),
                _text(_status(change.before, words)),
                _text(_status(change.after, words)),
                _text(*change.evidence),
            )


def _status(status: Status | None, words: Catalog) -> str:
    return status_text(status, words) if status else words.ui("not_there")


def _reviews(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for verdict in results.verdicts:
        for review in verdict.reviews:
            yield (
                _text(verdict.requirement),
                _text(verdict.name),
                _text(status_text(verdict.status, words, verdict.by_people)),
                _text(status_text(verdict.machine or verdict.status, words)),
                _text(review.decision_text),
                _text(review.by),
                _text(review.date_text),
                _text(review.reason),
                _text(review.standing_text),
                _text(review.file),
                _link(review.href, words),
                Cell(number=review.page),
            )


def _findings(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for about in told(results):
        finding = about.finding
        yield (
            _text(about.requirement),
            _text(words.level(Level(finding.level))),
            _text(finding.code),
            _text(finding.title),
            _text(finding.message),
            _text(finding.advice),
            _text(about.file),
            _link(about.href, words),
            Cell(number=finding.place.page or None) if finding.place else Cell(),
            _text(finding.place.quote if finding.place else ""),
        )


def _files(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    serves: dict[str, dict[str, None]] = {}
    for verdict in results.verdicts:
        for match in verdict.matches:
            serves.setdefault(match.file, {})[verdict.requirement] = None
    for file in results.files:
        failed = file.unreadable
        names = [paper.type_name or words.ui("unrecognised") for paper in file.papers]
        yield (
            _text(file.path),
            _link(file.href, words),
            _text(file.kind_name),
            Cell(number=file.size),
            _text(f"{'✖' if failed else '✔'} {words.ui('not_read' if failed else 'was_read')}"),
            _text(*((f"{failed.code} {failed.message}", failed.advice) if failed else ())),
            _text(*_few(names, words)),
            _text(", ".join(serves.get(file.path, ()))),
            _text(file.sha256),
        )


def _personal(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for each in results.personal:
        link = _link(each.href, words)
        yield (
            _text(each.file),
            link,
            Cell(number=each.page or None),
            _text(each.name),
            Cell(number=each.count),
            _text(words.advice(Finding("EC130", Level.NOTE))),
        )


def _facts(results: Results, words: Catalog) -> Iterator[tuple[Cell, ...]]:
    for file in results.files:
        for paper in file.papers:
            for fact in (*paper.facts, *paper.other_dates, *paper.figures, *paper.signs):
                yield _fact(paper, fact, words)
            people = dict.fromkeys(filter(None, (paper.signatory, *paper.people)))
            for person in people:
                yield _person(paper, person, words)


def _fact(paper: PaperShown, fact: FactShown, words: Catalog) -> tuple[Cell, ...]:
    sure = Cell(number=_percent(fact.confidence))
    # Who a signature is of stands in its text already.
    value = f"{fact.about}: {fact.text}" if fact.about and fact not in paper.signs else fact.text
    return _of(paper, fact.place.page, fact.label, value, sure, fact.place.quote, words)


def _person(paper: PaperShown, person: PersonShown, words: Catalog) -> tuple[Cell, ...]:
    nip = f"{words.ui('nip')} {person.nip}" if person.nip else ""
    told_of = ", ".join(filter(None, (person.name, person.post, nip)))
    return _of(paper, person.place.page, words.word("roles", person.role), told_of, Cell(), person.place.quote, words)


def _of(
    paper: PaperShown, page: int, label: str, value: str, sure: Cell, quote: str, words: Catalog
) -> tuple[Cell, ...]:
    return (
        _text(paper.file),
        _link(paper.href, words),
        Cell(number=page or None),
        _text(paper.type_name or words.ui("unrecognised")),
        _text(label),
        _text(value),
        sure,
        _text(quote),
    )


def _percent(share: float) -> int:
    return int(share * 100 + 1e-9)
