"""Every key of the session screen, and what stands there after it."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.commands.start import usual
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest, Work
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts import values
from runlift_tui.screens.session.asked.stop_signs import StoppedScreen, StopSignsScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.library.library import document_of
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, commands, folded, gym, journals
from tests.sweep import sweep, sweep_rows

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)


async def test_the_guard_lets_no_second_space_through(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space")
        assert g.is_in(Rest), "nothing stands in the way of the first space"
        for _ in range(5):
            await g.wait(0.6)
            await g.press("space")
        assert g.is_in(Rest), "each ignored press starts the guard anew"
        await g.wait(0.7)
        await g.press("space")
        assert not g.is_in(Rest)


async def test_done_starts_the_rest_and_the_values_stay_open(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        assert g.face.big == "6"
        assert g.values()["left"] == "6"
        assert g.values()["could do"] == "–"
        await g.wait(30)
        await g.press("space")
        assert g.shows(ScreenState.PRIMING)
        assert g.face.big == "4:00"
        await g.wait(10)
        assert g.face.big == "3:50"
        await g.press("8", "tab", "7", "tab")
        assert g.values()["left"] == "8"
        assert g.values()["right"] == "7"
        await g.press("2", "4", "tab", "2", "enter")
        done = g.done("B1")
        assert (done.left, done.right, done.load_kg, done.rir) == (8, 7, 48.0, 2)
        assert "2 x 24 kg" in g.values()["load"]
        assert g.face.big == "3:50", "typing takes nothing from the rest"
        await g.wait(250)
        assert g.shows(ScreenState.OVERTIME)
        assert g.face.big == "+0:20"
        await g.press("space")
        await g.wait(10)
        assert g.face.big == "3", "half of seven"
        await g.press("4", "tab", "tab", "5", "space")
        fast = g.done("B2")
        assert (fast.left, fast.right, fast.snap) == (4, 4, 5)
        assert fast.rir is None


async def test_left_alone_is_the_last_place_of_the_cursor(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "left", "3", "enter")
        assert (g.done("A1").left, g.done("A1").right) == (10, 3), "from nowhere the last shown"
        await g.press("tab", "4", "enter")
        assert (g.done("A1").left, g.done("A1").right) == (4, 3)


async def test_arrows_step_a_value(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("up", "up", "down", "space")
        assert (g.done("A1").left, g.done("A1").right) == (11, 11)
        await g.press("down")
        assert g.done("A1").left == 10
        await g.press("right", "down", "down", "left", "up")
        assert (g.done("A1").left, g.done("A1").right) == (11, 9), "each leg by one"


@pytest.mark.parametrize("typed", sweep(["301", "9999", "888888"], stay=("301",)))
async def test_impossible_numbers_keep_the_old_value(
    typed: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", *typed, "enter")
        assert g.done("A1").left == 10
        assert "300" in g.text()
        assert g.values()["left"] == "10"
        await g.press("z", "a", "9", "tab")
        assert g.done("A1").left == 9, "letters are no numbers and do no harm"


async def test_a_draft_is_seen_and_rubbed_out(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "1", "2")
        assert "12" in g.values()["left"]
        assert g.done("A1").left == 10, "a draft is no correction yet"
        await g.press("backspace", "1", "tab")
        assert g.done("A1").left == 11
        assert commands(tmp_path).count("correct") == 1


async def test_a_draft_is_taken_over_after_a_second(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(values, "DRAFT_S", 0.01)
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "8")
        for _ in range(100):
            if g.done("A1").left == 8:
                break
            await g.pilot.pause(0.01)
        assert (g.done("A1").left, g.done("A1").right) == (8, 8)


async def test_a_rest_shorter_than_the_heavy_set_asks_for_says_so_and_is_as_short(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.skip_to("B1")
        await g.walk_to("B1")
        await g.space()
        assert g.is_in(Rest)
        least_s = g.session.routine.slot("B1").least_s
        said = f"Under {least_s // 60}:{least_s % 60:02}, the least rest after the heavy set"
        assert least_s
        told = 0
        for seconds in range(g.session.routine.slot("B1").priming_s - 15, least_s - 30, -15):
            await g.wait(0.2)
            await g.press("minus")
            assert (said in g.text()) == (seconds < least_s), seconds
            told += said in g.text()
        assert told
        assert g.face.big.startswith(f"{(least_s - 15) // 60}:")
        await g.press("plus")
        assert g.is_in(Rest)


async def test_rest_longer_and_shorter(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("plus")
        assert "rest" in g.text(), "in work there is no rest, and that is said"
        await g.press("space")
        assert g.face.big == "0:20"
        await g.press("plus", "plus")
        assert g.face.big == "0:50"
        await g.press("minus")
        assert g.face.big == "0:35"
        await g.press("u")
        assert g.face.big == "0:50"
        for _ in range(4):
            await g.wait(0.2)
            await g.press("minus")
        assert g.is_in(Rest), "shorter, and nothing begins by that"
        assert "no shorter" in g.text()
        await g.press("w")
        await g.wait(8, step=0.5)
        await g.press("escape")
        assert g.face.word == "PAUSED", "what begins by itself waits for whoever reads"
        await g.press("space")
        assert g.face.word != "PAUSED", "escape closed the page: space is no press of before"
        await g.wait(2)
        assert not g.is_in(Rest)


async def test_a_digit_being_typed_swallows_no_key(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "8", "plus")
        assert g.face.big == "0:35"
        await g.press("9", "u")
        assert g.done("A1").left in (8, 10)
        assert "9" not in g.values()["left"]
        await g.press("7")
        await g.space()
        assert g.done("A1").left == 7


async def test_pause_stands_still_and_only_space_goes_on(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space")
        await g.wait(5)
        await g.press("p")
        assert g.shows(ScreenState.PAUSED)
        before = g.face
        await g.wait(120)
        assert g.face.big == before.big
        await g.press("s", "1", "plus")
        assert g.shows(ScreenState.PAUSED)
        assert len(g.session.done) == 1
        await g.press("space")
        assert g.shows(ScreenState.REST)
        assert g.face.big == "0:15"
        assert "+2 min" in g.text()


@pytest.mark.parametrize(
    ("key", "why"),
    sweep_rows([("1", "time"), ("2", "equipment"), ("4", "form"), ("0", "")], stay=("1", "4")),
)
async def test_skip_with_each_reason(
    key: str, why: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("s")
        assert "why" in g.text()
        assert "go back" in g.text()
        await g.press(key)
        assert g.done("A1").skipped == why
        assert g.session.jumps_off == ("form" if key == "4" else None)
        await g.press("u")
        assert not g.session.done


@pytest.mark.parametrize("key", sweep(["escape", "9", "x", "enter", "space"], stay=("space",)))
async def test_skip_can_be_thought_better_of(key: str, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("s", key)
        assert not g.session.done
        assert g.is_on(SessionScreen)


async def test_pain_asks_how_much_and_offers_less_where_it_is_little(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("s", "3")
        assert "6 7 8 9  leave the exercise" in g.text()
        await g.wait(1)
        await g.press("3")
        assert g.done("B1").pain == 3
        assert g.session.jumps_off == "pain"
        assert g.is_on(SessionScreen)
        await g.press("enter")
        assert "split-squat" in g.session.routine.slot("B1").exercise
        assert g.session.routine.slot("B1").exercise != "rfe-split-squat"
        assert "pain" in commands(tmp_path)


@pytest.mark.parametrize("digits", sweep(["5", "7", "10"], stay=("10",)))
async def test_the_stop_signs_stand_until_they_are_answered(
    digits: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("s", "3", *digits)
        assert g.done("B1").pain == int(digits)
        assert g.is_on(StopSignsScreen)
        assert "emergency help" in g.text()
        assert "doctor or physiotherapist" in g.text()
        await g.press("space")
        assert g.is_on(StopSignsScreen), "a key right behind the number is a leftover of it"
        await g.press("minus")
        assert "Too soon: press it again." in g.text()
        await g.wait(60)
        for key in ("z", "space", "enter", "escape", "pagedown", "y"):
            await g.press(key)
            assert g.is_on(StopSignsScreen), "no key that one always presses is an answer"
            assert "Only e, d, n or u answers" in g.text()
        assert "Leave the hips" not in g.face.flash, "what comes next does not show through"
        await g.press("minus")
        assert "Too soon: press it again." in g.text(), "right behind another key it is none either"
        await g.wait(1)
        await g.press("n")
        assert g.is_on(SessionScreen)
        left = "Leave the hips and legs" in g.face.flash
        assert left is (digits != "5")
        assert left or "settles" in g.face.flash


async def test_a_stop_sign_ends_the_session_and_no_key_answers_that_is_none(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(60, 16)) as g:
        await g.skip_to("B1")
        await g.press("s", "3", "7")
        await g.wait(2)
        await g.press("e", "space")
        assert g.is_on(StoppedScreen)
        assert "Get emergency help now." in g.text()
        assert "how many" not in g.text(), "nothing shows through around it"
        await g.wait(2)
        await g.press("escape", "z", "space", "enter", "pagedown")
        assert g.is_on(StoppedScreen), "no key that one always presses goes on"
        await g.wait(1)
        await g.press("f")
        assert g.is_on(SummaryScreen)
        assert "Get emergency help now." in g.text()
        await g.wait(1)
        await g.press("u")
        await g.wait(1)
        assert g.is_on(StoppedScreen), "with the end taken back it stops the session again"
        await g.press("u")
        assert "How much did B1 hurt" in g.face.flash


@pytest.mark.parametrize("size", sweep([(80, 24), (40, 12), (160, 45)], stay=((40, 12),)))
async def test_whoever_goes_on_after_a_stop_sign_is_told_so_in_every_state(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.press("h", "7")
        await g.wait(2)
        await g.press("d")
        await g.wait(2)
        await g.press("g")
        assert g.is_on(SessionScreen)
        for key in ("u", "g", "p", "p", "space", "space", "s", "space"):
            assert g.is_on(StoppedScreen) or "STOP" in g.text()
            await g.wait(11)
            await g.press(key)
        assert g.session.goes_on


async def test_a_question_about_stop_signs_that_was_left_is_asked_again(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("s", "3", "4")
        await g.pilot.press("ctrl+c")
    async with gym(tmp_path, clock, resume=True) as g:
        assert g.is_on(StopSignsScreen)
        await g.wait(2)
        await g.press("d")
        await g.pilot.press("ctrl+c")
    async with gym(tmp_path, clock, resume=True) as g:
        assert g.is_on(StoppedScreen)


async def test_a_stray_redo_asks_before_it_goes_back_over_sets(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.space()
        await g.press("u")
        await g.skip_to("B1")
        done = g.session.done
        assert len(done) > 1
        await g.press("U")
        assert "Nothing to redo: " in g.text(), "what stood there is not offered by surprise"
        assert "since u. U again: back to then?" in g.text()
        assert not g.face.flash
        await g.wait(1)
        await g.press("U")
        assert "since u. Go back" in g.face.flash
        await g.press("U", "space")
        assert g.session.done == done
        await g.wait(1)
        await g.press("U")
        await g.wait(1)
        await g.press("U", "y")
        assert len(g.session.done) == 1
        assert "1 set done" in g.text()
        await g.wait(1)
        await g.press("U")
        assert g.session.done == done


async def test_what_was_taken_back_is_not_told_any_more_once_something_else_is_done(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.press("s", "1")
        await g.press("u")
        assert "Taken back: the skip of A1 round 1" in g.text()
        await g.press("s", "1")
        assert "Taken back" not in g.text()


async def test_undo_drops_a_value_that_is_typed_half_and_does_nothing_else(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("h", "2")
        said, before = g.session.log, g.values()
        await g.press("7", "u")
        assert "7 was not taken over. u again takes back what is before it." in g.text()
        assert (g.session.log, g.values()) == (said, before)
        await g.wait(1)
        await g.press("u")
        assert "Taken back: pain 2 of 10" in g.text()


async def test_what_hurts_is_left_by_the_big_key_and_comes_back_by_undo(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space")
        await g.skip_to("B1")
        await g.press("s", "3", "9")
        await g.wait(2)
        await g.press("minus")
        await g.wait(1)
        await g.press("space")
        assert g.is_on(SummaryScreen), "nothing else is left in it"
        assert g.session.left_out == {"step-up", "anti-rotation-split-squat"}
        await g.press("u")
        assert g.is_on(SessionScreen)
        assert not g.session.left_out


async def test_pain_that_is_not_said_has_the_stop_signs_shown(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("s", "3", "space")
        assert g.is_on(StopSignsScreen)


@pytest.mark.parametrize(("digits", "pain"), sweep_rows([("6", 6), ("10", 10)], stay=("10",)))
async def test_much_pain_before_the_session_suggests_to_leave_it(
    digits: str, pain: int, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("h", *digits)
        assert g.session.pain == pain
        assert g.is_on(StopSignsScreen)
        await g.wait(2)
        await g.press("minus")
        assert g.is_on(SessionScreen)
        assert "not train what hurts" in g.face.flash
        await g.press("f")
        assert g.is_on(SessionScreen), "what is asked behind the signs is seen first"
        await g.wait(1)
        await g.press("f")
        assert not g.is_on(SessionScreen)


async def test_a_skip_that_was_refused_asks_nothing_more(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("s", "3", "4", "space")
        before = g.face.flash
        await g.press("p", "s", "3")
        assert "hurt" not in g.face.flash, before
        assert len(g.session.done) == 1


async def test_why_there_is_no_fast_set(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.wait(30)
        await g.press("space")
        assert "B2" in g.face.label
        due = g.face.big
        await g.press("3", "enter")
        assert g.face.label == "B3", "three reps have no half"
        assert "too heavy" in g.text()
        assert g.face.big != due, "the rest is the ordinary one then"
        await g.press("8", "enter")
        assert g.face.label == "B2"
        assert g.face.big == due
        assert "half of 8" in " ".join(g.face.units)
        await g.press("5", "enter")
        assert "half of 5" in " ".join(g.face.units)


async def test_an_early_go_is_said_and_taken_down(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        await g.wait(72)
        await g.press("space")
        assert "1:12" in g.text()
        assert "4:00" in g.text()
        await g.wait(10)
        assert "1:12" not in g.face.flash
        await g.press("space")
        assert g.done("B1").rest_taken_s == 72
        await g.wait(60)
        await g.press("space")
        await g.wait(2)
        await g.press("space")
        assert g.done("B2").rest_taken_s == 60, (
            "cut short, it is known; the set was clicked through"
        )


async def test_swap_by_search(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("x")
        await g.type("goblet")
        await g.settled()
        assert "oblet" in g.text()
        await g.press("enter")
        assert g.is_on(SessionScreen)
        assert "goblet" in g.session.routine.slot("B1").exercise
        assert g.face.call.startswith("GOBLET")
        await g.space()
        assert g.done("B1").swapped_from == "rfe-split-squat"
        await g.press("u")
        await g.wait(1)
        await g.press("u")
        assert g.session.routine.slot("B1").exercise == "rfe-split-squat"


async def test_a_swap_searched_in_vain_or_given_up_changes_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("x")
        await g.type("zzzzqqq")
        await g.press("enter", "down", "up", "escape")
        if not g.is_on(SessionScreen):
            await g.press("escape")
        assert g.is_on(SessionScreen)
        assert g.session.routine == g.session.start.routine


async def test_time_goes_on_under_a_dialog(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "w")
        await g.wait(15)
        await g.press("escape")
        assert g.face.big == "0:05"
        await g.press("question_mark")
        assert "undo" in g.text()
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert g.is_in(Rest), "space closed the help and nothing else"


async def test_rounds_while_it_runs(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("r", "3")
        assert g.session.routine.blocks[1].rounds == 3
        await g.press("r", "1")
        assert g.session.routine.blocks[1].rounds == 1
        await g.press("r", "e")
        assert g.is_on(HomeScreen), "nothing was done, so nothing is kept"
        assert not journals(tmp_path)


async def test_a_note_on_the_set_just_done_and_on_the_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("n")
        await g.type("tired [b]2day[/b]")
        await g.press("enter")
        assert g.session.note == "tired [b]2day[/b]"
        assert "Noted on the session." in g.text()
        await g.press("space", "n")
        await g.type("left hip")
        await g.press("enter")
        assert g.done("A1").note == "left hip"
        assert "Noted on A1 round 1." in g.text()
        await g.press("n")
        assert "left hip" in g.text()
        await g.type("xx")
        await g.press("escape")
        assert g.done("A1").note == "left hip"


async def test_undo_and_redo_as_deep_as_the_session(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("9", "enter", "plus")
        await g.space()
        deep = len(g.session.log) - 1
        after = g.session
        for _ in range(deep):
            await g.wait(1)
            await g.press("u")
        assert not g.session.done
        await g.wait(1)
        await g.press("u")
        assert "nothing to undo" in g.text()
        for _ in range(deep):
            await g.wait(1)
            await g.press("U")
        assert g.session.done == after.done
        assert g.is_in(Work)
        await g.wait(1)
        await g.press("U")
        assert "nothing to redo; u undoes, if Caps Lock made it U" in g.text()


async def test_finish_early_takes_enter_and_space_goes_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "f")
        assert "1 of" in g.text()
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert not g.is_over()
        await g.press("f", "enter")
        assert g.is_on(SummaryScreen)
        (row,) = folded(tmp_path)
        assert len(row["sets"]) == 1


async def test_finished_with_no_set_keeps_nothing(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("f", "enter")
        assert g.is_on(HomeScreen)
        assert not journals(tmp_path)
        assert not folded(tmp_path)
        assert "Unfinished" not in g.text()


async def _left(folder: Path, clock: ManualClock) -> None:
    async with gym(folder, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("7", "tab", "6", "q")


async def test_leave_and_resume_in_the_middle_of_a_rest(tmp_path: Path, clock: ManualClock) -> None:
    await _left(tmp_path, clock)
    clock.advance(60_000)
    async with gym(tmp_path, clock, resume=True) as g:
        assert (g.done("B1").left, g.done("B1").right) == (7, 6)
        assert g.face.big == "3:00"
        await g.press("u")
        assert g.done("B1").right == 7, "leaving is no step of undo"


async def test_moved_to_the_end_of_the_round(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("l")
        assert g.face.label != "A1"
        await g.press("u")
        assert g.face.label == "A1"


async def test_ctrl_c_leaves_and_the_session_stays(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space")
        await g.pilot.press("ctrl+c")
        await g.pilot.pause(0)
        assert g.app.leading.left_unfinished, "the shell is told how it goes on"
    assert commands(tmp_path) == ["started", "log", "left"]


@pytest.mark.parametrize("size", sweep([(120, 36), (80, 24), (60, 16)], stay=((60, 16),)))
async def test_the_stop_signs_are_cut_off_nowhere(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.press("s", "3", "4")
        assert g.is_on(StopSignsScreen)
        assert g.screen.query_one(".dialog").max_scroll_y == 0
        assert "n  none of them" in g.text()
        assert "has looked" in " ".join(g.text().split())


async def test_pain_in_the_last_set_is_still_asked_after(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "r", "e")
        await g.skip_to("B3", 2)
        await g.press("s", "1", "s", "3")
        assert "hurt" in g.face.flash
        await g.press("6")
        await g.wait(2)
        await g.press("minus")
        await g.wait(1)
        await g.press("space")
        assert g.is_on(SummaryScreen)
        (row,) = folded(tmp_path)
        assert row["sets"][-1]["pain"] == 6


async def test_the_half_is_explained_before_the_fast_set(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.skip_to("B1")
        await g.press("space", "space")
        await g.walk_to("B2")
        await g.press("w")
        assert "w  half of the reps" in g.text()
        await g.press("w")
        assert "halve them, rounded down" in g.text()


async def test_a_refusal_goes_with_the_state_that_it_was_about(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("plus")
        assert "there is no rest to change" in g.text()
        await g.press("space")
        assert "there is no rest to change" not in g.text()
        await g.press("p", "s", "1")
        assert "paused: space goes on" in g.text()
        await g.space()
        assert "paused: space goes on" not in g.text()


async def test_a_refused_number_is_still_said_behind_the_key_that_took_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("2", "9", "9", "9", "space")
        assert g.is_in(Rest)
        assert "300" in g.text()
        await g.wait(1)
        await g.press("8", "enter")
        assert "300" not in g.text(), "a value that was taken is right"


async def test_a_set_that_goes_with_another_is_told_and_comes_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("s", "1")
        assert "B1 is skipped, and B2 with it: 10 sets in all. u takes it back." in g.text()
        assert "0 of 10 sets" in g.text(), "one that was skipped is none of those done"
        await g.press("u")
        assert "of 11 sets" in g.text()


@pytest.mark.parametrize(
    ("keys", "said"),
    sweep_rows(
        [
            ("r e", "Round 1 ends here: 3 sets are left out. u takes it back."),
            ("r 3", "Main has 3 rounds in all. u takes it back."),
            ("x enter", " today. u takes it back."),
            ("x tab enter", " from now on. u takes it back."),
        ],
        stay=("r e", "x enter"),
    ),
)
async def test_a_large_change_says_what_it_was(
    keys: str, said: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        if said.startswith("Main"):
            await g.skip_to("B1")
        await g.press(*keys.split())
        assert said in g.text()
        await g.press("p")
        assert said not in g.text(), "from now on that key takes back something else"


async def test_the_swap_list_shows_what_is_chosen_and_for_how_long(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.press("x", "down")
        assert g.line("▸ ")

        def marked() -> list[str]:
            strips = g.screen._compositor.render_strips()
            styled = [(each.text.strip(), each.style) for strip in strips for each in strip]
            words = ("for today", "from now on")
            return [text for text, style in styled if text in words and style and style.reverse]

        assert marked() == ["for today"]
        await g.press("tab")
        assert marked() == ["from now on"]


async def test_where_no_load_is_known_it_says_how_one_is_entered(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.walk_to("B1", ramp=1)
        assert "without weight" in g.face.units or "easy" in " ".join(g.face.units)
        assert g.face.units[-1] == "not counted as a round"
        await g.skip_to("B1")
        assert "tab twice, type the load; add until you could do 2 more" in g.text()
        await g.press("tab", "tab", "2", "0")
        assert g.values()["load"] == "20"


async def test_the_rest_before_a_first_load_says_what_to_fetch(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(60, 16)) as g:
        await g.walk_to("B2")
        await g.space()
        assert g.face.label == "B3"
        assert "begin with 2 x 8-10 kg" in g.text()


async def test_the_way_back_from_how_and_why_is_always_in_sight(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.press("w")
        assert "space  back" in g.text()
        await g.press("pagedown")
        assert "space  back" in g.text()


async def test_the_smallest_windows_say_which_side_starts(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(40, 10)) as g:
        await g.skip_to("B1")
        assert "LEFT FIRST" in g.text()
        assert g.text().count("each leg") == 1


async def test_the_end_of_a_rest_that_is_over_by_now_is_told_as_that(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B3")
        await g.space()
        await g.space()
        await g.wait(1)
        await g.press("u")
        assert "Taken back: the end of the rest." in g.text()
        await g.space()
        await g.wait(200)
        await g.press("u")
        assert "Taken back: the end of the rest before B4 round 1, over by now." in g.text()


async def test_home_and_end_lead_to_both_ends_of_the_help(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.press("?")
        assert "now: done" in g.text()
        await g.press("end")
        assert "window" in g.text()
        assert "now: done" not in g.text()
        await g.press("home")
        assert "now: done" in g.text()


STILL_DOWN = "Nothing was done: space may still be down from before. Again in a second."


@pytest.mark.parametrize("page", sweep(list("?kow"), stay=["o"]))
@pytest.mark.parametrize("closed", ["space", "escape"])
async def test_a_press_right_behind_a_page_that_it_closed_says_that_it_was_left_out(
    page: str, closed: str, tmp_path: Path, clock: ManualClock
) -> None:
    """It cannot be told from the first repeat of a key that is held down; any other key can."""
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.wait(2)
        await g.press(page)
        await g.wait(2)
        await g.press(closed)
        opened = g.session
        await g.press("space")
        if closed == "space":
            assert g.session.done == opened.done
            assert STILL_DOWN in g.text()
            await g.wait(1)
            await g.press("space")
        assert g.is_in(Rest)
        assert STILL_DOWN not in g.text()


async def test_a_start_without_home_says_once_that_it_is_early(
    tmp_path: Path, clock: ManualClock
) -> None:
    early = "Early: trained yesterday; 48 hours between sessions (our own rule)."
    store = Store(tmp_path, clock)
    store.open()
    store.library.put("athlete", "me", document_of(SEASONED))
    asked = usual(store)
    async with gym(tmp_path, clock, store=store, opening=asked, size=(80, 24)) as g:
        assert "Early" not in g.text(), "nobody trained before"
        await g.walk_out()
        await g.space()
    clock.advance(24 * 3_600_000)
    store = Store(tmp_path, clock)
    store.open()
    async with gym(tmp_path, clock, store=store, opening=usual(store), size=(80, 24)) as g:
        assert early in g.text()
        await g.space()
        assert early not in g.text()
