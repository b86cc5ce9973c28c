"""What decrees about the service itself decide: hours, channels, ethics, compensation, tariffs, standards."""

from __future__ import annotations

from ..scene import Scene
from .deciding import Matter
from .parts import products
from .tables import Table, members

IDEAS = ("SIMPATIK", "JEMPUT MANIS", "LARISA", "SAPA WARGA", "KLIK TUNTAS", "SENJA RAMAH")


def _hours(scene: Scene) -> Table:
    opens = scene.chance.choice(("07.30", "08.00"))
    closes = scene.chance.choice(("15.00", "15.30", "16.00"))
    rows = (
        ("Senin s.d. Kamis", f"{opens} - {closes} WIB", "12.00 - 13.00 WIB", "seluruh loket"),
        ("Jumat", f"{opens} - 14.30 WIB", "11.30 - 13.00 WIB", "seluruh loket"),
        ("Sabtu", "08.00 - 12.00 WIB", "tanpa istirahat", "loket prioritas"),
        ("Minggu dan hari libur", "tutup", "-", "layanan daring"),
    )
    return Table("Jam Pelayanan", ("Hari", "Jam pelayanan", "Istirahat", "Loket"), rows, (4, 4, 4, 4))


def _channels(scene: Scene) -> Table:
    line = f"0999-{scene.chance.randint(100, 999)}-{scene.chance.randint(100, 999)}"
    site = scene.office.short.lower()
    rows = (
        ("Tatap muka di loket pengaduan", "ruang pelayanan lantai 1", "Petugas piket"),
        ("Kotak saran", "dekat pintu masuk, dibuka setiap Jumat", "Sekretariat"),
        ("Telepon/WhatsApp", line, "Pengelola pengaduan"),
        ("Pos-el", f"pengaduan@{site}.example", "Pranata komputer"),
        ("SP4N-LAPOR!", "www.lapor.go.id, SMS 1708", "Admin instansi"),
        ("Media sosial", f"@{site}_melayani", "Tim humas"),
    )
    return Table("Kanal Pengaduan Internal", ("Kanal", "Alamat", "Penanggung jawab"), rows, (5, 7, 4))


def _ethics(scene: Scene) -> Table:
    rows = (
        ("Hak", "memperoleh perlindungan hukum, sarana kerja yang layak dan pengembangan kompetensi"),
        ("Kewajiban", "melayani dengan senyum, salam, sapa, sopan dan santun, cepat, tepat dan tanpa membeda-bedakan"),
        (
            "Larangan korupsi, kolusi dan nepotisme",
            "menerima atau meminta imbalan, menjadi perantara, membocorkan data",
        ),
        ("Larangan diskriminasi", "mendahulukan pemohon karena hubungan keluarga, suku, agama atau kedudukan"),
        ("Sanksi", "teguran lisan, teguran tertulis, pernyataan tidak puas dan pemindahan tugas"),
        ("Penghargaan", "piagam bagi pelaksana teladan setiap triwulan"),
    )
    chosen = rows if scene.chance.random() < 0.7 else (*rows[:2], *rows[3:], rows[2])
    return Table("Kode Etik dan Kode Perilaku Pelaksana", ("Unsur", "Isi"), chosen, (4, 12))


def _compensation(scene: Scene) -> Table:
    wait = scene.chance.choice((30, 45, 60))
    rows = (
        (f"Menunggu di loket lebih dari {wait} menit", "permohonan maaf, minuman dan didahulukan", "hari yang sama"),
        ("Penyelesaian melewati janji layanan", "produk diantar ke rumah tanpa biaya", "1 hari kerja"),
        ("Produk salah cetak", "dicetak ulang tanpa antre", "30 menit"),
        ("Petugas tidak ramah", "permohonan maaf tertulis dari pimpinan", "2 hari kerja"),
        ("Gangguan jaringan lebih dari 2 jam", "nomor antrean prioritas untuk hari berikutnya", "hari berikutnya"),
    )
    head = ("Layanan yang tidak sesuai standar", "Bentuk kompensasi", "Waktu pemberian")
    return Table("Bentuk Kompensasi kepada Penerima Layanan", head, rows, (6, 7, 4))


def tariffs(scene: Scene) -> Table:
    """Return the tariff of every product and of a few things that do cost money."""
    rows = [(product.name, "per permohonan", "Rp0,00 (gratis)") for product in products(scene)]
    rows += [
        ("Sewa aula", "per hari", f"Rp{scene.chance.choice((350, 500, 750))}.000,00"),
        ("Legalisasi dokumen", "per lembar", "Rp0,00 (gratis)"),
        ("Pemakaian kekayaan daerah", "per bulan", f"Rp{scene.chance.choice((1, 2))}.500.000,00"),
    ]
    return Table("Daftar Tarif Layanan", ("Jenis layanan", "Satuan", "Tarif"), tuple(rows), (8, 4, 4))


def services(scene: Scene) -> Table:
    """Return the products with time, cost and result, as far as their components tell."""
    rows = tuple(
        (product.name, parts["Jangka waktu penyelesaian"], parts["Biaya/tarif"], parts["Produk pelayanan"])
        for product in products(scene)
        for parts in [dict(product.components)]
    )
    head = ("Jenis pelayanan", "Jangka waktu", "Biaya", "Produk")
    return Table(f"Jenis Pelayanan pada {scene.office.full}", head, rows, (7, 4, 4, 5))


def _components(scene: Scene) -> Table:
    product = products(scene)[0]
    return Table(f"Standar Pelayanan {product.name}", ("Komponen", "Uraian"), product.components, (4, 11))


def _innovation(scene: Scene) -> Table:
    roles = ("Penanggung Jawab", "Ketua Pelaksana", "Pengembang", "Operator", "Evaluator")
    title = f"Tim Pelaksana Inovasi {scene.chance.choice(IDEAS)}"
    return members(scene, title, roles, ("Nama", "Jabatan", "Peran dalam inovasi"), "spr")


INNOVATION = Matter(
    (
        "Penetapan Inovasi Pelayanan Publik dan Tim Pelaksananya pada {office} Tahun {year}",
        "Penerapan Inovasi Layanan Jemput Bola di Lingkungan {office}",
        "Pembentukan Tim Inovasi Daerah {name} Tahun {year}",
    ),
    ("untuk mempercepat peningkatan mutu pelayanan perlu ditetapkan inovasi yang memberi manfaat nyata",),
    ("Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah",),
    (
        "Menetapkan inovasi pelayanan publik beserta tim pelaksananya",
        "Tim bertugas melaksanakan, mengembangkan, mendokumentasikan dan mengevaluasi inovasi setiap semester.",
    ),
    _innovation,
)
HOURS = Matter(
    (
        "Penetapan Jam Pelayanan pada {office}",
        "Hari dan Jam Kerja serta Waktu Layanan Loket {office} Tahun {year}",
        "Pengaturan Waktu Pelayanan kepada Masyarakat di {name}",
    ),
    ("agar masyarakat memperoleh kepastian waktu perlu ditetapkan jam pelayanan",),
    ("Peraturan Presiden Nomor 21 Tahun 2023 tentang Hari Kerja dan Jam Kerja Instansi Pemerintah dan Pegawai ASN",),
    (
        "Menetapkan jam pelayanan",
        "Petugas loket bergiliran pada waktu istirahat sehingga pelayanan tidak terhenti.",
        "Jam pelayanan diumumkan pada papan informasi dan media sosial.",
    ),
    _hours,
)
CHANNELS = Matter(
    (
        "Penetapan Kanal Pengaduan Internal {office}",
        "Sarana Pengaduan, Saran dan Masukan Masyarakat pada {office}",
        "Media Pengaduan Resmi {name} Tahun {year}",
    ),
    ("penyelenggara wajib menyediakan sarana pengaduan yang mudah dijangkau semua lapisan masyarakat",),
    ("Peraturan Menteri PANRB Nomor 46 Tahun 2020 tentang Road Map SP4N Tahun 2020-2024",),
    (
        "Menetapkan kanal pengaduan beserta penanggung jawabnya",
        "Pengaduan dari setiap kanal dicatat pada satu register dan diteruskan ke SP4N-LAPOR!.",
    ),
    _channels,
)
ETHICS = Matter(
    (
        "Kode Etik dan Kode Perilaku Pelaksana Pelayanan pada {office}",
        "Penetapan Kode Etik Aparatur di Lingkungan {office}",
        "Pedoman Perilaku Petugas Pelayanan {name}",
    ),
    ("pelaksana pelayanan harus berperilaku jujur, adil, santun dan bertanggung jawab",),
    ("Peraturan Pemerintah Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps dan Kode Etik Pegawai Negeri Sipil",),
    (
        "Menetapkan kode etik dan kode perilaku pelaksana pelayanan",
        "Setiap pelaksana menandatangani pernyataan mematuhi kode etik dan pelanggarannya diperiksa majelis kode etik.",
    ),
    _ethics,
)
COMPENSATION = Matter(
    (
        "Pemberian Kompensasi kepada Penerima Layanan yang Tidak Sesuai Standar Pelayanan",
        "Kompensasi Keterlambatan Pelayanan pada {office}",
        "Tata Cara dan Bentuk Kompensasi bagi Masyarakat Penerima Layanan {name}",
    ),
    (
        "masyarakat berhak memperoleh pelayanan sesuai standar dan penyelenggara memberi kompensasi apabila"
        " tidak memenuhinya",
    ),
    (),
    (
        "Memberikan kompensasi kepada penerima layanan apabila pelayanan tidak sesuai standar, dengan bentuk",
        "Kompensasi diberikan paling lambat 3 (tiga) hari kerja sejak ketidaksesuaian diketahui dan dicatat pada buku"
        " kompensasi.",
    ),
    _compensation,
)
STANDARD = Matter(
    (
        "Penetapan Standar Pelayanan pada {office}",
        "Standar Pelayanan Publik di Lingkungan {office} Tahun {year}",
        "Perubahan Standar Pelayanan {name}",
    ),
    (
        "setiap penyelenggara wajib menyusun, menetapkan dan menerapkan standar pelayanan",
        "rancangan standar pelayanan telah dibahas bersama masyarakat dalam forum konsultasi publik",
    ),
    ("Peraturan Menteri PANRB Nomor 16 Tahun 2017 tentang Pedoman Penyelenggaraan Forum Konsultasi Publik",),
    (
        "Menetapkan standar pelayanan pada {office}",
        "Standar pelayanan menjadi acuan penilaian kinerja oleh pimpinan, aparat pengawasan dan masyarakat.",
        "Standar pelayanan ditinjau kembali paling lama setiap 3 (tiga) tahun.",
    ),
    services,
)
STANDARD_WHOLE = Matter(STANDARD.about, STANDARD.why, STANDARD.laws, STANDARD.decides, _components)
TARIFF = Matter(
    (
        "Penetapan Tarif Layanan pada {office}",
        "Besaran Biaya Pelayanan di Lingkungan {office} Tahun {year}",
        "Pembebasan Biaya dan Tarif Pelayanan {name}",
    ),
    ("untuk kepastian biaya dan mencegah pungutan liar perlu ditetapkan tarif layanan",),
    ("Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah",),
    (
        "Menetapkan tarif layanan",
        "Petugas dilarang memungut biaya selain yang ditetapkan dalam Keputusan ini.",
    ),
    tariffs,
)
