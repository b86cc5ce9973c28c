"""What a file is: its kind sniffed from its bytes, and names that are never a paper."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

from evidence_check.model.files import Level

_SYSTEM = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "lost+found"}
)
_TEMPORARY = (".tmp", ".temp", ".part", ".crdownload", ".partial", ".swp")
_SHORTCUTS = (".lnk", ".url", ".webloc", ".desktop", ".gdoc", ".gsheet", ".gslides", ".gdraw", ".gform", ".glink")

_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF8", "gif"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"ID3", "mp3"),
    (b"%!PS", "ps"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_ZIP_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_MAIL = re.compile(rb"^(received|return-path|from|delivered-to|message-id|subject|date|to):", re.IGNORECASE)
_LETTER = re.compile(rb"^(to|received|delivered-to):", re.MULTILINE)
_OFFICE_SUFFIXES = {".docx": "docx", ".docm": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx", ".pptx": "pptx", ".odt": "odt"}
_CSV_SUFFIXES = (".csv", ".tsv")


def sniff(head: bytes, stream: BinaryIO, suffix: str) -> str:
    """Return the kind of a file by its bytes; the suffix only decides between kinds the bytes allow."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(stream, suffix)
    if head.startswith(_OLE):
        return _ole_kind(head, stream, suffix)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return "bmp"
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "avi", b"WAVE": "wav"}.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc") else "mp4"
    return _text_kind(head[:8192], suffix)


def _zip_kind(stream: BinaryIO, suffix: str) -> str:
    try:
        stream.seek(0)
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype":
                with archive.open("mimetype") as part:
                    mime = part.read(200).decode("ascii", "replace")
                known = (kind for word, kind in _OPEN_DOCUMENT.items() if f"opendocument.{word}" in mime)
                return next(known, "unknown")
    except Exception:  # a spoilt package may raise anything at all from the unpackers beneath
        return _OFFICE_SUFFIXES.get(suffix, "zip")
    folded = [name.replace("\\", "/").lower() for name in names]
    if "[content_types].xml" not in folded:
        return "zip"
    return next((kind for start, kind in _ZIP_PARTS if any(name.startswith(start) for name in folded)), "unknown")


def _ole_kind(head: bytes, stream: BinaryIO, suffix: str) -> str:
    """Return the kind of a compound file by the names in its directory, wherever its sectors lie."""
    size = 1 << int.from_bytes(head[30:32], "little") if head[30:32] in (b"\x09\x00", b"\x0c\x00") else 512
    stream.seek((int.from_bytes(head[48:52], "little") + 1) * size)
    directory = stream.read(16 * size)
    for area in (directory, head):
        if "EncryptedPackage".encode("utf-16-le") in area:
            return _OFFICE_SUFFIXES.get(suffix, "docx")
        for name, kind in _OLE_STREAMS:
            if (name + "\0").encode("utf-16-le") in area:
                return kind
    return {".doc": "doc", ".xls": "xls", ".ppt": "ppt", ".msg": "msg"}.get(suffix, "unknown")


def _text_kind(head: bytes, suffix: str) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if controls > len(head) // 50:
        return "unknown"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if b"mime-version:" in start and b"multipart/related" in start and not _LETTER.search(start):
        return "mhtml"
    if _MAIL.match(start) and b"\n" in start:
        return "eml"
    if b"<html" in start[:1024]:
        return "html"
    if start.startswith(b"<?xml"):
        return "svg" if b"<svg" in start else "xml"
    return "csv" if suffix in _CSV_SUFFIXES else "text"


def fault_of_name(name: str) -> tuple[str, Level] | None:
    """Say why a file is not to be read by its name alone: it is no paper (EC114), or only a shortcut (EC118)."""
    folded = name.lower()
    if folded.startswith((".", "~$")) or folded in _SYSTEM or folded.endswith(_TEMPORARY):
        return "EC114", Level.NOTE
    if folded.endswith(_SHORTCUTS):
        return "EC118", Level.ERROR
    return None
