"""The plain results that every report format draws from: masked, sorted, in words of one language.

Texts are still raw otherwise: a format makes hostile characters harmless for its own medium.
"""

from __future__ import annotations

from dataclasses import dataclass

from evidence_check.model.asked import Signatory
from evidence_check.model.crops import Crop
from evidence_check.model.outcome import Status
from evidence_check.model.tracked import Changes


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """Where a statement rests; `href` leads to the file (and page), empty when no link is possible."""

    file: str
    page: int
    quote: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding in words."""

    code: str
    level: str
    title: str
    message: str
    advice: str
    place: PlaceShown | None


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """One addend of a score in words."""

    code: str
    weight: float
    text: str
    place: PlaceShown | None


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact of a paper: `name` is its key, `label` the word for it, `value` as stored, `text` as read.

    `of` is what it is about, such as who a certificate names; `about` the same in words, where `text` does not say it.
    """

    name: str
    label: str
    value: str
    text: str
    confidence: float
    place: PlaceShown
    of: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody named in a paper; `nip` is masked unless identities are shown."""

    name: str
    role: str
    post: str
    nip: str
    place: PlaceShown


@dataclass(frozen=True, slots=True)
class RivalShown:
    """What a paper might be instead: `margin` is how much more the first candidate scores."""

    type: str
    name: str
    score: float
    margin: float


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One logical document: what it is and why, and what it says about itself.

    `nearest` is its best candidate, taken for its type or not; `doubt` why it was not, empty when it was.
    """

    file: str
    first: int
    last: int
    type: str
    type_name: str
    score: float
    read_as: tuple[str, ...]
    confidence: float
    draft: bool
    reasons: tuple[ReasonShown, ...]
    facts: tuple[FactShown, ...]
    signatory: PersonShown | None
    people: tuple[PersonShown, ...]
    findings: tuple[FindingShown, ...]
    href: str = ""
    signs: tuple[FactShown, ...] = ()
    dates: tuple[FactShown, ...] = ()
    figures: tuple[FactShown, ...] = ()
    rival: RivalShown | None = None
    doubt: str = ""
    nearest: str = ""
    nearest_name: str = ""

    @property
    def other_dates(self) -> tuple[FactShown, ...]:
        """Return the dates besides the one it was signed, which is told as its date already."""
        return tuple(date for date in self.dates if date.name != "signed")


@dataclass(frozen=True, slots=True)
class FileShown:
    """One file of the folder, read or not."""

    path: str
    href: str
    size: int
    size_text: str
    sha256: str
    kind: str
    kind_name: str
    unreadable: FindingShown | None
    papers: tuple[PaperShown, ...]
    findings: tuple[FindingShown, ...]


@dataclass(frozen=True, slots=True)
class MatchShown:
    """A paper that serves a requirement, or came near and failed some rules; `crop` shows its place."""

    file: str
    first: int
    last: int
    type_name: str
    score: float
    place: PlaceShown
    href: str
    reasons: tuple[ReasonShown, ...]
    failed: tuple[FindingShown, ...]
    crop: Crop | None = None


@dataclass(frozen=True, slots=True)
class CellShown:
    """One component of one product: `there` is `there`, `unclear`, `empty` or `missing`, `text` the word for it."""

    product: str
    name: str
    there: str
    text: str
    place: PlaceShown | None


@dataclass(frozen=True, slots=True)
class MatrixShown:
    """The components of a requirement by product: a heading for each product, a row for each component."""

    products: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CellShown | None, ...]], ...]

    @property
    def cells(self) -> tuple[CellShown, ...]:
        """Return every cell, product by product."""
        columns = zip(*(cells for _, cells in self.rows), strict=True)
        return tuple(cell for column in columns for cell in column if cell)


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """What a person decided, in words; `standing` says whether it holds, and `text` is all of it in one line."""

    decision: str
    decision_text: str
    answer: str
    by: str
    date: str
    date_text: str
    reason: str
    file: str
    page: int | None
    href: str
    standing: str
    standing_text: str
    text: str


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """How one requirement stands, in words; `happened` is the sentence the advice answers, empty for nothing found.

    `machine` is the status by the program alone, None where nobody decided anything.
    """

    requirement: str
    indicator: str
    name: str
    status: Status
    method: str
    basis: str
    optional: bool
    sources: tuple[str, ...]
    note: str
    matches: tuple[MatchShown, ...]
    near_misses: tuple[MatchShown, ...]
    findings: tuple[FindingShown, ...]
    happened: str
    advice_code: str
    advice: str
    matrix: MatrixShown | None = None
    in_charge: str = ""
    reviews: tuple[ReviewShown, ...] = ()
    machine: Status | None = None

    @property
    def by_people(self) -> bool:
        """Whether the status rests on the word of a person, not on the program's."""
        return self.machine is not None and self.machine is not self.status


@dataclass(frozen=True, slots=True)
class TallyShown:
    """Counts per status and what share of the judged, required items is ready.

    `ready` of `required` items are met, `by_people` of them by the word of a person only; `met` counts optional ones
    too. What is judged by interview or observation is in the counts only, whatever somebody answered. `ready_min`
    counts what is certain, `ready_max` also what a person still has to look at; percent, rounded down, so 100 only
    when truly all; None when nothing is judged.
    """

    counts: tuple[tuple[Status, int], ...]
    total: int
    judged: int
    required: int
    ready: int
    ready_min: int | None
    ready_max: int | None
    met: int = 0
    by_people: int = 0

    def of(self, status: Status) -> int:
        """Return how many requirements have this status."""
        return dict(self.counts).get(status, 0)


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """An indicator with the verdicts on its requirements."""

    id: str
    name: str
    tally: TallyShown
    verdicts: tuple[VerdictShown, ...]


@dataclass(frozen=True, slots=True)
class DimensionShown:
    """A dimension with its indicators."""

    id: str
    name: str
    tally: TallyShown
    indicators: tuple[IndicatorShown, ...]


@dataclass(frozen=True, slots=True)
class PersonalShown:
    """How many personal data of the public of one kind a page has: `sort` is its key, `name` the word for it."""

    file: str
    href: str
    page: int
    sort: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything a report says, in the order in which it says it."""

    program: str
    version: str
    checklist: str
    checklist_name: str
    checklist_note: str
    sources: tuple[tuple[str, str], ...]
    year: int
    office: str
    region: str
    checked_at: str
    files: tuple[FileShown, ...]
    verdicts: tuple[VerdictShown, ...]
    gaps: tuple[VerdictShown, ...]
    dimensions: tuple[DimensionShown, ...]
    unasked: tuple[PaperShown, ...]
    findings: tuple[FindingShown, ...]
    tally: TallyShown
    letterhead: tuple[str, ...] = ()
    signatory: Signatory | None = None
    visit: str = ""
    changes: Changes | None = None
    personal: tuple[PersonalShown, ...] = ()
