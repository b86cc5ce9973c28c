"""One small honest file of each kind the program reads, for tests that spoil files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from compound import compound, word_document
from PIL import Image, ImageDraw
from scans import SK, text_pdf

LINES = SK[:6]
HTML = "<html><head><title>x</title></head><body><h1>KEPUTUSAN</h1><table><tr><td colspan=2>Nomor<td>188</tr></table>"


def _docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = LINES[0]
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Nama"
    document.add_page_break()
    document.save(str(path))


def _xlsx(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for row in (["No", "Nama", "Nilai"], [1, "Sari", 3.5], [2, "Budi", "=1/0"]):
        sheet.append(row)
    sheet.merge_cells("A5:C5")
    book.create_sheet("Rahasia").sheet_state = "hidden"
    book.save(path)


def _pptx(path: Path) -> None:
    namespace = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    namespace += 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    namespace += 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    shape = "<p:sp><p:txBody><a:p><a:r><a:t>Maklumat Pelayanan</a:t></a:r></a:p></p:txBody></p:sp>"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": links.format('<Relationship Id="r1" Target="ppt/presentation.xml"/>'),
        "ppt/presentation.xml": f'<p:p {namespace}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:p>',
        "ppt/_rels/presentation.xml.rels": links.format('<Relationship Id="r1" Target="slides/slide1.xml"/>'),
        "ppt/slides/slide1.xml": f"<p:sld {namespace}><p:spTree>{shape}</p:spTree></p:sld>",
    }
    _zip(path, parts)


def _odt(path: Path) -> None:
    names = "".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in ("office", "text", "table")
    )
    cell = "<table:table-cell><text:p>Nama</text:p></table:table-cell>"
    body = f"<text:h>KEPUTUSAN</text:h><text:p>Nomor<text:tab/>188</text:p><table:table><table:table-row>{cell * 2}"
    body += "</table:table-row></table:table>"
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    parts["content.xml"] += "</office:document-content>"
    _zip(path, parts)


def _ods(path: Path) -> None:
    names = "".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in ("office", "text", "table")
    )
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>Nama</text:p>'
    row = f'<table:table-row table:number-rows-repeated="2">{cell}</table:table-cell></table:table-row>'
    content = f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="A">{row}'
    content += "</table:table></office:spreadsheet></office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    _zip(path, {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _zip(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _archive(path: Path) -> None:
    _zip(path, {"surat.rtf": "{\\rtf1 Keputusan}", "dalam/rekap.csv": "a;b\n1;2\n", "nota.txt": "Nota dinas"})


def _seven_zip(path: Path) -> None:
    import py7zr

    with py7zr.SevenZipFile(path, "w") as archive:
        archive.writestr("{\\rtf1 Keputusan}", "surat.rtf")


def _doc(path: Path) -> None:
    cells = ((10, 24, False), (24, 25, True))
    word_document(path, "KEPUTUSAN\rNomor 188\x07Nama\x07\x07Tahun 2026", cells, ((0, 2),), "KOP")


def _ppt(path: Path) -> None:
    from test_extract_ppt import presentation

    presentation(path)


def _msg(path: Path) -> None:
    attachment = {"__substg1.0_3707001F": "a.txt".encode("utf-16-le"), "__substg1.0_37010102": b"Nota dinas"}
    subject, body = ("Undangan".encode("utf-16-le"), "Rapat".encode("utf-16-le"))
    streams = {"__substg1.0_0037001F": subject, "__substg1.0_1000001F": body}
    compound(path, {"__properties_version1.0": bytes(32), **streams, "__attach_version1.0_#00000000": attachment})


def _eml(path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.id", "Undangan", "Mon, 12 Jan 2026 08:00:00 +0700"
    message.set_content("Mohon hadir pada rapat.")
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(b"{\\rtf1 Keputusan}", maintype="application", subtype="rtf", filename="surat.rtf")
    path.write_bytes(message.as_bytes())


def _mhtml(path: Path) -> None:
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    path.write_text(f"{head}{HTML}\n--b--\n")


def _rtf(path: Path) -> None:
    table = "\\trowd\\cellx100\\intbl Nama\\cell Nilai\\cell\\row\\pard"
    head = "{\\rtf1\\ansi{\\header KOP}{\\fonttbl{\\f0 Arial;}}"
    path.write_text(f"{head}\\b Keputusan\\par {table} \\u233?\\page Dua}}")


def _text(path: Path) -> None:
    path.write_text("\n".join(LINES) + "\f" + LINES[0])


def _csv(path: Path) -> None:
    path.write_text('No;Nama\n1;"Sari;\nBudi"\n')


def _picture(kind: str, **options: Any) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        image = Image.new("L" if kind != "WEBP" else "RGB", (400, 120), "white")
        ImageDraw.Draw(image).text((10, 40), "KEPUTUSAN KEPALA DINAS", fill=0)
        image.save(path, kind, **options)

    return write


def _tiff(path: Path) -> None:
    image = Image.new("L", (220, 220), "white")
    image.save(path, "TIFF", save_all=True, append_images=[image], compression="tiff_lzw")


def _scan(path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(stream, "PDF")
    path.write_bytes(stream.getvalue())


def _plain_pdf(path: Path) -> None:
    text_pdf(path, (LINES, LINES), pageCompression=0)


def _packed_pdf(path: Path) -> None:
    text_pdf(path, (LINES,), pageCompression=1)


SEEDS: dict[str, Callable[[Path], None]] = {
    "a.docx": _docx,
    "a.xlsx": _xlsx,
    "a.pptx": _pptx,
    "a.odt": _odt,
    "a.ods": _ods,
    "a.zip": _archive,
    "a.7z": _seven_zip,
    "a.doc": _doc,
    "a.ppt": _ppt,
    "a.msg": _msg,
    "a.eml": _eml,
    "a.mht": _mhtml,
    "a.rtf": _rtf,
    "a.txt": _text,
    "a.csv": _csv,
    "a.html": lambda path: path.write_text(HTML) and None,
    "a.jpg": _picture("JPEG"),
    "a.png": _picture("PNG"),
    "a.gif": _picture("GIF"),
    "a.bmp": _picture("BMP"),
    "a.webp": _picture("WEBP"),
    "a.tif": _tiff,
    "scan.pdf": _scan,
    "polos.pdf": _plain_pdf,
    "padat.pdf": _packed_pdf,
}
