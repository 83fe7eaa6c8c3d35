"""The composition root: the themes, how a screen comes in the place of another, a clean way out."""

import gc
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets._toast import ToastRack

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.face.sounds import Speaker
from runlift_tui.core.keys.actions import EVERYWHERE, NO_KEY
from runlift_tui.core.setup.opening import Opening
from runlift_tui.core.words.text import sentence
from runlift_tui.leading import Leading
from runlift_tui.looks import breakpoints, glyphs, themes
from runlift_tui.looks.stylesheet import KeptStylesheet
from runlift_tui.places import Places, SessionPlaces
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.wanted import HomeWanted, MeetingWanted, Wanted
from runlift_tui.store.disk import crash
from runlift_tui.store.store import Store
from runlift_tui.terminal.in_order import InOrder
from runlift_tui.terminal.leaving import Leaving, take_open
from runlift_tui.terminal.pressing import Pressing

if TYPE_CHECKING:
    from textual.timer import Timer

    from runlift_tui.widgets.lines.one_line import OneLine

_COLLECT_AFTER_S = 1.0
_MEET_AFTER_S = 1.0
"""After home came back, or a change was kept: the picture comes first, and the next change."""


def _collect_again() -> None:
    """Turn the garbage collector on for what comes; what stands now stays for good."""
    gc.freeze()
    gc.enable()


def _let_go() -> None:
    """Let go of the widgets of screens that are gone, with all that was painted of them.

    Textual keeps the last thousand of their caches alive as keys of a cache of its own.
    """
    from textual._styles_cache import StylesCache

    StylesCache.get_inner_outer.cache_clear()


Speakers = Callable[[Preferences, Clock, Callable[[], object]], Speaker]
"""Returns what a session is heard through: of the preferences, the clock and the bell."""


def system_speaker(preferences: Preferences, clock: Clock, bell: Callable[[], object]) -> Speaker:
    """Return what a session is heard through on this machine."""
    from runlift_tui.devices.speaker import SystemSpeaker

    return SystemSpeaker(preferences, clock, bell)


class RunLift(App[None]):
    """RunLift, full screen."""

    TITLE = "RunLift"
    HORIZONTAL_BREAKPOINTS = breakpoints.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = breakpoints.VERTICAL_BREAKPOINTS
    DEFAULT_MODE = "place-0"
    theme = Reactive(themes.THEMES[0].name)
    no_color = False
    """Whether NO_COLOR is set; Textual looks for a theme before it knows."""
    BINDINGS = [
        Binding("ctrl+q,ctrl+c", "leave", "Quit", show=False, priority=True),
        *bindings(EVERYWHERE),
    ]

    def __init__(
        self,
        store: Store,
        clock: Clock,
        opening: Opening | None = None,
        speakers: Speakers | None = None,
    ) -> None:
        """Be RunLift.

        Args:
            store: The data folder.
            clock: Its clock.
            opening: What the program was started for.
            speakers: What sessions are heard through; None for silence.
        """
        opening = opening or Opening()
        at_home = not opening.resume and (opening.start is None or bool(opening.introduced))
        # What the first screen needs is parsed with the rest, not once more on its own.
        first: list[str | PurePath] = ["screens/parts/pages.tcss"] if at_home else []
        super().__init__(css_path=["app.tcss", *first])
        self.stylesheet = KeptStylesheet(variables=self.stylesheet._variables)
        self._store = store
        self._clock = clock
        self._shown = 0
        self.fault = ""
        """What the athlete is told of a fault of the program's own; empty where it met none."""

        def speaker() -> Speaker:
            assert speakers is not None
            # By the preferences of the moment in which the session begins.
            return speakers(store.desk.preferences(), clock, lambda: self.call_later(self.bell))

        heard = None if speakers is None else speaker
        self._meet: Callable[[], object] | None = None
        """Looks for what other machines did, from a moment after the first paint on."""
        self._soon: Timer | None = None
        self.leading = Leading(
            store,
            Places(store, opening.asked, heard),
            SessionPlaces(store, clock, heard),
            go=self.go,
            later=self.call_later,
        )
        self.leaving = Leaving(self, self.leading.close)
        for name in themes.UNREADABLE:
            self.unregister_theme(name)
        for theme in themes.THEMES:
            self.register_theme(theme)
        config = store.desk.config()
        self.pressing = Pressing(self, config.keys, config.digit_row)
        self.in_order = InOrder(self, partial(_hear, self), self.pressing.apart)
        self.set_keymap({id_: ",".join(names) or NO_KEY for id_, names in config.keys.items()})
        notice = self._take_up(store.desk.preferences())
        self.add_mode(self.DEFAULT_MODE, lambda: self._styled(self.leading.first(opening, notice)))

    def _take_up(self, preferences: Preferences) -> str:
        """Look and move as the athlete prefers; return a notice where they cannot have it."""
        if not preferences.motion:
            self.animation_level = "none"
        glyphs.take_up(self, preferences.glyphs)
        if preferences.theme in ("", self.theme):
            return ""
        if self.get_theme(preferences.theme) is None:
            by_hand = "theme" in self._store.desk.config().settings
            where = f"In {self._store.desk.config_path} " if by_hand else ""
            why_not = f"{where}{themes.why_not(preferences.theme)}"
            return f"{sentence(why_not)} This is RunLift’s own."
        # Set before anything watches it: a change of theme would parse the styles a second time.
        self.set_reactive(App.theme, preferences.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        return ""

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme in which the states have colours and every text can be read."""
        found = themes.find(theme_name)
        # What stands empty is painted past Textual's own filter of colours.
        return themes.without_colour(found) if found is not None and self.no_color else found

    def _styled(self, screen: Screen[None]) -> Screen[None]:
        """Return a screen that comes alone, known to need no styles beside the app's, of its size.

        Textual would apply all of them twice more before it showed the screen, and style and lay
        it out once more when it had the classes of its size.
        """
        screen._css_update_count = self._css_update_count
        width, height = self.size
        screen.add_class(
            *screen._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS),
            *screen._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS),
            update=False,
        )
        return screen

    @contextmanager
    def batch_update(self) -> Generator[None, None, None]:
        """Hold painting back for a while, but not while the program starts.

        Until the app itself is mounted Textual would paint and throw the picture away, and lay out
        and paint once more: the first screen stands complete before that.
        """
        with super().batch_update() if self._is_mounted else nullcontext():
            yield

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        """Style a node and all under it anew.

        Not the first screen before the app is mounted: each part was styled a moment ago, when it
        was mounted. And never bit by bit: no style has a transition, and to look for one Textual
        would work out every property of every part, twice.
        """
        if self._is_mounted or not isinstance(node, Screen):
            super().update_styles(node, animate=False)

    async def on_event(self, event: events.Event) -> None:
        """Hand on keys in order; say where nothing took a paste."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.in_order.take(event, self._clock.stamp().boot_ms)
        else:
            if isinstance(event, events.Paste):  # and came back
                self.pressing.say("Nothing was pasted: no line is open to type in.")
            await super().on_event(event)

    def on_load(self) -> None:
        """Let no fault go by that nobody waits for."""

        def take(_: object, context: dict[str, Any]) -> None:
            error = context.get("exception")
            if error is not None and not self.leaving.is_over:
                self._handle_exception(error)

        if self._loop is not None:
            self._loop.set_exception_handler(take)

    def on_mount(self) -> None:
        """Put right what the last run left behind."""
        if not self._store.only_looking:
            self._store.submit(self._store.sessions.folding())
        self.set_timer(_COLLECT_AFTER_S, lambda: _begin_to_meet(self))
        self.app_resume_signal.subscribe(self, lambda _: self.action_repaint())

    def action_repaint(self) -> None:
        """Draw everything anew: another program may have written on the terminal."""
        # A refresh of every part leaves out what stands at the edges of a screen with a margin.
        whole = self.screen._compositor.render_update(
            full=True, screen_stack=self._background_screens
        )
        self._display(self.screen, whole)

    def _handle_exception(self, error: BaseException) -> None:
        """Keep a report of a fault of our own, and leave; what to say of it is `fault`."""
        self._return_code = 1
        if self._exception is None:  # tests raise it again
            self._exception = error  # type: ignore[assignment]
            self._exception_event.set()
        self.leaving.is_over = True
        if not self.fault:
            report = "".join(traceback.format_exception(error))
            path = crash.keep_report(self._store.folder.path, report, self._clock.stamp().utc_ms)
            self.fault = crash.sentence(path)
        take_open(self)
        with suppress(Exception):
            self.leading.close()
            self.bell()
        self._close_messages_no_wait()

    def _refresh_notifications(self) -> None:
        """Show the notices; what they stand in comes with the first one."""
        shown = self._notifications and self.screen_stack and not self._disable_notifications
        if shown and not self.screen.query_children(ToastRack):
            self.screen.mount(ToastRack(id="textual-toastrack"))
        super()._refresh_notifications()

    def on_app_focus(self) -> None:
        """Tell the screens that the window came to the front.

        A screen that watched the app for it would be kept by it for as long as that never happens.
        """
        for screen in self.screen_stack:
            screen.post_message(events.AppFocus())

    def action_leave(self) -> None:
        """Quit; a session under way stays. Where something is not saved, not at the first press."""
        self.leaving.ask(at_risk=self.leading.at_risk)

    def action_command_palette(self) -> None:
        """Offer everything by name, over any screen that is no dialog."""
        from runlift_tui.screens.palette.entries import Entries
        from runlift_tui.screens.palette.offers import Offer
        from runlift_tui.screens.palette.palette import PaletteScreen
        from runlift_tui.screens.parts.page import Page

        screen = self.screen
        if screen.is_modal or self.leaving.is_over:
            return
        free = len(self.screen_stack) == 1 and getattr(screen, "LEADS_ON", False)

        def chosen(entry: Offer | None) -> None:
            if entry is not None and entry.wanted is not None and isinstance(screen, Page):
                screen.want(entry.wanted())
            elif entry is not None and entry.opens is not None:
                self.push_screen(entry.opens())
            elif entry is not None and entry.action:
                self.call_later(act, entry.action)

        async def act(action: str) -> None:
            # Another key may have led away from the screen since.
            if screen.is_attached and getattr(screen, "is_there", True):
                await screen.run_action(action)

        self.push_screen(PaletteScreen(Entries(screen, self._store, leads_on=free)), chosen)

    def on_one_line_lines_pasted(self, message: "OneLine.LinesPasted") -> None:
        """Offer the lines of what was pasted where one fits."""
        from runlift_tui.core.exercises.browse import Count
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        def chosen(line: str | None) -> None:
            if line is not None and message.line.is_attached:
                message.line.take(line or " ".join(message.lines))

        names = [Count(line, 0) for line in message.lines]
        title = f"{len(names)} lines were pasted, and one fits here"
        whole = "all of them, in one line"
        self.push_screen(ChoosingScreen(title, names, names[0].name, any_=whole), chosen)

    def go(self, screen: Callable[[], Screen[None]]) -> None:
        """Show a screen in the place of the one that is there, dialogs and all."""
        if self.leaving.is_over:
            return  # Textual is taking its screens down, and another would get in the way
        before = self.current_mode
        self._shown += 1
        place = f"place-{self._shown}"
        self.add_mode(place, lambda: self._styled(screen()))
        self.switch_mode(place)
        self.remove_mode(before)
        self.call_later(_let_go)

    @on(Wanted)
    def _lead(self, message: Wanted) -> None:
        self.leading.lead(message)
        if isinstance(message, HomeWanted | MeetingWanted) and self._meet is not None:
            if self._soon is not None:
                self._soon.stop()
            self._soon = self.set_timer(_MEET_AFTER_S, self._meet)


async def _hear(app: RunLift, event: events.Key | events.Paste, at: int) -> None:
    """Take a key as what is printed on it, before all else."""
    heard = app.pressing.heard(event, at) if isinstance(event, events.Key) else event
    if heard is not None and not await app.pressing.was_for_the_terminal(heard):
        await App.on_event(app, heard)


def _begin_to_meet(app: RunLift) -> None:
    """Look for what other machines did, behind the first paint and every now and then."""
    _collect_again()
    from runlift_tui.meeting import Meeting

    meeting = Meeting(
        app._store,
        screens=lambda: app._screen_stacks.get(app.current_mode, []),
        is_training=lambda: app.leading.training is not None or app.leaving.is_over,
        later=app.call_later,
    )
    app._meet = meeting.look
    meeting.begin(app.set_interval)
