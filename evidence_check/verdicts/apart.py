"""Telling samples apart: no paper counts twice, nor do two of one person, month, quarter or product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from evidence_check.model.asked import DocumentType, Office, Requirement
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.model.outcome import Match
from evidence_check.verdicts.pictures import same_picture
from evidence_check.words.fold import fold
from evidence_check.words.lines import lines_of
from evidence_check.words.months import iso_of, months_in, quarter_iso, quarters_of
from evidence_check.words.products import products_headed

Catalogue = Mapping[str, DocumentType]
_TITLES = frozenset(("dr", "drs", "dra", "ir", "h", "hj", "prof", "drg"))


@dataclass(slots=True)
class Seen:
    """The papers already met, best first, by what tells them apart."""

    requirement: Requirement
    catalogue: Catalogue
    office: Office
    papers: dict[str, Match] = field(default_factory=dict)
    pictures: list[Match] = field(default_factory=list)

    def marked(self, match: Match) -> Match:
        """Return a match with what it repeats of those before it, or why that cannot be told."""
        failed = list(match.failed)
        same = f"content {_content(match)}"
        if match.picture and (before := next((each for each in self.pictures if same_picture(match, each)), None)):
            failed.append(Finding("EC331", Level.DOUBT, params(other=before.evidence.document.file.path), match.place))
        elif same in self.papers and not _beside(match, self.papers[same]):
            other = self.papers[same].evidence.document.file.path
            failed.append(Finding("EC307", Level.DOUBT, params(other=other), match.place))
        elif self.requirement.distinct_by == "person":
            self._by_person(match, failed)
        elif self.requirement.distinct_by:
            self._by_unit(match, failed, self.requirement.distinct_by)
        self.papers.setdefault(same, match)
        if match.picture:
            self.pictures.append(match)
        return replace(match, failed=tuple(failed))

    def _by_person(self, match: Match, failed: list[Finding]) -> None:
        person, name = person_of(match, self.catalogue)
        if not person and not any(finding.code == "EC309" for finding in failed):
            failed.append(Finding("EC309", Level.DOUBT, (), match.place))
        elif person and (before := self._met(person, name)):
            other = before.evidence.document.file.path
            failed.append(Finding("EC303", Level.DOUBT, params(name=name, other=other), match.place))
        elif person and not any(finding.level is Level.ERROR for finding in failed):
            self.papers[f"person {person}"] = self.papers[f"name {bare_name(name)}"] = match

    def _met(self, person: str, name: str) -> Match | None:
        """Return the paper on the same person: by identity number, or by name, for a number is misread or left out."""
        named = self.papers.get(f"name {bare_name(name)}") if bare_name(name) else None
        return self.papers.get(f"person {person}") or named

    def _by_unit(self, match: Match, failed: list[Finding], unit: str) -> None:
        told = unit_of(match, unit, self.catalogue, self.office)
        if not told:
            failed.append(Finding("EC320", Level.DOUBT, params(apart=unit), match.place))
        elif before := self.papers.get(f"{unit} {told}"):
            other = before.evidence.document.file.path
            failed.append(Finding("EC319", Level.DOUBT, params(apart=unit, period=told, other=other), match.place))
        elif not any(finding.level is Level.ERROR for finding in failed):
            self.papers[f"{unit} {told}"] = match


def _beside(match: Match, other: Match) -> bool:
    """Say whether two matches are pictures told apart by their looks, or of one paper."""
    if match.picture is None or other.picture is None:
        return False
    return bool(match.picture.look and other.picture.look) or match.evidence.document == other.evidence.document


def _content(match: Match) -> str:
    if match.content:
        return match.content
    document = match.evidence.document
    text = fold(" ".join(page.text for page in document.pages))
    return text if len(text) > 80 else f"{document.file.sha256} {document.first}"


def person_of(match: Match, catalogue: Catalogue) -> tuple[str, str]:
    """Return what tells the person of a sample from another, and the name; both empty when nobody was found."""
    roles = (catalogue[match.type].persons if match.type else ()) or ("rated",)
    for person in match.evidence.facts.people:
        if person.role in roles:
            return person.nip or fold(person.name), person.name
    return "", ""


def bare_name(name: str) -> str:
    """Return the folded words of a name without titles and degrees."""
    return " ".join(word for word in fold(name.partition(",")[0]).split() if word not in _TITLES)


def dated_of(match: Match, catalogue: Catalogue) -> Fact | None:
    """Return the fact that says of which months a paper is: its period, or its date where it has none to report."""
    facts = match.evidence.facts
    kind = catalogue.get(match.type)
    return facts.date if kind and kind.dated_by == "signed" else facts.period


def unit_of(match: Match, unit: str, catalogue: Catalogue, office: Office) -> str:
    """Return the month, quarter or product a sample stands for, nothing when it stands for none or several."""
    if unit == "product":
        named = products_of(match, office)
        return named[0] if len(named) == 1 else ""
    fact = dated_of(match, catalogue)
    months = months_in(fact.value) if fact else range(0)
    if unit == "month":
        return iso_of(months[0]) if len(months) == 1 else ""
    quarters = quarters_of(months)
    return quarter_iso(quarters[0]) if len(quarters) == 1 else ""


def products_of(match: Match, office: Office) -> tuple[str, ...]:
    """Return the products of the office a paper is about, by its title and its headings."""
    return products_headed(title_of(match), lines_of(match.evidence.document.pages), office.products)


def title_of(match: Match) -> str:
    """Return what a paper calls itself: its title and its subject."""
    facts = match.evidence.facts
    return " ".join(fact.value for fact in (facts.title, facts.about) if fact)
