"""Lists of things to do as a page to print: a sheet for each list, with a box to tick."""

from __future__ import annotations

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import ToDo
from evidence_check.report.forwarding import one_sentence
from evidence_check.report.pages import page
from evidence_check.report.todo_text import name_of, office_of, times


def render(todo: ToDo, words: Catalog) -> bytes:
    """Return the page as UTF-8."""
    return page(
        "todo.html.j2",
        words,
        title=words.ui("todo_of", name=office_of(todo, words)),
        under=[todo.record.checklist_name, *times(todo, words)],
        todo=todo,
        name_of=lambda each: name_of(each, words),
        step=lambda item: one_sentence(item.advice) or words.next_step(item.status),
    )
