"""Papers that regulate: chapters and articles, promulgation, official copies."""

from __future__ import annotations

from dataclasses import dataclass

from .. import blocks as b
from ..office import Person, day
from ..scene import Scene
from .parts import ROMAN, filled, ruler, signed, stranger, wrapped

GRACE = "DENGAN RAHMAT TUHAN YANG MAHA ESA"
Chapters = tuple[tuple[str, tuple[str, ...]], ...]
END = "KETENTUAN PENUTUP"


@dataclass(frozen=True)
class Issuer:
    """Who issues: the lines under the crest, the words of the title, the post that signs, who, and for whom."""

    crest: tuple[str, ...]
    title: str
    post: str
    who: Person | str
    office: str


def of_region(scene: Scene) -> Issuer:
    """Return the head of region as issuer of a Perbup or Perwali."""
    post = ruler(scene.office)
    crest = (post.upper(), scene.office.province.upper())
    name = scene.office.ruler_name.upper()
    return Issuer(crest, f"PERATURAN {post.upper()}", post, name, post)


def of_council(scene: Scene) -> Issuer:
    """Return the head of region as issuer of a Perda, decided together with the council."""
    one = of_region(scene)
    return Issuer(one.crest, f"PERATURAN DAERAH {scene.office.region.upper()}", one.post, one.who, one.office)


def opening(scene: Scene, issuer: Issuer, value: str, about: str, grace: bool = True) -> b.Title:
    """Return the title of a regulation down to the post that regulates."""
    top = (issuer.title, f"NOMOR {value}", " ", "TENTANG", " ", about.upper(), " ")
    return b.Title((*top, *((GRACE, " ") if grace else ()), f"{issuer.post.upper()},"), 11.5)


def grounds(scene: Scene, why: tuple[str, ...], laws: tuple[str, ...]) -> tuple[b.Block, ...]:
    """Return Menimbang and Mengingat of a regulation."""
    reasons = [*why, "berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a perlu menetapkan Peraturan"]
    return (
        b.Clause(
            "Menimbang", tuple((f"{chr(97 + at)}.", filled(f"bahwa {t};", scene)) for at, t in enumerate(reasons))
        ),
        b.Clause("Mengingat", tuple((f"{at}.", filled(f"{text};", scene)) for at, text in enumerate(laws, 1))),
    )


def chapters(scene: Scene, parts: Chapters, numbered: bool = True) -> tuple[b.Block, ...]:
    """Return chapters with their articles, counted through; without `numbered` a plain heading stands for BAB."""
    found: list[b.Block] = []
    article = 0
    for at, (heading, articles) in enumerate(parts):
        lines = (f"BAB {ROMAN[at]}", heading) if numbered else (heading,)
        found.append(b.Title(lines, 11))
        for text in articles:
            article += 1
            found += [b.Title((f"Pasal {article}",), 11), b.Text(filled(text, scene))]
    return tuple(found)


def ordered(kind: str, about: str) -> tuple[b.Block, ...]:
    """Return MEMUTUSKAN and Menetapkan."""
    return b.Title(("MEMUTUSKAN:",), 11.5), b.Clause("Menetapkan", (("", f"{kind} TENTANG {about}.".upper()),))


def closing(scene: Scene, issuer: Issuer, way: str, place: str = "") -> tuple[b.Block, ...]:
    """Return the block of signature of a regulation."""
    where = place or scene.office.place
    before = (f"Ditetapkan di {where}", f"pada tanggal {day(scene.date)}", *wrapped(f"{issuer.post.upper()},", 36))
    return signed(scene, before, issuer.who, way)


def promulgated(scene: Scene, value: str, journal: str = "BERITA", style: str = "full") -> b.Text:
    """Return the promulgation by the secretary of the region, and the place in the journal."""
    office = scene.office
    serial, _, year = value.partition(" TAHUN ")
    who = f"SEKRETARIS DAERAH {office.region.upper()},\n\nttd\n\n{stranger(scene).upper()}\n\n"
    when = f"Diundangkan di {office.place}\npada tanggal {day(scene.date)}\n"
    line = f"{journal} DAERAH {office.region.upper()} TAHUN {year} NOMOR {serial}"
    return b.Text(f"{when}{who}{line}" if style == "full" else f"{when}{line}", "l")
