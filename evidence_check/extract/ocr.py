"""A picture of a page → the page: prepared, recognised, put in order, and what was lost on the way found out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_check.extract.coordinates import without_coordinates
from evidence_check.extract.layout import laid_out
from evidence_check.extract.lost_lines import empty_cells, lone_colons, share_lost, unread_ink, without_scrawl
from evidence_check.extract.settings import ReadSettings, finding
from evidence_check.extract.soundness import ENOUGH_WORDS, SOUND, soundness, words_of
from evidence_check.extract.tesseract import Word, tesseract_ready, turn_of, words_in, words_in_pieces
from evidence_check.extract.traces import Seen, traces_of
from evidence_check.model.files import File, Finding, Level, Page, ReadAs, Table, Trace

if TYPE_CHECKING:
    from PIL.Image import Image

POOR = 0.65
COLOURFUL = 0.01
WORDS_ON_A_BOARD = 60
LOST = 0.015
WORDS_OF_A_PAPER = 20
"""A picture of fewer words is a photo: what looks like lines on it need not be writing."""

DOUBTED = 0.55
"""The highest confidence of a page that lost lines: below what a rule calls legible."""

SURE_ENOUGH = 50
MAX_PIECES = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a picture: text with line breaks, how sure it may be taken (0..1), and what belongs to it.

    `sureness` has a number (0..100) for each word of the text; `lost` is the share of the writing not read;
    `traces` is what looks like ink or a stamp.
    """

    text: str
    confidence: float
    tables: tuple[Table, ...] = ()
    sureness: tuple[int, ...] = ()
    lost: float = 0.0
    traces: tuple[Trace, ...] = ()


def ocr_ready(settings: ReadSettings) -> bool:
    """Say whether pages can be recognised: wanted, the library there, the language there."""
    return settings.ocr and tesseract_ready(settings)


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
    turn = turn_of(image, settings)
    if not turn:
        return first
    return max(first, _read_best(image.rotate(turn, expand=True), settings), key=_worth)


def ocr_page(image: Image, file: File, number: int, settings: ReadSettings, name: str = "") -> Page:
    """Return a page read from its picture; EC126 says that lines were lost, EC112 that the scan is poor."""
    found = recognise(image, settings)
    confidence = min(found.confidence, DOUBTED) if _lost_lines(found) else found.confidence
    problem = _problem(found, file, number)
    text = without_coordinates(found.text)
    # A picture that says where it was taken has no table worth keeping with it, nor anybody's signature.
    tables, traces = (found.tables, found.traces) if text == found.text else ((), ())
    return Page(number, text, ReadAs.OCR, confidence, tables, problem, name, found.sureness, traces)


def page_without_ocr(file: File, number: int, text: str = "") -> Page:
    """Return a page whose picture nobody could recognise, because Tesseract is not installed or not wanted."""
    problem = finding(file, "EC108", Level.DOUBT, number, platform=platform_name())
    return Page(number, text, ReadAs.UNREAD, 0.0, problem=problem)


def _problem(found: Reading, file: File, number: int) -> Finding | None:
    if _lost_lines(found):
        return finding(file, "EC126", Level.DOUBT, number, share=found.lost)
    if found.confidence < POOR and len(words_of(found.text)) >= ENOUGH_WORDS:
        return finding(file, "EC112", Level.DOUBT, number, confidence=found.confidence)
    return None


def _lost_lines(found: Reading) -> bool:
    return found.lost >= LOST and len(words_of(found.text)) >= WORDS_OF_A_PAPER


def _read_best(image: Image, settings: ReadSettings) -> Reading:
    """Return the reading without colour; where colours may carry words, as on a photo or poster, the best of three.

    Evening out the light, a blessing for scans, wipes out white words on a coloured band.
    """
    from evidence_check.extract.prepare import brightest_channel, colour_share, plain_grey, prepared

    first = _read(image, *prepared(brightest_channel(image)), settings)
    colourful = colour_share(image) >= COLOURFUL
    if not colourful and len(words_of(first.text)) >= WORDS_ON_A_BOARD:
        return first
    grey = plain_grey(image)
    second = _read(image, *prepared(grey), settings, ruled=not colourful)
    return max(first, second, _read(image, grey, 0.0, settings, ruled=False), key=_worth)


def _read(image: Image, grey: Image, angle: float, settings: ReadSettings, ruled: bool = True) -> Reading:
    """Return a reading of a picture in grey; writing that was passed over is read a second time, piece by piece.

    `angle` is how far the picture was turned from the `image` in colour. `ruled` False leaves lines in: on coloured
    boards what runs between light letters looks like them.
    """
    from evidence_check.extract.rulings import without_rulings

    page, grids = without_rulings(grey) if ruled else (grey, [])
    words = without_scrawl(page, words_in(page, settings))
    passed_over = [*empty_cells(page, words, grids), *unread_ink(page, words)][:MAX_PIECES]
    words += without_scrawl(page, _sure(words_in_pieces(page, passed_over, settings)))
    words += lone_colons(page, words)
    lost = share_lost(unread_ink(page, words) if passed_over else (), words)
    laid = laid_out(words, grids)
    mean = sum(laid.sureness) / len(laid.sureness) / 100 if laid.sureness else 0.0
    sure = round(mean * min(1.0, soundness(laid.text) / SOUND), 3)
    traces = traces_of(Seen(image, angle, page, words), laid.boxes) if laid.boxes else ()
    return Reading(laid.text, sure, laid.tables, laid.sureness, round(lost, 3), traces)


def _sure(words: Sequence[Word]) -> list[Word]:
    """Return the words of a second reading that are no guesses; words of one piece stand or fall together."""
    pieces: dict[int, list[Word]] = {}
    for word in words:
        pieces.setdefault(word.line[0] // 1000, []).append(word)
    kept = (piece for piece in pieces.values() if sum(word.sure for word in piece) >= SURE_ENOUGH * len(piece))
    return [word for piece in kept for word in piece]


def _poor(reading: Reading) -> bool:
    return reading.confidence < POOR or len(words_of(reading.text)) < ENOUGH_WORDS


def _worth(reading: Reading) -> float:
    return reading.confidence * (1 - reading.lost) * len(reading.text)
