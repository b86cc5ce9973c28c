"""Two records of one office → what changed: closed, new, worse, better, or met by other papers."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_check.errors import ResultError
from evidence_check.model.files import Finding, Level, Place, params
from evidence_check.model.outcome import Status
from evidence_check.model.records import OPEN, Item, Proof, Record
from evidence_check.model.tracked import Change, Changes, Move
from evidence_check.tracking.pace import pace_of
from evidence_check.words.fold import fold

_RANK = {status: rank for rank, status in enumerate((*OPEN, Status.MET))}
_MIRRORED = {
    Move.CLOSED: Move.NEW_GAP,
    Move.BETTER: Move.WORSE,
    Move.TAKEN_IN: Move.LEFT_OUT,
    Move.OTHER_EVIDENCE: Move.OTHER_EVIDENCE,
}
MIRRORED = _MIRRORED | {there: here for here, there in _MIRRORED.items()}
"""What each way is when it is gone backwards."""


def compared(before: Record, after: Record, renamed: bool = False) -> Changes:
    """Return what changed from one check to a later one of the same office.

    `renamed` lets offices of different names pass. Raises `ResultError` when the two cannot be compared.
    """
    must_be_of_one_kind(before, after.checklist, after.office, after.region, renamed)
    changes = tuple(sorted(_changes(before, after), key=lambda change: list(Move).index(change.move)))
    return Changes(before, after, changes, pace_of(before, after, changes), tuple(_notes(before, after)))


def must_be_of_one_kind(before: Record, checklist: str, office: str, region: str, renamed: bool = False) -> None:
    """Raise `ResultError` when an earlier check is one by another checklist, or one of another office."""
    if before.checklist != checklist:
        raise ResultError("EC507", file=before.source, old=before.checklist, new=checklist)
    if not renamed and not same_office((before.office, before.region), (office, region)):
        old, new = (", ".join(filter(None, each)) for each in ((before.office, before.region), (office, region)))
        raise ResultError("EC508", file=before.source, old=old, new=new)


def same_office(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two offices may be one: a name or a region that is left open contradicts none."""
    pairs = ((_plain(here), _plain(there)) for here, there in zip(one, other, strict=True))
    return all(not here or not there or here == there for here, there in pairs)


def _plain(name: str) -> str:
    """Return a name to compare by; one without a letter the folding knows is compared as it is written."""
    return fold(name) or name.strip()


def _changes(before: Record, after: Record) -> Iterator[Change]:
    old, new = ({item.requirement: item for item in record.items} for record in (before, after))
    for name in dict.fromkeys((*new, *old)):
        change = change_of(old.get(name), new.get(name))
        if change:
            yield change


def change_of(before: Item | None, after: Item | None) -> Change | None:
    """Return how one requirement changed, None when it did not; at least one of the two is there."""
    item = after or before
    if item is None:
        return None
    was, now = (each.proofs if each else () for each in (before, after))
    come, gone = _without(now, was), _without(was, now)
    move = _move(before, after, bool(come or gone))
    if move is None:
        return None
    return Change(move, item, before.status if before else None, after.status if after else None, come, gone)


def _move(before: Item | None, after: Item | None, other: bool) -> Move | None:
    was, now = (_RANK.get(each.status) if each else None for each in (before, after))
    if before is None or after is None or was is None or now is None:
        return _in_or_out(was, now, before is None, after is None)
    if before.open and after.status is Status.MET:
        return Move.CLOSED
    if before.status is Status.MET and after.open:
        return Move.NEW_GAP
    if was == now and before.open != after.open:
        # What was optional is asked now, or the other way round.
        return Move.TAKEN_IN if after.open else Move.LEFT_OUT
    if was == now:
        return Move.OTHER_EVIDENCE if other else None
    return Move.BETTER if now > was else Move.WORSE


def _in_or_out(was: int | None, now: int | None, added: bool, removed: bool) -> Move | None:
    """Return whether a requirement began or ceased to be judged; one nobody judges is told when it comes or goes."""
    if was is None and (now is not None or added):
        return Move.TAKEN_IN
    return Move.LEFT_OUT if was is not None or removed else None


def _without(proofs: tuple[Proof, ...], known: tuple[Proof, ...]) -> tuple[Proof, ...]:
    contents = {proof.content for proof in known}
    return tuple(proof for proof in proofs if proof.content not in contents)


def _notes(before: Record, after: Record) -> Iterator[Finding]:
    """Yield what a reader must know to trust the comparison."""
    if before.year != after.year:
        yield _note("EC509", Level.DOUBT, old=before.year, new=after.year)
    if before.day and after.day and after.day < before.day:
        yield _note("EC510", Level.DOUBT, old=before.day.isoformat(), new=after.day.isoformat())
    if not (before.office and after.office):
        yield _note("EC511", Level.NOTE, source=(after if before.office else before).source)
    for record in (before, after):
        if record.older:
            yield Finding("EC506", Level.NOTE, params(version=record.older), Place(record.source, 0, ""))


def _note(code: str, level: Level, **values: object) -> Finding:
    return Finding(code, level, params(**values))
