"""What changed between two checks, in words: the one step terminal, HTML and text share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from evidence_check.messages.catalog import Catalog
from evidence_check.model.outcome import Status
from evidence_check.model.records import Proof
from evidence_check.model.tracked import Change, Changes, Move, Pace
from evidence_check.report.shapes import Results

SIGNS = {
    Move.NEW_GAP: "✖",
    Move.WORSE: "▼",
    Move.CLOSED: "✔",
    Move.BETTER: "▲",
    Move.OTHER_EVIDENCE: "↔",
    Move.TAKEN_IN: "+",
    Move.LEFT_OUT: "–",
}
MOST_FILES = 6


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One requirement that went somewhere: from which status to which, and on which evidence."""

    requirement: str
    name: str
    before: Status | None
    after: Status | None
    went: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveShown:
    """All requirements that went one way."""

    move: Move
    sign: str
    title: str
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """How far the office is on its way to the visit; without an earlier check only how many days are left.

    `title` and `moves` are empty where there is nothing to compare with.
    """

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    moves: tuple[MoveShown, ...]


def progress_of(results: Results, words: Catalog) -> ProgressShown | None:
    """Return the progress a report of one check shows, None when it knows of no earlier check and no visit."""
    if results.changes:
        return changes_shown(results.changes, words)
    if not results.visit:
        return None
    line = visit_line(results.visit, _days_left(results), len(results.gaps), words)
    return ProgressShown(words.ui("progress"), (line,), (), ())


def changes_shown(changes: Changes, words: Catalog) -> ProgressShown:
    """Return what changed, in words."""
    moves = tuple(_moves(changes, words))
    nothing = () if moves else (words.ui("changes_none"),)
    return ProgressShown(
        words.ui("changes", when=day_in_words(changes.before.checked_at, words)),
        (*nothing, *pace_lines(changes.pace, words)),
        tuple(f"{note.code} {words.finding(note)}" for note in changes.notes),
        moves,
    )


def pace_lines(pace: Pace, words: Catalog) -> Iterator[str]:
    """Yield how fast gaps close, and what that means for the day of the visit."""
    numbers = {"before": pace.open_before, "now": pace.open, "closed": pace.closed, "opened": pace.opened}
    yield words.ui("pace_open", **numbers)
    if pace.closed == 0 and pace.open:
        yield words.ui("pace_still")
    elif pace.closed and pace.days and pace.days > 0:
        # Rounded down; what is less than can be told is not told as nothing.
        rate = tenths(10 * pace.closed // pace.days, words) if 10 * pace.closed >= pace.days else _least(words)
        yield words.ui("pace_rate", days=pace.days, closed=pace.closed, rate=rate)
    if not pace.visit:
        yield words.ui("visit_unknown")
    else:
        yield visit_line(pace.visit, pace.left, pace.open, words)
    yield from _forecast(pace, words)


def _forecast(pace: Pace, words: Catalog) -> Iterator[str]:
    """Yield what is to be expected; the days are rounded up and the pace down, so that neither flatters."""
    if not pace.open:
        yield words.ui("pace_done")
        return
    if not pace.left or pace.left < 0:
        return
    yield words.ui("pace_needed", rate=tenths(-(-10 * pace.open // pace.left), words))
    if not pace.days or pace.days < 0:
        return
    needed = pace.needed_days
    if needed is None:
        yield words.ui("pace_growing")
    elif needed < pace.left:
        yield words.ui("pace_enough", days=needed)
    else:
        yield words.ui("pace_late", days=needed)


def visit_line(visit: str, left: int | None, count: int, words: Catalog) -> str:
    """Return how many days there are to the visit and how much is open; without a number the day alone."""
    day = words.date(visit)
    if left is None or left > 0:
        return words.ui("visit_in", date=day, left="?" if left is None else left, open=count)
    if left == 0:
        return words.ui("visit_today", date=day, open=count)
    return words.ui("visit_past", date=day, days=-left, open=count)


def tenths(count: int, words: Catalog) -> str:
    """Return a number of tenths as people write it."""
    whole, part = divmod(count, 10)
    return f"{whole}{words.ui('decimal')}{part}" if part else str(whole)


def _least(words: Catalog) -> str:
    return words.ui("less_than", number=tenths(1, words))


def day_in_words(moment: str, words: Catalog) -> str:
    """Return the day of an ISO moment in words; what is no moment comes back as it is."""
    day = _day(moment)
    return words.date(day.isoformat()) if day else moment


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _days_left(results: Results) -> int | None:
    visit, today = _day(results.visit), _day(results.checked_at)
    return (visit - today).days if visit and today else None


def _moves(changes: Changes, words: Catalog) -> Iterator[MoveShown]:
    for move in Move:
        if found := changes.of(move):
            shown = tuple(_change(change, words) for change in found)
            yield MoveShown(move, SIGNS[move], words.word("moves", move), shown)


def _change(change: Change, words: Catalog) -> ChangeShown:
    before, after = (words.status(each) if each else words.ui("not_there") for each in (change.before, change.after))
    went = before if change.before is change.after else words.ui("went", before=before, after=after)
    item = change.item
    evidence = tuple(_evidence(change, words))
    return ChangeShown(item.requirement, item.name, change.before, change.after, went, evidence)


def _evidence(change: Change, words: Catalog) -> Iterator[str]:
    """Yield which pages came and went; a file of the same name with another content is told as replaced."""
    old, new = ({(proof.file, proof.first, proof.last) for proof in each} for each in (change.gone, change.come))
    both = old & new
    kinds = (
        ("evidence_changed", [each for each in change.come if (each.file, each.first, each.last) in both]),
        ("evidence_come", [each for each in change.come if (each.file, each.first, each.last) not in both]),
        ("evidence_gone", [each for each in change.gone if (each.file, each.first, each.last) not in both]),
    )
    for key, proofs in kinds:
        if proofs:
            yield words.ui(key, files=_files(proofs, words))


def _files(proofs: Iterable[Proof], words: Catalog) -> str:
    named = [
        words.ui("file_pages", file=each.file, pages=_pages(each.first, each.last))
        for each in proofs
    ]  # fmt: skip
    more = [words.ui("more", count=len(named) - MOST_FILES)] if len(named) > MOST_FILES else []
    return ", ".join([*named[:MOST_FILES], *more])


def _pages(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
