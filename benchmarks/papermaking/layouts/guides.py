"""Guides, forms, matrices of time limits, and what is published of the standards."""

from __future__ import annotations

from .. import blocks as b
from ..office import day
from ..scene import Layout, Scene, Truth
from ..sheet import Sheet
from .parts import Drawn, chief, entry, filled, heads, number, printed, products, some, triple

DOTS = "." * 58
LIMITS = (
    ("Pengaduan ringan (informasi)", "2 hari kerja", (1, 2, 1)),
    ("Pengaduan tidak berkadar pengawasan", "14 hari kerja", (6, 9, 12)),
    ("Pengaduan berkadar pengawasan", "60 hari kerja", (25, 31, 44)),
    ("Permintaan klarifikasi SP4N-LAPOR!", "5 hari kerja", (3, 2, 4)),
    ("Aspirasi dan saran", "5 hari kerja", (2, 5, 3)),
)
ASKED = ("Nama lengkap", "NIK", "Tempat/tanggal lahir", "Alamat", "Nomor telepon/WhatsApp", "Pekerjaan", "Keperluan")


def _plain(scene: Scene, value: str = "", year: bool = False) -> Truth:
    people = (entry("signatory", scene.office.head),)
    return Truth(value, scene.date, str(scene.year) if year else "", "", scene.office.full, people)


def _only_office(scene: Scene, year: bool = False) -> Truth:
    return Truth(year=str(scene.year) if year else "", office=scene.office.full)


# --- time limits of complaints ---


def _limits(scene: Scene) -> tuple[tuple[str, str, str, str], ...]:
    found = []
    for name, limit, days in LIMITS:
        taken = scene.chance.choice(days)
        found.append((name, limit, f"{taken} hari kerja", "Sesuai"))
    return tuple(found)


def _matrix_table(scene: Scene) -> Drawn:
    rows = tuple((str(at), *row) for at, row in enumerate(_limits(scene), 1))
    head = ("NO", "JENIS PENGADUAN", "STANDAR WAKTU", "RATA-RATA REALISASI", "KETERANGAN")
    title = ("MATRIKS WAKTU PENYELESAIAN PENGADUAN", scene.office.full.upper(), f"TAHUN {scene.year}")
    blocks = (b.Kop(scene.office), b.Title(title, 12), b.Grid((head, *rows), (1, 7, 4, 4, 3)), *heads(scene, "ink"))
    return printed(scene, blocks), _plain(scene, year=True)


def _matrix_sheet(scene: Scene) -> Drawn:
    office = scene.office
    rows = tuple(
        (at, f"{office.code}-{scene.year}-{at:03d}", name, limit.split()[0], scene.chance.choice(days), "Tepat waktu")
        for at, (name, limit, days) in enumerate(LIMITS * 3, 1)
    )
    head = ("NO", "NOMOR PENGADUAN", "KLASIFIKASI", "BATAS WAKTU (HARI)", "LAMA PENYELESAIAN (HARI)", "STATUS")
    title = ("MATRIKS LAMA PENYELESAIAN PENGADUAN TERHADAP STANDAR", office.full.upper(), f"TAHUN {scene.year}")
    sign = (
        f"{office.place}, {day(scene.date)}",
        f"{chief(office)},",
        "",
        office.head.name,
        f"NIP. {office.head.spaced}",
    )
    return (Sheet("Matriks", title, (head,), rows, (6, 22, 40, 14, 16, 16), sign=sign),), _plain(scene, year=True)


def _matrix_wide(scene: Scene) -> Drawn:
    names = tuple(name for name, _, _ in LIMITS)
    rows = (
        ("Batas menurut standar", *(limit for _, limit, _ in LIMITS)),
        ("Triwulan I", *(f"{days[0]} hari" for _, _, days in LIMITS)),
        ("Triwulan II", *(f"{days[1]} hari" for _, _, days in LIMITS)),
        ("Kesimpulan", *("dalam batas" for _ in LIMITS)),
    )
    value = number(scene, "memo")
    blocks = (
        b.Title(("PERBANDINGAN JANGKA WAKTU PENANGANAN PENGADUAN", scene.office.full.upper()), 13),
        b.Text(f"Lampiran nota dinas Nomor {value} tanggal {day(scene.date)}", "c"),
        b.Grid((("Uraian", *names), *rows), (4, *((4,) * len(names))), size=9),
        b.Text("Keterangan: waktu dihitung sejak pengaduan dinyatakan lengkap sampai jawaban dikirim."),
        *heads(scene, "tte", upper=False),
    )
    return printed(scene, blocks, "tte", landscape=True), _plain(scene, value)


# --- guides ---

LESSONS = (
    ("Membuat akun", "Buka laman layanan, pilih Daftar, isi NIK dan alamat pos-el, lalu buat kata sandi."),
    (
        "Mengajukan permohonan",
        "Pilih jenis layanan, unggah persyaratan dalam bentuk PDF paling besar 2 MB, tekan Kirim.",
    ),
    ("Memantau status", "Masukkan nomor permohonan pada menu Lacak; status berubah paling lambat satu hari kerja."),
    ("Mengunduh hasil", "Produk layanan yang sudah ditandatangani dapat diunduh dari menu Dokumen Saya."),
    ("Menyampaikan keluhan", "Gunakan menu Pengaduan atau SP4N-LAPOR! dan simpan nomor tiketnya."),
)


def _guide_book(scene: Scene) -> Drawn:
    year = scene.year
    contents = tuple((f"BAB {at}", name, str(at + 1)) for at, (name, _) in enumerate(LESSONS, 1))
    blocks: list[b.Block] = [
        b.Gap(40),
        b.Crown((f"PEMERINTAH {scene.office.region.upper()}",)),
        b.Title(("BUKU PANDUAN", "PENGGUNAAN LAYANAN DARING", scene.office.full.upper(), f"TAHUN {year}"), 18),
        b.Page(),
        b.Title(("DAFTAR ISI",)),
        b.Grid(contents, (2, 10, 1), head=0, size=10),
        b.Title(("KATA PENGANTAR",)),
        b.Text("Buku panduan ini disusun untuk memudahkan masyarakat memakai layanan tanpa datang ke kantor."),
        *heads(scene, "ttd"),
        b.Page(),
    ]
    for at, (name, text) in enumerate(LESSONS, 1):
        blocks += [
            b.Title((f"BAB {at}", name.upper()), 12),
            b.Text(text),
            b.Boxed(f"[Gambar {at}. Tampilan menu {name}]"),
        ]
    return printed(scene, tuple(blocks)), _plain(scene, year=True)


def _guide_leaflet(scene: Scene) -> Drawn:
    blocks: tuple[b.Block, ...] = (
        b.Title((f"TATA CARA MEMPEROLEH LAYANAN {scene.office.name.upper()}", scene.office.region.upper()), 15),
        b.Flow(tuple(name for name, _ in LESSONS)),
        *(b.Text(f"{at}. {name}. {text}", size=10) for at, (name, text) in enumerate(LESSONS, 1)),
        b.Text("Ikuti media sosial kami untuk informasi terbaru.", "c", True),
    )
    return printed(scene, blocks, font="Helvetica", size="a4", border=True), _only_office(scene)


def _guide_questions(scene: Scene) -> Drawn:
    pairs = tuple((f"Bagaimana cara {name[0].lower()}{name[1:]}?", text) for name, text in LESSONS)
    value = number(scene, "code")
    blocks: list[b.Block] = [
        b.Kop(scene.office),
        b.Title(("PETUNJUK TEKNIS LAYANAN", "TANYA JAWAB PENGGUNA"), 13),
        b.Fields((("Nomor dokumen", value), ("Tanggal terbit", day(scene.date)), ("Penyusun", some(scene, 1)[0].name))),
    ]
    for question, text in pairs:
        blocks += [b.Text(f"T: {question}", "l", True), b.Text(f"J: {text}", indent=6)]
    return printed(scene, (*blocks, *heads(scene, "ttd", opening=("Disetujui,",)))), _plain(scene, value)


# --- forms ---


def _form_letter(scene: Scene) -> Drawn:
    blocks = (
        b.Text(f"{scene.office.place}, ..........................", "r"),
        b.Fields((("Perihal", "Permohonan Layanan"), ("Lampiran", "........ berkas")), label=25),
        b.Text(filled("Kepada Yth.\n{chief}\n{region}\ndi Tempat", scene), "l"),
        b.Text("Yang bertanda tangan di bawah ini:"),
        b.Fields(tuple((label, DOTS) for label in ASKED)),
        b.Text(
            "dengan ini mengajukan permohonan layanan dan melampirkan persyaratan. Atas perhatian diucapkan terima"
            " kasih."
        ),
        b.Sign(("Hormat saya,",), None, name="(..............................)"),
    )
    return printed(scene, blocks), _only_office(scene)


def _form_boxes(scene: Scene) -> Drawn:
    code = f"F-{scene.chance.randint(1, 4)}.{scene.chance.randint(1, 20):02d}"
    rows = tuple((str(at), label, "") for at, label in enumerate(ASKED, 1))
    needs = tuple((f"[   ] {one.name}",) for one in products(scene))
    blocks = (
        b.Text(f"Kode formulir: {code}", "r", size=9),
        b.Kop(scene.office),
        b.Title(("FORMULIR PERMOHONAN PELAYANAN",), 14),
        b.Grid((("NO", "DATA PEMOHON", "DIISI DENGAN HURUF CETAK"), *rows), (1, 5, 10), size=11),
        b.Grid((("JENIS LAYANAN YANG DIMINTA",), *needs), (1,), size=11),
        b.Signs(
            (
                b.Sign(("Petugas penerima,",), None, name="(....................)"),
                b.Sign(("Pemohon,",), None, name="(....................)"),
            )
        ),
    )
    return printed(scene, blocks, font="Helvetica"), _only_office(scene)


def _form_statement(scene: Scene) -> Drawn:
    blocks: tuple[b.Block, ...] = (
        b.Title(("BLANGKO PERMOHONAN DAN SURAT PERNYATAAN", f"LAYANAN {scene.office.full.upper()}"), 12),
        b.Text("I. PERMOHONAN", "l", True),
        *(b.Text(f"{label} : {DOTS}", "l") for label in ASKED[:5]),
        b.Text("II. PERNYATAAN", "l", True),
        b.Text("Saya menyatakan data di atas benar. Apabila tidak benar saya bersedia dituntut sesuai hukum."),
        b.Text("III. TANDA TERIMA (diisi petugas)", "l", True),
        b.Fields((("Nomor register", "...... / ...... / ......"), ("Diterima tanggal", "...... - ...... - 20...."))),
        b.Sign(
            (f"{scene.office.place}, ....................", "Yang menyatakan,"),
            None,
            name="Meterai (....................)",
        ),
    )
    return printed(scene, blocks, size="a4"), _only_office(scene)


# --- publication of the standards ---

SHOWN = 6


def _poster(scene: Scene) -> Drawn:
    one = products(scene)[0]
    blocks: list[b.Block] = [
        b.Title(("STANDAR PELAYANAN", one.name.upper()), 20),
        b.Text(scene.office.full, "c", size=13),
    ]
    for name, text in one.components[:SHOWN]:
        blocks += [b.Title((name.upper(),), 12), b.Boxed(text)]
    return printed(scene, tuple(blocks), font="Helvetica", border=True), _only_office(scene)


def _web_page(scene: Scene) -> Drawn:
    site = f"www.{scene.office.short.lower()}.example"
    blocks: list[b.Block] = [
        b.Text(f"{day(scene.date)}  https://{site}/standar-pelayanan", "l", size=8),
        b.Text("Beranda | Profil | Layanan | Standar Pelayanan | Pengaduan | Unduhan", "c", size=9),
        b.Title((f"Standar Pelayanan {scene.office.full}",), 15),
        b.Text(f"Diunggah oleh admin pada {day(scene.date)}, dibaca {scene.chance.randint(40, 900)} kali", "l", size=9),
    ]
    for one in products(scene):
        blocks.append(b.Text(one.name, "l", True, size=12))
        blocks += [b.Text(f"• {name}: {text}", size=10, indent=4) for name, text in one.components[:SHOWN]]
    return printed(scene, tuple(blocks), font="Helvetica", size="a4"), Truth(date=scene.date, office=scene.office.full)


def _evidence(scene: Scene) -> Drawn:
    media = ("Papan informasi ruang tunggu", "Laman resmi", "Instagram", "SIPPN", "Banner pintu masuk")
    chosen = scene.chance.sample(media, 4)
    rows = tuple((str(at), name, "enam komponen", day(scene.date)) for at, name in enumerate(chosen, 1))
    blocks: list[b.Block] = [
        b.Kop(scene.office),
        b.Title((f"DOKUMENTASI PUBLIKASI STANDAR PELAYANAN TAHUN {scene.year}",), 13),
        b.Grid((("No", "Media publikasi", "Yang dimuat", "Tanggal tayang"), *rows), (1, 6, 5, 4)),
    ]
    for name in chosen[:3]:
        blocks += [
            b.Boxed(f"\n\n[Foto: standar pelayanan pada {name.lower()}]\n\n"),
            b.Text(f"Gambar: {name}", "c", size=9),
        ]
    return printed(scene, (*blocks, *heads(scene, "ink"))), _plain(scene, year=True)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "matriks_waktu_pengaduan": triple(
        "matriks_waktu_pengaduan", ("table", _matrix_table), ("sheet", _matrix_sheet), ("wide", _matrix_wide)
    ),
    "panduan": triple("panduan", ("book", _guide_book), ("leaflet", _guide_leaflet), ("questions", _guide_questions)),
    "formulir_permohonan": triple(
        "formulir_permohonan", ("letter", _form_letter), ("boxes", _form_boxes), ("statement", _form_statement)
    ),
    "publikasi_standar": triple("publikasi_standar", ("poster", _poster), ("web", _web_page), ("evidence", _evidence)),
}
