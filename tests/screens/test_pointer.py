"""A session steered by mouse, by touch, and by a presenter's clicker with its two keys."""

from pathlib import Path

import pytest
from textual import events

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest, Work
from runlift_tui.core.sets.values import Why
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.lines.keys import KeysLine, key_at
from runlift_tui.widgets.session.values import Values
from tests.rows import for_each
from tests.screens.gym import SEASONED, Gym, gym

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)


async def click(g: Gym, where: type[KeysLine | Values | BigDigits], text: str = "") -> None:
    """Click a text that stands in a part of the screen, or the middle of the part."""
    await g.pilot.click(offset=_place(g, where, text))
    await g.settled()


async def wheel(g: Gym, text: str, kind: type[events.MouseEvent]) -> None:
    """Turn the wheel over a value."""
    x, y = _place(g, Values, text)
    await g.pilot._post_mouse_events([kind], offset=(x, y))
    await g.settled()


def _place(g: Gym, where: type[KeysLine | Values | BigDigits], text: str) -> tuple[int, int]:
    region = g.screen.query_one(where).region
    if not text:
        return region.x + region.width // 2, region.y + region.height // 2
    lines = g.text().splitlines()
    for y in range(region.y, region.bottom):
        x = lines[y].find(text, region.x)
        if x >= 0:
            return x, y
    raise AssertionError(f"{text!r} is not there:\n{g.text()}")


@for_each(
    ("printed", "keys"),
    [
        ("space", {0: "space", 12: "space"}),
        ("u", {0: "u", 5: "u"}),
        ("?", {0: "question_mark", 4: "question_mark"}),
        ("+ -", {-1: "plus", 0: "plus", 2: "minus", 3: "minus", 6: ""}),
        ("↑↓", {0: "up", 1: "down", 5: ""}),
        ("0-9 ↑↓", {0: "", 4: "up", 5: "down", 9: ""}),
        ("K J", {0: "K", 2: "J"}),
        ("[]", {0: "left_square_bracket", 1: "right_square_bracket"}),
        ("0-9", {0: "", 5: ""}),
    ],
)
def test_which_key_a_click_is_meant_for(printed: str, keys: dict[int, str]) -> None:
    assert {x: key_at(printed, x) for x in keys} == keys


async def test_every_key_of_the_last_line_can_be_clicked(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await click(g, KeysLine, "space")
        assert g.is_in(Rest)
        await click(g, KeysLine, "+ -")
        assert g.face.big == "0:35"
        x, y = _place(g, KeysLine, "+ -")
        await g.pilot.click(offset=(x + 2, y))
        await g.pilot.click(offset=(x + 2, y))
        await g.settled()
        assert g.face.big == "0:05"
        await click(g, KeysLine, "pause")
        assert g.shows(ScreenState.PAUSED)
        await g.wait(1)
        await click(g, KeysLine, "go on")
        assert g.is_in(Rest)
        await click(g, KeysLine, "undo")
        assert g.shows(ScreenState.PAUSED)
        await g.wait(1)
        await click(g, KeysLine, "go on")
        await g.space()
        await click(g, KeysLine, "skip")
        await click(g, KeysLine, "equipment")
        assert g.done("A2").skipped is Why.EQUIPMENT
        await click(g, KeysLine, "?")
        assert g.is_on(HelpScreen)


async def test_a_tap_on_the_stage_is_the_big_key_and_a_double_tap_is_one(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.wait(30)
        await click(g, BigDigits)
        assert g.is_in(Rest)
        await g.wait(0.6)
        await click(g, BigDigits)
        assert g.is_in(Rest), "a finger that trembles skips no rest"
        await g.wait(0.7)
        await click(g, BigDigits)
        assert not g.is_in(Rest)


async def test_a_tap_answers_no_question(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("s")
        await g.wait(1)
        await click(g, BigDigits)
        assert g.session.done == {}
        assert "why?" in g.text()


async def test_only_the_first_button_taps(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.pilot.click(offset=_place(g, BigDigits, ""), button=3)
        await g.settled()
        assert g.is_in(Work)


async def test_the_click_that_brings_the_terminal_to_the_front_logs_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        g.app.post_message(events.AppBlur())
        await g.settled()
        await g.wait(30)
        g.app.post_message(events.AppFocus())
        await g.settled()
        await click(g, BigDigits)
        assert g.is_in(Work)
        await g.wait(1)
        await click(g, BigDigits)
        assert g.is_in(Rest)


async def test_a_click_moves_the_cursor_and_the_wheel_turns_the_value(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await click(g, Values, "right")
        await g.press("7", "enter")
        assert (g.values()["left"], g.values()["right"]) == ("6", "7")
        await wheel(g, "left", events.MouseScrollDown)
        await wheel(g, "left", events.MouseScrollDown)
        await wheel(g, "right", events.MouseScrollUp)
        assert (g.values()["left"], g.values()["right"]) == ("4", "8")
        await g.press("space")
        await wheel(g, "left", events.MouseScrollUp)
        done = g.done("B1")
        assert (done.left, done.right) == (5, 8), "in a rest it is the set just done"


async def test_the_values_of_the_summary_too(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "f", "enter", "down")
        assert g.is_on(SummaryScreen)
        await click(g, Values, "right")
        await g.press("6", "tab")
        await wheel(g, "left", events.MouseScrollDown)
        assert (g.done("A1").left, g.done("A1").right) == (9, 6)


async def test_numbers_typed_at_any_time_in_a_rest_go_to_the_set_just_done(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.press("space")
        done = []
        for reps, before in (("7", ()), ("6", ("plus",)), ("5", ("minus", "minus"))):
            await g.press(*before, reps, "enter")
            done.append(g.done("B1").left)
        await g.wait(600)
        assert g.shows(ScreenState.OVERTIME)
        await g.press("4", "enter")
        done.append(g.done("B1").left)
        await g.press("plus", "3", "enter")
        done.append(g.done("B1").left)
        assert done == [7, 6, 5, 4, 3]
        await g.press("8", "space")
        assert g.done("B1").left == 8, "typed and gone on from at once"


async def test_a_clicker_walks_from_the_first_start_into_the_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock) as g:
        # The one question that wants an answer wants a keyboard, once.
        await g.press("pagedown", "minus", "pagedown", "pagedown", "pagedown")
        assert g.is_on(HomeScreen), "past the pages of the introduction"
        await g.wait(1)  # one that is held down goes no further
        await g.press("pagedown")
        assert g.is_on(SetupScreen)
        await g.press("pageup")
        assert g.is_on(HomeScreen)
        await g.press("pagedown", "pagedown")
        assert g.is_on(SessionScreen)
        await g.wait(1)
        await g.press("pagedown")
        assert g.is_in(Rest)
        await g.press("pageup")
        assert not g.session.done


async def test_a_clicker_leaves_the_summary_alone(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("space", "f", "enter")
        await g.press("pagedown", "pagedown")
        assert g.is_on(SummaryScreen)


@pytest.mark.parametrize(("opener", "size"), [("question_mark", (80, 12)), ("w", (120, 45))])
async def test_keys_that_turn_a_page_leave_it_open_at_either_end(
    opener: str, size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.press(opener)
        page = g.screen
        assert not g.is_on(SessionScreen)
        for key in ("pageup", *("pagedown",) * 12, "pageup"):
            await g.press(key)
            assert g.screen is page, key
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert g.is_in(Work), "and nothing was logged on the way"


async def test_a_page_is_left_by_a_tap_on_its_way_back(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(120, 45)) as g:
        await g.press("w")
        lines = g.text().splitlines()
        for text, left in (("Educational", False), ("space  back", True)):
            y = next(y for y, line in enumerate(lines) if text in line)
            await g.pilot.click(offset=(lines[y].index(text), y))
            await g.settled()
            assert g.is_on(SessionScreen) is left
        assert g.is_in(Work), "and the stage below was not tapped"


async def test_the_key_that_closed_a_page_pressed_twice_is_none_of_the_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(120, 45)) as g:
        await g.press("w", "space", "space")
        assert g.is_in(Work)
        await g.space()
        assert g.is_in(Rest)


async def test_a_clicker_takes_the_big_answer(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("f", "pagedown")
        assert g.is_on(SessionScreen)
        await g.press("s", "pagedown")
        assert not g.session.done, "it goes back from a question, as space does"
