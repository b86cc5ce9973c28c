"""A checklist → a folder per indicator, under names every file system takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from evidence_check.model.asked import Checklist

LONGEST_DIMENSION = 40
LONGEST_INDICATOR = 70
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder to make and the indicator it is for; the way is relative, one part per folder."""

    indicator: str
    way: tuple[str, ...]


def shelves_of(checklist: Checklist) -> tuple[Shelf, ...]:
    """Return a folder per indicator under a folder per dimension, no two of the same name."""
    taken: set[tuple[str, ...]] = set()
    above = {each.id: _unique((), f"{each.id} {each.name}", LONGEST_DIMENSION, taken) for each in checklist.dimensions}
    shelves = []
    for each in checklist.indicators:
        inside = above.get(each.dimension, ())
        shelves.append(Shelf(each.id, _unique(inside, f"{each.id} {each.name}", LONGEST_INDICATOR, taken)))
    return tuple(shelves)


def safe_name(name: str, longest: int) -> str:
    """Return a name every file system takes: no reserved signs or words, no dot or space at its ends."""
    text = unicodedata.normalize("NFC", name)
    text = "".join(" " if unicodedata.category(char).startswith(("C", "Z")) else char for char in text)
    text = " ".join(_FORBIDDEN.sub("-", text).split()).strip(" .~$-")
    if len(text) > longest:
        text = text[: longest + 1].rpartition(" ")[0][:longest] or text[:longest]
    text = text.rstrip(" .,;(-") or "_"
    return f"_{text}"[:longest] if _RESERVED.match(text) else text


def _unique(above: tuple[str, ...], name: str, longest: int, taken: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a way nobody has yet; capital letters do not tell folders apart on Windows."""
    number, part = 1, safe_name(name, longest)
    while tuple(each.casefold() for each in (*above, part)) in taken:
        number += 1
        part = f"{safe_name(name, longest - 5)} ({number})"
    taken.add(tuple(each.casefold() for each in (*above, part)))
    return (*above, part)
