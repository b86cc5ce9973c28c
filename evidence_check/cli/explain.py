"""`evidence-check explain`: what a finding's code means and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import READY, UsageError
from evidence_check.messages.catalog import Catalog, load
from evidence_check.report.visible import visible


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(codes: tuple[str, ...]) -> int:
        catalog = load(wording.language)
        known = catalog.codes()
        wanted = [code.strip().upper() for code in codes]
        for code in wanted:
            if code not in known:
                raise UsageError("unknown_code_near", asked=visible(code), near=_near(code, known))
        say("\n\n".join(_explained(code, catalog, wording) for code in wanted) if wanted else _listed(known, catalog))
        return READY

    return Command(
        "explain",
        wording,
        callback=run,
        params=[click.Argument(["codes"], nargs=-1, metavar=wording("explain.codes"))],
    )


def _explained(code: str, catalog: Catalog, wording: Wording) -> str:
    plain = {"code": code, "title": catalog.title(code), "meaning": catalog.meaning(code)}
    return wording("explain.text", **plain, level=wording(f"explain.{code[:3]}"), advice=general_advice(code, catalog))


def general_advice(code: str, catalog: Catalog) -> str:
    """Return the advice of a code with its parameters shown by their names."""
    from evidence_check.model.files import Finding, Level

    return catalog.advice(Finding(code, Level.NOTE))


def _listed(codes: Iterable[str], catalog: Catalog) -> str:
    return "\n".join(f"{code}  {catalog.title(code)}" for code in codes)


def _near(code: str, known: tuple[str, ...]) -> str:
    digits = "".join(filter(str.isdigit, code))
    near = difflib.get_close_matches(f"EC{digits}" if digits else code, known, 3, 0.6)
    return ", ".join(near or known[:3])
