"""What a paper is made of, before it becomes a PDF, a scan or a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from .office import Office, Person


@dataclass(frozen=True)
class Kop:
    """The letterhead of an office: crest, region, office, address, thick line."""

    office: Office


@dataclass(frozen=True)
class Crown:
    """The head of a paper of the head of region: crest above, no address."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Title:
    """Centred bold lines."""

    lines: tuple[str, ...]
    size: float = 12


@dataclass(frozen=True)
class Text:
    """A paragraph; `align` is one of l c r j."""

    text: str
    align: str = "j"
    bold: bool = False
    indent: float = 0
    size: float = 11


@dataclass(frozen=True)
class Clause:
    """A label such as Menimbang, a colon, and marked items."""

    label: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fields:
    """Lines of label, colon, value."""

    pairs: tuple[tuple[str, str], ...]
    size: float = 11
    label: float = 45


@dataclass(frozen=True)
class Grid:
    """A ruled table; `widths` are shares, `spans` are (first column, first row, last column, last row)."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    head: int = 1
    size: float = 9
    spans: tuple[tuple[int, int, int, int], ...] = ()
    bold_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sign:
    """A block of signature; `ink` draws a scribble, `stamp` a ring with these words, `mark` prints ttd."""

    before: tuple[str, ...]
    person: Person | None
    ink: bool = False
    stamp: str = ""
    mark: str = ""
    name: str = ""


@dataclass(frozen=True)
class Signs:
    """Blocks of signature beside each other."""

    blocks: tuple[Sign | None, ...]


@dataclass(frozen=True)
class Seal:
    """Ink and stamp laid over what was just printed; `share` of the width, `up` in millimetres."""

    person: Person
    stamp: str
    share: float
    up: float


@dataclass(frozen=True)
class Flow:
    """A small chart of steps, drawn as boxes with arrows."""

    steps: tuple[str, ...]


@dataclass(frozen=True)
class Bars:
    """A bar chart: label and value."""

    values: tuple[tuple[str, float], ...]
    top: float = 4


@dataclass(frozen=True)
class Boxed:
    """Text in a frame (in Word: a text box)."""

    text: str


@dataclass(frozen=True)
class Page:
    """A page break."""


@dataclass(frozen=True)
class Gap:
    """White space in millimetres."""

    mm: float = 5


Block = Kop | Crown | Title | Text | Clause | Fields | Grid | Sign | Signs | Seal | Flow | Bars | Boxed | Page | Gap


@dataclass(frozen=True)
class Paper:
    """One paper: its blocks and how it is printed."""

    blocks: tuple[Block, ...]
    font: str = "Times"
    landscape: bool = False
    footer: str = ""
    title: str = ""
    author: str = ""
    border: bool = False
    size: str = "folio"
    marks: tuple[str, ...] = field(default=())


def together(*papers: Paper) -> Paper:
    """Return one paper holding several, each from a new page (a bundle)."""
    blocks: list[Block] = []
    for paper in papers:
        blocks += [Page()] if blocks else []
        blocks += paper.blocks
    return Paper(tuple(blocks), font=papers[0].font, title=papers[0].title)
