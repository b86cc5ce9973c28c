"""The ways a paper fails to be the evidence it looks like, each done to a paper that was sound."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from papermaking import blocks as b
from papermaking.office import Office, day
from papermaking.scene import Made, Truth
from papermaking.sheet import Cell, Sheet

from .item import blocks_of, reworded, strings

DOTS = "....................."
MARK = re.compile(r"^[ \t]*(ttd|dto|t\.t\.d)\.?[ \t]*$", re.I | re.M)
Change = Callable[[Made, Office, Random], Made]


def unsigned(made: Made, office: Office, chance: Random) -> Made:
    """No ink, no stamp, no mark of a copy, no electronic signature."""

    def bare(block: b.Block) -> b.Block | None:
        if isinstance(block, b.Sign):
            return _bare(block)
        if isinstance(block, b.Signs):
            return replace(block, blocks=tuple(_bare(each) if each else None for each in block.blocks))
        return None if isinstance(block, b.Seal) else block

    if not isinstance(made.paper, b.Paper):
        return replace(made, paper=tuple(replace(sheet, sign=()) for sheet in made.paper))
    made = blocks_of(made, bare)
    assert isinstance(made.paper, b.Paper)
    paper = replace(made.paper, footer="" if "elektronik" in made.paper.footer else made.paper.footer)
    return replace(made, paper=reworded(paper, _without_marks))


def _without_marks(text: str) -> str:
    return "" if re.search(r"ditandatangani\s+secara\s+elektronik", text, re.I) else MARK.sub("", text)


def _bare(sign: b.Sign) -> b.Sign:
    return replace(sign, ink=False, stamp="", mark="")


def blank_number(made: Made, office: Office, chance: Random) -> Made:
    """The serial between the slashes was never filled in."""
    old = made.truth.number
    spaces = " " * chance.randint(4, 8)
    new = re.sub(r"(?<=/)\s*[A-Za-z.]*\d+[A-Za-z.]*\s*(?=[-/])", spaces, old, count=1)
    new = new if new != old else re.sub(r"\d+", spaces, old, count=1)
    found = reworded(made.paper, lambda text: text.replace(old, new))
    return replace(made, paper=found, truth=replace(made.truth, number=""))


def draft(made: Made, office: Office, chance: Random) -> Made:
    """A word such as RANCANGAN above it, and nobody has signed."""
    word = chance.choice(("DRAFT", "RANCANGAN", "KONSEP", "DRAF"))
    made = unsigned(made, office, chance)
    if made.truth.number and chance.random() < 0.6:
        made = blank_number(made, office, chance)
    if isinstance(made.paper, b.Paper):
        return replace(made, paper=replace(made.paper, blocks=(b.Text(word, "c", True, size=14), *made.paper.blocks)))
    first = made.paper[0]
    return replace(
        made, paper=(replace(first, title=(f"{first.title[0]} ({word})", *first.title[1:])), *made.paper[1:])
    )


def template(made: Made, office: Office, chance: Random) -> Made:
    """The form it is written on: dots in place of office, people, days and figures."""
    made = unsigned(made, office, chance)
    names = [office.full, office.name, office.region, office.place, made.truth.number]
    names += [person.name for person in office.staff] + [person.spaced for person in office.staff]
    names += [person.nip for person in office.staff] + [office.short]
    names = sorted({name for name in names if len(name) > 3}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, [*names, *(name.upper() for name in names)])))
    dated = re.compile(
        r"\b\d{1,2} (Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) \d{4}"
    )

    own = re.compile(rf"\b(tahun) ({made.truth.year or '-'}|{made.truth.date[:4] or '-'})\b", re.I)
    figure = re.compile(r"(?<!nomor )(?<!tahun )(?<![\d.,/])\d{2,}(?:[.,]\d+)*\b(?![/\d])", re.I)

    def hollow(text: str) -> str:
        text = own.sub(r"\1 20...", dated.sub("..... ............... 20...", pattern.sub(DOTS, text)))
        return figure.sub("......", text) if made.type.startswith(("laporan_", "rekap_", "lkjip")) else text

    nobody = replace(
        office,
        name="Dinas ...............",
        region="Kabupaten ...............",
        address=("Alamat ...............",),
        parent="",
    )
    made = blocks_of(made, lambda block: replace(block, office=nobody) if isinstance(block, b.Kop) else _nobody(block))
    return replace(empty(replace(made, paper=reworded(made.paper, hollow)), office, chance), truth=Truth())


def _nobody(block: b.Block) -> b.Block:
    if isinstance(block, b.Sign):
        return replace(block, person=None, name=DOTS)
    if isinstance(block, b.Signs):
        return replace(
            block, blocks=tuple(replace(each, person=None, name=DOTS) if each else None for each in block.blocks)
        )
    return block


def empty(made: Made, office: Office, chance: Random) -> Made:
    """The tables have headings and nothing in them."""

    def hollow(block: b.Block) -> b.Block:
        if not isinstance(block, b.Grid):
            return block
        rows = [
            row if at < block.head else tuple("" if n else cell[:3] for n, cell in enumerate(row))
            for at, row in enumerate(block.rows)
        ]
        return replace(block, rows=tuple(rows), spans=tuple(s for s in block.spans if s[3] < block.head))

    if isinstance(made.paper, b.Paper):
        return blocks_of(made, hollow)
    return replace(made, paper=tuple(_no_rows(sheet) for sheet in made.paper))


def _no_rows(sheet: Sheet) -> Sheet:
    blank: tuple[tuple[Cell, ...], ...] = tuple((at, *("",) * (len(sheet.widths) - 1)) for at in range(1, 9))
    return replace(sheet, rows=blank, total=False)


def redated(made: Made, old: str, new: str) -> Made:
    """Return last year's paper with only the day of signing changed."""
    found = reworded(made.paper, lambda text: text.replace(day(old), day(new)))
    return replace(made, paper=found, truth=replace(made.truth, date=new))


def has_sign(made: Made) -> bool:
    """Return whether the paper is signed at all."""
    if not isinstance(made.paper, b.Paper):
        return any(sheet.sign for sheet in made.paper)
    marked = any(MARK.search(text) for text in strings(made.paper.blocks))
    return marked or any(isinstance(block, (b.Sign, b.Signs)) for block in made.paper.blocks)


def has_table(made: Made) -> bool:
    """Return whether most of what the paper says stands in tables."""
    if not isinstance(made.paper, b.Paper):
        return True
    grids = [block for block in made.paper.blocks if isinstance(block, b.Grid)]
    return 2 * len("".join(strings(grids))) > len("".join(strings(made.paper.blocks)))


def has_number(made: Made) -> bool:
    """Return whether its own number is printed."""
    return bool(made.truth.number) and made.truth.number in " ".join(strings(made.paper))


CHANGES: dict[str, Change] = {
    "draft": draft,
    "template": template,
    "empty_form": empty,
    "unsigned": unsigned,
    "blank_number": blank_number,
}
