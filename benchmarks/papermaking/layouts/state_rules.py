"""Rules of the state: laws, government, ministers and agencies; their content and names are invented."""

from __future__ import annotations

from collections.abc import Callable

from .. import blocks as b
from ..office import day
from ..scene import Layout, Scene, Truth
from .parts import Draw, Drawn, number, printed, triple
from .ruling import END, GRACE, Chapters, Issuer, chapters, closing, grounds, opening, ordered

HEAD = "Ibukota Contoh"
PRESIDENT = Issuer(
    ("PRESIDEN", "REPUBLIK INDONESIA"),
    "",
    "Presiden Republik Indonesia",
    "MAHARDIKA SURYANEGARA",
    "Presiden Republik Indonesia",
)
BODIES = {
    "panrb": ("Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "BAGASKARA WIRADILAGA"),
    "mendagri": ("Menteri Dalam Negeri", "KERTAPATI ADISURYA"),
    "mensos": ("Menteri Sosial", "SRIKANDI HAPSARI"),
    "ombudsman": ("Ketua Ombudsman", "PRAMESTI ADININGRAT"),
    "arsip": ("Kepala Arsip Nasional", "GANENDRA WISESA"),
    "bkn": ("Kepala Badan Kepegawaian Negara", "ARUNDATI KUSUMA"),
}
SERVICE_PARTS: Chapters = (
    (
        "KETENTUAN UMUM",
        (
            "Pelayanan publik adalah rangkaian kegiatan pemenuhan kebutuhan warga atas barang, jasa dan administrasi.",
            "Asas pelayanan meliputi kepentingan umum, kepastian hukum, kesamaan hak dan keterbukaan.",
        ),
    ),
    (
        "PENYELENGGARAAN",
        (
            "Penyelenggara wajib: a. menyusun dan menetapkan standar pelayanan; b. memublikasikan maklumat"
            " pelayanan; c."
            " menempatkan pelaksana yang kompeten; dan d. memberi kompensasi apabila pelayanan tidak sesuai standar.",
            "Komponen standar pelayanan paling sedikit meliputi dasar hukum, persyaratan, prosedur, jangka waktu,"
            " biaya,"
            " produk, sarana, kompetensi, pengawasan internal, penanganan pengaduan, jumlah pelaksana dan jaminan.",
        ),
    ),
    ("PENGADUAN", ("Penyelenggara mengelola pengaduan, mencatatnya dalam register dan menyusun laporan berkala.",)),
    (
        "EVALUASI",
        ("Evaluasi kinerja memakai survei kepuasan masyarakat, sasaran kinerja pegawai dan analisis beban kerja.",),
    ),
    (END, ("Peraturan ini mulai berlaku pada tanggal diundangkan.",)),
)
OFFICE_PARTS: Chapters = (
    ("KETENTUAN UMUM", ("Naskah dinas adalah informasi tertulis sebagai alat komunikasi kedinasan.",)),
    (
        "JENIS DAN FORMAT",
        (
            "Naskah dinas terdiri atas naskah arahan, korespondensi dan khusus.",
            "Keputusan memuat kepala, konsideran, diktum dan penutup; berita acara memuat hari, tanggal dan para"
            " pihak.",
        ),
    ),
    ("PENOMORAN", ("Nomor terdiri atas kode klasifikasi, nomor urut, kode unit dan tahun.",)),
    (END, ("Peraturan ini mulai berlaku pada tanggal ditetapkan.",)),
)
WORK_PARTS: Chapters = (
    (
        "KETENTUAN UMUM",
        (
            "Analisis beban kerja adalah teknik menetapkan jumlah waktu kerja pegawai.",
            "Sasaran kinerja pegawai memuat rencana hasil kerja dan target.",
        ),
    ),
    (
        "TATA CARA",
        (
            "Penilaian dilaksanakan berdasarkan laporan kinerja bulanan dan umpan balik pimpinan.",
            "Hasil penilaian disampaikan paling lambat akhir Januari tahun berikutnya.",
        ),
    ),
    ("KETENTUAN PERALIHAN", ("Penilaian tahun berjalan menyesuaikan dengan Peraturan ini.",)),
    (END, ("Peraturan ini mulai berlaku pada tanggal diundangkan.",)),
)
LAWS = (
    "Pasal 5 ayat (1) dan Pasal 20 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Undang-Undang Nomor 39 Tahun 2008 tentang Kementerian Negara",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009",
)
WHY = ("untuk mewujudkan pemerintahan yang baik dan pelayanan yang berkualitas perlu diatur lebih lanjut",)
FULL, PLAIN, GAZETTE = "full", "plain", "gazette"


def body(key: str) -> Issuer:
    """Return a ministry or an agency as issuer; who signs is invented."""
    post, who = BODIES[key]
    upper = post.removeprefix("Ketua ").removeprefix("Kepala ").upper()
    return Issuer(
        (post.upper(), "REPUBLIK INDONESIA"),
        f"PERATURAN {upper}",
        f"{post} Republik Indonesia",
        who,
        f"{post} Republik Indonesia",
    )


def state(issuer: Issuer, title: str, about: str, parts: Chapters, look: str, way: str) -> Draw:
    """Return how a rule of the state is drawn: full with chapters, plain articles, or as the gazette prints it."""
    looks: dict[str, Callable[[Scene, Issuer, str, str, Chapters], tuple[b.Block, ...]]] = {
        FULL: _full,
        PLAIN: _plain,
        GAZETTE: _gazette,
    }
    named = Issuer(issuer.crest, title, issuer.post, issuer.who, issuer.office)

    def draw(scene: Scene) -> Drawn:
        value = number(scene, "year", 90)
        blocks = looks[look](scene, named, value, about, parts)
        end = closing(scene, named, way, HEAD)
        truth = Truth(value, scene.date, "", "", issuer.office, (("signatory", str(issuer.who), ""),))
        paper = printed(scene, (*blocks, *end, _journal(scene, value, title)), way, author="JDIH")
        return paper, truth

    return draw


def _kind(title: str) -> str:
    return "LEMBARAN NEGARA" if title.startswith(("UNDANG", "PERATURAN PEMERINTAH")) else "BERITA NEGARA"


def _journal(scene: Scene, value: str, title: str) -> b.Text:
    serial = scene.chance.randint(20, 1600)
    return b.Text(
        f"Diundangkan di {HEAD}\npada tanggal {day(scene.date)}\n{_kind(title)} REPUBLIK INDONESIA TAHUN {value[-4:]}"
        f" NOMOR {serial}",
        "l",
    )


def _full(scene: Scene, issuer: Issuer, value: str, about: str, parts: Chapters) -> tuple[b.Block, ...]:
    return (
        b.Text("SALINAN", "r", True),
        b.Crown(issuer.crest),
        opening(scene, issuer, value, about),
        *grounds(scene, WHY, LAWS),
        *ordered(issuer.title, about),
        *chapters(scene, parts),
    )


def _plain(scene: Scene, issuer: Issuer, value: str, about: str, parts: Chapters) -> tuple[b.Block, ...]:
    articles = tuple(text for _, texts in parts for text in texts)
    return (
        b.Title((*issuer.crest, " ", issuer.title, f"NOMOR {value}", "TENTANG", about.upper(), GRACE), 12),
        b.Text(f"{issuer.post},", "c", True),
        *grounds(scene, WHY, LAWS[1:]),
        *ordered(issuer.title, about),
        *(b.Text(f"Pasal {at}\n{text}") for at, text in enumerate(articles, 1)),
    )


def _gazette(scene: Scene, issuer: Issuer, value: str, about: str, parts: Chapters) -> tuple[b.Block, ...]:
    top = f"No.{scene.chance.randint(20, 1600)}, {value[-4:]}"
    plain: Chapters = tuple((head.capitalize(), texts) for head, texts in parts)
    return (
        b.Title((f"{_kind(issuer.title)} REPUBLIK INDONESIA",), 15),
        b.Text(f"{top}          {issuer.post}. {about}. Pencabutan.", "l", size=10),
        b.Text(f"{issuer.title}\nNOMOR {value}\nTENTANG\n{about.upper()}", "c", True),
        *grounds(scene, WHY, LAWS[2:]),
        *ordered(issuer.title, about),
        *chapters(scene, plain, numbered=False),
    )


def _ministry(key: str, about: str, parts: Chapters, look: str, way: str) -> Draw:
    issuer = body(key)
    return state(issuer, f"{issuer.title} REPUBLIK INDONESIA", about, parts, look, way)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "peraturan_lembaga": triple(
        "peraturan_lembaga",
        (
            "full",
            _ministry("ombudsman", "Tata Cara Penilaian Penyelenggaraan Pelayanan Publik", SERVICE_PARTS, FULL, "ttd"),
        ),
        ("plain", _ministry("arsip", "Pedoman Naskah Dinas", OFFICE_PARTS, PLAIN, "ttd")),
        ("gazette", _ministry("bkn", "Penilaian Kinerja dan Beban Kerja Pegawai", WORK_PARTS, GAZETTE, "tte")),
    ),
    "peraturan_menteri": triple(
        "peraturan_menteri",
        ("gazette", _ministry("panrb", "Pedoman Penyusunan Standar Pelayanan", SERVICE_PARTS, GAZETTE, "ttd")),
        ("full", _ministry("mendagri", "Tata Naskah Dinas Pemerintah Daerah", OFFICE_PARTS, FULL, "ttd")),
        ("plain", _ministry("mensos", "Penyelenggaraan Layanan Terpadu", SERVICE_PARTS, PLAIN, "tte")),
    ),
    "peraturan_pemerintah": triple(
        "peraturan_pemerintah",
        (
            "plain",
            state(
                PRESIDENT,
                "PERATURAN PEMERINTAH REPUBLIK INDONESIA",
                "Manajemen Kinerja Aparatur",
                WORK_PARTS,
                PLAIN,
                "ttd",
            ),
        ),
        (
            "full",
            state(
                PRESIDENT,
                "PERATURAN PEMERINTAH REPUBLIK INDONESIA",
                "Pelaksanaan Pelayanan Warga",
                SERVICE_PARTS,
                FULL,
                "ttd",
            ),
        ),
        (
            "gazette",
            state(PRESIDENT, "PERATURAN PEMERINTAH", "Administrasi Perkantoran Daerah", OFFICE_PARTS, GAZETTE, "ttd"),
        ),
    ),
    "undang_undang": triple(
        "undang_undang",
        (
            "full",
            state(PRESIDENT, "UNDANG-UNDANG REPUBLIK INDONESIA", "Pelayanan kepada Warga", SERVICE_PARTS, FULL, "ttd"),
        ),
        ("gazette", state(PRESIDENT, "UNDANG-UNDANG", "Aparatur dan Kinerja", WORK_PARTS, GAZETTE, "ttd")),
        (
            "plain",
            state(
                PRESIDENT,
                "UNDANG-UNDANG REPUBLIK INDONESIA",
                "Administrasi Penyelenggaraan Negara",
                OFFICE_PARTS,
                PLAIN,
                "ttd",
            ),
        ),
    ),
}
