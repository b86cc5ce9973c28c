"""Signs that a paper is a draft or a template nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.paper import Paper
from evidence_check.model.files import Finding, Level, Page, params
from evidence_check.words.fold import fold, quote
from evidence_check.words.lines import Line

RESIDUE_LIMIT = 3
SHARE_OF_DOTS = 0.25
FEW_LINES = 12

_DRAFT = re.compile(r"\b(draft|draf|rancangan|konsep)\b")
_LONE = re.compile(r"^(draft|draf|rancangan|konsep|d r a f t)( (awal|akhir|final|i|ii|1|2|v ?\d|\d))?$")
_OPENS = re.compile(
    r"^(draft|draf|konsep|rancangan) (akhir |awal )?(surat |sk\b|keputusan|peraturan (bupati|wali ?kota|gubernur"
    r"|daerah|kepala|desa)"
    r"|perbup|perwali|perda|laporan|standar|sop|maklumat|berita acara|notulen|dokumen|renstra|renja)"
)
_PLAN = re.compile(r"\b(rancangan|konsep) (akhir )?(renstra|rencana|awal|bangun|program|teknologi|dasar)\b")
_MARKER = re.compile(
    r"\$\{[^}\n]{0,60}\}?|\{\{[^}\n]{0,60}\}\}|<<[^>\n]{1,60}>>|#DIV/0!|#REF!|#NAME\?|\bLorem ipsum\b|\((?:NAMA UPP"
    r"|NAMA OPD|NAMA UNIT|NAMA DINAS)\)"
    r"|\[(?:NAMA|NOMOR|TANGGAL|GRAFIK|LOGO|ISI)[^\]\n]{0,40}\]"
    r"|SANGAT BAIK\s?/\s?BAIK\s?/\s?(?:BUTUH|CUKUP)[^\n]{0,60}"
)
_EXAMPLE = re.compile(
    r"^(contoh|template|templat|format) (surat|sk|keputusan|laporan|sop|format|formulir|isian|dokumen)\b|^contoh$"
    r"|^cover$"
)
_DOTTED_NAME = re.compile(
    r"(?i)\b(?:dinas|badan|kabupaten|kota|provinsi|kecamatan|kelurahan|bupati|puskesmas|kepala|tahun|semester"
    r"|nip)\W{0,3}(?:[.…_]{4,}|…+)"
)
_DOTTED_SIGN = re.compile(
    r"(?i)\b(?:nip|nama|ditetapkan di|pada tanggal|kabupaten|kota|dinas)\s?[:.]?\s?(?:[.…_]{4,}|…{1,})"
)
_DOTS = re.compile(r"[.…_]{6,}|…{2,}")
_CONTENTS = re.compile(
    r"(?<![.…_])[.…_]{4,}+\s*+(?:\d{1,4}|[ivxlc]{1,6})\W{0,3}$|(?<![.…])[.…]{4,}+\s*+$", re.IGNORECASE
)
_ATTENDANCE = re.compile(r"^(?:daftar hadir|daftar undangan|absensi|daftar peserta)\b")
_ENTRY = re.compile(r"(?<![.…])[.…]{4,}+\s{0,4}\d{1,4}\s*+$")


def draft_signs(paper: Paper) -> tuple[Finding, ...]:
    """Return EC201 for a draft, EC228 for open changes, EC205 for what was left of a template, a few at most."""
    return (*tuple(_drafts(paper))[:1], *_tracked(paper), *tuple(_residue(paper))[:RESIDUE_LIMIT])


def _drafts(paper: Paper) -> Iterator[Finding]:
    title = {line.number for line in (*paper.zones.letterhead, *paper.zones.title)}
    opening = next((line.number for line in paper.zones.title), 0)
    for line in paper.lines:
        lone = _LONE.search(line.folded) and (line.text.isupper() or line.number in title)
        opens = line.number in title and line.number <= opening + 4 and _OPENS.search(line.folded)
        if (lone or opens) and not _is_subject(paper, line) and not _PLAN.search(line.folded):
            word = _DRAFT.search(line.folded)
            yield Finding("EC201", Level.ERROR, params(word=word[0].upper() if word else "DRAFT"), paper.place(line))


def _is_subject(paper: Paper, line: Line) -> bool:
    """Say whether the word belongs to what the paper is about: it comes after *tentang*."""
    return any("tentang" in other.folded.split() for other in paper.zones.title if other.number < line.number)


def _tracked(paper: Paper) -> Iterator[Finding]:
    """Yield EC228 for changes that were tracked and neither accepted nor rejected: its text is not settled yet."""
    changes = next((value for key, value in paper.document.marks if key == "tracked_changes"), "")
    if changes not in ("", "0") and paper.lines:
        yield Finding("EC228", Level.ERROR, params(count=changes), paper.place(paper.lines[0]))


def _residue(paper: Paper) -> Iterator[Finding]:
    top = {line.number for line in (*paper.zones.letterhead, *paper.zones.title)}
    signed = {line.number for line in paper.zones.signature}
    for line in paper.lines:
        word = _marker(line) or (_in_title(line) if line.number in top else "")
        word = word or (_in_signature(line) if line.number in signed else "")
        if word:
            yield Finding("EC205", Level.ERROR, params(word=quote(word, 60)), paper.place(line))
    yield from _mostly_dots(paper)


def _marker(line: Line) -> str:
    match = _MARKER.search(line.text)
    return match[0] if match else ""


def _in_title(line: Line) -> str:
    match = _DOTTED_NAME.search(line.text)
    if match and not _CONTENTS.search(line.text[match.start() :] if _has_page(line) else ""):
        return match[0]
    return line.text if _EXAMPLE.search(line.folded) else ""


def _has_page(line: Line) -> bool:
    return line.text[-1:].isdigit()


def _in_signature(line: Line) -> str:
    match = _DOTTED_SIGN.search(line.text)
    return match[0] if match else ""


def _mostly_dots(paper: Paper) -> Iterator[Finding]:
    """Yield EC205 for a short form whose lines are mostly dots to be filled; contents pages are left out."""
    first, *others = paper.document.pages[:3]
    # Who comes to a meeting signs on the dots of a list behind its minutes.
    filled_by_hand = [page for page in others if not _ATTENDANCE.search(fold(page.text[:200]))]
    lines = [text for page in (first, *filled_by_hand) for text in _real_lines(page)]
    dotted = [text for text in lines if _DOTS.search(text)]
    if len(lines) >= FEW_LINES and len(dotted) >= SHARE_OF_DOTS * len(lines):
        openings = {text.strip()[:40] for text in dotted}
        shown = next((line for line in paper.lines if line.text[:40] in openings), None)
        if shown is not None:
            match = _DOTS.search(shown.text)
            yield Finding(
                "EC205", Level.ERROR, params(word=quote(match[0] if match else shown.text, 20)), paper.place(shown)
            )


def _real_lines(page: Page) -> list[str]:
    """Return the lines of a page that are no entries of a table of contents."""
    if "daftar isi" in fold(page.text[:2000]):
        return []
    return [text[:600] for text in page.text[:20_000].splitlines() if text.strip() and not _is_entry(text[:600])]


def _is_entry(text: str) -> bool:
    return _ENTRY.search(text) is not None
