"""An old Word document (DOC) → its pages: body, tables, headers, notes and text boxes, from its own streams.

Sources: [MS-DOC] sections 2.4 (finding the text), 2.8 (pieces) and 2.9.23 (properties on pages of 512 bytes).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.doc_pieces import IN_TABLE, ROW_END, SILENT, Word, word_of
from evidence_check.extract.paged import Paged, clean_lines
from evidence_check.extract.pictures import FEW_LETTERS, carved, letters_in, recognised
from evidence_check.extract.settings import ReadSettings, capped, unreadable
from evidence_check.model.files import Content, File, Unreadable, params

if TYPE_CHECKING:
    from olefile import OleFileIO

MAX_STREAM = 200_000_000
_CONTROL = re.compile(r"[\x00-\x06\x08\x0e-\x12\x16-\x1d\x1f]")
_MARK = re.compile(r"([\r\x07\x0c])")
_STORIES_BEFORE_SECTIONS = 6
_HEADERS = (0, 1, 4)


def read_doc(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the text of a DOC; deleted and hidden text is left out, and a scan pasted into it is recognised."""
    import olefile

    try:
        with olefile.OleFileIO(str(path)) as ole:
            return _read(ole, file, settings)
    except (olefile.olefile.OleFileError, IndexError, KeyError, ValueError, EOFError) as error:
        return unreadable(file, "EC102", detail=type(error).__name__)


def _read(ole: OleFileIO, file: File, settings: ReadSettings) -> Content | Unreadable:
    main = ole.openstream("WordDocument").read(MAX_STREAM)
    table_name = "1Table" if main[11] & 0x02 else "0Table"
    table = ole.openstream(table_name).read(MAX_STREAM) if ole.exists(table_name) else b""
    if main[11] & 0x01:
        return unreadable(file, "EC101")
    word = word_of(main, table)
    pages = _paged(word).pages()
    if letters_in(pages) < FEW_LETTERS:
        data = ole.openstream("Data").read(MAX_STREAM) if ole.exists("Data") else main
        pages += recognised(carved(data, settings.max_images), file, settings, len(pages))
    counts = {"tracked_changes": word.changes, "comments": word.comments}
    marks = params(**{key: count for key, count in counts.items() if count})
    return capped(Content(file, tuple(pages), (), marks), settings)


def _paged(word: Word) -> Paged:
    paged = Paged()
    _lay(paged, *_shown(word, *word.stories["main"]))
    for story in ("boxes", "notes", "endnotes"):
        _lay(paged, *_shown(word, *word.stories[story]))
    headers, footers = _heads_and_feet(word)
    for line in footers:
        paged.add(line)
    paged.put_first([*_lines(word, *word.stories["header_boxes"]), *headers])
    return paged


def _heads_and_feet(word: Word) -> tuple[list[str], list[str]]:
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    for index, (start, end) in enumerate(word.header_stories[_STORIES_BEFORE_SECTIONS:]):
        into = heads if index % 6 in _HEADERS else feet
        into.update(dict.fromkeys(_lines(word, start, end)))
    return list(heads), list(feet)


def _lines(word: Word, start: int, end: int) -> list[str]:
    paged = Paged()
    _lay(paged, *_shown(word, start, end))
    return [line for page in paged.pages() for line in page.text.splitlines()]


def _shown(word: Word, start: int, end: int) -> tuple[str, str]:
    """Return a stretch of text as printed and, letter by letter, what each is; codes of fields and deleted text go."""
    text = word.text[start:end]
    flags = word.flags[start:end]
    kept = [(char, flag) for char, flag in zip(text, flags, strict=True) if flag != SILENT]
    depth: list[bool] = []
    shown: list[tuple[str, str]] = []
    for char, flag in kept:
        if char == "\x13":
            depth.append(False)
        elif char == "\x14" and depth:
            depth[-1] = True
        elif char == "\x15" and depth:
            depth.pop()
        elif all(depth):
            shown.append((char, flag))
    return "".join(char for char, _ in shown), "".join(flag for _, flag in shown)


def _lay(paged: Paged, text: str, flags: str) -> None:
    """Put a stretch of text into pages: `\\r` ends a paragraph, `\\x07` a cell or a row, `\\x0c` a page."""
    lines: list[str] = []
    row: list[list[str]] = []
    rows: list[list[list[str]]] = []
    at = 0
    for found in _MARK.finditer(text):
        piece = _clean(text[at : found.start()])
        mark, flag, at = found.group(), flags[found.start()], found.end()
        if mark == "\x07" and flag == ROW_END:
            rows.append([*row, *([lines + piece] if lines or piece else [])])
            row, lines = [], []
        elif mark == "\x07":
            row.append(lines + piece)
            lines = []
        elif flag == IN_TABLE and mark == "\r":
            lines += piece
        else:
            paged.add_table([*rows, *([row] if row else [])])
            row, rows = [], []
            for line in lines + piece:
                paged.add(line)
            lines = []
            if mark == "\x0c":
                paged.new_page()
    paged.add_table([*rows, *([row] if row else [])])
    for line in lines + _clean(text[at:]):
        paged.add(line)


def _clean(text: str) -> list[str]:
    text = text.replace("\x0b", "\n").replace("\x1e", "-").replace("\xa0", " ")
    return clean_lines(_CONTROL.sub("", text))
