"""How many telephone numbers of people served a list has, product by product; the numbers themselves are not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.model.files import Place, Table
from evidence_check.words.fold import fold

CONTACTS, REPEATED, INVALID = "contacts", "contacts_repeated", "contacts_invalid"

_PHONE_HEAD = re.compile(r"\b(telepon|telp|tlp|hp|handphone|ponsel|kontak|wa|whatsapp|nomor hp|no hp)\b")
_PRODUCT_HEAD = re.compile(r"\b(layanan|pelayanan|keperluan|produk|jenis)\b")
_NOT_PRODUCT = re.compile(r"\b(nama|nomor|no|pengguna|penerima|pemohon|tanggal|waktu|petugas|kelamin)\b")
_MOBILE = re.compile(r"(?:62|0)?8[1-9]\d{7,10}")
_FIXED = re.compile(r"(?:62|0)[2-7]\d{7,10}")
_IN_LINE = re.compile(r"(?<![\w.,/])(?:\+?62[\s-]?|0)8\d{1,3}(?:[\s.-]?\d{3,5}){1,3}(?!\w)")
_PRODUCT_LINE = re.compile(
    r"^\W{0,6}(?:[0-9A-Za-z]{1,2}[.)]\s{0,3})?(?:(?:nama|jenis)\s{1,3})?(?:produk\s{1,3})?(?:layanan|pelayanan|produk)"
    r"\s{0,3}:\s{0,3}(?P<product>[A-Za-z(].{2,160})",
    re.IGNORECASE,
)
ABOVE = 5
_SEVERAL = re.compile(r"[/;,\n]|\bdan\b")


@dataclass(slots=True)
class Counted:
    """Numbers under one name of a product, each told from the others by its digits while they are counted."""

    numbers: set[str] = field(default_factory=set)
    repeated: int = 0
    invalid: int = 0

    def add(self, written: str) -> None:
        """Count one number as written."""
        number = normal(written)
        if not number:
            self.invalid += 1
        elif number in self.numbers:
            self.repeated += 1
        else:
            self.numbers.add(number)


def normal(written: str) -> str:
    """Return the digits of an Indonesian telephone number from the first after its 0 or 62, nothing when it is none."""
    digits = re.sub(r"\D", "", written)
    if re.sub(r"[\d\s()+.\-]", "", written) or not (_MOBILE.fullmatch(digits) or _FIXED.fullmatch(digits)):
        return ""
    number = digits.removeprefix("62").removeprefix("0")
    return "" if len(set(number[2:])) == 1 else number


def contacts_of(paper: Paper) -> Iterator[Fact]:
    """Yield how many distinct numbers each product named in a column has, and how many are repeated or are none."""
    counted: dict[str, Counted] = {}
    for page in paper.document.pages:
        for table in page.tables:
            _count(table, counted, _named_above(paper, page.number, table))
    if not counted:
        _count_lines(paper, counted)
    for product, each in counted.items():
        place = _place(paper, product)
        yield Fact(str(len(each.numbers)), place, 0.9, CONTACTS, product)
        for name, number in ((REPEATED, each.repeated), (INVALID, each.invalid)):
            if number:
                yield Fact(str(number), place, 0.9, name, product)


def _named_above(paper: Paper, page: int, table: Table) -> str:
    """Return the product that a line just above a table names: *Produk layanan: KTP-el*."""
    lines = [line for line in paper.lines if line.page == page]
    # Tables of a list have the same head: the first row below it tells which one this is.
    first = next((fold(" ".join(row)) for row in table.body if any(row)), "")
    at = next((at for at, line in enumerate(lines) if first and line.folded and first.startswith(line.folded)), 0)
    named = (_PRODUCT_LINE.match(line.text) for line in reversed(lines[max(0, at - ABOVE) : at]))
    return next((match["product"].strip(" .") for match in named if match), "")


def _count(table: Table, counted: dict[str, Counted], above: str) -> None:
    heads = [fold(head) for head in table.heads]
    phones = [at for at, head in enumerate(heads) if _PHONE_HEAD.search(head)]
    products = [at for at, head in enumerate(heads) if _PRODUCT_HEAD.search(head) and not _NOT_PRODUCT.search(head)]
    named = above
    for row in table.body if phones else ():
        named = next((row[at].strip() for at in products if at < len(row) and re.search("[A-Za-z]", row[at])), named)
        for written in _numbers(row, phones):
            counted.setdefault(named, Counted()).add(written)


def _numbers(row: Sequence[str], phones: Sequence[int]) -> Iterator[str]:
    for at in phones:
        cell = row[at] if at < len(row) else ""
        for part in _SEVERAL.split(cell):
            if len(re.sub(r"\D", "", part)) >= 4:
                yield part.strip()


def _count_lines(paper: Paper, counted: dict[str, Counted]) -> None:
    """Count mobile numbers in the text where no table was read; letterhead and signature are the office's own."""
    own = {line.number for line in (*paper.zones.letterhead, *paper.zones.signature)}
    for line in paper.lines:
        for match in _IN_LINE.finditer(line.text) if line.number not in own else ():
            counted.setdefault("", Counted()).add(match.group())


def _place(paper: Paper, product: str) -> Place:
    """Return a line that shows which list it is and holds no number."""
    plain = [line for line in paper.lines if not re.search(r"\d{4,}", re.sub(r"[\s.\-]", "", line.text))]
    named = [line for line in plain if product and fold(product) in line.folded]
    title = [line for line in paper.zones.title if line in plain]
    return paper.place(next(iter((*named, *title, *plain, *paper.lines))))
