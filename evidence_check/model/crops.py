"""Pieces of pages as pictures: what a report shows beside a quote, made by the edge that may open files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from evidence_check.model.files import Place


class Shows(StrEnum):
    """What a crop shows: the lines with the quote marked, a whole page far too small to be read, or a photograph."""

    LINES = "lines"
    PAGE = "page"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Crop:
    """A picture (`data`, of the type `media`) of `width` × `height` points of the screen.

    `hidden` says that numbers in it were painted over. `about` says that its mark is only near the quote, since the
    words of a scan have no place that is known exactly.
    """

    shows: Shows
    data: bytes
    media: str
    width: int
    height: int
    hidden: bool = False
    about: bool = False


Crops = Mapping[Place, Crop]
"""The crops of a run by the place they prove."""
