"""What is asked: instruments, the catalogue of papers, and the office under check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How well it is known that the assessor asks for an item."""

    SEEN = "seen"
    REPORTED = "reported"
    LAW = "law"
    INFERRED = "inferred"


class Method(StrEnum):
    """By what the assessor judges a requirement."""

    DOCUMENT = "document"
    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    INTERVIEW = "interview"
    OBSERVATION = "observation"
    SURVEY = "survey"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A paper often handed in by mistake, with the words that give it away."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """An entry of the catalogue: how one kind of evidence looks. See `docs/checklist-format.md`."""

    id: str
    name: str
    titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()
    parts: tuple[str, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    kind_of: str = ""
    evidence: bool = True
    generic: bool = False
    dated_by: str = "signed"
    needs: tuple[str, ...] = ()
    person: str = ""
    issuer: str = "own"
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """An entry of a checklist: what has to be shown, how often, from which period, and on whose word."""

    id: str
    indicator: str
    name: str
    method: Method
    basis: Basis
    any_of: tuple[str, ...] = ()
    count: int = 1
    distinct_by: str = ""
    period: str = "any"
    must_mention: tuple[str, ...] = ()
    photo: tuple[str, ...] = ()
    optional: bool = False
    draft: bool = False
    prepare: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A group of requirements the assessor scores together; `weight` in percent, None when not public."""

    id: str
    name: str
    dimension: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """A part of the instrument; `weight` in percent of the whole, None when not public."""

    id: str
    name: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """An instrument: what one assessor asks in some years, with the sources of what is known."""

    id: str
    name: str
    years: tuple[int, ...]
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    requirements: tuple[Requirement, ...]
    sources: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exemption:
    """A requirement switched off for one office: why, and who said so."""

    requirement: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Office:
    """The office under check, from its own `evidence-check.yaml`."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    region: str = ""
    kind: str = ""
    checklist: str = ""
    year: int | None = None
    not_applicable: tuple[Exemption, ...] = ()
