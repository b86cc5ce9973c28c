"""Numbers as Indonesian papers write them: a comma before decimals, full stops between thousands."""

from __future__ import annotations

import re
from decimal import Decimal

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?")
_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,9})?")
_NOTHING = ("-", "–", "—")
_LONGEST = 24


def number_of(cell: str) -> Decimal | None:
    """Return the number a cell says, a lone dash as 0; None when it says no number or more than that.

    `1.234` is a thousand or so only where groups of three follow; `(2)` is two less than nothing, as bookkeepers write.
    """
    text = cell.strip().replace(" ", "").replace("\u2212", "-")
    if not text or len(text) > _LONGEST:
        return None
    if text in _NOTHING:
        return Decimal(0)
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        text, sign = text[1:-1], -1
    if _THOUSANDS.fullmatch(text):
        return sign * Decimal(text.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text):
        return sign * Decimal(text.replace(",", "."))
    return None


def whole_of(cell: str) -> int | None:
    """Return the whole number a cell says, None when it says none."""
    number = number_of(cell)
    return int(number) if number is not None and number == number.to_integral_value() else None


def plain(number: Decimal) -> str:
    """Return a number as it is stored: a full stop before decimals, no zeros at their end."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
