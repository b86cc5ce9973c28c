"""`evidence-check checklist list`: every checklist, how much it asks, and on whose word."""

from __future__ import annotations

from collections import Counter

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY
from evidence_check.model.asked import Basis, Checklist


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run() -> int:
        from evidence_check import library

        say("\n".join(_line(library.checklist(name), wording) for name in library.checklist_ids()))
        return READY

    return Command("checklist_list", wording, callback=run)


def _line(checklist: Checklist, wording: Wording) -> str:
    years = ", ".join(map(str, checklist.years)) or wording("checklist_list.any_year")
    values = {"name": checklist.name, "years": years, "requirements": len(checklist.requirements)}
    text = wording("checklist_list.line", id=checklist.id, indicators=len(checklist.indicators), **values)
    return f"{text}\n  {basis_counts(checklist, wording)}"


def basis_counts(checklist: Checklist, wording: Wording) -> str:
    """Return how many requirements rest on each basis, in the words people see."""
    from evidence_check.messages.catalog import load

    words = load(wording.language)
    counted = Counter(each.basis for each in checklist.requirements)
    return " · ".join(f"{words.basis(basis)} {counted[basis]}" for basis in Basis if counted[basis])
