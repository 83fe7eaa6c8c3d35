"""One exercise looked back on: its best sets, its curves over time, the same as a table."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.told import day_shown
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.progress.chart_window import Window, moved, whole, with_day, zoomed
from runlift_tui.core.progress.curves import Curve, Point, axis, curves, name_of, points, reading
from runlift_tui.core.progress.exercise import (
    ExerciseOuting,
    best_lines,
    outings_of,
    sets_shown,
    sides_compared,
)
from runlift_tui.core.words.text import plural, safe_text
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.past_reading import PastReading
from runlift_tui.screens.progress.outing_rows import OutingRows
from runlift_tui.store.advice import next_time_words
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, RowClicked, RowsScrolled

if TYPE_CHECKING:
    from runlift_tui.charts.chart import Chart, PointClicked, WindowMoved

_CLOSER = 0.6
_CHART_KEYS = faces(
    "exercise",
    "older newer; next-curve; closer further; table; back; help; along-back along-on; all",
)
_TABLE_KEYS = faces("exercise", "previous next; chart; back; help")


class ExercisePastScreen(Page):
    """An exercise's page; it is left for where one came from."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("exercise")

    def __init__(self, store: Store, exercise: Exercise) -> None:
        super().__init__()
        self._store = store
        self._exercise = exercise
        self._unit = store.desk.athlete().unit
        self._outings: tuple[ExerciseOuting, ...] = ()
        self._curves: tuple[Curve, ...] = ()
        self._curve = Curve.COUNT
        self._names: dict[Curve, str] = {}
        self._points: tuple[Point, ...] = ()
        self._places: list[int] = []
        self._title = ""
        self._window = self._widest = Window(0.0, 1.0)
        self._chosen = 0
        self._chart: Chart | None = None
        self._reading = PastReading(store.past, exercise.id)

    def compose(self) -> ComposeResult:
        """Yield the strip, the best sets, the curves' names, the chart or the table, the cursor."""
        yield Static(id="strip", markup=False)
        yield Sheet()
        yield Static(id="curves", markup=False)
        with Container(id="pane"):
            yield Static(id="heads", markup=False)
            yield Listing()
        yield Static(id="reading", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Read the past; the first paint does not wait for it."""
        self.query_one(Listing).empty = "reading …"
        self.show_strip(self._exercise.name)
        self.show_keys(_TABLE_KEYS)
        self.call_after_refresh(self._reading.run, self, self._read)

    def _read(self) -> None:
        """Show what was read, the newest session chosen."""
        sessions = self._reading.sessions
        self._outings = outings_of(sessions, self._exercise.id)
        self._chosen = len(self._outings) - 1
        listing = self.query_one(Listing)
        listing.empty = self._reading.trouble or "Not done yet."
        if not self._outings:
            self.show_keys(_TABLE_KEYS[-2:])
            return
        self._curves = curves(self._outings)
        self._names = {curve: name_of(curve, self._outings) for curve in self._curves}
        self._head(next_time_words(self._store, sessions, self._exercise))
        rows = OutingRows(self._outings, self._curves, self._unit)
        listing.rows = rows
        # As far in as the rows, which have a mark before them.
        self.query_one("#heads", Static).update(Content(f"    {rows.head}"))
        if self._curves:
            self._take(self._curves[0])
        self._paint()
        self.call_later(self.action_chart)

    def _head(self, next_: str) -> None:
        """Say what all the sessions come to."""
        sets = sum(len(each.sets) for each in self._outings)
        count = f"{plural(len(self._outings), 'session')}, {plural(sets, 'set')}"
        since = f"since {self._outings[0].day}"
        self.show_strip("   ".join((self._exercise.name, count, since, self._reading.trouble)))
        sides = sides_compared(self._outings).removeprefix("left and right: ")
        lines = (
            SheetLine("next time", next_.removeprefix("Next time: ")),
            *(
                SheetLine(each.by, f"{each.done}   {each.day}")
                for each in best_lines(self._outings, self._unit)
            ),
            SheetLine("sides", sides),
        )
        sheet = self.query_one(Sheet)
        sheet.sheet = tuple(line for line in lines if line.text)
        sheet.refresh(layout=True)

    # What is shown

    @property
    def _as_chart(self) -> bool:
        return self.has_class("-chart")

    def _take(self, curve: Curve) -> None:
        """Take up a curve; what is looked at stays, as far as the curve goes."""
        all_seen = self._window == self._widest
        self._curve = curve
        self._points = points(self._outings, curve, self._unit)
        self._places = [each.place for each in self._points]
        self._title = axis(curve, self._outings, self._unit)
        self._widest = whole([each.day for each in self._points])
        day = self._outings[self._chosen].day
        self._window = self._widest if all_seen else zoomed(self._window, 1, day, self._widest)

    def _cursor(self) -> int | None:
        """Return which point of the curve is that of the chosen session, or the nearest to it."""
        at = bisect_left(self._places, self._chosen)
        near = range(max(0, at - 1), min(at + 1, len(self._places)))
        return min(near, key=lambda n: abs(self._places[n] - self._chosen), default=None)

    def _paint(self) -> None:
        if not self._outings:
            return
        cursor = self._cursor()
        if self._as_chart and self._chart is not None and cursor is not None:
            self._chosen = self._points[cursor].place
            self._chart.show(self._points, self._window, cursor)
        self.query_one(Listing).chosen = len(self._outings) - 1 - self._chosen
        self.query_one("#curves", Static).update(self._tabs())
        self.query_one("#reading", Static).update(self._told())

    def _tabs(self) -> Content:
        """Return the names of the curves, the one that is shown among them, and what it counts."""
        if not self._as_chart:
            return Content("")
        parts: list[tuple[str, str]] = []
        for curve in self._curves:
            name = f" {self._names[curve]} "
            parts += [(name, "reverse bold" if curve is self._curve else "$quiet"), (" ", "")]
        return Content.assemble(*parts, (f"  {self._title}", "$quiet"))

    def _told(self) -> Content:
        """Return the chosen session in words: its sets, and what every curve has of it."""
        outing = self._outings[self._chosen]
        day = day_shown(outing.day)
        place = f"{self._chosen + 1} of {len(self._outings)}{self._without()}"
        done = safe_text(sets_shown(outing.sets, self._unit))
        first = Content.assemble((day, "bold"), (f"   {place}   ", "$quiet"), done)
        parts: list[tuple[str, str]] = []
        for name, value in reading(outing, self._curves, self._unit):
            parts += [(f"{name} ", "$quiet"), (f"{value}   ", "")]
        return Content("\n").join((first, Content.assemble(*parts)))

    def _without(self) -> str:
        """Return why the newest session that a curve has is not the newest there is."""
        after = len(self._outings) - 1 - self._places[-1] if self._as_chart else 0
        if not after or self._chosen != self._places[-1]:
            return ""
        newer = "the one after it has" if after == 1 else f"the {after} after it have"
        return f": {newer} no {self._names[self._curve]}"

    # Keys

    def _choose(self, place: int) -> None:
        self._chosen = max(0, min(place, len(self._outings) - 1))
        self._window = with_day(self._window, self._outings[self._chosen].day, self._widest)
        self._paint()

    def action_move(self, by: int) -> None:
        """Choose another session: in the chart one that the curve has."""
        cursor = self._cursor()
        if self._as_chart and cursor is not None:
            cursor = max(0, min(cursor + by, len(self._points) - 1))
            self._choose(self._points[cursor].place)
        elif self._outings:
            self._choose(self._chosen + by)

    def action_step(self, by: int) -> None:
        """Choose the row above or below; in the chart, another curve."""
        if self._as_chart:
            self.action_curve(-by)
        else:
            self.action_move(by)

    def action_curve(self, by: int) -> None:
        """Show another curve."""
        if self._as_chart:
            place = self._curves.index(self._curve) + by
            self._take(self._curves[place % len(self._curves)])
            self._paint()

    def action_zoom(self, by: int) -> None:
        """Look closer at the chosen session, or from further away."""
        if self._as_chart:
            day = self._outings[self._chosen].day
            self._look(zoomed(self._window, _CLOSER**-by, day, self._widest))

    def action_along(self, by: int) -> None:
        """Look earlier or later; the cursor stays with its session."""
        if self._as_chart:
            self._look(moved(self._window, by / 4, self._widest))

    def action_fit(self) -> None:
        """Look at all of it."""
        self._look(self._widest)

    def _look(self, window: Window) -> None:
        self._window = window
        self._paint()

    def action_table(self) -> None:
        """Show the same numbers as a table."""
        self.remove_class("-chart")
        self.show_keys(_TABLE_KEYS)
        self._paint()

    async def action_chart(self) -> None:
        """Show the curves."""
        if not self._curves or self._as_chart or not self.is_attached:
            return
        if self._chart is None:
            try:
                from runlift_tui.charts.chart import Chart
            except (ImportError, RuntimeError):
                # What it counts with has not been built for this machine.
                self.notify("No charts on this machine; the table has the same.", markup=False)
                return
            self._chart = Chart()
            await self.query_one("#pane").mount(self._chart)
        self.add_class("-chart")
        self.show_keys(_CHART_KEYS)
        self._paint()

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def on_point_clicked(self, message: "PointClicked") -> None:
        """Choose the session that was clicked in the chart."""
        self._choose(self._points[message.place].place)

    def on_window_moved(self, message: "WindowMoved") -> None:
        """Look where the mouse went, no further than there is something."""
        day = self._outings[self._chosen].day
        self._look(zoomed(message.window, 1.0, day, self._widest))

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the session that was clicked."""
        self._choose(len(self._outings) - 1 - message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the table by the wheel."""
        self.action_move(-message.by)
