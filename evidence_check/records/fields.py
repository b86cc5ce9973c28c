"""The fields of one JSON object, asked by name; what is wrong with one is told with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from evidence_check.errors import ResultError

LONGEST = 20_000
"""Signs of one text, beyond any this program writes: a report should not drown in one."""


class Fields:
    """One object of a result; `at` is the way to it, `file` the name of the result.

    Fields that are not known are passed over: a later version may have added them.
    """

    def __init__(self, value: Any, at: str, file: str, shown: Callable[[str], str]) -> None:
        self.at, self.file, self.shown = at, file, shown
        if not isinstance(value, dict):
            raise self.wrong("")
        self._values = value

    def wrong(self, name: str) -> ResultError:
        """Return the error that names a field."""
        return ResultError("EC505", file=self.file, field=".".join(filter(None, (self.at, name))) or "{}")

    def has(self, name: str) -> bool:
        """Say whether a field is there and says something."""
        return self._values.get(name) is not None

    def plain(self, name: str, needed: bool = True) -> str:
        """Return a text as it stands, empty when it is null or may be absent."""
        value = self._values.get(name)
        if value is None and (name in self._values or not needed):
            return ""
        if not isinstance(value, str) or len(value) > LONGEST:
            raise self.wrong(name)
        return value

    def text(self, name: str, needed: bool = True) -> str:
        """Return a text as it may be shown: identity numbers masked unless they are wanted."""
        return self.shown(self.plain(name, needed))

    def number(self, name: str) -> int:
        """Return a whole number from 0 on."""
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**9:
            raise self.wrong(name)
        return value

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        value = self._values.get(name)
        if not isinstance(value, bool):
            raise self.wrong(name)
        return value

    def pages(self, name: str) -> tuple[int, int]:
        """Return a first and a last page."""
        value = self._values.get(name)
        if not isinstance(value, list) or len(value) != 2:
            raise self.wrong(name)
        first, last = value
        if any(not isinstance(each, int) or isinstance(each, bool) or not 0 < each < 10**9 for each in value):
            raise self.wrong(name)
        return first, last

    def inner(self, name: str) -> Fields:
        """Return the fields of an object inside this one."""
        return Fields(self._values.get(name), self._way(name), self.file, self.shown)

    def each(self, name: str, needed: bool = True) -> Iterator[Fields]:
        """Yield the fields of every object of a list."""
        value = self._values.get(name)
        if value is None and not needed:
            return
        if not isinstance(value, list):
            raise self.wrong(name)
        for number, one in enumerate(value):
            yield Fields(one, f"{self._way(name)}[{number}]", self.file, self.shown)

    def _way(self, name: str) -> str:
        return f"{self.at}.{name}" if self.at else name
