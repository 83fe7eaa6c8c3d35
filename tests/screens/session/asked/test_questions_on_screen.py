"""A question stands where the eye is: under the number or beside it, an answer a row."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.values import Why
from runlift_tui.widgets.session.question import Question
from tests.screens.gym import gym
from tests.sweep import sweep


@pytest.mark.parametrize("size", sweep([(80, 24), (120, 36)], stay=((80, 24),)))
async def test_each_answer_has_a_row_that_can_be_tapped_and_the_values_stay(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=size) as g:
        await g.press("s")
        rows = [g.line(word) for word in ("no time", "no equipment", "pain", "form", "no reason")]
        assert all(rows)
        assert "Skip A1 Dead bug: why?" in g.text()
        assert "space  go back" in g.text()
        assert "left  10" in g.text()
        asked = g.screen.query_one(Question)
        lines = g.text().splitlines()
        y = next(n for n, line in enumerate(lines) if "no equipment" in line)
        await g.pilot.click(Question, offset=(3, y - asked.region.y))
        await g.settled()
        assert g.done("A1").skipped is Why.EQUIPMENT


async def test_a_number_is_tapped_by_its_own_digit(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(80, 24)) as g:
        await g.press("h")
        asked = g.screen.query_one(Question)
        line, y = next(
            (line, n) for n, line in enumerate(g.text().splitlines()) if "go on as planned" in line
        )
        await g.pilot.click(Question, offset=(line.index("2") - asked.region.x, y - asked.region.y))
        await g.settled()
        assert g.session.pain == 2


async def test_where_the_seconds_run_it_stands_in_the_cues_place(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(80, 24)) as g:
        await g.press("s", "1")
        await g.wait(1)
        await g.space()
        await g.press("s")
        assert "Skip A2 Copenhagen plank" in g.text()
        assert "1 no time" in g.line("1 no time"), "its answers in the place of the keys"


async def test_a_question_that_was_open_at_a_kill_is_asked_again(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.skip_to("B1")
        await g.press("s", "3")
        assert "How much did B1 hurt" in g.text()
    async with gym(tmp_path, clock, resume=True) as g:
        assert "How much did B1 hurt" in g.text()
        await g.press("2")
        assert g.done("B1").pain == 2


async def test_pain_put_back_and_a_kill_leave_the_stop_signs_open_also_for_a_finish(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("h", "7")
        await g.wait(1)
        await g.press("u")
        await g.wait(1)
        assert g.session.pain is None
        await g.press("U")
        assert "any of these?" in g.text(), "put back, it is asked again"
    async with gym(tmp_path, clock, resume=False) as g:
        assert "is a stop sign true? Asked first." in g.text()
        await g.press("f")
        assert "any of these?" in g.text()
        await g.wait(1)
        await g.press("d")
        await g.wait(1)
        assert g.session.stop_sign


async def test_behind_a_stop_for_pain_digits_say_how_many_whatever_was_typed_last(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(120, 36)) as g:
        await g.walk_to("B1", 2)
        await g.press("tab", "tab", "8", "enter", "h", "4")
        for no_sign_and_on in ("n", "space"):
            await g.wait(1)
            await g.press(no_sign_and_on)
        assert "0-9 ↑↓ how many" in g.text()
        assert all(each.state != "focused" for each in g.face.fields)
        await g.press("5", "tab", "3", "enter")
        done = g.done("B1", 2)
        assert (done.left, done.right, done.load_kg) == (5, 3, 16.0)


async def test_a_leg_typed_alone_stands_whatever_leg_comes_next(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(120, 36)) as g:
        await g.walk_to("B1", 2)
        await g.press("tab", "tab", "tab", "tab", "5", "tab", "3", "enter", "space")
        done = g.done("B1", 2)
        assert (done.left, done.right) == (5, 3)
        await g.press("tab", "tab", "tab", "tab", "up", "tab", "down")
        done = g.done("B1", 2)
        assert (done.left, done.right) == (6, 2)


async def test_undo_takes_back_what_a_question_follows_from_right_behind_the_stop_signs_too(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.BEGINNER) as g:
        await g.skip_to("B1")
        await g.press("h", "4")
        await g.wait(1)
        await g.press("n")
        assert "An easier one for B1" in g.text()
        await g.press("u")
        assert "An easier one for B1" not in g.text()
        assert not g.session.done.get(StepKey("main", 1, "B1"))


async def test_undo_says_of_a_question_that_follows_from_nothing_how_to_go_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.BEGINNER) as g:
        await g.skip_to("B1")
        await g.press("s")
        before = len(g.session.log)
        await g.press("u")
        assert "u: nothing is" in g.text()
        assert len(g.session.log) == before
        await g.press("escape")
        await g.wait(1)
        await g.press("u")
        assert len(g.session.log) < before, "and then it undoes"
