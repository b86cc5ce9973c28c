"""Splitting: a bundle comes apart at letterheads and titles, an annex stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import CATALOGUE, file_of

from evidence_check.model.files import Content, Page, ReadAs
from evidence_check.split import Splitter

KOP = "PEMERINTAH KABUPATEN ARUNIKA\nDINAS SOSIAL\nJalan Melati Nomor 1 Telp. 0000\n"
SK = KOP + "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 1 TAHUN 2026\nTENTANG\nKOMPENSASI"
SIGNED = "Ditetapkan di Arunika\nKEPALA DINAS SOSIAL,\nBUDI\nNIP 198001012005011001"
SPLITTER = Splitter(CATALOGUE)


def ranges(*texts: str) -> list[tuple[int, int]]:
    pages = tuple(Page(number, text, ReadAs.TEXT) for number, text in enumerate(texts, start=1))
    return [(document.first, document.last) for document in SPLITTER.split(Content(file_of(), pages))]


def test_a_letterhead_with_a_title_begins_a_document() -> None:
    assert ranges(KOP + "LAPORAN SURVEI KEPUASAN MASYARAKAT", "isi", SK, SIGNED) == [(1, 2), (3, 4)]


def test_a_title_after_a_signature_begins_a_document() -> None:
    assert ranges("SASARAN KINERJA PEGAWAI\n" + SIGNED, "SASARAN KINERJA PEGAWAI\n" + SIGNED) == [(1, 1), (2, 2)]


def test_an_annex_stays_with_its_decree() -> None:
    assert ranges(SK, SIGNED, "LAMPIRAN\n" + SK) == [(1, 3)]


def test_a_title_alone_in_running_text_does_not_cut() -> None:
    assert ranges(SK, "SASARAN KINERJA PEGAWAI\nmenjadi dasar", "penutup") == [(1, 3)]


BSRE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik\n"
    "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), BSSN\n"
)
BOX = "DINAS\nSOSIAL\nPENERIMAAN\nS O P No. Dokumen 4/SOP/2026\nNo. Revisi 0\nTanggal Terbit 4 Mei 2026\nHalaman "
FORM = "SASARAN KINERJA PEGAWAI\nNama : A\n" + "uraian tugas dan target\n" * 20


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # a title alone says too little: it may stand at the head of every page
        ((FORM, FORM), [(1, 2)]),
        # page numbers that begin again
        ((FORM + "\n1", "lanjutan\n2", FORM + "\n1"), [(1, 2), (3, 3)]),
        ((FORM + "\n1", "lanjutan\n2", FORM + "\n3"), [(1, 3)]),
        ((FORM + "\nHalaman 1 dari 2", "lanjutan\nHalaman 2 dari 2", FORM + "\nHalaman 1 dari 2"), [(1, 2), (3, 3)]),
        ((KOP + "Surat\nisi\n1", "isi\n2", KOP + "Surat\nisi\n1"), [(1, 2), (3, 3)]),
        # page numbers that go on, whatever stands at the head of the page
        ((SK + "\n1 / 3", SK + "\n2 / 3", SK + "\n3 / 3"), [(1, 3)]),
        ((SK + "\n3 / 1", SK + "\n3 / 1"), [(1, 1), (2, 2)]),
        # an empty page between two papers, and one that is only the back of a page
        ((FORM, "", FORM), [(1, 2), (3, 3)]),
        (("isi", "", "isi lagi"), [(1, 3)]),
        ((FORM + "\n" + SIGNED, "", FORM), [(1, 2), (3, 3)]),
        # a title with a number of its own below it
        (("DAFTAR PRODUK\nisi", "SASARAN KINERJA PEGAWAI\nNomor : 12/SKP/2026\nisi"), [(1, 1), (2, 2)]),
        # who came to a meeting stands behind its minutes, unless the list has a head of its own
        ((KOP + "NOTULEN RAPAT\nisi\n" + SIGNED, "DAFTAR HADIR\nNo Nama Jabatan\n1 A"), [(1, 2)]),
        # a cover belongs to what it is the cover of
        (("LAPORAN\nSURVEI KEPUASAN MASYARAKAT\n2026", KOP + "LAPORAN SURVEI KEPUASAN MASYARAKAT\nisi"), [(1, 2)]),
        (("LAPORAN\nSURVEI KEPUASAN MASYARAKAT\n2026", SK), [(1, 1), (2, 2)]),
        # and begins it, whatever comes before; not one whose number goes on, which stands inside
        ((FORM, "LAPORAN SURVEI KEPUASAN MASYARAKAT\nTAHUN 2026\nDINAS SOSIAL"), [(1, 1), (2, 2)]),
        ((FORM + "\n6", "LAPORAN SURVEI KEPUASAN MASYARAKAT\nTAHUN 2026\n7"), [(1, 2)]),
        # the box of a procedure, of which each further page says which one it is
        (("DAFTAR PRODUK\nisi", BOX + "1/2", BOX + "2/2"), [(1, 1), (2, 3)]),
        # what a service of signatures prints on top of every page says nothing
        ((FORM + SIGNED, f"{BSRE}SASARAN KINERJA PEGAWAI\nisi"), [(1, 1), (2, 2)]),
        # a draft is headed as what it is a draft of
        ((FORM + SIGNED, "DRAF\nSALINAN\nBUPATI ARUNIKA\nPERATURAN BUPATI ARUNIKA"), [(1, 1), (2, 2)]),
        # a block that nobody signed closes a form as well
        ((FORM + "\nKepala .........,\n.........", FORM), [(1, 1), (2, 2)]),
        # an annex that was announced needs no word above it; after the next signature it has come
        ((f"{SK}\nTarif tercantum dalam Lampiran.\n{SIGNED}", FORM), [(1, 2)]),
        ((f"{SK}\nTarif tercantum dalam Lampiran.\n{SIGNED}", FORM + SIGNED, FORM), [(1, 2), (3, 3)]),
    ],
)
def test_signs_for_and_against_a_new_document(texts: tuple[str, ...], found: list[tuple[int, int]]) -> None:
    assert ranges(*texts) == found


def test_each_sheet_of_a_workbook_is_a_document_and_empty_ones_are_none() -> None:
    pages = (Page(1, "a b", ReadAs.CELLS, name="x"), Page(2, " ", ReadAs.CELLS), Page(3, "c", ReadAs.CELLS))
    assert [each.first for each in SPLITTER.split(Content(file_of(kind="xlsx"), pages))] == [1, 3]


@given(st.lists(st.sampled_from([SK, SIGNED, KOP, "LAMPIRAN", "", "isi surat"]), max_size=8))
def test_the_documents_hold_every_page_once_and_in_order(texts: list[str]) -> None:
    numbers = [number for first, last in ranges(*texts) for number in range(first, last + 1)]
    assert numbers == list(range(1, len(texts) + 1))


def test_an_annex_of_another_decree_begins_a_document() -> None:
    first = "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 188/7/2026\nTENTANG TIM\nMEMUTUSKAN\nKEPALA DINAS,\nNama"
    own = "LAMPIRAN KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 188/7/2026\nSUSUNAN TIM"
    assert ranges(first, own) == [(1, 2)]
    assert ranges(first, own.replace("188/7", "060/41")) == [(1, 1), (2, 2)]
    assert ranges(first, own.replace("188/7", "l88/7")) == [(1, 2)]


def test_a_letterhead_above_a_letter_begins_a_document_and_one_printed_on_each_page_does_not() -> None:
    head = "PEMERINTAH KABUPATEN ARUNIKA\nDINAS SOSIAL\nJalan Contoh 1 Telp. (0999) 000-111\n"
    letter = f"{head}Kepada\nYth. Sekretaris Daerah\nNomor : 400/9/2026"
    assert ranges("LAPORAN KEGIATAN\nIsi laporan.", letter) == [(1, 1), (2, 2)]
    assert ranges(f"{head}LAPORAN KEGIATAN\nIsi laporan.", f"{head}Isi laporan pada halaman kedua.") == [(1, 2)]
