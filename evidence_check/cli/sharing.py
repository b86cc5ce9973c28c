"""A folder that was named on the command line: a path of this machine, a ZIP in its place, or an address elsewhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.errors import UsageError
from evidence_check.shares.address import address_of, is_remote, is_zip

if TYPE_CHECKING:
    from evidence_check.shares.tree import Tree

SECONDS = "EVIDENCE_CHECK_SHARE_SECONDS"
_LONGEST = 3600


def share_at(text: str) -> Tree | None:
    """Return the share of an address or of a ZIP, None for a folder of this machine; raise when it does not answer."""
    if not (is_remote(text) or is_zip(text)):
        return None
    from evidence_check.shares.opening import open_share
    from evidence_check.shares.tree import SECONDS as USUAL

    address_of(text)  # what is wrong with the address is told before what is wrong with the surroundings
    return open_share(text, _patience(USUAL))


def root_of(text: str) -> Path:
    """Return the path of a folder of this machine; an address elsewhere has none."""
    if text.lower().startswith("file://"):
        return Path(text[len("file://") :])
    return Path(os.devnull) if is_remote(text) else Path(text)


def _patience(usual: float) -> float:
    told = os.environ.get(SECONDS, "")
    if not told:
        return usual
    if not (told.isdecimal() and 1 <= int(told) <= _LONGEST):
        raise UsageError("share_seconds", name=SECONDS, most=_LONGEST)
    return float(told)
