"""A document made ready for looking up facts: bounded lines, zones, and the lines that only cite others."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from evidence_check.model.files import Document, Page, Place, Table
from evidence_check.words.fold import quote
from evidence_check.words.lines import Line, place_of
from evidence_check.words.zones import Zones, zones_of

HEAD_LIMIT = 250_000
TAIL_LIMIT = 150_000
CITED_LIMIT = 120
FRONT_LINES = 60
TABLE_PAGES = 3
TABLE_ROWS = 60
MISSES = 2000

_OPENS = re.compile(
    r"^(?:(?:[a-z0-9]{1,2} )?(?:dasar hukum|landasan hukum|referensi)|mengingat|memperhatikan|menimbang|membaca)\b"
)
_CLOSES = re.compile(
    r"^(memutuskan|menetapkan|m e m u t u s k a n|kualifikasi|keterkaitan|peringatan|maksud|tujuan|bab\b|ditetapkan"
    r"|pasal 1\b|kesatu|pertama|untuk\b|isi\b|memerintahkan|menugaskan|komponen"
    r"|(?:[a-z0-9]{1,2} )?(?:persyaratan|sistem mekanisme|jangka waktu|prosedur|alat dan bahan|langkah"
    r"|biaya|produk|penanganan pengaduan|sarana|kompetensi|pengawasan internal"
    r"|jumlah pelaksana|jaminan|evaluasi kinerja))\b"
)
LAW = re.compile(
    r"\b(undang ?undang|uu|peraturan (menteri|pemerintah|presiden|daerah|bupati|wali ?kota|gubernur|kepala|anri)"
    r"|permen\w*"
    r"|permendagri|perpres|perda|perbup|perwali|pergub|lembaran negara|lembaran daerah|berita negara|berita daerah"
    r"|keputusan (menteri|presiden|bupati|wali ?kota|gubernur)|kepmen\w*|keppres|surat edaran menteri"
    r"|tambahan lembaran)\b"
)


class Texts:
    """The texts of the pages of a document, blanks and line breaks evened out once, so that quotes are found fast."""

    def __init__(self, document: Document) -> None:
        self._raw = {page.number: page.text for page in document.pages}
        self._even: dict[int, str] = {}
        self._reached: dict[int, int] = {}
        self._misses = 0

    def hold(self, page: int, passage: str) -> bool:
        """Say whether a quoted passage stands on a page; looks on from the last one found, as rows come in order.

        Where passage after passage does not stand there, it is given up: then what they are from was not read well.
        """
        if not passage or self._misses > MISSES:
            return False
        if page not in self._even:
            self._even[page] = " ".join(self._raw.get(page, "").split())
        text = self._even[page]
        words = " ".join(passage.split())
        at = text.find(words, self._reached.get(page, 0))
        at = text.find(words) if at < 0 else at
        if at >= 0:
            self._reached[page] = at
        else:
            self._misses += 1
        return at >= 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its bounded lines, its zones, and the numbers of the lines that only name other papers."""

    document: Document
    lines: tuple[Line, ...]
    zones: Zones
    cited: frozenset[int]
    texts: Texts

    @property
    def file(self) -> str:
        """Path of the file the paper is in."""
        return self.document.file.path

    @property
    def front(self) -> tuple[Line, ...]:
        """The first lines, where labels such as number, period and office stand."""
        return self.lines[:FRONT_LINES]

    def tables(self) -> tuple[tuple[int, Table], ...]:
        """Return the tables of the first pages with their page numbers, long ones cut."""
        return tuple(
            (page.number, replace(table, rows=table.rows[:TABLE_ROWS]))
            for page in self.document.pages[:TABLE_PAGES]
            for table in page.tables[:TABLE_PAGES]
        )

    def place(self, *lines: Line) -> Place:
        """Return a place whose quote stands on its page: all lines if they stand together, else the first."""
        if len(lines) > 1:
            whole = place_of(self.file, lines)
            if self.texts.hold(whole.page, whole.quote):
                return whole
        return place_of(self.file, lines[:1])

    def place_of_words(self, page: int, words: str) -> Place | None:
        """Return the place of some words on a page, or None when the page's text does not hold them."""
        shown = quote(words)
        return Place(self.file, page, shown) if self.texts.hold(page, shown) else None

    def top_of(self, page: int) -> Place:
        """Return the place of the first line of a page."""
        first = bisect_left(self.lines, page, key=lambda line: line.page)
        return place_of(self.file, self.lines[first : first + 1] or self.lines[:1])

    def after(self, line: Line, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines that follow a line."""
        return self.lines[line.number + 1 : line.number + 1 + count]

    def before(self, line: Line, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines that come before a line, in reading order."""
        return self.lines[max(0, line.number - count) : line.number]


def paper_of(document: Document) -> Paper:
    """Return a document made ready for looking up facts; the work is bounded however long the text is."""
    window = replace(document, pages=_window(document.pages))
    zones = zones_of(window)
    lines = (*zones.letterhead, *zones.title, *zones.body)
    return Paper(document, lines, zones, _cited(lines, zones), Texts(document))


def _window(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages, emptied or cut in the middle when they are longer than anybody reads."""
    total = sum(len(page.text) for page in pages)
    if total <= HEAD_LIMIT + TAIL_LIMIT:
        return pages
    kept: list[Page] = []
    start = 0
    for page in pages:
        end = start + len(page.text)
        head = page.text[: max(0, HEAD_LIMIT - start)]
        tail = page.text[max(len(head), total - TAIL_LIMIT - start) :] if end > total - TAIL_LIMIT else ""
        kept.append(replace(page, text=f"{head}\n{tail}" if head and tail else head or tail))
        start = end
    return tuple(kept)


def _cited(lines: tuple[Line, ...], zones: Zones) -> frozenset[int]:
    """Return the numbers of lines outside the title that belong to a list of laws or name one."""
    first = zones.title[-1].number + 1 if zones.title else 0
    cited: set[int] = set()
    left = 0
    for line in lines[first:]:
        if _OPENS.search(line.folded):
            left = CITED_LIMIT
        elif _CLOSES.search(line.folded):
            left = 0
        if left or LAW.search(line.folded):
            cited.add(line.number)
        left = max(0, left - 1)
    return frozenset(cited)
