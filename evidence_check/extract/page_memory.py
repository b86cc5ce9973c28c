"""Pictures of pages recognised before: the same picture, in whatever file it lies, is not recognised twice.

Who keeps them is not this room's business: whoever has files read may lend a `PageMemory` for the time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from evidence_check.extract.ocr import ocr_page
from evidence_check.extract.settings import ReadSettings
from evidence_check.model.files import File, Page, Place

if TYPE_CHECKING:
    from PIL.Image import Image


class PageMemory(Protocol):
    """Keeps pages by the fingerprint of their picture; never raises, at worst it knows nothing."""

    def page(self, picture: str, file: File) -> Page | None:
        """Return the page that was recognised from a picture, None when there was none."""
        ...

    def keep_page(self, picture: str, page: Page, file: File) -> None:
        """Keep a page just recognised; `file` is the one it lies in."""
        ...


_MEMORY: ContextVar[PageMemory | None] = ContextVar("page_memory", default=None)


@contextmanager
def remembering(memory: PageMemory | None) -> Iterator[None]:
    """Let the readers of this process use a memory of pages for a while."""
    token = _MEMORY.set(memory)
    try:
        yield
    finally:
        _MEMORY.reset(token)


def page_of_picture(image: Image, file: File, number: int, settings: ReadSettings, name: str = "") -> Page:
    """Return a page read from its picture, by heart when the picture is known."""
    memory = _MEMORY.get()
    if memory is None:
        return ocr_page(image, file, number, settings, name)
    picture = fingerprint(image, settings)
    page = memory.page(picture, file)
    if page is None:
        page = ocr_page(image, file, number, settings, name)
        memory.keep_page(picture, page, file)
    problem = page.problem and replace(page.problem, place=Place(file.path, number, ""))
    return replace(page, number=number, name=name, problem=problem)


def fingerprint(image: Image, settings: ReadSettings) -> str:
    """Return what names a picture and the language it is read in."""
    digest = hashlib.blake2b(digest_size=32)
    digest.update(f"{image.mode} {image.size} {settings.language} {settings.tessdata}\0".encode())
    digest.update(repr(image.getpalette()).encode())
    digest.update(image.tobytes())
    return digest.hexdigest()
