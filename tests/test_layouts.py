"""Every layout says the same each time, and what its truth claims stands in the paper it makes."""

from __future__ import annotations

import importlib
import random
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

HOME = next(Path(__file__).parent.parent.glob("*/*/layouts/parts.py")).parents[1]
sys.path.insert(0, str(HOME.parent))


def part(name: str) -> Any:
    """Return a module of the package that makes papers, wherever it lives."""
    return importlib.import_module(f"{HOME.name}.{name}")


MODULES = ("decrees", "regulations", "procedures", "letters")
LAYOUTS = {kind: three for name in MODULES for kind, three in part(f"layouts.{name}").LAYOUTS.items()}
parts, offices, wares, printing = part("layouts.parts"), part("office"), part("products"), part("pdf")
SOSIAL = offices.sosial(wares.SOSIAL)
DUKCAPIL = offices.dukcapil(wares.DUKCAPIL)


def scene(seed: str, office: Any = SOSIAL) -> Any:
    """Return a scene whose dice start at the seed."""
    return part("scene").Scene(office, 2026, "2026-02-09", random.Random(seed))


def words(text: str) -> str:
    """Return a text in small letters without blanks and soft hyphens, for a line break is no difference."""
    return re.sub(r"[\s\ufffe\xad-]", "", text).lower()


def text_of(made: Any) -> str:
    """Return all the words of a paper as a reader sees them, out of its PDF or its sheets."""
    if isinstance(made.paper, tuple):
        return words(" ".join(str(cell) for sheet in made.paper for cell in _cells(sheet)))
    with pypdfium2.PdfDocument(printing.pdf(made.paper)) as file:
        return words(" ".join(page.get_textpage().get_text_range() for page in file))


def _cells(sheet: Any) -> list[Any]:
    return [*sheet.title, *sheet.sign, *(cell for row in (*sheet.head, *sheet.rows) for cell in row)]


@pytest.mark.parametrize("kind", LAYOUTS)
def test_what_the_truth_claims_stands_in_the_paper(kind: str) -> None:
    for at, layout in enumerate(LAYOUTS[kind]):
        made = layout(scene(kind, (SOSIAL, DUKCAPIL)[(at + len(kind)) % 2]))
        seen, truth = text_of(made), made.truth
        assert words(truth.number) in seen, (made.layout, truth.number)
        assert all(words(word) in seen for word in truth.office.split()), (made.layout, truth.office)
        assert words(truth.year) in seen, (made.layout, truth.year)
        if truth.date:
            assert any(words(day) in seen for day in days(truth.date)), (made.layout, truth.date)
        for _, name, nip in truth.people:
            assert words(name) in seen, (made.layout, name)
            assert not nip or len(nip) == 18, (made.layout, nip)


def days(iso: str) -> tuple[str, ...]:
    """Return the ways a day is printed."""
    year, month, number = iso.split("-")
    return offices.day(iso), f"{number}/{month}/{year}", f"{number}-{month}-{year}", parts.in_words(iso)


@pytest.mark.parametrize("kind", LAYOUTS)
def test_the_same_dice_make_the_same_paper(kind: str) -> None:
    names = set()
    for layout in LAYOUTS[kind]:
        made = layout(scene(kind))
        assert made == layout(scene(kind)) and made.type == kind
        names.add(made.layout)
    assert len(names) == 3 and made.layout.endswith("held-out")


def test_spoiled_papers_lack_what_was_taken() -> None:
    made = LAYOUTS["sk_pengaduan"][0](scene("spoil"))
    assert parts.number_of(made.paper) == made.truth.number
    blank = text_of(replace(made, paper=parts.without_number(made.paper)))
    assert words(made.truth.number) not in blank and "nomor25tahun2009" in blank
    draft = text_of(replace(made, paper=parts.as_draft(made.paper)))
    assert draft.startswith("rancangan") and words(offices.day(made.truth.date)) not in draft
    form = text_of(replace(made, paper=parts.as_template(made.paper, made.truth)))
    assert words(made.truth.office) not in form and words(made.truth.people[1][1]) not in form
    assert "nomor25tahun2009" in form


def test_every_printed_number_can_be_taken_away() -> None:
    for kind in ("maklumat", "sk_tarif", "sop", "sop_k3", "perda_tupoksi", "surat_tugas", "berita_acara"):
        for layout in LAYOUTS[kind]:
            made = layout(scene("number"))
            if made.truth.number and not isinstance(made.paper, tuple):
                left = text_of(replace(made, paper=parts.without_number(made.paper)))
                assert words(made.truth.number) not in left, (kind, made.layout)


def test_a_truth_the_paper_does_not_bear_is_taken_back() -> None:
    truth = part("scene").Truth("", "2026-02-09", "2026", "", SOSIAL.full, (("listed", "Tirta Buana", "1" * 18),))
    row = part("sheet").Sheet("Piket", (f"JADWAL {SOSIAL.name}",), (("NAMA",),), (("Tirta Buana",),), (9,))
    said = part("saying").stated(part("scene").Made("jadwal_piket", "sheet", (row,), truth))
    assert said.people == (("listed", "Tirta Buana", ""),)
    assert (said.date, said.year, said.office) == ("", "", SOSIAL.name)
