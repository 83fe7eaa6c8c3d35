"""A part paints only what has changed, and each line once."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces


class Frames(Part):
    """Three rows, of which the last two change with the frame."""

    DEFAULT_CSS = "Frames { width: 20; height: 3; }"

    number = 0

    def lines(self, width: int, height: int) -> list[Pieces]:
        del width, height
        return [(Piece("floor"),), (Piece(f"step {self.number}", "figure"),), (Piece("a", "chip"),)]


class Shown(App[None]):
    """One part, with or without something around it."""

    def __init__(self, css: str = "") -> None:
        super().__init__()
        self.part = Frames()
        self.stylesheet.add_source(css, read_from=("", ""))

    def compose(self) -> ComposeResult:
        yield self.part


async def test_a_line_that_comes_back_is_the_one_that_was_painted() -> None:
    app = Shown()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        first = app.part.render_lines(Region(0, 0, 20, 3))
        for number in (1, 0):
            app.part.number = number
            app.part.redraw()
            await pilot.pause()
        again = app.part.render_lines(Region(0, 0, 20, 3))
        assert all(a is b for a, b in zip(first, again, strict=True))
        assert [strip.text for strip in app.part.render_lines(Region(5, 1, 2, 1))] == ["0 "]


@pytest.mark.parametrize(
    "css", ["Frames { padding: 1 2; width: 24; height: 5; }", "Frames { outline: heavy red; }"]
)
async def test_what_has_something_around_it_is_painted_with_it(css: str) -> None:
    app = Shown(css)
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        size = app.part.outer_size
        rows = [strip.text for strip in app.part.render_lines(size.region)]
        assert len(rows) == size.height
        assert not rows[0].startswith("floor")


async def test_many_lines_are_not_kept_for_ever() -> None:
    app = Shown()
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        for number in range(500):
            app.part.number = number
            app.part.redraw()
            app.part.render_lines(Region(0, 0, 20, 3))
        assert len(app.part._strips) <= 200


async def test_a_row_that_is_too_wide_moves_nothing_beside_it() -> None:
    app = Shown("Frames { width: 4; }")
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        strips = app.part.render_lines(Region(0, 0, 4, 3))
        assert [strip.text for strip in strips] == ["flo…", "ste…", "a   "]
