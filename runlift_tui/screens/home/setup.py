"""Before the start: the few choices, and what the session will be."""

from msgspec import structs
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import stopped
from runlift_tui.core.home.next_session import EARLY
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.setup.choices import Choices, changed, first_row, rows
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.setup.planning import entered, probably_trained_at
from runlift_tui.core.setup.preview import first_rounds
from runlift_tui.core.setup.time_goes import TITLE, where_the_time_goes
from runlift_tui.core.words.moment import HINT, WHEN, typed_when, when_shown
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.home.typing_choices import ChoiceTyping
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.once import is_led_here
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import HomeWanted, SessionWanted
from runlift_tui.store.planner import early
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.charts.row_bars import RowBars
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.labelled import Labelled
from runlift_tui.widgets.lines.planned import Planned

_BESIDE_FROM = (112, 20)
"""Columns and rows from which on what will be done stands beside the choices, step by step."""
_CHOSEN, _LEAST_NOTE = 52, 12
"""Columns of the choices beside them, and of what is said of one, at least."""
_AROUND = 17
"""Rows of a large window that the steps have not got, but for one a bar of what they take."""
_KEYS = faces("setup", "start; above below; less more=change; digits; card=card; back; help")


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
        self._typing = ChoiceTyping(
            today, lambda: self._row, paint=self._paint, later=self.set_timer
        )
        self.take_actions(self._typing)

    def _rounds_row(self) -> int:
        start = self._today.planned()
        return first_row(rows(self._today.choices, start), start)

    def stage(self) -> ComposeResult:
        """Yield the name, length and end, the choices with the outlook, and the steps beside."""
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield Heading()
        with Horizontal(id="sides"):
            with Vertical(id="chosen"):
                yield Static(id="choices", markup=False)
                yield Static(id="details", markup=False)
            with Vertical(id="to-do"):
                yield Planned()
                yield RowBars()

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
        self.query_one(Heading).show(f"{seen.minutes} min", f"ends {seen.ends}")
        self.show_text("#sentence", start.routine.name)
        self.query_one("#choices", Static).update(self._choices())
        is_beside = _has_room_beside(self)
        lines = [
            *(("note", each) for each in seen.hurting),
            *(() if is_beside else seen.exercises),
            ("kit", ", ".join(seen.kit)),
            ("load", seen.coming),
        ]
        lines += [("jumps", seen.jumps), ("beginner", seen.stage)]
        lines += [("note", warning) for warning in seen.warnings]
        self.query_one("#details", Static).update(Labelled([each for each in lines if each[1]]))
        self.set_class(is_beside, "-beside")
        if is_beside:
            _show_steps(self, start, today.athlete.unit)

    def on_resize(self, event: events.Resize) -> None:
        """Have the steps beside the choices, or the exercises under them."""
        super().on_resize(event)
        self._paint()

    def _choices(self) -> Content:
        today = self._today
        start = today.planned()
        whole = None
        if today.choices.minutes is not None:
            whole = today.start_of(structs.replace(today.choices, minutes=None)).routine
        found = rows(today.choices, start, whole)
        width = max(len(row.name) for row in found) + 2
        lines = []
        for number, row in enumerate(found):
            mark, style = ("▸ ", "bold") if number == self._row else ("  ", "")
            left, right = ("‹", "›") if number == self._row else (" ", " ")
            is_typed = number == self._row and self._typing.text
            shown = f"{self._typing.text}_" if is_typed else row.shown
            said = f"{mark}{safe_text(row.name):<{width}} {left} {safe_text(shown)} {right}   "
            why, at = self._typing.why(number), cell_len(said)
            room = max(_LEAST_NOTE, _CHOSEN - at) if _has_room_beside(self) else self.app.size.width
            # What is said of a line goes on under itself, not from the edge of the window.
            note = f"\n{' ' * at}".join(wrapped(safe_text(why or row.note), room))
            lines.append(Content.assemble((said, style), (note, "$warn" if why else "$quiet")))
        return Content("\n").join(lines)

    def action_start(self) -> None:
        """Begin; not by the key that led here, held down, nor with what was typed refused."""
        if is_led_here(self):
            return
        if self._typing.taken():
            self.want(SessionWanted(self._today.planned()))
        else:
            self._paint()

    def action_take(self) -> None:
        """Take over what is typed; with nothing open, begin, but not right behind that."""
        if self._typing.text:
            self._typing.entered()
        elif not self._typing.is_resting:
            self.action_start()

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
        self._typing.taken()
        self._row = (self._row + by) % len(rows(self._today.choices, self._today.planned()))
        self._paint()

    def action_change(self, by: int) -> None:
        """Make the chosen line less or more."""
        self._typing.taken()
        today = self._today
        start, shelf = today.planned(), today.store.desk.shelf()
        today.choices = changed(today.choices, start, self._row, by, shelf)
        self._paint()

    def action_back(self) -> None:
        """Back home; the choices are forgotten."""
        self.want(HomeWanted())


def _has_room_beside(screen: SetupScreen) -> bool:
    columns, rows = _BESIDE_FROM
    return screen.app.size.width >= columns and screen.app.size.height >= rows


def _show_steps(screen: SetupScreen, start: Started, unit: Unit) -> None:
    """Show every step with the rest behind it, and where the time goes."""
    bars = where_the_time_goes(start)
    screen.query_one(RowBars).show(TITLE, bars)
    room = screen.app.size.height - _AROUND - len(bars)
    screen.query_one(Planned).show(tuple(first_rounds(begin(start, 0), unit)), room)
