"""One value of a checklist ↔ the text of one cell: a list has one value per line."""

from __future__ import annotations

import re

from evidence_check.checklist.marked import Entries, Items, Node, Spot, Text
from evidence_check.workbook.columns import AGREEMENTS, BARE, EMPTY, LISTS

_ESCAPED = re.compile(r"\\([nf\\])")
_SIGNS = {"n": "\n", "f": "\f", "\\": "\\"}


def cell_of(node: Node | None, changes: bool = False) -> str:
    """Return the text of a cell; a value that says nothing is told only where it `changes` another one."""
    if isinstance(node, Items):
        return "\n".join(map(_line, node.values)) or (EMPTY if changes else "")
    if isinstance(node, Text) and node.text and not node.empty:
        return node.text
    return EMPTY if changes and node is not None else ""


def node_of(key: str, text: str, spot: Spot, changes: bool = False) -> Node | None:
    """Return the value of a key from the text of its cell, None when the cell is blank."""
    if not text.strip():
        return None
    if key in LISTS or key == AGREEMENTS:
        lines = () if text.strip() == EMPTY else tuple(line.strip() for line in text.split("\n") if line.strip())
        return Items(tuple(_item(key, line, spot) for line in lines), spot)
    if text.strip() == EMPTY and (changes or key in BARE):
        return Text("", True, spot)
    return Text(text.strip() if key in BARE else text, key in BARE, spot)


def paged(text: str) -> str:
    """Return the text of a case as a cell can hold it: a new page, which no cell takes, is written as \\f."""
    return text.replace("\\", r"\\").replace("\f", r"\f")


def unpaged(text: str) -> str:
    """Return the text of a case from its cell."""
    return _unescaped(text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _SIGNS[match.group(1)], text)


def _line(node: Node) -> str:
    if isinstance(node, Entries):
        return " ".join(cell_of(node.pairs[key][1]) for key in ("requirement", "on") if key in node.pairs)
    text = node.text if isinstance(node, Text) else ""
    return text.replace("\\", r"\\").replace("\n", r"\n")


def _item(key: str, line: str, spot: Spot) -> Node:
    text = _unescaped(line)
    if key != AGREEMENTS:
        return Text(text, key in BARE, spot)
    requirement, _, on = text.rpartition(" ")
    told = {"requirement": requirement.strip(), "on": on} if requirement else {"requirement": text}
    return Entries({name: (spot, Text(value, False, spot)) for name, value in told.items()}, spot)
