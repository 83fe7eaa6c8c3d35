"""The session screen in every state, to look at: `python -m tests.widgets.gallery [folder]`.

With a folder it writes an SVG of every state instead: `... gallery folder 80x24 [theme]`.
"""

import asyncio
import sys
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from runlift_tui.core.face.shapes import SessionFace
from runlift_tui.looks import breakpoints
from runlift_tui.looks.themes import THEMES, find, offered
from runlift_tui.screens.parts.once import Living
from runlift_tui.widgets.session import session_view
from runlift_tui.widgets.session.session_view import SessionView
from tests.widgets.faces import FACES

_HOUSE = Path(session_view.__file__).parents[2]
STYLES: list[str | PurePath] = [_HOUSE / "app.tcss"]


class Gallery(App[None]):
    """One view; left and right go through the states, `t` changes the theme."""

    CSS_PATH = STYLES
    HORIZONTAL_BREAKPOINTS = breakpoints.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = breakpoints.VERTICAL_BREAKPOINTS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)"),
        Binding("left", "step(-1)"),
        Binding("t", "other_theme"),
    ]

    def __init__(self, theme: str = "runlift-dark", face: SessionFace | None = None) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.at = 0
        self.view = SessionView(face or next(iter(FACES.values())))

    def get_theme(self, theme_name: str) -> Theme | None:
        return find(theme_name)

    def get_default_screen(self) -> Screen[None]:
        return Living(id="_default")

    def compose(self) -> ComposeResult:
        yield self.view

    def action_step(self, by: int) -> None:
        self.at = (self.at + by) % len(FACES)
        self.view.face = list(FACES.values())[self.at]

    def action_other_theme(self) -> None:
        names = offered()
        self.theme = names[(names.index(self.theme) + 1) % len(names)]


async def write(folder: Path, width: int, height: int, theme: str) -> None:
    """Write one SVG a state."""
    folder.mkdir(parents=True, exist_ok=True)
    app = Gallery(theme)
    async with app.run_test(size=(width, height)) as pilot:
        for name, face in FACES.items():
            app.view.face = face
            await pilot.pause()
            picture = app.export_screenshot(title="")
            (folder / f"{name}-{width}x{height}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        columns, rows = map(int, sys.argv[2].split("x"))
        look = sys.argv[3] if len(sys.argv) > 3 else THEMES[0].name
        asyncio.run(write(Path(sys.argv[1]), columns, rows, look))
    else:
        Gallery().run()
