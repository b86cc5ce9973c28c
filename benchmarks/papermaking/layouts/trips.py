"""Routing slips and papers of official trips."""

from __future__ import annotations

from .. import blocks as b
from ..office import Person, day
from ..scene import Layout, Scene, Truth
from .parts import Drawn, chief, earlier, entry, heads, number, printed, some, spelled, stranger, triple, wrapped
from .writing import known, more

NOTES = ("Tindak lanjuti sesuai ketentuan", "Pelajari dan laporkan", "Hadiri dan laporkan hasilnya", "Arsipkan")
CITIES = ("Kota Lembayung", "Kabupaten Jingga Raya", "Kota Nirwana")


def _incoming(scene: Scene) -> tuple[tuple[str, str], ...]:
    sent = earlier(scene.date, scene.chance.randint(2, 6))
    return (
        (
            "Surat dari",
            scene.chance.choice(("Bagian Organisasi Setda", "Inspektorat Daerah", "Ombudsman RI Perwakilan")),
        ),
        ("Nomor surat", f"000.8/{scene.chance.randint(10, 300)}/Org"),
        ("Tanggal surat", day(sent)),
        ("Diterima tanggal", day(scene.date)),
        ("Nomor agenda", f"{scene.chance.randint(10, 400):03d}"),
        ("Perihal", "Permintaan data dukung penilaian pelayanan publik"),
    )


def _slip(scene: Scene) -> Truth:
    return Truth("", scene.date, "", "", scene.office.full, (entry("signatory", scene.office.head),))


def _slip_box(scene: Scene) -> Drawn:
    people = tuple(one.post for one in some(scene, 4))
    targets = tuple(("[  ] " + post, "[  ] " + note) for post, note in zip(people, NOTES, strict=False))
    blocks = (
        b.Kop(scene.office),
        b.Title(("LEMBAR DISPOSISI",), 15),
        b.Fields(_incoming(scene)),
        b.Grid((("Diteruskan kepada Sdr.", "Dengan hormat harap"), *targets), (1, 1), size=10),
        b.Text(f"Catatan: {scene.chance.choice(NOTES)}."),
        b.Sign(wrapped(f"{chief(scene.office)},"), scene.office.head, True),
    )
    return printed(scene, blocks), _slip(scene)


def _slip_grid(scene: Scene) -> Drawn:
    pairs = _incoming(scene)
    rows = tuple((f"{a[0]} : {a[1]}", f"{c[0]} : {c[1]}") for a, c in zip(pairs[:3], pairs[3:], strict=True))
    who = some(scene, 1)[0]
    note = f"Yth. {who.post}\n\n{scene.chance.choice(NOTES)}.\n\n{scene.office.head.name}\n{day(scene.date)}"
    blocks = (
        b.Title(("KARTU DISPOSISI SURAT MASUK", scene.office.full.upper()), 13),
        b.Grid(rows, (1, 1), head=0, size=10.5),
        b.Grid((("ISI DISPOSISI", "PARAF"), (note, "\n\n\n\n\n")), (3, 1), size=12),
    )
    return printed(scene, blocks, size="a4"), _slip(scene)


def _slip_app(scene: Scene) -> Drawn:
    rows = tuple(
        (day(scene.date), "09.14", scene.office.head.name, one.name, note)
        for one, note in zip(some(scene, 3), NOTES, strict=False)
    )
    blocks = (
        b.Text("Aplikasi Persuratan Daerah | Riwayat Disposisi", "l", size=9),
        b.Title((f"Disposisi Elektronik {scene.office.full}",), 12),
        b.Grid(_incoming(scene), (2, 6), head=0, size=10),
        b.Grid((("Tanggal", "Jam", "Dari", "Kepada", "Instruksi"), *rows), (3, 1.5, 5, 5, 5), size=9),
    )
    return printed(scene, blocks, font="Helvetica", landscape=True), _slip(scene)


# --- trips ---


def _trip_form(scene: Scene) -> Drawn:
    value, (one,) = number(scene, "code"), some(scene, 1)
    length = scene.chance.randint(2, 4)
    leave, back = earlier(scene.date, -2), earlier(scene.date, -1 - length)
    rows = (
        ("1", "Pejabat yang memberi perintah", chief(scene.office)),
        ("2", "Nama/NIP pegawai yang diperintah", f"{one.name}\n{one.spaced}"),
        ("3", "a. Pangkat dan golongan\nb. Jabatan", f"a. {one.rank} ({one.grade})\nb. {one.post}"),
        ("4", "Maksud perjalanan dinas", "Konsultasi pengelolaan pelayanan publik"),
        ("5", "Alat angkutan", "Kendaraan dinas"),
        ("6", "a. Tempat berangkat\nb. Tempat tujuan", f"a. {scene.office.place}\nb. {scene.chance.choice(CITIES)}"),
        (
            "7",
            "a. Lama perjalanan\nb. Tanggal berangkat\nc. Tanggal kembali",
            f"a. {length} ({spelled(length)}) hari\nb. {day(leave)}\nc. {day(back)}",
        ),
        ("8", "Pembebanan anggaran", f"DPA {scene.office.full}"),
    )
    blocks = (
        b.Kop(scene.office),
        b.Fields((("Lembar ke", "1"), ("Kode No.", "094"), ("Nomor", value)), label=25),
        b.Title(("SURAT PERJALANAN DINAS (SPD)",), 14),
        b.Grid(rows, (1, 6, 8), head=0, size=10),
        *heads(scene, "ink", opening=(f"Dikeluarkan di {scene.office.place}", f"Tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks), more(known(scene, value), (entry("listed", one),))


def _trip_report(scene: Scene) -> Drawn:
    team = some(scene, 3)
    left = earlier(scene.date, 4)
    rows = tuple((f"{at}.", f"{one.name} / NIP. {one.spaced}") for at, one in enumerate(team, 1))
    parts = (
        ("I. Dasar", f"Surat tugas Nomor 094/{scene.chance.randint(10, 300)} tanggal {day(earlier(scene.date, 6))}."),
        ("II. Waktu dan tempat", f"{day(left)}, {scene.chance.choice(CITIES)}."),
        (
            "III. Hasil",
            "Pengelolaan pengaduan dilakukan melalui satu pintu; register diisi setiap hari; survei dilakukan daring.",
        ),
        ("IV. Kesimpulan dan saran", "Praktik tersebut dapat diterapkan setelah penyesuaian anggaran."),
    )
    body = tuple(block for name, text in parts for block in (b.Text(name, "l", True), b.Text(text)))
    signs = b.Sign((f"{scene.office.place}, {day(scene.date)}", "Pelapor,"), team[0], True)
    blocks: tuple[b.Block, ...] = (
        b.Title(("LAPORAN HASIL PERJALANAN DINAS", scene.office.full.upper()), 13),
        b.Clause("Pelaksana", rows),
        *body,
        signs,
    )
    people = (entry("signatory", team[0]), *(entry("listed", one) for one in team[1:]))
    return printed(scene, blocks), Truth("", scene.date, "", "", scene.office.full, people)


def _trip_costs(scene: Scene) -> Drawn:
    one: Person = some(scene, 1)[0]
    value = number(scene, "roman")
    daily = scene.chance.choice((370, 430, 480))
    rows = (
        ("1", "Uang harian", f"3 hari x Rp{daily}.000", f"Rp{daily * 3 / 1000:.3f}.000"),
        ("2", "Transportasi", "pulang pergi", "Rp600.000"),
        ("3", "Penginapan", "2 malam x Rp550.000", "Rp1.100.000"),
    )
    visits = (
        ("Tiba di", scene.chance.choice(CITIES), day(earlier(scene.date, 3))),
        ("Berangkat dari", "tempat tujuan", day(earlier(scene.date, 1))),
    )
    blocks = (
        b.Title(("RINCIAN BIAYA PERJALANAN DINAS",), 13),
        b.Fields(
            (("Lampiran SPD nomor", value), ("Tanggal", day(scene.date)), ("Perangkat daerah", scene.office.full))
        ),
        b.Grid((("No", "Perincian biaya", "Keterangan", "Jumlah"), *rows), (1, 6, 6, 4), size=10),
        b.Grid((("Visum", "Tempat", "Tanggal"), *visits), (3, 6, 4), size=10),
        b.Signs(
            (b.Sign(("Bendahara,",), None, mark="ttd", name=stranger(scene)), b.Sign(("Yang menerima,",), one, True))
        ),
    )
    return printed(scene, blocks, size="a4"), Truth(
        value, scene.date, "", "", scene.office.full, (entry("signatory", one),)
    )


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "disposisi": triple("disposisi", ("box", _slip_box), ("card", _slip_grid), ("app", _slip_app)),
    "perjalanan_dinas": triple(
        "perjalanan_dinas", ("form", _trip_form), ("report", _trip_report), ("costs", _trip_costs)
    ),
}
