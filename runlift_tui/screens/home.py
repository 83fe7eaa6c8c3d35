"""Home: what to do today in one glance and one key."""

from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core import home
from runlift_tui.core.home import HomeFace
from runlift_tui.core.keymap import HOME_KEYS
from runlift_tui.core.planning import outlook
from runlift_tui.core.text import safe_text
from runlift_tui.core.units import Unit
from runlift_tui.core.ways import WAYS, Place
from runlift_tui.screens.page import Page, labelled
from runlift_tui.screens.today import Today
from runlift_tui.screens.wanted import (
    FinishWanted,
    PlaceWanted,
    ResumeWanted,
)
from runlift_tui.store.store import Unfinished
from runlift_tui.widgets.digits import BigDigits
from runlift_tui.widgets.figure import Figure

_REFRESH_S = 20.0


class HomeScreen(Page):
    """The first screen."""

    BINDINGS = [
        Binding("space,enter,pagedown", "space", "On with it", id="home.space"),
        Binding("r", "resume", "Resume", id="home.resume"),
        Binding("f", "finish", "Finish as it stands", id="home.finish"),
        Binding("d", "discard", "Discard", id="home.discard"),
        Binding("u", "undo", "Undo the discard", id="home.undo"),
        *(
            Binding(way.key, f"go('{way.place}')", way.word.capitalize(), id=f"home.{way.place}")
            for way in WAYS
        ),
        Binding("k", "unit", "Kilograms or pounds", id="home.unit"),
        Binding("q", "leave", "Quit", id="home.quit"),
        Binding("question_mark", "help", "Keys", id="home.help"),
    ]

    def __init__(self, today: Today, notice: str = "") -> None:
        super().__init__()
        self._today = today
        self._notice = notice
        newcomer = not today.athlete.asked and today.unfinished is None
        self._asking = "level" if newcomer and not today.store.only_looking else ""
        self._discarded: Unfinished | None = None

    def stage(self) -> ComposeResult:
        """Yield the sentence, what belongs to it, and the quiet lines."""
        yield Static(id="notice", markup=False)
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield BigDigits()
        yield Static(id="details", markup=False)
        yield Static(id="quiet", markup=False)

    def on_mount(self) -> None:
        """Show today, and keep the clock times true."""
        self.show_strip("RunLift")
        self._today.store.told = lambda: self.call_later(self._paint)
        self._paint()
        self.set_interval(_REFRESH_S, self._paint)

    def _face(self) -> HomeFace:
        if self._asking:
            return home.ASK_LEVEL if self._asking == "level" else home.ASK_UNIT
        today = self._today
        now = today.now()
        start = today.planned()
        found = home.home(
            start,
            outlook(start, today.facts, today.athlete.unit, now),
            today.facts,
            now,
            today.plan_lines(start),
        )
        if today.unfinished is not None:
            live, wall_ms = today.walked()
            found = home.unfinished(live.session, live.session.at, wall_ms, found)
        if today.store.only_looking:
            found = home.looking_only(found, today.store.only_looking)
        return found

    def _paint(self) -> None:
        face = self._face()
        notices = [self._notice, self._today.notice, *self._today.store.past.reports]
        self.show_text("#notice", "  ".join(filter(None, notices)))
        self.show_text("#kicker", face.kicker.upper())
        self.show_text("#sentence", face.sentence)
        digits = self.query_one(BigDigits)
        digits.figure = Figure(face.big, "", face.units)
        digits.display = bool(face.big)
        details = "\n".join(safe_text(line) for line in face.details if line)
        self.query_one("#details", Static).update(Content(details))
        self.query_one("#quiet", Static).update(labelled(face.quiet))
        self.show_keys(face.keys)

    def on_key(self, event: events.Key) -> None:
        """Answer the first questions."""
        if not self._asking or event.key in ("q", "question_mark"):
            return
        event.stop()
        event.prevent_default()
        athlete = self._today.athlete
        if self._asking == "level":
            if event.key in home.LEVELS:
                self._today.keep(structs.replace(athlete, level=home.LEVELS[event.key]))
                self._asking = "unit"
            elif event.key == "space":
                self._pass()
        elif event.key in ("k", "l", "space"):
            unit = Unit.LB if event.key == "l" else Unit.KG
            self._today.keep(structs.replace(athlete, unit=unit, asked=True))
            self._asking = ""
        self._paint()

    def _pass(self) -> None:
        self._today.keep(structs.replace(self._today.athlete, asked=True))
        self._asking = ""

    def action_space(self) -> None:
        """Take what is offered first."""
        today = self._today
        if today.store.only_looking:
            self.app.bell()
        elif today.unfinished is None:
            self.want(PlaceWanted(Place.SETUP))
        elif home.is_old(today.unfinished.live.session, today.walked()[0].session.at):
            self.want(FinishWanted())
        else:
            self.want(ResumeWanted())

    def action_resume(self) -> None:
        """Go on with the unfinished session."""
        if self._today.may_resume():
            self.want(ResumeWanted())

    def action_finish(self) -> None:
        """Finish the unfinished session as it stands."""
        if self._today.may_resume():
            self.want(FinishWanted())

    def action_discard(self) -> None:
        """Set the unfinished session aside."""
        if self._today.may_resume():
            self._discarded = self._today.discard()
            self._notice = "Discarded. u brings it back."
            self._paint()

    def action_undo(self) -> None:
        """Bring a discarded session back."""
        if self._discarded is not None:
            self._today.bring_back(self._discarded)
            self._discarded = None
            self._notice = ""
            self._paint()

    def action_go(self, place: str) -> None:
        """Show one of the places that home leads to."""
        self.want(PlaceWanted(Place(place)))

    def action_unit(self) -> None:
        """Change between kilograms and pounds."""
        if self._today.store.only_looking:
            return
        athlete = self._today.athlete
        unit = Unit.LB if athlete.unit is Unit.KG else Unit.KG
        self._today.keep(structs.replace(athlete, unit=unit))
        self._notice = f"Loads are in {unit} now."
        self._paint()

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("Home", HOME_KEYS))
