"""A mail as Outlook saves it (MSG) → its heading and body as one page; what is attached are files of their own.

Source: [MS-OXMSG] 2.1 and 2.2: each property is a stream named by its number and type.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.members import Member, UnopenedError
from evidence_check.extract.paged import clean_lines
from evidence_check.extract.settings import ATTACHMENTS, ReadSettings, unreadable
from evidence_check.extract.web import pages_of_html, text_of_html
from evidence_check.model.files import Content, File, Page, ReadAs, Table, Unreadable, params

if TYPE_CHECKING:
    from olefile import OleFileIO

MAX_STREAM = 200_000_000
_HEADINGS = (("From", "0C1A"), ("To", "0E04"), ("Cc", "0E03"), ("Subject", "0037"))
_BODY, _HTML, _DATA, _LONG_NAME, _SHORT_NAME = "1000", "1013", "3701", "3707", "3704"


def read_msg(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return a mail as a printer prints it, with a mark for what is attached."""
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as ole:
            lines = [f"{name}: {text}" for name, number in _HEADINGS if (text := _text(ole, "", number))]
            body, tables = _body(ole)
            attached = len(_attached(ole))
    except (olefile.olefile.OleFileError, IndexError, ValueError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)
    marks = params(**{ATTACHMENTS: attached}) if attached else ()
    return Content(file, (Page(1, "\n".join(lines + body), ReadAs.TEXT, tables=tables),), (), marks)


def members_of_msg(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield what is attached to a mail of Outlook; a mail attached as such stays closed."""
    import olefile

    with olefile.OleFileIO(str(path)) as ole:
        for number, folder in enumerate(_attached(ole), start=1):
            name = _text(ole, folder, _LONG_NAME) or _text(ole, folder, _SHORT_NAME) or str(number)
            yield Member(name, lambda folder=folder: [_data(ole, folder)])  # type: ignore[misc]


def _body(ole: OleFileIO) -> tuple[list[str], tuple[Table, ...]]:
    if plain := _text(ole, "", _BODY, folded=False):
        return clean_lines(plain), ()
    html = _stream(ole, f"__substg1.0_{_HTML}0102")
    if not html:
        return [], ()
    pages = pages_of_html(text_of_html(html))
    lines = [line for page in pages for line in page.text.splitlines()]
    return lines, tuple(table for page in pages for table in page.tables)


def _attached(ole: OleFileIO) -> list[str]:
    return sorted({entry[0] for entry in ole.listdir() if entry[0].startswith("__attach_version1.0_")})


def _data(ole: OleFileIO, folder: str) -> bytes:
    name = f"{folder}/__substg1.0_{_DATA}0102"
    if not ole.exists(name):
        raise UnopenedError("msg")
    return _stream(ole, name)


def _text(ole: OleFileIO, folder: str, number: str, folded: bool = True) -> str:
    start = f"{folder}/" if folder else ""
    wide = _stream(ole, f"{start}__substg1.0_{number}001F").decode("utf-16-le", "replace")
    text = wide or _stream(ole, f"{start}__substg1.0_{number}001E").decode("cp1252", "replace")
    text = text.replace("\0", "").replace("\r\n", "\n")
    return " ".join(text.split()) if folded else text


def _stream(ole: OleFileIO, name: str) -> bytes:
    return bytes(ole.openstream(name).read(MAX_STREAM)) if ole.exists(name) else b""
