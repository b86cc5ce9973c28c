"""Whether two people are one: by NIP where both have it, else by name without titles."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from evidence_check.model.facts import Person
from evidence_check.words.fold import fold

_TITLES = frozenset(("dr", "drs", "dra", "ir", "h", "hj", "prof", "drg", "apt", "ns"))
# One letter in so many may be misread or misspelt.
LETTERS_FOR_A_SLIP = 8


def same_person(one: Person, other: Person) -> bool:
    """Say whether two people are one."""
    return one.nip == other.nip if one.nip and other.nip else same_name(one.name, other.name)


def same_name(one: str, other: str) -> bool:
    """Say whether two names are of one person, titles and degrees aside; a slip of the pen is forgiven in long ones."""
    first, second = bare(one), bare(other)
    if not first or not second:
        return False
    slips = min(len(first), len(second)) // LETTERS_FOR_A_SLIP
    return first == second or Levenshtein.distance(first, second, score_cutoff=slips) <= slips


def bare(name: str) -> str:
    """Return the folded words of a name without titles before it and degrees behind it."""
    return " ".join(word for word in fold(name.partition(",")[0]).split() if word not in _TITLES)
