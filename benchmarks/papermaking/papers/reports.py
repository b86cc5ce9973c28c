"""Reports, minutes, official letters."""

from __future__ import annotations

from .. import blocks as b
from ..office import Office, Person, day

ELEMENTS = (
    "Persyaratan",
    "Sistem, Mekanisme, dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan",
    "Kompetensi Pelaksana",
    "Perilaku Pelaksana",
    "Sarana dan Prasarana",
    "Penanganan Pengaduan, Saran dan Masukan",
)


def number(value: float, places: int = 2) -> str:
    """Return a number with a decimal comma."""
    return f"{value:.{places}f}".replace(".", ",")


def head_sign(office: Office, date: str, ink: bool = False, mark: str = "") -> b.Sign:
    """Return the block of signature of the head of office."""
    return b.Sign(
        (f"{office.place}, {day(date)}", "Kepala Dinas,"), office.head, ink, office.stamp if ink else "", mark
    )


def satisfaction(
    office: Office,
    period: str,
    year: int,
    date: str,
    people: int,
    scores: tuple[float, ...],
    ink: bool = False,
    font: str = "Times",
) -> b.Paper:
    """Return the report of the satisfaction survey: nine elements, index equal to 25 times the weighted sum."""
    weighted = [round(score * 0.111, 3) for score in scores]
    index = round(25 * sum(weighted), 2)
    letter, word = ("A", "Sangat Baik") if index > 88.30 else ("B", "Baik") if index > 76.60 else ("C", "Kurang Baik")
    rows = tuple(
        (f"U{at}", name, number(score), number(part, 3))
        for at, (name, score, part) in enumerate(zip(ELEMENTS, scores, weighted, strict=True), 1)
    )
    lowest = ELEMENTS[scores.index(min(scores))]
    plan = (
        ("1", lowest, "Penambahan fasilitas dan perbaikan alur layanan", "Triwulan berikutnya", "Sekretaris Dinas"),
        ("2", "Waktu Penyelesaian", "Penambahan petugas loket pada jam sibuk", "Bulan berikutnya", "Kepala Bidang"),
    )
    spread = (
        ("Laki-laki", str(people * 46 // 100)),
        ("Perempuan", str(people - people * 46 // 100)),
        ("Jumlah", str(people)),
    )
    return b.Paper(
        (
            *_opening(office, period, year),
            b.Title(("BAB III", "HASIL PENGOLAHAN DATA SKM")),
            b.Text(f"3.1 Jumlah responden: {people} orang.", "l", True),
            b.Grid((("Jenis Kelamin", "Jumlah"), *spread), (3, 1)),
            b.Text("3.2 Indeks Kepuasan Masyarakat", "l", True),
            b.Grid(
                (
                    ("Kode", "Unsur Pelayanan", "NRR per Unsur", "NRR Tertimbang"),
                    *rows,
                    ("", "Jumlah NRR tertimbang", "", number(sum(weighted), 3)),
                ),
                (1.5, 8, 3, 3),
            ),
            b.Text(f"Nilai IKM unit pelayanan: {number(index)} - mutu pelayanan {letter} ({word}).", "l", True),
            b.Bars(tuple((f"U{at}", score) for at, score in enumerate(scores, 1))),
            b.Title(("BAB IV", "ANALISIS DAN RENCANA TINDAK LANJUT")),
            b.Text(f"Unsur dengan nilai terendah ialah {lowest}."),
            b.Grid(
                (("No", "Prioritas Unsur", "Program/Kegiatan", "Waktu", "Penanggung Jawab"), *plan), (1, 5, 6, 4, 4)
            ),
            b.Title(("BAB V", "KESIMPULAN")),
            b.Text(f"Mutu pelayanan {office.name} termasuk kategori {word}."),
            head_sign(office, date, ink),
        ),
        font,
        title=f"Laporan SKM {year}",
        author=office.name,
    )


def _opening(office: Office, period: str, year: int) -> tuple[b.Block, ...]:
    return (
        b.Gap(30),
        b.Title(("LAPORAN PELAKSANAAN", "SURVEI KEPUASAN MASYARAKAT (SKM)", f"{period.upper()} TAHUN {year}"), 18),
        b.Gap(70),
        b.Title((office.name.upper(), office.region.upper(), str(year)), 14),
        b.Page(),
        b.Title(("BAB I", "PENDAHULUAN")),
        b.Text("1.1 Latar Belakang", "l", True),
        b.Text(
            "Survei Kepuasan Masyarakat dilaksanakan untuk mengetahui tingkat kepuasan pengguna layanan"
            f" {office.full} sebagaimana diatur dalam Permen PANRB Nomor 14 Tahun 2017."
        ),
        b.Text("1.2 Dasar Pelaksanaan SKM", "l", True),
        b.Text("Undang-Undang Nomor 25 Tahun 2009 dan Permen PANRB Nomor 14 Tahun 2017."),
        b.Title(("BAB II", "PENGUMPULAN DATA SKM")),
        b.Text(
            f"Survei dilaksanakan oleh Tim SKM pada {period} Tahun {year} di ruang pelayanan dengan kuesioner"
            " sembilan unsur pelayanan."
        ),
    )


def inspectorate(office: Office, date: str, number_: str, year: int, ink: bool = True) -> b.Paper:
    """Return an Inspektorat evaluation report on the office's public service."""
    findings = (
        ("Kondisi", "Dua dari empat loket belum memasang informasi persyaratan."),
        ("Kriteria", "UU 25/2009 Pasal 21."),
        ("Sebab", "Pengadaan papan informasi belum dianggarkan."),
        ("Akibat", "Masyarakat bertanya berulang kepada petugas."),
        ("Rekomendasi", "Kepala Dinas agar memasang papan informasi dan melaporkan tindak lanjut dalam 60 hari."),
    )
    from dataclasses import replace

    auditor = replace(office, name="Inspektorat")
    sign = b.Sign(
        (f"{office.place}, {day(date)}", "INSPEKTUR,"),
        None,
        ink,
        auditor.stamp if ink else "",
        name="Drs. Wirabuana Tanuraga, Ak.",
    )
    return b.Paper(
        (
            b.Kop(auditor),
            b.Title(
                (
                    "LAPORAN HASIL EVALUASI",
                    f"PENYELENGGARAAN PELAYANAN PUBLIK PADA {office.name.upper()}",
                    f"TAHUN {year}",
                )
            ),
            b.Text(f"Nomor : {number_}", "c"),
            b.Text(
                f"I. Dasar: Surat Perintah Tugas Inspektur Nomor 700/0{year % 100}/SPT/{year}, Program Kerja Pengawasan"
                f" Tahunan {year}."
            ),
            b.Text("II. Tujuan: menilai kepatuhan penyelenggaraan pelayanan publik terhadap standar pelayanan."),
            b.Text("III. Ruang lingkup: standar pelayanan, pengelolaan pengaduan, survei kepuasan masyarakat."),
            b.Text("IV. Hasil evaluasi (temuan):"),
            b.Grid((("Unsur", "Uraian"), *findings), (3, 12)),
            b.Text("V. Simpulan: pengawasan dan monitoring pelayanan perlu ditingkatkan."),
            sign,
        ),
        "Times",
        title="LHE",
        author="Inspektorat",
    )


def minutes(
    office: Office,
    date: str,
    weekday: str,
    agenda: str,
    chair: Person,
    clerk: Person,
    points: tuple[str, ...],
    guests: tuple[Person, ...],
    ink: bool = False,
) -> b.Paper:
    """Return minutes of a meeting with its conclusion and list of those present."""
    rows = tuple((str(at), person.name, person.post, f"{at}. ............") for at, person in enumerate(guests, 1))
    return b.Paper(
        (
            b.Kop(office),
            b.Title(("NOTULEN RAPAT",)),
            b.Fields(
                (
                    ("Hari/Tanggal", f"{weekday}, {day(date)}"),
                    ("Waktu", "09.00 s.d. 11.00"),
                    ("Tempat", f"Ruang rapat {office.name}"),
                    ("Acara", agenda),
                    ("Pimpinan rapat", chair.name),
                    ("Notulis", clerk.name),
                    ("Peserta", f"{len(guests)} orang"),
                )
            ),
            b.Text("Pembahasan:", "l", True),
            *(b.Text(f"{at}. {point}") for at, point in enumerate(points[:-1], 1)),
            b.Text("Kesimpulan:", "l", True),
            b.Text(points[-1]),
            b.Signs(
                (
                    b.Sign(("Pimpinan rapat,", chair.post if len(chair.post) < 30 else "Kepala Bidang"), chair, ink),
                    b.Sign(("", "Notulis,"), clerk, ink),
                )
            ),
            b.Page(),
            b.Title(("DAFTAR HADIR",)),
            b.Grid((("No", "Nama", "Jabatan", "Tanda tangan"), *rows), (1, 6, 6, 4)),
        ),
        "Times",
        title="Notulen",
        author=office.name,
    )


def invitation(office: Office, date: str, when: str, agenda: str, number_: str) -> b.Paper:
    """Return a letter of invitation."""
    return b.Paper(
        (
            b.Kop(office),
            b.Text(f"{office.place}, {day(date)}", "r"),
            b.Fields((("Nomor", number_), ("Sifat", "Penting"), ("Lampiran", "-"), ("Hal", "Undangan")), label=25),
            b.Text("Yth. Kepala Bidang dan Kepala Subbagian\ndi Tempat", "l"),
            b.Text(f"Dengan hormat, mengharap kehadiran Saudara pada {agenda} yang akan dilaksanakan pada:"),
            b.Fields(
                (("Hari, tanggal", when), ("Pukul", "09.00 s.d. selesai"), ("Tempat", f"Ruang rapat {office.name}"))
            ),
            b.Text("Demikian atas perhatian dan kehadirannya diucapkan terima kasih."),
            head_sign(office, date),
        ),
        "Helvetica",
        title="Undangan",
        author=office.name,
    )


def award(office: Office, year: int, date: str) -> b.Paper:
    """Return the result of the Ombudsman's assessment for the region, as handed to the office."""
    rows = (
        ("1", "Dinas Kesehatan", "86,11", "B"),
        ("2", office.name, "84,27", "B"),
        ("3", "Dinas Pendidikan", "79,02", "B"),
    )
    return b.Paper(
        (
            b.Crown(("OMBUDSMAN CONTOH", "PERWAKILAN PROVINSI LEMBAYUNG")),
            b.Title(
                ("HASIL PENILAIAN KEPATUHAN", f"PENYELENGGARAAN PELAYANAN PUBLIK TAHUN {year}", office.region.upper())
            ),
            b.Text(
                "Berdasarkan Keputusan Ketua Ombudsman tentang hasil penilaian kepatuhan penyelenggaraan pelayanan"
                f" publik tahun {year}, nilai unit layanan pada {office.region} ialah:"
            ),
            b.Grid((("No", "Unit Layanan", "Nilai", "Kategori"), *rows), (1, 8, 3, 3)),
            b.Text(f"{office.name} memperoleh nilai 84,27, kategori B, opini Kualitas Tinggi, zona hijau."),
            b.Sign(
                (f"Kota Lembayung, {day(date)}", "Kepala Perwakilan,"),
                None,
                True,
                "OMBUDSMAN CONTOH * PERWAKILAN LEMBAYUNG *",
                name="Anindya Prabaswari, S.H.",
            ),
        ),
        "Helvetica",
        title="Hasil Penilaian",
        author="Ombudsman",
    )


def counselling(office: Office, date: str, weekday: str, place: str) -> b.Paper:
    """Return a report on informing the public."""
    return b.Paper(
        (
            b.Kop(office),
            b.Title(("LAPORAN PELAKSANAAN PENYULUHAN DAN SOSIALISASI", "PELAYANAN KEPADA MASYARAKAT")),
            b.Fields(
                (
                    ("Hari/Tanggal", f"{weekday}, {day(date)}"),
                    ("Tempat", place),
                    ("Peserta", "48 orang masyarakat"),
                    ("Materi", "Persyaratan dan alur pelayanan, cara menyampaikan pengaduan"),
                )
            ),
            b.Text(
                "Kegiatan berjalan lancar. Masyarakat menanyakan biaya pelayanan dan dijelaskan bahwa seluruh layanan"
                " tidak dipungut biaya."
            ),
            b.Text("Tindak lanjut: penyuluhan berikutnya dilaksanakan di kelurahan lain setiap triwulan."),
            head_sign(office, date),
        ),
        "Helvetica",
        title="Laporan Penyuluhan",
        author=office.name,
    )
