"""Content → Documents: where one logical document of a file ends and the next begins.

A page begins a new document when the signs at its top add up: a letterhead, a title of the
catalogue's, a signature block closing the page before. An annex belongs to what it is annexed to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from evidence_check.model.asked import DocumentType
from evidence_check.model.files import Content, Document, Page, ReadAs
from evidence_check.words.lines import Line, lines_of
from evidence_check.words.phrases import Joined, Pattern, pattern
from evidence_check.words.zones import LETTERHEAD, NIP

TOP_LINES = 12
TOP_OF_TITLE = 7
TAIL_LINES = 8
LETTERHEAD_SIGN = 2
TITLE_SIGN = 2
SIGNED_SIGN = 1
ANNEX_SIGN = -3
NEW_DOCUMENT = 3
COPY_SIGNS = ("ttd", "dto", "cap ttd")

_ANNEX = re.compile(r"^(lampiran|salinan lampiran|daftar isi|kata pengantar|bab [ivx\d]+)\b")
_AUTHORITY = re.compile(r"^(bupati|wali ?kota|gubernur|kepala dinas|kepala badan)( \w+){0,5}$")


class Splitter:
    """Knows the titles of the catalogue; `split` cuts one file's pages into logical documents."""

    def __init__(self, catalogue: Mapping[str, DocumentType]) -> None:
        self._titles: tuple[Pattern, ...] = tuple(
            pattern(title) for key in sorted(catalogue) for title in catalogue[key].titles
        )

    def split(self, content: Content) -> tuple[Document, ...]:
        """Return the documents of a file in order; together they hold every page once."""
        if content.pages and all(page.read_as is ReadAs.CELLS for page in content.pages):
            return tuple(Document(content.file, (page,), content.marks) for page in content.pages if page.text.strip())
        groups: list[list[Page]] = []
        for page in content.pages:
            if groups and not self._begins(page, groups[-1]):
                groups[-1].append(page)
            else:
                groups.append([page])
        return tuple(Document(content.file, tuple(group), content.marks) for group in groups)

    def _begins(self, page: Page, before: Sequence[Page]) -> bool:
        top = lines_of([page])[:TOP_LINES]
        if not top or page.read_as is ReadAs.UNREAD:
            return False
        signs = ANNEX_SIGN if any(_ANNEX.search(line.folded) for line in top[:3]) else 0
        signs += LETTERHEAD_SIGN if _letterhead(top) else 0
        signs += TITLE_SIGN if self._titled(top) else 0
        signs += SIGNED_SIGN if _signed(before[-1]) else 0
        return signs >= NEW_DOCUMENT

    def _titled(self, top: Sequence[Line]) -> bool:
        start = next((index for index, line in enumerate(top) if not LETTERHEAD.search(line.folded)), 0)
        title = Joined(top[start : start + TOP_OF_TITLE])
        for found in self._titles:
            hit = found.find(title)
            if hit and hit.opens_line and hit.first <= 1:
                return True
        return False


def _letterhead(top: Sequence[Line]) -> bool:
    signs = [line for line in top[:5] if LETTERHEAD.search(line.folded)]
    return len(signs) >= 2 or bool(_AUTHORITY.search(top[0].folded))


def _signed(page: Page) -> bool:
    tail = lines_of([page])[-TAIL_LINES:]
    return any(NIP.search(line.folded) or line.folded in COPY_SIGNS for line in tail)
