"""A block that is pasted into a field: nothing of it goes by without a word."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

import runlift_tui
from runlift_tui.clock import ManualClock
from runlift_tui.screens.parts.choosing import ChoosingScreen
from tests.screens.gym import SEASONED, Gym, gym


async def paste(g: Gym, text: str) -> None:
    """Have the terminal paste a text."""
    g.app.post_message(events.Paste(text))
    await g.pilot.pause()


def line(g: Gym) -> Input:
    """Return the field that has the typing."""
    found = g.app.focused
    assert isinstance(found, Input)
    return found


async def _palette(g: Gym) -> None:
    await g.press("ctrl+p")


async def _search(g: Gym) -> None:
    await g.press("e", "slash")


PLACES: tuple[Callable[[Gym], Awaitable[None]], ...] = (_palette, _search)


@pytest.mark.parametrize("way", PLACES)
async def test_the_lines_are_offered_and_the_chosen_one_stands(
    way: Callable[[Gym], Awaitable[None]],
    tmp_path: Path,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await way(g)
        await paste(g, "front squat\n\nsplit squat\n")
        assert g.is_on(ChoosingScreen)
        assert "2 lines were pasted, and one fits here" in g.text()
        drawn: list[bool] = []
        monkeypatch.setattr(type(g.app), "action_repaint", lambda _: drawn.append(True))
        await g.press("ctrl+l")
        assert drawn == [True]
        await g.press("down", "enter")
        assert line(g).value == "split squat"
        await g.press("ctrl+u")
        await paste(g, "front\nsquat")
        await g.press("up", "enter")
        assert line(g).value == "front squat"


async def test_none_of_them_leaves_the_line_as_it_was_and_without_one_it_is_said(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await paste(g, "a\nb\nc")
        await paste(g, "x" * 1000)
        (told,) = [each.message for each in g.app._notifications]
        assert told == "Nothing was pasted: no line is open to type in."
        await _palette(g)
        await g.type("sq")
        await paste(g, "a\nb\nc")
        await g.press("escape")
        assert line(g).value == "sq"


async def test_one_line_goes_in_and_what_is_too_long_is_said(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await _palette(g)
        await paste(g, "  squat\r\n")
        assert line(g).value == "squat"
        most = line(g).max_length
        assert most is not None
        await paste(g, "x" * 1_000_000)
        assert len(line(g).value) == most
        (told,) = [each.message for each in g.app._notifications]
        assert told == f"Only the first {most - 5} letters of what was pasted fit here."


def test_every_line_to_type_in_is_one_of_these() -> None:
    folder = Path(runlift_tui.__file__).parent
    own = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        if re.search(r"\bInput\(|\(Input\):", path.read_text("utf-8"))
    }
    # One is made of Textual's, and one waits for a message of it.
    assert own - {"widgets/lines/one_line.py"} == set()
