"""A PPTX → one page for each slide: its shapes, tables and groups in the order they were put there."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.archive import part
from evidence_check.extract.looks import pictures_in
from evidence_check.extract.ooxml import MAX_PART, parsed, read_package, relations_of
from evidence_check.extract.paged import clean_lines, row_lines
from evidence_check.extract.pictures import FEW_LETTERS, letters_in, picture_data, recognised
from evidence_check.extract.settings import ReadSettings, capped
from evidence_check.model.files import Content, File, Page, ReadAs, Table, Unreadable
from evidence_check.model.pictures import Picture, marks_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/drawingml/main}"
_MOST_PICTURES = 60
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def read_slides(path: Path, file: File, settings: ReadSettings) -> Content | Unreadable:
    """Return the slides of a PPTX in their order, hidden ones included; a slide that is a picture is recognised."""
    return read_package(path, file, settings, _read)


def _read(archive: zipfile.ZipFile, file: File, settings: ReadSettings) -> Content:
    pages = []
    looks: list[Picture] = []
    pictured = 0
    for number, name in enumerate(_slides(archive)[: settings.max_pages + 1], 1):
        page = _slide(parsed(archive, name), number)
        if letters_in([page]) < FEW_LETTERS and pictured < settings.max_images:
            pictured += 1
            page = _picture(archive, name, file, settings, page) or page
        pages.append(page)
        if len(looks) < _MOST_PICTURES:
            looks += pictures_in((picture_data(archive, each), number, "") for each in _names(archive, name))
    return capped(Content(file, tuple(pages), (), marks_of(looks)), settings)


def _slides(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts that are slides, in the order of the show."""
    main = next((each for each in relations_of(archive, "").values() if "presentation" in each), "ppt/presentation.xml")
    relations = relations_of(archive, main)
    names = []
    for element in parsed(archive, main).iter("{*}sldId"):
        key = next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), "")
        if key in relations:
            names.append(relations[key])
    return names


def _slide(root: _Element, number: int) -> Page:
    lines: list[str] = []
    tables: list[Table] = []
    for element in root.iter("{*}txBody", "{*}tbl"):
        space = _STRICT if next(element.iter(_STRICT + "*"), None) is not None else _DRAWING
        if str(element.tag).endswith("}txBody"):
            if not str(element.tag).startswith(space):
                lines += _paragraphs(element, space)
            continue
        rows = [[_paragraphs(cell, space) for cell in row.iter(space + "tc")] for row in element.iter(space + "tr")]
        lines += [line for row in rows for line in row_lines(row)]
        texts = tuple(cells for row in rows if any(cells := tuple(" ".join(cell) for cell in row)))
        tables += [Table(texts)] if texts else []
    return Page(number, "\n".join(lines), ReadAs.TEXT, tables=tuple(tables))


def _paragraphs(parent: _Element, space: str) -> list[str]:
    lines: list[str] = []
    for paragraph in parent.iter(space + "p"):
        pieces = [
            "\n" if each.tag == space + "br" else each.text or "" for each in paragraph.iter(space + "t", space + "br")
        ]
        lines += clean_lines("".join(pieces))
    return lines


def _picture(archive: zipfile.ZipFile, name: str, file: File, settings: ReadSettings, page: Page) -> Page | None:
    """Return a slide of hardly any text as its largest picture says it, the text it has kept."""
    names = _names(archive, name)
    largest = max(names, key=lambda each: archive.getinfo(each).file_size, default="")
    if not largest or posixpath.basename(largest).startswith("."):
        return None
    found = recognised([part(archive, largest, MAX_PART)], file, settings, page.number - 1)
    if not found:
        return None
    text = "\n".join(filter(None, (page.text, found[0].text)))
    return Page(page.number, text, found[0].read_as, found[0].confidence, page.tables, found[0].problem)


def _names(archive: zipfile.ZipFile, slide: str) -> list[str]:
    """Return the pictures a slide shows that are there."""
    names = relations_of(archive, slide).values()
    return [each for each in names if each.lower().endswith(_PICTURES) and each in archive.NameToInfo]
