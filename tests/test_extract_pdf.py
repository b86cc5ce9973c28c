"""PDFs: text layer, tables, scans, mixtures, locked and damaged files."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from reads import SETTINGS, WITHOUT_OCR, content, needs_tesseract, outcome, reason
from scans import SK, as_scanned, page_image, scan_pdf, text_pdf

from evidence_check.extract.soundness import SOUND, noise, soundness
from evidence_check.model.files import Content, Level, ReadAs


def test_text_layer_page_by_page(tmp_path: Path) -> None:
    found = content(text_pdf(tmp_path / "a.pdf", (SK, ("Halaman dua",), ())))
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert found.pages[0].text.splitlines() == list(SK)
    assert found.pages[1].text.strip() == "Halaman dua"
    assert found.pages[2].text == ""
    assert {page.read_as for page in found.pages} == {ReadAs.TEXT}
    assert found.pages[0].confidence == 1.0
    assert found.findings == ()


def test_ruled_table_is_read(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate, Table

    rows = [["No", "Unsur Pelayanan", "Nilai"], ["1", "Persyaratan", "3,21"], ["2", "Prosedur", "3,40"]]
    path = tmp_path / "tabel.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build([Table(rows, style=[("GRID", (0, 0), (-1, -1), 1, "black")])])
    (table,) = content(path).pages[0].tables
    assert table.rows == tuple(map(tuple, rows))


def test_locked_pdf(tmp_path: Path) -> None:
    from reportlab.lib import pdfencrypt

    locked = pdfencrypt.StandardEncryption("rahasia", ownerPassword="pemilik")
    assert reason(text_pdf(tmp_path / "kunci.pdf", encrypt=locked)) == "EC101"


def test_pdf_locked_only_against_printing_is_read(tmp_path: Path) -> None:
    from reportlab.lib import pdfencrypt

    guarded = pdfencrypt.StandardEncryption("", ownerPassword="pemilik", canPrint=0, canCopy=0)
    assert "STANDAR PELAYANAN" in content(text_pdf(tmp_path / "jaga.pdf", encrypt=guarded)).pages[0].text


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_damaged_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(data)
    assert reason(path) == "EC102"


def test_truncated_pdf_ends_as_content_or_unreadable(tmp_path: Path) -> None:
    whole = text_pdf(tmp_path / "a.pdf", (SK, SK)).read_bytes()
    for share in (0.2, 0.5, 0.8, 0.95):
        path = tmp_path / f"{share}.pdf"
        path.write_bytes(whole[: int(len(whole) * share)])
        found = outcome(path, WITHOUT_OCR)
        assert isinstance(found, Content) or found.reason.code == "EC102"


def test_page_limit_is_told(tmp_path: Path) -> None:
    found = content(text_pdf(tmp_path / "a.pdf", (SK,) * 5), replace(SETTINGS, max_pages=3))
    assert len(found.pages) == 3
    assert [(each.code, dict(each.params)) for each in found.findings] == [("EC117", {"limit": "3", "pages": "5"})]


def test_blank_pdf_says_nothing(tmp_path: Path) -> None:
    found = content(text_pdf(tmp_path / "kosong.pdf", ((),)))
    assert [each.code for each in found.findings] == ["EC113"]


def test_signature_field_is_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "ttd.pdf"
    path.write_bytes(_signed(text_pdf(tmp_path / "a.pdf").read_bytes()))
    assert dict(content(path).marks) == {"signature_fields": "1", "signature.1.state": "unchecked"}
    assert content(tmp_path / "a.pdf").marks == ()


def _signed(data: bytes) -> bytes:
    """Return a PDF with a form that holds one signature field, added as an incremental update."""
    root = data[data.rindex(b"/Root ") + 6 :].split()[0].decode()
    size = int(data[data.rindex(b"/Size ") + 6 :].split()[0])
    previous = data[data.rindex(b"startxref") + 9 :].split()[0].decode()
    start = data.index(f"\n{root} 0 obj".encode()) + len(f"\n{root} 0 obj")
    catalogue = data[start : data.index(b"endobj", start)].strip().removesuffix(b">>").decode("latin-1")
    objects = {
        int(root): f"{catalogue} /AcroForm << /SigFlags 3 /Fields [{size} 0 R] >> >>",
        size: f"<< /FT /Sig /T (ttd) /V {size + 1} 0 R >>",
        size + 1: "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
        "/ByteRange [0 1 2 3] /Contents <00> >>",
    }
    out, table = io.BytesIO(), ""
    out.write(data)
    for number, text in objects.items():
        table += f"{number} 1\n{out.tell():010d} 00000 n \n"
        out.write(f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1"))
    position = out.tell()
    trailer = f"trailer\n<< /Size {size + 2} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{position}\n%%EOF\n"
    out.write(f"xref\n{table}{trailer}".encode("latin-1"))
    return out.getvalue()


# ---------------------------------------------------------------- scans


@needs_tesseract
def test_skewed_noisy_stamped_scan_is_read(tmp_path: Path) -> None:
    image = as_scanned(page_image(), skew=2.0, noise=18, stamp=True)
    (page,) = content(scan_pdf(tmp_path / "Scan0001.pdf", [image])).pages
    assert page.read_as is ReadAs.OCR
    assert "NOMOR 188 TAHUN 2026" in page.text
    assert "STANDAR PELAYANAN" in page.text
    assert "12 Januari 2026" in page.text
    assert page.confidence > 0.7


@needs_tesseract
def test_scan_on_its_head_is_turned(tmp_path: Path) -> None:
    (page,) = content(scan_pdf(tmp_path / "terbalik.pdf", [page_image().rotate(180)])).pages
    assert "NOMOR 188 TAHUN 2026" in page.text


@needs_tesseract
def test_text_and_scan_in_one_file_are_decided_page_by_page(tmp_path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "campur.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for index, line in enumerate(SK):
        canvas.drawString(60, 780 - 18 * index, line)
    canvas.showPage()
    canvas.drawImage(ImageReader(page_image()), 0, 0, *A4)
    canvas.drawString(60, 20, "Dokumen ini ditandatangani secara elektronik 7788")
    canvas.showPage()
    canvas.save()
    first, second = content(path).pages
    assert (first.read_as, second.read_as) == (ReadAs.TEXT, ReadAs.OCR)
    assert "NOMOR 188 TAHUN 2026" in second.text
    assert "7788" in second.text


@needs_tesseract
def test_only_the_ends_of_a_long_scan_are_read_and_that_is_told(tmp_path: Path) -> None:
    images = [page_image((f"HALAMAN NOMOR {number}", *SK[:2]), dpi=100) for number in range(1, 8)]
    settings = replace(SETTINGS, max_ocr_pages=4, long_scan_first=2, long_scan_last=1)
    found = content(scan_pdf(tmp_path / "panjang.pdf", images), settings)
    unread = [page.number for page in found.pages if page.read_as is ReadAs.UNREAD]
    assert unread == [3, 4, 5, 6]
    assert [(each.code, each.level, dict(each.params)) for each in found.findings] == [
        ("EC119", Level.DOUBT, {"pages": "3-6"})
    ]


@needs_tesseract
def test_empty_back_of_a_scanned_page_does_not_spoil_the_paper(tmp_path: Path) -> None:
    found = content(scan_pdf(tmp_path / "bolak-balik.pdf", [page_image(), page_image(())]))
    assert found.pages[1].text == ""
    assert found.pages[1].confidence == 1.0


def test_scan_without_ocr_is_a_doubt_with_advice(tmp_path: Path) -> None:
    found = content(scan_pdf(tmp_path / "Scan0001.pdf", [page_image()]), WITHOUT_OCR)
    (page,) = found.pages
    assert page.read_as is ReadAs.UNREAD
    assert page.problem is not None
    assert (page.problem.code, page.problem.level) == ("EC108", Level.DOUBT)
    assert dict(page.problem.params)["platform"] in ("debian", "linux", "macos", "windows")
    assert found.findings == ()


@needs_tesseract
def test_letter_shifted_layer_is_read_from_its_picture(tmp_path: Path) -> None:
    """A font without a map to letters: the page looks right, the layer is rubbish."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "geser.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(page_image()), 0, 0, *A4)
    hidden = canvas.beginText(60, 780)
    hidden.setTextRenderMode(3)
    for line in SK * 2:
        hidden.textLine("".join(chr(ord(char) - 29) if ord(char) > 64 else char for char in line))
    canvas.drawText(hidden)
    canvas.save()
    (page,) = content(path).pages
    assert page.read_as is ReadAs.OCR
    assert "NOMOR 188 TAHUN 2026" in page.text


# ---------------------------------------------------------------- soundness


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        (" ".join(SK), True),
        ("3HPHULQWDK .DEXSDWHQ 7LUWD .HQFDQD 'LQDV 6RVLDO 3HQHWDSDQ 6WDQGDU 3HOD\\DQDQ", False),
        ("\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007\ue008 \ue009", False),
        ("Tpk Xzqwrt bnmlkj zxcvbn qwrtpl sdfghj mnbvcx plkjhg trwqzx", False),
        ("1 2 3 4 5 6", True),
        ("", True),
        ("Drs. H. Budi Santoso, M.Si. NIP 19700101 199503 1 001 Pembina Utama Muda Kepala Dinas Sosial", True),
    ],
)
def test_soundness_tells_words_from_rubbish(text: str, sound: bool) -> None:
    assert (soundness(text) >= SOUND) is sound


def test_noise_counts_misread_words() -> None:
    assert noise("Peraturan Daerah Kabupaten Nomor 11 Tahun 2016, S.Pd., dan/atau Jum'at") == 0.0
    assert noise("I(abupaten 2OI7 KEAITC<IOTAA}I Daerah") == 0.75
