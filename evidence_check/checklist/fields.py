"""The fields of one mapping, asked by key; whatever is wrong with them is told with its place."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from evidence_check.checklist.marked import QUOTED, Entries, Items, Node, Spot, Text
from evidence_check.checklist.suggesting import suggestion
from evidence_check.words.fold import fold

FORMAT = "1"

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "ya": True, "false": False, "no": False, "tidak": False}


class Fields:
    """The fields of one mapping. Unknown keys are refused at once."""

    def __init__(self, node: Node, key: str, known: Collection[str]) -> None:
        if not isinstance(node, Entries):
            raise node.spot.error("checklist_not_mapping", key=key)
        for name, (spot, _) in node.pairs.items():
            if name not in known:
                raise spot.error("checklist_unknown_key", key=name[:QUOTED], suggestion=suggestion(name, known))
        self.spot = node.spot
        self._pairs = node.pairs

    @classmethod
    def of_list(cls, node: Node, key: str) -> Fields:
        """Return a list within a list as if it stood under the key."""
        return cls(Entries({key: (node.spot, node)}, node.spot), key, (key,))

    def node(self, key: str) -> Node | None:
        """Return the value of a key, None when the key is absent or says nothing."""
        found = self._pairs.get(key)
        if found is None or (isinstance(found[1], Text) and found[1].empty):
            return None
        return found[1]

    def place(self, key: str) -> Spot:
        """Return where the value of a key stands, else its key, else the mapping."""
        node = self.node(key)
        return node.spot if node else self._pairs[key][0] if key in self._pairs else self.spot

    def must(self, key: str) -> Node:
        """Return the value of a key that may not be absent."""
        node = self.node(key)
        if node is None:
            raise self.place(key).error("checklist_missing_key", key=key)
        return node

    def text(self, key: str) -> str:
        """Return a text, empty when absent."""
        node = self.node(key)
        return _text(node, key) if node else ""

    def must_text(self, key: str) -> str:
        """Return a text that may not be absent or blank."""
        text = _text(self.must(key), key).strip()
        if not text:
            raise self.place(key).error("checklist_missing_key", key=key)
        return text

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the values of a list, none when absent."""
        node = self.node(key)
        return _items(node, key) if node else ()

    def texts(self, key: str) -> tuple[tuple[str, Spot], ...]:
        """Return the texts of a list, each with its place."""
        return tuple((_text(node, key), node.spot) for node in self.items(key))

    def names(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list that may not be blank."""
        return tuple(_filled(text.strip(), key, spot) for text, spot in self.texts(key))

    def phrases(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list as folded words."""
        return tuple(_filled(fold(text), key, spot) for text, spot in self.texts(key))

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, alternatives parted by `|` folded one by one."""
        return tuple(
            "|".join(_filled(fold(part), key, spot) for part in text.split("|")) for text, spot in self.texts(key)
        )

    def one_of(self, key: str, allowed: Collection[str], default: str) -> str:
        """Return a text out of a few."""
        text = self.text(key) or default
        if text not in allowed:
            known = [name for name in allowed if name]
            raise self.place(key).error(
                "checklist_bad_value", key=key, value=text[:QUOTED], suggestion=suggestion(text, known)
            )
        return text

    def some_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return the texts of a list, each out of a few."""
        for text, spot in self.texts(key):
            if text not in allowed:
                raise spot.error(
                    "checklist_bad_value", key=key, value=text[:QUOTED], suggestion=suggestion(text, allowed)
                )
        return self.names(key)

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Return a whole number between two bounds, None when absent."""
        node = self.node(key)
        return whole(node, key, low, high) if node else None

    def percent(self, key: str) -> float | None:
        """Return a number from 0 to 100, None when absent."""
        node = self.node(key)
        if node is None:
            return None
        text = _text(node, key)
        if not _NUMBER.fullmatch(text) or float(text) > 100:
            raise node.spot.error("checklist_not_percent", key=key, value=text[:QUOTED])
        return float(text)

    def number(self, key: str, low: float, high: float) -> float:
        """Return a number between two bounds that may not be absent."""
        text = _text(self.must(key), key)
        if not _NUMBER.fullmatch(text) or not low <= float(text) <= high:
            bounds = {"low": f"{low:g}", "high": f"{high:g}"}
            raise self.place(key).error("checklist_not_number", key=key, value=text[:QUOTED], **bounds)
        return float(text)

    def day(self, key: str) -> str:
        """Return a day written like 2026-08-12, empty when absent."""
        text = self.text(key).strip()
        if text and not _is_day(text):
            raise self.place(key).error("checklist_not_date", key=key, value=text[:QUOTED])
        return text

    def present(self) -> tuple[str, ...]:
        """Return the keys that are written, in their order, also those that say nothing."""
        return tuple(self._pairs)

    def flag(self, key: str, default: bool) -> bool:
        """Return yes or no."""
        node = self.node(key)
        if node is None:
            return default
        text = _text(node, key)
        if text.lower() not in _FLAGS:
            raise node.spot.error("checklist_not_flag", key=key, value=text[:QUOTED])
        return _FLAGS[text.lower()]

    def must_be_format(self) -> None:
        """Refuse a file of another format than this program reads."""
        text = _text(self.must("format"), "format")
        if text != FORMAT:
            raise self.place("format").error("checklist_wrong_format", value=text[:QUOTED], known=FORMAT)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def opened(node: Node, known: Collection[str]) -> Fields:
    """Return the fields of a whole file; its format is checked before anything else."""
    if isinstance(node, Entries):
        Fields(Entries({k: v for k, v in node.pairs.items() if k == "format"}, node.spot), "", known).must_be_format()
    elif isinstance(node, Text) and node.empty:
        raise node.spot.error("checklist_missing_key", key="format")
    else:
        raise node.spot.error("checklist_no_keys")
    return Fields(node, "", known)


def whole(node: Node, key: str, low: int, high: int) -> int:
    """Return a whole number between two bounds."""
    text = _text(node, key)
    if not _WHOLE.fullmatch(text) or not low <= int(text) <= high:
        raise node.spot.error("checklist_not_whole", key=key, value=text[:QUOTED], low=low, high=high)
    return int(text)


def _text(node: Node, key: str) -> str:
    if not isinstance(node, Text):
        raise node.spot.error("checklist_not_text", key=key)
    return "" if node.empty else node.text


def _items(node: Node, key: str) -> tuple[Node, ...]:
    if not isinstance(node, Items):
        raise node.spot.error("checklist_not_list", key=key)
    return node.values


def _filled(text: str, key: str, spot: Spot) -> str:
    if not text:
        raise spot.error("checklist_no_words", key=key)
    return text
