"""What changed between two checks as a page of its own."""

from __future__ import annotations

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import Changes
from evidence_check.report.changed import changes_shown
from evidence_check.report.changes_text import heading
from evidence_check.report.pages import page


def render(changes: Changes, words: Catalog) -> bytes:
    """Return the page as UTF-8."""
    title, *under = heading(changes, words)
    under.append(f"{changes.after.checklist_name} · {words.ui('year', year=changes.after.year)}")
    return page("changes_page.html.j2", words, title=title, under=under, progress=changes_shown(changes, words))
