"""The same decisions in words of their own, for the layouts held out: nothing here repeats the other matters."""

from __future__ import annotations

from dataclasses import replace

from ..scene import Scene
from . import matters_people, matters_service
from .deciding import Matter
from .parts import products, some
from .tables import Table, members


def _complaint(scene: Scene) -> Table:
    roles = ("Pengarah", "Koordinator", "Petugas Administrasi", "Petugas Telaah", "Operator LAPOR!")
    title = "Daftar Nama Pengelola Layanan Pengaduan"
    return members(scene, title, roles, ("Tugas dalam pengelolaan", "Nama pegawai", "NIP", "Jabatan"), "rsip")


def _liaison(scene: Scene) -> Table:
    roles = ("Pejabat Penghubung Utama", "Pejabat Penghubung Pengganti", "Operator")
    return members(scene, "Penerima Tugas", roles, ("Peran", "Nama dan NIP"), "rn")


def _supervisors(scene: Scene) -> Table:
    roles = ("Penanggung jawab", "Ketua regu", "Pemeriksa", "Pemeriksa", "Pencatat")
    return members(scene, "Personel Satuan Tugas", roles, ("Nama pegawai", "Golongan", "Peran"), "sgr")


def _companions(scene: Scene) -> Table:
    roles = ("Juru bahasa isyarat", "Pemandu kursi roda", "Pendamping ibu dan anak", "Cadangan")
    return members(scene, "Nama Pendamping", roles, ("Pegawai", "Pos layanan"), "sr", "listed")


def _general(scene: Scene) -> Table:
    roles = ("Ketua Umum", "Ketua Seksi Acara", "Ketua Seksi Perlengkapan", "Bendahara")
    return members(scene, "Panitia", roles, ("Seksi", "Nama"), "rs")


def _innovators(scene: Scene) -> Table:
    roles = ("Pembina", "Penggagas", "Admin sistem", "Dokumentasi")
    return members(scene, "Personalia Tim Inovasi", roles, ("Nama/NIP", "Sebagai"), "nr")


def _duties(scene: Scene) -> Table:
    tasks = (
        "menerima tamu dan mengarahkan pemohon",
        "meneliti keabsahan berkas",
        "mencetak dan mengemas produk layanan",
    )
    people = some(scene, 3)
    rows = tuple((one.post, task, one.name) for one, task in zip(people, tasks, strict=False))
    found = tuple(("listed", one.name, one.nip) for one in people)
    return Table("Rincian Tugas menurut Jabatan", ("Jabatan", "Rincian", "Pemangku"), rows, (5, 8, 5), found)


def _pay(scene: Scene) -> Table:
    base = scene.chance.choice((15, 20, 25))
    rows = (("Piket hari libur", f"Rp{base}0.000,00 / hari"), ("Jaga loket sore", f"Rp{base + 5}.000,00 / jam"))
    return Table("Satuan Insentif", ("Penugasan", "Nilai"), rows, (7, 5))


def _award(scene: Scene) -> Table:
    rows = (
        ("Disiplin waktu", "skor 1-5"),
        ("Hasil kerja", "skor 1-5"),
        ("Kerja sama", "skor 1-5"),
        ("Penampilan", "skor 1-3"),
    )
    return Table("Lembar Penilaian", ("Aspek yang dinilai", "Ukuran"), rows, (8, 4))


def _hours(scene: Scene) -> Table:
    start = scene.chance.choice(("07.45", "08.15"))
    rows = (
        ("Pagi", f"pukul {start} sampai 12.00", "Senin-Jumat"),
        ("Siang", "pukul 12.30 sampai 15.45", "Senin-Kamis"),
    )
    return Table("Pembagian Waktu Layanan", ("Giliran", "Waktu", "Berlaku"), rows, (3, 6, 4))


def _channels(scene: Scene) -> Table:
    phone = f"0812-0000-{scene.chance.randint(1000, 9999)}"
    rows = (("Datang langsung", "meja pengaduan"), ("Pesan singkat", phone), ("Daring nasional", "lapor.go.id"))
    return Table("Cara Menyampaikan Keluhan", ("Cara", "Ke mana"), rows, (5, 7))


def _ethics(scene: Scene) -> Table:
    rows = (
        ("Setiap petugas berhak", "dihormati, dilindungi dan dihargai atas hasil kerjanya"),
        ("Setiap petugas wajib", "menyapa lebih dahulu, menjelaskan dengan sabar dan menepati janji"),
        ("Petugas tidak boleh", "memungut uang, memperlambat berkas, merokok di loket atau membedakan tamu"),
        ("Pelanggaran berakibat", "dinasihati, ditegur tertulis, sampai dipindahkan dari loket"),
    )
    return Table("Budi Pekerti Petugas", ("Perihal", "Ketentuan"), rows, (4, 10))


def _compensation(scene: Scene) -> Table:
    late = scene.chance.choice((1, 2))
    rows = (
        (f"terlambat {late} hari", "hasil layanan dikirim melalui kurir atas beban kantor"),
        ("tertukar atau keliru", "diganti seketika dan pemohon dilayani pertama"),
        ("disambut tidak sopan", "pimpinan meminta maaf secara langsung"),
    )
    return Table("Ganti Layanan", ("Keadaan", "Yang diterima warga"), rows, (5, 8))


def _tariffs(scene: Scene) -> Table:
    rows = tuple((one.name, "nol rupiah") for one in products(scene))
    fee = f"Rp{scene.chance.choice((5, 10))}.000,00 per lembar"
    return Table("Biaya yang Dikenakan", ("Pelayanan", "Besaran"), (*rows, ("Salinan peta", fee)), (9, 4))


_WORDS: dict[str, tuple[str, str, str]] = {
    "sk_generic": (
        "peringatan hari jadi perlu dipersiapkan oleh panitia",
        "Mengangkat panitia",
        "Panitia bubar setelah laporan pertanggungjawaban diterima.",
    ),
    "sk_inovasi": (
        "gagasan baru pegawai perlu diwadahi agar layanan makin dekat dengan warga",
        "Membentuk tim yang mengembangkan dan menjalankan inovasi",
        "Tim melaporkan manfaat inovasi kepada {chief} setiap enam bulan.",
    ),
    "sk_insentif": (
        "petugas yang bekerja di luar jam kantor layak menerima tambahan penghasilan",
        "Memberikan insentif sesuai penugasan",
        "Pembayaran dilakukan setiap akhir bulan setelah daftar hadir diperiksa Sekretariat.",
    ),
    "sk_jam_pelayanan": (
        "warga perlu mengetahui kapan loket dibuka dan ditutup",
        "Mengatur waktu pelayanan kepada masyarakat",
        "Loket tidak ditutup selama masih ada pemohon yang mengantre.",
    ),
    "sk_kanal_pengaduan": (
        "keluhan warga harus mudah disampaikan dan tidak hilang di jalan",
        "Menentukan media pengaduan resmi",
        "Petugas memeriksa setiap media paling sedikit dua kali sehari.",
    ),
    "sk_kode_etik": (
        "nama baik lembaga bergantung pada tingkah laku petugasnya",
        "Memberlakukan pedoman perilaku bagi petugas",
        "Atasan langsung menilai kepatuhan terhadap pedoman ini setiap bulan.",
    ),
    "sk_kompensasi": (
        "janji layanan yang tidak ditepati menimbulkan kerugian bagi warga",
        "Memberi kompensasi kepada penerima layanan yang dirugikan",
        "Kompensasi diserahkan pada hari ketidaksesuaian diketahui.",
    ),
    "sk_pengaduan": (
        "keluhan warga merupakan bahan perbaikan dan harus ada yang mengurusnya",
        "Menugaskan pegawai sebagai pengelola layanan pengaduan, saran dan masukan",
        "Pengelola menjawab setiap keluhan paling lama lima hari kerja dan membuat ikhtisar bulanan.",
    ),
    "sk_penghargaan": (
        "pelaksana yang bekerja melampaui harapan patut dihargai secara terbuka",
        "Memberlakukan tata cara penetapan pelaksana pelayanan terbaik",
        "Penerima penghargaan dipilih setiap semester berdasarkan jumlah skor tertinggi.",
    ),
    "sk_penghubung_sp4n": (
        "laporan pada LAPOR! harus diteruskan dan dijawab dalam batas waktu",
        "Menugaskan pengelola akun SP4N-LAPOR!",
        "Laporan yang bukan kewenangan dikembalikan kepada admin daerah dalam satu hari kerja.",
    ),
    "sk_petugas_khusus": (
        "pemohon berkebutuhan khusus berhak dilayani setara dengan yang lain",
        "Menugaskan pendamping layanan",
        "Pendamping siaga selama jam layanan dan mengenakan rompi pengenal.",
    ),
    "sk_tarif": (
        "tidak semua layanan dipungut biaya dan warga harus mengetahuinya",
        "Memberlakukan biaya pelayanan",
        "Pembayaran hanya melalui bank daerah; penerimaan tunai di loket tidak diperkenankan.",
    ),
    "sk_tim_pengawasan": (
        "pelaksanaan standar pelayanan harus diperiksa dari dalam secara berkala",
        "Membentuk satuan tugas pengawasan melekat",
        "Satuan tugas memeriksa loket tanpa pemberitahuan paling sedikit sekali sebulan.",
    ),
    "sk_uraian_tugas": (
        "setiap jabatan harus mengetahui apa yang menjadi tanggung jawabnya",
        "Menetapkan rincian tugas pelaksana",
        "Perubahan rincian tugas dilakukan dengan Keputusan tersendiri.",
    ),
}
_PAIRS = {
    "sk_generic": (matters_people.GENERAL, _general),
    "sk_inovasi": (matters_service.INNOVATION, _innovators),
    "sk_insentif": (matters_people.PAY, _pay),
    "sk_jam_pelayanan": (matters_service.HOURS, _hours),
    "sk_kanal_pengaduan": (matters_service.CHANNELS, _channels),
    "sk_kode_etik": (matters_service.ETHICS, _ethics),
    "sk_kompensasi": (matters_service.COMPENSATION, _compensation),
    "sk_pengaduan": (matters_people.COMPLAINT, _complaint),
    "sk_penghargaan": (matters_people.AWARD, _award),
    "sk_penghubung_sp4n": (matters_people.LIAISON, _liaison),
    "sk_petugas_khusus": (matters_people.SPECIAL, _companions),
    "sk_tarif": (matters_service.TARIFF, _tariffs),
    "sk_tim_pengawasan": (matters_people.SUPERVISION, _supervisors),
    "sk_uraian_tugas": (matters_people.DUTIES, _duties),
}


def _held(kind: str) -> Matter:
    old, annex = _PAIRS[kind]
    why, *decides = _WORDS[kind]
    return replace(old, why=(why,), decides=tuple(decides), annex=annex)


HELD = {kind: _held(kind) for kind in _PAIRS}
