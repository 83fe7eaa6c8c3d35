"""A newcomer's path through the installed command: find, adapt, list, train, swap, undo, keep."""

from pathlib import Path

import pytest

from runlift_tui.clock import SystemClock
from runlift_tui.store.store import Store
from tests.end_to_end.terminal import Terminal
from tests.end_to_end.test_installed_command import terminal

DOWN = "\x1b[B"


def adapt(here: Terminal) -> None:
    """Find the Bulgarian split squat by a slip of the fingers, and call it one's own way."""
    here.press("e")
    here.wait_for("Exercises", "181")
    here.press("/")
    here.wait_for("end the search")
    here.press("bulgarain")
    here.wait_for("▸", "Rear-foot-elevated split squat", "5 of 181")
    here.press("\r")
    here.wait_for("e edit")
    here.press("e")
    here.wait_for("also called")
    here.press(", mine\r")
    here.wait_for("split squat, mine", "adapted")


def put_into_the_list(here: Terminal) -> None:
    """Put the goblet split squat into the list of B1."""
    here.press("\x1b")
    here.wait_for("181", "search")
    here.press("\x1b")
    here.wait_for("minutes")
    here.press("o")
    here.wait_for("Routines", "Runner's lower body")
    here.press("e")
    here.wait_for("Edit", "A1")
    here.press(DOWN * 4)
    here.wait_for("▸     B1")
    here.press("i")
    here.wait_for("type to search")
    here.press("goblet split")
    here.wait_for("▸   Goblet split squat")
    here.press("\r")
    here.wait_for("▸   Goblet split squat", "n  add")
    here.press("\x1b")
    here.wait_for("instead  Goblet split squat", "n new slot")
    here.press("\x1b")


@pytest.mark.sweep
def test_from_a_slip_of_the_fingers_to_a_swap_for_good(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with terminal(folder) as here:
        here.wait_for("one key: space")
        here.press(" ")
        here.wait_for("one of these")
        here.press("-")
        here.wait_for("beginner", "advanced")
        here.press("3")
        here.wait_for("kilograms")
        here.press("k")
        here.wait_for("5 of 5")
        here.press("\x1b")
        here.wait_for("minutes", "train")
        adapt(here)
        put_into_the_list(here)
        here.wait_for("Routines", "train")
        here.press(" ")
        here.wait_for("Main rounds", "start")
        here.press_calmly(" ")
        here.wait_for("WORK", "A1")
        here.let_the_guard_pass()
        warm_up = ("READY  A2", "WORK  A3", "WORK  A1", "READY  A2", "WORK  A3")
        ramp = ("ramp 1 of 3", "ramp 2 of 3", "ramp 3 of 3")
        for following in (*warm_up, *ramp, "WORK  B1"):
            here.press("s1")
            here.wait_for(following)
        here.wait_for("B1  Rear-foot-elevated split squat, mine")
        here.press("x")
        here.wait_for("Swap B1", "Goblet split squat")
        here.press("\r")
        here.wait_for("B1  Goblet split squat")
        here.press("u")
        here.wait_for("B1  Rear-foot-elevated split squat, mine")
        here.press("x")
        here.wait_for("Swap B1")
        here.press("\t")
        here.press("\r")
        here.wait_for("from now on. u takes it back")
        here.wait_for("B1  Goblet split squat")
        here.press_calmly(" ")
        here.wait_for("DONE")
        here.press("f")
        here.wait_for("Finish here?")
        here.press("\r")
        here.wait_for("Summary", "effort")
        for _ in range(7):
            here.press(DOWN)
        here.wait_for("Goblet split squat")
        here.press_calmly("\r")  # out of the set
        here.press_calmly("\r")
        here.wait_for("Saved")
        here.press("q")
        assert here.ended() == 0
        assert "Traceback" not in here.raw

    store = Store(folder, SystemClock())
    shelf = store.desk.shelf()
    assert shelf.exercises()["rfe-split-squat"].name == "Rear-foot-elevated split squat, mine"
    mine = shelf.routines["runner-lower-body"].slots["B1"]
    assert (mine.exercise, mine.alternatives) == ("split-squat-goblet", ("split-squat-goblet",))
    (row,) = store.past.documents()
    done = [each for each in row["sets"] if "skipped" not in each]
    assert [(each["exercise"], each["swapped_from"]) for each in done] == [
        ("split-squat-goblet", "rfe-split-squat")
    ]
