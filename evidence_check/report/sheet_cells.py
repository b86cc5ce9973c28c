"""Texts in the cells of a workbook: always texts, whatever they look like."""

from __future__ import annotations

import re
from typing import Any

from evidence_check.report.formulas import is_armed

LONGEST = 32_767
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def put(cell: Any, text: str) -> None:
    """Write a text as a text, whatever it looks like, also when somebody edits the cell later."""
    if not text:
        return
    cell.value = held(text)
    cell.data_type = "s"
    cell.quotePrefix = is_armed(text)


def held(text: str) -> str:
    """Return the text as a workbook holds it: an office program reads `_x202E_` as the sign of that code."""
    held = _ESCAPE.sub("_x005F_", text)
    return held if len(held) <= LONGEST else held[: LONGEST - 10] + "…"
