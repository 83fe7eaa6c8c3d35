"""Home: what to do today in one glance and one key."""

from datetime import timedelta

from msgspec import structs
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.face.press import Guard
from runlift_tui.core.home import home
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.ways import Place
from runlift_tui.core.setup.planning import outlook
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import FinishWanted, PlaceWanted, ResumeWanted
from runlift_tui.store.session.sessions import Unfinished
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure
from runlift_tui.widgets.lines.labelled import Labelled
from runlift_tui.widgets.lines.ways import Ways

_AS_EVER = ("home.quit", "home.help", "app.palette")
"""What the introduction leaves its keys."""
_REFRESH_S = 20.0
_RACES_OF = timedelta(days=400)


class HomeScreen(Page):
    """The first screen."""

    BINDINGS = bindings("home")

    def __init__(
        self, today: Today, notice: str = "", *, introduce: bool = False, pressed: bool = False
    ) -> None:
        """Show today.

        Args:
            today: This moment.
            notice: What the athlete should know, in a sentence.
            introduce: Whether the introduction comes first, newcomer or not.
            pressed: Whether the big key led here, and may still be down.
        """
        super().__init__()
        self._today = today
        self._notice = notice
        newcomer = not today.athlete.asked and today.unfinished is None
        self._page = ""
        """The page of the introduction; empty where it is over."""
        if introduce or (newcomer and not today.store.only_looking):
            self._page = "what"
        self._guard = Guard(today.now()) if pressed else None
        """Lets no key that is held down walk on from the end of a session into the next one."""
        self._discarded: Unfinished | None = None
        self._brought_back = False
        self._five_k = ""
        """What the 5K did, in a line; empty until it was read."""

    def stage(self) -> ComposeResult:
        """Yield the sentence, what belongs to it, and the quiet lines."""
        yield Static(id="notice", markup=False)
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield BigDigits()
        yield Static(id="details", markup=False)
        yield Static(id="quiet", markup=False)

    def below(self) -> ComposeResult:
        """Yield the ways on."""
        yield Ways()

    def on_mount(self) -> None:
        """Show today, and keep the clock times true."""
        self.show_strip("RunLift")
        self._today.store.told = lambda: self.call_later(self._paint)
        self._paint()
        self.set_interval(_REFRESH_S, self._refresh)
        self.call_after_refresh(self._read_races)

    def _refresh(self) -> None:
        if self._today.store.desk.unkept:
            self._today.store.desk.retry()
        self._paint()

    def _read_races(self) -> None:
        """Add what the 5K did within a year or so; the first paint does not wait for it."""
        from runlift_tui.core.runs.five_k import five_ks, summary_words

        store = self._today.store
        self._five_k = summary_words(five_ks(store.runs.trials(store.today() - _RACES_OF)))
        if self._five_k:
            self._paint()

    def _face(self) -> HomeFace:
        today = self._today
        if self._page:
            from runlift_tui.core.home.introduction import IntroductionPage, introduction

            athlete = today.athlete
            return introduction(IntroductionPage(self._page), athlete.level, athlete.unit)
        now = today.now()
        start = today.planned()
        found = home.home(
            start,
            outlook(start, today.facts, today.athlete.unit, now),
            today.facts,
            now,
            today.plan_lines(start),
        )
        if self._five_k:
            found = home.with_five_k(found, self._five_k)
        if today.unfinished is not None:
            live, wall_ms = today.walked()
            found = home.unfinished(live.session, live.session.at, wall_ms, found)
        if today.store.only_looking:
            found = home.looking_only(found, today.store.only_looking)
        return found

    def _paint(self) -> None:
        face = self._face()
        store = self._today.store
        unsaved = f"NOT SAVED: {store.unsaved}" if store.unsaved else ""
        notices = [unsaved, self._notice, self._today.notice, *store.past.reports]
        self.show_text("#notice", "  ".join(filter(None, notices)))
        self.show_text("#kicker", face.kicker.upper())
        self.show_text("#sentence", face.sentence)
        digits = self.query_one(BigDigits)
        digits.figure = Figure(face.big, "", face.units)
        digits.display = bool(face.big)
        details = "\n".join(safe_text(line) for line in face.details if line)
        lines = self.query_one("#details", Static)
        lines.update(Content(details))
        lines.display = bool(details)
        self.query_one("#quiet", Static).update(Labelled(face.quiet))
        self.show_keys(face.keys)
        self.query_one(Ways).ways = self.own(face.ways)

    def on_key(self, event: events.Key) -> None:
        """Turn the pages of the introduction, and take its answers."""
        as_ever = (key for id_ in _AS_EVER for key in self.keys_of(id_))
        if not self._page or event.key in as_ever:
            return
        from runlift_tui.core.home.introduction import IntroductionPage, turned

        event.stop()
        event.prevent_default()
        turn = turned(IntroductionPage(self._page), event.key)
        if turn is None:
            return
        athlete = self._today.athlete
        said = structs.replace(
            athlete,
            level=turn.level or athlete.level,
            unit=turn.unit or athlete.unit,
            asked=athlete.asked or turn.page is None,
        )
        self._page = turn.page or ""
        if said != athlete and not self._today.store.only_looking:
            self._today.keep(said)
        self._paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is something to do it with."""
        match action:
            case "resume" | "finish" | "discard":
                return self._today.may_resume()
            case "undo":
                return self._discarded is not None
            case "redo":
                return self._brought_back
        return True

    def action_space(self) -> None:
        """Take what is offered first."""
        today = self._today
        if self._guard is not None:
            passes = self._guard.lets_pass(today.now())
            self._guard = None if passes else self._guard.touched(today.now())
            if not passes:
                return
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
            self._discarded = self._today.discard(self._moved)
            self._notice = "Discarded. u brings it back."
            self._paint()

    def _moved(self, why_not: str) -> None:
        """Hear on the writer's thread whether a session was discarded, or brought back."""
        if why_not:
            self.call_later(self._show_what_is, why_not)

    def _show_what_is(self, why: str) -> None:
        """Show the unfinished session as the disk has it, and why it is not as it was said."""
        self._today.unfinished = self._today.store.sessions.unfinished()
        self._discarded, self._brought_back = None, False
        self._notice = why
        self._paint()

    def action_undo(self) -> None:
        """Bring a discarded session back."""
        if self._discarded is not None:
            self._today.bring_back(self._discarded, self._moved)
            self._discarded = None
            self._brought_back = True
            self._notice = ""
            self._paint()

    def action_redo(self) -> None:
        """Discard again what was brought back."""
        if self._brought_back:
            self._brought_back = False
            self.action_discard()

    def action_go(self, place: str) -> None:
        """Show one of the places that home leads to."""
        self.want(PlaceWanted(Place(place)))

    def action_leave(self) -> None:
        """Quit."""
        self.call_later(self.app.run_action, "leave")

    def action_help(self) -> None:
        """Show the keys of this screen, or of the introduction."""
        if not self._page:
            super().action_help()
            return
        from runlift_tui.core.home.introduction import KEYS
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("home", "The introduction", KEYS))
