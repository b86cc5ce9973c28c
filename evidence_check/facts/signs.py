"""The signs of a signature, each a fact of its own: verified, claimed, seen on the picture, or a mark of a copy.

None of them makes another: a footer that speaks of an electronic signature is a claim, a blue scrawl beside a name
looks like ink, and a signature that fits the bytes of the file says nothing of who held the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from evidence_check.facts.paper import Paper
from evidence_check.model.facts import Fact
from evidence_check.model.files import SIGNATURE_MARK, Finding, Level, Page, params
from evidence_check.words.fold import fold
from evidence_check.words.lines import Line
from evidence_check.words.zones import NIP

DIGITAL, CLAIMED, INK, STAMP, COPY = "digital", "claimed", "ink", "stamp", "copy"
INTACT, CHANGED, UNCHECKED = "intact", "changed", "unchecked"
SAME_NAME = 85
ABOVE, BELOW = 6, 2
"""How many lines above a NIP, or below it, somebody signs."""
LOOKS, LOOKS_FAR = 0.6, 0.5
MOST_TOLD = 3
SHORT = 10

_ELECTRONIC = re.compile(
    r"\b(ditandatangani|ditanda tangani|tanda tangan) secara elektronik\b(.{0,200}?)\b(bsre|bssn"
    r"|sertifikat elektronik|sertifikasi elektronik|qr)\b"
)
_COPY = re.compile(
    r"^(ttd|t t d|dto|d t o|tertanda|cap ttd|ttd cap)$|\bcap ttd\b|^ttd \w+|^salinan( |$)|\bsalinan sesuai dengan asli"
)


_SIGNED_HERE = re.compile(
    r"^(ditetapkan|dikeluarkan|diundangkan|disahkan|mengetahui|menyetujui|salinan sesuai|pada tanggal)\b"
    r"|^((a n|an|plt|plh|pj) )?(kepala|bupati|wali ?kota|gubernur|sekretaris|camat|lurah|direktur|inspektur|ketua)\b"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature as its marks tell it; all but `state` is what it says of itself."""

    state: str
    signer: str = ""
    organisation: str = ""
    time: str = ""
    trust: str = UNCHECKED
    page: int = 0

    @property
    def who(self) -> str:
        """Name and organisation in the certificate, as far as they stand there."""
        return ", ".join(each for each in (self.signer, self.organisation) if each)


@dataclass(frozen=True, slots=True)
class Found:
    """The signs of a paper and what is to be noted of them."""

    signs: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()


def signs_of(paper: Paper, shown: Line, block: Sequence[Line], near: tuple[int, int], signatory: str) -> Found:
    """Return every sign of a signature; `shown` is the line of the name, `near` the first and last line beside it.

    `block` are the lines of the signature block, empty when there is none, `signatory` is who is named in it.
    """
    digital = tuple(each for each in _signatures(paper) if _on(paper, each) or each.state != INTACT)
    place = paper.place(shown)
    signs = [Fact(each.state, place, 1.0 if each.state == INTACT else 0.5, DIGITAL, each.who) for each in digital]
    signs += _claimed(paper)
    signs += _traces(paper, shown, near)
    signs += _copied(paper, block)
    return Found(tuple(signs), tuple(_notes(digital, signs, signatory)))


# ---------------------------------------------------------------- digital


def _signatures(paper: Paper) -> Iterator[Signature]:
    marks = {key: value for key, value in paper.document.marks if key.startswith(f"{SIGNATURE_MARK}.")}
    for number in sorted({int(key.split(".")[1]) for key in marks if key.split(".")[1].isdigit()}):
        said = {field: marks.get(f"{SIGNATURE_MARK}.{number}.{field}", "") for field in Signature.__slots__}
        page = int(said["page"]) if said["page"].isdigit() else 0
        yield Signature(said["state"] or UNCHECKED, said["signer"], said["organisation"], said["time"],
                        said["trust"] or UNCHECKED, page)  # fmt: skip


def _on(paper: Paper, signature: Signature) -> bool:
    """Say whether a signature stands on this paper, not on another one in the same file."""
    return not signature.page or paper.document.first <= signature.page <= paper.document.last


def _notes(digital: Sequence[Signature], signs: Sequence[Fact], signatory: str) -> Iterator[Finding]:
    place = signs[0].place if signs else None
    for code, state in (("EC219", CHANGED), ("EC221", UNCHECKED)):
        if any(each.state == state for each in digital):
            yield Finding(code, Level.DOUBT, (), place)
    intact = [each for each in digital if each.state == INTACT]
    for each in intact[:MOST_TOLD]:
        said = params(signer=each.who or "-", date=each.time[:10] or "-", trust=each.trust)
        yield Finding("EC222", Level.NOTE, said, place)
    named = [each.signer for each in intact if each.signer]
    if signatory and named and not any(_same_name(each, signatory) for each in named):
        yield Finding("EC220", Level.NOTE, params(signer=named[0], signatory=signatory), place)


def _same_name(one: str, other: str) -> bool:
    """Say whether two names may be one person's, degrees and misread letters aside."""
    first, second = (fold(name.split(",")[0]) for name in (one, other))
    return fuzz.token_set_ratio(first, second) >= SAME_NAME


# ---------------------------------------------------------------- claimed, copied


def _claimed(paper: Paper) -> list[Fact]:
    for line in paper.lines:
        if "elektronik" not in line.folded:
            continue
        near = (*paper.before(line, 1), line, *paper.after(line, 3))
        match = _ELECTRONIC.search(" ".join(each.folded for each in near))
        if match:
            code = match[3] == "qr"
            return [Fact("qr" if code else "certificate", paper.place(line), 0.5 if code else 0.9, CLAIMED)]
    return []


def _copied(paper: Paper, block: Sequence[Line]) -> list[Fact]:
    """Return the line that shows the paper to be a copy of a signed original."""
    near = (*paper.lines[:4], *block, *paper.zones.signature)
    for line in near:
        if _COPY.search(line.folded) and len(line.folded.split()) <= 12:
            value = "salinan" if "salinan" in line.folded else "ttd"
            return [Fact(value, paper.place(line), 0.9, COPY)]
    return []


# ---------------------------------------------------------------- seen


def _traces(paper: Paper, shown: Line, near: tuple[int, int]) -> list[Fact]:
    """Return ink and stamps that lie where somebody signs: by the name of the block, a NIP, or below a post.

    A stamp often hides the name, so that no block was found; what lies by the title is a coat of arms.
    """
    found: dict[str, Fact] = {}
    for page in paper.document.pages:
        lines = _by_line(paper, page) if page.traces else {}
        for trace in page.traces:
            at = lines.get(trace.line)
            signed, sure = _signed_at(paper, at, shown, near) if at else (None, 0.0)
            if signed is not None and sure > (found[trace.looks_like].confidence if trace.looks_like in found else 0):
                found[trace.looks_like] = Fact("seen", paper.place(signed), sure, trace.looks_like)
    return [found[name] for name in (INK, STAMP) if name in found]


def _by_line(paper: Paper, page: Page) -> dict[int, Line]:
    """Return the lines of a page by where they stand in its text."""
    kept = iter([line for line in paper.lines if line.page == page.number])
    held = [at for at, text in enumerate(page.text.splitlines()) if fold(text)]
    return dict(zip(held, kept, strict=False))


def _signed_at(paper: Paper, at: Line, shown: Line, near: tuple[int, int]) -> tuple[Line | None, float]:
    """Return the line of the name, NIP or post that a line stands beside, and how surely somebody signs there."""
    if near[0] <= at.number <= near[1] and at.page == shown.page:
        return shown, LOOKS
    beside = [line for line in (*paper.before(at, BELOW), at, *paper.after(at, ABOVE)) if line.page == at.page]
    numbered = next((line for line in beside if NIP.search(line.folded)), None)
    if numbered is not None:
        return numbered, LOOKS
    head = {line.number for line in (*paper.zones.letterhead, *paper.zones.title)}
    above = [line for line in (*paper.before(at, ABOVE), at) if line.page == at.page and line.number not in head]
    posts = [line for line in above if _SIGNED_HERE.search(line.folded) and len(line.folded.split()) <= SHORT]
    return (posts[-1], LOOKS_FAR) if posts else (None, 0.0)
