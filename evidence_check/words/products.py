"""Service products as papers name them, and the part of a paper that concerns one of them.

A product in passing (`fotokopi kartu disabilitas`) does not make a paper one on that product: only a
title or a heading does. What is no more than a mention is told apart, so that a person can look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

# Words around the name of a product that one paper writes and another leaves out.
_LOOSE = frozenset(("layanan", "pelayanan", "penerbitan", "jenis", "produk", "pembuatan"))
# Words that stand before the name of a product in a heading, and words that may begin what follows it.
_BEFORE = _LOOSE | frozenset(
    ("standar", "standard", "sop", "operasional", "prosedur", "nama", "persyaratan", "alur", "komponen", "bagian",
     "daftar")
)
_AFTER = frozenset(("pada", "di", "dinas", "badan", "kecamatan", "kabupaten", "kota", "tahun", "meliputi", "sebagai"))
_SECTION_NUMBER = re.compile(r"^\s*(?:[A-Z]|[IVX]{1,4})[.)]\s")
# Capitals tell a heading only where they are not an abbreviation (KTP) nor an item of a numbered list.
_CAPITALS = re.compile(r"^(?=[^a-z]*$)(?=.*[A-Z]{5})\s*[A-Z]{2}")
_NUMBER = re.compile(r"^(?:[a-z]|[ivx]{1,4}|\d{1,2}) ")


@dataclass(frozen=True, slots=True)
class Part:
    """The lines on one product: those surely its own, and those that may be another's without a clear heading."""

    sure: tuple[Line, ...]
    possible: tuple[Line, ...]


def core_of(text: str) -> str:
    """Return the folded words that tell a product from another; all of them when nothing else is left."""
    words = fold(text).split()
    kept = [word for word in words if word not in _LOOSE]
    return " ".join(kept or words)


def products_in(text: str, products: Sequence[str]) -> tuple[str, ...]:
    """Return the products a text names, in the order given; a name within a longer one found there is not named."""
    here = f" {' '.join(word for word in fold(text).split() if word not in _LOOSE)} "
    found = set()
    for product in sorted(products, key=lambda each: (-len(core_of(each)), each)):
        core = core_of(product)
        if core and f" {core} " in here:
            found.add(product)
            here = here.replace(f" {core} ", " / ")
    return tuple(product for product in products if product in found)


def products_headed(title: str, lines: Sequence[Line], products: Sequence[str]) -> tuple[str, ...]:
    """Return the products a paper is about: those its title or a clear heading names."""
    found = set(products_in(title, products))
    found |= {head[0] for line in lines if (head := _heading(line, products)) and head[1]}
    return tuple(product for product in products if product in found)


def parts_of(title: str, lines: Sequence[Line], products: Sequence[str]) -> dict[str, Part]:
    """Return the part of a paper on each product it is about.

    A clear heading begins a part and ends the one before; a product the title names alone has the
    beginning. Lines after what may be a heading of another product are only possibly one's own.
    """
    titled = products_in(title, products)
    headed = products_headed(title, lines, products)
    sure: dict[str, list[Line]] = {product: [] for product in headed}
    possible: dict[str, list[Line]] = {product: [] for product in headed}
    current = titled[0] if len(titled) == 1 else ""
    clear = True
    for line in lines:
        head = _heading(line, products)
        if head and head[1]:
            current, clear = head[0], True
        elif head and head[0] != current:
            clear = False
        if current:
            possible[current].append(line)
            if clear:
                sure[current].append(line)
    return {product: Part(tuple(sure[product]), tuple(possible[product])) for product in headed}


def _heading(line: Line, products: Sequence[str]) -> tuple[str, bool] | None:
    """Return the product a line names as a heading would, and whether it is clearly one.

    Clear are capitals, a number as sections have it, and a word such as *pelayanan*: `KTP` alone may be
    one of the papers an applicant has to bring.
    """
    named = products_in(line.folded, products)
    if len(named) != 1:
        return None
    words, core = _NUMBER.sub("", line.folded, count=1).split(), core_of(named[0]).split()
    kept = [word for word in words if word not in _LOOSE]
    start = next((at for at in range(len(kept)) if kept[at : at + len(core)] == core), None)
    if start is None or any(word not in _BEFORE for word in kept[:start]):
        return None
    after = kept[start + len(core) :]
    if after and after[0] not in _AFTER:
        return None
    marked = any(word in _BEFORE for word in words) and not set(core) & _BEFORE
    return named[0], bool(_CAPITALS.match(line.text) or _SECTION_NUMBER.match(line.text) or marked)
