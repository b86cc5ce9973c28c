"""The results as a report to be signed: plain Word, in the office's own template when it gives one."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from evidence_check.model.outcome import Readiness
from evidence_check.report import docx_parts as parts
from evidence_check.report.context import Context
from evidence_check.report.docx_page import Page, plain_document
from evidence_check.report.docx_template import Template, opened
from evidence_check.report.html import when
from evidence_check.report.results import results_of
from evidence_check.report.steady import moment, steady
from evidence_check.report.terminal import readiness_line
from evidence_check.report.visible import visible

BLOCKS: dict[str, Callable[[Page], None]] = {
    "letterhead": parts.letterhead,
    "title": parts.title,
    "summary": parts.summary,
    "changes": parts.changes,
    "gaps": parts.gaps,
    "reviews": parts.reviews,
    "recommendations": parts.recommendations,
    "unread": parts.unread,
    "personal": parts.personal,
    "closing": parts.closing,
    "signature": parts.signature,
}
VALUES = ("office", "region", "year", "checklist", "date", "readiness")


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the report; a part without a place in the template comes before the next that has one, else at the end."""
    template = checked_template(context.template) if context.template else None
    page = Page(
        document=template.document if template else plain_document(context.catalog),
        results=results_of(readiness, context),
        words=context.catalog.showing(context.identities),
        when=when(context.checked_at, context.catalog),
    )
    if template:
        _fill(template, page)
    else:
        for block in BLOCKS.values():
            block(page)
    saved = moment(context.checked_at)
    told = page.document.core_properties
    told.created = told.modified = saved
    told.title = visible(f"{page.words.ui('report')} {page.office}")
    if template is None:
        told.author = told.last_modified_by = page.results.program
        told.comments, told.revision = "", 1
    stream = io.BytesIO()
    page.document.save(stream)
    return steady(stream.getvalue(), saved)


def checked_template(data: bytes) -> Template:
    """Return an office's template, or raise what makes it unfit, before anything else is read."""
    return opened(data, tuple(BLOCKS), VALUES)


def _fill(template: Template, page: Page) -> None:
    """Put the values and the parts where the template names them; it has a letterhead of its own."""
    results = page.results
    values = {
        "office": results.office or page.words.ui("unnamed_office"),
        "region": results.region,
        "year": str(results.year),
        "checklist": results.checklist_name,
        "date": page.when,
        "readiness": readiness_line(results, page.words),
    }
    template.put_values({name: visible(value) for name, value in values.items()})
    waiting: list[Callable[[], None]] = []
    for name, block in BLOCKS.items():
        if name in template.places:
            for each in waiting:
                template.put_before(name, each)
            template.put_block(name, partial(block, page))
            waiting = []
        elif name != "letterhead":
            waiting.append(partial(block, page))
    for each in waiting:
        each()
