"""Plans of an office for a year or five: Renja, Renstra, RKPD,"
" budget, agreement, indicators, proposals, terms, integration."""

from __future__ import annotations

from random import Random

from .. import blocks as b
from ..scene import Scene, Truth
from ..sheet import Sheet
from . import figures as f
from . import kit as k

OMBUDSMAN = (
    "Hasil penilaian Ombudsman Republik Indonesia tahun sebelumnya menempatkan perangkat daerah pada kategori kualitas"
    " sedang; saran perbaikan dari Ombudsman menjadi dasar penyusunan kegiatan ini."
)
PROPOSED = (
    ("Penambahan loket layanan di kecamatan", "Musrenbang kecamatan", "Diterima"),
    ("Perbaikan ruang tunggu dan toilet difabel", "Forum Konsultasi Publik", "Diterima"),
    ("Pelatihan petugas pelayanan", "Usulan bidang", "Diterima"),
    ("Pengadaan kendaraan layanan keliling", "Pokok pikiran DPRD", "Ditunda"),
    ("Pemasangan papan informasi layanan", "Musrenbang desa", "Diterima"),
    ("Penyediaan aplikasi antrean", "Kotak saran", "Ditolak"),
)


def budget_of(scene: Scene) -> list[tuple[str, str, int]]:
    """Return activity, indicator and amount; the same for every paper about the same year."""
    chance = f.dice(scene.office, f"budget {scene.year}")
    names = (
        ("Administrasi umum perangkat daerah", "Jumlah laporan"),
        ("Pengadaan sarana dan prasarana ruang pelayanan", "Jumlah unit sarana"),
        ("Pemeliharaan gedung dan fasilitas pelayanan", "Jumlah gedung yang dipelihara"),
        ("Peningkatan kualitas pelayanan publik", "Nilai survei kepuasan"),
        ("Pengelolaan pengaduan masyarakat", "Persentase pengaduan selesai"),
    )
    return [(name, aim, chance.randint(20, 900) * 1_000_000) for name, aim in names]


def _rows(scene: Scene) -> list[tuple[str, ...]]:
    found = budget_of(scene)
    rows = [(str(n), name, aim, k.rupiah(many)) for n, (name, aim, many) in enumerate(found, 1)]
    return [*rows, ("", "Jumlah", "", k.rupiah(sum(many for _, _, many in found)))]


def head_of(scene: Scene) -> Truth:
    """Return the truth of a paper on the whole year, signed by the head."""
    return k.truth(scene, period=k.months(scene, 1, 12), people=[("signatory", scene.office.head)])


def renja(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """A book with cover, a short one with letterhead, one of tables mostly."""
    grid = k.table(("No", "Program/Kegiatan", "Indikator", "Pagu Indikatif (Rp)"), _rows(scene), (1, 8, 5, 4))
    usul = "Usulan masyarakat melalui Musrenbang dan Forum Konsultasi Publik ditelaah dan dimuat dalam rencana ini."
    if at == 0:
        body = k.chapters(
            (
                "Pendahuluan",
                k.say("1.1 Latar Belakang", f"Rencana kerja ini pedoman {scene.office.name} pada tahun {scene.year}."),
            ),
            ("Evaluasi Pelaksanaan Renja Tahun Lalu", k.say(OMBUDSMAN, "Realisasi kegiatan mencapai 96 persen.")),
            ("Tujuan dan Sasaran", k.say("Meningkatnya kualitas pelayanan publik.", usul)),
            ("Rencana Kerja dan Pendanaan", k.say("Kebutuhan anggaran sarana, prasarana dan kegiatan lain:") + grid),
            ("Penutup", k.say("Renja ini menjadi dasar penyusunan RKA.")),
        )
        return k.paper(
            scene, k.cover(scene, "Rencana Kerja", f"(Renja) Tahun {scene.year}"), body, k.signed(scene), title="Renja"
        ), head_of(scene)
    if at == 1:
        top = (k.kop(scene), k.title("Rencana Kerja Perangkat Daerah", f"Tahun Anggaran {scene.year}"))
        parts = (
            k.part("A. Dasar", "Undang-Undang Nomor 25 Tahun 2004 dan Permendagri Nomor 86 Tahun 2017."),
            k.part("B. Kondisi pelayanan", OMBUDSMAN),
            k.part("C. Telaahan usulan masyarakat", usul),
            k.part("D. Program, kegiatan dan pagu fasilitas", grid),
        )
        return k.paper(scene, *top, *parts, k.signed(scene), title="Renja"), head_of(scene)
    lines = [(n, name, f"Rp{k.rupiah(many)}", "APBD") for n, (name, _, many) in enumerate(budget_of(scene), 1)]
    top = (k.typed(scene), k.title(f"Dokumen Renja {scene.year}"))
    money = k.table(("No.", "Nama sub kegiatan", "Dana", "Sumber"), lines, (1, 9, 4, 2))
    return k.paper(
        scene, *top, money, k.part("Catatan", OMBUDSMAN, usul), k.signed(scene, upper=True), title="Renja"
    ), head_of(scene)


def renstra(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The plan of five years: a book, a book with other chapters, a summary matrix."""
    first, last = scene.year, scene.year + 4
    told = Truth("", scene.date, str(scene.year), f"{first}-01/{last}-12", scene.office.full, head_of(scene).people)
    amounts = budget_of(scene)
    rows: k.Rows = [
        (n, name, *(k.rupiah(many * (10 + y) // 10) for y in range(5))) for n, (name, _, many) in enumerate(amounts, 1)
    ]
    grid = k.table(("No", "Program", *(str(first + y) for y in range(5))), rows, (1, 5, 3, 3, 3, 3, 3), 8)
    years = f"Tahun {first}-{last}"
    if at == 0:
        body = k.chapters(
            ("Pendahuluan", k.say(f"Rencana strategis {scene.office.name} memuat arah pelayanan lima tahun.")),
            (
                "Gambaran Pelayanan",
                k.say(
                    "2.1 Tugas, Fungsi dan Struktur Organisasi",
                    f"Sumber daya: {len(scene.office.staff)} pegawai.",
                    OMBUDSMAN,
                ),
            ),
            ("Permasalahan dan Isu Strategis", k.say("Sarana prasarana pelayanan belum ramah kelompok rentan.")),
            ("Tujuan dan Sasaran", k.say("Meningkatnya kepuasan masyarakat atas layanan.")),
            ("Rencana Program dan Pendanaan", k.say("Pagu indikatif sarana dan prasarana serta program lain:") + grid),
            ("Penutup", k.say("Renstra ini dijabarkan dalam Renja setiap tahun.")),
        )
        return k.paper(
            scene, k.cover(scene, "Rencana Strategis", "(Renstra)", years), body, k.signed(scene), title="Renstra"
        ), told
    if at == 1:
        body = k.chapters(
            ("Pendahuluan", k.say("Landasan hukum: Undang-Undang Nomor 23 Tahun 2014.")),
            ("Kinerja Pelayanan", k.say(OMBUDSMAN, "Usul masyarakat dihimpun melalui Musrenbang.")),
            ("Arah Kebijakan", k.say("Pemenuhan fasilitas pelayanan dan anggarannya disusun bertahap.") + grid),
        )
        return k.paper(
            scene,
            k.title("Renstra Perangkat Daerah", scene.office.full, years, size=16),
            (b.Page(),),
            body,
            k.signed(scene),
            title="Renstra",
        ), told
    lines = [(name, aim, f"{k.rupiah(many)} s.d. {k.rupiah(many * 14 // 10)}") for name, aim, many in amounts]
    top = (k.typed(scene), k.title("Matriks Rencana Strategis Lima Tahunan", f"Periode {first} s.d. {last}"))
    parts = (k.table(("Program", "Indikator sasaran", "Kerangka pendanaan (Rp)"), lines, (6, 5, 5)), k.say(OMBUDSMAN))
    return k.paper(scene, *top, *parts, k.signed(scene), title="Renstra"), told


def region_plan(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The yearly plan of the region, of which an office keeps its part: an annex, a book, an extract."""
    office = scene.office
    told = Truth("", scene.date, str(scene.year), k.months(scene, 1, 12), f"Pemerintah {office.region}")
    grid = k.table(("No", "Kegiatan", "Indikator", "Pagu (Rp)"), _rows(scene), (1, 8, 5, 4))
    sign = (
        b.Sign(
            (k.when(scene), f"{office.ruler.upper()} {office.place.upper()},"),
            None,
            True,
            f"{office.ruler} {office.place} *".upper(),
            name=office.ruler_name,
        ),
    )
    if at == 0:
        body = k.chapters(
            ("Pendahuluan", k.say(f"RKPD {office.region} menjadi pedoman penyusunan Renja dan KUA-PPAS.")),
            ("Gambaran Umum Kondisi Daerah", k.say("Indeks pembangunan manusia meningkat.")),
            (
                "Rencana Program dan Kegiatan Prioritas",
                k.say(f"Perangkat daerah: {office.name}. Usulan Musrenbang telah ditampung.") + grid,
            ),
        )
        first = (
            b.Gap(40),
            b.Title(("RENCANA KERJA PEMERINTAH DAERAH", f"(RKPD) {office.region.upper()}", f"TAHUN {scene.year}"), 18),
            b.Page(),
        )
        return k.paper(scene, first, body, sign, title="RKPD"), told
    if at == 1:
        crown = (b.Crown((office.ruler.upper() + " " + office.place.upper(), office.province.upper())),)
        text = f"Lampiran Peraturan {office.ruler} tentang Rencana Kerja Pemerintah Daerah Tahun {scene.year}"
        return k.paper(scene, crown, k.say(text), k.part(f"Urusan {office.name}", grid), sign, title="RKPD"), told
    lines = [(name, f"Rp{k.rupiah(many)}") for name, _, many in budget_of(scene)]
    top = k.title(f"Petikan RKPD {office.region} {scene.year}", f"untuk {office.name}")
    return k.paper(
        scene, top, k.table(("Sub kegiatan prioritas", "Anggaran"), lines, (10, 4)), sign, title="RKPD"
    ), told


def budget(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """The budget paper of an office: a DPA sheet, an RKA form, a DPA print."""
    told = head_of(scene)
    lines = [(f"5.{n}.02.{n:02d}", name, many) for n, (name, _, many) in enumerate(budget_of(scene), 1)]
    total = sum(many for _, _, many in lines)
    if at == 0:
        rows = (*lines, ("", "JUMLAH ANGGARAN", total))
        name = ("DOKUMEN PELAKSANAAN ANGGARAN (DPA-SKPD)", scene.office.full.upper(), f"TAHUN ANGGARAN {scene.year}")
        return (
            Sheet(
                "DPA",
                name,
                (("KODE REKENING", "URAIAN", "JUMLAH (Rp)"),),
                rows,
                (20, 60, 20),
                sign=k.sheet_sign(scene),
                total=True,
            ),
        ), told
    printed = [(code, name, k.rupiah(many)) for code, name, many in lines] + [("", "Jumlah", k.rupiah(total))]
    if at == 1:
        top = (
            k.title(
                "Rencana Kerja dan Anggaran", "Satuan Kerja Perangkat Daerah (RKA-SKPD)", f"Tahun Anggaran {scene.year}"
            ),
            k.fields(("Organisasi", scene.office.full), ("Sumber pendanaan", "APBD")),
        )
        return k.paper(
            scene,
            *top,
            k.table(("Kode Rekening", "Uraian Belanja", "Jumlah (Rp)"), printed, (4, 9, 4)),
            k.signed(scene),
            title="RKA",
        ), told
    number = f"DPA/A.{scene.chance.randint(1, 9)}/1.0{scene.chance.randint(1, 9)}/001/{scene.year}"
    top = (k.typed(scene), k.title("DPA Rincian Belanja", f"Nomor: {number}", f"TA {scene.year}"))
    spread = k.say(
        f"Belanja modal dan pemeliharaan fasilitas pelayanan termasuk dalam jumlah di bawah ini: Rp{k.rupiah(total)}."
    )
    told = k.truth(scene, number, told.period, [("signatory", scene.office.head)])
    return k.paper(
        scene,
        *top,
        spread,
        k.table(("Rekening", "Sub kegiatan", "Pagu"), printed, (4, 9, 4)),
        k.signed(scene),
        title="DPA",
    ), told


def proposals(scene: Scene, at: int) -> tuple[k.Body, Truth]:
    """Proposals of the public and of the units: a sheet, a printed recap, a list in words."""
    told, picked = k.truth(scene), Random(f"{scene.office.full}{scene.year}").sample(PROPOSED, 5)
    if at == 0:
        rows = tuple((n, *row) for n, row in enumerate(picked, 1))
        name = ("DAFTAR USULAN PROGRAM DAN KEGIATAN", scene.office.full.upper(), f"TAHUN {scene.year}")
        return (
            Sheet(
                "Usulan",
                name,
                (("NO", "USULAN", "ASAL USULAN", "HASIL VERIFIKASI"),),
                rows,
                (5, 48, 28, 18),
                sign=k.sheet_sign(scene),
            ),
        ), told
    if at == 1:
        lines = [(n, what, source, result) for n, (what, source, result) in enumerate(picked, 1)]
        grid = k.table(
            ("No", "Uraian Usulan Program", "Sumber (Musrenbang/FKP/Unit)", "Keterangan"), lines, (1, 7, 5, 3)
        )
        return k.paper(
            scene,
            k.kop(scene),
            k.title("Rekapitulasi Usulan Program", f"Tahun {scene.year}"),
            grid,
            k.signed(scene),
            title="Usulan",
        ), told
    texts = [f"{what} ({source.lower()}), status: {result.lower()}." for what, source, result in picked]
    return k.paper(
        scene,
        k.typed(scene),
        k.title("Himpunan Aspirasi dan Usulan Kegiatan Masyarakat", f"Tahun {scene.year}"),
        k.listed(*texts),
        k.signed(scene),
        title="Usulan",
    ), told


LAYOUTS: dict[str, k.Three] = {
    "renja": k.three("renja", renja),
    "renstra": k.three("renstra", renstra),
    "rkpd": k.three("rkpd", region_plan),
    "rka_dpa": k.three("rka_dpa", budget),
    "usulan_program": k.three("usulan_program", proposals),
}
