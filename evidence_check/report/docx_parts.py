"""The parts of the report to be signed, in the order in which they come."""

from __future__ import annotations

from evidence_check.model.outcome import Status
from evidence_check.report.changed import progress_of
from evidence_check.report.docx_page import Page
from evidence_check.report.letter import letterhead_of, signature_of
from evidence_check.report.personal import by_file
from evidence_check.report.reviews import standings_of
from evidence_check.report.shapes import VerdictShown
from evidence_check.report.terminal import readiness_line


def letterhead(page: Page) -> None:
    """Write the lines on top of the office's letters with a rule below; without any of its own, its region and name."""
    for number, (line, small) in enumerate(letterhead_of(page.results, page.words)):
        added = page.paragraph(line, bold=not small, centred=True, size=9 if small else 14 if number else 13)
        added.paragraph_format.space_after = 0
    page.rule()


def title(page: Page) -> None:
    """Write what the report is, on which checklist and which year."""
    results = page.results
    page.paragraph(page.words.word("letter", "title"), bold=True, centred=True, size=13)
    page.paragraph(results.checklist_name, bold=True, centred=True)
    page.paragraph(page.words.ui("year", year=results.year), centred=True)


def summary(page: Page) -> None:
    """Write how ready the office is: in a sentence, by status and by dimension, and what that does not mean."""
    words, results = page.words, page.results
    unread = sum(1 for file in results.files if file.unreadable)
    told = {"office": page.office, "checklist": results.checklist_name, "when": page.when}
    page.heading(words.ui("summary"))
    page.paragraph(words.ui("letter_lead", **told, files=len(results.files), unread=unread))
    page.paragraph(readiness_line(results, words) + ".", bold=True)
    counts = [(status, str(results.tally.of(status)), words.word("status_meanings", status)) for status in Status]
    heads = [words.word("columns", key) for key in ("status", "count", "meaning")]
    page.table(heads, counts, (0.22, 0.16, 0.62))
    rows = [(each.name, str(each.tally.met), str(each.tally.judged)) for each in results.dimensions]
    if rows:
        page.table([words.word("columns", key) for key in ("dimension", "met", "judged")], rows, (0.6, 0.2, 0.2))
    page.paragraph(f"{words.ui('not_a_score')} {words.ui('not_a_score_why')}")


def gaps(page: Page) -> None:
    """Write what is missing, the worst first."""
    words = page.words
    page.heading(words.word("letter", "gaps"))
    if not page.results.gaps:
        page.paragraph(words.ui("gaps_none"))
        return
    optional = sum(1 for each in page.results.verdicts if each.optional and each.status is Status.MISSING)
    left_out = words.ui("optional_missing", count=optional) if optional else ""
    page.paragraph(f"{words.ui('gaps_lead', count=len(page.results.gaps))} {left_out}".strip())
    rows = [
        (str(number), each.requirement, each.name, _stands(each), _found(page, each))
        for number, each in enumerate(page.results.gaps, 1)
    ]
    heads = [words.word("columns", key) for key in ("number", "requirement", "asked", "status", "happened")]
    page.table(heads, rows, (0.07, 0.11, 0.28, 0.18, 0.36))


def changes(page: Page) -> None:
    """Write how many days there are to the visit and what changed since the earlier check; nothing without either."""
    words, progress = page.words, progress_of(page.results, page.words)
    if progress is None:
        return
    page.heading(progress.title)
    for line in (*progress.lines, *progress.notes):
        page.paragraph(line)
    for group in progress.moves:
        page.paragraph(f"{group.title} ({len(group.changes)})", bold=True)
        rows = [(each.requirement, each.name, each.went, "; ".join(each.evidence)) for each in group.changes]
        heads = [words.word("columns", key) for key in ("requirement", "asked", "change", "rests_on")]
        page.table(heads, rows, (0.12, 0.32, 0.22, 0.34))


def personal(page: Page) -> None:
    """Write which papers hold personal data of the public, to be masked before they are shared; nothing without."""
    words = page.words
    rows = [
        (file, ", ".join(map(str, pages)), counted) for file, counted, pages in by_file(page.results.personal, words)
    ]
    if rows:
        page.heading(words.ui("personal"))
        page.paragraph(words.ui("personal_lead"))
        page.table([words.word("columns", key) for key in ("file", "page", "personal")], rows, (0.5, 0.15, 0.35))


def reviews(page: Page) -> None:
    """Write what people decided, with the program's status beside theirs; nothing when nobody decided anything."""
    words = page.words
    decided = [each for each in page.results.verdicts if each.reviews]
    if not decided:
        return
    page.heading(words.ui("reviews"))
    page.paragraph(f"{words.ui('reviews_line', **standings_of(page.results))} {words.ui('reviews_lead')}")
    rows = [
        (each.requirement, _stands(each), each.machine or each.status, "; ".join(said.text for said in each.reviews))
        for each in decided
    ]
    heads = [words.word("columns", key) for key in ("requirement", "status", "machine", "reviews")]
    page.table(heads, rows, (0.12, 0.2, 0.2, 0.48))


def _stands(verdict: VerdictShown) -> Status | tuple[Status, bool]:
    """Return the status of a cell, marked where it is that of a person."""
    return (verdict.status, True) if verdict.by_people else verdict.status


def recommendations(page: Page) -> None:
    """Write what to do, the worst first; what serves several requirements is said once."""
    words = page.words
    page.heading(words.word("letter", "recommendations"))
    todo: dict[str, list[str]] = {}
    for verdict in page.results.gaps:
        todo.setdefault(verdict.advice, []).append(verdict.requirement)
    if not todo:
        page.paragraph(words.ui("gaps_none"))
        return
    page.numbered(f"{advice} ({', '.join(asked)})" for advice, asked in todo.items())


def unread(page: Page) -> None:
    """Write which files nobody could read, and why; nothing when there is none."""
    words = page.words
    failed = [(file.path, file.unreadable.message) for file in page.results.files if file.unreadable]
    if failed:
        page.heading(words.ui("unread"))
        page.paragraph(words.ui("unread_lead", count=len(failed)))
        page.table([words.word("columns", key) for key in ("file", "reason")], failed, (0.4, 0.6))


def closing(page: Page) -> None:
    """Write the last sentence, and by what the report was made."""
    words, results = page.words, page.results
    page.paragraph(words.word("letter", "closing"))
    made = words.ui("made_by", program=results.program, version=results.version)
    note = words.ui("shown_identities" if words.identities else "masked")
    page.paragraph(f"{made}. {note}", size=8)


def signature(page: Page) -> None:
    """Write where the report is signed; what the office's file does not say is left to be filled in by hand."""
    page.signed(signature_of(page.results, page.words))


def _found(page: Page, verdict: VerdictShown) -> str:
    return verdict.happened or page.words.word("status_meanings", verdict.status)
