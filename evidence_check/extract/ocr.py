"""A picture of a page → its text, by Tesseract in this process; the one place that knows Tesseract."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_check.extract.settings import ReadSettings, finding
from evidence_check.extract.soundness import ENOUGH_WORDS, SOUND, soundness, words_of
from evidence_check.model.files import File, Level, Page, ReadAs

if TYPE_CHECKING:
    from PIL.Image import Image

POOR = 0.65
COLOURFUL = 0.01
WORDS_ON_A_BOARD = 60
_WHOLE_PAGE = 3
_ORIENTATION = 0
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
class Reading:
    """What Tesseract made of a picture: text with line breaks, and how sure it may be taken (0..1)."""

    text: str
    confidence: float


def tesseract_data(language: str = "ind") -> str | None:
    """Return the folder that holds Tesseract's data for a language, or None."""
    folders = list(_PLACES)
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if base := os.environ.get(name):
            folders += [f"{base}/Tesseract-OCR/tessdata", f"{base}/Programs/Tesseract-OCR/tessdata"]
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        folders[:0] = [prefix, f"{prefix}/tessdata"]
    return next((folder for folder in folders if _has(folder, language)), None)


def ocr_ready(settings: ReadSettings) -> bool:
    """Say whether pages can be recognised: wanted, the library there, the language there."""
    return settings.ocr and _folder(settings) is not None and _library() is not None


def platform_name() -> str:
    """Return `windows`, `macos`, `debian` or `linux`: the key of the advice how to install."""
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos"
    return "debian" if Path("/etc/debian_version").exists() else "linux"


def recognise(image: Image, settings: ReadSettings) -> Reading:
    """Return the text of a picture of a page; one lying on its side or head is turned, an empty one says nothing."""
    from evidence_check.extract.prepare import is_blank

    if is_blank(image):
        return Reading("", 1.0)
    first = _read_best(image, settings)
    if not _poor(first):
        return first
    turn = _turn_of(image, settings)
    if not turn:
        return first
    return max(first, _read_best(image.rotate(turn, expand=True), settings), key=_worth)


def _read_best(image: Image, settings: ReadSettings) -> Reading:
    """Return the reading without colour; where colours may carry words, as on a photo or poster, the best of three.

    Evening out the light, a blessing for scans, wipes out white words on a coloured band.
    """
    from evidence_check.extract.prepare import brightest_channel, colour_share, plain_grey, prepare

    first = _read(prepare(brightest_channel(image)), settings)
    if colour_share(image) < COLOURFUL and len(words_of(first.text)) >= WORDS_ON_A_BOARD:
        return first
    grey = plain_grey(image)
    return max(first, _read(prepare(grey), settings), _read(grey, settings), key=_worth)


def ocr_page(image: Image, file: File, number: int, settings: ReadSettings, name: str = "") -> Page:
    """Return a page read from its picture, with EC112 when the scan is poor."""
    reading = recognise(image, settings)
    problem = None
    if reading.confidence < POOR and len(words_of(reading.text)) >= ENOUGH_WORDS:
        problem = finding(file, "EC112", Level.DOUBT, number, confidence=reading.confidence)
    return Page(number, reading.text, ReadAs.OCR, reading.confidence, problem=problem, name=name)


def page_without_ocr(file: File, number: int, text: str = "") -> Page:
    """Return a page whose picture nobody could recognise, because Tesseract is not installed or not wanted."""
    problem = finding(file, "EC108", Level.DOUBT, number, platform=platform_name())
    return Page(number, text, ReadAs.UNREAD, 0.0, problem=problem)


# ---------------------------------------------------------------- Tesseract itself


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
def _engine(folder: str, language: str, mode: int) -> Any:
    """Return the recogniser of this process; making one costs a tenth of a second."""
    return _library().PyTessBaseAPI(path=folder, lang=language, psm=mode)


def _read(image: Image, settings: ReadSettings) -> Reading:
    engine = _engine(_folder(settings), settings.language, _WHOLE_PAGE)
    engine.SetImage(image)
    engine.SetSourceResolution(300)
    text = str(engine.GetUTF8Text()).replace("\x0c", "")
    sure = engine.AllWordConfidences()
    engine.Clear()
    text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    mean = sum(sure) / len(sure) / 100 if sure else 0.0
    return Reading(text, round(max(0.0, mean) * min(1.0, soundness(text) / SOUND), 3))


def _poor(reading: Reading) -> bool:
    return reading.confidence < POOR or len(words_of(reading.text)) < ENOUGH_WORDS


def _worth(reading: Reading) -> float:
    return reading.confidence * len(reading.text)


def _turn_of(image: Image, settings: ReadSettings) -> int:
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
