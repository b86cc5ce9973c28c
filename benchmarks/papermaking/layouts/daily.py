"""Awards, certificates, proposals, proof of follow-up, declarations of wealth and news."""

from __future__ import annotations

from .. import blocks as b
from ..office import Person, day
from ..scene import Layout, Scene, Truth
from .matters_service import IDEAS
from .parts import Drawn, chief, earlier, entry, filled, heads, number, numbered, printed, ruler, some, stranger, triple
from .writing import Letter, known, letter, more

SCHOOL = ("BADAN PENGEMBANGAN SUMBER DAYA MANUSIA", "LEMBAGA PELATIHAN LAYANAN WARGA", "BALAI DIKLAT APARATUR")


def _one(scene: Scene) -> Person:
    return scene.people[0] if scene.people else some(scene, 1)[0]


# --- awards ---


def _award_border(scene: Scene) -> Drawn:
    who, value = _one(scene), number(scene, "staff")
    blocks = (
        b.Crown((f"PEMERINTAH {scene.office.region.upper()}", scene.office.name.upper())),
        b.Title(("PIAGAM PENGHARGAAN",), 28),
        b.Text(f"Nomor : {value}", "c"),
        b.Text("diberikan kepada", "c"),
        b.Title((who.name,), 20),
        b.Text(f"atas prestasinya sebagai Pegawai Teladan Tahun {scene.year}", "c", size=13),
        *heads(scene, "ink", upper=False),
    )
    paper = printed(scene, blocks, font="Times", landscape=True, border=True, size="a4")
    return paper, more(known(scene, value, year=True), (entry("listed", who),))


def _award_ruler(scene: Scene) -> Drawn:
    office = scene.office
    value = number(scene, "new")
    text = f"kepada {office.full} sebagai TERBAIK II kategori Unit Pelayanan Publik Inovatif Tahun {scene.year}"
    sign = b.Sign(
        (f"{office.place}, {day(scene.date)}", f"{ruler(office).upper()},"),
        None,
        True,
        f"{ruler(office)} *".upper(),
        name=office.ruler_name,
    )
    blocks = (
        b.Crown((ruler(office).upper(),)),
        b.Title(("PENGHARGAAN", f"NOMOR {value}"), 22),
        b.Text(f"{ruler(office)} memberikan penghargaan", "c", size=13),
        b.Text(text, "c", True, size=15),
        sign,
    )
    truth = Truth(value, scene.date, str(scene.year), "", ruler(office), (("signatory", office.ruler_name, ""),))
    return printed(scene, blocks, font="Times", landscape=True, border=True), truth


def _award_letter(scene: Scene) -> Drawn:
    who = _one(scene)
    rows = (("Nama", who.name), ("NIP", who.spaced), ("Unit kerja", who.unit), ("Periode", "Triwulan I"))
    blocks = (
        b.Title(("P I A G A M",), 24),
        b.Text(filled("{chief} {region} dengan bangga menganugerahkan gelar", scene), "c"),
        b.Title(("PETUGAS PELAYANAN TERBAIK",), 18),
        b.Fields(rows),
        b.Text("Semoga menjadi teladan bagi rekan kerja.", "c"),
        *heads(scene, "tte"),
    )
    return printed(scene, blocks, "tte", border=True, size="a4"), more(known(scene), (entry("listed", who),))


# --- certificates of training ---


def _certificate(scene: Scene, look: int) -> Drawn:
    who, school, signer = _one(scene), SCHOOL[look], stranger(scene)
    value = f"{scene.chance.randint(100, 999)}/{('BPSDM', 'LPLW', 'SERT')[look]}/{scene.date[:4]}"
    began = earlier(scene.date, 3)
    hours = scene.chance.choice((16, 20, 24, 30))
    told = (
        f"Bimbingan Teknis Pengelolaan Pengaduan Pelayanan Publik, {day(began)} sampai dengan"
        f" {day(earlier(scene.date, 1))}"
    )
    sign = b.Sign(
        (f"{scene.office.place}, {day(scene.date)}", "Kepala," if look != 1 else "Direktur Program,"),
        None,
        look != 2,
        f"{school} *" if look != 2 else "",
        "" if look != 2 else "ttd",
        signer,
    )
    topics = (
        ("1", "Kebijakan pengaduan", "4"),
        ("2", "Praktik SP4N-LAPOR!", str(hours - 8)),
        ("3", "Rencana tindak lanjut", "4"),
    )
    lessons = b.Grid((("No", "Mata latih", "JP"), *topics, ("", "Jumlah", str(hours))), (1, 9, 2), size=11)
    if look == 0:
        blocks: tuple[b.Block, ...] = (
            b.Crown((school, scene.office.province.upper())),
            b.Title(("SERTIFIKAT",), 28),
            b.Text(f"Nomor : {value}\ndiberikan kepada", "c"),
            b.Title((who.name,), 18),
            b.Text(
                f"NIP. {who.spaced}, {who.post} {scene.office.full}\nsebagai PESERTA {told}, selama {hours} jam"
                f" pelajaran.",
                "c",
            ),
            sign,
        )
    elif look == 1:
        blocks = (
            b.Title((school, "CERTIFICATE OF COMPLETION / SURAT TANDA TAMAT PELATIHAN", f"No. {value}"), 14),
            b.Fields(
                (
                    ("Nama", who.name),
                    ("NIP", who.spaced),
                    ("Instansi", scene.office.full),
                    ("Kualifikasi", "Sangat Memuaskan"),
                )
            ),
            b.Text(f"telah mengikuti {told}.", "c"),
            sign,
            b.Page(),
            lessons,
        )
    else:
        blocks = (
            b.Title(("PIAGAM PELATIHAN", school), 20),
            b.Text(
                f"menerangkan bahwa {who.name} ({scene.office.full}) telah menyelesaikan {told} dengan beban"
                f" {hours} JP.",
                "c",
                size=13,
            ),
            b.Text(f"Register {value}", "c"),
            sign,
        )
    paper = printed(scene, blocks, font="Times", landscape=True, border=True, size="a4")
    return paper, Truth(
        value, scene.date, "", "", school.title(), (("signatory", signer, ""), entry("participant", who))
    )


# --- proposals ---


def _proposal(scene: Scene, look: int) -> Drawn:
    idea, office = scene.chance.choice(IDEAS), scene.office
    since = f"{2 + scene.chance.randint(0, 6)} Januari {scene.year - 2}"
    parts = (
        ("Latar Belakang", "Masyarakat di desa terpencil harus menempuh dua jam perjalanan untuk mengurus dokumen."),
        ("Tujuan", "Mendekatkan layanan, mempersingkat waktu dan menghapus biaya perjalanan."),
        ("Uraian Inovasi", f"{idea} memakai kunjungan terjadwal dan pendaftaran melalui pesan singkat sejak {since}."),
        ("Keunikan dan Kebaruan", "Petugas membawa peralatan cetak sehingga produk diterima hari itu juga."),
        ("Dampak", f"Jumlah pemohon naik {scene.chance.randint(20, 65)} persen dan keluhan turun."),
        ("Keberlanjutan", "Didukung keputusan kepala perangkat daerah, anggaran rutin dan tim pelaksana."),
    )
    if look == 0:
        body = tuple(
            x
            for at, (n, t) in enumerate(parts, 1)
            for x in (b.Title((f"BAB {('I', 'II', 'III', 'IV', 'V', 'VI')[at - 1]}", n.upper()), 12), b.Text(t))
        )
        blocks: tuple[b.Block, ...] = (
            b.Gap(40),
            b.Title(("PROPOSAL INOVASI PELAYANAN PUBLIK", f"“{idea}”", office.full.upper(), f"TAHUN {scene.year}"), 18),
            b.Page(),
            *body,
            *heads(scene, "ink"),
        )
    elif look == 1:
        rows = (
            ("Judul inovasi", idea),
            ("Instansi", office.full),
            ("Tahun", str(scene.year)),
            ("Mulai diterapkan", since),
            *parts,
        )
        blocks = (
            b.Title(("FORMULIR PENDAFTARAN", "KOMPETISI INOVASI PELAYANAN PUBLIK"), 14),
            b.Grid(rows, (3, 9), head=0, size=10.5),
            *heads(scene, "ttd", upper=False),
        )
    else:
        blocks = (
            b.Kop(office),
            b.Title((f"RANCANG BANGUN INOVASI {idea}",), 13),
            *(b.Text(f"{chr(96 + at)}) {name}: {text}") for at, (name, text) in enumerate(parts, 1)),
            b.Text(f"Disusun untuk Indeks Inovasi Daerah Tahun {scene.year}."),
            *heads(scene, "tte"),
        )
    return printed(scene, blocks, "tte" if look == 2 else ""), known(scene, year=True)


# --- follow-up of complaints ---

CASES = (
    ("antrean terlalu lama", "loket ditambah pada jam sibuk"),
    ("petugas kurang ramah", "petugas dibina dan diberi teguran lisan"),
    ("nama salah cetak", "dokumen diperbaiki pada hari yang sama"),
)


def _reply_letter(scene: Scene) -> Drawn:
    wrong, done = scene.chance.choice(CASES)
    came = day(earlier(scene.date, scene.chance.randint(2, 9)))
    said = Letter(
        "Tanggapan atas Pengaduan",
        "Saudara Pelapor (identitas dirahasiakan)",
        (
            f"Menanggapi pengaduan Saudara tanggal {came} mengenai {wrong}, kami sampaikan permohonan maaf.",
            f"Setelah dilakukan klarifikasi, telah dilaksanakan tindak lanjut berupa {done}. Pengaduan dinyatakan"
            f" selesai.",
        ),
    )
    return letter(scene, "kop", said)


def _reply_form(scene: Scene) -> Drawn:
    wrong, done = scene.chance.choice(CASES)
    (officer,) = some(scene, 1)
    came = earlier(scene.date, scene.chance.randint(2, 9))
    value = f"PGD-{scene.chance.randint(1, 90):03d}/{scene.date[:4]}"
    rows = (
        ("Nomor pengaduan", value),
        ("Tanggal diterima", day(came)),
        ("Media", "SP4N-LAPOR!"),
        ("Isi pengaduan", wrong.capitalize()),
        ("Klarifikasi", "Petugas dan pelapor telah dimintai keterangan"),
        ("Tindak lanjut", done.capitalize()),
        ("Tanggal selesai", day(scene.date)),
        ("Status", "SELESAI"),
    )
    blocks = (
        b.Title(("LEMBAR PENYELESAIAN PENGADUAN", scene.office.full.upper()), 13),
        b.Grid(rows, (3, 8), head=0, size=11),
        b.Signs((b.Sign(("Pelapor,",), None, name="(dirahasiakan)"), b.Sign(("Pengelola pengaduan,",), officer, True))),
    )
    return printed(scene, blocks, font="Helvetica"), known(scene, value, officer)


def _reply_screen(scene: Scene) -> Drawn:
    wrong, done = scene.chance.choice(CASES)
    (officer,) = some(scene, 1)
    ticket = str(scene.chance.randint(7000000, 9999999))
    lines = (
        f"#{ticket} | Disposisi ke {scene.office.full}",
        f"{day(earlier(scene.date, 4))} 10.12 - Pelapor: Mohon perhatian, {wrong}.",
        f"{day(earlier(scene.date, 2))} 08.45 - Admin: Laporan diterima dan diteruskan ke bidang terkait.",
        f"{day(scene.date)} 14.02 - {officer.name}: Telah ditindaklanjuti, {done}. Terima kasih.",
        "Status laporan: Selesai. Penilaian pelapor: 4 dari 5.",
    )
    blocks: tuple[b.Block, ...] = (b.Title(("BUKTI TINDAK LANJUT LAPORAN",), 13), *(b.Boxed(line) for line in lines))
    people = (entry("listed", officer),)
    return printed(scene, blocks, font="Helvetica", size="a4"), Truth("", scene.date, "", "", scene.office.full, people)


# --- wealth declaration: not asked for, yet handed in ---

BUREAU = "Komisi Pemberantasan Korupsi"


def _wealth(scene: Scene, look: int) -> Drawn:
    who = scene.people[0] if scene.people else scene.office.head
    sums = tuple(scene.chance.randint(40, 900) for _ in range(4))
    money = tuple(
        (name, f"Rp{value}.000.000")
        for name, value in zip(("Tanah dan bangunan", "Alat transportasi", "Harta bergerak", "Kas"), sums, strict=True)
    )
    value = f"{scene.chance.randint(100000, 999999)}"
    pairs = (
        ("Nama", who.name),
        ("Jabatan", who.post),
        ("Instansi", scene.office.full),
        ("Tanggal lapor", day(scene.date)),
        ("Jenis", "Periodik"),
    )
    if look == 0:
        top = b.Title((BUREAU.upper(), "REPUBLIK INDONESIA", "TANDA TERIMA PENYERAHAN LHKPN"), 14)
        blocks: tuple[b.Block, ...] = (
            top,
            b.Fields((("Nomor Harta Kekayaan", value), *pairs)),
            b.Boxed("Laporan telah diterima melalui e-LHKPN."),
        )
    elif look == 1:
        title = b.Title(("PENGUMUMAN HARTA KEKAYAAN PENYELENGGARA NEGARA", BUREAU.upper()), 13)
        total = ("TOTAL", f"Rp{sum(sums)}.000.000")
        blocks = (
            title,
            b.Text(f"Nomor : {value}", "c"),
            b.Fields(pairs),
            b.Grid((("URAIAN", "NILAI"), *money, total), (7, 4), size=11),
        )
    else:
        told = f"{who.name}, {who.post} pada {scene.office.full}, telah menyampaikan laporan kekayaan"
        text = f"{told} Nomor {value} kepada {BUREAU} pada {day(scene.date)}."
        blocks = (
            b.Title(("IKHTISAR LHKPN",), 16),
            b.Text(text),
            *(b.Text(f"- {name}: {price}") for name, price in money),
        )
    people = (("listed", who.name, who.nip),)
    return printed(scene, blocks, font="Helvetica", size="a4"), Truth(value, scene.date, "", "", BUREAU, people)


# --- news ---

PAPERS = ("Lembayung Pos", "Suara Jingga", "Kabar Nirwana")


def _news(scene: Scene, look: int) -> Drawn:
    office, outlet, head = scene.office, PAPERS[look], scene.office.head
    score = f"{scene.chance.randint(70, 95)},{scene.chance.randint(10, 99)}"
    text = (
        f"{office.place.upper()} - {office.full} meraih nilai {score} dalam penilaian pelayanan publik Tahun"
        f" {scene.year}.",
        f"{chief(office)}, {head.name}, mengatakan capaian itu buah kerja keras seluruh petugas. “Kami terus"
        f" memperbaiki"
        " standar pelayanan dan pengelolaan pengaduan,” ujarnya.",
        "Warga berharap waktu tunggu di loket makin singkat dan toilet bagi penyandang disabilitas segera selesai.",
    )
    title = (
        f"{office.name} Raih Predikat Kepatuhan Tinggi",
        f"Layanan {office.short} Makin Cepat, Warga Senang",
        f"Nilai {score}, {office.short} Masuk Zona Hijau",
    )[look]
    if look == 0:
        blocks: tuple[b.Block, ...] = (
            b.Title((outlet.upper(),), 22),
            b.Text(f"{day(scene.date)} | Halaman 5 | Daerah", "c", size=9),
            b.Title((title,), 18),
            *(b.Text(line) for line in text),
        )
    elif look == 1:
        site = f"https://{outlet.lower().replace(' ', '')}.example/berita/{scene.chance.randint(1000, 9999)}"
        blocks = (
            b.Text(site, "l", size=8),
            b.Text(f"{outlet} > Pemerintahan", "l", size=9),
            b.Title((title,), 15),
            b.Text(f"Oleh Redaksi - {day(scene.date)}", "c", size=9),
            b.Boxed("[Foto]"),
            *(b.Text(line, "l") for line in text),
            b.Text("Baca juga: Harga cabai turun", "l", True),
        )
    else:
        year, month, number_ = scene.date.split("-")
        blocks = (
            b.Title((f"KLIPING BERITA {office.full.upper()}",), 14),
            b.Grid(
                (
                    ("Media", outlet),
                    ("Tanggal terbit", f"{number_}/{month}/{year}"),
                    ("Judul", title),
                    ("Isi", "\n".join(text)),
                ),
                (2, 8),
                head=0,
                size=10.5,
            ),
        )
    return printed(scene, blocks, size="a4"), Truth(
        "", scene.date, str(scene.year), "", outlet, (("listed", head.name, ""),)
    )


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "piagam_penghargaan": triple(
        "piagam_penghargaan", ("border", _award_border), ("ruler", _award_ruler), ("letter", _award_letter)
    ),
    "bukti_tindak_lanjut_pengaduan": triple(
        "bukti_tindak_lanjut_pengaduan", ("letter", _reply_letter), ("form", _reply_form), ("screen", _reply_screen)
    ),
    "sertifikat_bimtek": numbered("sertifikat_bimtek", ("crown", "form", "text"), _certificate),
    "proposal_inovasi": numbered("proposal_inovasi", ("chapters", "form", "blueprint"), _proposal),
    "lhkpn": numbered("lhkpn", ("receipt", "notice", "digest"), _wealth),
    "berita_media": numbered("berita_media", ("print", "web", "clipping"), _news),
}
