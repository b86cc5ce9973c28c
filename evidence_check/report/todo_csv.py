"""Lists of things to do as CSV, one line each: UTF-8 with a mark that Excel knows, and no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.messages.catalog import Catalog
from evidence_check.model.tracked import ToDo
from evidence_check.report.forwarding import one_sentence
from evidence_check.report.separated import separated
from evidence_check.report.todo_text import name_of

COLUMNS = (
    "list", "number", "status", "requirement", "asked", "happened", "advice", "deadline", "in_charge_named",
    "indicator", "dimension", "office",
)  # fmt: skip


def render(todo: ToDo, words: Catalog) -> bytes:
    """Return one line for each thing to do, in the order of the lists."""
    return separated(COLUMNS, _rows(todo, words), words)


def _rows(todo: ToDo, words: Catalog) -> Iterator[tuple[str, ...]]:
    fields = {field.id: field for field in todo.record.fields}
    deadline = todo.deadline.isoformat() if todo.deadline else ""
    for each in todo.lists:
        for number, item in enumerate(each.duties, 1):
            field = fields.get(item.indicator)
            yield (
                name_of(each, words),
                str(number),
                words.status(item.status),
                item.requirement,
                item.name,
                item.happened,
                one_sentence(item.advice) or words.next_step(item.status),
                deadline,
                item.in_charge,
                f"{item.indicator} {field.name if field else ''}".strip(),
                (field.dimension_name or field.dimension) if field else "",
                todo.record.office,
            )
