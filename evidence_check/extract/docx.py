"""A DOCX → its pages: body, tables, text boxes, headers, footers and notes, straight from its XML."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.extract.docx_body import WORD, Body, lines_of
from evidence_check.extract.docx_pictures import pictures_of_docx, with_marks
from evidence_check.extract.ooxml import parsed, read_package, relations_of
from evidence_check.extract.pictures import FEW_LETTERS, letters_in, pages_of_pictures
from evidence_check.extract.settings import ReadSettings, capped
from evidence_check.model.files import Content, File, Params, Unreadable, params
from evidence_check.model.pictures import marks_of

if TYPE_CHECKING:
    from lxml.etree import _Element



def read_docx(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the text of a DOCX page by page, as Word last laid it out; a scan pasted into it is recognised."""
    return read_package(path, file, settings, _read)


def _read(archive: zipfile.ZipFile, file: File, settings: ReadSettings) -> Content:
    main = _main_part(archive)
    root = parsed(archive, main)
    relations = relations_of(archive, main)
    body = Body(lambda key: _lines_of_part(archive, relations.get(key, "")))
    body.read(root)
    for name in _named(archive, main, ("footnotes", "endnotes")):
        body.append(_lines_of_part(archive, name))
    pages = body.pages()
    if letters_in(pages) < FEW_LETTERS:
        more, looks = pages_of_pictures(archive, "/media/", file, settings, len(pages))
        pages += more
    else:
        looks = pictures_of_docx(archive, root, relations, pages)
        pages = with_marks(archive, root, relations, pages)
    marks = (*_marks(archive, main, root), *marks_of(looks))
    return capped(Content(file, tuple(pages), (), tuple(sorted(marks))), settings)


# ---------------------------------------------------------------- parts of the package


def _main_part(archive: zipfile.ZipFile) -> str:
    for target in relations_of(archive, "").values():
        if target.endswith("document.xml") or target.startswith("word/document"):
            return target
    return "word/document.xml"


def _lines_of_part(archive: zipfile.ZipFile, name: str) -> list[str]:
    try:
        return lines_of(parsed(archive, name)) if name else []
    except (KeyError, SyntaxError):
        return []


def _named(archive: zipfile.ZipFile, main: str, words: tuple[str, ...]) -> Iterator[str]:
    for target in sorted(relations_of(archive, main).values()):
        if posixpath.basename(target).startswith(words):
            yield target


# ---------------------------------------------------------------- marks


def _marks(archive: zipfile.ZipFile, main: str, root: _Element) -> Params:
    """Return how many changes and comments nobody has settled yet; nothing when there are none."""
    changes = _changes(root)
    for name in _named(archive, main, ("header", "footer", "footnotes", "endnotes")):
        try:
            changes += _changes(parsed(archive, name))
        except (KeyError, SyntaxError):
            continue
    comments = 0
    for name in _named(archive, main, ("comments.xml",)):
        try:
            comments += sum(1 for _ in parsed(archive, name).iter(WORD + "comment"))
        except (KeyError, SyntaxError):
            continue
    marks: dict[str, Any] = {"tracked_changes": changes, "comments": comments}
    return params(**{key: count for key, count in marks.items() if count})


def _changes(root: _Element) -> int:
    return sum(1 for _ in root.iter(WORD + "ins", WORD + "del", WORD + "moveFrom", WORD + "moveTo"))
