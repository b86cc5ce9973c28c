"""An office's own DOCX: opened when it is harmless, and filled where it names a value or a part in double braces.

Names are looked up, never calculated: there is no language in a template, so nothing in it can be run.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence_check.errors import UsageError
from evidence_check.report.docx_safety import must_be_harmless

if TYPE_CHECKING:
    from docx.document import Document

_NAMED = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ATTACHED = "attachedTemplate"


@dataclass(frozen=True, slots=True)
class Template:
    """A harmless document with the paragraphs, one per name, in whose place a part of the report comes."""

    document: Document
    places: Mapping[str, Any]

    def put_values(self, values: Mapping[str, str]) -> None:
        """Write the values wherever they are named, also in headers, footers, tables and text boxes."""
        for root in _roots(self.document):
            for paragraph in root.iter(f"{_W}p"):
                if paragraph not in self.places.values():
                    _put(_texts(paragraph), values)

    def put_before(self, name: str, write: Callable[[], None]) -> None:
        """Have something written, and move it before the paragraph or the whole table that names a part."""
        place, body = self.places[name], self.document.element.body
        self._move(next(each for each in (place, *place.iterancestors()) if each.getparent() is body), write)

    def put_block(self, name: str, write: Callable[[], None]) -> None:
        """Have a part written, and move it to its place."""
        place = self.places[name]
        self._move(place, write)
        # A cell has to end with a paragraph, so there the place stays, empty.
        if place.getparent().tag == f"{_W}tc":
            _put(_texts(place), {name: ""})
        else:
            place.getparent().remove(place)

    def _move(self, place: Any, write: Callable[[], None]) -> None:
        body = self.document.element.body
        before = set(body)
        write()
        for element in [each for each in body if each not in before]:
            place.addprevious(element)


def opened(data: bytes, blocks: Sequence[str], values: Sequence[str]) -> Template:
    """Return a template, or raise what is wrong with it: no DOCX, not harmless, or a name nobody knows."""
    from docx import Document as open_document

    must_be_harmless(data)
    try:
        document = open_document(io.BytesIO(data))
    except Exception as problem:  # the library fails in many ways on a document that is not whole
        raise UsageError("template_not_docx") from problem
    _detach(document)
    places: dict[str, Any] = {}
    known = ", ".join(f"{{{{{name}}}}}" for name in (*blocks, *values))
    for root in _roots(document):
        for paragraph in root.iter(f"{_W}p"):
            text = "".join(each.text or "" for each in _texts(paragraph))
            for name in _NAMED.findall(text):
                alone = root is document.element and _NAMED.fullmatch(text.strip()) and name not in places
                if name in blocks and alone:
                    places[name] = paragraph
                elif name not in values:
                    raise UsageError("template_bad_name", name=name, known=known)
    return Template(document, places)


def _roots(document: Document) -> list[Any]:
    """Return the body, and every header and footer once."""
    part = document.part
    kinds = ("header", "footer")
    tied = [each.target_part for each in part.rels.values() if each.reltype.rpartition("/")[2] in kinds]
    return [document.element, *(each.element for each in tied)]


def _texts(paragraph: Any) -> list[Any]:
    """Return the pieces of text of a paragraph, those of a text box within it left out."""
    return [each for each in paragraph.iter(f"{_W}t") if next(each.iterancestors(f"{_W}p")) is paragraph]


def _put(texts: list[Any], values: Mapping[str, str]) -> None:
    """Replace names by values; Word may have torn a name into several pieces, and the first of them takes the value."""
    whole = "".join(each.text or "" for each in texts)
    for match in reversed(list(_NAMED.finditer(whole))):
        value, start = values.get(match.group(1), match.group()), 0
        for each in texts:
            text = each.text or ""
            first, last = max(match.start() - start, 0), min(match.end() - start, len(text))
            start += len(text)
            if first < last:
                each.text, value = text[:first] + value + text[last:], ""
                each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _detach(document: Document) -> None:
    """Take out the template the template itself was made from, which Word would look for elsewhere."""
    settings = document.settings.element
    for each in settings.findall(f"{_W}{_ATTACHED}"):
        settings.remove(each)
    rels = document.part._settings_part.rels
    for key in [key for key, each in rels.items() if each.reltype.endswith(f"/{_ATTACHED}")]:
        del rels[key]
