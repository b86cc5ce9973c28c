"""What `identify` found out, as text for a person or as JSON in the shape of the report's `files`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evidence_check import library
from evidence_check.cli.wording import Wording
from evidence_check.messages.catalog import Catalog, load
from evidence_check.model.asked import Checklist, Office
from evidence_check.model.facts import ACCEPTED, MARGIN, Doubt, Evidence
from evidence_check.model.files import Unreadable
from evidence_check.model.outcome import Readiness, Tally
from evidence_check.report.context import Context
from evidence_check.report.json_report import document_of
from evidence_check.report.papers import papers_of
from evidence_check.report.pieces import Teller
from evidence_check.report.results import results_of
from evidence_check.report.shapes import FactShown, FindingShown, PaperShown, ReasonShown
from evidence_check.report.visible import visible

QUOTED = 100
FIGURES = 12


def words_for(wording: Wording, identities: bool) -> Catalog:
    """Return the words of the language, knowing the names of all types of document."""
    names = {key: each.name for key, each in library.catalogue().items()}
    return load(wording.language).naming(names).showing(identities)


def as_json(evidence: Sequence[Evidence], unreadable: Sequence[Unreadable], catalog: Catalog) -> list[dict[str, Any]]:
    """Return the files as in the JSON report."""
    nothing = Checklist("", "", (), (), (), ())
    found = Readiness(nothing, Office(), 0, (), Tally(()), (), tuple(evidence), tuple(unreadable))
    context = Context(catalog, "", "", catalog.identities)
    files: list[dict[str, Any]] = document_of(results_of(found, context))["files"]
    return files


def as_text(
    evidence: Sequence[Evidence], unreadable: Sequence[Unreadable], catalog: Catalog, wording: Wording
) -> str:
    """Return every document with its type, the reasons, the runner-up, its facts and what is wrong with it."""
    teller = Teller(catalog, "")
    parts = [_paper(each, catalog, wording) for each in papers_of(evidence, teller)]
    for failure in unreadable:
        shown = teller.finding(failure.reason)
        parts.append(f"{visible(catalog.shown(failure.file.path))}\n{_finding(shown)}")
    return "\n\n".join(parts)


def _paper(paper: PaperShown, catalog: Catalog, wording: Wording) -> str:
    key = "identify.page" if paper.first == paper.last else "identify.pages"
    pages = wording(key, first=paper.first, last=paper.last)
    lines = [f"{visible(paper.file)}  {pages}"]
    if paper.type:
        lines.append("  " + wording("identify.type", name=paper.type_name, id=paper.type, score=_share(paper.score)))
    else:
        lines += [f"  {each}" for each in _no_type(paper, wording)]
    lines += [_reason(each) for each in paper.reasons]
    if rival := paper.rival:
        told = {"name": rival.name, "score": _share(rival.score), "margin": _points(rival.margin)}
        lines.append("  " + wording("identify.runner_up", **told))
    lines += [_fact(each, wording) for each in (*paper.facts, *paper.signs, *paper.other_dates)]
    lines += [_fact(each, wording) for each in paper.figures[:FIGURES]]
    if len(paper.figures) > FIGURES:
        lines.append("  " + wording("identify.more_figures", count=len(paper.figures) - FIGURES))
    lines += list(_people(paper, catalog))
    lines += [_finding(each) for each in paper.findings]
    return "\n".join(lines)


def _no_type(paper: PaperShown, wording: Wording) -> Iterator[str]:
    """Yield that the type is not known, and of the nearest one why it was not enough."""
    yield wording("identify.no_type")
    name, score = paper.nearest_name, _share(paper.score)
    if not name:
        yield wording("identify.nothing_near")
    elif paper.doubt == Doubt.SCORE:
        yield wording("identify.too_little", name=name, score=score, least=_share(ACCEPTED))
    elif paper.doubt == Doubt.MARGIN and paper.rival:
        yield wording("identify.too_near", name=name, score=score, rival=paper.rival.name, least=_points(MARGIN))


def _share(score: float) -> str:
    return f"{_points(score)}%"


def _points(share: float) -> str:
    """Return whole points, rounded down: what falls short of a bound must not look as if it reached it."""
    return str(int(share * 100 + 1e-9))


def _reason(reason: ReasonShown) -> str:
    return f"    {reason.weight:+.2f}  {visible(reason.text)}"


def _fact(fact: FactShown, wording: Wording) -> str:
    place = wording("identify.place", page=fact.place.page, quote=visible(_short(fact.place.quote)))
    about = f" ({visible(fact.about)})" if fact.about else ""
    return f"  {fact.label}{about}: {visible(fact.text)}  {place}"


def _people(paper: PaperShown, catalog: Catalog) -> Iterator[str]:
    shown: Iterable[tuple[str, str, str]] = (
        (catalog.word("roles", each.role), each.name, each.nip)
        for each in ([paper.signatory] if paper.signatory else []) + [p for p in paper.people if p != paper.signatory]
    )
    for role, name, nip in shown:
        yield f"  {role}: {visible(name)}" + (f" (NIP {nip})" if nip else "")


def _finding(finding: FindingShown) -> str:
    return f"  {finding.code} {visible(finding.message)}\n        {visible(finding.advice)}"


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTED else quote[:QUOTED].rsplit(" ", 1)[0] + " …"
