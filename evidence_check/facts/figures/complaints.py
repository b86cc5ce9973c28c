"""When complaints came in and were settled, and how many of them a report counts (documents.md 5.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.dates import dates_in
from evidence_check.facts.figures.tables import Row, column, place_of_row, rows_of
from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.fold import fold
from evidence_check.words.numbers import whole_of

MOST = 1000
RECEIVED = (r"\b(?:tanggal|tgl) (?:masuk|terima|diterima|pengaduan|aduan|laporan|pelaporan|lapor)\b",
            r"\bhari tanggal\b", r"^(?:tanggal|tgl)\b(?!.*\b(?:selesai|penyelesaian|tindak)\b)")  # fmt: skip
SETTLED = (r"\b(?:tanggal|tgl) (?:selesai|penyelesaian|diselesaikan|tindak lanjut|penutupan)\b",
           r"\bselesai tanggal\b", r"^selesai$")  # fmt: skip
STATUS = (r"\bstatus\b", r"\bketerangan\b", r"\bhasil penyelesaian\b", r"\btindak lanjut\b")
_DONE = re.compile(r"\b(?:selesai|tuntas|ditutup|terselesaikan)\b")
_NOT_DONE = re.compile(r"\b(?:belum|tidak|proses|dalam proses)\b")
_CAME = re.compile(
    r"\b(?:menerima|diterima|masuk|terdapat|sebanyak|berjumlah|jumlah pengaduan(?: yang)?(?: masuk| diterima)?)"
    r"(?: adalah| sebanyak| sejumlah| berjumlah)? (\d{1,5})(?: \w{2,12} )? ?(?:pengaduan|aduan|laporan)\b"
)
_LABELLED = re.compile(r"\bjumlah (?:pengaduan|aduan|laporan)(?: yang)?(?: masuk| diterima)?\W{1,6}(\d{1,5})\b")
_NONE_CAME = re.compile(r"\b(?:nihil|tidak (?:ada|terdapat|menerima)(?: satu pun)? (?:pengaduan|aduan))\b")


def rows_of_complaints(paper: Paper) -> Iterator[Fact]:
    """Yield for each row `complaint_received` and `complaint_settled` (ISO days), and how many rows there are."""
    count, done, first = 0, 0, None
    for row in rows_of(paper):
        came = column(row.heads, *RECEIVED)
        days = dates_in(row.at(came)) if came is not None else ()
        if not days or row.sums_up:
            continue
        count, first = count + 1, first or row
        settled = [each for each in dates_in(row.at(column(row.heads, *SETTLED))) if each.whole]
        done += bool(settled) or _says_done(row)
        if days[0].whole and count <= MOST:
            place, number = place_of_row(paper, row), str(count)
            yield Fact(days[0].iso, place, 0.9, "complaint_received", number)
            if settled:
                yield Fact(settled[-1].iso, place, 0.9, "complaint_settled", number)
    if first is not None:
        yield Fact(str(count), place_of_row(paper, first), 0.9, "complaint_rows")
        yield Fact(str(done), place_of_row(paper, first), 0.8, "complaint_rows_settled")


def _says_done(row: Row) -> bool:
    said = " ".join(fold(row.at(index)) for index, head in enumerate(row.heads) if any(
        re.search(wanted, head) for wanted in STATUS
    ))
    return bool(_DONE.search(said)) and not _NOT_DONE.search(said)


def counts_of_complaints(paper: Paper) -> Iterator[Fact]:
    """Yield `complaints_received` and `complaints_settled` as the report counts them, in its table or a sentence."""
    for row in rows_of(paper):
        came = column(row.heads, r"\b(?:masuk|diterima|jumlah (?:pengaduan|aduan|laporan))\b", r"^jumlah$")
        done = column(row.heads, r"\bselesai\b", r"\bditindaklanjuti\b", r"\btuntas\b")
        received = whole_of(row.at(came)) if came is not None else None
        if row.sums_up and received is not None:
            yield Fact(str(received), place_of_row(paper, row), 0.9, "complaints_received")
            settled = whole_of(row.at(done)) if done is not None and done != came else None
            if settled is not None:
                yield Fact(str(settled), place_of_row(paper, row), 0.9, "complaints_settled")
            return
    for line in paper.lines:
        found = _CAME.search(line.folded) or _LABELLED.search(line.folded)
        if found and line.number not in paper.cited:
            yield Fact(found[1], paper.place(line), 0.7, "complaints_received")
            return
    nothing = next((line for line in paper.lines if _NONE_CAME.search(line.folded)), None)
    if nothing is not None:
        yield Fact("0", paper.place(nothing), 0.6, "complaints_received")
