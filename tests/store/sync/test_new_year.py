"""A session that one machine moves over New Year while another one changes or deletes it."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.sync.told import told
from runlift_tui.store.archive import archive_of
from runlift_tui.store.history.changes import fold_changes, record_of
from runlift_tui.store.history.years import find_session
from runlift_tui.store.journal.segment import EDIT, Segment
from runlift_tui.store.meeting import take_over
from runlift_tui.store.store import Store
from runlift_tui.store.sync.exchange import Met
from runlift_tui.store.undoing import amendment_back
from tests.store.sync.machines import TestMachine, run_of, session


@pytest.fixture
def a(tmp_path: Path) -> TestMachine:
    machine = TestMachine(tmp_path, tmp_path / "carried", "gym-laptop")
    machine.on()
    machine.train(1)
    machine.meet()
    return machine


@pytest.fixture
def b(tmp_path: Path, a: TestMachine) -> TestMachine:
    machine = TestMachine(tmp_path, a.shared, "home-desktop")
    machine.on()
    return machine


def fold_of(changes: list[Amendment], machine: TestMachine) -> None:
    """Fold changes that a screen journaled."""
    past = machine.past
    segment = Segment.create(past.folder.journal, "0", EDIT, first=map(record_of, changes))
    segment.close()
    fold_changes(past.folder.journal, past.history)


def days_of(machine: TestMachine) -> list[tuple[int, str, int | None]]:
    """Return the file, the day and the effort of the session that was moved, wherever it is."""
    years = archive_of(machine.past).years.items()
    rows = [(year, row) for year, tables in years for row in tables.get("sessions", ())]
    return [(y, row["started"][:10], row["effort"]) for y, row in rows if row["id"] == "s2"]


@pytest.mark.parametrize("later", [True, False])
@pytest.mark.parametrize("act", ["effort", "deleted"])
@pytest.mark.parametrize("first", ["a", "b"])
def test_a_session_moved_over_new_year_and_changed_or_deleted_elsewhere_is_one(
    a: TestMachine, b: TestMachine, act: str, later: bool, first: str, tmp_path: Path
) -> None:
    old = {**session(2), "started": "2025-12-31T17:00:00.000Z"}
    new = {**old, "started": "2026-01-01T17:00:00.000Z"}
    a.past.history.fold(old)
    for each in (a, b):
        each.meet()
    b.now = a.now + (7_200_000 if later else -7_200_000)
    fold_of([Amendment(old, new)], a)
    fold_of([Amendment(old, {**old, "effort": 7} if act == "effort" else None)], b)
    for each in (a, b, a, b) if first == "a" else (b, a, b, a):
        each.meet()
    c = TestMachine(tmp_path, a.shared, "third")
    c.on()
    stands = [(2026, "2026-01-01", 7 if act == "effort" else None)]
    for each in (a, b, c):
        assert days_of(each) == ([] if act == "deleted" and later else stands)
    if act == "effort":
        # The move is undone, and stands so everywhere, with what was changed meanwhile.
        now = a.sessions()["s2"]
        a.now = b.now + 1000
        fold_of([Amendment(now, {**now, "started": old["started"]})], a)
        for each in (a, b, c, a):
            each.meet()
        for each in (a, b, c):
            assert days_of(each) == [(2025, "2025-12-31", 7)]


@pytest.mark.parametrize("is_changed_here", [True, False])
def test_what_was_moved_is_told_as_moved_and_undo_moves_it_back(
    a: TestMachine, b: TestMachine, is_changed_here: bool
) -> None:
    old = {**session(2), "started": "2025-12-31T17:00:00.000Z"}
    run = {**run_of(3), "day": "2025-12-31"}
    a.past.history.fold(old)
    a.past.history.fold(run, table="runs")
    for each in (a, b):
        each.meet()
    new, ran = {**old, "started": "2026-01-01T17:00:00.000Z"}, {**run, "day": "2026-01-01"}
    fold_of([Amendment(old, new), Amendment(run, ran, "runs")], a)
    if is_changed_here:
        b.now = a.now + 60_000
        fold_of([Amendment(old, {**old, "effort": 7})], b)
    a.meet()
    effort = 7 if is_changed_here else None
    came = b.meet().arrivals
    assert {told(*each) for each in came} == {
        "moved 2025-12-31 Lower body to 2026-01-01 on gym-laptop",
        "moved 2025-12-31 run to 2026-01-01 on gym-laptop",
    }
    change = next(each.change for each in came if each.change.id == "s2")
    assert (change.before, change.after) == ({**old, "effort": effort}, {**new, "effort": effort})
    assert find_session(b.past.history, "s2", 2025) == change.after
    store = Store(b.folder, ManualClock())
    store.open()
    take_over(store, Met(came))
    act = store.acts.trail("history").newest()
    assert act is not None
    back = amendment_back(store, act)
    store.close()
    fold_of([back], b)
    b.meet()
    said = [told(*each) for each in a.meet().arrivals]
    assert said == ["moved 2026-01-01 Lower body to 2025-12-31 on home-desktop"]
    for each in (b, a, b):
        each.meet()
        assert days_of(each) == [(2025, "2025-12-31", effort)]


def test_the_years_of_a_moved_session_may_come_one_after_the_other(
    a: TestMachine, b: TestMachine
) -> None:
    old = {**session(2), "started": "2025-12-31T17:00:00.000Z"}
    a.past.history.fold(old)
    for each in (a, b):
        each.meet()
    fold_of([Amendment(old, {**old, "started": "2026-01-01T17:00:00.000Z"})], a)
    b.now = a.now + 7_200_000
    assert b.past.history.withdraw("s2", 2025)
    a.meet()
    late = a.mailbox / "2026.json"
    aside = late.rename(late.with_name("late"))
    b.meet()
    aside.rename(late)
    for each in (b, a):
        each.meet()
        assert days_of(each) == []
