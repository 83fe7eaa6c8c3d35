"""What stands in for Textual's styling in tests styles every part as Textual does."""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from tests import styled_once
from tests.screens.gym import SEASONED, Gym, gym


def _is_as_textual_has_it(g: Gym) -> bool:
    """Whether Textual, asked again for every part that stands, comes to the style that it has."""
    nodes = list(g.screen.walk_children(with_self=True))
    assert len(nodes) > 4
    for node in nodes:
        sheet, kept = g.app.stylesheet, dict(node.styles.base._rules)
        marks = node._has_hover_style, node._has_focus_within
        styled_once.as_textual_has_it(sheet, node)
        if kept != node.styles.base._rules:
            return False
        if marks != (node._has_hover_style, node._has_focus_within):
            return False
    return True


async def test_every_part_is_styled_as_by_textual(tmp_path: Path, clock: ManualClock) -> None:
    assert Stylesheet.apply is styled_once.applied
    for folder in ("first", "second"):  # in which everything is known from the first
        async with gym(tmp_path / folder, clock, athlete=SEASONED) as g:
            for keys in ((), ("h",), ("escape", "s"), ("down", "colon"), ("escape", "escape")):
                await g.press(*keys)
                assert _is_as_textual_has_it(g), g.text()
        async with gym(tmp_path / folder / "x", clock, level=Level.BEGINNER) as g:
            for keys in ((), ("x",), ("escape", "question_mark")):
                await g.press(*keys)
                assert _is_as_textual_has_it(g), g.text()
