"""The walk through what is open: ask, write the answer down, lay it over the verdicts, go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_check import library, pipeline
from evidence_check.checklist.appending import appended
from evidence_check.cli.asking import Choice, Question, Said, choice_of, keys_of, question_of, shown
from evidence_check.cli.putting import put_file
from evidence_check.cli.terminal import ask, say
from evidence_check.cli.wording import Wording
from evidence_check.messages.catalog import Catalog
from evidence_check.model.asked import DocumentType
from evidence_check.model.files import File
from evidence_check.model.outcome import Readiness, Verdict
from evidence_check.model.reviews import Answer, Decision, Review
from evidence_check.report.context import Context
from evidence_check.report.results import results_of
from evidence_check.report.shapes import Results
from evidence_check.report.terminal import readiness_line
from evidence_check.report.visible import visible
from evidence_check.verdicts.asking import is_contradicted, is_open, unread_for
from evidence_check.verdicts.pictures import PICTURED

LISTED = 10


class _QuitError(Exception):
    """Somebody had enough; what was answered is written down already."""


@dataclass
class Walk:
    """One walk: in whose words, where answers go, of which day and whose they are (empty: asked for)."""

    wording: Wording
    words: Catalog
    target: Path
    today: str
    by: str

    def through(
        self, machine: Readiness, decided: Sequence[Review], catalogue: Mapping[str, DocumentType]
    ) -> Readiness:
        """Walk all open questions and return the readiness with every answer laid over it."""
        reviews = list(decided)
        readiness = pipeline.reviewed(machine, reviews, catalogue)
        asked = [each.requirement.id for each in readiness.verdicts if is_open(each)]
        self._tell_contradictions(readiness)
        say(self.wording("review.start", count=len(asked), path=visible(str(self.target))))
        try:
            for number, requirement in enumerate(asked, 1):
                at = f"[{number}/{len(asked)}]"
                while review := self._asked(readiness, requirement, at):
                    reviews.append(review)
                    readiness = pipeline.reviewed(machine, reviews, catalogue)
        except _QuitError:
            say("")
        except KeyboardInterrupt:
            say("\n" + self.wording("review.end", count=len(reviews) - len(decided)))
            raise
        made = len(reviews) - len(decided)
        say(self.wording("review.end", count=made) + " " + readiness_line(self._results(readiness), self.words))
        return readiness

    def _results(self, readiness: Readiness) -> Results:
        return results_of(readiness, Context(self.words, "", "", self.words.identities))

    def _tell_contradictions(self, readiness: Readiness) -> None:
        for verdict in readiness.verdicts:
            if is_contradicted(verdict):
                told = next(each for each in verdict.findings if each.code == "EC412")
                say(f"{verdict.requirement.id}  {visible(self.words.finding(told))} {visible(self.words.advice(told))}")

    def _asked(self, readiness: Readiness, requirement: str, at: str) -> Review | None:
        """Ask about one requirement and write the answer down; None when it was passed over or is settled."""
        verdict = next(each for each in readiness.verdicts if each.requirement.id == requirement)
        if not is_open(verdict):
            return None
        question = question_of(verdict, unread_for(verdict, readiness.unreadable))
        results = self._results(replace(readiness, verdicts=(verdict,)))
        say("\n" + shown(question, results.verdicts[0], self.words, self.wording, at))
        while True:
            say(keys_of(question, self.wording))
            choice = choice_of(ask("> "), question)
            if choice.said is Said.QUIT:
                raise _QuitError
            if choice.said is Said.SKIP:
                return None
            if choice.said is Said.UNCLEAR:
                say(self.wording("review.unclear"))
            elif review := self._decided(choice, question, verdict, readiness):
                self._write(review)
                return review

    def _decided(
        self, choice: Choice, question: Question, verdict: Verdict, readiness: Readiness
    ) -> Review | None:
        """Return the review of a choice, None when the person thought better of it."""
        review = Review(verdict.requirement.id, Decision.WAIVE, "", self.today, "")
        if choice.said in (Said.READY, Said.NOT_READY):
            review = replace(review, decision=Decision.ANSWER, answer=Answer(choice.said.value))
        elif choice.said in (Said.GIVE, Said.REJECT):
            page, picture = question.page(choice.number)
            giving = Decision.CONFIRM if verdict.requirement.method in PICTURED else Decision.ACCEPT
            decision = giving if choice.said is Said.GIVE else Decision.REJECT
            review = _about(replace(review, decision=decision), question.file(choice.number), page, picture)
        elif choice.said is Said.POINT:
            found = self._pointed(readiness)
            if found is None:
                return None
            review = _about(replace(review, decision=Decision.POINT), *found)
        reason = self._line("review.reason")
        if not reason:
            return None
        self.by = self.by or self._line("review.name")
        return replace(review, by=self.by, reason=reason) if self.by else None

    def _line(self, key: str) -> str:
        line = ask(self.wording(key) + " ")
        if line is None:
            raise _QuitError
        return line.strip()

    def _pointed(self, readiness: Readiness) -> tuple[File, int, None] | None:
        """Ask for a file by part of its name, and for the page; None when the person thought better of it."""
        files = [each.file for each in readiness.contents]
        files += [each.file for each in readiness.unreadable if each.file.sha256]
        while name := self._line("review.file"):
            found = [each for each in files if each.path == name]
            found = found or [each for each in files if name.casefold() in self.words.shown(each.path).casefold()]
            if len(found) == 1:
                say(f"  {visible(self.words.shown(found[0].path))}")
                page = self._line("review.page") or "1"
                if page.isdecimal() and 1 <= int(page) <= _last_page(readiness, found[0]):
                    return found[0], int(page), None
                say(self.wording("review.no_page", last=_last_page(readiness, found[0])))
                continue
            say(self.wording("review.found", count=len(found)))
            for each in found[:LISTED]:
                say(f"  {visible(self.words.shown(each.path))}")
        return None

    def _write(self, review: Review) -> None:
        """Add the answer to the file as it is now: somebody else may have added to it meanwhile."""
        name = self.target.name
        text = appended(library.reviews_text(self.target), review, name)
        put_file(text.encode("utf-8"), self.target.resolve())
        say(self.wording("review.written", path=visible(name)))


def _about(review: Review, file: File, page: int | None, picture: int | None) -> Review:
    return replace(review, file=file.path, sha256=file.sha256, page=page, picture=picture)


def _last_page(readiness: Readiness, file: File) -> int:
    pages = next((each.pages for each in readiness.contents if each.file.path == file.path), ())
    # Of a file nobody could read nobody knows how many pages it has.
    return pages[-1].number if pages else 100_000
