"""`evidence-check init`: an office's folder with a place for every indicator and a page that says what goes there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence_check.cli.commands import Command, whole
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.model.asked import Checklist, Office
    from evidence_check.skeleton.making import Made


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(folder: str, checklist: str, year: int | None, office: str) -> int:
        made = skeleton(Path(folder), checklist, year, office, wording)
        say("\n".join(_told(made, folder, wording)))
        return READY

    words = wording
    return Command(
        "init",
        wording,
        callback=run,
        params=[
            click.Argument(["folder"], metavar=words("check.folder")),
            click.Option(["--checklist"], default="", metavar="ID", help=words("init.checklist")),
            click.Option(["--year"], type=whole(1990, 2200), metavar=words("metavar.year"), help=words("init.year")),
            click.Option(["--office"], default="", metavar=words("metavar.office"), help=words("init.office")),
        ],
    )


def skeleton(root: Path, checklist: str, year: int | None, name: str, wording: Wording) -> Made:
    """Make the folders and pages of a checklist; what the folder's own file says goes before nothing said."""
    from evidence_check import library
    from evidence_check.checklist.agreeing import check_year
    from evidence_check.folder import GUIDE_FILE, GUIDE_MARK
    from evidence_check.messages.catalog import load
    from evidence_check.skeleton.guide import Guide
    from evidence_check.skeleton.making import make
    from evidence_check.skeleton.office_file import office_file
    from evidence_check.skeleton.shelves import shelves_of

    own = library.office(root)
    asked = checklist or own.checklist
    if not asked:
        raise UsageError("no_checklist", known=", ".join(library.checklist_ids()))
    wanted = library.checklist(asked) if checklist else library.checklist(asked, root)
    when = year_of(year, own, wanted)
    if when:
        check_year(wanted, when)
    words = load(wording.language)
    guide = Guide(wanted, library.catalogue(), words, when, GUIDE_MARK)
    indicators = {each.id: each for each in wanted.indicators}
    named = asked if asked in library.checklist_ids() else str(Path(asked).resolve())
    begun = office_file(name, named, when, words)
    files: list[tuple[tuple[str, ...], bytes]] = [((library.OFFICE_FILE,), begun)]
    files += [((*each.way, GUIDE_FILE), guide.page(indicators[each.indicator])) for each in shelves_of(wanted)]
    return make(root, files)


def year_of(asked: int | None, office: Office, checklist: Checklist) -> int | None:
    """Return the year of the pages: the one asked for, the office's own, else the last the checklist was made for."""
    return asked or office.year or (max(checklist.years) if checklist.years else None)


def _told(made: Made, folder: str, wording: Wording) -> list[str]:
    lines = [wording("init.made", folders=len(made.folders), files=len(made.files), path=visible(folder))]
    if made.left:
        lines += [wording("init.left"), *(f"  {visible(each)}" for each in made.left)]
    return [*lines, wording("init.next", path=visible(folder))]
