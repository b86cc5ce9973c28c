"""Procedures, pledges and forms."""

from __future__ import annotations

from .. import blocks as b
from ..office import Office, Person, day


def pledge(office: Office, date: str, ink: bool = True, number: str = "") -> b.Paper:
    """Return the Maklumat Pelayanan with its three statements, signed by the head."""
    sign = b.Sign((f"{office.place}, {day(date)}", "KEPALA DINAS,"), office.head, ink, office.stamp if ink else "")
    return b.Paper(
        (
            b.Kop(office),
            b.Gap(15),
            b.Title(("MAKLUMAT PELAYANAN",), 24),
            *((b.Title((f"NOMOR : {number}",)),) if number else ()),
            b.Gap(8),
            b.Text(
                "“DENGAN INI KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH"
                " DITETAPKAN, SESUAI KEWAJIBAN DAN AKAN MELAKUKAN PERBAIKAN SECARA TERUS MENERUS, DAN APABILA TIDAK"
                " MENEPATI JANJI INI KAMI SIAP MENERIMA SANKSI SESUAI PERATURAN PERUNDANG-UNDANGAN YANG BERLAKU SERTA"
                " MEMBERIKAN KOMPENSASI”",
                "c",
                True,
                size=14,
            ),
            b.Gap(12),
            sign,
        ),
        "Times",
        title="Maklumat Pelayanan",
        author=office.name,
    )


def sop(
    office: Office,
    name: str,
    number: str,
    date: str,
    laws: tuple[str, ...],
    steps: tuple[tuple[str, str, str, str], ...],
    actors: tuple[str, ...],
    ink: bool = False,
    approved: bool = True,
    font: str = "Helvetica",
) -> b.Paper:
    """Return an SOP: identity box, legal base, steps with marks per actor, quality base."""
    head = office.head
    signature = f"Kepala Dinas\n\n{'ttd' if approved and not ink else ' '}\n\n{head.name}\nNIP. {head.spaced}"
    made = day(date) if approved else ". . . . . . . . ."
    box = (
        (f"PEMERINTAH {office.region.upper()}\n{office.name.upper()}", "Nomor SOP", number),
        ("", "Tanggal Pembuatan", made),
        ("", "Tanggal Revisi", "-"),
        ("", "Tanggal Pengesahan", made),
        ("", "Disahkan oleh", signature),
        ("", "Nama SOP", name),
    )
    law_text = "\n".join(f"{at}. {law}" for at, law in enumerate(laws, 1))
    info = (
        ("Dasar Hukum", "Kualifikasi Pelaksana"),
        (law_text, "1. Memahami tugas dan fungsi\n2. Mampu mengoperasikan komputer"),
        ("Keterkaitan", "Peralatan/Perlengkapan"),
        ("SOP Pengelolaan Surat Masuk", "Komputer, printer, formulir, buku register"),
        ("Peringatan", "Pencatatan dan Pendataan"),
        ("Apabila SOP tidak dilaksanakan maka pelayanan terhambat", "Disimpan sebagai data elektronik dan manual"),
    )
    blank = ("",) * (len(actors) - 1)
    rows = []
    for at, (text, actor, time, output) in enumerate(steps, 1):
        marks = tuple("X" if actor == who else "" for who in actors)
        rows.append((str(at), text, *marks, "Berkas", time, output, ""))
    top = ("No", "Uraian Prosedur", "Pelaksana", *blank, "Mutu Baku", "", "", "Keterangan")
    second = ("", "", *actors, "Kelengkapan", "Waktu", "Output", "")
    last = len(actors)
    spans = ((0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 1 + last, 0), (2 + last, 0, 4 + last, 0), (5 + last, 0, 5 + last, 1))
    seal = (b.Seal(head, office.stamp, 0.80, 23),) if ink else ()
    return b.Paper(
        (
            b.Grid(box, (6, 4, 7), head=0, spans=((0, 0, 0, 5),), size=9.5),
            *seal,
            b.Grid(info, (1, 1), head=0, bold_rows=(0, 2, 4)),
            b.Page(),
            b.Text(f"SOP {name}", "c", True),
            b.Grid((top, second, *rows), (1, 7, *((2.2,) * last), 2.6, 2.4, 3, 2.8), head=2, size=8, spans=spans),
        ),
        font,
        landscape=True,
        title=f"SOP {name}",
        author=office.name,
    )


COMPLAINT_STEPS = (
    (
        "Menerima pengaduan melalui loket, kotak saran, telepon, WhatsApp atau SP4N-LAPOR!",
        "Petugas",
        "5 menit",
        "Formulir pengaduan",
    ),
    ("Mencatat pengaduan pada register dan memberikan tanda terima", "Petugas", "10 menit", "Register"),
    ("Menelaah dan mengklasifikasi pengaduan", "Ketua Tim", "1 hari", "Telaahan"),
    ("Menyalurkan kepada bidang terkait untuk tindak lanjut", "Ketua Tim", "1 hari", "Disposisi"),
    ("Menindaklanjuti pengaduan dan menyusun jawaban", "Bidang", "5 hari kerja", "Konsep jawaban"),
    ("Menyetujui dan menyampaikan jawaban kepada pengadu", "Kepala Dinas", "1 hari", "Surat jawaban"),
    ("Mengarsipkan dan melaporkan setiap triwulan", "Petugas", "1 hari", "Laporan"),
)
COMPLAINT_LAWS = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
    "Permen PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP AP",
)


def complaint_sop(office: Office, number: str, date: str, ink: bool = False, approved: bool = True) -> b.Paper:
    """Return the SOP of complaint handling."""
    return sop(
        office,
        "Pengelolaan Pengaduan Pelayanan Publik",
        number,
        date,
        COMPLAINT_LAWS,
        COMPLAINT_STEPS,
        ("Petugas", "Ketua Tim", "Bidang", "Kepala Dinas"),
        ink,
        approved,
    )


def service_sop(office: Office, name: str, number: str, date: str) -> b.Paper:
    """Return the SOP of a service flow."""
    steps = (
        ("Pemohon mengambil nomor antrean dan menyerahkan berkas persyaratan", "Petugas Loket", "5 menit", "Berkas"),
        (
            "Memeriksa kelengkapan berkas; bila tidak lengkap dikembalikan",
            "Petugas Loket",
            "10 menit",
            "Berkas lengkap",
        ),
        ("Memverifikasi data pada aplikasi", "Operator", "15 menit", "Hasil verifikasi"),
        ("Memeriksa dan membubuhkan paraf", "Kepala Bidang", "30 menit", "Konsep"),
        ("Menandatangani", "Kepala Dinas", "1 jam", "Dokumen"),
        ("Menyerahkan kepada pemohon", "Petugas Loket", "5 menit", "Tanda terima"),
    )
    return sop(
        office,
        name,
        number,
        date,
        (
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            "Permendagri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur",
        ),
        steps,
        ("Petugas Loket", "Operator", "Kepala Bidang", "Kepala Dinas"),
    )


def blank_form() -> b.Paper:
    """Return a complaint form nobody filled in: rows of dots."""
    dots = "." * 60
    return b.Paper(
        (
            b.Title(("PEMERINTAH KABUPATEN ........................", "DINAS ........................"), 13),
            b.Title(
                (
                    "SURAT KEPUTUSAN KEPALA DINAS ........................",
                    "NOMOR : ......../......../........",
                    "TENTANG",
                    "PENETAPAN KOMPENSASI PELAYANAN",
                )
            ),
            b.Clause("Menimbang", (("a.", f"bahwa {dots};"), ("b.", f"bahwa {dots};"))),
            b.Clause("Mengingat", (("1.", dots), ("2.", dots))),
            b.Title(("MEMUTUSKAN :",)),
            b.Clause("KESATU", (("", dots),)),
            b.Clause("KEDUA", (("", dots),)),
            b.Sign(
                ("Ditetapkan di ..................", "pada tanggal .................."),
                None,
                name="(NAMA KEPALA DINAS)",
            ),
        ),
        "Times",
        title="Template SK",
    )


def contacts_form() -> b.Paper:
    """Return a blank complaint form with rows of dots."""
    dots = "." * 70
    return b.Paper(
        (
            b.Title(("FORMULIR PENGADUAN MASYARAKAT",)),
            b.Fields(
                tuple(
                    (name, dots)
                    for name in (
                        "Nama",
                        "Alamat",
                        "Nomor telepon",
                        "Tanggal",
                        "Jenis layanan",
                        "Uraian pengaduan",
                        "Harapan pengadu",
                        "Tindak lanjut",
                    )
                )
            ),
            b.Text("Petugas penerima,\n\n\n(....................)", "r"),
        ),
        "Helvetica",
        title="Formulir",
    )


def certificate(who: Person, office: Office, about: str, days: str, date: str, number: str) -> b.Paper:
    """Return a certificate of training."""
    return b.Paper(
        (
            b.Gap(4),
            b.Crown(("BADAN PENGEMBANGAN SUMBER DAYA MANUSIA", office.province.upper())),
            b.Title(("SERTIFIKAT",), 30),
            b.Text(f"Nomor : {number}", "c"),
            b.Gap(3),
            b.Text("Diberikan kepada", "c"),
            b.Title((who.name,), 18),
            b.Text(f"NIP. {who.spaced}\n{who.post} pada {office.full}", "c"),
            b.Text(
                f"telah mengikuti {about} yang diselenggarakan pada tanggal {days} dengan kualifikasi BAIK.",
                "c",
                size=12,
            ),
            b.Sign(
                (f"Kota Lembayung, {day(date)}", "Kepala Badan,"),
                None,
                True,
                "BADAN PENGEMBANGAN SDM * PROVINSI LEMBAYUNG *",
                name="Dr. Nagendra Sastrawidjaja, M.Pd.",
            ),
        ),
        "Times",
        landscape=True,
        border=True,
        size="a4",
        title="Sertifikat",
    )
