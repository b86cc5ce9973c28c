"""What the spreadsheet reader does not tell about an XLSX: how far the cells reach, and the error values."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass

from evidence_check.extract.archive import part

_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_NUMBER_OF_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"']([0-9]{1,7})[\"']")
_ERROR = re.compile(rb'<(?:\w+:)?c\b([^>]*?\bt="e"[^>]*)>.*?<(?:\w+:)?v>([^<]*)</', re.DOTALL)
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of an XLSX: rows times columns its cells span, and error values by (row, column) from 0.

    `uncomputed` counts the formulas whose result nobody saved.
    """

    area: int
    errors: tuple[tuple[int, int, str], ...] = ()
    uncomputed: int = 0


def sheet_parts(archive: zipfile.ZipFile, limit: int, cells: int) -> tuple[SheetPart, ...]:
    """Return the sheets of an XLSX in the order of the workbook; `limit` bounds the bytes of one sheet.

    A sheet of more than `cells` is only counted.
    """
    return tuple(_scan(part(archive, name, limit), cells) for name in _names(archive, limit))


def _names(archive: zipfile.ZipFile, limit: int) -> list[str]:
    try:
        book = part(archive, "xl/workbook.xml", limit)
        relations = part(archive, "xl/_rels/workbook.xml.rels", limit)
    except KeyError:
        return []
    targets = {found.get(b"Id", b""): found.get(b"Target", b"") for found in _attributes(_RELATION, relations)}
    present = set(archive.namelist())
    names = []
    for sheet in _attributes(_SHEET, book):
        identity = next((value for key, value in sheet.items() if key.endswith(b":id")), b"")
        target = targets.get(identity, b"").decode("utf-8", "replace")
        names.append(posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"))
    return names if all(name in present for name in names) else []


def _attributes(tag: re.Pattern[bytes], text: bytes) -> list[dict[bytes, bytes]]:
    return [dict(_ATTRIBUTE.findall(match.group(1))) for match in tag.finditer(text)]


def _scan(text: bytes, cells: int) -> SheetPart:
    written = text.count(b"<c>") + text.count(b"<c ")
    if written > cells:
        return SheetPart(written)
    columns = named = 0
    rows = max(map(int, _NUMBER_OF_ROW.findall(text)), default=0)
    for letters, digits in _CELL.findall(text):
        columns = max(columns, _column(letters.upper()) + 1)
        rows = max(rows, int(digits))
        named += 1
    if len(_ANY_CELL.findall(text)) > named:  # cells without a name follow each other
        unnamed = [len(_ANY_CELL.findall(row)) for row in _ROW.split(text)]
        columns = max(columns, *unnamed)
        rows = max(rows, len(unnamed) - 1)
    errors = []
    if b't="e"' in text:
        for attributes, value in _ERROR.findall(text):
            if found := _REFERENCE.search(attributes):
                errors.append((int(found.group(2)) - 1, _column(found.group(1)), value.decode("utf-8", "replace")))
    uncomputed = sum(1 for _ in _UNCOMPUTED.finditer(text)) if b"f>" in text else 0
    return SheetPart(rows * columns, tuple(errors), uncomputed)


def letters_of(column: int) -> str:
    """Return the name of a column, counted from 0, as a spreadsheet shows it."""
    name = ""
    number = column + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
