"""DOC: the text of old Word documents as printed, with its tables; broken ones end with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from compound import compound, word_document
from hypothesis import given
from hypothesis import strategies as st
from reads import WITHOUT_OCR, content, outcome, reason

from evidence_check.extract.doc_pieces import word_of

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "documents" / "dpmptspnaker"


def test_paragraphs_fields_pages_and_a_header(tmp_path: Path) -> None:
    text = "KEPUTUSAN\rNomor \x13 DOCPROPERTY no \x14188\x15 tahun\x0b2026\x0cLAMPIRAN\r\x01Pasal\x1e1"
    found = content(word_document(tmp_path / "a.doc", text, header="PEMERINTAH KABUPATEN TIRTA KENCANA"))
    assert [page.text.splitlines() for page in found.pages] == [
        ["PEMERINTAH KABUPATEN TIRTA KENCANA", "KEPUTUSAN", "Nomor 188 tahun", "2026"],
        ["LAMPIRAN", "Pasal-1"],
    ]


def test_empty_cells_keep_the_columns(tmp_path: Path) -> None:
    text = "DAFTAR\rNo\x07\x07Nama\x07\x071\x07x\rxx\x07\x07\x07Tutup"
    first = text.index("No")
    one, two = text.index("\x071\x07"), len(text) - 6
    tables = ((first, one, False), (one, one + 1, True), (one + 1, two, False), (two, two + 1, True))
    (page,) = content(word_document(tmp_path / "a.doc", text, tables)).pages
    assert page.tables[0].rows == (("No", "", "Nama"), ("1", "x xx", ""))
    assert page.text.splitlines()[0] == "DAFTAR"
    assert page.text.splitlines()[-1] == "Tutup"


def test_deleted_text_is_not_read_and_open_changes_are_a_mark(tmp_path: Path) -> None:
    found = content(word_document(tmp_path / "a.doc", "tetap lama baru", deleted=((6, 11),)))
    assert found.pages[0].text == "tetap baru"
    assert dict(found.marks) == {"tracked_changes": "1"}


def test_word_95_is_read_too(tmp_path: Path) -> None:
    main = bytearray(b"\xdc\xa5\x65\x00".ljust(512, b"\0") + b"Kepala\x07Dinas\x07\x07\rSelesai")
    main[0x18:0x20] = (512).to_bytes(4, "little") + len(main).to_bytes(4, "little")
    (page,) = content(compound(tmp_path / "a.doc", {"WordDocument": bytes(main)})).pages
    assert page.tables[0].rows == (("Kepala", "Dinas"),)
    assert page.text.endswith("Selesai")


def test_locked_and_damaged(tmp_path: Path) -> None:
    assert reason(word_document(tmp_path / "kunci.doc", "x", locked=True)) == "EC101"
    whole = word_document(tmp_path / "a.doc", "isi " * 2000).read_bytes()
    (tmp_path / "rusak.doc").write_bytes(whole[:3000])
    assert reason(tmp_path / "rusak.doc") == "EC102"


@given(st.binary(min_size=64, max_size=700), st.binary(max_size=700))
def test_any_bytes_give_a_text_with_a_flag_for_each_letter_or_a_value_error(main: bytes, table: bytes) -> None:
    try:
        word = word_of(main, table)
    except ValueError:
        return
    assert len(word.text) == len(word.flags)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not on this machine")
def test_real_documents_with_their_tables() -> None:
    found = [content(path, WITHOUT_OCR) for path in sorted(CORPUS.glob("*.doc"))]
    assert len(found) >= 12
    assert sum(len(page.tables) for each in found for page in each.pages) >= 55
    assert all(len(each.pages[0].text.split()) > 40 for each in found)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not on this machine")
@pytest.mark.parametrize("share", [0.1, 0.4, 0.8])
def test_cut_off_real_document_ends(tmp_path: Path, share: float) -> None:
    whole = (CORPUS / "iui.doc").read_bytes()
    path = tmp_path / "potong.doc"
    path.write_bytes(whole[: int(len(whole) * share)])
    outcome(path, WITHOUT_OCR)
