"""Before the start: the few choices, and what the session will be."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import stopped
from runlift_tui.core.home.next_session import EARLY
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.setup.choices import Choices, changed, first_row, rows, with_main_rounds
from runlift_tui.core.setup.planning import entered, outlook, probably_trained_at
from runlift_tui.core.words.moment import HINT, WHEN, typed_when, when_shown
from runlift_tui.core.words.text import counted, safe_text
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.once import is_led_here
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import HomeWanted, SessionWanted
from runlift_tui.store.planner import early
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure
from runlift_tui.widgets.lines.labelled import Labelled

_KEYS = faces("setup", "start; above below; less more=change; rounds; card=card; back; help")


class SetupScreen(Page):
    """The choices before a session; the defaults are right."""

    BINDINGS = bindings("setup")

    def __init__(self, today: Today, routine: str = "") -> None:
        """Show the choices.

        Args:
            today: This moment, with what is suggested.
            routine: Id of the routine that is chosen at first; empty for the suggestion.
        """
        super().__init__()
        self._today = today
        if routine:
            today.choices = Choices(routine=routine, level=today.choices.level)
        self._row = self._rounds_row()

    def _rounds_row(self) -> int:
        start = self._today.planned()
        return first_row(rows(self._today.choices, start), start)

    def stage(self) -> ComposeResult:
        """Yield the name, the choices and the outlook."""
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield BigDigits()
        yield Static(id="choices", markup=False)
        yield Static(id="details", markup=False)

    def on_mount(self) -> None:
        """Show the suggestion."""
        self.show_strip(f"RunLift   {self._today.begins_now()}")
        self.show_keys(_KEYS)
        self._paint()
        self.set_interval(20.0, self._paint)

    def _paint(self) -> None:
        today = self._today
        start = today.planned()
        seen = outlook(start, today.facts, today.athlete.unit, today.now())
        against = early(today)
        before = f"{EARLY.upper()}: {against}" if against else "BEFORE THE START"
        self.show_text("#kicker", stopped(start.held) or before)
        units = (counted(seen.minutes, "minute"), f"done about {seen.ends}")
        self.query_one(BigDigits).figure = Figure(str(seen.minutes), "", units)
        self.show_text("#sentence", start.routine.name)
        self.query_one("#choices", Static).update(self._choices())
        lines = [
            *(("note", each) for each in seen.hurting),
            *seen.exercises,
            ("kit", ", ".join(seen.kit)),
            ("load", seen.coming),
        ]
        lines += [("jumps", seen.jumps), ("beginner", seen.stage)]
        lines += [("note", warning) for warning in seen.warnings]
        self.query_one("#details", Static).update(Labelled([each for each in lines if each[1]]))

    def _choices(self) -> Content:
        found = rows(self._today.choices, self._today.planned())
        width = max(len(row.name) for row in found) + 2
        lines = []
        for number, row in enumerate(found):
            mark, style = ("▸ ", "bold") if number == self._row else ("  ", "")
            left, right = ("‹", "›") if number == self._row else (" ", " ")
            lines.append(
                Content.assemble(
                    (f"{mark}{safe_text(row.name):<{width}}", style),
                    (f" {left} {safe_text(row.shown)} {right} ", style),
                    (f"  {row.note}", "$quiet"),
                )
            )
        return Content("\n").join(lines)

    def on_key(self, event: events.Key) -> None:
        """Take a digit as so many main rounds."""
        if event.key in "123456" and len(event.key) == 1:
            event.stop()
            today = self._today
            start = today.planned()
            today.choices = with_main_rounds(today.choices, start, int(event.key))
            self._row = self._rounds_row()
            self._paint()

    def action_start(self) -> None:
        """Begin; not by the key that led here, held down."""
        if not is_led_here(self):
            self.want(SessionWanted(self._today.planned()))

    def action_enter_card(self) -> None:
        """Enter this session, which was trained without the laptop, once it is known when."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        start, now = self._today.planned(), self._today.now()
        offset_of = self._today.clock.utc_offset_min
        probably = probably_trained_at(start, now)
        shown = when_shown(probably, now, offset_of)

        def take(text: str) -> None:
            at = probably if text.strip() == shown else typed_when(text, now, offset_of)
            self.want(SessionWanted(entered(start, at, offset_of(at))))

        self.app.push_screen(TypingScreen(WHEN, shown, HINT, take))

    def action_row(self, by: int) -> None:
        """Choose another line."""
        self._row = (self._row + by) % len(rows(self._today.choices, self._today.planned()))
        self._paint()

    def action_change(self, by: int) -> None:
        """Make the chosen line less or more."""
        today = self._today
        start, shelf = today.planned(), today.store.desk.shelf()
        today.choices = changed(today.choices, start, self._row, by, shelf)
        self._paint()

    def action_back(self) -> None:
        """Back home; the choices are forgotten."""
        self.want(HomeWanted())
