"""Compares a report with the one kept in `tests/golden`, what changes from run to run taken out."""

from __future__ import annotations

import os
import re
from pathlib import Path

import evidence_check

FOLDER = Path(__file__).parent / "golden"
UPDATE = "UPDATE_GOLDEN"


def scrubbed(text: str) -> str:
    """Return the text without the version and without style and script, which have tests of their own."""
    text = text.replace(evidence_check.__version__, "VERSION")
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.S)
    text = re.sub(r"<script>.*?</script>", "<script></script>", text, flags=re.S)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", text)


def check(name: str, data: bytes) -> None:
    """Fail when the report is not the kept one; with UPDATE_GOLDEN set in the environment, keep this one."""
    text, kept = scrubbed(data.decode("utf-8")), FOLDER / name
    if os.environ.get(UPDATE):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8")
