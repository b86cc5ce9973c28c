"""Tesseract in this process: where its data lies, and what words it finds in a picture. Nothing else knows it."""

from __future__ import annotations

import os
import site
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.extract.settings import ReadSettings

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in points of the picture."""

WHOLE_PAGE = 3
ONE_BLOCK = 6
_ORIENTATION = 0
SHIPPED = "eng"
"""The language whose data comes with `pip`."""

_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its text, where it stands, how sure (0..100), and the block and line Tesseract saw it in."""

    text: str
    box: Box
    sure: int
    line: tuple[int, int, int] = (0, 0, 0)


def language_at_hand(wanted: str = "ind") -> str:
    """Return the language to recognise in: the wanted one, else the one that is installed with this program.

    Both know Latin letters: on scans of Indonesian papers the words they read are as often right.
    """
    return wanted if tesseract_data(wanted) or not tesseract_data(SHIPPED) else SHIPPED


def tesseract_data(language: str = "ind") -> str | None:
    """Return the folder that holds Tesseract's data for a language, or None."""
    folders = [*_PLACES, *(f"{base}/share/tessdata" for base in (sysconfig.get_path("data"), site.getuserbase()))]
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if base := os.environ.get(name):
            folders += [f"{base}/Tesseract-OCR/tessdata", f"{base}/Programs/Tesseract-OCR/tessdata"]
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        folders[:0] = [prefix, f"{prefix}/tessdata"]
    return next((folder for folder in folders if _has(folder, language)), None)


def tesseract_ready(settings: ReadSettings) -> bool:
    """Say whether the library and the data of the language are there."""
    return _folder(settings) is not None and _library() is not None


def words_in(image: Image, settings: ReadSettings) -> list[Word]:
    """Return the words of a whole page in grey, in Tesseract's order."""
    engine = _engine(_folder(settings), settings.language)
    engine.SetPageSegMode(WHOLE_PAGE)
    engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
    engine.SetSourceResolution(300)
    engine.Recognize()
    found = list(_words(engine.GetTSVText(0)))
    engine.Clear()
    return found


def words_in_pieces(image: Image, pieces: list[Box], settings: ReadSettings) -> list[Word]:
    """Return the words of some pieces of a page, each read as a block of its own."""
    engine = _engine(_folder(settings), settings.language)
    engine.SetPageSegMode(ONE_BLOCK)
    found: list[Word] = []
    for number, (left, top, right, bottom) in enumerate(pieces):
        engine.SetImage(image.crop((left, top, right, bottom)))
        engine.SetSourceResolution(300)
        engine.Recognize()
        found += _words(engine.GetTSVText(0), left, top, number + 1)
    engine.Clear()
    return found


def turn_of(image: Image, settings: ReadSettings) -> int:
    """Return by how many degrees, counter-clockwise, a picture must be turned to stand upright."""
    folder = _folder(settings)
    if folder is None or not _has(folder, "osd"):
        return 0
    small = image.convert("L")
    small.thumbnail((2000, 2000))
    engine = _engine(folder, "osd", _ORIENTATION)
    engine.SetImage(small)
    engine.SetSourceResolution(200)
    found = engine.DetectOrientationScript()
    engine.Clear()
    return int(found["orient_deg"]) if found and found["orient_conf"] >= 1.0 else 0


def _words(table: str, left: int = 0, top: int = 0, piece: int = 0) -> Iterator[Word]:
    """Yield the words of Tesseract's table: a row each, with numbers of block, paragraph and line, place and text."""
    for row in table.split("\n"):
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        block, paragraph, line = (int(cell) for cell in cells[2:5])
        x, y, wide, tall = (int(cell) for cell in cells[6:10])
        box = (left + x, top + y, left + x + wide, top + y + tall)
        sure = max(0, min(100, round(float(cells[10]))))
        for text in cells[11].split():
            yield Word(text, box, sure, (1000 * piece + block, paragraph, line))


def _has(folder: str, language: str) -> bool:
    return all(Path(folder, f"{part}.traineddata").is_file() for part in language.split("+"))


def _folder(settings: ReadSettings) -> str | None:
    if settings.tessdata:
        return settings.tessdata if _has(settings.tessdata, settings.language) else None
    return tesseract_data(settings.language)


def _library() -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"  # one page takes four to eight times as long with more threads
    try:
        import tesserocr
    except ImportError:
        return None
    return tesserocr


@cache
def _engine(folder: str, language: str, mode: int = WHOLE_PAGE) -> Any:
    """Return the recogniser of this process; making one costs a tenth of a second."""
    return _library().PyTessBaseAPI(path=folder, lang=language, psm=mode)
