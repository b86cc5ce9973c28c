"""What a cross-check looks at, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from evidence_check.model.asked import DocumentType, Office
from evidence_check.model.facts import Evidence, Fact
from evidence_check.model.files import Finding
from evidence_check.model.yardsticks import Yardsticks


@dataclass(frozen=True, slots=True)
class Used:
    """A paper that counts for some requirement, and the type it counts as."""

    evidence: Evidence
    type: str

    @property
    def file(self) -> str:
        """Path of the file it is in."""
        return self.evidence.document.file.path

    def figures(self, *names: str) -> tuple[Fact, ...]:
        """Return its figures of these names."""
        return tuple(fact for fact in self.evidence.facts.figures if fact.name in names)


@dataclass(frozen=True, slots=True)
class Desk:
    """All papers that count, laid side by side, in the order of their places."""

    papers: tuple[Used, ...]
    catalogue: Mapping[str, DocumentType]
    office: Office
    yardsticks: Yardsticks

    def with_figures(self, *names: str) -> tuple[tuple[Used, ...], ...]:
        """Return the papers that have a figure of these names, those of one file together: sheets of one workbook."""
        by_file: dict[str, list[Used]] = {}
        for used in self.papers:
            if used.figures(*names):
                by_file.setdefault(used.file, []).append(used)
        return tuple(map(tuple, by_file.values()))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What does not add up, and the papers it concerns."""

    finding: Finding
    papers: tuple[Used, ...]


class CrossCheck(Protocol):
    """One named rule over papers that count; it yields what does not add up, with the arithmetic in the finding."""

    def __call__(self, desk: Desk) -> Iterator[Disagreement]:
        """Yield each disagreement once."""


def figures_of(papers: Sequence[Used], *names: str) -> tuple[Fact, ...]:
    """Return the figures of these names of several papers, in order."""
    return tuple(fact for used in papers for fact in used.figures(*names))
