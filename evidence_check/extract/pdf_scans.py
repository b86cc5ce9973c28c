"""The pages of a PDF that must be recognised: which of them now, which later, and what becomes of each.

Of a long scan the front matter and the last pages come first: they hold what tells one paper from another.
Each page left out says so, and why, so that it can be read as soon as something depends on it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from evidence_check.extract.heads import with_heads
from evidence_check.extract.ocr import POOR, ocr_ready, page_without_ocr
from evidence_check.extract.page_memory import page_of_picture
from evidence_check.extract.pdf_page import picture_of
from evidence_check.extract.pdf_seen import Seen, layer_page
from evidence_check.extract.settings import Reach, ReadSettings, finding
from evidence_check.extract.soundness import SOUND, noise, soundness, words_of
from evidence_check.model.files import (
    BEYOND_LIMIT,
    LATER,
    OUT_OF_TIME,
    Content,
    File,
    Finding,
    Level,
    Page,
    ReadAs,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

Item = TypeVar("Item")

_LEFT_OUT = {LATER: Level.NOTE, BEYOND_LIMIT: Level.DOUBT, OUT_OF_TIME: Level.DOUBT}


def recognised(
    document: PdfDocument, wanted: Sequence[Seen], file: File, settings: ReadSettings
) -> Iterator[tuple[int, Page]]:
    """Yield the pages that had to be recognised, by their numbers, those left out included."""
    if wanted and not ocr_ready(settings):
        for seen in wanted:
            yield seen.number, _unrecognised(seen, file)
        return
    chosen = chosen_of([seen.number for seen in wanted], settings)
    left = LATER if settings.reach is Reach.FRONT else BEYOND_LIMIT
    end = time.monotonic() + settings.seconds if settings.seconds else float("inf")
    for seen in wanted:
        if seen.number not in chosen:
            yield seen.number, _left_out(seen, file, left)
        elif time.monotonic() > end:
            yield seen.number, _left_out(seen, file, OUT_OF_TIME)
        else:
            yield seen.number, _recognise(document, seen, file, settings)


def chosen_of(numbers: Sequence[int], settings: ReadSettings) -> frozenset[int]:
    """Return which of the pages that need it are recognised within the reach of the settings."""
    if settings.reach is Reach.ALL:
        return frozenset(numbers)
    if settings.reach is Reach.FRONT and len(numbers) > settings.short_scan:
        return frozenset(_ends(numbers, settings.front_first, settings.front_last))
    if len(numbers) <= settings.max_ocr_pages:
        return frozenset(numbers)
    return frozenset(_ends(numbers, settings.long_scan_first, settings.long_scan_last))


def later_of(content: Content, settings: ReadSettings) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Return the pages left for later that may be read now, and those beyond the limit, told as such."""
    later = [page for page in content.pages if page.later]
    scanned = content.long_scan or len(later)
    now = later
    if settings.reach is not Reach.ALL and scanned > settings.max_ocr_pages:
        first, last = settings.long_scan_first - settings.front_first, settings.long_scan_last - settings.front_last
        now = _ends(later, max(0, first), max(0, last))
    chosen = {page.number for page in now}
    return tuple(now), tuple(_beyond(page, content.file) for page in later if page.number not in chosen)


def _beyond(page: Page, file: File) -> Page:
    """Return a page that is one too many; an old layer is all there will be of it, and it was read."""
    if page.read_as is ReadAs.TEXT:
        return replace(page, problem=None)
    return replace(page, problem=finding(file, BEYOND_LIMIT, Level.DOUBT, page.number, pages=page.number))


def left_out_of(pages: Sequence[Page], file: File) -> tuple[Finding, ...]:
    """Return what a file says of its pages nobody recognised: one finding for each reason, with their numbers."""
    told = []
    for code, level in _LEFT_OUT.items():
        numbers = [page.number for page in pages if page.problem and page.problem.code == code]
        if numbers:
            told.append(finding(file, code, level, numbers[0], pages=ranges(numbers)))
    return tuple(told)


def completed(content: Content, pages: Sequence[Page]) -> Content:
    """Return a content with some of its pages read at last, and what is still left out told anew."""
    better = {page.number: page for page in pages}
    every = tuple(better.get(page.number, page) for page in content.pages)
    kept = tuple(each for each in content.findings if each.code not in _LEFT_OUT)
    return with_heads(replace(content, pages=every, findings=(*kept, *left_out_of(every, content.file))))


def ranges(numbers: Sequence[int]) -> str:
    """Return page numbers as people write them: `13-82, 90`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _ends(items: Sequence[Item], first: int, last: int) -> list[Item]:
    return [*items[:first], *items[max(first, len(items) - last) :]]


def _recognise(document: PdfDocument, seen: Seen, file: File, settings: ReadSettings) -> Page:
    image = picture_of(document, seen.number - 1)
    if image is None:
        return replace(layer_page(seen, file), confidence=round(min(seen.confidence, 0.3), 3))
    page = page_of_picture(image, file, seen.number, settings)
    if not seen.text.strip():
        return page
    if seen.old_layer:
        return page if _better(page, seen.text) else layer_page(seen, file)
    sound = soundness(seen.text) >= SOUND
    if not words_of(page.text) or (not sound and page.confidence < seen.confidence):
        return layer_page(seen, file)
    return _joined(page, seen.text) if sound else page


def _better(page: Page, layer: str) -> bool:
    enough = len(words_of(page.text)) >= 0.8 * len(words_of(layer))
    return enough and page.confidence >= POOR and noise(page.text) <= noise(layer)


def _joined(page: Page, layer: str) -> Page:
    """Return a recognised page with the lines of the layer it misses, such as a signing caption; those are sure."""
    known = set(page.text.lower().split())
    missed = [line for line in layer.splitlines() if set(line.lower().split()) - known]
    sure = (100,) * len(" ".join(missed).split())
    return replace(page, text="\n".join([page.text, *missed]), sureness=(*page.sureness, *sure))


def _unrecognised(seen: Seen, file: File) -> Page:
    """Return a page nobody could recognise; a sound layer stays, a rubbish one would only mislead."""
    if seen.old_layer:
        return layer_page(seen, file)
    text = seen.text if soundness(seen.text) >= SOUND else ""
    return page_without_ocr(file, seen.number, text)


def _left_out(seen: Seen, file: File, code: str) -> Page:
    """Return a page that was not recognised; what its layer says stays where it is of some worth."""
    problem = finding(file, code, _LEFT_OUT[code], seen.number, pages=seen.number)
    if seen.old_layer:
        page = replace(layer_page(seen, file), problem=problem)
    else:
        sound = bool(seen.text.strip()) and soundness(seen.text) >= SOUND
        page = Page(seen.number, seen.text if sound else "", ReadAs.UNREAD, 0.0, problem=problem)
    return _beyond(page, file) if code == BEYOND_LIMIT else page
