"""`evidence-check verify`: says whether a package is still as it was made, and names what is not."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_check.cli.commands import Command
from evidence_check.cli.terminal import say
from evidence_check.cli.wording import Wording
from evidence_check.errors import GAPS_FOUND, READY


def command(wording: Wording) -> click.Command:
    """Return the command."""

    def run(package: str, fingerprint: str) -> int:
        from evidence_check.messages.catalog import load
        from evidence_check.package.verifying import verified
        from evidence_check.report.visible import visible

        words = load(wording.language)
        found = verified(Path(package), fingerprint)
        for finding in found.findings:
            say(f"{finding.code} {visible(words.finding(finding))}\n      {visible(words.advice(finding))}")
        count = len(found.manifest.entries)
        key = "verify.unchanged" if found.unchanged else "verify.changed"
        say(wording(key, count=count, findings=len(found.findings)))
        told = "verify.fingerprint_same" if fingerprint and found.unchanged else "verify.fingerprint"
        say(wording(told, fingerprint=found.fingerprint))
        return READY if found.unchanged else GAPS_FOUND

    told = wording("verify.fingerprint_option")
    params = [
        click.Argument(["package"], metavar=wording("verify.package")),
        click.Option(["--fingerprint"], default="", metavar="SHA-256", help=told),
    ]
    return Command("verify", wording, callback=run, params=params)
