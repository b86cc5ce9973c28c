"""An RTF → its pages: paragraphs, tables, text boxes, headers and notes; pictures only where there is no text."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_check.extract.paged import Paged, clean_lines
from evidence_check.extract.pictures import FEW_LETTERS, letters_in, recognised
from evidence_check.extract.settings import ReadSettings, capped, finding
from evidence_check.model.files import Content, File, Level, Page, params

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(\r\n|[^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "nestcell": "\n",
    "nestrow": "\n",
    "emspace": " ",
    "enspace": " ",
}
_ESCAPED = {b"~": " ", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n", b"\r\n": "\n"}
_ASIDE = {"header": "head", "headerf": "head", "headerl": "head", "headerr": "head", "footnote": "note", "pict": "pict"}
_ASIDE |= {"footer": "foot", "footerf": "foot", "footerl": "foot", "footerr": "foot"}
_NOT_SHOWN = (
    "fonttbl colortbl stylesheet info fldinst listtext pntext annotation atnid atnauthor nonshppict shprslt objdata "
    "sn sv filetbl revtbl rsidtbl xmlnstbl listtable listoverridetable generator themedata datastore latentstyles "
    "bkmkstart bkmkend tc xe private ftnsep ftnsepc aftnsep aftnsepc nonesttables"
)
_SILENT = frozenset(_NOT_SHOWN.split())
_STARRED = frozenset({"shpinst", "shptxt", "do", "dptxbxtext", "nesttableprops"})
_KEPT_ASIDE = 4_000_000


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: where its text goes, whether it is hidden, in a table, and the fallback length of \\u."""

    target: str = "body"
    hidden: bool = False
    table: bool = False
    fallback: int = 1


def read_rtf(path: Path, file: File, settings: ReadSettings) -> Content:
    """Return the text of an RTF with a doubt when it breaks off in the middle."""
    reader = _Reader()
    whole = reader.read(path.read_bytes())
    pages = reader.pages()
    if letters_in(pages) < FEW_LETTERS:
        pages += recognised(reader.pictures[: settings.max_images], file, settings, len(pages))
    found = () if whole else (finding(file, "EC102", Level.DOUBT, len(pages), detail="RTF"),)
    marks = params(tracked_changes=reader.changes) if reader.changes else ()
    return capped(Content(file, tuple(pages), found, marks), settings)


class _Reader:
    """Walks the tokens of an RTF with a stack of group states."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []
        self.changes = 0
        self._paged = Paged()
        self._aside: dict[str, list[str]] = {"head": [], "foot": [], "note": [], "pict": []}
        self._text: list[str] = []
        self._cell: list[str] = []
        self._row: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        self._state = _State()
        self._codepage = "cp1252"
        self._skip = 0
        self._starred = False

    def read(self, data: bytes) -> bool:
        """Take in the whole file; say whether every group was closed."""
        stack: list[_State] = []
        at = 0
        while found := _TOKEN.match(data, at):
            at = found.end()
            word, number, code, sign, brace, text = found.groups()
            if brace == b"{":
                stack.append(self._state)
                self._skip, self._starred = 0, False
            elif brace == b"}":
                self._close(stack.pop() if stack else _State())
                if not stack:
                    return True
            elif word == b"bin":
                at += max(0, int(number or 0))
            elif word is not None:
                self._word(word.decode("ascii"), int(number) if number else None)
            elif code is not None:
                self._character(bytes([int(code, 16)]).decode(self._codepage, "replace"))
            elif sign == b"*":
                self._starred = True
            elif sign is not None:
                self._put(_ESCAPED.get(sign, sign.decode("latin-1")))
            elif text is not None:
                self._plain(text.decode(self._codepage, "replace"))
        return False

    def pages(self) -> list[Page]:
        """Return the pages, the header above the first, footers and notes below the last."""
        self._paragraph()
        self._end_table()
        for name in ("note", "foot"):
            for line in dict.fromkeys(clean_lines("".join(self._aside[name]))):
                self._paged.add(line)
        self._paged.put_first(list(dict.fromkeys(clean_lines("".join(self._aside["head"])))))
        return self._paged.pages()

    def _close(self, outer: _State) -> None:
        if self._state.target == "pict" and outer.target != "pict":
            digits = "".join("".join(self._aside["pict"]).split())
            self._aside["pict"] = []
            with contextlib.suppress(ValueError):
                self.pictures.append(bytes.fromhex(digits))
        elif self._state.target in ("head", "note", "foot") and outer.target != self._state.target:
            self._aside[self._state.target].append("\n")
        self._state, self._skip, self._starred = outer, 0, False

    def _word(self, word: str, number: int | None) -> None:
        self._skip = 0
        starred, self._starred = self._starred, False
        if word in _ASIDE and self._state.target != "none":
            self._state = replace(self._state, target=_ASIDE[word])
        elif word in _SILENT or (starred and word not in _STARRED):
            self._state = replace(self._state, target="none")
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif word == "u" and number is not None:
            self._put(_letter(number))
            self._skip = self._state.fallback
        elif word == "uc":
            self._state = replace(self._state, fallback=max(0, number or 0))
        elif word == "ansicpg":
            self._codepage = _codepage(number)
        else:
            self._layout(word, number)

    def _layout(self, word: str, number: int | None) -> None:
        if word in ("v", "deleted"):
            self.changes += word == "deleted" and number != 0
            self._state = replace(self._state, hidden=number != 0)
        elif word == "revised":
            self.changes += number != 0
        elif word == "plain":
            self._state = replace(self._state, hidden=False)
        elif word in ("intbl", "pard", "trowd"):
            self._state = replace(self._state, table=word == "intbl")
        elif word == "pagebb" or (word in ("page", "sect") and self._state.target == "body"):
            self._paragraph()
            self._end_table()
            self._paged.new_page()
        elif word in ("par", "cell", "row"):
            self._end(word)

    def _end(self, word: str) -> None:
        if self._state.target != "body":
            self._put("\n")
            return
        if word == "par" and not self._state.table and not self._row:
            self._paragraph()
            return
        self._cell += clean_lines("".join(self._text))
        self._text = []
        if word == "cell":
            self._row.append(self._cell)
            self._cell = []
        elif word == "row":
            self._rows.append(self._row)
            self._row = []

    def _paragraph(self) -> None:
        text = "".join(self._text)
        self._text = []
        lines = [*self._cell, *(line for cell in self._row for line in cell), *clean_lines(text)]
        self._cell, self._row = [], []
        if lines:
            self._end_table()
        for line in lines:
            self._paged.add(line)

    def _end_table(self) -> None:
        if self._rows:
            self._paged.add_table(self._rows)
            self._rows = []

    def _plain(self, text: str) -> None:
        if self._skip:
            dropped = min(self._skip, len(text))
            self._skip -= dropped
            text = text[dropped:]
        self._put(text)

    def _character(self, char: str) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._put(char)

    def _put(self, text: str) -> None:
        target = self._state.target
        if target == "body" and not self._state.hidden:
            self._text.append(text)
        elif target in self._aside and not self._state.hidden and len(self._aside[target]) < _KEPT_ASIDE:
            self._aside[target].append(text)


def _letter(number: int) -> str:
    code = number % 65536
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def _codepage(number: int | None) -> str:
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
