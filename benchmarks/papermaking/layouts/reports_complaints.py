"""What comes of complaints: register, recap, evaluation,"
" SP4N-LAPOR! routine, synchronisation, oversight, publication."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from .. import blocks as b
from ..office import day
from ..scene import Scene, Truth
from ..sheet import Sheet
from . import figures as f
from . import kit as k


def _told(scene: Scene, period: f.Span) -> Truth:
    return k.truth(scene, period=k.months(scene, period.first, period.last), people=[("signatory", scene.office.head)])


def _of(scene: Scene, period: f.Span) -> tuple[f.Complaint, ...]:
    return f.complaints(scene.office, scene.year, period.first, period.last)


def _numeric(iso: str) -> str:
    return f"{iso[8:]}/{iso[5:7]}/{iso[:4]}"


def _after(each: f.Complaint) -> str:
    """Return the day a complaint was settled."""
    return _numeric(str(date.fromisoformat(each.date) + timedelta(each.days))) if each.days else "proses"


def _by_channel(found: tuple[f.Complaint, ...], label: str = "Jumlah") -> list[tuple[str, int, int, str]]:
    came, done = Counter(each.channel for each in found), Counter(each.channel for each in found if each.days)
    rows = [(name, many, done[name], f"{k.comma(100 * done[name] / many, 1)} %") for name, many in sorted(came.items())]
    total, ready = len(found), sum(done.values())
    return [*rows, (label, total, ready, f"{k.comma(100 * ready / total, 1)} %")]


def register(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The book of complaints: a wide sheet, a ruled book, cards below each other."""
    last = 12 if scene.date[:4] != str(scene.year) else int(scene.date[5:7])
    found, told = f.complaints(scene.office, scene.year, 1, last), k.truth(scene, period=k.months(scene, 1, last))
    if at == 0:
        head = (
            "NO",
            "TANGGAL DITERIMA",
            "NAMA PENGADU",
            "MEDIA",
            "ISI PENGADUAN",
            "TINDAK LANJUT",
            "TANGGAL SELESAI",
            "KETERANGAN",
        )
        rows = tuple(
            (
                n,
                _numeric(c.date),
                c.who,
                c.channel,
                c.text,
                c.done if c.days else "-",
                _after(c),
                "Selesai" if c.days else "Proses",
            )
            for n, c in enumerate(found, 1)
        )
        name = ("REGISTER PENGADUAN MASYARAKAT", scene.office.full.upper(), f"TAHUN {scene.year}")
        return (Sheet("Register", name, (head,), rows, (5, 14, 18, 18, 44, 40, 14, 12)),), told
    if at == 1:
        rows = tuple(
            (n, day(c.date), c.who, c.text, c.channel, c.done if c.days else "Dalam proses", _after(c), "")
            for n, c in enumerate(found, 1)
        )
        head = ("No", "Hari/Tanggal", "Pelapor", "Isi Laporan", "Sarana", "Penyelesaian", "Tgl Selesai", "Paraf")
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Buku Pengaduan", f"Tahun {scene.year}"),
            k.table(head, rows, (1, 3, 3, 6, 3, 5, 3, 2), 8),
            title="Buku pengaduan",
            wide=True,
        ), told
    cards = []
    for n, c in enumerate(found, 1):
        cards.append(
            k.fields(
                ("Nomor urut aduan", f"{n:03d}"),
                ("Tanggal diterima", f"{day(c.date)} melalui {c.channel}"),
                ("Pengadu", c.who),
                ("Masalah", c.text),
                ("Penyelesaian", f"{c.done}, selesai {_after(c)}" if c.days else "masih diproses"),
            )
        )
    return k.paper(
        scene, k.typed(scene), k.title("Catatan Aduan Masyarakat", str(scene.year)), *cards, title="Logbook"
    ), told


def recap(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """How many came and how many are settled: a sheet by month, a print by channel, a table of status."""
    period = f.span(scene)
    found, told = _of(scene, period), _told(scene, period)
    if at == 0:
        rows: list[tuple[str | int, ...]] = []
        for n, month in enumerate(range(period.first, period.last + 1), 1):
            mine = [c for c in found if int(c.date[5:7]) == month]
            rows.append(
                (n, k.month(month), len(mine), sum(1 for c in mine if c.days), sum(1 for c in mine if not c.days))
            )
        rows.append(("", "JUMLAH", *(sum(int(row[at_]) for row in rows) for at_ in (2, 3, 4))))
        name = ("REKAPITULASI PENGADUAN YANG DISELESAIKAN", scene.office.full.upper(), period.name.upper())
        return (
            Sheet(
                "Rekap",
                name,
                (("NO", "BULAN", "MASUK", "SELESAI", "PROSES"),),
                tuple(rows),
                (5, 20, 12, 12, 12),
                sign=k.sheet_sign(scene),
                total=True,
            ),
        ), told
    grid = k.table(("Kanal Pengaduan", "Diterima", "Diselesaikan", "Persentase"), _by_channel(found), (7, 3, 3, 3))
    if at == 1:
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Rekapitulasi Penyelesaian Pengaduan", period.name),
            grid,
            k.signed(scene),
            title="Rekap",
        ), told
    done = sum(1 for c in found if c.days)
    rows2 = [
        ("Laporan diterima", len(found)),
        ("Laporan terselesaikan", done),
        ("Laporan masih diproses", len(found) - done),
    ]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Data Aduan Terselesaikan", period.name),
        k.table(("Status", "Banyaknya"), rows2, (8, 3)),
        k.signed(scene),
        title="Data aduan",
    ), told


def evaluation(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The evaluation of complaints: chapters, letters A to E, prose with percentages."""
    period = f.span(scene)
    found, told = _of(scene, period), _told(scene, period)
    done, most = sum(1 for c in found if c.days), Counter(c.text for c in found).most_common(1)[0][0]
    share, grid = (
        k.comma(100 * done / len(found), 1),
        k.table(("Media", "Masuk", "Selesai", "%"), _by_channel(found), (7, 3, 3, 3)),
    )
    slow = [c for c in found if c.days > 5]
    look = f"Masalah terbanyak ialah {most.lower()}; {len(slow)} pengaduan diselesaikan lebih dari lima hari kerja."
    advice = "Rekomendasi: petugas loket ditambah, jawaban dikirim paling lambat tiga hari kerja."
    if at == 0:
        body = k.chapters(
            (
                "Pendahuluan",
                k.say(
                    "Laporan ini memuat evaluasi pengelolaan pengaduan"
                    f" {period.name} sesuai Perpres Nomor 76 Tahun 2013."
                ),
            ),
            ("Data Pengaduan", grid),
            (
                "Analisis dan Evaluasi",
                k.say(look, f"Dari {len(found)} pengaduan, {done} ditindaklanjuti sampai selesai ({share} persen)."),
            ),
            ("Kesimpulan dan Rekomendasi", k.say(advice)),
        )
        return k.paper(
            scene,
            k.cover(scene, "Laporan Evaluasi", "Pengelolaan Pengaduan Masyarakat", period.name),
            body,
            k.signed(scene),
            title="Evaluasi",
        ), told
    if at == 1:
        parts = (
            k.part("A. Umum", "Pengaduan diterima melalui loket, kotak saran, WhatsApp dan SP4N-LAPOR!."),
            k.part("B. Jumlah pengaduan", grid),
            k.part("C. Tindak lanjut", f"{done} pengaduan selesai ditindaklanjuti."),
            k.part("D. Evaluasi", look),
            k.part("E. Saran", advice),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Pemantauan dan Evaluasi Pengaduan", period.name),
            *parts,
            k.signed(scene),
            title="Laporan pengaduan",
        ), told
    texts = (
        f"Selama {period.name} {scene.office.name} menerima {len(found)}"
        f" aduan dan menyelesaikan {done} di antaranya atau {share} persen.",
        look,
        advice,
        "Evaluasi berikutnya dilaksanakan pada akhir periode mendatang.",
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Telaah Penanganan Pengaduan", period.name),
        k.say(*texts),
        k.signed(scene, upper=True),
        title="Telaah",
    ), told


def lapor(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The routine report on SP4N-LAPOR!: all units, the office only, a list of reports."""
    period = f.span(scene)
    found, told = (
        tuple(c for c in _of(scene, period) if c.channel == "SP4N-LAPOR!") or _of(scene, period)[:1],
        _told(scene, period),
    )
    done = sum(1 for c in found if c.days)
    if at == 0:
        rows = [
            (n, unit.replace("@", scene.office.name), many, many - n % 2)
            for n, (unit, many) in enumerate(
                (("@", len(found)), ("Dinas Kesehatan", 9), ("Dinas Pekerjaan Umum", 14)), 1
            )
        ]
        grid = k.table(("No", "Unit Kerja", "Laporan Masuk", "Selesai"), rows, (1, 8, 3, 3))
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Pengelolaan SP4N-LAPOR!", period.name),
            k.say("Rekapitulasi seluruh unit pengelola:"),
            grid,
            k.signed(scene),
            title="SP4N",
        ), told
    lines = [
        (f"TRK-{n:04d}", _numeric(c.date), c.text, "Selesai" if c.days else "Proses") for n, c in enumerate(found, 3107)
    ]
    grid = k.table(("Tracking ID", "Tanggal", "Judul Laporan", "Status"), lines, (3, 3, 8, 2))
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("SP4N-LAPOR! adalah kanal pengaduan nasional.")),
            ("Kinerja Akun Instansi", grid),
            ("Penutup", k.say(f"{done} dari {len(found)} laporan selesai.")),
        )
        return k.paper(
            scene, k.cover(scene, "Laporan Rutin SP4N-LAPOR!", period.name), body, k.signed(scene), title="LAPOR"
        ), told
    text = f"Akun admin instansi menerima {len(found)} laporan melalui aplikasi LAPOR! dan menutup {done} laporan."
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Laporan Berkala Akun LAPOR!", period.name),
        k.say(text),
        grid,
        k.signed(scene),
        title="LAPOR",
    ), told


def synchronised(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Complaints of all channels compared with the national system: a table of differences, minutes-like, prose."""
    period = f.span(scene)
    told, rows = _told(scene, period), [(name, many, many, 0) for name, many, _, _ in _by_channel(_of(scene, period))]
    grid = k.table(("Kanal", "Data internal", "Data SP4N-LAPOR!", "Selisih"), rows, (6, 3, 4, 2))
    name = (
        "Laporan Sinkronisasi Data Pengaduan",
        "Berita Hasil Rekonsiliasi dan Sinkronisasi Data Aduan",
        "Sinkronisasi Pengaduan Antarkanal",
    )[at]
    top = (k.kop(scene), k.typed(scene), ())[at]
    parts = (
        k.part("Hasil", grid)
        if at != 2
        else k.say(
            f"Sinkronisasi {period.name} mencakup {rows[-1][1]} aduan"
            " dari seluruh kanal; tidak ada selisih dengan data nasional."
        )
    )
    more = k.say("Data yang belum tercatat dimasukkan oleh admin pada hari yang sama.") if at else ()
    return k.paper(scene, top, k.title(name, period.name), parts, more, k.signed(scene), title="Sinkronisasi"), told


def overseen(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """How the handling of complaints was supervised: a checklist, findings, chapters."""
    period = f.span(scene)
    told, found = _told(scene, period), _of(scene, period)
    number = k.number(scene, "700")
    told = k.truth(scene, number if at == 1 else "", told.period, [("signatory", scene.office.head)])
    if at == 0:
        rows = [
            (1, "Register diisi setiap hari", "Ya", ""),
            (2, "Jawaban dikirim tepat waktu", "Sebagian", "2 terlambat"),
            (3, "Kotak saran dibuka mingguan", "Ya", ""),
        ]
        grid = k.table(("No", "Aspek yang diawasi", "Hasil", "Catatan"), rows, (1, 8, 3, 4))
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Laporan Pengawasan Pengelolaan Pengaduan", period.name),
            grid,
            k.say("Kesimpulan: pengelolaan pengaduan berjalan baik."),
            k.signed(scene),
        ), told
    late = sum(1 for c in found if c.days > 5)
    if at == 1:
        parts = (
            k.part("I. Dasar pengawasan", "Keputusan tentang tim pengelola pengaduan."),
            k.part("II. Hasil pemantauan", f"Dari {len(found)} pengaduan, {late} melewati batas waktu."),
            k.part("III. Rekomendasi", "Admin menambah pengingat waktu."),
        )
        return k.paper(
            scene,
            k.typed(scene),
            k.title("Laporan Monitoring Penanganan Pengaduan", f"Nomor: {number}", period.name),
            *parts,
            k.signed(scene),
        ), told
    body = k.chapters(
        ("Pendahuluan", k.say("Pengawasan dilakukan oleh atasan langsung pengelola pengaduan.")),
        ("Pelaksanaan", k.say(f"{len(found)} aduan diperiksa.")),
        ("Hasil Pengawasan", k.say(f"{late} aduan terlambat dijawab.")),
    )
    return k.paper(
        scene,
        k.cover(scene, "Hasil Pengawasan", "atas Penanganan Aduan Masyarakat", period.name),
        body,
        k.signed(scene),
    ), told


def published(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Complaints as told to the public: a poster, an announcement, a web table."""
    period = f.span(scene)
    found, told = _of(scene, period), _told(scene, period)
    done = sum(1 for c in found if c.days)
    if at == 0:
        big = (b.Title((f"{len(found)} MASUK",), 40), b.Title((f"{done} SELESAI",), 40))
        return k.paper(
            scene,
            k.title("Info Pengaduan", scene.office.full, period.name, size=20),
            big,
            (b.Text("Sampaikan aduan Anda melalui lapor.example", "c"),),
        ), told
    grid = k.table(("Sarana", "Masuk", "Selesai", "%"), _by_channel(found), (7, 3, 3, 3))
    if at == 1:
        return k.paper(
            scene, k.kop(scene), k.title("Pengumuman Hasil Penanganan Pengaduan", period.name), grid, k.signed(scene)
        ), told
    return k.paper(
        scene,
        k.title("Publikasi Pengaduan Masyarakat", size=16),
        k.say(f"Diunggah {day(scene.date)} oleh admin laman.", f"Rekap {period.name}:"),
        grid,
    ), told


LAYOUTS: dict[str, k.Three] = {
    "register_pengaduan": k.three("register_pengaduan", register),
    "rekap_pengaduan": k.three("rekap_pengaduan", recap),
    "laporan_pengaduan": k.three("laporan_pengaduan", evaluation),
    "laporan_sp4n": k.three("laporan_sp4n", lapor),
    "laporan_sinkronisasi": k.three("laporan_sinkronisasi", synchronised),
    "laporan_pengawasan_pengaduan": k.three("laporan_pengawasan_pengaduan", overseen),
    "publikasi_pengaduan": k.three("publikasi_pengaduan", published),
}
