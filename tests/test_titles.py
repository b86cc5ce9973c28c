"""What stands above, around and beside a title, and which of it says what a paper is."""

from __future__ import annotations

from papers import document_of

from evidence_check import library
from evidence_check.facts.kinds import Recogniser

RECOGNISER = Recogniser(library.catalogue())
ACCEPTED = 0.65


def best(*pages: str) -> tuple[str, float]:
    kinds = RECOGNISER.kinds_of(document_of(*pages))
    return (kinds[0].type, kinds[0].score) if kinds else ("", 0.0)


def test_a_guide_to_making_such_papers_is_none_of_them() -> None:
    body = "Isu strategis, tujuan dan sasaran, strategi dan arah kebijakan, RPJMD"
    assert best(f"RENCANA STRATEGIS\nDINAS SOSIAL\nTAHUN 2025-2029\n{body}")[1] >= ACCEPTED
    assert best(f"TATA CARA PENYUSUNAN RENCANA STRATEGIS\nPERANGKAT DAERAH\n(RENSTRA)\n{body}")[1] < ACCEPTED
    kind, _ = best(
        "PERATURAN BUPATI ARUNIKA\nNOMOR 17 TAHUN 2024\nTENTANG\nPEDOMAN PENYUSUNAN STANDAR PELAYANAN\n"
        "Menimbang bahwa perlu ditetapkan\nMengingat Undang-Undang"
    )
    assert kind == "peraturan_daerah_lain"


def test_no_title_leaps_into_the_name_of_an_office() -> None:
    kinds = RECOGNISER.kinds_of(document_of(
        "LAPORAN SURVEI KEPUASAN MASYARAKAT\nPELAYANAN SURAT LAIK\nDIREKTORAT JENDERAL PENGAWASAN\nTAHUN 2025\n"
        "KATA PENGANTAR\nHasil survei"
    ))
    assert kinds[0].type == "laporan_skm" and all(kind.type != "laporan_pengawasan" for kind in kinds)


def test_what_runs_through_all_pages_names_a_paper_whose_cover_is_a_picture() -> None:
    pages = [f"Laporan Kinerja Instansi Pemerintah Tahun 2025 {number}\nCapaian kinerja, perjanjian kinerja\n"
             "Indikator kinerja utama dan sasaran strategis" for number in ("i", "1", "2", "3")]  # fmt: skip
    cover = "Dinas Sosial\n" + "Bersama melayani warga dengan sepenuh hati setiap hari kerja\n" * 4
    kind, score = best(cover, *pages)
    assert kind == "lkjip" and score >= ACCEPTED
    assert best(cover, pages[0], "Bab II", "Bab III", "Bab IV")[1] < ACCEPTED


def test_the_head_of_a_gazette_stands_above_the_title() -> None:
    kind, score = best(
        "BERITA DAERAH\nKABUPATEN ARUNIKA\nNo.28, 2024 PEMERINTAH KABUPATEN ARUNIKA.\nPerubahan Atas Peraturan Bupati\n"
        "Nomor 51 Tahun 2021 Tentang Tarif Pelayanan\nKesehatan.\nPROVINSI LEMBAYUNG\nPERATURAN BUPATI ARUNIKA\n"
        "NOMOR 28 TAHUN 2024\nTENTANG\nPERUBAHAN ATAS PERATURAN BUPATI ARUNIKA\n"
        "NOMOR 51 TAHUN 2021 TENTANG TARIF PELAYANAN\n"
        "Menimbang bahwa tarif perlu diubah\nMEMUTUSKAN\nMenetapkan\nDitetapkan di Arunika"
    )
    assert kind == "perda_tarif" and score >= ACCEPTED


def test_the_annex_of_a_ministerial_regulation_is_one() -> None:
    kind, _ = best("LAMPIRAN IV : PERATURAN MENTERI DALAM NEGERI\nNOMOR :\nPENYUSUNAN RANCANGAN RENSTRA\nIsu strategis")
    assert kind == "peraturan_menteri"
