"""The result of a survey as its text tells it: value of the whole, grade, number of people asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line

MOST = 4
SURE, LIKELY, ALSO = 0.9, 0.7, 0.5
LOWEST, HIGHEST = 25.0, 100.0
"""The scale of the value after conversion."""
NEAR_LINES = 3

_STRONG = re.compile(
    r"(?i)\b(?:nilai\s+(?:akhir\s+)?(?:ikm|skm|indeks|index|konversi|kepuasan|survei|survey)|(?:ikm|skm)\s+(?:unit|konversi|total)"
    r"|nilai\s+interval\s+konversi|indeks\s+kepuasan\s+masyarakat\s+(?:adalah|sebesar|yaitu|=|:))"
)
_WEAK = re.compile(r"(?i)\b(?:ikm|skm|indeks|index|kepuasan masyarakat)\b")
_RANGE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s*(?:[-–—]|s\.?\s?d\.?|sampai|hingga)\s*\d{1,3}(?:[.,]\d+)?")
_VALUE = re.compile(
    r"(?<![\d.,/])(?P<value>\d{2}[.,]\d{1,4}|100(?:[.,]0{1,4})?|\d{2})(?![\d]|[.,]\d|\s*(?:%|persen|orang|responden"
    r"|tahun|hari|unsur|kuesioner))",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(sebelumnya|tahun lalu|target|dibanding\w*|meningkat|menurun|naik|turun|interval|minimal)\b")
_SUM = re.compile(r"[∑Σ]|\b(?:jumlah|total|x|×)\s*$", re.IGNORECASE)
_MEAN_BEFORE = re.compile(r"(?<![\d.,])([1-4][.,]\d{1,5})(?![\d.,]*\d)")
# A value that is this near to 25 times the mean beside it is the one made from it.
ROUNDED = 0.6
_LETTER = re.compile(r"(?<![A-Za-z.])([A-D])(?![A-Za-z.])")
_WORD = re.compile(r"(?i)\b(sangat baik|kurang baik|tidak baik|baik)\b")
_GRADE_LABEL = re.compile(
    r"(?i)\b(?:mutu(?:\s+(?:unit\s+)?(?:pelayanan|layanan|kinerja))?|kategori|predikat|kinerja unit)\b"
)
_COUNT = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,6})(?![.,]?\d|\s*%)"
_ASKED = (
    re.compile(
        rf"(?i)\b(?:jumlah|total|banyaknya)\s+(?:\w+\s+)?responden\b(?:[^\d:=]{{0,60}}?[:=|]|[^\d]{{0,60}}?\b(?:adalah|sebanyak"
        rf"|yaitu|sebesar|berjumlah|sejumlah))\s*{_COUNT}"
    ),
    re.compile(rf"(?i)\b(?:jumlah|total)\s+responden\b[^\d]{{0,30}}\s{_COUNT}\s*(?:\([^)]{{1,40}}\)\s*)?(?:orang|responden)"),
    re.compile(rf"(?i)\bresponden\b[^\d.]{{0,40}}?\b(?:sebanyak|berjumlah|sejumlah)\s+{_COUNT}"),
    re.compile(rf"(?i)(?<![\d.,]){_COUNT}\s*(?:\([^)]{{1,40}}\)\s*)?(?:orang\s+)?responden\b"),
)
_ASKED_HEADING = re.compile(r"(?:[0-9a-z]{1,3} ){0,3}(?:jumlah|karakteristik|profil|data) responden")
_TOTAL = re.compile(rf"(?i)(?:jumlah|total)\s+{_COUNT}(?:\s+100\s*%?)?")
TABLE_LINES = 15
_WANTED_ONLY = re.compile(r"(?i)\b(?:minimal|minimum|target|krejcie|populasi|rencana|ditetapkan|seharusnya)\b[^.;]*")


def result_of(paper: Paper) -> Iterator[Fact]:
    """Yield the values of the whole (`survey_value`, the likeliest first), the grade and the number of people asked."""
    contents = _contents_pages(paper)
    lines = [line for line in paper.lines if line.page not in contents and line.number not in paper.cited]
    values = _values(paper, lines)
    yield from values
    if grade := _grade(paper, lines, values[0] if values else None):
        yield grade
    yield from _respondents(paper, lines)


def _contents_pages(paper: Paper) -> frozenset[int]:
    """Return the pages with a table of contents: the numbers there are those of pages."""
    opening = re.compile(r"^(?:[ivx]{1,4} )?daftar (?:isi|tabel|gambar|diagram|grafik)\b", re.MULTILINE)
    return frozenset(
        page.number for page in paper.document.pages
        if opening.search("\n".join(fold(text) for text in page.text[:300].splitlines()))
    )  # fmt: skip


def _values(paper: Paper, lines: list[Line]) -> tuple[Fact, ...]:
    found: dict[str, tuple[int, int, Fact]] = {}
    for index, line in enumerate(lines):
        label = _STRONG.search(line.text) or _WEAK.search(line.text)
        if not label or _COMPARED.search(line.folded):
            continue
        strong = _STRONG.search(line.text) is not None
        more = lines[index + 1 : index + 2] if not re.search(r"\d", line.text[label.start() :]) else []
        rest = _RANGE.sub(" ", " ".join([line.text[label.start() :], *(each.text for each in more)]))
        for match in _VALUE.finditer(rest):
            rank = _rank(line, rest, match, strong)
            value = match["value"].replace(",", ".")
            if rank is not None and (value not in found or rank < found[value][0]):
                found[value] = (rank, index, Fact(value, paper.place(line, *more), SURE, "survey_value"))
    ordered = sorted(found.values(), key=lambda each: each[:2])[:MOST]
    return tuple(
        Fact(fact.value, fact.place, ALSO if at else SURE if rank < 2 else LIKELY, fact.name)
        for at, (rank, _, fact) in enumerate(ordered)
    )


def _rank(line: Line, rest: str, match: re.Match[str], strong: bool) -> int | None:
    """Return how plainly a number is the value: best beside the mean it is made from; None when it cannot be it."""
    value, before = float(match["value"].replace(",", ".")), rest[: match.start()]
    exact = not match["value"].isdigit() or match["value"] == "100"
    near = strong and match.start() <= 40
    summed = _SUM.search(before) or _SUM.search(line.text) or line.folded.startswith(("jumlah", "total"))
    if not LOWEST < value <= HIGHEST or summed or not (exact or near):
        return None
    if value == HIGHEST and not near:
        return None
    means = [float(each[1].replace(",", ".")) for each in _MEAN_BEFORE.finditer(before)]
    if any(abs(25 * mean - value) <= ROUNDED for mean in means):
        return 0
    return 1 if strong and exact else 2 if exact else 3


def _grade(paper: Paper, lines: list[Line], value: Fact | None) -> Fact | None:
    """Return the letter with its word in `of`; the word alone where no letter is printed."""
    written = re.compile(rf"(?<![\d.,]){value.value.replace('.', '[.,]')}(?![\d]|[.,]\d)") if value else None
    for index, line in enumerate(lines):
        match = written.search(line.text) if written and value and line.page == value.place.page else None
        if match is None:
            continue
        if found := _graded(line.text[match.end() :]):
            return Fact(found[0], paper.place(line), SURE, "survey_grade", found[1])
        for other in lines[index + 1 : index + 1 + NEAR_LINES]:
            label = _GRADE_LABEL.search(other.text)
            if label and (found := _graded(other.text[label.end() :])):
                return Fact(found[0], paper.place(other), SURE, "survey_grade", found[1])
    for line in lines:
        label = _GRADE_LABEL.search(line.text)
        if label and not _RANGE.search(line.text) and (found := _graded(line.text[label.end() :][:40])):
            return Fact(found[0], paper.place(line), LIKELY, "survey_grade", found[1])
    return None


def _graded(text: str) -> tuple[str, str] | None:
    letter, word = _LETTER.search(text), _WORD.search(text)
    if letter:
        return letter[1], word[1].lower() if word and abs(word.start() - letter.end()) < 20 else ""
    return (word[1].lower(), "") if word else None


def _total_below(lines: list[Line]) -> tuple[str, Line] | None:
    """Return the sum at the end of a table of the people asked, and its line."""
    for line in lines:
        if "responden" in line.folded:
            return None
        match = _TOTAL.fullmatch(line.text.strip())
        if match and int(match["count"].replace(".", "")):
            return match["count"].replace(".", ""), line
    return None


def _respondents(paper: Paper, lines: list[Line]) -> Iterator[Fact]:
    """Yield the numbers of people asked as they are told, the plainest first."""
    found: dict[str, tuple[int, int, Fact]] = {}
    for index, line in enumerate(lines):
        if "responden" not in line.folded:
            continue
        below = lines[index + 1 : index + 1 + TABLE_LINES]
        if _ASKED_HEADING.fullmatch(line.folded) and (total := _total_below(below)):
            found.setdefault(total[0], (1, index, Fact(total[0], paper.place(total[1]), SURE, "respondents")))
            continue
        following = lines[index + 1 : index + 2]
        text = _WANTED_ONLY.sub(" ", " ".join([line.text, *(each.text for each in following)]))
        for rank, asked in enumerate(_ASKED):
            match = asked.search(text)
            if match is None or match.start() > len(line.text):
                continue
            count = match["count"].replace(".", "")
            shown = (line,) if match.end() <= len(line.text) else (line, *following)
            if int(count) and (count not in found or rank < found[count][0]):
                found[count] = (rank, index, Fact(count, paper.place(*shown), SURE, "respondents"))
            break
    ordered = sorted(found.values(), key=lambda each: each[:2])[:MOST]
    plain = [each for each in ordered if each[0] < 2] or ordered[:1]
    for at, (rank, _, fact) in enumerate(plain):
        yield Fact(fact.value, fact.place, ALSO if at else SURE if rank < 2 else LIKELY, fact.name)
