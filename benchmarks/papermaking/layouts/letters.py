"""Letters, orders, minutes, awards and other papers of an office's days, three layouts each."""

from __future__ import annotations

from .. import blocks as b
from ..office import Person, day
from ..scene import Layout, Scene
from . import daily, meetings, trips
from .parts import Drawn, chief, earlier, entry, filled, heads, number, printed, some, triple, weekday, wrapped
from .writing import Letter, known, letter, more

THANKS = "Atas perkenan dan kerja sama Bapak/Ibu kami sampaikan terima kasih."

# --- plain letters ---


def _official_report(scene: Scene) -> Drawn:
    said = Letter(
        "Penyampaian Laporan Kegiatan",
        "Sekretaris Daerah {region}",
        (
            "Menindaklanjuti surat Sekretaris Daerah Nomor 000.8/112/Org tentang permintaan laporan, bersama ini"
            " disampaikan laporan pelaksanaan kegiatan {office} Tahun {year}.",
            "Laporan memuat capaian kegiatan, realisasi anggaran, kendala dan rencana perbaikan. Apabila diperlukan"
            " penjelasan, Saudara dapat menghubungi Sekretariat pada jam kerja.",
        ),
        year=True,
    )
    return letter(scene, "kop", said)


def _official_request(scene: Scene) -> Drawn:
    said = Letter(
        "Permintaan Data Pegawai",
        "Kepala Badan Kepegawaian dan Pengembangan SDM\n{region}",
        (
            "Dalam rangka pemutakhiran data kepegawaian sesuai Undang-Undang Nomor 20 Tahun 2023, kami mohon"
            " bantuan data"
            " pangkat terakhir pegawai {office}.",
            "Data dimaksud mohon dikirim paling lambat tujuh hari kerja sejak surat ini diterima.",
        ),
    )
    return letter(scene, "classic", said, "roman")


def _official_notice(scene: Scene) -> Drawn:
    said = Letter(
        "Pemberitahuan Gangguan Layanan",
        "Para Camat se-{region}",
        (
            "Diberitahukan bahwa layanan {office} mengalami gangguan jaringan sehingga permohonan dilayani secara"
            " manual sampai dengan perbaikan selesai.",
            "Mohon informasi ini diteruskan kepada desa dan kelurahan di wilayah Saudara.",
        ),
    )
    return letter(scene, "modern", said, "code")


# --- invitations ---


def _event(scene: Scene) -> tuple[tuple[str, str], ...]:
    when = earlier(scene.date, -scene.chance.randint(2, 8))
    topic = scene.chance.choice(
        ("Forum Konsultasi Publik", "Rapat Evaluasi Pelayanan", "Sosialisasi Standar Pelayanan")
    )
    return (
        ("Hari/tanggal", f"{weekday(when)}, {day(when)}"),
        ("Waktu", "09.00 WIB s.d. selesai"),
        ("Tempat", f"Aula {scene.office.name}"),
        ("Acara", topic),
    )


def _invite_kop(scene: Scene) -> Drawn:
    said = Letter(
        "Undangan",
        "Daftar terlampir",
        ("Mengharap dengan hormat kehadiran Bapak/Ibu pada acara yang akan diselenggarakan pada:",),
        (b.Fields(_event(scene), label=35),),
        "Mengingat pentingnya acara, dimohon hadir tepat waktu.",
    )
    return letter(scene, "kop", said, "code")


def _invite_list(scene: Scene) -> Drawn:
    guests = some(scene, 6)
    rows = tuple((str(at), one.name, one.post) for at, one in enumerate(guests, 1))
    said = Letter(
        "Undangan Rapat",
        "(daftar undangan terlampir)",
        ("Sehubungan dengan persiapan penilaian pelayanan publik Tahun {year}, Saudara diundang hadir pada:",),
        (b.Fields(_event(scene), label=30),),
        "Demikian untuk menjadi perhatian.",
        (b.Page(), b.Title(("DAFTAR UNDANGAN",)), b.Grid((("No", "Nama", "Jabatan"), *rows), (1, 6, 7))),
        tuple(entry("listed", one) for one in guests),
        True,
    )
    return letter(scene, "classic", said)


def _invite_card(scene: Scene) -> Drawn:
    office = scene.office
    value = number(scene, "memo")
    blocks = (
        b.Title(("U N D A N G A N",), 20),
        b.Text(f"Nomor {value}", "c"),
        b.Text(filled("{chief} {region} mengundang Bapak/Ibu/Saudara:", scene), "c"),
        b.Text("." * 60, "c"),
        b.Grid(_event(scene), (3, 9), head=0, size=11),
        b.Text("Pakaian: batik. Konfirmasi kehadiran kepada Sekretariat paling lambat sehari sebelum acara.", "c"),
        *heads(scene, "ttd", upper=False, opening=(f"{office.place}, {day(scene.date)}",)),
    )
    return printed(scene, blocks, landscape=True, size="a4"), known(scene, value)


# --- request for integration ---


def _join_kop(scene: Scene) -> Drawn:
    said = Letter(
        "Permohonan Integrasi Aplikasi Pengaduan dengan SP4N-LAPOR!",
        "Deputi Bidang Pelayanan Publik\nKementerian PANRB\ndi Jakarta",
        (
            "Berdasarkan Peraturan Presiden Nomor 76 Tahun 2013, {office} telah mengelola aplikasi pengaduan sejak"
            " tahun"
            " 2022.",
            "Agar pengaduan tercatat secara nasional, kami mohon integrasi aplikasi dimaksud dengan SP4N-LAPOR! melalui"
            " antarmuka pemrograman (API).",
        ),
        end=THANKS,
    )
    return letter(scene, "kop", said, "code")


def _join_data(scene: Scene) -> Drawn:
    rows = (
        ("Nama aplikasi", f"LAPOR {scene.office.code}"),
        ("Alamat", f"https://pengaduan.{scene.office.short.lower()}.example"),
        ("Basis data", "MariaDB"),
        ("Pengelola", some(scene, 1)[0].name),
    )
    said = Letter(
        "Usulan Penggabungan Kanal Pengaduan ke SP4N-LAPOR!",
        "Menteri PANRB\nc.q. Asisten Deputi Transformasi Digital Pelayanan Publik",
        ("Kami mengajukan permohonan integrasi kanal pengaduan {office} dengan data teknis sebagai berikut:",),
        (b.Fields(rows, label=35),),
        THANKS,
    )
    return letter(scene, "classic", said)


def _join_modern(scene: Scene) -> Drawn:
    said = Letter(
        "Permintaan Akses API SP4N-LAPOR!",
        "Kepala Dinas Komunikasi dan Informatika selaku admin {region}",
        (
            "Dengan ini dimohonkan dukungan penyambungan (integrasi) nomor WhatsApp pengaduan dan kotak saran"
            " elektronik"
            " {name} ke SP4N-LAPOR! untuk diteruskan kepada Kementerian PANRB.",
            "Uji coba direncanakan pada triwulan II Tahun {year}.",
        ),
        end=THANKS,
        year=True,
    )
    return letter(scene, "modern", said, "letter")


# --- office memos and circulars ---

MEMO_TEXT = (
    "Menindaklanjuti arahan pimpinan pada rapat tanggal 4 bulan lalu, bersama ini dilaporkan bahwa persiapan dokumen"
    " penilaian telah mencapai 80 persen.",
    "Dokumen yang belum tersedia adalah laporan triwulan dan bukti publikasi. Mohon arahan lebih lanjut.",
)


def _memo(scene: Scene, look: str) -> Drawn:
    value, (writer,) = number(scene, "memo"), some(scene, 1)
    pairs = (
        ("Kepada", f"Yth. {chief(scene.office)}"),
        ("Dari", writer.post),
        ("Tembusan", "Sekretaris"),
        ("Tanggal", day(scene.date)),
        ("Nomor", value),
        ("Sifat", "Biasa"),
        ("Hal", "Laporan Persiapan Penilaian"),
    )
    sign = b.Sign(
        wrapped(f"{writer.post},"),
        writer,
        look != "plain",
        scene.office.stamp if look == "kop" else "",
        "ttd" if look == "plain" else "",
    )
    text = tuple(b.Text(line) for line in MEMO_TEXT)
    if look == "kop":
        blocks: tuple[b.Block, ...] = (
            b.Kop(scene.office),
            b.Title(("NOTA DINAS",), 14),
            b.Fields(pairs, label=28),
            *text,
            sign,
        )
    elif look == "plain":
        top = b.Title((scene.office.full.upper(), "NOTA - DINAS", f"Nomor : {value}"), 12)
        blocks = (top, b.Fields((*pairs[:4], pairs[6]), label=28), *text, sign)
    else:
        rows = (*pairs[:2], ("Tanggal / Nomor", f"{day(scene.date)} / {value}"), pairs[6])
        notes = b.Grid((("TELAAHAN", "ARAHAN PIMPINAN"), ("\n".join(MEMO_TEXT), "\n\n\n\n\n\n")), (3, 2), size=10)
        blocks = (
            b.Title((f"NOTA DINAS {scene.office.name.upper()}", scene.office.region.upper())),
            b.Grid(rows, (1, 3), head=0),
            notes,
            sign,
        )
    return printed(scene, blocks), known(scene, value, writer)


CIRCULARS = (
    (
        "Larangan Menerima Gratifikasi dan Pungutan Liar",
        "tidak menerima, meminta atau memberi hadiah dalam bentuk apa pun",
    ),
    ("Jam Kerja pada Bulan Ramadan", "mengatur giliran petugas agar pelayanan tetap berjalan"),
    ("Penghematan Energi di Lingkungan Kantor", "mematikan lampu dan pendingin ruangan setelah jam kerja"),
)


def _circular_parts(scene: Scene) -> Drawn:
    value, (about, order) = number(scene, "year", 30), CIRCULARS[0]
    blocks = (
        b.Kop(scene.office),
        b.Text(f"{scene.office.place}, {day(scene.date)}", "r"),
        b.Text("Yth. Seluruh Pegawai\ndi Tempat", "l"),
        b.Title(("SURAT EDARAN", f"NOMOR {value}", "TENTANG", about.upper())),
        *(
            b.Text(f"{mark}. {text}")
            for mark, text in (
                ("A", "Latar Belakang. Untuk menjaga integritas pelayanan publik diperlukan penegasan larangan."),
                ("B", "Maksud dan Tujuan. Sebagai pedoman bagi seluruh pegawai."),
                ("C", "Dasar. Undang-Undang Nomor 20 Tahun 2001 dan Peraturan Pemerintah Nomor 94 Tahun 2021."),
                ("D", f"Isi Edaran. Seluruh pegawai agar {order}."),
                ("E", "Penutup. Surat Edaran ini berlaku sejak tanggal ditetapkan."),
            )
        ),
        *heads(scene, "ink", opening=(f"Ditetapkan di {scene.office.place}", f"pada tanggal {day(scene.date)}")),
    )
    return printed(scene, blocks), known(scene, value)


def _circular_letter(scene: Scene) -> Drawn:
    about, order = CIRCULARS[1]
    said = Letter(
        f"Edaran {about}",
        "Para Kepala Bidang dan Pejabat Fungsional",
        (f"Diminta kepada Saudara {order} sesuai jadwal terlampir.",),
    )
    return letter(scene, "classic", said, "code")


def _circular_short(scene: Scene) -> Drawn:
    value, (about, order) = number(scene, "letter"), CIRCULARS[2]
    lines = (
        f"1. Setiap pegawai wajib {order}.",
        "2. Kepala Bidang mengawasi pelaksanaannya.",
        "3. Edaran ini mencabut edaran sebelumnya.",
    )
    blocks = (
        b.Crown((f"PEMERINTAH {scene.office.region.upper()}", scene.office.name.upper())),
        b.Title((f"EDARAN NOMOR : {value}", about)),
        *(b.Text(line) for line in lines),
        *heads(scene, "tte", upper=False),
    )
    return printed(scene, blocks, "tte"), known(scene, value)


# --- orders ---


def _named(people: tuple[Person, ...]) -> b.Grid:
    rows = tuple(
        (str(at), one.name, one.spaced, f"{one.rank}, {one.grade}", one.post) for at, one in enumerate(people, 1)
    )
    return b.Grid((("No", "Nama", "NIP", "Pangkat/Gol.", "Jabatan"), *rows), (1, 5, 5, 4, 5))


def _listed(people: tuple[Person, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(entry("listed", one) for one in people)


def _order(scene: Scene, title: str, verb: str, tasks: tuple[str, ...], look: str, shape: str) -> Drawn:
    value, people = number(scene, shape), some(scene, 3 if look != "one" else 1)
    basis = ("DPA Tahun Anggaran berjalan", filled("Surat {ruler} Nomor 000.1.2/77/2025 perihal tindak lanjut", scene))
    when = day(earlier(scene.date, -scene.chance.randint(1, 5)))
    duty = tuple((f"{at}.", filled(text, scene, when=when)) for at, text in enumerate(tasks, 1))
    top: tuple[b.Block, ...] = (b.Title((title,), 14), b.Text(f"Nomor : {value}", "c"))
    lead: tuple[b.Block, ...] = (
        (b.Kop(scene.office),) if look != "bare" else (b.Title((scene.office.full.upper(),), 13),)
    )
    if look == "clauses":
        named = tuple((f"{at}.", f"{one.name}, NIP. {one.spaced}, {one.post}") for at, one in enumerate(people, 1))
        body: tuple[b.Block, ...] = (
            b.Clause("Dasar", tuple((f"{at}.", text) for at, text in enumerate(basis, 1))),
            b.Title((f"{verb} :",)),
            b.Clause("Kepada", named),
            b.Clause("Untuk", duty),
        )
    elif look == "one":
        one = people[0]
        pairs = (
            ("Nama", one.name),
            ("NIP", one.spaced),
            ("Pangkat/Golongan", f"{one.rank} / {one.grade}"),
            ("Jabatan", one.post),
        )
        intro = filled("Yang bertanda tangan di bawah ini {chief} {region} dengan ini menugaskan:", scene)
        body = (b.Text(intro), b.Fields(pairs), b.Text("untuk melaksanakan:"), b.Clause("", duty))
    else:
        body = (
            b.Text(f"Dasar: {'; '.join(basis)}."),
            b.Text(f"{verb} kepada pegawai berikut:"),
            _named(people),
            b.Clause("Tugas", duty),
        )
    way = {"clauses": "ink", "one": "tte", "bare": "ttd"}[look]
    close = b.Text("Surat ini dilaksanakan dengan penuh tanggung jawab dan dilaporkan hasilnya.")
    paper = printed(scene, (*lead, *top, *body, close, *heads(scene, way, upper=look != "one")), way)
    return paper, more(known(scene, value), _listed(people))


TASKS = (
    "Menghadiri bimbingan teknis pengelolaan pengaduan pada tanggal {when} di ibu kota provinsi",
    "Menyampaikan laporan tertulis kepada {chief} setelah selesai",
)
EXTRA = (
    "Melaksanakan kerja lembur di luar jam kerja pukul 16.00 s.d. 20.00 WIB pada tanggal {when}",
    "Menyelesaikan perekaman berkas permohonan yang tertunda",
)


LAYOUTS: dict[str, tuple[Layout, Layout, Layout]] = {
    "surat_dinas": triple(
        "surat_dinas", ("kop", _official_report), ("classic", _official_request), ("modern", _official_notice)
    ),
    "surat_undangan": triple("surat_undangan", ("kop", _invite_kop), ("list", _invite_list), ("card", _invite_card)),
    "surat_permohonan_integrasi": triple(
        "surat_permohonan_integrasi", ("kop", _join_kop), ("classic", _join_data), ("modern", _join_modern)
    ),
    "nota_dinas": triple(
        "nota_dinas",
        ("kop", lambda scene: _memo(scene, "kop")),
        ("plain", lambda scene: _memo(scene, "plain")),
        ("columns", lambda scene: _memo(scene, "columns")),
    ),
    "surat_edaran": triple(
        "surat_edaran", ("parts", _circular_parts), ("letter", _circular_letter), ("short", _circular_short)
    ),
    "surat_tugas": triple(
        "surat_tugas",
        ("clauses", lambda scene: _order(scene, "SURAT TUGAS", "MENUGASKAN", TASKS, "clauses", "code")),
        ("table", lambda scene: _order(scene, "SURAT PERINTAH TUGAS", "MEMERINTAHKAN", TASKS, "bare", "letter")),
        ("one", lambda scene: _order(scene, "SURAT PENUGASAN", "", TASKS, "one", "staff")),
    ),
    "surat_perintah_lembur": triple(
        "surat_perintah_lembur",
        ("clauses", lambda scene: _order(scene, "SURAT PERINTAH LEMBUR", "MEMERINTAHKAN", EXTRA, "clauses", "staff")),
        ("one", lambda scene: _order(scene, "SURAT PERINTAH KERJA LEMBUR", "", EXTRA, "one", "letter")),
        ("table", lambda scene: _order(scene, "SURAT TUGAS KERJA LEMBUR", "Memerintahkan", EXTRA, "bare", "code")),
    ),
}
LAYOUTS |= meetings.LAYOUTS | trips.LAYOUTS | daily.LAYOUTS
