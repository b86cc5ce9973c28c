"""Surveys and marks: satisfaction, what follows from it,"
" anti-corruption, staff, publication, questionnaire, outsiders."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Scene, Truth
from . import figures as f
from . import kit as k


def _told(scene: Scene, period: f.Span) -> Truth:
    return k.truth(scene, period=k.months(scene, period.first, period.last), people=[("signatory", scene.office.head)])


def _index(scene: Scene, found: f.Survey) -> str:
    """Return the index as printed: what follows from the table, or one point off."""
    return k.comma(found.index + (1 if scene.spoil == "arithmetic" else 0))


def _scores(found: f.Survey) -> list[tuple[str, ...]]:
    rows = [
        (f"U{n}", name, k.comma(score), k.comma(part, 3))
        for n, (name, score, part) in enumerate(zip(f.ELEMENTS, found.scores, found.weighted, strict=True), 1)
    ]
    return [*rows, ("", "Jumlah", "", k.comma(sum(found.weighted), 3))]


def _plan(found: f.Survey) -> list[tuple[str, ...]]:
    return [
        ("1", found.lowest, "Perbaikan alur dan fasilitas", "Triwulan berikutnya", "Sekretaris"),
        ("2", "Waktu Penyelesaian", "Penambahan petugas loket", "Bulan berikutnya", "Kepala Bidang"),
    ]


def satisfaction(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The report of the survey: the ministry's outline with cover, a short one with letterhead, prose with a chart."""
    period = f.span(scene, quarters=False)
    found, told = f.survey(scene.office, scene.year, period), _told(scene, period)
    letter, word = found.grade
    plan_head = ("No", "Prioritas Unsur", "Program/Kegiatan", "Waktu", "Penanggung Jawab")
    plan = k.table(plan_head, _plan(found), (1, 5, 6, 4, 4))
    spread = [("Laki-laki", found.men), ("Perempuan", found.women), ("Jumlah", found.people)]
    if at == 0:
        grid = k.table(("Kode", "Unsur Pelayanan", "NRR per Unsur", "NRR Tertimbang"), _scores(found), (1.5, 8, 3, 3))
        body = k.chapters(
            (
                "Pendahuluan",
                k.part(
                    "1.1 Latar Belakang",
                    f"Survei dilaksanakan untuk mengetahui kepuasan atas layanan {scene.office.full}.",
                )
                + k.part("1.2 Dasar Pelaksanaan SKM", "Permen PANRB Nomor 14 Tahun 2017."),
            ),
            (
                "Pengumpulan Data SKM",
                k.part("2.1 Pelaksana SKM", f"Tim SKM {scene.office.short}.")
                + k.part("2.2 Metode Pengumpulan Data", f"Kuesioner sembilan unsur, {period.name}."),
            ),
            (
                "Hasil Pengolahan Data SKM",
                k.part("3.1 Jumlah Responden", k.table(("Jenis Kelamin", "Orang"), spread, (4, 2)))
                + k.part(
                    "3.2 Indeks Kepuasan Masyarakat",
                    grid,
                    f"IKM unit pelayanan: {_index(scene, found)}. Mutu pelayanan: {letter} ({word}).",
                ),
            ),
            (
                "Analisis Hasil SKM",
                k.say(f"Unsur terendah ialah {found.lowest}.") + k.part("4.2 Rencana Tindak Lanjut", plan),
            ),
            ("Kesimpulan", k.say(f"Kinerja unit pelayanan {word.lower()}.")),
        )
        top = k.cover(scene, "Laporan Pelaksanaan", "Survei Kepuasan Masyarakat (SKM)", period.name)
        return k.paper(scene, top, body, k.signed(scene), title="Laporan SKM"), told
    if at == 1:
        grid = k.table(("No", "Unsur", "Nilai Rata-rata", "Nilai Tertimbang (x 0,111)"), _scores(found), (1.5, 8, 3, 4))
        parts = (
            k.part("A. Dasar", "Peraturan Menteri PANRB Nomor 14 Tahun 2017."),
            k.part(
                "B. Responden",
                f"Jumlah responden {found.people} orang: {found.men} laki-laki dan {found.women} perempuan.",
            ),
            k.part(
                "C. Hasil",
                grid,
                f"Nilai SKM setelah dikonversi (x 25) = {_index(scene, found)}, kategori {letter} ({word}).",
            ),
            k.part("D. Rencana tindak lanjut", plan),
        )
        heads = (k.kop(scene), k.title("Laporan Hasil Survey Kepuasan Masyarakat", period.name, scene.office.full))
        return k.paper(scene, *heads, *parts, k.signed(scene), title="Laporan IKM"), told
    means = "; ".join(f"{name} {k.comma(score)}" for name, score in zip(f.ELEMENTS, found.scores, strict=True))
    texts = (
        f"Pengukuran kepuasan pengguna layanan {period.name} diikuti {found.people} responden.",
        f"Nilai rata-rata tiap unsur: {means}.",
        f"Jumlah nilai rata-rata tertimbang {k.comma(sum(found.weighted), 3)},"
        f" dikalikan 25 diperoleh Indeks Kepuasan Masyarakat {_index(scene, found)}"
        f" dengan mutu layanan {letter} atau {word}.",
        f"Perbaikan diutamakan pada unsur {found.lowest} dan dikerjakan pada semester berikutnya.",
    )
    chart = (b.Bars(tuple((f"U{n}", score) for n, score in enumerate(found.scores, 1))),)
    heads = (k.typed(scene), k.title("Indeks Kepuasan Masyarakat", "Laporan Hasil Pengukuran", period.name))
    return k.paper(scene, *heads, k.say(*texts), chart, k.signed(scene, upper=True), title="IKM"), told


def follow_up(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """What was done after the survey: a table with percentages, chapters, before and after in words."""
    period = f.span(scene, quarters=False)
    found, told = f.survey(scene.office, scene.year, period), _told(scene, period)
    rows = [(n, *row[1:4], ("100 %", "80 %")[n - 1]) for n, row in enumerate(_plan(found), 1)]
    grid = k.table(("No", "Unsur", "Rencana Tindak Lanjut", "Waktu", "Realisasi"), rows, (1, 5, 6, 4, 2))
    if at == 0:
        text = (
            f"Hasil SKM {period.name} sebesar {k.comma(found.index)}. Dari dua rencana, realisasi rata-rata 90 persen."
        )
        top = (k.kop(scene), k.title("Laporan Tindak Lanjut Hasil", "Survei Kepuasan Masyarakat", period.name))
        return k.paper(scene, *top, k.say(text), grid, k.signed(scene), title="RTL SKM"), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Laporan ini menindaklanjuti hasil survei kepuasan masyarakat.")),
            ("Rencana dan Pelaksanaan Tindak Lanjut", grid),
            ("Penutup", k.say("Tindak lanjut dipantau tiap bulan.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Pelaksanaan RTL SKM", period.name), body, k.signed(scene), title="RTL"
        ), told
    texts = [f"{row[1]}: {str(row[2]).lower()}; dilaksanakan {str(row[3]).lower()} dan sudah {row[4]}." for row in rows]
    top = (k.typed(scene), k.title("Realisasi Rencana Tindak Lanjut SKM", period.name))
    return k.paper(scene, *top, k.listed(*texts), k.signed(scene), title="Realisasi RTL"), told


def corruption(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The anti-corruption perception survey, which looks like the other one."""
    period = f.span(scene, quarters=False)
    told, dice = _told(scene, period), f.dice(scene.office, f"spak {scene.year}")
    asked = ("Diskriminasi pelayanan", "Pelayanan di luar prosedur", "Penerimaan imbalan", "Percaloan", "Pungutan liar")
    scores = [round(dice.uniform(3.2, 3.9), 2) for _ in asked]
    value = k.comma(sum(scores) / len(scores))
    grid = k.table(
        ("No", "Indikator", "Nilai"),
        [(n, q, k.comma(s)) for n, (q, s) in enumerate(zip(asked, scores, strict=True), 1)],
        (1, 9, 2),
    )
    name = (
        "Laporan Survei Persepsi Anti Korupsi (SPAK)",
        "Laporan Hasil SPAK dan SPKP",
        "Indeks Persepsi Anti Korupsi",
    )[at]
    text = (
        f"Indeks persepsi anti korupsi {period.name} sebesar {value}"
        f" dari skala 4 dengan {dice.randint(40, 120)} responden."
    )
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Survei bagian dari pembangunan zona integritas.")),
            ("Hasil", grid + k.say(text)),
            ("Simpulan", k.say("Persepsi baik.")),
        )
        return k.paper(scene, k.cover(scene, name, period.name), body, k.signed(scene), title="SPAK"), told
    top = k.kop(scene) if at == 0 else k.typed(scene)
    return k.paper(scene, top, k.title(name, period.name), k.say(text), grid, k.signed(scene), title="SPAK"), told


def inside(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A survey among the staff: a table, chapters, remarks."""
    period = f.span(scene, quarters=False)
    told, people = _told(scene, period), len(scene.office.staff)
    rows = [(1, "Beban kerja", "3,20"), (2, "Hubungan dengan atasan", "3,45"), (3, "Sarana kerja", "3,05")]
    grid = k.table(("No", "Aspek", "Nilai"), rows, (1, 9, 2))
    text = f"Survei diikuti {people} pegawai {scene.office.name} pada {period.name}."
    name = ("Laporan Survei Kepuasan Pegawai", "Laporan Survei Internal Pegawai", "Hasil Jajak Pendapat Pegawai")[at]
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say(text)),
            ("Hasil Survei Internal", grid),
            ("Rekomendasi", k.say("Sarana kerja ditambah.")),
        )
        return k.paper(scene, k.cover(scene, name, period.name), body, k.signed(scene), title="Survei internal"), told
    top = k.kop(scene) if at == 0 else k.typed(scene)
    return k.paper(
        scene,
        top,
        k.title(name, period.name),
        k.say(text),
        grid,
        k.say("Pegawai mengusulkan perbaikan ruang kerja."),
        k.signed(scene),
    ), told


def published(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The value of the survey as offices post it: a poster, an announcement, a web page."""
    period = f.span(scene, quarters=False)
    found, told = f.survey(scene.office, scene.year, period), _told(scene, period)
    letter, word = found.grade
    value, people = (
        k.comma(found.index),
        f"Responden {found.people} orang: laki-laki {found.men}, perempuan {found.women}",
    )
    if at == 0:
        lines = k.title("Indeks Kepuasan Masyarakat", "(IKM)", scene.office.full, period.name, size=20)
        big = (
            b.Title((value,), 60),
            b.Title((f"MUTU PELAYANAN {letter} ({word.upper()})",), 20),
            b.Text(people, "c", size=13),
        )
        return k.paper(
            scene, lines, big, (b.Text("Terima kasih atas penilaian yang Anda berikan", "c", size=13),), title="IKM"
        ), told
    if at == 1:
        text = (
            f"Diumumkan bahwa nilai survei kepuasan masyarakat {period.name}"
            f" pada {scene.office.full} sebesar {value} dengan kategori {word}."
        )
        number = k.number(scene, "480")
        told = k.truth(scene, number, told.period, [("signatory", scene.office.head)])
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Pengumuman", f"Nomor: {number}", "Hasil Survei Kepuasan Masyarakat"),
            k.say(text, people),
            k.signed(scene),
        ), told
    site = f"www.{scene.office.short.lower().replace(' ', '')}.example"
    texts = (
        f"{site}/berita/hasil-skm",
        f"Admin | {day(scene.date)}",
        f"Hasil SKM {period.name} telah keluar: {value} ({letter}). {people}.",
        "Bagikan: Facebook Twitter WhatsApp",
    )
    return k.paper(scene, k.title("Publikasi Nilai SKM", size=16), k.say(*texts), title="Berita"), told


def questionnaire(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The blank form of the survey: choices in a table, choices in lines, a rating grid."""
    asked = [f"Bagaimana pendapat Saudara tentang {name.lower()}?" for name in f.ELEMENTS]
    told = Truth(office=scene.office.full)
    who = k.fields(
        ("Tanggal survei", "................"),
        ("Jenis kelamin", "[ ] L  [ ] P"),
        ("Pendidikan", "[ ] SD [ ] SMP [ ] SMA [ ] S1"),
        ("Jenis layanan", "................"),
    )
    if at == 0:
        rows = [(n, text, "a  b  c  d") for n, text in enumerate(asked, 1)]
        return k.paper(
            scene,
            k.title("Kuesioner Survei Kepuasan Masyarakat (SKM)", scene.office.full),
            who,
            k.table(("No", "Pertanyaan", "Jawaban"), rows, (1, 11, 3)),
            title="Kuesioner",
        ), told
    if at == 1:
        lines = [
            k.say(f"{n}. {text}", "a. Tidak baik   b. Kurang baik   c. Baik   d. Sangat baik")
            for n, text in enumerate(asked, 1)
        ]
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Formulir Survei Kepuasan"),
            who,
            k.say("Lingkari jawaban yang sesuai."),
            *lines,
            title="Kuesioner",
        ), told
    grid = k.table(
        ("Unsur yang dinilai", "1", "2", "3", "4"), [(name, "", "", "", "") for name in f.ELEMENTS], (9, 1, 1, 1, 1)
    )
    return k.paper(
        scene,
        k.title("Lembar Pendapat Pengguna Layanan"),
        k.say("Beri tanda centang. Isian Anda dirahasiakan."),
        grid,
        k.say("Saran: ........................................"),
        title="Kuesioner",
    ), told


def outside(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """What others say of the office: an Ombudsman result, a PEKPPP evaluation sheet, an ISO-like certificate."""
    office, dice = scene.office, f.dice(scene.office, f"mark {scene.year}")
    rows: k.Rows
    if at == 0:
        value = round(dice.uniform(66, 93), 2)
        letter, word, zone = (
            ("A", "Kualitas Tertinggi", "hijau")
            if value >= 88
            else ("B", "Kualitas Tinggi", "hijau")
            if value >= 78
            else ("C", "Kualitas Sedang", "kuning")
        )
        issuer = f"Ombudsman Republik Indonesia Perwakilan {office.province}"
        rows = [(1, "Dinas Kesehatan", k.comma(value - 2.11), letter), (2, office.name, k.comma(value), letter)]
        blocks = (
            (b.Crown(("OMBUDSMAN REPUBLIK INDONESIA", f"PERWAKILAN {office.province.upper()}")),),
            k.title(
                "Hasil Penilaian Kepatuhan", "Penyelenggaraan Pelayanan Publik", f"Tahun {scene.year}", office.region
            ),
            k.table(("No", "Unit Layanan", "Nilai", "Kategori"), rows, (1, 8, 3, 3)),
            k.say(
                f"{office.name} memperoleh nilai {k.comma(value)}, opini {word},"
                f" zona {zone}. Saran: lengkapi sarana bagi kelompok rentan."
            ),
            (
                b.Sign(
                    (k.when(scene), "Kepala Perwakilan,"),
                    None,
                    True,
                    "OMBUDSMAN * PERWAKILAN *",
                    name="Anindya Prabaswari, S.H.",
                ),
            ),
        )
        return k.paper(scene, *blocks, title="Hasil penilaian"), Truth("", scene.date, str(scene.year), "", issuer)
    if at == 1:
        value = round(dice.uniform(3.2, 4.6), 2)
        rows = [
            ("Kebijakan Pelayanan", "24 %"),
            ("Profesionalisme SDM", "25 %"),
            ("Sarana Prasarana", "18 %"),
            ("SIPP", "11 %"),
            ("Konsultasi dan Pengaduan", "10 %"),
            ("Inovasi", "12 %"),
        ]
        body = (
            k.title(
                "Lembar Hasil Evaluasi",
                "Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan Publik",
                f"Tahun {scene.year}",
            ),
            k.fields(("Unit lokus", office.full), ("Evaluator", f"Tim Kementerian PANRB wilayah {office.province}")),
            k.table(("Aspek", "Bobot"), rows, (9, 3)),
            k.say(f"Indeks Pelayanan Publik: {k.comma(value)}."),
            (b.Sign((k.when(scene), "Ketua Tim Evaluator,"), None, True, name="Bhaskara Widyaprana"),),
        )
        return k.paper(scene, *body, title="PEKPPP"), Truth("", scene.date, str(scene.year), "", "Kementerian PANRB")
    number = f"QMS-{dice.randint(10000, 99999)}/{scene.year}"
    body = (
        k.title("Certificate of Registration", "Sertifikat Sistem Manajemen Mutu", "ISO 9001:2015", size=18),
        (b.Text(f"No. {number}", "c"), b.Text("diberikan kepada", "c")),
        k.title(office.full, size=16),
        k.say(
            f"Ruang lingkup: penyelenggaraan {office.products[0].name.lower()}.",
            f"Tanggal terbit {day(scene.date)}, berlaku sampai dengan"
            f" {day(f'{int(scene.date[:4]) + 3}{scene.date[4:]}')}.",
        ),
        (
            b.Sign(
                (f"{day(scene.date)}", "Lembaga Sertifikasi Mutu Contoh,"),
                None,
                True,
                "SERTIFIKASI MUTU CONTOH *",
                name="Kalyani Yasadipta",
            ),
        ),
    )
    return k.paper(scene, *body, title="Sertifikat"), Truth(
        number, scene.date, str(scene.year), "", "Lembaga Sertifikasi Mutu Contoh"
    )


LAYOUTS: dict[str, k.Three] = {
    "laporan_skm": k.three("laporan_skm", satisfaction),
    "laporan_rtl_skm": k.three("laporan_rtl_skm", follow_up),
    "laporan_spak": k.three("laporan_spak", corruption),
    "laporan_survei_internal": k.three("laporan_survei_internal", inside),
    "publikasi_skm": k.three("publikasi_skm", published),
    "kuesioner_skm": k.three("kuesioner_skm", questionnaire),
    "penilaian_eksternal": k.three("penilaian_eksternal", outside),
}
