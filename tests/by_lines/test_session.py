"""A session by lines: the same fold, journal and history as on the screen."""

import errno
import os
from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.pain import GET_HELP
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.state import Rest
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import Why
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.store.disk import files
from runlift_tui.store.store import Store
from tests.by_lines.athlete import Athlete, Willing, trained
from tests.screens.gym import SEASONED, begin, gym

A1 = StepKey("warm-up", 1, "A1")


def test_a_session_is_trained_to_its_end_by_enter_alone(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Willing(clock)
    assert trained(tmp_path, clock, athlete) is None
    assert athlete.said[-1] == "The session is in the history: runlift history."
    assert "Session done: " in athlete.text
    assert "Time.\nSwitch sides. Get ready, right on top: ten seconds." in athlete.text
    assert not [line for line in athlete.said if ".." in line or not line.strip()]
    (found,) = Store(tmp_path, clock).history.sessions()
    assert all(each.skipped is None for each in found.sets)


def test_each_state_says_what_to_do_and_how_long(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, "", 20.5, 10, 15)
    left = trained(tmp_path, clock, athlete)
    assert "Warm-up, round 1 of 2. A1: Dead bug, 10 each side, alternate." in athlete.said
    assert "Logged: A1 round 1, Dead bug: 10/10." in athlete.said
    assert athlete.heard("Rest, 20 seconds. Then A2: Copenhagen plank")
    assert "Ten seconds left." in athlete.said
    assert "Get ready, left on top: ten seconds." in athlete.said
    assert "Hold, left on top: 20 seconds." in athlete.said
    assert athlete.said[athlete.said.index("Get ready, left on top: ten seconds.") - 1] == "Go."
    assert athlete.said[-1].startswith("The session stays as it is, and is saved.")
    assert left is not None
    assert len(left.done) == 1


def test_what_is_typed_is_what_is_logged(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, 30, "8/7", "9/9", "n left knee clicked")
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert isinstance(left.phase, Rest)
    done = left.done[A1]
    assert (done.left, done.right, done.note) == (9, 9, "left knee clicked")
    assert "Logged: A1 round 1, Dead bug: 8/7." in athlete.said
    assert "Logged: A1 round 1, Dead bug: 9/9." in athlete.said
    assert "Noted on A1 round 1: left knee clicked" in athlete.said


@pytest.mark.parametrize("line", ["8,5", "8.5/7", "load 20", "snap 9", "abc", "500", "8 x"])
def test_what_cannot_be_is_said_and_changes_nothing(
    line: str, tmp_path: Path, clock: ManualClock
) -> None:
    athlete = Athlete(clock, line)
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert not left.done
    assert "Nothing is changed." in athlete.text or "? says what is." in athlete.text


def _to_b1() -> list[str]:
    """Return what skips the warm-up and the lighter sets."""
    return ["s", "0"] * 9


def test_a_load_typed_before_the_set_is_set_down_for_it(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, *_to_b1(), "load 12,5", 30, "", "load 125", "yes")
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert athlete.heard("such as 6/5, load 20 for each weight.")
    assert "with 2 x 12.5 kg" in athlete.heard("Set down for B1")
    assert "2 x 12.5 kg" in athlete.heard("Logged: B1 round 1").replace("125", "12.5")
    assert athlete.heard("Is it right? Type yes, or what is right.")
    done = left.done[StepKey("main", 1, "B1")]
    assert (done.load_kg, done.unsure) == (250, ())
    assert athlete.said[-2] == "Confirmed."


def test_a_far_value_in_the_last_set_can_still_be_confirmed(
    tmp_path: Path, clock: ManualClock
) -> None:
    lines = ("load 12,5", 30, "", "load 125", "f", "y", "yes", "")
    athlete = Athlete(clock, *_to_b1(), *lines)
    assert trained(tmp_path, clock, athlete) is None
    assert athlete.heard("Is it right? Type yes, or what is right.")
    assert athlete.heard("Confirmed.")


def test_undo_skip_pause_and_finish_ask_and_tell(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(
        clock, "", "u", "U", "p", 30, "", "s", "2", "o", "w", "t", "?", "r", "b", "f", "b"
    )
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert athlete.heard("Taken back: A1 round 1, 10/10. U puts it back.")
    assert athlete.heard("Put back: A1 round 1, 10/10.")
    assert "Paused. Enter goes on." in athlete.said
    assert left.paused is None
    assert [done.skipped for done in left.done.values()] == [None, Why.EQUIPMENT]
    assert athlete.heard("; 3: pain; 4: form; 0: no reason; Enter: go back.")
    assert athlete.heard("sets done, 1 skipped")
    assert athlete.heard("Skipped: A2 round 1, Copenhagen plank")
    assert not [line for line in athlete.said if "space" in line.lower()]
    assert athlete.heard("How many rounds of Warm-up in all?")
    assert athlete.heard("Finish here?")


def test_a_question_that_was_left_open_is_asked_again(tmp_path: Path, clock: ManualClock) -> None:
    first = Athlete(clock, "s", "pain", "q")
    left = trained(tmp_path, clock, first)
    assert left is not None
    assert left.done[A1].pain is None
    store = Store(tmp_path, clock)
    store.open()
    unfinished = store.sessions.unfinished()
    store.close()
    second = Athlete(clock, "4", "q")
    left = trained(tmp_path, clock, second, unfinished)
    assert second.heard("How much did A1 hurt, 0 to 10?")
    assert left is not None
    assert left.done[A1].pain == 4


def test_stop_signs_after_the_last_set_are_answered_before_the_end(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    start = begin(store, Choices(level=Level.ADVANCED))
    store.close()
    block = start.routine.blocks[0]
    only = structs.replace(block, rounds=1, slots=block.slots[:1])
    start = structs.replace(start, routine=structs.replace(start.routine, blocks=(only,)))
    athlete = Athlete(clock, "s", "pain", "9", "d")
    trained(tmp_path, clock, athlete, start)
    (kept,) = Store(tmp_path, clock).history.sessions()
    assert kept.stop_sign


def test_pain_is_asked_about_as_on_the_screen(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, "pain 3", "s", "pain", "12", "10", "")
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert left.pain == 3
    assert left.done[A1].pain == 10
    assert left.jumps_off is Why.PAIN
    assert athlete.heard("How much did A1 hurt, 0 to 10?")
    assert athlete.heard("Type 0 to 10; Enter: not said.")
    assert athlete.heard("“12” is no answer here.")
    assert athlete.heard("Where one of these is so, do what stands behind it:")


def test_undo_takes_back_what_a_question_follows_from_and_asks_what_came_before(
    tmp_path: Path, clock: ManualClock
) -> None:
    athlete = Athlete(clock, "s", "u", "pain", "9", "u", "u", "q")
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert athlete.heard("“u” is no answer here."), "why it is skipped follows from nothing"
    assert athlete.heard("Taken back: pain 9 at A1 round 1. U puts it back.")
    assert athlete.heard("Taken back: the skip of A1 round 1. U puts it back.")
    assert not left.done


def test_finishing_keeps_what_was_done_and_asks_how_hard_it_was(
    tmp_path: Path, clock: ManualClock
) -> None:
    athlete = Athlete(clock, 30, "", "f", "y", "u", "f", "finish", "7", "n felt good", "")
    assert trained(tmp_path, clock, athlete) is None
    store = Store(tmp_path, clock)
    (found,) = store.history.sessions()
    assert (found.effort, found.notes, len(found.sets)) == (7, "felt good", 1)
    assert athlete.heard("Effort 7 of 10.")


def test_without_a_set_nothing_is_kept(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, "f", "y")
    assert trained(tmp_path, clock, athlete) is None
    assert athlete.said[-1] == "No set was done, so nothing was kept."
    assert not Store(tmp_path, clock).history.years()


def test_another_exercise_the_end_of_the_round_and_more_rest(
    tmp_path: Path, clock: ManualClock
) -> None:
    athlete = Athlete(clock, "x no such", "x", "x bear", "b", "x", "1", "", "+30", "+", "later")
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert left.swapped == {"A1": "dead-bug"}
    assert athlete.heard("No exercise has “no such” in its name or kit.")
    assert athlete.heard("1: Bear crawl")
    step = pending(left)
    assert step is not None
    assert step.key.slot == "A3"
    assert athlete.heard("Rest: one minute 5 left.")


def test_an_enter_that_is_held_down_does_one_thing(tmp_path: Path, clock: ManualClock) -> None:
    held = [each for _ in range(60) for each in (0.03, "")]
    athlete = Athlete(clock, 5, "", *held, by_hand=True)
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert len(left.done) == 1
    assert athlete.text.count("so it did nothing") == 1


def test_a_rest_that_is_over_says_so_and_waits(tmp_path: Path, clock: ManualClock) -> None:
    athlete = Athlete(clock, *_to_b1(), 30, "", 241, 60)
    left = trained(tmp_path, clock, athlete)
    assert left is not None
    assert isinstance(left.phase, Rest)
    for said in ("Three minutes left.", "30 seconds left.", "Ten seconds left."):
        assert said in athlete.said
    assert athlete.heard("Priming rest, four minutes. Then B2: ")
    assert athlete.heard("Rest over. Enter when you begin B2: ")
    assert "One minute over the rest." in athlete.said


async def test_what_was_begun_on_the_screen_goes_on_in_lines_and_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, level=Level.ADVANCED) as g:
        await g.wait(20)
        await g.press("space")
        assert len(g.session.done) == 1
    found = Store(tmp_path, clock).sessions.unfinished()
    athlete = Athlete(clock, "9/8")
    left = trained(tmp_path, clock, athlete, begins=found)
    assert athlete.said[0].startswith("Going on with Runner's lower body: 1 of 14 sets done")
    assert left is not None
    assert left.done[A1].right == 8


def test_what_the_disk_refuses_is_said_at_once_and_tried_again(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_all

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    class Filled(Athlete):
        def line(self, seconds: float | None) -> str | None:
            if len(self._does) == 4:
                monkeypatch.setattr(files, "write_all", full)
            if len(self._does) == 2:
                monkeypatch.setattr(files, "write_all", real)
            return super().line(seconds)

    athlete = Filled(clock, 10, "", "q", 4, 5)
    left = trained(tmp_path, clock, athlete)
    assert athlete.heard("NOT SAVED: ")
    assert athlete.heard("leaving now loses what the disk refused")
    assert athlete.heard("Saved: all of it is on disk again.")
    assert left is not None
    assert len(left.done) == 1


def test_a_stop_sign_is_asked_about_and_stands_until_somebody_has_looked(
    tmp_path: Path, clock: ManualClock
) -> None:
    athlete = Athlete(clock, "pain 9", "", "yes", "e", "", "f", "y", "")
    assert trained(tmp_path, clock, athlete) is None
    assert athlete.heard("n: none of them.")
    assert athlete.heard("STOP training now. Get emergency help now.")
    assert athlete.said.count(GET_HELP) == 1, "it heads what the session came to"
    for says, stands in (("", True), ("yes", True), ("", False)):
        clock.advance(DAY_MS)
        athlete = Athlete(clock, says)
        trained(tmp_path, clock, athlete)
        assert (GET_HELP in athlete.said) is stands
        store = Store(tmp_path, clock)
        store.open()
        unfinished = store.sessions.unfinished()
        assert unfinished is not None
        store.sessions.discard(unfinished, lambda _: None)
        store.close()
