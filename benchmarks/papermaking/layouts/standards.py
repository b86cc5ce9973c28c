"""Papers that hang on the wall: standards, pledge, vision, products, prices, structure."""

from __future__ import annotations

from .. import blocks as b
from ..office import Person, day
from ..scene import Layout, Scene, Truth
from ..sheet import Cell, Sheet
from .matters_service import services, tariffs
from .parts import (
    Drawn,
    chief,
    deputy,
    entry,
    filled,
    heads,
    number,
    printed,
    products,
    ruler,
    signed,
    triple,
    wrapped,
)
from .tables import entries, grid, prose

ALIAS = {
    "Persyaratan": "Persyaratan Pelayanan",
    "Sistem, mekanisme, dan prosedur": "Prosedur",
    "Jangka waktu penyelesaian": "Waktu Pelayanan",
    "Biaya/tarif": "Biaya Pelayanan",
    "Produk pelayanan": "Produk Layanan",
    "Penanganan pengaduan, saran, dan masukan": "Pengelolaan Pengaduan, Saran dan Masukan",
    "Sarana, prasarana, dan/atau fasilitas": "Sarana dan Prasarana",
    "Kompetensi pelaksana": "Kompetensi Petugas",
    "Jaminan keamanan dan keselamatan pelayanan": "Jaminan Keamanan dan Keselamatan",
    "Evaluasi kinerja pelaksana": "Evaluasi Kinerja",
}
DELIVERY = ("Persyaratan", "Sistem", "Jangka", "Biaya", "Produk", "Penanganan")


def truth(scene: Scene, value: str = "", dated: bool = True, year: bool = False, who: Person | None = None) -> Truth:
    """Return the truth of a paper of the office that its head (or `who`) signs."""
    people = (entry("signatory", who or scene.office.head),) if dated else ()
    told = str(scene.year) if year else ""
    return Truth(value, scene.date if dated else "", told, "", scene.office.full, people)


# --- standards of service ---


def _standard_tables(scene: Scene) -> Drawn:
    blocks: list[b.Block] = [b.Kop(scene.office), b.Title(("STANDAR PELAYANAN", scene.office.full.upper()), 14)]
    for at, product in enumerate(products(scene), 1):
        rows = tuple((str(row), name, text) for row, (name, text) in enumerate(product.components, 1))
        blocks.append(b.Text(f"{at}. Jenis Pelayanan : {product.name}", "l", True))
        blocks.append(b.Grid((("NO", "KOMPONEN", "URAIAN"), *rows), (1, 5, 13), size=9))
    return printed(scene, (*blocks, *heads(scene, "ink"))), truth(scene)


def _standard_prose(scene: Scene) -> Drawn:
    value = number(scene, "kept")
    lines: list[b.Block] = [
        b.Text(filled("LAMPIRAN KEPUTUSAN {chief}\nNOMOR : ", scene).upper() + value, "l", size=9, indent=80),
        b.Text(f"TANGGAL : {day(scene.date)}", "l", size=9, indent=80),
        b.Title(("STANDAR PELAYANAN PUBLIK", f"DI LINGKUNGAN {scene.office.full.upper()}"), 13),
    ]
    for product in products(scene):
        lines.append(b.Title((f"STANDAR PELAYANAN {product.name.upper()}",), 11))
        halves = [
            ("A. PROSES PENYAMPAIAN PELAYANAN (SERVICE DELIVERY)", True),
            ("B. PENGELOLAAN PELAYANAN (MANUFACTURING)", False),
        ]
        for heading, given in halves:
            lines.append(b.Text(heading, "l", True))
            parts = [one for one in product.components if one[0].startswith(DELIVERY) == given]
            for at, (name, text) in enumerate(parts, 1):
                lines += [b.Text(f"{at}. {name}", "l", True, 4), b.Text(text, indent=9)]
    return printed(scene, (*lines, *heads(scene, "ttd"))), truth(scene, value)


def _standard_matrix(scene: Scene) -> Drawn:
    chosen = products(scene)[:3]
    names = [name for name, _ in chosen[0].components]
    names = [*names[6:], *names[:6]]
    rows = tuple((ALIAS.get(name, name), *(dict(one.components).get(name, "-") for one in chosen)) for name in names)
    head = ("Komponen Standar Pelayanan", *(one.name for one in chosen))
    year = scene.year
    blocks = (
        b.Title(
            (f"MATRIKS STANDAR PELAYANAN TAHUN {year}", scene.office.name.upper(), scene.office.region.upper()), 13
        ),
        b.Grid((head, *rows), (4, *((8,) * len(chosen))), size=8),
        *heads(scene, "tte", upper=False),
    )
    return printed(scene, blocks, "tte", "Helvetica", landscape=True), truth(scene, year=True)


# --- pledge ---


def _pledge_poster(scene: Scene) -> Drawn:
    words = (
        "“DENGAN INI KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN,"
        " MEMBERIKAN PELAYANAN SESUAI KEWAJIBAN DAN MELAKUKAN PERBAIKAN SECARA TERUS-MENERUS, SERTA BERSEDIA MENERIMA"
        " SANKSI DAN/ATAU MEMBERIKAN KOMPENSASI APABILA PELAYANAN YANG DIBERIKAN TIDAK SESUAI STANDAR”"
    )
    blocks = (
        b.Kop(scene.office),
        b.Gap(14),
        b.Title(("MAKLUMAT PELAYANAN",), 26),
        b.Gap(8),
        b.Text(words, "c", True, size=15),
        b.Gap(10),
        *heads(scene, "ink"),
    )
    return printed(scene, blocks, font="Times", border=True), truth(scene)


def _pledge_numbered(scene: Scene) -> Drawn:
    value = number(scene, "new")
    promises = (
        "Sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan.",
        "Memberikan pelayanan sesuai dengan kewajiban dan akan melakukan perbaikan secara terus menerus.",
        "Bersedia menerima sanksi sesuai peraturan perundang-undangan dan memberikan kompensasi apabila pelayanan yang"
        " diberikan tidak sesuai standar.",
    )
    blocks = (
        b.Crown((f"PEMERINTAH {scene.office.region.upper()}", scene.office.name.upper())),
        b.Title(("MAKLUMAT PELAYANAN", f"NOMOR : {value}"), 16),
        b.Text("Kami, pimpinan dan seluruh pegawai, dengan ini menyatakan:", "l", size=13),
        *(b.Text(f"{at}. {text}", "j", size=13, indent=5) for at, text in enumerate(promises, 1)),
        b.Gap(6),
        *heads(scene, "ttd", upper=False, opening=(f"{scene.office.place}, {day(scene.date)}",)),
    )
    return printed(scene, blocks), truth(scene, value)


def _pledge_decree(scene: Scene) -> Drawn:
    value, who = number(scene, "tail"), deputy(scene)
    text = filled(
        "Kami {name} BERJANJI: (1) mampu melaksanakan pelayanan menurut standar pelayanan; (2) menjalankan tugas dan"
        " memperbaiki layanan tanpa henti; (3) siap dikenai sanksi serta memberi ganti layanan (kompensasi) bila janji"
        " ini dilanggar.",
        scene,
    )
    before = (f"{scene.office.place}, {day(scene.date)}", *wrapped(f"Plt. {chief(scene.office)},"))
    witness = b.Sign(("Mengetahui,", f"{ruler(scene.office)},"), None, mark="ttd", name=scene.office.ruler_name)
    blocks = (
        b.Text(
            f"Lampiran Keputusan {chief(scene.office)} {scene.office.region}\nNomor : {value}", "l", size=9, indent=80
        ),
        b.Title(("PENETAPAN", "MAKLUMAT PELAYANAN", scene.office.full.upper()), 15),
        b.Boxed(text),
        b.Text("Maklumat ini dipasang pada ruang pelayanan dan diumumkan melalui laman resmi serta media sosial.", "c"),
        b.Signs((witness, b.Sign(before, who, True, scene.office.stamp))),
    )
    return printed(scene, blocks, font="Helvetica"), truth(scene, value, who=who)


# --- vision, mission, motto ---

VISIONS = (
    "Terwujudnya pelayanan yang mudah, cepat dan berkeadilan bagi seluruh warga",
    "Masyarakat yang mandiri dan sejahtera melalui pelayanan prima",
    "Pelayanan unggul menuju daerah yang maju, rukun dan berdaya saing",
)
MISSIONS = (
    "Meningkatkan mutu sumber daya manusia pelayanan",
    "Menyederhanakan prosedur dan memanfaatkan teknologi informasi",
    "Membuka ruang partisipasi dan pengaduan masyarakat",
    "Memperkuat akuntabilitas kinerja dan pengawasan",
)
MOTTOS = ("Melayani dengan Hati", "Mudah, Ramah, Tuntas", "Senyummu Semangat Kami", "Cepat Tepat Bersahabat")


def _vision_wall(scene: Scene) -> Drawn:
    chance = scene.chance
    blocks: tuple[b.Block, ...] = (
        b.Kop(scene.office),
        b.Title(("VISI",), 20),
        b.Text(f"“{chance.choice(VISIONS)}”", "c", size=14),
        b.Title(("MISI",), 20),
        *(b.Text(f"{at}. {text};", "l", size=13, indent=15) for at, text in enumerate(chance.sample(MISSIONS, 3), 1)),
        b.Title(("MOTO PELAYANAN",), 20),
        b.Text(f"“{chance.choice(MOTTOS)}”", "c", True, size=15),
    )
    return printed(scene, blocks, border=True), truth(scene, dated=False)


def _vision_decree(scene: Scene) -> Drawn:
    value, chance = number(scene, "old"), scene.chance
    post = chief(scene.office).upper()
    why = f"bahwa visi, misi dan moto {scene.office.name} perlu ditetapkan sebagai pedoman seluruh pegawai;"
    parts = (
        ("KESATU", f"Visi: {chance.choice(VISIONS)}."),
        ("KEDUA", "Misi: " + "; ".join(f"{at}) {text}" for at, text in enumerate(MISSIONS, 1)) + "."),
        ("KETIGA", f"Moto pelayanan: {chance.choice(MOTTOS)}."),
        ("KEEMPAT", "Keputusan ini berlaku sejak tanggal ditetapkan."),
    )
    blocks = (
        b.Kop(scene.office),
        b.Title(
            (f"KEPUTUSAN {post}", f"NOMOR : {value}", "TENTANG", "VISI, MISI DAN MOTO PELAYANAN", f"{post},"), 11.5
        ),
        b.Clause("Menimbang", (("a.", why),)),
        b.Clause("Mengingat", (("1.", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"),)),
        b.Title(("MEMUTUSKAN :",)),
        *(b.Clause(word, (("", text),)) for word, text in parts),
        *heads(scene, "ttd", opening=(f"Ditetapkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks), truth(scene, value)


def _vision_table(scene: Scene) -> Drawn:
    chance = scene.chance
    rows = (
        ("Visi Perangkat Daerah", chance.choice(VISIONS)),
        ("Misi", "\n".join(f"{chr(97 + at)}. {text}" for at, text in enumerate(MISSIONS))),
        ("Motto", chance.choice(MOTTOS)),
        ("Janji layanan", "Kami hadir tepat waktu, menjawab dengan jelas dan tidak menerima imbalan"),
        ("Nilai", "BerAKHLAK: Berorientasi Pelayanan, Akuntabel, Kompeten, Harmonis, Loyal, Adaptif, Kolaboratif"),
    )
    years = f"TAHUN {scene.year - 1}-{scene.year + 3}"
    blocks = (
        b.Title(
            ("PROFIL PELAYANAN", f"{scene.office.full.upper()}", f"VISI, MISI, MOTTO DAN JANJI LAYANAN {years}"), 13
        ),
        b.Grid(rows, (3, 10), head=0, size=11),
        *heads(scene, "ttd", upper=False),
    )
    return printed(scene, blocks, font="Vera", size="a4"), truth(scene)


# --- products, prices ---


def _products_list(scene: Scene) -> Drawn:
    year = scene.year
    blocks = (
        b.Kop(scene.office),
        b.Title((f"DAFTAR JENIS PELAYANAN TAHUN {year}",), 13),
        *grid(services(scene)),
        *heads(scene, "ink"),
    )
    return printed(scene, blocks), truth(scene, year=True)


def _products_prose(scene: Scene) -> Drawn:
    value = number(scene, "code")
    lines = tuple(
        b.Text(
            f"{at}. {one.name}, menghasilkan {dict(one.components)['Produk pelayanan'].rstrip('.').lower()};", indent=5
        )
        for at, one in enumerate(products(scene), 1)
    )
    blocks = (
        b.Kop(scene.office),
        b.Title(("PENGUMUMAN", f"NOMOR : {value}", "TENTANG", "PRODUK LAYANAN"), 12),
        b.Text(filled("Diberitahukan kepada masyarakat bahwa produk layanan {office} meliputi:", scene)),
        *lines,
        b.Text("Seluruh produk layanan diberikan tanpa perantara. Waspadai pihak yang mengatasnamakan petugas."),
        *heads(scene, "ttd", opening=(f"Dikeluarkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks), truth(scene, value)


def _products_sheet(scene: Scene) -> Drawn:
    table = services(scene)
    rows: tuple[tuple[Cell, ...], ...] = tuple((at, *row) for at, row in enumerate(table.rows, 1))
    head = ("NO", "NAMA LAYANAN", "WAKTU", "BIAYA", "HASIL LAYANAN")
    office = scene.office
    title = ("KATALOG PRODUK LAYANAN", office.full.upper(), f"TAHUN {scene.year}")
    sign = (
        f"{office.place}, {day(scene.date)}",
        f"{chief(office)},",
        "",
        office.head.name,
        f"NIP. {office.head.spaced}",
    )
    return (Sheet("Produk", title, (head,), rows, (6, 44, 26, 22, 40), sign=sign),), truth(scene, year=True)


def _prices_list(scene: Scene) -> Drawn:
    blocks = (b.Kop(scene.office), *grid(tariffs(scene), numbers=True), *heads(scene, "ink"))
    return printed(scene, blocks), truth(scene)


def _prices_notice(scene: Scene) -> Drawn:
    blocks = (
        b.Title(("INFORMASI BIAYA PELAYANAN", scene.office.full.upper()), 18),
        *prose(tariffs(scene)),
        b.Boxed("STOP PUNGUTAN LIAR! Laporkan apabila petugas meminta biaya di luar daftar ini."),
        b.Text(f"Berlaku sejak {day(scene.date)}", "c"),
    )
    return printed(scene, blocks, font="Helvetica", border=True), Truth("", scene.date, "", "", scene.office.full)


def _prices_forms(scene: Scene) -> Drawn:
    value = number(scene, "letter")
    blocks = (
        b.Text(
            f"Lampiran Pengumuman {chief(scene.office)}\nNomor {value}\nTanggal {day(scene.date)}",
            "l",
            size=9,
            indent=90,
        ),
        b.Title(("BIAYA/TARIF LAYANAN", f"{scene.office.full.upper()} TAHUN {scene.year}"), 13),
        *entries(tariffs(scene)),
        *heads(scene, "tte"),
    )
    return printed(scene, blocks, "tte"), truth(scene, value, year=True)


# --- structure ---


def _units(scene: Scene) -> tuple[Person, ...]:
    found = [one for one in scene.office.staff if one.post.startswith(("Kepala", "Sekretaris", "Camat", "Lurah"))]
    return tuple(found[:8]) or scene.office.staff[:5]


def _structure_chart(scene: Scene) -> Drawn:
    steps = tuple(one.post for one in _units(scene)[:6])
    rows = tuple((one.post, one.name) for one in _units(scene)[:6])
    blocks = (
        b.Kop(scene.office),
        b.Title(("STRUKTUR ORGANISASI", scene.office.full.upper()), 14),
        b.Flow(steps),
        b.Grid((("JABATAN", "NAMA PEJABAT"), *rows), (1, 1)),
        *heads(scene, "ink"),
    )
    people = tuple(entry("listed", one) for one in _units(scene)[:6])
    known = truth(scene)
    return printed(scene, blocks, font="Helvetica"), Truth(
        "", known.date, "", "", known.office, (*known.people, *people)
    )


def _structure_annex(scene: Scene) -> Drawn:
    value = number(scene, "year", 60)
    lines = "\n".join(f"{chr(97 + at)}. {one.post};" for at, one in enumerate(_units(scene)))
    office = scene.office
    head = (
        ("LAMPIRAN", f"PERATURAN {ruler(office)}".upper()),
        ("NOMOR", value),
        ("TENTANG", f"SUSUNAN ORGANISASI {office.full}"),
    )
    blocks = (
        b.Fields(head, 9, 25),
        b.Title(("BAGAN SUSUNAN ORGANISASI", office.full.upper()), 13),
        b.Text("Susunan organisasi terdiri atas:", "l"),
        b.Text(lines, "l", indent=8),
        b.Flow(tuple(one.post for one in _units(scene)[:5])),
        *signed(
            scene, (f"{office.place}, {day(scene.date)}", f"{ruler(office).upper()},"), office.ruler_name.upper(), "ttd"
        ),
    )
    people = (("signatory", office.ruler_name.upper(), ""),)
    return printed(scene, blocks), Truth(value, scene.date, "", "", ruler(office), people)


def _structure_table(scene: Scene) -> Drawn:
    rows = tuple((str(at), one.post, f"{one.name}\n{one.spaced}", one.unit) for at, one in enumerate(_units(scene), 1))
    title = ("SUSUNAN PEJABAT DAN BAGAN ORGANISASI", scene.office.full.upper(), f"KEADAAN TAHUN {scene.year}")
    blocks = (
        b.Title(title, 13),
        b.Grid((("No", "Kotak jabatan", "Pejabat", "Unit atasan"), *rows), (1, 6, 6, 5), size=10),
        b.Text(f"Diperbarui {day(scene.date)}", "r", size=9),
    )
    people = tuple(entry("listed", one) for one in _units(scene))
    return printed(scene, blocks, landscape=True), Truth("", scene.date, str(scene.year), "", scene.office.full, people)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "standar_pelayanan": triple(
        "standar_pelayanan", ("tables", _standard_tables), ("prose", _standard_prose), ("matrix", _standard_matrix)
    ),
    "maklumat": triple(
        "maklumat", ("poster", _pledge_poster), ("numbered", _pledge_numbered), ("annex", _pledge_decree)
    ),
    "visi_misi_moto": triple(
        "visi_misi_moto", ("wall", _vision_wall), ("decree", _vision_decree), ("profile", _vision_table)
    ),
    "daftar_produk_layanan": triple(
        "daftar_produk_layanan", ("table", _products_list), ("notice", _products_prose), ("sheet", _products_sheet)
    ),
    "daftar_harga": triple(
        "daftar_harga", ("table", _prices_list), ("notice", _prices_notice), ("forms", _prices_forms)
    ),
    "struktur_organisasi": triple(
        "struktur_organisasi", ("chart", _structure_chart), ("annex", _structure_annex), ("table", _structure_table)
    ),
}
