"""YAML text → plain values, each with its place, so that an error can name the line and the column.

Only the plain part of YAML is taken: no anchors, aliases, tags or second documents. A scalar keeps its
text as written (`no` stays `no`); what it means is decided by whoever asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from evidence_check.errors import ChecklistError

LIMIT = 5_000_000
DEPTH = 30
QUOTED = 80

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_EMPTY = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a YAML text: file as shown to people, line and column from 1."""

    file: str
    line: int
    column: int

    def error(self, code: str, **values: object) -> ChecklistError:
        """Return the error with this code at this place."""
        return ChecklistError(code, file=self.file, line=self.line, column=self.column, **values)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written; `plain` when it stands without quotes."""

    text: str
    plain: bool
    spot: Spot

    @property
    def empty(self) -> bool:
        """Whether nothing is said: no value, `~` or `null`."""
        return self.plain and self.text in _EMPTY


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values."""

    values: tuple[Node, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: key → the place of the key and the value, in the order written."""

    pairs: dict[str, tuple[Spot, Node]]
    spot: Spot


Node = Text | Items | Entries


def marked(text: str, file: str) -> Node:
    """Return the one value of a YAML text; `file` is only named in errors."""
    if len(text) > LIMIT:
        sizes = {"size": f"{len(text) / 1e6:.1f}", "limit": f"{LIMIT / 1e6:.0f}"}
        raise Spot(file, 1, 1).error("checklist_too_large", **sizes)
    try:
        return _Builder(text, file).document()
    except yaml.YAMLError as error:
        raise _syntax_error(error, text, file) from None
    except UnicodeError:
        raise Spot(file, *_first_surrogate(text)).error("checklist_character", codepoint="surrogate") from None


class _Builder:
    """Builds values from the events of the YAML parser, and stops at what is not taken."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))

    def document(self) -> Node:
        """Return the value of the one document there may be; an empty text holds an empty value."""
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return Text("", True, self._spot(event))
        root = self._node(next(self._events), 1)
        next(self._events)
        more = next(self._events)
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._spot(more).error("checklist_two_documents")
        return root

    def _spot(self, event: yaml.Event) -> Spot:
        mark: yaml.Mark = event.start_mark  # type: ignore[assignment]  # the stubs allow None, the parser never gives it
        return Spot(self._file, mark.line + 1, mark.column + 1)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        spot = self._spot(event)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise spot.error("checklist_alias", name=event.anchor[:QUOTED])
        if tag := str(getattr(event, "tag", None) or ""):
            raise spot.error("checklist_tag", tag=tag[:QUOTED])
        if depth > DEPTH:
            raise spot.error("checklist_too_deep", limit=DEPTH)
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, not event.style, spot)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), spot)
        return Entries(self._pairs(depth), spot)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> dict[str, tuple[Spot, Node]]:
        pairs: dict[str, tuple[Spot, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Text) or key.empty:
                raise key.spot.error("checklist_bad_key")
            if key.text in pairs:
                first = pairs[key.text][0].line
                raise key.spot.error("checklist_duplicate_key", key=key.text[:QUOTED], first_line=first)
            pairs[key.text] = (key.spot, self._node(next(self._events), depth + 1))
        return pairs


def _syntax_error(error: yaml.YAMLError, text: str, file: str) -> ChecklistError:
    if isinstance(error, yaml.reader.ReaderError):
        line, column = _position(text, error.position)
        return Spot(file, line, column).error("checklist_character", codepoint=f"U+{_codepoint(error.character):04X}")
    lines = _BREAK.split(text)
    mark = _mark_of(error, lines)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    shown = lines[line] if line < len(lines) else ""
    margin = shown[: len(shown) - len(shown.lstrip())]
    code = "checklist_tab" if "\t" in margin else "checklist_syntax"
    return Spot(file, line + 1, column + 1).error(code, text=" ".join(shown.split())[:QUOTED])


def _mark_of(error: yaml.YAMLError, lines: list[str]) -> yaml.Mark | None:
    """Return where to look: where a quote or bracket was opened, when the parser noticed only later."""
    problem: yaml.Mark | None = getattr(error, "problem_mark", None)
    context: yaml.Mark | None = getattr(error, "context_mark", None)
    opened = any(word in str(getattr(error, "context", "")) for word in ("quoted", "flow"))
    if context and (opened or not problem or problem.line >= len(lines)):
        return context
    return problem or context


def _codepoint(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "?")


def _position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of a byte offset (that is how the fast parser counts)."""
    before = text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore")
    lines = _BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


def _first_surrogate(text: str) -> tuple[int, int]:
    index = next((i for i, char in enumerate(text) if "\ud800" <= char <= "\udfff"), 0)
    lines = _BREAK.split(text[:index])
    return len(lines), len(lines[-1]) + 1
