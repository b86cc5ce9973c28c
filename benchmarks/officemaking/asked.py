"""What a checklist asks, as far as a maker of offices must know it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

CHECKLISTS = Path(__file__).parents[2] / "checklists"


@dataclass(frozen=True)
class Asked:
    """One requirement: the types that serve, how many, of which period, with which words."""

    id: str
    method: str
    any_of: tuple[str, ...]
    all_of: tuple[str, ...]
    count: int
    distinct: str
    period: str
    mentions: tuple[str, ...]
    covers: tuple[str, ...]
    per_product: bool
    draft: bool

    @property
    def types(self) -> tuple[str, ...]:
        """Every type that has to do with it."""
        return self.any_of + self.all_of


def asked(checklist: str) -> tuple[Asked, ...]:
    """Return the requirements of a checklist in its order."""
    read = yaml.safe_load((CHECKLISTS / f"{checklist}.yaml").read_text("utf-8"))
    return tuple(_one(each) for indicator in read["indicators"] for each in indicator["requirements"])


def _one(each: dict[str, object]) -> Asked:
    def words(key: str) -> tuple[str, ...]:
        found = each.get(key) or ()
        assert isinstance(found, (list, tuple))
        return tuple(str(word) for word in found)

    return Asked(
        str(each["id"]),
        str(each["method"]),
        words("any_of"),
        words("all_of"),
        int(str(each.get("count", 1))),
        str(each.get("distinct_by", "")),
        str(each.get("period", "any")),
        words("must_mention"),
        words("must_cover"),
        bool(each.get("per_product", False)),
        bool(each.get("draft", False)),
    )
