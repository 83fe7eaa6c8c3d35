"""The 5K over time: a chart of the races, the same numbers as a table, the studies beside them."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.runs.five_k import FiveK, five_k_words, studies, summary_words
from runlift_tui.core.runs.five_k_chart import five_k_chart, legend
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Distance
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartView
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

_KEYS = faces("five-k", "previous next; whole; back; help")
_FEW_KEYS = faces("five-k", "whole; back; help")
_NONE = (
    "No race yet. Under runs, 5k 19:58 race notes one down; from 1,500 m to the marathon others "
    "count, as an estimate."
)


class FiveKScreen(Page):
    """What the stopwatch says; nothing here promises a time."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("five-k")

    def __init__(self, fives: Callable[[], Sequence[FiveK]], unit: Distance) -> None:
        """Show races.

        Args:
            fives: Returns them, as 5Ks, oldest first.
            unit: Of distances.
        """
        super().__init__()
        self._races = fives
        self._fives = tuple(fives())
        self._unit = unit

    def compose(self) -> ComposeResult:
        """Yield the strip, the outcome, the chart, what its marks are, the races, the keys."""
        yield Static(id="strip", markup=False)
        yield Static(id="outcome", markup=False)
        if self._fives:
            yield ChartView()
            yield Static(id="legend", markup=False)
        yield Listing()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the newest race."""
        self._show()

    def read_anew(self) -> bool:
        """Show the races that there are by now, the same one staying chosen."""
        before, listing = self._fives, self.query_one(Listing)
        now = tuple(self._races())
        if not before or not now:
            return False  # there is no chart, or none any more
        chosen = before[len(before) - 1 - listing.chosen]
        self._fives = now
        self._show()
        place = now[::-1].index(chosen) if chosen in now else 0
        self.action_move(listing.chosen - place)
        return True

    def _show(self) -> None:
        self.show_keys(_KEYS if len(self._fives) > 1 else _FEW_KEYS)
        self.show_strip(f"The 5K   {plural(len(self._fives), 'race')}   the lower, the faster")
        listing = self.query_one(Listing)
        listing.empty = _NONE
        rows = (five_k_words(each, self._fives[0], self._unit) for each in self._fives)
        listing.rows = tuple(Row(*words) for words in rows)[::-1]
        if self._fives:
            self.show_text("#legend", legend(self._fives))
            self.show_text("#outcome", self._outcome())
        # The races have the rows that they need, the chart all the others.
        listing.styles.max_height = max(1, len(self._fives))
        self._paint()

    def _outcome(self) -> str:
        """Return what the 5K did, in a line."""
        first = self._fives[0]
        alone = f"{first.words} on {day_text(first.day)}. A second race shows what it does."
        return summary_words(self._fives) or alone

    def _paint(self) -> None:
        if self._fives:
            chosen = len(self._fives) - 1 - self.query_one(Listing).chosen
            self.query_one(ChartView).chart = five_k_chart(self._fives, chosen)

    def action_move(self, by: int) -> None:
        """Choose another race."""
        listing = self.query_one(Listing)
        listing.chosen = max(0, min(listing.chosen - by, len(self._fives) - 1))
        self._paint()

    def action_whole(self) -> None:
        """Say what the studies found, and where."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(studies(self._fives), opened_by="five-k.whole"))

    def on_chart_clicked(self, message: ChartClicked) -> None:
        """Choose the race that was clicked in the chart."""
        self.query_one(Listing).chosen = len(self._fives) - 1 - message.place
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the race that was clicked."""
        self.query_one(Listing).chosen = message.index
        self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the races by the wheel."""
        self.action_move(-message.by)

    def action_back(self) -> None:
        """Back to the runs."""
        self.dismiss()
