"""What lies in the folder of the social affairs office, checked for 2026."""

from __future__ import annotations

from collections.abc import Callable

from . import photo
from .blocks import Paper, together
from .broken import archive, thumbs, torn
from .office import sosial
from .papers import complaints, decrees, plans, procedures, regulations, reports, staff
from .pdf import pdf
from .products import SOSIAL
from .scan import scan
from .sheet import workbook
from .word import word

Files = dict[str, Callable[[], bytes]]
HERE = sosial(SOSIAL)
HEAD, SECRETARY, PROTECTION, REHAB, EMPOWER, GENERAL, PLANNING, WORKER, _, COMPLAINTS, COMPUTER = HERE.staff[:11]
TEAM = (
    (HEAD, "Pembina"),
    (SECRETARY, "Ketua"),
    (GENERAL, "Sekretaris"),
    (COMPLAINTS, "Anggota/Admin"),
    (COMPUTER, "Anggota"),
)

SETTINGS = """\
format: 1
office: Dinas Sosial
region: Kabupaten Tirta Kencana
aliases: [Dinsos]
kind: dinas
checklist: ombudsman-2026
year: 2026
not_applicable:
  - {requirement: IN-02.5, reason: "Perangkat daerah tidak menyusun RKA-K/L atau DIPA", by: "Sekretaris Dinas"}
"""


def _bundle() -> Paper:
    return together(
        procedures.pledge(HERE, "2025-06-16"),
        decrees.ethics(HERE, "060/087/412.301/2025", "2025-06-16", ink=True),
        decrees.standard(HERE, "060/088/412.301/2025", "2025-06-16", ink=True),
    )


def _service_sop() -> Paper:
    return procedures.service_sop(
        HERE,
        "Pelayanan Rekomendasi Reaktivasi Kepesertaan PBI Jaminan Kesehatan",
        "060/SOP.11/412.301/2025",
        "2025-06-20",
    )


def _other_office() -> Paper:
    return regulations.regulation(
        HERE,
        "Dinas Perhubungan",
        "Bupati",
        "41",
        "2023-04-03",
        "perhubungan",
        ("Kepala Dinas", "Sekretariat", "Bidang Lalu Lintas", "Bidang Angkutan", "Bidang Keselamatan Jalan"),
    )


def _skp(at: int, rater: int, works: tuple[tuple[str, str, str], ...]) -> Paper:
    return staff.skp(HERE, HERE.staff[at], HERE.staff[rater], 2025, works, ink=True)


def _papers() -> Files:
    return {
        "01 INPUT/IN-01 Hasil Penilaian Ombudsman/Renja Dinsos 2026.pdf": lambda: pdf(
            plans.renja(HERE, 2026, "2025-07-21")
        ),
        "01 INPUT/IN-01 Hasil Penilaian Ombudsman/LKjIP 2025 FINAL.pdf": lambda: pdf(
            plans.lkjip(HERE, 2025, "2026-02-23", ombudsman=True)
        ),
        "01 INPUT/IN-01 Hasil Penilaian Ombudsman/PK Kadis 2026.docx": lambda: word(
            plans.agreement(HERE, 2026, "2026-01-12")
        ),
        "01 INPUT/IN-01 Hasil Penilaian Ombudsman/FIX BANGET (1).docx": lambda: word(
            plans.tor(HERE, 2026, "2026-02-09", PLANNING)
        ),
        "01 INPUT/IN-01 Hasil Penilaian Ombudsman/undangan rapat TL Ombudsman.docx": lambda: word(
            reports.invitation(
                HERE,
                "2026-02-10",
                "Jumat, 13 Februari 2026",
                "rapat pembahasan tindak lanjut hasil penilaian Ombudsman",
                "005/112/412.301/2026",
            )
        ),
        "01 INPUT/IN-02/renstra 2025-2029 bab III VI.pdf": lambda: pdf(plans.renstra(HERE, 2025, "2025-09-15")),
        "01 INPUT/IN-02/DPA 2026.xlsx": lambda: workbook(plans.budget(HERE, 2026, "2026-01-05")),
        "01 INPUT/IN-03/daftar usulan.xlsx": lambda: workbook(plans.proposals(HERE, 2026)),
        "01 INPUT/IN-03/Berita Acara Forum Perangkat Daerah 2025.pdf": lambda: pdf(_forum(), password="rahasia"),
    }


def _service() -> Files:
    return {
        "02 PROSES/PR-01 sd PR-06/STANDAR PELAYANAN 2025 lengkap.pdf": lambda: pdf(_bundle()),
        "02 PROSES/PR-01 sd PR-06/SOP reaktivasi PBI.pdf": lambda: pdf(_service_sop()),
        "02 PROSES/PR-01 sd PR-06/Permen 99 Tahun 2019 pedoman.pdf": lambda: pdf(regulations.law()),
        "02 PROSES/PR-07/kontak pengguna layanan.xlsx": lambda: workbook(staff.contacts(HERE, (1, 2, 3), 2026)),
        "02 PROSES/PR-08/Perbup 41 tahun 2023.pdf": lambda: pdf(_other_office()),
        "02 PROSES/PR-09/CamScanner 03-02-2026 10.25.pdf": lambda: scan(
            decrees.supervisors(
                HERE,
                "700/031/412.301/2018",
                "2018-02-05",
                ((HEAD, "Penanggung jawab"), (SECRETARY, "Ketua"), (PROTECTION, "Anggota"), (REHAB, "Anggota")),
                ink=True,
            ),
            "supervisors",
            grey=True,
        ),
        "02 PROSES/PR-11/ABK DINSOS 2025.xlsx": lambda: workbook(
            staff.workload(
                HERE,
                2025,
                "2025-12-08",
                {"Pekerja Sosial Ahli Muda": 1, "Pengadministrasi Perkantoran": 1, "Pengelola Pengaduan Publik": 1},
            ),
            "2025",
        ),
        "02 PROSES/PR-11/Data Pegawai per 31 Des 2025.xlsx": lambda: workbook(staff.staff_list(HERE, "2025-12-31")),
        "02 PROSES/PR-11/TPP Januari.xlsx": lambda: workbook(staff.allowance(HERE, "Januari", 2026)),
        "02 PROSES/PR-13/SOP Tanggap Darurat Kebakaran dan Evakuasi.pdf": lambda: torn(pdf(_service_sop()), 0.5),
        "02 PROSES/PR-14/Laporan SKM semester II.pdf": lambda: pdf(
            reports.satisfaction(
                HERE, "Semester II", 2024, "2025-01-06", 152, (3.42, 3.38, 3.21, 3.95, 3.44, 3.51, 3.60, 3.12, 3.55)
            )
        ),
    }


def _forum() -> Paper:
    return reports.minutes(
        HERE,
        "2025-02-20",
        "Kamis",
        "Forum Perangkat Daerah penyusunan Renja 2026",
        SECRETARY,
        PLANNING,
        ("Usulan Musrenbang dibahas.", "Usulan yang disepakati dimuat dalam Renja."),
        HERE.staff[:8],
    )


def _complaints() -> Files:
    return {
        "04 PENGADUAN/PG-01/Dokumen tanpa judul.docx": lambda: word(
            decrees.complaint_team(HERE, "800/     /DINSOS/2026", "2026-01-15", TEAM, draft="RANCANGAN")
        ),
        "04 PENGADUAN/PG-01/Scan0002.pdf": lambda: scan(
            procedures.complaint_sop(HERE, "060/SOP.04/412.301/2024", "2024-08-12", ink=True), "sop", dpi=200
        ),
        "04 PENGADUAN/PG-01/formulir pengaduan kosong.docx": lambda: word(procedures.contacts_form()),
        "04 PENGADUAN/PG-03/Register pengaduan 2026.xlsx": lambda: workbook(complaints.register(HERE, 2026, 6, 26)),
        "04 PENGADUAN/PG-03/Scan0001.pdf": lambda: scan(
            complaints.answer(
                HERE,
                "2026-04-21",
                "460/214/412.301/2026",
                "2026-04-14",
                "lamanya waktu tunggu di loket rekomendasi PBI",
                "petugas loket ditambah menjadi dua orang pada tanggal 1 sampai dengan 10 setiap bulan dan permohonan"
                " Saudara telah diselesaikan pada tanggal 15 April 2026.",
            ),
            "answer",
        ),
        "04 PENGADUAN/PG-04/Lap pengawasan pengaduan TW I.pdf": lambda: pdf(
            complaints.oversight_report(HERE, "2026-04-10", "Triwulan I Tahun 2026", "700/045/412.301/2026")
        ),
        "02 PROSES/PR-14/rekap.xlsx": lambda: workbook(
            complaints.settled(
                HERE, 2026, "Semester I", ("Januari", "Februari", "Maret", "April", "Mei", "Juni"), "2026-07-06", 26
            )
        ),
    }


def _lapor() -> Files:
    return {
        "04 PENGADUAN/PG-07/Evaluasi pengaduan TW I 2026.docx": lambda: word(
            complaints.complaints_report(
                HERE,
                "Triwulan I Tahun 2026",
                "2026-04-08",
                (("Loket pengaduan", 5, 5), ("Kotak saran", 3, 3), ("WhatsApp", 2, 2), ("SP4N-LAPOR!", 3, 2)),
            )
        ),
        "04 PENGADUAN/PG-08/Screenshot (14).png": lambda: photo.dashboard(
            "Dinas Sosial Kab. Tirta Kencana",
            (
                ("Laporan masuk", "14", "02-03-2026       Waktu tunggu loket                                  Selesai"),
                ("Selesai", "12", "16-03-2026       Status permohonan                                   Selesai"),
                ("Proses", "2", "20-03-2026       Petugas kurang ramah                                Proses"),
                (
                    "Rata-rata hari",
                    "3,4",
                    "25-03-2026       Nomor telepon tidak diangkat                        Proses",
                ),
            ),
        ),
        "04 PENGADUAN/PG-08/SK penghubung lapor.pdf": lambda: scan(
            decrees.liaison(
                HERE,
                "489/019/412.301/2025",
                "2025-03-10",
                ((SECRETARY, "Pejabat Penghubung"), (COMPLAINTS, "Admin")),
                ink=True,
            ),
            "liaison",
        ),
        "04 PENGADUAN/PG-09/sertifikat.pdf": lambda: scan(
            procedures.certificate(
                COMPLAINTS,
                HERE,
                "Bimbingan Teknis Pengelolaan Pengaduan Pelayanan Publik melalui SP4N-LAPOR!",
                "11 s.d. 13 November 2025",
                "2025-11-13",
                "893.3/1207/BPSDM/2025",
            ),
            "certificate",
            dpi=160,
        ),
    }


def _photos() -> Files:
    return {
        "FOTO/WhatsApp Image 2026-03-02 at 10.11.12.jpeg": lambda: photo.board(
            "maklumat",
            "MAKLUMAT PELAYANAN",
            (
                "Dengan ini kami menyatakan sanggup",
                "menyelenggarakan pelayanan sesuai standar",
                "pelayanan yang telah ditetapkan",
                "dan apabila tidak menepati janji ini",
                "kami siap menerima sanksi",
                "DINAS SOSIAL KABUPATEN TIRTA KENCANA",
            ),
        ),
        "FOTO/WhatsApp Image 2026-03-02 at 10.11.13.jpeg": lambda: photo.board(
            "alur",
            "ALUR PELAYANAN",
            (
                "1. Ambil nomor antrean",
                "2. Serahkan berkas kepada petugas",
                "3. Berkas diperiksa",
                "4. Tunggu panggilan",
                "5. Terima dokumen",
            ),
            (120, 40, 90),
        ),
        "FOTO/IMG_20260302_101455.jpg": lambda: photo.waiting_room("wait", "RUANG TUNGGU"),
        "FOTO/IMG_20260302_101612.jpg": lambda: photo.counters("counter", ("LOKET 1", "LOKET 2", "LOKET 3")),
        "FOTO/parkir depan.jpg": lambda: photo.thing("parking", "parking"),
        "FOTO/kursi roda.jpg": lambda: photo.thing("wheelchair", "wheelchair"),
        "FOTO/IMG-20260302-WA0007.jpg": lambda: photo.thing("box", "box", "KOTAK SARAN"),
        "FOTO/apar lobi.jpg": lambda: photo.thing("extinguisher", "extinguisher"),
        "FOTO/infografis.jpg": lambda: photo.poster(
            ("SURVEI PERSEPSI", "ANTI KORUPSI (SPAK)", "TAHUN 2025"),
            "3,71",
            ("Tidak ada pungutan liar", "Tidak ada percaloan", "Tidak ada imbalan", "DINAS SOSIAL"),
        ),
    }


def _clutter() -> Files:
    return {
        "evidence-check.yaml": SETTINGS.encode,
        "BUKTI DUKUNG/SKP 2025 Embun.pdf": lambda: pdf(
            _skp(7, 2, (("Melaksanakan asesmen penerima layanan", "120 dokumen", "124 dokumen"),))
        ),
        "BUKTI DUKUNG/Scan0003.pdf": lambda: pdf(_other_skp()),
        "BUKTI DUKUNG/contoh SK kompensasi.docx": lambda: word(procedures.blank_form()),
        "BUKTI DUKUNG/LKB Maret Tanjung.docx": lambda: pdf(
            staff.monthly(
                HERE,
                COMPLAINTS,
                GENERAL,
                3,
                2026,
                ("Menerima pengaduan di loket", "Mengisi register pengaduan", "Menyusun jawaban"),
            )
        ),
        "BUKTI DUKUNG/bahan.zip": lambda: archive(
            {"catatan.txt": b"Berkas menyusul.\r\n", "daftar.csv": b"no;nama\r\n1;contoh\r\n"}
        ),
        "BUKTI DUKUNG/New Microsoft Word Document.docx": lambda: b"",
        "FOTO/Thumbs.db": thumbs,
    }


def _other_skp() -> Paper:
    return _skp(14, 4, (("Menyusun telaahan kebijakan pemberdayaan", "12 telaahan", "12 telaahan"),))


def files() -> Files:
    """Return every file of the folder: its path and what makes its bytes."""
    return {**_papers(), **_service(), **_complaints(), **_lapor(), **_photos(), **_clutter()}
