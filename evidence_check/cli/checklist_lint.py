"""`evidence-check checklist lint`: one line per file, sound or what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ChecklistError
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(names: tuple[str, ...]) -> int:
        failed = False
        for text, error in _linted(names, wording):
            failed = failed or error
            say(text)
        return ChecklistError.exit_code if failed else READY

    names = click.Argument(["names"], nargs=-1, metavar=wording("checklist_lint.names"))
    return Command("checklist_lint", wording, callback=run, params=[names])


def _linted(names: tuple[str, ...], wording: Wording) -> Iterator[tuple[str, bool]]:
    """Yield a line per file and whether it tells of an error; without a catalogue nothing else can be read."""
    from evidence_check import library

    try:
        count = len(library.catalogue())
    except ChecklistError as error:
        yield failure(error, wording), True
        return
    if not names:
        yield wording("checklist_lint.catalogue", count=count), False
    for name in names or library.checklist_ids():
        try:
            yield wording("checklist_lint.ok", name=visible(name), told=_read(name, wording)), False
        except ChecklistError as error:
            yield failure(error, wording), True


def _read(name: str, wording: Wording) -> str:
    """Read one file as what its name and folder say it is, and return what it holds."""
    from evidence_check import library
    from evidence_check.checklist.agreeing import check_office

    path = Path(name)
    if path.name == library.OFFICE_FILE and name not in library.checklist_ids():
        office = library.office(path.parent)
        if not path.is_file():
            raise ChecklistError("checklist_not_found", file=visible(name))
        if office.checklist:
            check_office(library.checklist(office.checklist, path.parent), office, path.name)
        return wording("checklist_lint.office", name=visible(office.name))
    if path.name == library.REVIEWS_FILE:
        return wording("checklist_lint.reviews", count=_reviews(path))
    if path.parent.name == "documents":
        from evidence_check.checklist.reading import read_document_type

        file, text = library.source(name)
        return wording("checklist_lint.type", name=read_document_type(text, file).name)
    return wording("checklist_lint.checklist", count=len(library.checklist(name).requirements))


def _reviews(path: Path) -> int:
    """Return how many decisions a file holds, checked against the checklist of the office it lies beside."""
    from evidence_check import library
    from evidence_check.checklist.agreeing import check_reviews
    from evidence_check.checklist.reviewing import read_reviews

    file, text = library.source(str(path))
    reviews = read_reviews(text, file)
    office = library.office(path.parent)
    if office.checklist:
        check_reviews(library.checklist(office.checklist, path.parent), office, reviews)
    return len(reviews)


def failure(error: ChecklistError, wording: Wording) -> str:
    """Return the sentence of an error and its advice on one line."""
    from evidence_check.messages.catalog import load

    shown = ChecklistError(error.code, **{name: visible(value) for name, value in error.params})
    message, advice = load(wording.language).error(shown)
    return f"{wording('error.label')} {message} {advice}".rstrip()
