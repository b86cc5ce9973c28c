"""Many offices as one page: a map of readiness in colour, sign and number, and what to do something about."""

from __future__ import annotations

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import Recap
from evidence_check.report import recap_told as told
from evidence_check.report.looks import SIGNS
from evidence_check.report.pages import page


def render(recap: Recap, words: Catalog) -> bytes:
    """Return the page as UTF-8."""
    return page(
        "recap.html.j2",
        words,
        title=words.ui("recap"),
        under=[told.lead(recap, words)],
        broad=True,
        recap=recap,
        legend=[(status, SIGNS[status], words.ui(key)) for status, key in told.LEGEND.items()],
        refused=told.refused(recap, words),
        told=told,
    )
