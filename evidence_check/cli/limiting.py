"""How much one file may cost, and the options that say so."""

from __future__ import annotations

from dataclasses import dataclass

import click

from evidence_check.cli.commands import whole
from evidence_check.cli.wording import Wording

SECONDS, MEMORY, PAGES = 600, 3072, 600
SLOWEST, LARGEST, LONGEST = 86_400, 1 << 20, 100_000
LEAST_MEMORY = 1024
"""MB; with less, scans cannot be recognised any more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds, MB of memory of its worker, pages that are read."""

    seconds: int = SECONDS
    memory: int = MEMORY
    max_pages: int = PAGES


def limit_options(wording: Wording) -> list[click.Parameter]:
    """Return `--seconds`, `--memory` and `--max-pages`."""
    bounds = {
        "seconds": (1, SLOWEST, SECONDS),
        "memory": (LEAST_MEMORY, LARGEST, MEMORY),
        "max-pages": (1, LONGEST, PAGES),
    }
    return [
        click.Option(
            [f"--{name}"],
            type=whole(low, high),
            default=usual,
            metavar="N",
            help=wording(f"check.{name.replace('-', '_')}", usual=usual),
        )
        for name, (low, high, usual) in bounds.items()
    ]
