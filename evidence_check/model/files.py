"""Files and what they say: what the edges hand to the pure rooms.

Everything in `model` is frozen and holds tuples, so it can cross a process, be hashed and be compared.
Sentences are never stored: a noun carries a stable code and its parameters, and `messages` turns
them into Indonesian or English when a person reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Params = tuple[tuple[str, str], ...]

INSIDE = "/› "
"""Stands in a path between an archive or a mail and what lies in it; below a file nothing can really be."""

BEYOND_LIMIT, LATER, OUT_OF_TIME = "EC119", "EC127", "EC128"
"""Why a page of a scan was not recognised: there are too many, nothing depended on it so far, no time was left."""

SIGNATURE_MARK = "signature"
"""Begins the marks of a digital signature: `signature.1.state` (`intact`, `changed`, `unchecked`) and the like."""

LONG_SCAN = "long_scan"
"""The mark of a file with so many pages to recognise that its front matter is read before the rest."""


def params(**values: object) -> Params:
    """Return keyword values as sorted, hashable message parameters."""
    return tuple(sorted((key, str(value)) for key, value in values.items()))


class Level(StrEnum):
    """How much a finding weighs: an error spoils the paper, a doubt needs a person, a note informs."""

    ERROR = "error"
    DOUBT = "doubt"
    NOTE = "note"


class ReadAs(StrEnum):
    """How the text of a page was obtained."""

    TEXT = "text"
    OCR = "ocr"
    CELLS = "cells"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class File:
    """One file as found; `path` is relative to the root with forward slashes, `kind` sniffed from its bytes.

    What lies inside another file has the path of that, `INSIDE`, and its own: `bundel.zip/› dalam/surat.pdf`.
    """

    path: str
    size: int
    sha256: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement rests: file, page (from 1) and the words as they stand there."""

    file: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or noteworthy: a stable code such as EC201, how much it weighs, and where it stands."""

    code: str
    level: Level
    params: Params = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One addend of a score: `code` names the sentence, `weight` is what it adds (negative: takes away)."""

    code: str
    weight: float
    params: Params = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: `rows` are all rows of cell texts, header included; a merged cell has its text once.

    `heads` has one text for each column, that of a merged head before those under it (`Jumlah L`, `Jumlah P`); it is
    empty when no row is surely a header. `body_at` is the row data begins at, after header and column numbers.
    `continues` says that the table is the rest of the last one of the page before, whose heads it has.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    heads: tuple[str, ...] = ()
    body_at: int = 0
    continues: bool = False

    @property
    def body(self) -> tuple[tuple[str, ...], ...]:
        """The rows of data."""
        return self.rows[self.body_at :]


@dataclass(frozen=True, slots=True)
class Trace:
    """Something on a page that looks like ink of a pen (`ink`) or a stamp (`stamp`).

    `top` and `bottom` are shares of the height of the page; `line` is the line of its text it lies nearest, from 0.
    """

    looks_like: str
    top: float
    bottom: float
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page (or sheet): its text with line breaks kept, its tables, how it was read and how surely (0..1).

    Of a recognised page `sureness` has a number (0..100) for each word of the text between white space. `traces` is
    what looks like ink or a stamp on its picture, or drawn or pasted on a page of text.
    """

    number: int
    text: str
    read_as: ReadAs
    confidence: float = 1.0
    tables: tuple[Table, ...] = ()
    problem: Finding | None = None
    name: str = ""
    sureness: tuple[int, ...] = ()
    traces: tuple[Trace, ...] = ()

    @property
    def later(self) -> bool:
        """Whether it can still be recognised, as soon as something depends on it."""
        return self.problem is not None and self.problem.code in (LATER, OUT_OF_TIME)


@dataclass(frozen=True, slots=True)
class Content:
    """What one file says. `marks` are facts of the file itself, such as a PDF signature field."""

    file: File
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()
    marks: Params = ()

    @property
    def is_front(self) -> bool:
        """Whether pages of it were left for later."""
        return any(page.later for page in self.pages)

    @property
    def long_scan(self) -> int:
        """How many pages of it must be recognised, when so many that the front matter is read first; else 0."""
        return next((int(count) for key, count in self.marks if key == LONG_SCAN), 0)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file nobody could read, with the reason; never an exception, never silence."""

    file: File
    reason: Finding


@dataclass(frozen=True, slots=True)
class Document:
    """One logical document: a run of pages of one file. A bundle holds several."""

    file: File
    pages: tuple[Page, ...]
    marks: Params = ()

    @property
    def first(self) -> int:
        """Number of the first page."""
        return self.pages[0].number

    @property
    def last(self) -> int:
        """Number of the last page."""
        return self.pages[-1].number

    @property
    def confidence(self) -> float:
        """The lowest confidence of its pages that were read, 0.0 when none was."""
        return min((page.confidence for page in self.pages if page.read_as is not ReadAs.UNREAD), default=0.0)
