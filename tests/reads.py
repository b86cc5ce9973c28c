"""Reading one file in a test, by the same way the program takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_check.extract.ocr import ocr_ready
from evidence_check.extract.reading import read
from evidence_check.extract.settings import ReadSettings
from evidence_check.folder import look_at
from evidence_check.model.files import Content, File, Unreadable

SETTINGS = ReadSettings()
WITHOUT_OCR = ReadSettings(ocr=False)
needs_tesseract = pytest.mark.skipif(not ocr_ready(SETTINGS), reason="Tesseract with Indonesian is not installed")


def outcome(path: Path, settings: ReadSettings = SETTINGS) -> Content | Unreadable:
    """Return what becomes of a file."""
    file = look_at(path, path.parent)
    assert isinstance(file, File)
    return read(path, file, settings)


def content(path: Path, settings: ReadSettings = SETTINGS) -> Content:
    """Return what a readable file says."""
    found = outcome(path, settings)
    assert isinstance(found, Content), found
    return found


def reason(path: Path) -> str:
    """Return the code why a file cannot be read."""
    found = outcome(path)
    assert isinstance(found, Unreadable), found
    return found.reason.code
