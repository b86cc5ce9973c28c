"""Plans, budgets and performance papers of an office."""

from __future__ import annotations

from .. import blocks as b
from ..office import Office, Person, day
from ..sheet import Sheet


def _cover(office: Office, *lines: str) -> tuple[b.Block, ...]:
    return (
        b.Gap(30),
        b.Crown(()),
        b.Title(lines, 18),
        b.Gap(60),
        b.Title((f"PEMERINTAH {office.region.upper()}", office.name.upper()), 14),
        b.Page(),
    )


def _sign(office: Office, date: str, ink: bool = False) -> b.Sign:
    return b.Sign((f"{office.place}, {day(date)}", "Kepala Dinas,"), office.head, ink, office.stamp if ink else "")


def renja(office: Office, year: int, date: str) -> b.Paper:
    """Return the work plan of a year that cites the Ombudsman result and carries budget lines."""
    rows = (
        ("1.06.01.2.09", "Pemeliharaan gedung kantor dan ruang pelayanan", "1 unit", "85.000.000"),
        (
            "1.06.01.2.07",
            "Pengadaan sarana dan prasarana pelayanan (kursi prioritas, jalur landai, mesin antrean)",
            "1 paket",
            "142.500.000",
        ),
        ("1.06.05.2.02", "Pengelolaan data fakir miskin", "1 dokumen", "96.250.000"),
    )
    proposals = (
        (
            "1",
            "Musrenbang Kecamatan Arga Mulya",
            "Loket layanan sosial keliling",
            "Ditampung pada subkegiatan 1.06.05.2.02",
        ),
        (
            "2",
            "Forum Konsultasi Publik 2025",
            "Kursi prioritas dan jalur landai",
            "Ditampung pada subkegiatan 1.06.01.2.07",
        ),
    )
    return b.Paper(
        (
            *_cover(office, "RENCANA KERJA (RENJA)", f"TAHUN {year}"),
            b.Title(("BAB I", "PENDAHULUAN")),
            b.Text(
                f"Rencana Kerja {office.full} Tahun {year} merupakan penjabaran Rencana Strategis {year - 1}-{year + 3}"
                " dan menjadi pedoman penyusunan RKA. Renja disusun dengan memperhatikan hasil evaluasi tahun"
                " sebelumnya."
            ),
            b.Title(("BAB II", f"HASIL EVALUASI RENJA TAHUN {year - 2}")),
            b.Text("2.3 Isu penting penyelenggaraan tugas dan fungsi", "l", True),
            b.Text(
                f"Hasil Penilaian Ombudsman Republik Indonesia tahun {year - 1} terhadap {office.name} memperoleh nilai"
                " 76,40. Ombudsman memberikan saran perbaikan: (1) melengkapi fasilitas bagi pengguna berkebutuhan"
                " khusus; (2) memublikasikan standar pelayanan; (3) meningkatkan kapasitas pengelola pengaduan. Tindak"
                f" lanjut saran Ombudsman tersebut dituangkan dalam program dan kegiatan tahun {year}."
            ),
            b.Text("2.4 Penelaahan usulan program dan kegiatan masyarakat", "l", True),
            b.Grid((("No", "Asal usulan", "Usulan", "Penampungan"), *proposals), (1, 5, 6, 6)),
            b.Title(("BAB III", f"TUJUAN, SASARAN, PROGRAM DAN KEGIATAN TAHUN {year}")),
            b.Text("Alokasi anggaran sarana prasarana dan fasilitas pelayanan publik:", "l"),
            b.Grid((("Kode", "Program/Kegiatan/Subkegiatan", "Target", "Pagu Indikatif (Rp)"), *rows), (4, 9, 3, 4)),
            b.Title(("BAB IV", "PENUTUP")),
            b.Text("Renja ini menjadi pedoman bagi seluruh unit kerja dalam melaksanakan program dan kegiatan."),
            _sign(office, date),
        ),
        "Helvetica",
        title=f"Renja {office.name} {year}",
        author=office.name,
    )


def renstra(office: Office, first: int, date: str) -> b.Paper:
    """Return the middle part of a strategic plan, with the budget for facilities over five years."""
    years = tuple(str(first + at) for at in range(5))
    rows = (
        ("Sarana dan prasarana pelayanan publik", "120", "142,5", "150", "155", "160"),
        ("Pemeliharaan ruang pelayanan dan fasilitas kelompok rentan", "60", "85", "85", "90", "90"),
    )
    return b.Paper(
        (
            *_cover(office, "RENCANA STRATEGIS (RENSTRA)", f"TAHUN {first}-{first + 4}"),
            b.Title(("BAB III", "PERMASALAHAN DAN ISU-ISU STRATEGIS")),
            b.Text(
                "Berdasarkan hasil penilaian Ombudsman Republik Indonesia, rekomendasi yang perlu ditindaklanjuti oleh"
                f" {office.name} ialah penyediaan fasilitas kelompok rentan dan penguatan pengelolaan pengaduan."
            ),
            b.Title(("BAB VI", "RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN")),
            b.Text("Tabel 6.1 Alokasi anggaran sarana prasarana/fasilitas pelayanan publik (juta rupiah)", "l", True),
            b.Grid((("Kegiatan", *years), *rows), (8, 2, 2, 2, 2, 2)),
            b.Title(("BAB VIII", "PENUTUP")),
            b.Text("Renstra ini ditetapkan untuk dijadikan pedoman penyusunan Renja setiap tahun."),
            _sign(office, date),
        ),
        "Times",
        title="Renstra",
        author=office.name,
    )


def lkjip(office: Office, year: int, date: str, ombudsman: bool) -> b.Paper:
    """Return an agency performance report (LKjIP/LAKIP)."""
    rows = (
        ("1", "Meningkatnya kualitas pelayanan", "Indeks Kepuasan Masyarakat", "84", "84,62", "100,7"),
        ("2", "Meningkatnya akuntabilitas", "Nilai SAKIP", "70", "68,90", "98,4"),
    )
    linked = (
        (
            b.Text("Keterkaitan dengan hasil penilaian Ombudsman", "l", True),
            b.Text(
                f"Nilai penilaian Ombudsman Republik Indonesia tahun {year} sebesar 76,40 menjadi dasar perbaikan"
                " capaian kinerja sasaran pertama. Dari tiga saran perbaikan Ombudsman, dua telah selesai"
                " ditindaklanjuti."
            ),
        )
        if ombudsman
        else ()
    )
    return b.Paper(
        (
            *_cover(office, "LAPORAN KINERJA INSTANSI PEMERINTAH", "(LKjIP)", f"TAHUN {year}"),
            b.Title(("BAB I", "PENDAHULUAN")),
            b.Text(
                "Laporan Kinerja Instansi Pemerintah disusun berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 sebagai"
                " wujud pertanggungjawaban pelaksanaan tugas."
            ),
            b.Title(("BAB III", "AKUNTABILITAS KINERJA")),
            b.Text("Capaian Indikator Kinerja Utama (IKU) menurut sasaran strategis:", "l"),
            b.Grid(
                (("No", "Sasaran Strategis", "Indikator", "Target", "Realisasi", "Capaian (%)"), *rows),
                (1, 6, 5, 2, 3, 3),
            ),
            b.Text("Realisasi anggaran pemeliharaan sarana dan prasarana pelayanan sebesar 97,2 persen dari pagu."),
            *linked,
            b.Title(("BAB IV", "PENUTUP")),
            b.Text("Demikian laporan kinerja ini disusun sebagai bahan evaluasi."),
            _sign(office, date),
        ),
        "Helvetica",
        title=f"LKjIP {year}",
        author=office.name,
    )


def agreement(office: Office, year: int, date: str) -> b.Paper:
    """Return a Perjanjian Kinerja of the head of office with the head of region."""
    rows = (
        ("1", "Meningkatnya kualitas pelayanan publik", "Indeks Kepuasan Masyarakat", "85"),
        ("2", "Meningkatnya kepatuhan standar pelayanan", "Nilai penilaian Ombudsman RI", "80"),
    )
    second = b.Sign(("Pihak Kedua,", f"{office.ruler}"), None, name=office.ruler_name)
    first = b.Sign((f"{office.place}, {day(date)}", "Pihak Pertama,"), office.head)
    return b.Paper(
        (
            b.Kop(office),
            b.Title((f"PERJANJIAN KINERJA TAHUN {year}",)),
            b.Text(
                "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta"
                " berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
            ),
            b.Fields((("Nama", office.head.name), ("Jabatan", f"{office.head.post} {office.full}"))),
            b.Text("selanjutnya disebut Pihak Pertama;"),
            b.Fields(
                (("Nama", office.ruler_name), ("Jabatan", f"{office.ruler} {office.region.split(maxsplit=1)[1]}"))
            ),
            b.Text(
                "selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua. Pihak Pertama berjanji akan mewujudkan"
                " target kinerja yang seharusnya sesuai lampiran perjanjian ini."
            ),
            b.Signs((second, first)),
            b.Page(),
            b.Title((f"LAMPIRAN PERJANJIAN KINERJA TAHUN {year}", office.full.upper())),
            b.Grid((("No", "Sasaran Strategis", "Indikator Kinerja", "Target"), *rows), (1, 7, 7, 3)),
            b.Signs((second, first)),
        ),
        "Times",
        title=f"PK {year}",
        author=office.name,
    )


def tor(office: Office, year: int, date: str, maker: Person) -> b.Paper:
    """Return terms of reference for improving the service standard."""
    parts = (
        (
            "A. Latar Belakang",
            (
                "Hasil penilaian Ombudsman menunjukkan standar pelayanan belum seluruhnya dipublikasikan dan belum"
                " ditinjau ulang. Karena itu diperlukan kegiatan peningkatan dan penyempurnaan standar pelayanan."
            ),
        ),
        (
            "B. Maksud dan Tujuan",
            "Menyempurnakan standar pelayanan dua jenis layanan dan memublikasikannya di ruang pelayanan dan laman.",
        ),
        ("C. Ruang Lingkup", "Rapat penyusunan, Forum Konsultasi Publik, penetapan, pencetakan papan informasi."),
        ("D. Jadwal Pelaksanaan", f"Maret sampai dengan Mei {year}."),
        ("E. Biaya", "Rp42.500.000,00 bersumber dari APBD."),
        ("F. Keluaran", "Dua dokumen standar pelayanan yang ditetapkan dan dipublikasikan."),
    )
    body: list[b.Block] = [
        b.Kop(office),
        b.Title(
            (
                "KERANGKA ACUAN KERJA (KAK)/TERM OF REFERENCE (TOR)",
                f"KEGIATAN PENINGKATAN STANDAR PELAYANAN TAHUN {year}",
            )
        ),
    ]
    for name, text in parts:
        body += [b.Text(name, "l", True), b.Text(text)]
    left = b.Sign(("Mengetahui,", "Kepala Dinas"), office.head)
    right = b.Sign((f"{office.place}, {day(date)}", maker.post), maker)
    return b.Paper(
        (*body, b.Boxed("Standar pelayanan yang jelas adalah hak masyarakat"), b.Signs((left, right))),
        "Helvetica",
        title="KAK",
        author=maker.name,
    )


def budget(office: Office, year: int, date: str) -> tuple[Sheet, ...]:
    """Return a budget execution paper with the line for service facilities."""
    rows = (
        ("5.1.02.01", "Belanja Barang", "", "", 96250000),
        ("5.2.02.05", "Belanja Modal Mebel: kursi prioritas ruang pelayanan", 20, "unit", 32000000),
        ("5.2.02.10", "Belanja Modal Komputer dan mesin antrean", 2, "unit", 48000000),
        ("5.2.03.01", "Belanja Modal Bangunan: jalur landai dan toilet difabel", 1, "paket", 62500000),
        ("", "JUMLAH", "", "", 238750000),
    )
    sign = (
        f"{office.place}, {day(date)}",
        "Kepala Dinas selaku Pengguna Anggaran,",
        "",
        office.head.name,
        f"NIP. {office.head.spaced}",
    )
    detail = Sheet(
        "Rincian Belanja",
        (
            "DOKUMEN PELAKSANAAN ANGGARAN",
            "SATUAN KERJA PERANGKAT DAERAH (DPA-SKPD)",
            f"{office.region.upper()} TAHUN ANGGARAN {year}",
            f"Organisasi : {office.name}",
            "Sub Kegiatan : Pengadaan Sarana dan Prasarana Pelayanan Publik",
        ),
        (("Kode Rekening", "Uraian", "Volume", "Satuan", "Jumlah (Rp)"),),
        rows,
        (16, 60, 10, 10, 18),
        sign=sign,
        total=True,
    )
    quarters = Sheet(
        "Rencana Penarikan",
        (f"RENCANA PENARIKAN DANA PER TRIWULAN TAHUN {year}",),
        (("No", "Triwulan", "Jumlah (Rp)"),),
        ((1, "I", 24000000), (2, "II", 110250000), (3, "III", 62500000), (4, "IV", 42000000)),
        (6, 20, 20),
    )
    return detail, quarters


def proposals(office: Office, year: int) -> tuple[Sheet, ...]:
    """Return the list of proposals from the planning meetings and the public consultation forum."""
    rows = tuple(
        (at, source, text, place, answer)
        for at, (source, text, place, answer) in enumerate(
            (
                ("Musrenbang Kecamatan", "Loket layanan sosial keliling", "Kecamatan Arga Mulya", "Diterima"),
                ("Musrenbang Kecamatan", "Bantuan kursi roda", "Kecamatan Rimba Jati", "Diterima"),
                ("Forum Konsultasi Publik", "Kursi prioritas dan jalur landai", "Kantor Dinas", "Diterima"),
                ("Forum Konsultasi Publik", "Informasi persyaratan di laman", "Kantor Dinas", "Diterima"),
                ("Bidang Rehabilitasi Sosial", "Pelatihan bahasa isyarat petugas loket", "Kantor Dinas", "Ditunda"),
            ),
            1,
        )
    )
    return (
        Sheet(
            "Usulan",
            (
                f"DAFTAR USULAN PROGRAM DAN KEGIATAN TAHUN {year}",
                office.full.upper(),
                f"HASIL MUSRENBANG, FORUM KONSULTASI PUBLIK DAN UNIT KERJA TAHUN {year - 1}",
            ),
            (("No", "Asal Usulan", "Usulan", "Lokasi", "Keterangan"),),
            rows,
            (6, 28, 44, 26, 16),
            sign=(
                f"{office.place}, 12 Maret {year - 1}",
                "Kepala Subbagian Perencanaan dan Keuangan",
                "",
                office.staff[6].name,
                f"NIP. {office.staff[6].spaced}",
            ),
        ),
    )
