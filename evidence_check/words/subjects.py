"""What the words around a title say: that a paper tells how to make another, or that an office is being named."""

from __future__ import annotations

import re
from collections.abc import Collection

_GUIDANCE = re.compile(
    r"\b(?:pedoman|petunjuk|panduan|juknis|juklak|tata cara|bagan alir|tahapan) (?:\S+ ){0,3}?"
    r"(?:penyusunan|pembuatan|pengisian|penulisan)\b"
)
_GUIDES = frozenset(("pedoman", "petunjuk", "panduan", "juknis", "juklak", "tata"))
_OFFICE = re.compile(
    r"^(?:direktorat|kementerian|departemen|biro|pusat|lembaga|komisi|dinas|badan|inspektorat|sekretariat|balai|kantor"
    r"|bagian|pemerintah) "
)


def is_guidance(said: str, wanted: Collection[str]) -> bool:
    """Say whether the words up to the end of a title speak of how such papers are made: *pedoman penyusunan* of them.

    `wanted` are the words of the title itself: a guide is meant when they hold one of a guide.
    """
    return _GUIDANCE.search(said) is not None and _GUIDES.isdisjoint(wanted)


def names_office(folded: str) -> bool:
    """Say whether a folded line of a title begins with the name of an office."""
    return _OFFICE.search(folded) is not None
