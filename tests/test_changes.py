"""What changed between two checks: a table of every way a requirement can go, and what holds for any two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from records import ITEMS, RENSTRA, SK, SK_MOVED, SK_NEW, item, later, record, records

from evidence_check.errors import ResultError
from evidence_check.model.outcome import Status
from evidence_check.model.records import OPEN, Item, Proof, Record
from evidence_check.model.tracked import Change, Move
from evidence_check.report.tallies import GAPS
from evidence_check.tracking.changes import MIRRORED, change_of, compared, same_office

MET, PARTIAL, DEFECTIVE, UNSURE, MISSING = (
    Status.MET, Status.PARTIAL, Status.DEFECTIVE, Status.UNSURE, Status.MISSING,
)  # fmt: skip
ASIDE, OFF = Status.NOT_CHECKED, Status.NOT_APPLICABLE


def test_what_is_open_is_what_the_reports_call_a_gap() -> None:
    assert OPEN == GAPS


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (MISSING, MET, Move.CLOSED), (DEFECTIVE, MET, Move.CLOSED), (PARTIAL, MET, Move.CLOSED),
        (UNSURE, MET, Move.CLOSED), (MET, MISSING, Move.NEW_GAP), (MET, UNSURE, Move.NEW_GAP),
        (MISSING, DEFECTIVE, Move.BETTER), (MISSING, PARTIAL, Move.BETTER), (DEFECTIVE, PARTIAL, Move.BETTER),
        (PARTIAL, UNSURE, Move.BETTER), (UNSURE, PARTIAL, Move.WORSE), (PARTIAL, MISSING, Move.WORSE),
        (MISSING, MISSING, None), (MET, MET, None), (ASIDE, OFF, None), (OFF, ASIDE, None), (ASIDE, ASIDE, None),
        (MISSING, OFF, Move.LEFT_OUT), (MET, OFF, Move.LEFT_OUT), (OFF, MISSING, Move.TAKEN_IN),
        (ASIDE, MET, Move.TAKEN_IN), (None, MISSING, Move.TAKEN_IN), (None, ASIDE, Move.TAKEN_IN),
        (MET, None, Move.LEFT_OUT), (OFF, None, Move.LEFT_OUT),
    ],
)  # fmt: skip
def test_every_way_a_requirement_can_go(before: Status | None, after: Status | None, move: Move | None) -> None:
    was, now = (item("A.1", status) if status else None for status in (before, after))
    change = change_of(was, now)
    assert (change.move if change else None) == move
    if change:
        assert (change.before, change.after) == (before, after)


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        # What is optional and absent is no gap: that it came closes none, that it went opens none.
        ((MISSING, True), (MET, True), Move.BETTER), ((MET, True), (MISSING, True), Move.WORSE),
        ((MISSING, True), (UNSURE, True), Move.BETTER), ((DEFECTIVE, True), (MET, True), Move.CLOSED),
        ((MISSING, True), (MISSING, False), Move.TAKEN_IN), ((MISSING, False), (MISSING, True), Move.LEFT_OUT),
    ],
)  # fmt: skip
def test_what_is_optional(before: tuple[Status, bool], after: tuple[Status, bool], move: Move) -> None:
    was, now = (item("A.1", status, optional=optional) for status, optional in (before, after))
    change = change_of(was, now)
    assert change and change.move is move


@pytest.mark.parametrize(
    ("before", "after", "come", "gone"),
    [
        ((SK,), (SK,), None, None),
        ((SK,), (SK_MOVED,), None, None),  # the same content under another name is the same evidence
        ((SK,), (SK_NEW,), (SK_NEW,), (SK,)),  # the same name with another content is not
        ((SK,), (RENSTRA,), (RENSTRA,), (SK,)),
        ((SK,), (SK, RENSTRA), (RENSTRA,), ()),
        ((SK,), (replace(SK, last=5),), (replace(SK, last=5),), (SK,)),
        ((SK, RENSTRA), (RENSTRA, SK), None, None),
        ((Proof("a", "", 1, 1),), (Proof("b", "", 1, 1),), (Proof("b", "", 1, 1),), (Proof("a", "", 1, 1),)),
    ],
)  # fmt: skip
def test_the_same_verdict_on_other_evidence(
    before: tuple[Proof, ...], after: tuple[Proof, ...], come: tuple[Proof, ...] | None, gone: tuple[Proof, ...] | None
) -> None:
    change = change_of(item("A.1", MET, *before), item("A.1", MET, *after))
    assert (change and (change.move, change.come, change.gone)) == (
        None if come is None else (Move.OTHER_EVIDENCE, come, gone)
    )


def test_what_got_worse_is_told_first_and_all_in_the_order_of_the_checklist() -> None:
    changes = compared(record(), later(IN_01_1=MISSING, IN_01_2=MET, PR_01_1=MISSING, PR_01_2=MET, PG_01_1=PARTIAL))
    told = [(change.move.value, change.item.requirement) for change in changes.changes]
    assert told == [
        ("new_gap", "IN-01.1"), ("worse", "PR-01.1"), ("closed", "IN-01.2"), ("closed", "PR-01.2"),
        ("better", "PG-01.1"),
    ]  # fmt: skip
    assert changes.of(Move.CLOSED)[0].item.advice == "Siapkan dokumennya."


@pytest.mark.parametrize(
    ("statuses", "numbers"),
    [
        ({}, (4, 4, 0, 0, 0, None)),
        ({"IN_01_2": MET, "PR_01_1": MET}, (4, 2, 2, 0, 2, 14)),
        ({"IN_01_2": MET, "IN_01_1": MISSING}, (4, 4, 1, 1, 0, None)),
        ({"IN_01_1": MISSING}, (4, 5, 0, 1, -1, None)),
        ({"IN_01_2": MET}, (4, 3, 1, 0, 1, 42)),
        ({"IN_01_2": MET, "PR_01_1": MET, "PR_01_2": MET, "PG_01_1": MET}, (4, 0, 4, 0, 4, 0)),
    ],
)  # fmt: skip
def test_the_pace(statuses: dict[str, Status], numbers: tuple[int | None, ...]) -> None:
    pace = compared(record(), later(**statuses)).pace
    found = (pace.open_before, pace.open, pace.closed, pace.opened, pace.fewer, pace.needed_days)
    assert found == numbers
    assert (pace.days, pace.left, pace.visit) == (14, 28, "2026-08-12")


@pytest.mark.parametrize(
    ("before", "after", "visit", "days", "left"),
    [("2026-07-01", "2026-07-01", "2026-07-01", 0, 0), ("2026-07-15", "2026-07-01", "2026-06-30", -14, -1),
     ("2026-07-01", "2026-07-15", "", 14, None), ("2026-07-01", "2026-07-15", "segera", 14, None),
     ("kapan", "2026-07-15", "2026-07-16", None, 1), ("2026-07-01", "kapan", "2026-07-16", None, None)],
)  # fmt: skip
def test_days_are_those_of_the_calendar(
    before: str, after: str, visit: str, days: int | None, left: int | None
) -> None:
    pace = compared(record(day=before), record(day=after, visit=visit)).pace
    assert (pace.days, pace.left) == (days, left)
    assert not pace.needed_days


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ({}, []), ({"year": 2025}, ["EC509"]), ({"office": ""}, ["EC511"]), ({"older": "1.1"}, ["EC506"]),
        ({"checked_at": "2026-09-01T08:00:00+07:00"}, ["EC510"]), ({"region": ""}, []),
    ],
)  # fmt: skip
def test_what_a_comparison_cannot_tell_is_said(other: dict[str, object], codes: list[str]) -> None:
    before = replace(record(), **other)  # type: ignore[arg-type]
    assert [note.code for note in compared(before, later()).notes] == codes


@pytest.mark.parametrize(
    ("other", "code"),
    [({"checklist": "ombudsman-2025"}, "EC507"), ({"office": "Dinas Kesehatan"}, "EC508"),
     ({"region": "Kota Arunika"}, "EC508")],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(other: dict[str, object], code: str) -> None:
    with pytest.raises(ResultError) as caught:
        compared(replace(record(), **other), later())  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.exit_code) == (code, 4)


def test_an_office_that_changed_its_name_can_be_compared_all_the_same() -> None:
    assert compared(record(office="Dinas Sosial dan PMD"), later(), renamed=True).changes == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(("Dinas Sosial", ""), ("DINAS  SOSIAL", "Kota"), True), (("", ""), ("Dinas", "Kota"), True),
     (("Dinas", "Kota A"), ("Dinas", "Kota B"), False), (("局", ""), ("廳", ""), False),
     (("局", ""), ("局", ""), True)],
)  # fmt: skip
def test_offices_are_told_apart_by_name_and_region(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_office(one, other) is same


# ---------------------------------------------------------------- what holds for any two


def bare(change: Change) -> tuple[object, ...]:
    return (change.item.requirement, change.move, change.before, change.after, change.come, change.gone)


@given(records())
def test_nothing_changed_between_a_check_and_itself(one: Record) -> None:
    changes = compared(one, one)
    assert changes.changes == () and changes.pace.fewer == 0 and changes.pace.days in (0, None)


@given(records(), records())
def test_backwards_everything_is_the_other_way_round(one: Record, other: Record) -> None:
    there, back = compared(one, other, renamed=True), compared(other, one, renamed=True)
    mirrored = {(name, MIRRORED[move], after, before, gone, come)
                for name, move, before, after, come, gone in map(bare, there.changes)}  # fmt: skip
    assert mirrored == set(map(bare, back.changes))
    assert there.pace.fewer == -back.pace.fewer and there.pace.closed == back.pace.opened


@given(records(), records())
def test_every_requirement_is_told_once_and_nothing_is_invented(one: Record, other: Record) -> None:
    told = [change.item.requirement for change in compared(one, other, renamed=True).changes]
    assert len(told) == len(set(told))
    assert set(told) <= {each.requirement for each in (*one.items, *other.items)}


@given(records(), records())
def test_the_open_items_add_up(one: Record, other: Record) -> None:
    """Whatever began or ceased to be open is among the changes: nothing gets lost on the way."""

    def opened(items: tuple[Item, ...]) -> set[str]:
        return {each.requirement for each in items if each.open}

    changes = compared(one, other, renamed=True)
    told = {change.item.requirement for change in changes.changes}
    assert opened(one.items) ^ opened(other.items) <= told
    assert changes.pace.open == len(opened(other.items))


def test_the_usual_items_hold_every_kind() -> None:
    assert {each.status for each in ITEMS} == set(Status) - {OFF}
