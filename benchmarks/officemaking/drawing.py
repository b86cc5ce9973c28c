"""Which papers an office has: each requirement is met soundly, not at all, or by a paper that only looks like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from papermaking.invent import invent
from papermaking.office import Office, Person
from papermaking.scene import Layout, Made, Scene
from papermaking.services import KINDS

from . import spoiling
from .asked import Asked
from .item import Item, fold, text_of
from .judging import mentions

SUBJECTS = {"ombudsman": "ombudsman", "inspektorat": "inspektorat", "atasan langsung": "atasan langsung"}
SUMS = ("laporan_skm", "rekap_abk", "data_kepegawaian")
STANDARDS = ("standar_pelayanan", "sk_standar_pelayanan")
FORMS = ("kuesioner_skm", "formulir_permohonan")
# What is handed in by mistake for what is asked; a decree is mistaken for a decree on another matter.
LOOKALIKES: dict[str, tuple[str, ...]] = {
    "laporan_skm": ("laporan_spak", "kuesioner_skm", "laporan_survei_internal"),
    "laporan_kinerja_bulanan": ("laporan_kinerja_harian", "lkjip", "absensi"),
    "skp_tahunan": ("pak_angka_kredit", "perjanjian_kinerja"),
    "data_kepegawaian": ("daftar_gaji_tpp", "absensi", "daftar_hadir"),
    "rekap_abk": ("anjab", "evaluasi_jabatan"),
    "laporan_pengaduan": ("publikasi_pengaduan", "sop_pengaduan"),
    "lkjip": ("laporan_kegiatan",),
    "standar_pelayanan": ("laporan_spm", "sop"),
    "maklumat": ("sk_kode_etik",),
    "sk": ("sk_insentif", "sk_penghargaan", "sk_jam_pelayanan", "sk_inovasi", "sk_kode_etik"),
}
# Lists and plans stand without a signature; these do not.
SIGNED = (
    "sk_",
    "sop",
    "maklumat",
    "laporan_",
    "skp",
    "perjanjian",
    "ba_",
    "berita_acara",
    "notulen",
    "rekap_abk",
    "surat_",
)
STRICT = ("year", "previous_year", "year_or_previous", "in_force", "any")
AHEAD = ("renja", "rkpd")
EARLY = ("rka_dpa", "perjanjian_kinerja")
CLOSING = ("skp_tahunan", "lkjip", "pak_angka_kredit")
AFTERWARDS = ("laporan_", "rekap_pengaduan", "register_", "publikasi_", "data_kepegawaian", "matriks_")
NOT_AFTER = (
    "laporan_kinerja",
    "laporan_bimtek",
    "laporan_kegiatan",
    "laporan_penyuluhan",
    "laporan_fkp",
    "laporan_pengawasan",
)


@dataclass
class Drawer:
    """An office with the layouts its papers may have, and the papers drawn so far."""

    office: Office
    year: int
    chance: Random
    layouts: Mapping[str, tuple[Layout, ...]]
    items: list[Item] = field(default_factory=list)
    drawn: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)

    def requirements(self, every: Sequence[Asked]) -> None:
        """Draw for each requirement; a paper mostly suits the strictest period its type is asked for with."""
        for asked in every:
            for type_ in asked.types:
                self.periods[type_] = min(self.periods.get(type_, "any"), asked.period, key=STRICT.index)
        for asked in every:
            self.requirement(asked)

    def requirement(self, asked: Asked) -> None:
        """Draw what lies in the folder for one requirement; types already drawn for another are shared."""
        types = [type_ for type_ in asked.any_of if type_ in self.layouts]
        for type_ in (*asked.all_of, *([self._pick(asked, types)] if types else [])):
            if type_ in self.layouts:
                self._type(asked, type_)

    def _pick(self, asked: Asked, types: Sequence[str]) -> str:
        """Return a type whose papers can say what is asked, one already drawn for another requirement before others."""
        able = [type_ for type_ in types if mentions(asked, text_of(self.paper(asked, type_).made))] or list(types)
        known = [type_ for type_ in able if type_ in self.drawn]
        return known[0] if known else able[0] if self.chance.random() < 0.6 else self.chance.choice(able)

    def _type(self, asked: Asked, type_: str) -> None:
        known = self.drawn.get(type_)
        if known is not None and known != "sound":
            return
        if known == "sound" and any(i.made.type == type_ and mentions(asked, text_of(i.made)) for i in self.items):
            return
        fate = "sound" if known else self.chance.choices(("sound", "absent", "spoiled"), (60, 15, 25))[0]
        self.drawn[type_] = fate
        if fate == "absent":
            return
        if self.chance.random() < 0.75:
            asked = replace(asked, period=self.periods.get(type_, asked.period))
        made = self._sound(asked, type_)
        self.items += made if fate == "sound" else self._spoiled(asked, type_, made)

    def _sound(self, asked: Asked, type_: str) -> list[Item]:
        people = self.people(asked.count) if asked.distinct == "person" else [()] * asked.count
        found = [self.paper(asked, type_, person) for person in people]
        return found + self._other_products(asked, type_, found)

    def _other_products(self, asked: Asked, type_: str, found: list[Item]) -> list[Item]:
        """Return one more paper for each product the papers found do not speak of, where each needs one."""
        said = " ".join(text_of(item.made) for item in found)
        left = [each for each in self.office.products if asked.per_product and fold(each.name) not in said]
        return [self.paper(asked, type_, office=replace(self.office, products=(each,))) for each in left]

    def people(self, count: int) -> list[tuple[Person, ...]]:
        """Return that many different people under the heads of sections."""
        return [(person,) for person in self.chance.sample(self.office.staff[4:], count)]

    def paper(
        self,
        asked: Asked,
        type_: str,
        people: tuple[Person, ...] = (),
        office: Office | None = None,
        back: int = 0,
        spoil: str = "",
    ) -> Item:
        """Make one paper that serves a requirement; a layout that lacks the words asked for is laid aside."""
        year, date = self.when(asked.period, type_, back)
        subject = next((name for word, name in SUBJECTS.items() if any(word in each for each in asked.mentions)), "")
        three = self.layouts[type_]
        found: Made | None = None
        for layout in self.chance.sample(three, len(three)):
            made = layout(Scene(office or self.office, year, date, self.dice(), people, subject, spoil))
            found = found or made
            if mentions(asked, text_of(made)):
                found = made
                break
        assert found is not None
        return Item(found, year, date, "", asked.id)

    def dice(self) -> Random:
        """Return fresh dice, so that one paper never changes the next."""
        return Random(self.chance.getrandbits(64))

    def when(self, period: str, type_: str, back: int = 0) -> tuple[int, str]:
        """Return the year a paper serves and the day it is signed; `back` shifts both into the past."""
        latest = {"year": 0, "year_or_previous": 1, "previous_year": 1, "in_force": 2}.get(period, 0)
        least = 1 if period == "previous_year" or type_ in CLOSING else 0
        gap = 0 if type_ in (*AHEAD, *EARLY) else self.chance.randint(least, max(least, latest))
        year = self.year - gap - back
        month, signed = self.chance.randint(2, 8), year
        if type_ in AHEAD:
            signed, month = year - 1, self.chance.randint(6, 9)
        elif type_ in EARLY:
            month = 1
        elif type_ in CLOSING:
            signed, month = year + 1, self.chance.randint(1, 2)
        elif type_.startswith(AFTERWARDS) and not type_.startswith(NOT_AFTER):
            signed, month = (year + 1, self.chance.randint(1, 3)) if gap else (year, self.chance.randint(4, 8))
        return year, f"{signed}-{month:02d}-{self.chance.randint(2, 27):02d}"

    def _spoiled(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        ways = self.ways(asked, type_, sound[0].made)
        if not ways:
            return []
        way = self.chance.choice(ways)
        if way in spoiling.CHANGES:
            return [self._changed(item, way) for item in sound]
        return [replace(item, defect=way) for item in getattr(self, f"_{way}")(asked, type_, sound)]

    def _changed(self, item: Item, way: str) -> Item:
        made = spoiling.CHANGES[way](item.made, self.office, self.chance)
        return replace(item, made=made, defect=way)

    def ways(self, asked: Asked, type_: str, made: Made) -> list[str]:
        """Return the ways in which a paper of this type can fail this requirement."""
        ways = [] if type_ in FORMS else ["template", *([] if asked.draft else ["draft"])]
        ways += ["empty_form"] if spoiling.has_table(made) and type_ not in STANDARDS else []
        ways += ["unsigned"] if spoiling.has_sign(made) and type_.startswith(SIGNED) else []
        ways += ["blank_number"] if spoiling.has_number(made) else []
        ways += ["other_unit"] if made.truth.office == self.office.full else []
        ways += ["wrong_subject"] if self._mistaken(asked, type_) else []
        ways += ["same_person"] * 8 if asked.distinct == "person" else []
        dated = asked.period in ("year", "year_or_previous", "previous_year") and type_ != "renstra"
        ways += ["wrong_year", "near_duplicate"] if dated else []
        ways += ["arithmetic"] * 6 if type_ in SUMS else []
        return ways + (["missing_component"] * 8 if type_ in STANDARDS and asked.covers else [])

    def _mistaken(self, asked: Asked, type_: str) -> list[str]:
        wrong = LOOKALIKES.get(type_) or (LOOKALIKES["sk"] if type_.startswith("sk_") else ())
        return [each for each in wrong if each in self.layouts and each not in asked.types and each != type_]

    def _wrong_subject(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        return [
            self.paper(asked, self.chance.choice(self._mistaken(asked, type_)), item_people(item, self.office))
            for item in sound
        ]

    def _other_unit(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        other = neighbour(self.office, self.dice())
        people = (
            [(person,) for person in other.staff[5 : 5 + len(sound)]]
            if asked.distinct == "person"
            else [()] * len(sound)
        )
        return [self.paper(asked, type_, each, other) for each in people]

    def _same_person(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        person = item_people(sound[0], self.office)
        return [sound[0], *(self.paper(asked, type_, person) for _ in sound[1:])]

    def _wrong_year(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        return [self.paper(asked, type_, item_people(item, self.office), back=2) for item in sound]

    def _near_duplicate(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        found = []
        for item in sound:
            old = self.paper(asked, type_, item_people(item, self.office), back=2)
            found.append(replace(old, made=spoiling.redated(old.made, old.date, item.date), date=item.date))
        return found

    def _arithmetic(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        return [self.paper(asked, type_, spoil="arithmetic") for _ in sound]

    def _missing_component(self, asked: Asked, type_: str, sound: list[Item]) -> list[Item]:
        gone = self.chance.randrange(14)
        cut = [replace(p, components=p.components[:gone] + p.components[gone + 1 :]) for p in self.office.products]
        return [self.paper(asked, type_, office=replace(self.office, products=tuple(cut))) for _ in sound]

    def noise(self, many: int) -> None:
        """Add papers nobody asked for."""
        left = sorted(set(self.layouts) - set(self.drawn))
        free = Asked("", "document", (), (), 1, "", "year_or_previous", (), (), False, False)
        for type_ in self.chance.sample(left, min(many, len(left))):
            self.items.append(self.paper(free, type_))


def item_people(item: Item, office: Office) -> tuple[Person, ...]:
    """Return the person a paper is about, as the office knows them."""
    return tuple(person for person in office.staff if person.nip == item.person)


def neighbour(office: Office, chance: Random) -> Office:
    """Return another office of the same region."""
    other = invent(chance, chance.choice([kind for kind in KINDS if kind.name.split()[-1] not in office.name]))
    kept = {"region": office.region, "place": office.place, "province": office.province, "ruler": office.ruler}
    return replace(other, **kept, ruler_name=office.ruler_name)  # type: ignore[arg-type]
