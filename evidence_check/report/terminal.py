"""The results as plain text: the first five lines say it all; readable when piped and without colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from evidence_check.messages.catalog import Catalog
from evidence_check.model.files import Finding, Level
from evidence_check.model.outcome import Readiness, Status
from evidence_check.report.changed import progress_of
from evidence_check.report.changes_text import lines_of
from evidence_check.report.context import Context
from evidence_check.report.looks import SIGNS
from evidence_check.report.personal import by_file
from evidence_check.report.results import results_of
from evidence_check.report.reviews import standings_of
from evidence_check.report.shapes import FileShown, Results, VerdictShown
from evidence_check.report.tallies import GAPS, is_gap
from evidence_check.report.visible import visible

_PLAIN = {"✔": "+", "◐": "~", "✖": "x", "○": "o", "→": "->", "·": "|", "•": "*", "–": "-", "—": "-"}
_PLAIN |= {"▲": "^", "▼": "v", "↔": "=", "☐": "[ ]"}
_PLAIN |= {"“": '"', "”": '"', "‹": "<", "›": ">", "…": "..."}
MOST_PAGES = 12
_YEARS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_COLOURS = {Status.MET: "32", Status.PARTIAL: "33", Status.DEFECTIVE: "31", Status.UNSURE: "35", Status.MISSING: "31;1"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the terminal can show text: columns, whether it knows colours, and its encoding."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"


def render(readiness: Readiness, context: Context) -> bytes:
    """Return the summary as UTF-8 text without colour."""
    return summary(readiness, context).encode("utf-8", errors="backslashreplace")


def summary(readiness: Readiness, context: Context, look: Look | None = None, written: Iterable[str] = ()) -> str:
    """Return the summary for a terminal; `written` are the paths of the reports it points to at its end."""
    look = look or Look()
    results = results_of(readiness, context)
    words = context.catalog
    parts = (_head, _progress, _gaps, _unread, _personal, _reviews)
    lines = [line for part in parts for line in part(results, words, look)]
    reports = [words.ui("written", path=visible(path)) for path in written]
    text = "\n".join([*lines, *([""] if reports else []), *reports]) + "\n"
    return encodable(text, look.encoding)


def encodable(text: str, encoding: str) -> str:
    """Return the text with signs the encoding lacks replaced by plain ones."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        known = encoding if _is_known(encoding) else "ascii"
        return "".join(_plain(char, known) for char in text)
    return text


def _head(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    office = results.office or words.ui("unnamed_office")
    title = words.ui("report_of", office=visible(", ".join(filter(None, (office, results.region)))))
    name = visible(results.checklist_name)
    year = "" if _YEARS.findall(name) == [str(results.year)] else f" ({results.year})"
    yield _paint(f"{title} — {name}{year}", "1", look)
    yield readiness_line(results, words)
    yield _counts(results, words, look)
    unread = sum(1 for file in results.files if file.unreadable)
    yield words.ui("files_line", unread=unread, files=len(results.files), unasked=len(results.unasked))
    if standings := standings_of(results):
        yield words.ui("reviews_line", **standings)
    yield words.ui("not_a_score")


def _progress(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    shown = progress_of(results, words)
    if shown:
        yield ""
        title, *lines = lines_of(shown, look.width)
        yield _paint(title, "1", look)
        yield from lines


def readiness_line(results: Results, words: Catalog) -> str:
    """Return how ready the office is in one line: a range when something is still to be looked at."""
    tally = results.tally
    if tally.ready_min is None:
        return words.ui("nothing_judged")
    count = words.ui("ready_of", ready=tally.ready, required=tally.required)
    if tally.by_people:
        count = f"{count} ({words.ui('by_people_count', count=tally.by_people)})"
    if tally.ready_max == tally.ready_min:
        return f"{count} — {words.ui('ready_percent', percent=tally.ready_min)}"
    return f"{count} — {words.ui('ready_range', low=tally.ready_min, high=tally.ready_max)}"


def _counts(results: Results, words: Catalog, look: Look) -> str:
    parts = []
    for status in GAPS:
        count = sum(1 for verdict in results.gaps if verdict.status is status)
        parts.append(_paint(f"{words.status(status)} {count}", _COLOURS[status] if count else "", look))
    return " · ".join(parts)


def _gaps(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    yield ""
    if not results.gaps:
        yield words.ui("gaps_none")
        return
    yield _paint(words.ui("gaps"), "1", look)
    indicators = [each for dimension in results.dimensions for each in dimension.indicators]
    for indicator in sorted(indicators, key=lambda each: _worst(each.verdicts)):
        gaps = sorted((v for v in indicator.verdicts if is_gap(v)), key=lambda v: GAPS.index(v.status))
        if gaps:
            yield ""
            yield from _wrapped(f"{indicator.id} {visible(indicator.name)}", 0, 2, look)
            for verdict in gaps:
                yield from _gap(verdict, words, look)


def _worst(verdicts: Iterable[VerdictShown]) -> int:
    return min((GAPS.index(verdict.status) for verdict in verdicts if is_gap(verdict)), default=len(GAPS))


def _gap(verdict: VerdictShown, words: Catalog, look: Look) -> Iterator[str]:
    sign = SIGNS[verdict.status]
    status = f"{sign} {status_told(verdict, words)}"
    lines = list(_wrapped(f"{status}  {verdict.requirement}  {visible(verdict.name)}", 2, 4, look))
    yield lines[0].replace(status, _paint(status, _COLOURS[verdict.status], look), 1)
    yield from lines[1:]
    if verdict.happened:
        yield from _wrapped(visible(verdict.happened), 4, 4, look)
    yield from _wrapped(f"→ {visible(verdict.advice)}", 4, 6, look)


def _unread(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    failed = [(file.unreadable, file) for file in results.files if file.unreadable]
    if not failed:
        return
    yield ""
    yield _paint(words.ui("unread"), "1", look)
    failed.sort(key=lambda each: (each[0].level == Level.NOTE, each[0].code))
    for code, group in groupby(failed, key=lambda each: each[0].code):
        same = list(group)
        yield from _wrapped(f"{code} {same[0][0].title}: {_names(file for _, file in same)}", 2, 4, look)
        yield from _wrapped(f"→ {visible(same[0][0].advice)}", 4, 6, look)


def _personal(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    """Yield which files hold personal data of the public, and how many of each kind."""
    if not results.personal:
        return
    yield ""
    yield _paint(words.ui("personal"), "1", look)
    for file, counted, pages in by_file(results.personal, words):
        listed = ", ".join(map(str, pages[:MOST_PAGES])) + (" …" if len(pages) > MOST_PAGES else "")
        yield from _wrapped(f"{visible(file)}: {counted} ({words.ui('page_of', page=listed)})", 2, 4, look)
    yield from _wrapped(f"→ {words.advice(Finding('EC130', Level.NOTE))}", 4, 6, look)


def _names(files: Iterable[FileShown]) -> str:
    return ", ".join(visible(file.path) for file in files)


def _reviews(results: Results, words: Catalog, look: Look) -> Iterator[str]:
    """Yield what people decided, beside what the program says."""
    decided = [verdict for verdict in results.verdicts if verdict.reviews]
    if decided or results.findings:
        yield ""
        yield _paint(words.ui("reviews"), "1", look)
    for verdict in decided:
        status = status_told(verdict, words)
        yield from _wrapped(f"{verdict.requirement}  {status}  {visible(verdict.name)}", 2, 4, look)
        for review in verdict.reviews:
            yield from _wrapped(f"• {visible(review.text)}", 4, 6, look)
    for finding in results.findings:
        yield from _wrapped(f"• {finding.code} {visible(finding.message)}", 2, 4, look)


def status_told(verdict: VerdictShown, words: Catalog) -> str:
    """Return the word for a status; where it is that of a person, with the program's beside it."""
    status = words.status(verdict.status)
    if verdict.machine is None or not verdict.by_people:
        return status
    return words.ui("by_people", status=status, machine=words.status(verdict.machine))


def _wrapped(text: str, first: int, rest: int, look: Look) -> list[str]:
    wide = max(40, look.width)
    return textwrap.wrap(text, wide, initial_indent=" " * first, subsequent_indent=" " * rest, break_on_hyphens=False)


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if look.colour and colour else text


def _plain(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(char, "?")
    return char


def _is_known(encoding: str) -> bool:
    try:
        "".encode(encoding)
    except LookupError:
        return False
    return True
