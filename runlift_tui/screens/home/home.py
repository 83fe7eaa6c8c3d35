"""Home: what to do today in one glance and one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.home import home
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.next_session import next_lines
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import not_saved, safe_text
from runlift_tui.screens.home.drawn import DrawnBeside
from runlift_tui.screens.home.fitting import Fitting, RoomForToday
from runlift_tui.screens.home.going_on import GoingOn
from runlift_tui.screens.home.home_past import HomePast
from runlift_tui.screens.home.looking import Looking
from runlift_tui.screens.home.morning import Morning
from runlift_tui.screens.home.painting import Strip, is_large, show_heading, show_past
from runlift_tui.screens.home.today import SetAside, Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changing_page import STAYS_S
from runlift_tui.screens.parts.once import hold_off, is_led_here
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import (
    HomeWanted,
    MeetingWanted,
    PlaceWanted,
    SessionWanted,
)
from runlift_tui.store.planner import early
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.cards import Cards
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.ways import Ways

if TYPE_CHECKING:
    from runlift_tui.core.session.commands import Started
    from runlift_tui.screens.home.introducing import Introducing

_AS_EVER = ("home.quit", "home.help", "app.palette", "app.repaint")
"""What the introduction leaves its keys."""
_REFRESH_S = 20.0


class HomeScreen(Page):
    """The first screen."""

    BINDINGS = bindings("home")
    TELLS_OF_OTHERS = True

    def __init__(
        self,
        today: Today,
        notice: str = "",
        *,
        introduce: bool = False,
        then: Callable[[], Started] | None = None,
    ) -> None:
        """Show today.

        Args:
            today: This moment.
            notice: What the athlete should know, in a sentence.
            introduce: Whether the introduction comes first, newcomer or not.
            then: Returns the session that begins behind the introduction; None for none.
        """
        super().__init__()
        self._today = today
        self._notice = notice
        newcomer = not today.athlete.asked and today.unfinished is None
        self._introducing: Introducing | None = None
        if introduce or (newcomer and not today.store.only_looking):
            self._introducing = _introducing(today)
        self._then = then
        self._aside = SetAside(today, self._tell, self.call_later, self.came_in)
        self._morning = Morning(today, self._tell, self.call_later)
        self._fitting = Fitting(self)
        self._looking = Looking(self, today, self._tell, self.call_later)
        self._going_on = GoingOn(self, today, self._aside, self._looking)
        self.take_actions(self._morning, self._looking, self._fitting, self._going_on)
        self._painted = self._reads = False
        self._past = HomePast(today)
        self._beside = DrawnBeside(self, today)
        self._undoes = ""
        """What undo takes back; empty until that was read."""

    def compose(self) -> ComposeResult:
        """Yield the strip, today with the week beside it, the cards, the ways on and the keys."""
        yield Strip()
        yield Static(id="notice", markup=False)
        with RoomForToday(self._fitting.anew, self._fitting.mark), Horizontal(id="today"):
            with Vertical(id="column"):
                yield Heading()
                yield Static(id="sentence", markup=False)
                yield Static(id="details", markup=False)
                yield Static(id="quiet", markup=False)
                yield Static(id="below", markup=False)
            yield Static(id="week", markup=False)
        yield Static(id="more", markup=False)
        yield Cards()
        yield Ways()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show today, and keep the clock times true."""
        self._today.store.told = lambda: self.call_later(self._paint)
        self._paint()
        self.set_interval(_REFRESH_S, partial(_refresh, self))
        _read_past_soon(self)
        self.set_timer(STAYS_S, self._say_undo)

    def _say_undo(self) -> None:
        """Say what undo takes back; under a dialog, once that is gone."""
        if self.is_current:
            self._tell(self._notice)
        else:
            self.set_timer(STAYS_S, self._say_undo)

    def came_in(self, told: str) -> bool:
        """Read everything anew, and say what came in until the next key."""
        if self._introducing is not None:
            return False
        self._today.store.came = told
        self.want(HomeWanted(self._notice))
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Give up what the window cannot hold, and fill what it has room for."""
        super().on_resize(event)
        if self._painted:
            _read_past_soon(self)

    def _tell(self, notice: str) -> None:
        self._notice, self._undoes = notice or self._aside.told, self._aside.undoes
        self._paint()

    def _paint(self) -> None:
        if self._introducing is not None and self._introducing.is_over:
            self._introducing = None
            then, self._then = self._then, None
            if then is not None:
                _go_on(self, then)
                return
        intro = self._introducing
        face = (
            self._morning.over(self._looking.over(home_of(self._today, self._past.five_k)))
            if intro is None
            else intro.face()
        )
        store = self._today.store
        said = "" if intro is None else intro.said
        notices = [
            said,
            not_saved(store.unsaved),
            self._notice,
            store.came,
            self._today.notice,
            *store.past.reports,
        ]
        self.show_text("#notice", "  ".join(filter(None, notices)))
        self.show_text("#sentence", face.sentence)
        show_heading(self, face, self._today)
        details = "\n".join(safe_text(line) for line in (face.told, *face.details) if line)
        lines = self.query_one("#details", Static)
        lines.update(Content(details))
        lines.display = bool(details)
        back = faces("home", f"undo={self._undoes}") if self._undoes and intro is None else ()
        self.show_keys((*face.keys, *back))
        self.query_one(Ways).ways = in_force().faces(face.ways)
        show_past(self, face, self._past, self._beside)
        self._fitting.show(face)
        self._painted = True

    def on_key(self, event: events.Key) -> None:
        """Turn the pages of the introduction, and take its answers."""
        if self._today.store.came:
            self._today.store.came = ""
            self._paint()
        intro = self._introducing
        as_ever = (key for id_ in _AS_EVER for key in self.keys_of(id_))
        if intro is None:
            # A key that has nothing to take back here says where it has.
            if event.key in self.keys_of("home.undo")[:1] and not self.check_action("undo", ()):
                self._tell(self._aside.elsewhere)
            return
        if event.key in as_ever or intro.types(self, event, self._paint):
            return
        event.stop()
        event.prevent_default()
        if intro.press(event.key):
            hold_off(self)
            self._paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do it with."""
        match action:
            case "resume" | "finish" | "discard":
                return self._today.may_resume()
            case "morning":
                return bool(self._morning.question)
            case "looked":
                return self._looking.is_asked
            case "undo":
                return bool(self._aside.undoes) or self._looking.may_undo
            case "redo":
                return self._aside.may_redo
        return True

    def action_space(self) -> None:
        """Take what is offered first."""
        today = self._today
        if is_led_here(self):
            return
        if today.store.only_looking:
            self.app.bell()
            self.post_message(MeetingWanted())  # it may be free by now
        elif today.unfinished is None:
            self.want(PlaceWanted(Place.SETUP))
        else:
            self._going_on.first()

    def action_go(self, place: str) -> None:
        """Show one of the places that home leads to."""
        self.want(PlaceWanted(Place(place)))

    def action_leave(self) -> None:
        """Quit."""
        if not is_led_here(self):
            self.call_later(self.app.run_action, "leave")

    def action_help(self) -> None:
        """Show the keys of this screen, or of the introduction."""
        if self._introducing is None:
            super().action_help()
            return
        from runlift_tui.core.home.introduction import KEYS
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("home", "The introduction", KEYS))


def _introducing(today: Today) -> Introducing:
    from runlift_tui.screens.home.introducing import Introducing

    return Introducing(today)


def _read_past_soon(screen: HomeScreen) -> None:
    """Add what the past has, once for all that asks for it before the next paint."""
    if not screen._reads:
        screen._reads = True
        screen.call_after_refresh(_read_past, screen)


def _read_past(screen: HomeScreen) -> None:
    """Add what the past has for this window; the first paint does not wait for it."""
    screen._reads = False
    if not screen.is_attached:
        return
    screen._past.read_runs()
    if is_large(screen):
        screen._past.read_weeks()
    screen._paint()


def _go_on(screen: HomeScreen, then: Callable[[], Started]) -> None:
    """Begin the session that was asked for before the introduction, or say why it cannot be."""
    try:
        screen.want(SessionWanted(then()))
    except Refused as refused:
        screen._tell(f"{refused}")


def home_of(today: Today, five_k: str) -> HomeFace:
    """Return what home says of this moment, and of the 5K where that was read."""
    now = today.now()
    done = home.trained_today(today.facts, now, today.clock.utc_offset_min(now))
    coming = today.coming(today.choices)
    seen = outlook(coming.start, today.facts, today.athlete.unit, now)
    plan = today.plan_lines()
    then = tuple(next_lines(coming, today.plan_day(), early(today), is_shown=not done))
    if done:
        found = home.done_today(coming, seen, today.facts, today.athlete.unit, plan, then)
    else:
        found = home.home(coming, seen, today.facts, now, plan, then)
    if five_k:
        found = home.with_five_k(found, five_k)
    if today.unfinished is not None:
        from runlift_tui.core.home.unfinished import unfinished

        live, wall_ms = today.walked()
        found = unfinished(live.session, live.session.at, wall_ms, found, today.athlete.unit)
    if today.store.only_looking:
        found = home.looking_only(found, today.store.only_looking)
    return found


def _refresh(screen: HomeScreen) -> None:
    outbox = screen._today.store.desk.outbox
    if outbox.unkept:
        outbox.retry()
    screen._paint()
