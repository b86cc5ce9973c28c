"""Regulations of a head of region and of a ministry."""

from __future__ import annotations

from .. import blocks as b
from ..office import Office, day
from .decrees import LAWS, counted, lettered


def regulation(
    office: Office,
    about_office: str,
    kind: str,
    number: str,
    date: str,
    duty: str,
    bureaus: tuple[str, ...],
    copy: bool = True,
) -> b.Paper:
    """Return a regulation of the head of region on the duties of an office (`about_office`)."""
    ruler, place = office.ruler.upper(), office.region.split(maxsplit=1)[1].upper()
    about = f"KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS DAN FUNGSI, SERTA TATA KERJA {about_office.upper()}"
    sign = b.Sign(
        (f"Ditetapkan di {office.place}", f"pada tanggal {day(date)}", f"{ruler} {place},"),
        None,
        mark="ttd",
        name=office.ruler_name.upper(),
    )
    promulgated = b.Text(
        f"Diundangkan di {office.place}\npada tanggal {day(date)}\nSEKRETARIS DAERAH {office.region.upper()},"
        f"\n\nttd\n\nWISNU BARAWAJA\n\nBERITA DAERAH {office.region.upper()} TAHUN {date[:4]} NOMOR {number}",
        "l",
    )
    blocks: tuple[b.Block, ...] = (
        *((b.Text("SALINAN", "r", True),) if copy else ()),
        b.Crown((f"{ruler} {place}", office.province.upper())),
        b.Title(
            (
                f"PERATURAN {kind.upper()} {place}",
                f"NOMOR {number} TAHUN {date[:4]}",
                "TENTANG",
                about,
                "DENGAN RAHMAT TUHAN YANG MAHA ESA",
                f"{ruler} {place},",
            ),
            11.5,
        ),
        b.Clause(
            "Menimbang",
            lettered(
                (
                    (
                        "bahwa untuk melaksanakan ketentuan Peraturan Daerah tentang Pembentukan dan Susunan "
                        f"Perangkat Daerah perlu menetapkan tugas dan fungsi {about_office}"
                    ),
                )
            ),
        ),
        b.Clause("Mengingat", counted((LAWS[1], "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah"))),
        b.Title(("MEMUTUSKAN :",)),
        b.Clause("Menetapkan", (("", f"PERATURAN {kind.upper()} TENTANG {about}."),)),
        *_chapters(office, about_office, duty, bureaus),
        sign,
        promulgated,
    )
    return b.Paper(blocks, "Helvetica", title=f"Peraturan {kind} {number}/{date[:4]}", author="Bagian Hukum")


def _chapters(office: Office, about_office: str, duty: str, bureaus: tuple[str, ...]) -> tuple[b.Block, ...]:
    units = "; ".join(f"{chr(97 + at)}. {name}" for at, name in enumerate(bureaus))
    return (
        b.Title(("BAB I", "KETENTUAN UMUM", "Pasal 1"), 11),
        b.Text(
            f"Dalam Peraturan ini yang dimaksud dengan: 1. Daerah adalah {office.region}; 2. Dinas adalah"
            f" {about_office} {office.region}; 3. Kepala Dinas adalah Kepala {about_office}."
        ),
        b.Title(("BAB II", "KEDUDUKAN DAN SUSUNAN ORGANISASI", "Pasal 2"), 11),
        b.Text(
            f"(1) {about_office} merupakan unsur pelaksana urusan pemerintahan yang dipimpin oleh Kepala Dinas yang"
            f" berkedudukan di bawah dan bertanggung jawab kepada {office.ruler} melalui Sekretaris Daerah."
        ),
        b.Text(f"(2) Susunan organisasi terdiri atas: {units}."),
        b.Title(("BAB III", "TUGAS DAN FUNGSI", "Pasal 3"), 11),
        b.Text(
            f"(1) {about_office} mempunyai tugas membantu {office.ruler} melaksanakan urusan pemerintahan di bidang"
            f" {duty}."
        ),
        b.Text(
            "(2) Dalam melaksanakan tugas sebagaimana dimaksud pada ayat (1), Dinas menyelenggarakan fungsi: a."
            " perumusan kebijakan; b. pelaksanaan kebijakan; c. pelaksanaan evaluasi dan pelaporan; d. pelaksanaan"
            " administrasi; e. pelaksanaan fungsi lain."
        ),
        *(
            b.Text(
                f"Pasal {at}\n{name} mempunyai tugas menyiapkan perumusan dan pelaksanaan kebijakan sesuai bidangnya"
                " dan berwenang memberi petunjuk, membagi tugas dan menilai hasil kerja bawahan."
            )
            for at, name in enumerate(bureaus[1:], 4)
        ),
        b.Title(("BAB IV", "TATA KERJA", f"Pasal {len(bureaus) + 3}"), 11),
        b.Text(
            "Setiap pimpinan satuan organisasi wajib menerapkan prinsip koordinasi, integrasi dan sinkronisasi serta"
            " melaksanakan pengawasan melekat."
        ),
        b.Text("Peraturan ini mulai berlaku pada tanggal diundangkan."),
    )


CHAPTERS = (
    (
        "BAB I\nKETENTUAN UMUM",
        (
            "Pelayanan publik, penyelenggara, standar pelayanan, maklumat pelayanan, sistem informasi, dan "
            "Ombudsman adalah sebagaimana dimaksud dalam peraturan perundang-undangan."
        ),
    ),
    (
        "BAB II\nSTANDAR PELAYANAN",
        (
            "Komponen standar pelayanan meliputi dasar hukum, persyaratan, sistem mekanisme dan prosedur, jangka"
            " waktu penyelesaian, biaya/tarif, produk pelayanan, sarana prasarana, kompetensi pelaksana, pengawasan"
            " internal, penanganan pengaduan, jumlah pelaksana, jaminan pelayanan, jaminan keamanan dan"
            " keselamatan, serta evaluasi kinerja pelaksana."
        ),
    ),
    (
        "BAB III\nMAKLUMAT DAN KOMPENSASI",
        "Penyelenggara menyusun maklumat pelayanan dan memberikan kompensasi kepada penerima layanan.",
    ),
    (
        "BAB IV\nPENGADUAN",
        (
            "Penyelenggara wajib mengelola pengaduan, menyusun register, rekapitulasi, laporan evaluasi pengaduan"
            " dan menghubungkan kanalnya dengan SP4N-LAPOR!."
        ),
    ),
    (
        "BAB V\nEVALUASI",
        (
            "Kinerja pelaksana dinilai melalui SKP, laporan kinerja bulanan, survei kepuasan masyarakat, analisis"
            " beban kerja, laporan hasil pengawasan Inspektorat, Renstra, Renja, LAKIP dan Perjanjian Kinerja."
        ),
    ),
)


def law() -> b.Paper:
    """Return an invented regulation that mentions every word an inspector looks for."""
    body: list[b.Block] = [
        b.Text("SALINAN", "r", True),
        b.Crown(("MENTERI PEMBINAAN PELAYANAN", "REPUBLIK CONTOH")),
        b.Title(
            (
                "PERATURAN MENTERI PEMBINAAN PELAYANAN",
                "NOMOR 99 TAHUN 2019",
                "TENTANG",
                "PEDOMAN PENYELENGGARAAN DAN PENILAIAN PELAYANAN PUBLIK",
                "DENGAN RAHMAT TUHAN YANG MAHA ESA",
            )
        ),
        b.Clause(
            "Menimbang", lettered(("bahwa perlu menetapkan pedoman penyelenggaraan dan penilaian pelayanan publik",))
        ),
        b.Clause("Mengingat", counted(LAWS)),
        b.Title(("MEMUTUSKAN :",)),
    ]
    for at, (name, text) in enumerate(CHAPTERS, 1):
        body += [b.Title((*name.split("\n"), f"Pasal {at}"), 11), b.Text(text)]
    body += [
        b.Sign(
            ("Ditetapkan di Ibukota Contoh", "pada tanggal 9 September 2019", "MENTERI PEMBINAAN PELAYANAN,"),
            None,
            mark="ttd",
            name="PRABASWARA",
        )
    ]
    return b.Paper(tuple(body), "Vera", title="Peraturan Menteri 99/2019")
