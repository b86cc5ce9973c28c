"""The pictures in the body of a DOCX, each with its caption: the short text under it, or above it where all have it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evidence_check.extract.looks import pictures_in
from evidence_check.extract.ooxml import spelled
from evidence_check.extract.pictures import picture_data
from evidence_check.extract.traces import MM, marks_on, may_be_mark
from evidence_check.model.files import Page, Trace
from evidence_check.model.pictures import Picture
from evidence_check.words.fold import holds

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

MOST = 60
CAPTION_WORDS = 20
MOST_SIGNED = 12
MAX_POINTS = 30_000_000
EMU, POINTS = 36_000, 72 / 25.4
_STYLE = re.compile(r"\b(width|height):\s*([\d.]+)pt")
_LABEL = re.compile(r"(?:gambar|foto|keterangan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A picture in a body: the part of the package it is, and its width and height as shown, in millimetres."""

    name: str
    wide: float = 0.0
    tall: float = 0.0


@dataclass(slots=True)
class _Row:
    """Pictures that follow each other without a word between, and the texts before and after them."""

    before: str
    parts: list[_Part] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def pictures_of_docx(
    archive: zipfile.ZipFile, root: _Element, relations: Mapping[str, str], pages: Sequence[Page]
) -> list[Picture]:
    """Return the pictures of a body, each on the page its caption stands on, else where the one before it is."""
    rows = _rows(root, relations)
    above = _captions_stand_above(rows)
    found: list[tuple[bytes, int, str]] = []
    at = 0
    for row in rows:
        for part, caption in zip(row.parts, _captions(row, above), strict=True):
            at = next((index for index in range(at, len(pages)) if holds(pages[index].text, caption)), at)
            data = picture_data(archive, spelled(archive, part.name))
            if data and pages and len(found) < MOST:
                found.append((data, pages[at].number, caption if holds(pages[at].text, caption) else ""))
    return pictures_in(found)


def with_marks(
    archive: zipfile.ZipFile, root: _Element, relations: Mapping[str, str], pages: Sequence[Page]
) -> list[Page]:
    """Return the pages with what looks like ink or a stamp among the small pictures of a body.

    Each is told beside the first line after it, the last line of these words; where none follows, the one before.
    """
    found: dict[int, list[Trace]] = {}
    for row in _rows(root, relations):
        for part in [part for part in row.parts if may_be_mark(part.wide, part.tall)][:MOST_SIGNED]:
            spot = _spot(row, pages)
            data = picture_data(archive, spelled(archive, part.name)) if spot else b""
            if spot and data:
                found.setdefault(spot[0], []).extend(Trace(kind, 0.0, 1.0, spot[1]) for kind in _looks_like(data, part))
    return [replace(page, traces=tuple(found.get(at, ()))) for at, page in enumerate(pages)]


def _spot(row: _Row, pages: Sequence[Page]) -> tuple[int, int] | None:
    """Return the page and the line of the words a picture stands by, None when no page has them."""
    for text in (*row.after[:1], row.before):
        for at in range(len(pages) - 1, -1, -1) if text else ():
            lines = pages[at].text.splitlines()
            line = next((line for line in range(len(lines) - 1, -1, -1) if lines[line].strip() == text), -1)
            if line >= 0:
                return at, line
    return None


def _looks_like(data: bytes, part: _Part) -> list[str]:
    """Return what a picture looks like, `ink` and `stamp`, as large as the paper shows it."""
    from PIL import Image as pillow

    from evidence_check.extract.prepare import on_paper

    try:
        with pillow.open(io.BytesIO(data)) as image:
            if image.width * image.height > MAX_POINTS:
                return []
            size = max(1, round(part.wide * MM)), max(1, round(part.tall * MM))
            return [kind for kind, _ in marks_on(on_paper(image).resize(size, pillow.Resampling.BOX))]
    except (OSError, ValueError, SyntaxError, pillow.DecompressionBombError):
        return []


def _rows(root: _Element, relations: Mapping[str, str]) -> list[_Row]:
    rows: list[_Row] = []
    last = ""
    for paragraph in root.iter("{*}p"):
        if next(paragraph.iterancestors("{*}Fallback", "{*}drawing"), None) is not None or not _is_word(paragraph):
            continue
        for name in _parts_in(paragraph, relations):
            if not rows or rows[-1].after:
                rows.append(_Row(last))
            rows[-1].parts.append(name)
        text = " ".join("".join(each.text or "" for each in paragraph.iter("{*}t") if _is_word(each)).split())
        if text:
            last = text
            if rows:
                rows[-1].after.append(text)
    return rows


def _is_word(element: _Element) -> bool:
    return "wordprocessingml" in str(element.tag)


def _parts_in(paragraph: _Element, relations: Mapping[str, str]) -> Iterator[_Part]:
    for element in paragraph.iter("{*}blip", "{*}imagedata"):
        if next(element.iterancestors("{*}Fallback"), None) is not None:
            continue
        keys = (str(value) for key, value in element.attrib.items() if str(key).endswith(("}embed", "}id")))
        yield from (_Part(relations[key], *_size_of(element)) for key in keys if key in relations)


def _size_of(element: _Element) -> tuple[float, float]:
    """Return how wide and how tall a picture is shown, in millimetres; nothing where the body does not say."""
    for holder in element.iterancestors("{*}inline", "{*}anchor", "{*}shape"):
        extent = next(holder.iterchildren("{*}extent"), None)
        if extent is not None:
            return _number(extent.get("cx", "")) / EMU, _number(extent.get("cy", "")) / EMU
        said = dict(_STYLE.findall(str(holder.get("style", ""))))
        return _number(said.get("width", "")) / POINTS, _number(said.get("height", "")) / POINTS
    return 0.0, 0.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _captions_stand_above(rows: Sequence[_Row]) -> bool:
    """Say whether captions stand above: most labels do, the heading aside, or nothing stands under the last picture."""
    below = sum(bool(row.after and _LABEL.match(row.after[0])) for row in rows)
    above = sum(bool(_LABEL.match(row.before)) for row in rows[1:])
    if below != above:
        return above > below
    return bool(rows) and not rows[-1].after


def _captions(row: _Row, above: bool) -> list[str]:
    """Return a caption for each picture of a row: one each where as many short texts follow, else one for all."""
    count = len(row.parts)
    if above:
        return [_short(row.before)] * count
    following = [_short(text) for text in row.after[:count]]
    if len(following) == count and all(following):
        return following
    return [following[0] if following else ""] * count


def _short(text: str) -> str:
    return text if len(text.split()) <= CAPTION_WORDS else ""
