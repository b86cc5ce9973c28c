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
class Element:
    """One thing a paper has to hold: its name, the patterns that show it, or the figure of the facts that proves it."""

    name: str
    words: tuple[str, ...] = ()
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Elements a genuine paper of a type holds, and how many of them.

    `stands`: `text` anywhere, `heading` at the opening of a line or a cell. `lacking`: the level of a finding when
    fewer than `at_least` are there; from `doubt_from` on it is a doubt at most. `measured`: a mean stands beside each
    element. `outdated`: the elements are those of a method no longer in force, and that they are there is the finding.
    """

    name: str
    elements: tuple[Element, ...]
    at_least: int
    basis: Basis
    doubt_from: int = 0
    lacking: str = "doubt"
    stands: str = "text"
    measured: bool = False
    outdated: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """What hangs on a wall for the public to read, with the words its heading begins with."""

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
    boards: tuple[Board, ...] = ()
    kind_of: str = ""
    evidence: bool = True
    generic: bool = False
    dated_by: str = "signed"
    needs: tuple[str, ...] = ()
    holds: tuple[Holding, ...] = ()
    person: str = ""
    tells: tuple[str, ...] = ()
    issuer: str = "own"
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def persons(self) -> tuple[str, ...]:
        """The roles of those a paper of this type is about, none when that is left open; who heads a team is in it."""
        if self.person == "member":
            return ("head", "member")
        return (self.person,) if self.person else ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Another requirement whose papers must say the same on one thing: year, period, office, people, products."""

    requirement: str
    on: str


@dataclass(frozen=True, slots=True)
class Case:
    """A made-up paper or several, by their texts, and the status the requirement must then have."""

    name: str
    texts: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """An entry of a checklist: what has to be shown, how often, from which period, and on whose word.

    `any_of`: one type suffices; `all_of`: each type must be there. `distinct_by`: person, month,
    quarter or product. `must_cover`: headings that must all stand in the paper. `per_product`: count
    and headings hold for each of the office's products. `contacts`: so many telephone numbers of people
    served. `applies_to`: kinds of office, empty for all.
    """

    id: str
    indicator: str
    name: str
    method: Method
    basis: Basis
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    count: int = 1
    distinct_by: str = ""
    period: str = "any"
    must_mention: tuple[str, ...] = ()
    must_cover: tuple[str, ...] = ()
    per_product: bool = False
    contacts: int = 0
    agrees_with: tuple[Agreement, ...] = ()
    applies_to: tuple[str, ...] = ()
    photo: tuple[str, ...] = ()
    optional: bool = False
    draft: bool = False
    prepare: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A group of requirements the assessor scores together; `weight` in percent, None when not public.

    `ladder`: what earns the scores 0, 1, 2 … as far as it is known, empty when it is not.
    """

    id: str
    name: str
    dimension: str
    weight: float | None = None
    variable: str = ""
    code: str = ""
    ladder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """A part of the instrument; `weight` in percent of the whole, None when not public."""

    id: str
    name: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A grade of the instrument's result; told for reference, never predicted.

    Limits are inclusive, and None where they are not public.
    """

    letter: str
    name: str
    lowest: float | None = None
    highest: float | None = None
    zone: str = ""
    basis: Basis = Basis.SEEN


@dataclass(frozen=True, slots=True)
class Exemption:
    """A requirement switched off for one office or by an overlay: why, and who said so."""

    requirement: str
    reason: str
    by: str


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
    extends: str = ""
    categories: tuple[Category, ...] = ()
    switched_off: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class Interviewee:
    """Somebody the assessor will ask: the role in the instrument, who it is and the post held."""

    role: str
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs what the office sends: the name and post, and what else stands in a signature block."""

    name: str = ""
    post: str = ""
    rank: str = ""
    nip: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody in charge of some items: the ids of requirements, or of whole indicators or dimensions."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The office under check, from its own `evidence-check.yaml`; `letterhead` are the lines on top of its letters.

    `signing` are the NIP of who signs papers that surely are its own; they are found in the folder, not in that file.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    region: str = ""
    kind: str = ""
    checklist: str = ""
    year: int | None = None
    visit: str = ""
    products: tuple[str, ...] = ()
    interviewees: tuple[Interviewee, ...] = ()
    not_applicable: tuple[Exemption, ...] = ()
    letterhead: tuple[str, ...] = ()
    signatory: Signatory | None = None
    in_charge: tuple[Charge, ...] = ()
    signing: frozenset[str] = frozenset()
