"""What decrees about people decide: teams, officers, duties, awards, pay."""

from __future__ import annotations

from ..scene import Scene
from .deciding import Matter
from .parts import some
from .tables import Table, members

COMPLAINT_ROLES = ("Pembina", "Penanggung Jawab", "Ketua", "Sekretaris", "Admin SP4N-LAPOR!", "Anggota", "Anggota")
GENERAL_TOPICS = (
    ("Penetapan Tim Penyusun Rencana Strategis {office}", "penyusunan dokumen perencanaan"),
    ("Penunjukan Pengurus Barang Pengguna dan Pembantu Pengurus Barang pada {office} Tahun {year}", "barang daerah"),
    ("Pembentukan Panitia Peringatan Hari Jadi pada Lingkungan {office}", "peringatan hari jadi daerah"),
)


def _complaint_team(scene: Scene) -> Table:
    title = f"Susunan Tim Pengelola Pengaduan {scene.office.full} Tahun {scene.year}"
    head = ("Nama / NIP", "Jabatan dalam Dinas", "Kedudukan dalam Tim")
    return members(scene, title, COMPLAINT_ROLES, head, "npr")


def _liaison(scene: Scene) -> Table:
    roles = ("Atasan Pejabat Penghubung", "Pejabat Penghubung", "Admin Instansi", "Admin Cadangan")
    title = f"Pejabat Penghubung dan Administrator SP4N-LAPOR! {scene.office.name}"
    return members(scene, title, roles, ("Nama", "NIP", "Pangkat/Gol.", "Tugas"), "sigr")


def _supervisors(scene: Scene) -> Table:
    roles = ("Pengarah", "Ketua", "Wakil Ketua", "Sekretaris", "Anggota", "Anggota")
    title = "Susunan Keanggotaan Tim Pengawasan Internal Pelayanan Publik"
    return members(scene, title, roles, ("Kedudukan", "Nama", "Jabatan"), "rsp")


def _special_officers(scene: Scene) -> Table:
    roles = (
        "Penanggung jawab layanan khusus",
        "Pendamping penyandang disabilitas",
        "Pendamping lanjut usia dan ibu hamil",
        "Petugas informasi dan konsultasi",
        "Petugas jemput bola",
    )
    title = "Daftar Petugas Khusus Layanan bagi Kelompok Rentan"
    return members(scene, title, roles, ("Nama/NIP", "Pangkat", "Bidang tugas"), "ngr", "listed")


def _general(scene: Scene) -> Table:
    roles = ("Penanggung Jawab", "Koordinator", "Sekretaris", "Anggota", "Anggota")
    return members(scene, "Susunan Keanggotaan", roles, ("Nama", "Jabatan Pokok", "Jabatan dalam Tim"), "spr")


def _duties(scene: Scene) -> Table:
    people = (scene.office.head, *some(scene, 5))
    tasks = (
        "Memimpin pelaksanaan tugas dan bertanggung jawab atas penyelenggaraan pelayanan",
        "Mengoordinasikan administrasi, kepegawaian dan keuangan serta memeriksa konsep naskah dinas",
        "Memeriksa kelengkapan berkas dan berwenang mengembalikan berkas yang tidak lengkap",
        "Merekam data permohonan pada aplikasi dan menjaga kerahasiaan data pemohon",
        "Mencatat pengaduan dan menyiapkan konsep jawaban kepada pengadu",
        "Menyusun laporan bulanan pelaksanaan pelayanan",
    )
    rows = tuple((who.name, who.post, task) for who, task in zip(people, tasks, strict=False))
    found = tuple(("listed", who.name, who.nip) for who in people)
    return Table("Uraian Tugas dan Wewenang Pelaksana", ("Nama", "Jabatan", "Uraian tugas"), rows, (5, 5, 9), found)


def _pay(scene: Scene) -> Table:
    step = scene.chance.choice((50, 75, 100))
    rows = tuple(
        (post, f"Rp{base + step}.000,00", "per bulan, dipotong pajak")
        for post, base in (
            ("Koordinator loket", 500),
            ("Petugas loket", 350),
            ("Operator aplikasi", 400),
            ("Petugas pengaduan", 350),
            ("Petugas keamanan", 250),
        )
    )
    return Table("Besaran Insentif Petugas", ("Jabatan/tugas", "Besaran", "Keterangan"), rows, (6, 4, 6))


def _award(scene: Scene) -> Table:
    weights = scene.chance.choice(((30, 30, 20, 10, 10), (25, 35, 15, 15, 10)))
    names = (
        ("Kehadiran dan kedisiplinan", "rekap presensi elektronik"),
        ("Kinerja dan ketepatan waktu penyelesaian", "laporan kinerja bulanan"),
        ("Perilaku dan keramahan", "hasil survei kepuasan masyarakat"),
        ("Inovasi", "usulan perbaikan yang diterapkan"),
        ("Tidak ada pengaduan yang terbukti", "register pengaduan"),
    )
    rows = tuple((name, f"{weight} %", source) for (name, source), weight in zip(names, weights, strict=True))
    return Table("Kriteria Penilaian Pegawai Teladan", ("Kriteria", "Bobot", "Sumber data"), rows, (7, 2, 6))


COMPLAINT_LAWS = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 62 Tahun 2018 tentang Pedoman Sistem"
    " Pengelolaan Pengaduan Pelayanan Publik Nasional",
)

GENERAL = Matter(
    (GENERAL_TOPICS[0][0], GENERAL_TOPICS[1][0], GENERAL_TOPICS[2][0]),
    ("untuk kelancaran dan tertib administrasi pelaksanaan kegiatan perlu menunjuk pejabat dan pegawai",),
    (),
    (
        "Menunjuk pejabat dan pegawai yang namanya",
        "Pejabat dan pegawai sebagaimana dimaksud di atas melaksanakan tugas dengan penuh tanggung jawab dan melaporkan"
        " hasilnya kepada {chief}.",
    ),
    _general,
)
COMPLAINT = Matter(
    (
        "Pembentukan Tim Pengelola Pengaduan Pelayanan Publik pada {office} Tahun {year}",
        "Penunjukan Petugas Pengelolaan Pengaduan Masyarakat {office} Tahun Anggaran {year}",
        "Susunan Pengelola Layanan Pengaduan, Saran dan Masukan di Lingkungan {name} Tahun {year}",
    ),
    (
        "setiap penyelenggara pelayanan publik wajib menyediakan sarana pengaduan dan menugaskan pelaksana yang"
        " kompeten untuk mengelola pengaduan",
        "agar pengaduan masyarakat ditangani cepat, tepat, tuntas dan dapat dipertanggungjawabkan diperlukan tim"
        " pengelola",
    ),
    COMPLAINT_LAWS,
    (
        "Membentuk pengelola pengaduan pelayanan publik pada {office} Tahun {year} dengan susunan",
        "Tim bertugas menerima, mencatat, menelaah, menyalurkan dan menindaklanjuti pengaduan, menjawab pengadu, serta"
        " menyusun laporan setiap triwulan.",
        "Pengaduan diselesaikan paling lambat 60 (enam puluh) hari kerja sejak dinyatakan lengkap.",
    ),
    _complaint_team,
)
LIAISON = Matter(
    (
        "Penunjukan Pejabat Penghubung dan Administrator SP4N-LAPOR! pada {office}",
        "Penetapan Pejabat Penghubung (Liaison Officer) Layanan Aspirasi dan Pengaduan Online Rakyat {name}",
        "Pengelola Akun SP4N-LAPOR! {office} Tahun {year}",
    ),
    ("untuk menindaklanjuti laporan masyarakat pada SP4N-LAPOR! setiap perangkat daerah menunjuk pejabat penghubung",),
    COMPLAINT_LAWS,
    (
        "Menunjuk pejabat penghubung dan administrator SP4N-LAPOR!",
        "Pejabat penghubung memantau akun setiap hari kerja dan meneruskan laporan kepada bidang terkait paling lambat"
        " 3 (tiga) hari kerja.",
        "Administrator menyimpan kata sandi akun dan tidak memberikannya kepada pihak lain.",
    ),
    _liaison,
)
SUPERVISION = Matter(
    (
        "Pembentukan Tim Pengawasan Internal Penyelenggaraan Pelayanan {office} Tahun {year}",
        "Penunjukan Tim Pengawas Internal Pelayanan Publik pada {office}",
        "Satuan Tugas Pengawasan Melekat atas Pelaksanaan Standar Pelayanan {name} Tahun {year}",
    ),
    ("untuk menjamin pelayanan dilaksanakan sesuai standar diperlukan pengawasan internal secara berkala",),
    (
        "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah",
        "Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah",
    ),
    (
        "Membentuk tim pengawasan internal dengan susunan keanggotaan",
        "Tim melakukan pengawasan atas pelaksanaan standar pelayanan setiap triwulan dan melaporkan hasilnya secara"
        " tertulis kepada {chief}.",
        "Hasil pengawasan menjadi bahan pembinaan pelaksana pelayanan.",
    ),
    _supervisors,
)
SPECIAL = Matter(
    (
        "Penunjukan Petugas Khusus Pelayanan Kelompok Rentan pada {office}",
        "Penetapan Petugas Konsultasi dan Pengaduan pada {office} Tahun {year}",
        "Penugasan Pendamping Layanan bagi Penyandang Disabilitas, Lanjut Usia dan Ibu Hamil di {name}",
    ),
    ("pelayanan kepada kelompok rentan memerlukan perlakuan khusus dan petugas yang terlatih",),
    ("Undang-Undang Nomor 8 Tahun 2016 tentang Penyandang Disabilitas",),
    (
        "Menunjuk petugas khusus pelayanan dengan nama dan bidang tugas",
        "Petugas khusus memberi pendampingan sejak pemohon datang sampai menerima produk layanan tanpa biaya tambahan.",
    ),
    _special_officers,
)
DUTIES = Matter(
    (
        "Uraian Tugas dan Wewenang Jabatan pada {office}",
        "Pembagian Tugas Pejabat dan Pelaksana di Lingkungan {office} Tahun {year}",
        "Rincian Tugas Pelaksana Pelayanan Publik {name}",
    ),
    ("untuk kejelasan tugas, wewenang dan tanggung jawab setiap pegawai perlu ditetapkan uraian tugas",),
    ("Permen PANRB Nomor 1 Tahun 2020 tentang Pedoman Analisis Jabatan dan Analisis Beban Kerja",),
    (
        "Menetapkan uraian tugas pejabat dan pelaksana pada {office}",
        "Setiap pegawai melaksanakan tugas sesuai uraian dan tugas lain yang diberikan atasan secara lisan maupun"
        " tertulis.",
    ),
    _duties,
)
PAY = Matter(
    (
        "Pemberian Insentif bagi Petugas Pelayanan {office} Tahun Anggaran {year}",
        "Besaran Tambahan Penghasilan dan Insentif Kinerja Petugas Loket pada {office} Tahun {year}",
        "Insentif Pelaksana Pelayanan di Lingkungan {name} Tahun Anggaran {year}",
    ),
    ("petugas yang melaksanakan pelayanan di luar tugas pokok dapat diberi insentif sesuai kemampuan daerah",),
    ("Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah",),
    (
        "Memberikan insentif kepada petugas pelayanan dengan besaran",
        "Insentif dibayarkan setiap bulan berdasarkan kehadiran dan capaian kinerja yang disahkan atasan langsung.",
        "Insentif tidak diberikan kepada petugas yang sedang menjalani hukuman disiplin.",
    ),
    _pay,
)
AWARD = Matter(
    (
        "Pemberian Penghargaan kepada Pegawai Teladan di Lingkungan {office} Tahun {year}",
        "Pedoman Pemberian Reward bagi Pelaksana Pelayanan Berprestasi pada {office}",
        "Kriteria dan Tata Cara Penetapan Pelaksana Pelayanan Terbaik {name}",
    ),
    ("untuk mendorong semangat kerja perlu diberikan penghargaan kepada pelaksana yang berkinerja baik",),
    ("Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai Negeri Sipil",),
    (
        "Menetapkan kriteria dan bobot penilaian pelaksana teladan",
        "Penilaian dilakukan setiap triwulan oleh tim penilai dan diumumkan pada apel pagi.",
        "Penghargaan berupa piagam, plakat dan kesempatan mengikuti pelatihan.",
    ),
    _award,
)
