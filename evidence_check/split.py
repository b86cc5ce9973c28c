"""Content → Documents: where one logical document of a file ends and the next begins.

A page begins a new document when the signs add up: a letterhead, a title of the catalogue's, a cover, the identity
box of a procedure, a number or an addressee below a letterhead, a signature block or list of copies closing the page
before, an empty page between, page numbers that begin again. Against it speak page numbers that go on, an annex, which
belongs to what it is annexed to, unless it names the number of another paper, an annex that was announced and has not
come, and a cover that says the same title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from evidence_check.model.asked import DocumentType
from evidence_check.model.files import Content, Document, Page, ReadAs
from evidence_check.words.fold import squeeze
from evidence_check.words.lines import Line, lines_of
from evidence_check.words.phrases import Joined, Pattern, pattern
from evidence_check.words.zones import LETTERHEAD, NIP

TOP_LINES = 12
TOP_OF_TITLE = 7
TAIL_LINES = 8
IDENTITY_LINES, IDENTITY_ROWS = 24, 3
LETTERHEAD_SIGN = 2
OPENING_SIGN = 1
SITE_SIGN = 2
TITLE_SIGN = 2
SIGNED_SIGN = 1
SEPARATOR_SIGN = 1
FIRST_OF_SIGN = 2
RESTART_SIGN = 1
GOES_ON_SIGN = -1
ANNEX_SIGN = -3
ANNEX_OF_ANOTHER = 3
PAGE_OF_SIGN = -3
COVER_SIGN = -2
OWN_COVER_SIGN = 1
IDENTITY_SIGN = 3
DUE_ANNEX_SIGN = -1
NEW_DOCUMENT = 3
COVER_WORDS = 60
COPY_SIGNS = ("ttd", "dto", "cap ttd")

_ANNEX = re.compile(r"^(lampiran|salinan lampiran|daftar isi|kata pengantar|bab [ivx\d]+)\b")
# A list of who came stands behind the minutes of a meeting, its table right below these words.
_ATTENDED = re.compile(r"^(?:daftar hadir|daftar undangan|absensi|daftar peserta)(?: (?:rapat|peserta|undangan))?$")
_TABLE_HEAD = re.compile(r"^no(?:mor)? (?:urut )?nama\b")
_OWN_NUMBER = re.compile(r"^(?:nomor|no dokumen|no sop|nomor sop|no dok)\b.*\d")
_PAGE_OF = re.compile(r"^(?:hal(?:aman)?|page|lembar)?\W*(\d{1,3})\s*(?:dari|of|/)\s*(\d{1,3})\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:hal(?:aman)?\b)?\W*(\d{1,3})\W*$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(jalan|jl|alamat|telp|telepon)\b")
_AUTHORITY = re.compile(
    r"^(bupati|wali ?kota|gubernur|kepala (?:dinas|badan|arsip|lembaga|perpustakaan|kepolisian)|camat|presiden|menteri"
    r"|ketua (?:ombudsman|komisi|lembaga|mahkamah)|direktur jenderal|jaksa agung)"
    r"(?: \w+){0,9}$"
)
# What stands between an authority's name and the title of what it decides.
_CREST = re.compile(r"^(?:salinan|draft?|konsep|republik indonesia|provinsi(?: \w+){1,4})$")
# What a service of electronic signatures prints on every page, above what the page itself says.
_STAMPED = re.compile(r"^(?:dokumen ini telah ditandatangani secara elektronik|yang diterbitkan oleh balai)\b")
# The rows of the box that names a procedure; a page of it that is not the first says so (`halaman 2/3`).
_IDENTITY = tuple(
    re.compile(rf"\b{row}\b")
    for row in ("no(?:mor)? (?:dokumen|sop)", "no(?:mor)? revisi", "tanggal terbit|tgl terbit", "halaman")
)
_PROCEDURE = re.compile(r"\b(?:s ?o ?p|spo|standar operasional prosedur|prosedur tetap)\b")
_ANNOUNCED = re.compile(
    r"\b(?:tercantum|dimaksud|dimuat|terlampir) dalam lampiran\b|\blampiran\b.*\btidak terpisahkan\b"
)
_YEAR = re.compile(r"\b20\d\d\b")
_OPENING = re.compile(r"^(?:nomor|no|kepada|yth|lampiran|sifat|hal|perihal)\b")
# The post of who signs, as it stands above a signature: in capitals, with a comma behind it, or left to be filled in.
_SIGNS = re.compile(
    r"^(?:KEPALA|Kepala|CAMAT|Camat) ?[._]{5,60},?$"
    r"|^\W{0,2}(?:a\.?n\.? |(?i:plt|plh|pj)\.? )?(?:(?:BUPATI|WALI ?KOTA|GUBERNUR|PRESIDEN|MENTERI|KETUA|KEPALA|CAMAT"
    r"|LURAH|DIREKTUR|INSPEKTUR|SEKRETARIS)\b[A-Z ]{0,60},?|(?:Bupati|Wali ?[Kk]ota|Gubernur|Ketua|Kepala|Camat|Lurah"
    r"|Direktur|Inspektur|Sekretaris)\b[\w ]{0,60},)$"
)
_SITE = re.compile(r"^(?:https? |www )")
_COPIES = re.compile(r"^(?:tembusan\b|(?:berita|lembaran|tambahan lembaran) (?:negara|daerah)\b.*\bnomor \d+$)")
_NUMBERED = re.compile(r"(?i)\bnomor\b[\s:.]{0,6}([A-Z0-9][A-Z0-9./ -]{2,40}\d)")
_NUMBER_LINE = re.compile(r"^\W{0,3}nomor\b", re.IGNORECASE)
ANNEX_HEAD, PAPER_HEAD, MISREAD, SHORTEST = 6, 15, 2, 5


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
        lines = [line for line in lines_of([page]) if not _STAMPED.search(line.folded)]
        top = lines[:TOP_LINES]
        if not top or page.read_as is ReadAs.UNREAD:
            return False
        title = self._title(top)
        last = next((each for each in reversed(before) if not _empty(each)), before[-1])
        signs = _annexed(top, before)
        signs += IDENTITY_SIGN if _identified(lines[:IDENTITY_LINES]) else 0
        headed = _letterhead(top)
        signs += LETTERHEAD_SIGN if headed else 0
        opens = _opens(top, headed, title is not None)
        signs += OPENING_SIGN if opens else 0
        signs += OWN_COVER_SIGN if title and not (headed or opens) and _covers(lines) else 0
        signs += SITE_SIGN if _SITE.search(top[0].folded) else 0
        signs += TITLE_SIGN if title else 0
        signs += SIGNED_SIGN if _signed(last) else 0
        signs += SEPARATOR_SIGN if _empty(before[-1]) else 0
        signs += _numbering(page, last)
        signs += COVER_SIGN if title and self._is_cover(before, title) else 0
        if signs == NEW_DOCUMENT and not (headed or opens):  # else it decides nothing, and takes long
            signs += DUE_ANNEX_SIGN if _annex_is_due(before) else 0
        return signs >= NEW_DOCUMENT

    def _title(self, top: Sequence[Line]) -> Pattern | None:
        start = next((index for index, line in enumerate(top) if not _heads(line)), 0)
        title = Joined(top[start : start + TOP_OF_TITLE])
        for found in self._titles:
            hit = found.find(title)
            if hit and hit.opens_line and hit.first <= 1:
                return found
        return None

    def _is_cover(self, before: Sequence[Page], title: Pattern) -> bool:
        """Say whether all there is so far is a cover that says this title."""
        said = [page for page in before if not _empty(page)]
        lines = lines_of(said)
        if len(said) != 1 or len(said[0].text.split()) > COVER_WORDS or _signed(said[0]):
            return False
        return not any(_ADDRESS.search(line.folded) for line in lines) and title.find(Joined(lines)) is not None


def _opens(top: Sequence[Line], headed: bool, titled: bool) -> bool:
    """Say whether a number or an addressee begins again: below a letterhead, or a number of its own below a title."""
    opening = _OPENING if headed else _OWN_NUMBER
    return (headed or titled) and any(opening.search(line.folded) for line in top)


def _covers(lines: Sequence[Line]) -> bool:
    """Say whether all a page says is what stands on a cover: little more than a title and a year, and no sentence."""
    words = sum(len(line.folded.split()) for line in lines)
    spoken = any(line.text.rstrip().endswith(".") for line in lines)
    return words <= COVER_WORDS // 2 and not spoken and any(_YEAR.search(line.folded) for line in lines)


def _identified(lines: Sequence[Line]) -> bool:
    """Say whether a page shows the identity box of a procedure; its further pages show their number in it."""
    said = " ".join(line.folded for line in lines)
    return bool(_PROCEDURE.search(said)) and sum(bool(row.search(said)) for row in _IDENTITY) >= IDENTITY_ROWS


def _annex_is_due(before: Sequence[Page]) -> bool:
    """Say whether the paper so far announces an annex that has not come yet: it was signed but now."""
    if any(_signed(page) for page in before[:-1]):
        return False
    lines = lines_of(before)
    came = any("lampiran" in line.folded for page in before[1:] for line in lines_of([page])[:3])
    return not came and any(_ANNOUNCED.search(line.folded) for line in lines)


def _heads(line: Line) -> bool:
    """Say whether a line stands above a title: of a letterhead, an authority, or SALINAN."""
    return any(each.search(line.folded) for each in (LETTERHEAD, _AUTHORITY, _CREST))


def _annexed(top: Sequence[Line], before: Sequence[Page]) -> int:
    """Return the sign of an annex: it belongs to the paper before, unless that nowhere has the number it names."""
    if _ATTENDED.search(top[0].folded) and len(top) > 1 and _TABLE_HEAD.search(top[1].folded):
        return ANNEX_SIGN
    heads = [line.folded for line in top[:3] if _ANNEX.search(line.folded)]
    if not heads:
        return 0
    number = max(_numbers(top[:ANNEX_HEAD]), key=len, default="")
    head = lines_of(before[:1])[:PAPER_HEAD]
    own = list(_numbers([line for line in head if _NUMBER_LINE.search(line.text)]))
    if not number or not own or not any("lampiran" in head for head in heads):
        return ANNEX_SIGN
    return ANNEX_SIGN if any(_may_be_same(number, each) for each in own) else ANNEX_OF_ANOTHER


def _may_be_same(number: str, other: str) -> bool:
    """Say whether two numbers may be one misread: they differ by a sign or two, or little is left of one of them."""
    short = min(len(number), len(other)) < SHORTEST
    return short or Levenshtein.distance(number, other, score_cutoff=MISREAD) <= MISREAD


def _numbers(lines: Sequence[Line]) -> Iterator[str]:
    return (squeeze(found[1]) for line in lines if (found := _NUMBERED.search(line.text)))


def _empty(page: Page) -> bool:
    return page.read_as is not ReadAs.UNREAD and not page.text.strip()


def _numbering(page: Page, before: Page) -> int:
    """Return what the printed page numbers say: `1 dari 5` begins, `2 dari 5` goes on.

    A lone 1 after others begins, the next number goes on.
    """
    for line in _edges(page):
        found = _PAGE_OF.match(line)
        if found and 1 <= int(found.group(1)) <= int(found.group(2)):
            return FIRST_OF_SIGN if int(found.group(1)) == 1 else PAGE_OF_SIGN
    number, previous = _lone_number(page), _lone_number(before) or 0
    if number == 1 and previous > 1:
        return RESTART_SIGN
    return GOES_ON_SIGN if number == previous + 1 and previous else 0


def _lone_number(page: Page) -> int | None:
    return next((int(found.group(1)) for line in _edges(page) if (found := _NUMBER.match(line))), None)


def _edges(page: Page) -> list[str]:
    """Return the first two and the last two lines of a page, where its number is printed."""
    lines = [line.strip() for line in page.text.splitlines() if line.strip()]
    return lines if len(lines) <= 4 else [*lines[:2], *lines[-2:]]


def _letterhead(top: Sequence[Line]) -> bool:
    signs = [line for line in top[:5] if LETTERHEAD.search(line.folded)]
    first = next((line for line in top if not _CREST.search(line.folded)), top[0])
    return len(signs) >= 2 or bool(_AUTHORITY.search(first.folded))


def _signed(page: Page) -> bool:
    tail = lines_of([page])[-TAIL_LINES:]
    ends = any(NIP.search(line.folded) or line.folded in COPY_SIGNS or _SIGNS.search(line.text) for line in tail)
    return ends or any(_COPIES.search(line.folded) for line in tail)
