"""Whether the papers of an office meet a requirement, by what is known about each paper."""

from __future__ import annotations

from collections.abc import Sequence

from .asked import Asked
from .item import Item, fold, text_of

YEARLY = ("renja", "rkpd")


def judged(asked: Asked, items: Sequence[Item], products: Sequence[str], year: int) -> tuple[bool | None, str]:
    """Return whether it is met, and why; nothing for what is not judged from papers."""
    if asked.method != "document":
        return None, "not judged from papers"
    near = [item for item in items if item.made.type in asked.types]
    if not near:
        return False, "no paper of a type that serves"
    good = [item for item in near if not _fault(asked, item, year)]
    if not good:
        return False, "; ".join(sorted({_fault(asked, item, year) for item in near}))
    return _enough(asked, good, products)


def _enough(asked: Asked, good: list[Item], products: Sequence[str]) -> tuple[bool, str]:
    lacking = [type_ for type_ in asked.all_of if all(item.made.type != type_ for item in good)]
    if lacking:
        return False, f"lacking {', '.join(lacking)}"
    serving = [item for item in good if item.made.type in asked.any_of] if asked.any_of else good
    many = len({_key(asked, item, at) for at, item in enumerate(serving)})
    if asked.any_of and many < asked.count:
        return False, f"{many} of {asked.count}"
    said = " ".join(text_of(item.made) for item in serving)
    missed = [name for name in products if fold(name) not in said] if asked.per_product else []
    return (False, f"nothing about {', '.join(missed)}") if missed else (True, "sound")


def _key(asked: Asked, item: Item, at: int) -> str:
    if asked.distinct == "person":
        return item.person
    return item.made.truth.period if asked.distinct in ("month", "quarter") else str(at)


def _fault(asked: Asked, item: Item, year: int) -> str:
    """Return what keeps a paper from counting, empty when nothing does."""
    if item.defect == "draft" and asked.draft:
        return ""
    if item.defect not in ("", "wrong_year", "missing_component", "same_person", "wrong_subject"):
        return item.defect
    if not in_time(asked.period, item, year):
        return "wrong_year"
    text = text_of(item.made)
    if not mentions(asked, text):
        return "does not mention what is asked"
    if asked.covers and (item.defect == "missing_component" or not all(_covered(each, text) for each in asked.covers)):
        return "missing_component"
    return ""


def mentions(asked: Asked, text: str) -> bool:
    """Return whether every entry of the words asked for occurs, in one of its alternatives, as whole words."""
    padded = f" {text} "
    return all(any(f" {fold(word)} " in padded for word in entry.split("|")) for entry in asked.mentions)


def _covered(pattern: str, text: str) -> bool:
    """Return whether a part of the paper is a heading of this pattern: groups of alternatives in their order."""
    groups = [set(fold(each.replace("|", " ")).split()) for each in pattern.split()]
    for part in text.split(" | "):
        words, at = part.split(), 0
        for word in words[:12]:
            if at < len(groups) and word in groups[at]:
                at += 1
        if at == len(groups):
            return True
    return False


def in_time(period: str, item: Item, year: int) -> bool:
    """Return whether a paper is of the period asked for."""
    signed, kind = int(item.date[:4]), item.made.type
    if period == "in_force":
        if kind in YEARLY:
            return item.year == year
        return item.year <= year <= item.year + 4 if kind == "renstra" else year - 4 <= item.year <= year
    speaks = signed if kind == "renstra" else item.year
    wanted = {"year": (year,), "previous_year": (year - 1,), "year_or_previous": (year, year - 1)}
    return speaks in wanted.get(period, (speaks,))
