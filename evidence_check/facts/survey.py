"""What a survey measured: the mean of each element, the value and grade of the whole, the number of people asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_check.facts.paper import Paper
from evidence_check.facts.survey_result import result_of
from evidence_check.model.asked import Holding
from evidence_check.model.facts import Fact
from evidence_check.model.files import Place, ReadAs, Table
from evidence_check.words.fold import fold
from evidence_check.words.openings import Openers, opening_of
from evidence_check.words.phrases import pattern

PAGES, ROWS, NAME_CELLS, HEAD_ROWS = 150, 80, 3, 4
LOWEST, HIGHEST = 1.0, 4.0
"""The scale each element is measured on."""
BY_HEAD, BY_ROWS, BY_LINE, READ_FROM_PICTURE = 0.9, 0.8, 0.6, 0.6
FEW = 3
"""So many elements in one table make it a table of elements."""

_MEAN = re.compile(
    r"\b(nrr|rata rata|rerata|mean|(nilai|indeks) (per )?unsur|skor)\b|^(nilai|indeks|ikm|skm)\b"
)
_OTHER = re.compile(r"\b(tertimbang|bobot|konversi|jumlah|total|target|kepentingan|harapan|urutan|peringkat|x 25)\b")
_DECIMAL = re.compile(r"^\s*([1-4])(?:[.,](\d{1,5}))?\s*$")
_DECIMAL_IN_LINE = re.compile(r"(?<![\d.,])([1-4])[.,](\d{2,5})(?![\d.,]*\d|\s*%)")
_CODE = re.compile(r"^\s*[A-Za-z]\W?\d{1,2}\W?\s*$")
_OPENING_NUMBER = re.compile(r"^\W*(?:[A-Za-z]?\d{1,2}[.)]?(?:\d{1,2}[.)]?)?\s+)?")


@dataclass(frozen=True, slots=True)
class Measured:
    """A mean as it stands: of which element, on which page, beside which words."""

    element: str
    value: str
    page: int
    words: str
    written: str
    sure: float


def survey_of(paper: Paper, holding: Holding) -> tuple[Fact, ...]:
    """Return `element_mean` of each element once, then `survey_value`, `survey_grade` and `respondents`."""
    means: dict[str, Measured] = {}
    names = Names(holding)
    for each in sorted((*_in_tables(paper, names), *_in_lines(paper, names)), key=lambda each: -each.sure):
        means.setdefault(each.element, each)
    ordered = [means[element.name] for element in holding.elements if element.name in means]
    found = [_fact(paper, each) for each in ordered]
    return (*(fact for fact in found if fact), *result_of(paper))


class Names:
    """The patterns of the elements of a group."""

    def __init__(self, holding: Holding) -> None:
        self._names = {words: element.name for element in holding.elements for words in element.words}
        self._openers = Openers(map(pattern, self._names))

    def opening(self, text: str) -> str:
        """Return the element whose words open a cell or a line, nothing when none does."""
        return next((self._names[each.source] for each in self._openers.of(opening_of(fold(text)))), "")


def _in_tables(paper: Paper, names: Names) -> Iterator[Measured]:
    for page in paper.document.pages[:PAGES]:
        for table in page.tables:
            found = [*_by_rows(page.number, table, names), *_by_columns(page.number, table, names)]
            if len({each.element for each in found}) >= FEW or any(each.sure == BY_HEAD for each in found):
                yield from found


def _by_rows(page: int, table: Table, names: Names) -> Iterator[Measured]:
    """Yield the mean of each row that names an element: in the column headed so, else the first that can be one."""
    heads = [fold(head) for head in table.heads]
    headed = [at for at, head in enumerate(heads) if _MEAN.search(head) and not _OTHER.search(head)]
    others = {at for at, head in enumerate(heads) if _OTHER.search(head)}
    if sum(bool(re.fullmatch(r"20\d\d", head.rpartition(" ")[2])) for head in heads) > 1:
        return
    for row in table.rows[table.body_at :][:ROWS]:
        at, element = _named(row, names)
        if not element:
            continue
        words = " ".join(cell for cell in row[at : NAME_CELLS + 1] if cell)
        for column in (*headed, *(each for each in range(at + 1, len(row)) if each not in headed)):
            value = _mean(row[column], column in headed) if at < column < len(row) and column not in others else ""
            if value:
                yield Measured(element, value, page, words, row[column], BY_HEAD if column in headed else BY_ROWS)
                break


def _named(row: Sequence[str], names: Names) -> tuple[int, str]:
    """Return the cell that names an element, and which; a name goes before a code, for some reports swap the codes."""
    cells = [(at, cell) for at, cell in enumerate(row[:NAME_CELLS]) if cell]
    for at, cell in sorted(cells, key=lambda each: (_CODE.match(each[1]) is not None, each[0])):
        if element := names.opening(cell):
            return at, element
    return 0, ""


def _by_columns(page: int, table: Table, names: Names) -> Iterator[Measured]:
    """Yield the means of the row of means where each element has a column."""
    rows = (table.heads, *table.rows[:HEAD_ROWS])
    for head in rows:
        columns = {at: name for at, cell in enumerate(head) if (name := names.opening(cell))}
        if len(set(columns.values())) > FEW and len(set(columns.values())) == len(columns):
            break
    else:
        return
    for row in table.rows:
        label = fold(" ".join(row[: min(columns)]))
        if re.search(r"\b(nrr|rata rata|rerata)\b", label) and not _OTHER.search(label):
            for at, name in columns.items():
                if at < len(row) and (value := _mean(row[at], True)):
                    yield Measured(name, value, page, row[0], row[at], BY_HEAD)
            return


def _in_lines(paper: Paper, names: Names) -> Iterator[Measured]:
    for line in paper.lines:
        if not (match := _DECIMAL_IN_LINE.search(_OPENING_NUMBER.sub("", line.text, count=1))):
            continue
        if element := names.opening(line.text):
            value = _mean(match.group(), False)
            if value:
                yield Measured(element, value, line.page, line.text, match.group(), BY_LINE)


def _mean(cell: str, headed: bool) -> str:
    """Return a mean with a decimal point, nothing when the cell cannot be one."""
    match = _DECIMAL.match(cell)
    if not match or not (match[2] or headed):
        return ""
    value = f"{match[1]}.{match[2]}" if match[2] else match[1]
    return value if LOWEST <= float(value) <= HIGHEST else ""


def _fact(paper: Paper, measured: Measured) -> Fact | None:
    place = place_of_value(paper, measured.page, measured.written, measured.words)
    pictured = any(page.number == measured.page and page.read_as is ReadAs.OCR for page in paper.document.pages)
    sure = min(measured.sure, READ_FROM_PICTURE) if pictured else measured.sure
    return Fact(measured.value, place, sure, "element_mean", measured.element) if place else None


def place_of_value(paper: Paper, page: int, written: str, words: str) -> Place | None:
    """Return the line of a page that has a value as written and most of the words beside it."""
    near: Sequence[str] = fold(words).split()
    lines = [line for line in paper.lines if line.page == page and written.strip() in line.text]
    if not lines:
        return paper.place_of_words(page, written)
    return paper.place(max(lines, key=lambda line: (sum(word in line.folded for word in near), -line.number)))
