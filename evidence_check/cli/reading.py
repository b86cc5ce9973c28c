"""How files are read: with or without OCR, and how much of long scans; the options that say so."""

from __future__ import annotations

from dataclasses import dataclass

import click

from evidence_check.cli.wording import Wording
from evidence_check.extract.settings import Reach, ReadSettings

SECONDS_PER_FILE = 600.0
_SHARE_OF_TIME = 0.8
"""Share of its time a file may spend on OCR, so that what was recognised is handed over before the time is up."""

NEEDED, ALL = "needed", "all"
REACH = {NEEDED: Reach.WHOLE, ALL: Reach.ALL}


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read; `read`: of long scans what is needed, or every page."""

    ocr: bool = True
    read: str = NEEDED

    def settings(self) -> ReadSettings:
        """Return what the readers are told."""
        return ReadSettings(ocr=self.ocr, reach=REACH[self.read], seconds=_SHARE_OF_TIME * SECONDS_PER_FILE)


def reading_options(wording: Wording) -> list[click.Parameter]:
    """Return `--read` and `--no-ocr`."""
    much = click.Choice(list(REACH))
    return [
        click.Option(["--read"], type=much, default=NEEDED, metavar="|".join(REACH), help=wording("check.read")),
        click.Option(["--no-ocr"], is_flag=True, help=wording("check.no_ocr")),
    ]
