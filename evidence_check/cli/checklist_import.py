"""`evidence-check checklist import`: an edited workbook back to YAML, or the cell that is wrong."""

from __future__ import annotations

import stat
from pathlib import Path

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.putting import file_options, place_for, put_file
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, ChecklistError
from evidence_check.report.visible import visible

SUFFIXES = (".yaml", ".yml")
LIMIT = 5_000_000


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(workbook: str, output: str, force: bool) -> int:
        place = place_for(output, SUFFIXES, force)
        text, count = yaml_of(Path(workbook), place)
        put_file(text.encode(), place)
        say(wording("checklist_import.done", path=visible(str(place)), count=count))
        return READY

    asked = click.Argument(["workbook"], metavar=wording("checklist_import.workbook"))
    return Command("checklist_import", wording, callback=run, params=[asked, *file_options(wording)])


def yaml_of(workbook: Path, place: Path) -> tuple[str, int]:
    """Return the YAML text of a workbook and how many requirements it has; raise what the reader finds wrong."""
    from evidence_check import library
    from evidence_check.workbook.reading import imported

    found = imported(_bytes(workbook), visible(workbook.name))
    try:
        checklist = library.checklist_of(found.text, place.name, place.parent)
    except ChecklistError as error:
        raise found.error(error) from error
    return found.text, len(checklist.requirements)


def _bytes(path: Path) -> bytes:
    shown = visible(str(path))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ChecklistError("checklist_not_a_file", file=shown)
        if about.st_size > LIMIT:
            size, limit = f"{about.st_size / 1e6:.1f}", f"{LIMIT / 1e6:.0f}"
            raise ChecklistError("checklist_too_large", file=shown, line=1, column=1, size=size, limit=limit)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ChecklistError("checklist_not_found", file=shown) from None
    except (OSError, ValueError) as error:
        raise ChecklistError("checklist_unreadable", file=shown, detail=type(error).__name__) from None
