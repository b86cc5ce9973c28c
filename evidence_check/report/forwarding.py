"""Texts made fit to be forwarded: bold the WhatsApp way, and nothing of a stranger's that formats or leads anywhere."""

from __future__ import annotations

import re

from evidence_check.report.visible import visible

_MARKS = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ"})
_EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?i:(?<=www)\.)")
_END = re.compile(r"(?:(?<=[a-z0-9)”\"]{3})|(?<=[ \d]\d))(?<!hlm)(?<!tgl)(?<!dll)[.!?]\s+(?=[A-Z“])")
"""Where a sentence ends: after a word or a number, which *No.*, *Kab.* and *hlm.* are not."""


def harmless(text: str) -> str:
    """Return a text without signs that make it bold, struck out, code or a link in a chat; it still reads the same."""
    plain = visible(text).translate(_MARKS)
    return _ADDRESS.sub(lambda match: "：" if match.group() == ":" else "․", _EDGE.sub("＿", plain))


def bold(text: str) -> str:
    """Return a text in bold the WhatsApp way; what it holds cannot end the bold early."""
    return f"*{harmless(text).strip()}*" if text.strip() else ""


def one_sentence(text: str) -> str:
    """Return the first sentence of a text, with the full stop it ends with."""
    end = _END.search(text)
    return text[: end.start() + 1] if end else text
