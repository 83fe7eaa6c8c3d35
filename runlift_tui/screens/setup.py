"""Before the start: the few choices, and what the session will be."""

from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.face import KeyFace
from runlift_tui.core.keymap import SETUP_KEYS
from runlift_tui.core.planning import changed, outlook, rows
from runlift_tui.screens.page import Page
from runlift_tui.screens.today import Today
from runlift_tui.screens.wanted import HomeWanted, SessionWanted

_KEYS = (
    KeyFace("space", "start"),
    KeyFace("↑↓", "choose"),
    KeyFace("←→", "less, more"),
    KeyFace("escape", "back"),
    KeyFace("?", "keys"),
)
_ROUNDS = 2


class SetupScreen(Page):
    """The choices before a session; the defaults are right."""

    BINDINGS = [
        Binding("space,enter,pagedown", "start", "Start", id="setup.start"),
        Binding("up", "row(-1)", "Line above", show=False),
        Binding("down,tab", "row(1)", "Line below", show=False),
        Binding("left,minus", "change(-1)", "Less", show=False),
        Binding("right,plus", "change(1)", "More", show=False),
        Binding("escape,q,u,pageup", "back", "Back", id="setup.back"),
        Binding("question_mark", "help", "Keys", id="setup.help"),
    ]

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._today = today
        self._row = _ROUNDS

    def stage(self) -> ComposeResult:
        """Yield the name, the choices and the outlook."""
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield Static(id="choices", markup=False)
        yield Static(id="details", markup=False)

    def on_mount(self) -> None:
        """Show the suggestion."""
        self.show_strip("RunLift  before the start")
        self.show_keys(_KEYS)
        self._paint()
        self.set_interval(20.0, self._paint)

    def _paint(self) -> None:
        today = self._today
        start = today.planned()
        seen = outlook(start, today.facts, today.athlete.unit, today.now())
        self.show_text("#kicker", f"ABOUT {seen.minutes} MINUTES, DONE ABOUT {seen.ends}")
        self.show_text("#sentence", start.routine.name)
        self.query_one("#choices", Static).update(self._choices())
        lines = [("kit", ", ".join(seen.kit)), ("jumps", seen.jumps), ("beginner", seen.stage)]
        told = [f"{about:>8}   {text}" for about, text in lines if text]
        self.query_one("#details", Static).update(Content("\n".join((*told, "", *seen.warnings))))

    def _choices(self) -> Content:
        found = rows(self._today.choices, self._today.planned())
        lines = []
        for number, row in enumerate(found):
            mark, style = ("▸ ", "bold") if number == self._row else ("  ", "")
            lines.append(
                Content.assemble(
                    (f"{mark}{row.name:<16}", style),
                    (f" ‹ {row.shown} › " if number == self._row else f"   {row.shown}   ", style),
                    (f"  {row.note}", "dim"),
                )
            )
        return Content("\n").join(lines)

    def on_key(self, event: events.Key) -> None:
        """Take a digit as so many main rounds."""
        if event.key in "123456" and len(event.key) == 1:
            event.stop()
            today = self._today
            today.choices = structs.replace(today.choices, main_rounds=int(event.key))
            self._row = _ROUNDS
            self._paint()

    def action_start(self) -> None:
        """Begin."""
        self.post_message(SessionWanted(self._today.planned()))

    def action_row(self, by: int) -> None:
        """Choose another line."""
        self._row = (self._row + by) % len(rows(self._today.choices, self._today.planned()))
        self._paint()

    def action_change(self, by: int) -> None:
        """Make the chosen line less or more."""
        today = self._today
        today.choices = changed(today.choices, today.planned(), self._row, by)
        self._paint()

    def action_back(self) -> None:
        """Back home; the choices are forgotten."""
        self.post_message(HomeWanted())

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("Before the start", SETUP_KEYS))
