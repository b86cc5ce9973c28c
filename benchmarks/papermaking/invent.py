"""An office, its region and everybody in it, invented from a seed."""

from __future__ import annotations

from random import Random

from .office import RANKS, Office, Person
from .pool import FAMILY, MEN, PLACES, PROVINCES, STREETS, VILLAGES, WOMEN
from .services import KINDS, Kind, products

Post = tuple[str, str, str]
DEGREES = {
    "S1": ("S.Sos.", "S.E.", "S.Kom.", "S.H.", "S.AP.", "S.T."),
    "D3": ("A.Md.",),
    "S2": ("M.Si.", "M.M.", "M.AP."),
}


def invent(chance: Random, kind: Kind | None = None) -> Office:
    """Return an invented office with between fifteen and thirty people."""
    kind = kind or chance.choice(KINDS)
    place = chance.choice(PLACES)
    region = f"{chance.choice(('Kabupaten', 'Kabupaten', 'Kota'))} {place}"
    name = kind.name if kind.kind in ("dinas", "badan") else f"{kind.name} {chance.choice(VILLAGES)}"
    code = chance.randint(300, 990)
    staff = _staff(kind, name, chance)
    return Office(
        name,
        kind.short if kind.kind in ("dinas", "badan") else f"{kind.short} {name.rsplit(' ', 1)[-1]}",
        region,
        f"Provinsi {chance.choice(PROVINCES)}",
        place,
        _address(kind, place, code, chance),
        kind.short.upper().rstrip("."),
        "Bupati" if region.startswith("Kabupaten") else "Wali Kota",
        f"H. {chance.choice(MEN)} {chance.choice(FAMILY)}, S.E.",
        f"{chance.randint(400, 440)}.{chance.randint(100, 330)}",
        staff[0],
        staff,
        products(kind, f"(0{code}) 000-{chance.randint(100, 999)}", chance),
        f"{kind.parent}" if kind.parent else "",
        kind.kind,
    )


def _address(kind: Kind, place: str, code: int, chance: Random) -> tuple[str, ...]:
    street = f"Jalan {chance.choice(STREETS)} Nomor {chance.randint(1, 120)}"
    site = f"{kind.short.lower().strip('.')}.{place.lower().replace(' ', '')}.example"
    phone = f"(0{code}) 000-{chance.randint(100, 999)}"
    return chance.choice(
        (
            (f"{street} {place}, Telepon {phone}, Faksimile {phone[:-1]}9", f"Laman {site}, Pos-el info@{site}"),
            (f"{street} Telp. {phone} Kode Pos 00{chance.randint(100, 999)}", f"website: {site} email: info@{site}"),
            (f"{street}, {place} 00{chance.randint(100, 999)}", f"Telp/Fax {phone}"),
        )
    )


def _posts(kind: Kind, chance: Random) -> list[Post]:
    """Return post, unit and grade of everybody, the head first."""
    third = f"Kepala {kind.unit}" if kind.kind != "puskesmas" else f"Penanggung Jawab {kind.unit}"
    found: list[Post] = [
        (kind.head, "Pimpinan", chance.choice(("IV/b", "IV/c")) if kind.unit == "Bidang" else "IV/a"),
        (kind.second, "Sekretariat", "IV/a" if kind.unit == "Bidang" else "III/d"),
        ("Kepala Subbagian Umum dan Kepegawaian", "Sekretariat", "III/d"),
        ("Kepala Subbagian Perencanaan dan Keuangan", "Sekretariat", "III/c"),
    ]
    units = [f"{kind.unit} {section}" for section in kind.sections]
    found += [(f"{third} {section}", f"{kind.unit} {section}", "III/d") for section in kind.sections]
    found.append(("Pengelola Pengaduan Publik", "Sekretariat", "III/a"))
    for expert in kind.experts:
        for _ in range(chance.randint(1, 3)):
            found.append((expert, chance.choice(units), chance.choice(("III/c", "III/b", "III/a", "II/d", "IX"))))
    for _ in range(chance.randint(2, 5)):
        found.append(("Pengadministrasi Perkantoran", "Sekretariat", chance.choice(("II/c", "II/d"))))
    return found


def _staff(kind: Kind, name: str, chance: Random) -> tuple[Person, ...]:
    taken: set[str] = set()
    return tuple(
        person(chance, post, unit, grade, serial, taken)
        for serial, (post, unit, grade) in enumerate(_posts(kind, chance), 901)
    )


def person(chance: Random, post: str, unit: str, grade: str, serial: int, taken: set[str]) -> Person:
    """Return an invented official whose name is not taken yet; serials from 901 are hardly ever given out."""
    sex = chance.choice("LP")
    while (name := f"{chance.choice(MEN if sex == 'L' else WOMEN)} {chance.choice(FAMILY)}") in taken:
        pass
    taken.add(name)
    school = "S2" if grade.startswith("IV") else "SMA" if grade == "II/c" else "D3" if grade == "II/d" else "S1"
    if school != "SMA":
        name += f", {chance.choice(DEGREES['S1' if school == 'S2' else school])}"
    if school == "S2":
        name += f", {chance.choice(DEGREES['S2'])}"
    born = chance.randint(1968, 1980) if school == "S2" else chance.randint(1974, 1998)
    birth = f"{born}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    start = f"{chance.randint(max(born + 22, 1995), 2023)}"
    start = f"{chance.randint(2021, 2024)}21" if grade == "IX" else f"{start}{chance.randint(1, 12):02d}"
    nip = f"{birth}{start}{1 if sex == 'L' else 2}{serial}"
    return Person(name, nip, RANKS[grade], grade, post, unit, sex, school)
