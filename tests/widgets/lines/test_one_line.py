"""A line to type in, and what stands there while nobody types."""

from textual.app import App, ComposeResult

from runlift_tui.widgets.lines.one_line import OneLine


class TwoLines(App[None]):
    """Two lines, one of which has the keys."""

    def compose(self) -> ComposeResult:
        """Yield them."""
        yield OneLine("a")
        yield OneLine("bench, dumbbells, kettlebells", compact=True)


async def test_what_has_no_room_begins_at_its_first_letter_and_ends_with_a_mark() -> None:
    app = TwoLines()
    async with app.run_test(size=(24, 8)) as pilot:
        first, second = app.query(OneLine)
        first.focus()
        await pilot.pause(0)
        assert second.render_line(0).text.rstrip() == "bench, dumbbells…"
        second.focus()
        await pilot.pause(0)
        first.focus()
        await pilot.pause(0)
        assert second.render_line(0).text.startswith("bench"), "not where the cursor was"
        second.value = "bench"
        await pilot.pause(0)
        assert second.render_line(0).text.rstrip() == "bench"
