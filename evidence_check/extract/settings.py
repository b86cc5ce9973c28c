"""What a reader may spend on one file, and the reasons it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evidence_check.model.files import Content, File, Finding, Level, Place, Unreadable, params

ATTACHMENTS = "attachments"
"""The mark of a file that was read and has others attached to it."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits and tools for reading one file; counts are per file, `tessdata` empty means: look for it."""

    language: str = "ind"
    ocr: bool = True
    tessdata: str = ""
    max_pages: int = 600
    max_ocr_pages: int = 30
    long_scan_first: int = 12
    long_scan_last: int = 3
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
