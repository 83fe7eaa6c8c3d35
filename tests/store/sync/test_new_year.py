"""A session that one machine moves over New Year while another one changes or deletes it."""

from pathlib import Path

import pytest

from runlift_tui.core.history.amend import Amendment
from runlift_tui.store.archive import archive_of
from runlift_tui.store.history.changes import fold_changes, record_of
from runlift_tui.store.journal.segment import EDIT, Segment
from tests.store.sync.machines import TestMachine, session


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
