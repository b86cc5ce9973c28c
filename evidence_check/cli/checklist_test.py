"""`evidence-check checklist test`: the cases that come with the items, and whether they come out as they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import GAPS_FOUND, READY
from evidence_check.report.visible import visible

if TYPE_CHECKING:
    from evidence_check.casebook import CaseResult

YEAR = 2026


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(names: tuple[str, ...]) -> int:
        from evidence_check import casebook, library

        checklists = [library.checklist(name) for name in names or library.checklist_ids()]
        failed = False
        for checklist in checklists:
            year = casebook.year_of_cases(checklist, YEAR)
            office = casebook.office_of_cases(year)
            results = casebook.run_cases(checklist, library.catalogue(), library.yardsticks(), office, year)
            otherwise = [each for each in results if not each.as_expected]
            count = {"cases": len(results), "otherwise": len(otherwise)}
            say("\n".join([wording("checklist_test.line", id=checklist.id, **count), *_told(otherwise, wording)]))
            failed = failed or bool(otherwise)
        return GAPS_FOUND if failed else READY

    names = click.Argument(["names"], nargs=-1, metavar=wording("checklist_test.names"))
    return Command("checklist_test", wording, callback=run, params=[names])


def _told(otherwise: list[CaseResult], wording: Wording) -> list[str]:
    from evidence_check.messages.catalog import load

    words = load(wording.language)
    lines = []
    for each in otherwise:
        wanted, found = words.word("statuses", each.case.status), words.status(each.verdict.status)
        named = {"id": each.requirement.id, "name": visible(each.case.name)}
        lines.append(wording("checklist_test.otherwise", **named, wanted=wanted, found=found))
        failed = [finding for match in each.verdict.near_misses for finding in match.failed]
        lines += [f"      {finding.code} {words.finding(finding)}" for finding in (*each.verdict.findings, *failed)]
    return lines
