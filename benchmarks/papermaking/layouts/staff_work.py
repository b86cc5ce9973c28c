"""What one person does and how it is judged: SKP of three generations, monthly and daily reports, credit points."""

from __future__ import annotations

from .. import blocks as b
from ..office import Person, day
from ..scene import Scene, Truth
from . import kit as k

WORKS = (
    ("Berkas permohonan layanan yang diperiksa", "berkas", 960),
    ("Laporan pelaksanaan tugas yang disusun", "laporan", 12),
    ("Data layanan yang dimutakhirkan", "data", 480),
    ("Konsultasi masyarakat yang dilayani", "orang", 240),
    ("Surat dinas yang dikonsep", "surat", 96),
    ("Pengaduan masyarakat yang ditindaklanjuti", "pengaduan", 24),
)
DAILY = (
    "Memeriksa kelengkapan berkas pemohon di loket",
    "Merekam data permohonan ke dalam aplikasi",
    "Mengikuti rapat koordinasi internal",
    "Menyusun konsep surat balasan",
    "Melayani konsultasi masyarakat",
    "Mengarsipkan berkas layanan",
    "Menginventarisasi sarana ruang pelayanan",
)
VALUES = ("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif")
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")


def _whose(scene: Scene) -> tuple[Person, Person]:
    """Return the one the paper is about and the superior."""
    staff = scene.office.staff
    person = scene.people[0] if scene.people else scene.chance.choice(staff[4:])
    return person, staff[0] if person in staff[1:2] or scene.chance.random() < 0.3 else staff[1]


def _told(scene: Scene, period: str, person: Person, rater: Person) -> Truth:
    return k.truth(scene, period=period, people=[("rated", person), ("rater", rater)])


def skp(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The evaluation of Permen 6/2022, the three sheets of PP 46/2011, the appraisal of Permen 8/2021."""
    person, rater = _whose(scene)
    works = scene.chance.sample(WORKS, 4)
    write = (_of_2022, _of_2011, _of_2021)[at]
    return write(scene, person, rater, works), _told(scene, k.months(scene, 1, 12), person, rater)


def _sides(scene: Scene, person: Person, rater: Person, ours: str, theirs: str) -> k.Blocks:
    rows: list[tuple[str, ...]] = [("NO", ours, "", "NO", theirs, "")]
    for n, (label, one, two) in enumerate(
        (
            ("NAMA", person.name, rater.name),
            ("NIP", person.spaced, rater.spaced),
            ("PANGKAT/GOL RUANG", f"{person.rank} / {person.grade}", f"{rater.rank} / {rater.grade}"),
            ("JABATAN", person.post, rater.post),
            ("UNIT KERJA", person.unit, scene.office.name),
        ),
        1,
    ):
        rows.append((str(n), label, one, str(n), label, two))
    return (b.Grid(tuple(rows), (1, 4, 8, 1, 4, 8), size=8, spans=((1, 0, 2, 0), (4, 0, 5, 0))),)


def _of_2022(scene: Scene, person: Person, rater: Person, works: list[tuple[str, str, int]]) -> b.Paper:
    head = (
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    )
    rows = [
        (
            n,
            "Meningkatnya mutu pelayanan",
            work,
            "Kuantitas",
            f"Jumlah {unit}",
            f"{many} {unit}",
            f"{many} {unit}",
            "Sudah baik, pertahankan",
        )
        for n, (work, unit, many) in enumerate(works, 1)
    ]
    habits = [(n, value, "Sesuai ekspektasi pimpinan") for n, value in enumerate(VALUES, 1)]
    blocks = (
        k.title("Evaluasi Kinerja Pegawai", "Pendekatan Hasil Kerja Kuantitatif", "Periode: Akhir", size=11),
        k.say(scene.office.full.upper(), f"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN {scene.year}"),
        _sides(scene, person, rater, "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"),
        k.say("CAPAIAN KINERJA ORGANISASI: BAIK", "HASIL KERJA"),
        k.table(head, rows, (1, 4, 5, 3, 4, 3, 4, 4), 7.5),
        k.say("RATING HASIL KERJA: SESUAI EKSPEKTASI"),
        k.table(("NO", "PERILAKU KERJA", "UMPAN BALIK"), habits, (1, 6, 8), 8),
        k.say(
            "RATING PERILAKU KERJA: SESUAI EKSPEKTASI",
            f"PREDIKAT KINERJA PEGAWAI: {scene.chance.choice(('BAIK', 'SANGAT BAIK'))}",
        ),
        k.pair(scene, ("Pegawai yang Dinilai,", person), ("Pejabat Penilai Kinerja,", rater)),
    )
    return k.paper(scene, *blocks, title="SKP", wide=True)


def _of_2011(scene: Scene, person: Person, rater: Person, works: list[tuple[str, str, int]]) -> b.Paper:
    rows: list[tuple[str, ...]] = [("NO", "I. PEJABAT PENILAI", "", "NO", "II. PEGAWAI NEGERI SIPIL YANG DINILAI", "")]
    for n, (label, one, two) in enumerate(
        (
            ("Nama", rater.name, person.name),
            ("NIP", rater.spaced, person.spaced),
            ("Pangkat/Gol.Ruang", f"{rater.rank}, {rater.grade}", f"{person.rank}, {person.grade}"),
            ("Jabatan", rater.post, person.post),
            ("Unit Kerja", scene.office.full, scene.office.full),
        ),
        1,
    ):
        rows.append((str(n), label, one, str(n), label, two))
    plan = [(n, work, "-", f"{many} {unit}", "100", "12 bulan", "-") for n, (work, unit, many) in enumerate(works, 1)]
    marks = [round(scene.chance.uniform(80, 90), 2) for _ in works]
    done = [
        (n, w, f"{m} {u}", f"{m} {u}", "100", k.comma(mark))
        for n, ((w, u, m), mark) in enumerate(zip(works, marks, strict=True), 1)
    ]
    goal, habit = round(sum(marks) / len(marks), 2), scene.chance.randint(80, 88)
    final = round(0.6 * goal + 0.4 * habit, 2)
    last = [
        ("a. Sasaran Kerja Pegawai (SKP)", f"{k.comma(goal)} x 60 %", k.comma(0.6 * goal)),
        ("b. Perilaku Kerja", f"{habit} x 40 %", k.comma(0.4 * habit)),
        ("NILAI PRESTASI KERJA", "", f"{k.comma(final)} (Baik)"),
    ]
    blocks = (
        k.title("Formulir Sasaran Kerja", "Pegawai Negeri Sipil"),
        (b.Grid(tuple(rows), (1, 4, 8, 1, 4, 8), size=8),),
        k.table(
            ("NO", "III. KEGIATAN TUGAS JABATAN", "AK", "KUANT/OUTPUT", "KUAL/MUTU", "WAKTU", "BIAYA"),
            plan,
            (1, 9, 2, 4, 3, 3, 2),
            8,
        ),
        (b.Page(),),
        k.title("Penilaian Capaian Sasaran Kerja", "Pegawai Negeri Sipil"),
        k.say(f"Jangka Waktu Penilaian 2 Januari s.d. 31 Desember {scene.year}"),
        k.table(
            ("NO", "KEGIATAN TUGAS JABATAN", "TARGET", "REALISASI", "MUTU", "NILAI CAPAIAN SKP"),
            done,
            (1, 9, 4, 4, 2, 4),
            8,
        ),
        k.title("Penilaian Prestasi Kerja"),
        k.table(("UNSUR YANG DINILAI", "PERHITUNGAN", "JUMLAH"), last, (8, 4, 4)),
        k.pair(scene, ("Pegawai Negeri Sipil yang Dinilai,", person), ("Pejabat Penilai,", rater)),
    )
    return k.paper(scene, *blocks, title="SKP", wide=True)


def _of_2021(scene: Scene, person: Person, rater: Person, works: list[tuple[str, str, int]]) -> b.Paper:
    head = ("NO", "RENCANA KINERJA", "INDIKATOR", "TARGET", "REALISASI", "CAPAIAN", "KATEGORI")
    rows = [
        (n, work, f"Jumlah {unit}", many, many + n, f"{k.comma(100 * (many + n) / many, 1)} %", "Baik")
        for n, (work, unit, many) in enumerate(works, 1)
    ]
    score = round(scene.chance.uniform(95, 109), 2)
    blocks = (
        k.title("Penilaian Sasaran Kinerja Pegawai", f"Periode Penilaian: 1 Januari sd 31 Desember {scene.year}"),
        _sides(scene, person, rater, "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"),
        k.part("A. KINERJA UTAMA", k.table(head, rows, (1, 8, 5, 3, 3, 3, 3), 8)),
        k.part(
            "B. PERILAKU KERJA",
            ", ".join(f"{value} 100" for value in ("Orientasi Pelayanan", "Komitmen", "Inisiatif Kerja", "Kerja Sama")),
        ),
        k.say(f"NILAI KINERJA PEGAWAI (70 % SKP dan 30 % perilaku): {k.comma(score)} - BAIK"),
        k.pair(scene, ("Pegawai yang Dinilai,", person), ("Pejabat Penilai Kinerja,", rater)),
    )
    return k.paper(scene, *blocks, title="SKP", wide=True)


def _who(scene: Scene, person: Person) -> k.Blocks:
    pairs = [
        ("Nama", person.name),
        ("NIP", person.spaced),
        ("Jabatan", person.post),
        ("Unit Kerja", f"{person.unit}, {scene.office.name}"),
    ]
    return k.fields(*pairs)


def monthly(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A table by day, a print of the app by task, a narrow report with weeks in words."""
    person, rater = _whose(scene)
    month = int(scene.date[5:7]) if scene.date[:4] == str(scene.year) else 12
    told, name = _told(scene, k.months(scene, month, month), person, rater), f"{k.month(month)} {scene.year}"
    tasks = scene.chance.sample(DAILY, 6)
    if at == 0:
        rows = [
            (n + 1, DAYS[n % 5], f"{1 + n * 2:02d}-{month:02d}-{scene.year}", tasks[n % 6], 2 + n % 5, "berkas")
            for n in range(12)
        ]
        grid = k.table(("No", "Hari", "Tanggal", "Uraian Tugas/Kegiatan", "Jumlah", "Satuan"), rows, (1, 2, 3, 8, 2, 2))
        top = (k.kop(scene), k.title("Laporan Kinerja Bulanan", f"Bulan {name}"), _who(scene, person))
        return k.paper(
            scene, *top, grid, k.pair(scene, ("Mengetahui, Atasan Langsung,", rater), ("Yang bersangkutan,", person))
        ), told
    if at == 1:
        lines = [(n, task, 8 + n * 3, "Foto, berkas", "Disetujui") for n, task in enumerate(tasks, 1)]
        grid = k.table(("No", "Uraian Tugas", "Vol", "Bukti Dokumen", "Verifikasi Atasan"), lines, (1, 8, 2, 4, 3))
        top = (
            k.title("Laporan Capaian Kinerja Bulanan (LCKB)", f"Periode {name}"),
            _who(scene, person),
            k.say(f"Atasan langsung: {rater.name}, NIP {rater.spaced}"),
        )
        return k.paper(
            scene, *top, grid, k.pair(scene, ("Pejabat Penilai,", rater), ("Pegawai,", person)), title="E-Kinerja"
        ), told
    weeks = [
        k.part(f"Minggu ke-{n + 1}", f"{tasks[n]} sebanyak {5 + n} kali, {tasks[n + 2].lower()} sebanyak {3 + n} kali.")
        for n in range(4)
    ]
    top = (k.typed(scene), k.title("Laporan Hasil Kerja Pegawai", f"Bulan {name}"), _who(scene, person))
    return k.paper(scene, *top, *weeks, k.pair(scene, ("Menyetujui,", rater), ("Pembuat laporan,", person))), told


def daily(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Daily reports: hours of one day, a journal of a week, a list with times."""
    person, rater = _whose(scene)
    date = day(scene.date)
    told = _told(scene, k.months(scene, int(scene.date[5:7]), int(scene.date[5:7])), person, rater)
    tasks = scene.chance.sample(DAILY, 5)
    rows = [(n + 1, f"{8 + n}.00", f"{9 + n}.00", task, "1 kegiatan") for n, task in enumerate(tasks)]
    hands = k.pair(scene, ("Mengetahui,", rater), ("Pelapor,", person))
    if at == 0:
        grid = k.table(("No", "Waktu Mulai", "Waktu Selesai", "Kegiatan", "Output"), rows, (1, 2, 2, 8, 3))
        return k.paper(
            scene, k.kop(scene), k.title("Laporan Kinerja Harian", date), _who(scene, person), grid, hands
        ), told
    if at == 1:
        lines = [(DAYS[n], task, "Selesai", "") for n, task in enumerate(tasks)]
        grid = k.table(("Hari", "Aktivitas", "Hasil", "Paraf Atasan"), lines, (2, 8, 3, 3))
        return k.paper(
            scene, k.title("Jurnal Kerja Harian", f"Minggu yang berakhir {date}"), _who(scene, person), grid, hands
        ), told
    texts = [f"Pukul {8 + n}.00: {task}." for n, task in enumerate(tasks)]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Catatan Aktivitas Harian ASN"),
        _who(scene, person),
        k.say(f"Tanggal: {date}", *texts),
        hands,
    ), told


def credit(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Credit points: a determination, a proposal, a conversion of the predicate."""
    person, rater = _whose(scene)
    old, new = round(scene.chance.uniform(50, 150), 3), round(scene.chance.uniform(10, 40), 3)
    rows = [
        ("1", "Unsur utama", k.comma(old, 3), k.comma(new, 3), k.comma(old + new, 3)),
        ("2", "Unsur penunjang", "0,000", "0,000", "0,000"),
    ]
    number, period = k.number(scene, "800"), f"Masa penilaian 1 Januari {scene.year} s.d. 31 Desember {scene.year}"
    told = k.truth(scene, number, k.months(scene, 1, 12), [("rated", person), ("signatory", rater)])
    name = (
        ("Penetapan Angka Kredit", f"Nomor: {number}"),
        ("Daftar Usul Penetapan Angka Kredit", f"Nomor {number}"),
        ("Konversi Predikat Kinerja ke Angka Kredit", f"Nomor : {number}"),
    )[at]
    grid = k.table(("No", "Unsur", "Lama", "Baru", "Jumlah"), rows, (1, 7, 3, 3, 3))
    top = (k.kop(scene), k.typed(scene), ())[at]
    end = k.say("Dapat dipertimbangkan untuk dinaikkan dalam jabatan setingkat lebih tinggi.")
    return k.paper(
        scene,
        top,
        k.title(*name),
        k.say(period),
        _who(scene, person),
        grid,
        end,
        (k.hand(scene, (k.when(scene), "Pejabat Penilai Kinerja,"), rater),),
    ), told


LAYOUTS: dict[str, k.Three] = {
    "skp_tahunan": k.three("skp_tahunan", skp),
    "laporan_kinerja_bulanan": k.three("laporan_kinerja_bulanan", monthly),
    "laporan_kinerja_harian": k.three("laporan_kinerja_harian", daily),
    "pak_angka_kredit": k.three("pak_angka_kredit", credit),
}
