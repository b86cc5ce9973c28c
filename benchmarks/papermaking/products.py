"""The invented service products of both offices, with fourteen components each."""

from __future__ import annotations

from .office import Product

NAMES = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Jangka waktu penyelesaian",
    "Biaya/tarif",
    "Produk pelayanan",
    "Penanganan pengaduan, saran, dan masukan",
    "Dasar hukum",
    "Sarana, prasarana, dan/atau fasilitas",
    "Kompetensi pelaksana",
    "Pengawasan internal",
    "Jumlah pelaksana",
    "Jaminan pelayanan",
    "Jaminan keamanan dan keselamatan pelayanan",
    "Evaluasi kinerja pelaksana",
)


def product(name: str, *texts: str) -> Product:
    """Return a product whose texts stand in the order of the fourteen components."""
    return Product(name, tuple(zip(NAMES, texts, strict=True)))


SOSIAL = (
    product(
        "Rekomendasi Reaktivasi Kepesertaan PBI Jaminan Kesehatan",
        "1. Fotokopi KTP-el dan Kartu Keluarga; 2. Kartu JKN-KIS yang nonaktif; 3. Surat keterangan berobat dari "
        "Puskesmas atau rumah sakit; 4. Surat pengantar desa/kelurahan.",
        "Pemohon mengambil nomor antrean, menyerahkan berkas di loket, petugas memeriksa berkas dan data, Kepala Bidang"
        " memaraf, Kepala Dinas menandatangani, rekomendasi diserahkan kepada pemohon.",
        "1 (satu) hari kerja sejak berkas dinyatakan lengkap.",
        "Tidak dipungut biaya (gratis).",
        "Surat rekomendasi reaktivasi kepesertaan PBI Jaminan Kesehatan.",
        "Loket pengaduan, kotak saran, telepon (0999) 000-113, WhatsApp 0812-0000-0099, SP4N-LAPOR!; ditanggapi paling "
        "lambat 3 hari kerja.",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; Undang-Undang Nomor 11 Tahun 2009 tentang "
        "Kesejahteraan Sosial.",
        "Ruang tunggu, loket, komputer, jaringan internet, kursi prioritas, toilet, ruang laktasi.",
        "Pendidikan paling rendah D3, memahami data kesejahteraan sosial, mampu mengoperasikan aplikasi.",
        "Dilakukan oleh Kepala Bidang secara berjenjang dan Tim Pengawasan Internal setiap triwulan.",
        "3 (tiga) orang.",
        "Pelayanan diberikan sesuai standar; apabila terlambat diberikan kompensasi pengantaran dokumen ke rumah.",
        "Data pemohon dirahasiakan; tersedia APAR, jalur evakuasi dan petugas keamanan.",
        "Survei Kepuasan Masyarakat setiap semester dan penilaian kinerja bulanan.",
    ),
    product(
        "Surat Keterangan Terdaftar dalam Data Tunggal Sosial Ekonomi Nasional",
        "1. Fotokopi KTP-el; 2. Fotokopi Kartu Keluarga; 3. Surat pengantar desa/kelurahan.",
        "Pemohon menyerahkan berkas di loket, petugas memeriksa data pada aplikasi, mencetak surat keterangan, Kepala "
        "Bidang menandatangani, surat diserahkan kepada pemohon.",
        "30 (tiga puluh) menit sejak berkas dinyatakan lengkap.",
        "Tidak dipungut biaya (gratis).",
        "Surat keterangan terdaftar dalam DTSEN.",
        "Loket pengaduan, kotak saran, telepon (0999) 000-113, WhatsApp 0812-0000-0099, SP4N-LAPOR!.",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; Undang-Undang Nomor 13 Tahun 2011 tentang "
        "Penanganan Fakir Miskin.",
        "Ruang tunggu, loket, komputer, printer, jaringan internet.",
        "Pendidikan paling rendah SMA, teliti, mampu mengoperasikan komputer.",
        "Dilakukan oleh atasan langsung dan Tim Pengawasan Internal.",
        "2 (dua) orang.",
        "Surat diterbitkan sesuai data; kesalahan cetak diperbaiki saat itu juga.",
        "Surat dibubuhi kode keamanan; data pemohon dirahasiakan.",
        "Survei Kepuasan Masyarakat setiap semester.",
    ),
)

DUKCAPIL = (
    product(
        "Penerbitan Kartu Keluarga",
        "1. Formulir F-1.01 dan F-1.02; 2. Kartu Keluarga lama; 3. Buku nikah/akta perkawinan; 4. Surat keterangan "
        "pindah bagi pendatang.",
        "Pemohon mengambil antrean, menyerahkan berkas di loket, petugas verifikasi memeriksa, operator merekam, "
        "Kepala Dinas menandatangani secara elektronik, dokumen diserahkan.",
        "1 (satu) hari kerja sejak berkas lengkap.",
        "Tidak dipungut biaya.",
        "Kartu Keluarga.",
        "Loket pengaduan, kotak saran, telepon (0998) 000-221, SP4N-LAPOR!; ditanggapi paling lambat 5 hari kerja.",
        "Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan; Peraturan Presiden Nomor 96 Tahun 2018.",
        "Ruang tunggu, loket, mesin antrean, kursi prioritas, toilet difabel.",
        "Pendidikan paling rendah D3, memahami SIAK.",
        "Pengawasan melekat oleh atasan langsung dan reviu Inspektorat.",
        "4 (empat) orang.",
        "Dokumen terbit tepat waktu atau diantar ke alamat pemohon tanpa biaya.",
        "Data kependudukan dilindungi; dokumen memuat tanda tangan elektronik.",
        "Survei Kepuasan Masyarakat dan penilaian kinerja pegawai.",
    ),
    product(
        "Penerbitan Akta Kelahiran",
        "1. Formulir F-2.01; 2. Surat keterangan kelahiran; 3. Buku nikah/akta perkawinan; 4. Kartu Keluarga.",
        "Pemohon menyerahkan berkas di loket, petugas verifikasi memeriksa, operator merekam, pejabat pencatatan sipil "
        "menandatangani secara elektronik, akta diserahkan.",
        "1 (satu) hari kerja sejak berkas lengkap.",
        "Tidak dipungut biaya.",
        "Kutipan Akta Kelahiran.",
        "Loket pengaduan, kotak saran, telepon (0998) 000-221, SP4N-LAPOR!.",
        "Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan.",
        "Ruang tunggu, loket, mesin antrean, ruang laktasi.",
        "Pendidikan paling rendah D3, memahami SIAK dan pencatatan sipil.",
        "Pengawasan melekat oleh atasan langsung dan reviu Inspektorat.",
        "3 (tiga) orang.",
        "Akta terbit tepat waktu atau diantar ke alamat pemohon tanpa biaya.",
        "Data kependudukan dilindungi; akta memuat kode QR.",
        "Survei Kepuasan Masyarakat dan penilaian kinerja pegawai.",
    ),
)
