"""How many people a staff list names, and how many it says it names (documents.md 5.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.figures.tables import Row, column, place_of_row, rows_of
from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import fold
from evidence_check.words.numbers import whole_of

_NAMED = re.compile(r"[A-Za-z]{3}")
_COUNTED = re.compile(r"\d{1,4}[.)]?")
_TOTAL = re.compile(
    r"^(?:jumlah|total)(?: (?:pegawai|asn|pns|aparatur|keseluruhan|seluruhnya|total|semua|sdm|kekuatan))*$"
)


def staff_of(paper: Paper) -> Iterator[Fact]:
    """Yield `staff_rows`, the people listed by name, and `staff_total`, the number written as their sum."""
    rows = list(rows_of(paper))
    people = [row for row in rows if _is_a_person(row)]
    if people:
        yield Fact(str(len(people)), place_of_row(paper, people[0]), 0.9, "staff_rows")
    totals = {value: row for row in rows if (value := _total(row)) is not None}
    if len(totals) == 1:
        value, row = next(iter(totals.items()))
        yield Fact(str(value), place_of_row(paper, row), 0.9, "staff_total")


def _is_a_person(row: Row) -> bool:
    """Say whether a row is somebody: a name, with a NIP beside or in it, or counted by a running number."""
    name = column(row.heads, r"^nama(?! jabatan| unit| opd| diklat)", r"\bnama pegawai\b")
    if name is None or row.sums_up or column(row.heads, r"\bnip\b", r"\bjabatan\b", r"\b(pangkat|gol)") is None:
        return False
    if not _NAMED.search(row.at(name)):
        return False
    counted = _COUNTED.fullmatch(row.cells[0].strip()) is not None and name > 0
    return counted or any(nip.valid for cell in row.cells for nip in nips_in(cell))


def _total(row: Row) -> int | None:
    """Return the number in a row of sums that counts staff; nothing where several numbers compete."""
    label = next((words for cell in row.cells if (words := fold(cell))), "")
    if not _TOTAL.search(label):
        return None
    summed = column(row.heads, r"^(?:jumlah|total)(?: pegawai| asn)?$", r"\b(?:jumlah|total)$")
    value = whole_of(row.at(summed)) if summed is not None else None
    if value is not None:
        return value
    numbers = [number for cell in row.cells if (number := whole_of(cell)) is not None]
    return numbers[0] if len(numbers) == 1 else None
