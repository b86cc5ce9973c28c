"""The products or kinds of service a list names (ombudsman-2026.md PR-06; documents.md 5.17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.figures.tables import column, place_of_row, rows_of
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import fold, quote

MOST = 200
LONGEST = 120
_HEAD = (r"\b(?:jenis|nama|produk) (?:pelayanan|layanan)\b", r"\bproduk\b", r"^(?:pelayanan|layanan)$")
_ITEM = re.compile(r"^\s*\d{1,2}\s?[.)]\s+(\S.*?)\s*[;.]?\s*$")
_NAMES = re.compile(r"[a-z]{3}")


def products_of(paper: Paper) -> Iterator[Fact]:
    """Yield `product` facts from the column of products, or from a numbered list where there is no such table."""
    seen: set[str] = set()
    for row in rows_of(paper):
        at = column(row.heads, *_HEAD)
        name = quote(row.at(at), LONGEST) if at is not None and not row.sums_up else ""
        if _NAMES.search(fold(name)) and fold(name) not in seen and len(seen) < MOST:
            seen.add(fold(name))
            yield Fact(name, place_of_row(paper, row), 0.9, "product")
    if seen:
        return
    for line in paper.lines:
        item = _ITEM.match(line.text)
        if item and line.number not in paper.cited and len(item[1]) <= LONGEST and fold(item[1]) not in seen:
            seen.add(fold(item[1]))
            yield Fact(quote(item[1], LONGEST), paper.place(line), 0.6, "product")
