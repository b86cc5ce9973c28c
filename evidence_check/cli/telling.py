"""What `identify` found out, as text for a person or as JSON in the shape of the report's `files`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evidence_check import library
from evidence_check.cli.wording import Wording
from evidence_check.messages.catalog import Catalog, load
from evidence_check.model.asked import Checklist, Office
from evidence_check.model.facts import Evidence, Kind
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


def words_for(wording: Wording, identities: bool) -> Catalog:
    """Return the words of the language, knowing the names of all types of document."""
    names = {key: each.name for key, each in library.catalogue().items()}
    return load(wording.language).naming(names).showing(identities)


def as_json(evidence: Sequence[Evidence], unreadable: Sequence[Unreadable], catalog: Catalog) -> list[dict[str, Any]]:
    """Return the files as in the JSON report, each document with its runner-up."""
    nothing = Checklist("", "", (), (), (), ())
    found = Readiness(nothing, Office(), 0, (), Tally(()), (), tuple(evidence), tuple(unreadable))
    context = Context(catalog, "", "", catalog.identities)
    files: list[dict[str, Any]] = document_of(results_of(found, context))["files"]
    second = {_key(each, catalog): _runner_up(each) for each in evidence}
    for file in files:
        for document in file["documents"]:
            kind = second.get((file["path"], *document["pages"]))
            document["runner_up"] = {"type": kind.type, "score": round(kind.score, 4)} if kind else None
    return files


def as_text(
    evidence: Sequence[Evidence], unreadable: Sequence[Unreadable], catalog: Catalog, wording: Wording
) -> str:
    """Return every document with its type, the reasons, the runner-up, its facts and what is wrong with it."""
    teller = Teller(catalog, "")
    second = {_key(each, catalog): _runner_up(each) for each in evidence}
    papers = papers_of(evidence, teller)
    parts = [_paper(each, second.get((each.file, each.first, each.last)), catalog, wording) for each in papers]
    for failure in unreadable:
        shown = teller.finding(failure.reason)
        parts.append(f"{visible(catalog.shown(failure.file.path))}\n{_finding(shown)}")
    return "\n\n".join(parts)


def _key(evidence: Evidence, catalog: Catalog) -> tuple[str, int, int]:
    document = evidence.document
    return (catalog.shown(document.file.path), document.first, document.last)


def _runner_up(evidence: Evidence) -> Kind | None:
    return evidence.facts.kinds[1] if len(evidence.facts.kinds) > 1 else None


def _paper(paper: PaperShown, second: Kind | None, catalog: Catalog, wording: Wording) -> str:
    key = "identify.page" if paper.first == paper.last else "identify.pages"
    pages = wording(key, first=paper.first, last=paper.last)
    lines = [f"{visible(paper.file)}  {pages}"]
    if paper.type:
        lines.append("  " + wording("identify.type", name=paper.type_name, id=paper.type, score=_share(paper.score)))
    else:
        lines.append("  " + wording("identify.no_type"))
    lines += [_reason(each) for each in paper.reasons]
    if second:
        name = catalog.type_name(second.type)
        lines.append("  " + wording("identify.runner_up", name=name, score=_share(second.score)))
    lines += [_fact(each, wording) for each in (*paper.facts, *paper.signs)]
    lines += list(_people(paper, catalog))
    lines += [_finding(each) for each in paper.findings]
    return "\n".join(lines)


def _share(score: float) -> str:
    return f"{int(score * 100 + 1e-9)}%"


def _reason(reason: ReasonShown) -> str:
    return f"    {reason.weight:+.2f}  {visible(reason.text)}"


def _fact(fact: FactShown, wording: Wording) -> str:
    place = wording("identify.place", page=fact.place.page, quote=visible(_short(fact.place.quote)))
    return f"  {fact.label}: {visible(fact.text)}  {place}"


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
