"""A key that is held down changes one thing of a list, and says when it does more."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from tests.screens.gym import SEASONED, gym
from tests.screens.session.test_held_keys import keep_down

HELD = [
    (("e",), "a"),
    (("e",), "c"),
    (("e",), "f"),
    (("o",), "a"),
    (("o",), "c"),
    (("o", "e"), "c"),
    (("o", "e"), "d"),
]
"""The keys that lead to a list, and the one that is held there."""


@pytest.mark.parametrize(("way", "key"), HELD, ids=lambda each: "".join(each))
async def test_a_held_key_changes_one_thing(
    tmp_path: Path, clock: ManualClock, way: tuple[str, ...], key: str
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press(*way)
        await g.wait(1)
        await keep_down(g, key)
        assert f"Next {key}: in a second." in g.text()
    assert (tmp_path / "undo.jsonl").read_text().count('"did":') == 1
