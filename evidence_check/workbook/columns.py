"""The sheets of a checklist's workbook and their columns; a column is headed by the YAML key it holds."""

from __future__ import annotations

from typing import Final

from evidence_check.checklist.requirements import DISTINCT, PERIODS, STATUSES
from evidence_check.model.asked import Basis, Method

GUIDE: Final = "Petunjuk"
META: Final = "Checklist"
SOURCES: Final = "Sumber"
DIMENSIONS: Final = "Dimensi"
INDICATORS: Final = "Indikator"
REQUIREMENTS: Final = "Persyaratan"
CATEGORIES: Final = "Kategori"
CASES: Final = "Kasus"
OFF: Final = "Dimatikan"

OVERLAY = "overlay"
ADD, CHANGE = "add", "change"
KEY, VALUE = "key", "value"

META_KEYS = ("format", "id", "name", "extends", "years", "note")
COLUMNS = {
    META: (KEY, VALUE),
    SOURCES: ("id", "name"),
    DIMENSIONS: ("id", "name", "weight"),
    INDICATORS: (OVERLAY, "id", "dimension", "variable", "code", "name", "weight", "ladder"),
    REQUIREMENTS: (
        OVERLAY, "indicator", "id", "name", "method", "any_of", "all_of", "count", "distinct_by", "period",
        "must_mention", "must_cover", "per_product", "agrees_with", "applies_to", "photo", "optional", "draft",
        "prepare", "basis", "sources", "note", "contacts",
    ),
    CATEGORIES: ("letter", "name", "lowest", "highest", "zone", "basis"),
    CASES: ("requirement", "case", "name", "status", "text"),
    OFF: ("requirement", "reason", "by"),
}  # fmt: skip

LISTS = frozenset(
    {"years", "ladder", "any_of", "all_of", "must_mention", "must_cover", "applies_to", "photo", "sources"}
)
AGREEMENTS = "agrees_with"
BARE = frozenset(
    {"format", "years", "weight", "count", "contacts", "per_product", "optional", "draft", "lowest", "highest"}
)
EMPTY = "null"

CHOICES = {
    OVERLAY: (ADD, CHANGE),
    "method": tuple(Method),
    "basis": tuple(Basis),
    "period": PERIODS,
    "distinct_by": tuple(filter(None, DISTINCT)),
    "per_product": ("true", "false"),
    "optional": ("true", "false"),
    "draft": ("true", "false"),
    "status": STATUSES,
}
WIDTHS = {
    "name": 48, "value": 80, "note": 60, "prepare": 60, "text": 80, "ladder": 50, "any_of": 28, "must_mention": 36,
    "must_cover": 36, "agrees_with": 28, "photo": 28, "reason": 50, "sources": 12, "id": 14, "key": 12,
}  # fmt: skip
WIDTH = 15
