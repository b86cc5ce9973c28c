"""Regulations that a head of office issues for the own unit."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Scene, Truth
from .deciding import LAWS, LOCAL, preamble
from .parts import Drawn, chief, entry, filled, heads, number, printed, some, triple
from .ruling import END, GRACE, Chapters, chapters, ordered
from .tables import Table, grid

PARTS: Chapters = (
    (
        "KETENTUAN UMUM",
        (
            "Dalam Peraturan ini yang dimaksud dengan: 1. Dinas adalah {office}; 2. Pelaksana adalah pegawai"
            " yang bertugas melaksanakan pelayanan publik; 3. Uraian tugas adalah paparan semua tugas jabatan.",
        ),
    ),
    (
        "TUGAS DAN WEWENANG",
        (
            "(1) {chief} mempunyai tugas memimpin penyelenggaraan pelayanan dan berwenang menandatangani produknya."
            "\n(2) Sekretaris berwenang memeriksa naskah dan mengoordinasikan laporan.",
            "Petugas loket mempunyai tugas menerima, memeriksa dan mengembalikan berkas yang tidak lengkap disertai"
            " alasan tertulis.",
            "Pengelola pengaduan mempunyai tugas mencatat, meneruskan dan menjawab pengaduan.",
        ),
    ),
    ("TATA KERJA", ("Setiap atasan mengawasi pelaksanaan tugas bawahan dan melaporkannya setiap bulan.",)),
    (END, ("Peraturan ini mulai berlaku pada tanggal ditetapkan.",)),
)
WHY = ("untuk kejelasan tugas dan wewenang setiap pelaksana perlu menetapkan uraian tugas",)


def _chaptered(scene: Scene) -> Drawn:
    value, about = number(scene, "year", 9), filled("Uraian Tugas dan Wewenang Jabatan pada {office}", scene)
    post = chief(scene.office).upper()
    lines = (
        f"PERATURAN {post}",
        scene.office.region.upper(),
        f"NOMOR {value}",
        "TENTANG",
        about.upper(),
        GRACE,
        f"{post},",
    )
    blocks = (
        b.Kop(scene.office),
        b.Title(lines, 11.5),
        *preamble(scene, WHY, ()),
        *ordered(f"PERATURAN {post}", about),
        *chapters(scene, PARTS),
        *heads(scene, "ink", opening=(f"Ditetapkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks), _truth(scene, value)


def _articles(scene: Scene) -> Drawn:
    value = number(scene, "code")
    about = filled("Rincian Tugas Pelaksana Pelayanan di Lingkungan {name}", scene)
    rows = tuple((who.name, who.post, "sesuai Pasal 3 dan Pasal 4") for who in some(scene, 5))
    table = Table("Daftar Pelaksana", ("Nama", "Jabatan", "Rincian tugas"), rows, (5, 6, 4))
    articles = tuple((f"Pasal {at}", text) for at, text in enumerate((t for _, ts in PARTS for t in ts), 1))
    blocks = (
        b.Text("SALINAN", "r", True),
        b.Title(
            (f"PERATURAN KEPALA UNIT KERJA {scene.office.name.upper()}", f"NOMOR : {value}", "TENTANG", about.upper())
        ),
        b.Text(f"Menimbang : bahwa {WHY[0]};"),
        b.Text(f"Mengingat : {LAWS[0]}; {filled(LOCAL[0], scene)};"),
        b.Text("MEMUTUSKAN", "c", True),
        *(b.Text(f"{head}. {filled(text, scene)}") for head, text in articles),
        *heads(scene, "ttd", opening=(f"Ditetapkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
        b.Page(),
        *grid(table),
    )
    return printed(scene, blocks, font="Helvetica"), _truth(scene, value)


def _instruction(scene: Scene) -> Drawn:
    value = number(scene, "roman")
    office = scene.office
    pairs = (
        ("Nomor", value),
        ("Tentang", "Pembagian Tugas, Tanggung Jawab dan Wewenang"),
        ("Berlaku bagi", office.full),
    )
    letters = tuple(
        (f"{chr(97 + at)}.", filled(text, scene)) for at, text in enumerate(t for _, ts in PARTS[1:3] for t in ts)
    )
    blocks = (
        b.Crown((f"PEMERINTAH {office.region.upper()}", office.name.upper())),
        b.Title(("PERATURAN INTERNAL", chief(office).upper()), 13),
        b.Fields(pairs, label=30),
        *preamble(scene, WHY, (), local=False, count=2),
        b.Clause("Mengatur", letters),
        b.Text("Peraturan ini berlaku sampai dengan ditetapkan perubahan."),
        *heads(scene, "tte", upper=False),
    )
    return printed(scene, blocks, "tte"), _truth(scene, value)


def _truth(scene: Scene, value: str) -> Truth:
    return Truth(value, scene.date, "", "", scene.office.full, (entry("signatory", scene.office.head),))


LAYOUTS = {
    "peraturan_kepala_unit": triple(
        "peraturan_kepala_unit", ("chapters", _chaptered), ("articles", _articles), ("internal", _instruction)
    )
}
