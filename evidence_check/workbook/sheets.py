"""The tree of a checklist's YAML → the rows of its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_check.checklist.marked import Entries, Items, Node, Text
from evidence_check.errors import ChecklistError
from evidence_check.workbook.cells import cell_of, paged
from evidence_check.workbook.columns import (
    ADD,
    AGREEMENTS,
    CASES,
    CATEGORIES,
    CHANGE,
    COLUMNS,
    DIMENSIONS,
    EMPTY,
    INDICATORS,
    META,
    META_KEYS,
    OFF,
    OVERLAY,
    REQUIREMENTS,
    SOURCES,
)

Row = tuple[str, ...]
Rows = dict[str, list[Row]]
LISTED = {"dimensions": DIMENSIONS, "categories": CATEGORIES, "off": OFF}
STRUCTURE = ("sources", "indicators", "add", "change", *LISTED)
REQUIREMENT_ONLY = frozenset(COLUMNS[REQUIREMENTS]) - frozenset(COLUMNS[INDICATORS]) - {"indicator"} | {"cases"}


@dataclass(frozen=True, slots=True)
class Source:
    """A checklist's YAML as a tree, with the ids of the indicators it and what it extends have."""

    tree: Entries
    indicators: frozenset[str]


def rows_of(source: Source) -> Rows:
    """Return the rows of every sheet, without their headings; raise for a key that has no column."""
    pairs = source.tree.pairs
    rows: Rows = {name: [] for name in COLUMNS}
    for key, (spot, node) in pairs.items():
        if key in META_KEYS:
            rows[META].append((key, cell_of(node)))
        elif key not in STRUCTURE:
            raise spot.error("workbook_no_column", key=key)
    rows[SOURCES] = [(key, cell_of(node)) for key, node in _pairs(pairs.get("sources"))]
    for key, name in LISTED.items():
        rows[name] = [_row(name, each, {}) for each in _items(pairs.get(key))]
    for each in _items(pairs.get("indicators")):
        _indicator(each, "", rows)
    for each in _items(pairs.get("add")):
        _indicator(each, ADD, rows)
    for each in _items(pairs.get("change")):
        _changed(each, source.indicators, rows)
    return rows


def _indicator(entry: Entries, overlay: str, rows: Rows) -> None:
    """Add an indicator and its requirements; one that only names an indicator gets no row of its own."""
    told = Entries({key: pair for key, pair in entry.pairs.items() if key != "requirements"}, entry.spot)
    name = _named(told, "id") or _named(told, "indicator")
    if not overlay or set(told.pairs) - {"id", "indicator"}:
        rows[INDICATORS].append(_row(INDICATORS, told, {OVERLAY: overlay}))
    for each in _items(entry.pairs.get("requirements")):
        _requirement(each, {OVERLAY: overlay, "indicator": name}, rows)


def _changed(entry: Entries, indicators: frozenset[str], rows: Rows) -> None:
    if _named(entry, "id") in indicators and not set(entry.pairs) & REQUIREMENT_ONLY:
        rows[INDICATORS].append(_row(INDICATORS, entry, {OVERLAY: CHANGE}))
    else:
        _requirement(entry, {OVERLAY: CHANGE}, rows)


def _requirement(entry: Entries, given: dict[str, str], rows: Rows) -> None:
    told = Entries({key: pair for key, pair in entry.pairs.items() if key != "cases"}, entry.spot)
    rows[REQUIREMENTS].append(_row(REQUIREMENTS, told, given))
    cases = entry.pairs.get("cases")
    if cases is not None:
        rows[CASES].extend(_cases(_named(entry, "id"), cases, given[OVERLAY] == CHANGE))


def _cases(requirement: str, pair: tuple[object, Node], changes: bool) -> Iterator[Row]:
    """Yield one row per text of a case; a case without texts has one row all the same."""
    listed = list(_items(pair))
    if not listed and changes:
        yield (requirement, "", EMPTY, "", "")
    for number, case in enumerate(listed, 1):
        if extra := set(case.pairs) - {"name", "status", "texts"}:
            raise case.spot.error("workbook_no_column", key=min(extra))
        texts = case.pairs.get("texts")
        found = texts[1].values if texts and isinstance(texts[1], Items) else ()
        for text in found or (None,):
            told = _named(case, "name"), _named(case, "status")
            yield (requirement, str(number), *told, paged(cell_of(text)))


def _row(sheet: str, entry: Entries, given: dict[str, str]) -> Row:
    columns = COLUMNS[sheet]
    for key, (spot, node) in entry.pairs.items():
        if key not in columns or (isinstance(node, Items) and not _flat(key, node)):
            raise spot.error("workbook_no_column", key=key)
    changes = given.get(OVERLAY) == CHANGE
    cells = {key: cell_of(node, changes) for key, (_, node) in entry.pairs.items()}
    return tuple({**given, **cells}.get(column, "") for column in columns)


def _flat(key: str, node: Items) -> bool:
    kind = Entries if key == AGREEMENTS else Text
    return all(isinstance(each, kind) for each in node.values)


def _named(entry: Entries, key: str) -> str:
    return cell_of(entry.pairs[key][1]) if key in entry.pairs else ""


def _items(pair: tuple[object, Node] | None) -> Iterator[Entries]:
    if pair and isinstance(pair[1], Items):
        for each in pair[1].values:
            if not isinstance(each, Entries):
                raise _unfit(each)
            yield each


def _pairs(pair: tuple[object, Node] | None) -> Iterator[tuple[str, Node]]:
    if pair and isinstance(pair[1], Entries):
        yield from ((key, node) for key, (_, node) in pair[1].pairs.items())


def _unfit(node: Node) -> ChecklistError:
    return node.spot.error("checklist_not_mapping", key="")
