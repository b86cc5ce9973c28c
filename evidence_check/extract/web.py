"""An HTML page, or one saved as MHTML, also under the name of an office file → its lines and tables.

Nothing is fetched and no script is run; what a browser would not print is left out.
"""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.paged import Paged
from evidence_check.extract.settings import ReadSettings, capped, unreadable
from evidence_check.extract.text import decoded
from evidence_check.model.files import Content, File, Page, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 200
MAX_CELLS = 500_000
_SILENT = frozenset(
    {"script", "style", "head", "title", "noscript", "template", "svg", "del", "object", "select", "datalist"}
)
_WITHIN_A_LINE = (
    "a abbr acronym b bdi bdo big cite code dfn em font i ins kbd label mark q rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr input button img o:p st1:place st1:city"
)
_INLINE = frozenset(_WITHIN_A_LINE.split())
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = re.compile(r"(?:page-break-before|break-before)\s*:\s*(?:always|page)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_html(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return an HTML page as text; Word's and Excel's own HTML keeps its pages."""
    return capped(Content(file, tuple(pages_of_html(text_of_html(path.read_bytes())))), settings)


def read_mhtml(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the HTML pages inside an MHTML in their order."""
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    pages: list[Page] = []
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            for page in pages_of_html(html_of_part(part)):
                if page.text:
                    pages.append(Page(len(pages) + 1, page.text, page.read_as, tables=page.tables))
    if not pages:
        return unreadable(file, "EC102", detail="MHTML")
    return capped(Content(file, tuple(pages)), settings)


def html_of_part(part: EmailMessage) -> str:
    """Return the HTML of one part of a message, in the encoding the part names or the page itself."""
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return text_of_html(data if isinstance(data, bytes) else b"", charset or "")


def text_of_html(data: bytes, charset: str = "") -> str:
    """Return the characters of an HTML page, in the encoding named outside or inside it."""
    named = _CHARSET.search(data[:4096])
    for name in (charset, named.group(1).decode("ascii", "replace") if named else ""):
        if name and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
            try:
                return data.decode(name, "replace") if "16" not in name else decoded(data)
            except LookupError:
                continue
    return decoded(data)


def pages_of_html(text: str) -> list[Page]:
    """Return the pages of an HTML text: one, unless it says where the printer begins a new one."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    paged = Paged()
    body = _DECLARATION.sub("", text).replace("\0", "")
    root = etree.fromstring(f"<html>{body}</html>", parser) if body.strip() else None
    if root is not None:
        _Reader(paged).read(root)
    return paged.pages()


class _Reader:
    """Walks a page; `_line` gathers the words of the paragraph that is open."""

    def __init__(self, paged: Paged) -> None:
        self._paged = paged
        self._line: list[str] = []

    def read(self, root: _Element) -> None:
        """Take in a whole page."""
        self._element(root, 0)
        self._end()

    def read_cell(self, cell: _Element, depth: int) -> None:
        """Take in what a cell holds."""
        self._line.append(_folded(cell.text))
        for child in cell:
            self._element(child, depth + 1)
            self._line.append(_folded(child.tail))
        self._end()

    def _element(self, element: _Element, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag in _SILENT or _hidden(element):
            return
        if _BREAK.search(element.get("style", "")):
            self._end()
            self._paged.new_page()
        if tag == "table":
            self._end()
            self._paged.add_table(_rows(element, depth))
            return
        block = tag not in _INLINE and tag != "br"
        if block:
            self._end()
        self._line.append("\n" if tag == "br" else _folded(element.text))
        if depth < MAX_DEPTH:
            for child in element:
                self._element(child, depth + 1)
                self._line.append(_folded(child.tail))
        if block:
            self._end()

    def _end(self) -> None:
        self._paged.add("".join(self._line))
        self._line = []


def _rows(table: _Element, depth: int) -> list[list[list[str]]]:
    """Return the rows of a table; a merged cell leaves the places it covers empty, an inner table is its cell's."""
    rows: list[list[list[str]]] = []
    cells = 0
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        kept: list[list[str]] = []
        for cell in row:
            if cell.tag not in ("td", "th") or _hidden(cell):
                continue
            inner = Paged()
            if depth < MAX_DEPTH:
                _Reader(inner).read_cell(cell, depth + 1)
            kept.append([line for page in inner.pages() for line in page.text.splitlines()])
            span = cell.get("colspan", "1")
            kept += [[]] * (min(int(span), 63) - 1 if span.isdigit() else 0)
            cells += 1
        rows.append(kept)
        if cells > MAX_CELLS:
            break
    return rows


def _hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
