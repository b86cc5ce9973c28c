"""Minutes and berita acara."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Layout, Scene, Truth
from .parts import Drawn, chief, entry, filled, in_words, number, printed, some, stranger, triple, weekday, wrapped

TOPICS = (
    (
        "Peninjauan Standar Pelayanan",
        ("waktu penyelesaian dipersingkat", "persyaratan fotokopi dihapus", "loket prioritas ditambah"),
    ),
    (
        "Evaluasi Pengelolaan Pengaduan",
        ("register diisi setiap hari", "jawaban paling lambat lima hari", "laporan disusun triwulanan"),
    ),
    (
        "Tindak Lanjut Survei Kepuasan Masyarakat",
        ("kursi tunggu ditambah", "petugas dibina", "hasil survei dipublikasikan"),
    ),
)
GROUPS = ("Tokoh masyarakat", "Akademisi", "Organisasi kemasyarakatan", "Media massa", "Pengguna layanan")


def _truth(scene: Scene, value: str, people: tuple[tuple[str, str, str], ...], year: bool = False) -> Truth:
    return Truth(value, scene.date, str(scene.year) if year else "", "", scene.office.full, people)


# --- berita acara ---


def _record_forum(scene: Scene) -> Drawn:
    value, (topic, results) = number(scene, "minutes"), TOPICS[0]
    head = scene.office.head
    guests = tuple(scene.chance.sample(("Lintangsari", "Gunaratna", "Astiningtyas", "Wirayuda", "Baruna"), 4))
    rows = tuple((str(at), name, group, "") for at, (name, group) in enumerate(zip(guests, GROUPS, strict=False), 1))
    blocks: tuple[b.Block, ...] = (
        b.Kop(scene.office),
        b.Title(("BERITA ACARA", "FORUM KONSULTASI PUBLIK", topic.upper()), 12),
        b.Text(f"Nomor : {value}", "c"),
        b.Text(
            f"Pada hari ini {in_words(scene.date)} ({day(scene.date)}) bertempat di aula {scene.office.full}, kami yang"
            " bertanda tangan di bawah ini telah melaksanakan forum konsultasi publik dengan kesepakatan:"
        ),
        *(b.Text(f"{at}. {text};", indent=6) for at, text in enumerate(results, 1)),
        b.Text("Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."),
        b.Grid((("No", "Nama", "Unsur", "Tanda tangan"), *rows), (1, 5, 5, 4), size=10),
        b.Sign(wrapped(f"{chief(scene.office)},"), head, True, scene.office.stamp),
    )
    people = (entry("signatory", head), *(("participant", name, "") for name in guests))
    return printed(scene, blocks), _truth(scene, value, people)


def _record_parties(scene: Scene) -> Drawn:
    value = number(scene, "code")
    one, two = some(scene, 2)
    items = (("Komputer", "3 unit"), ("Mesin antrean", "1 unit"), ("Kursi roda", "2 buah"))
    rows = tuple((str(at), *item, "baik") for at, item in enumerate(items, 1))
    blocks = (
        b.Title(("BERITA ACARA SERAH TERIMA", f"NOMOR : {value}"), 13),
        b.Text(f"Pada hari ini, {weekday(scene.date)}, {day(scene.date)}, kami masing-masing:"),
        b.Fields((("1. Nama", one.name), ("    NIP", one.spaced), ("    Jabatan", f"{one.post} {scene.office.full}"))),
        b.Text("selanjutnya disebut PIHAK PERTAMA;"),
        b.Fields((("2. Nama", two.name), ("    NIP", two.spaced), ("    Jabatan", two.post))),
        b.Text("selanjutnya disebut PIHAK KEDUA. PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA barang sebagai berikut:"),
        b.Grid((("No", "Nama barang", "Jumlah", "Kondisi"), *rows), (1, 7, 4, 4), size=10),
        b.Text("Demikian berita acara ini dibuat rangkap dua."),
        b.Signs((b.Sign(("PIHAK KEDUA,",), two, True), b.Sign(("PIHAK PERTAMA,",), one, True))),
    )
    return printed(scene, blocks), _truth(scene, value, (entry("signatory", one), entry("signatory", two)))


def _record_short(scene: Scene) -> Drawn:
    topic, results = TOPICS[2]
    team = some(scene, 3)
    value = number(scene, "tail")
    pairs = (
        ("Nomor berita acara", value),
        ("Tanggal", day(scene.date)),
        ("Tempat", scene.office.place),
        ("Perangkat daerah", scene.office.full),
        ("Pokok acara", f"{topic} Tahun {scene.year}"),
    )
    rows = tuple((str(at), text, "disepakati") for at, text in enumerate(results, 1))
    signs = b.Signs(
        tuple(
            b.Sign((f"{part},",), one, False, "", "ttd")
            for part, one in zip(("Ketua", "Sekretaris", "Saksi"), team, strict=False)
        )
    )
    blocks = (
        b.Grid(pairs, (2, 5), head=0, size=11),
        b.Title((f"BERITA ACARA {topic.upper()}",), 12),
        b.Grid((("No", "Hasil pengamatan", "Kesepakatan"), *rows), (1, 9, 4), size=10),
        signs,
    )
    return printed(scene, blocks, font="Helvetica"), _truth(
        scene, value, tuple(entry("signatory", one) for one in team), True
    )


# --- minutes ---


def _minutes_form(scene: Scene) -> Drawn:
    topic, results = scene.chance.choice(TOPICS)
    chair, (clerk, *others) = scene.office.head, some(scene, 6)
    pairs = (
        ("Hari/Tanggal", f"{weekday(scene.date)}, {day(scene.date)}"),
        ("Waktu", "09.00 - 11.30 WIB"),
        ("Tempat", f"Ruang rapat {scene.office.full}"),
        ("Acara", f"Rapat {topic}"),
        ("Pimpinan rapat", chair.name),
        ("Notulis", clerk.name),
        ("Peserta", f"{len(others) + 2} orang (daftar hadir terlampir)"),
    )
    blocks: tuple[b.Block, ...] = (
        b.Kop(scene.office),
        b.Title(("NOTULEN RAPAT",), 14),
        b.Fields(pairs),
        b.Text("Pembahasan:", "l", True),
        *(
            b.Text(f"{at}. {one.name} mengusulkan agar {text}.")
            for at, (one, text) in enumerate(zip(others, results, strict=False), 1)
        ),
        b.Text("Kesimpulan:", "l", True),
        b.Text(f"Disepakati {'; '.join(results)}."),
        b.Signs((b.Sign(("Notulis,",), clerk, True), b.Sign(("Pimpinan rapat,",), chair, True, scene.office.stamp))),
    )
    people = (entry("signatory", chair), entry("signatory", clerk), *(entry("participant", one) for one in others[:3]))
    return printed(scene, blocks), _truth(scene, "", people)


def _minutes_table(scene: Scene) -> Drawn:
    topic, results = scene.chance.choice(TOPICS)
    chair, clerk, *others = some(scene, 7)
    value = number(scene, "minutes")
    rows = tuple(
        (str(at), text, one.name, f"{scene.chance.randint(1, 4)} minggu")
        for at, (text, one) in enumerate(zip(results, others, strict=False), 1)
    )
    present = tuple((str(at), one.name, one.post, "hadir") for at, one in enumerate((chair, clerk, *others), 1))
    blocks = (
        b.Title(("NOTULA", f"RAPAT {topic.upper()}", scene.office.full.upper(), f"NOMOR : {value}")),
        b.Text(f"Rapat dibuka pada {weekday(scene.date)}, {day(scene.date)} pukul 13.30 WIB oleh {chair.name}."),
        b.Grid((("No", "Keputusan", "Penanggung jawab", "Batas waktu"), *rows), (1, 8, 6, 3)),
        b.Text("Daftar hadir", "l", True),
        b.Grid((("No", "Nama", "Jabatan", "Keterangan"), *present), (1, 6, 7, 3)),
        b.Sign(("Dicatat oleh,",), clerk, False, "", "ttd"),
    )
    people = (entry("signatory", clerk), *(entry("participant", one) for one in (chair, *others)))
    return printed(scene, blocks, font="Helvetica"), _truth(scene, value, people)


def _minutes_prose(scene: Scene) -> Drawn:
    topic, results = scene.chance.choice(TOPICS)
    clerk, speaker = some(scene, 2)
    text = (
        f"Rapat {topic.lower()} berlangsung {day(scene.date)} di {scene.office.place}, dihadiri unsur Sekretariat"
        f" dan bidang.",
        f"Narasumber {stranger(scene)} menyampaikan paparan. {speaker.name} menanggapi bahwa {results[0]}.",
        f"Peserta sependapat bahwa {results[1]} dan {results[2]}. Rapat ditutup pukul 15.00 WIB.",
    )
    blocks: tuple[b.Block, ...] = (
        b.Crown((f"PEMERINTAH {scene.office.region.upper()}", scene.office.name.upper())),
        b.Title((filled("Risalah / Notulensi Rapat Tahun {year}", scene),), 13),
        *(b.Text(line) for line in text),
        b.Boxed("[Foto dokumentasi rapat]"),
        b.Signs((None, b.Sign((f"{scene.office.place}, {day(scene.date)}", "Notulis,"), clerk, True))),
    )
    people = (entry("signatory", clerk), entry("participant", speaker))
    return printed(scene, blocks, size="a4"), _truth(scene, "", people, True)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "berita_acara": triple(
        "berita_acara", ("forum", _record_forum), ("parties", _record_parties), ("short", _record_short)
    ),
    "notulen": triple("notulen", ("form", _minutes_form), ("table", _minutes_table), ("prose", _minutes_prose)),
}
