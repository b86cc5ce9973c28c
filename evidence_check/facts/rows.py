"""The rows of a form: how many are filled in, the days they name, and tables that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_check.facts.dates import dates_in
from evidence_check.facts.paper import Paper
from evidence_check.model.asked import DocumentType
from evidence_check.model.facts import Fact
from evidence_check.model.files import Place, Table
from evidence_check.words.fold import fold

FILLED, DAY, EMPTY = "filled_rows", "row_date", "empty_table"
MOST_DAYS = 100
MANY_HEADS, MANY_ROWS = 4, 3
LEAST_HEADS, LEAST_ROWS, LEAST_LABELS = 3, 2, 4

_DATED = re.compile(r"\b(tanggal|tgl|hari|waktu)\b")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_SAID = re.compile(r"[^\W_]")
_ASKED = re.compile(r"^[^:]{0,80}[A-Za-z]{2}[^:]{0,80}:[\W_]{0,200}$")
_COUNTER = re.compile(r"^(?:no|nomor|nomer)(?: urut)?$")
_NOTHING = re.compile(r"^(?:belum|tidak) ada (?:data|kegiatan|aktivitas)|^(?:nihil|data kosong|no data|jumlah|total)\b")


def rows_of(paper: Paper, kind: DocumentType, dated: bool) -> Iterator[Fact]:
    """Yield how many rows stand filled under the heads of a type's tables and, where asked, each day they name once."""
    headed = [(page.number, table) for page in paper.document.pages for table in page.tables if table.heads]
    # Under heads nobody foresaw an empty form is still an empty form.
    tables = [each for each in headed if _is_form(each[1], kind)] or [
        each for each in headed if len(each[1].heads) >= MANY_HEADS and len(each[1].body) >= MANY_ROWS
    ]
    if not tables:
        return
    filled = [(page, table, row) for page, table in tables for row in table.body if _is_filled(row)]
    first_page, first = tables[0]
    yield Fact(str(len(filled)), _place(paper, first_page, first.rows[max(0, first.body_at - 1)]), 0.9, FILLED)
    days: dict[str, Fact] = {}
    for page, table, row in filled if dated else ():
        columns = [at for at, head in enumerate(table.heads) if _DATED.search(fold(head))]
        for iso in (each.iso for at in columns if at < len(row) for each in dates_in(row[at]) if each.whole):
            days.setdefault(iso, Fact(iso, _place(paper, page, row), 0.9, DAY))
    yield from list(days.values())[:MOST_DAYS]


def empty_tables_of(paper: Paper) -> Iterator[Fact]:
    """Yield the first table of a paper, of whatever kind, that has its heads or labels and nothing in their place."""
    for page in paper.document.pages:
        for table in page.tables:
            heads = _heads_of_nothing(table) or _labels_of_nothing(table)
            if heads and not table.continues:
                yield Fact(str(len(table.rows)), _place(paper, page.number, heads), 0.9, EMPTY)
                return


def _heads_of_nothing(table: Table) -> Sequence[str]:
    """Return the heads of a table below which nothing stands, else nothing."""
    heads, body = (table.heads, table.body) if table.heads else (table.rows[0] if table.rows else (), table.rows[1:])
    labels = [head for head in heads if _WORDS.search(head)]
    if len(labels) < LEAST_HEADS or (not table.heads and len(labels) < len(heads)) or len(body) < LEAST_ROWS:
        return ()
    numbered = bool(_COUNTER.search(fold(heads[0])))
    blank = all(not _SAID.search(cell) for row in body for cell in row[1:])
    # Without a column that counts, what stands in the first one may be all there is to say.
    return heads if blank and (numbered or len(labels) > LEAST_HEADS) else ()


def _labels_of_nothing(table: Table) -> Sequence[str]:
    """Return the first row of a table of labels, each with a colon and nothing behind it, else nothing."""
    asks = all(_ASKED.search(" ".join(row)) for row in table.rows)
    return table.rows[0] if asks and len(table.rows) >= LEAST_LABELS else ()


def _is_form(table: Table, kind: DocumentType) -> bool:
    heads = f" {fold(' '.join(table.heads))} "
    return bool(table.heads) and any(all(f" {word} " in heads for word in wanted) for wanted in kind.columns)


def _is_filled(row: Sequence[str]) -> bool:
    """Say whether a row says something beside its label; dots, dashes, column numbers and *belum ada data* do not."""
    said = fold(" ".join(row))
    beside = any(_SAID.search(cell) for cell in row[1:])
    return beside and any(_WORDS.search(cell) for cell in row) and not _NOTHING.search(said)


def _place(paper: Paper, page: int, row: Sequence[str]) -> Place:
    """Return the line of a page that has most of the words of a row."""
    words = fold(" ".join(row)).split()
    lines = [line for line in paper.lines if line.page == page] or list(paper.lines)
    return paper.place(max(lines, key=lambda line: (sum(word in line.folded.split() for word in words), -line.number)))
