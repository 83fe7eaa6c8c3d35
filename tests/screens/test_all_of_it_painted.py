"""After every key a terminal has the cells that a whole new picture would have."""

import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual._compositor import Compositor, CompositorUpdate

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.widgets.base.part import Part
from tests.screens.drawing import as_textual_has_it
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

_TOKEN = re.compile(r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[[0-9;?]*[A-Za-z]|(?P<text>.)", re.S)
SIZES = ((100, 30), (80, 24), (120, 36), (160, 45))
WAYS = {
    "h": "down up down end home [ ] slash 2 7 space n o v escape d u w escape enter tab escape",
    "t": "down up end home c escape n escape slash k escape d u",
    "e": "down up end home slash s p l i t escape w escape f f",
    "p": "down up enter escape w escape tab",
    "o": "down up end home w escape e tab down escape",
    "b": "tab tab t tab enter tab escape",
    "s": "down up right left end home",
}
"""Places, and the keys that are pressed there."""


class Cells:
    """What stands on a terminal after all that was sent to it."""

    def __init__(self, width: int, height: int) -> None:
        self.rows = [[" "] * width for _ in range(height)]

    def take(self, sent: str) -> None:
        """Do what a terminal does with it; everything here is one cell wide."""
        x = y = 0
        for token in _TOKEN.finditer(sent):
            if token["row"]:
                x, y = int(token["column"]) - 1, int(token["row"]) - 1
            elif token["text"] == "\n":
                x, y = 0, y + 1
            elif token["text"] and y < len(self.rows) and x < len(self.rows[y]):
                self.rows[y][x] = token["text"]
                x += 1

    @property
    def lines(self) -> list[str]:
        return ["".join(row) for row in self.rows]


def painted_anew(g: Gym) -> list[str]:
    """Return what a whole new picture would have."""
    for part in g.screen.query(Part):
        part.forget()
    return g.text().splitlines()


@pytest.mark.parametrize("place", sweep(WAYS, stay=("h",)), ids=str)
@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:1]), ids=str)
async def test_no_cell_is_left_over(
    place: str,
    size: tuple[int, int],
    made_up_year: Path,
    tmp_path: Path,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = Cells(*size)

    def display(app: RunLift, screen: Any, renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate) and screen is app.screen:
            cells.take(renderable.render_segments(app.console))

    monkeypatch.setattr(Compositor, "render_update", as_textual_has_it)
    monkeypatch.setattr(RunLift, "_display", display)
    folder = tmp_path / "own"
    copytree(made_up_year, folder)
    async with gym(folder, clock, athlete=SEASONED, size=size) as g:
        for key in (place, *WAYS[place].split()):
            await g.press(key)
            assert cells.lines == painted_anew(g), key
