"""One exercise looked back on: its best sets, its curves over time, the same as a table."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.progress.exercise import (
    ExerciseOuting,
    best_lines,
    outings_of,
    sides_compared,
    stop_words,
)
from runlift_tui.core.progress.stronger import load_words, strength_words
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.past_reading import PastReading
from runlift_tui.screens.parts.wanted import PlaceWanted
from runlift_tui.screens.progress.curve_view import CurveView
from runlift_tui.screens.progress.outing_rows import OutingHeads, OutingRows
from runlift_tui.store.advice import next_time_words
from runlift_tui.store.store import Store
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartScrolled, ChartView
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, RowClicked, RowsScrolled

_CHART_KEYS = faces(
    "exercise",
    "older newer; next-curve; closer further; table; open; back; help; along-back along-on; all",
)
_TABLE_KEYS = faces("exercise", "previous next; chart; open; back; help")


class CurveLooking:
    """How the curves are looked at; its actions are the screen's: see `Living.take_actions`."""

    def __init__(
        self,
        page: Screen[None],
        view: Callable[[], CurveView],
        paint: Callable[[], object],
    ) -> None:
        """Look at nothing else yet.

        Args:
            page: Where; its class says whether they are drawn.
            view: Returns what is looked at.
            paint: Shows it anew.
        """
        self._page = page
        self._view = view
        self._paint = paint

    @property
    def as_chart(self) -> bool:
        """Whether the curves are drawn, and not told in a table."""
        return self._page.has_class("-chart")

    def action_curve(self, by: int) -> None:
        """Show another curve."""
        if self.as_chart:
            self._view().turn(by)
            self._paint()

    def action_zoom(self, by: int) -> None:
        """Look closer at the chosen session, or from further away."""
        if self.as_chart:
            self._view().zoom(by)
            self._paint()

    def action_along(self, by: int) -> None:
        """Look earlier or later; the cursor stays with its session."""
        if self.as_chart:
            self._view().along(by)
            self._paint()

    def action_fit(self) -> None:
        """Look at all of it."""
        self._view().fit()
        self._paint()

    def action_table(self) -> None:
        """Show the same numbers as a table."""
        self._page.remove_class("-chart")
        self._paint()

    def action_chart(self) -> None:
        """Show the curves."""
        if self._view().curves:
            self._page.add_class("-chart")
            self._paint()


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
        self._view = CurveView()
        self._looking = CurveLooking(self, lambda: self._view, self._paint)
        self.take_actions(self._looking)
        self._reading: PastReading | None = None

    def compose(self) -> ComposeResult:
        """Yield the strip, the best sets, the curves' names, the chart or the table, the cursor."""
        yield Static(id="strip", markup=False)
        yield Sheet(id="all")
        yield Sheet(id="few")
        yield Static(id="curves", markup=False)
        with Container(id="pane"):
            yield OutingHeads(id="heads")
            yield Listing()
            yield ChartView()
        yield Static(id="reading", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Read the past; the first paint does not wait for it."""
        self.query_one(Listing).empty = "reading …"
        self.show_strip(self._exercise.name)
        self.show_keys(_TABLE_KEYS)
        self.read_anew()

    def read_anew(self) -> bool:
        """Read the past anew, behind what is looked at; the session and the curve stay chosen."""
        self._reading = reading = PastReading(self._store.past, self._exercise.id)
        reading.begin(self, lambda: self._read(reading))
        return True

    def _read(self, reading: PastReading) -> None:
        """Show what was read, the newest session chosen at first."""
        if reading is not self._reading:
            return  # it began anew
        sessions, was_table = (
            reading.sessions,
            bool(self._view.outings) and not self._looking.as_chart,
        )
        self._view = view = CurveView(
            outings_of(sessions, self._exercise.id),
            self._unit,
            self._store.desk.plans(),
            self._view,
        )
        listing = self.query_one(Listing)
        stop = stop_words(sessions, self._exercise.id, self._unit)
        next_ = next_time_words(self._store, self._exercise)
        if not view.outings:
            none = f"Last {stop}. {next_}".strip() if stop else "Not done yet."
            listing.empty = reading.trouble or none
            self.show_keys(_TABLE_KEYS[-2:])
            return
        said = (self._exercise.name, *head_words(view.outings), reading.trouble)
        self.show_strip("   ".join(filter(None, said)))
        answers = head_lines(view.outings, self._unit, next_, stop)
        for name, shown in zip(("#all", "#few"), answers, strict=True):
            sheet = self.query_one(name, Sheet)
            sheet.sheet = shown
            sheet.refresh(layout=True)
        rows = OutingRows(
            view.outings, view.curves, self._unit, narrow=lambda: self.has_class("-narrow")
        )
        listing.rows = self.query_one(OutingHeads).rows = rows
        self._paint()
        if not was_table:
            self._looking.action_chart()

    # What is shown

    def _paint(self) -> None:
        view = self._view
        if not view.outings:
            return
        cursor = view.cursor
        if self._looking.as_chart and cursor is not None:
            view.chosen = view.points[cursor].place
            self.query_one(ChartView).chart = view.chart()
        self.query_one(Listing).chosen = len(view.outings) - 1 - view.chosen
        tabs = view.tabs() if self._looking.as_chart else Content("")
        self.query_one("#curves", Static).update(tabs)
        self.query_one("#reading", Static).update(view.told(as_chart=self._looking.as_chart))
        self.show_keys(_CHART_KEYS if self._looking.as_chart else _TABLE_KEYS, set(_in_vain(view)))

    # Keys

    def action_move(self, by: int) -> None:
        """Choose another session: in the chart one that the curve has."""
        view = self._view
        if self._looking.as_chart and view.cursor is not None:
            view.choose_point(view.cursor + by)
        elif view.outings:
            view.choose(view.chosen + by)
        self._paint()

    def action_step(self, by: int) -> None:
        """Choose the row above or below; in the chart, another curve."""
        if self._looking.as_chart:
            self._looking.action_curve(-by)
        else:
            self.action_move(by)

    def action_open(self) -> None:
        """Go into the chosen session, in the history."""
        view = self._view
        if view.outings:
            chosen = view.outings[view.chosen].session
            self.want(PlaceWanted(Place.HISTORY, chosen, "edit"))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def on_chart_clicked(self, message: ChartClicked) -> None:
        """Choose the session that was clicked in the chart."""
        self._view.choose_point(message.place)
        self._paint()

    def on_chart_scrolled(self, message: ChartScrolled) -> None:
        """Look closer at where the pointer is, or from further away."""
        self._view.zoom(message.by, date.fromordinal(max(1, int(message.at))))
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the session that was clicked."""
        self._view.choose(len(self._view.outings) - 1 - message.index)
        self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the table by the wheel."""
        self.action_move(-message.by)


def _in_vain(view: CurveView) -> Iterator[str]:
    """Yield what comes to nothing: to go where nothing else is, to see more than all of it."""
    if len(view.outings) < 2:
        yield from ("previous", "next")
    if len(view.points) < 2:
        yield from ("older", "newer", "closer", "further")
    if len(view.curves) < 2:
        yield "next-curve"
    if not view.curves:
        yield "chart"
    if view.window == view.widest:
        yield from ("along-back", "along-on", "all")


def head_words(outings: Sequence[ExerciseOuting]) -> tuple[str, str]:
    """Return what all the sessions come to, in two pieces."""
    sets = sum(len(each.sets) for each in outings)
    return f"{plural(len(outings), 'session')}, {plural(sets, 'set')}", f"since {outings[0].day}"


def head_lines(
    outings: Sequence[ExerciseOuting], unit: Unit, next_: str, stop: str = ""
) -> tuple[tuple[SheetLine, ...], tuple[SheetLine, ...]]:
    """Return the answers over the chart, and those that stay in a low window.

    Args:
        outings: The sessions that had the exercise, at least one.
        unit: Of loads.
        next_: What it asks for the next time, in a sentence.
        stop: How far it went when it was stopped for pain, where that was last.
    """
    best = [SheetLine(each.by, f"{each.done}   {each.day}") for each in best_lines(outings, unit)]
    next_time = SheetLine("next time", next_.removeprefix("Next time: ").removesuffix("."))
    answers = (
        next_time,
        SheetLine("load", load_words(outings, unit)),
        SheetLine("stronger", strength_words(outings)),
    )
    sides = SheetLine("sides", sides_compared(outings).removeprefix("left and right: "))
    stopped = SheetLine("last", stop)
    all_of_it, few = (*answers, stopped, *best, sides), (*answers, stopped, *best[:1])
    return tuple(line for line in all_of_it if line.text), tuple(line for line in few if line.text)
