"""Ids that may occur only once, with where each was first seen."""

from __future__ import annotations

from evidence_check.checklist.marked import QUOTED, Spot


class Unique:
    """The ids of one list so far."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._lines: dict[str, int] = {}

    def add(self, name: str, spot: Spot) -> str:
        """Return the id, or refuse it because it was there before."""
        if name in self._lines:
            raise spot.error("checklist_duplicate_id", key=self._key, id=name[:QUOTED], first_line=self._lines[name])
        self._lines[name] = spot.line
        return name
