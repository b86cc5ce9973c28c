"""A mail (EML) → its heading and body as one page; what is attached to it is read as files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from evidence_check.extract.members import Member
from evidence_check.extract.paged import clean_lines
from evidence_check.extract.settings import ATTACHMENTS, ReadSettings
from evidence_check.extract.text import decoded
from evidence_check.extract.web import html_of_part, pages_of_html
from evidence_check.model.files import Content, File, Page, ReadAs, Table, params

HEADINGS = ("From", "To", "Cc", "Subject", "Date")
MAX_PARTS = 2000


def read_mail(path: Path, file: File, settings: ReadSettings) -> Content:
    """Return a mail as a printer prints it, with a mark for what is attached."""
    message = _parsed(path)
    lines = [f"{name}: {' '.join(str(value).split())}" for name in HEADINGS if (value := _heading(message, name))]
    tables: list[Table] = []
    body = _body(message)
    if body is not None and body.get_content_type() == "text/html":
        for page in pages_of_html(html_of_part(body)):
            lines += page.text.splitlines()
            tables += page.tables
    elif body is not None:
        lines += clean_lines(_plain(body))
    attached = sum(1 for _ in _attached(message))
    marks = params(**{ATTACHMENTS: attached}) if attached else ()
    return Content(file, (Page(1, "\n".join(lines), ReadAs.TEXT, tables=tuple(tables)),), (), marks)


def members_of_mail(path: Path, settings: ReadSettings) -> Iterator[Member]:
    """Yield what is attached to a mail; a mail inside it is one file."""
    for number, part in enumerate(_attached(_parsed(path)), start=1):
        name = part.get_filename() or f"{number}{_suffix(part)}"
        yield Member(name, lambda part=part: [_bytes(part)])  # type: ignore[misc]


def _parsed(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def _heading(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""  # a heading nobody can parse says nothing


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts of a mail, not those of mails inside it."""
    waiting = [message]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting = [each for each in part.iter_parts() if isinstance(each, EmailMessage)] + waiting
        else:
            yield part


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are papers; pictures of a letter's design, which have no name, are none."""
    body = _body(message)
    for part in _parts(message):
        if part is body or part is message:
            continue
        mail = part.get_content_type() == "message/rfc822"
        if mail or part.get_filename() or part.get_content_disposition() == "attachment":
            yield part


def _body(message: EmailMessage) -> EmailMessage | None:
    """Return the part that is the letter itself: the plain one where there are several."""
    found: dict[str, EmailMessage] = {}
    for part in _parts(message):
        if part.get_content_disposition() != "attachment" and not part.get_filename():
            found.setdefault(part.get_content_type(), part)
    return found.get("text/plain") or found.get("text/html")


def _plain(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    try:
        return raw.decode(part.get_content_charset() or "", "strict")
    except (LookupError, UnicodeDecodeError):
        return decoded(raw)


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else part
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _suffix(part: EmailMessage) -> str:
    return ".eml" if part.get_content_type() == "message/rfc822" else ""
