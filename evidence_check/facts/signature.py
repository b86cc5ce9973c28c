"""Who signed a paper, with which post, and how far the signature can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_check.facts.language import Mention, mentions_in
from evidence_check.facts.nip import nips_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.signing import dated_blocks
from evidence_check.facts.signs import ABOVE, BELOW, CLAIMED, COPY, DIGITAL, INK, INTACT, signs_of
from evidence_check.model.facts import Fact, Person
from evidence_check.model.files import Finding, Level, ReadAs
from evidence_check.words.fold import fold, quote
from evidence_check.words.lines import Line
from evidence_check.words.zones import TITLE_LINES

BLOCK_LINES = 16
POST_TO_NAME = 7
POST_LINES = 4
HEAD_OF_PAPER = 2
ENACTING_BLOCKS = 3

_ENACTED = re.compile(r"^(di[a-z]{1,2}[ec]tapka[a-z]|dikeluarkan|disahkan|dibuat) di\b|^di(?:sahkan|tetapkan) oleh\b")
RANK = re.compile(
    r"^(pembina|penata|pengatur|juru|pangkat|golongan|gol|ahli|i{1,3} [a-e]$|iv [a-e]$|ix$|nip\b|nrp\b|nik\b)|\b(tk"
    r"|tingkat) (i|1)$"
)
_PREFIX = re.compile(r"^\W*((?:a\.?\s?n\.?|u\.?\s?b\.?|plt\.?|plh\.?|pj\.?|pjs\.?)\s)", re.IGNORECASE)
_RUNNING = re.compile(r"\b(diundangkan|ini|dengan|memerintahkan|bahwa|berdasarkan)\b")
_GOES_ON = re.compile(
    r"^(kabupaten|kota|provinsi|selaku|pada|dan|dinas|badan|upt|uptd|puskesmas|daerah|di lingkungan)\b"
)
_DEGREE = re.compile(r", ?(?:[A-Z][A-Za-z]{0,4}\. ?){1,2}[A-Z][A-Za-z]{0,4},\s*$")
"""A degree at the end of a line; OCR reads its last full stop as a comma, which elsewhere says that a post goes on."""

_STAMP = re.compile(
    r"(?<=[a-zA-Z]\.)\s{1,20}(?:[A-Z*]{1,2}(?=\s|$)|[A-Z]{2,20}\s{1,3}[A-Z*]{1,20}(?=\s|$)).*$"
    r"|\s{1,20}(?:[A-Z*]\s{1,3}){3}.*$"
)
"""The letters of a stamp, or of what is printed round it, that run into the line of a name behind its degree."""

_ONE_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.){1,3}")
_NO_NAME = re.compile(
    r"^(nama|ttd|t t d|dto|tertanda|cap|tembusan|ditetapkan|pada tanggal|diundangkan|salinan|mengetahui"
    r"|menyetujui)\b|\d{4}"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A signature block: its lines, the lines of the post, the name and the NIP as far as they are there."""

    lines: tuple[Line, ...]
    post: tuple[Line, ...] = ()
    name: Line | None = None
    nip: str = ""
    nip_line: Line | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature state of a paper, its signs one by one, who signed, and what is to be noted."""

    state: Fact | None = None
    signatory: Person | None = None
    findings: tuple[Finding, ...] = ()
    signs: tuple[Fact, ...] = ()


def signature_of(paper: Paper) -> Signed:
    """Return how a paper is signed: `digital`, `claimed`, `copy`, `ink`, `typed` or `none`, and by whom."""
    if not paper.lines:
        return Signed()
    block = block_of(paper)
    signatory = _signatory(paper, block)
    shown = (block.name or block.nip_line or block.lines[0]) if block else paper.lines[-1]
    found = signs_of(
        paper, shown, block.lines if block else (), _near(block, shown), signatory.name if signatory else ""
    )
    state = _state(paper, block, shown, found.signs)
    return Signed(state, signatory, (*found.findings, *_notes(paper, state)), found.signs)


def _near(block: Block | None, shown: Line) -> tuple[int, int]:
    """Return the first and the last line beside which somebody signs, none when there is no block."""
    if block is None:
        return (0, -1)
    first = min((line.number for line in block.post), default=shown.number - ABOVE)
    return (min(first, shown.number - 1) - BELOW, (block.nip_line or shown).number + BELOW)


def block_of(paper: Paper) -> Block | None:
    """Return the signature block: after *Ditetapkan di*, else at the end of the paper, else below a day."""
    windows = [
        (line, *paper.after(line, BLOCK_LINES))
        for line in paper.lines
        if _ENACTED.search(line.folded) and line.number not in paper.cited
    ][:ENACTING_BLOCKS]
    end = _at_the_end(paper)
    # Below the last NIP somebody without one may sign.
    windows += [end, paper.after(end[-1], BLOCK_LINES) if end else ()]
    # Sheets may follow the one that was signed: there a place and a day stand above the block.
    last = paper.lines[-1].page
    windows += [(line, *paper.after(line, BLOCK_LINES)) for line in dated_blocks(paper) if line.page != last][:1]
    for window in windows:
        block = _block(window) if window else None
        if block is not None:
            return block
    return None


def _at_the_end(paper: Paper) -> tuple[Line, ...]:
    """Return the signature zone; without a NIP, what belongs to the title is left out."""
    zone = paper.zones.signature
    if any(nips_in(line.text) for line in zone):
        return zone
    top = (
        {line.number for line in (*paper.zones.letterhead, *paper.zones.title)}
        if len(paper.lines) > TITLE_LINES
        else set()
    )
    return tuple(line for line in zone if line.number not in top and line.number > HEAD_OF_PAPER)


def _block(window: tuple[Line, ...]) -> Block | None:
    """Return the block in a window of lines, None when it has no name and no NIP."""
    seen = _by_line(window)
    start = next((index for index, line in enumerate(window) if _is_post(line, seen.get(line.number, ()))), None)
    nip_at = next((index for index, line in enumerate(window) if nips_in(line.text) and index > (start or -1)), None)
    if start is None and nip_at is None:
        return None
    name = _name(window, seen, start if start is not None else max(-1, (nip_at or 0) - 4), nip_at, start is None)
    if name is None and (nip_at is None or start is None):
        return None
    nips = nips_in(window[nip_at].text) if nip_at is not None else ()
    nip = nips[0].digits if len(nips) == 1 and nips[0].valid else ""
    nip_line = window[nip_at] if nip_at is not None else None
    if name is not None and nip_at is not None and _is_given(window, name):
        return _block(window[nip_at + 1 :]) if window[nip_at + 1 :] else None
    return Block(window, _post_lines(window, start, name), name, nip, nip_line)


def _is_given(window: tuple[Line, ...], name: Line) -> bool:
    """Say whether a name is that of somebody a certificate is given to."""
    at = window.index(name)
    return at > 0 and window[at - 1].folded.endswith("kepada")


def _by_line(window: tuple[Line, ...]) -> dict[int, tuple[Mention, ...]]:
    """Return what the language pipeline sees, by line number, offsets counted from the start of the line."""
    text = "\n".join(line.text[:200] for line in window)
    mentions = mentions_in(text)
    seen: dict[int, tuple[Mention, ...]] = {}
    offset = 0
    for line in window:
        end = offset + len(line.text[:200])
        here = [m for m in mentions if offset <= m.start < end]
        seen[line.number] = tuple(Mention(m.label, m.start - offset, m.end - offset, m.text) for m in here)
        offset = end + 1
    return seen


def _is_post(line: Line, mentions: tuple[Mention, ...]) -> bool:
    words = re.findall(r"[A-Za-z]{3,}", line.text)
    if len(words) > 14 or _RUNNING.search(line.folded) or 2 * sum(word[0].isupper() for word in words) < len(words):
        return False
    prefix = _PREFIX.match(line.text)
    start = prefix.end() if prefix else 0
    return any(
        mention.label == "POST" and not re.search(r"\w", line.text[start : mention.start]) for mention in mentions
    )


def _post_lines(window: tuple[Line, ...], start: int | None, name: Line | None) -> tuple[Line, ...]:
    if start is None:
        return ()
    kept = [window[start]]
    for line in window[start + 1 : start + 4]:
        wraps = (
            _GOES_ON.search(line.folded)
            or line.text.rstrip().endswith(",")
            or (_PREFIX.match(kept[-1].text) and len(kept) == 1 and line.text.isupper())
        )
        if line is name or (kept[-1].text.rstrip().endswith(",") and not _PREFIX.match(kept[0].text)) or not wraps:
            break
        kept.append(line)
    return tuple(kept)


def _name(
    window: tuple[Line, ...], seen: dict[int, tuple[Mention, ...]], start: int, nip_at: int | None, post_missing: bool
) -> Line | None:
    start = start if post_missing else _end_of_post(window, seen, start)
    between = window[start + 1 : nip_at if nip_at is not None else start + 9]
    named = [line for line in between if _has_name(line, seen)]
    if post_missing:
        above = [line for line in between if not RANK.search(line.folded)]
        named = [line for line in named if _says_a_name_only(line, seen)]
        return named[-1] if named else above[-1] if above and is_name(above[-1]) else None
    if named:
        return named[-1] if nip_at is not None else named[0]
    plain = [line for line in between if is_name(line)]
    if nip_at is not None:
        return plain[-1] if plain else None
    alone = [line for line in plain if line.text.isupper() or (len(line.folded.split()) > 1 and line is window[-1])]
    whole = [
        line for line in alone if len(line.folded.split()) > 1 and line.number <= window[start].number + POST_TO_NAME
    ]
    return whole[0] if whole else None


def _has_name(line: Line, seen: dict[int, tuple[Mention, ...]]) -> bool:
    return any(mention.label == "NAME" for mention in seen.get(line.number, ()))


def _says_a_name_only(line: Line, seen: dict[int, tuple[Mention, ...]]) -> bool:
    names = (mention.text for mention in seen.get(line.number, ()) if mention.label == "NAME")
    return not _NO_NAME.search(line.folded) and any(fold(name) == fold(clean_name(line.text)) for name in names)


def _end_of_post(window: tuple[Line, ...], seen: dict[int, tuple[Mention, ...]], start: int) -> int:
    """Return the last line of a post in capitals that goes on over some lines, up to its comma."""
    if not window[start].text.isupper():
        return start
    for at, line in enumerate(window[start : start + POST_LINES], start):
        if line.text.rstrip().endswith(","):
            return at
        if not line.text.isupper() or (at > start and _has_name(line, seen)):
            break
    return start


def is_name(line: Line) -> bool:
    """Say whether a line may be nothing but a person's name."""
    words = line.folded.split()
    if (
        (line.text.rstrip().endswith((",", ":")) and not _DEGREE.search(line.text))
        or not 1 <= len(words) <= 9
        or RANK.search(line.folded)
        or _NO_NAME.search(line.folded)
        or any(c.isdigit() for c in line.text)
    ):
        return False
    letters = [word for word in re.findall(r"[A-Za-z']+", line.text) if len(word) > 1]
    return bool(letters) and all(word[0].isupper() for word in letters) and not _GOES_ON.search(line.folded)


def clean_name(text: str) -> str:
    """Return a name without labels, brackets and the like, its degrees kept."""
    text = text.strip(" »«—-")
    text = re.sub(r"(?i)\bN[I1]P\b.*$", "", text)
    text = re.sub(r"(?i)^\W*(?:\d{1,2}[.)]?\s+)?nama\b(?:\s?/)?\s*[:.]?\s*", "", text)
    return quote(_STAMP.sub("", text).strip(" \t:;,|_-()[]…"), 100)


def _signatory(paper: Paper, block: Block | None) -> Person | None:
    if block is None or (block.name is None and not block.nip):
        return None
    name = clean_name(_whole_name(block)) if block.name else ""
    post = " ".join(line.text.split(" : ")[0].strip(" ,:;|'\"") for line in block.post)
    shown = block.name or block.nip_line or block.lines[0]
    return Person(name, "signatory", paper.place(shown), block.nip, quote(post, 200))


def _whole_name(block: Block) -> str:
    """Return the text of a name; degrees that are alone on their line belong to the name above."""
    name = block.name
    if name is None:
        return ""
    at = block.lines.index(name)
    above, below = block.lines[max(0, at - 1) : at], block.lines[at + 1 : at + 2]
    if above and _only_degrees(name.text):
        return f"{above[0].text.rstrip()} {name.text}"
    if below and name.text.rstrip().endswith(",") and _only_degrees(below[0].text):
        return f"{name.text.rstrip()} {below[0].text}"
    return name.text


def _only_degrees(text: str) -> bool:
    words = _STAMP.sub("", text).replace(",", " ").split()
    return bool(words) and all(_ONE_DEGREE.fullmatch(word) for word in words)


def _state(paper: Paper, block: Block | None, shown: Line, signs: tuple[Fact, ...]) -> Fact:
    """Return the summary of the signs: the strongest of them; one that is not verified is no more than a claim."""
    of = {name: [sign for sign in signs if sign.name == name] for name in (DIGITAL, CLAIMED, COPY, INK)}
    if any(sign.value == INTACT for sign in of[DIGITAL]):
        return Fact(DIGITAL, paper.place(shown))
    for name, kind in ((CLAIMED, CLAIMED), (DIGITAL, CLAIMED), (COPY, COPY), (INK, INK)):
        if of[name] and (block or name != INK):
            return Fact(kind, of[name][0].place, of[name][0].confidence)
    return Fact("typed", paper.place(shown), 0.8) if block else Fact("none", paper.place(shown), 0.7)


def _notes(paper: Paper, state: Fact) -> tuple[Finding, ...]:
    if state.value == COPY:
        return (Finding("EC214", Level.NOTE, (), state.place),)
    page = next((page for page in paper.document.pages if page.number == state.place.page), None)
    if state.value == "typed" and page is not None and page.read_as in (ReadAs.TEXT, ReadAs.CELLS):
        return (Finding("EC215", Level.NOTE, (), state.place),)
    if state.value == "typed" and page is not None and page.read_as is ReadAs.OCR:
        return (Finding("EC223", Level.NOTE, (), state.place),)
    return ()
