"""A year of squares in the room that it has."""

from datetime import date

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset

from runlift_tui.core.history.year_of_squares import year_of_squares
from runlift_tui.widgets.base.pieces import width_of
from runlift_tui.widgets.lists.year import DayClicked, Year

DAY = date(2026, 11, 23)


class Shown(App[None]):
    """A year, and what was clicked in it."""

    def __init__(self, width: int, chosen: date) -> None:
        super().__init__()
        self.year = Year()
        self.year.styles.width = width
        self.year.squares = year_of_squares(2026, {chosen: 3}, chosen)
        self.clicked: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.year

    def on_day_clicked(self, message: DayClicked) -> None:
        self.clicked.append(message.day)


@pytest.mark.parametrize("width", [74, 58, 57, 56, 46, 30])
@pytest.mark.parametrize("chosen", [DAY, date(2026, 1, 5), date(2026, 6, 15)])
async def test_it_has_its_place_and_no_more_and_the_chosen_day_in_it(
    width: int, chosen: date
) -> None:
    app = Shown(width, chosen)
    async with app.run_test(size=(80, 9)) as pilot:
        await pilot.pause()
        lines = app.year.lines(*app.year.size)
        assert max(map(width_of, lines)) <= width
        texts = ["".join(piece.text for piece in line) for line in lines]
        assert ("…" in texts[0]) == (width < 57)
        assert f"{chosen:%b}" in texts[0]
        square = Offset(texts[1].index("■"), 1)
        await pilot.click(app.year, square)
        assert app.clicked == [(chosen - date(2026, 1, 1)).days]
        await pilot.click(app.year, Offset(0, 1))
        assert len(app.clicked) == 1
