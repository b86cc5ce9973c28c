"""The kinds of office that are invented: names, posts and service products with their fourteen components."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .office import Product
from .products import product

Service = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Kind:
    """A kind of office: what it is called, who works there and what it serves with.

    `sections` are the units under the secretariat; `experts` the posts of those who serve. A service is name,
    requirements, time, fee and what comes out.
    """

    kind: str
    name: str
    short: str
    field: str
    head: str
    second: str
    unit: str
    sections: tuple[str, ...]
    experts: tuple[str, ...]
    services: tuple[Service, ...]
    parent: str = ""


FREE = "Tidak dipungut biaya (gratis)."
ID = "1. Fotokopi KTP-el; 2. Fotokopi Kartu Keluarga; "

KINDS = (
    Kind(
        "dinas",
        "Dinas Sosial",
        "Dinsos",
        "kesejahteraan sosial",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Perlindungan dan Jaminan Sosial", "Rehabilitasi Sosial", "Pemberdayaan Sosial"),
        ("Pekerja Sosial Ahli Muda", "Pekerja Sosial Ahli Pertama", "Penyuluh Sosial Ahli Pertama"),
        (
            (
                "Rekomendasi Santunan Kematian",
                f"{ID}3. Surat keterangan kematian.",
                "2 (dua) hari kerja",
                FREE,
                "Surat rekomendasi",
            ),
            (
                "Rekomendasi Rujukan Panti Sosial",
                f"{ID}3. Surat pengantar desa.",
                "3 (tiga) hari kerja",
                FREE,
                "Surat rujukan",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Kependudukan dan Pencatatan Sipil",
        "Disdukcapil",
        "administrasi kependudukan",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Pelayanan Pendaftaran Penduduk", "Pelayanan Pencatatan Sipil", "Pengelolaan Informasi"),
        (
            "Administrator Database Kependudukan Ahli Muda",
            "Operator Layanan Operasional",
            "Pranata Komputer Ahli Pertama",
        ),
        (
            (
                "Penerbitan Kartu Tanda Penduduk Elektronik",
                f"{ID}3. Formulir F-1.02.",
                "1 (satu) hari kerja",
                FREE,
                "KTP-el",
            ),
            (
                "Penerbitan Akta Kematian",
                f"{ID}3. Surat keterangan kematian; 4. Formulir F-2.01.",
                "1 (satu) hari kerja",
                FREE,
                "Kutipan akta kematian",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "DPMPTSP",
        "perizinan dan penanaman modal",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Penanaman Modal", "Pelayanan Perizinan", "Pengaduan dan Pelaporan"),
        ("Penata Perizinan Ahli Muda", "Penata Perizinan Ahli Pertama", "Penelaah Teknis Kebijakan"),
        (
            (
                "Izin Praktik Perawat",
                f"{ID}3. Surat tanda registrasi; 4. Rekomendasi organisasi profesi.",
                "5 (lima) hari kerja",
                FREE,
                "Surat izin praktik",
            ),
            (
                "Persetujuan Bangunan Gedung",
                f"{ID}3. Sertifikat tanah; 4. Gambar rencana teknis.",
                "14 (empat belas) hari kerja",
                "Retribusi Rp5.000,00 per meter persegi sesuai Peraturan"
                " Daerah tentang Pajak Daerah dan Retribusi Daerah.",
                "Dokumen persetujuan",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Pendidikan",
        "Disdik",
        "pendidikan",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Pembinaan Sekolah Dasar", "Pembinaan Sekolah Menengah Pertama", "Pembinaan Ketenagaan"),
        ("Analis Kebijakan Ahli Muda", "Pengembang Teknologi Pembelajaran Ahli Pertama", "Pengolah Data dan Informasi"),
        (
            (
                "Legalisasi Ijazah",
                f"{ID}3. Ijazah asli; 4. Fotokopi ijazah.",
                "30 (tiga puluh) menit",
                FREE,
                "Salinan ijazah yang dilegalisasi",
            ),
            (
                "Rekomendasi Mutasi Peserta Didik",
                f"{ID}3. Surat keterangan pindah sekolah; 4. Rapor.",
                "1 (satu) hari kerja",
                FREE,
                "Surat rekomendasi mutasi",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Perhubungan",
        "Dishub",
        "perhubungan",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Lalu Lintas", "Angkutan", "Keselamatan Jalan"),
        ("Penguji Kendaraan Bermotor Mahir", "Penguji Kendaraan Bermotor Terampil", "Pengelola Transportasi"),
        (
            (
                "Pengujian Berkala Kendaraan Bermotor",
                "1. Fotokopi STNK; 2. Kartu uji lama; 3. Fotokopi KTP-el.",
                "60 (enam puluh) menit",
                FREE,
                "Kartu uji berkala",
            ),
            (
                "Izin Trayek Angkutan Perdesaan",
                f"{ID}3. Fotokopi STNK; 4. Kartu uji.",
                "3 (tiga) hari kerja",
                FREE,
                "Kartu pengawasan",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Tenaga Kerja",
        "Disnaker",
        "ketenagakerjaan",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Penempatan Tenaga Kerja", "Pelatihan dan Produktivitas", "Hubungan Industrial"),
        ("Pengantar Kerja Ahli Muda", "Instruktur Ahli Pertama", "Mediator Hubungan Industrial Ahli Pertama"),
        (
            (
                "Penerbitan Kartu Pencari Kerja",
                f"{ID}3. Fotokopi ijazah; 4. Pasfoto.",
                "15 (lima belas) menit",
                FREE,
                "Kartu AK-1",
            ),
            (
                "Pencatatan Perjanjian Kerja Waktu Tertentu",
                "1. Surat permohonan; 2. Naskah perjanjian kerja.",
                "3 (tiga) hari kerja",
                FREE,
                "Bukti pencatatan",
            ),
        ),
    ),
    Kind(
        "dinas",
        "Dinas Lingkungan Hidup",
        "DLH",
        "lingkungan hidup",
        "Kepala Dinas",
        "Sekretaris Dinas",
        "Bidang",
        ("Tata Lingkungan", "Pengelolaan Sampah", "Pengendalian Pencemaran"),
        ("Pengendali Dampak Lingkungan Ahli Muda", "Pengawas Lingkungan Hidup Ahli Pertama", "Pengelola Persampahan"),
        (
            (
                "Persetujuan Pernyataan Kesanggupan Pengelolaan Lingkungan",
                f"{ID}3. Nomor induk berusaha.",
                "5 (lima) hari kerja",
                FREE,
                "Surat persetujuan",
            ),
            (
                "Pengujian Kualitas Air",
                "1. Surat permohonan; 2. Contoh uji.",
                "10 (sepuluh) hari kerja",
                "Tarif Rp250.000,00 per contoh uji sesuai Peraturan Daerah tentang Pajak Daerah dan Retribusi Daerah.",
                "Laporan hasil uji",
            ),
        ),
    ),
    Kind(
        "badan",
        "Badan Pendapatan Daerah",
        "Bapenda",
        "pendapatan daerah",
        "Kepala Badan",
        "Sekretaris Badan",
        "Bidang",
        ("Pendaftaran dan Pendataan", "Penagihan dan Keberatan", "Perencanaan Pendapatan"),
        ("Pemeriksa Pajak Ahli Muda", "Penilai Pajak Ahli Pertama", "Pengelola Pendapatan"),
        (
            (
                "Mutasi Objek Pajak Bumi dan Bangunan",
                f"{ID}3. Sertifikat tanah; 4. SPPT tahun terakhir.",
                "5 (lima) hari kerja",
                FREE,
                "SPPT baru",
            ),
            (
                "Pembetulan Ketetapan Pajak",
                f"{ID}3. SPPT yang salah.",
                "3 (tiga) hari kerja",
                FREE,
                "Ketetapan pajak yang dibetulkan",
            ),
        ),
    ),
    Kind(
        "badan",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "BKPSDM",
        "kepegawaian",
        "Kepala Badan",
        "Sekretaris Badan",
        "Bidang",
        ("Mutasi dan Promosi", "Pengadaan dan Informasi", "Pengembangan Kompetensi"),
        ("Analis Sumber Daya Manusia Aparatur Ahli Muda", "Asesor SDM Aparatur Ahli Pertama", "Pengelola Kepegawaian"),
        (
            (
                "Usul Kenaikan Pangkat",
                "1. SK pangkat terakhir; 2. SKP dua tahun terakhir.",
                "10 (sepuluh) hari kerja",
                FREE,
                "Nota usul",
            ),
            (
                "Penerbitan Kartu Istri/Kartu Suami",
                "1. Fotokopi buku nikah; 2. Pasfoto.",
                "5 (lima) hari kerja",
                FREE,
                "Kartu istri/suami",
            ),
        ),
    ),
    Kind(
        "kecamatan",
        "Kecamatan",
        "Kec.",
        "pemerintahan kecamatan",
        "Camat",
        "Sekretaris Kecamatan",
        "Seksi",
        ("Pemerintahan", "Pelayanan Umum", "Ketenteraman dan Ketertiban Umum", "Kesejahteraan Rakyat"),
        ("Pengelola Pelayanan Publik", "Penelaah Teknis Kebijakan", "Pengadministrasi Kependudukan"),
        (
            ("Dispensasi Nikah", f"{ID}3. Surat pengantar kelurahan.", "1 (satu) jam", FREE, "Surat dispensasi nikah"),
            (
                "Legalisasi Surat Keterangan Waris",
                f"{ID}3. Surat keterangan kematian; 4. Surat pernyataan ahli waris.",
                "1 (satu) hari kerja",
                FREE,
                "Surat keterangan yang dilegalisasi",
            ),
        ),
    ),
    Kind(
        "puskesmas",
        "UPTD Puskesmas",
        "Puskesmas",
        "kesehatan masyarakat",
        "Kepala Puskesmas",
        "Kepala Subbagian Tata Usaha",
        "Klaster",
        ("Kesehatan Ibu dan Anak", "Usia Dewasa dan Lansia", "Penanggulangan Penyakit Menular"),
        ("Dokter Ahli Pertama", "Perawat Terampil", "Bidan Terampil", "Perekam Medis Terampil"),
        (
            (
                "Pelayanan Pemeriksaan Umum",
                "1. Kartu identitas berobat; 2. Kartu JKN bagi peserta.",
                "15 (lima belas) menit",
                "Gratis bagi peserta JKN; pasien umum sesuai Peraturan Daerah tentang Retribusi.",
                "Pemeriksaan, resep dan surat rujukan",
            ),
            (
                "Pelayanan Kesehatan Ibu dan Anak",
                "1. Buku KIA; 2. Kartu JKN bagi peserta.",
                "30 (tiga puluh) menit",
                FREE,
                "Pemeriksaan kehamilan dan imunisasi",
            ),
        ),
        "Dinas Kesehatan",
    ),
)


def products(kind: Kind, phone: str, chance: Random) -> tuple[Product, ...]:
    """Return the products of an office, each with fourteen components."""
    return tuple(_product(kind, service, phone, chance) for service in kind.services)


def _product(kind: Kind, service: Service, phone: str, chance: Random) -> Product:
    name, needs, time, fee, output = service
    people = chance.choice(("2 (dua) orang.", "3 (tiga) orang.", "4 (empat) orang."))
    user = "pasien" if kind.kind == "puskesmas" else "pemohon"
    return product(
        name,
        needs,
        f"{user.capitalize()} mengambil nomor antrean, menyerahkan berkas di loket, petugas memeriksa berkas, atasan"
        f" memeriksa, {kind.head} menandatangani, {output.lower()} diserahkan kepada {user}.",
        f"{time} sejak berkas dinyatakan lengkap.",
        fee,
        f"{output}.",
        f"Loket pengaduan, kotak saran, telepon {phone}, SP4N-LAPOR!; ditanggapi paling lambat"
        f" {chance.choice((3, 5, 7))} hari kerja.",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; Peraturan Pemerintah Nomor 96 Tahun 2012.",
        "Ruang tunggu, loket, komputer, jaringan internet, kursi prioritas, toilet, ruang laktasi.",
        f"Pendidikan paling rendah {chance.choice(('SMA', 'D3'))}, memahami ketentuan {kind.field}.",
        "Dilakukan oleh atasan langsung secara berjenjang dan tim pengawasan internal setiap triwulan.",
        people,
        "Pelayanan diberikan sesuai standar; apabila terlambat diberikan kompensasi pengantaran hasil ke rumah.",
        f"Data {user} dirahasiakan; tersedia APAR, jalur evakuasi dan petugas keamanan.",
        "Survei Kepuasan Masyarakat setiap semester dan penilaian kinerja bulanan.",
    )
