"""Decrees: what one decides (`Matter`) and how one looks (`Style`), kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .. import blocks as b
from ..office import Person, day
from ..scene import Scene, Truth
from .parts import (
    Draw,
    Drawn,
    chief,
    deputy,
    entry,
    filled,
    number,
    printed,
    ruler,
    signed,
    stranger,
    wrapped,
)
from .tables import SPREADS, Table

LAWS = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 Nomor"
    " 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)",
    "Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir"
    " dengan Undang-Undang Nomor 6 Tahun 2023",
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan"
    " Publik",
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagaimana telah diubah dengan Peraturan"
    " Pemerintah Nomor 72 Tahun 2019",
    "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil",
    "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang Pedoman"
    " Standar Pelayanan",
    "Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah",
)
LOCAL = (
    "Peraturan Daerah {region} Nomor 7 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah {region}",
    "Peraturan {ruler} Nomor 31 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi, serta Tata Kerja"
    " {office}",
    "Peraturan {ruler} Nomor 12 Tahun 2020 tentang Pedoman Tata Naskah Dinas di Lingkungan Pemerintah {region}",
)
_FROM_TWO = ("kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
ORDERS = {
    "upper": tuple(word.upper() for word in ("kesatu", *_FROM_TWO)),
    "first": tuple(word.upper() for word in ("pertama", *_FROM_TWO)),
    "lower": tuple(word.capitalize() for word in ("kesatu", *_FROM_TWO)),
    "old": tuple(word.capitalize() for word in ("pertama", *_FROM_TWO)),
}
CLOSINGS = (
    "Keputusan ini mulai berlaku pada tanggal ditetapkan, dengan ketentuan apabila di kemudian hari terdapat kekeliruan"
    " akan diadakan perbaikan sebagaimana mestinya.",
    "Keputusan ini berlaku sejak tanggal ditetapkan.",
    "Apabila dikemudian hari ternyata terdapat kekeliruan dalam Keputusan ini akan diubah dan dibetulkan kembali"
    " sebagaimana mestinya.",
)
BUDGET = (
    "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah"
    " {region} melalui DPA {name} Tahun Anggaran {year}."
)
REPEAL = (
    "Pada saat Keputusan ini mulai berlaku, Keputusan {chief} Nomor 188.45/17/2019 tentang hal yang sama dicabut dan"
    " dinyatakan tidak berlaku."
)


@dataclass(frozen=True)
class Matter:
    """What a decree decides: what about (one wording a layout), why, on which laws, what, and the annex."""

    about: tuple[str, str, str]
    why: tuple[str, ...]
    laws: tuple[str, ...]
    decides: tuple[str, ...]
    annex: Callable[[Scene], Table] | None = None


@dataclass(frozen=True)
class Style:
    """How a decree looks.

    `head` is kop, crown (crest and office, no address), ruler or bare; `by` the post that signs: head, plt, for (a.n.
    head of region) or ruler; `spread` how the annex is printed, `inside` whether it stands before the closing.
    """

    name: str
    title: tuple[str, ...]
    shape: str
    order: str = "upper"
    head: str = "kop"
    by: str = "head"
    way: str = "ink"
    spread: str = "grid"
    inside: bool = False
    upper: bool = True
    copies: bool = True
    annex_head: str = "LAMPIRAN"
    close: str = "plain"
    font: str = ""


STYLES = {
    "kop": Style(
        "kop",
        ("KEPUTUSAN {post}", "{region}", "NOMOR : {number}", " ", "TENTANG", " ", "{about}", " ", "{post} {region},"),
        "old",
    ),
    "short": Style(
        "short",
        ("KEPUTUSAN {post}", "NOMOR {number}", "TENTANG", "{about}", "DENGAN RAHMAT TUHAN YANG MAHA ESA", "{post},"),
        "new",
        spread="numbered",
        way="tte",
        copies=False,
        annex_head="LAMPIRAN I",
    ),
    "letter": Style(
        "letter",
        ("SURAT KEPUTUSAN", "{post} {region}", "Nomor : {number}", "TENTANG", "{about}"),
        "spaced",
        order="first",
        way="ttd",
        spread="prose",
        font="Helvetica",
    ),
    "crown": Style(
        "crown",
        ("KEPUTUSAN {post} {region}", "NOMOR {number}", "TENTANG", "{about}", "{post} {region},"),
        "year",
        head="crown",
        order="lower",
        spread="entries",
        close="fields",
    ),
    "acting": Style(
        "acting",
        ("KEPUTUSAN", "{post}", "NOMOR : {number}", "T E N T A N G", "{about}"),
        "kept",
        by="plt",
        order="old",
        spread="grid",
        upper=False,
        annex_head="Lampiran",
    ),
    "ruler": Style(
        "ruler",
        ("KEPUTUSAN {post}", "NOMOR {number}", "TENTANG", "{about}", "{post},"),
        "new",
        head="ruler",
        by="ruler",
        way="copy",
        spread="numbered",
        font="Vera",
    ),
    "inside": Style(
        "inside",
        ("KEPUTUSAN {post}", "NOMOR : {number}", "TENTANG", "{about}", "{post},"),
        "roman",
        order="first",
        inside=True,
        way="ttd",
        copies=False,
    ),
    "for": Style(
        "for",
        ("KEPUTUSAN {post}", "NOMOR : {number}", "TENTANG", "{about}", "{post},"),
        "tail",
        head="ruler",
        by="for",
        spread="prose",
        close="fields",
        annex_head="Lampiran Keputusan",
    ),
    "copy": Style(
        "copy",
        ("KEPUTUSAN {post} {region}", "NOMOR {number}", "TENTANG", "{about}"),
        "code",
        head="bare",
        order="lower",
        way="copy",
        spread="entries",
        upper=False,
    ),
}


def decree(matter: Matter, style: str, wording: int) -> Draw:
    """Return how a decree on this matter is drawn in one of the styles, with one of its three wordings."""
    look = STYLES[style]

    def draw(scene: Scene) -> Drawn:
        return _decree(scene, matter, look, matter.about[wording])

    return draw


def _decree(scene: Scene, matter: Matter, look: Style, about: str) -> Drawn:
    told = filled(about, scene)
    value = number(scene, look.shape)
    post = ruler(scene.office) if look.by in ("ruler", "for") else chief(scene.office)
    table = matter.annex(scene) if matter.annex else None
    spread = SPREADS[look.spread](table) if table else ()
    who, before = _signatory(scene, look)
    body: tuple[b.Block, ...] = (
        *_top(scene, look),
        _title(scene, look, told, value, post),
        *preamble(scene, matter.why, matter.laws, "lower" not in look.order),
        b.Title(("MEMUTUSKAN :" if look.order != "old" else "M E M U T U S K A N",), 11.5),
        b.Clause("Menetapkan", (("", f"KEPUTUSAN {post} TENTANG {told}.".upper()),)),
        *_decisions(scene, matter, look, bool(table)),
        *(spread if look.inside else ()),
    )
    tail = _copies(scene) if look.copies else ()
    annex: tuple[b.Block, ...] = ()
    if table and not look.inside:
        annex = (b.Page(), _annex_head(scene, look, told, value, post), *spread, *signed(scene, before, who, look.way))
    closing = _closing(scene, look, before, who)
    paper = printed(scene, (*body, *closing, *tail, *annex), look.way, look.font, title=told)
    issuer = ruler(scene.office) if look.by in ("ruler", "for") else scene.office.full
    signatory = entry("signatory", who) if isinstance(who, Person) else ("signatory", who, "")
    people = (signatory, *(table.people if table else ()))
    return paper, Truth(value, scene.date, str(scene.year) if str(scene.year) in told else "", "", issuer, people)


def _top(scene: Scene, look: Style) -> tuple[b.Block, ...]:
    office = scene.office
    match look.head:
        case "kop":
            return (b.Kop(office),)
        case "crown":
            return (b.Crown((f"PEMERINTAH {office.region}".upper(), office.name.upper())),)
        case "ruler":
            copy = (b.Text("SALINAN", "r", True),) if look.way == "copy" else ()
            return (*copy, b.Crown((ruler(office).upper(), office.province.upper())))
        case _:
            return b.Text("S A L I N A N" if scene.chance.random() < 0.5 else "SALINAN", "r", True), b.Gap(4)


def _title(scene: Scene, look: Style, about: str, value: str, post: str) -> b.Title:
    region = scene.office.region
    lines = []
    for line in look.title:
        text = line.format(post=post.upper(), region=region.upper(), number=value, about=about.upper())
        lines.append(text)
    return b.Title(tuple(lines), 11.5)


def preamble(
    scene: Scene, why: tuple[str, ...], laws: tuple[str, ...], local: bool = True, count: int = 3
) -> tuple[b.Clause, b.Clause]:
    """Return Menimbang and Mengingat: the reasons given, some of the general laws, and those on the matter."""
    office = scene.office
    reasons = [filled(f"bahwa {text}", scene) for text in why]
    reasons.append("bahwa berdasarkan pertimbangan sebagaimana dimaksud di atas, perlu menetapkan Keputusan;")
    general = [LAWS[at] for at in sorted(scene.chance.sample(range(len(LAWS)), count))]
    found = [*general, *laws, *(scene.chance.sample(LOCAL, 2) if local else LOCAL[1:2])]
    marks = [chr(97 + at) for at in range(len(reasons))]
    assert office.name
    return (
        b.Clause(
            "Menimbang", tuple((f"{mark}.", f"{text.rstrip(';')};") for mark, text in zip(marks, reasons, strict=True))
        ),
        b.Clause("Mengingat", tuple((f"{at}.", f"{filled(text, scene)};") for at, text in enumerate(found, 1))),
    )


def _decisions(scene: Scene, matter: Matter, look: Style, annexed: bool) -> tuple[b.Block, ...]:
    told = [filled(text, scene) for text in matter.decides]
    if annexed:
        where = "tabel di bawah ini" if look.inside else f"tercantum dalam {look.annex_head} Keputusan ini"
        told[0] = f"{told[0].rstrip('.')} sebagaimana {where}."
    if scene.chance.random() < 0.4:
        told.append(filled(BUDGET, scene))
    if scene.chance.random() < 0.3:
        told.append(filled(REPEAL, scene))
    told.append(scene.chance.choice(CLOSINGS))
    return tuple(b.Clause(word, (("", text),)) for word, text in zip(ORDERS[look.order], told, strict=False))


def _signatory(scene: Scene, look: Style) -> tuple[Person | str, tuple[str, ...]]:
    office = scene.office
    match look.by:
        case "plt":
            return deputy(scene), wrapped(f"Plt. {chief(office).upper()},")
        case "ruler":
            return office.ruler_name.upper(), (f"{ruler(office).upper()},",)
        case "for":
            name = stranger(scene)
            return name, (f"a.n. {ruler(office).upper()}", "SEKRETARIS DAERAH,")
        case _:
            post = chief(office)
            return office.head, wrapped(f"{post.upper() if look.upper else post},")


def _closing(scene: Scene, look: Style, before: tuple[str, ...], who: Person | str) -> tuple[b.Block, ...]:
    office = scene.office
    if look.close == "fields":
        where = b.Fields((("Ditetapkan di", office.place), ("pada tanggal", day(scene.date))), label=40)
        return b.Gap(4), where, *signed(scene, before, who, look.way)
    lines = (f"Ditetapkan di {office.place}", f"pada tanggal {day(scene.date)}", *before)
    return signed(scene, lines, who, look.way)


def _annex_head(scene: Scene, look: Style, about: str, value: str, post: str) -> b.Block:
    kind = f"KEPUTUSAN {post}"
    pairs = [("NOMOR", value), ("TANGGAL", day(scene.date)), ("TENTANG", about)]
    if look.upper:
        return b.Fields(((look.annex_head.upper(), kind.upper()), *((a, v.upper()) for a, v in pairs)), 9, 28)
    lines = "\n".join(f"{label.capitalize()} : {text}" for label, text in pairs)
    return b.Text(f"{look.annex_head} : {kind}\n{lines}", "l", size=9, indent=70)


def _copies(scene: Scene) -> tuple[b.Block, ...]:
    office = scene.office
    receivers = [
        f"{ruler(office)} (sebagai laporan)",
        f"Inspektur {office.region}",
        f"Kepala Bagian Organisasi {office.region}",
    ]
    kept = scene.chance.sample(receivers, scene.chance.randint(1, 3))
    lines = "\n".join(f"{at}. {text};" for at, text in enumerate([*kept, "Yang bersangkutan"], 1))
    return (
        b.Text(scene.chance.choice(("Tembusan :", "Tembusan disampaikan kepada Yth.:")), "l", size=9),
        b.Text(lines, "l", size=9),
    )
