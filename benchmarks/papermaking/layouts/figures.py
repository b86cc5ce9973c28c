"""The numbers of an office, drawn once from its name, so that every paper that prints them prints the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from ..office import Office
from ..scene import Scene

ELEMENTS = (
    "Persyaratan",
    "Sistem, Mekanisme, dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan",
    "Kompetensi Pelaksana",
    "Perilaku Pelaksana",
    "Sarana dan Prasarana",
    "Penanganan Pengaduan, Saran dan Masukan",
)
CHANNELS = ("Loket pengaduan", "Kotak saran", "WhatsApp", "SP4N-LAPOR!", "Telepon")
TROUBLES = (
    ("Waktu tunggu di loket terlalu lama", "Petugas loket ditambah pada jam sibuk"),
    ("Petugas kurang ramah", "Petugas dibina oleh atasan langsung"),
    ("Nomor telepon layanan tidak diangkat", "Nomor telepon diganti dan dijaga petugas"),
    ("Persyaratan berbeda dengan yang tertulis di papan", "Papan persyaratan diperbarui"),
    ("Dokumen selesai melewati waktu yang dijanjikan", "Dokumen diselesaikan dan diantar ke rumah"),
    ("Ruang tunggu panas dan sempit", "Kipas angin dan kursi ditambah"),
    ("Tidak ada jalur untuk kursi roda", "Bidang miring dipasang di pintu masuk"),
    ("Antrean tidak berurutan", "Mesin antrean diperbaiki"),
)
REPORTERS = ("Tn. A.", "Ny. S.", "Warga", "Anonim", "Sdr. R.", "Sdri. M.", "Ibu K.", "Bpk. T.")


@dataclass(frozen=True)
class Complaint:
    """One complaint: ISO day received, channel, who, what, what was done, days it took (0: still open)."""

    date: str
    channel: str
    who: str
    text: str
    done: str
    days: int


@dataclass(frozen=True)
class Survey:
    """A satisfaction survey: nine means, respondents, and what follows from them."""

    scores: tuple[float, ...]
    men: int
    women: int

    @property
    def people(self) -> int:
        """The number of respondents."""
        return self.men + self.women

    @property
    def weighted(self) -> tuple[float, ...]:
        """The weighted means as they are printed."""
        return tuple(round(score * 0.111, 3) for score in self.scores)

    @property
    def index(self) -> float:
        """Twenty-five times the sum of the weighted means."""
        return round(25 * sum(self.weighted), 2)

    @property
    def grade(self) -> tuple[str, str]:
        """Letter and word of the quality of service."""
        if self.index > 88.30:
            return "A", "Sangat Baik"
        return ("B", "Baik") if self.index > 76.60 else ("C", "Kurang Baik")

    @property
    def lowest(self) -> str:
        """The element with the lowest mean."""
        return ELEMENTS[self.scores.index(min(self.scores))]


@dataclass(frozen=True)
class Span:
    """A reporting period: its name, first and last month."""

    name: str
    first: int
    last: int


def dice(office: Office, about: str) -> Random:
    """Return dice that fall the same way for every paper about the same thing."""
    return Random(f"{office.full}/{about}")


def survey(office: Office, year: int, span: Span) -> Survey:
    """Return the survey of a period."""
    chance = dice(office, f"survey {year} {span.name}")
    men = chance.randint(30, 140)
    return Survey(tuple(round(chance.uniform(3.05, 3.72), 2) for _ in ELEMENTS), men, men + chance.randint(-12, 30))


def posts(office: Office) -> tuple[tuple[str, int, int], ...]:
    """Return every post with those in it and those needed."""
    return tuple((post, held, needed(office, post, held)) for post, held in held_posts(office).items())


def held_posts(office: Office) -> dict[str, int]:
    """Return how many hold each post, in the order of the staff list."""
    return dict(Counter(person.post for person in office.staff))


def needed(office: Office, post: str, held: int) -> int:
    """Return how many a post needs; a post of one head needs one."""
    if post.startswith(("Kepala", "Sekretaris", "Camat", "Penanggung")):
        return held
    return held + dice(office, f"need {post}").choice((0, 0, 1, 1, 2))


def complaints(office: Office, year: int, first: int = 1, last: int = 12) -> tuple[Complaint, ...]:
    """Return the complaints received in some months of a year, in the order of their days."""
    chance = dice(office, f"complaints {year}")
    found = [_complaint(year, chance) for _ in range(chance.randint(14, 34))]
    kept = [each for each in found if first <= int(each.date[5:7]) <= last]
    return tuple(sorted(kept, key=lambda each: (each.date, each.text))) or (found[0],)


def _complaint(year: int, chance: Random) -> Complaint:
    text, done = chance.choice(TROUBLES)
    date = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    days = chance.choice((1, 1, 2, 3, 3, 4, 5, 6, 9, 0))
    return Complaint(date, chance.choice(CHANNELS), chance.choice(REPORTERS), text, done, days)


def span(scene: Scene, quarters: bool = True) -> Span:
    """Return the period that a report of this day and year covers."""
    year, month = int(scene.date[:4]), int(scene.date[5:7])
    if year > scene.year:
        found = [Span(f"Semester II Tahun {scene.year}", 7, 12), Span(f"Tahun {scene.year}", 1, 12)]
        found += [Span(f"Triwulan IV Tahun {scene.year}", 10, 12)] if quarters else []
    elif month >= 7 or not quarters or month < 4:
        found = [Span(f"Semester I Tahun {scene.year}", 1, 6)]
        found += [Span(f"Triwulan II Tahun {scene.year}", 4, 6)] if quarters and month >= 7 else []
    else:
        found = [Span(f"Triwulan I Tahun {scene.year}", 1, 3)]
    return scene.chance.choice(found)
