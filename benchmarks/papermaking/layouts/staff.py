"""Lists of the people of an office: staff list, workload recap,"
" competences, rotas, attendance, extra pay, users served."""

from __future__ import annotations

from collections import Counter

from .. import blocks as b
from ..office import MONTHS, Person, day
from ..pool import FAMILY, MEN, WOMEN
from ..scene import Scene, Truth
from ..sheet import Cell, Sheet
from . import figures as f
from . import kit as k


def _status(person: Person) -> str:
    return "PPPK" if person.grade == "IX" else "PNS"


def _everybody(scene: Scene) -> list[tuple[str, Person]]:
    return [("listed", person) for person in scene.office.staff] + [("signatory", scene.office.head)]


def _total(scene: Scene, value: int) -> int:
    return value + 1 if scene.spoil == "arithmetic" else value


def staff_list(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A sheet of everybody with a recap; a printed recap by group; a list by rank."""
    office, asof = scene.office, f"{scene.year}-12-31" if scene.date[:4] > str(scene.year) else scene.date
    told = k.truth(scene, people=_everybody(scene))
    if at == 0:
        return _nominative(scene, asof), told
    if at == 1:
        return _recap(scene, asof), k.truth(scene, people=[("signatory", office.head)])
    rows = [
        (n, f"{p.name}\n{p.nip[6:8]}-{p.nip[4:6]}-{p.nip[:4]}", p.spaced, p.grade, p.post, p.school, _status(p))
        for n, p in enumerate(sorted(office.staff, key=lambda p: p.grade, reverse=True), 1)
    ]
    head = ("NO", "NAMA / TGL LAHIR", "NIP / NI PPPK", "GOL. RUANG", "JABATAN", "PEND. AKHIR", "KET")
    blocks = (
        k.title(
            "Daftar Urut Kepangkatan Aparatur Sipil Negara", f"di lingkungan {office.full}", f"Keadaan {day(asof)}"
        ),
        k.table(head, rows, (1, 6, 5, 2, 6, 2, 2), 8),
        k.say(f"Jumlah seluruhnya: {_total(scene, len(rows))} orang."),
        k.signed(scene, upper=True),
    )
    return k.paper(scene, *blocks, title="DUK", wide=True), told


def _nominative(scene: Scene, asof: str) -> tuple[Sheet, ...]:
    office = scene.office
    rows = tuple(
        (n, p.name, p.nip, f"{p.rank} ({p.grade})", p.post, p.unit, p.school, _status(p))
        for n, p in enumerate(office.staff, 1)
    )
    name = scene.chance.choice(("DATA KEPEGAWAIAN", "DAFTAR NOMINATIF PEGAWAI ASN", "DATA PEGAWAI"))
    head = ("NO", "NAMA", "NIP", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "PENDIDIKAN", "STATUS KEPEGAWAIAN")
    first = Sheet(
        "Sheet1",
        (name, office.full.upper(), f"PER {day(asof).upper()}"),
        (head,),
        rows,
        (5, 36, 24, 26, 40, 36, 12, 14),
        sign=k.sheet_sign(scene),
    )
    counted = Counter(_status(p) for p in office.staff)
    lines = (*((name, many) for name, many in counted.items()), ("JUMLAH", _total(scene, len(office.staff))))
    second = Sheet(
        "Rekap",
        ("REKAPITULASI JUMLAH PEGAWAI", office.full.upper(), f"PER {day(asof).upper()}"),
        (("STATUS", "JUMLAH"),),
        lines,
        (24, 12),
        total=True,
    )
    return first, second


def _recap(scene: Scene, asof: str) -> b.Paper:
    office, parts = scene.office, []
    groups = (("golongan", "grade"), ("pendidikan", "school"), ("jenis kelamin", "sex"), ("jabatan", "post"))
    for label, key in groups:
        many = Counter(getattr(person, key) for person in office.staff)
        rows = [(n, value, many[value]) for n, value in enumerate(sorted(many), 1)]
        rows.append(("", "Jumlah", _total(scene, len(office.staff))))  # type: ignore[arg-type]
        parts += [k.part(f"Menurut {label}"), k.table(("No", label.capitalize(), "Jumlah (orang)"), rows, (1, 8, 3))]
    top = k.title("Rekapitulasi Keadaan Pegawai", office.full, f"Keadaan per {day(asof)}")
    return k.paper(scene, k.kop(scene), top, *parts, k.signed(scene), title="Keadaan Pegawai")


def workload(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A sheet with a two-row heading; a printed table B/K; a narrow printed list with the posts in words."""
    office, rows = scene.office, f.posts(scene.office)
    held, need = _total(scene, sum(row[1] for row in rows)), sum(row[2] for row in rows)
    told = k.truth(scene, people=[("signatory", office.head)])
    lines: k.Rows
    if at == 0:
        lines = [(n, post, has, wants, f"{has - wants:+d}") for n, (post, has, wants) in enumerate(rows, 1)]
        sheet = Sheet(
            "ABK",
            ("REKAPITULASI HASIL ANALISIS BEBAN KERJA", office.full.upper(), f"TAHUN {scene.year}"),
            (("NO", "NAMA JABATAN", "JUMLAH PEMANGKU JABATAN", "HASIL ABK", "KELEBIHAN/KEKURANGAN"),),
            (*lines, ("", "JUMLAH", held, need, f"{held - need:+d}")),
            (5, 52, 16, 14, 18),
            sign=k.sheet_sign(scene),
            total=True,
        )
        return (sheet,), told
    if at == 1:
        lines = [(n, p, 7, has, wants, f"{has - wants:+d}", "") for n, (p, has, wants) in enumerate(rows, 1)]
        lines.append(("", "Jumlah", "", held, need, f"{held - need:+d}", ""))
        top = k.title("Rekapitulasi Analisis Beban Kerja (ABK)", office.full, f"Tahun {scene.year}")
        grid = k.table(
            ("No", "Nama Jabatan", "Kelas", "Bezetting (B)", "Kebutuhan (K)", "+/-", "Ket"),
            lines,
            (1, 8, 2, 2, 2, 2, 2),
        )
        return k.paper(scene, k.kop(scene), top, grid, k.signed(scene), title="Rekap ABK"), told
    lines = [
        (f"1.{n}", post, f"{has} orang", f"{wants} orang", "Sesuai" if has == wants else f"Kurang {wants - has}")
        for n, (post, has, wants) in enumerate(rows, 1)
    ]
    lines.append(("", "TOTAL", f"{held} orang", f"{need} orang", f"Kurang {need - held}"))
    text = (
        f"Berdasarkan penghitungan beban kerja tahun {scene.year}"
        " dengan jam kerja efektif 1.250 jam per tahun, kebutuhan"
        f" pegawai {office.name} sebanyak {need} orang, sedangkan pegawai yang ada {held} orang."
    )
    blocks = (
        k.typed(scene),
        k.title("Hasil Analisis Beban Kerja", f"Kebutuhan Pegawai Tahun {scene.year}"),
        k.say(text),
        k.table(("Kode", "Jabatan", "Pegawai yang ada", "Kebutuhan pegawai", "Selisih"), lines, (1.5, 7, 3, 3, 3)),
        k.signed(scene, upper=True),
    )
    return k.paper(scene, *blocks, title="ABK"), told


def extra_pay(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Lists of money by person: extra pay, salaries, a receipt list."""
    office, month = scene.office, k.month(int(scene.date[5:7]))
    rows = [
        (n, p.name, p.nip, p.grade, p.post, k.rupiah(1900000 + 50000 * n), k.rupiah(95000 + 2500 * n), f"000-{n:06d}")
        for n, p in enumerate(office.staff, 1)
    ]
    when, told = f"BULAN {month.upper()} {scene.year}", k.truth(scene, people=_everybody(scene))
    heads = (
        "NO",
        "NAMA",
        "NIP",
        "GOL",
        "JABATAN",
        ("PAGU TPP", "GAJI POKOK", "JUMLAH DITERIMA")[at],
        "PPH 21",
        "NO. REKENING",
    )
    name = ("DAFTAR PEMBAYARAN TAMBAHAN PENGHASILAN PEGAWAI", "DAFTAR GAJI PEGAWAI", "TANDA TERIMA TPP ASN")[at]
    if at == 0:
        sheet = Sheet("TPP", (name, office.full.upper(), when), (heads,), tuple(rows), (5, 36, 24, 8, 40, 14, 12, 16))
        return (sheet,), told
    grid = k.table(heads, rows, (1, 6, 5, 1.5, 6, 3, 2.5, 3), 7.5)
    top = k.kop(scene) if at == 1 else k.typed(scene)
    return k.paper(scene, top, k.title(name, when), grid, k.signed(scene), title=name, wide=True), told


def attendance(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Monthly presence of the staff: days in columns, a machine print, a recap of absences."""
    office, at_month = scene.office, int(scene.date[5:7])
    when, told = f"{k.month(at_month)} {scene.year}", k.truth(scene, people=_everybody(scene))
    if at == 0:
        head = ("NO", "NAMA", "NIP", *(str(n) for n in range(1, 16)))
        rows = tuple(
            (n, p.name, p.nip, *("H" if (n + d) % 17 else "S" for d in range(15)))
            for n, p in enumerate(office.staff, 1)
        )
        return (
            Sheet(
                "Absen",
                ("REKAP ABSENSI PEGAWAI", office.full.upper(), f"BULAN {when.upper()}"),
                (head,),
                rows,
                (5, 36, 24, *(4,) * 15),
            ),
        ), told
    if at == 1:
        lines = [(n, p.name, "07.2" + str(n % 10), "16.0" + str(n % 9), "Hadir") for n, p in enumerate(office.staff, 1)]
        grid = k.table(("No", "Nama Pegawai", "Masuk", "Pulang", "Keterangan"), lines, (1, 8, 2, 2, 3))
        return k.paper(
            scene, k.kop(scene), k.title("Daftar Hadir Pegawai", f"Tanggal {day(scene.date)}"), grid, k.signed(scene)
        ), told
    lines = [(n, p.name, p.spaced, 20 - n % 3, n % 2, n % 3 // 2, 0) for n, p in enumerate(office.staff, 1)]  # type: ignore[misc]
    grid = k.table(("No", "Nama", "NIP", "Hadir", "Izin", "Sakit", "Tanpa Keterangan"), lines, (1, 7, 6, 2, 2, 2, 3))
    return k.paper(
        scene, k.typed(scene), k.title("Rekapitulasi Kehadiran ASN", f"Periode {when}"), grid, k.signed(scene)
    ), told


def rota(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Who stands at the counter: a sheet, a week, a list of dates."""
    crew, when = scene.office.staff[6:16], f"{k.month(int(scene.date[5:7]))} {scene.year}"
    told = k.truth(scene, people=[("listed", p) for p in crew])
    days = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")
    pick = [(d, crew[n % len(crew)].name, crew[(n + 3) % len(crew)].name) for n, d in enumerate(days)]
    if at == 0:
        rows = tuple((n, *row) for n, row in enumerate(pick, 1))
        return (
            Sheet(
                "Piket",
                ("JADWAL PIKET PETUGAS LOKET", when.upper()),
                (("NO", "HARI", "PAGI", "SIANG"),),
                rows,
                (5, 12, 36, 36),
            ),
        ), told
    if at == 1:
        grid = k.table(("Hari", "Pukul 08.00-12.00", "Pukul 13.00-16.00"), pick, (2, 6, 6))
        return k.paper(
            scene, k.kop(scene), k.title("Jadwal Piket Pelayanan", f"Bulan {when}"), grid, k.signed(scene)
        ), told
    lines = [f"{n + 1} {when}: {crew[n % len(crew)].name}" for n in range(12)]
    return k.paper(
        scene, k.typed(scene), k.title("Jadwal Petugas Jaga Ruang Pelayanan"), k.listed(*lines), k.signed(scene)
    ), told


def present(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Who came to a meeting: three forms of the list."""
    guests = scene.office.staff[: scene.chance.randint(8, 12)]
    event = scene.subject or scene.chance.choice(
        ("Rapat Koordinasi Pelayanan", "Rapat Evaluasi Bulanan", "Rapat Persiapan Survei")
    )
    told = k.truth(scene, people=[("participant", p) for p in guests])
    if at == 0:
        rows = [(n, p.name, p.post, f"{n}. ........") for n, p in enumerate(guests, 1)]
        info = k.fields(("Hari/Tanggal", day(scene.date)), ("Acara", event), ("Tempat", f"Aula {scene.office.name}"))
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Daftar Hadir"),
            info,
            k.table(("No", "Nama", "Jabatan", "Tanda Tangan"), rows, (1, 6, 6, 4)),
        ), told
    if at == 1:
        rows = [(n, p.name, scene.office.short, "0812-0000-" + p.nip[-4:], "") for n, p in enumerate(guests, 1)]  # type: ignore[misc]
        grid = k.table(("No.", "Nama Lengkap", "Instansi", "No. HP", "Paraf"), rows, (1, 6, 4, 4, 3))
        return k.paper(scene, k.title("Absensi Peserta", event, day(scene.date)), grid), told
    rows = [(n, p.name, p.sex, p.post, "") for n, p in enumerate(guests, 1)]  # type: ignore[misc]
    grid = k.table(("NO", "NAMA PESERTA", "L/P", "UNSUR/JABATAN", "TTD"), rows, (1, 6, 1, 6, 3))
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Daftar Peserta", event),
        k.say(f"Tanggal pelaksanaan: {day(scene.date)}"),
        grid,
        k.signed(scene),
    ), told


def users(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """People served with their telephone numbers, product by product."""
    office, dice, told = scene.office, scene.chance, k.truth(scene)
    last = int(scene.date[5:7]) if scene.date[:4] == str(scene.year) else 12
    lists = []
    for product in office.products:
        rows = [
            (
                n,
                f"{dice.choice(MEN + WOMEN)} {dice.choice(FAMILY)}",
                f"08{dice.randint(11, 59)}-0000-{dice.randint(1000, 9999)}",
                f"{dice.randint(1, 28):02d}/{dice.randint(max(1, last - 2), last):02d}/{scene.year}",
            )
            for n in range(1, dice.randint(16, 22))
        ]
        lists.append((product.name, rows))
    if at == 0:
        sheets = tuple(
            Sheet(
                f"Layanan {n}",
                ("DATA PENGGUNA LAYANAN", f"{office.full.upper()} TAHUN {scene.year}", name.upper()),
                (("NO", "NAMA", "NO. TELEPON", "TANGGAL PELAYANAN"),),
                tuple(rows),
                (5, 34, 20, 16),
            )
            for n, (name, rows) in enumerate(lists, 1)
        )
        return sheets, told
    heads = (
        ("No", "Nama Pemohon", "Nomor HP/WhatsApp", "Tanggal"),
        ("No.", "Nama Pengguna", "Kontak (Telp/WA)", "Tgl Dilayani"),
    )[at - 1]
    parts = [k.part(f"Produk layanan: {name}", k.table(heads, rows, (1, 7, 5, 3))) for name, rows in lists]
    name = ("Daftar Kontak Pengguna Layanan", "Buku Tamu dan Nomor Kontak Penerima Layanan")[at - 1]
    top = k.kop(scene) if at == 1 else k.typed(scene)
    return k.paper(scene, top, k.title(name, f"{MONTHS[last - 1]} {scene.year}"), *parts, k.signed(scene)), told


def competences(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """What those who serve can and must be able to: a sheet, a printed map, a gap table by person."""
    crew, told = scene.office.staff[6:], k.truth(scene, people=[("listed", p) for p in scene.office.staff[6:]])
    course = ("Pelayanan Prima", "Komunikasi Publik", "Pengelolaan Pengaduan", "Aplikasi Layanan")
    rows: tuple[tuple[Cell, ...], ...]
    if at == 0:
        rows = tuple((n, p.name, p.post, p.school, course[n % 4], "Sesuai") for n, p in enumerate(crew, 1))
        head = ("NO", "NAMA", "JABATAN", "PENDIDIKAN", "PELATIHAN YANG DIIKUTI", "KESESUAIAN")
        name = ("PETA KOMPETENSI PELAKSANA PELAYANAN", scene.office.full.upper(), f"TAHUN {scene.year}")
        return (Sheet("Kompetensi", name, (head,), rows, (5, 34, 40, 12, 28, 14), sign=k.sheet_sign(scene)),), told
    if at == 1:
        rows = tuple(
            (n, p.post, "Integritas; orientasi pelayanan", course[n % 4], p.name) for n, p in enumerate(crew, 1)
        )
        grid = k.table(
            ("No", "Jabatan", "Kompetensi Manajerial", "Kompetensi Teknis", "Pemangku"), rows, (1, 5, 5, 4, 5)
        )
        return k.paper(
            scene, k.kop(scene), k.title("Pemetaan Kompetensi Pegawai", f"Tahun {scene.year}"), grid, k.signed(scene)
        ), told
    rows = tuple((p.name, p.post, 3, 3 - n % 2, n % 2, course[n % 4] if n % 2 else "-") for n, p in enumerate(crew))
    grid = k.table(
        ("Nama", "Jabatan", "Standar", "Nilai", "Kesenjangan", "Rencana Pengembangan"), rows, (5, 5, 2, 2, 3, 4)
    )
    text = "Peta ini disusun dari standar kompetensi jabatan dan hasil penilaian mandiri petugas pelayanan."
    return k.paper(
        scene, k.typed(scene), k.title("Matriks Kompetensi Petugas Layanan"), k.say(text), grid, k.signed(scene)
    ), told


LAYOUTS: dict[str, k.Three] = {
    "data_kepegawaian": k.three("data_kepegawaian", staff_list),
    "rekap_abk": k.three("rekap_abk", workload),
    "daftar_gaji_tpp": k.three("daftar_gaji_tpp", extra_pay),
    "absensi": k.three("absensi", attendance),
    "jadwal_piket": k.three("jadwal_piket", rota),
    "daftar_hadir": k.three("daftar_hadir", present),
    "daftar_kontak_pengguna": k.three("daftar_kontak_pengguna", users),
    "peta_kompetensi": k.three("peta_kompetensi", competences),
}
