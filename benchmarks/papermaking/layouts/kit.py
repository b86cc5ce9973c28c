"""What layouts are put together from: heads, covers, chapters, tables, signatures, numbers and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from .. import blocks as b
from ..office import MONTHS, Office, Person, day
from ..scene import Layout, Made, Scene, Truth
from ..sheet import Cell, Sheet

At = Literal[0, 1, 2]
Body = b.Paper | tuple[Sheet, ...]
Write = Callable[[Scene, int], tuple[Body, Truth]]
Three = tuple[Layout, Layout, Layout]
Blocks = tuple[b.Block, ...]
Rows = list[tuple[Cell, ...]]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TTE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik\n"
    "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN"
)


def three(type_: str, write: Write) -> Three:
    """Return the three layouts of a type from one function of scene and which of the three; the last is held out."""
    return _one(type_, write, 0), _one(type_, write, 1), _one(type_, write, 2)


def _one(type_: str, write: Write, at: int) -> Layout:
    name = f"{type_}-{'abc'[at]}" + ("-held-out" if at == 2 else "")

    def layout(scene: Scene) -> Made:
        body, truth = write(scene, at)
        return Made(type_, name, body, truth)

    return layout


def truth(scene: Scene, number: str = "", period: str = "", people: Iterable[tuple[str, Person]] = ()) -> Truth:
    """Return the truth of a paper of the office of the scene, signed on its day."""
    named = tuple((role, person.name, person.nip) for role, person in people)
    return Truth(number, scene.date, str(scene.year), period, scene.office.full, named)


def months(scene: Scene, first: int, last: int) -> str:
    """Return a period of months of the year of the scene."""
    return f"{scene.year}-{first:02d}/{scene.year}-{last:02d}"


def paper(scene: Scene, *parts: Blocks, title: str = "", wide: bool = False, footer: str = "") -> b.Paper:
    """Return a paper in a font and size that are drawn."""
    font = scene.chance.choice(("Times", "Times", "Helvetica", "Helvetica", "Vera", "Courier"))
    size = scene.chance.choice(("folio", "folio", "a4", "letter"))
    if footer or scene.chance.random() < 0.15:
        footer = footer or TTE
    blocks = tuple(block for part in parts for block in part)
    return b.Paper(blocks, font, wide, footer, title, scene.office.name, size=size)


def number(scene: Scene, code: str) -> str:
    """Return a number of the usual shapes; `code` is the classification, such as 800."""
    office, year = scene.office, scene.date[:4]
    serial, month = scene.chance.randint(3, 480), ROMAN[int(scene.date[5:7]) - 1]
    return scene.chance.choice(
        (
            f"{code}/{serial}/{office.unit_code}/{year}",
            f"{code}/{serial:03d}/{office.code}/{year}",
            f"{code}.{serial % 9 + 1}/{serial}-{office.code}/{month}/{year}",
            f"{code} / {serial} / {month} / {year}",
        )
    )


def kop(scene: Scene) -> Blocks:
    """Return the letterhead."""
    return (b.Kop(scene.office),)


def typed(scene: Scene) -> Blocks:
    """Return a head that is only typed: region and office, no address."""
    office = scene.office
    parent = (office.parent.upper(),) if office.parent else ()
    return (b.Title((f"PEMERINTAH {office.region.upper()}", *parent, office.name.upper()), 13), b.Gap(3))


def title(*lines: str, size: float = 12) -> Blocks:
    """Return centred bold lines in capitals."""
    return (b.Title(tuple(line.upper() for line in lines), size),)


def cover(scene: Scene, *lines: str) -> Blocks:
    """Return a cover page and the break after it."""
    office = scene.office
    below = (office.name.upper(), office.region.upper(), str(scene.year))
    return (b.Gap(35), b.Title(tuple(line.upper() for line in lines), 18), b.Gap(75), b.Title(below, 14), b.Page())


def say(*texts: str) -> Blocks:
    """Return paragraphs."""
    return tuple(b.Text(text) for text in texts)


def part(heading: str, *inside: Blocks | str) -> Blocks:
    """Return a bold heading and what stands under it."""
    found: list[b.Block] = [b.Text(heading, "l", True)]
    for each in inside:
        found += [b.Text(each)] if isinstance(each, str) else each
    return tuple(found)


def chapters(*parts: tuple[str, Blocks]) -> Blocks:
    """Return chapters BAB I, BAB II …"""
    found: list[b.Block] = []
    for at, (heading, inside) in enumerate(parts):
        found += [b.Title((f"BAB {ROMAN[at]}", heading.upper())), *inside]
    return tuple(found)


def fields(*pairs: tuple[str, str]) -> Blocks:
    """Return lines of label, colon, value."""
    return (b.Fields(pairs),)


def table(
    head: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], widths: tuple[float, ...], size: float = 9
) -> Blocks:
    """Return a ruled table with one heading row."""
    return (b.Grid((head, *(tuple(str(cell) for cell in row) for row in rows)), widths, size=size),)


def listed(*items: str) -> Blocks:
    """Return a numbered list."""
    return tuple(b.Text(f"{at}. {item}", indent=4) for at, item in enumerate(items, 1))


def when(scene: Scene) -> str:
    """Return place and day of signing."""
    return f"{scene.office.place}, {day(scene.date)}"


def chief(office: Office) -> str:
    """Return the post of the head with the office: Kepala Dinas Sosial, Camat Sukarasa."""
    rest = office.name.split(" ", 1)[1]
    return f"Camat {rest}" if office.kind == "kecamatan" else f"Kepala {office.name}"


def hand(scene: Scene, before: tuple[str, ...], person: Person) -> b.Sign:
    """Return a block of signature, signed with ink or marked as a copy of a signed paper."""
    ink = scene.chance.random() < 0.75
    stamp = scene.office.stamp if ink and person == scene.office.head else ""
    return b.Sign(before, person, ink, stamp, "" if ink else scene.chance.choice(("ttd", "TTD", "ttd.", "dto")))


def signed(scene: Scene, upper: bool = False) -> Blocks:
    """Return place, day and the signature of the head of the office."""
    post = f"{chief(scene.office)},"
    return (hand(scene, (when(scene), *_folded(post.upper() if upper else post)), scene.office.head),)


def pair(scene: Scene, left: tuple[str, Person], right: tuple[str, Person]) -> Blocks:
    """Return two blocks of signature beside each other, the day above the right one."""
    one = hand(scene, ("", *_folded(left[0])), left[1])
    return (b.Signs((one, hand(scene, (when(scene), *_folded(right[0])), right[1]))),)


def _folded(text: str, most: int = 42) -> tuple[str, ...]:
    """Return a text on as few lines as fit a block of signature."""
    lines = [""]
    for word in text.split():
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1] + word) < most else [*lines, word]
    return tuple(lines)


def sheet_sign(scene: Scene) -> tuple[str, ...]:
    """Return the lines of signature under a sheet."""
    head = scene.office.head
    return (when(scene), f"{chief(scene.office)},", "ttd", head.name, f"NIP. {head.spaced}")


def comma(value: float, places: int = 2) -> str:
    """Return a number with a decimal comma."""
    return f"{value:.{places}f}".replace(".", ",")


def rupiah(value: int) -> str:
    """Return an amount with dots between the thousands."""
    return f"{value:,}".replace(",", ".")


def month(at: int) -> str:
    """Return the name of a month, from 1."""
    return MONTHS[at - 1]
