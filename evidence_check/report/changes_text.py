"""What changed between two checks as plain text, for the terminal and for mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import Changes
from evidence_check.report.changed import ChangeShown, ProgressShown, changes_shown, day_in_words
from evidence_check.report.visible import visible

WIDTH = 80


def render(changes: Changes, words: Catalog) -> bytes:
    """Return what changed as UTF-8 text."""
    return text_of(changes, words).encode("utf-8", errors="backslashreplace")


def text_of(changes: Changes, words: Catalog, width: int = WIDTH) -> str:
    """Return what changed as text of some columns."""
    return "\n".join([*heading(changes, words), "", *lines_of(changes_shown(changes, words), width)]) + "\n"


def heading(changes: Changes, words: Catalog) -> list[str]:
    """Return whose changes these are, and which two results were compared."""
    after = changes.after
    office = ", ".join(filter(None, (after.office or words.ui("unnamed_office"), after.region)))
    days = {"before": changes.before.checked_at, "after": after.checked_at}
    told = {key: visible(day_in_words(day, words)) for key, day in days.items()}
    return [visible(words.ui("changes_of", office=office)), words.ui("changes_between", **told)]


def lines_of(shown: ProgressShown, width: int = WIDTH) -> Iterator[str]:
    """Yield the progress line by line."""
    yield visible(shown.title)
    for line in (*shown.lines, *shown.notes):
        yield from _wrapped(line, 2, 4, width)
    for group in shown.moves:
        yield ""
        yield f"{group.title} ({len(group.changes)})"
        for change in group.changes:
            yield from _change(change, group.sign, width)


def _change(change: ChangeShown, sign: str, width: int) -> Iterator[str]:
    yield from _wrapped(f"{sign} {change.requirement}  {change.name}: {change.went}", 2, 4, width)
    for line in change.evidence:
        yield from _wrapped(line, 4, 6, width)


def _wrapped(text: str, first: int, rest: int, width: int) -> list[str]:
    wide = max(40, width)
    hung = textwrap.TextWrapper(wide, " " * first, " " * rest, break_on_hyphens=False)
    return hung.wrap(visible(text)) or [""]
