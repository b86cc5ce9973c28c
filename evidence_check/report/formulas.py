"""What a spreadsheet might take for a formula, and how it is kept from doing so."""

from __future__ import annotations

STARTS = tuple("=+-@＝＋－＠\t\r\n")
_MARK = "'"


def is_armed(text: str) -> bool:
    """Say whether a spreadsheet might calculate a text typed into a cell; blanks in front do not stop it."""
    return text.startswith(STARTS) or text.lstrip().startswith(STARTS)


def disarmed(text: str) -> str:
    """Return the text for a medium that knows no types: an apostrophe makes it a text in every spreadsheet."""
    return _MARK + text if is_armed(text) else text
