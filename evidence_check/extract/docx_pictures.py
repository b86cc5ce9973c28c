"""The pictures in the body of a DOCX, each with its caption: the short text under it, or above it where all have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evidence_check.extract.looks import pictures_in
from evidence_check.extract.ooxml import spelled
from evidence_check.extract.pictures import picture_data
from evidence_check.model.files import Page
from evidence_check.model.pictures import Picture
from evidence_check.words.fold import holds

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

MOST = 60
CAPTION_WORDS = 20
_LABEL = re.compile(r"(?:gambar|foto|keterangan)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    """Pictures that follow each other without a word between, and the texts before and after them."""

    before: str
    parts: list[str] = field(default_factory=list)
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
        for name, caption in zip(row.parts, _captions(row, above), strict=True):
            at = next((index for index in range(at, len(pages)) if holds(pages[index].text, caption)), at)
            data = picture_data(archive, spelled(archive, name))
            if data and pages and len(found) < MOST:
                found.append((data, pages[at].number, caption if holds(pages[at].text, caption) else ""))
    return pictures_in(found)


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


def _parts_in(paragraph: _Element, relations: Mapping[str, str]) -> Iterator[str]:
    for element in paragraph.iter("{*}blip", "{*}imagedata"):
        if next(element.iterancestors("{*}Fallback"), None) is not None:
            continue
        keys = (str(value) for key, value in element.attrib.items() if str(key).endswith(("}embed", "}id")))
        yield from (relations[key] for key in keys if key in relations)


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
