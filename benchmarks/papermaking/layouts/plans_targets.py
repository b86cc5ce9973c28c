"""What an office promises and answers for: agreement, report, indicators, terms, integration."""

from __future__ import annotations

from .. import blocks as b
from ..scene import Scene, Truth
from . import kit as k
from .plans import OMBUDSMAN, budget_of, head_of


def agreement(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The performance agreement: statement and annex, table only, of a lower official."""
    office, head = scene.office, scene.office.head
    rows = [
        (1, "Meningkatnya kualitas pelayanan publik", "Nilai survei kepuasan masyarakat", "86,00"),
        (2, "Meningkatnya kepatuhan layanan", "Persentase layanan sesuai standar", "100 %"),
    ]
    grid = k.table(("No", "Sasaran Strategis", "Indikator Kinerja", "Target"), rows, (1, 7, 6, 3))
    text = (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan"
        " akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    low = scene.chance.choice(office.staff[1:4])
    first, second, post = (head, office.ruler_name, office.ruler) if at != 2 else (low, head.name, k.chief(office))
    told = k.truth(scene, period=k.months(scene, 1, 12), people=[("signatory", first)])
    who = k.fields(("Nama", first.name), ("Jabatan", first.post), ("selanjutnya disebut", "Pihak Pertama")) + k.fields(
        ("Nama", second), ("Jabatan", post), ("selanjutnya disebut", "Pihak Kedua")
    )
    promise = k.say(
        "Pihak Pertama berjanji akan mewujudkan target kinerja pelayanan"
        " sesuai lampiran perjanjian ini. Pihak Kedua akan melakukan supervisi."
    )
    ends = (
        b.Signs(
            (
                b.Sign(("", "Pihak Kedua,"), None, True, name=second),
                k.hand(scene, (k.when(scene), "Pihak Pertama,"), first),
            )
        ),
    )
    if at == 0:
        return k.paper(
            scene,
            k.kop(scene),
            k.title(f"Perjanjian Kinerja Tahun {scene.year}"),
            k.say(text),
            who,
            promise,
            ends,
            (b.Page(),),
            k.title("Lampiran Perjanjian Kinerja"),
            grid,
            ends,
            title="PK",
        ), told
    if at == 1:
        money = k.table(
            ("Program", "Anggaran (Rp)"), [(name, k.rupiah(many)) for name, _, many in budget_of(scene)], (9, 4)
        )
        return k.paper(
            scene, k.title(f"Perjanjian Kinerja {scene.year}", office.full), grid, money, promise, ends, title="PK"
        ), told
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Pernyataan Perjanjian Kinerja", f"Tahun {scene.year}"),
        who,
        k.say(text),
        promise,
        grid,
        ends,
        title="PK",
    ), told


def accountability(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The yearly performance report of the office: a book, a LAKIP of older wording, a short report."""
    told, name = (
        head_of(scene),
        (
            "Laporan Kinerja Instansi Pemerintah (LKjIP)",
            "Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP)",
            "Laporan Kinerja",
        )[at],
    )
    rows = [
        (1, "Nilai survei kepuasan masyarakat", "85,00", "86,10", "101,29 %"),
        (2, "Persentase layanan sesuai standar", "100 %", "98 %", "98,00 %"),
    ]
    grid = k.table(("No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"), rows, (1, 7, 3, 3, 3))
    money = k.table(
        ("Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"),
        [(n, k.rupiah(m), k.rupiah(m * 95 // 100)) for n, _, m in budget_of(scene)],
        (8, 4, 4),
    )
    if at == 2:
        parts = (
            k.part("1. Ringkasan", OMBUDSMAN),
            k.part("2. Capaian", grid),
            k.part("3. Penggunaan anggaran sarana dan fasilitas", money),
            k.part("4. Langkah perbaikan", "Target tahun depan dinaikkan."),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title(name, scene.office.full, f"Tahun {scene.year}"),
            *parts,
            k.signed(scene),
            title="LKj",
        ), told
    body = k.chapters(
        (
            "Pendahuluan",
            k.say(f"Laporan ini pertanggungjawaban {scene.office.name} atas pelaksanaan tugas tahun {scene.year}."),
        ),
        (
            "Perencanaan Kinerja",
            k.say("Sasaran strategis dan indikator kinerja utama ditetapkan dalam perjanjian kinerja."),
        ),
        (
            "Akuntabilitas Kinerja",
            grid + k.say(OMBUDSMAN) + k.part("3.2 Realisasi Anggaran Sarana Prasarana dan Kegiatan", money),
        ),
        ("Penutup", k.say("Kinerja akan ditingkatkan.")),
    )
    preface = k.part(
        ("IKHTISAR EKSEKUTIF", "KATA PENGANTAR")[at],
        "Laporan kinerja disusun sesuai Perpres Nomor 29 Tahun"
        f" 2014. {scene.office.name} mencapai sasaran strategisnya.",
    )
    return k.paper(
        scene, k.cover(scene, name, f"Tahun {scene.year}"), preface, body, k.signed(scene), title="LKjIP"
    ), told


def indicators(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Indicators of public service: a table with formula, cards one by one, a list."""
    told = head_of(scene)
    found = (
        ("Nilai survei kepuasan masyarakat", "Jumlah nilai unsur x 25", "86"),
        ("Persentase pengaduan selesai tepat waktu", "Selesai / masuk x 100", "95 %"),
        ("Persentase layanan sesuai standar pelayanan", "Layanan sesuai / seluruh layanan x 100", "100 %"),
    )
    if at == 0:
        rows = [(n, *row) for n, row in enumerate(found, 1)]
        grid = k.table(("No", "Indikator Kinerja", "Formula", "Target"), rows, (1, 6, 6, 2))
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Rancangan Indikator Kinerja Pelayanan Publik", f"Tahun {scene.year}"),
            grid,
            k.signed(scene),
            title="Indikator",
        ), told
    if at == 1:
        cards = [
            k.fields(("Indikator kinerja", name), ("Cara menghitung", how), ("Target", aim), ("Sumber data", "Bidang"))
            for name, how, aim in found
        ]
        return k.paper(
            scene,
            k.title("Indikator Kinerja Utama (IKU)", "Bidang Pelayanan Publik", f"{scene.office.full} {scene.year}"),
            *cards,
            k.signed(scene),
            title="IKU",
        ), told
    texts = [f"{name} dengan target {aim}." for name, _, aim in found]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Usulan Ukuran Keberhasilan Layanan", f"Tahun {scene.year}"),
        k.say("Indikator kinerja pelayanan yang diusulkan:"),
        k.listed(*texts),
        k.signed(scene),
        title="Indikator",
    ), told


def terms(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Terms of reference of an activity: KAK with letters, TOR in questions, a plan of activity."""
    told, money = head_of(scene), budget_of(scene)[3][2]
    what = scene.chance.choice(
        (
            "Peninjauan Ulang Standar Pelayanan",
            "Penyusunan Standar Pelayanan Publik",
            "Peningkatan Kualitas Pelayanan Publik",
        )
    )
    plan = k.table(
        ("No", "Tahap", "Bulan"),
        [(1, "Persiapan", "Februari"), (2, "Pelaksanaan", "Maret-April"), (3, "Pelaporan", "Mei")],
        (1, 8, 4),
    )
    if at == 0:
        parts = (
            k.part(
                "A. Latar Belakang", f"Standar pelayanan perlu ditinjau agar sesuai harapan masyarakat. {OMBUDSMAN}"
            ),
            k.part("B. Maksud dan Tujuan", f"Terlaksananya {what.lower()}."),
            k.part("C. Sasaran", "Seluruh produk layanan."),
            k.part("D. Jadwal", plan),
            k.part("E. Biaya", f"Rp{k.rupiah(money)} dibebankan pada APBD."),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Kerangka Acuan Kerja (KAK)", what, f"Tahun {scene.year}"),
            *parts,
            k.signed(scene),
            title="KAK",
        ), told
    if at == 1:
        pairs = (
            ("Kegiatan", what),
            ("Mengapa", "Standar pelayanan belum ditinjau dua tahun terakhir."),
            ("Siapa", "Tim pelayanan dan masyarakat"),
            ("Di mana", scene.office.name),
            ("Anggaran", f"Rp{k.rupiah(money)}"),
        )
        return k.paper(
            scene,
            k.title("Term of Reference (TOR)", what, scene.office.full, str(scene.year)),
            k.fields(*pairs),
            plan,
            k.signed(scene),
            title="TOR",
        ), told
    text = (
        f"Rencana kegiatan {what.lower()} dilaksanakan {scene.office.name} pada tahun"
        f" {scene.year} dengan biaya Rp{k.rupiah(money)} untuk memperbaiki standar pelayanan."
    )
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Rencana Kegiatan", what),
        k.say(text, "Keluaran: naskah standar pelayanan yang ditetapkan."),
        plan,
        k.signed(scene, upper=True),
        title="Rencana",
    ), told


def integration(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Joining the office's complaint channel with SP4N-LAPOR!: a plan, a trial report, a road map."""
    told = head_of(scene)
    steps = [
        (1, "Inventarisasi kanal pengaduan internal", "Maret"),
        (2, "Uji coba integrasi antarmuka", "Mei"),
        (3, "Peluncuran", "Juli"),
    ]
    grid = k.table(("No", "Tahapan", "Waktu"), steps, (1, 9, 3))
    if at == 0:
        parts = (
            k.part("I. Latar belakang", "Kanal pengaduan internal belum terintegrasi dengan SP4N-LAPOR!."),
            k.part("II. Tahapan", grid),
            k.part("III. Penanggung jawab", scene.office.staff[1].name),
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Rencana Integrasi Kanal Pengaduan", "dengan SP4N-LAPOR!", f"Tahun {scene.year}"),
            *parts,
            k.signed(scene),
            title="Integrasi",
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Uji coba integrasi dilaksanakan bersama dinas yang membidangi informatika.")),
            ("Hasil Uji Coba", k.say("Dari 20 laporan percobaan, 19 masuk ke akun admin.") + grid),
            ("Kesimpulan", k.say("Integrasi dapat dilanjutkan.")),
        )
        return k.paper(
            scene,
            k.cover(scene, "Laporan Uji Coba Integrasi", "Aplikasi Pengaduan dengan SP4N-LAPOR!"),
            body,
            k.signed(scene),
            title="Uji coba",
        ), told
    texts = [f"{what}: bulan {month} {scene.year}." for _, what, month in steps]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Peta Jalan Pengintegrasian Sarana Pengaduan", "ke SP4N-LAPOR!"),
        k.listed(*texts),
        k.say("Sarana yang diintegrasikan: laman, WhatsApp dan kotak saran."),
        k.signed(scene),
        title="Peta jalan",
    ), told


LAYOUTS: dict[str, k.Three] = {
    "perjanjian_kinerja": k.three("perjanjian_kinerja", agreement),
    "lkjip": k.three("lkjip", accountability),
    "indikator_kinerja": k.three("indikator_kinerja", indicators),
    "tor_kegiatan": k.three("tor_kegiatan", terms),
    "rencana_integrasi": k.three("rencana_integrasi", integration),
}
