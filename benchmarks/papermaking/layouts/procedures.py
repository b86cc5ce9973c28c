"""Procedures, guides, forms and what is published of the standards."""

from __future__ import annotations

from ..scene import Layout
from . import guides
from .parts import triple
from .routines import Routine, drawn

LAW25 = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
LAW35 = "Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur"
LAW76 = "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik"
SERVICE = Routine(
    "Penerimaan dan Penyelesaian Permohonan Layanan",
    "Prosedur ini mengatur urutan pelayanan sejak pemohon datang sampai menerima produk layanan.",
    "Agar permohonan diselesaikan tepat waktu dan seragam oleh setiap petugas.",
    (LAW25, LAW35),
    ("Petugas Loket", "Operator", "Kepala Bidang", "Pimpinan"),
    (
        ("Menerima berkas dan memberikan nomor antrean", 0, "5 menit", "Berkas"),
        ("Memeriksa kelengkapan berkas, mengembalikan bila kurang", 0, "10 menit", "Berkas lengkap"),
        ("Merekam data permohonan pada aplikasi", 1, "15 menit", "Data terekam"),
        ("Memeriksa dan memaraf konsep", 2, "30 menit", "Konsep terparaf"),
        ("Menandatangani produk layanan", 3, "1 jam", "Produk"),
        ("Menyerahkan produk dan mencatat pada register", 0, "5 menit", "Tanda terima"),
    ),
)
SAFETY = Routine(
    "Tanggap Darurat Kebakaran dan Keselamatan (K3)",
    "Keadaan darurat adalah kejadian yang membahayakan pengunjung dan pegawai, seperti kebakaran dan gempa bumi.",
    "Melindungi keselamatan pengunjung dan pegawai serta mengurangi kerugian.",
    (
        "Undang-Undang Nomor 1 Tahun 1970 tentang Keselamatan Kerja",
        "Peraturan Pemerintah Nomor 50 Tahun 2012 tentang Penerapan SMK3",
        LAW35,
    ),
    ("Saksi", "Petugas Keamanan", "Koordinator K3"),
    (
        ("Menekan alarm dan berteriak kebakaran", 0, "1 menit", "Alarm berbunyi"),
        ("Memadamkan api kecil dengan APAR terdekat", 1, "3 menit", "Api padam"),
        ("Memutus aliran listrik dan membuka pintu darurat", 1, "2 menit", "Listrik padam"),
        ("Mengarahkan evakuasi melalui jalur evakuasi ke titik kumpul", 2, "5 menit", "Semua di titik kumpul"),
        ("Menghubungi pemadam kebakaran dan ambulans", 2, "2 menit", "Bantuan datang"),
        ("Mendata korban dan melaporkan kejadian", 2, "1 hari", "Laporan kejadian"),
    ),
    "APAR, alarm, kotak P3K, rambu evakuasi, senter",
    "APAR diperiksa setiap enam bulan dan jalur evakuasi tidak boleh terhalang",
)
COMPENSATION = Routine(
    "Pemberian Kompensasi kepada Penerima Layanan",
    "Kompensasi adalah ganti layanan bagi pemohon yang dilayani tidak sesuai standar pelayanan.",
    "Menjamin hak penerima layanan atas pelayanan yang sesuai standar.",
    (LAW25, "Peraturan Pemerintah Nomor 96 Tahun 2012"),
    ("Petugas Loket", "Koordinator", "Pimpinan"),
    (
        ("Menerima keluhan keterlambatan dari penerima layanan", 0, "5 menit", "Catatan keluhan"),
        ("Memastikan penyebab ketidaksesuaian", 1, "30 menit", "Hasil pemeriksaan"),
        ("Menentukan bentuk kompensasi sesuai keputusan", 1, "10 menit", "Usul kompensasi"),
        ("Menyetujui pemberian kompensasi", 2, "1 jam", "Persetujuan"),
        ("Menyerahkan kompensasi dan meminta maaf", 0, "10 menit", "Tanda terima"),
    ),
)
COMPLAINT = Routine(
    "Pengelolaan Pengaduan Masyarakat",
    "Pengaduan adalah penyampaian keluhan atas pelayanan yang tidak sesuai standar.",
    "Agar setiap pengaduan diterima, dicatat, ditindaklanjuti dan dijawab.",
    (LAW25, LAW76, "Peraturan Menteri PANRB Nomor 62 Tahun 2018"),
    ("Admin Pengaduan", "Ketua Tim", "Bidang Teknis", "Pimpinan"),
    (
        ("Menerima pengaduan dari loket, kotak saran atau SP4N-LAPOR!", 0, "10 menit", "Formulir"),
        ("Mencatat pada register dan memberi nomor pengaduan", 0, "10 menit", "Register"),
        ("Menelaah dan mengelompokkan pengaduan", 1, "1 hari", "Telaahan"),
        ("Menindaklanjuti dan menyusun konsep jawaban", 2, "5 hari kerja", "Konsep jawaban"),
        ("Menyetujui jawaban", 3, "1 hari", "Jawaban"),
        ("Menyampaikan jawaban kepada pengadu dan mengarsipkan", 0, "1 hari", "Arsip"),
    ),
)
OMBUDSMAN = Routine(
    "Tindak Lanjut Hasil Penilaian Ombudsman",
    "Tindak lanjut adalah pelaksanaan saran perbaikan dan tindakan korektif Ombudsman Republik Indonesia.",
    "Agar hasil penilaian ditindaklanjuti tepat waktu dan menjadi bahan perencanaan.",
    ("Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia", LAW25, LAW35),
    ("Sekretariat", "Bidang Teknis", "Pimpinan"),
    (
        ("Menerima dan mengagendakan hasil penilaian Ombudsman", 0, "1 hari", "Agenda"),
        ("Membahas temuan dalam rapat tindak lanjut", 2, "3 hari", "Notulen"),
        ("Menyusun rencana aksi perbaikan", 1, "7 hari", "Rencana aksi"),
        ("Melaksanakan perbaikan pelayanan", 1, "30 hari", "Bukti perbaikan"),
        ("Melaporkan hasil tindak lanjut kepada Ombudsman", 2, "3 hari", "Surat laporan"),
    ),
)
CHOSEN = {
    "sop": (SERVICE, "box", "clinic", "manual"),
    "sop_k3": (SAFETY, "portrait", "box", "clinic"),
    "sop_kompensasi": (COMPENSATION, "clinic", "box", "steps"),
    "sop_pengaduan": (COMPLAINT, "box", "steps", "portrait"),
    "sop_tindak_lanjut_ombudsman": (OMBUDSMAN, "steps", "portrait", "box"),
}
LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    kind: triple(kind, drawn(first, routine), drawn(second, routine), drawn(third, routine))
    for kind, (routine, first, second, third) in CHOSEN.items()
} | guides.LAYOUTS
