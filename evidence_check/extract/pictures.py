"""Pictures inside a document: a scan pasted into a page of hardly any text is that page."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from evidence_check.extract.archive import TooMuchError, part
from evidence_check.extract.looks import pictures_in
from evidence_check.extract.ooxml import MAX_PART
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import File, Page
from evidence_check.model.pictures import Picture

FEW_LETTERS = 40
_STARTS = re.compile(rb"\xff\xd8\xff[\xe0\xe1\xdb\xee]|\x89PNG\r\n\x1a\n")
_LARGEST = 30_000_000
_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def letters_in(pages: Sequence[Page]) -> int:
    """Return how many letters some pages hold."""
    return sum(char.isalpha() for page in pages for char in page.text)


def pages_of_pictures(
    archive: zipfile.ZipFile, folder: str, file: File, settings: ReadSettings, before: int
) -> tuple[list[Page], list[Picture]]:
    """Return the pictures below a folder of a package, each read as a page numbered after `before`, and their looks."""
    names = [name for name in archive.namelist() if folder in name and name.lower().endswith(_SUFFIXES)]
    pages: list[Page] = []
    looks: list[Picture] = []
    for name in names[: settings.max_images]:
        data = part(archive, name, MAX_PART)
        for page in recognised([data], file, settings, before + len(pages)):
            pages.append(page)
            looks += pictures_in([(data, page.number, "")])
    return pages, looks


def picture_data(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a picture of a package, nothing where it is absent, damaged or too large: the text is sound without it."""
    try:
        return part(archive, name, MAX_PART)
    except (TooMuchError, KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return b""


def recognised(pictures: Iterable[bytes], file: File, settings: ReadSettings, before: int) -> list[Page]:
    """Return pictures read as pages numbered after `before`; icons and damaged ones are left out."""
    from evidence_check.extract.image import read_picture

    pages: list[Page] = []
    for data in pictures:
        page = read_picture(data, file, before + len(pages) + 1, settings)
        if page is not None:
            pages.append(page)
    return pages


def carved(data: bytes, limit: int) -> list[bytes]:
    """Return the pictures that lie in a stream of an old office file, at most `limit`; each runs on past its end."""
    found = []
    for start in _STARTS.finditer(data):
        found.append(data[start.start() : start.start() + _LARGEST])
        if len(found) == limit:
            break
    return found
