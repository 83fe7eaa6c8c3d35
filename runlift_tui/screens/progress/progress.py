"""Does it work? The answers of the past over the charts, or the rows, behind one of them."""

from datetime import date

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Static

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.athlete.pain import stopped_after
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace, SheetLine
from runlift_tui.core.progress.exercise import with_gone
from runlift_tui.core.progress.page import progress
from runlift_tui.core.runs.run import Trial
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.past_reading import PastReading
from runlift_tui.screens.progress.section_pane import SectionPane
from runlift_tui.screens.progress.section_view import SectionView, answers
from runlift_tui.store.planner import Planner
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine

_TABLE_KEYS = faces("progress", "next-question; previous next; chart; whole; back; help")
_LIST_KEYS = faces("progress", "next-question; previous next; whole; back; help")
_NO_ROW_KEYS = faces("progress", "next-question; whole; back; help")
_CHART_KEYS = faces("progress", "next-question; older newer; table; whole; back; help")
_STILL_KEYS = faces("progress", "next-question; table; whole; back; help")
_CURVES_KEYS = faces(
    "progress", "next-question; older newer; previous next=curve; table; whole; back; help"
)
_STILL_CURVES_KEYS = faces(
    "progress", "next-question; previous next=curve; table; whole; back; help"
)
_OPEN = faces("progress", "open")


class ProgressScreen(Page):
    """Weeks, records, priming, plans, the 5K: a line each, and all of the one that is chosen."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("progress")

    def __init__(self, store: Store, today: date, at: str = "") -> None:
        """Look back.

        Args:
            store: What there is.
            today: On the athlete's calendar.
            at: The name of the answer that is shown at first; empty for the first one.
        """
        super().__init__()
        self._first = at
        self._store = store
        self._today = today
        self._reading: PastReading | None = None
        self._views: list[SectionView] = []
        self._known: dict[str, Exercise] = {}
        self._shown = 0
        self._wants_table = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the answers, what is behind one of them, what the figures are."""
        yield Static(id="strip", markup=False)
        yield Static(id="answers", markup=False)
        yield SectionPane()
        yield KeysLine()

    def on_mount(self) -> None:
        """Read the past; the first paint does not wait for it."""
        self.show_strip("   ".join(filter(None, (self._stopped, "Progress"))))
        self.show_keys(_LIST_KEYS)
        self.read_anew()

    def on_resize(self, event: Resize) -> None:
        """Shorten the answers to the new width."""
        super().on_resize(event)
        if self._views:
            self.call_after_refresh(self._paint)

    @property
    def _stopped(self) -> str:
        """What a stop sign holds back, in a sentence; empty where none stands."""
        return stopped_after(self._store.facts().outings)

    def read_anew(self) -> bool:
        """Read the past anew, behind what is looked at."""
        self._reading = reading = PastReading(self._store.past)
        reading.begin(self, lambda: self._read(reading))
        return True

    def _read(self, reading: PastReading) -> None:
        if reading is not self._reading:
            return  # it began anew
        sessions = reading.sessions
        self._known = with_gone(self._store.desk.shelf().exercises(archived=True), sessions)
        names = {id_: exercise.name for id_, exercise in self._known.items()}
        athlete, entries = self._store.desk.athlete(), self._store.runs.entries()
        found = progress(
            sessions,
            names,
            athlete.unit,
            self._today,
            plans=self._store.desk.plans(),
            runs=[each.run for each in entries],
            trials=[each.said for each in entries if isinstance(each.said, Trial)],
            distance=distance_of(athlete),
            own=Planner(self._store, self._store.desk.shelf).own,
            single_leg=[id_ for id_, each in self._known.items() if each.single_leg],
        )
        self._views = [SectionView(section) for section in found]
        names_of = [section.name for section in found]
        if self._first in names_of:
            self._shown, self._first = names_of.index(self._first), ""
        self._shown = min(self._shown, len(found) - 1)
        self.show_strip("   ".join(filter(None, (self._stopped, "Progress", reading.trouble))))
        self._paint()

    def _paint(self) -> None:
        pane, view = self.query_one(SectionPane), self._views[self._shown]
        pane.take(view, as_table=self._wants_table)
        above = self.query_one("#answers", Static)
        room = above.content_size.width or self.size.width
        above.update(answers(self._views, self._shown, room))
        self.show_keys((*(_OPEN if view.leads_to else ()), *_keys(view, is_drawn=pane.is_drawn)))

    def action_turn(self, by: int) -> None:
        """Show another section."""
        if self._views:
            self._shown = (self._shown + by) % len(self._views)
            self._paint()

    def action_along(self, by: int) -> None:
        """Go along the chart, or through the rows."""
        self.query_one(SectionPane).go(by)

    def action_step(self, by: int) -> None:
        """Choose the row above or below; over a chart, another curve of the same answer."""
        self.query_one(SectionPane).step(by)

    def action_table(self, wanted: bool) -> None:
        """Show the same numbers as a table, or as a chart."""
        self._wants_table = wanted
        if self._views:
            self._paint()

    def action_whole(self) -> None:
        """Say what the figures are, and whose rule a rule is."""
        from runlift_tui.screens.parts.whole import WholeScreen

        if self._views:
            section = self._views[self._shown].section
            lines = [SheetLine("", note) for note in section.notes]
            spaced = [each for line in lines for each in (SheetLine("", ""), line)]
            told = (SheetLine("", section.name, "strong"), *spaced)
            self.app.push_screen(WholeScreen(told, opened_by="progress.whole"))

    def action_open(self) -> None:
        """Open the page of the exercise that it is about."""
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        leads_to = self._views[self._shown].leads_to if self._views else ""
        if leads_to:
            self.app.push_screen(ExercisePastScreen(self._store, self._known[leads_to]))


def _keys(view: SectionView, *, is_drawn: bool) -> tuple[KeyFace, ...]:
    if not is_drawn and len(view.section.lines) < 2:
        return _NO_ROW_KEYS
    if not is_drawn:
        return _LIST_KEYS if view.drawn is None else _TABLE_KEYS
    moves = view.drawn is not None and view.drawn.steps > 1
    if view.next is not None:
        return _CURVES_KEYS if moves else _STILL_CURVES_KEYS
    return _CHART_KEYS if moves else _STILL_KEYS
