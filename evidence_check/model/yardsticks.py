"""What papers are measured by: grades, deadlines and revoked regulations, each from data with its source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade by its letter and its word, with its limits, inclusive, on the scale 0-100."""

    letter: str
    word: str
    lowest: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class SurveyScale:
    """How a satisfaction index comes about: `multiplier` × Σ weighted means, within `tolerance`; its grades.

    `older_grades` are limits that were once in force; a grade that fits them is not called wrong.
    """

    multiplier: Decimal
    tolerance: Decimal
    elements: int
    grades: tuple[Grade, ...] = ()
    older_grades: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True)
class Revoked:
    """A regulation no longer in force: its names as cited (folded), number and year, what replaced it, since when."""

    names: tuple[str, ...]
    number: str
    year: int
    by: str
    since: int


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """All of them; what is None or empty is not measured."""

    survey: SurveyScale | None = None
    complaint_days: int | None = None
    complaint_law: str = ""
    revoked: tuple[Revoked, ...] = ()


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample of staff to be drawn from the staff list: how many, and the seed that makes the draw repeatable."""

    count: int
    seed: str
