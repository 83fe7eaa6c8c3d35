"""Long lists, sheets and what is told: what stands in the rows, and what a click says."""

from collections.abc import Sequence
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.widgets.base.pieces import width_of
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.sheet import Sheet, ShorterSheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import (
    Listing,
    Row,
    RowClicked,
    RowsScrolled,
    choosable,
    closed_up,
)
from tests.rows import for_each

ROWS = tuple(Row(f"Row {n}", f"note {n}") for n in range(1000))


class Alone(App[None]):
    """One widget, and what it says."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget
        self.heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that the program's themes have beside Textual's."""
        return {"quiet": "#888888", "alarm": "#ff0000"}

    def compose(self) -> ComposeResult:
        """Yield the widget."""
        yield self._widget

    def on_row_clicked(self, message: RowClicked) -> None:
        """Remember."""
        self.heard.append(message)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Remember."""
        self.heard.append(message)

    def on_choice_chosen(self, message: Choice.Chosen) -> None:
        """Remember."""
        self.heard.append(message)


def texts(widget: Listing | Sheet | Told | Choice) -> list[str]:
    """Return what stands in the rows."""
    return ["".join(piece.text for piece in row).rstrip() for row in widget.lines(*widget.size)]


async def test_the_chosen_row_is_in_sight_wherever_it_is() -> None:
    listing = Listing()
    app = Alone(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.rows = ROWS
        for place in (0, 9, 10, 999, 990, 989, 500, 0):
            listing.chosen = place
            await pilot.pause(0)
            shown = texts(listing)
            assert len(shown) == 10
            assert [row for row in shown if row.startswith("▸")] == [
                row for row in shown if f"Row {place} " in row
            ]


async def test_it_moves_as_little_as_it_must() -> None:
    listing = Listing()
    async with Alone(listing).run_test(size=(40, 10)):
        listing.rows = ROWS
        listing.chosen = 12
        first = texts(listing)[0]
        listing.chosen = 5
        assert texts(listing)[0] == first
        listing.chosen = 2
        assert "Row 2" in texts(listing)[0]


async def test_a_click_says_which_row() -> None:
    listing = Listing()
    app = Alone(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        listing.rows = ROWS
        listing.chosen = 19
        await pilot.pause()
        await pilot.click(offset=(5, 3))
        (message,) = app.heard
        assert isinstance(message, RowClicked)
        assert message.index == 13
        listing.rows = ROWS[:2]
        listing.chosen = 0
        await pilot.click(offset=(5, 7))
        assert len(app.heard) == 1


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (40, "▸   Squat        bench, box  24 Nov"),
        (30, "▸   Squat          24 Nov"),
        (17, "▸   Squat  24 …"),
    ],
)
def test_what_stands_before_a_note_is_there_whole_or_not_at_all(width: int, shown: str) -> None:
    listing = Listing()
    listing.set_reactive(Listing.rows, (Row("Squat", f"{'24 Nov':<9}", more="bench, box"),))
    (row,) = listing.lines(width, 1)
    assert "".join(piece.text for piece in row).rstrip() == shown


async def test_an_empty_list_says_so() -> None:
    listing = Listing()
    async with Alone(listing).run_test(size=(40, 10)):
        listing.empty = "nothing here"
        assert texts(listing) == ["  nothing here"]


@given(st.lists(st.builds(Row, st.text(), st.text()), max_size=30), st.integers(1, 60))
def test_rows_are_as_wide_as_the_list(rows: list[Row], width: int) -> None:
    listing = Listing()
    listing.set_reactive(Listing.rows, tuple(rows))
    for row in listing.lines(width, 10):
        assert width_of(row) <= max(width, 2)


@given(st.text(), st.integers(2, 40))
def test_nothing_is_lost_in_wrapping(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_a_sheet_is_told_shorter_before_it_is_cut() -> None:
    whole = tuple(SheetLine("", f"Line {n}") for n in range(6))
    sheet = ShorterSheet()
    sheet.set_reactive(ShorterSheet.told, lambda _: (whole, whole[:3], whole[:2]))
    sheet.set_reactive(Sheet.more, "more")
    for height, last in ((6, "Line 5"), (5, "Line 2"), (2, "Line 1"), (1, "more")):
        rows = sheet.lines(20, height)
        assert "".join(piece.text for piece in rows[-1]).strip() == last


async def test_a_sheet_says_that_something_is_left_out() -> None:
    sheet = Sheet()
    async with Alone(sheet).run_test(size=(30, 6)):
        sheet.more = "more"
        sheet.sheet = (
            SheetLine("", "Name", "strong"),
            SPACE,
            SheetLine("why", "Because of this and of that and of more."),
            SheetLine("", "And so on."),
        )
        assert texts(sheet) == [
            "Name",
            "",
            "why  Because of this and of",
            "     that and of more.",
            "     And so on.",
        ]
        sheet.sheet = (*sheet.sheet, SheetLine("id", "x"), SheetLine("id", "y"))
        assert texts(sheet)[0:2] == ["Name", "why  Because of this and of"]
        sheet.sheet = (*sheet.sheet, SheetLine("id", "z"), SheetLine("id", "z"))
        assert texts(sheet)[-1] == "more"
        assert len(texts(sheet)) == 6


async def test_long_words_take_a_second_line() -> None:
    told = Told()
    async with Alone(told).run_test(size=(20, 6)) as pilot:
        told.text = "short"
        await pilot.pause()
        assert told.size.height == 1
        told.text = "not as short as all that"
        await pilot.pause()
        assert told.size.height == 2
        assert texts(told) == ["not as short as all", "that"]


@pytest.mark.parametrize(
    ("keys", "value"), [((), "a"), (("right",), "b"), (("left",), "c"), (("space", "right"), "c")]
)
async def test_a_choice_turns(keys: tuple[str, ...], value: str) -> None:
    choice = Choice((("a", "one"), ("b", "two"), ("c", "three")), "a")
    app = Alone(choice)
    async with app.run_test(size=(20, 2)) as pilot:
        choice.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert choice.value == value
        assert len(app.heard) == len(keys)
        assert texts(choice) == [{"a": "‹ one ›", "b": "‹ two ›", "c": "‹ three ›"}[value]]


async def test_notes_may_begin_in_one_column() -> None:
    listing = Listing(aligned=True)
    app = Alone(listing)
    async with app.run_test(size=(40, 6)) as pilot:
        listing.rows = (Row("Squat", "one"), Row("Step-up", "two"), Row("A" * 30, "three"))
        await pilot.pause()
        lines = ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]
        assert lines[0].index("one") == lines[1].index("two")
        assert "three" not in lines[2][: 4 + 30]


@pytest.mark.parametrize(("width", "bars"), [(40, (20, 5)), (26, (16, 4)), (14, (0, 0))])
async def test_bars_keep_their_proportion_in_a_narrow_list(
    width: int, bars: tuple[int, int]
) -> None:
    listing = Listing()
    app = Alone(listing)
    async with app.run_test(size=(width, 4)) as pilot:
        listing.rows = (Row("a", bar="━" * 20), Row("b", bar="━" * 5))
        await pilot.pause()
        lines = ["".join(s.text for s in line) for line in app.screen._compositor.render_strips()]
        assert tuple(line.count("━") for line in lines[:2]) == bars
        assert "…" not in "".join(lines)


class Worked(Sequence[Row]):
    """Rows that are worked out when they come into sight; it remembers which were."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return len(ROWS)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return a row, or some."""
        places = range(len(ROWS))[place]
        self.asked |= set(places) if isinstance(places, range) else {places}
        return list(ROWS[place]) if isinstance(place, slice) else ROWS[place]


async def test_rows_out_of_sight_are_not_worked_out() -> None:
    listing, rows = Listing(), Worked()
    async with Alone(listing).run_test(size=(40, 10)):
        listing.rows = rows
    assert rows.asked <= set(range(10))


def test_columns_close_up_before_a_word_is_cut() -> None:
    text = "A1  1  8 → 8/8               Dead bug"
    assert closed_up(text, 99) == closed_up(text, cell_len(text)) == text
    assert closed_up(text, 30) == "A1  1  8 → 8/8        Dead bug"
    assert closed_up(text, 24) == closed_up(text, 5) == "A1  1  8 → 8/8  Dead bug"
    assert closed_up("8 of 8    ", 6) == "8 of 8"


async def test_no_word_is_cut_while_its_row_has_empty_cells() -> None:
    listing = Listing()
    async with Alone(listing).run_test(size=(40, 4)):
        listing.rows = (Row("B1  1  8 → 8/8            Dead bug", "a note"), Row("B2", "another"))
        first, _ = texts(listing)
        assert "Dead bug" in first
        assert first.endswith("a note")
    beside = Listing(aligned=True)
    async with Alone(beside).run_test(size=(40, 4)):
        beside.rows = (Row("a name of many letters", "short"), Row("x", "a note of twenty cells"))
        assert texts(beside)[1].endswith("a note of twenty cells")


async def test_a_choice_keeps_both_its_arrows_however_narrow() -> None:
    choice = Choice((("", "holiday or ill?"), ("a", "another")), "")
    async with Alone(choice).run_test(size=(14, 1)):
        choice.focus()
        (text,) = texts(choice)
        assert text.startswith("‹ ")
        assert text.endswith(" ›")
        assert "…" in text


@for_each(
    ("headings", "place", "by", "chosen"),
    [
        ((), 1, 1, 1),
        ((), 9, 1, 3),
        ((), -1, -1, 0),
        ((0,), 0, -1, 1),
        ((0, 2), 2, 1, 3),
        ((0, 2), 2, -1, 1),
        ((3,), 3, 1, 2),
        ((0, 1, 2, 3), 2, 1, 2),
    ],
)
def test_a_heading_is_gone_over_on_the_way_down_and_up(
    headings: tuple[int, ...], place: int, by: int, chosen: int
) -> None:
    rows = [Row("", is_heading=number in headings) for number in range(4)]
    assert choosable(rows, place, by) == chosen
    assert choosable((), place, by) == 0
