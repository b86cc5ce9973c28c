"""What lies in the folder of the population registry office, checked for 2024."""

from __future__ import annotations

from collections.abc import Callable

from . import photo
from .blocks import Paper, together
from .broken import archive, thumbs, torn
from .office import dukcapil
from .papers import complaints, decrees, plans, procedures, regulations, reports, staff
from .pdf import pdf
from .products import DUKCAPIL
from .scan import scan
from .sheet import workbook
from .word import word

Files = dict[str, Callable[[], bytes]]
HERE = dukcapil(DUKCAPIL)
HEAD, SECRETARY, REGISTRY, CIVIL, DATA, GENERAL, ANALYST, DATABASE, YOUNG, COMPLAINTS, LOKET_ONE, LOKET_TWO = (
    HERE.staff[:12]
)
SERVING = (
    ("Melayani penerbitan Kartu Keluarga", "2400 dokumen", "2512 dokumen"),
    ("Menyusun laporan layanan", "12 laporan", "12 laporan"),
)

SETTINGS = """\
format: 1
office: Dinas Kependudukan dan Pencatatan Sipil
region: Kota Arunika
aliases: [Disdukcapil, Dukcapil]
kind: dinas
checklist: ombudsman-2022-2024-dinas
year: 2024
not_applicable:
  - {requirement: P11.1, reason: "Layanan belum bergabung dalam mal pelayanan publik", by: "Sekretaris Dinas"}
"""


def _other_office() -> Paper:
    return regulations.regulation(
        HERE,
        "Dinas Perpustakaan dan Kearsipan",
        "Wali Kota",
        "27",
        "2022-05-09",
        "perpustakaan dan kearsipan",
        ("Kepala Dinas", "Sekretariat", "Bidang Perpustakaan", "Bidang Kearsipan"),
    )


def _notes() -> Paper:
    return reports.minutes(
        HERE,
        "2024-05-06",
        "Senin",
        "Rapat evaluasi bulanan dan pengawasan melekat atas pelayanan loket oleh atasan langsung",
        SECRETARY,
        GENERAL,
        (
            "Kepala Bidang melaporkan hasil pengawasan pelayanan bulan April 2024: rata-rata 96 pemohon per hari.",
            "Ditemukan dua loket belum menempelkan informasi jangka waktu; berkas terlambat sebanyak 11 berkas.",
            "Atasan langsung memerintahkan penempelan informasi dan penambahan operator pada hari Senin.",
            (
                "Pengawasan pelayanan oleh atasan langsung dilaksanakan setiap bulan; temuan bulan April selesai"
                " ditindaklanjuti paling lambat 17 Mei 2024."
            ),
        ),
        HERE.staff[:9],
    )


def _basis() -> Files:
    return {
        "1. KOMPETENSI/Perwali 27 Tahun 2022.pdf": lambda: pdf(_other_office()),
        "1. KOMPETENSI/Permen 99 tahun 2019 (1).pdf": lambda: pdf(regulations.law()),
        "2. PENGAWASAN/LHE Inspektorat.pdf": lambda: scan(
            reports.inspectorate(HERE, "2023-11-20", "700/148-INSPEKTORAT", 2023), "inspectorate"
        ),
        "2. PENGAWASAN/Dokumen tanpa judul (2).docx": lambda: word(_notes(), "2024"),
        "2. PENGAWASAN/LKjIP Disdukcapil 2023.pdf": lambda: pdf(plans.lkjip(HERE, 2023, "2024-02-26", ombudsman=False)),
        "3. ABK/Rekap ABK REVISI.xlsx": lambda: workbook(
            staff.workload(
                HERE, 2023, "2023-12-18", {"Operator Layanan Operasional": 2, "Pranata Komputer Ahli Pertama": 1}
            ),
            "2024",
        ),
        "3. ABK/DATA PEGAWAI.xlsx": lambda: workbook(staff.staff_list(HERE, "2023-12-31"), "2024"),
        "3. ABK/tpp feb 2024.xlsx": lambda: workbook(staff.allowance(HERE, "Februari", 2024), "2024"),
        "8. PENGADUAN/Scan0004.pdf": lambda: scan(
            decrees.compensation(HERE, "DUKCAPIL.470/112/III/2023", "2023-03-13", ink=True), "compensation"
        ),
        "6. DASAR HUKUM SP/SK SP 2022 + Kode Etik.pdf": lambda: pdf(
            together(
                decrees.standard(HERE, "DUKCAPIL.470/287.a/VI/2022", "2022-06-13", ink=True),
                decrees.ethics(HERE, "DUKCAPIL.470/288/VI/2022", "2022-06-13", ink=True),
            )
        ),
        "7. PENYULUHAN/Laporan penyuluhan.docx": lambda: word(
            reports.counselling(HERE, "2021-10-14", "Kamis", "Balai Kelurahan Sinar Contoh"), "2021"
        ),
    }


def _monthly(at: int, chief: int, works: tuple[str, ...], month: int = 4, ink: bool = False) -> Paper:
    return staff.monthly(HERE, HERE.staff[at], HERE.staff[chief], month, 2024, works, ink)


def _people() -> Files:
    desk = ("Memeriksa berkas pemohon", "Merekam data pada SIAK", "Menyerahkan dokumen kepada pemohon")
    data = ("Memelihara basis data", "Menyusun laporan bulanan", "Memperbaiki data ganda")
    return {
        "5. EVALUASI KINERJA/LKB/lkb-april-2024 arya.pdf": lambda: pdf(_monthly(10, 2, desk)),
        "5. EVALUASI KINERJA/LKB/LKB Melati.docx": lambda: word(_monthly(11, 3, desk), "2024"),
        "5. EVALUASI KINERJA/LKB/CamScanner 05-06-2024.pdf": lambda: scan(
            _monthly(8, 4, data, ink=True), "lkb", dpi=170, grey=True
        ),
        "5. EVALUASI KINERJA/LKB/lapkin mei banyu.pdf": lambda: pdf(_monthly(12, 2, desk, 5)),
        "5. EVALUASI KINERJA/SKP/SKP 2023 Arya.pdf": lambda: pdf(
            staff.skp(HERE, LOKET_ONE, REGISTRY, 2023, SERVING, ink=True)
        ),
        "5. EVALUASI KINERJA/SKP/SKP 2023 Arya (REVISI).pdf": lambda: pdf(
            staff.skp(HERE, LOKET_ONE, REGISTRY, 2023, SERVING[:1], ink=True, predicate="SANGAT BAIK")
        ),
        "5. EVALUASI KINERJA/SKP/SKP Melati S.pdf": lambda: pdf(
            staff.skp(HERE, LOKET_TWO, CIVIL, 2023, SERVING[1:], ink=True)
        ),
        "5. EVALUASI KINERJA/SKP/Scan0007.pdf": lambda: pdf(
            staff.skp(
                HERE, YOUNG, DATA, 2023, (("Memelihara basis data kependudukan", "12 laporan", "12 laporan"),), ink=True
            )
        ),
        "5. EVALUASI KINERJA/SKP/PK Kepala Dinas 2024.docx": lambda: word(
            plans.agreement(HERE, 2024, "2024-01-15"), "2024"
        ),
        "5. EVALUASI KINERJA/SKM/Laporan SKM Smt 1 2024.pdf": lambda: pdf(
            reports.satisfaction(
                HERE,
                "Semester I",
                2024,
                "2024-07-08",
                186,
                (3.55, 3.47, 3.39, 3.97, 3.58, 3.61, 3.66, 3.28, 3.70),
                ink=True,
                font="Vera",
            )
        ),
        "5. EVALUASI KINERJA/SKM/SKM lama.pdf": lambda: pdf(
            reports.satisfaction(
                HERE, "Semester II", 2022, "2023-01-09", 140, (3.35, 3.27, 3.19, 3.90, 3.38, 3.41, 3.46, 3.08, 3.50)
            )
        ),
        "5. EVALUASI KINERJA/SKM/poster.jpg": lambda: photo.poster(
            ("SURVEI PERSEPSI", "ANTI KORUPSI (SPAK)", "TAHUN 2023"),
            "3,64",
            ("Tidak ada pungutan liar", "Tidak ada percaloan", "Tidak ada imbalan", "DISDUKCAPIL"),
        ),
        "5. EVALUASI KINERJA/Laporan evaluasi pengaduan smt I.pdf": lambda: pdf(
            complaints.complaints_report(
                HERE,
                "Semester I Tahun 2024",
                "2024-07-10",
                (("Loket pengaduan", 9, 9), ("WhatsApp", 6, 6), ("SP4N-LAPOR!", 7, 6)),
            )
        ),
        "5. EVALUASI KINERJA/hasil ori 2023.pdf": lambda: scan(reports.award(HERE, 2023, "2023-12-18"), "award"),
    }


def _complaints() -> Files:
    team = (
        (HEAD, "Penanggung jawab"),
        (SECRETARY, "Ketua"),
        (ANALYST, "Sekretaris"),
        (COMPLAINTS, "Admin SP4N-LAPOR!"),
        (LOKET_TWO, "Anggota"),
    )
    return {
        "8. PENGADUAN/SK TIM.pdf": lambda: scan(
            decrees.complaint_team(HERE, "DUKCAPIL.470/021/I/2024", "2024-01-22", team, ink=True), "team"
        ),
        "8. PENGADUAN/SOP Pengaduan FIX.docx": lambda: word(
            procedures.complaint_sop(HERE, "065/     /SOP/DUKCAPIL/2024", "2024-02-01", approved=False), "2024"
        ),
        "8. PENGADUAN/undangan bimtek.pdf": lambda: pdf(
            reports.invitation(
                HERE,
                "2024-03-04",
                "Kamis, 7 Maret 2024",
                "bimbingan teknis pengelolaan pengaduan",
                "005/087/DUKCAPIL/2024",
            )
        ),
        "8. PENGADUAN/buku register.xlsx": lambda: workbook(complaints.register(HERE, 2024, 6, 22), "2024"),
        "8. PENGADUAN/Surat jawaban pengaduan Mei 2024.pdf": lambda: pdf(
            complaints.answer(
                HERE,
                "2024-05-20",
                "470/155/DUKCAPIL/2024",
                "2024-05-13",
                "salah cetak nama pada akta kelahiran",
                "akta telah dicetak ulang pada tanggal 14 Mei 2024.",
            ),
            password="rahasia",
        ),
        "8. PENGADUAN/formulir.docx": lambda: word(procedures.contacts_form(), "2024"),
    }


def _rest() -> Files:
    return {
        "evidence-check.yaml": SETTINGS.encode,
        "9. STANDAR TERPAMPANG/MAKLUMAT 2024.pdf": lambda: scan(
            procedures.pledge(HERE, "2024-01-08"), "pledge", dpi=130
        ),
        "9. STANDAR TERPAMPANG/IMG-20240610-WA0011.jpg": lambda: photo.board(
            "kk",
            "PERSYARATAN KARTU KELUARGA",
            (
                "1. Formulir F-1.01 dan F-1.02",
                "2. Kartu Keluarga lama",
                "3. Buku nikah",
                "4. Surat keterangan pindah",
                "DISDUKCAPIL KOTA ARUNIKA",
            ),
            (150, 60, 20),
        ),
        "9. STANDAR TERPAMPANG/IMG-20240610-WA0012.jpg": lambda: photo.board(
            "visi",
            "VISI DAN MISI",
            (
                "Visi: Terwujudnya tertib",
                "administrasi kependudukan",
                "Misi: 1. Melayani dengan cepat",
                "2. Data yang benar",
                "DISDUKCAPIL KOTA ARUNIKA",
            ),
            (20, 90, 70),
        ),
        "9. STANDAR TERPAMPANG/20240610_093012.jpg": lambda: photo.waiting_room("wait2", "RUANG TUNGGU"),
        "9. STANDAR TERPAMPANG/20240610_093155.jpg": lambda: photo.thing("box2", "box", "KOTAK SARAN"),
        "10. DATA PENGGUNA/Data pengguna layanan 2023.xlsx": lambda: workbook(
            staff.contacts(HERE, (10, 11, 12), 2023), "2023"
        ),
        "DARI BAGIAN ORGANISASI/contoh SK.docx": lambda: word(procedures.blank_form(), "2024"),
        "DARI BAGIAN ORGANISASI/SOP KK rusak.pdf": lambda: torn(
            pdf(procedures.service_sop(HERE, "Penerbitan Kartu Keluarga", "065/SOP.01/DUKCAPIL/2023", "2023-02-06")),
            0.5,
        ),
        "DARI BAGIAN ORGANISASI/surat edaran.pdf": lambda: word(
            reports.invitation(
                HERE, "2024-06-03", "Rabu, 5 Juni 2024", "rapat persiapan penilaian", "005/140/DUKCAPIL/2024"
            ),
            "2024",
        ),
        "DARI BAGIAN ORGANISASI/kumpulan.zip": lambda: archive({"isi.txt": b"Berkas menyusul.\r\n"}),
        "DARI BAGIAN ORGANISASI/Microsoft Excel Baru.xlsx": lambda: b"",
        "9. STANDAR TERPAMPANG/Thumbs.db": thumbs,
    }


def files() -> Files:
    """Return every file of the folder: its path and what makes its bytes."""
    return {**_basis(), **_people(), **_complaints(), **_rest()}
