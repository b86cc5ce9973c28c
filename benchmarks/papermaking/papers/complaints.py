"""Papers about complaints: report, supervision, reply, register, recap."""

from __future__ import annotations

from random import Random

from .. import blocks as b
from ..office import MONTHS, Office, day
from ..sheet import Sheet
from .reports import head_sign, number


def complaints_report(office: Office, period: str, date: str, channels: tuple[tuple[str, int, int], ...]) -> b.Paper:
    """Return an evaluation report on complaints: channel, received, settled."""
    came, done = sum(row[1] for row in channels), sum(row[2] for row in channels)
    rows = tuple((str(at), name, str(one), str(two), str(one - two)) for at, (name, one, two) in enumerate(channels, 1))
    return b.Paper(
        (
            b.Kop(office),
            b.Title(("LAPORAN EVALUASI PENGELOLAAN PENGADUAN MASYARAKAT", period.upper())),
            b.Text("A. Pendahuluan", "l", True),
            b.Text(
                f"Laporan ini disusun sebagai pelaksanaan Perpres Nomor 76 Tahun 2013. Selama {period} {office.name}"
                f" menerima {came} pengaduan."
            ),
            b.Text("B. Rekapitulasi", "l", True),
            b.Grid(
                (
                    ("No", "Kanal", "Masuk", "Selesai", "Proses"),
                    *rows,
                    ("", "Jumlah", str(came), str(done), str(came - done)),
                ),
                (1, 7, 3, 3, 3),
            ),
            b.Text(
                f"Persentase penyelesaian {number(100 * done / came, 1)} %. Rata-rata waktu penyelesaian 3,4 hari"
                " kerja."
            ),
            b.Text("C. Evaluasi dan Analisis", "l", True),
            b.Text(
                "Pengaduan terbanyak menyangkut waktu tunggu di loket pada awal bulan. Penyebabnya jumlah petugas loket"
                " tidak ditambah pada hari ramai. Pengaduan melalui SP4N-LAPOR! dijawab kurang dari lima hari kerja."
            ),
            b.Text("D. Rekomendasi dan Tindak Lanjut", "l", True),
            b.Text(
                "1. Menambah satu loket pada tanggal 1 sampai dengan 10 setiap bulan.\n2. Memasang papan alur"
                " pengaduan.\n3. Melaksanakan pembinaan petugas."
            ),
            head_sign(office, date),
        ),
        "Helvetica",
        title="Laporan Evaluasi Pengaduan",
        author=office.name,
    )


def oversight_report(office: Office, date: str, period: str, number_: str) -> b.Paper:
    """Return a report of the superior on how complaint handling was supervised."""
    rows = (
        ("1", "Register pengaduan", "Terisi, dua baris tanpa tanggal selesai", "Lengkapi paling lambat satu minggu"),
        ("2", "Jawaban kepada pengadu", "Sesuai SOP", "Pertahankan"),
        ("3", "Petugas piket pengaduan", "Jadwal ada", "Pasang di loket"),
    )
    return b.Paper(
        (
            b.Kop(office),
            b.Title(("LAPORAN HASIL PENGAWASAN", "PENGELOLAAN PENGADUAN PELAYANAN PUBLIK", period.upper())),
            b.Text(f"Nomor : {number_}", "c"),
            b.Text(
                f"Dasar: surat perintah Kepala {office.name} tanggal 2 Maret {date[:4]}. Tujuan: memastikan pengelolaan"
                " pengaduan dilaksanakan sesuai SOP. Ruang lingkup: register, tindak lanjut, jangka waktu"
                " penyelesaian."
            ),
            b.Grid((("No", "Aspek yang diawasi", "Kondisi/Temuan", "Rekomendasi"), *rows), (1, 5, 6, 6)),
            b.Text(
                "Kesimpulan: pengelolaan pengaduan telah dilaksanakan; pengawasan dilakukan setiap bulan oleh atasan"
                " langsung."
            ),
            head_sign(office, date, mark="ttd"),
        ),
        "Times",
        title="Laporan Pengawasan Pengaduan",
        author=office.name,
    )


def answer(office: Office, date: str, number_: str, came: str, about: str, done: str, ink: bool = True) -> b.Paper:
    """Return a reply to somebody who complained."""
    return b.Paper(
        (
            b.Kop(office),
            b.Text(f"{office.place}, {day(date)}", "r"),
            b.Fields(
                (("Nomor", number_), ("Sifat", "Biasa"), ("Lampiran", "-"), ("Hal", "Jawaban atas Pengaduan")), label=25
            ),
            b.Text("Yth. Sdr. Pelapor (identitas dirahasiakan)\ndi Tempat", "l"),
            b.Text(
                f"Sehubungan dengan pengaduan Saudara tanggal {day(came)} mengenai {about}, bersama ini kami sampaikan"
                f" tindak lanjut penyelesaian sebagai berikut: {done}"
            ),
            b.Text(
                "Dengan demikian pengaduan Saudara kami nyatakan selesai ditindaklanjuti. Atas masukan Saudara"
                " diucapkan terima kasih."
            ),
            head_sign(office, date, ink),
        ),
        "Times",
        title="Jawaban Pengaduan",
        author=office.name,
    )


CASES = (
    ("Waktu tunggu loket terlalu lama", "Kotak saran", "Penambahan petugas loket"),
    ("Berkas dinyatakan kurang tanpa penjelasan", "Loket", "Petugas dibina, permohonan diproses"),
    ("Nomor telepon pengaduan tidak diangkat", "WhatsApp", "Jadwal piket dibuat"),
    ("Nama salah cetak pada dokumen", "Loket", "Dokumen diperbaiki hari itu juga"),
    ("Status permohonan tidak dapat dilihat", "SP4N-LAPOR!", "Penjelasan diberikan dan permohonan selesai"),
    ("Petugas kurang ramah", "SP4N-LAPOR!", "Teguran lisan kepada petugas"),
    ("Toilet kotor", "Kotak saran", "Jadwal kebersihan ditambah"),
    ("Tidak ada kursi prioritas", "Telepon", "Kursi prioritas disediakan"),
)


def register(office: Office, year: int, months: int, rows: int) -> tuple[Sheet, ...]:
    """Return the complaint register of some months, one sheet per quarter."""
    random = Random(f"{office.short}{year}")
    found: list[tuple[int, int, tuple[str | int, ...]]] = []
    for at in range(rows):
        case = CASES[at % len(CASES)]
        month, start = 1 + at * months // rows, random.randint(1, 18)
        days = random.randint(1, 7)
        found.append(
            (
                month,
                at,
                (
                    at + 1,
                    f"{start:02d}/{month:02d}/{year}",
                    f"Pelapor {at + 1:02d} (dirahasiakan)",
                    case[0],
                    case[1],
                    case[2],
                    f"{start + days:02d}/{month:02d}/{year}",
                    days,
                    "Selesai" if at % 7 != 6 else "Proses",
                ),
            )
        )
    sheets = []
    for quarter in range((months + 2) // 3):
        part = tuple(row for month, _, row in found if (month - 1) // 3 == quarter)
        title = (
            "BUKU REGISTER PENGADUAN MASYARAKAT",
            office.full.upper(),
            f"TRIWULAN {('I', 'II', 'III', 'IV')[quarter]} TAHUN {year}",
        )
        head = (
            ("No", "Tanggal", "Nama Pengadu", "Isi Pengaduan", "Media", "Penyelesaian", "", "", "Status"),
            ("", "Diterima", "", "", "", "Tindak lanjut", "Tanggal selesai", "Lama (hari)", ""),
        )
        sheets.append(
            Sheet(
                f"TW {('I', 'II', 'III', 'IV')[quarter]}",
                title,
                head,
                part,
                (6, 14, 26, 38, 16, 34, 16, 12, 12),
                ("F1:H1",),
                sign=(
                    f"{office.place}, {MONTHS[min(quarter * 3 + 2, 11)]} {year}",
                    "Pengelola Pengaduan",
                    "",
                    office.staff[9].name,
                    f"NIP. {office.staff[9].spaced}",
                ),
            )
        )
    return tuple(sheets)


def settled(
    office: Office, year: int, period: str, months: tuple[str, ...], date: str, cases: int
) -> tuple[Sheet, ...]:
    """Return the recap of complaints received and settled per month, counted from the register of as many cases."""
    rows: list[tuple[str | int, ...]] = []
    for at, month in enumerate(months, 1):
        came = [case for case in range(cases) if 1 + case * len(months) // cases == at]
        done = sum(case % 7 != 6 for case in came)
        rows.append((at, month, len(came), done, len(came) - done, number(100 * done / len(came), 0)))
    came, done = sum(int(row[2]) for row in rows), sum(int(row[3]) for row in rows)
    rows.append(("", "JUMLAH", came, done, came - done, number(100 * done / came, 1)))
    return (
        Sheet(
            "Rekap",
            ("REKAPITULASI PENYELESAIAN PENGADUAN MASYARAKAT", office.full.upper(), f"{period.upper()} TAHUN {year}"),
            (
                ("No", "Bulan", "Jumlah Pengaduan", "", "", "Persentase"),
                ("", "", "Masuk", "Selesai", "Proses", "Penyelesaian"),
            ),
            tuple(rows),
            (6, 20, 12, 12, 12, 16),
            ("C1:E1",),
            total=True,
            sign=(f"{office.place}, {day(date)}", "Kepala Dinas,", "", office.head.name, f"NIP. {office.head.spaced}"),
        ),
    )
