"""The title of a paper and what it is about: the words after *tentang*, a subject line, or the name of an SOP."""

from __future__ import annotations

import re

from evidence_check.facts.dates import dates_in
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import quote
from evidence_check.words.lines import Line

ABOUT_LINES = 9
TITLE_LINES = 10
TITLE_LENGTH = 300
LATE_TITLE = 30
LATEST_START = 8
NUMBER_WORDS = 6
"""A line that begins with *tentang* below one of more words goes on a sentence about some other paper."""

_STOPS = re.compile(
    r"^(menimbang|mengingat|memperhatikan|membaca|dengan rahmat|nomor\b|no\b|tanggal|bab (i|1)\b|pasal 1\b|bupati"
    r"|wali ?kota|gubernur"
    r"|kepala (dinas|badan|balai|bagian|puskesmas|upt|uptd|kantor|satuan)|camat|lurah|direktur|inspektur|sekretaris"
    r"|menteri|presiden"
    r"|ketua|dasar hukum|pada hari ini|yang bertanda tangan|berdasarkan|kepada|yth|memutuskan|daftar isi"
    r"|kata pengantar|pemerintah"
    r"|lampiran|ditetapkan)\b"
)
_LABELLED = re.compile(
    r"^(no|nomor|nip|revisi|no revisi|tgl|tanggal|halaman|hal|kepada|yth|menimbang|mengingat|salinan|lampiran|sifat"
    r"|[a-z0-9])( |$)"
)
_AMENDS = re.compile(
    r"\batas (?:peraturan|keputusan)\b|^(?:peraturan|keputusan) (?:bupati|wali ?kota|gubernur|daerah)\b"
)
"""A line that names the paper which is amended, so that its number follows."""

_SUBJECT = re.compile(
    r"^\W{0,3}(?:(?:perihal|hal)\s{0,9}[:|]|(?:nama|judul)\s+(?:s[o0]p|pos)\s{0,9}[:|]?)\s{0,9}(.{4,200})$",
    re.IGNORECASE,
)


def title_of(paper: Paper) -> Fact | None:
    """Return the title lines of a paper as one fact."""
    lines = _title_lines(paper.zones.title)
    if not lines:
        return _subject(paper)
    text = " ".join(line.text for line in lines)
    return Fact(quote(text, TITLE_LENGTH), paper.place(*lines), 0.9 if lines[0].text.isupper() else 0.6)


def about_of(paper: Paper) -> Fact | None:
    """Return what a paper says it is about."""
    first = len(paper.zones.letterhead)
    for line in paper.lines[first : first + LATE_TITLE]:
        if line.number in paper.cited and line.folded != "tentang":
            continue
        lines = _after_tentang(paper, line)
        if lines:
            text = " ".join(each.text for each in lines)
            text = re.split(r"\btentang\b\s*:?", text, maxsplit=1, flags=re.IGNORECASE)[-1].strip(' :|"“”')
            if text:
                return Fact(quote(text, TITLE_LENGTH), paper.place(*lines), 0.9)
    return _subject(paper)


def _is_shouted(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= 0.7 * len(letters)


def _is_wordy(line: Line) -> bool:
    """Say whether a line is neither a number nor a date nor a row to be filled in."""
    letters = sum(char.isalpha() for char in line.text)
    digits = sum(char.isdigit() for char in line.text)
    return letters > max(3, digits) and not dates_in(line.text)


def _title_lines(zone: tuple[Line, ...]) -> list[Line]:
    """Return the run of capital lines that opens the title zone, or its first line when none is in capitals."""
    plain = [line for line in zone if not _LABELLED.search(line.folded) and _is_wordy(line)]
    start = next((zone.index(line) for line in plain if _is_shouted(line.text) and len(line.folded) > 3), None)
    if start is None or start > LATEST_START:
        filled = [line for line in plain[:1] if line in zone[:3] and not re.search(r"[.…_]{4,}", line.text)]
        return filled
    kept: list[Line] = []
    for line in zone[start : start + TITLE_LINES]:
        small = line.folded in ("tentang",) or line.folded.startswith(
            ("nomor", "tahun", "semester", "triwulan", "periode")
        )
        boxed = (":" in line.text and not small) or (_LABELLED.search(line.folded) and not small)
        if line.page != zone[start].page or boxed or not (_is_shouted(line.text) or small):
            break
        kept.append(line)
    return kept


def _after_tentang(paper: Paper, line: Line) -> list[Line]:
    words = line.folded.split()
    if "tentang" not in words:
        return []
    alone = words == ["tentang"]
    opens = words[0] == "tentang"
    if not opens and not (_is_shouted(line.text) and line in paper.zones.title):
        return []
    if opens and not alone and line not in paper.zones.title and not _is_shouted(line.text):
        before = paper.before(line, 1)
        if before and len(before[0].folded.split()) > NUMBER_WORDS:
            return []
    kept = [] if alone else [line]
    for following in paper.after(line, ABOUT_LINES):
        amends = kept and _AMENDS.search(kept[-1].folded) and following.folded.startswith("nomor")
        stops = _STOPS.search(following.folded) and not amends
        ends = kept and (stops or following.text.rstrip().endswith(","))
        changed = kept and _is_shouted(kept[0].text) and not _is_shouted(following.text)
        if following.page != line.page or ends or changed:
            break
        kept.append(following)
    return kept


def _subject(paper: Paper) -> Fact | None:
    for line in paper.front:
        match = _SUBJECT.match(line.text)
        if match and line.number not in paper.cited and not re.search(r"\$\{|[.…_]{4,}", match[1]):
            return Fact(quote(match[1], TITLE_LENGTH), paper.place(line), 0.8)
    return None
