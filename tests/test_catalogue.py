"""The catalogue: every entry reads, its words are folded, no two special types claim the same title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers import document_of

from evidence_check.checklist.catalogue import read_catalogue
from evidence_check.checklist.reading import read_document_type
from evidence_check.errors import ChecklistError
from evidence_check.facts.kinds import Recogniser
from evidence_check.model.asked import DocumentType
from evidence_check.words.fold import fold
from evidence_check.words.phrases import Pattern, pattern

FOLDER = Path(__file__).parents[1] / "checklists" / "documents"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
CATALOGUE = read_catalogue(TEXTS)
RECOGNISER = Recogniser(CATALOGUE)
SLOT = re.compile(r"[a-z0-9]+(\|[a-z0-9]+)*")
ENTRIES = [pytest.param(kind, id=kind.id) for kind in CATALOGUE.values()]

HEAD = "PEMERINTAH KABUPATEN ARUNIKA\nDINAS SOSIAL\nJalan Kenanga Nomor 4 Telp. (0999) 123\n"
DECREE = HEAD + "KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN ARUNIKA\nNOMOR : 188.45/12/432.1/2026\nTENTANG\n{}\n" \
    "Menimbang : a. bahwa\nMengingat : Undang-Undang\nMEMUTUSKAN\nMenetapkan :\nDitetapkan di Arunika\n"
REGULATION = "BUPATI ARUNIKA\nPERATURAN BUPATI ARUNIKA\nNOMOR 8 TAHUN 2024\nTENTANG\n{}\nDENGAN RAHMAT TUHAN\nPasal 1\n"
LETTER = HEAD + "Nomor : 1\nSifat : Biasa\nLampiran : -\nHal : {}\nKepada Yth.\n"

# What a paper is headed with in practice, and what it is (`documents.md` sections 5 and 6).
HEADINGS = [
    ("sk_kompensasi", DECREE.format("PEMBERIAN KOMPENSASI KEPADA PENERIMA LAYANAN")),
    ("sk_kompensasi", DECREE.format("PEDOMAN REWARD AND PUNISHMENT SERTA KOMPENSASI KEPADA PENERIMA LAYANAN")),
    ("sk_insentif", DECREE.format("PEMBERIAN INSENTIF PEGAWAI")),
    ("sk_standar_pelayanan", DECREE.format("PENETAPAN STANDAR PELAYANAN")),
    ("sk_pengaduan", DECREE.format("PEMBENTUKAN TIM PENGELOLA PENGADUAN MASYARAKAT")),
    ("sk_pengaduan", DECREE.format("PENUNJUKAN PETUGAS PENANGANAN KELUHAN")),
    ("sk_penghubung_sp4n", DECREE.format("PENUNJUKAN PEJABAT PENGHUBUNG SP4N-LAPOR!")),
    ("sk_tim_pengawasan", DECREE.format("PEMBENTUKAN TIM PENGAWAS INTERNAL")),
    ("sk_generic", DECREE.format("PEMBENTUKAN PANITIA HARI JADI")),
    ("perda_tupoksi", REGULATION.format("KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS DAN FUNGSI, TATA KERJA DINAS")),
    ("peraturan_daerah_lain", REGULATION.format("PAKAIAN DINAS APARATUR SIPIL NEGARA")),
    ("sk_penghargaan", DECREE.format("PEMBERIAN PENGHARGAAN PEGAWAI TELADAN")),
    ("sk_petugas_khusus", DECREE.format("PENUNJUKAN PETUGAS LAYANAN KONSULTASI")),
    ("sk_inovasi", DECREE.format("PEMBENTUKAN TIM INOVASI PELAYANAN PUBLIK")),
    ("sop", "Nomor SOP : 060/12/2026\nTanggal Pembuatan\nDisahkan oleh\nNama SOP : Penerbitan Rekomendasi\n"),
    ("sop_pengaduan", "PENANGANAN KELUHAN PELANGGAN\nSOP\nNo. Dokumen : 12\nNo. Revisi : 0\nTanggal Terbit :\n"),
    ("sop_kompensasi", "STANDAR OPERASIONAL PROSEDUR\nPEMBERIAN KOMPENSASI\n"),
    ("rekap_abk", HEAD + "REKAPITULASI HASIL ANALISIS BEBAN KERJA (ABK)\nTAHUN 2025\n"),
    ("anjab", "ANALISIS JABATAN\nIkhtisar Jabatan\n"),
    ("data_kepegawaian", HEAD + "DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL\nTAHUN 2025\n"),
    ("data_kepegawaian", HEAD + "BEZETTING PEGAWAI\n"),
    ("daftar_gaji_tpp", HEAD + "DAFTAR PEMBAYARAN TAMBAHAN PENGHASILAN PEGAWAI\nNO NAMA PAGU TPP PPH 21\n"),
    ("skp_tahunan", "FORMULIR SASARAN KERJA\nPEGAWAI NEGERI SIPIL\nI. PEJABAT PENILAI\n"),
    ("skp_tahunan", "SASARAN KINERJA PEGAWAI\nPENDEKATAN HASIL KERJA KUALITATIF\nPERIODE PENILAIAN : 2025\n"),
    ("skp_tahunan", "EVALUASI KINERJA PEGAWAI\nPERIODE : JANUARI - DESEMBER 2025\n"),
    ("perjanjian_kinerja", "PERJANJIAN KINERJA TAHUN 2026\n"),
    ("laporan_kinerja_bulanan", HEAD + "LAPORAN KINERJA BULANAN\nBULAN JULI 2026\n"),
    ("laporan_kinerja_bulanan", "LAPORAN CAPAIAN KINERJA BULANAN (LCKB)\n"),
    ("laporan_kinerja_harian", "LAPORAN KINERJA HARIAN\nBULAN JULI 2026\n"),
    ("lkjip", "LAPORAN KINERJA INSTANSI PEMERINTAH\nDINAS SOSIAL\nTAHUN 2025\n"),
    ("laporan_skm", "LAPORAN PELAKSANAAN SURVEY KEPUASAN MASYARAKAT (SKM)\nSEMESTER I TAHUN 2026\n"),
    ("laporan_skm", "INDEKS KEPUASAN MASYARAKAT (IKM)\nTRIWULAN II TAHUN 2026\n"),
    ("laporan_rtl_skm", HEAD + "LAPORAN TINDAK LANJUT HASIL SURVEI KEPUASAN MASYARAKAT\nTAHUN 2025\n"),
    ("laporan_reviu_standar", HEAD + "LAPORAN PENINJAUAN ULANG STANDAR PELAYANAN\nTAHUN 2026\n"),
    ("laporan_reviu_standar", HEAD + "LAPORAN MONITORING DAN EVALUASI PENERAPAN STANDAR PELAYANAN\nTAHUN 2026\n"),
    ("laporan_survei_internal", HEAD + "LAPORAN SURVEI KEPUASAN PEGAWAI\nTAHUN 2026\n"),
    ("proposal_inovasi", "PROPOSAL INOVASI PELAYANAN PUBLIK\nJudul Inovasi : SIGAP\n"),
    ("piagam_penghargaan", "PIAGAM PENGHARGAAN\ndiberikan kepada\nDINAS SOSIAL KABUPATEN ARUNIKA\nsebagai Juara II\n"),
    ("jadwal_piket", HEAD + "JADWAL PIKET PETUGAS PELAYANAN\nBULAN MEI 2026\n"),
    ("surat_perintah_lembur", HEAD + "SURAT PERINTAH KERJA LEMBUR\nNomor : 800/12/2026\n"),
    ("kuesioner_skm", "KUESIONER SURVEI KEPUASAN MASYARAKAT\n"),
    ("laporan_spak", "LAPORAN SURVEI PERSEPSI ANTI KORUPSI\n"),
    ("laporan_pengaduan", "LAPORAN EVALUASI PENGELOLAAN PENGADUAN\nSEMESTER I TAHUN 2026\n"),
    ("laporan_pengaduan", "LAPORAN PENANGANAN KELUHAN PELANGGAN\nTAHUN 2025\n"),
    ("laporan_pengawasan_pengaduan", "LAPORAN PENGAWASAN PENGELOLAAN PENGADUAN\nTAHUN 2026\n"),
    ("rekap_pengaduan", "REKAPITULASI PENGADUAN MASYARAKAT\nTAHUN 2026\n"),
    ("register_pengaduan", "BUKU REGISTER PENGADUAN\nTAHUN 2026\n"),
    ("laporan_pengawasan", "PEMERINTAH KABUPATEN ARUNIKA\nINSPEKTORAT\nLAPORAN HASIL PENGAWASAN PELAYANAN PUBLIK\n"),
    ("ba_pengawasan", "BERITA ACARA\nMONITORING DAN EVALUASI PELAYANAN PUBLIK\nPada hari ini\n"),
    ("ba_fkp", "BERITA ACARA\nFORUM KONSULTASI PUBLIK\nPada hari ini\n"),
    ("berita_acara", "BERITA ACARA\nSERAH TERIMA BARANG\nPada hari ini\n"),
    ("notulen_pengawasan", "NOTULA RAPAT\nHari/Tanggal : Senin\nAcara : Evaluasi dan Pembinaan Pelayanan\n"),
    ("notulen", "NOTULENSI RAPAT\nHari/Tanggal : Senin\nAcara : Persiapan Hari Jadi\n"),
    ("penilaian_eksternal", "KEPUTUSAN KETUA OMBUDSMAN REPUBLIK INDONESIA\nTENTANG\nHASIL PENILAIAN KEPATUHAN\n"),
    ("renstra", "RENCANA STRATEGIS (RENSTRA)\nDINAS SOSIAL\nTAHUN 2025-2029\n"),
    ("renja", "RENCANA KERJA (RENJA)\nDINAS SOSIAL\nTAHUN 2026\n"),
    ("rkpd", "RENCANA KERJA PEMERINTAH DAERAH (RKPD)\nTAHUN 2026\n"),
    ("rka_dpa", "RENCANA KERJA DAN ANGGARAN\nTAHUN ANGGARAN 2026\n"),
    ("surat_undangan", LETTER.format("Undangan")),
    ("surat_permohonan_integrasi", LETTER.format("Permohonan Integrasi SP4N-LAPOR!")),
    ("peraturan_menteri", "PERATURAN MENTERI DALAM NEGERI\nNOMOR 1 TAHUN 2023\nTENTANG\nSTANDAR PELAYANAN\n"),
]

# What is often handed in instead, and what it must not be taken for (`documents.md` section 6).
CONFUSIONS = [
    ("sk_kompensasi", DECREE.format("TAMBAHAN PENGHASILAN PEGAWAI SEBAGAI KOMPENSASI KERJA")),
    ("sk_kompensasi", "STANDAR OPERASIONAL PROSEDUR\nPEMBERIAN KOMPENSASI\npenerima layanan keterlambatan\n"),
    ("sk_standar_pelayanan", DECREE.format("TIM PENYUSUN STANDAR PELAYANAN")),
    ("sk_pengaduan", DECREE.format("UNIT PENGENDALIAN GRATIFIKASI")),
    ("sk_kompensasi", DECREE.format("PEMBERIAN PENGHARGAAN DAN INSENTIF PEGAWAI")),
    ("sk_penghargaan", DECREE.format("PEMBERIAN KOMPENSASI KEPADA PENERIMA LAYANAN")),
    ("laporan_skm", HEAD + "LAPORAN TINDAK LANJUT SURVEI KEPUASAN MASYARAKAT\nTAHUN 2026\nrencana realisasi\n"),
    ("sk_standar_pelayanan", HEAD + "LAPORAN REVIU STANDAR PELAYANAN\nTAHUN 2026\nkomponen peninjauan\n"),
    ("standar_pelayanan", HEAD + "LAPORAN REVIU STANDAR PELAYANAN\nTAHUN 2026\nkomponen peninjauan\n"),
    ("laporan_skm", DECREE.format("TIM SURVEI KEPUASAN MASYARAKAT")),
    ("laporan_skm", "KUESIONER SURVEI KEPUASAN MASYARAKAT\nresponden unsur pelayanan mutu pelayanan\n"),
    ("laporan_skm", "KERANGKA ACUAN KERJA\nSURVEI KEPUASAN MASYARAKAT\nresponden\n"),
    ("standar_pelayanan", REGULATION.format("STANDAR PELAYANAN MINIMAL RUMAH SAKIT")),
    ("laporan_kinerja_bulanan", "LAPORAN KINERJA PEGAWAI (AKTIVITAS)\nNO NAMA NIP PAGU TPP PPH 21 NO. REK\n"),
    ("laporan_kinerja_bulanan", "LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2025\n"),
    ("skp_tahunan", "SASARAN KESELAMATAN PASIEN (SKP)\nPUSKESMAS ARUNIKA\n"),
    ("skp_tahunan", "PENETAPAN ANGKA KREDIT\nPejabat penilai\nPredikat kinerja\n"),
    ("skp_tahunan", "PERJANJIAN KINERJA TAHUN 2026\nPihak pertama\nPihak kedua\n"),
    ("rekap_abk", "DAFTAR ANAK BERKEBUTUHAN KHUSUS (ABK)\nTAHUN 2026\n"),
    ("data_kepegawaian", HEAD + "DAFTAR GAJI PEGAWAI\nPembina Penata golongan TMT pendidikan\n"),
    ("data_kepegawaian", "REKAPITULASI KEHADIRAN PEGAWAI\nBULAN MEI 2026\n"),
    ("laporan_spm", "SURAT PERINTAH MEMBAYAR (SPM)\nTAHUN ANGGARAN 2026\n"),
    ("laporan_pengawasan", "LAPORAN HASIL PEMERIKSAAN\nBADAN PEMERIKSA KEUANGAN\ntemuan kriteria\n"),
    ("laporan_pengawasan", "LAPORAN PERJALANAN DINAS\nMONITORING PELAYANAN\ntemuan rekomendasi\n"),
    ("notulen_pengawasan", "DAFTAR HADIR\nRAPAT EVALUASI PELAYANAN\n"),
    ("notulen_pengawasan", LETTER.format("Undangan Rapat Evaluasi Pelayanan")),
    ("ba_pengawasan", "BERITA ACARA PEMERIKSAAN BARANG\nPada hari ini\nyang bertanda tangan\nDemikian berita acara\n"),
    ("penilaian_eksternal", "LEMBAR KERJA EVALUASI MANDIRI\nHASIL EVALUASI KINERJA PELAYANAN PUBLIK\n"),
    ("perda_tupoksi", REGULATION.format("HARI KERJA DAN JAM KERJA") + "mempunyai tugas\nmenyelenggarakan fungsi\n"),
    ("laporan_pengaduan", "FORMULIR PENGADUAN MASYARAKAT\nNama Lengkap\n"),
]


def patterns() -> Iterator[tuple[DocumentType, str]]:
    return ((kind, title) for kind in CATALOGUE.values() for title in kind.titles)


def family(kind: str) -> set[str]:
    found = {kind}
    while kind := CATALOGUE[kind].kind_of:
        found.add(kind)
    return found


def test_every_type_a_checklist_asks_for_is_evidence() -> None:
    import yaml

    asked = {
        kind
        for path in FOLDER.parent.glob("*.yaml")
        for indicator in yaml.safe_load(path.read_text(encoding="utf-8"))["indicators"]
        for requirement in indicator["requirements"]
        for kind in requirement.get("any_of", ())
    }
    assert asked
    assert not [kind for kind in sorted(asked) if kind not in CATALOGUE or not CATALOGUE[kind].evidence]


@pytest.mark.parametrize("kind", ENTRIES)
def test_an_entry_tells_its_sources_and_can_be_recognised(kind: DocumentType) -> None:
    assert kind.name and kind.sources and kind.titles and kind.anchors
    assert kind.dated_by in ("period", "signed")
    assert not (kind.needs and not kind.evidence), "what is never evidence needs nothing"


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_words_stand_in_the_file_as_they_are_compared(name: str) -> None:
    """A word that folding would change says something else than the reader of the file believes."""
    import yaml

    raw = yaml.safe_load(TEXTS[name])
    for title in [*raw["titles"], *raw.get("parts", [])]:
        assert all(slot == "..." or SLOT.fullmatch(slot) for slot in title.split(" ")), title
    look_alikes = [word for each in raw["look_alikes"] for word in each["words"]]
    for phrase in [*raw["aliases"], *raw["anchors"], *look_alikes, *(cell for row in raw["columns"] for cell in row)]:
        assert phrase and phrase == fold(phrase), phrase


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_title_stands_once_and_a_look_alike_is_not_the_type_itself(kind: DocumentType) -> None:
    assert len(set(kind.titles)) == len(kind.titles)
    own = {*kind.aliases, *kind.anchors}
    assert not [word for each in kind.look_alikes for word in each.words if word in own]


def test_no_two_special_types_claim_the_same_title() -> None:
    claimed: dict[str, str] = {}
    for kind, title in patterns():
        if not kind.generic:
            assert claimed.setdefault(title, kind.id) == kind.id, title


def test_every_title_is_found_in_its_own_words() -> None:
    """The shortest paper a pattern describes is found by it; a mistyped slot would find nothing."""
    from evidence_check.words.lines import lines_of
    from evidence_check.words.phrases import Joined

    for kind, title in patterns():
        words = " ".join(slot.split("|")[0] for slot in title.split() if slot != "...")
        assert pattern(title).find(Joined(lines_of(document_of(words).pages))), (kind.id, title)


def test_no_title_is_a_lone_word_of_every_paper() -> None:
    lone = {word for _, title in patterns() if Pattern(title).words == 1 for word in title.split("|")}
    assert not lone & {"nama", "nomor", "rapat", "data", "daftar", "tugas", "pelayanan", "jabatan", "pegawai"}


@pytest.mark.parametrize(("wanted", "text"), HEADINGS)
def test_a_heading_from_practice_is_recognised(wanted: str, text: str) -> None:
    kinds = RECOGNISER.kinds_of(document_of(text))
    assert kinds and kinds[0].type == wanted, [(kind.type, kind.score) for kind in kinds[:3]]
    rivals = [kind for kind in kinds[1:] if not family(kind.type) & family(wanted)]
    assert not rivals or kinds[0].score > rivals[0].score, [(kind.type, kind.score) for kind in kinds[:3]]


@pytest.mark.parametrize(("never", "text"), CONFUSIONS)
def test_what_is_often_handed_in_instead_is_not_taken_for_it(never: str, text: str) -> None:
    settled = RECOGNISER.settled(RECOGNISER.kinds_of(document_of(text)))
    assert never in CATALOGUE
    assert settled is None or never not in family(settled.type)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ChecklistError):
        read_document_type(TEXTS["maklumat.yaml"] + "titels: []\n", "maklumat.yaml")
