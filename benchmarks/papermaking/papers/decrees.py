"""Decrees and regulations."""

from __future__ import annotations

from .. import blocks as b
from ..office import Office, Person, day

LAWS = (
    (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009"
        " Nomor 112)"
    ),
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    (
        "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang"
        " Pelayanan Publik"
    ),
)
ORDER = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM")
CLOSING = (
    "Keputusan ini mulai berlaku pada tanggal ditetapkan, dengan ketentuan apabila dikemudian hari terdapat "
    "kekeliruan dalam keputusan ini akan diadakan perbaikan sebagaimana mestinya."
)


def lettered(items: tuple[str, ...], end: str = ";") -> tuple[tuple[str, str], ...]:
    """Return items marked a., b., c."""
    return tuple((f"{chr(97 + at)}.", text + end) for at, text in enumerate(items))


def counted(items: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return items marked 1., 2., 3."""
    return tuple((f"{at}.", text + ";") for at, text in enumerate(items, 1))


def decree(
    office: Office,
    number: str,
    date: str,
    about: str,
    why: tuple[str, ...],
    laws: tuple[str, ...],
    decides: tuple[str, ...],
    annex: tuple[b.Block, ...] = (),
    ink: bool = False,
    draft: str = "",
    mark: str = "",
    head: Person | None = None,
    copies: bool = True,
    font: str = "Times",
    footer: str = "",
) -> b.Paper:
    """Return a decree of the head of office; with `draft` it has neither date nor signature."""
    signed = day(date) if not draft else f"          {date[:4]}"
    before = (
        f"Ditetapkan di {office.place}",
        f"pada tanggal {signed}",
        f"KEPALA {office.name.upper()}" if len(office.name) < 25 else "KEPALA DINAS,",
    )
    sign = b.Sign(before, head or office.head, ink, office.stamp if ink else "", mark)
    title = (
        f"KEPUTUSAN KEPALA {office.name.upper()}",
        office.region.upper(),
        f"NOMOR : {number}",
        "",
        "TENTANG",
        "",
        about.upper(),
        "",
        f"KEPALA {office.name.upper()} {office.region.upper()},",
    )
    top: tuple[b.Block, ...] = (b.Text(draft, "r", True, size=14),) if draft else ()
    body = (
        b.Kop(office),
        *top,
        b.Title(tuple(line or " " for line in title), 11.5),
        b.Clause("Menimbang", lettered(why)),
        b.Clause("Mengingat", counted((*LAWS, *laws))),
        b.Title(("MEMUTUSKAN :",)),
        b.Clause("Menetapkan", (("", f"KEPUTUSAN KEPALA DINAS TENTANG {about.upper()}."),)),
        *(b.Clause(ORDER[at], (("", text),)) for at, text in enumerate((*decides, CLOSING))),
        sign,
    )
    tail = _copies(office) if copies else ()
    return b.Paper(
        (*body, *tail, *_annex(office, number, signed, about, annex, sign)),
        font,
        footer=footer,
        title=about,
        author=office.name,
    )


def _copies(office: Office) -> tuple[b.Block, ...]:
    ruler = f"{office.ruler} {office.region.split()[-1]}"
    return (
        b.Text("Tembusan disampaikan kepada Yth. :", "l", size=9),
        b.Text(f"1. {ruler} (sebagai laporan);\n2. Inspektur {office.region};\n3. Arsip.", "l", size=9),
    )


def _annex(
    office: Office,
    number: str,
    signed: str,
    about: str,
    annex: tuple[b.Block, ...],
    sign: b.Sign,
) -> tuple[b.Block, ...]:
    if not annex:
        return ()
    head = b.Fields(
        (
            ("LAMPIRAN", f"KEPUTUSAN KEPALA {office.name.upper()}"),
            ("NOMOR", number),
            ("TANGGAL", signed),
            ("TENTANG", about.upper()),
        ),
        9,
        25,
    )
    last = b.Sign(
        (f"KEPALA {office.name.upper()}" if len(office.name) < 25 else "KEPALA DINAS,",),
        sign.person,
        sign.ink,
        sign.stamp,
        sign.mark,
    )
    return (b.Page(), head, b.Gap(3), *annex, last)


def standard(office: Office, number: str, date: str, ink: bool = False, mark: str = "") -> b.Paper:
    """Return the decree on service standards with the fourteen components of every product."""
    annex: list[b.Block] = [b.Title(("STANDAR PELAYANAN", office.full.upper()))]
    for at, product in enumerate(office.products, 1):
        rows = tuple((str(row), name, text) for row, (name, text) in enumerate(product.components, 1))
        annex += [
            b.Text(f"{at}. Jenis Pelayanan: {product.name}", "l", True),
            b.Grid((("NO", "KOMPONEN", "URAIAN"), *rows), (1, 5, 13), size=8.5),
        ]
    listing = "; ".join(f"{chr(97 + at)}. {product.name}" for at, product in enumerate(office.products))
    return decree(
        office,
        number,
        date,
        f"Penetapan Standar Pelayanan pada {office.full}",
        (
            (
                "bahwa untuk mewujudkan kepastian tentang hak dan kewajiban berbagai pihak yang terkait dengan"
                " penyelenggaraan pelayanan, setiap penyelenggara wajib menetapkan standar pelayanan"
            ),
            (
                f"bahwa rancangan standar pelayanan {office.name} telah dibahas bersama masyarakat dalam Forum"
                " Konsultasi Publik"
            ),
            (
                "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b perlu menetapkan"
                " Keputusan Kepala Dinas"
            ),
        ),
        (
            (
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang"
                " Pedoman Standar Pelayanan"
            ),
        ),
        (
            f"Menetapkan Standar Pelayanan pada {office.full} sebagaimana tercantum dalam Lampiran keputusan ini.",
            f"Standar Pelayanan sebagaimana dimaksud pada diktum KESATU meliputi jenis pelayanan: {listing}.",
            (
                "Standar Pelayanan wajib dilaksanakan oleh seluruh pelaksana dan menjadi acuan dalam penilaian kinerja"
                " pelayanan."
            ),
        ),
        tuple(annex),
        ink=ink,
        mark=mark,
        copies=False,
    )


def complaint_team(
    office: Office,
    number: str,
    date: str,
    members: tuple[tuple[Person, str], ...],
    ink: bool = False,
    draft: str = "",
    mark: str = "",
) -> b.Paper:
    """Return the decree on the complaint team with its annex of members."""
    rows = tuple(
        (str(at), f"{person.name}\nNIP. {person.spaced}", person.post, role)
        for at, (person, role) in enumerate(members, 1)
    )
    year = date[:4]
    annex = (
        b.Title(("SUSUNAN TIM PENGELOLA PENGADUAN PELAYANAN PUBLIK", f"{office.full.upper()} TAHUN {year}")),
        b.Grid(
            (("NO", "NAMA/NIP", "JABATAN DALAM DINAS", "KEDUDUKAN DALAM TIM"), ("1", "2", "3", "4"), *rows),
            (1, 6, 6, 5),
            head=2,
        ),
    )
    return decree(
        office,
        number,
        date,
        f"Pembentukan Tim Pengelola Pengaduan Pelayanan Publik {office.full} Tahun {year}",
        (
            (
                "bahwa penyelenggara pelayanan publik berkewajiban menyediakan sarana pengaduan dan menugaskan"
                " pelaksana yang kompeten dalam pengelolaan pengaduan"
            ),
            "bahwa untuk kelancaran pengelolaan pengaduan perlu membentuk tim",
        ),
        (
            "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
            (
                "Peraturan Menteri PANRB Nomor 62 Tahun 2018 tentang Pedoman Sistem Pengelolaan Pengaduan Pelayanan"
                " Publik Nasional"
            ),
        ),
        (
            (
                f"Membentuk Tim Pengelola Pengaduan Pelayanan Publik {office.full} Tahun {year} dengan susunan"
                " sebagaimana tercantum dalam Lampiran keputusan ini."
            ),
            (
                "Tim mempunyai tugas menerima, mencatat, menelaah, menyalurkan, menindaklanjuti dan menjawab pengaduan"
                " masyarakat, mengelola akun SP4N-LAPOR! serta menyusun laporan setiap triwulan."
            ),
            "Pengaduan diselesaikan paling lambat 60 (enam puluh) hari sejak berkas pengaduan dinyatakan lengkap.",
        ),
        annex,
        ink=ink,
        draft=draft,
        mark=mark,
    )


def liaison(
    office: Office, number: str, date: str, members: tuple[tuple[Person, str], ...], ink: bool = False
) -> b.Paper:
    """Return the decree naming the SP4N-LAPOR! liaison officer and admin."""
    rows = tuple(
        (str(at), person.name, f"NIP. {person.spaced}", person.post, role)
        for at, (person, role) in enumerate(members, 1)
    )
    annex = (
        b.Title((f"PEJABAT PENGHUBUNG DAN ADMIN SP4N-LAPOR! {office.full.upper()}",)),
        b.Grid((("NO", "NAMA", "NIP", "JABATAN", "TUGAS"), *rows), (1, 5, 5, 5, 4)),
    )
    return decree(
        office,
        number,
        date,
        f"Penunjukan Pejabat Penghubung dan Admin SP4N-LAPOR! pada {office.full}",
        ("bahwa dalam rangka pengelolaan pengaduan melalui SP4N-LAPOR! perlu menunjuk pejabat penghubung dan admin",),
        ("Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",),
        (
            "Menunjuk pejabat yang namanya tercantum dalam Lampiran sebagai Pejabat Penghubung dan Admin SP4N-LAPOR!.",
            (
                "Pejabat Penghubung bertugas memantau, meneruskan dan menindaklanjuti laporan masyarakat pada akun"
                " SP4N-LAPOR!."
            ),
        ),
        annex,
        ink=ink,
    )


def compensation(office: Office, number: str, date: str, ink: bool = False, mark: str = "") -> b.Paper:
    """Return the decree on compensation for people served below the standard."""
    rows = (
        ("1", "Pelayanan melebihi jangka waktu 1 hari kerja", "Dokumen diantar ke alamat pemohon tanpa biaya"),
        ("2", "Waktu tunggu di loket lebih dari 60 menit", "Permohonan maaf dan minuman"),
        ("3", "Kesalahan cetak karena kelalaian petugas", "Perbaikan pada hari yang sama, didahulukan tanpa antrean"),
        ("4", "Petugas tidak ramah", "Permohonan maaf tertulis dari Kepala Dinas dan pembinaan petugas"),
    )
    annex = (
        b.Title(("BENTUK KOMPENSASI BAGI PENERIMA LAYANAN",)),
        b.Grid((("NO", "KETIDAKSESUAIAN DENGAN STANDAR PELAYANAN", "BENTUK KOMPENSASI"), *rows), (1, 8, 8)),
    )
    return decree(
        office,
        number,
        date,
        "Pemberian Kompensasi kepada Penerima Layanan apabila Pelayanan Tidak Sesuai Standar Pelayanan",
        (
            (
                "bahwa untuk menjamin mutu pelayanan kepada masyarakat perlu diberikan kompensasi apabila pelayanan"
                " tidak sesuai standar pelayanan yang telah ditetapkan"
            ),
            "bahwa berdasarkan pertimbangan tersebut perlu menetapkan Keputusan Kepala Dinas",
        ),
        (),
        (
            (
                "Memberikan kompensasi kepada penerima layanan apabila pelayanan yang diterima tidak sesuai standar"
                " pelayanan."
            ),
            "Bentuk kompensasi sebagaimana dimaksud pada diktum KESATU tercantum dalam Lampiran keputusan ini.",
            "Kompensasi diberikan paling lambat 3 (tiga) hari kerja setelah ketidaksesuaian diketahui.",
        ),
        annex,
        ink=ink,
        mark=mark,
    )


def ethics(office: Office, number: str, date: str, mark: str = "", ink: bool = False) -> b.Paper:
    """Return the decree on the code of ethics."""
    annex: tuple[b.Block, ...] = (
        b.Title(("KODE ETIK DAN KODE PERILAKU PELAKSANA PELAYANAN",)),
        *(
            b.Text(text)
            for text in (
                "A. Hak: memperoleh perlindungan hukum, sarana kerja dan penghargaan atas prestasi.",
                "B. Kewajiban: melayani dengan ramah, cepat, tepat, dan tidak membeda-bedakan.",
                "C. Larangan: meminta imbalan, melakukan korupsi, kolusi, nepotisme, dan bersikap diskriminatif.",
                "D. Sanksi: teguran lisan, teguran tertulis, pemindahan tugas.",
                "E. Penghargaan: pelaksana teladan setiap triwulan.",
            )
        ),
    )
    return decree(
        office,
        number,
        date,
        f"Kode Etik dan Kode Perilaku Pelaksana Pelayanan pada {office.full}",
        ("bahwa pelaksana pelayanan harus berperilaku sesuai nilai dasar dan etika",),
        (),
        ("Menetapkan Kode Etik dan Kode Perilaku Pelaksana Pelayanan sebagaimana tercantum dalam Lampiran.",),
        annex,
        mark=mark,
        ink=ink,
        copies=False,
    )


def supervisors(
    office: Office, number: str, date: str, members: tuple[tuple[Person, str], ...], ink: bool = False
) -> b.Paper:
    """Return the decree on the internal supervision team."""
    rows = tuple((str(at), person.name, person.post, role) for at, (person, role) in enumerate(members, 1))
    year = date[:4]
    annex = (
        b.Title(("SUSUNAN TIM PENGAWASAN INTERNAL",)),
        b.Grid((("NO", "NAMA", "JABATAN", "KEDUDUKAN DALAM TIM"), *rows), (1, 6, 7, 5)),
    )
    return decree(
        office,
        number,
        date,
        f"Pembentukan Tim Pengawasan Internal Penyelenggaraan Pelayanan {office.full} Tahun {year}",
        ("bahwa untuk menjamin pelayanan terlaksana sesuai standar perlu dilakukan pengawasan internal",),
        ("Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah",),
        (
            f"Membentuk Tim Pengawasan Internal Penyelenggaraan Pelayanan {office.full}.",
            (
                "Tim bertugas melakukan pengawasan internal terhadap pelaksanaan standar pelayanan dan melaporkannya"
                " kepada Kepala Dinas."
            ),
        ),
        annex,
        ink=ink,
    )
