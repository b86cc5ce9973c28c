"""Lists of things to do as plain text, a message each: short lines, and bold the WhatsApp way."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.records import Item
from evidence_check.model.tracked import DutyList, ToDo
from evidence_check.report.changed import day_in_words
from evidence_check.report.forwarding import bold, harmless, one_sentence
from evidence_check.report.looks import SIGNS

PARTING = "\n\n" + "—" * 12 + "\n\n"


def render(todo: ToDo, words: Catalog) -> bytes:
    """Return all lists as UTF-8, parted by a line: each part is a message of its own."""
    return (text_of(todo, words) + "\n").encode("utf-8", errors="backslashreplace")


def text_of(todo: ToDo, words: Catalog) -> str:
    """Return all lists as one text."""
    if not todo.lists:
        return "\n".join([*_about(todo, words), words.ui("todo_none")])
    return PARTING.join("\n".join(_message(each, todo, words)) for each in todo.lists)


def name_of(each: DutyList, words: Catalog) -> str:
    """Return what a list is called: the person, or the field of work with its id."""
    if not each.key:
        return words.ui("todo_nobody")
    return each.name if each.key == each.name or not each.name else f"{each.key} {each.name}"


def times(todo: ToDo, words: Catalog) -> Iterator[str]:
    """Yield until when things have to be done and when the visit is, as far as it is known."""
    if todo.deadline:
        yield words.ui("todo_deadline", date=words.date(todo.deadline.isoformat()))
    if todo.record.visit and todo.left is not None:
        key = "todo_visit" if todo.left > 0 else "todo_visit_today" if todo.left == 0 else "todo_visit_past"
        yield words.ui(key, date=words.date(todo.record.visit), left=todo.left)
    yield words.ui("todo_checked", date=day_in_words(todo.record.checked_at, words))


def office_of(todo: ToDo, words: Catalog) -> str:
    """Return whose list it is."""
    record = todo.record
    return ", ".join(filter(None, (record.office or words.ui("unnamed_office"), record.region)))


def _about(todo: ToDo, words: Catalog) -> Iterator[str]:
    yield harmless(office_of(todo, words))
    yield harmless(todo.record.checklist_name)


def _message(each: DutyList, todo: ToDo, words: Catalog) -> Iterator[str]:
    yield bold(words.ui("todo_of", name=name_of(each, words)))
    yield from _about(todo, words)
    yield harmless(words.ui("todo_count", count=len(each.duties)))
    yield from (harmless(line) for line in times(todo, words))
    for number, item in enumerate(each.duties, 1):
        yield ""
        yield from _duty(number, item, words)


def _duty(number: int, item: Item, words: Catalog) -> Iterator[str]:
    status = f"{SIGNS[item.status]} {words.status(item.status)}"
    yield f"{number}. {bold(status)}: {harmless(item.name)} ({harmless(item.requirement)})"
    if item.happened and item.happened != item.advice:
        yield harmless(one_sentence(item.happened))
    yield f"→ {harmless(one_sentence(item.advice) or words.next_step(item.status))}"
