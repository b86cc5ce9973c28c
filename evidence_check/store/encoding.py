"""Nouns ↔ JSON, field by field as `model` declares them: no pickle, so a cache file can never run code.

What is decoded is checked against the declared types; anything else is a `ValueError`. A path that is that of
the file itself is not stored, but put back in on the way out, so that a renamed file keeps what was read.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from evidence_check.model.files import INSIDE, File, Place

LEVEL = 3
SMALL = 8192
"""Bytes up to which a value is stored as it is: to unpack it would take longer than to read it."""

LARGEST = 1 << 29
"""How many bytes a stored value may unpack to; a larger one is damaged or hostile."""

_PLAIN = b"="
"""Begins a value stored as it is, with its checksum."""

_PATHS = {(File, "path"), (Place, "file")}

Turn = Callable[[Any, str], Any]
"""Takes a value and the path of the file it belongs to."""


def pack(kind: Any, value: object, path: str) -> bytes:
    """Return a noun of a declared type as JSON, a long one compressed; raise `ValueError` for anything else."""
    try:
        text = json.dumps(_outward(kind)(value, path), separators=(",", ":")).encode("ascii")
        return _checked(text) if len(text) <= SMALL else zlib.compress(text, LEVEL)
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def unpack(kind: Any, data: bytes, path: str) -> Any:
    """Return the noun that was packed, now belonging to the file at `path`; raise `ValueError` when it is damaged."""
    try:
        text = _verified(data) if data.startswith(_PLAIN) else _inflated(data)
        return _inward(kind)(json.loads(str(text, "ascii")), path)
    except (zlib.error, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _checked(text: bytes) -> bytes:
    return _PLAIN + zlib.crc32(text).to_bytes(4, "big") + text


def _verified(data: bytes) -> bytes:
    text = data[5:]
    if zlib.crc32(text).to_bytes(4, "big") != data[1:5]:
        raise ValueError("damaged")
    return text


def _inflated(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    text = stream.decompress(data, LARGEST)
    if not stream.eof:
        raise ValueError("cut off or too large")
    return text


def shape_of(kind: Any) -> str:
    """Return the whole shape of a type, nouns opened up: what is stored fits only what has the same shape."""
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return f"{kind.__name__}({','.join(f'{each.name}:{shape_of(hints[each.name])}' for each in fields(kind))})"
    inner = get_args(kind)
    return f"{get_origin(kind)}[{','.join(map(shape_of, inner))}]" if inner else getattr(kind, "__name__", str(kind))


# ---------------------------------------------------------------- outward


@cache
def _outward(kind: Any) -> Turn:
    if kind in (str, int, float, bool):
        return _plain
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _plain
    if _optional(kind):
        some = _outward(_optional(kind))
        return lambda value, path: None if value is None else some(value, path)
    if get_origin(kind) is tuple:
        return _outward_tuple(get_args(kind))
    return _outward_noun(kind)


def _outward_tuple(inner: tuple[Any, ...]) -> Turn:
    if len(inner) == 2 and inner[1] is Ellipsis:
        if inner[0] is str:
            return _plain
        each = _outward(inner[0])
        return lambda value, path: [each(one, path) for one in value]
    turns = tuple(map(_outward, inner))
    return lambda value, path: [turn(one, path) for turn, one in zip(turns, value, strict=True)]


def _outward_noun(kind: Any) -> Turn:
    hints = get_type_hints(kind)
    turns = tuple((each.name, _path_out if (kind, each.name) in _PATHS else _outward(hints[each.name]))
                  for each in fields(kind))  # fmt: skip

    def turn(value: Any, path: str) -> Any:
        return [one(getattr(value, name), path) for name, one in turns]

    return turn


def _plain(value: Any, _: str) -> Any:
    return value


def _path_out(value: str, path: str) -> Any:
    """Keep only what comes after the path of the file itself, such as the way inside an archive."""
    if value == path:
        return 0
    return [value[len(path) :]] if value.startswith(path + INSIDE) else value


# ---------------------------------------------------------------- inward


@cache
def _inward(kind: Any) -> Turn:
    if kind in (str, int, bool):
        return _exactly(kind)
    if kind is float:
        return _exactly(float, int)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members = {each.value: each for each in kind}
        return lambda value, _: members[value] if value in members else kind(value)
    if _optional(kind):
        some = _inward(_optional(kind))
        return lambda value, path: None if value is None else some(value, path)
    if get_origin(kind) is tuple:
        return _inward_tuple(get_args(kind))
    return _inward_noun(kind)


def _exactly(*kinds: type) -> Turn:
    def turn(value: Any, _: str) -> Any:
        if type(value) not in kinds:
            raise ValueError(f"{kinds[0].__name__} expected")
        return value

    return turn


def _inward_tuple(inner: tuple[Any, ...]) -> Turn:
    if len(inner) == 2 and inner[1] is Ellipsis:
        if inner[0] is str:
            return _texts
        each = _inward(inner[0])
        return lambda value, path: tuple([each(one, path) for one in value]) if _list(value) else ()
    turns = tuple(map(_inward, inner))
    return lambda value, path: tuple([turn(one, path) for turn, one in zip(turns, _list(value), strict=True)])


def _inward_noun(kind: Any) -> Turn:
    hints = get_type_hints(kind)
    turns = tuple(
        (_unchanged(hints[each.name]), _path_in if (kind, each.name) in _PATHS else _inward(hints[each.name]))
        for each in fields(kind)
    )

    def turn(value: Any, path: str) -> Any:
        # A value that needs no turning is told by its type at once: this runs for every field of every page.
        return kind(*[
            each if type(each) is same else one(each, path)
            for (same, one), each in zip(turns, _list(value), strict=True)
        ])  # fmt: skip

    return turn


def _unchanged(kind: Any) -> Any:
    """Return the type whose values stand in JSON as they are, for a field of this type; `object` when none does."""
    if kind in (str, int, float, bool):
        return kind
    return type(None) if _optional(kind) else object


def _texts(value: Any, _: str) -> tuple[str, ...]:
    if not set(map(type, _list(value))) <= {str}:
        raise ValueError("texts expected")
    return tuple(value)


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("list expected")
    return value


def _path_in(value: Any, path: str) -> str:
    if value == 0 and type(value) is int:
        return path
    if type(value) is list and len(value) == 1 and type(value[0]) is str:
        return path + value[0]
    if type(value) is not str:
        raise ValueError("path expected")
    return value


def _optional(kind: Any) -> Any:
    """Return what may also be None, None when this type is no such choice."""
    inner = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else ()
    return inner[0] if len(inner) == 2 and inner[1] is type(None) else None
