"""`evidence-check checklist export`: a checklist as an Excel workbook, to be edited and imported again."""

from __future__ import annotations

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.putting import file_options, place_for, put_file
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY
from evidence_check.report.visible import visible

SUFFIXES = (".xlsx",)


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(checklist: str, output: str, force: bool) -> int:
        place = place_for(output, SUFFIXES, force)
        put_file(workbook(checklist, wording), place)
        say(wording("checklist_export.done", path=visible(str(place))))
        return READY

    asked = click.Argument(["checklist"], metavar="ID")
    return Command("checklist_export", wording, callback=run, params=[asked, *file_options(wording)])


def workbook(name: str, wording: Wording) -> bytes:
    """Return the workbook of a checklist that reads without an error."""
    from evidence_check import library
    from evidence_check.messages.catalog import load
    from evidence_check.workbook.writing import workbook_of

    checklist = library.checklist(name)
    words = load(wording.language)
    guide = [words.word("workbook", "title").format(id=checklist.id), *words.word("workbook", "lines").splitlines()]
    file, text = library.source(name)
    return workbook_of(text, file, frozenset(each.id for each in checklist.indicators), guide)
