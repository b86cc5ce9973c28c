"""Regulations of the region and of the state, three layouts each."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Layout, Scene, Truth
from . import state_rules
from .matters_service import tariffs
from .parts import Drawn, filled, number, printed, ruler, signed, some, triple
from .ruling import (
    END,
    GRACE,
    Chapters,
    Issuer,
    chapters,
    closing,
    grounds,
    of_council,
    of_region,
    opening,
    ordered,
    promulgated,
)
from .tables import Table, grid

BASE = (
    "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah",
    "Peraturan Daerah {region} Nomor 7 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah {region}",
)
TERMS = (
    "Dalam Peraturan ini yang dimaksud dengan:\n1. Daerah adalah {region}.\n2. Pemerintah Daerah adalah {ruler} sebagai"
    " unsur penyelenggara pemerintahan.\n3. Dinas adalah {office}.\n4. Kepala Dinas adalah {chief}."
)
DUTY_PARTS: Chapters = (
    ("KETENTUAN UMUM", (TERMS,)),
    (
        "KEDUDUKAN DAN SUSUNAN ORGANISASI",
        (
            "(1) Dinas merupakan unsur pelaksana urusan pemerintahan yang menjadi kewenangan Daerah.\n(2) Dinas"
            " dipimpin"
            " oleh Kepala Dinas yang berkedudukan di bawah dan bertanggung jawab kepada {ruler} melalui Sekretaris"
            " Daerah.",
            "(1) Susunan organisasi Dinas terdiri atas: a. Kepala Dinas; b. Sekretariat; c. Bidang; d. UPTD; dan e."
            " Kelompok Jabatan Fungsional.\n(2) Bagan susunan organisasi tercantum dalam Lampiran.",
        ),
    ),
    (
        "TUGAS DAN FUNGSI",
        (
            "(1) Dinas mempunyai tugas membantu {ruler} melaksanakan urusan pemerintahan di bidangnya dan tugas"
            " pembantuan.\n(2) Dalam melaksanakan tugas tersebut Dinas menyelenggarakan fungsi: a. perumusan kebijakan;"
            " b. pelaksanaan kebijakan; c. pelaksanaan evaluasi dan pelaporan; d. pelaksanaan administrasi; dan e."
            " pelaksanaan fungsi lain.",
            "Sekretariat mempunyai tugas menyelenggarakan urusan umum, kepegawaian, perencanaan dan keuangan.",
            "Bidang mempunyai tugas menyiapkan perumusan kebijakan teknis, membagi tugas dan menilai hasil kerja"
            " bawahan.",
        ),
    ),
    (
        "TATA KERJA",
        ("Setiap pimpinan wajib melaksanakan pengawasan melekat serta koordinasi, integrasi dan sinkronisasi.",),
    ),
    (
        END,
        (
            "Pada saat Peraturan ini mulai berlaku, Peraturan {ruler} Nomor 44 Tahun 2016 dicabut dan dinyatakan tidak"
            " berlaku.",
            "Peraturan ini mulai berlaku pada tanggal diundangkan. Agar setiap orang mengetahuinya, memerintahkan"
            " pengundangan Peraturan ini dengan penempatannya dalam Berita Daerah {region}.",
        ),
    ),
)
DUTY_WHY = (
    "untuk melaksanakan ketentuan Peraturan Daerah tentang perangkat daerah perlu menetapkan tugas dan fungsi Dinas",
)
DUTY = "Kedudukan, Susunan Organisasi, Tugas dan Fungsi, serta Tata Kerja {office}"


def ruled(value: str, scene: Scene, issuer: Issuer) -> Truth:
    """Return the truth of a regulation: its number, its day and who issued it."""
    name = issuer.who if isinstance(issuer.who, str) else issuer.who.name
    return Truth(value, scene.date, "", "", issuer.office, (("signatory", name, ""),))


# --- duties of an office ---


def _duties_copy(scene: Scene) -> Drawn:
    value, about, issuer = number(scene, "year", 90), filled(DUTY, scene), of_region(scene)
    blocks = (
        b.Text("SALINAN", "r", True),
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about),
        *grounds(scene, DUTY_WHY, BASE),
        *ordered(issuer.title, about),
        *chapters(scene, DUTY_PARTS),
        *closing(scene, issuer, "ttd"),
        promulgated(scene, value),
        *signed(scene, ("Salinan sesuai dengan aslinya", "KEPALA BAGIAN HUKUM,"), "Wirayuda Purbanegara, S.H.", "ink"),
    )
    return printed(scene, blocks, font="Vera"), ruled(value, scene, issuer)


def _duties_change(scene: Scene) -> Drawn:
    value, issuer = number(scene, "year", 90), of_region(scene)
    about = filled(f"Perubahan atas Peraturan {{ruler}} Nomor 31 Tahun 2021 tentang {DUTY}", scene)
    duties = DUTY_PARTS[2][1]
    changes = tuple(
        (f"{at}.", filled(f"Ketentuan Pasal {at + 3} diubah sehingga berbunyi: {text}", scene))
        for at, text in enumerate(duties, 1)
    )
    blocks = (
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about, grace=False),
        *grounds(scene, ("dalam rangka penyederhanaan birokrasi perlu menyesuaikan tugas dan fungsi Dinas",), BASE[1:]),
        *ordered(issuer.title, about),
        b.Title(("Pasal I",), 11),
        b.Text(filled("Beberapa ketentuan dalam Peraturan {ruler} Nomor 31 Tahun 2021 diubah sebagai berikut:", scene)),
        b.Clause("", changes),
        b.Title(("Pasal II",), 11),
        b.Text("Peraturan ini mulai berlaku pada tanggal diundangkan."),
        *closing(scene, issuer, "ink"),
        promulgated(scene, value, style="short"),
    )
    return printed(scene, blocks, font="Times"), ruled(value, scene, issuer)


def _duties_journal(scene: Scene) -> Drawn:
    value, issuer = number(scene, "year", 90), of_region(scene)
    about = filled("Rincian Tugas, Fungsi dan Tata Kerja {office}", scene)
    serial, _, year = value.partition(" TAHUN ")
    posts = tuple((who.post, "melaksanakan dan melaporkan kegiatan sesuai bidangnya") for who in some(scene, 6))
    plain: Chapters = tuple(
        (f"Bagian {at}: {head.title()}", articles) for at, (head, articles) in enumerate(DUTY_PARTS, 1)
    )
    blocks = (
        b.Title((f"BERITA DAERAH {scene.office.region.upper()} NOMOR : {serial} TAHUN : {year} SERI : D",), 12),
        b.Title((issuer.title, f"NOMOR {value}", "TENTANG", about.upper(), GRACE, f"{issuer.post.upper()},"), 12),
        *grounds(scene, DUTY_WHY, (*BASE[1:4], "Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015")),
        *ordered(issuer.title, about),
        *chapters(scene, plain, numbered=False),
        *closing(scene, issuer, "tte"),
        b.Page(),
        *grid(Table("Lampiran: Rincian Tugas Jabatan", ("Jabatan", "Rincian tugas"), posts, (5, 8))),
    )
    return printed(scene, blocks, "tte", "Helvetica"), ruled(value, scene, issuer)


# --- tariffs ---

LEVY_PARTS: Chapters = (
    (
        "KETENTUAN UMUM",
        ("Retribusi adalah pungutan Daerah sebagai pembayaran atas jasa atau pemberian izin tertentu.",),
    ),
    (
        "OBJEK DAN SUBJEK",
        ("Objek retribusi adalah pelayanan yang disediakan Pemerintah Daerah untuk kepentingan umum.",),
    ),
    (
        "TARIF",
        (
            "(1) Struktur dan besarnya tarif tercantum dalam Lampiran.\n(2) Pelayanan administrasi pada perangkat"
            " daerah"
            " tidak dipungut biaya.",
            "Tarif ditinjau kembali paling lama 3 (tiga) tahun sekali.",
        ),
    ),
    (END, ("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",)),
)
LEVY_LAWS = (*BASE[:3], "Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Daerah")
LEVY_WHY = ("pajak dan retribusi merupakan sumber pendapatan untuk membiayai penyelenggaraan pemerintahan daerah",)


def _levy(scene: Scene) -> Drawn:
    value, issuer, about = number(scene, "year", 12), of_council(scene), "Pajak Daerah dan Retribusi Daerah"
    agreed = (
        "Dengan Persetujuan Bersama\nDEWAN PERWAKILAN RAKYAT DAERAH"
        f" {scene.office.region.upper()}\ndan\n{issuer.post.upper()}"
    )
    blocks = (
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about),
        *grounds(scene, LEVY_WHY, LEVY_LAWS),
        b.Text(agreed, "c"),
        *ordered("PERATURAN DAERAH", about),
        *chapters(scene, LEVY_PARTS),
        *closing(scene, issuer, "ttd"),
        promulgated(scene, value, "LEMBARAN"),
        b.Page(),
        *grid(tariffs(scene), numbers=True),
    )
    return printed(scene, blocks, font="Vera"), ruled(value, scene, issuer)


def _levy_rule(scene: Scene) -> Drawn:
    value, issuer = number(scene, "year", 90), of_region(scene)
    about = filled("Tarif Layanan pada {office}", scene)
    table = tariffs(scene)
    rows = tuple((f"{at}.", f"{name} ({unit}): {price};") for at, (name, unit, price) in enumerate(table.rows, 1))
    blocks = (
        b.Text("SALINAN", "r", True),
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about),
        *grounds(scene, ("untuk kepastian biaya perlu menetapkan tarif layanan",), LEVY_LAWS[1:]),
        *ordered(issuer.title, about),
        b.Title(("Pasal 1",), 11),
        b.Text("Tarif layanan ditetapkan sebagai berikut:"),
        b.Clause("", rows),
        b.Title(("Pasal 2",), 11),
        b.Text("Peraturan ini mulai berlaku pada tanggal diundangkan."),
        *closing(scene, issuer, "copy"),
    )
    return printed(scene, blocks, font="Helvetica"), ruled(value, scene, issuer)


def _levy_change(scene: Scene) -> Drawn:
    value, issuer = number(scene, "year", 12), of_council(scene)
    about = "Perubahan atas Peraturan Daerah Nomor 3 Tahun 2018 tentang Retribusi Jasa Umum"
    serial, _, year = value.partition(" TAHUN ")
    blocks = (
        b.Title((f"LEMBARAN DAERAH {scene.office.region.upper()}", f"TAHUN {year} NOMOR {serial}"), 12),
        opening(scene, issuer, value, about),
        *grounds(scene, LEVY_WHY, LEVY_LAWS[:3]),
        *ordered("PERATURAN DAERAH", about),
        b.Text("Pasal I\nLampiran I dan Lampiran II diubah sehingga struktur dan besarnya tarif menjadi:"),
        *grid(tariffs(scene)),
        b.Text("Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan."),
        *closing(scene, issuer, "tte"),
        b.Text(
            f"NOREG PERATURAN DAERAH {scene.office.region.upper()}:"
            f" ({scene.chance.randint(1, 9)}-{scene.chance.randint(10, 99)}/{year})",
            "l",
        ),
    )
    return printed(scene, blocks, "tte", "Times"), ruled(value, scene, issuer)


# --- other rules of the region ---

OTHER: tuple[tuple[str, Chapters], ...] = (
    (
        "Pakaian Dinas Aparatur Sipil Negara di Lingkungan Pemerintah {region}",
        (
            (
                "KETENTUAN UMUM",
                ("Pakaian dinas adalah pakaian seragam yang dikenakan pegawai dalam melaksanakan tugas.",),
            ),
            (
                "JENIS PAKAIAN",
                (
                    "Pakaian dinas harian terdiri atas khaki, kemeja putih dan batik khas daerah.",
                    "Atribut meliputi papan nama, lambang dan tanda pengenal.",
                ),
            ),
            (END, ("Peraturan ini mulai berlaku pada tanggal diundangkan.",)),
        ),
    ),
    (
        "Ketertiban Umum dan Ketenteraman Masyarakat",
        (
            (
                "KETENTUAN UMUM",
                ("Ketertiban umum adalah keadaan dinamis yang memungkinkan masyarakat berkegiatan dengan tertib.",),
            ),
            (
                "TERTIB JALAN",
                ("Setiap orang dilarang berjualan di atas trotoar.", "Pelanggaran dikenai teguran dan denda."),
            ),
            (END, ("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",)),
        ),
    ),
    (
        "Penyelenggaraan Pelayanan Publik di {region}",
        (
            ("KETENTUAN UMUM", (TERMS,)),
            (
                "PENYELENGGARAAN",
                (
                    "Penyelenggara wajib menyusun standar pelayanan, maklumat dan sistem informasi.",
                    "Penyelenggara mengelola pengaduan dan melaksanakan survei kepuasan masyarakat paling sedikit"
                    " setahun sekali.",
                ),
            ),
            (END, ("Peraturan ini mulai berlaku pada tanggal diundangkan.",)),
        ),
    ),
)


def _other_rule(scene: Scene) -> Drawn:
    issuer, value = of_region(scene), number(scene, "year", 90)
    about = filled(OTHER[0][0], scene)
    blocks = (
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about),
        *grounds(scene, ("untuk meningkatkan disiplin dan wibawa pegawai perlu mengatur pakaian dinas",), BASE[1:4]),
        *ordered(issuer.title, about),
        *chapters(scene, OTHER[0][1]),
        *closing(scene, issuer, "ink"),
        promulgated(scene, value),
    )
    return printed(scene, blocks), ruled(value, scene, issuer)


def _other_law(scene: Scene) -> Drawn:
    issuer, value = of_council(scene), number(scene, "year", 12)
    blocks = (
        b.Text("SALINAN", "r", True),
        b.Crown(issuer.crest),
        opening(scene, issuer, value, OTHER[1][0]),
        *grounds(scene, ("setiap warga berhak atas lingkungan yang tertib dan tenteram",), BASE[:3]),
        *ordered("PERATURAN DAERAH", OTHER[1][0]),
        *chapters(scene, OTHER[1][1]),
        *closing(scene, issuer, "ttd"),
        promulgated(scene, value, "LEMBARAN"),
        b.Title(("PENJELASAN", "I. UMUM"), 11),
        b.Text("Peraturan Daerah ini disusun untuk memberi kepastian hukum. II. PASAL DEMI PASAL: cukup jelas."),
    )
    return printed(scene, blocks, font="Vera"), ruled(value, scene, issuer)


def _other_digest(scene: Scene) -> Drawn:
    issuer, value = of_region(scene), number(scene, "year", 90)
    about = filled(OTHER[2][0], scene)
    pairs = (
        ("Jenis", issuer.title.title()),
        ("Nomor", value),
        ("Tentang", about),
        ("Tanggal penetapan", day(scene.date)),
        ("Penanda tangan", f"{ruler(scene.office)}, {scene.office.ruler_name}"),
        ("Status", "Berlaku"),
    )
    plain: Chapters = tuple((head.capitalize(), articles) for head, articles in OTHER[2][1])
    blocks = (
        b.Title(("JARINGAN DOKUMENTASI DAN INFORMASI HUKUM", f"PEMERINTAH {scene.office.region.upper()}"), 13),
        b.Fields(pairs),
        b.Text("Isi peraturan", "l", True),
        *chapters(scene, plain, numbered=False),
        *closing(scene, issuer, "tte"),
    )
    return printed(scene, blocks, "tte"), ruled(value, scene, issuer)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "perda_tupoksi": triple(
        "perda_tupoksi", ("copy", _duties_copy), ("change", _duties_change), ("journal", _duties_journal)
    ),
    "perda_tarif": triple("perda_tarif", ("law", _levy), ("rule", _levy_rule), ("change", _levy_change)),
    "peraturan_daerah_lain": triple(
        "peraturan_daerah_lain", ("rule", _other_rule), ("law", _other_law), ("digest", _other_digest)
    ),
} | state_rules.LAYOUTS
