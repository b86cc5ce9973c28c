"""The option that says where the store of results is, and the store opened for whoever only asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from evidence_check.cli.wording import Wording

if TYPE_CHECKING:
    from evidence_check.ledger.ledger import Ledger


def ledger_option(wording: Wording) -> click.Option:
    """Return `--ledger`."""
    return click.Option(["--ledger"], default="", metavar="URL", help=wording("batch.ledger"))


@contextmanager
def ledger_at(url: str) -> Iterator[Ledger]:
    """Give the store of an address, made when there is none yet, and let go of it at the end."""
    from evidence_check.ledger.ledger import Ledger

    with closing(Ledger.open(url, clock=lambda: datetime.now().astimezone())) as ledger:
        yield ledger
