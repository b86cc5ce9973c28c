"""The zones of an Indonesian official paper: letterhead, title, body, signature.

A word weighs by where it stands: the title decides what a paper is, while the laws listed under
*Mengingat* or *Dasar Hukum* prove nothing (`documents.md` section 6, rule of thumb).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evidence_check.model.files import Document, Page
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line, lines_of

TITLE_LINES = 14
LETTERHEAD_LINES = 9
SIGNATURE_LINES = 18
COVER_WORDS = 90
TABLE_PAGES = 2
TITLE_WORDS = 800
BREAK = Line(0, -1, "", "")
"""Parts lines that do not belong together, so that no title leaps from one to the other."""

RUNNING_PAGES = 3
RUNNING_SHARE = 0.4
RUNNING_WORDS = 3
EDGE_LINES = 2

LETTERHEAD = re.compile(
    r"^(pemerintah (kabupaten|kab|kota|provinsi|daerah|prov)\b|pemkab\b|pemkot\b"
    r"|(dinas|badan|kecamatan|kelurahan|inspektorat|sekretariat|rumah sakit|rsud|upt|uptd|puskesmas|balai)\b"
    r"|jalan\b|jl\b|alamat\b|telp|telepon\b|tlp\b|fax\b|faks|email\b|e mail\b|pos el\b|website\b|web\b|laman\b|www\b"
    r"|kode pos\b)"
)
_PAGE_NUMBER = re.compile(r"^(?:\d{1,3}|[ivx]{1,5}) |(?: (?:\d{1,3}|[ivx]{1,5}|hal|halaman|page|dari)){1,4}$")
# The head of a gazette stands above the title of what it prints, and sums it up.
_GAZETTE = re.compile(r"^(?:berita|lembaran) (?:daerah|negara)\b")
_GAZETTED = re.compile(r"^(?:peraturan|keputusan|instruksi|undang undang)\b")
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_CONTACT = re.compile(r"\b(telp|telepon|tlp|fax|faks\w*|email|pos el|website|laman|www|kode pos)\b")
# What an electronic signature claims is printed at the top of a page as well as at its foot.
CLAIM = re.compile(r"\b(?:(?:secara|sertifikat|sertifikasi|tanda tangan) elektronik|bsre|bssn)\b")
_NO_LETTERHEAD = re.compile(
    r"^(no (nama|tanggal|uraian|kegiatan|komponen|jenis)|laporan|rekap|daftar|buku|register|keputusan"
    r"|surat (?!elektronik)"
    r"|berita acara|notul|standar|maklumat|formulir|sop\b|data (pegawai|kepegawaian|pengguna)|nomor (sop|dokumen|\d))"
)
_BODY = re.compile(
    r"^(menimbang\b|mengingat\b|memperhatikan\b|dengan rahmat\b|bab (i|1|ii)\b|kata pengantar\b|daftar isi\b"
    r"|pada hari ini\b|pasal 1\b"
    r"|(?:[a-z0-9]{1,2} )?(?:dasar hukum|landasan hukum|pengertian|referensi)\b"
    r"|latar belakang\b|yang bertanda tangan\b|a latar\b|pendahuluan\b"
    r"|dalam rangka\b|berdasarkan\b|dengan ini\b|dengan hormat\b|kepada yth\b"
    # the head of a table, and the row that numbers its columns
    r"|no (?!dok|sop|sk\b|surat|rev|reg)[a-z]+ [a-z]+\b|1 2 3( |$))"
)
POST = re.compile(
    r"\b(kepala|bupati|wali ?kota|gubernur|sekretaris|camat|lurah|direktur|inspektur|ketua|pejabat penilai|plt|plh"
    r"|pj)\b"
)
NIP = re.compile(r"^n[i1l]p\b|\bn[i1l]p (\d|19|20)|^nip\d")


@dataclass(frozen=True, slots=True)
class Zones:
    """The lines of a document by zone; a line may stand in `body` and `signature`, never in two others."""

    letterhead: tuple[Line, ...]
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    signature: tuple[Line, ...]


def zones_of(document: Document) -> Zones:
    """Return the zones of a document; every zone may be empty."""
    lines = lines_of(document.pages)
    start = _letterhead_end(lines)
    end = _title_end(lines, start, _rows(document.pages[:TABLE_PAGES]))
    return Zones(lines[:start], lines[start:end], lines[end:], _signature(lines))


def _letterhead_end(lines: tuple[Line, ...]) -> int:
    end = _gazette_end(lines)
    for index, line in enumerate(lines[:LETTERHEAD_LINES]):
        if index < end:
            continue
        if _NO_LETTERHEAD.search(line.folded):
            break
        opens = index == end and bool(LETTERHEAD.search(line.folded) or CLAIM.search(line.folded))
        if opens or _CONTACT.search(line.folded):
            end = index + 1
    return end


def _gazette_end(lines: tuple[Line, ...]) -> int:
    """Return where the head of a gazette ends: at the title in capitals below it, at the top where there is none."""
    if not any(_GAZETTE.search(line.folded) for line in lines[:3]):
        return 0
    below = lines[:TITLE_LINES]
    return next((line.number for line in below if _GAZETTED.search(line.folded) and line.text.isupper()), 0)


def running_lines(document: Document) -> tuple[Line, ...]:
    """Return the lines that run at the top or foot of many pages, each once, as they first stand there.

    Reports name themselves there, and a cover may be a picture without text; what a letterhead says is left out.
    """
    firsts: dict[str, Line] = {}
    pages: Counter[str] = Counter()
    for page in document.pages:
        lines = lines_of([page])
        edges = {_running(line): line for line in (*lines[:EDGE_LINES], *lines[-EDGE_LINES:])}
        pages.update(edges.keys())
        firsts = {**edges, **firsts}
    least = max(RUNNING_PAGES, RUNNING_SHARE * len(document.pages))
    kept = [words for words, count in pages.items() if count >= least and len(words.split()) >= RUNNING_WORDS]
    return tuple(firsts[words] for words in kept if not LETTERHEAD.search(words))


def _running(line: Line) -> str:
    """Return what a running line says without the number of its page, first or last."""
    return _PAGE_NUMBER.sub("", line.folded)


def _rows(pages: Sequence[Page]) -> frozenset[tuple[int, str]]:
    """Return the folded rows of data, and the header row above them, of tables that have one, with their pages."""
    return frozenset(
        (page.number, fold(" ".join(row)))
        for page in pages
        for table in page.tables
        if table.heads and any(map(_counts, table.body[:3]))
        for row in table.rows[max(0, table.body_at - 1) : table.body_at + TITLE_LINES]
    )


def _counts(row: Sequence[str]) -> bool:
    """Say whether a row is one of data, numbered or with counts; the box of an SOP, part of its title, has none."""
    return bool(_NUMBER.fullmatch(row[0].strip())) or sum(bool(_NUMBER.fullmatch(cell.strip())) for cell in row) > 1


def _title_end(lines: tuple[Line, ...], start: int, rows: frozenset[tuple[int, str]]) -> int:
    if start >= len(lines):
        return len(lines)
    end = start
    words = 0
    for line in lines[start:]:
        if end > start and _BODY.search(line.folded) and not _is_stray_label(lines, line):
            break
        if end > start and (line.page, line.folded) in rows:
            break
        if line.page != lines[start].page and words > COVER_WORDS // 3:
            break
        if end - start >= TITLE_LINES or words > TITLE_WORDS:
            break
        words += len(line.folded.split())
        end += 1
    return end


def _is_stray_label(lines: tuple[Line, ...], line: Line) -> bool:
    """Say whether a margin label was read before the title it stands beside, as OCR of two columns does."""
    if line.folded not in ("menimbang", "mengingat", "memperhatikan"):
        return False
    return any(other.folded == "tentang" for other in lines[line.number + 1 : line.number + TITLE_LINES])


def _speaks(line: Line) -> bool:
    """Say whether a line is more than letters that stand apart, as round a stamp: *A N A* is no *a.n.*"""
    return any(len(word) > 2 for word in line.folded.split())


def _signature(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines from the last post to the last NIP, where the paper is signed."""
    last = next((line.number for line in reversed(lines) if NIP.search(line.folded)), None)
    if last is None:
        last = next((line.number for line in reversed(lines) if POST.search(line.folded) and _speaks(line)), None)
        if last is None:
            return ()
        return lines[max(0, last - 3) : last + SIGNATURE_LINES // 2]
    return lines[max(0, last - SIGNATURE_LINES + 1) : last + 1]
