"""On Windows each of Shift, Ctrl, Alt and Caps Lock sends `ctrl+@` by itself: it is no key."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from tests.screens.gym import gym
from tests.sweep import sweep

NUL = "ctrl+@"


@pytest.mark.parametrize(
    "keys",
    sweep(
        [
            ("s",),  # a question: why it is skipped
            ("h",),  # another: a pain
            ("h", "3"),
            ("1", "2"),  # a number that is being typed
            ("r",),
            ("e",),
            ("n", "a"),  # a note
            ("x",),
            ("question_mark",),
            ("o",),
            ("space",),
            ("slash", "s"),  # something that is looked for
        ],
        stay=(("s",), ("1", "2")),
    ),
)
async def test_it_changes_nothing(
    keys: tuple[str, ...], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press(*keys)
        before = g.text(), g.session, type(g.screen)
        await g.press(NUL)
        await g.press(NUL)
        assert (g.text(), g.session, type(g.screen)) == before


async def test_where_there_is_no_shell_to_go_to_undo_has_the_key_of_every_program(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runlift_tui.terminal.pressing.has_shell", lambda: False)
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("space")
        logged = g.session
        await g.press("ctrl+z")
        assert g.session != logged
