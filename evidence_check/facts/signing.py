"""The date a paper was signed, or the nearest thing to it; dates of cited papers never count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_check.facts.dates import dates_in, months_in
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, Place
from evidence_check.words.lines import Line

NEAR_SIGNATURE = 16
BELOW_ENACTED = 4

_ENACTED = re.compile(
    r"^(di[a-z]{1,2}[ec]tapka[a-z]|dikeluarkan|disahkan|dibuat) (di|pada|tanggal)\b|\b(ditetapkan|dikeluarkan"
    r"|dibuat) di\b"
)
ENTERED = re.compile(r"^diundangkan\b")
_THIS_DAY = re.compile(r"^pada hari ini\b|\bpada hari ini\b")
BOX_EFFECTIVE = re.compile(
    r"\b(tanggal|tgl) (efektif|effektif|efektip|berlaku|mulai berlaku)\b"
    r"|^(mulai berlaku|berlaku (mulai|sejak)|efektif)\b"
)
EVENT = re.compile(
    r"^(?:[a-z0-9] )?(?:hari (?:dan )?(?:tanggal|tgl)|hari (?:senin|selasa|rabu|kamis|jumat|jum at|sabtu|minggu|ahad)"
    r"|(?:tanggal|tgl|waktu) (?:dan (?:waktu|tempat) )?(?:pelaksanaan|kegiatan|rapat|acara|pertemuan)"
    r"|(?:waktu )?pelaksanaan)\b"
    r"|\b(?:dilaksanakan|diselenggarakan|diadakan|dilakukan|berlangsung) (?:pada|tanggal|hari)\b|\bpada hari\b"
)
_BOX = (
    re.compile(r"\b(tanggal|tgl) (pengesahan|disahkan|ditetapkan|penetapan)\b"),
    BOX_EFFECTIVE,
    re.compile(r"\b(tanggal|tgl) (terbit|pembuatan|dibuat)\b"),
)
_LABEL = re.compile(r"^(hari )?(tanggal|tgl)( pelaksanaan| rapat| surat)?\b")
_PLACE_DATE = re.compile(
    r"^\W{0,3}(?!(?i:periode|bulan|tahun|semester|triwulan|mulai|sejak|terhitung|keadaan|update|data)\b)"
    r"[A-Z][A-Za-z.'/ ]{2,40},?\s{0,6}(?:tanggal\s|tgl\.?\s)?\W{0,6}$"
)
_HEAD_LABEL = re.compile(r"nomor|sifat|lampiran|hal|perihal|yth|kepada")
HEAD_LABELS, MANY_LABELS = 6, 3
_DATE_ALONE = re.compile(r"\W{0,3}(?:(?:Hari\s+)?[A-Za-z'’]{4,6},?\s+)?$")
_MONTH_ALONE = re.compile(r"^\W{0,3}[A-Z][A-Za-z.' ]{2,40},[\s._…]{0,60}$")
_POST = re.compile(
    r"^(a n |an |plt |plh |pj |mengetahui|menyetujui|yang |kepala|ka |bupati|wali ?kota|gubernur|sekretaris|camat"
    r"|lurah|direktur"
    r"|inspektur|ketua|pejabat|pegawai|notulis|pembuat|pelapor|menteri|hormat|nip\b|pimpinan|koordinator|petugas|ttd\b)"
)
_BEFORE_DATE = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,}+,\s{0,6}$|\btanggal\W{0,4}$", re.IGNORECASE)
PRINTED = re.compile(r"\b(?:dicetak|tanggal cetak|tgl cetak|waktu cetak|cetak tanggal|printed|generated)\b")
_ANNEX = re.compile(r"^lampiran\b")


@dataclass(frozen=True, slots=True)
class Signed:
    """The date a paper was signed with what is wrong about it."""

    date: Fact | None = None
    findings: tuple[Finding, ...] = ()


def signed_date(paper: Paper) -> Signed:
    """Return the date a paper was signed: `YYYY-MM-DD`, or `YYYY-MM` with EC217 when the day is missing."""
    for search in _SEARCHES:
        fact = next(search(paper), None)
        if fact is not None:
            return Signed(fact)
    fact = next(_month_only(paper), None)
    if fact is None:
        return Signed()
    return Signed(fact, (Finding("EC217", Level.NOTE, (), fact.place),))


def _fact(paper: Paper, lines: tuple[Line, ...], iso: str, confidence: float) -> Fact:
    return Fact(iso, paper.place(*lines), confidence)


def _dated_near(paper: Paper, line: Line, reach: int, first: int = 0) -> tuple[tuple[Line, ...], str] | None:
    """Return the first date on a line (from `first` on) or on the next few, with the lines it stands on."""
    here = dates_in(line.text[first:])
    if here:
        return (line,), here[0].iso
    for following in paper.after(line, reach):
        if following.page != line.page or ENTERED.search(following.folded):
            return None
        dates = dates_in(following.text)
        if dates:
            return (following,), dates[0].iso
    return None


def _enacted(paper: Paper) -> Iterator[Fact]:
    for line in paper.lines:
        if not _ENACTED.search(line.folded) or (line.number in paper.cited and len(line.folded.split()) > 8):
            continue
        found = _dated_near(paper, line, 4)
        if found:
            yield _fact(paper, found[0], found[1], 0.95)


def _this_day(paper: Paper) -> Iterator[Fact]:
    for line in paper.lines:
        if not _THIS_DAY.search(line.folded):
            continue
        near = (line, *(each for each in paper.after(line, 4) if each.page == line.page))
        dates = dates_in(" ".join(each.text for each in near))
        if dates:
            yield _fact(paper, near[:3], dates[0].iso, 0.9)


def _box(paper: Paper) -> Iterator[Fact]:
    for label in _BOX:
        yield from box_dates(paper, label)


def box_dates(paper: Paper, label: re.Pattern[str]) -> Iterator[Fact]:
    """Yield the dates beside or below a label of an identity box."""
    for line in paper.front:
        match = label.search(line.folded)
        found = _dated_near(paper, line, 2, _label_end(line, match[0])) if match else None
        if found:
            yield _fact(paper, found[0], found[1], 0.9)
    yield from _box_cells(paper, label)


def _label_end(line: Line, label: str) -> int:
    last = label.split()[-1]
    return max(0, line.text.lower().find(last))


def _box_cells(paper: Paper, label: re.Pattern[str]) -> Iterator[Fact]:
    from evidence_check.words.fold import fold

    for page, table in paper.tables():
        for row in table.rows[:12]:
            for index, cell in enumerate(row):
                if not label.search(fold(cell)):
                    continue
                value = " ".join(row[index : index + 3])
                dates = dates_in(value)
                place = _cell_place(paper, page, row[index : index + 3]) if dates else None
                if place is not None:
                    yield Fact(dates[0].iso, place, 0.85)


def _cell_place(paper: Paper, page: int, cells: tuple[str, ...]) -> Place | None:
    for cell in cells:
        if dates_in(cell):
            return paper.place_of_words(page, cell)
    return None


def _head_of_letter(paper: Paper) -> Iterator[Fact]:
    """Yield the date after a place name among the labels in the head of a letter: number, matter, to whom."""
    for line in paper.front:
        dates = dates_in(line.text) if line.number not in paper.cited else ()
        if not dates or not _PLACE_DATE.match(line.text[: dates[0].start]):
            continue
        near = (*paper.before(line, HEAD_LABELS), *paper.after(line, HEAD_LABELS))
        if len({match[0] for each in near if (match := _HEAD_LABEL.match(each.folded))}) >= MANY_LABELS:
            yield _fact(paper, (line,), dates[0].iso, 0.9)


def dated_blocks(paper: Paper) -> Iterator[Line]:
    """Yield lines of a place and a day just above where somebody signs, the last first."""
    for line in reversed(paper.lines):
        if line.number in paper.cited or PRINTED.search(line.folded):
            continue
        dates = dates_in(line.text)
        if not dates or not _PLACE_DATE.match(line.text[: dates[-1].start]):
            continue
        if any(_POST.search(each.folded) for each in paper.after(line, NEAR_SIGNATURE // 2)):
            yield line


def _place_and_date(paper: Paper) -> Iterator[Fact]:
    for line in dated_blocks(paper):
        yield _fact(paper, (line,), dates_in(line.text)[-1].iso, 0.9)


def _last_in_signature(paper: Paper) -> Iterator[Fact]:
    """Yield a date that stands beside other words on the line above the signature, as two columns read."""
    for line in reversed(paper.zones.signature):
        dates = dates_in(line.text)
        if not dates or line.number in paper.cited or PRINTED.search(line.folded) or EVENT.search(line.folded):
            continue
        if _BEFORE_DATE.search(line.text[: dates[-1].start]):
            yield _fact(paper, (line,), dates[-1].iso, 0.8)


def _letter_or_annex(paper: Paper) -> Iterator[Fact]:
    """Yield the date in the head of a letter, of minutes or of an annex."""
    for line in paper.front:
        if line.number in paper.cited or PRINTED.search(line.folded):
            continue
        dates = dates_in(line.text)
        labelled = _LABEL.search(line.folded)
        if labelled and not dates:
            found = _dated_near(paper, line, 1)
            if found:
                yield _fact(paper, found[0], found[1], 0.6)
        alone = dates and line in paper.zones.title and _DATE_ALONE.match(line.text[: dates[0].start])
        if alone and not line.text[dates[0].end :].strip(" .)"):
            yield _fact(paper, (line,), dates[0].iso, 0.6)
        if dates and (labelled or _ANNEX.search(line.folded) or _PLACE_DATE.match(line.text[: dates[0].start])):
            yield _fact(paper, (line,), dates[0].iso, 0.7)


def is_at_the_signing(paper: Paper, line: Line) -> bool:
    """Say whether a date on this line would be the one a paper was signed on."""
    if line.number in paper.cited:
        return False
    near = (*paper.before(line, 2), line)
    enacted = any(_ENACTED.search(each.folded) or _THIS_DAY.search(each.folded) for each in near)
    followed = any(_POST.search(each.folded) for each in paper.after(line, NEAR_SIGNATURE // 2))
    labelled = any(label.search(line.folded) for label in _BOX) or _LABEL.search(line.folded) is not None
    return enacted or followed or labelled


_SEARCHES: tuple[Callable[[Paper], Iterator[Fact]], ...] = (
    _enacted,
    _head_of_letter,
    _this_day,
    _box,
    _place_and_date,
    _last_in_signature,
    _letter_or_annex,
)


def _month_only(paper: Paper) -> Iterator[Fact]:
    """Yield month and year where the day was left out: above the signature, or after *pada tanggal*."""
    enacted = [line.number for line in paper.lines if _ENACTED.search(line.folded) and line.number not in paper.cited]
    below = {first + step for first in enacted for step in range(1, BELOW_ENACTED + 1)}
    for line in reversed(paper.lines):
        months = months_in(line.text)
        unread_day = months and not re.search(r"\b\d{1,2}[-/.\s]{0,3}$", line.text[: months[-1].start])
        if unread_day and line.number in below and len(line.folded.split()) <= 5:
            yield _fact(paper, (line,), months[-1].iso, 0.6)
        if not months or line.number in paper.cited or len(line.folded.split()) > 8:
            continue
        before = line.text[: months[-1].start]
        dated = _MONTH_ALONE.match(before) or re.match(r"^\W{0,3}pada\s+tanggal\W{0,60}$", before, re.IGNORECASE)
        if dated and any(_POST.search(each.folded) for each in paper.after(line, NEAR_SIGNATURE // 2)):
            yield _fact(paper, (line,), months[-1].iso, 0.6)
