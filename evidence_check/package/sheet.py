"""Lines of text → a PDF on A4 in the letters every reader has, the same bytes each time.

Written by hand: a page of plain lines needs no library, and none of those at hand leaves its clock out.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

WIDE, HIGH = 595, 842
"""Points: A4."""
LEFT, RIGHT, TOP, BOTTOM = 62, 50, 60, 66
_FONTS = {False: b"Helvetica", True: b"Helvetica-Bold"}


@dataclass(slots=True)
class Sheet:
    """Pages that fill from the top; `foot` stands below each, `page` has `{page}` and `{pages}` to be filled in."""

    title: str
    lang: str
    foot: str
    page: str
    _pages: list[list[str]] = field(default_factory=lambda: [[]])
    _y: float = HIGH - TOP

    def text(self, text: str, size: float = 10, bold: bool = False, indent: float = 0, before: float = 0) -> None:
        """Add a paragraph, broken into lines that fit."""
        for number, line in enumerate(wrapped(in_letters(text), WIDE - LEFT - RIGHT - indent, size, bold)):
            self._down(size * 1.35 + (before if number == 0 else 0))
            self._say(line, LEFT + indent, self._y, size, bold)

    def pair(self, label: str, text: str, size: float = 10, indent: float = 0, column: float = 110) -> None:
        """Add a label in bold with a text beside it."""
        lines = list(wrapped(in_letters(text), WIDE - LEFT - RIGHT - indent - column, size, False))
        for number, line in enumerate(lines or [""]):
            self._down(size * 1.35)
            if number == 0:
                self._say(in_letters(label), LEFT + indent, self._y, size, True)
            self._say(line, LEFT + indent + column, self._y, size, False)

    def rule(self, before: float = 6) -> None:
        """Add a line across the page."""
        self._down(before)
        self._pages[-1].append(f"0.5 w {LEFT} {self._y:.1f} m {WIDE - RIGHT} {self._y:.1f} l S")

    def space(self, points: float) -> None:
        """Leave room; at the foot of a page it may be more."""
        self._down(points)

    def keep(self, points: float) -> None:
        """Begin a new page where less room than this is left, so that a heading is not alone."""
        if self._y - points < BOTTOM:
            self._new_page()

    def bytes(self) -> bytes:
        """Return the PDF."""
        total = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            told = self.page.format(page=number, pages=total)
            foot = next(wrapped(in_letters(self.foot), WIDE - LEFT - RIGHT - 90, 8, False), "")
            page.append(_shown(foot, LEFT, 34, 8, False))
            page.append(_shown(in_letters(told), WIDE - RIGHT - width(in_letters(told), 8, False), 34, 8, False))
        return _pdf(self.title, self.lang, [" \n".join(page).encode("ascii") for page in self._pages])

    def _say(self, text: str, x: float, y: float, size: float, bold: bool) -> None:
        self._pages[-1].append(_shown(text, x, y, size, bold))

    def _down(self, points: float) -> None:
        if self._y - points < BOTTOM:
            self._new_page()
        self._y -= points

    def _new_page(self) -> None:
        self._pages.append([])
        self._y = HIGH - TOP


def in_letters(text: str) -> str:
    """Return the text with signs these letters lack shown by their codes, and those that hide likewise."""
    return "".join(char if _has(char) else f"‹U+{ord(char):04X}›" for char in text)


@cache
def _has(char: str) -> bool:
    try:
        code = char.encode("cp1252")[0]
    except UnicodeEncodeError:
        return False
    return code >= 32 and code not in (0x7F, 0xAD)


def width(text: str, size: float, bold: bool) -> float:
    """Return how wide a text is, in points."""
    return sum(_width_of(char, bold) for char in text) * size


@cache
def _width_of(char: str, bold: bool) -> float:
    from pypdfium2 import raw

    found = ctypes.c_float()
    raw.FPDFFont_GetGlyphWidth(_font(bold)[1], ord(char), 1.0, found)
    return found.value


@cache
def _font(bold: bool) -> tuple[object, object]:
    """Return a font to measure by, together with the document that keeps it alive until the program ends."""
    from pypdfium2 import raw

    document = raw.FPDF_CreateNewDocument()
    return document, raw.FPDFText_LoadStandardFont(document, _FONTS[bold])


def wrapped(text: str, wide: float, size: float, bold: bool) -> Iterator[str]:
    """Yield the lines of a text that fit; a word longer than a line is broken."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= wide:
            line = longer
            continue
        if line:
            yield line
        while width(word, size, bold) > wide:
            fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or width(word[:n], size, bold) <= wide)
            yield word[:fits]
            word = word[fits:]
        line = word
    if line:
        yield line


def _shown(text: str, x: float, y: float, size: float, bold: bool) -> str:
    codes = "".join(f"{byte:02X}" for byte in text.encode("cp1252", "replace"))
    return f"BT /F{2 if bold else 1} {size:g} Tf {x:.1f} {y:.1f} Td <{codes}> Tj ET"


def _pdf(title: str, lang: str, pages: list[bytes]) -> bytes:
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    name = (b"\xfe\xff" + title.encode("utf-16-be", "replace")).hex().upper()
    fonts = [
        b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % _FONTS[bold] for bold in (False, True)
    ]
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/Lang({lang})/ViewerPreferences<</DisplayDocTitle true>>>>".encode(),
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        *fonts,
        f"<</Title<{name}>/Producer(evidence-check)>>".encode(),
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDE} {HIGH}]/Contents {first + 2 * number + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    mark = hashlib.sha256(data).hexdigest()[:32].upper().encode()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 5 0 R/ID[<%s><%s>]>>\n" % (
        len(objects) + 1, table, len(objects) + 1, mark, mark,
    )  # fmt: skip
    return data + end + b"startxref\n%d\n%%%%EOF\n" % len(data)
