"""Papers about the people of an office: lists, workload, SKP, monthly reports."""

from __future__ import annotations

from collections import Counter

from .. import blocks as b
from ..office import MONTHS, Office, Person, day
from ..sheet import Sheet


def staff_list(office: Office, date: str) -> tuple[Sheet, ...]:
    """Return the staff list and its recap; the totals add up."""
    rows = tuple(
        (
            at,
            person.name,
            f"'{person.nip}".lstrip("'"),
            f"{person.rank} ({person.grade})",
            person.post,
            person.unit,
            person.school,
            "PPPK" if person.grade == "IX" else "PNS",
        )
        for at, person in enumerate(office.staff, 1)
    )
    sign = (f"{office.place}, {day(date)}", "Kepala Dinas,", "", office.head.name, f"NIP. {office.head.spaced}")
    title = ("DATA KEPEGAWAIAN", f"DAFTAR NOMINATIF PEGAWAI {office.full.upper()}", f"KEADAAN PER {day(date).upper()}")
    names = Sheet(
        "Nominatif",
        title,
        (("NO", "NAMA", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "UNIT KERJA", "PENDIDIKAN", "STATUS"),),
        rows,
        (6, 38, 24, 28, 44, 40, 13, 10),
        sign=sign,
    )
    return names, _recap(office, date, sign)


def _recap(office: Office, date: str, sign: tuple[str, ...]) -> Sheet:
    lines: list[tuple[str | int, ...]] = []
    for key, name in (
        ("unit", "Unit kerja"),
        ("grade", "Golongan"),
        ("school", "Pendidikan"),
        ("sex", "Jenis kelamin"),
    ):
        count = Counter(getattr(person, key) for person in office.staff)
        lines += [(len(lines) + 1 + at, name, value, count[value]) for at, value in enumerate(sorted(count))]
    lines.append(("", "JUMLAH PEGAWAI", "", len(office.staff)))
    return Sheet(
        "Rekapitulasi",
        ("REKAPITULASI DATA KEPEGAWAIAN (JUMLAH PEGAWAI)", office.full.upper(), f"KEADAAN PER {day(date).upper()}"),
        (("NO", "KELOMPOK", "URAIAN", "JUMLAH"),),
        tuple(lines),
        (6, 20, 46, 12),
        sign=sign,
        total=True,
    )


def workload(office: Office, year: int, date: str, needs: dict[str, int]) -> tuple[Sheet, ...]:
    """Return the recap of the workload analysis; staff in post equals the staff list."""
    count = Counter(person.post for person in office.staff)
    rows: list[tuple[str | int, ...]] = []
    for at, (post, held) in enumerate(count.items(), 1):
        need = held + needs.get(post, 0)
        rows.append((at, post, held, need, f"{held - need:+d}" if held != need else "0"))
    total = sum(int(row[3]) for row in rows)
    rows.append(("", "JUMLAH", len(office.staff), total, f"{len(office.staff) - total:+d}"))
    sign = (f"{office.place}, {day(date)}", "Kepala Dinas,", "", office.head.name, f"NIP. {office.head.spaced}")
    recap = Sheet(
        "Rekap ABK",
        ("REKAPITULASI HASIL ANALISIS BEBAN KERJA (ABK)", office.full.upper(), f"TAHUN {year}"),
        (
            ("NO", "NAMA JABATAN", "JUMLAH PEGAWAI", "", "KELEBIHAN/ KEKURANGAN"),
            ("", "", "PEMANGKU JABATAN (BEZETTING)", "KEBUTUHAN (HASIL ABK)", ""),
        ),
        tuple(rows),
        (6, 54, 18, 18, 16),
        ("C1:D1",),
        sign=sign,
        total=True,
    )
    work = (
        ("Menerima dan memeriksa berkas", "Berkas", 4200, 0.25),
        ("Merekam data", "Data", 4200, 0.2),
        ("Menyusun laporan", "Laporan", 12, 8),
    )
    tasks = tuple(
        (at, text, kind, many, hours, 1250, round(many * hours / 1250, 2))
        for at, (text, kind, many, hours) in enumerate(work, 1)
    )
    detail = Sheet(
        "Uraian",
        ("PERHITUNGAN KEBUTUHAN PEGAWAI PER JABATAN", f"Jabatan: {office.staff[-1].post}"),
        (
            (
                "NO",
                "URAIAN TUGAS",
                "HASIL KERJA",
                "JUMLAH HASIL",
                "WAKTU PENYELESAIAN (JAM)",
                "WAKTU EFEKTIF",
                "KEBUTUHAN PEGAWAI",
            ),
        ),
        tasks,
        (6, 40, 14, 14, 16, 14, 14),
    )
    return recap, detail


def allowance(office: Office, month: str, year: int) -> tuple[Sheet, ...]:
    """Return the list of extra pay: columns like a staff list, but about money."""
    rows = tuple(
        (
            at,
            person.name,
            person.nip,
            person.grade,
            person.post,
            2500000 + 100000 * at,
            (2500000 + 100000 * at) // 20,
            f"000-00-{at:05d}",
        )
        for at, person in enumerate(office.staff, 1)
    )
    return (
        Sheet(
            "TPP",
            (f"DAFTAR PENERIMAAN TAMBAHAN PENGHASILAN PEGAWAI (TPP) BULAN {month.upper()} {year}", office.full.upper()),
            (("NO", "NAMA", "NIP", "GOL", "JABATAN", "PAGU TPP", "PPH 21", "NO. REK"),),
            rows,
            (6, 38, 24, 8, 44, 14, 12, 16),
        ),
    )


BEHAVIOUR = ("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif")


def _both(office: Office, person: Person, rater: Person) -> b.Grid:
    rows: list[tuple[str, ...]] = [("NO", "PEGAWAI YANG DINILAI", "", "NO", "PEJABAT PENILAI KINERJA", "")]
    for at, (label, one, two) in enumerate(
        (
            ("NAMA", person.name, rater.name),
            ("NIP", person.spaced, rater.spaced),
            ("PANGKAT/GOL. RUANG", f"{person.rank}, {person.grade}", f"{rater.rank}, {rater.grade}"),
            ("JABATAN", person.post, rater.post),
            ("UNIT KERJA", person.unit, rater.unit),
            ("INSTANSI", office.full, office.full),
        ),
        1,
    ):
        rows.append((str(at), label, one, str(at), label, two))
    return b.Grid(tuple(rows), (1, 4, 8, 1, 4, 8), size=8.5, spans=((1, 0, 2, 0), (4, 0, 5, 0)))


def skp(
    office: Office,
    person: Person,
    rater: Person,
    year: int,
    works: tuple[tuple[str, str, str], ...],
    ink: bool = False,
    predicate: str = "BAIK",
) -> b.Paper:
    """Return a SKP of the 2022 generation with its evaluation: rated person left, rater right."""
    blocks = (*_plan(office, person, rater, year, works, ink), b.Page(), *_result(office, person, rater, year, works))
    verdict = b.Text(f"PREDIKAT KINERJA PEGAWAI: {predicate}", "l", True, size=10)
    ends = _hands(office, person, rater, f"31 Desember {year}", ink)
    return b.Paper((*blocks, verdict, ends), "Helvetica", landscape=True, title=f"SKP {year}", author=person.name)


LEAD = "Meningkatnya kualitas pelayanan publik"
PLAN_HEAD = (
    "NO",
    "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
    "RENCANA HASIL KERJA",
    "ASPEK",
    "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
)
RESULT_HEAD = ("REALISASI BERDASARKAN BUKTI DUKUNG", "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG")


def _hands(office: Office, person: Person, rater: Person, date: str, ink: bool) -> b.Signs:
    left = b.Sign(("", "Pegawai yang Dinilai,"), person, ink)
    return b.Signs((left, b.Sign((f"{office.place}, {date}", "Pejabat Penilai Kinerja,"), rater, ink)))


def _top(office: Office, person: Person, rater: Person, year: int) -> tuple[b.Block, ...]:
    return (
        b.Text(office.full.upper(), "l", size=9),
        b.Text(f"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN {year}", "r", size=9),
        _both(office, person, rater),
    )


def _plan(
    office: Office, person: Person, rater: Person, year: int, works: tuple[tuple[str, str, str], ...], ink: bool
) -> tuple[b.Block, ...]:
    rows: list[tuple[str, ...]] = [("HASIL KERJA", *("",) * 5), PLAN_HEAD, ("A. UTAMA", *("",) * 5)]
    for at, (work, aim, _) in enumerate(works, 1):
        rows += [
            (str(at), LEAD, work, "Kuantitas", "Jumlah hasil kerja", aim),
            ("", "", "", "Kualitas", "Kesesuaian dengan standar", "100 %"),
            ("", "", "", "Waktu", "Ketepatan waktu", "12 bulan"),
        ]
    return (
        b.Title(("SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF"), 11),
        *_top(office, person, rater, year),
        b.Grid(tuple(rows), (1, 6, 7, 3, 6, 3), head=2, size=8, spans=((0, 0, 5, 0), (0, 2, 5, 2))),
        _hands(office, person, rater, f"8 Januari {year}", ink),
    )


def _result(
    office: Office, person: Person, rater: Person, year: int, works: tuple[tuple[str, str, str], ...]
) -> tuple[b.Block, ...]:
    rows = tuple(
        (str(at), LEAD, work, "Kuantitas", "Jumlah hasil kerja", aim, real, "Pertahankan, tingkatkan ketelitian")
        for at, (work, aim, real) in enumerate(works, 1)
    )
    values = tuple((str(at), name, "Sesuai ekspektasi pimpinan") for at, name in enumerate(BEHAVIOUR, 1))
    return (
        b.Title(("EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "PERIODE: AKHIR"), 11),
        *_top(office, person, rater, year),
        b.Text("CAPAIAN KINERJA ORGANISASI: BAIK", "l", True, size=9),
        b.Grid(((*PLAN_HEAD, *RESULT_HEAD), *rows), (1, 5, 6, 3, 4, 2.5, 4, 5), size=8),
        b.Text("RATING HASIL KERJA: SESUAI EKSPEKTASI", "l", True, size=9),
        b.Grid((("NO", "PERILAKU KERJA", "UMPAN BALIK"), *values), (1, 8, 8), size=8),
        b.Text("RATING PERILAKU: SESUAI EKSPEKTASI", "l", True, size=9),
    )


def monthly(
    office: Office, person: Person, chief: Person, month: int, year: int, works: tuple[str, ...], ink: bool = False
) -> b.Paper:
    """Return the monthly performance report of one person."""
    rows = []
    for at in range(14):
        rows.append(
            (
                str(at + 1),
                ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")[at % 5],
                f"{2 + at * 2:02d}-{month:02d}-{year}",
                works[at % len(works)],
                str(3 + at * 7 % 11),
                "berkas",
            )
        )
    return b.Paper(
        (
            b.Kop(office),
            b.Title(("LAPORAN KINERJA BULANAN", f"BULAN {MONTHS[month - 1].upper()} {year}")),
            b.Fields(
                (
                    ("Nama", person.name),
                    ("NIP", person.spaced),
                    ("Pangkat/Gol. Ruang", f"{person.rank} ({person.grade})"),
                    ("Jabatan", person.post),
                    ("Unit Kerja", person.unit),
                ),
                10,
            ),
            b.Grid(
                (
                    ("No", "Hari", "Tanggal", "Uraian Tugas/Kegiatan", "Volume", ""),
                    ("", "", "", "", "Jumlah", "Satuan"),
                    *rows,
                ),
                (1, 2.5, 3, 9, 2, 2),
                head=2,
                size=8.5,
                spans=((4, 0, 5, 0),),
            ),
            b.Signs(
                (
                    b.Sign(("Mengetahui,", chief.post if len(chief.post) < 34 else "Atasan langsung,"), chief, ink),
                    b.Sign((f"{office.place}, {day(f'{year}-{month:02d}-28')}", "Yang bersangkutan,"), person, ink),
                )
            ),
        ),
        "Times",
        title=f"LKB {MONTHS[month - 1]}",
        author=person.name,
    )


def contacts(office: Office, months: tuple[int, ...], year: int, rows: int = 18) -> tuple[Sheet, ...]:
    """Return lists of people served with their numbers, one sheet per product."""
    first = [
        "Adi",
        "Bunga",
        "Cahya",
        "Dewi",
        "Eka",
        "Fajar",
        "Gita",
        "Hari",
        "Indah",
        "Joko",
        "Kartika",
        "Lestari",
        "Made",
        "Nanda",
        "Okta",
        "Putri",
        "Rangga",
        "Sari",
    ]
    sheets = []
    for at, product in enumerate(office.products):
        lines = tuple(
            (
                row + 1,
                f"{first[row % len(first)]} Contoh {at + 1}{row + 1:02d}",
                f"0812-0000-{at * 30 + row + 1:04d}",
                product.name,
                f"{1 + row:02d}/{months[row % len(months)]:02d}/{year}",
            )
            for row in range(rows)
        )
        sheets.append(
            Sheet(
                f"Produk {at + 1}",
                (
                    "DAFTAR KONTAK PENGGUNA LAYANAN",
                    office.full.upper(),
                    f"PRODUK: {product.name.upper()}",
                    f"{MONTHS[months[0] - 1].upper()} S.D. {MONTHS[months[-1] - 1].upper()} {year}",
                ),
                (("NO", "NAMA PENGGUNA LAYANAN", "NOMOR TELEPON/HP", "JENIS LAYANAN", "TANGGAL"),),
                lines,
                (6, 28, 20, 60, 14),
            )
        )
    return tuple(sheets)
