"""What layouts share: numbers, posts, signatures, and ways to spoil a paper."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from .. import blocks as b
from ..office import MONTHS, Office, Person, Product, day
from ..products import SOSIAL
from ..scene import Layout, Made, Scene, Truth
from ..sheet import Sheet

Drawn = tuple[b.Paper | tuple[Sheet, ...], Truth]
Draw = Callable[[Scene], Drawn]
Listed = tuple[tuple[str, str, str], ...]

ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()  # noqa: SIM905
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SHAPES = {
    "old": "188.45/{n}/{unit}/{y}",
    "kept": "188.4/{n}/KEPT/{unit}/{y}",
    "new": "100.3.3.2/{n}/{unit}/{y}",
    "year": "{n} TAHUN {y}",
    "roman": "{code}.060/{n}.a/{m}/{y}",
    "spaced": "800 / Kep.{n} / {code} / {y}",
    "tail": "060/{n}/{unit}/{y}/SK",
    "sop": "{n:02d}/SOP/{code}/{m}/{y}",
    "code": "000.8.3.3/{n}/{code}/{y}",
    "letter": "400.9/{n}/{unit}/{y}",
    "staff": "800.1.11.1/{n}/{code}/{y}",
    "memo": "{n}/ND/{code}/{m}/{y}",
    "minutes": "000.1.5/{n}/{code}/{y}",
}
STRANGERS = (
    "Wisnu Barawaja, S.H., M.H.",
    "Nagendra Sastrawidjaja, M.Pd.",
    "Sekarjati Widowarno, M.Si.",
    "Baruna Tirtawidjaja, S.E., M.M.",
    "Prabaswara Hanindita, M.A.",
    "Ratnamaya Ciptaningrum, S.Sos.",
    "Wirayuda Purbanegara, S.H.",
    "Lintangsari Pramudhita, M.I.Kom.",
    "Gunaratna Widyasasmita, Ph.D.",
    "Astiningtyas Wredaswara, S.Pd.",
)
FOOTERS = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh\n"
    "Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara",
    "UU ITE No 11 Tahun 2008 Pasal 5 Ayat 1: Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya "
    "merupakan alat bukti hukum yang sah.\nDokumen ini ditandatangani secara elektronik menggunakan sertifikat"
    " elektronik yang diterbitkan BSrE, BSSN",
    "Catatan: dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik dari BSrE - BSSN",
)


def triple(
    kind: str, first: tuple[str, Draw], second: tuple[str, Draw], third: tuple[str, Draw]
) -> tuple[Layout, Layout, Layout]:
    """Return the three layouts of a type; the third is the one held out."""
    held = (f"{third[0]} held-out", third[1])
    return _layout(kind, *first), _layout(kind, *second), _layout(kind, *held)


def numbered(
    kind: str, names: tuple[str, str, str], draw: Callable[[Scene, int], Drawn]
) -> tuple[Layout, Layout, Layout]:
    """Return the three layouts of a type that one function draws, told which of 0, 1 and 2 it is."""
    one, two, three = names
    return triple(
        kind,
        (one, lambda scene: draw(scene, 0)),
        (two, lambda scene: draw(scene, 1)),
        (three, lambda scene: draw(scene, 2)),
    )


def _layout(kind: str, name: str, draw: Draw) -> Layout:
    def made(scene: Scene) -> Made:
        paper, truth = draw(scene)
        return Made(kind, name, paper, truth)

    return made


def seat(office: Office) -> str:
    """Return the region without its kind: Tirta Kencana."""
    return office.region.split(maxsplit=1)[-1]


def ruler(office: Office) -> str:
    """Return the head of region: Bupati Tirta Kencana."""
    return f"{office.ruler} {seat(office)}"


def chief(office: Office) -> str:
    """Return the post of the head with the name of the office: Kepala Dinas Sosial."""
    first = office.name.split(maxsplit=1)[0]
    named = {"Kecamatan": "Camat", "Kelurahan": "Lurah", "Inspektorat": "Inspektur"}
    if first in named:
        return office.name.replace(first, named[first], 1)
    return f"{'Direktur' if first in ('RSUD', 'Rumah') else 'Kepala'} {office.name}"


def products(scene: Scene) -> tuple[Product, ...]:
    """Return the service products of the office."""
    return scene.office.products or SOSIAL


def filled(text: str, scene: Scene, **more: str) -> str:
    """Return a sentence with the names of the scene in place of its braces."""
    office = scene.office
    return text.format(
        office=office.full,
        name=office.name,
        region=office.region,
        seat=seat(office),
        place=office.place,
        chief=chief(office),
        ruler=ruler(office),
        year=scene.year,
        date=day(scene.date),
        **more,
    )


def number(scene: Scene, shape: str, top: int = 480) -> str:
    """Return a number of one of the shapes in use, of the year of the paper's date."""
    year, month, _ = scene.date.split("-")
    unit, code = scene.office.unit_code, scene.office.code
    serial = scene.chance.randint(2, top)
    return SHAPES[shape].format(n=serial, unit=unit, code=code, y=year, m=ROMAN[int(month) - 1])


def some(scene: Scene, count: int) -> tuple[Person, ...]:
    """Return so many of the staff, drawn by lot, the head left out."""
    rest = [person for person in scene.office.staff if person.nip != scene.office.head.nip]
    return tuple(scene.chance.sample(rest, min(count, len(rest))))


def deputy(scene: Scene) -> Person:
    """Return the second in rank: who acts for the head."""
    staff = scene.office.staff
    return staff[1] if len(staff) > 1 else scene.office.head


def stranger(scene: Scene) -> str:
    """Return an invented name of somebody outside the office."""
    return scene.chance.choice(STRANGERS)


def entry(role: str, person: Person) -> tuple[str, str, str]:
    """Return a person as the truth lists them."""
    return role, person.name, person.nip


def wrapped(text: str, width: int = 30) -> tuple[str, ...]:
    """Return a post in lines short enough for a block of signature."""
    return tuple(textwrap.wrap(text, width, break_long_words=False))


def weekday(iso: str) -> str:
    """Return the Indonesian name of the day."""
    return DAYS[date.fromisoformat(iso).weekday()]


def earlier(iso: str, days: int) -> str:
    """Return the day so many days before (after, when negative) as ISO."""
    return (date.fromisoformat(iso) - timedelta(days)).isoformat()


_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def spelled(value: int) -> str:
    """Return a number in words, as minutes write dates."""
    if value < 12:
        return _ONES[value]
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if value < 20:
            return f"{_ONES[value - 10]} belas"
        if value >= size:
            many, rest = divmod(value, size)
            head = f"se{word}" if many == 1 else f"{spelled(many)} {word}"
            return f"{head} {spelled(rest)}".strip()
    return ""


def in_words(iso: str) -> str:
    """Return a date as minutes spell it: Senin tanggal dua bulan Februari tahun dua ribu dua puluh enam."""
    year, month, number_ = iso.split("-")
    return f"{weekday(iso)} tanggal {spelled(int(number_))} bulan {MONTHS[int(month) - 1]} tahun {spelled(int(year))}"


def place_and_day(scene: Scene, style: str = "line") -> tuple[str, ...]:
    """Return where and when a paper was signed, as one line or as a decree says it."""
    office = scene.office
    if style == "line":
        return (f"{office.place}, {day(scene.date)}",)
    return f"Ditetapkan di {office.place}", f"pada tanggal {day(scene.date)}"


def signed(scene: Scene, before: tuple[str, ...], who: Person | str, way: str) -> tuple[b.Block, ...]:
    """Return a closing block; `way` is ink, ttd, tte (electronic), copy (of a signed original) or none."""
    office = scene.office
    typed = scene.chance.choice(("ttd", "TTD", "dto."))
    mark = {"ttd": typed, "tte": "Ditandatangani secara elektronik", "copy": "ttd"}
    ink = way == "ink"
    person, name = (who, "") if isinstance(who, Person) else (None, who)
    block = b.Sign(before, person, ink, office.stamp if ink else "", mark.get(way, ""), name)
    if way != "copy":
        return (block,)
    if person:
        clerk = b.Sign(("Salinan sesuai dengan aslinya", "SEKRETARIS,"), deputy(scene), True, office.stamp)
    else:
        before_copy = ("Salinan sesuai dengan aslinya", "KEPALA BAGIAN HUKUM,")
        clerk = b.Sign(before_copy, None, True, f"PEMERINTAH {office.region} *".upper(), name=stranger(scene))
    return block, b.Signs((clerk, None))


def heads(scene: Scene, way: str = "ink", upper: bool = True, opening: tuple[str, ...] = ()) -> tuple[b.Block, ...]:
    """Return the closing block of the head of office, with place and day unless `opening` says otherwise."""
    post = chief(scene.office)
    lines = wrapped(f"{post.upper() if upper else post},")
    return signed(scene, (*(opening or place_and_day(scene)), *lines), scene.office.head, way)


def printed(scene: Scene, blocks: tuple[b.Block, ...], way: str = "", font: str = "", **looks: bool | str) -> b.Paper:
    """Return a paper with a font drawn by lot and the footer that belongs to an electronic signature."""
    wide = any(isinstance(block, b.Kop) for block in blocks)
    faces = ("Times", "Times", "Helvetica", "Times" if wide else "Vera")
    face = font or scene.chance.choice(faces)
    footer = scene.chance.choice(FOOTERS) if way == "tte" else ""
    paper = b.Paper(blocks, face, footer=footer, author=scene.office.name)
    return replace(paper, **looks)  # type: ignore[arg-type]


# --- spoilers: what goes wrong with real papers ---

NUMBER_LINE = re.compile(r"^((?:NOMOR|NO\.?)(?: DOKUMEN)?(?:\s*:\s*|\s+))(\S*\d.*)$", re.I | re.M)
KINDS = "sop|dokumen|sk|berita acara|pengaduan|harta kekayaan|register"
NUMBER_LABEL = re.compile(rf"^(?:nomor|no\.?)(?: (?:{KINDS}))?$|^spd nomor$", re.I)
DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) (\d{{4}})\b", re.I)
BANNERS = ("RANCANGAN", "DRAFT", "KONSEP")
DOTS = ". . . . . . . ."


def _walk(block: object, change: Callable[[str], str]) -> object:
    """Return the same structure with every string changed; people and offices are left alone."""
    if isinstance(block, str):
        return change(block)
    if isinstance(block, tuple):
        return tuple(_walk(part, change) for part in block)
    if isinstance(block, Person | Office) or not is_dataclass(block) or isinstance(block, type):
        return block
    return replace(block, **{part.name: _walk(getattr(block, part.name), change) for part in fields(block)})


def _each(paper: b.Paper, change: Callable[[str], str]) -> b.Paper:
    return replace(paper, blocks=_walk(paper.blocks, change), title="")  # type: ignore[arg-type]


def _bare(block: b.Block) -> b.Block:
    match block:
        case b.Sign():
            return replace(block, ink=False, stamp="", mark="")
        case b.Signs():
            return b.Signs(tuple(replace(one, ink=False, stamp="", mark="") if one else None for one in block.blocks))
        case _:
            return block


def unsigned(paper: b.Paper) -> b.Paper:
    """Return the paper before anybody signed it: no ink, no stamp, no ttd, no electronic signature."""
    blocks = tuple(_bare(block) for block in paper.blocks if not isinstance(block, b.Seal))
    bare = replace(paper, blocks=blocks, footer="")
    return _each(bare, lambda text: "" if text in ("ttd", "TTD", "dto.") else text.replace("\nttd\n", "\n\n"))


def as_draft(paper: b.Paper, banner: str = "RANCANGAN") -> b.Paper:
    """Return the paper as a draft: a banner on top, the day of signing left open, nobody has signed."""
    bare = unsigned(paper)
    found = signing_day(bare)
    day_of = re.compile(re.escape(found) if found else r"(?!)", re.I)
    opened = _each(bare, lambda text: day_of.sub(f"            {found[-4:]}", text))
    return replace(opened, blocks=(b.Text(banner, "r", True, size=14), *opened.blocks))


def signing_day(paper: b.Paper) -> str:
    """Return the day that stands by the signature, as printed; empty where none does."""
    found = ""
    for block in paper.blocks:
        if isinstance(block, b.Fields):
            lines: tuple[str, ...] = tuple(value for label, value in block.pairs if "tanggal" in label.lower())
        elif isinstance(block, b.Signs):
            lines = tuple(line for one in block.blocks if one for line in one.before)
        else:
            lines = block.before if isinstance(block, b.Sign) else ()
        if isinstance(block, b.Text) and block.align in "rl":
            lines = (block.text,)
        found = found or next((match[0] for line in lines for match in [DATE.search(line)] if match), "")
    return found


def number_of(paper: b.Paper) -> str:
    """Return the number that stands in the head of the paper, empty where there is none."""
    for block in paper.blocks:
        pairs, lines = _labelled(block)
        found = [value for label, value in pairs if NUMBER_LABEL.match(label.strip()) and re.search(r"\d", value)]
        found += [match[2] for line in lines for match in [NUMBER_LINE.search(line)] if match]
        if found:
            return found[0].strip()
    return ""


def _labelled(block: b.Block) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    match block:
        case b.Fields():
            return block.pairs, ()
        case b.Grid():
            cells = tuple(cell for row in block.rows for cell in row)
            return tuple(pair for row in block.rows for pair in pairwise(row)), cells
        case b.Title():
            return (), block.lines
        case b.Text():
            return (), (block.text,)
        case _:
            return (), ()


def without_number(paper: b.Paper, blank: bool = False, value: str = "") -> b.Paper:
    """Return the paper without its number (or this `value`); with `blank` only the serial is missing."""
    value = value or number_of(paper)
    if not value:
        return paper
    parts = value.split("/")
    left = "/".join((parts[0], "     ", *parts[2:])) if blank and len(parts) > 2 else ""
    return _each(paper, lambda text: text.replace(value, left).replace(value.upper(), left.upper()))


def as_template(paper: b.Paper, truth: Truth | None = None) -> b.Paper:
    """Return the paper as an empty form: dots for the office, people, days and numbers; cited laws stay."""
    office = next((block.office for block in paper.blocks if isinstance(block, b.Kop)), None)
    named = {name for _, name, _ in (truth.people if truth else ())}
    named |= {truth.office, truth.office.split(maxsplit=1)[-1]} if truth and truth.office else set()
    named |= {office.full, office.region, seat(office), office.name} if office else set()
    lost = sorted((name for name in named if len(name) > 3), key=len, reverse=True)
    names = re.compile("|".join(map(re.escape, lost)), re.I) if lost else None

    def dotted(text: str) -> str:
        text = names.sub(DOTS, text) if names else text
        text = DATE.sub(DOTS, text)
        return re.sub(r"\b\d{8} ?\d{6} ?\d ?\d{3}\b", DOTS, text)

    blocks = tuple(
        b.Title((f"PEMERINTAH KABUPATEN {DOTS}", f"DINAS {DOTS}"), 13) if isinstance(block, b.Kop) else _nobody(block)
        for block in unsigned(without_number(paper, value=truth.number if truth else "")).blocks
    )
    return _each(replace(paper, blocks=blocks, footer="", author=""), dotted)


def _nobody(block: b.Block) -> b.Block:
    def empty(one: b.Sign) -> b.Sign:
        return replace(one, person=None, name="(NAMA PEJABAT)")

    match block:
        case b.Sign():
            return empty(block)
        case b.Signs():
            return b.Signs(tuple(empty(one) if one else None for one in block.blocks))
        case _:
            return block
