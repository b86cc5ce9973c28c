"""Posts held, posts needed and the difference, row by row and in sum, of a workload analysis (documents.md 5.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_check.facts.figures.tables import column, place_of_row, rows_of
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import fold, quote
from evidence_check.words.numbers import number_of, plain

MOST = 300
HELD = (r"\bbezz?ett?ing\b", r"\bpemangku\b", r"\b(?:pegawai|asn|pns) (?:yang )?(?:ada|saat ini|sekarang)\b",
        r"\b(?:existing|eksisting|tersedia)\b", r"\bjumlah (?:pegawai|asn|pns)$", r"(?:^| )b$")  # fmt: skip
NEEDED = (r"\bhasil abk\b", r"\bkebutuhan\b", r"\bformasi\b", r"(?:^| )k$")
SHORT = (r"\b(?:kelebihan|kekurangan|selisih)\b", r"^lebih kurang$")
# A cell that counts in words: 3 orang, Kurang 1, Kelebihan 2 orang, Sesuai.
_WORDED = re.compile(r"(?:(?P<sign>kurang|kekurangan|lebih|kelebihan) )?(?P<count>[0-9]{1,4})(?: orang| pegawai)?")
_LEVEL = {"sesuai", "cukup", "seimbang", "tetap"}
_PART = {"posts_held": HELD, "posts_needed": NEEDED, "posts_short": SHORT}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what."""

    post: int
    parts: tuple[tuple[str, int], ...]


def workload_of(paper: Paper) -> Iterator[Fact]:
    """Yield `posts_held`, `posts_needed`, `posts_short` for each post, and the sums with `_total` in their names."""
    told = 0
    for row in rows_of(paper):
        columns = _columns(row.heads)
        if columns is None:
            continue
        post = quote(row.at(columns.post), 80)
        label = next((cell for cell in row.cells if fold(cell)), "")
        numbers = [(name, value) for name, at in columns.parts if (value := _count(row.at(at))) is not None]
        if row.sums_up:
            for name, value in numbers:
                yield Fact(plain(value), place_of_row(paper, row), 0.9, f"{name}_total", quote(label, 60))
        elif any(char.isalpha() for char in post) and len(numbers) >= 2 and told < MOST:
            told += 1
            for name, value in numbers:
                yield Fact(plain(value), place_of_row(paper, row), 0.9, name, post)


def _count(cell: str) -> Decimal | None:
    """Return the number a cell says in figures or in words, None when it says none."""
    told = number_of(cell)
    if told is not None:
        return told
    words = fold(cell)
    if words in _LEVEL:
        return Decimal(0)
    found = _WORDED.fullmatch(words)
    if not found:
        return None
    return Decimal(found["count"]) * (-1 if (found["sign"] or "").startswith(("kurang", "kekurang")) else 1)


def _columns(heads: tuple[str, ...]) -> Columns | None:
    """Return the columns of a recap; None when it has no posts or not both what is held and what is needed."""
    post = column(heads, r"\bnama jabatan\b", r"\bjabatan\b(?!.*\b(?:pemangku|kelas|jumlah)\b)", r"\buraian\b")
    parts: list[tuple[str, int]] = []
    for name, patterns in _PART.items():
        at = column([head if index not in {used for _, used in parts} else "" for index, head in enumerate(heads)],
                    *patterns)
        if at is not None and at != post:
            parts.append((name, at))
    names = {name for name, _ in parts}
    return Columns(post, tuple(parts)) if post is not None and {"posts_held", "posts_needed"} <= names else None
