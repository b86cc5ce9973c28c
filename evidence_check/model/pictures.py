"""A picture as its file shows it, and when two pictures are the same one.

A look is a fingerprint of what a picture shows, one number of `BITS` bits for the whole of it and for each of some
cuts of it. A copy that was compressed again, made smaller, brighter or cut a little at its edges has nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from evidence_check.model.files import Document, Page, Params, ReadAs

IMAGES = ("jpeg", "png", "tiff", "webp", "bmp", "gif", "heic")
WORDS_ON_A_PICTURE = 80
BITS = 143
DIGITS = 36
SAME = 20
"""In how many bits looks of the same picture may differ; what it misses and what it confuses is measured in
`benchmarks/same_picture.py`."""

FAR = 80
"""From this distance of the whole pictures on, no cut of them is ever the same."""

_MARK = "picture"
_PART = "\t"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture in a file: its page, which it is on that page, its look, its day, its size and its caption.

    `look` is empty when there is hardly anything to see; `taken` is the ISO day the camera wrote into the file, empty
    when there is none. Where a camera was, is never kept.
    """

    page: int
    number: int = 1
    look: str = ""
    taken: str = ""
    width: int = 0
    height: int = 0
    caption: str = ""

    def same_as(self, other: Picture) -> bool:
        """Say whether two pictures look the same; unknown looks are like no other."""
        if not self.look or not other.look:
            return False
        return self.look == other.look or distance(self.look, other.look) <= SAME


def distance(one: str, other: str) -> int:
    """Return in how many bits two looks differ where they agree best: 0 is the same, about 70 is chance."""
    here, there = _parts(one), _parts(other)
    apart = (here[0] ^ there[0]).bit_count()
    if apart > FAR:
        return apart
    return min((mine ^ theirs).bit_count() for mine in here for theirs in there)


@lru_cache(maxsize=4096)
def _parts(look: str) -> tuple[int, ...]:
    return tuple(int(look[at : at + DIGITS], 16) for at in range(0, len(look), DIGITS))


def marks_of(pictures: Iterable[Picture]) -> Params:
    """Return pictures as marks of their file."""
    return tuple(
        sorted(
            (
                f"{_MARK} {each.page}.{each.number}",
                _PART.join((each.look, each.taken, str(each.width), str(each.height), each.caption)),
            )
            for each in pictures
        )
    )


def pictures_of(document: Document) -> tuple[Picture, ...]:
    """Return the pictures on the pages of a document in their order."""
    numbers = {page.number for page in document.pages}
    found = (_picture(key, value) for key, value in document.marks if key.startswith(f"{_MARK} "))
    return tuple(sorted((each for each in found if each.page in numbers), key=lambda each: (each.page, each.number)))


def is_picture(document: Document, page: Page) -> bool:
    """Say whether a page is a picture with a few words on it rather than the scan of a text."""
    return document.file.kind in IMAGES or (page.read_as is ReadAs.OCR and has_few_words(page))


def has_few_words(page: Page) -> bool:
    """Say whether a page has no more words than captions of pictures do."""
    return len(page.text.split()) <= WORDS_ON_A_PICTURE


def _picture(key: str, value: str) -> Picture:
    page, _, number = key.removeprefix(f"{_MARK} ").partition(".")
    look, taken, width, height, caption = value.split(_PART)
    return Picture(int(page), int(number), look, taken, int(width), int(height), caption)
