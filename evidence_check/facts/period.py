"""The period a paper reports on, as an interval of months, and the year it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_check.facts.dates import months_in
from evidence_check.facts.months import FULL_MONTH, month_of, year_of
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.lines import Line

INSIDE_LINES = 400
TITLE_WORDS = 22
LONGEST_REPORT = 24
"""Months above which an interval is a plan and speaks of its first year."""

_YEAR = r"(?P<year>(?:19|2[0o])[0-9o]{2})"
_TO = r"(?:s d|sd|s d tgl|sampai dengan|sampai|hingga)"
_RANGE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?P<from>{FULL_MONTH}) (?:(?P<first>20[0-9o]{{2}}) )?(?:{_TO} )?(?:tanggal )?(?:\d{{1,2}} )?"
    rf"(?P<to>{FULL_MONTH})(?: (?:tahun )?{_YEAR})?\b"
)
_NUMERIC_RANGE = re.compile(rf"\b\d\d (?P<from>\d\d) (?P<first>20\d\d) (?:{_TO} )?\d\d (?P<to>\d\d) {_YEAR}\b")
_SEMESTER = re.compile(rf"\bsemester (?P<part>ii|i|2|1|kedua|dua|pertama|satu)\b(?:.{{0,20}}?\b{_YEAR}\b)?")
_QUARTER = re.compile(
    rf"\b(?:triwulan|tri wulan|tw|kuartal|triwulanan) (?:ke )?(?P<part>iv|iii|ii|i|[1-4]|pertama|kedua|ketiga"
    rf"|keempat|satu|dua|tiga|empat)\b"
    rf"(?:.{{0,20}}?\b{_YEAR}\b)?"
)
_AS_OF = re.compile(rf"\bper (?:tanggal )?(?:\d{{1,2}} )(?P<from>{FULL_MONTH}) {_YEAR}\b")
_WEEK = re.compile(rf"\b(?:minggu|pekan)\b.{{0,30}}?\b\d{{1,2}} (?P<from>{FULL_MONTH}) (?:tahun )?{_YEAR}\b")
_MONTH = re.compile(rf"(?<![0-9] )\b(?:bulan )?(?P<from>{FULL_MONTH}) (?:tahun )?{_YEAR}\b")
_BARE_MONTH = re.compile(rf"\bbulan (?P<from>{FULL_MONTH})\b")
_YEARS = re.compile(r"\b(?:tahun|periode) (?P<first>20\d\d) (?:s d |sd |sampai dengan |sampai )?(?P<year>20\d\d)\b")
_ONE_YEAR = re.compile(rf"\b(?:tahun|tahun anggaran|ta|t a|tahun kinerja|tahun penilaian) {_YEAR}\b")
_LONE_YEAR = re.compile(rf"^(?:[a-z ]{{3,60}} )?{_YEAR}$")
_OTHER_NUMBER = re.compile(r"\b(?:nomor|nomer|no)\s?[a-z0-9 ]{1,30}? tahun (?:19|2[0o])[0-9o]{2}\b")
_OPENING = re.compile(
    r"\b(periode|masa penilaian|jangka waktu)\b"
    r"|^(?:[0-9a-z] )?(bulan|semester|triwulan|tw|keadaan|per [0-9]+|tahun anggaran|tahun (?:anggaran "
    r"|kinerja )?[0-9]{4}$|waktu pelaksanaan)\b"
)
_ASSESSED = re.compile(r"^(?:[0-9a-z] )?(?:jangka waktu|masa|periode) (?:penilaian|evaluasi)\b")
_PLACE_AND_MONTH = re.compile(
    r"^\W{0,3}[A-Z][A-Za-z.' ]{2,40},\W{0,30}(?:[A-Z][a-z]{2,9}|[A-Z]{3,10})\s+[0-9O]{4}\W{0,3}$"
)
_REPORTS = re.compile(r"\b(bulan|periode|laporan|rekapitulasi)\b")
_COMPARED = re.compile(r"\b(dibanding\w*|sebelumnya|lalu|perbandingan|meningkat|menurun|naik|turun|ditindaklanjuti)\b")
_ORDINAL = {
    "i": 1, "1": 1, "pertama": 1, "satu": 1, "ii": 2, "2": 2, "kedua": 2, "dua": 2,
    "iii": 3, "3": 3, "ketiga": 3, "tiga": 3, "iv": 4, "4": 4, "keempat": 4, "empat": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A run of months of one grain; `year` may be known only from another line (0: not known)."""

    grain: str
    first: int
    last: int
    year: int
    first_year: int = 0

    @property
    def iso(self) -> str:
        """The interval as `YYYY-MM/YYYY-MM`."""
        start = self.first_year or self.year
        return f"{start:04}-{self.first:02}/{self.year:04}-{self.last:02}"


@dataclass(frozen=True, slots=True)
class Reported:
    """The period of a paper with what is wrong about it."""

    period: Fact | None = None
    findings: tuple[Finding, ...] = ()


def spans_in(folded: str) -> tuple[Span, ...]:
    """Return the periods a folded text names, the most telling first; numbers of other papers are left out."""
    text = _OTHER_NUMBER.sub(" ", folded)
    spans: list[Span] = []
    for pattern, grain in _PATTERNS:
        spans.extend(span for match in pattern.finditer(text) if (span := _span(match, grain)))
    return tuple(spans)


_PATTERNS = (
    (_NUMERIC_RANGE, "range"), (_RANGE, "range"), (_SEMESTER, "semester"), (_QUARTER, "quarter"), (_AS_OF, "as of"),
    (_WEEK, "month"), (_MONTH, "month"), (_BARE_MONTH, "month"), (_YEARS, "years"), (_ONE_YEAR, "year"),
)  # fmt: skip


def _number(name: str) -> int:
    return int(name) if name.isdigit() else month_of(name) or 0


def _span(match: re.Match[str], grain: str) -> Span | None:
    named = match.groupdict()
    year = year_of(named.get("year") or "") or 0
    start = year_of(named.get("first") or "") or 0
    if grain == "semester":
        half = _ORDINAL[named["part"]]
        return Span(grain, half * 6 - 5, half * 6, year)
    if grain == "quarter":
        quarter = _ORDINAL[named["part"]]
        return Span(grain, quarter * 3 - 2, quarter * 3, year)
    if grain in ("year", "years"):
        return Span(grain, 1, 12, year, start) if not start or 0 < year - start <= 25 else None
    first = _number(named["from"])
    last = _number(named.get("to") or named["from"])
    ordered = (start or year, first) <= (year or start, last)
    valid = 1 <= first <= 12 and 1 <= last <= 12 and ordered
    return Span(grain, first, last, year or start, start if year else 0) if valid else None


def period_of(paper: Paper) -> Reported:
    """Return the period a paper reports on; EC207 when its cover and its inside name different ones."""
    title = [
        line
        for line in paper.zones.title
        if line.number not in paper.cited
        and len(line.folded.split()) <= TITLE_WORDS
        and not _PLACE_AND_MONTH.match(line.text)
    ]
    found = (
        _best(paper, title, 0.9)
        or _best(paper, _openings(paper), 0.8)
        or _best(paper, _headings(paper), 0.6)
        or _best(paper, _assessed(paper), 0.7)
        or _of_a_year(paper, title)
    )
    if found is None:
        return Reported()
    span, fact = found
    return Reported(fact, tuple(_contradicted(paper, span)))


def _assessed(paper: Paper) -> list[Line]:
    """Return lines of the first pages that name the time an assessment is about, which a form may hold further in."""
    return [line for line in paper.front if line.number not in paper.cited and _ASSESSED.search(line.folded)]


def _of_a_year(paper: Paper, title: list[Line]) -> tuple[Span, Fact] | None:
    """Return the whole year that stands alone in a title: *Perjanjian Kinerja 2023*."""
    for line in title:
        year = year_in(line.folded)
        if year:
            span = Span("year", 1, 12, year)
            return span, Fact(span.iso, paper.place(line), 0.8)
    return None


def _best(paper: Paper, lines: list[Line], confidence: float) -> tuple[Span, Fact] | None:
    """Return the most telling period of some lines; a year may stand on another of them."""
    for grains in (("range", "semester", "quarter", "month", "as of"), ("years", "year")):
        for line in lines:
            for span in spans_in(line.folded):
                known = _with_year(span, line, lines) if span.grain in grains else None
                if known is not None:
                    span, with_line = known
                    shown = (line,) if with_line is line else (line, with_line)
                    return span, Fact(span.iso, paper.place(*shown), confidence)
    return None


def _with_year(span: Span, line: Line, lines: list[Line]) -> tuple[Span, Line] | None:
    if span.year:
        return span, line
    for other in sorted(lines, key=lambda each: (abs(each.number - line.number), -each.number)):
        year = year_in(other.folded) if abs(other.number - line.number) <= 8 else None
        if year:
            return Span(span.grain, span.first, span.last, year), other
    return None


def year_in(folded: str) -> int | None:
    """Return the year a title line names, not that of another paper's number."""
    text = _OTHER_NUMBER.sub(" ", folded).strip()
    years = [_ONE_YEAR.search(text), _LONE_YEAR.match(text)]
    return next((year_of(match["year"]) for match in years if match), None)


def _openings(paper: Paper) -> list[Line]:
    """Return lines of the first page that begin with, or are labelled by, a word for a period."""
    page = paper.lines[0].page if paper.lines else 0
    kept = []
    for line in paper.front:
        if line.page != page or line.number in paper.cited or len(line.folded.split()) > 16:
            continue
        if _OPENING.search(line.folded):
            kept.append(line)
    strong = [line for line in kept if re.search(r"\b(periode|masa penilaian|jangka waktu)\b", line.folded)]
    return strong + [line for line in kept if line not in strong]


def _headings(paper: Paper) -> list[Line]:
    """Return lines in capitals elsewhere on the first page, for papers whose title was read last."""
    page = paper.lines[0].page if paper.lines else 0
    few = [line for line in paper.front if line.page == page and line.number not in paper.cited and line.text.isupper()]
    return [
        line
        for line in few
        if 3 <= len(line.folded.split()) <= TITLE_WORDS and (not months_in(line.text) or _REPORTS.search(line.folded))
    ]


def _contradicted(paper: Paper, cover: Span) -> Iterator[Finding]:
    """Yield EC207 when the inside of a paper names only other periods of the same grain than its cover."""
    if cover.grain not in ("semester", "quarter"):
        return
    inside: list[tuple[Line, Span]] = []
    last = paper.zones.title[-1].number if paper.zones.title else 0
    cover_page = paper.lines[0].page
    after = [line for line in paper.lines if line.page > cover_page or line.number > last]
    for line in after[:INSIDE_LINES]:
        if _COMPARED.search(line.folded) or line.number in paper.cited:
            continue
        inside += [(line, span) for span in spans_in(line.folded) if span.grain == cover.grain]
    same = [span for _, span in inside if (span.first, span.year or cover.year) == (cover.first, cover.year)]
    if inside and not same:
        line, span = inside[0]
        told = Span(span.grain, span.first, span.last, span.year or cover.year)
        yield Finding("EC207", Level.DOUBT, params(cover=cover.iso, inside=told.iso), paper.place(line))


def year_of_paper(paper: Paper, period: Fact | None, date: Fact | None, number: Fact | None) -> Fact | None:
    """Return the year a paper speaks of: of its period, its title, its signing, or its own number, in this order."""
    if period is not None:
        return Fact(_spoken_year(period.value), period.place, period.confidence)
    for line in reversed(paper.zones.title):
        year = year_in(line.folded) if line.number not in paper.cited else None
        if year:
            return Fact(str(year), paper.place(line), 0.8)
    if date is not None:
        return Fact(date.value[:4], date.place, date.confidence)
    if number is None:
        return None
    years = [year for part in re.findall(r"\d{4}", number.value)[-1:] if (year := year_of(part)) and year > 1990]
    return Fact(str(years[0]), number.place, 0.7) if years else None


def _spoken_year(interval: str) -> str:
    start, end = interval.split("/")
    months = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:]) - int(start[5:]) + 1
    return start[:4] if months > LONGEST_REPORT else end[:4]
