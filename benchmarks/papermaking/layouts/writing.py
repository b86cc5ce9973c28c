"""Letters: the three ways an office heads, addresses and closes one."""

from __future__ import annotations

from dataclasses import dataclass

from .. import blocks as b
from ..office import Person, day
from ..scene import Scene, Truth
from .parts import Drawn, chief, deputy, entry, filled, heads, number, printed, ruler, signed, wrapped


@dataclass(frozen=True)
class Letter:
    """What a letter says: subject, to whom, paragraphs (braces are filled), and blocks that stand among them."""

    subject: str
    to: str
    text: tuple[str, ...]
    middle: tuple[b.Block, ...] = ()
    end: str = "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih."
    after: tuple[b.Block, ...] = ()
    people: tuple[tuple[str, str, str], ...] = ()
    year: bool = False


def known(scene: Scene, value: str = "", who: Person | str | None = None, year: bool = False) -> Truth:
    """Return the truth of a paper of the office that its head (or `who`) signs."""
    one = who or scene.office.head
    signer = entry("signatory", one) if isinstance(one, Person) else ("signatory", one, "")
    return Truth(value, scene.date, str(scene.year) if year else "", "", scene.office.full, (signer,))


def more(truth: Truth, people: tuple[tuple[str, str, str], ...]) -> Truth:
    """Return the truth with more people in it."""
    return Truth(truth.number, truth.date, truth.year, truth.period, truth.office, (*truth.people, *people))


def letter(scene: Scene, look: str, said: Letter, shape: str = "letter") -> Drawn:
    """Return the letter; `look` is kop (ink), modern (electronic) or classic (addressed at the right, for the head)."""
    value = number(scene, shape)
    who: Person = deputy(scene) if look == "classic" else scene.office.head
    subject = filled(said.subject, scene)
    paragraphs = tuple(b.Text(filled(text, scene)) for text in said.text)
    body = (*paragraphs, *said.middle, b.Text(said.end))
    top = {"kop": _kop, "modern": _modern, "classic": _classic}[look](scene, value, subject, filled(said.to, scene))
    way = {"kop": "ink", "modern": "tte", "classic": "ttd"}[look]
    paper = printed(scene, (*top, *body, *_end(scene, look, who), *said.after), way, title=subject)
    return paper, more(known(scene, value, who, said.year), said.people)


def _kop(scene: Scene, value: str, subject: str, to: str) -> tuple[b.Block, ...]:
    pairs = (("Nomor", value), ("Sifat", "Biasa"), ("Lampiran", "1 (satu) berkas"), ("Hal", subject))
    return (
        b.Kop(scene.office),
        b.Text(f"{scene.office.place}, {day(scene.date)}", "r"),
        b.Fields(pairs, label=25),
        b.Text(f"Yth. {to}\ndi -\n     Tempat", "l"),
        b.Gap(2),
    )


def _modern(scene: Scene, value: str, subject: str, to: str) -> tuple[b.Block, ...]:
    pairs = (("Tanggal", day(scene.date)), ("Nomor", value), ("Sifat", "Penting/Segera"), ("Hal", subject))
    return (
        b.Kop(scene.office),
        b.Text(f"Kepada Yth.:\n{to}", "l"),
        b.Fields(pairs, label=25),
        b.Text("Dengan hormat,", "l"),
    )


def _classic(scene: Scene, value: str, subject: str, to: str) -> tuple[b.Block, ...]:
    return (
        b.Kop(scene.office),
        b.Text(f"{scene.office.place}, {day(scene.date)}\nKepada\nYth. {to}\ndi Tempat", "l", indent=95),
        b.Fields((("Nomor", value), ("Lampiran", "-"), ("Perihal", subject)), label=22),
    )


def _end(scene: Scene, look: str, who: Person) -> tuple[b.Block, ...]:
    if look == "classic":
        before = (*wrapped(f"a.n. {chief(scene.office)}"), "Sekretaris,")
        return (
            *signed(scene, before, who, "ttd"),
            b.Text(f"Tembusan:\n1. {ruler(scene.office)};\n2. Pertinggal.", "l", size=9),
        )
    if look == "modern":
        return heads(scene, "tte", upper=False, opening=("",))
    copies = f"Tembusan Yth.:\n1. Sekretaris Daerah {scene.office.region};\n2. Inspektur {scene.office.region}."
    return (*heads(scene, "ink", opening=("",)), b.Text(copies, "l", size=9))
