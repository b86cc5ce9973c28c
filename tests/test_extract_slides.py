"""PPTX: one page for each slide, in the order of the show."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from reads import WITHOUT_OCR, content, needs_tesseract, reason
from scans import letters, page_image

from evidence_check.model.files import ReadAs

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def relation(key: str, target: str) -> str:
    """Return one relation of a part."""
    return f'<Relationship Id="{key}" Type="t" Target="{target}"/>'


def shape(*paragraphs: str) -> str:
    """Return a shape with paragraphs of text."""
    return f"<p:sp><p:txBody>{''.join(map(paragraph, paragraphs))}</p:txBody></p:sp>"


def paragraph(text: str) -> str:
    """Return a paragraph of two runs."""
    half = len(text) // 2
    return f"<a:p><a:r><a:t>{text[:half]}</a:t></a:r><a:r><a:t>{text[half:]}</a:t></a:r></a:p>"


def package(path: Path, slides: list[str], picture: bytes = b"") -> Path:
    """Write a PPTX; the slides are shown last first, so that their names say nothing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(relation("r1", "ppt/presentation.xml")))
        keys = range(len(slides), 0, -1)
        order = "".join(f'<p:sldId id="{key}" r:id="r{key}"/>' for key in keys)
        archive.writestr(
            "ppt/presentation.xml", f"<p:presentation {NAMES}><p:sldIdLst>{order}</p:sldIdLst></p:presentation>"
        )
        relations = "".join(relation(f"r{key}", f"slides/slide{key}.xml") for key in keys)
        archive.writestr("ppt/_rels/presentation.xml.rels", RELATIONS.format(relations))
        for key, slide in zip(keys, slides, strict=True):
            tree = f"<p:sld {NAMES}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"
            archive.writestr(f"ppt/slides/slide{key}.xml", tree)
            if picture:
                archive.writestr(
                    f"ppt/slides/_rels/slide{key}.xml.rels", RELATIONS.format(relation("r1", "../media/scan.jpg"))
                )
        if picture:
            archive.writestr("ppt/media/scan.jpg", picture)
    return path


def test_slides_in_the_order_of_the_show_with_their_tables(tmp_path: Path) -> None:
    rows = "".join(
        "<a:tr>" + "".join(f"<a:tc><a:txBody>{paragraph(text)}</a:txBody></a:tc>" for text in row) + "</a:tr>"
        for row in (("No", "Unsur"), ("U1", "Persyaratan"))
    )
    table = (
        f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    slides = [shape("PAPARAN KEPALA DINAS", "Tahun 2026"), f"<p:grpSp>{shape('Hasil survei')}</p:grpSp>{table}"]
    first, second = content(package(tmp_path / "a.pptx", slides), WITHOUT_OCR).pages
    assert first.text.splitlines() == ["PAPARAN KEPALA DINAS", "Tahun 2026"]
    assert second.text.splitlines() == ["Hasil survei", "No Unsur", "U1 Persyaratan"]
    assert second.tables[0].rows == (("No", "Unsur"), ("U1", "Persyaratan"))


@needs_tesseract
def test_slide_that_is_a_picture_is_recognised(tmp_path: Path) -> None:
    stream = io.BytesIO(letters(page_image()))
    (page,) = content(package(tmp_path / "a.pptx", [shape("Lampiran")], stream.getvalue())).pages
    assert page.read_as is ReadAs.OCR
    assert page.text.startswith("Lampiran\n")
    assert "NOMOR 188 TAHUN 2026" in page.text


def test_cut_off_and_swollen_presentations_are_refused(tmp_path: Path) -> None:
    whole = package(tmp_path / "a.pptx", [shape("x")]).read_bytes()
    (tmp_path / "rusak.pptx").write_bytes(whole[: len(whole) // 2])
    assert reason(tmp_path / "rusak.pptx") == "EC102"
    assert reason(package(tmp_path / "bom.pptx", [shape("x" * 70_000_000)])) == "EC104"
