"""How files are read: with or without OCR, how much of long scans, within which limits; the options that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from evidence_check.cli.limiting import Limits, limit_options
from evidence_check.cli.wording import Wording
from evidence_check.extract.settings import Reach, ReadSettings

_SHARE_OF_TIME = 0.8
"""Share of its time a file may spend on OCR, so that what was recognised is handed over before the time is up."""

NEEDED, ALL = "needed", "all"
REACH = {NEEDED: Reach.WHOLE, ALL: Reach.ALL}


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read, at what cost at most; `read`: of long scans what is needed, or every page."""

    ocr: bool = True
    read: str = NEEDED
    limits: Limits = field(default_factory=Limits)

    def settings(self) -> ReadSettings:
        """Return what the readers are told."""
        from evidence_check.extract.tesseract import language_at_hand

        return ReadSettings(
            language=language_at_hand(),
            ocr=self.ocr,
            reach=REACH[self.read],
            seconds=_SHARE_OF_TIME * self.limits.seconds,
            max_pages=self.limits.max_pages,
        )


def reading_options(wording: Wording) -> list[click.Parameter]:
    """Return `--read`, `--no-ocr` and the limits."""
    much = click.Choice(list(REACH))
    return [
        click.Option(["--read"], type=much, default=NEEDED, metavar="|".join(REACH), help=wording("check.read")),
        click.Option(["--no-ocr"], is_flag=True, help=wording("check.no_ocr")),
        *limit_options(wording),
    ]
