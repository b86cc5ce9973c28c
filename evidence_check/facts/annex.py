"""An annex that a paper announces, and whether it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.words.lines import Line

ANNOUNCED, THERE = "annex_announced", "annex"
FEW_WORDS = 10

_ANNOUNCES = re.compile(
    r"\b(?:tercantum|terlampir|termuat|tersebut|dimaksud|diuraikan|sebagaimana|dijelaskan)\b(?: \w+){0,6} lampiran\b"
)
_ELSEWHERE = re.compile(
    r"\blampiran (?:[ivx]+ )?(?:dari )?(?:undang|uu\b|peraturan (?:menteri|presiden|pemerintah)|permen)"
)
_HEADS = re.compile(
    r"^lampiran\b(?!.*\bini\b)(?: (?:[ivx]{1,4}|\d{1,2}))?(?: (?:surat|keputusan|peraturan|sk|nomor|no)\b.*)?$"
)
_CAPITALS = re.compile(r"^\W*LAMPIRAN\b")
_SIGNED = re.compile(r"^ditetapkan di\b|^pada tanggal\b")


def annex_of(paper: Paper) -> Iterator[Fact]:
    """Yield where an annex is announced, and where one begins: headed so, or on pages after those that are signed."""
    announced = next(_announcing(paper), None)
    if announced is None:
        return
    yield Fact("lampiran", paper.place(*announced), 0.9, ANNOUNCED)
    after = [line for line in paper.lines if line.number > announced[-1].number]
    head = next((line for line in after if _HEADS.search(line.folded) or _CAPITALS.search(line.text)), None)
    if head := head or _beyond_signature(paper, after):
        yield Fact("lampiran", paper.place(head), 0.9, THERE)


def _announcing(paper: Paper) -> Iterator[tuple[Line, ...]]:
    for line, below in zip(paper.lines, paper.lines[1:], strict=False):
        joined = f"{line.folded} {below.folded}"
        match = _ANNOUNCES.search(joined)
        if match and match.start() <= len(line.folded) and not _ELSEWHERE.search(joined):
            yield (line,) if match.end() <= len(line.folded) else (line, below)


def _beyond_signature(paper: Paper, after: list[Line]) -> Line | None:
    """Return the first line of the pages after the one that is signed, where these say more than a few words."""
    page = next((line.page for line in after if _SIGNED.search(line.folded)), None)
    beyond = [line for line in after if page is not None and line.page > page]
    return beyond[0] if sum(len(line.folded.split()) for line in beyond) > FEW_WORDS else None
