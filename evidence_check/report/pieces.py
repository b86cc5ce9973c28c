"""Places, findings and reasons in words, masked, with links to the files they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from evidence_check.messages.catalog import Catalog
from evidence_check.model.crops import Crops
from evidence_check.model.files import INSIDE, Document, Finding, Level, Place, Reason
from evidence_check.model.outcome import Match
from evidence_check.report.shapes import FindingShown, MatchShown, PlaceShown, ReasonShown

_LEVELS = (Level.ERROR, Level.DOUBT, Level.NOTE)


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns the small nouns into shown words; `root` and `crops` as in `Context`, `paged` files with pages to name."""

    catalog: Catalog
    root: str
    paged: frozenset[str] = frozenset()
    crops: Crops = field(default_factory=dict)

    def href(self, path: str, page: int = 0) -> str:
        """Return a percent-encoded link to a file; none without a root or when the name holds an identity number."""
        if not self.root or self.catalog.shown(path) != path:
            return ""
        base = self.root.replace("\\", "/").rstrip("/")
        start = "" if base.startswith((".", "/")) else "./"
        link = start + quote(f"{base}/{path.partition(INSIDE)[0]}", safe="/", errors="surrogateescape")
        return f"{link}#page={page}" if page and path in self.paged and INSIDE not in path else link

    def place(self, place: Place | None) -> PlaceShown | None:
        """Return a place as shown."""
        return self.certain_place(place) if place else None

    def certain_place(self, place: Place) -> PlaceShown:
        """Return a place that is surely there as shown."""
        shown = self.catalog.shown
        return PlaceShown(shown(place.file), place.page, shown(place.quote), self.href(place.file, place.page))

    def finding(self, finding: Finding) -> FindingShown:
        """Return a finding in words."""
        words = self.catalog
        return FindingShown(
            code=finding.code,
            level=str(finding.level),
            title=words.title(finding.code),
            message=words.finding(finding),
            advice=words.advice(finding),
            place=self.place(finding.place),
        )

    def findings(self, findings: Iterable[Finding]) -> tuple[FindingShown, ...]:
        """Return findings in words, each once, the heaviest first."""
        return tuple(self.finding(finding) for finding in sorted(dict.fromkeys(findings), key=_weight))

    def reason(self, reason: Reason) -> ReasonShown:
        """Return a reason in words."""
        return ReasonShown(
            reason.code, round(reason.weight, 4), self.catalog.reason(reason), self.place(reason.place)
        )

    def reasons(self, reasons: Iterable[Reason]) -> tuple[ReasonShown, ...]:
        """Return reasons in words, the weightiest first."""
        by_weight = sorted(reasons, key=lambda each: (-abs(each.weight), each.code, each.params))
        return tuple(self.reason(reason) for reason in by_weight)

    def match(self, match: Match) -> MatchShown:
        """Return a match in words."""
        document = match.evidence.document
        kind = match.evidence.facts.kind
        taken_for = match.type or (kind.type if kind else "")
        return MatchShown(
            file=self.catalog.shown(document.file.path),
            first=first_page(document),
            last=last_page(document),
            type_name=self.catalog.type_name(taken_for) if taken_for else "",
            score=round(match.score, 4),
            place=self.certain_place(match.place),
            href=self.href(document.file.path, first_page(document)),
            reasons=self.reasons(match.reasons),
            failed=self.findings(match.failed),
            crop=self.crops.get(match.place),
        )

    def matches(self, matches: Iterable[Match]) -> tuple[MatchShown, ...]:
        """Return matches in words, the best first."""
        return tuple(self.match(match) for match in sorted(matches, key=_rank))


def first_page(document: Document) -> int:
    """Return the first page of a document, 1 when it has none."""
    return document.first if document.pages else 1


def last_page(document: Document) -> int:
    """Return the last page of a document, 1 when it has none."""
    return document.last if document.pages else 1


def by_path(path: str) -> tuple[str, str]:
    """Return the key by which paths are sorted."""
    return (path.casefold(), path)


def _weight(finding: Finding) -> tuple[int, str, str, int, tuple[tuple[str, str], ...]]:
    place = finding.place
    where = (place.file, place.page) if place else ("", 0)
    return (_LEVELS.index(finding.level), finding.code, *where, finding.params)


def _rank(match: Match) -> tuple[float, tuple[str, str], int]:
    document = match.evidence.document
    return (-match.score, by_path(document.file.path), first_page(document))
