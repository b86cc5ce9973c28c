"""The rows of the sheets → the tree of a checklist's YAML, every value with the cell it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_check.checklist.marked import Entries, Items, Node, Spot, Text
from evidence_check.workbook.cells import node_of, unpaged
from evidence_check.workbook.columns import (
    ADD,
    CASES,
    CATEGORIES,
    CHANGE,
    DIMENSIONS,
    EMPTY,
    INDICATORS,
    KEY,
    META,
    META_KEYS,
    OFF,
    OVERLAY,
    REQUIREMENTS,
    SOURCES,
    VALUE,
)

Pairs = dict[str, tuple[Spot, Node]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row that says something: the text and the place of each column, and of the row."""

    cells: dict[str, str]
    spots: dict[str, Spot]
    spot: Spot

    def entry(self, *left_out: str) -> Entries:
        """Return the row as a mapping, blank cells and some columns left out."""
        pairs: Pairs = {}
        for column, text in self.cells.items():
            node = node_of(column, text, self.spots[column], self.cells.get(OVERLAY) == CHANGE)
            if node is not None and column not in left_out:
                pairs[column] = (self.spots[column], node)
        return Entries(pairs, self.spot)

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()


Lines = dict[str, list[Line]]


def tree_of(lines: Lines, top: Spot) -> Entries:
    """Return the tree of a workbook's rows; raise for a row that belongs to nothing."""
    _must_belong(lines)
    pairs = _meta(lines[META])
    if lines[SOURCES]:
        pairs["sources"] = _sources(lines[SOURCES], top)
    for key, name in (("dimensions", DIMENSIONS), ("categories", CATEGORIES)):
        if lines[name]:
            _put(pairs, key, [line.entry() for line in lines[name]])
    own = _indicators(lines, "")
    if own or "extends" not in pairs:
        pairs["indicators"] = (top, Items(tuple(own), top))
    _put(pairs, "add", _indicators(lines, ADD))
    _put(pairs, "change", _changed(lines))
    _put(pairs, "off", [line.entry() for line in lines[OFF]])
    return Entries(pairs, top)


def _put(pairs: Pairs, key: str, values: Sequence[Node]) -> None:
    if values:
        pairs[key] = (values[0].spot, Items(tuple(values), values[0].spot))


def _meta(lines: list[Line]) -> Pairs:
    pairs: Pairs = {}
    for line in lines:
        key, spot = line[KEY], line.spots[VALUE]
        if key in pairs:
            raise line.spots[KEY].error("checklist_duplicate_key", key=key, first_line=pairs[key][0].line)
        node = node_of(key, line.cells[VALUE], spot)
        if key not in META_KEYS:
            raise line.spots[KEY].error("checklist_unknown_key", key=key, suggestion=", ".join(META_KEYS))
        if node is not None:
            pairs[key] = (line.spots[KEY], node)
    return pairs


def _sources(lines: list[Line], top: Spot) -> tuple[Spot, Node]:
    pairs: Pairs = {}
    for line in lines:
        key = line["id"]
        if not key:
            raise line.spots["id"].error("checklist_missing_key", key="id")
        if key in pairs:
            raise line.spots["id"].error("checklist_duplicate_key", key=key, first_line=pairs[key][0].line)
        text = Text(line.cells["name"], not line["name"], line.spots["name"])
        pairs[key] = (line.spots["id"], text)
    return top, Entries(pairs, top)


def _indicators(lines: Lines, overlay: str) -> list[Entries]:
    """Return the indicators with their requirements; those of the extended checklist are only named."""
    found: dict[str, Entries] = {}
    for line in lines[INDICATORS]:
        if line[OVERLAY] == overlay:
            entry = line.entry(OVERLAY)
            key = line["id"] if line["id"] not in found else f"{line['id']} {line.spot.line}"
            found[key] = _holding(entry, _requirements(lines, overlay, line["id"]) if key == line["id"] else [])
    if overlay:
        for line in lines[REQUIREMENTS]:
            name = line["indicator"]
            if line[OVERLAY] == overlay and name not in found:
                spot = line.spots["indicator"]
                named: Pairs = {"indicator": (spot, Text(name, False, spot))}
                found[name] = _holding(Entries(named, line.spot), _requirements(lines, overlay, name))
    return list(found.values())


def _holding(entry: Entries, requirements: list[Entries]) -> Entries:
    listed = Items(tuple(requirements), entry.spot)
    return Entries({**entry.pairs, "requirements": (entry.spot, listed)}, entry.spot)


def _requirements(lines: Lines, overlay: str, indicator: str) -> list[Entries]:
    wanted = (line for line in lines[REQUIREMENTS] if line[OVERLAY] == overlay and line["indicator"] == indicator)
    return [_with_cases(line, lines[CASES]) for line in wanted]


def _changed(lines: Lines) -> list[Entries]:
    indicators = [line.entry(OVERLAY) for line in lines[INDICATORS] if line[OVERLAY] == CHANGE]
    changed = (line for line in lines[REQUIREMENTS] if line[OVERLAY] == CHANGE)
    return indicators + [_with_cases(line, lines[CASES]) for line in changed]


def _with_cases(line: Line, cases: list[Line]) -> Entries:
    entry = line.entry(OVERLAY, "indicator")
    own = [case for case in cases if case["requirement"] == line["id"]]
    if not own:
        return entry
    spot = own[0].spot
    return Entries({**entry.pairs, "cases": (spot, Items(tuple(_cases(own)), spot))}, entry.spot)


def _cases(lines: list[Line]) -> Iterator[Entries]:
    """Yield the cases of one requirement; rows with the same number are the texts of one."""
    numbers = dict.fromkeys(line["case"] for line in lines if line["name"] != EMPTY)
    for number in numbers:
        own = [line for line in lines if line["case"] == number]
        entry = own[0].entry("requirement", "case", "text")
        texts = [Text(unpaged(line.cells["text"]), False, line.spots["text"]) for line in own if line["text"]]
        spot = own[0].spots["text"]
        yield Entries({**entry.pairs, "texts": (spot, Items(tuple(texts), spot))}, entry.spot)


def _must_belong(lines: Lines) -> None:
    """Refuse a row that names an indicator, a requirement or an action nobody knows."""
    known = {line["id"] for line in lines[INDICATORS] if not line[OVERLAY]}
    asked = {line["id"] for line in lines[REQUIREMENTS]}
    for line in (*lines[INDICATORS], *lines[REQUIREMENTS]):
        if line[OVERLAY] not in ("", ADD, CHANGE):
            suggestion = f"{ADD}, {CHANGE}"
            spot = line.spots[OVERLAY]
            raise spot.error("checklist_bad_value", key=OVERLAY, value=line[OVERLAY], suggestion=suggestion)
    for line in lines[REQUIREMENTS]:
        if line[OVERLAY] == CHANGE and line["indicator"]:
            raise line.spots["indicator"].error("workbook_indicator_kept", key="indicator")
        if not line[OVERLAY] and line["indicator"] not in known:
            raise _stray(line, "indicator", INDICATORS)
        if line[OVERLAY] == ADD and not line["indicator"]:
            raise line.spots["indicator"].error("checklist_missing_key", key="indicator")
    for line in lines[CASES]:
        if line["requirement"] not in asked:
            raise _stray(line, "requirement", REQUIREMENTS)


def _stray(line: Line, column: str, sheet: str) -> Exception:
    return line.spots[column].error("workbook_stray", key=column, value=line[column][:80], sheet=sheet)
