"""What a reader may spend on one file, and the reasons it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable, params

ATTACHMENTS = "attachments"
"""The mark of a file that was read and has others attached to it."""


class Reach(StrEnum):
    """How many of the pages that must be recognised are: front matter and last pages, up to a limit, or every one."""

    FRONT = "front"
    WHOLE = "whole"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits and tools for reading one file; counts are per file, `tessdata` empty means: look for it.

    A scan of at most `short_scan` pages is always read whole; with `Reach.FRONT` a longer one is read at its
    `front_first` first and `front_last` last pages, where title, number and signatures stand. `seconds` is how long
    pages may be recognised before the rest is left for the next run (0: for ever).
    """

    language: str = "ind"
    ocr: bool = True
    tessdata: str = ""
    reach: Reach = Reach.WHOLE
    seconds: float = 0.0
    max_pages: int = 600
    short_scan: int = 10
    front_first: int = 4
    front_last: int = 2
    max_ocr_pages: int = 60
    long_scan_first: int = 45
    long_scan_last: int = 15
    tables: bool = True
    max_table_pages: int = 6
    max_images: int = 10
    max_unpacked: int = 400_000_000
    max_cells: int = 10_000_000
    max_members: int = 500
    max_depth: int = 2


def finding(file: File, code: str, level: Level, page: int = 1, **values: object) -> Finding:
    """Return a finding about a page of a file."""
    return Finding(code, level, params(**values), Place(file.path, page, ""))


def unreadable(file: File, code: str, level: Level = Level.ERROR, **values: object) -> Unreadable:
    """Return the file as unreadable for a reason."""
    return Unreadable(file, Finding(code, level, params(**values), Place(file.path, 1, "")))


def capped(content: Content, settings: ReadSettings) -> Content:
    """Return a content cut to the page limit, with a doubt when pages were cut off."""
    total, limit = len(content.pages), settings.max_pages
    if total <= limit:
        return content
    cut = finding(content.file, "EC117", Level.DOUBT, limit=limit, pages=total)
    return replace(content, pages=content.pages[:limit], findings=(*content.findings, cut))
