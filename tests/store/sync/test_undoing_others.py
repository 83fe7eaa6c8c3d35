"""Undo after an exchange: what another machine put right, and what was done here before it."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.meeting import Meeting
from runlift_tui.store.journal.segment import list_segments
from runlift_tui.store.meeting import meet, take_over, to_tell, was_told
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import amendment_back
from tests.store.sync.machines import TestMachine


class Two:
    """A machine with the program open, and another one."""

    def __init__(self, folder: Path) -> None:
        self.other = TestMachine(folder, folder / "shared", "home-desktop")
        self.other.train(1)
        self.other.on()
        here = TestMachine(folder, folder / "shared", "gym-laptop")
        here.on()
        self.store = Store(here.folder, ManualClock())
        self.store.open()
        was_told(self.store.past, to_tell(self.store.past, 0)[1])

    def exchange(self) -> None:
        self.other.meet()
        outcome = meet(self.store.past, self.store.clock.stamp().utc_ms)
        take_over(self.store, outcome)
        self.other.meet()

    def session(self) -> Document:
        return next(self.store.past.documents())

    def change(self, change: Amendment) -> None:
        self.store.acts.did("history", ("sessions", "s1"), change.before, change.after, "changed")
        self.store.history.fold(change.after or {}, before=change.before)

    def undo(self) -> None:
        act = self.store.acts.trail("history").newest()
        assert act is not None
        change = amendment_back(self.store, act)
        if change.after is not None:
            self.store.history.fold(change.after, before=change.before)
        self.store.acts.took_back(act)


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def test_what_another_machine_put_right_is_the_newest_step(two: Two) -> None:
    two.other.change("s1", effort=8)
    two.exchange()
    assert two.session()["effort"] == 8
    assert to_tell(two.store.past, 0)[0] == "Effort – → 8 on home-desktop."
    two.undo()
    two.exchange()
    assert two.session()["effort"] is None
    assert two.other.sessions()["s1"]["effort"] is None


def test_what_was_done_here_is_taken_back_by_itself(two: Two) -> None:
    shown = two.session()
    rows = [{**shown["sets"][0], "reps": 9}, *shown["sets"][1:]]
    two.change(Amendment(shown, {**shown, "sets": rows}))
    two.other.put_reps("s1", 1, 12)
    two.exchange()
    assert [row["reps"] for row in two.session()["sets"]] == [9, 12, 8]
    two.undo()  # theirs
    two.undo()  # one's own, of the set before it
    two.exchange()
    assert [row["reps"] for row in two.other.sessions()["s1"]["sets"]] == [8, 8, 8]


def test_a_value_that_was_changed_since_stays(two: Two) -> None:
    shown = two.session()
    two.change(Amendment(shown, {**shown, "effort": 6}))
    two.exchange()
    two.other.change("s1", effort=9)
    two.exchange()
    act = two.store.acts.trail("history").done[0]
    with pytest.raises(Refused, match="changed since"):
        amendment_back(two.store, act)


def test_a_session_that_another_machine_deleted_comes_back(two: Two) -> None:
    was = two.session()
    two.other.delete("s1")
    two.exchange()
    assert not list(two.store.past.documents())
    assert "Deleted 2026-11-01 Lower body" in to_tell(two.store.past, 0)[0]
    two.undo()
    two.exchange()
    assert two.other.sessions() == {"s1": was}


def test_what_came_in_is_told_once(two: Two) -> None:
    two.other.train(2)
    two.exchange()
    said, until = to_tell(two.store.past, 0)
    assert said == "A session from home-desktop."
    was_told(two.store.past, until)
    assert to_tell(two.store.past, 0) == ("", 0)


def test_a_change_that_is_being_made_is_met_with_and_the_next_one_counts(two: Two) -> None:
    heard = SimpleQueue[Callable[[], object]]()
    meeting = Meeting(two.store, screens=tuple, is_training=lambda: False, later=heard.put)
    before = two.session()
    for effort in (3, 4):
        after = {**before, "effort": effort}
        two.store.amending().keep(Amendment(before, after), lambda _: None)
        meeting.look()
        heard.get(timeout=10)()
        two.other.meet()
        assert two.other.sessions()["s1"]["effort"] == effort
        before = after
    assert not two.store.past.reports
    assert not list_segments(two.store.folder.journal)
