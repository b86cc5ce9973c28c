"""Invented offices and the invented people who work there."""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = tuple(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Person:
    """An invented official; `nip` is 18 digits of the right shape, everybody is born on 1 January 1980."""

    name: str
    nip: str
    rank: str
    grade: str
    post: str
    unit: str
    sex: str
    school: str

    @property
    def spaced(self) -> str:
        """The NIP as it is printed."""
        nip = self.nip
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


@dataclass(frozen=True)
class Product:
    """A service product with its fourteen components."""

    name: str
    components: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Office:
    """An invented office of an invented region."""

    name: str
    short: str
    region: str
    province: str
    place: str
    address: tuple[str, ...]
    code: str
    ruler: str
    ruler_name: str
    unit_code: str
    head: Person
    staff: tuple[Person, ...]
    products: tuple[Product, ...] = ()
    parent: str = ""
    kind: str = "dinas"

    @property
    def full(self) -> str:
        """Office and region, as in running text."""
        return f"{self.name} {self.region}"

    @property
    def stamp(self) -> str:
        """The words on the ring of its stamp."""
        return f"PEMERINTAH {self.region} * {self.name} *".upper()


def day(iso: str) -> str:
    """Return an ISO date as it is written: 2 Februari 2026."""
    year, month, number = iso.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


RANKS = {
    "IV/c": "Pembina Utama Muda",
    "IV/b": "Pembina Tingkat I",
    "IV/a": "Pembina",
    "III/d": "Penata Tingkat I",
    "III/c": "Penata",
    "III/b": "Penata Muda Tingkat I",
    "III/a": "Penata Muda",
    "II/d": "Pengatur Tingkat I",
    "II/c": "Pengatur",
    "IX": "Golongan IX",
}


def people(rows: str, first_serial: int) -> tuple[Person, ...]:
    """Return the people of a table: name; sex; grade; post; unit; school (`Bid.` is Bidang, `@` the longest one)."""
    return tuple(_person(line, first_serial + at) for at, line in enumerate(rows.strip().splitlines()))


def _person(line: str, serial: int) -> Person:
    name, sex, grade, post, unit, school = (
        part.strip().replace("@", "Bid. Perlindungan dan Jaminan Sosial").replace("Bid. ", "Bidang ")
        for part in line.split(";")
    )
    start = "202421" if grade == "IX" else f"{2004 + serial % 9}01"
    nip = f"19800101{start}{1 if sex == 'L' else 2}{serial:03d}"
    return Person(name, nip, RANKS[grade], grade, post, unit, sex, school)


_SOSIAL = """
Dr. Raden Bimasakti Wiranegara, M.Si.; L; IV/c; Kepala Dinas; Dinas; S3
Dra. Cempaka Larasati, M.M.; P; IV/b; Sekretaris Dinas; Sekretariat; S2
Gandaria Sukmawijaya, S.Sos.; L; IV/a; Kepala @; @; S1
Melur Anindita, S.S.T., M.P.S.Sp.; P; IV/a; Kepala Bid. Rehabilitasi Sosial; Bid. Rehabilitasi Sosial; S2
Ilalang Prawirasena, S.E.; L; IV/a; Kepala Bid. Pemberdayaan Sosial; Bid. Pemberdayaan Sosial; S1
Kirana Padmasari, S.E.; P; III/d; Kepala Subbagian Umum dan Kepegawaian; Sekretariat; S1
Samudra Kertapati, S.Kom.; L; III/d; Kepala Subbagian Perencanaan dan Keuangan; Sekretariat; S1
Embun Wulandari, S.Sos.; P; III/c; Pekerja Sosial Ahli Muda; @; S1
Lazuardi Natakusuma, S.Sos.; L; III/c; Pekerja Sosial Ahli Muda; Bid. Rehabilitasi Sosial; S1
Tanjung Rahayuningtyas, A.Md.; P; III/b; Pengelola Pengaduan Publik; Sekretariat; D3
Pandu Argasaka, S.Kom.; L; III/b; Pranata Komputer Ahli Pertama; Sekretariat; S1
Seruni Mahadewi, S.Sos.; P; III/b; Penyuluh Sosial Ahli Pertama; Bid. Pemberdayaan Sosial; S1
Bayanaka Suryadipa, S.Sos.; L; III/a; Pekerja Sosial Ahli Pertama; @; S1
Anggrek Puspitaloka, S.Psi.; P; III/a; Pekerja Sosial Ahli Pertama; Bid. Rehabilitasi Sosial; S1
Jatayu Kusumanegara, S.E.; L; III/a; Penelaah Teknis Kebijakan; Bid. Pemberdayaan Sosial; S1
Delima Sekarwangi, A.Md.; P; II/d; Pengolah Data dan Informasi; @; D3
Mahoni Tirtayasa; L; II/c; Pengadministrasi Perkantoran; Sekretariat; SMA
Kenanga Ayuningrum; P; II/c; Pengadministrasi Perkantoran; Sekretariat; SMA
Rimba Adiwangsa, S.Sos.; L; IX; Penyuluh Sosial Ahli Pertama; Bid. Pemberdayaan Sosial; S1
Puspa Wedaningrat, S.Sos.; P; IX; Penyuluh Sosial Ahli Pertama; @; S1
"""

_DUKCAPIL = """
Drs. Wisanggeni Astrawinata, M.Si.; L; IV/c; Kepala Dinas; Dinas; S2
Dahlia Kusumaningsih, S.H., M.H.; P; IV/b; Sekretaris Dinas; Sekretariat; S2
Bintara Suryalaga, S.STP.; L; IV/a; Kepala Bid. Pelayanan Pendaftaran Penduduk; Bid. Pelayanan Pendaftaran Penduduk; S1
Teratai Prameswari, S.H.; P; IV/a; Kepala Bid. Pelayanan Pencatatan Sipil; Bid. Pelayanan Pencatatan Sipil; S1
Halilintar Sasmitaraga, S.Kom., M.T.; L; III/d; Kepala Bid. Pengelolaan Informasi Kependudukan; Bid. PIAK; S2
Mawarni Cahyaningrat, S.E.; P; III/d; Kepala Subbagian Umum dan Kepegawaian; Sekretariat; S1
Sagara Wiratmaka, S.Sos.; L; III/c; Analis Kebijakan Ahli Muda; Sekretariat; S1
Nirmala Gayatrisari, S.H.; P; III/c; Administrator Database Kependudukan Ahli Muda; Bid. PIAK; S1
Candrakanta Pradipta, S.Kom.; L; III/b; Administrator Database Kependudukan Ahli Pertama; Bid. PIAK; S1
Wijayakusuma Larasanti, S.Sos.; P; III/b; Pengelola Pengaduan Publik; Sekretariat; S1
Arya Dirgantoro, A.Md.; L; II/d; Operator Layanan Operasional; Bid. Pelayanan Pendaftaran Penduduk; D3
Melati Sukmaningrum, A.Md.; P; II/d; Operator Layanan Operasional; Bid. Pelayanan Pencatatan Sipil; D3
Banyu Harimurdana, A.Md.; L; II/d; Operator Layanan Operasional; Bid. Pelayanan Pendaftaran Penduduk; D3
Kemuning Retnawati; P; II/c; Pengadministrasi Perkantoran; Sekretariat; SMA
Gentala Wanabakti; L; II/c; Pengadministrasi Perkantoran; Bid. Pelayanan Pencatatan Sipil; SMA
Lokananta Anggarini, S.Kom.; P; IX; Pranata Komputer Ahli Pertama; Bid. PIAK; S1
"""


def _office(
    rows: str,
    serial: int,
    name: str,
    short: str,
    region: str,
    place: str,
    address: tuple[str, ...],
    ruler: str,
    ruler_name: str,
    unit_code: str,
    products: tuple[Product, ...],
) -> Office:
    staff = people(rows, serial)
    return Office(
        name,
        short,
        region,
        "Provinsi Lembayung",
        place,
        address,
        short.upper(),
        ruler,
        ruler_name,
        unit_code,
        staff[0],
        staff,
        products,
    )


def sosial(products: tuple[Product, ...]) -> Office:
    """The social affairs office of Kabupaten Tirta Kencana."""
    address = (
        "Jalan Contoh Raya Nomor 12 Tirta Kencana 00112, Telepon (0999) 000-112, Faksimile (0999) 000-114",
        "Laman dinsos.tirtakencana.example, Pos-el dinsos@tirtakencana.example",
    )
    return _office(
        _SOSIAL,
        1,
        "Dinas Sosial",
        "Dinsos",
        "Kabupaten Tirta Kencana",
        "Tirta Kencana",
        address,
        "Bupati",
        "H. Arjuna Kertanegara, S.E.",
        "412.301",
        products,
    )


def dukcapil(products: tuple[Product, ...]) -> Office:
    """The population registry office of Kota Arunika."""
    address = (
        "Jalan Percobaan Nomor 45 Arunika 00221, Telp. (0998) 000-220, Fax. (0998) 000-222",
        "Website disdukcapil.arunika.example, email disdukcapil@arunika.example",
    )
    return _office(
        _DUKCAPIL,
        101,
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Disdukcapil",
        "Kota Arunika",
        "Arunika",
        address,
        "Wali Kota",
        "Ir. Saraswati Mahardika, M.T.",
        "435.110",
        products,
    )
