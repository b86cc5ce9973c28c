"""Parameter values as people read them: sizes, dates, file kinds, names of types, install lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from evidence_check.messages.masking import mask_number

if TYPE_CHECKING:
    from evidence_check.messages.catalog import Catalog

_SIZES = {("EC104", "size"), ("EC104", "limit")}
_TYPES = {"type", "runner_up"}
_FIELDS = ("EC229", "fact")
_DATED = ("EC229", "value")
_DATES = {
    "found", "expected", "cover", "inside", "year", "period", "date", "received", "settled", "taken", "printed",
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def readable(code: str, name: str, given: Mapping[str, str], catalog: Catalog) -> str:
    """Return one parameter of a code as words; a value of no special kind comes back as it is."""
    value = given[name]
    if (code, name) in _SIZES:
        return _amount(value, given, catalog)
    if (code, name) == ("EC121", "limit"):
        return size(value, catalog)
    if name in _TYPES:
        return catalog.type_name(value) if value else catalog.ui("another_type")
    if (code, name) == _FIELDS:
        return catalog.word("fields", value).lower()
    if code == "EC510" or name in _DATES or (code, name) == _DATED:
        return in_words(value, catalog.texts)
    if name == "kind":
        return catalog.word("file_kinds", value)
    if name in ("confidence", "share"):
        return percent(value)
    if name == "words":
        return value.replace("|", f" {catalog.ui('or')} ")
    if name in _LISTED:
        return _LISTED[name](value, catalog)
    if name == "digits":
        return _digits(value, catalog)
    return value


def _months(value: str, catalog: Catalog) -> str:
    return ", ".join(in_words(each, catalog.texts) for each in value.split(", "))


def _words(section: str, value: str, catalog: Catalog) -> str:
    return ", ".join(catalog.word(section, each) for each in value.split(", "))


def _kinds(value: str, catalog: Catalog) -> str:
    """Return `nik:2, phone:8` as 2 NIK, 8 telephone numbers."""
    pairs = (each.partition(":") for each in value.split(", "))
    return ", ".join(f"{count} {catalog.word('personal', sort)}".strip() for sort, _, count in pairs)


def patterns(value: str) -> str:
    """Return patterns as they may be read: `sistem|mekanisme ... prosedur` is sistem/mekanisme … prosedur."""
    return value.replace("...", "…").replace("|", "/")


_LISTED: dict[str, Callable[[str, Catalog], str]] = {
    "months": _months,
    "personal": lambda value, catalog: _kinds(value, catalog),
    "components": lambda value, catalog: patterns(value),
    "product": lambda value, catalog: catalog.ui("of_product", product=value) if value else "",
    "empty": lambda value, catalog: catalog.ui("empty_headings", components=patterns(value)) if value else "",
    "apart": lambda value, catalog: catalog.word("apart", value),
    "how": lambda value, catalog: catalog.word("how_taken", value),
    "on": lambda value, catalog: catalog.word("agreeing", value),
    "here": _months,
    "there": _months,
    "decision": lambda value, catalog: catalog.word("decisions", value),
    "other_decision": lambda value, catalog: catalog.word("decisions", value),
    "machine": lambda value, catalog: catalog.word("statuses", value),
    "column": lambda value, catalog: catalog.word("figures", value),
    "channel": lambda value, catalog: catalog.word("channels", value),
    "forms": lambda value, catalog: _words("promises", value, catalog),
    "other_forms": lambda value, catalog: _words("promises", value, catalog),
}


def _amount(value: str, given: Mapping[str, str], catalog: Catalog) -> str:
    """Return an amount in its `unit` (`cells`, `points`), in bytes when none is given."""
    unit = given.get("unit") or ("bytes" if given.get("size", "").isdigit() else "points")
    return size(value, catalog) if unit == "bytes" else f"{value} {catalog.word('units', unit)}"


def size(value: str, catalog: Catalog) -> str:
    """Return a number of bytes in kB or MB; anything else comes back as it is."""
    if not value.isdigit():
        return value
    amount = int(value)
    if amount < 1_000_000:
        return f"{max(1, round(amount / 1000))} kB" if amount else "0 kB"
    return f"{amount / 1_000_000:.1f} MB".replace(".", catalog.ui("decimal"))


def percent(value: str) -> str:
    """Return a share of 0..1, or of 0..100, in whole percent, rounded down; anything else comes back as it is."""
    try:
        share = float(value)
    except ValueError:
        return value
    if not 0 <= share <= 100:
        return value
    return f"{int((share * 100 if share <= 1 else share) + 1e-9)}%"


def in_words(iso: str, texts: Mapping[str, Any]) -> str:
    """Return an ISO date, month, year or interval in words; anything else comes back as it is."""
    first, slash, last = iso.partition("/")
    if not slash:
        return _date(iso, texts)
    start, end = _ISO.fullmatch(first), _ISO.fullmatch(last)
    if not (start and end):
        return iso
    if first == last:
        return _date(first, texts)
    if (start[1], start[2], end[2], start[3]) == (end[1], "01", "12", None):
        return start[1]
    if start[1] == end[1] and start[2] and not start[3]:
        return f"{_date(first, texts).rsplit(' ', 1)[0]}–{_date(last, texts)}"
    return f"{_date(first, texts)} – {_date(last, texts)}"


def _date(iso: str, texts: Mapping[str, Any]) -> str:
    match = _ISO.fullmatch(iso)
    months = texts.get("months") or []
    if not match or not match[2] or not 1 <= int(match[2]) <= len(months):
        return iso
    month = f"{months[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def _digits(value: str, catalog: Catalog) -> str:
    if value.isdigit() and len(value) <= 2:
        return catalog.ui("digit_count", digits=value)
    return value if catalog.identities else mask_number(value)
