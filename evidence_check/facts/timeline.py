"""Every date of a paper, told apart: signed, entered in a gazette, in force, of an event, of a cited paper, printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_check.facts.dates import dates_in, impossible_in
from evidence_check.facts.paper import Paper
from evidence_check.facts.signing import BOX_EFFECTIVE, ENTERED, EVENT, PRINTED, box_dates, is_at_the_signing
from evidence_check.model.facts import Fact
from evidence_check.model.files import Finding, Level, params
from evidence_check.words.fold import quote
from evidence_check.words.lines import Line

MOST_CITED = 10
MOST_EVENTS = 20
MOST_IMPOSSIBLE = 5
BELOW = 4

_IN_FORCE = re.compile(
    r"\b(?:mulai|mulainya) berlaku\b|\bberlaku (?:surut )?(?:sejak|mulai|terhitung|pada tanggal)\b|^berlaku\b"
    r"|\bterhitung mulai tanggal\b"
)
_AS_SIGNED = re.compile(
    r"\b(?:sejak|pada) tanggal (?P<act>ditetapkan|dikeluarkan|penetapan|ditandatangani|diundangkan)"
)
_UNTIL = re.compile(r"\b(?:sampai|s d|hingga|berakhir)\b")
_CITES = re.compile(r"\b(?:surat|nota dinas|keputusan|peraturan|undang undang|instruksi)\b.{0,80}\b(?:nomor|no)\b")
_OWN = re.compile(r"^(?:salinan )?lampiran\b")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of a paper by their names, and those that no calendar has."""

    dates: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()


def timeline_of(paper: Paper, signed: Fact | None) -> Timeline:
    """Return the dates of a paper, its signing first as it stands in the summary; EC227 for what is no date."""
    first = (replace(signed, name="signed"),) if signed else ()
    entered = tuple(_entered(paper))[:1]
    found = (*first, *entered, *_in_force(paper, signed, entered), *_others(paper, signed))
    unique = {(fact.name, fact.value): fact for fact in reversed(found)}
    return Timeline(tuple(fact for fact in found if unique[fact.name, fact.value] is fact), tuple(_impossible(paper)))


def _near(paper: Paper, line: Line, reach: int) -> tuple[Line, str] | None:
    """Return the first date on a line or, where the sentence goes on, on one of the next few of its page."""
    for each in (line, *paper.after(line, reach)):
        found = dates_in(each.text) if each.page == line.page else ()
        if found:
            return each, found[0].iso
    return None


def _entered(paper: Paper) -> Iterator[Fact]:
    for line in paper.lines:
        if ENTERED.search(line.folded):
            found = _near(paper, line, BELOW)
            if found:
                yield Fact(found[1], paper.place(found[0]), 0.95, "enacted")


def _in_force(paper: Paper, signed: Fact | None, entered: tuple[Fact, ...]) -> Iterator[Fact]:
    yield from (replace(fact, name="effective") for fact in box_dates(paper, BOX_EFFECTIVE))
    for line in paper.lines:
        others = line.number in paper.cited and "ini" not in line.folded.split()
        if others or not _IN_FORCE.search(line.folded):
            continue
        said = " ".join((line.folded, *(each.folded for each in paper.after(line, 1))))
        as_of = _AS_SIGNED.search(said)
        act = entered[0] if as_of and as_of["act"] == "diundangkan" and entered else signed
        if as_of and act:
            yield Fact(act.value, paper.place(line), min(0.8, act.confidence), "effective")
            return
        begins = _IN_FORCE.search(line.folded)
        found = _near(paper, line, 1)
        if found and begins and not _UNTIL.search(line.folded[: begins.start()]):
            yield Fact(found[1], paper.place(found[0]), 0.8, "effective")
            return


def _others(paper: Paper, signed: Fact | None) -> Iterator[Fact]:
    """Yield dates of events, of cited papers and of printing, so many of each at most."""
    left = {"event": MOST_EVENTS, "cited": MOST_CITED, "printed": 1}
    for line in paper.lines:
        name = _name_of(paper, line)
        if not name or not left[name]:
            continue
        near = _near(paper, line, 1) if name == "event" else None
        shown, values = (near[0], [near[1]]) if near else (line, [each.iso for each in dates_in(line.text)])
        for value in values[: left[name]]:
            left[name] -= 1
            yield Fact(value, paper.place(shown), 0.8, name)


def _name_of(paper: Paper, line: Line) -> str:
    if PRINTED.search(line.folded):
        return "printed"
    if line.number in paper.cited or (_CITES.search(line.folded) and not _OWN.search(line.folded)):
        return "cited"
    return "event" if EVENT.search(line.folded) and len(line.folded.split()) <= 40 else ""


def _impossible(paper: Paper) -> Iterator[Finding]:
    """Yield EC227 for days no month has: in doubt where a paper is dated, a note elsewhere."""
    found = 0
    for line in paper.lines:
        for text in impossible_in(line.text):
            level = Level.DOUBT if is_at_the_signing(paper, line) else Level.NOTE
            yield Finding("EC227", level, params(date_text=quote(text, 40)), paper.place(line))
            found += 1
            if found >= MOST_IMPOSSIBLE:
                return
