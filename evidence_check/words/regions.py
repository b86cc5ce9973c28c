"""Regions named in a paper: the same office exists in five hundred of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

NEAR_ENOUGH = 85.0
_LOCAL = re.compile(r"\b(kabupaten|kab|kota) (?!kota\b|kabupaten\b|dan\b|atau\b|yang\b|di\b)[a-z]{3,}")
_PROVINCE = re.compile(r"\bprovinsi (?!dan\b|atau\b|yang\b|di\b)[a-z]{3,}")


_HEADS = {"kabupaten": ("bupati",), "kota": ("wali kota", "walikota"), "provinsi": ("gubernur",)}


def ways_to_name(region: str) -> tuple[str, ...]:
    """Return the folded phrases that name a region: its own name, and the title of who heads it."""
    kind, _, place = fold(region).partition(" ")
    return (fold(region), *(f"{head} {place}" for head in _HEADS.get(kind, ()) if place))


def other_region(region: str, head: Sequence[Line], text: str) -> Line | None:
    """Return the line of a paper's head that names another region, when its own is named nowhere.

    `region` is such as "Kabupaten Tirta Kencana", `text` the folded text of the whole paper. None where
    the region is named, by its noise-tolerant name, or where the paper names none at all.
    """
    kind, _, place = fold(region).partition(" ")
    if not place or f" {place} " in f" {text} ":
        return None
    named = _PROVINCE if kind == "provinsi" else _LOCAL
    other = next((line for line in head if named.search(line.folded)), None)
    if other is None or any(fuzz.partial_ratio(place, line.folded) >= NEAR_ENOUGH for line in head):
        return None
    return other
