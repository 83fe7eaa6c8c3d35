"""Does it work? The answers of the past over the rows behind one of them."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.tables import WIDE_GAP, Column, fitted, head_line, line, width_of
from runlift_tui.core.progress.exercise import with_gone
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.sections import Section, SectionLine
from runlift_tui.core.runs.run import Trial
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.past_reading import PastReading
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.planner import Planner
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

_KEYS = faces("progress", "next-question; previous next; back; help")
_LEADING_KEYS = (*faces("progress", "open"), *_KEYS)


class ProgressScreen(Page):
    """Weeks, records, priming, plans, the 5K: a line each, and all of the one that is chosen."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("progress")

    def __init__(self, store: Store, today: date) -> None:
        super().__init__()
        self._store = store
        self._today = today
        self._reading = PastReading(store.past)
        self._sections: tuple[Section, ...] = ()
        self._known: dict[str, Exercise] = {}
        self._shown = 0
        self._places: dict[str, int] = {}
        """The chosen row of every section, by its name."""

    def compose(self) -> ComposeResult:
        """Yield the strip, the answers, the rows under their heads, what the figures are."""
        yield Static(id="strip", markup=False)
        yield Static(id="answers", markup=False)
        yield Static(id="heads", markup=False)
        yield Listing()
        yield Static(id="notes", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Read the past; the first paint does not wait for it."""
        self.show_strip("Progress")
        self.show_keys(_KEYS)
        self.query_one(Listing).empty = "reading …"
        self.call_after_refresh(self._reading.run, self, self._read)

    def _read(self) -> None:
        sessions = self._reading.sessions
        self._known = with_gone(self._store.desk.shelf().exercises(archived=True), sessions)
        names = {id_: exercise.name for id_, exercise in self._known.items()}
        athlete, entries = self._store.desk.athlete(), self._store.runs.entries()
        self._sections = progress(
            sessions,
            names,
            athlete.unit,
            self._today,
            plans=self._store.desk.plans(),
            runs=[each.run for each in entries],
            trials=[each.said for each in entries if isinstance(each.said, Trial)],
            distance=distance_of(athlete),
            pace=Planner(self._store, self._store.desk.shelf).pace,
            single_leg=[id_ for id_, each in self._known.items() if each.single_leg],
        )
        self.show_strip("   ".join(("Progress", self._reading.trouble)))
        self._paint()

    @property
    def _section(self) -> Section:
        return self._sections[self._shown]

    def _paint(self) -> None:
        section = self._section
        columns = fitted(section.columns, [row.cells for row in section.lines])
        listing = self.query_one(Listing)
        listing.empty = named(section.empty)
        barred = any(row.bar for row in section.lines)
        listing.rows = tuple(_row(columns, row, barred=barred) for row in section.lines)
        listing.chosen = self._places.get(section.name, 0)
        self.query_one("#answers", Static).update(self._answers())
        # As far in as the rows, which have a mark before them.
        self.query_one("#heads", Static).update(Content(f"    {head_line(columns, WIDE_GAP)}"))
        self.query_one("#notes", Static).update(Content("  ".join(section.notes)))
        self.show_keys(_LEADING_KEYS if any(row.leads_to for row in section.lines) else _KEYS)

    def _answers(self) -> Content:
        """Return what every section says, the chosen one marked."""
        width = max(len(section.name) for section in self._sections)
        parts = []
        for number, section in enumerate(self._sections):
            now = number == self._shown
            name = f"{'▸' if now else ' '} {section.name:<{width}}   "
            tones = ("bold $primary", "bold") if now else ("$quiet", "")
            parts.append(Content.assemble((name, tones[0]), (safe_text(section.says), tones[1])))
        return Content("\n").join(parts)

    def action_turn(self, by: int) -> None:
        """Show another section."""
        if self._sections:
            self._shown = (self._shown + by) % len(self._sections)
            self._paint()

    def action_move(self, by: int) -> None:
        """Choose another row."""
        self._choose(self.query_one(Listing).chosen + by)

    def _choose(self, place: int) -> None:
        if self._sections:
            place = max(0, min(place, len(self._section.lines) - 1))
            self.query_one(Listing).chosen = self._places[self._section.name] = place

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the row that was clicked."""
        self._choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the rows by the wheel."""
        self.action_move(message.by)

    def action_open(self) -> None:
        """Open the page of the row's exercise."""
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        at = self.query_one(Listing).chosen
        row = self._section.lines[at] if self._sections and self._section.lines else None
        if row is not None and row.leads_to:
            self.app.push_screen(ExercisePastScreen(self._store, self._known[row.leads_to]))

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())


def _row(columns: Sequence[Column], row: SectionLine, *, barred: bool) -> Row:
    """Return a row of the list; where bars follow, they all begin in one place."""
    text = line(columns, row.cells, WIDE_GAP)
    return Row(text.ljust(width_of(columns, WIDE_GAP)) if barred else text, bar=row.bar)
