"""What a DOCX from somebody else may hold, and nothing beside it: no macro, no program, no fetching, no query."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from evidence_check.errors import UsageError

LARGEST = 20_000_000
LARGEST_OPENED = 100_000_000
MOST_PARTS = 2_000
# By the last word of their type; whatever else a part may be tied to it by is refused.
RELATIONS = frozenset({
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles",
    "stylesWithEffects", "settings", "webSettings", "fontTable", "font", "theme", "numbering", "header", "footer",
    "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "image",
    "hyperlink", "customXml", "customXmlProps", "glossaryDocument", "attachedTemplate",
})  # fmt: skip
FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TITLE",
    "SUBJECT", "AUTHOR", "STYLEREF", "REF", "PAGEREF", "SEQ", "TOC", "SYMBOL",
})  # fmt: skip
LINKS = frozenset({"http", "https", "mailto"})
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FORBIDDEN = frozenset({"altChunk", "subDoc", "mailMerge", "control", "object", "OLEObject", "script", "movie"})
_MACRO = re.compile(r"macro|vba", re.IGNORECASE)
_OUTSIDE = ("src", "href")


def must_be_harmless(data: bytes) -> None:
    """Raise when a template is no plain DOCX, is too large, or holds what could run or fetch something."""
    if len(data) > LARGEST:
        raise UsageError("template_too_large", limit=LARGEST // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_OPENED:
                raise UsageError("template_too_large", limit=LARGEST // 1_000_000)
            _must_be_known({part.filename: package.read(part) for part in parts})
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as problem:
        raise UsageError("template_not_docx") from problem


def _must_be_known(parts: dict[str, bytes]) -> None:
    kinds = parts.get("[Content_Types].xml", b"")
    if any(_MACRO.search(each) for each in parts) or _MACRO.search(kinds.decode("utf-8", "replace")):
        raise UsageError("template_macros")
    if _MAIN.encode() not in kinds:
        raise UsageError("template_not_docx")
    for name, part in parts.items():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        root = _parsed(part)
        what = next(_tied(root) if name.lower().endswith(".rels") else _held(root), "")
        if what:
            raise UsageError("template_unsafe", what=what)


def _parsed(part: bytes) -> Any:
    from lxml import etree

    try:
        root: Any = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as problem:
        raise UsageError("template_not_docx") from problem
    if root.getroottree().docinfo.doctype:
        raise UsageError("template_unsafe", what="DOCTYPE")
    return root


def _tied(root: Any) -> Iterator[str]:
    """Yield what a part is tied to that no template needs."""
    for each in root:
        kind = str(each.get("Type", "")).rstrip("/").rpartition("/")[2]
        outside = each.get("TargetMode", "").lower() == "external"
        if kind not in RELATIONS:
            yield kind or "?"
        # The template of the template is taken out later, and never fetched.
        elif outside and kind == "hyperlink":
            if urlsplit(each.get("Target", "")).scheme.lower() not in LINKS:
                yield "hyperlink"
        elif outside and kind != "attachedTemplate":
            yield f"{kind} (TargetMode=External)"


def _held(root: Any) -> Iterator[str]:
    """Yield elements and fields that could run or fetch something."""
    for element in root.iter("{*}*"):
        space, _, name = str(element.tag).rpartition("}")
        if name in _FORBIDDEN:
            yield name
        elif name == "fldSimple":
            yield from _unknown_field(next((value for key, value in element.items() if key.endswith("instr")), ""))
        elif space.endswith("schemas-microsoft-com:vml") and any(
            value for key, value in element.items() if key.rpartition("}")[2] in _OUTSIDE
        ):
            yield f"{name} src"
    yield from _fields(root)


def _fields(root: Any) -> Iterator[str]:
    """Yield fields of several parts, which may lie within each other, that are not among those known."""
    open_fields: list[str] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
        name = element.tag.rpartition("}")[2]
        kind = next((value for key, value in element.items() if key.endswith("fldCharType")), "")
        if name != "fldChar":
            if not open_fields:
                yield from _unknown_field(element.text or "")
            else:
                open_fields[-1] += element.text or ""
        elif kind == "begin":
            open_fields.append("")
        elif kind == "end" and open_fields:
            yield from _unknown_field(open_fields.pop())
    for left in open_fields:
        yield from _unknown_field(left)


def _unknown_field(instruction: str) -> Iterator[str]:
    words = instruction.split()
    name = words[0].upper() if words else "?"
    inside = name == "HYPERLINK" and len(words) > 1 and words[1].lower() == "\\l"
    if name not in FIELDS and not inside:
        yield f"field {name}"
