"""How `review` shows a question in the terminal, and what a line typed in answer means."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence_check.cli.terminal import columns
from evidence_check.cli.wording import Wording
from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import File
from evidence_check.model.outcome import Match, Verdict
from evidence_check.model.reviews import BY_ASKING
from evidence_check.report.pieces import Teller
from evidence_check.report.shapes import MatchShown, VerdictShown
from evidence_check.report.terminal import status_told
from evidence_check.report.visible import visible
from evidence_check.verdicts.asking import candidates_of

REASONS = 3
_NUMBER = re.compile(r"(-?)([1-9][0-9]?)")


class Said(StrEnum):
    """What a typed line asks for."""

    GIVE = "give"
    REJECT = "reject"
    POINT = "point"
    WAIVE = "waive"
    READY = "ready"
    NOT_READY = "not_ready"
    SKIP = "skip"
    QUIT = "quit"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for, and the number of the candidate it is about (from 1)."""

    said: Said
    number: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A requirement somebody is to decide on, with what there is to look at."""

    verdict: Verdict
    candidates: tuple[Match, ...]
    unread: tuple[File, ...]

    @property
    def by_asking(self) -> bool:
        """Whether people are asked or a place is looked at, instead of files."""
        return self.verdict.requirement.method in BY_ASKING

    @property
    def count(self) -> int:
        """How many candidates there are."""
        return len(self.candidates) + len(self.unread)

    def file(self, number: int) -> File:
        """Return the file of a candidate by its number."""
        if number <= len(self.candidates):
            return self.candidates[number - 1].evidence.document.file
        return self.unread[number - len(self.candidates) - 1]

    def page(self, number: int) -> tuple[int | None, int | None]:
        """Return page and picture of a candidate; of a file nobody could read neither is known."""
        if number > len(self.candidates):
            return None, None
        match = self.candidates[number - 1]
        if match.picture:
            return match.picture.page, match.picture.number
        return (match.evidence.document.first if match.evidence.document.pages else None), None


def choice_of(line: str | None, question: Question) -> Choice:
    """Return what a typed line means; None is the end of what is typed."""
    if line is None:
        return Choice(Said.QUIT)
    text = line.strip().lower()
    words = {"": Said.SKIP, "q": Said.QUIT, "w": Said.WAIVE}
    words |= {"y": Said.READY, "n": Said.NOT_READY} if question.by_asking else {"p": Said.POINT}
    if text in words:
        return Choice(words[text])
    found = _NUMBER.fullmatch(text)
    if found and int(found[2]) <= question.count:
        return Choice(Said.REJECT if found[1] else Said.GIVE, int(found[2]))
    return Choice(Said.UNCLEAR)


def shown(question: Question, verdict: VerdictShown, words: Catalog, wording: Wording, at: str) -> str:
    """Return a question as text: what is asked, how it stands, the candidates with quote, page and reasons."""
    lines = [*_wrapped(f"{at} {verdict.requirement}  {visible(verdict.name)}", 0)]
    lines += _wrapped(status_told(verdict, words), 2)
    lines += _wrapped(visible(verdict.happened), 2) if verdict.happened else []
    if not question.by_asking:
        lines += _wrapped(f"→ {visible(verdict.advice)}", 2)
    elif question.verdict.requirement.prepare:
        lines += _wrapped(wording("review.prepare", text=visible(question.verdict.requirement.prepare)), 2)
    for review in verdict.reviews:
        lines += _wrapped(f"• {visible(review.text)}", 2)
    teller = Teller(words, "")
    for number, match in enumerate(question.candidates, 1):
        lines += _candidate(number, teller.match(match), words)
    for number, file in enumerate(question.unread, len(question.candidates) + 1):
        lines += _wrapped(f"{number}. {visible(words.shown(file.path))} · {wording('review.unread')}", 2)
    return "\n".join(lines)


def keys_of(question: Question, wording: Wording) -> str:
    """Return the line that says what may be typed."""
    if question.by_asking:
        return wording("review.keys_asking")
    if not question.count:
        return wording("review.keys_none")
    return wording("review.keys", numbers="1" if question.count == 1 else f"1–{question.count}")


def question_of(verdict: Verdict, unread: Sequence[File]) -> Question:
    """Return the question a verdict leaves open."""
    return Question(verdict, candidates_of(verdict), tuple(unread))


def _candidate(number: int, match: MatchShown, words: Catalog) -> Iterator[str]:
    page = words.ui("page", page=match.place.page)
    about = " · ".join(filter(None, (match.type_name, words.ui("score", score=f"{int(match.score * 100 + 1e-9)}%"))))
    yield from _wrapped(f"{number}. {visible(match.file)}, {page} · {about}", 2)
    if match.place.quote:
        yield from _wrapped(f"“{visible(match.place.quote)}”", 5)
    for reason in match.reasons[:REASONS]:
        yield from _wrapped(f"{reason.weight:+.2f}  {visible(reason.text)}", 5)
    for finding in match.failed:
        yield from _wrapped(f"! {finding.code} {visible(finding.message)}", 5)


def _wrapped(text: str, indent: int) -> list[str]:
    margin = " " * indent
    return textwrap.wrap(text, columns(), initial_indent=margin, subsequent_indent=margin + "  ")
