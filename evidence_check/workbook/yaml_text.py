"""The tree of a checklist → YAML text, and from a place in that text back to the cell it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from evidence_check.checklist.marked import Entries, Items, Node, Spot, marked
from evidence_check.errors import ChecklistError

WIDTH = 110
KEYS = ("on", "off")  # words of older YAML for yes and no; the reader takes them as they stand
_BARE = re.compile(r"-?[0-9]+(\.[0-9]+)?|true|false", re.ASCII)


class _Bare(str):
    """A text that is written without quotes: a number, yes or no."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too, as the checklists of the program do."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out; the reader takes no references."""
        return True


def _bare(dumper: yaml.SafeDumper, text: _Bare) -> yaml.Node:
    # The tag the text would have without quotes, so that it is written without them.
    tag: str = dumper.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
    return yaml.ScalarNode(tag, str(text))


_Dumper.add_representer(_Bare, _bare)


def yaml_of(tree: Node) -> str:
    """Return a tree as YAML text, keys in the order of the tree."""
    text: str = yaml.dump(_plain(tree), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return text


def with_cell(error: ChecklistError, text: str, tree: Node, name: str) -> ChecklistError:
    """Return an error about the YAML text as one about the cell of the workbook `name` it came from."""
    told = dict(error.params)
    if not told.get("line", "").isdecimal():
        return ChecklistError(error.code, **{**told, "file": name} if "file" in told else told)
    places = (((here.line, here.column), cell) for here, cell in _places(marked(text, name), tree))
    cells = sorted(places, key=lambda each: each[0])
    cell = _nearest(cells, int(told["line"]), int(told.get("column", "1")))
    told |= {"file": f"{name} › {cell.file}", "line": str(cell.line), "column": letter(cell.column)}
    if told.get("first_line", "").isdecimal():
        told["first_line"] = str(_nearest(cells, int(told["first_line"]), 1000).line)
    return ChecklistError(error.code, **told)


def letter(column: int) -> str:
    """Return the letters of a column, from 1."""
    from openpyxl.utils import get_column_letter

    letters: str = get_column_letter(max(1, column))
    return letters


def _nearest(cells: list[tuple[tuple[int, int], Spot]], line: int, column: int) -> Spot:
    return next((cell for place, cell in reversed(cells) if place <= (line, column)), cells[0][1])


def _plain(node: Node) -> Any:
    if isinstance(node, Entries):
        return {_Bare(key) if key in KEYS else key: _plain(value) for key, (_, value) in node.pairs.items()}
    if isinstance(node, Items):
        return [_plain(value) for value in node.values]
    if node.empty:
        return None
    return _Bare(node.text) if node.plain and _BARE.fullmatch(node.text) else node.text


def _places(here: Node, there: Node) -> Iterator[tuple[Spot, Spot]]:
    """Yield the place of every value and key in the text with its place in the tree it was made from."""
    yield here.spot, there.spot
    if isinstance(here, Entries) and isinstance(there, Entries):
        for key, (spot, value) in here.pairs.items():
            yield spot, there.pairs[key][0]
            yield from _places(value, there.pairs[key][1])
    if isinstance(here, Items) and isinstance(there, Items):
        for first, second in zip(here.values, there.values, strict=True):
            yield from _places(first, second)
