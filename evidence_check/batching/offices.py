"""Which offices lie under a root, and what their reports are called."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from evidence_check.model.batch import OfficeRow
from evidence_check.package.names import safe_part, same_to_people

NO_OFFICE = frozenset({"system volume information", "lost+found"})
HIDDEN = (".", "~", "$", "@", "#")
"""What the name of a folder begins with that a system or a storage made for itself."""


def rows_of(folders: Iterable[str]) -> tuple[OfficeRow, ...]:
    """Return one office for each folder, sorted; those a system made for itself are none."""
    named = (each for each in folders if not each.startswith(HIDDEN) and each.casefold() not in NO_OFFICE)
    return tuple(OfficeRow(each) for each in sorted(named))


def stems_of(keys: Sequence[str]) -> dict[str, str]:
    """Return a file name without an ending for each office, safe everywhere and never the same for two.

    One that had to be changed, or that a computer may take for another, carries a mark of its own key; so what one
    is called does not depend on the order.
    """
    plain = {key: safe_part(key.replace("/", " - ")) for key in keys}
    known = Counter(same_to_people(stem) for stem in plain.values())
    return {key: stem if stem == key and known[same_to_people(stem)] == 1 else f"{stem} {_mark(key)}"
            for key, stem in plain.items()}  # fmt: skip


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
