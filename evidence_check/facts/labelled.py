"""The people of blocks with labels, as annexes and receipts name them: *Nama : …* above *NIP*, *Jabatan* or *Pangkat*.

Whoever has no such line near by is not taken: forms name people served in the same way, who are nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from evidence_check.facts.language import mentions_in
from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.roster import is_person
from evidence_check.facts.signature import clean_name, is_name
from evidence_check.model.facts import Person
from evidence_check.words.fold import quote
from evidence_check.words.lines import Line

REACH = 3
MOST = 400
LEADS = ("ketua", "koordinator", "penanggung jawab")

_NAMED = re.compile(
    r"(?i)^\W{0,3}(?:\d{1,3}[.)]?\s{1,3}|[a-z][.)]\s{1,3})?nama(?:\s?/\s?nip)?(?:\s(?:lengkap|pegawai|petugas))?"
    r"\s{0,20}[:|]\s{0,6}(?P<name>[^:|]{4,120})"
)
_GIVEN = re.compile(r"\b(?:diberikan|dianugerahkan|diserahkan) kepada$")
_SERVANT = re.compile(r"^(?:nip|nipppk|jabatan|pangkat|pangkat gol\w*|golongan)\b")
_POST = re.compile(r"(?i)^\W{0,3}jabatan\s{0,20}[:|]\s{0,6}(?P<post>.{3,200})$")
_PART = re.compile(r"^(?:kedudukan|peran|jabatan dalam tim)\b(?: dalam \w+)?\s?(?P<part>.*)$")


def people_of_labels(paper: Paper, role: str) -> Iterator[Person]:
    """Yield who has a name behind a label and a post, a rank or a NIP below it; `role` is theirs, or `head`."""
    found = 0
    for line in paper.lines:
        if _GIVEN.search(line.folded) and line.number not in paper.cited:
            yield from _given(paper, line, role)
            continue
        match = _NAMED.match(line.text) if line.number not in paper.cited else None
        if match is None:
            continue
        below = list(takewhile(lambda each: not _NAMED.match(each.text), paper.after(line, REACH)))
        nips = [nip for text in (line.text, *(each.text for each in below[:1])) for nip in nips_in(text)]
        name = clean_name(match["name"])
        if not is_person(name) or not (nips or any(_SERVANT.match(each.folded) for each in below)):
            continue
        nip = nips[0].digits if nips and nips[0].valid else ""
        part = "head" if role == "member" and _leads((*paper.before(line, 1), *below)) else role
        yield Person(name, part, paper.place(line), nip, _post(below))
        found += 1
        if found >= MOST:
            return


def _given(paper: Paper, line: Line, role: str) -> Iterator[Person]:
    """Yield whom something is given to, who stands alone with a degree on the next line."""
    for below in paper.after(line, 1):
        if is_name(below) and any(each.label == "NAME" for each in mentions_in(below.text)):
            yield Person(clean_name(below.text), role, paper.place(below))


def _leads(lines: tuple[Line, ...]) -> bool:
    parts = (match["part"] for line in lines if (match := _PART.match(line.folded)))
    return any(part.startswith(LEADS) for part in parts)


def _post(below: list[Line]) -> str:
    post = next((match["post"] for line in below if (match := _POST.match(line.text))), "")
    return quote(post.strip(" .;,"), 200)
